/// The largest element of every window (PyTorch's MaxPool1d, MaxPool2d).
public final class MaxPooling: Layer {
  /// Where the windows lie.
  public let windows: PoolWindows
  /// Whether a call gives the places of the largest elements as well.
  public let returnsIndices: Bool

  /// Windows over the last axes; with indices, the places of the maxima come second.
  public init(_ windows: PoolWindows, returnsIndices: Bool = false) {
    self.windows = windows
    self.returnsIndices = returnsIndices
  }

  public var name: String { MaxPool(windows).name }

  public var callSignature: String? { returnsIndices ? "\(name)(x)" : nil }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try graph.add(MaxPool(windows), [input])
  }

  public func apply(_ arguments: Arguments, in graph: Graph) throws(EngineError) -> [Node] {
    let x = try arguments.tensor("x", graph)
    let values = try apply(x, in: graph)
    return [values, try graph.add(MaxPoolIndices(windows), [x])]
  }
}

extension MaxPooling {
  static let entries = [1, 2].map { axes in
    Entry(
      Descriptor(
        "max_pool\(axes)d", .layer,
        signature: "max_pool\(axes)d(kernel, stride=none, padding=0, dilation=1, "
          + "ceil_mode=false, return_indices=false)",
        summary: "The largest element of every window; windows lie side by side unless stride says "
          + "otherwise.",
        shapes: axes == 1 ? "[n, c, length] → [n, c, shorter]" : "[n, c, h, w] → [n, c, h′, w′]",
        formula: "yₚ = max over the window of x", source: "Ranzato et al. 2007",
        example: axes == 1
          ? "max_pool1d(2)([[1, 3, 2, 5]])" : "max_pool2d(2)([[[1, 3], [2, 5]]])"),
      .layer { arguments throws(EngineError) in
        MaxPooling(
          try arguments.windows(axes: axes, dilates: true),
          returnsIndices: try arguments.flag("return_indices"))
      })
  }
}

extension Arguments {
  /// One whole number for every axis, or one number for all.
  func extents(
    _ parameter: String, axes: Int, atLeast least: Int
  ) throws(EngineError) -> [Int] {
    let values = try integers(parameter)
    guard values.count == 1 || values.count == axes else {
      throw EngineError(
        "\(name): '\(parameter)' must be one number or a list of \(axes), not \(values.count)")
    }
    for value in values where value < least || value > ConvolutionSettings.most {
      throw EngineError(
        "\(name): '\(parameter)' must be between \(least) and \(ConvolutionSettings.most), "
          + "not \(value)")
    }
    return values.count == axes ? values : Array(repeating: values[0], count: axes)
  }

  /// kernel, stride, padding, ceil_mode and perhaps dilation.
  func windows(axes: Int, dilates: Bool = false) throws(EngineError) -> PoolWindows {
    var stride: [Int]?
    if case .none = value("stride") {
      stride = nil
    } else {
      stride = try extents("stride", axes: axes, atLeast: 1)
    }
    return PoolWindows(
      kernel: try extents("kernel", axes: axes, atLeast: 1), stride: stride,
      padding: try extents("padding", axes: axes, atLeast: 0),
      dilation: dilates ? try extents("dilation", axes: axes, atLeast: 1) : nil,
      ceiling: try flag("ceil_mode"))
  }
}
