// readline as an engine without a display: keys come from a queue, the line is read off it.
//
// readline keeps its state in globals, so there is one editor at a time. It may jump (longjmp) from
// an aborted command to its own entry point; no callback of ours is on the stack then, because
// callbacks never call readline's key reading.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Editor.h"
#include "Internal.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

static bool is_open;
// The frame's editor, not the line mode's.
static bool draws_nothing;
static int input_fd;
static FILE *nowhere;
static char *prompt_text;
static char *entered;
static enum ct_editor_result result;
static int starved;
// Keys that were read earlier are still to be fed: what waits in the terminal comes after them.
static bool is_held;

static uint8_t *queue;
static size_t queue_first, queue_end, queue_room;

static bool queue_is_empty(void) { return queue_first == queue_end; }

void ct_editor_queue(const uint8_t *bytes, size_t count) {
  if (count == 0) return;
  if (queue_is_empty()) queue_first = queue_end = 0;
  if (queue_end + count > queue_room) {
    size_t room = (queue_end + count) * 2;
    uint8_t *larger = realloc(queue, room);
    if (larger == NULL) return;
    queue = larger;
    queue_room = room;
  }
  memcpy(queue + queue_end, bytes, count);
  queue_end += count;
}

void ct_editor_hold(bool holds) { is_held = holds; }

// readline blocks here only in the middle of a command. ^G aborts most of those; the end of input
// ends the rest, which would otherwise never return.
static int next_byte(FILE *stream) {
  (void)stream;
  if (queue_is_empty()) {
    if (starved >= 3) return EOF;
    if (ct_callbacks.refill != NULL) ct_callbacks.refill(ct_callbacks.user, 500);
    if (queue_is_empty()) {
      starved++;
      return '\a';
    }
  }
  return queue[queue_first++];
}

static int more_is_there(void) {
  if (!queue_is_empty()) return 1;
  if (is_held) return 0;
  struct pollfd ready = {.fd = input_fd, .events = POLLIN};
  return input_fd >= 0 && poll(&ready, 1, 0) > 0 && (ready.revents & POLLIN) != 0;
}

static void draw_nothing(void) {}

static void on_line(char *line) {
  free(entered);
  entered = line;
  result = line == NULL ? CT_EDITOR_END : CT_EDITOR_LINE;
}

static int ignore_key(int count, int key) {
  (void)count;
  (void)key;
  return 0;
}

static int accept_or_break(int count, int key) {
  if (ct_callbacks.accepts != NULL && !ct_callbacks.accepts(ct_callbacks.user, rl_line_buffer)) {
    return rl_insert_text("\n"), 0;
  }
  return rl_newline(count, key);
}

static int read_inputrc_again(int count, int key) {
  int error = rl_re_read_init_file(count, key);
  ct_readline_bind();
  return error;
}

// Enter asks first. The commands of bracketed paste read without an end unless the closing sequence
// follows, and here it never does.
static void patch(Keymap map, int depth) {
  if (depth > 8) return;
  for (int key = 0; key < KEYMAP_SIZE; key++) {
    if (map[key].type == ISKMAP) {
      patch((Keymap)map[key].function, depth + 1);
    } else if (map[key].type == ISFUNC) {
      rl_command_func_t *function = map[key].function;
      if (function == rl_newline) map[key].function = accept_or_break;
      if (function == rl_re_read_init_file) map[key].function = read_inputrc_again;
      if (function == rl_bracketed_paste_begin && draws_nothing) map[key].function = ignore_key;
    }
  }
}

void ct_readline_bind(void) {
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++) {
    patch(maps[i], 0);
    if (maps[i] == vi_movement_keymap) continue;
    rl_bind_keyseq_if_unbound_in_map("\033[1;5C", rl_forward_word, maps[i]);
    rl_bind_keyseq_if_unbound_in_map("\033[1;5D", rl_backward_word, maps[i]);
    rl_bind_keyseq_if_unbound_in_map("\033[3~", rl_delete, maps[i]);
    rl_bind_keyseq_if_unbound_in_map("\033[1~", rl_beg_of_line, maps[i]);
    rl_bind_keyseq_if_unbound_in_map("\033[4~", rl_end_of_line, maps[i]);
  }
  if (!draws_nothing) return;
  rl_variable_bind("bell-style", "none");
  rl_variable_bind("enable-bracketed-paste", "off");
  rl_variable_bind("show-mode-in-prompt", "off");
}

