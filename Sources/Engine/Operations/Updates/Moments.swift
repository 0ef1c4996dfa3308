// The pieces of Adam (Kingma & Ba 2015), each an instruction of its own.

import CKernels

/// β m + (1 − β) g. Operands m, g.
///
/// A result below the smallest normal number, 2⁻¹²⁶, is 0: else the moments of a unit that died
/// stay subnormal for thousands of steps, where arithmetic is a hundred times slower.
public struct FirstMoment: UpdateOperation {
  public let name = "first_moment"
  /// How much of the old mean stays.
  public let decay: Double

  /// Takes how much of the old mean stays.
  public init(decay: Double) { self.decay = decay }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (m, g) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, decay) = (buffers.output.pointer, buffers.output.count, Float(decay))
    return Kernel { nabla_moving_average(count, decay, m, g, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_MOVING_AVERAGE, 0, [.input(0, .full), .input(1, .full)], output: output,
      scalars: [.fixed(Float(decay))])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      flushed(decay * inputs[0].values[$0] + (1 - decay) * inputs[1].values[$0])
    }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(shown(decay)) · \(inputs[0]) + \(shown(1 - decay)) · \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    linear([(decay, 0), (1 - decay, 1)], at: index, inputs: inputs, output: output)
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 3 * output.count }
}

/// β v + (1 − β) g², 0 below 2⁻¹²⁶ as ``FirstMoment``. Operands v, g.
public struct SecondMoment: UpdateOperation {
  public let name = "second_moment"
  /// How much of the old mean stays.
  public let decay: Double

  /// Takes how much of the old mean stays.
  public init(decay: Double) { self.decay = decay }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (v, g) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, decay) = (buffers.output.pointer, buffers.output.count, Float(decay))
    return Kernel { nabla_moving_square(count, decay, v, g, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_MOVING_SQUARE, 0, [.input(0, .full), .input(1, .full)], output: output,
      scalars: [.fixed(Float(decay))])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      let g = inputs[1].values[$0]
      return flushed(decay * inputs[0].values[$0] + (1 - decay) * g * g)
    }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(shown(decay)) · \(inputs[0]) + \(shown(1 - decay)) · \(inputs[1])²"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation([
      .init(.number(decay), .element(0, inputs[0], index)),
      .init(.number(1 - decay), .square(1, inputs[1], index)),
    ])
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}

/// What single precision holds only as a subnormal number is 0.
private func flushed(_ x: Double) -> Double {
  x.magnitude < Double(Float.leastNormalMagnitude) ? 0 : x
}

/// x / (1 − βᵗ): the correction for starting at zero. Operands x, t.
///
/// The fast kernel multiplies by the reciprocal, rounded once: a division an element is what an
/// update would otherwise spend its time on.
public struct BiasCorrection: UpdateOperation {
  public let name = "bias_correction"
  /// How much of the old mean stays.
  public let decay: Double

  /// Takes how much of the old mean stays.
  public init(decay: Double) { self.decay = decay }

  /// 1 − βᵗ.
  ///
  /// β is the one that the moments use, rounded to single precision: with 0.999 itself the first
  /// correction would be wrong by 1e-5 of its value.
  func divisor(_ t: Double) -> Double { 1 - wholePower(Double(Float(decay)), t) }

  /// 1 / (1 − βᵗ) in single precision.
  func factor(_ t: Float) -> Float { Float(1 / divisor(Double(t))) }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (x, t) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    let factor = Storage(count: 1)
    return Kernel {
      factor.pointer[0] = self.factor(t[0])
      nabla_zip(NABLA_MULTIPLY, 1, count, x, 0, 1, factor.pointer, 0, 0, out)
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_ZIP, NABLA_MULTIPLY.rawValue,
      [.input(0, .full), .number(.made(of: 1, "bias \(decay)") { factor($0) })], output: output)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let divisor = divisor(inputs[1].values[0])
    return inputs[0].values.map { $0 / divisor }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) / (1 − \(shown(decay))^\(inputs[1]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let t = Explanation.Operand(1, inputs[1], 0)
    return Explanation(
      [.element(0, inputs[0], index)],
      divisor: .init(
        "(1 − \(shown(decay))^\u{E000})", [t], value: Float(divisor(Double(t.value)))))
  }
}

/// −lr · m̂ / (√v̂ + ε). Operands m̂, v̂, lr.
public struct AdamStep: UpdateOperation {
  public let name = "adam_step"
  /// What is added to a divisor, or under a root, to keep it from zero.
  public let epsilon: Double

  /// Takes what keeps the divisor from zero.
  public init(epsilon: Double) { self.epsilon = epsilon }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (m, v, lr) = (
      buffers.inputs[0].pointer, buffers.inputs[1].pointer, buffers.inputs[2].pointer
    )
    let (out, count, epsilon) = (buffers.output.pointer, buffers.output.count, Float(epsilon))
    return Kernel { nabla_adam_delta(count, lr[0], epsilon, m, v, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_ADAM_DELTA, 0, [.input(0, .full), .input(1, .full)], output: output,
      scalars: [.made(of: 2, "") { $0 }, .fixed(Float(epsilon))], weight: 6)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      -inputs[2].values[0] * inputs[0].values[$0] / (inputs[1].values[$0].squareRoot() + epsilon)
    }
  }

  public func formula(_ inputs: [String]) -> String {
    "−\(inputs[2]) · \(inputs[0]) / (√\(inputs[1]) + \(epsilon))"
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}

/// t + 1: counts the updates.
public struct Count: UpdateOperation {
  public let name = "count"

  /// It has no settings.
  public init() {}

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (t, out) = (buffers.inputs[0].pointer, buffers.output.pointer)
    return Kernel { out[0] = t[0] + 1 }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_ZIP, NABLA_ADD.rawValue, [.input(0, .full), .number(.fixed(1))], output: output)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    [inputs[0].values[0] + 1]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) + 1" }
}
