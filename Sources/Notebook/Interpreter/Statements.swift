// Statements: bindings, definitions, loops, conditions; verbs are handed to the catalogue.

import Engine
import Language

extension Notebook {
  /// Executes statements; the value of the last expression is the result of a function's body.
  @discardableResult
  func execute(_ statements: [Statement], in source: SourceText) throws(Diagnostic) -> Value {
    var result = Value.none
    for statement in statements { result = try execute(statement, in: source) }
    return result
  }

  private func execute(_ statement: Statement, in source: SourceText) throws(Diagnostic) -> Value {
    guard depth < Notebook.maximumDepth else { throw tooDeep(statement.range) }
    depth += 1
    if locals.isEmpty, nesting == 0 { givenPaths = [] }
    defer {
      depth -= 1
      describeSized()
    }
    switch statement.kind {
    case .binding(let names, let value):
      try bind(names, value)
    case .carry(let name, let value):
      try carry(name, value)
    case .definition(let name, let parameters, let body):
      let function = UserFunction(
        name: name.name, parameters: parameters, body: body, source: source,
        captured: locals.last)
      assign(name.name, .function(function))
      if locals.isEmpty {
        let list = parameters.map(\.name).joined(separator: ", ")
        show(.text("\(name.name)(\(list))"))
      }
    case .loop(let variables, let sequence, let body):
      for item in try elements(try evaluate(sequence), sequence.range) {
        if variables.count == 1 {
          assign(variables[0].name, bindable(item))
        } else {
          let parts = try parts(item, of: variables.count, sequence.range)
          for (variable, part) in zip(variables, parts) { assign(variable.name, bindable(part)) }
        }
        nesting += 1
        defer { nesting -= 1 }
        try execute(body, in: source)
        try checkInterrupt(statement.range)
      }
    case .whileLoop(let condition, let body):
      var rounds = 0
      while try truth(condition) {
        nesting += 1
        defer { nesting -= 1 }
        try execute(body, in: source)
        rounds += 1
        try Limits.checkCount(rounds, "a loop", condition.range)
        try checkInterrupt(statement.range)
      }
    case .conditional(let condition, let then, let otherwise):
      let holds = try truth(condition)
      nesting += 1
      defer { nesting -= 1 }
      return try execute(holds ? then : otherwise, in: source)
    case .expression(let expression):
      let value = try evaluate(expression)
      if locals.isEmpty {
        show(value, name: expression.plainName, expression.range)
        showStaleness(value, expression)
      }
      return value
    case .verb(let verb):
      guard let entry = catalogue.verbs[verb.name] else {
        throw Diagnostic("unknown verb '\(verb.name)'", at: verb.nameRange)
      }
      currentSource = source
      try entry.run(self, verb)
    }
    return .none
  }

  /// `memory := expr`: training steps that use the state hand the value on to the next step.
  private func carry(_ name: BoundName, _ expression: Expression) throws(Diagnostic) {
    guard case .tensor(let state)? = locals.last?[name.name] ?? environment[name.name],
      graph.isState(state)
    else {
      throw Diagnostic(
        "'\(name.name) := …' carries a state from step to step, and there is none named so",
        at: name.range, hint: "make one first, \(name.name) = state([…]), or bind a value with =")
    }
    let value = try evaluate(expression)
    let node = try tensor(value, expression.range, for: ":=")
    try located(expression.range) { () throws(EngineError) in try graph.carry(state, node) }
    if locals.isEmpty, nesting == 0 {
      show(.text("\(name.name): \(graph.shape(state)), carried from step to step"))
    }
  }

  private func bind(_ names: [BoundName], _ expression: Expression) throws(Diagnostic) {
    let first = names[0]
    for name in names where name.name == "none" || name.name == "pi" {
      throw Diagnostic("'\(name.name)' cannot be bound", at: name.range)
    }
    // What the right side traces belongs to the name: `z.matmul`.
    graph.openScope(scopePath(first.name))
    let value: Value
    do throws(Diagnostic) {
      value = try evaluate(expression)
      graph.closeScope()
    } catch {
      graph.closeScope()
      throw error
    }
    guard names.count > 1 else {
      try checkSize(value, expression.range)
      let bound = bindable(value)
      name(bound, first.name)
      assign(first.name, bound)
      if locals.isEmpty, nesting == 0 { describeBinding(first.name, bound) }
      return
    }
    let parts = try parts(value, of: names.count, expression.range).map(bindable)
    for (place, part) in zip(names, parts) {
      name(part, place.name)
      assign(place.name, part)
    }
    if locals.isEmpty, nesting == 0 {
      for (place, part) in zip(names, parts) { describeBinding(place.name, part) }
    }
  }

  /// The values for several names.
  func parts(
    _ value: Value, of count: Int, _ range: SourceRange
  ) throws(Diagnostic) -> [Value] {
    let parts: [Value]
    switch value {
    case .tuple(let items), .list(let items): parts = items
    case .dataset(let data): parts = data.columns.map { .tensor(graph.constant($0.tensor)) }
    case .tensor(let node) where graph.shape(node).rank > 0 && graph.shape(node)[0] == count:
      parts = try elements(value, range)
    default:
      throw Diagnostic("\(count) names need \(count) values, this is \(value.kind)", at: range)
    }
    guard parts.count == count else {
      throw Diagnostic(
        "\(count) names need \(count) values, there are \(parts.count)", at: range)
    }
    return parts
  }

