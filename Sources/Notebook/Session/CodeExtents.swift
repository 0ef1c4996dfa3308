// Which lines of a session file are code, and which of them make one command: the language knows.

import Language

/// The lines of each command.
struct CodeExtents {
  /// Half-open ranges of line indices, ascending.
  private(set) var ranges: [Range<Int>] = []
  /// The first line, from 1, of a last command that waits for more: the file is torn there, or a
  /// bracket is open.
  private(set) var openLine: Int?

  init(lines: [String], verbs: [String: VerbGrammar]) {
    let chunks = CellSplitter.split(lines.joined(separator: "\n"), verbs: verbs)
    for chunk in chunks where chunk.kind == .code {
      let start = max(ranges.last?.upperBound ?? 0, chunk.line - 1)
      let count = chunk.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
      ranges.append(start..<max(start, min(lines.count, chunk.line - 1 + count)))
    }
    if let last = chunks.last(where: { $0.kind == .code }),
      Parser.isIncomplete(last.text, verbs: verbs)
    {
      openLine = last.line
    }
  }
}
