// T5's buckets of distances between positions: near ones have one each, far ones share one.

internal import CKernels

/// The bucket of a relative position (key − query), by logarithm beyond half of the buckets.
///
/// It has no gradient. After Raffel et al. 2020, `_relative_position_bucket`.
public struct RelativePositionBucket: Operation {
  public let name = "relative_position_bucket"
  /// Whether keys after the query have buckets of their own; without it they are all in bucket 0.
  public let bidirectional: Bool
  /// The number of buckets.
  public let buckets: Int
  /// Distances from here on share the last bucket.
  public let maxDistance: Int

  /// Takes T5's numbers by default.
  public init(
    bidirectional: Bool = true, buckets: Int = 32, maxDistance: Int = 128
  ) throws(EngineError) {
    let least = bidirectional ? 4 : 2
    guard buckets >= least, buckets <= 1 << 20, !bidirectional || buckets % 2 == 0 else {
      throw EngineError(
        "relative_position_bucket: 'num_buckets' is \(buckets); it is "
          + (bidirectional ? "even and " : "") + "between \(least) and 1048576")
    }
    let exact = (bidirectional ? buckets / 2 : buckets) / 2
    guard maxDistance > exact, maxDistance <= 1 << 24 else {
      throw EngineError(
        "relative_position_bucket: 'max_distance' is \(maxDistance); it is more than \(exact), "
          + "the distances with a bucket each, and at most 16777216")
    }
    self.bidirectional = bidirectional
    self.buckets = buckets
    self.maxDistance = maxDistance
  }

  /// The bucket of a distance between tokens.
  public func bucket(_ relative: Double) -> Double {
    var count = buckets
    var first = 0.0
    var distance = -min(relative, 0)
    if bidirectional {
      count /= 2
      if relative > 0 { first = Double(count) }
      distance = abs(relative)
    }
    let exact = count / 2
    guard !distance.isNaN else { return .nan }
    if distance < Double(exact) { return first + distance.rounded(.down) }
    let share =
      nabla_log_double(distance / Double(exact))
      / nabla_log_double(Double(maxDistance) / Double(exact))
    let far = Double(exact) + (share * Double(count - exact)).rounded(.down)
    return first + min(far, Double(count - 1))
  }

  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let y = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      for index in 0..<count { y[index] = Float(bucket(Double(x[index]))) }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.map(bucket)
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public func formula(_ inputs: [String]) -> String { "relative_position_bucket(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    elementwise(at: index, inputs: inputs, output: output)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { output.count * 2 }
}

extension RelativePositionBucket {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "relative_position_bucket", .function,
    signature:
      "relative_position_bucket(x, bidirectional=true, num_buckets=32, max_distance=128)",
    summary: "The bucket of each relative position (key − query): near ones have one each.",
    shapes: "[…] → […]", formula: "e + (b − e) · log(d / e) / log(max_distance / e) for d ≥ e",
    source: "C. Raffel et al. (2020), T5", example: "relative_position_bucket([-200, -9, -1, 0, 3])"
  )

  static let entry = Entry(
    descriptor,
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        try RelativePositionBucket(
          bidirectional: try arguments.flag("bidirectional"),
          buckets: try arguments.integer("num_buckets"),
          maxDistance: try arguments.integer("max_distance")),
        [try arguments.tensor("x", graph)])
    })
}
