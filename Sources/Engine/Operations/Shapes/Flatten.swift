/// A run of axes as one axis, as PyTorch's Flatten. It is a reshape whose first extent is left open,
/// so that it serves any number of rows.
enum Flatten {
  static func extents(
    _ shape: Shape, from start: Int, to end: Int
  ) throws(EngineError) -> [Int] {
    let name = "flatten"
    guard shape.rank > 0 else { return [1] }
    let first = try shape.place(of: start, for: name)
    let last = try shape.place(of: end, for: name)
    guard first <= last else {
      throw EngineError(
        "flatten: start_dim \(start) stands after end_dim \(end) in shape \(shape)")
    }
    var extents = Array(shape.extents[..<first])
    extents.append(shape.extents[first...last].reduce(1, *))
    extents += shape.extents[(last + 1)...]
    // Nothing can be told from an empty product.
    if extents.dropFirst().reduce(1, *) > 0 { extents[0] = -1 }
    return extents
  }

  static let entry = Entry(
    Descriptor(
      "flatten", .function, signature: "flatten(x, start_dim=1, end_dim=-1)",
      summary: "Joins axes to one; all but the first unless told otherwise.",
      shapes: "[n, c, h, w] → [n, c · h · w]", formula: "", source: "PyTorch's Flatten",
      example: "flatten([[[1, 2], [3, 4]]])"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      return try graph.add(
        Reshape(
          try Flatten.extents(
            graph.shape(x), from: try arguments.integer("start_dim"),
            to: try arguments.integer("end_dim"))), [x])
    })

  /// The way back: one axis as several, whose product it is; one of them may be −1.
  static let inverse = Entry(
    Descriptor(
      "unflatten", .function, signature: "unflatten(x, axis, sizes)",
      summary: "Parts one axis into several, of which one may be -1: heads, chunks, groups.",
      shapes: "[n, t, h · d] → [n, t, h, d]", formula: "", source: "PyTorch's Unflatten",
      example: "unflatten([[1, 2, 3, 4]], -1, [2, 2])"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      let axis = try shape.place(of: try arguments.integer("axis"), for: "unflatten")
      let sizes = try arguments.integers("sizes")
      let parts: Shape
      do throws(EngineError) {
        parts = try Reshape(sizes).shape(of: [[shape[axis]]])
      } catch {
        throw EngineError(
          "unflatten: axis \(axis) of shape \(shape) has \(shape[axis]) places and cannot become "
            + "\(Shape(sizes))", hint: error.hint)
      }
      var extents = shape.extents
      extents.replaceSubrange(axis...axis, with: parts.extents)
      // Any number of rows, as in flatten.
      if axis > 0, extents.dropFirst().reduce(1, *) > 0 { extents[0] = -1 }
      return try graph.add(Reshape(extents), [x])
    })
}
