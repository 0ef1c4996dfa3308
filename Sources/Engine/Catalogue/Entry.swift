// What the catalogue collects: a descriptor with the function that it describes. Each entry stands
// in the file of the thing itself.

/// Something that can be called by name.
public struct Entry: Sendable {
  /// What a call makes.
  public enum Maker: Sendable {
    /// A function of tensors; it is a layer in a pipe.
    case function(@Sendable (Arguments, Graph) throws(EngineError) -> Node)
    /// A function with several results, such as values with their indices; a pipe hands on the
    /// first.
    case functions(@Sendable (Arguments, Graph) throws(EngineError) -> [Node])
    /// A constructor of layers.
    case layer(@Sendable (Arguments) throws(EngineError) -> any Layer)
    case optimizer(@Sendable (Arguments) throws(EngineError) -> any Optimizer)
    case schedule(@Sendable (Arguments) throws(EngineError) -> any Schedule)
    case initializer(@Sendable (Arguments) throws(EngineError) -> Initializer)
    case dataset(@Sendable (Arguments) throws(EngineError) -> Dataset)
  }

  public let descriptor: Descriptor
  public let maker: Maker

  public init(_ descriptor: Descriptor, _ maker: Maker) {
    self.descriptor = descriptor
    self.maker = maker
  }

  /// A function of one tensor: `tanh(x)`.
  static func pointwise(
    _ operation: any PointwiseOperation, _ kind: Descriptor.Kind = .function, summary: String,
    formula: String, source: String = ""
  ) -> Entry {
    Entry(
      Descriptor(
        operation.name, kind, signature: "\(operation.name)(x)", summary: summary,
        shapes: "[…] → […]", formula: formula, source: source,
        example: "\(operation.name)([0.5, 1, 2])"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(operation, [try arguments.tensor("x", graph)])
      })
  }

  /// A function of two tensors that broadcast.
  static func elementwise(
    _ operation: any ElementwiseOperation, summary: String, formula: String
  ) -> Entry {
    Entry(
      Descriptor(
        operation.name, .function, signature: "\(operation.name)(a, b)", summary: summary,
        shapes: "broadcast", formula: formula, example: "\(operation.name)([1, 2, 3], 2)"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          operation, [try arguments.tensor("a", graph), try arguments.tensor("b", graph)])
      })
  }

  /// A reduction: `sum(x, axis=none, keepdim=false)`.
  static func reduction(
    _ name: String, summary: String, formula: String,
    _ make: @escaping @Sendable (Int?, Bool) -> any Operation
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, axis=none, keepdim=false)", summary: summary,
        shapes: "[…] → [] or without the axis", formula: formula,
        example: "\(name)([[1, 2], [3, 4]], axis=0)"),
      .function { arguments, graph throws(EngineError) in
        try graph.add(
          make(try arguments.optionalInteger("axis"), try arguments.flag("keepdim")),
          [try arguments.tensor("x", graph)])
      })
  }
}
