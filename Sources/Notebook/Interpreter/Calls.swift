// Calls: entries of the catalogue, layers, functions of the session, and members of values.

import Engine
import Language

extension Notebook {
  func call(
    _ callee: Expression, _ arguments: [Argument], _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let function = try evaluate(callee)
    if case .builtin(let builtin) = function {
      var positional: [(Value, SourceRange)] = []
      var keywords: [(String, Value, SourceRange)] = []
      for argument in arguments {
        let value = builtin.isLazy ? Value.none : try evaluate(argument.value)
        if let name = argument.name {
          keywords.append((name, value, argument.value.range))
        } else {
          positional.append((value, argument.value.range))
        }
      }
      return try builtin.run(
        self,
        BuiltinCall(
          builtin.descriptor, arguments: arguments, positional: positional, keywords: keywords,
          range: range))
    }
    let (positional, keywords) = try self.arguments(arguments)
    return try apply(function, positional, range, keywords: keywords)
  }

  /// The values of a call's arguments.
  func arguments(
    _ arguments: [Argument]
  ) throws(Diagnostic) -> (positional: [Value], keywords: [(String, Value)]) {
    var positional: [Value] = []
    var keywords: [(String, Value)] = []
    for argument in arguments {
      let value = try evaluate(argument.value)
      if let name = argument.name {
        keywords.append((name, value))
      } else if keywords.isEmpty {
        positional.append(value)
      } else {
        throw Diagnostic(
          "a positional argument stands after a keyword", at: argument.value.range,
          hint: "put it before the keywords")
      }
    }
    return (positional, keywords)
  }

  /// Applies anything that can be called.
  func apply(
    _ function: Value, _ positional: [Value], _ range: SourceRange,
    keywords: [(String, Value)] = []
  ) throws(Diagnostic) -> Value {
    switch function {
    case .layer(let layer):
      nameAtFirstUse(layer)
      noteUse(of: layer)
      if let (defined, isEvaluating) = Notebook.defined(layer) {
        return try apply(defined, positional, keywords, range, isEvaluating: isEvaluating)
      }
      if layer.callSignature != nil {
        let first = positional.map(argument)
        let named = keywords.map { ($0.0, argument($0.1)) }
        return try located(range) { () throws(EngineError) in
          Notebook.results(try layer.traced(first, keywords: named, in: graph))
        }
      }
      guard keywords.isEmpty, positional.count == 1, let input = positional.first else {
        throw Diagnostic(
          "a layer takes one tensor, not \(positional.count + keywords.count) arguments", at: range)
      }
      let node = try tensor(input, range, for: layer.name)
      return .tensor(
        try located(range) { () throws(EngineError) in try layer.traced(node, in: graph) })
    case .function(let user):
      return try invoke(user, positional, keywords, range)
    case .entry(let entry):
      return try make(entry, positional, keywords, range)
    case .builtin(let builtin):
      return try builtin.run(
        self,
        BuiltinCall(
          builtin.descriptor, arguments: [], positional: positional.map { ($0, range) },
          keywords: keywords.map { ($0.0, $0.1, range) }, range: range))
    default:
      throw Diagnostic("\(function.kind) cannot be called", at: range)
    }
  }

  /// One result is itself, several are several values.
  private static func results(_ nodes: [Node]) -> Value {
    nodes.count == 1 ? .tensor(nodes[0]) : .tuple(nodes.map(Value.tensor))
  }

  private func make(
    _ entry: Entry, _ positional: [Value], _ keywords: [(String, Value)], _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    if case .layer = entry.maker, entry.overload == nil, let first = positional.first,
      isTensor(first)
    {
      throw Diagnostic(
        "\(entry.descriptor.name) makes a layer, it does not take a tensor", at: range,
        hint: "make the layer first and apply it: \(entry.descriptor.name)(…)(x)")
    }
    let first = positional.map(argument)
    let named = keywords.map { ($0.0, argument($0.1)) }
    if case .dataset(let make) = entry.maker {
      return try watched("reading \(entry.descriptor.name)", unit: "bytes", range) {
        watch throws(EngineError) in
        var arguments = try Arguments(
          entry.descriptor, positional: first, keywords: named, graph: graph)
        arguments.watch = watch
        return .dataset(try make(arguments))
      }
    }
    return try located(range) { () throws(EngineError) in
      if let node = try entry.overloaded(positional: first, keywords: named, graph: graph) {
        return .tensor(node)
      }
      let arguments = try Arguments(
        entry.descriptor, positional: first, keywords: named, graph: graph)
      switch entry.maker {
      case .function(let build): return .tensor(try build(arguments, graph))
      case .functions(let build): return Notebook.results(try build(arguments, graph))
      case .layer(let make):
        let layer = try owned(entry.descriptor.name) { () throws(EngineError) in
          try make(arguments)
        }
        if !applications.isEmpty { renewFunctions(of: layer, positional) }
        return .layer(layer)
      case .optimizer(let make): return .optimizer(try make(arguments))
      case .schedule(let make): return .schedule(try make(arguments))
      case .initializer(let make): return .initializer(try make(arguments))
      case .dataset(let make): return .dataset(try make(arguments))
      }
    }
  }

