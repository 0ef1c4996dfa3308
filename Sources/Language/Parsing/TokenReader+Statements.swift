// Statements: bindings, definitions, loops, conditions and blocks.

extension TokenReader {
  /// The whole source.
  mutating func readProgram() throws(Diagnostic) -> [Statement] {
    let statements = try readStatements()
    guard isAtEnd else {
      throw Diagnostic("\(described(token)) closes nothing", at: token.range)
    }
    return statements
  }

  /// Statements up to the end or a closing brace.
  private mutating func readStatements() throws(Diagnostic) -> [Statement] {
    var statements: [Statement] = []
    while true {
      while token.kind == .newline || token.isSymbol(.semicolon) { advance() }
      if isAtEnd || token.isSymbol(.rightBrace) { return statements }
      let first = index
      statements.append(try readStatement())
      guard isAtStatementEnd else { throw unexpectedAfterStatement(from: first) }
    }
  }

  private mutating func readStatement() throws(Diagnostic) -> Statement {
    switch token.kind {
    case .keyword(let word) where peek().isSymbol(.assign) || peek().isSymbol(.carry):
      throw Diagnostic("'\(word.rawValue)' cannot be a name", at: token.range)
    case .keyword(.def): return try readDefinition()
    case .keyword(.for): return try readLoop()
    case .keyword(.while): return try readWhile()
    case .keyword(.if): return try readConditional()
    case .keyword(.else):
      throw Diagnostic(
        "'else' without 'if'", at: token.range,
        hint: "write it on the line of the closing brace: if a > b { … } else { … }")
    case .symbol(.pipe):
      throw Diagnostic(
        "nothing stands before '|'", at: token.range,
        hint: "put it right below the line it goes on with, or end that line with '|'")
    case .name(let name):
      if let grammar = verbs[name], isVerb(name) { return try readVerb(grammar) }
      if peek().isSymbol(.carry) { return try readCarry(name) }
    default: break
    }
    return try readBindingOrExpression()
  }

  // MARK: Bindings

  private mutating func readCarry(_ name: String) throws(Diagnostic) -> Statement {
    let word = advance()
    let sign = advance()
    let value = try readValue(after: sign)
    return Statement(
      .carry(name: BoundName(name, word.range), value: value.expression),
      word.range.union(value.range))
  }

  private mutating func readBindingOrExpression() throws(Diagnostic) -> Statement {
    let start = index
    let left = try readExpressionList()
    guard token.isSymbol(.assign) else {
      return Statement(.expression(left.expression), left.range)
    }
    var targets: [BoundName] = []
    var bound: Set<String> = []
    let elements: [Expression]
    if case .tuple(let several) = left.expression.kind {
      elements = several
    } else {
      elements = [left.expression]
    }
    for element in elements {
      let name = try boundName(element)
      guard bound.insert(name.name).inserted else {
        throw Diagnostic("'\(name.name)' is bound twice", at: name.range)
      }
      targets.append(name)
    }
    guard !targets.isEmpty else {
      throw Diagnostic("a name is missing before '='", at: tokens[start].range)
    }
    let sign = advance()
    let value = try readValue(after: sign)
    names.formUnion(bound)
    return Statement(
      .binding(names: targets, value: value.expression), left.range.union(value.range))
  }

  private mutating func readValue(after sign: Token) throws(Diagnostic) -> Node {
    if isAtStatementEnd {
      throw Diagnostic("nothing follows \(described(sign))", at: sign.range)
    }
    return try readExpressionList()
  }

  private func boundName(_ target: Expression) throws(Diagnostic) -> BoundName {
    switch target.kind {
    case .name(let name): return BoundName(name, target.range)
    case .subscripted, .member:
      throw Diagnostic(
        "only a name can be bound", at: target.range,
        hint: "set \(shortened(text(target.range))) = … changes an element or a parameter")
    case .call(let callee, _):
      throw Diagnostic(
        "only a name can be bound", at: target.range,
        hint: "def \(shortened(text(callee.range)))(…) = … defines a function")
    case .binary, .unary:
      throw Diagnostic("only a name can be bound", at: target.range, hint: "'==' compares")
    default: throw Diagnostic("only a name can be bound", at: target.range)
    }
  }

