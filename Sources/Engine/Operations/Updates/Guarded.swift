/// An update that is left out where a gate is 0: the value stays as it is. The gate is the last
/// operand.
public struct Guarded: Operation {
  /// What is done when it may be.
  public let operation: any Operation

  /// Takes what is done when it may be.
  public init(operation: any Operation) { self.operation = operation }

  public var name: String { operation.name }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try operation.shape(of: Array(inputs.dropLast()))
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let gate = buffers.inputs[buffers.inputs.count - 1].pointer
    let kernel = operation.kernel(
      KernelBuffers(
        inputs: Array(buffers.inputs.dropLast()), output: buffers.output, step: buffers.step))
    return Kernel { if gate[0] != 0 { kernel.run() } }
  }

  /// What an open gate gives; a closed one leaves what the first operand holds.
  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs.last?.values[0] == 0
      ? inputs[0].values : operation.reference(Array(inputs.dropLast()), shape: shape)
  }

  public func gradient(_ context: GradientContext) -> [Node?] { context.inputs.map { _ in nil } }

  public func formula(_ inputs: [String]) -> String {
    operation.formula(Array(inputs.dropLast())) + " if \(inputs.last ?? "")"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let gate = Explanation.Operand(inputs.count - 1, inputs[inputs.count - 1], 0)
    guard gate.value != 0 else {
      // It stays what it was, which need not be an operand.
      let kept = Explanation.Operand(source: .output, element: index, value: output.values[index])
      return Explanation(
        [.init(.init("\u{E000}", [kept], value: kept.value))],
        reason: .init("\u{E000} leaves this update out", [gate]))
    }
    return operation.terms(at: index, inputs: Array(inputs.dropLast()), output: output)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    operation.cost(inputs: Array(inputs.dropLast()), output: output)
  }
}
