// A text in the person's own editor: $VISUAL, else $EDITOR, else vi. The terminal has been given
// back when this is called.

import Glibc

enum ExternalEditor {
  enum Outcome {
    case text(String)
    case failed(String)
  }

  /// A text is no longer than this.
  private static let mostBytes = 1 << 20

  /// Lets the editor change the text; waits until it ends.
  static func edit(_ text: String) -> Outcome {
    var folder = "/tmp"
    if let own = getenv("TMPDIR"), own[0] != 0 { folder = String(cString: own) }
    var template = Array((folder + "/nabla-XXXXXX.nabla").utf8CString)
    let descriptor = mkstemps(&template, 6)
    guard descriptor >= 0 else {
      return .failed("cannot make a file in \(folder): \(String(cString: strerror(errno)))")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    let bytes = Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8)
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count else { return .failed("cannot write \(path)") }
    let status = run(path)
    guard status == 0 else {
      return .failed(
        status == 127
          ? "there is no such editor; set EDITOR, for example to nano"
          : "the editor ended with \(status): nothing was changed")
    }
    guard let edited = contents(path) else { return .failed("cannot read \(path)") }
    var result = edited
    while result.hasSuffix("\n") { result.removeLast() }
    return .text(result)
  }

  /// Runs the editor in the foreground; ^C and ^\ are its own, ^Z stops both.
  private static func run(_ path: String) -> Int32 {
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    var (interrupt, quit) = (sigaction(), sigaction())
    sigaction(SIGINT, &ignore, &interrupt)
    sigaction(SIGQUIT, &ignore, &quit)
    defer {
      sigaction(SIGINT, &interrupt, nil)
      sigaction(SIGQUIT, &quit, nil)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    // The variables may hold arguments: code --wait.
    let script = "eval \"${VISUAL:-${EDITOR:-vi}}\" '\"$1\"'"
    let words: [String] = ["sh", "-c", script, "nabla", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, environ) == 0 else {
      return 127
    }
    var status: Int32 = 0
    while true {
      guard waitpid(child, &status, WUNTRACED) == child else {
        if errno == EINTR { continue }
        return 1
      }
      if status & 0xFF == 0x7F {
        // The editor was stopped by ^Z, and nabla with it; fg continues both.
        kill(getpid(), SIGSTOP)
        kill(child, SIGCONT)
        continue
      }
      return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
  }

  private static func contents(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < mostBytes {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
