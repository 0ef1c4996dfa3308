/// Leaves out units at random in training, so that none relies on another (Srivastava et al. 2014); the
/// others grow by 1 / (1 − p), which keeps the expectation. In evaluation mode it changes nothing.
///
/// The mask is a stage of its own, `net.1.mask`; it depends on seed, place and training step.
public final class Dropout: Layer {
  /// What is left out.
  public enum Rule: Hashable, Sendable {
    /// Every unit with this probability.
    case units(Double)
    /// Every channel with all its positions (one axis or two) with this probability (Tompson et al.
    /// 2015).
    case channels(Double, axes: Int)
    /// Units whose absolute value is less than this; no others grow.
    case threshold(Double)
  }

  /// What is dropped.
  public let rule: Rule

  /// - Precondition: a probability is one.
  public init(_ rule: Rule) {
    switch rule {
    case .units(let p), .channels(let p, _): precondition((0...1).contains(p))
    case .threshold: break
    }
    self.rule = rule
  }

  public var name: String {
    if case .channels(_, let axes) = rule { return "dropout\(axes)d" }
    return "dropout"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    if case .channels(_, let axes) = rule {
      try ConvolutionSettings.checkRank(graph.shape(input), axes: axes, for: name)
    }
    guard graph.isTraining else { return input }
    let mask: Node
    switch rule {
    case .units(let p):
      mask = try graph.draw(.dropout(Float(p)), like: input)
    case .channels(let p, let axes):
      // One place of every channel gives the mask its shape.
      let all = Slice.Part.range(start: nil, stop: nil, step: 1)
      let first = Slice.Part.range(start: 0, stop: 1, step: 1)
      let parts =
        Array(repeating: all, count: graph.shape(input).rank - axes)
        + Array(repeating: first, count: axes)
      mask = try graph.draw(.dropout(Float(p)), like: try graph.add(Slice(parts), [input]))
    case .threshold(let threshold):
      mask = try graph.add(
        Comparison(.greaterOrEqual),
        [try graph.add(AbsoluteValue(), [input]), graph.constant(threshold)])
    }
    graph.nameStage(mask, "mask")
    return try graph.add(Multiply(), [input, mask])
  }
}

extension Dropout {
  static let entries =
    [
      Entry(
        Descriptor(
          "dropout", .layer, signature: "dropout(p=0.5, threshold=none)",
          summary: "Leaves out each unit with probability p in training, or with threshold=t those "
            + "with |x| < t instead; eval(net) leaves out none.",
          shapes: "[…] → the same", formula: "x · mask, mask = 0 or 1 / (1 − p)",
          source: "Srivastava et al. 2014", example: "dropout(0.5)([1, 2, 3, 4])"),
        .layer { arguments throws(EngineError) in
          if case .none = arguments.value("threshold") {
            return Dropout(.units(try arguments.number("p", in: 0...1)))
          }
          return Dropout(.threshold(try arguments.number("threshold", in: 0...Double.infinity)))
        })
    ]
    + [1, 2].map { axes in
      let name = "dropout\(axes)d"
      return Entry(
        Descriptor(
          name, .layer, signature: "\(name)(p=0.5)",
          summary: "Leaves out whole channels with probability p in training.",
          shapes: ConvolutionSettings.layout(axes: axes) + " → the same",
          formula: "x · mask, mask = 0 or 1 / (1 − p) for each channel",
          source: "Tompson et al. 2015",
          example: axes == 1 ? "\(name)()([[1, 2], [3, 4]])" : "\(name)()([[[1, 2]], [[3, 4]]])"),
        .layer { arguments throws(EngineError) in
          Dropout(.channels(try arguments.number("p", in: 0...1), axes: axes))
        })
    }
}
