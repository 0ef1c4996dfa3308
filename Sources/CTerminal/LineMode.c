// readline with its own display, for terminals without full screen. It is driven by callback too, so
// that signals and other descriptors are waited for beside the keyboard.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Editor.h"
#include "Internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

static bool is_open, is_reading;
static char *entered;
static char *prompt_text;
static enum ct_editor_result result;

static void on_line(char *line) {
  free(entered);
  entered = line;
  result = line == NULL ? CT_EDITOR_END : CT_EDITOR_LINE;
  // Line settings go back at once: what the line starts may run long.
  rl_callback_handler_remove();
  is_reading = false;
  ct_settings_set_active(false);
}

bool ct_line_open(struct ct_editor_callbacks given) {
  if (is_open || ct_readline_in_use) return false;
  // readline switches bracketed paste on where the terminal is not dumb.
  const char *name = getenv("TERM");
  bool is_dumb = name == NULL || strcmp(name, "dumb") == 0;
  const char *reset = is_dumb ? "" : "\033[?2004l\r";
  if (!ct_settings_guard(STDIN_FILENO, STDOUT_FILENO, reset)) return false;
  ct_settings_set_active(false);
  ct_callbacks = given;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  ct_readline_start();
  ct_readline_bind();
  is_open = ct_readline_in_use = true;
  return true;
}

void ct_line_close(void) {
  if (!is_open) return;
  ct_line_end();
  ct_settings_release();
  is_open = ct_readline_in_use = false;
  ct_callbacks = (struct ct_editor_callbacks){0};
}

void ct_line_begin(const char *prompt) {
  if (!is_open || is_reading) return;
  free(prompt_text);
  prompt_text = strdup(prompt);
  result = CT_EDITOR_NONE;
  is_reading = true;
  ct_settings_set_active(true);
  rl_callback_handler_install(prompt_text != NULL ? prompt_text : "", on_line);
}

enum ct_editor_result ct_line_read(void) {
  result = CT_EDITOR_NONE;
  if (is_reading) rl_callback_read_char();
  return result;
}

const char *ct_line_entered(void) { return entered != NULL ? entered : ""; }

void ct_line_end(void) {
  if (!is_reading) return;
  rl_callback_handler_remove();
  is_reading = false;
  ct_settings_set_active(false);
}

void ct_line_interrupt(void) {
  if (!is_reading) return;
  rl_callback_sigcleanup();
  rl_free_line_state();
  ct_line_end();
  ct_write_all(STDOUT_FILENO, "^C\n", 3);
}

void ct_line_resize(void) {
  if (is_reading) rl_resize_terminal();
}

void ct_line_suspend(void) {
  if (is_reading && rl_deprep_term_function != NULL) rl_deprep_term_function();
}

void ct_line_resume(void) {
  if (!is_reading) return;
  if (rl_prep_term_function != NULL) rl_prep_term_function(1);
  rl_forced_update_display();
}

void ct_line_hide(void) {
  if (!is_reading) return;
  rl_clear_visible_line();
  fflush(rl_outstream);
  ct_line_suspend();
}
