// Operators, by precedence climbing. From loose to tight:
// over · | · or · and · not · comparison · .. · + - · * / @ % · unary + - · ** · call, member, [ ]

/// How tight an infix operator binds.
enum Precedence: Int, Comparable {
  case over, pipe, or, and, not, comparison, range, sum, product, unary, power, postfix

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .postfix }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .pipe: .pipe
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .add, .subtract: .sum
    case .multiply, .divide, .matmul, .modulo: .product
    case .power: .power
    }
  }
}

extension TokenReader {
  /// The infix operators below the unary ones; `**` is read with its base.
  private enum Infix {
    case binary(BinaryOperator)
    case range

    var precedence: Precedence {
      switch self {
      case .binary(let binary): binary.precedence
      case .range: .range
      }
    }
  }

  /// An expression; several with commas between are a tuple.
  mutating func readExpressionList() throws(Diagnostic) -> Node {
    let first = try readExpression()
    guard token.isSymbol(.comma) else { return first }
    var elements = [first.expression]
    var height = first.height
    while take(.comma) != nil {
      if isAtStatementEnd || token.isSymbol(.assign) { break }
      let next = try readExpression()
      elements.append(next.expression)
      height = max(height, next.height)
    }
    return try node(.tuple(elements), SourceRange(first.range.lower, lastEnd), above: height)
  }

  /// A whole expression, `over` included.
  mutating func readExpression() throws(Diagnostic) -> Node {
    let subject = try readBinary(.pipe)
    guard token.kind == .name("over"), !clauseWords.contains("over") else { return subject }
    let word = advance()
    try requireOperand(after: word)
    let interval = try readBinary(.or)
    return try node(
      .over(subject.expression, interval.expression), subject.range.union(interval.range),
      above: max(subject.height, interval.height))
  }

  mutating func readBinary(_ minimum: Precedence) throws(Diagnostic) -> Node {
    var left = try readPrefix(minimum)
    while let (infix, distance) = nextInfix(), infix.precedence >= minimum {
      for _ in 0..<distance { advance() }
      let sign = advance()
      try requireOperand(after: sign)
      let right = try readBinary(infix.precedence.tighter)
      left = try join(left, infix, right)
      try refuseChain(after: infix, sign: sign, left)
    }
    return left
  }

  private func join(_ left: Node, _ infix: Infix, _ right: Node) throws(Diagnostic) -> Node {
    let kind: Expression.Kind =
      switch infix {
      case .binary(let binary): .binary(binary, left.expression, right.expression)
      case .range: .range(left.expression, right.expression)
      }
    return try node(kind, left.range.union(right.range), above: max(left.height, right.height))
  }

  /// The next infix operator and how many line ends stand before it (a pipe may start a line).
  private func nextInfix() -> (Infix, Int)? {
    if token.kind == .newline, peek().isSymbol(.pipe) { return (.binary(.pipe), 1) }
    switch token.kind {
    case .symbol(.range): return (.range, 0)
    case .symbol(.power): return nil
    case .symbol(let symbol):
      return BinaryOperator(rawValue: symbol.rawValue).map { (.binary($0), 0) }
    case .keyword(.and): return (.binary(.and), 0)
    case .keyword(.or): return (.binary(.or), 0)
    default: return nil
    }
  }

  /// `a < b < c` and `a..b..c` mean nothing here.
  private func refuseChain(after infix: Infix, sign: Token, _ left: Node) throws(Diagnostic) {
    guard let (next, _) = nextInfix() else { return }
    switch (infix.precedence, next.precedence, left.expression.kind) {
    case (.comparison, .comparison, .binary(_, _, let middle)):
      let first = text(left.range)
      throw Diagnostic(
        "comparisons cannot be chained", at: token.range,
        hint: "write \(shortened(first)) and \(shortened(text(middle.range))) "
          + "\(text(token.range)) …")
    case (.range, .range, _):
      throw Diagnostic("a range has two ends", at: token.range, hint: "write a..b")
    default: return
    }
  }

  /// After an infix operator lines may end; something must follow.
  mutating func requireOperand(after sign: Token) throws(Diagnostic) {
    skipNewlines()
    if isAtEnd {
      wantsMore = true
      throw missingOperand(after: sign)
    }
    switch token.kind {
    case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace),
      .symbol(.semicolon), .symbol(.comma):
      throw missingOperand(after: sign)
    case .symbol(.assign) where token.range.lower == sign.range.upper:
      throw Diagnostic(
        "unexpected '\(text(sign.range))='", at: sign.range.union(token.range),
        hint: "write x = x \(text(sign.range)) …")
    default: return
    }
  }

  private func missingOperand(after sign: Token) -> Diagnostic {
    Diagnostic("nothing follows \(described(sign))", at: sign.range)
  }

  private mutating func readPrefix(_ minimum: Precedence) throws(Diagnostic) -> Node {
    guard token.isKeyword(.not) else { return try readUnary() }
    guard minimum <= .not else { throw unexpected(hint: "put brackets around it: (not …)") }
    let sign = advance()
    try requireOperand(after: sign)
    try enter()
    let operand = try readBinary(.not)
    leave()
    return try node(
      .unary(.not, operand.expression), sign.range.union(operand.range), above: operand.height)
  }

  /// `-x`, which binds looser than `**`: `-x ** 2` is `-(x ** 2)`.
  private mutating func readUnary() throws(Diagnostic) -> Node {
    let unary: UnaryOperator
    switch token.kind {
    case .symbol(.minus): unary = .minus
    case .symbol(.plus): unary = .plus
    default: return try readPower()
    }
    let sign = advance()
    try requireOperand(after: sign)
    try enter()
    let operand = try readUnary()
    leave()
    return try node(
      .unary(unary, operand.expression), sign.range.union(operand.range), above: operand.height)
  }

  /// `a ** b ** c` is `a ** (b ** c)`; the exponent may have a sign.
  private mutating func readPower() throws(Diagnostic) -> Node {
    let base = try readPostfix()
    guard let sign = take(.power) else { return base }
    try requireOperand(after: sign)
    try enter()
    let exponent = try readUnary()
    leave()
    return try node(
      .binary(.power, base.expression, exponent.expression), base.range.union(exponent.range),
      above: max(base.height, exponent.height))
  }
}
