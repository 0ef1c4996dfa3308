// From syntax to the engine: names, operators, calls. Statements and verbs are in files of their
// own; everything that changes the session goes through `Notebook.apply`.

import Engine
import Language

extension Notebook {
  /// Expressions within expressions and calls within calls, all together.
  static let maximumDepth = 1100
  /// Bytes of a text.
  static let maximumText = 16 << 20

  /// The value of an expression.
  ///
  /// The parser bounds a tree's height; here the trees of all functions that are being called count
  /// together, so that no session can overflow the stack.
  func evaluate(_ expression: Expression) throws(Diagnostic) -> Value {
    guard depth < Notebook.maximumDepth else { throw tooDeep(expression.range) }
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .number(let number): return .number(number)
    case .string(let text): return .text(text)
    case .boolean(let flag): return .boolean(flag)
    case .name(let name): return try lookUp(name, expression.range)
    case .list(let items): return .list(try evaluateAll(items))
    case .tuple(let items): return .tuple(try evaluateAll(items))
    case .comprehension(let element, let variables, let sequence, let condition):
      return try comprehend(element, variables, sequence, condition)
    case .unary(let sign, let operand): return try negate(sign, operand, expression.range)
    case .binary(.pipe, _, _): return try pipe(expression)
    case .binary(let sign, let left, let right) where sign == .and || sign == .or:
      return try decide(sign, left, right, expression.range)
    case .binary(let sign, let left, let right):
      return try combine(sign, left, right, expression.range)
    case .call(let callee, let arguments): return try call(callee, arguments, expression.range)
    case .member(let base, let name): return try member(base, name, expression.range)
    case .subscripted(let base, let parts): return try select(base, parts, expression.range)
    case .range(let low, let high):
      return .range(try integer(low, "a range's start"), try integer(high, "a range's end"))
    case .over(let function, _):
      throw Diagnostic(
        "'over' belongs to plot", at: function.range, hint: "plot tanh over -5..5")
    }
  }

  func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "expressions and calls nest more than \(Notebook.maximumDepth) levels deep", at: range,
      hint: "bind parts of it to names")
  }

  private func evaluateAll(_ items: [Expression]) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try evaluate(item)) }
    return values
  }

  // MARK: Names

  func lookUp(_ name: String, _ range: SourceRange) throws(Diagnostic) -> Value {
    if let value = locals.last?[name] {
      // What is handed in is the caller's; what an inner function has taken along is its own.
      if frames.last?.function.captured?[name] != nil { noteUse(of: value) }
      return value
    }
    if let value = environment[name] {
      noteUse(of: value)
      return value
    }
    if let builtin = catalogue.builtins[name] { return .builtin(builtin) }
    if let entry = catalogue.entries[name] { return .entry(entry) }
    if name == "none" { return .none }
    if name == "lr", let run { return .number(run.learningRate) }
    if name == "history" { return .number(historyLimit) }
    if name == "pi" { return .number(Double.pi) }
    if name == "inf" { return .number(.infinity) }
    if name == "nan" { return .number(.nan) }
    throw Diagnostic(
      "unknown name '\(name)'", at: range, hint: suggestion(for: name))
  }

  /// What may have been meant by a name that nothing has.
  private func suggestion(for name: String) -> String {
    if ["nn", "torch", "F", "optim", "np", "jnp", "tf", "keras"].contains(name) {
      return "names stand alone here, without '\(name).'"
    }
    let other =
      OtherNames.name(for: name, among: knownNames) ?? didYouMean(name, among: knownNames)
    return other.map { "did you mean '\($0)'?" } ?? "bind it first: \(name) = …"
  }

  /// Every name that could stand in an expression.
  var knownNames: [String] {
    Array(environment.keys) + (locals.last.map { Array($0.keys) } ?? [])
      + Array(catalogue.entries.keys) + Array(catalogue.builtins.keys)
  }

  // MARK: Pipes

  /// `a | b | c`: a tensor through layers, or layers joined to one.
  private func pipe(_ expression: Expression) throws(Diagnostic) -> Value {
    var stages: [Expression] = []
    var rest = expression
    while case .binary(.pipe, let left, let right) = rest.kind {
      stages.append(right)
      rest = left
    }
    stages.append(rest)
    stages.reverse()
    let first = try evaluate(stages[0])
    switch first {
    case .tensor, .list, .number, .tokens:
      var value = first
      for stage in stages.dropFirst() {
        value = try flow(value, through: stage)
      }
      return value
    default:
      var layers: [any Layer] = [try layer(first, stages[0].range)]
      for stage in stages.dropFirst() { layers.append(try layer(ofStage: stage)) }
      return .layer(Chain(layers))
    }
  }

  /// What a pipe hands on: of several results the first, as an LSTM's outputs without its states.
  static func handedOn(_ value: Value) -> Value {
    if case .tuple(let items) = value, let first = items.first { return first }
    return value
  }

  // MARK: Comprehensions

  private func comprehend(
    _ element: Expression, _ variables: [String], _ sequence: Expression, _ condition: Expression?
  ) throws(Diagnostic) -> Value {
    var results: [Value] = []
    for item in try elements(try evaluate(sequence), sequence.range) {
      let values =
        variables.count == 1 ? [item] : try parts(item, of: variables.count, sequence.range)
      let before = zip(variables, values).map { bindTemporarily($0, $1) }
      defer { for (name, value) in zip(variables, before) { restoreBinding(name, value) } }
      if let condition, !(try truth(condition)) { continue }
      results.append(try evaluate(element))
      try Limits.checkCount(results.count, "a list", element.range)
    }
    return .list(results)
  }

  /// What a loop runs through.
  func elements(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> [Value] {
    switch value {
    case .list(let items), .tuple(let items): return items
    case .range(let low, let high):
      guard high > low else { return [] }
      let (count, overflow) = high.subtractingReportingOverflow(low)
      try Limits.checkCount(overflow ? Int.max : count, "a loop", range)
      return (low..<high).map { .number(Double($0)) }
    case .tokens(let tokens): return tokens.indices.map { .number(Double($0)) }
    case .tensor(let node):
      if let constant = graph[node].operation as? Constant, constant.value.shape.rank == 1 {
        return constant.value.values.map { .number(Double($0)) }
      }
      let shape: Shape = graph.shape(node)
      guard shape.rank > 0 else {
        throw Diagnostic("a scalar has no elements to go through", at: range)
      }
      try Limits.checkCount(shape[0], "a loop", range)
      var rows: [Value] = []
      for index in 0..<shape[0] {
        rows.append(
          .tensor(
            try located(range) { () throws(EngineError) in
              try graph.add(Slice([.index(index)]), [node])
            }))
      }
      return rows
    default:
      if let stages = stages(of: value) { return stages }
      throw Diagnostic(
        "\(value.kind) has no elements to go through", at: range,
        hint: "a list, a range such as 0..10, or a tensor")
    }
  }

  // MARK: Conversions

  /// A value as a tensor; numbers and lists become constants.
  func tensor(_ value: Value, _ range: SourceRange, for name: String) throws(Diagnostic) -> Node {
    switch value {
    case .tensor(let node): return node
    case .number(let number): return graph.constant(number)
    case .boolean(let flag): return graph.constant(flag ? 1 : 0)
    case .list(let items): return try tensor(items, range)
    case .tokens(let tokens):
      return graph.constant(
        Tensor(shape: [tokens.indices.count], values: tokens.indices.map { Float($0) }))
    case .layer:
      throw Diagnostic(
        "'\(name)' needs a tensor, not a layer", at: range,
        hint: "apply the layer first: net(x)")
    case .entry(let entry) where entry.isLayer:
      throw Diagnostic(
        "'\(name)' needs a tensor, not \(value.kind)", at: range,
        hint: "make the layer and apply it: \(entry.descriptor.name)(…)(x)")
    default:
      throw Diagnostic("'\(name)' needs a tensor, not \(value.kind)", at: range)
    }
  }

  /// A list of numbers is a constant, one of true and false a mask; tensors of one shape are stacked.
  func tensor(_ items: [Value], _ range: SourceRange) throws(Diagnostic) -> Node {
    let list = items.map(argument)
    let areFlags = items.allSatisfy { if case .boolean = $0 { true } else { false } }
    return try located(range) { () throws(EngineError) in
      let node = try Literal.node(list, for: "list", in: graph)
      guard areFlags, !items.isEmpty else { return node }
      return try graph.add(Comparison(.notEqual), [node, graph.constant(0)])
    }
  }

  /// A value as a layer; a bare constructor makes a fresh one.
  func layer(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> any Layer {
    switch value {
    case .layer(let layer): return layer
    case .entry(let entry):
      switch entry.maker {
      case .layer(let make):
        return try located(range) { () throws(EngineError) in
          try owned(entry.descriptor.name) { () throws(EngineError) in
            try make(
              try Arguments(entry.descriptor, positional: [], keywords: [], graph: graph))
          }
        }
      case .function, .functions: return FunctionLayer(entry)
      default: break
      }
    case .function(let function):
      return try located(range) { () throws(EngineError) in try defined(function, range) }
    default: break
    }
    throw Diagnostic(
      "a pipe joins layers, \(value.kind) is none", at: range,
      hint: "for example dense(8) | tanh | dense(1)")
  }

  func truth(_ expression: Expression) throws(Diagnostic) -> Bool {
    try truth(try evaluate(expression), expression.range)
  }

  func truth(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Bool {
    switch value {
    case .boolean(let flag): return flag
    case .number(let number): return number != 0
    case .tensor(let node):
      let tensor = try self.value(of: node, range)
      guard tensor.count == 1 else {
        throw Diagnostic(
          "a condition needs one value, this tensor has shape \(tensor.shape)", at: range,
          hint: "reduce it with amax(…), amin(…) or mean(…)")
      }
      return tensor.values[0] != 0
    case let other:
      throw Diagnostic("a condition cannot be \(other.kind)", at: range)
    }
  }

  /// A number, computed if need be.
  func number(_ expression: Expression, _ what: String) throws(Diagnostic) -> Double {
    try number(try evaluate(expression), what, expression.range)
  }

  func number(_ value: Value, _ what: String, _ range: SourceRange) throws(Diagnostic) -> Double {
    switch value {
    case .number(let number): return number
    case .tensor(let node):
      let tensor = try self.value(of: node, range)
      if tensor.count == 1 { return Double(tensor.values[0]) }
      throw Diagnostic("\(what) must be one number, this has shape \(tensor.shape)", at: range)
    case let other:
      throw Diagnostic("\(what) must be a number, not \(other.kind)", at: range)
    }
  }

  func integer(_ expression: Expression, _ what: String) throws(Diagnostic) -> Int {
    try integer(try evaluate(expression), what, expression.range)
  }

  func integer(_ value: Value, _ what: String, _ range: SourceRange) throws(Diagnostic) -> Int {
    let value = try number(value, what, range)
    guard let integer = Int(exactly: value), integer.magnitude < 1 << 53 else {
      throw Diagnostic(
        "\(what) must be a whole number, not \(NumberText.short(value))", at: range)
    }
    return integer
  }

  /// Gives an engine error its place in the source.
  func located<Result>(
    _ range: SourceRange, _ body: () throws(EngineError) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(EngineError) {
      return try body()
    } catch {
      throw Diagnostic(error.message, at: range, hint: error.hint)
    }
  }

  // MARK: Local names

  func bindTemporarily(_ name: String, _ value: Value) -> Value? {
    if locals.isEmpty {
      let before = environment[name]
      environment[name] = value
      return before
    }
    let before = locals[locals.count - 1][name]
    locals[locals.count - 1][name] = value
    return before
  }

  func restoreBinding(_ name: String, _ value: Value?) {
    if locals.isEmpty { environment[name] = value } else { locals[locals.count - 1][name] = value }
  }
}

extension Limits {
  /// Loops and lists are bounded, so that a slip of the finger does not eat the machine.
  static func checkCount(
    _ count: Int, _ what: String, _ range: SourceRange
  ) throws(Diagnostic) {
    guard count <= 10_000_000 else {
      throw Diagnostic("\(what) of more than 10,000,000 elements is refused", at: range)
    }
  }
}
