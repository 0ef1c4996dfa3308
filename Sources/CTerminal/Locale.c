// The locale, and what the terminal description says.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

#undef columns  // term.h takes the word

// Whether the locale that the environment names has UTF-8, whatever the machine knows of it.
static bool names_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || value[0] == '\0') continue;
    const char *codeset = strchr(value, '.');
    return codeset != NULL && (strncasecmp(codeset + 1, "UTF-8", 5) == 0 ||
                               strncasecmp(codeset + 1, "UTF8", 4) == 0);
  }
  return false;
}

bool ct_locale_start(void) {
  bool known = setlocale(LC_ALL, "") != NULL;
  // `LANG=tr_TR.UTF-8` on a machine where that locale was never made still means a UTF-8 terminal.
  if (!known && names_utf8()) known = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
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
