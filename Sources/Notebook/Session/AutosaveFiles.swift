// The journal's file names and the field it adds to a session's header.

import Glibc

/// `autosave 4711 xor.nabla`: the process and the original file, in the header line.
enum AutosaveData {
  private static let key = "autosave"

  static func isOwn(_ field: String) -> Bool { field == key || field.hasPrefix(key + " ") }

  static func text(process: Int32, file: String?) -> String {
    guard let file, !file.isEmpty else { return "\(key) \(process)" }
    return "\(key) \(process) \(escaped(file))"
  }

  /// The original file of such a field.
  static func file(_ field: String) -> String? {
    guard isOwn(field) else { return nil }
    let parts = field.split(separator: " ", maxSplits: 2)
    return parts.count == 3 ? unescaped(parts[2]) : nil
  }

  /// Blanks and controls would fall apart in a data line: they become `%20`, as in addresses.
  private static func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "%") {
        result.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let code = String(byte, radix: 16, uppercase: true)
        result += "%" + (code.utf8.count < 2 ? "0" + code : code)
      }
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let code = Substring(rest.prefix(2))
      if byte == UInt8(ascii: "%"), code.utf8.count == 2, let value = UInt8(code, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The journal's files.
enum AutosaveFiles {
  /// The process of `4711-1`.
  static func process(ofID id: String) -> Int32? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, Int(parts[1]) != nil, let process = Int32(parts[0]), process > 0 else {
      return nil
    }
    return process
  }

  static func remove(_ path: String) { unlink(path) }

  static func move(_ path: String, to target: String) -> Bool { rename(path, target) == 0 }
}
