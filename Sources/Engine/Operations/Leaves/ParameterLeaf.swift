/// A parameter or a buffer as an operand.
public struct ParameterLeaf: Leaf, @unchecked Sendable {
  public let name = "parameter"
  // A reference to one buffer; whoever owns the graph owns it.
  /// The tensor that is learnt or carried.
  public let parameter: Parameter

  /// Reads a parameter.
  public init(_ parameter: Parameter) { self.parameter = parameter }

  public func shape(of inputs: [Shape]) -> Shape { parameter.shape }
}