  /// What a loop has wrapped again and again must not overflow the stack, nor a list that holds
  /// itself twice the memory.
  private func checkSize(_ value: Value, _ range: SourceRange) throws(Diagnostic) {
    var pending = [(value, 0)]
    var count = 0
    while let (next, depth) = pending.popLast() {
      count += 1
      guard count <= 100_000 else {
        throw Diagnostic("more than 100,000 lists or layers in one are refused", at: range)
      }
      guard depth <= Parser.maximumNesting else {
        throw Diagnostic(
          "lists or layers nest more than \(Parser.maximumNesting) levels deep", at: range)
      }
      switch next {
      case .list(let items), .tuple(let items):
        for item in items {
          switch item {
          case .list, .tuple, .layer: pending.append((item, depth + 1))
          default: break
          }
        }
      case .layer(let layer):
        for (_, child) in layer.children where !child.children.isEmpty {
          pending.append((.layer(child), depth + 1))
        }
      default: break
      }
    }
  }

  func assign(_ name: String, _ value: Value) {
    if locals.isEmpty { environment[name] = value } else { locals[locals.count - 1][name] = value }
  }

  /// Networks that this statement has used for the first time now have sizes.
  private func describeSized() {
    guard locals.isEmpty, nesting == 0, !unsized.isEmpty else { return }
    for (name, layer) in unsized.sorted(by: { $0.key < $1.key })
    where !graph.parameters(of: layer).isEmpty {
      unsized[name] = nil
      show(.text("\(name): \(Summary.line(layer, graph))"))
    }
  }

  private func describeBinding(_ name: String, _ value: Value) {
    switch value {
    case .tensor(let node):
      let shape = graph.shape(node)
      show(.text("\(name): \(shape.rank == 0 ? "scalar" : shape.description)"))
    case .layer(let layer):
      show(.text("\(name): \(Summary.line(layer, graph))"))
      if graph.parameters(of: layer).isEmpty { unsized[name] = layer }
    case .dataset(let data): show(.text("\(name): \(Summary.line(data))"))
    case .tokens(let tokens):
      show(
        .text(
          "\(name): \(tokens.indices.count) tokens, vocabulary of \(tokens.vocabulary.tokens.count)"
        ))
    case .object(let object): show(.text("\(name): \(object.summary)"))
    case .list(let items): show(.text("\(name): list of \(items.count)"))
    case .optimizer(let optimizer): show(.text("\(name): \(optimizer.summary)"))
    case .schedule(let schedule): show(.text("\(name): \(schedule.summary)"))
    default: break
    }
  }

  /// Shows the value of an expression.
  func show(_ value: Value, name: String?, _ range: SourceRange) {
    switch value {
    case .none: break
    case .number(let number): show(.text(NumberText.short(number)))
    case .boolean(let flag): show(.text(flag ? "true" : "false"))
    case .text(let text): show(.literal(text))
    case .tensor(let node):
      do throws(Diagnostic) {
        let tensor = try self.value(of: node, range)
        show(.tensor(TensorOutput(name: name, shape: tensor.shape.extents, values: tensor.values)))
      } catch {
        show(.text(error.message + (error.hint.map { ": \($0)" } ?? "")))
      }
    case .layer(let layer): show(.text(Summary.line(layer, graph)))
    case .dataset(let data): show(.text(Summary.line(data)))
    case .tokens(let tokens): show(.literal(tokens.tokens.joined(separator: " ")))
    case .object(let object): show(object.output)
    case .list(let items), .tuple(let items):
      if let tensor = try? Literal.tensor(items.map(argument), for: "list"), !items.isEmpty {
        show(.tensor(TensorOutput(name: name, shape: tensor.shape.extents, values: tensor.values)))
      } else {
        for (index, item) in items.enumerated() {
          if case .text(let text) = item {
            show(.literal("\(index): \(text)"))
          } else {
            show(item, name: nil, range)
          }
        }
      }
    case .range(let low, let high): show(.text("\(low)..\(high)"))
    case .optimizer(let optimizer): show(.text(optimizer.summary))
    case .schedule(let schedule): show(.text(schedule.summary))
    case .initializer(let initializer): show(.text(initializer.name))
    case .function(let function):
      show(.text("\(function.name)(\(function.parameters.map(\.name).joined(separator: ", ")))"))
    case .entry(let entry):
      show(.text("\(entry.descriptor.signature): \(entry.descriptor.summary)"))
    case .builtin(let builtin):
      show(.text("\(builtin.descriptor.signature): \(builtin.descriptor.summary)"))
    }
  }
}

extension Expression {
  /// `w`, `net.0.weight`, `z.grad`: an expression that is only a path.
  var plainName: String? {
    switch kind {
    case .name(let name): name
    case .member(let base, let member): base.plainName.map { $0 + "." + member }
    default: nil
    }
  }
}
