// The words of a verb: file names, layouts and topics, which are read from the text itself because
// most of them are no expressions (`save my-run`, `help **`).

/// What a word without quotes may hold.
enum WordCharacters {
  /// Letters, digits and `-_./~*`.
  static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ".", "/", "~", "*": true
    default: scalar.properties.isXIDContinue
    }
  }

  /// Operators can be topics: `help @`, `help ==`.
  static func isOperator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "+", "@", "%", "=", "<", ">", "!", "|", ":": true
    default: false
    }
  }

  /// The offset where the word that starts at `start` ends; `start` when there is none.
  static func end(_ bytes: [UInt8], from start: Int) -> Int {
    guard start < bytes.count else { return start }
    let first = decodeScalar(bytes, at: start, limit: bytes.count).0
    let isTopic = isOperator(first)
    var end = start
    while end < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: end, limit: bytes.count)
      guard isTopic ? isOperator(scalar) : allows(scalar) else { break }
      end += length
    }
    return end
  }
}

extension TokenReader {
  /// The verb's word; further ones, if its grammar has them, become options without a name.
  mutating func readWords(
    _ grammar: VerbGrammar, of verb: inout Verb
  ) throws(Diagnostic) -> Verb.Subject {
    let (first, range) = try readWord()
    for _ in 0..<max(0, grammar.moreWords) where !isAtStatementEnd {
      if token.isSymbol(.leftBrace) || (token.word != nil && peek().isSymbol(.assign)) { break }
      let (word, range) = try readWord()
      verb.options.append(Argument(value: Expression(.string(word), range)))
    }
    if grammar.thenExpression, !isSubjectMissing(grammar) {
      verb.options.append(Argument(value: try readExpression().expression))
    }
    return .word(first, range)
  }

  private mutating func readWord() throws(Diagnostic) -> (String, SourceRange) {
    if case .string(let text) = token.kind { return (text, advance().range) }
    let start = token.range.lower
    let end = WordCharacters.end(bytes, from: start)
    if end == start { throw unexpected(hint: "put a name with other characters in quotes") }
    while !isAtEnd, token.range.lower < end { advance() }
    let range = SourceRange(start, end)
    let touches = token.range.lower == end && !token.hasSpaceBefore
    if touches, !isAtStatementEnd {
      throw Diagnostic(
        "\(described(token)) cannot stand in a name without quotes", at: token.range,
        hint: "put the name in quotes")
    }
    return (text(range), range)
  }
}