  /// A name where one must stand, after `word`.
  mutating func readBoundName(of word: String, hint: String) throws(Diagnostic) -> BoundName {
    if case .name(let name) = token.kind {
      return BoundName(name, advance().range)
    }
    if case .keyword(let keyword) = token.kind {
      throw Diagnostic("'\(keyword.rawValue)' cannot be a name", at: token.range, hint: hint)
    }
    if case .invalid(let diagnostic) = token.kind { throw diagnostic }
    throw Diagnostic("a name must follow '\(word)'", at: token.range, hint: hint)
  }

  // MARK: Functions

  private mutating func readDefinition() throws(Diagnostic) -> Statement {
    let hint = "def f(x, n=2) = … or def f(x) { … }"
    let start = advance()
    let name = try readBoundName(of: "def", hint: hint)
    guard token.isSymbol(.leftParenthesis) else {
      if case .invalid(let diagnostic) = token.kind { throw diagnostic }
      throw Diagnostic("expected '(' after '\(name.name)'", at: token.range, hint: hint)
    }
    let parameters = try readParameters()
    let outer = names
    names.formUnion(parameters.map(\.name))
    let body: [Statement]
    if let sign = take(.assign) {
      let value = try readValue(after: sign)
      body = [Statement(.expression(value.expression), value.range)]
    } else {
      body = try readBlock(after: "the parameters of '\(name.name)'", hint: hint)
    }
    names = outer
    names.insert(name.name)
    return Statement(
      .definition(name: name, parameters: parameters, body: body),
      SourceRange(start.range.lower, lastEnd))
  }

  private mutating func readParameters() throws(Diagnostic) -> [FunctionParameter] {
    let opener = advance()
    var parameters: [FunctionParameter] = []
    var known: Set<String> = []
    while !token.isSymbol(.rightParenthesis) {
      guard case .name(let name) = token.kind else {
        if case .keyword(let keyword) = token.kind {
          throw Diagnostic("'\(keyword.rawValue)' cannot be a name", at: token.range)
        }
        throw unexpected(inside: opener, hint: "a parameter is a name: def f(x, n=2) = …")
      }
      let word = advance()
      guard known.insert(name).inserted else {
        throw Diagnostic("parameter '\(name)' is given twice", at: word.range)
      }
      var defaultValue: Expression?
      if let sign = take(.assign) {
        if token.isSymbol(.comma) || token.isSymbol(.rightParenthesis) {
          throw Diagnostic("nothing follows '='", at: sign.range)
        }
        if isAtEnd { throw unexpected(inside: opener) }
        defaultValue = try readExpression().expression
      } else if let last = parameters.last, last.defaultValue != nil {
        throw Diagnostic(
          "parameter '\(name)' has no default, but '\(last.name)' before it has one",
          at: word.range)
      }
      let range = SourceRange(word.range.lower, lastEnd)
      parameters.append(FunctionParameter(name, defaultValue: defaultValue, range))
      if take(.comma) != nil { continue }
      guard token.isSymbol(.rightParenthesis) else {
        throw unexpected(inside: opener, hint: "expected ',' or ')'")
      }
    }
    advance()
    return parameters
  }

  // MARK: Control flow