bool ct_editor_open(struct ct_editor_callbacks given, int input) {
  if (is_open || ct_readline_in_use) return false;
  if (nowhere == NULL) nowhere = fopen("/dev/null", "we");
  if (nowhere == NULL) return false;
  ct_callbacks = given;
  input_fd = input;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_prep_term_function = NULL;
  rl_deprep_term_function = NULL;
  rl_outstream = nowhere;
  draws_nothing = true;
  ct_readline_start();
  ct_readline_bind();
  ct_screen_reselect();
  rl_getc_function = next_byte;
  rl_input_available_hook = more_is_there;
  rl_redisplay_function = draw_nothing;
  rl_completion_display_matches_hook = ct_popup_store;
  rl_callback_handler_install(prompt_text != NULL ? prompt_text : "", on_line);
  is_open = ct_readline_in_use = true;
  return true;
}

void ct_editor_close(void) {
  if (!is_open) return;
  rl_callback_handler_remove();
  ct_popup_reset();
  is_open = ct_readline_in_use = false;
  ct_callbacks = (struct ct_editor_callbacks){0};
  queue_first = queue_end = 0;
}

void ct_editor_set_prompt(const char *prompt) {
  char *copy = strdup(prompt);
  if (copy == NULL) return;
  if (is_open) rl_set_prompt(copy);
  free(prompt_text);
  prompt_text = copy;
}

void ct_editor_set_size(int columns, int rows) {
  if (is_open) rl_set_screen_size(rows > 0 ? rows : 1, columns > 1 ? columns : 2);
}

// In a search readline 8.2 loses its way after the first key of an unknown sequence (^S ^X and any
// byte above 7F: it jumps into a frame that is gone). Escape, which ends the search, is safe.
static bool search_must_not_see(uint8_t byte) {
  return RL_ISSTATE(RL_STATE_ISEARCH) && byte != 0x1B && rl_get_keymap()[byte].type == ISKMAP;
}

bool ct_editor_step(void) {
  result = CT_EDITOR_NONE;
  if (!is_open || queue_is_empty()) return false;
  if (search_must_not_see(queue[queue_first])) {
    queue_first++;
    return true;
  }
  starved = 0;
  ct_popup_reset();
  rl_callback_read_char();
  if (result == CT_EDITOR_END) {
    // readline would take every further key for the end too.
    rl_callback_handler_remove();
    rl_callback_handler_install(prompt_text != NULL ? prompt_text : "", on_line);
  }
  return true;
}

enum ct_editor_result ct_editor_result(void) { return result; }

const char *ct_editor_entered(void) { return entered != NULL ? entered : ""; }

const char *ct_editor_prompt(void) {
  return is_open && rl_display_prompt != NULL ? rl_display_prompt : "";
}

const char *ct_editor_text(void) { return is_open && rl_line_buffer != NULL ? rl_line_buffer : ""; }

size_t ct_editor_length(void) { return is_open && rl_end > 0 ? (size_t)rl_end : 0; }

size_t ct_editor_point(void) {
  return is_open && rl_point > 0 ? (size_t)(rl_point < rl_end ? rl_point : rl_end) : 0;
}

void ct_editor_insert(const char *text) {
  if (!is_open) return;
  ct_popup_reset();
  if (RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH)) {
    // A search reads keys; a line break would end it.
    for (const char *byte = text; *byte != '\0'; byte++) {
      unsigned char shown = (unsigned char)*byte < 0x20 ? ' ' : (unsigned char)*byte;
      ct_editor_queue(&shown, 1);
    }
    return;
  }
  rl_insert_text(text);
}

void ct_editor_replace(const char *text) {
  if (!is_open) return;
  ct_editor_clear();
  rl_insert_text(text);
}

void ct_editor_clear(void) {
  if (!is_open) return;
  ct_popup_reset();
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_callback_handler_remove();
  rl_callback_handler_install(prompt_text != NULL ? prompt_text : "", on_line);
}

bool ct_editor_is_vi(void) { return is_open && rl_editing_mode == 0; }

bool ct_editor_is_busy(void) {
  return is_open && RL_ISSTATE(
    RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_MULTIKEY | RL_STATE_METANEXT |
    RL_STATE_NUMERICARG | RL_STATE_VIMOTION | RL_STATE_CHARSEARCH | RL_STATE_MOREINPUT);
}

bool ct_editor_is_bound(const char *sequence) {
  int type = 0;
  return is_open && rl_function_of_keyseq(sequence, NULL, &type) != NULL && type != ISKMAP;
}
