// Operators: arithmetic on numbers, tensors, texts and lists; comparison; and, or, not.

import Engine
import Language

extension Notebook {
  func negate(
    _ sign: UnaryOperator, _ operand: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(operand)
    switch sign {
    case .not:
      guard case .tensor(let node) = value else {
        return .boolean(!(try truth(value, operand.range)))
      }
      return .tensor(try compared(node, .equal, operand.range))
    case .plus: return value
    case .minus: break
    }
    if case .number(let number) = value { return .number(-number) }
    let node = try tensor(value, operand.range, for: "-")
    return .tensor(try located(range) { () throws(EngineError) in try graph.add(Negate(), [node]) })
  }

  /// `a and b`, `a or b`: the right side is looked at only when the left does not decide. Tensors are
  /// combined element by element into a mask.
  func decide(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let first = try evaluate(left)
    guard case .tensor(let a) = first else {
      let isTrue = try truth(first, left.range)
      if isTrue == (sign == .or) { return .boolean(isTrue) }
      let second = try evaluate(right)
      guard case .tensor(let b) = second else { return .boolean(try truth(second, right.range)) }
      return .tensor(try compared(b, .notEqual, right.range))
    }
    let second = try evaluate(right)
    let b: Node
    if case .tensor(let node) = second {
      b = node
    } else {
      b = graph.constant(try truth(second, right.range) ? 1 : 0)
    }
    let x = try compared(a, .notEqual, left.range)
    let y = try compared(b, .notEqual, right.range)
    return .tensor(
      try located(range) { () throws(EngineError) in
        sign == .and ? try graph.add(Multiply(), [x, y]) : try graph.add(Maximum(), [x, y])
      })
  }

  /// 1 where a tensor is (not) 0; what is a mask already stays as it is.
  private func compared(
    _ node: Node, _ relation: Comparison.Relation, _ range: SourceRange
  ) throws(Diagnostic) -> Node {
    if relation == .notEqual, graph[node].operation is Comparison { return node }
    return try located(range) { () throws(EngineError) in
      try graph.add(Comparison(relation), [node, graph.constant(0)])
    }
  }

  func combine(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let (a, b) = (try evaluate(left), try evaluate(right))
    return try combine(sign, a, left.range, b, right.range, range)
  }

  /// The result of an infix operator that is neither logical nor a pipe.
  func combine(
    _ sign: BinaryOperator, _ a: Value, _ leftRange: SourceRange, _ b: Value,
    _ rightRange: SourceRange, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch (a, b) {
    case (.number(let x), .number(let y)): return try fold(sign, x, y, range)
    case (.text(let x), .text(let y)):
      if let result = try combine(sign, x, y, range) { return result }
    case (.list(let x), .list(let y)) where sign == .add:
      if let joined = try joined(x, y, range) { return joined }
    case (.none, _), (_, .none):
      // Whether an argument was given: `if mask == none`.
      let isSame = if case (.none, .none) = (a, b) { true } else { false }
      if sign == .equal { return .boolean(isSame) }
      if sign == .notEqual { return .boolean(!isSame) }
    case (.boolean(let x), .boolean(let y)):
      if sign == .equal { return .boolean(x == y) }
      if sign == .notEqual { return .boolean(x != y) }
    default: break
    }
    let x = try tensor(a, leftRange, for: sign.rawValue)
    let y = try tensor(b, rightRange, for: sign.rawValue)
    return .tensor(
      try located(range) { () throws(EngineError) in
        switch sign {
        case .add: try graph.add(Add(), [x, y])
        case .subtract: try graph.add(Subtract(), [x, y])
        case .multiply: try graph.add(Multiply(), [x, y])
        case .divide: try graph.add(Divide(), [x, y])
        case .power: try power(x, y)
        case .matmul: try graph.matmul(x, y)
        case .equal: try graph.add(Comparison(.equal), [x, y])
        case .notEqual: try graph.add(Comparison(.notEqual), [x, y])
        case .less: try graph.add(Comparison(.less), [x, y])
        case .lessOrEqual: try graph.add(Comparison(.lessOrEqual), [x, y])
        case .greater: try graph.add(Comparison(.greater), [x, y])
        case .greaterOrEqual: try graph.add(Comparison(.greaterOrEqual), [x, y])
        case .modulo: try graph.add(Remainder(), [x, y])
        case .and, .or, .pipe:
          throw EngineError("'\(sign.rawValue)' is not defined for tensors")
        }
      })
  }

