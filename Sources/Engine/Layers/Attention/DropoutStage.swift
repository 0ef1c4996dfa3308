// Dropout inside other layers: attention's weights, the parts of a transformer, the outputs between
// recurrent layers.

extension Graph {
  /// x with units left out at random with probability `p` in training; x itself in evaluation mode or
  /// with p = 0. The mask is called after `name`.
  func dropped(_ x: Node, _ p: Double, _ name: String) throws(EngineError) -> Node {
    guard isTraining, p > 0 else { return x }
    let mask = try draw(.dropout(Float(p)), like: x)
    self.name(mask, "\(scope).\(name)_mask")
    let result = try add(Multiply(), [x, mask])
    self.name(result, "\(scope).\(name)")
    return result
  }
}

extension Arguments {
  /// A probability of leaving out.
  func dropout() throws(EngineError) -> Double { try number("dropout", in: 0...1) }
}
