// The character between the fields of a table: as given, or found out.

enum CSVDelimiter {
  private static let candidates = Array(",;\t|".utf8)

  static func byte(_ given: String?, bytes: [UInt8], start: Int) throws(EngineError) -> UInt8 {
    guard let given else { return guess(bytes, start: start) }
    if given == "tab" || given == "\\t" { return UInt8(ascii: "\t") }
    let units = Array(given.utf8)
    guard units.count == 1, units[0] < 128, units[0] != 0, !"\"\r\n".utf8.contains(units[0]) else {
      throw EngineError(
        "the delimiter '\(given)' is not one plain character",
        hint: "use \",\", \";\", \"|\" or \"tab\"")
    }
    return units[0]
  }

  /// The candidate that every one of the first lines has, and the most of; else a comma.
  private static func guess(_ bytes: [UInt8], start: Int) -> UInt8 {
    var fewest = candidates.map { _ in Int.max }
    var counts = candidates.map { _ in 0 }
    var lines = 0
    var quoted = false
    var blank = true
    func endLine() {
      guard !blank else { return }
      for index in candidates.indices {
        fewest[index] = min(fewest[index], counts[index])
        counts[index] = 0
      }
      lines += 1
      blank = true
    }
    // A table without a line end in its first megabyte has no lines worth comparing.
    for byte in bytes[start...].prefix(1 << 20) {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")) {
        endLine()
        if lines == 10 { break }
        continue
      }
      blank = false
      if !quoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    if lines < 10 { endLine() }
    var best = 0
    for index in candidates.indices where fewest[index] > fewest[best] { best = index }
    return candidates[best]
  }
}