  private mutating func readLoop() throws(Diagnostic) -> Statement {
    let hint = "for i in 0..4 { … }"
    let start = advance()
    var variables = [try readBoundName(of: "for", hint: hint)]
    while take(.comma) != nil {
      let variable = try readBoundName(of: "for", hint: "for i, x in enumerate(list) { … }")
      guard !variables.contains(where: { $0.name == variable.name }) else {
        throw Diagnostic("'\(variable.name)' is bound twice", at: variable.range)
      }
      variables.append(variable)
    }
    guard token.isKeyword(.in) else {
      if case .invalid(let diagnostic) = token.kind { throw diagnostic }
      let last = variables[variables.count - 1].name
      throw Diagnostic("expected 'in' after '\(last)'", at: token.range, hint: hint)
    }
    let word = advance()
    let sequence = try readHead(after: word, hint: hint)
    let outer = names
    names.formUnion(variables.map(\.name))
    let body = try readBlock(after: "the sequence of 'for'", hint: hint)
    names.subtract(variables.map(\.name).filter { !outer.contains($0) })
    return Statement(
      .loop(variables: variables, sequence: sequence, body: body),
      SourceRange(start.range.lower, lastEnd))
  }

  private mutating func readWhile() throws(Diagnostic) -> Statement {
    let hint = "while a > b { … }"
    let start = advance()
    let condition = try readHead(after: start, hint: hint)
    let body = try readBlock(after: "the condition of 'while'", hint: hint)
    return Statement(
      .whileLoop(condition: condition, body: body), SourceRange(start.range.lower, lastEnd))
  }

  private mutating func readConditional() throws(Diagnostic) -> Statement {
    let hint = "if a > b { … } else { … }"
    let start = advance()
    let condition = try readHead(after: start, hint: hint)
    let then = try readBlock(after: "the condition of 'if'", hint: hint)
    var otherwise: [Statement] = []
    if token.isKeyword(.else) {
      advance()
      if token.isKeyword(.if) {
        try enter()
        otherwise = [try readConditional()]
        leave()
      } else {
        otherwise = try readBlock(after: "'else'", hint: hint)
      }
    }
    return Statement(
      .conditional(condition: condition, then: then, otherwise: otherwise),
      SourceRange(start.range.lower, lastEnd))
  }

  /// The expression between a keyword and its block.
  private mutating func readHead(
    after word: Token, hint: String
  ) throws(Diagnostic) -> Expression {
    if isAtStatementEnd || token.isSymbol(.leftBrace) {
      throw Diagnostic("nothing follows \(described(word))", at: word.range, hint: hint)
    }
    let head = try readExpression().expression
    if let sign = take(.assign) {
      throw Diagnostic("'=' binds a name", at: sign.range, hint: "'==' compares")
    }
    return head
  }

  /// `{ … }`
  mutating func readBlock(after what: String, hint: String) throws(Diagnostic) -> [Statement] {
    guard token.isSymbol(.leftBrace) else {
      if case .invalid(let diagnostic) = token.kind { throw diagnostic }
      throw Diagnostic("expected '{' after \(what)", at: token.range, hint: hint)
    }
    let opener = advance()
    let outerWords = clauseWords
    clauseWords = []
    try enter()
    let statements = try readStatements()
    guard token.isSymbol(.rightBrace) else { throw unexpected(inside: opener) }
    advance()
    leave()
    clauseWords = outerWords
    return statements
  }

  // MARK: Mistakes

  /// What to say when a statement is followed by something on its line.
  private func unexpectedAfterStatement(from first: Int) -> Diagnostic {
    switch token.kind {
    case .symbol(.assign): return unexpected(hint: "'==' compares")
    case .keyword(.else):
      return Diagnostic(
        "'else' without 'if'", at: token.range, hint: "if a > b { … } else { … }")
    case .symbol(let symbol) where symbol.isCloser:
      return Diagnostic("'\(symbol.rawValue)' closes nothing", at: token.range)
    case .name, .number, .string:
      guard index > 0, case .name(let last) = tokens[index - 1].kind else { return unexpected() }
      if index - 1 == first {
        if let hint = didYouMean(last, among: verbs.keys) {
          return Diagnostic(
            "'\(shortened(last))' is not a verb", at: tokens[first].range,
            hint: "did you mean '\(hint)'?")
        }
      } else if verbs[last] != nil {
        return unexpected(hint: "'\(last)' is a verb: it starts a line")
      }
      return unexpected()
    default: return unexpected()
    }
  }
}
