// ncurses, readline, signals and line settings behind functions only: no curses or readline header
// here, no macro, no global. Every function is for the main thread unless it says otherwise.
// Callbacks must not throw and must not call back into the functions of their own section, except
// where it is said.
#ifndef NABLA_CTERMINAL_H
#define NABLA_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Locale and terminal description

/// Takes the person's locale for everything but numbers, whose decimal point must stay a point.
/// Before any other function here. Returns whether the environment's locale exists.
bool ct_locale_start(void);
/// The codeset's name, such as "UTF-8" or "ANSI_X3.4-1968".
const char *ct_locale_codeset(void);
/// Columns of a code point after the C library: −1 where it is not printable.
int ct_character_width(uint32_t character);

struct ct_description {
  bool known;           // a terminfo entry exists
  bool addresses_cursor;
  bool direct_color;    // terminfo's RGB
  bool understands_xterm;  // safe to be asked for modes and told of the mouse
  int colors;           // −1 or 0: none
};
/// Looks a terminal type up without changing the terminal.
struct ct_description ct_describe(const char *name, int fd);
/// The terminal's size, by TIOCGWINSZ; false where it has none.
bool ct_window_size(int fd, int *columns, int *rows);

// MARK: Signals

/// Installs handlers for WINCH, CONT, TERM, HUP, INT and, if wanted, TSTP that write the signal's
/// number to a pipe. Returns the pipe's read end, or −1. Again: the same descriptor.
int ct_signals_open(bool with_stop);
/// The next signal that arrived, or 0.
int ct_signals_next(void);
/// Adds or removes TSTP alone.
void ct_signals_watch_stop(bool on);
/// Gives the former handlers back.
void ct_signals_close(void);
/// Stops the process group as ^Z does; returns when it is continued (at once where nobody could
/// continue it). Of the signal pipe's handlers, TSTP's is suspended meanwhile.
void ct_signals_stop_self(void);
/// Gives the calling thread an alternate stack, so that a crash by stack overflow there restores the
/// terminal too. Any thread, once.
void ct_crash_prepare_thread(void);

// MARK: Wake-up descriptor

/// A descriptor that becomes readable when poked; −1 if there is none.
int ct_wake_open(void);
/// Any thread, also from a signal handler.
void ct_wake_poke(int fd);
void ct_wake_drain(int fd);
void ct_wake_close(int fd);

// MARK: Line settings

/// Remembers the terminal's line settings and restores them when the process ends by exit() or by a
/// signal of a crash. `reset` is written to `out` first then.
bool ct_settings_guard(int in, int out, const char *reset);
/// Restores what `ct_settings_guard` remembers, and ends the guard.
void ct_settings_release(void);

// MARK: Screen

struct ct_cell {
  uint32_t text;        // offset in the text buffer
  uint8_t bytes;        // length there; 0 for the second half of a wide character
  uint8_t width;        // 0, 1 or 2
  uint16_t attributes;  // CT_BOLD …
  int32_t foreground;   // −1 the terminal's own, else a colour's number
  int32_t background;
};

enum ct_attribute {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_ITALIC = 4,
  CT_UNDERLINE = 8,
  CT_REVERSE = 16,
};

/// Takes the terminal for full-screen use: raw mode, alternate screen, bracketed paste, and the
/// mouse if wanted. Standard error is kept back while it is open, if it is a terminal. False, with
/// everything as before, where the terminal type is unknown.
bool ct_screen_open(const char *name, bool colors, bool mouse, bool query_modes);
/// Gives the terminal back and prints what standard error got. More than once is harmless.
void ct_screen_close(void);
bool ct_screen_is_open(void);
/// Asks for the background's colour (OSC 11); the answer comes as input, if it comes.
void ct_screen_ask_background(void);
/// The number of colours that cells may name: 0, 8, 16, 256 or 2²⁴.
int ct_screen_colors(void);
/// Re-reads the terminal's size. True if it changed.
bool ct_screen_resize(int *columns, int *rows);
/// The cells of one row from column 0; clipped; nothing is shown yet.
void ct_screen_put_row(
  int row, const struct ct_cell *cells, int count, const uint8_t *text, size_t text_bytes);
