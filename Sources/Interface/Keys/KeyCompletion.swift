// What Tab offers in the lines that are about keys: `:pane.ne`, `bind F9 pane.ne`.

extension KeyTable {
  /// Whether a line is about keys and complete as it stands.
  public static func isKeyLine(_ line: String) -> Bool {
    line.hasPrefix(":") || line.hasPrefix("bind ")
  }

  /// The range of the word before the cursor in UTF-8 offsets, and the names it may become; nil
  /// where the line is not about keys.
  public static func completions(
    line: String, cursor: Int
  ) -> (range: Range<Int>, candidates: [String])? {
    guard isKeyLine(line) else { return nil }
    let bytes = Array(line.utf8.prefix(max(0, cursor)))
    let colon = line.hasPrefix(":") ? 1 : 0
    let start = max(colon, (bytes.lastIndex(of: UInt8(ascii: " ")) ?? -1) + 1)
    guard start <= bytes.count else { return nil }
    let word = String(decoding: bytes[start...], as: UTF8.self)
    // A key comes first.
    let isFirst = colon == 0 && start == 5
    let all = isFirst ? KeySequence.allNames : actions.map(\.name) + (colon == 0 ? ["none"] : [])
    let wanted = word.lowercased()
    return (start..<bytes.count, all.filter { $0.lowercased().hasPrefix(wanted) }.sorted())
  }
}
