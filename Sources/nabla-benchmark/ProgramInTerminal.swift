// The product nabla, running in a pseudo-terminal.

import ArgumentParser
import Glibc

/// `nabla` as a person runs it, its output read and its keys sent by this program.
final class ProgramInTerminal {
  private let primary: CInt
  private let held: CInt
  private let process: pid_t
  let start: Double

  /// The program that stands beside this one, unless it was not built.
  static func path(for measure: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let program = "/" + path.split(separator: "/").dropLast().joined(separator: "/") + "/nabla"
    guard length > 0, access(program, X_OK) == 0 else {
      throw ValidationError("\(measure): build the product nabla beside nabla-benchmark first")
    }
    return program
  }

  /// - Parameter home: what the program takes for the home folder.
  init(
    _ program: String, arguments: [String] = [], columns: Int, rows: Int,
    home: String = "/nonexistent", for measure: String
  ) throws {
    // Linux's own way to a pseudo-terminal: unlock the other end, ask for its number.
    primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: CInt = 0
    var number: CUnsignedInt = 0
    guard primary >= 0, ioctl(primary, 0x4004_5431, &unlocked) == 0,
      ioctl(primary, 0x8004_5430, &number) == 0
    else { throw ValidationError("\(measure): no pseudo-terminal could be opened") }
    let secondary = "/dev/pts/\(number)"
    // Kept open, so that the size stands before the program opens it.
    held = open(secondary, O_RDWR | O_NOCTTY)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(primary, UInt(TIOCSWINSZ), &size)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, 0x80 /* POSIX_SPAWN_SETSID */)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, secondary, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=\(home)"]
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    start = now()
    guard posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0 else {
      throw ValidationError("\(measure): \(program) could not be started")
    }
    self.process = process
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(held)
    close(primary)
  }

  func send(_ keys: String) {
    var bytes = Array(keys.utf8)
    _ = write(primary, &bytes, bytes.count)
  }

  /// What the program writes within so many seconds: as soon as there is something, else nothing.
  func read(within seconds: Double) -> [UInt8] {
    var descriptor = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, CInt(max(0, seconds) * 1000)) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(primary, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Reads until a text shows. Returns when that was, nil when it did not come in time.
  func time(of text: String, within seconds: Double) -> Double? {
    let sign = Array(text.utf8)
    var seen: [UInt8] = []
    let end = now() + seconds
    while now() < end {
      let old = max(0, seen.count - sign.count)
      seen += read(within: end - now())
      if seen[old...].indices.contains(where: { seen[$0...].starts(with: sign) }) { return now() }
    }
    return nil
  }
}
