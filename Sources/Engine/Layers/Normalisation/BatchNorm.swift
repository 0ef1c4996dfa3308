/// Every channel to mean 0 and variance 1 over the batch and its positions, then scaled and shifted
/// (Ioffe & Szegedy 2015); in evaluation mode by the running statistics of training.
///
/// weight, bias, running_mean, running_var `[c]` and num_batches_tracked as in PyTorch: the biased
/// variance normalises, the unbiased one is kept, new = (1 − momentum) · old + momentum · batch.
public final class BatchNorm: Layer {
  /// How many axes of positions there are, 0 or 1 for sequences; nil takes what comes.
  public let axes: ClosedRange<Int>?
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double
  /// Nil averages all batches alike.
  public let momentum: Double?
  /// Whether there is a learnt factor and a learnt offset.
  public let isAffine: Bool
  /// Whether it keeps running means and variances for evaluation.
  public let tracksStatistics: Bool

  /// Normalises each channel over the batch and all positions.
  public init(
    axes: ClosedRange<Int>? = nil, epsilon: Double = 1e-5, momentum: Double? = 0.1,
    affine: Bool = true, tracksStatistics: Bool = true
  ) {
    self.axes = axes
    self.epsilon = epsilon
    self.momentum = momentum
    isAffine = affine
    self.tracksStatistics = tracksStatistics
  }

  public var name: String {
    axes.map { $0.upperBound == 1 ? "batch_norm1d" : "batch_norm2d" } ?? "batch_norm"
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    try check(shape)
    let channels = shape[1]
    let statistics = try statistics(channels, graph)
    let mean: Node
    let variance: Node
    let centred: Node
    if let statistics, !graph.isTraining {
      let places = channelPlaces(channels, rank: shape.rank)
      mean = try seen(statistics.mean, places, graph)
      variance = try seen(statistics.variance, places, graph)
      centred = try graph.add(Subtract(), [input, mean])
    } else {
      if graph.isTraining { try checkCount(shape) }
      let average = MeanOverAxes(leading: 1, trailing: shape.rank - 2)
      mean = try graph.add(average, [input])
      graph.nameStage(mean, "mean")
      centred = try graph.add(Subtract(), [input, mean])
      variance = try graph.add(average, [try graph.add(Square(), [centred])])
      graph.nameStage(variance, "variance")
      if let statistics, graph.isTraining {
        let count = statistics.count
        try graph.carry(count, Count(), [count], whenComputing: centred)
        try graph.carry(
          statistics.mean, RunningMean(momentum: momentum), [statistics.mean, mean, count],
          whenComputing: centred)
        try graph.carry(
          statistics.variance, RunningVariance(momentum: momentum),
          [statistics.variance, variance, count, input], whenComputing: centred)
      }
    }
    let normal = try graph.divide(centred, byDeviationOf: variance, epsilon: epsilon)
    graph.nameStage(normal, "normal")
    guard isAffine else { return normal }
    return try graph.scaledAndShifted(
      normal, by: self, [channels], as: channelPlaces(channels, rank: shape.rank))
  }

  private func seen(
    _ state: Node, _ places: [Int], _ graph: Graph
  ) throws(EngineError) -> Node {
    places.count > 1 ? try graph.add(Reshape(places), [state]) : state
  }

  private func statistics(
    _ channels: Int, _ graph: Graph
  ) throws(EngineError) -> (mean: Node, variance: Node, count: Node)? {
    guard tracksStatistics else { return nil }
    return (
      try graph.buffer(of: self, "running_mean", [channels], .zeros),
      try graph.buffer(of: self, "running_var", [channels], .ones),
      try graph.buffer(of: self, "num_batches_tracked", [], .zeros)
    )
  }

  private func check(_ shape: Shape) throws(EngineError) {
    let axes = axes ?? 0...62
    guard shape.rank >= 2, axes.contains(shape.rank - 2) else {
      let layouts =
        switch axes.upperBound {
        case 1: "[n, c] or [n, c, length]"
        case 2: "[n, c, h, w]"
        default: "[n, c, …]"
        }
      throw EngineError(
        "\(name): needs \(layouts), not shape \(shape)",
        hint: shape.rank == 4
          ? "batch_norm2d is for images, batch_norm for any shape"
          : "channels are the second axis, after the examples")
    }
  }

  private func checkCount(_ shape: Shape) throws(EngineError) {
    _ = try RunningVariance(momentum: momentum).shape(of: [[shape[1]], [shape[1]], [], shape])
  }
}

extension BatchNorm {
  static let entries: [Entry] = [
    ("batch_norm", nil, "[n, c, …] → the same", "batch_norm()([[1, 2], [3, 5]])"),
    (
      "batch_norm1d", 0...1, "[n, c] or [n, c, length] → the same",
      "batch_norm1d()([[1, 2], [3, 5]])"
    ),
    (
      "batch_norm2d", 2...2, "[n, c, h, w] → the same",
      "batch_norm2d()(reshape([1, 2, 3, 4], [2, 1, 1, 2]))"
    ),
  ].map { (name: String, axes: ClosedRange<Int>?, shapes: String, example: String) in
    Entry(
      Descriptor(
        name, .layer,
        signature: "\(name)(eps=1e-5, momentum=0.1, affine=true, track_running_stats=true)",
        summary: "Mean 0 and variance 1 for each channel over the batch, then scaled and shifted; "
          + "evaluation uses the running statistics.",
        shapes: shapes, formula: "(x − mean) / √(var + ε) · w + b",
        source: "Ioffe & Szegedy 2015", example: example),
      .layer { arguments throws(EngineError) in
        var momentum: Double?
        if case .none = arguments.value("momentum") {
          momentum = nil
        } else {
          momentum = try arguments.number("momentum", in: 0...1)
        }
        return BatchNorm(
          axes: axes, epsilon: try arguments.number("eps", in: 0...1), momentum: momentum,
          affine: try arguments.flag("affine"),
          tracksStatistics: try arguments.flag("track_running_stats"))
      })
  }
}
