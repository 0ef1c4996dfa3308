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
    /// Makes an optimizer.
    case optimizer(@Sendable (Arguments) throws(EngineError) -> any Optimizer)
    /// Makes a schedule of the learning rate.
    case schedule(@Sendable (Arguments) throws(EngineError) -> any Schedule)
    /// Makes initial values.
    case initializer(@Sendable (Arguments) throws(EngineError) -> Initializer)
    /// Loads or generates a data set.
    case dataset(@Sendable (Arguments) throws(EngineError) -> Dataset)
  }

  /// A function that shares its name with something else: `uniform(-1, 1)` are initial values,
  /// `uniform([2, 3])` and `uniform(like=x)` are drawn; `prelu()` is a layer, `prelu(x, w)` a tensor.
  public struct Overload: Sendable {
    /// Name, signature, help.
    public let descriptor: Descriptor
    /// Whether a number as the first argument asks for it, too.
    let takesNumbers: Bool
    let build: @Sendable (Arguments, Graph) throws(EngineError) -> Node

    /// The second use of a name.
    public init(
      _ descriptor: Descriptor, takesNumbers: Bool = false,
      _ build: @escaping @Sendable (Arguments, Graph) throws(EngineError) -> Node
    ) {
      self.descriptor = descriptor
      self.takesNumbers = takesNumbers
      self.build = build
    }
  }

  /// Name, signature, help.
  public let descriptor: Descriptor
  /// What calling it does.
  public let maker: Maker
  /// What the name does with other arguments, if anything.
  public let overload: Overload?

  /// An entry of the catalogue.
  public init(_ descriptor: Descriptor, _ maker: Maker, overload: Overload? = nil) {
    self.descriptor = descriptor
    self.maker = maker
    self.overload = overload
  }

  /// The result of the other meaning; nil when the arguments do not ask for it.
  ///
  /// A shape, or a tensor whose shape is taken, does: first, or as `shape` or `like`.
  public func overloaded(
    positional: [ArgumentValue], keywords: [(String, ArgumentValue)], graph: Graph
  ) throws(EngineError) -> Node? {
    guard let overload else { return nil }
    var isMeant = keywords.contains { ["shape", "like"].contains($0.0) }
    switch positional.first {
    case .list, .tensor: isMeant = true
    case .number: isMeant = isMeant || overload.takesNumbers
    default: break
    }
    guard isMeant else { return nil }
    let arguments = try Arguments(
      overload.descriptor, positional: positional, keywords: keywords, graph: graph)
    return try overload.build(arguments, graph)
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

  /// A reduction over an axis, several or all: `sum(x, axis=none, keepdim=false)`.
  static func reduction(
    _ name: String, summary: String, formula: String, example: String? = nil,
    _ make: @escaping @Sendable (Int?, Bool) -> any Operation
  ) -> Entry {
    Entry(
      Descriptor(
        name, .function, signature: "\(name)(x, axis=none, keepdim=false)", summary: summary,
        shapes: "[…] → [] or without the axes", formula: formula,
        example: example ?? "\(name)([[1, 2], [3, 4]], axis=0)"),
      .function { arguments, graph throws(EngineError) in
        try graph.reduced(
          try arguments.tensor("x", graph), axes: try arguments.axes("axis"),
          keepsAxes: try arguments.flag("keepdim"), for: name, make)
      })
  }
}
