// The state all parts of the parser share: a place in the tokens, the limits, and how mistakes are
// worded. Reading is by recursive descent; a mistake ends it.

/// Walks the tokens of one source.
struct TokenReader {
  let bytes: [UInt8]
  let tokens: [Token]
  let verbs: [String: VerbGrammar]
  /// Bound names; those bound by the source itself join while it is read.
  var names: Set<String>
  var index = 0
  /// Set when the mistake is only that the text ends too early.
  var wantsMore = false
  /// The clause keywords of the verb that is being read; they end an expression.
  var clauseWords: [String] = []
  private var nesting = 0

  init(source: String, verbs: [String: VerbGrammar], names: Set<String>) {
    bytes = Array(source.utf8)
    var lexer = Lexer(bytes)
    lexer.run()
    tokens = lexer.tokens
    self.verbs = verbs
    self.names = names
  }

  /// An expression and the height of its tree.
  struct Node {
    var expression: Expression
    var height: Int

    var range: SourceRange { expression.range }
  }

  // MARK: Moving

  var token: Token { tokens[index] }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let current = tokens[index]
    if index + 1 < tokens.count { index += 1 }
    return current
  }

  /// Moves past a symbol if it is next.
  mutating func take(_ symbol: Token.Symbol) -> Token? {
    token.isSymbol(symbol) ? advance() : nil
  }

  mutating func skipNewlines() {
    while token.kind == .newline { advance() }
  }

  /// Where the last token read ends.
  var lastEnd: Int { index > 0 ? tokens[index - 1].range.upper : 0 }

  var isAtEnd: Bool { token.kind == .end }

  /// Whether the statement can end here.
  var isAtStatementEnd: Bool {
    switch token.kind {
    case .newline, .end, .symbol(.semicolon), .symbol(.rightBrace): true
    default: false
    }
  }

  func text(_ range: SourceRange) -> String {
    let lower = min(max(range.lower, 0), bytes.count)
    let upper = min(max(range.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  // MARK: Limits

  /// One level deeper; `leave` undoes it. A mistake ends the reading, so it need not.
  mutating func enter() throws(Diagnostic) {
    nesting += 1
    guard nesting <= Parser.maximumNesting else {
      throw Diagnostic(
        "nested deeper than \(Parser.maximumNesting) levels", at: token.range,
        hint: "bind a part to a name and use the name")
    }
  }

  mutating func leave() { nesting -= 1 }

  /// A node above others, the highest of which has `height`.
  func node(_ kind: Expression.Kind, _ range: SourceRange, above height: Int) throws(Diagnostic)
    -> Node
  {
    guard height < Parser.maximumHeight else {
      throw Diagnostic(
        "the expression has more than \(Parser.maximumHeight) operations in a row",
        at: SourceRange(lastEnd, lastEnd), hint: "bind a part to a name, or use a list or a loop")
    }
    return Node(expression: Expression(kind, range), height: height + 1)
  }

  // MARK: Mistakes

  /// The token as a message names it.
  func described(_ token: Token) -> String {
    switch token.kind {
    case .newline: "end of line"
    case .end: "end"
    default: "'\(shortened(text(token.range)))'"
    }
  }

  /// The mistake that the current token is not what may stand here.
  func unexpected(hint: String? = nil) -> Diagnostic {
    if case .invalid(let diagnostic) = token.kind { return diagnostic }
    // As in Python: `a if c else b`.
    let isChoice = token.isKeyword(.if) && hint?.hasPrefix("expected") != false
    return Diagnostic(
      "unexpected \(described(token))", at: token.range,
      hint: isChoice
        ? "if stands before: if c { x = a } else { x = b }; where(c, a, b) chooses numbers" : hint)
  }

  /// The mistake in a bracket: the opener if it is never closed, otherwise the current token.
  mutating func unexpected(
    inside opener: Token, hint: String? = nil
  ) -> Diagnostic {
    if case .invalid(let diagnostic) = token.kind { return diagnostic }
    if isAtEnd {
      wantsMore = true
      return Diagnostic("\(described(opener)) is never closed", at: opener.range)
    }
    if case .symbol(let symbol) = token.kind, symbol.isCloser,
      case .symbol(let open) = opener.kind, let closer = open.closer, closer != symbol
    {
      return Diagnostic(
        "'\(symbol.rawValue)' does not close \(described(opener))", at: token.range,
        hint: "expected '\(closer.rawValue)'")
    }
    if isNeverClosed(opener) {
      return Diagnostic("\(described(opener)) is never closed", at: opener.range, hint: hint)
    }
    return unexpected(hint: hint)
  }

  /// Whether no bracket further on closes this one.
  private func isNeverClosed(_ opener: Token) -> Bool {
    var depth = 0
    guard let start = tokens.firstIndex(where: { $0.range == opener.range }) else { return false }
    for token in tokens[start...] {
      guard case .symbol(let symbol) = token.kind else { continue }
      if symbol.closer != nil { depth += 1 }
      if symbol.isCloser { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }
}
