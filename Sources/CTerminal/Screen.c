// The full screen by ncurses: opening, size, suspending, closing. Cells are put in Cells.c.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Internal.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#undef columns  // term.h takes the word

static SCREEN *screen;
static bool is_open;
static bool is_suspended;
static bool mouse_on;
static bool cursor_shown;
static int color_count;

static const char modes_on[] = "\033[?2004h";
static const char modes_off[] = "\033[?2026l\033[?2004l\033[?1006l\033[?1002l";
static const char mouse_modes[] = "\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l";
static const char query[] = "\033[?2026$p";

// Sizes beyond these are no real terminal's, and ncurses would take gigabytes for them.
enum { maximum_columns = 1000, maximum_rows = 500 };

static void append(char *to, size_t room, const char *capability) {
  if (capability == NULL || capability == (const char *)-1) return;
  size_t used = strlen(to);
  for (const char *from = capability; *from != '\0' && used + 1 < room; from++) {
    if (from[0] == '$' && from[1] == '<') {  // padding
      while (*from != '\0' && *from != '>') from++;
      if (*from == '\0') break;
      continue;
    }
    to[used++] = *from;
  }
  to[used] = '\0';
}

static void say(const char *text) { ct_write_all(STDOUT_FILENO, text, strlen(text)); }

void ct_screen_reselect(void) {
  if (screen != NULL) set_term(screen);
}

static void fit(int *columns, int *rows) {
  if (!ct_window_size(STDIN_FILENO, columns, rows) &&
      !ct_window_size(STDOUT_FILENO, columns, rows)) {
    *columns = 80;
    *rows = 24;
  }
  if (*columns > maximum_columns) *columns = maximum_columns;
  if (*rows > maximum_rows) *rows = maximum_rows;
}

bool ct_screen_open(const char *name, bool colors, bool mouse, bool query_modes) {
  if (is_open) return true;
  if (!ct_settings_guard(STDIN_FILENO, STDOUT_FILENO, "")) return false;
  if (screen != NULL) {
    delscreen(screen);
    screen = NULL;
  }
  SCREEN *opened = newterm(name, stdout, stdin);
  if (opened == NULL) {
    ct_settings_release();
    return false;
  }
  screen = opened;
  set_term(screen);
  char reset[512] = "";
  append(reset, sizeof reset, modes_off);
  append(reset, sizeof reset, tigetstr("sgr0"));
  append(reset, sizeof reset, tigetstr("cnorm"));
  append(reset, sizeof reset, tigetstr("rmcup"));
  append(reset, sizeof reset, "\r");
  ct_settings_set_reset(reset);
  ct_stderr_capture();
  is_open = true;
  mouse_on = mouse;
  cursor_shown = true;

  set_escdelay(25);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  typeahead(-1);  // otherwise a frame is left half drawn when a key comes
  color_count = 0;
  if (colors && has_colors() && start_color() == OK) {
    use_default_colors();
    color_count = COLORS;
  }
  def_prog_mode();
  int columns, rows;
  ct_screen_resize(&columns, &rows);
  if (query_modes) say(query);
  say(modes_on);
  if (mouse) say(mouse_modes);
  clearok(curscr, TRUE);
  return true;
}

void ct_screen_ask_background(void) {
  if (is_open) say("\033]11;?\033\\");
}

bool ct_screen_is_open(void) { return is_open; }

int ct_screen_colors(void) { return color_count; }

void ct_screen_close(void) {
  if (!is_open) return;
  is_open = false;
  if (!is_suspended && ct_settings_in_foreground()) {
    say(modes_off);
    endwin();
  }
  is_suspended = false;
  ct_settings_release();
  ct_stderr_release();
}

bool ct_screen_resize(int *columns, int *rows) {
  fit(columns, rows);
  if (screen == NULL) return false;
  if (*columns == COLS && *rows == LINES) return false;
  // The environment's LINES and COLUMNS may have misled newterm; the terminal itself knows.
  resizeterm(*rows, *columns);
  clearok(curscr, TRUE);
  return true;
}

void ct_screen_show(int cursor_row, int cursor_column, bool synchronized) {
  if (!is_open) return;
  bool shows = cursor_row >= 0 && cursor_row < LINES && cursor_column >= 0 && cursor_column < COLS;
  if (shows) wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  if (synchronized) say("\033[?2026h");
  if (!shows && cursor_shown) curs_set(0);
  doupdate();
  if (shows && !cursor_shown) curs_set(1);
  cursor_shown = shows;
  if (synchronized) say("\033[?2026l");
}

void ct_screen_repaint(void) {
  if (is_open) clearok(curscr, TRUE);
}

void ct_screen_suspend(void) {
  if (!is_open || is_suspended) return;
  is_suspended = true;
  say(modes_off);
  if (!cursor_shown) curs_set(1);
  endwin();
  ct_settings_apply();
  ct_settings_set_active(false);
}

void ct_screen_resume(void) {
  if (!is_open) return;
  if (is_suspended && ct_settings_in_foreground()) {
    // The person may have changed them in the shell; those are to be restored in the end.
    ct_settings_refresh();
    def_shell_mode();
  }
  is_suspended = false;
  ct_settings_set_active(true);
  reset_prog_mode();
  if (!cursor_shown) curs_set(0);
  say(modes_on);
  if (mouse_on) say(mouse_modes);
  clearok(curscr, TRUE);
}

void ct_screen_set_mouse(bool on) {
  if (!is_open || on == mouse_on) return;
  mouse_on = on;
  say(on ? mouse_modes : mouse_off);
}
