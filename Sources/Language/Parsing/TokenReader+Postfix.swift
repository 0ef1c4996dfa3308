// Calls, members and subscripts, and what they stand on: literals, names and brackets.

extension TokenReader {
  /// An operand with all that follows it without an operator.
  mutating func readPostfix() throws(Diagnostic) -> Node {
    var base = try readPrimary()
    while true {
      switch token.kind {
      case .symbol(.leftParenthesis): base = try readCall(of: base)
      case .symbol(.leftBracket): base = try readSubscripts(of: base)
      case .symbol(.dot): base = try readMember(of: base)
      default: return base
      }
    }
  }

  private mutating func readMember(of base: Node) throws(Diagnostic) -> Node {
    let dot = advance()
    let name: String
    switch token.kind {
    case .name(let text), .digits(let text): name = text
    case .keyword(let keyword): name = keyword.rawValue
    case .invalid: throw unexpected()
    default:
      throw Diagnostic("a name must follow '.'", at: dot.range)
    }
    let member = advance()
    return try node(
      .member(base.expression, name), base.range.union(member.range), above: base.height)
  }

  // MARK: Calls

  private mutating func readCall(of base: Node) throws(Diagnostic) -> Node {
    let opener = advance()
    let outerWords = clauseWords
    clauseWords = []
    try enter()
    var arguments: [Argument] = []
    var keywords: Set<String> = []
    var height = base.height
    while !token.isSymbol(.rightParenthesis) {
      height = max(height, try readArgument(into: &arguments, &keywords, opener))
      if take(.comma) != nil { continue }
      guard token.isSymbol(.rightParenthesis) else { throw unexpectedArgument(inside: opener) }
    }
    let closer = advance()
    leave()
    clauseWords = outerWords
    return try node(
      .call(base.expression, arguments), base.range.union(closer.range), above: height)
  }

  /// One argument; answers its height.
  private mutating func readArgument(
    into arguments: inout [Argument], _ keywords: inout Set<String>, _ opener: Token
  ) throws(Diagnostic) -> Int {
    if let name = token.word, peek().isSymbol(.assign) {
      let word = advance()
      let sign = advance()
      guard keywords.insert(name).inserted else {
        throw Diagnostic("argument '\(name)' is given twice", at: word.range)
      }
      try requireElement(after: sign, inside: opener)
      let value = try readExpression()
      arguments.append(Argument(name: name, nameRange: word.range, value: value.expression))
      return value.height
    }
    try requireElement(after: nil, inside: opener)
    let value = try readExpression()
    if let name = arguments.last?.name {
      throw Diagnostic(
        "an argument without a name follows '\(name)='", at: value.range,
        hint: "put it first or name it")
    }
    arguments.append(Argument(value: value.expression))
    return value.height
  }

  private mutating func unexpectedArgument(inside opener: Token) -> Diagnostic {
    if token.isKeyword(.for) {
      return unexpected(inside: opener, hint: "a list is written [… for i in 0..4]")
    }
    if token.isSymbol(.assign) {
      return unexpected(inside: opener, hint: "'==' compares")
    }
    return unexpected(inside: opener, hint: "expected ',' or ')'")
  }

  /// Inside a bracket the next token must be able to start an expression.
  private mutating func requireElement(
    after sign: Token?, inside opener: Token
  ) throws(Diagnostic) {
    if isAtEnd { throw unexpected(inside: opener) }
    guard case .symbol(let symbol) = token.kind else { return }
    switch symbol {
    case .comma:
      if let sign { throw Diagnostic("nothing follows \(described(sign))", at: sign.range) }
      throw Diagnostic("nothing stands before ','", at: token.range)
    case _ where symbol.isCloser:
      if symbol != closer(of: opener) { throw unexpected(inside: opener) }
      if let sign { throw Diagnostic("nothing follows \(described(sign))", at: sign.range) }
    default: return
    }
  }

  private func closer(of opener: Token) -> Token.Symbol? {
    guard case .symbol(let symbol) = opener.kind else { return nil }
    return symbol.closer
  }

  // MARK: Subscripts

  private mutating func readSubscripts(of base: Node) throws(Diagnostic) -> Node {
    let opener = advance()
    let outerWords = clauseWords
    clauseWords = []
    try enter()
    var subscripts: [Subscript] = []
    var height = base.height
    while !token.isSymbol(.rightBracket) {
      let (next, above) = try readSubscript(opener: opener)
      subscripts.append(next)
      height = max(height, above)
      if take(.comma) != nil { continue }
      guard token.isSymbol(.rightBracket) else {
        throw unexpected(inside: opener, hint: "expected ',' or ']'")
      }
    }
    let closer = advance()
    guard !subscripts.isEmpty else {
      throw Diagnostic("an index is missing", at: opener.range.union(closer.range))
    }
    leave()
    clauseWords = outerWords
    return try node(
      .subscripted(base.expression, subscripts), base.range.union(closer.range), above: height)
  }

  private mutating func readSubscript(opener: Token) throws(Diagnostic) -> (Subscript, Int) {
    let start = token.range.lower
    if let dots = take(.ellipsis) { return (.ellipsis(dots.range), 0) }
    var height = 0
    var parts: [Expression?] = []
    while true {
      var part: Expression?
      if !isAtSlicePartEnd {
        try requireElement(after: nil, inside: opener)
        let value = try readExpression()
        height = max(height, value.height)
        part = value.expression
      }
      parts.append(part)
      guard parts.count < 3, take(.colon) != nil else { break }
    }
    if parts.count == 1, let index = parts[0] { return (.index(index), height) }
    guard parts.count > 1 else {
      try requireElement(after: nil, inside: opener)
      throw unexpected(inside: opener)
    }
    return (
      .slice(
        start: parts[0], stop: parts[1], step: parts.count > 2 ? parts[2] : nil,
        SourceRange(start, lastEnd)), height
    )
  }

