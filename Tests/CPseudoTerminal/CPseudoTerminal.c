#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

bool cpt_resize(int fd, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(fd, TIOCSWINSZ, &size) == 0;
}

bool cpt_spawn(
  const char *const *arguments, const char *const *environment, int columns, int rows,
  struct cpt_process *result, char *settings, int room) {
  int main_fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (main_fd < 0) return false;
  char name[64];
  if (grantpt(main_fd) != 0 || unlockpt(main_fd) != 0 ||
      ptsname_r(main_fd, name, sizeof name) != 0) {
    close(main_fd);
    return false;
  }
  int line_fd = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (line_fd < 0) {
    close(main_fd);
    return false;
  }
  cpt_resize(main_fd, columns, rows);
  cpt_settings(line_fd, settings, room);
  pid_t pid = fork();
  if (pid == 0) {
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    setsid();
    ioctl(line_fd, TIOCSCTTY, 0);
    for (int fd = 0; fd < 3; fd++) dup2(line_fd, fd);
    execve(arguments[0], (char *const *)arguments, (char *const *)environment);
    _exit(127);
  }
  if (pid < 0) {
    close(main_fd);
    close(line_fd);
    return false;
  }
  *result = (struct cpt_process){
    .pid = pid, .main_fd = main_fd, .line_fd = line_fd,
    .process_fd = (int)syscall(SYS_pidfd_open, pid, 0)};
  fcntl(main_fd, F_SETFL, O_NONBLOCK);
  return true;
}

bool cpt_settings(int fd, char *text, int room) {
  struct termios now;
  if (tcgetattr(fd, &now) != 0) return false;
  int used = snprintf(
    text, (size_t)room, "iflag %o oflag %o cflag %o lflag %o ispeed %u ospeed %u cc", now.c_iflag,
    now.c_oflag, now.c_cflag, now.c_lflag, cfgetispeed(&now), cfgetospeed(&now));
  for (int i = 0; i < NCCS && used < room; i++) {
    used += snprintf(text + used, (size_t)(room - used), " %d", now.c_cc[i]);
  }
  return true;
}

bool cpt_wait(int pid, int *status) { return waitpid(pid, status, WNOHANG) == pid; }

int cpt_exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

int cpt_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

const char *cpt_bundle_path(void) {
  static char path[4096];
  Dl_info info;
  if (dladdr((void *)cpt_bundle_path, &info) != 0 && info.dli_fname != NULL &&
      info.dli_fname[0] == '/') {
    return info.dli_fname;
  }
  ssize_t count = readlink("/proc/self/exe", path, sizeof path - 1);
  path[count > 0 ? count : 0] = '\0';
  return path;
}