  /// A tensor or a literal one: `[[0, 1]]`.
  private func isTensor(_ value: Value) -> Bool {
    switch value {
    case .tensor: true
    case .list(let items):
      items.contains { if case .list = $0 { true } else { false } }
        && (try? Literal.tensor(items.map(argument), for: "list")) != nil
    default: false
    }
  }

  /// Calls a `def`: its own names, then its statements; the last expression is the result.
  func invoke(
    _ function: UserFunction, _ positional: [Value], _ keywords: [(String, Value)],
    _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    guard locals.count < 64 else {
      throw Diagnostic(
        "\(function.name) calls itself more than 64 levels deep", at: range,
        hint: "use a loop instead")
    }
    let names = function.parameters.map(\.name)
    guard positional.count <= names.count else {
      throw Diagnostic(
        "\(function.name) takes \(names.count) argument\(names.count == 1 ? "" : "s"), "
          + "not \(positional.count)", at: range)
    }
    var frame = function.captured ?? [:]
    // A function that was defined inside another can call itself.
    if function.captured != nil { frame[function.name] = .function(function) }
    for name in names { frame[name] = nil }
    for (name, value) in zip(names, positional) { frame[name] = value }
    for (name, value) in keywords {
      guard names.contains(name) else {
        throw Diagnostic(
          "\(function.name) has no argument '\(name)'", at: range,
          hint: didYouMean(name, among: names).map { "did you mean '\($0)'?" })
      }
      guard frame[name] == nil else {
        throw Diagnostic("\(function.name): '\(name)' is given twice", at: range)
      }
      frame[name] = value
    }
    for parameter in function.parameters
    where frame[parameter.name] == nil && parameter.defaultValue == nil {
      throw Diagnostic("\(function.name) needs '\(parameter.name)'", at: range)
    }
    locals.append(frame)
    frames.append((function, graph.scope))
    let source = currentSource
    defer {
      locals.removeLast()
      frames.removeLast()
      currentSource = source
    }
    do throws(Diagnostic) {
      // Defaults see the arguments before them: def f(d, hidden=4*d).
      for parameter in function.parameters where locals[locals.count - 1][parameter.name] == nil {
        guard let standard = parameter.defaultValue else { continue }
        locals[locals.count - 1][parameter.name] = try evaluate(standard)
      }
      return try execute(function.body, in: function.source)
    } catch {
      // The place of the call is in the text that was just entered; the body's may not be.
      // A function that calls itself is named once.
      let place = "in \(function.name): "
      throw Diagnostic(
        error.message.hasPrefix(place) ? error.message : place + error.message, at: range,
        hint: error.hint)
    }
  }

  /// A value as the engine takes it.
  func argument(_ value: Value) -> ArgumentValue {
    switch value {
    case .number(let number): .number(number)
    case .boolean(let flag): .flag(flag)
    case .text(let text): .text(text)
    case .tensor(let node): .tensor(node)
    case .list(let items), .tuple(let items): .list(items.map(argument))
    case .range(let low, let high) where high - low < 1_000_000:
      .list((low..<max(low, high)).map { .number(Double($0)) })
    case .layer(let layer): .layer(layer)
    case .function(let function): .layer(DefinedLayer(function, self, SourceRange(0, 0)))
    case .initializer(let initializer): .initializer(initializer)
    case .tokens(let tokens):
      .list(tokens.indices.map { .number(Double($0)) })
    case .none: .none
    case .entry(let entry): argument(entry)
    default: .other(value.kind)
    }
  }

  /// An entry that is named without brackets: `init=xavier_uniform`, `residual(tanh)`.
  private func argument(_ entry: Entry) -> ArgumentValue {
    switch entry.maker {
    case .initializer(let make):
      if let arguments = try? Arguments(
        entry.descriptor, positional: [], keywords: [], graph: graph),
        let initializer = try? make(arguments)
      {
        return .initializer(initializer)
      }
      return .other(Value.entry(entry).kind)
    case .layer, .function, .functions:
      let nowhere = SourceRange(0, 0)
      return (try? layer(.entry(entry), nowhere)).map(ArgumentValue.layer)
        ?? .other(Value.entry(entry).kind)
    default: return .other(Value.entry(entry).kind)
    }
  }
}

extension Entry {
  var isLayer: Bool {
    if case .layer = maker { return true }
    return false
  }
}
