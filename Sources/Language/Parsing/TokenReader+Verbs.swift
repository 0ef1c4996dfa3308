// A verb's line, read after the verb's grammar: subject, then clauses and options in any order,
// then a block.

extension TokenReader {
  /// Whether the name at the current token, which has a grammar, starts a verb's line here.
  func isVerb(_ name: String) -> Bool {
    if name.unicodeScalars.count == 1, names.contains(name) { return false }
    let next = peek()
    switch next.kind {
    case .symbol(.assign), .symbol(.carry), .symbol(.comma): return false
    case .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.dot):
      return next.hasSpaceBefore
    default: return true
    }
  }

  mutating func readVerb(_ grammar: VerbGrammar) throws(Diagnostic) -> Statement {
    let outerWords = clauseWords
    clauseWords = grammar.clauses
    let word = advance()
    var verb = Verb(name: grammar.name, nameRange: word.range)
    verb.subject = try readSubject(grammar, of: &verb)
    try readTail(grammar, of: &verb)
    clauseWords = outerWords
    return Statement(.verb(verb), SourceRange(word.range.lower, lastEnd))
  }

  // MARK: Subject

  private mutating func readSubject(
    _ grammar: VerbGrammar, of verb: inout Verb
  ) throws(Diagnostic) -> Verb.Subject {
    switch grammar.subject {
    case .none: return .none
    case .expression:
      if isSubjectMissing(grammar) { throw needsSubject(grammar, verb) }
      return .expression(try readExpression().expression)
    case .expressions:
      if isSubjectMissing(grammar) { throw needsSubject(grammar, verb) }
      return .expression(try readExpressionList().expression)
    case .optionalExpression:
      if isSubjectMissing(grammar) { return .none }
      return .expression(try readExpression().expression)
    case .assignment: return try readAssignment(grammar, verb)
    case .word:
      if isWordMissing(grammar) { throw needsSubject(grammar, verb) }
      return try readWords(grammar, of: &verb)
    case .optionalWord:
      if isWordMissing(grammar) || isClause(grammar) { return .none }
      return try readWords(grammar, of: &verb)
    case .phrase(let phrases):
      if isSubjectMissing(grammar) { throw needsSubject(grammar, verb) }
      guard let word = token.word, let phrase = phrases.first(where: { $0.word == word }) else {
        throw unknownPhrase(phrases, grammar)
      }
      return try readPhrase(phrase, grammar)
    case .phraseOrExpression(let phrases):
      if let word = token.word, let phrase = phrases.first(where: { $0.word == word }),
        isPhraseAlone(phrase)
      {
        return try readPhrase(phrase, grammar)
      }
      if isSubjectMissing(grammar) { return .none }
      return .expression(try readExpression().expression)
    }
  }

  /// Whether a clause's keyword stands here.
  private func isClause(_ grammar: VerbGrammar) -> Bool {
    guard let word = token.word else { return false }
    return grammar.clauses.contains(word)
  }

  /// Whether the word here is called: `print where(x > 0, 1, 0)` has the function.
  private var isCalled: Bool {
    peek().isSymbol(.leftParenthesis) && !peek().hasSpaceBefore
  }

  private var isOption: Bool { token.word != nil && peek().isSymbol(.assign) }

  func isSubjectMissing(_ grammar: VerbGrammar) -> Bool {
    isAtStatementEnd || token.isSymbol(.leftBrace) || (isClause(grammar) && !isCalled)
      || (grammar.hasOptions && isOption)
  }

  private func isWordMissing(_ grammar: VerbGrammar) -> Bool {
    isAtStatementEnd || token.isSymbol(.leftBrace) || (grammar.hasOptions && isOption)
  }

  private func needsSubject(_ grammar: VerbGrammar, _ verb: Verb) -> Diagnostic {
    Diagnostic(
      "'\(verb.name)' needs \(grammar.subjectDescription)", at: verb.nameRange,
      hint: grammar.usageHint)
  }

  private mutating func readAssignment(
    _ grammar: VerbGrammar, _ verb: Verb
  ) throws(Diagnostic) -> Verb.Subject {
    if isAtStatementEnd || token.isSymbol(.leftBrace) { throw needsSubject(grammar, verb) }
    let subject = try readPostfix()
    let target = subject.expression
    switch target.kind {
    case .name, .member, .subscripted: break
    default:
      throw Diagnostic(
        "'\(verb.name)' takes a name, a member or an element", at: target.range,
        hint: grammar.usageHint)
    }
    if let changed = try readChange(of: subject, grammar) { return changed }
    guard let sign = take(.assign) else {
      if !isAtStatementEnd { throw unexpected(hint: grammar.usageHint) }
      throw Diagnostic(
        "'\(verb.name) \(shortened(text(target.range)))' needs a value: = …",
        at: SourceRange(lastEnd, lastEnd), hint: grammar.usageHint)
    }
    if isAtStatementEnd {
      throw Diagnostic("nothing follows '='", at: sign.range, hint: grammar.usageHint)
    }
    return .assignment(target: target, value: try readExpression().expression)
  }

  /// `set w.grad *= 0.5`: the target with the value that the operator makes of it.
  private mutating func readChange(
    of target: Node, _ grammar: VerbGrammar
  ) throws(Diagnostic) -> Verb.Subject? {
    guard grammar.name == "set" else { return nil }
    let operators: [(Token.Symbol, BinaryOperator)] = [
      (.plus, .add), (.minus, .subtract), (.times, .multiply), (.divided, .divide),
    ]
    guard let (_, sign) = operators.first(where: { token.isSymbol($0.0) }),
      peek().isSymbol(.assign), !peek().hasSpaceBefore
    else { return nil }
    advance()
    let equals = advance()
    if isAtStatementEnd {
      throw Diagnostic("nothing follows '='", at: equals.range, hint: grammar.usageHint)
    }
    let change = try readExpression()
    let (left, right) = (target.expression, change.expression)
    let value = try node(
      .binary(sign, left, right), left.range.union(right.range),
      above: max(target.height, change.height))
    return .assignment(target: left, value: value.expression)
  }

  // MARK: Phrases

  /// Whether a verb's own word is meant rather than an expression that begins with a name like it.
  private func isPhraseAlone(_ phrase: VerbGrammar.Phrase) -> Bool {
    let next = peek()
    switch next.kind {
    case .symbol(.dot): return false
    case .symbol(.leftParenthesis), .symbol(.leftBracket):
      return phrase.follow != .nothing
    case .symbol(.minus), .symbol(.plus): return phrase.follow != .nothing
    case .symbol(let symbol): return !symbol.isInfix
    case .keyword(.and), .keyword(.or): return false
    default: return true
    }
  }

  private mutating func readPhrase(
    _ phrase: VerbGrammar.Phrase, _ grammar: VerbGrammar
  ) throws(Diagnostic) -> Verb.Subject {
    let word = advance()
    switch phrase.follow {
    case .nothing: return .phrase(phrase.word, nil)
    case .optionalExpression:
      if isSubjectMissing(grammar) { return .phrase(phrase.word, nil) }
    case .expression:
      if isSubjectMissing(grammar) {
        throw Diagnostic(
          "'\(grammar.name) \(phrase.word)' needs an expression", at: word.range,
          hint: grammar.usageHint)
      }
    }
    return .phrase(phrase.word, try readExpression().expression)
  }

  private func unknownPhrase(_ phrases: [VerbGrammar.Phrase], _ grammar: VerbGrammar) -> Diagnostic
  {
    if case .invalid(let diagnostic) = token.kind { return diagnostic }
    let words = phrases.map(\.word)
    let hint =
      token.word.flatMap { didYouMean($0, among: words) }.map { "did you mean '\($0)'?" }
      ?? grammar.usageHint ?? "there is \(words.joined(separator: ", "))"
    return Diagnostic(
      "'\(grammar.name)' does not know \(described(token))", at: token.range, hint: hint)
  }

  // MARK: Clauses, options, block

  private mutating func readTail(
    _ grammar: VerbGrammar, of verb: inout Verb
  ) throws(Diagnostic) {
    var known: Set<String> = []
    while !isAtStatementEnd {
      if isOption {
        try readOption(grammar, into: &verb, &known)
      } else if isClause(grammar) {
        try readClause(grammar, into: &verb)
      } else if token.isSymbol(.leftBrace) {
        guard grammar.hasBlock else {
          throw Diagnostic(
            "'\(verb.name)' takes no { … }", at: token.range, hint: grammar.usageHint)
        }
        verb.block = try readBlock(after: "'\(verb.name)'", hint: grammar.usage)
        return
      } else {
        throw unexpectedInTail(grammar)
      }
    }
  }

  private mutating func readClause(
    _ grammar: VerbGrammar, into verb: inout Verb
  ) throws(Diagnostic) {
    let word = advance()
    let keyword = word.word ?? ""
    if verb.clauses.contains(where: { $0.keyword == keyword }) {
      throw Diagnostic("'\(keyword)' is given twice", at: word.range)
    }
    if isAtStatementEnd || token.isSymbol(.leftBrace) || isOption {
      throw Diagnostic(
        "nothing follows '\(keyword)'", at: word.range, hint: grammar.usageHint)
    }
    let value = try readExpression().expression
    verb.clauses.append(
      VerbClause(keyword: keyword, value: value, range: word.range.union(value.range)))
  }

  private mutating func readOption(
    _ grammar: VerbGrammar, into verb: inout Verb, _ known: inout Set<String>
  ) throws(Diagnostic) {
    let word = advance()
    let name = word.word ?? ""
    guard grammar.hasOptions else {
      throw Diagnostic(
        "'\(verb.name)' takes no options", at: word.range, hint: grammar.usageHint)
    }
    guard grammar.options.isEmpty || grammar.options.contains(name) else {
      let hint =
        didYouMean(name, among: grammar.options).map { "did you mean '\($0)'?" }
        ?? "there is \(grammar.options.joined(separator: ", "))"
      throw Diagnostic("'\(verb.name)' has no option '\(name)'", at: word.range, hint: hint)
    }
    guard known.insert(name).inserted else {
      throw Diagnostic("option '\(name)' is given twice", at: word.range)
    }
    let sign = advance()
    if isAtStatementEnd || token.isSymbol(.leftBrace) || isOption {
      throw Diagnostic("nothing follows '='", at: sign.range, hint: grammar.usageHint)
    }
    let value = try readExpression().expression
    verb.options.append(Argument(name: name, nameRange: word.range, value: value))
  }

  private func unexpectedInTail(_ grammar: VerbGrammar) -> Diagnostic {
    if token.isSymbol(.comma), grammar.hasOptions {
      return unexpected(hint: "options stand apart by blanks")
    }
    if token.isSymbol(.assign) { return unexpected(hint: "'==' compares") }
    if case .symbol(let symbol) = token.kind, symbol.isInfix,
      case .name(let word) = tokens[index - 1].kind,
      verbs[word] == grammar
    {
      return unexpected(hint: "'\(word)' starts a verb's line; the name is written (\(word))")
    }
    guard let word = token.word else { return unexpected(hint: grammar.usageHint) }
    let known = grammar.clauses + grammar.options
    let hint =
      didYouMean(word, among: known).map { "did you mean '\($0)'?" } ?? grammar.usageHint
    return Diagnostic(
      "'\(grammar.name)' does not know '\(shortened(word))'", at: token.range, hint: hint)
  }
}

extension VerbGrammar {
  var usageHint: String? { usage.isEmpty ? nil : usage }

  /// What the verb needs, for messages.
  fileprivate var subjectDescription: String {
    if !needs.isEmpty { return needs }
    switch subject {
    case .none, .expression, .expressions, .optionalExpression, .phraseOrExpression:
      return "an expression"
    case .assignment: return "a name and a value"
    case .word, .optionalWord: return "a name"
    case .phrase(let phrases):
      let words = phrases.map { "'\($0.word)'" }
      let last = words.last ?? ""
      return words.count < 2 ? last : words.dropLast().joined(separator: ", ") + " or " + last
    }
  }
}
