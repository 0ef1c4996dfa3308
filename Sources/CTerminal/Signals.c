// Signals as bytes in a pipe; stopping and continuing; a crash that leaves the terminal whole.
#define _GNU_SOURCE
#include "CTerminal.h"
#include "Internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};
static const int watched[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGTSTP};
enum { watched_count = sizeof watched / sizeof watched[0] };
static struct sigaction former[watched_count];
static bool installed[watched_count];
// Deadly signals that nobody has taken from the pipe yet.
static atomic_int unread_term, unread_hup;

static void on_signal(int number) {
  int former_error = errno;
  atomic_int *unread = number == SIGTERM ? &unread_term : number == SIGHUP ? &unread_hup : NULL;
  if (unread != NULL && atomic_fetch_add(unread, 1) > 0) {
    // Asked twice while the main loop hangs: go without it.
    ct_settings_emergency();
    signal(number, SIG_DFL);
    raise(number);
  }
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(pipe_ends[1], &byte, 1);
  (void)ignored;
  errno = former_error;
}

int ct_signals_open(bool with_stop) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action = {0};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) {
    if (installed[i] || (watched[i] == SIGTSTP && !with_stop)) continue;
    struct sigaction before;
    if (sigaction(watched[i], NULL, &before) != 0) continue;
    // nohup and shells without job control ignore signals on purpose.
    if (before.sa_handler == SIG_IGN && (watched[i] == SIGHUP || watched[i] == SIGTSTP)) continue;
    if (sigaction(watched[i], &action, &former[i]) == 0) installed[i] = true;
  }
  return pipe_ends[0];
}

int ct_signals_next(void) {
  unsigned char byte = 0;
  if (pipe_ends[0] < 0 || read(pipe_ends[0], &byte, 1) != 1) return 0;
  if (byte == SIGTERM) atomic_store(&unread_term, 0);
  if (byte == SIGHUP) atomic_store(&unread_hup, 0);
  return byte;
}

void ct_signals_close(void) {
  for (int i = 0; i < watched_count; i++) {
    if (installed[i]) sigaction(watched[i], &former[i], NULL);
    installed[i] = false;
  }
}

void ct_signals_watch_stop(bool on) {
  int last = watched_count - 1;  // SIGTSTP
  if (on) {
    ct_signals_open(true);
  } else if (installed[last]) {
    sigaction(watched[last], &former[last], NULL);
    installed[last] = false;
  }
}

void ct_signals_stop_self(void) {
  struct sigaction standard = {0}, ours;
  standard.sa_handler = SIG_DFL;
  if (sigaction(SIGTSTP, &standard, &ours) != 0) return;
  // The whole group, so that the other members of a pipeline stop with us.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT};
enum { crash_count = sizeof crashes / sizeof crashes[0] };
static struct sigaction before_crash[crash_count];

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  ct_settings_emergency();
  for (int i = 0; i < crash_count; i++) {
    if (crashes[i] == number) sigaction(number, &before_crash[i], NULL);
  }
  // A fault repeats by itself when the handler returns, and then has its true place for whoever
  // looks at it; anything else is raised again.
  bool repeats = info->si_code > 0 && (number == SIGSEGV || number == SIGBUS ||
                                       number == SIGILL || number == SIGFPE);
  if (!repeats) raise(number);
}

enum { stack_bytes = 64 * 1024 };

void ct_crash_prepare_thread(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) == 0 && !(now.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = malloc(stack_bytes), .ss_size = stack_bytes};
  if (stack.ss_sp != NULL && sigaltstack(&stack, NULL) != 0) free(stack.ss_sp);
}

void ct_crash_install(void) {
  static bool done = false;
  if (done) return;
  done = true;
  ct_crash_prepare_thread();
  struct sigaction action = {0};
  action.sa_sigaction = on_crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  // A fault inside the handler must kill, not hang.
  for (int i = 0; i < crash_count; i++) sigdelset(&action.sa_mask, crashes[i]);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &before_crash[i]);
}

int ct_wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void ct_wake_poke(int fd) {
  int former_error = errno;
  uint64_t one = 1;
  ssize_t ignored = write(fd, &one, sizeof one);
  (void)ignored;
  errno = former_error;
}

void ct_wake_drain(int fd) {
  uint64_t count;
  ssize_t ignored = read(fd, &count, sizeof count);
  (void)ignored;
}

void ct_wake_close(int fd) {
  if (fd >= 0) close(fd);
}
