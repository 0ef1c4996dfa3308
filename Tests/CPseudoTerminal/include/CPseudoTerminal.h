// A program in a pseudo-terminal, for tests: Swift may not fork, and posix_spawn cannot give a
// controlling terminal.
#ifndef NABLA_CPSEUDOTERMINAL_H
#define NABLA_CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stdint.h>

struct cpt_process {
  int pid;
  int main_fd;    // what a terminal emulator reads and writes
  int line_fd;    // the program's side, kept open so that its settings can be read afterwards
  int process_fd; // readable when the process has ended
};

/// `settings` gets the line settings before the program runs. Starts a program as the leader of a session whose controlling terminal is a new pseudo-terminal.
bool cpt_spawn(
  const char *const *arguments, const char *const *environment, int columns, int rows,
  struct cpt_process *result, char *settings, int room);
bool cpt_resize(int fd, int columns, int rows);
/// The line settings as text: flags, speeds and control characters.
bool cpt_settings(int fd, char *text, int room);
/// Whether the process ended; then its wait status.
bool cpt_wait(int pid, int *status);
int cpt_exit_code(int status);
int cpt_signal(int status);
/// The file that holds this code: the test bundle.
const char *cpt_bundle_path(void);

#endif
