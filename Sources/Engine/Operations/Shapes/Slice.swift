import CKernels

/// A rectangular part with steps, as NumPy's `x[1:, ::2, -1]`.
public struct Slice: Copying {
  /// One axis of the operand.
  public enum Part: Hashable, Sendable {
    /// One place; the axis disappears.
    case index(Int)
    /// From `start` to before `stop`, negative ones counted from the end; a step below 0 reverses.
    case range(start: Int?, stop: Int?, step: Int)
  }

  public let name = "slice"
  /// One for each of the first axes.
  public let parts: [Part]

  /// Takes one part for each of the first axes; the others stay whole.
  public init(_ parts: [Part]) { self.parts = parts }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard parts.count <= input.rank else {
      throw EngineError(
        "slice: \(parts.count) indices for shape \(input), which has \(input.rank) "
          + (input.rank == 1 ? "axis" : "axes"))
    }
    var extents: [Int] = []
    for (axis, part) in parts.enumerated() {
      let extent = input.extents[axis]
      switch part {
      case .index(let place):
        guard place >= -extent && place < extent else {
          throw EngineError(
            "slice: index \(place) is outside axis \(axis) of shape \(input)",
            hint: extent == 0 ? "the axis is empty" : "indices are \(-extent) to \(extent - 1)")
        }
      case .range(_, _, let step):
        guard step != 0 else { throw EngineError("slice: the step of a slice cannot be 0") }
        extents.append(Slice.bounds(part, extent).count)
      }
    }
    return Shape(extents + input.extents[parts.count...])
  }

  /// Where a part begins, and how many places it has, by NumPy's rules.
  static func bounds(_ part: Part, _ extent: Int) -> (start: Int, step: Int, count: Int) {
    switch part {
    case .index(let place): return (place < 0 ? place + extent : place, 1, 1)
    case .range(let start, let stop, let step):
      func clamped(_ place: Int?, _ standard: Int, _ low: Int, _ high: Int) -> Int {
        guard let place else { return standard }
        return min(max(place < 0 ? place + extent : place, low), high)
      }
      if step > 0 {
        let first = clamped(start, 0, 0, extent)
        let end = clamped(stop, extent, 0, extent)
        return (first, step, end > first ? (end - first - 1) / step + 1 : 0)
      }
      let first = clamped(start, extent - 1, -1, extent - 1)
      let end = clamped(stop, -1, -1, extent - 1)
      return (first, step, first > end ? (first - end - 1) / (0 - max(step, -Int.max)) + 1 : 0)
    }
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let own = input.strides
    var strides: [Int] = []
    var offset = 0
    for (axis, part) in parts.enumerated() {
      let bounds = Slice.bounds(part, input.extents[axis])
      offset += bounds.start * own[axis]
      if case .range = part {
        // A single place needs no stride, which may be astronomic.
        strides.append(bounds.count > 1 ? bounds.step * own[axis] : 0)
      }
    }
    return strided(output, strides + own[parts.count...], offset: offset)
  }

  /// Rows that lie evenly apart.
  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    guard output.count > 0, output.rank > 0, let columns = output.extents.last,
      let view = StridedView(slot: 0, shape: inputs[0]).applying(self, output: output)
    else { return nil }
    var axes = zip(view.extents, view.strides).filter { $0.0 != 1 }.map { ($0.0, $0.1) }
    guard let inner = axes.popLast(), inner.0 == columns, inner.1 == 1, let first = axes.last else {
      return nil
    }
    for (outer, next) in zip(axes, axes.dropFirst()) where outer.1 != next.0 * next.1 { return nil }
    guard first.1 >= columns else { return nil }
    return .rowwise(
      NABLA_TILE_COPY, 0, rows: output.count / columns, columns: columns,
      [.input(0, .strided(row: first.1, offset: view.offset))])
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(SliceGradient(slice: self), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String {
    let text = parts.map { part in
      switch part {
      case .index(let place): return String(place)
      case .range(let start, let stop, let step):
        let bounds = "\(start.map(String.init) ?? ""):\(stop.map(String.init) ?? "")"
        return step == 1 ? bounds : bounds + ":\(step)"
      }
    }
    return "\(inputs[0])[\(text.joined(separator: ", "))]"
  }
}

/// The gradient of a slice: zeros, with the upstream gradient where the slice was taken.
public struct SliceGradient: Copying {
  public let name = "slice_backward"
  /// The slice that it undoes.
  public let slice: Slice

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    var result = Array(repeating: -1, count: output.count)
    for (position, target) in slice.sources(output, output: input, inputs: []).enumerated() {
      result[target] = position
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(slice, [context.upstream]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) at \(slice.formula([""]))"
  }
}
