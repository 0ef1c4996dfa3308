/// The mean of every window (PyTorch's AvgPool1d, AvgPool2d).
public final class AveragePooling: Layer {
  /// Where the windows lie.
  public let windows: PoolWindows
  /// What a window's sum is divided by.
  public let divisor: PoolDivisor

  /// Windows over the last axes, and what their sums are divided by.
  public init(_ windows: PoolWindows, divisor: PoolDivisor = PoolDivisor()) {
    self.windows = windows
    self.divisor = divisor
  }

  public var name: String { AveragePool(windows).name }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    try graph.add(AveragePool(windows, divisor: divisor), [input])
  }
}

extension AveragePooling {
  static let entries =
    [1, 2].map { axes in
      Entry(
        Descriptor(
          "avg_pool\(axes)d", .layer,
          signature: "avg_pool\(axes)d(kernel, stride=none, padding=0, ceil_mode=false, "
            + "count_include_pad=true\(axes == 2 ? ", divisor_override=none" : ""))",
          summary:
            "The mean of every window; windows lie side by side unless stride says otherwise.",
          shapes: axes == 1 ? "[n, c, length] → [n, c, shorter]" : "[n, c, h, w] → [n, c, h′, w′]",
          formula: "yₚ = mean over the window of x", source: "LeCun et al. 1989",
          example: axes == 1
            ? "avg_pool1d(2)([[1, 3, 2, 5]])" : "avg_pool2d(2)([[[1, 3], [2, 5]]])"),
        .layer { arguments throws(EngineError) in
          var divisor = PoolDivisor(countsPadding: try arguments.flag("count_include_pad"))
          if axes == 2, let fixed = try arguments.optionalInteger("divisor_override") {
            guard fixed != 0 else {
              throw EngineError("avg_pool2d: 'divisor_override' must not be 0")
            }
            divisor.fixed = fixed
          }
          return AveragePooling(try arguments.windows(axes: axes), divisor: divisor)
        })
    } + adaptive

  /// Windows that share the input out among a number of outputs.
  private static let adaptive = [1, 2].flatMap { axes in
    [true, false].map { isMean in
      let name = "adaptive_\(isMean ? "avg" : "max")_pool\(axes)d"
      return Entry(
        Descriptor(
          name, .layer, signature: "\(name)(size)",
          summary: "The \(isMean ? "mean" : "largest element") of as many windows as asked for; "
            + "of size 1, over each whole channel.",
          shapes: axes == 1 ? "[n, c, length] → [n, c, size]" : "[n, c, h, w] → [n, c, size, size]",
          formula: "window i covers ⌊i n / size⌋ … ⌈(i + 1) n / size⌉",
          source: isMean ? "Lin, Chen & Yan 2014 (global average pooling)" : "He et al. 2014",
          example: axes == 1 ? "\(name)(2)([[1, 3, 2]])" : "\(name)(1)([[[1, 3], [2, 5]]])"),
        .layer { arguments throws(EngineError) in
          let windows = PoolWindows(outputs: try arguments.sizes(axes: axes))
          return isMean ? AveragePooling(windows) : MaxPooling(windows)
        })
    }
  }
}

extension Arguments {
  /// One number for every axis, or one for all; none keeps an axis as it is.
  fileprivate func sizes(axes: Int) throws(EngineError) -> [Int?] {
    guard case .list(let items) = value("size"),
      items.contains(where: { if case .none = $0 { true } else { false } })
    else { return try extents("size", axes: axes, atLeast: 1) }
    guard items.count == axes else {
      throw EngineError(
        "\(name): 'size' must be one number or a list of \(axes), not \(items.count)")
    }
    var sizes: [Int?] = []
    for item in items {
      switch item {
      case .none: sizes.append(nil)
      case .number(let number):
        guard let size = Int(exactly: number), size > 0, size <= ConvolutionSettings.most else {
          throw EngineError(
            "\(name): 'size' must be between 1 and \(ConvolutionSettings.most), "
              + "not \(shown(number))")
        }
        sizes.append(size)
      default:
        throw EngineError("\(name): 'size' must be whole numbers, not \(item.description)")
      }
    }
    return sizes
  }
}
