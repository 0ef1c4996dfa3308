// Completion: the matches come from a callback, readline inserts what they have in common, the list
// is kept for the one who draws.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Editor.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

struct ct_editor_callbacks ct_callbacks;
bool ct_readline_in_use;

static char **gathered;
static size_t gathered_count, gathered_room;
static size_t match_start, match_end;
static char match_suffix;

static char **popup;
static size_t popup_count;

enum { maximum_matches = 1000 };

static void free_list(char ***list, size_t *count) {
  for (size_t i = 0; i < *count; i++) free((*list)[i]);
  free(*list);
  *list = NULL;
  *count = 0;
}

void ct_editor_match_range(size_t start, size_t end, char suffix) {
  match_start = start;
  match_end = end;
  match_suffix = suffix;
}

void ct_editor_add_match(const char *match) {
  if (gathered_count >= maximum_matches) return;
  if (gathered_count == gathered_room) {
    size_t room = gathered_room == 0 ? 32 : gathered_room * 2;
    char **larger = realloc(gathered, room * sizeof *larger);
    if (larger == NULL) return;
    gathered = larger;
    gathered_room = room;
  }
  char *copy = strdup(match);
  if (copy != NULL) gathered[gathered_count++] = copy;
}

// readline has its own idea of where the word begins; each match is fitted to that.
static char *fitted(const char *match, size_t word_start) {
  const char *line = rl_line_buffer;
  if (word_start <= match_start) {
    size_t before = match_start - word_start;
    char *whole = malloc(before + strlen(match) + 1);
    if (whole == NULL) return NULL;
    memcpy(whole, line + word_start, before);
    strcpy(whole + before, match);
    return whole;
  }
  size_t typed = word_start - match_start;
  if (strncmp(match, line + match_start, typed) != 0 || strlen(match) < typed) return NULL;
  return strdup(match + typed);
}

static size_t next_match, word_begin;

static char *generate(const char *text, int state) {
  if (state == 0) next_match = 0;
  while (next_match < gathered_count) {
    char *match = fitted(gathered[next_match++], word_begin);
    if (match != NULL && strncmp(match, text, strlen(text)) == 0) return match;
    free(match);
  }
  return NULL;
}

static char **attempt(const char *text, int start, int end) {
  rl_attempted_completion_over = 1;  // never file names
  rl_completion_suppress_append = 1;
  free_list(&gathered, &gathered_count);
  gathered_room = 0;
  if (ct_callbacks.complete == NULL) return NULL;
  match_start = (size_t)start;
  match_end = (size_t)end;
  match_suffix = '\0';
  ct_callbacks.complete(ct_callbacks.user, rl_line_buffer, (size_t)end);
  if (match_end != (size_t)end || match_start > match_end) return NULL;
  if (match_suffix != '\0') {
    rl_completion_suppress_append = 0;
    rl_completion_append_character = match_suffix;
  }
  word_begin = (size_t)start;
  return rl_completion_matches(text, generate);
}

void ct_popup_reset(void) { free_list(&popup, &popup_count); }

void ct_popup_store(char **matches, int count, int longest) {
  (void)longest;
  ct_popup_reset();
  if (count <= 0) return;
  popup = calloc((size_t)count, sizeof *popup);
  if (popup == NULL) return;
  for (int i = 1; i <= count; i++) {
    // The whole candidate, not readline's part of it.
    const char *shown = matches[i];
    for (size_t j = 0; j < gathered_count; j++) {
      char *whole = fitted(gathered[j], word_begin);
      bool same = whole != NULL && strcmp(whole, matches[i]) == 0;
      free(whole);
      if (same) {
        shown = gathered[j];
        break;
      }
    }
    char *copy = strdup(shown);
    if (copy != NULL) popup[popup_count++] = copy;
  }
}

size_t ct_editor_popup_count(void) { return popup_count; }

const char *ct_editor_popup_match(size_t index) {
  return index < popup_count ? popup[index] : "";
}

void ct_editor_popup_clear(void) { ct_popup_reset(); }

void ct_readline_start(void) {
  static bool done = false;
  if (done) return;
  done = true;
  rl_readline_name = "nabla";
  // Before the inputrc is read, so that it wins.
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_attempted_completion_function = attempt;
  rl_completer_word_break_characters = " \t\n\"'`@$><=;|&{}()[],+-*/:^%!~";
  rl_basic_word_break_characters = " \t\n\"'`@$><=;|&{}()[],+-*/:^%!~";
  rl_completer_quote_characters = NULL;
  rl_sort_completion_matches = 0;
  rl_initialize();
}

void ct_history_start(int maximum) {
  using_history();
  clear_history();
  stifle_history(maximum);
}

void ct_history_add(const char *entry) {
  add_history(entry);
  using_history();  // the place to go back from is behind the newest
}

size_t ct_history_count(void) { return history_length > 0 ? (size_t)history_length : 0; }

const char *ct_history_entry(size_t index) {
  if (index >= ct_history_count()) return NULL;
  HIST_ENTRY *entry = history_get(history_base + (int)index);
  return entry != NULL ? entry->line : NULL;
}
