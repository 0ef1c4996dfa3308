import CKernels

/// log x, kept above −100; its derivative is that of the logarithm, kept under 1e12 as in PyTorch's
/// binary cross entropy.
///
/// A prediction of exactly 0 or 1 thus costs 100 at most and has a gradient, where the logarithm
/// alone would turn both into NaN (0 · ∞).
public struct ClampedLogarithm: Operation {
  public let name = "clamped_log"
  public static let floor: Float = -100
  public static let smallest = 1e-12

  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      nabla_map(NABLA_LOG, count, x, out, 0)
      for index in 0..<count where out[index] < ClampedLogarithm.floor {
        out[index] = ClampedLogarithm.floor
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.map {
      let value = log($0)
      return value < Double(ClampedLogarithm.floor) ? Double(ClampedLogarithm.floor) : value
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let divisor = try graph.add(
      Maximum(), [context.inputs[0], graph.constant(ClampedLogarithm.smallest)])
    return [try graph.add(Divide(), [context.upstream, divisor])]
  }

  public func formula(_ inputs: [String]) -> String { "max(log(\(inputs[0])), −100)" }

  public func cost(inputs: [Shape], output: Shape) -> Int { 2 * output.count }
}
