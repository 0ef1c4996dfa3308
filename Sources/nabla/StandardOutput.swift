// Writing to the standard streams. C's `stdout` and `stderr` are global variables, which Swift does
// not let be touched; the descriptors are as good.

import Glibc

/// Prints a line on standard error.
func complain(_ line: String) { writeAll(line + "\n", to: STDERR_FILENO) }

/// Prints a line on standard output, at once.
func say(_ line: String) { writeAll(line + "\n", to: STDOUT_FILENO) }

/// Writes text to standard output as it is.
func put(_ text: String) { writeAll(text, to: STDOUT_FILENO) }

private func writeAll(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes = bytes.dropFirst(count)
    } else if errno == EAGAIN {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, -1)
    } else if errno != EINTR {
      return
    }
  }
}
