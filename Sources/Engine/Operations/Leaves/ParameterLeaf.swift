/// A parameter or a buffer as an operand.
public struct ParameterLeaf: Leaf, @unchecked Sendable {
  public let name = "parameter"
  // A reference to one buffer; whoever owns the graph owns it.
  public let parameter: Parameter

  public init(_ parameter: Parameter) { self.parameter = parameter }

  public func shape(of inputs: [Shape]) -> Shape { parameter.shape }
}
