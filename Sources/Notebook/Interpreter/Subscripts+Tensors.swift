// Subscripts of tensors: slices first, then the table of places if there is one, then new axes.

import Engine
import Language

extension Notebook {
  func select(
    _ node: Node, _ selectors: [Selector], _ range: SourceRange
  ) throws(Diagnostic) -> Node {
    if selectors.count == 1, case .value(.tensor(let mask), let place) = selectors[0],
      isMask(mask), graph.shape(mask).rank != 1
    {
      return try elements(of: node, where: mask, place)
    }
    let shape: Shape = graph.shape(node)
    let used = selectors.filter { selector in
      switch selector {
      case .ellipsis, .value(.none, _): false
      default: true
      }
    }.count
    let whole = Slice.Part.range(start: nil, stop: nil, step: 1)
    var slices: [Slice.Part] = []
    var table: (axis: Int, index: Node, range: SourceRange)?
    // Axes of the result, counted as if the table had one.
    var axis = 0
    var newAxes: [Int] = []
    for selector in selectors {
      switch selector {
      case .ellipsis:
        let full = max(0, shape.rank - used)
        slices += Array(repeating: whole, count: full)
        axis += full
      case .slice(let part):
        slices.append(part)
        axis += 1
      case .value(let value, let place):
        let extent = slices.count < shape.rank ? shape[slices.count] : 0
        switch try index(value, extent, place) {
        case .place(let index): slices.append(.index(index))
        case .newAxis:
          newAxes.append(axis)
          axis += 1
        case .places(let places):
          try refuseSecond(table != nil, place)
          table = (axis, try known(places, slices.count, shape, place), place)
          slices.append(whole)
          axis += 1
        case .computed(let index):
          try refuseSecond(table != nil, place)
          table = (axis, index, place)
          slices.append(whole)
          axis += 1
        }
      }
    }
    let isWhole = slices.allSatisfy { $0 == whole } && slices.count <= shape.rank
    return try located(range) { () throws(EngineError) in
      var result = node
      if !isWhole || (table == nil && newAxes.isEmpty) {
        result = try graph.add(Slice(slices), [result])
      }
      var shift = 0
      if let table {
        let before = newAxes.filter { $0 < table.axis }.count
        shift = graph.shape(table.index).rank - 1
        result = try graph.take(result, table.index, axis: table.axis - before)
      }
      for axis in newAxes {
        let isAfter = table.map { $0.axis < axis } ?? false
        result = try graph.add(InsertAxis(at: axis + (isAfter ? shift : 0)), [result])
      }
      return result
    }
  }

  private func refuseSecond(_ isSecond: Bool, _ range: SourceRange) throws(Diagnostic) {
    guard isSecond else { return }
    throw Diagnostic(
      "a subscript takes one table of indices, this is the second", at: range,
      hint: "pick(x, index) takes one element of each row; x[i][:, j] rows, then columns")
  }

  /// Known places as a table, counted from the beginning.
  private func known(
    _ places: [Int], _ axis: Int, _ shape: Shape, _ range: SourceRange
  ) throws(Diagnostic) -> Node {
    var values: [Float] = []
    values.reserveCapacity(places.count)
    let extent = axis < shape.rank ? shape[axis] : 0
    for place in places {
      guard place >= -extent, place < extent else {
        throw Diagnostic(
          "index \(place) is outside axis \(axis) of shape \(shape)", at: range,
          hint: extent == 0 ? "the axis is empty" : "indices are \(-extent) to \(extent - 1)")
      }
      values.append(Float(place < 0 ? place + extent : place))
    }
    return graph.constant(Tensor(shape: [values.count], values: values))
  }

  /// `x[mask]` with a mask over the first axes of x: the elements where it holds, in order.
  private func elements(
    of node: Node, where mask: Node, _ range: SourceRange
  ) throws(Diagnostic) -> Node {
    guard let known = graph.constantValue(of: mask) else { throw unknownMask(range) }
    let shape: Shape = graph.shape(node)
    let rank = known.shape.rank
    guard rank <= shape.rank, Array(shape.extents[..<rank]) == known.shape.extents else {
      throw Diagnostic("a mask of shape \(known.shape) does not fit \(shape)", at: range)
    }
    let places = known.values.indices.filter { known.values[$0] != 0 }
    return try located(range) { () throws(EngineError) in
      let flat = try graph.add(
        Reshape([known.count] + Array(shape.extents[rank...])), [node])
      let table = graph.constant(Tensor(shape: [places.count], values: places.map { Float($0) }))
      return try graph.take(flat, table, axis: 0)
    }
  }
}
