// What every operation says of itself. One operation, one file: shape rule, forward kernel,
// gradient rule, formula and terms stand side by side.

/// One logical operation of a program, with its attributes.
///
/// An operation is immutable and knows neither graph nor buffers; it is bound to buffers once and
/// then runs without allocating.
public protocol Operation: Sendable {
  /// The field's name: `matmul`, `tanh`.
  var name: String { get }

  /// The output's shape, or an error that shows the shapes that do not fit.
  func shape(of inputs: [Shape]) throws(EngineError) -> Shape

  /// Binds the fast kernel to its buffers.
  func kernel(_ buffers: KernelBuffers) -> Kernel

  /// How the instruction is run a few rows at a time; nil when it only works on whole tensors.
  func tile(inputs: [Shape], output: Shape) -> TileForm?

  /// Whether the kernel reads an operand's elements and not only its shape.
  func reads(_ input: Int) -> Bool

  /// Whether the output is the first operand's elements in the same order, in another shape.
  var keepsElements: Bool { get }

  /// The plain definition in double precision, for checking.
  func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double]

  /// Emits the gradient with respect to each input, `nil` where there is none.
  func gradient(_ context: GradientContext) throws(EngineError) -> [Node?]

  /// The operation written with its operands' names: `x @ w`.
  func formula(_ inputs: [String]) -> String

  /// For a backward operation: the rule that it carries out, its incoming gradient and its local
  /// derivative; nil for others.
  func chainRule(_ inputs: [String]) -> ChainRule?

  /// What adds up or multiplies to one element of the output.
  ///
  /// There is no default: an operation that cannot say where its numbers come from cannot be taught.
  func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation

  /// Floating-point operations of one run.
  func cost(inputs: [Shape], output: Shape) -> Int
}

extension Operation {
  public func tile(inputs: [Shape], output: Shape) -> TileForm? { nil }

  public func reads(_ input: Int) -> Bool { true }

  public var keepsElements: Bool { false }

  public func chainRule(_ inputs: [String]) -> ChainRule? { nil }

  public func cost(inputs: [Shape], output: Shape) -> Int { output.count }
}

/// A bound kernel: runs one instruction on the buffers that it was bound to.
public struct Kernel {
  /// Computes the output from the inputs.
  public let run: () -> Void

  /// Takes what is run.
  public init(_ run: @escaping () -> Void) { self.run = run }
}

/// A buffer with the shape that it holds.
public struct Operand {
  /// The first element; they lie row-major without gaps.
  public let pointer: UnsafeMutablePointer<Float>
  /// The shape that it holds.
  public let shape: Shape

  /// The number of elements.
  public var count: Int { shape.count }
}

/// The buffers of one instruction and what it may read of the step.
public struct KernelBuffers {
  /// What is read.
  public let inputs: [Operand]
  /// What is written.
  public let output: Operand
  /// The 0-based training step; a kernel that draws or selects rows reads it when it runs.
  public let step: UnsafeMutablePointer<Int>
}

/// A tensor in double precision.
public struct ReferenceTensor {
  /// The extents, the outermost axis first.
  public var shape: Shape
  /// The elements, row-major.
  public var values: [Double]

  /// As many values as the shape has elements.
  public init(shape: Shape, values: [Double]) {
    self.shape = shape
    self.values = values
  }
}

/// The three parts of one application of the chain rule.
public struct ChainRule: Hashable, Sendable {
  /// Index of the operand that carries ∂L/∂output.
  public var incoming: Int
  /// `1 − y²`, with the operands' names.
  public var derivative: String

  /// Which operand comes in, and the derivative that it is multiplied with.
  public init(incoming: Int, derivative: String) {
    self.incoming = incoming
    self.derivative = derivative
  }

  /// Which of two operands is a gradient, by its name.
  static func incoming(_ names: [String]) -> Int {
    names.count > 1 && names[1].hasSuffix(".grad") && !names[0].hasSuffix(".grad") ? 1 : 0
  }
}

/// What a gradient rule is given.
public struct GradientContext {
  /// Where the gradient is emitted.
  public let graph: Graph
  /// The forward node.
  public let node: Node
  /// ∂L/∂node.
  public let upstream: Node
  /// The operands of the forward node.
  public let inputs: [Node]
  /// Which inputs are asked for.
  public let needed: [Bool]

  /// The reference rule for a broadcast operand: sums the gradient over the axes that were
  /// stretched.
  public func reduced(_ gradient: Node, like input: Node) throws(EngineError) -> Node {
    if graph.shape(gradient) == graph.shape(input) { return gradient }
    return try graph.add(SumLike(), [gradient, input])
  }
}
