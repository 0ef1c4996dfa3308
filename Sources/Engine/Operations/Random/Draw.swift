// Random numbers as operations of a program. A number depends on the seed, the place of the draw, the
// training step and the element alone: the same step gives the same numbers however often and in
// whatever order it is run, another step gives others. No gradient flows through a draw.

/// An operation whose values are drawn: two of them are never the same, and none is a constant.
public protocol RandomOperation: Operation {
  /// Seed and place of the draw.
  var source: DrawSource { get }
}

extension RandomOperation {
  /// It has no gradient.
  public func gradient(_ context: GradientContext) -> [Node?] { context.inputs.map { _ in nil } }
}

/// The seed and the place that a draw's numbers come from.
public struct DrawSource: Hashable, Sendable {
  /// The session's seed.
  public let seed: UInt64
  /// Scope, operation and a number among its like there: `net.1.dropout.0`.
  public let place: String
  private let hash: UInt64

  /// A place has numbers of its own.
  public init(seed: UInt64, place: String) {
    self.seed = seed
    self.place = place
    hash = streamHash(place)
  }

  /// The numbers of a training step.
  public func stream(step: Int) -> RandomStream {
    RandomStream(seed: seed, stream: hash, step: UInt64(truncatingIfNeeded: step))
  }
}

/// Independent numbers of one distribution, of a fixed shape or in the shape of an operand.
public struct Draw: RandomOperation {
  /// What is drawn.
  public enum Distribution: Hashable, Sendable {
    /// low ≤ x < high, up to rounding.
    case uniform(low: Float, high: Float)
    /// Normal with this mean and standard deviation.
    case normal(mean: Float, deviation: Float)
    /// 1 with this probability, else 0.
    case bernoulli(Float)
    /// 0 with this probability, else 1 / (1 − p): what dropout multiplies by (Srivastava et al. 2014).
    case dropout(Float)
    /// −log(−log u) (Gumbel 1935).
    case gumbel
    /// Whole numbers low ..< high.
    case integers(low: Int, high: Int)
  }

  /// What is drawn.
  public let distribution: Distribution
  /// Seed and place of the draw.
  public let source: DrawSource
  /// Nil when an operand gives the shape.
  public let shape: Shape?

  /// Draws a tensor; without a shape that of the operand.
  public init(_ distribution: Distribution, source: DrawSource, shape: Shape?) {
    self.distribution = distribution
    self.source = source
    self.shape = shape
  }

  public var name: String {
    switch distribution {
    case .uniform: "uniform"
    case .normal: "normal"
    case .bernoulli: "bernoulli"
    case .dropout: "dropout_mask"
    case .gumbel: "gumbel"
    case .integers: "randint"
    }
  }

  public func shape(of inputs: [Shape]) -> Shape { shape ?? inputs.first ?? .scalar }

  public func reads(_ input: Int) -> Bool { false }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = UnsafeMutableBufferPointer(
      start: buffers.output.pointer, count: buffers.output.count)
    let (distribution, source, step) = (distribution, source, buffers.step)
    return Kernel { distribution.fill(out, source.stream(step: step.pointee)) }
  }

  /// The numbers of step 0.
  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var values = [Float](repeating: 0, count: shape.count)
    values.withUnsafeMutableBufferPointer { distribution.fill($0, source.stream(step: 0)) }
    return values.map(Double.init)
  }

  public func formula(_ inputs: [String]) -> String {
    switch distribution {
    case .uniform(let low, let high): "U(\(low), \(high))"
    case .normal(let mean, let deviation): "N(\(mean), \(deviation)²)"
    case .bernoulli(let p): "1 with probability \(p), else 0"
    case .dropout(let p): "0 with probability \(p), else 1 / (1 − \(p))"
    case .gumbel: "−log(−log u)"
    case .integers(let low, let high): "a whole number from \(low) to \(high - 1)"
    }
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant("drawn", output.values[index], because: .init(formula([])))
  }
}

extension Draw.Distribution {
  fileprivate func fill(_ out: UnsafeMutableBufferPointer<Float>, _ stream: RandomStream) {
    switch self {
    case .uniform(let low, let high):
      stream.fill(uniforms: out)
      let width = high - low
      for index in out.indices { out[index] = low + out[index] * width }
    case .normal(let mean, let deviation):
      stream.fill(normals: out)
      for index in out.indices { out[index] = mean + out[index] * deviation }
    case .bernoulli(let p):
      stream.fill(uniforms: out)
      for index in out.indices { out[index] = out[index] < p ? 1 : 0 }
    case .dropout(let p):
      stream.fill(uniforms: out)
      let kept = 1 / (1 - p)
      for index in out.indices { out[index] = out[index] < p ? 0 : kept }
    case .gumbel:
      stream.fill(gumbels: out)
    case .integers(let low, let high):
      stream.fill(out, integersFrom: low, to: high)
    }
  }
}

extension Graph {
  /// The source of a draw made now: the place is the scope, the name and how many of that name the
  /// scope has already, so that what is made elsewhere changes nothing.
  public func drawSource(_ name: String) -> DrawSource {
    let place = scope.isEmpty ? name : scope + "." + name
    let number = drawCounts[place, default: 0]
    drawCounts[place] = number + 1
    return DrawSource(seed: seed, place: "\(place).\(number)")
  }

  /// Draws numbers of a fixed shape.
  public func draw(
    _ distribution: Draw.Distribution, shape: Shape
  ) throws(EngineError) -> Node {
    try draw(distribution, shape: shape, like: nil)
  }

  /// Draws numbers in the shape of a tensor, whatever a batch makes it.
  public func draw(_ distribution: Draw.Distribution, like: Node) throws(EngineError) -> Node {
    try draw(distribution, shape: nil, like: like)
  }

  private func draw(
    _ distribution: Draw.Distribution, shape: Shape?, like: Node?
  ) throws(EngineError) -> Node {
    let name = Draw(distribution, source: DrawSource(seed: 0, place: ""), shape: nil).name
    return try add(
      Draw(distribution, source: drawSource(name), shape: shape), like.map { [$0] } ?? [])
  }
}
