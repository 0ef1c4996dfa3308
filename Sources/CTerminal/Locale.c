// The locale, and what the terminal description says.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

#undef columns  // term.h takes the word

bool ct_locale_start(void) {
  bool known = setlocale(LC_ALL, "") != NULL;
  setlocale(LC_NUMERIC, "C");
  return known;
}

const char *ct_locale_codeset(void) { return nl_langinfo(CODESET); }

int ct_character_width(uint32_t character) { return wcwidth((wchar_t)character); }

static bool has_string(const char *name) {
  const char *value = tigetstr(name);
  return value != NULL && value != (const char *)-1 && value[0] != '\0';
}

static bool begins(const char *text, const char *prefix) {
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

struct ct_description ct_describe(const char *name, int fd) {
  struct ct_description result = {0};
  TERMINAL *former = cur_term;
  int error = 0;
  if (setupterm(name, fd, &error) != OK) {
    if (cur_term != former) set_curterm(former);
    return result;
  }
  result.known = true;
  result.addresses_cursor = has_string("cup");
  result.colors = tigetnum("colors");
  // RGB may be a flag, a number or a string (user_caps(5)).
  result.direct_color = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || has_string("RGB");
  result.understands_xterm = tigetflag("XT") > 0 || has_string("kmous") ||
                             begins(name, "xterm") || begins(name, "tmux") ||
                             begins(name, "screen");
  TERMINAL *looked_at = cur_term;
  set_curterm(former);
  if (looked_at != former) del_curterm(looked_at);
  return result;
}

bool ct_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
