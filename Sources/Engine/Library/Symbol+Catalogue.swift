// Everything in the catalogue, by its name, for programs that import the engine.

extension Symbol {
  /// Any function of the catalogue with this tensor as its first argument: `x.call("softmax")`,
  /// `x.call("sum", keywords: ["axis": .number(-1)])`. Names, arguments and defaults are those of
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

  /// As `call`, with every result of a function that has several: values and their indices.
  public func results(
    of name: String, _ arguments: ArgumentValue...,
    keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws(EngineError) -> [Symbol] {
    try all(name, arguments, keywords)
  }

  private func all(
    _ name: String, _ positional: [ArgumentValue], _ keywords: KeyValuePairs<String, ArgumentValue>
  ) throws(EngineError) -> [Symbol] {
    guard let entry = Entries.all.first(where: { $0.descriptor.name == name }) else {
      throw EngineError(
        "there is no function '\(name)'",
        hint: Spelling.suggestion(for: name, among: Entries.all.map(\.descriptor.name)))
    }
    let arguments = try Arguments(
      entry.descriptor, positional: [.tensor(node)] + positional,
      keywords: keywords.map { ($0.key, $0.value) }, graph: graph)
    switch entry.maker {
    case .function(let function): return [Symbol(try function(arguments, graph), in: graph)]
    case .functions(let function):
      return try function(arguments, graph).map { Symbol($0, in: graph) }
    default:
      throw EngineError(
        "'\(name)' is no function of tensors, its kind is \(entry.descriptor.kind.rawValue)")
    }
  }
}

extension Layer {
  /// Applies the layer; parameters are made at the first use and named after the layer's path.
  ///
  /// - Throws: when the input's shape does not fit.
  public func callAsFunction(_ input: Symbol) throws(EngineError) -> Symbol {
    Symbol(try traced(input.node, in: input.graph), in: input.graph)
  }
}
