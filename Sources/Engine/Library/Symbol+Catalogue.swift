// Everything in the catalogue, by its name, for programs that import the engine.

extension Symbol {
  /// Any function of the catalogue with this tensor as its first argument: `x.call("softmax")`,
  /// `x.call("sum", keywords: ["axis": -1])`. Names, arguments and defaults are those of
  /// the nabla language, which are PyTorch's.
  ///
  /// - Throws: for an unknown name, wrong arguments, shapes that do not fit.
  public func call(
    _ name: String, _ arguments: ArgumentValue...,
    keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws(EngineError) -> Symbol {
    guard let first = try all(name, arguments, keywords).first else {
      throw EngineError("\(name) has no result")
    }
    return first
  }

  /// A function of several tensors: `scores.call("cross_entropy", labels)`. Other arguments go by
  /// their names.
  ///
  /// - Throws: for an unknown name, wrong arguments, shapes that do not fit.
  public func call(
    _ name: String, _ other: Symbol, _ more: Symbol...,
    keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws(EngineError) -> Symbol {
    let tensors = ([other] + more).map { ArgumentValue.tensor($0.node) }
    guard let first = try all(name, tensors, keywords).first else {
      throw EngineError("\(name) has no result")
    }
    return first
  }

  /// As `call`, with every result of a function that has several: values and their indices.
  public func results(
    of name: String, _ arguments: ArgumentValue...,
    keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws(EngineError) -> [Symbol] {
    try all(name, arguments, keywords)
  }

  /// What was meant, by another framework's name or by its spelling.
  private static func suggestion(for name: String) -> String? {
    let names = Entries.all.map(\.descriptor.name)
    if let other = OtherNames.name(for: name, among: names) { return "did you mean '\(other)'?" }
    return Spelling.suggestion(for: name, among: names)
  }

  /// A function of tensors with its signature.
  fileprivate typealias Function = (
    descriptor: Descriptor, apply: (Arguments, Graph) throws(EngineError) -> [Node]
  )

  fileprivate static func function(_ name: String) throws(EngineError) -> Function {
    let found = Entries.all.filter { $0.descriptor.name == name }
    guard let first = found.first else {
      throw EngineError("there is no function '\(name)'", hint: suggestion(for: name))
    }
    for entry in found {
      switch entry.maker {
      case .function(let function):
        return (
          entry.descriptor,
          { arguments, graph throws(EngineError) in [try function(arguments, graph)] }
        )
      case .functions(let function): return (entry.descriptor, function)
      default: break
      }
      if let overload = entry.overload {
        return (
          overload.descriptor,
          { arguments, graph throws(EngineError) in [try overload.build(arguments, graph)] }
        )
      }
    }
    throw EngineError(
      "'\(name)' is no function of tensors, its kind is \(first.descriptor.kind.rawValue)")
  }

  private func all(
    _ name: String, _ positional: [ArgumentValue], _ keywords: KeyValuePairs<String, ArgumentValue>
  ) throws(EngineError) -> [Symbol] {
    let function = try Symbol.function(name)
    let arguments = try Arguments(
      function.descriptor, positional: [.tensor(node)] + positional,
      keywords: keywords.map { ($0.key, $0.value) }, graph: graph)
    return try function.apply(arguments, graph).map { Symbol($0, in: graph) }
  }
}

extension FunctionLayer {
  /// A function of the catalogue as a layer: `try FunctionLayer("tanh")`,
  /// `try FunctionLayer("leaky_relu", keywords: ["negative_slope": 0.2])`.
  ///
  /// - Throws: for a name that no function of tensors has; applying it throws for wrong arguments.
  public convenience init(
    _ name: String, keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws(EngineError) {
    _ = try Symbol.function(name)
    self.init(name) { node, graph throws(EngineError) in
      try Symbol(node, in: graph).call(name, keywords: keywords).node
    }
  }
}

extension ArgumentValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A list.
  public init(arrayLiteral elements: ArgumentValue...) { self = .list(elements) }
}

extension Layer {
  /// Applies the layer; parameters are made at the first use and named after the layer's path.
  ///
  /// - Throws: when the input's shape does not fit.
  public func callAsFunction(_ input: Symbol) throws(EngineError) -> Symbol {
    Symbol(try traced(input.node, in: input.graph), in: input.graph)
  }
}
