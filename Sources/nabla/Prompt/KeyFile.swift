// The person's own keys: `$XDG_CONFIG_HOME/nabla/keys`, or `~/.config/nabla/keys`.

import Glibc
import Interface

enum KeyFile {
  /// Larger files are no lists of keys.
  private static let mostBytes = 1 << 20

  static var path: String? {
    for (name, rest) in [("XDG_CONFIG_HOME", ""), ("HOME", "/.config")] {
      guard let value = getenv(name) else { continue }
      let folder = String(cString: value)
      if folder.hasPrefix("/") { return folder + rest + "/nabla/keys" }
    }
    return nil
  }

  /// The keys of the file, and what is wrong with it; nothing when there is no file.
  static func read() -> (bindings: KeyBindings, problem: String?) {
    guard let path, let text = contents(path) else { return (KeyBindings(), nil) }
    let (bindings, problems) = KeyBindings.read(text)
    guard let first = problems.first else { return (bindings, nil) }
    let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    return (bindings, "\(path) \(first)\(more)")
  }

  private static func contents(_ path: String) -> String? {
    // Not to wait for the writer of a pipe.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < mostBytes {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
