// The text of a session file to its pieces. Line by line, with the tokens of each code line and the
// brackets that stay open, so that the time is linear in the text. No statement is read here: a
// file with mistakes splits as well as one without.

/// Splits the text of a session file.
public enum CellSplitter {
  /// The file's chunks in order. Nothing is lost: their `raw` texts together are the file.
  ///
  /// A code chunk is one statement: it goes on while a bracket is open, after an operator at a
  /// line's end, and when the next line starts with `|`. Lines inside brackets are code even if they
  /// begin with `#`; only after a mistake does a recorded line (`#>`, `#~`, `#@`) end the chunk.
  public static func split(_ text: String, verbs: [String: VerbGrammar]) -> [SourceChunk] {
    var splitter = LineSplitter(text, verbs: verbs)
    splitter.run()
    return splitter.chunks
  }
}

private struct LineSplitter {
  private let bytes: [UInt8]
  private let verbs: [String: VerbGrammar]
  /// Where each line starts, and the end of the text.
  private let starts: [Int]
  private var line = 0
  private(set) var chunks: [SourceChunk] = []

  init(_ text: String, verbs: [String: VerbGrammar]) {
    bytes = Array(text.utf8)
    self.verbs = verbs
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A && offset + 1 < bytes.count {
      starts.append(offset + 1)
    }
    starts.append(bytes.count)
    self.starts = starts
  }

  private var count: Int { bytes.isEmpty ? 0 : starts.count - 1 }

  mutating func run() {
    while line < count {
      let first = line
      let kind = kind(of: line)
      switch kind {
      case .code: skipStatement()
      case .data: line += 1
      default:
        repeat { line += 1 } while line < count && self.kind(of: line) == kind
      }
      append(kind, from: first, to: line)
    }
  }

  // MARK: Lines

  /// The line's bytes without its end; a byte order mark in front of the file is no part of it.
  private func content(_ line: Int) -> Range<Int> {
    var lower = starts[line]
    var upper = starts[line + 1]
    if upper > lower, bytes[upper - 1] == 0x0A { upper -= 1 }
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    if line == 0, bytes[lower..<upper].starts(with: [0xEF, 0xBB, 0xBF]) { lower += 3 }
    return lower..<upper
  }

  private func kind(of line: Int) -> SourceChunk.Kind {
    let content = content(line)
    guard let first = content.first else { return .blank }
    if bytes[first] == UInt8(ascii: "#") {
      guard first + 1 < content.upperBound else { return .prose }
      switch bytes[first + 1] {
      case UInt8(ascii: ">"): return .output
      case UInt8(ascii: "~"): return .volatile
      case UInt8(ascii: "@"), UInt8(ascii: "!"): return .data
      default: return .prose
      }
    }
    for offset in content where bytes[offset] != 0x20 && bytes[offset] != 0x09 {
      return bytes[offset] == UInt8(ascii: "#") ? .blank : .code
    }
    return .blank
  }

  /// Whether an indented comment stands alone on the line.
  private func isIndentedComment(_ line: Int) -> Bool {
    guard kind(of: line) == .blank else { return false }
    return bytes[content(line)].contains(UInt8(ascii: "#"))
  }

  private func startsWithPipe(_ line: Int) -> Bool {
    bytes[content(line)].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "|")
  }

  private func isRecorded(_ line: Int) -> Bool {
    let content = content(line)
    guard content.count > 1, bytes[content.lowerBound] == UInt8(ascii: "#") else { return false }
    return [UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "@")]
      .contains(bytes[content.lowerBound + 1])
  }

  private func text(_ first: Int, _ end: Int) -> String {
    String(decoding: bytes[starts[first]..<starts[end]], as: UTF8.self)
  }

  // MARK: Statements

  /// Moves past one statement.
  private mutating func skipStatement() {
    let first = line
    var lexer = Lexer(bytes)
    var recorded = 0
    while true {
      lexer.run(line: content(line))
      line += 1
      if line == count || lexer.hasMismatch { return }
      if line == first + 1, startsWithWordVerb(lexer.tokens) {
        guard Parser.isIncomplete(text(first, line), verbs: verbs) else { return }
      }
      if !lexer.open.isEmpty {
        guard isRecorded(line) else { continue }
        recorded += 1
        let isPowerOfTwo = recorded & (recorded - 1) == 0
        if isPowerOfTwo, !Parser.isIncomplete(text(first, line), verbs: verbs) { return }
        continue
      }
      if endsWithOperator(lexer.tokens) {
        if kind(of: line) != .code { return }
        continue
      }
      var next = line
      while next < count, isIndentedComment(next) { next += 1 }
      guard next < count, startsWithPipe(next) else { return }
      line = next
    }
  }

  /// Whether the statement takes a file name or a topic, which may look like an open expression.
  private func startsWithWordVerb(_ tokens: [Token]) -> Bool {
    guard case .name(let name)? = tokens.first?.kind, let grammar = verbs[name] else {
      return false
    }
    return grammar.subject == .word || grammar.subject == .optionalWord
  }

  private func endsWithOperator(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last(where: { $0.kind != .end && $0.kind != .newline }) else {
      return false
    }
    switch last.kind {
    case .symbol(let symbol): return symbol.isInfix
    case .keyword(.and), .keyword(.or), .keyword(.not): return true
    default: return false
    }
  }

  // MARK: Chunks

  private mutating func append(_ kind: SourceChunk.Kind, from first: Int, to end: Int) {
    var lines: [String] = []
    for line in first..<end {
      var content = content(line)
      switch kind {
      case .prose: content = content.dropFirst(1)
      case .output, .volatile, .data: content = content.dropFirst(2)
      case .code, .blank: break
      }
      if kind != .code, kind != .blank, let byte = content.first, bytes[byte] == 0x20 {
        content = content.dropFirst(1)
      }
      lines.append(String(decoding: bytes[content], as: UTF8.self))
    }
    chunks.append(
      SourceChunk(
        kind: kind, text: lines.joined(separator: "\n"), raw: text(first, end), line: first + 1))
  }
}
