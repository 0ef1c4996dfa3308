// The time from starting the program to its prompt, in a pseudo-terminal.

import ArgumentParser
import Glibc

enum Startup {
  /// Seconds of several starts, each to the first sight of the prompt.
  static func times(count: Int) throws -> [Double] {
    guard let program = besideThisProgram() else {
      throw ValidationError("startup: build the product nabla beside nabla-benchmark first")
    }
    var times: [Double] = []
    for _ in 0...count { times.append(try once(program)) }
    // The first start reads the program from the disk.
    return Array(times.dropFirst())
  }

  private static func besideThisProgram() -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let program = "/" + folder + "/nabla"
    return access(program, X_OK) == 0 ? program : nil
  }

  private static func once(_ program: String) throws -> Double {
    // Linux's own way to a pseudo-terminal: unlock the other end, ask for its number.
    let primary = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: CInt = 0
    var number: CUnsignedInt = 0
    guard primary >= 0, ioctl(primary, 0x4004_5431, &unlocked) == 0,
      ioctl(primary, 0x8004_5430, &number) == 0
    else { throw ValidationError("startup: no pseudo-terminal could be opened") }
    defer { close(primary) }
    let secondary = "/dev/pts/\(number)"
    // Kept open, so that the size stands before the program opens it.
    let held = open(secondary, O_RDWR | O_NOCTTY)
    defer { close(held) }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
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
    let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process = pid_t()
    let start = now()
    guard posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0 else {
      throw ValidationError("startup: \(program) could not be started")
    }
    defer {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    var seen: [UInt8] = []
    let sign = Array("∇ ".utf8)
    while now() - start < 5 {
      var descriptor = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 1000) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = read(primary, &buffer, buffer.count)
      guard count > 0 else { break }
      seen += buffer[..<count]
      if seen.indices.contains(where: { seen[$0...].starts(with: sign) }) { return now() - start }
    }
    throw ValidationError("startup: no prompt appeared within 5 seconds")
  }
}
