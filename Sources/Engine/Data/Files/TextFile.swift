// A text from a file.

/// Reads UTF-8 text.
public enum TextFile {
  /// 16 MiB
  public static let largestFile = 1 << 24

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "text", .data, signature: "text(path)",
    summary: "The text of a file in UTF-8, of at most 16 MiB; its line ends become line feeds.",
    example: "# t = tokens(text(\"book.txt\"), by=word)")

  /// The text of a UTF-8 file.
  ///
  /// - Throws: when it is missing, too large or no UTF-8.
  public static func read(_ path: String) throws(EngineError) -> String {
    try text(bytes: try FileBytes.read(path, limit: largestFile), path: path)
  }

  /// The same from bytes; `path` is what errors call the file. A byte order mark is dropped.
  public static func text(bytes: [UInt8], path: String) throws(EngineError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw EngineError("\(path) is written in UTF-16", hint: "save it as text in UTF-8")
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == 0 {
        throw EngineError("\(path) holds a zero byte: this is not a text file")
      }
      if byte == 13 {
        if place < bytes.count, bytes[place] == 10 { place += 1 }
        kept.append(10)
      } else {
        kept.append(byte)
      }
    }
    guard let text = String(validating: kept, as: UTF8.self) else {
      throw EngineError("\(path) is not UTF-8 text", hint: "save it as text in UTF-8")
    }
    return text
  }
}
