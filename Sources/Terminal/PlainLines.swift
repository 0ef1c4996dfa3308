// Lines of standard input where it is no terminal.

import Glibc

/// Cuts what is read into lines, with a bound on a line's length.
struct PlainLines {
  static let limit = 16 << 20

  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private var isSkipping = false
  private var searched = 0

  /// Reads what is there.
  mutating func fill(from descriptor: Int32 = STDIN_FILENO) {
    var part = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &part, part.count)
    if count > 0 {
      append(part[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }

  mutating func append(_ part: ArraySlice<UInt8>) { bytes.append(contentsOf: part) }

  mutating func end() { isAtEnd = true }

  /// The next whole line, the end, or nil where more must be read.
  mutating func next() -> LineModeInput.Result? {
    guard let end = bytes[searched...].firstIndex(of: 0x0A) else {
      searched = bytes.count
      if bytes.count > Self.limit || isSkipping {
        isSkipping = !isAtEnd
        bytes.removeAll()
        searched = 0
        return isAtEnd ? .tooLong : nil
      }
      guard isAtEnd else { return nil }
      defer { clear() }
      return bytes.isEmpty ? .end : .input(Self.text(bytes[...]))
    }
    let line = bytes[..<end]
    defer {
      bytes.removeFirst(end + 1)
      searched = 0
      isSkipping = false
    }
    return isSkipping || line.count > Self.limit ? .tooLong : .input(Self.text(line))
  }

  private mutating func clear() {
    bytes.removeAll()
    searched = 0
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }
}
