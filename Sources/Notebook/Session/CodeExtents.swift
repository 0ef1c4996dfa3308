// Which lines of a session file are code, and which of them make one command.

import Language

/// The lines of each command.
struct CodeExtents {
  /// Half-open ranges of line indices, ascending.
  private(set) var ranges: [Range<Int>] = []
  /// The first line, from 1, of a command whose bracket is never closed.
  private(set) var openLine: Int?

  init(lines: [String], verbs: [String: VerbGrammar]) {
    var start = 0
    while start < lines.count {
      let line = lines[start]
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.isEmpty || content.hasPrefix("#") {
        start += 1
        continue
      }
      var depth = Self.depth(after: line)
      var end = start + 1
      while end < lines.count, depth > 0 || Self.continues(lines[end]) {
        depth += Self.depth(after: lines[end])
        end += 1
      }
      if depth > 0 { openLine = start + 1 }
      ranges.append(start..<end)
      start = end
    }
  }

  private static func continues(_ line: String) -> Bool {
    line.drop { $0 == " " || $0 == "\t" }.hasPrefix("|")
  }

  private static func depth(after line: String) -> Int {
    var depth = 0
    var quote: UInt8?
    for byte in line.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "#"): return depth
      default: break
      }
    }
    return depth
  }
}
