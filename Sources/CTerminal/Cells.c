// Cells into ncurses' virtual screen. Whatever the bytes are, a cell ends up with one printable
// character of exactly its width, so that nothing wraps, shifts or commands the terminal.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <curses.h>
#include <wchar.h>

// One strict UTF-8 character; the bytes used are returned, 1 with U+FFFD where it is malformed.
static size_t decode(const uint8_t *bytes, size_t count, uint32_t *character) {
  uint8_t first = bytes[0];
  *character = 0xFFFD;
  if (first < 0x80) {
    *character = first;
    return 1;
  }
  size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (length == 0 || first >= 0xF5 || length > count) return 1;
  uint32_t value = first & (0x7F >> length);
  for (size_t i = 1; i < length; i++) {
    if ((bytes[i] & 0xC0) != 0x80) return 1;
    value = value << 6 | (bytes[i] & 0x3F);
  }
  bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return 1;
  *character = value;
  return length;
}

static attr_t attributes_of(uint16_t bits) {
  attr_t result = A_NORMAL;
  if (bits & CT_BOLD) result |= A_BOLD;
  if (bits & CT_DIM) result |= A_DIM;
  if (bits & CT_ITALIC) result |= A_ITALIC;
  if (bits & CT_UNDERLINE) result |= A_UNDERLINE;
  if (bits & CT_REVERSE) result |= A_REVERSE;
  return result;
}

static int pair_of(int foreground, int background) {
  if (ct_screen_colors() == 0 || (foreground < 0 && background < 0)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

// The character and its marks; returns the columns it takes.
static int compose(
  const uint8_t *bytes, size_t count, int width, wchar_t text[CCHARW_MAX + 1]) {
  uint32_t base = ' ';
  size_t used = count > 0 ? decode(bytes, count, &base) : 0;
  int columns = wcwidth((wchar_t)base);
  if (base < 0x20 || (base >= 0x7F && base < 0xA0) || columns <= 0 || columns > width) {
    base = 0xFFFD;
    columns = 1;
  }
  int length = 0;
  text[length++] = (wchar_t)base;
  while (used < count && length < CCHARW_MAX) {
    uint32_t mark;
    used += decode(bytes + used, count - used, &mark);
    // Joined emoji and variation selectors are as wide as each terminal likes; leave them out.
    bool fits = mark >= 0x300 && wcwidth((wchar_t)mark) == 0 && mark != 0x200D &&
                !(mark >= 0x200B && mark < 0x2010) && !(mark >= 0x202A && mark < 0x202F) &&
                !(mark >= 0x2060 && mark < 0x2070) && !(mark >= 0xFE00 && mark < 0xFE10) &&
                mark != 0xFEFF && mark < 0xE0000;
    if (fits) text[length++] = (wchar_t)mark;
  }
  text[length] = L'\0';
  return columns;
}

void ct_screen_put_row(
  int row, const struct ct_cell *cells, int count, const uint8_t *text, size_t text_bytes) {
  if (!ct_screen_is_open() || row < 0 || row >= LINES) return;
  int foreground = -2, background = -2, pair = 0;
  for (int column = 0; column < COLS;) {
    cchar_t shown;
    wchar_t characters[CCHARW_MAX + 1] = L" ";
    if (column >= count) {
      setcchar(&shown, characters, A_NORMAL, 0, NULL);
      mvadd_wch(row, column, &shown);
      column++;
      continue;
    }
    const struct ct_cell *cell = &cells[column];
    size_t length = cell->bytes;
    if (cell->text > text_bytes || length > text_bytes - cell->text) length = 0;
    int width = cell->width > 1 && column + 1 < COLS && column + 1 < count ? 2 : 1;
    // Half a wide character at the edge, or a second half without its first: a blank.
    if (cell->width != width) length = 0;
    int columns = compose(text + cell->text, length, width, characters);
    if (cell->foreground != foreground || cell->background != background) {
      foreground = cell->foreground;
      background = cell->background;
      pair = pair_of(foreground, background);
    }
    attr_t attributes = attributes_of(cell->attributes);
    setcchar(&shown, characters, attributes, 0, &pair);
    mvadd_wch(row, column, &shown);
    if (columns < width) {
      setcchar(&shown, L" ", attributes, 0, &pair);
      mvadd_wch(row, column + 1, &shown);
    }
    column += width;
  }
}