  private var isAtSlicePartEnd: Bool {
    token.isSymbol(.colon) || token.isSymbol(.comma) || token.isSymbol(.rightBracket)
  }

  // MARK: Primaries

  private mutating func readPrimary() throws(Diagnostic) -> Node {
    let kind: Expression.Kind
    switch token.kind {
    case .number(let value): kind = .number(value)
    case .string(let text): kind = .string(text)
    case .name(let name): kind = .name(name)
    case .keyword(.true): kind = .boolean(true)
    case .keyword(.false): kind = .boolean(false)
    case .symbol(.leftParenthesis): return try readParenthesis()
    case .symbol(.leftBracket): return try readList()
    default: throw missingExpression()
    }
    let range = advance().range
    return try node(kind, range, above: 0)
  }

  /// What to say when no expression can start here.
  private func missingExpression() -> Diagnostic {
    switch token.kind {
    case .symbol(.semicolon), .symbol(.comma), .newline, .end:
      return Diagnostic("an expression is missing", at: token.range)
    case .symbol(.assign):
      return Diagnostic("a name is missing before '='", at: token.range)
    case .symbol(let symbol) where symbol.isInfix:
      return Diagnostic("nothing stands before '\(symbol.rawValue)'", at: token.range)
    case .symbol(let symbol) where symbol.isCloser:
      return Diagnostic("'\(symbol.rawValue)' closes nothing", at: token.range)
    case .keyword(.and), .keyword(.or):
      return Diagnostic("nothing stands before \(described(token))", at: token.range)
    case .keyword(let keyword):
      switch keyword {
      case .if, .for, .while, .def:
        return unexpected(hint: "'\(keyword.rawValue)' starts a statement")
      default: return unexpected()
      }
    default: return unexpected()
    }
  }

  /// `(a)` is a; `(a, b)`, `(a,)` and `()` are tuples.
  private mutating func readParenthesis() throws(Diagnostic) -> Node {
    let opener = advance()
    let outerWords = clauseWords
    clauseWords = []
    try enter()
    var elements: [Expression] = []
    var height = 0
    var isTuple = false
    while !token.isSymbol(.rightParenthesis) {
      try requireElement(after: nil, inside: opener)
      let element = try readExpression()
      elements.append(element.expression)
      height = max(height, element.height)
      if take(.comma) != nil {
        isTuple = true
      } else if !token.isSymbol(.rightParenthesis) {
        throw unexpectedArgument(inside: opener)
      }
    }
    let range = opener.range.union(advance().range)
    leave()
    clauseWords = outerWords
    if !isTuple, let only = elements.first {
      return Node(expression: Expression(only.kind, range), height: height)
    }
    return try node(.tuple(elements), range, above: height)
  }

  private mutating func readList() throws(Diagnostic) -> Node {
    let opener = advance()
    let outerWords = clauseWords
    clauseWords = []
    try enter()
    var elements: [Expression] = []
    var height = 0
    while !token.isSymbol(.rightBracket) {
      try requireElement(after: nil, inside: opener)
      let element = try readExpression()
      if elements.isEmpty, token.isKeyword(.for) {
        let comprehension = try readComprehension(of: element, opener: opener)
        leave()
        clauseWords = outerWords
        return comprehension
      }
      elements.append(element.expression)
      height = max(height, element.height)
      if take(.comma) != nil { continue }
      guard token.isSymbol(.rightBracket) else {
        throw unexpected(inside: opener, hint: "expected ',' or ']'")
      }
    }
    let range = opener.range.union(advance().range)
    leave()
    clauseWords = outerWords
    return try node(.list(elements), range, above: height)
  }

  /// `for i in sequence if condition ]`, `for a, b in …`
  private mutating func readComprehension(
    of element: Node, opener: Token
  ) throws(Diagnostic) -> Node {
    advance()
    if isAtEnd { throw unexpected(inside: opener) }
    var variables = [try readBoundName(of: "for", hint: "[f(i) for i in 0..4]")]
    while token.isSymbol(.comma) {
      advance()
      let variable = try readBoundName(of: "for", hint: "[f(a, b) for a, b in pairs]")
      if variables.contains(where: { $0.name == variable.name }) {
        throw Diagnostic("'\(variable.name)' is bound twice", at: variable.range)
      }
      variables.append(variable)
    }
    guard token.isKeyword(.in) else {
      throw unexpected(inside: opener, hint: "expected 'in': [f(i) for i in 0..4]")
    }
    let word = advance()
    if isAtEnd { throw unexpected(inside: opener) }
    try requireOperand(after: word)
    let sequence = try readExpression()
    var height = max(element.height, sequence.height)
    var condition: Expression?
    if token.isKeyword(.if) {
      let word = advance()
      if isAtEnd { throw unexpected(inside: opener) }
      try requireOperand(after: word)
      let value = try readExpression()
      condition = value.expression
      height = max(height, value.height)
    }
    guard token.isSymbol(.rightBracket) else {
      let hint = token.isSymbol(.assign) ? "'==' compares" : "expected ']'"
      throw unexpected(inside: opener, hint: hint)
    }
    let closer = advance()
    return try node(
      .comprehension(
        element: element.expression, variables: variables.map(\.name),
        sequence: sequence.expression,
        condition: condition),
      opener.range.union(closer.range), above: height)
  }
}
