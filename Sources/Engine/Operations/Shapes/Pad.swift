/// Places added before and after along axes; negative numbers take places away.
public struct Pad: Operation {
  /// What stands outside.
  public enum Mode: Hashable, Sendable {
    /// One number everywhere.
    case constant(Float)
    /// Mirrored at the edge, which is not repeated.
    case reflect
    /// The edge again and again.
    case replicate
    /// Round the end.
    case circular

    var name: String {
      switch self {
      case .constant: "constant"
      case .reflect: "reflect"
      case .replicate: "replicate"
      case .circular: "circular"
      }
    }
  }

  /// Places before and after, the last axis first, as PyTorch lists them.
  public struct Width: Hashable, Sendable {
    /// Elements before the first; negative crops.
    public var before: Int
    /// Elements after the last; negative crops.
    public var after: Int

    /// Elements before and after an axis; negative ones crop.
    public init(_ before: Int, _ after: Int) {
      self.before = before
      self.after = after
    }
  }

  public let name = "pad"
  /// One for each axis, the outermost first.
  public let widths: [Width]
  /// What stands outside.
  public let mode: Mode

  /// Takes one width for each axis, the outermost first.
  public init(_ widths: [Width], mode: Mode = .constant(0)) {
    self.widths = widths
    self.mode = mode
  }

  /// Elements moved along an axis by one place; the free one is filled.
  static func shifting(
    _ x: Node, _ axis: Int, _ by: Int, _ value: Float, _ graph: Graph
  ) -> Pad {
    let rank = graph.shape(x).rank
    let place = axis < 0 ? axis + rank : axis
    let none = Array(repeating: Width(0, 0), count: max(rank - 1 - place, 0))
    return Pad(none + [Width(by, -by)], mode: .constant(value))
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    guard widths.count <= input.rank else {
      throw EngineError(
        "pad: \(2 * widths.count) numbers for shape \(input)",
        hint: "two for each axis, the last axis first")
    }
    var extents = input.extents
    for (place, width) in widths.enumerated() {
      let axis = input.rank - 1 - place
      let extent = extents[axis]
      let (added, first) = width.before.addingReportingOverflow(width.after)
      let (total, second) = added.addingReportingOverflow(extent)
      let isModest = max(width.before.magnitude, width.after.magnitude) <= 1 << 48
      guard !first, !second, isModest else {
        throw EngineError("pad: \(width.before) and \(width.after) places are too many")
      }
      guard total >= 0 else {
        throw EngineError(
          "pad: axis \(axis) of shape \(input) cannot lose \(-added) places")
      }
      try check(width, axis, input)
      extents[axis] = total
    }
    return Shape(extents)
  }

  private func check(_ width: Width, _ axis: Int, _ input: Shape) throws(EngineError) {
    let most: Int
    switch mode {
    case .constant: return
    case .reflect: most = input[axis] - 1
    case .replicate: most = input[axis] > 0 ? .max : 0
    case .circular: most = input[axis]
    }
    let wanted = max(width.before, width.after)
    guard wanted <= max(most, 0) else {
      throw EngineError(
        "pad: \(wanted) places are too many for \(mode.name) at axis \(axis) of shape \(input)",
        hint: "at most \(max(most, 0))")
    }
  }

  /// For every output element, the input element, or −1 for the constant.
  func sources(_ input: Shape, output: Shape) -> [Int] {
    let strides = input.strides
    // For every axis, where each of its places comes from.
    var maps: [[Int]] = input.extents.map { Array(0..<$0) }
    for (place, width) in widths.enumerated() {
      let axis = input.rank - 1 - place
      maps[axis] = (0..<output[axis]).map { source($0 - width.before, input[axis]) }
    }
    return places(output) { place in
      var index = 0
      for axis in place.indices {
        let source = maps[axis][place[axis]]
        if source < 0 { return -1 }
        index += source * strides[axis]
      }
      return index
    }
  }

  private func source(_ position: Int, _ extent: Int) -> Int {
    if position >= 0, position < extent { return position }
    switch mode {
    case .constant: return -1
    case .reflect: return position < 0 ? -position : 2 * (extent - 1) - position
    case .replicate: return position < 0 ? 0 : extent - 1
    case .circular: return (position % extent + extent) % extent
    }
  }

  private var value: Float { if case .constant(let value) = mode { value } else { 0 } }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let runs = copyRuns(sources(buffers.inputs[0].shape, output: buffers.output.shape))
    let value = value
    return Kernel {
      for run in runs {
        if run.source < 0 {
          (out + run.target).update(repeating: value, count: run.count)
        } else {
          (out + run.target).update(from: x + run.source, count: run.count)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    sources(inputs[0].shape, output: shape).map {
      $0 < 0 ? Double(value) : inputs[0].values[$0]
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    if case .constant = mode {
      let back = Pad(widths.map { Width(-$0.before, -$0.after) })
      return [try context.graph.add(back, [context.upstream])]
    }
    return [try context.graph.add(PadGradient(pad: self), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String {
    let list = widths.map { "\($0.before), \($0.after)" }.joined(separator: ", ")
    return "pad(\(inputs[0]), [\(list)], \(mode.name))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let source = sources(inputs[0].shape, output: output.shape)[index]
    return source >= 0
      ? .copy(0, inputs[0], source)
      : .constant(shown(Double(value)), value, because: .init("it lies in the padding"))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// The upstream gradient added up where each element came from; operands g and x.
public struct PadGradient: Operation {
  public let name = "pad_backward"
  /// The padding that it undoes.
  public let pad: Pad

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    let sources = pad.sources(buffers.output.shape, output: buffers.inputs[0].shape)
    return Kernel {
      out.update(repeating: 0, count: count)
      for (index, source) in sources.enumerated() where source >= 0 { out[source] += g[index] }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    for (index, source) in pad.sources(shape, output: inputs[0].shape).enumerated()
    where source >= 0 {
      result[source] += inputs[0].values[index]
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(pad, [context.upstream]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "Σ \(inputs[0]) at \(pad.formula([inputs[1]]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let sources = pad.sources(output.shape, output: inputs[0].shape)
    return Explanation(
      sources.indices.filter { sources[$0] == index }.map { .element(0, inputs[0], $0) })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}