  private func combine(
    _ sign: BinaryOperator, _ x: String, _ y: String, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch sign {
    case .equal: return .boolean(x == y)
    case .notEqual: return .boolean(x != y)
    case .add:
      guard x.utf8.count + y.utf8.count <= Notebook.maximumText else {
        throw Diagnostic("a text of more than 16 MiB is refused", at: range)
      }
      return .text(x + y)
    default: return nil
    }
  }

  /// Lists of layers, texts or tensors one after the other; nil for lists of numbers, which are
  /// tensors: `[1, 2] + [3, 4]` adds.
  private func joined(_ x: [Value], _ y: [Value], _ range: SourceRange) throws(Diagnostic) -> Value?
  {
    let areNumbers = (x + y).allSatisfy(Notebook.isNumeric)
    if areNumbers {
      guard x.isEmpty != y.isEmpty else { return nil }
      throw Diagnostic(
        "+ adds numbers, it does not join a list of them to an empty one", at: range,
        hint: "append(list, x) makes a list longer; extend(a, b) joins two")
    }
    try Limits.checkCount(x.count + y.count, "a list", range)
    return .list(x + y)
  }

  /// A number, or a list of such.
  static func isNumeric(_ value: Value) -> Bool {
    var pending = [value]
    while let next = pending.popLast() {
      switch next {
      case .number, .boolean: continue
      case .list(let items): pending.append(contentsOf: items)
      default: return false
      }
    }
    return true
  }

  /// The tensors of a list that holds nothing else.
  static func tensors(in value: Value) -> [Node]? {
    let items: [Value]
    switch value {
    case .list(let list) where !list.isEmpty: items = list
    case .tuple(let list) where !list.isEmpty: items = list
    default: return nil
    }
    var nodes: [Node] = []
    for item in items {
      guard case .tensor(let node) = item else { return nil }
      nodes.append(node)
    }
    return nodes
  }

  /// x² is so common that it gets its own, cheaper operation.
  private func power(_ x: Node, _ y: Node) throws(EngineError) -> Node {
    if let constant = graph[y].operation as? Constant, constant.value == Tensor(2) {
      return try graph.add(Square(), [x])
    }
    return try graph.add(Power(), [x, y])
  }

  private func fold(
    _ sign: BinaryOperator, _ x: Double, _ y: Double, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch sign {
    case .add: return .number(x + y)
    case .subtract: return .number(x - y)
    case .multiply: return .number(x * y)
    case .divide: return .number(x / y)
    case .modulo:
      guard y != 0 else { throw Diagnostic("the remainder of a division by 0", at: range) }
      let rest = x.truncatingRemainder(dividingBy: y)
      return .number(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
    case .power: return .number(power(x, y))
    case .equal: return .boolean(x == y)
    case .notEqual: return .boolean(x != y)
    case .less: return .boolean(x < y)
    case .lessOrEqual: return .boolean(x <= y)
    case .greater: return .boolean(x > y)
    case .greaterOrEqual: return .boolean(x >= y)
    case .matmul, .and, .or, .pipe:
      throw Diagnostic(
        "'\(sign.rawValue)' needs tensors, not two numbers", at: range,
        hint: sign == .matmul ? "multiply numbers with *" : nil)
    }
  }

  /// Whole powers by squaring; others through the engine's own pow, the same bits everywhere.
  private func power(_ x: Double, _ y: Double) -> Double {
    guard let exponent = Int(exactly: y), exponent.magnitude < 1024 else {
      return Numbers.power(x, y)
    }
    var (result, base, rest) = (1.0, x, abs(exponent))
    while rest > 0 {
      if rest & 1 == 1 { result *= base }
      base *= base
      rest >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }
}
