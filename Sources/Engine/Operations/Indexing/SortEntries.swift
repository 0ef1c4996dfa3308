// Order along an axis: indices by `ArgSort`, values by gathering at them, so that the gradient goes
// to the elements that were chosen.

enum SortEntries {
  static let all: [Entry] = [argsort, sort, topk]

  /// Values at indices; a scalar is its own.
  private static func values(
    _ x: Node, _ indices: Node, axis: Int, in graph: Graph
  ) throws(EngineError) -> Node {
    try graph.add(GatherAlong(axis: axis), [x, indices])
  }

  private static let argsort = Entry(
    Descriptor(
      "argsort", .function, signature: "argsort(x, axis=-1, descending=false, stable=true)",
      summary: "The indices that put an axis in order; equal elements keep theirs.",
      shapes: "[…] → […]", formula: "", source: "", example: "argsort([3, 1, 2])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        ArgSort(
          axis: try arguments.integer("axis"), descending: try arguments.flag("descending")),
        [try arguments.tensor("x", graph)])
    })

  private static let sort = Entry(
    Descriptor(
      "sort", .function, signature: "sort(x, axis=-1, descending=false, stable=true)",
      summary: "The elements of an axis in order, and where they were.",
      shapes: "[…] → […], […]", formula: "", source: "",
      example: "values, indices = sort([3, 1, 2])"),
    .functions { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let axis = try arguments.integer("axis")
      if graph.shape(x).rank > 0 { _ = try graph.shape(x).place(of: axis, for: "sort") }
      let indices = try graph.add(
        ArgSort(axis: axis, descending: try arguments.flag("descending")), [x])
      return [try values(x, indices, axis: axis, in: graph), indices]
    })

  private static let topk = Entry(
    Descriptor(
      "topk", .function, signature: "topk(x, k, axis=-1, largest=true, sorted=true)",
      summary: "The k largest (or smallest) elements of an axis, and where they were.",
      shapes: "[…, n] → […, k], […, k]", formula: "", source: "",
      example: "values, indices = topk([3, 1, 2], 2)"),
    .functions { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let axis = try arguments.integer("axis")
      let shape = graph.shape(x)
      let place = try shape.place(of: axis, for: "topk")
      let k = try arguments.integer("k")
      guard k >= 0, k <= shape[place] else {
        throw EngineError(
          "topk: \(k) elements cannot be chosen from the \(shape[place]) of axis \(axis) of shape "
            + "\(shape)")
      }
      let order = try graph.add(
        ArgSort(axis: axis, descending: try arguments.flag("largest")), [x])
      let indices = try graph.add(Slice.along(place, 0, k), [order])
      return [try values(x, indices, axis: axis, in: graph), indices]
    })
}
