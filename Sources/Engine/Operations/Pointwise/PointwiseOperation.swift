// What all functions of one number share: shape, kernels, and a gradient that is one instruction,
// incoming gradient times local derivative.

public import CKernels

/// A function applied to every element.
public protocol PointwiseOperation: Operation {
  /// The fast kernel that carries it out.
  var code: NablaUnary { get }
  /// Slope or alpha, for the functions that have one.
  var parameter: Float { get }
  /// The plain definition in double precision.
  func value(_ x: Double) -> Double
  /// f′(x), where y = f(x) is at hand.
  func derivative(x: Double, y: Double) -> Double
  /// f′ written with the names of x and y: `1 − y²`.
  func derivativeFormula(x: String, y: String) -> String
  /// f″ as nodes, for gradients of gradients; nil where it is 0 almost everywhere.
  func secondDerivative(x: Node, y: Node, graph: Graph) throws(EngineError) -> Node?
}

extension PointwiseOperation {
  public var parameter: Float { 0 }

  /// The shape of the first operand.
  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let y = buffers.output.pointer
    let count = buffers.output.count
    let code = code
    let parameter = parameter
    return Kernel { nabla_map(code, count, x, y, parameter) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_MAP, code.rawValue, [.input(0, .full)], output: output,
      scalars: [.fixed(parameter)], weight: code.weight)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.map(value)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        PointwiseGradient(function: self), [context.upstream, context.inputs[0], context.node])
    ]
  }

  public func formula(_ inputs: [String]) -> String { "\(name)(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    elementwise(at: index, inputs: inputs, output: output)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { output.count }
}

/// g ⊙ f′(x): one application of the chain rule through a pointwise function.
///
/// Operands: the incoming gradient g, x, and y = f(x).
public struct PointwiseGradient: Operation {
  /// The function whose derivative it is.
  public let function: any PointwiseOperation

  public var name: String { function.name + "_backward" }

  /// Whether the kernel makes use of an operand: most slopes are made of x alone or of y alone.
  func needs(_ input: Int) -> Bool {
    switch function.code {
    case NABLA_NEGATE, NABLA_SIGN, NABLA_FLOOR, NABLA_CEIL, NABLA_ROUND, NABLA_TRUNC: input == 0
    case NABLA_EXP, NABLA_SQRT, NABLA_TANH, NABLA_SIGMOID, NABLA_RECIPROCAL, NABLA_EXPM1,
      NABLA_RSQRT:
      input != 1
    default: input != 2
    }
  }

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0].pointer
    let x = needs(1) ? buffers.inputs[1].pointer : g
    let y = needs(2) ? buffers.inputs[2].pointer : g
    let out = buffers.output.pointer
    let count = buffers.output.count
    let code = function.code
    let parameter = function.parameter
    return Kernel { nabla_map_gradient(code, count, g, x, y, out, parameter) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_MAP_GRADIENT, function.code.rawValue,
      (0..<3).map { .input(needs($0) ? $0 : 0, .full) },
      output: output, scalars: [.fixed(function.parameter)], weight: function.code.weight)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      inputs[0].values[$0]
        * function.derivative(x: inputs[1].values[$0], y: inputs[2].values[$0])
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (g, x, y) = (context.inputs[0], context.inputs[1], context.inputs[2])
    let graph = context.graph
    let first = try graph.add(PointwiseGradient(function: function), [context.upstream, x, y])
    guard context.needed[1],
      let second = try function.secondDerivative(x: x, y: y, graph: graph)
    else { return [first, nil, nil] }
    let product = try graph.add(Multiply(), [context.upstream, g])
    return [first, try graph.add(Multiply(), [product, second]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) ⊙ (\(function.derivativeFormula(x: inputs[1], y: inputs[2])))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let operands = [
      Explanation.Operand(1, inputs[1], index), Explanation.Operand(2, inputs[2], index),
    ]
    let local = function.derivative(x: Double(operands[0].value), y: Double(operands[1].value))
    let formula = function.derivativeFormula(
      x: Explanation.Phrase.mark(0), y: Explanation.Phrase.mark(1))
    return Explanation([
      .init(.element(0, inputs[0], index), .init("(\(formula))", operands, value: Float(local)))
    ])
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(
      incoming: 0, derivative: function.derivativeFormula(x: inputs[1], y: inputs[2]))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 3 * output.count }
}
