// Draws whose probabilities are tensors: one or nothing, one of several.

/// 1 with the probability that the operand holds, else 0; NaN where that is no probability.
public struct BernoulliDraw: RandomOperation {
  public let name = "bernoulli"
  /// Seed and place of the draw.
  public let source: DrawSource

  /// Draws anew at every training step.
  public init(source: DrawSource) { self.source = source }

  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let p = buffers.inputs[0].pointer
    let out = UnsafeMutableBufferPointer(
      start: buffers.output.pointer, count: buffers.output.count)
    let (source, step) = (source, buffers.step)
    return Kernel {
      source.stream(step: step.pointee).fill(uniforms: out)
      for index in out.indices { out[index] = Self.choice(out[index], p[index]) }
    }
  }

  private static func choice(_ u: Float, _ p: Float) -> Float {
    p >= 0 && p <= 1 ? (u < p ? 1 : 0) : .nan
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    zip(source.stream(step: 0).uniforms(count: shape.count), inputs[0].values).map {
      Double(Self.choice($0, Float($1)))
    }
  }

  public func formula(_ inputs: [String]) -> String { "1 with probability \(inputs[0]), else 0" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let p = Explanation.Operand(0, inputs[0], index)
    return .constant(
      "drawn", output.values[index], because: .init(formula([Explanation.Phrase.mark(0)]), [p]))
  }
}

/// The index of one of several, with probabilities along the last axis; they need not add up to 1.
/// One draw a row, by the inverse of the distribution function. NaN where a row has no probabilities.
public struct CategoricalDraw: RandomOperation {
  public let name = "categorical"
  /// Seed and place of the draw.
  public let source: DrawSource

  /// Draws anew at every training step.
  public init(source: DrawSource) { self.source = source }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank > 0, inputs[0][-1] > 0 else {
      throw EngineError("categorical: shape \(inputs[0]) has nothing to choose from")
    }
    return Shape(Array(inputs[0].extents.dropLast()))
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let p = buffers.inputs[0].pointer
    let width = buffers.inputs[0].shape[-1]
    let out = buffers.output.pointer
    let rows = buffers.output.count
    let (source, step) = (source, buffers.step)
    return Kernel {
      let stream = source.stream(step: step.pointee)
      for row in 0..<rows {
        out[row] = Self.choice(
          UnsafeBufferPointer(start: p + row * width, count: width), stream.word(at: row))
      }
    }
  }

  /// Sums are in double precision and ascending, so that the same row gives the same choice.
  private static func choice(_ p: UnsafeBufferPointer<Float>, _ word: UInt32) -> Float {
    var total = 0.0
    for weight in p {
      guard weight >= 0 else { return .nan }
      total += Double(weight)
    }
    guard total > 0, total.isFinite else { return .nan }
    let threshold = (Double(word) + 0.5) * 0x1p-32 * total
    var sum = 0.0
    var last = 0
    for (index, weight) in p.enumerated() where weight > 0 {
      sum += Double(weight)
      last = index
      if sum > threshold { break }
    }
    return Float(last)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let stream = source.stream(step: 0)
    let width = inputs[0].shape[-1]
    let p = inputs[0].values.map { Float($0) }
    return (0..<shape.count).map { row in
      p[row * width..<(row + 1) * width].withUnsafeBufferPointer {
        Double(Self.choice($0, stream.word(at: row)))
      }
    }
  }

  public func formula(_ inputs: [String]) -> String { "one of \(inputs[0]), by probability" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant(
      "drawn", output.values[index],
      because: .init("one of \(inputs[0].shape[-1]) places, by their probabilities"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// The numbers 0 ..< n in random order (Fisher & Yates).
public struct PermutationDraw: RandomOperation {
  public let name = "randperm"
  /// Seed and place of the draw.
  public let source: DrawSource
  /// How many are drawn for each row.
  public let count: Int

  /// Draws so many from each row.
  public init(_ count: Int, source: DrawSource) {
    self.source = source
    self.count = count
  }

  public func shape(of inputs: [Shape]) -> Shape { [count] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = UnsafeMutableBufferPointer(start: buffers.output.pointer, count: count)
    let (source, step) = (source, buffers.step)
    return Kernel { source.stream(step: step.pointee).fill(permutation: out) }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    source.stream(step: 0).permutation(count: count).map(Double.init)
  }

  public func formula(_ inputs: [String]) -> String { "an order of 0 … \(count - 1)" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant("drawn", output.values[index], because: .init(formula([])))
  }
}
