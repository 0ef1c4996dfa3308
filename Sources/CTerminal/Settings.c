// Line settings and standard error: remembered at the start, restored on every way out. What runs in
// a signal handler here uses only async-signal-safe calls.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct termios remembered;
static int input_fd = -1;
static int output_fd = -1;
static char reset_bytes[1024];
static size_t reset_count;
static atomic_bool guarded;
static atomic_bool active;

static int real_error = -1;
static int kept_error = -1;

void ct_write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd wait = {.fd = fd, .events = POLLOUT};
      if (poll(&wait, 1, 1000) <= 0) return;
    } else {
      return;
    }
  }
}

// A process in the background must not touch the terminal: it is another's, and the attempt stops us.
bool ct_settings_in_foreground(void) {
  pid_t group = tcgetpgrp(input_fd);
  return group < 0 || group == getpgrp();
}

static void at_exit(void) { ct_settings_emergency(); }

void ct_settings_set_reset(const char *reset) {
  size_t count = strlen(reset);
  if (count > sizeof reset_bytes) return;
  memcpy(reset_bytes, reset, count);
  reset_count = count;
}

bool ct_settings_guard(int in, int out, const char *reset) {
  static bool registered = false;
  if (tcgetattr(in, &remembered) != 0) return false;
  ct_settings_set_reset(reset);
  input_fd = in;
  output_fd = out;
  if (!registered) registered = atexit(at_exit) == 0;
  atomic_store(&active, true);
  atomic_store(&guarded, true);
  ct_crash_install();
  return true;
}

void ct_settings_set_active(bool now) { atomic_store(&active, now); }

void ct_settings_refresh(void) {
  struct termios now;
  if (atomic_load(&guarded) && tcgetattr(input_fd, &now) == 0) remembered = now;
}

void ct_settings_apply(void) {
  if (atomic_load(&guarded) && ct_settings_in_foreground()) {
    tcsetattr(input_fd, TCSADRAIN, &remembered);
  }
}

void ct_settings_release(void) {
  if (!atomic_load(&guarded)) return;
  ct_settings_apply();
  atomic_store(&guarded, false);
}

void ct_settings_emergency(void) {
  int former_error = errno;
  if (atomic_exchange(&guarded, false)) {
    if (ct_settings_in_foreground()) {
      if (atomic_load(&active)) ct_write_all(output_fd, reset_bytes, reset_count);
      tcsetattr(input_fd, TCSANOW, &remembered);
    }
  }
  ct_stderr_release();
  errno = former_error;
}

// Standard error on the terminal would tear the screen, so it goes to memory meanwhile.
void ct_stderr_capture(void) {
  if (kept_error >= 0 || !isatty(STDERR_FILENO)) return;
  int keep = memfd_create("standard-error", MFD_CLOEXEC);
  if (keep < 0) return;
  int real = dup(STDERR_FILENO);
  if (real < 0 || dup2(keep, STDERR_FILENO) < 0) {
    if (real >= 0) close(real);
    close(keep);
    return;
  }
  real_error = real;
  kept_error = keep;
}

enum { kept_limit = 64 * 1024 };

void ct_stderr_release(void) {
  int keep = kept_error;
  int real = real_error;
  if (keep < 0) return;
  kept_error = -1;
  real_error = -1;
  dup2(real, STDERR_FILENO);
  off_t end = lseek(keep, 0, SEEK_END);
  off_t place = end > kept_limit ? end - kept_limit : 0;
  char part[1024];
  while (place < end) {
    ssize_t count = pread(keep, part, sizeof part, place);
    if (count <= 0) break;
    ct_write_all(STDERR_FILENO, part, (size_t)count);
    place += count;
  }
  close(keep);
  close(real);
}
