import CKernels

/// w − lr · g: the step of gradient descent. Operands w, g, lr.
public struct Descent: UpdateOperation {
  public let name = "descent"

  /// It has no settings.
  public init() {}

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (w, g, lr) = (
      buffers.inputs[0].pointer, buffers.inputs[1].pointer, buffers.inputs[2].pointer
    )
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    return Kernel { nabla_scaled_add(count, -lr[0], g, w, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_SCALED_ADD, 0, [.input(1, .full), .input(0, .full)], output: output,
      scalars: [.made(of: 2, "-") { -$0 }])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      inputs[0].values[$0] - inputs[2].values[0] * inputs[1].values[$0]
    }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) − \(inputs[2]) · \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation([
      .element(0, inputs[0], index),
      .init(
        Explanation.Factor.element(2, inputs[2], 0).negated, .element(1, inputs[1], index)),
    ])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 2 * output.count }
}

/// g + λ w: weight decay as a part of the gradient (L2). Operands g, w.
public struct Decay: UpdateOperation {
  public let name = "weight_decay"
  /// λ, the weight decay.
  public let rate: Double

  /// Takes λ, the weight decay.
  public init(rate: Double) { self.rate = rate }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, w) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, rate) = (buffers.output.pointer, buffers.output.count, Float(rate))
    return Kernel { nabla_scaled_add(count, rate, w, g, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_SCALED_ADD, 0, [.input(1, .full), .input(0, .full)], output: output,
      scalars: [.fixed(Float(rate))])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map { inputs[0].values[$0] + rate * inputs[1].values[$0] }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) + \(shown(rate)) · \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    linear([(1, 0), (rate, 1)], at: index, inputs: inputs, output: output)
  }
}

/// w · (1 − lr λ): weight decay apart from the gradient (Loshchilov & Hutter 2017). Operands w, lr.
public struct DecoupledDecay: UpdateOperation {
  public let name = "decoupled_decay"
  /// λ, the weight decay.
  public let rate: Double

  /// Takes λ, the weight decay.
  public init(rate: Double) { self.rate = rate }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (w, lr) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, rate) = (buffers.output.pointer, buffers.output.count, Float(rate))
    return Kernel { nabla_scaled_add(count, -(lr[0] * rate), w, w, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let rate = Float(rate)
    return .elementwise(
      NABLA_TILE_SCALED_ADD, 0, [.input(0, .full), .input(0, .full)], output: output,
      scalars: [.made(of: 1, "- \(rate)") { -($0 * rate) }])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.map { $0 * (1 - inputs[1].values[0] * rate) }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) · (1 − \(inputs[1]) · \(shown(rate)))"
  }
}
