// What the normalisations have in common: instructions in small steps, each of which can be looked
// at, and the learnt scale and shift.

extension Graph {
  /// x / √(variance + ε), mean taken off before.
  func divide(
    _ centred: Node, byDeviationOf variance: Node, epsilon: Double
  ) throws(EngineError) -> Node {
    let deviation = try add(SquareRoot(), [try add(Add(), [variance, constant(epsilon)])])
    return try add(Divide(), [centred, deviation])
  }

  /// x · weight + bias with one number for each place of `shape`, seen in `places` (`[c, 1, 1]`); nil
  /// when both are the same.
  func scaledAndShifted(
    _ x: Node, by layer: any Layer, _ shape: Shape, as places: [Int]? = nil, bias: Bool = true
  ) throws(EngineError) -> Node {
    func seen(_ parameter: Node) throws(EngineError) -> Node {
      guard let places, places.count > 1 else { return parameter }
      return try add(Reshape(places), [parameter])
    }
    let weight = try parameter(of: layer, "weight", shape, .ones)
    let scaled = try add(Multiply(), [x, try seen(weight)])
    guard bias else { return scaled }
    let shift = try parameter(of: layer, "bias", shape, .zeros)
    return try add(Add(), [scaled, try seen(shift)])
  }

  /// Gives a stage of the layer being traced a name that views can ask for: `net.1.mean`.
  func nameStage(_ node: Node, _ stage: String) { name(node, scope + "." + stage) }
}

/// `[c, 1, 1]`: the channels of `[n, c, h, w]` against the axes after them.
func channelPlaces(_ channels: Int, rank: Int) -> [Int] {
  [channels] + Array(repeating: 1, count: max(rank - 2, 0))
}
