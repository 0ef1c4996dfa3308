// A shape against a smaller one that is broadcast into it, when the axes fall into three runs.

/// A shape seen as [outer, middle, inner]: the axes of the middle run all stay in the smaller shape,
/// or are all stretched or summed there, and those around it do the opposite. Axes of length 1 count
/// for neither.
struct AxisRuns {
  let outer: Int
  let middle: Int
  let inner: Int

  /// Nil when the axes of the middle are not neighbours, and for a shape without elements.
  ///
  /// - Parameter stays: whether the middle run is the one that the smaller shape has.
  init?(of large: Shape, against small: Shape, middleStays stays: Bool) {
    let lent = large.rank - small.rank
    guard lent >= 0, large.count > 0 else { return nil }
    var counts = [1, 1, 1]
    var part = 0
    for axis in 0..<large.rank where large.extents[axis] != 1 {
      let isMiddle = (axis >= lent && small.extents[axis - lent] != 1) == stays
      if isMiddle, part == 2 { return nil }
      if isMiddle { part = 1 } else if part == 1 { part = 2 }
      counts[part] *= large.extents[axis]
    }
    (outer, middle, inner) = (counts[0], counts[1], counts[2])
  }
}
