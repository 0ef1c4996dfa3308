// Reductions over several axes at once: they are brought together at the end, joined to one, and
// that one is reduced. No extent is written down, so a short batch fits.

extension Graph {
  /// Reduces over the axes that are named, or over all for nil or an empty list.
  ///
  /// - Parameter make: the reduction over one axis (or all, for nil) that keeps it or not.
  /// - Throws: for an axis that does not exist or is named twice.
  func reduced(
    _ x: Node, axes: [Int]?, keepsAxes: Bool, for name: String,
    _ make: (Int?, Bool) throws(EngineError) -> any Operation
  ) throws(EngineError) -> Node {
    guard let axes, !axes.isEmpty else { return try add(try make(nil, keepsAxes), [x]) }
    // The name is that of the call, not of the first operation that it is made of.
    for axis in axes { _ = try shape(x).place(of: axis, for: name) }
    if axes.count == 1 { return try add(try make(axes[0], keepsAxes), [x]) }
    let joined = try join(x, axes, for: name)
    var y = try add(try make(-1, false), [joined.node])
    if keepsAxes { for axis in joined.axes { y = try add(InsertAxis(at: axis), [y]) } }
    return y
  }

  /// Several axes as one, the last.
  ///
  /// - Returns: the node, and the axes counted from the front in ascending order.
  private func join(
    _ x: Node, _ axes: [Int], for name: String
  ) throws(EngineError) -> (node: Node, axes: [Int]) {
    let shape = shape(x)
    var places: [Int] = []
    for axis in axes {
      let place = try shape.place(of: axis, for: name)
      guard !places.contains(place) else {
        throw EngineError("\(name): axis \(axis) of shape \(shape) is named twice")
      }
      places.append(place)
    }
    places.sort()
    let order = (0..<shape.rank).filter { !places.contains($0) } + places
    let turned = order == Array(0..<shape.rank) ? x : try add(Permute(order), [x])
    return (try add(JoinAxes(from: shape.rank - places.count, to: -1), [turned]), places)
  }
}
