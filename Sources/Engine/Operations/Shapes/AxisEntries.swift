// Axes exchanged, turned round, cut and put together, by PyTorch's names. The operations are
// `Permute`, `Slice` and `Concatenate`.

extension Slice {
  /// A range along one axis, counted from the front.
  static func along(_ axis: Int, _ start: Int?, _ stop: Int?, step: Int = 1) -> Slice {
    let all = Part.range(start: nil, stop: nil, step: 1)
    return Slice(
      Array(repeating: all, count: axis) + [.range(start: start, stop: stop, step: step)])
  }
}

enum AxisEntries {
  static let all: [Entry] = [transpose, flip, slice, narrow, select, concat, chunk, unbind]

  private static let transpose = Entry(
    Descriptor(
      "transpose", .function, signature: "transpose(x, dim0=-2, dim1=-1)",
      summary: "Two axes exchanged; x.T exchanges the last two.", shapes: "[a, b] → [b, a]",
      formula: "xᵀ", source: "", example: "transpose([[1, 2], [3, 4]], 0, 1)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      let first = try shape.place(of: try arguments.integer("dim0"), for: "transpose")
      let second = try shape.place(of: try arguments.integer("dim1"), for: "transpose")
      var order = Array(0..<shape.rank)
      order.swapAt(first, second)
      return try graph.add(Permute(order), [x])
    })

  private static let flip = Entry(
    Descriptor(
      "flip", .function, signature: "flip(x, axes=none)",
      summary: "Axes back to front; all of them when none is named.", shapes: "[…] → […]",
      formula: "yᵢ = xₙ₋₁₋ᵢ", source: "", example: "flip([1, 2, 3])"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      var turned = Array(repeating: false, count: shape.rank)
      for axis in try arguments.axes("axes") ?? Array(0..<shape.rank) {
        let place = try shape.place(of: axis, for: "flip")
        guard !turned[place] else {
          throw EngineError("flip: axis \(axis) of shape \(shape) is named twice")
        }
        turned[place] = true
      }
      return try graph.add(
        Slice(turned.map { .range(start: nil, stop: nil, step: $0 ? -1 : 1) }), [x])
    })

  private static let slice = Entry(
    Descriptor(
      "slice", .function, signature: "slice(x, axis=0, start=none, end=none, step=1)",
      summary: "A part of an axis; x[start:end:step] is short for it.", shapes: "[n, …] → [m, …]",
      formula: "x[start:end:step]", source: "", example: "slice([1, 2, 3, 4], start=1, step=2)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let place = try graph.shape(x).place(of: try arguments.integer("axis"), for: "slice")
      return try graph.add(
        Slice.along(
          place, try arguments.optionalInteger("start"), try arguments.optionalInteger("end"),
          step: try arguments.integer("step")), [x])
    })

  private static let narrow = Entry(
    Descriptor(
      "narrow", .function, signature: "narrow(x, axis, start, length)",
      summary: "Some neighbouring places of an axis.", shapes: "[n, …] → [length, …]",
      formula: "x[start:start + length]", source: "", example: "narrow([1, 2, 3, 4], 0, 1, 2)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      let axis = try arguments.integer("axis")
      let place = try shape.place(of: axis, for: "narrow")
      let start = try arguments.integer("start")
      let length = try arguments.integer("length")
      let first = start < 0 ? start + shape[place] : start
      guard first >= 0, length >= 0, first <= shape[place], length <= shape[place] - first else {
        throw EngineError(
          "narrow: \(length) places from \(start) on are not within axis \(axis) of shape \(shape)")
      }
      return try graph.add(Slice.along(place, first, first + length), [x])
    })

  private static let select = Entry(
    Descriptor(
      "select", .function, signature: "select(x, axis, index)",
      summary: "One place of an axis, which disappears.", shapes: "[n, …] → […]",
      formula: "x[index]", source: "", example: "select([[1, 2], [3, 4]], 1, 0)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let place = try graph.shape(x).place(of: try arguments.integer("axis"), for: "select")
      let before = Array(repeating: Slice.Part.range(start: nil, stop: nil, step: 1), count: place)
      return try graph.add(Slice(before + [.index(try arguments.integer("index"))]), [x])
    })

  private static let concat = Entry(
    Descriptor(
      "concat", .function, signature: "concat(tensors, axis=0)",
      summary: "Tensors one after the other along an axis; another name of cat.",
      shapes: "[a, …], [b, …] → [a + b, …]", formula: "", source: "",
      example: "concat([[1, 2] * 1, [3] * 1])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Concatenate(axis: try arguments.integer("axis")), try arguments.tensors("tensors", graph))
    })

  private static let chunk = Entry(
    Descriptor(
      "chunk", .function, signature: "chunk(x, chunks, axis=0)",
      summary: "An axis cut into equal parts; the last may be shorter.",
      shapes: "[n, …] → chunks of [n / chunks, …]", formula: "", source: "",
      example: "a, b = chunk([1, 2, 3, 4], 2)"),
    .functions { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      let place = try shape.place(of: try arguments.integer("axis"), for: "chunk")
      let chunks = try arguments.positive("chunks")
      let size = max((shape[place] - 1) / chunks + 1, 1)
      var parts: [Node] = []
      var start = 0
      repeat {
        let end = min(start + size, shape[place])
        parts.append(try graph.add(Slice.along(place, start, end), [x]))
        start = end
      } while start < shape[place]
      return parts
    })

  private static let unbind = Entry(
    Descriptor(
      "unbind", .function, signature: "unbind(x, axis=0)",
      summary: "Every place of an axis as a tensor of its own.", shapes: "[n, …] → n of […]",
      formula: "", source: "", example: "a, b = unbind([[1, 2], [3, 4]])"),
    .functions { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shape = graph.shape(x)
      let axis = try arguments.integer("axis")
      let place = try shape.place(of: axis, for: "unbind")
      guard shape[place] > 0 else {
        throw EngineError("unbind: axis \(axis) of shape \(shape) is empty")
      }
      let before = Array(repeating: Slice.Part.range(start: nil, stop: nil, step: 1), count: place)
      var parts: [Node] = []
      for index in 0..<shape[place] {
        parts.append(try graph.add(Slice(before + [.index(index)]), [x]))
      }
      return parts
    })
}
