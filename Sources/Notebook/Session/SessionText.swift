// From a file's bytes to text. A torn end is repaired and reported; anything else that is not UTF-8
// text is refused with its line.

import Language

/// Decoding of a session file's bytes.
enum SessionText {
  static func decode(
    _ bytes: [UInt8], name: String, problems: inout [Diagnostic]
  ) throws(Diagnostic) -> String {
    let file = SessionMessage.quoted(name)
    guard bytes.count <= SessionFile.maximumBytes else {
      throw Diagnostic("\(file) is larger than 64 MiB", hint: "a session file holds no weights")
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw Diagnostic(
        "\(file) line \(line(of: zero, in: bytes)) holds a zero byte: not a text file")
    }
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    if let text = String(validating: content, as: UTF8.self) { return text }
    let torn = tornTail(content)
    if torn > 0, let text = String(validating: content.dropLast(torn), as: UTF8.self) {
      let last = line(of: content.endIndex - torn, in: bytes)
      problems.append(Diagnostic("\(file) line \(last) is cut off in the middle of a character"))
      return text
    }
    let bad = validPrefix(content)
    throw Diagnostic("\(file) line \(line(of: bad, in: bytes)) is not UTF-8 text")
  }

  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
  }

  /// How many bytes at the end are the beginning of a character.
  private static func tornTail(_ bytes: ArraySlice<UInt8>) -> Int {
    for (count, byte) in zip(1...3, bytes.reversed()) {
      switch byte {
      case 0x80...0xBF: continue
      case 0xC2...0xDF: return count < 2 ? count : 0
      case 0xE0...0xEF: return count < 3 ? count : 0
      case 0xF0...0xF4: return count < 4 ? count : 0
      default: return 0
      }
    }
    return 0
  }

  /// The index of the first byte that is not part of a well-formed character.
  private static func validPrefix(_ bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.endIndex)
  }
}

/// Parts of messages.
enum SessionMessage {
  static func quoted(_ text: String) -> String { "'\(VisibleText.line(text))'" }
}
