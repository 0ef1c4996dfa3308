/// The value itself: what a state is overwritten with at the end of a step.
public struct Assign: UpdateOperation {
  public let name = "assign"

  /// It has no settings.
  public init() {}

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (x, out, count) = (buffers.inputs[0].pointer, buffers.output.pointer, buffers.output.count)
    return Kernel { out.update(from: x, count: count) }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values
  }

  public func formula(_ inputs: [String]) -> String { inputs[0] }
}