/// Shows what was put. A cursor row of −1 hides the cursor.
void ct_screen_show(int cursor_row, int cursor_column, bool synchronized);
/// The next show paints everything anew.
void ct_screen_repaint(void);
void ct_screen_suspend(void);
void ct_screen_resume(void);
void ct_screen_set_mouse(bool on);

// MARK: Line editor on a frame

struct ct_editor_callbacks {
  void *user;
  /// Whether Enter ends the input; otherwise a line break is inserted.
  bool (*accepts)(void *user, const char *text);
  /// Adds matches with `ct_editor_add_match`. `point` is a byte offset.
  void (*complete)(void *user, const char *text, size_t point);
  /// Waits for more input and queues it with `ct_editor_queue`.
  void (*refill)(void *user, int milliseconds);
};

/// Starts readline without a display of its own. False if an editor is open already.
bool ct_editor_open(struct ct_editor_callbacks callbacks, int input);
void ct_editor_close(void);
void ct_editor_set_prompt(const char *prompt);
void ct_editor_set_size(int columns, int rows);
/// Appends bytes to the queue that readline reads.
void ct_editor_queue(const uint8_t *bytes, size_t count);
/// While held, readline is not told of bytes that wait in the terminal: keys read before them are
/// still to be queued.
void ct_editor_hold(bool holds);
/// Lets readline read one key from the queue; false if the queue was empty.
bool ct_editor_step(void);
enum ct_editor_result { CT_EDITOR_NONE = 0, CT_EDITOR_LINE = 1, CT_EDITOR_END = 2 };
/// What the last step ended: a line, or the input (^D on an empty line).
enum ct_editor_result ct_editor_result(void);
/// The line that was entered; valid until the next step.
const char *ct_editor_entered(void);
const char *ct_editor_prompt(void);
const char *ct_editor_text(void);
size_t ct_editor_length(void);
size_t ct_editor_point(void);
void ct_editor_insert(const char *text);
void ct_editor_replace(const char *text);
/// Drops the line and whatever search or prefix is under way.
void ct_editor_clear(void);
bool ct_editor_is_vi(void);
/// A search or the rest of a key sequence is awaited.
bool ct_editor_is_busy(void);
bool ct_editor_is_bound(const char *sequence);

/// The bytes [start, end) of the text that the matches replace, and what follows a single one.
void ct_editor_match_range(size_t start, size_t end, char suffix);
void ct_editor_add_match(const char *match);
/// Matches to be shown; 0 when there is nothing to show.
size_t ct_editor_popup_count(void);
const char *ct_editor_popup_match(size_t index);
void ct_editor_popup_clear(void);

// MARK: History

void ct_history_start(int maximum);
void ct_history_add(const char *entry);
size_t ct_history_count(void);
/// Counted from the oldest; NULL outside.
const char *ct_history_entry(size_t index);

// MARK: readline with its own display

bool ct_line_open(struct ct_editor_callbacks callbacks);
void ct_line_close(void);
/// Shows the prompt and begins a line.
void ct_line_begin(const char *prompt);
/// Reads what is there; call when standard input is readable.
enum ct_editor_result ct_line_read(void);
/// The line that was entered; valid until the next read.
const char *ct_line_entered(void);
/// Leaves the prompt: line settings as before `ct_line_begin`.
void ct_line_end(void);
/// Drops the line, shows ^C and leaves the prompt.
void ct_line_interrupt(void);
void ct_line_resize(void);
/// The line settings are the shell's between these; the prompt is drawn again.
void ct_line_suspend(void);
void ct_line_resume(void);
/// Removes prompt and line from the screen so that text can be printed; `ct_line_resume` redraws.
void ct_line_hide(void);

#endif
