/// A tensor that never changes: a literal, a column of data.
public struct Constant: Leaf {
  public let name = "constant"
  /// What it always is.
  public let value: Tensor

  /// Takes what it always is.
  public init(_ value: Tensor) { self.value = value }

  public func shape(of inputs: [Shape]) -> Shape { value.shape }
}

/// An operation without operands whose value is held elsewhere and is not computed.
public protocol Leaf: Operation {}

extension Leaf {
  public func kernel(_ buffers: KernelBuffers) -> Kernel { Kernel {} }
  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] { [] }
  /// It has no gradient.
  public func gradient(_ context: GradientContext) -> [Node?] { [] }
  public func formula(_ inputs: [String]) -> String { name }
  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant(name, output.values[index])
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}
