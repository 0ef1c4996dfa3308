import CKernels

/// μ b + (1 − d) g, but g itself in the first step, as PyTorch has it. Operands b, g, t.
public struct MomentumBuffer: UpdateOperation {
  public let name = "momentum"
  /// μ, how much of the last step stays.
  public let momentum: Double
  /// How much of a new gradient is left out.
  public let dampening: Double

  /// Takes μ, and how much of a new gradient is left out.
  public init(momentum: Double, dampening: Double = 0) {
    self.momentum = momentum
    self.dampening = dampening
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (b, g, t) = (
      buffers.inputs[0].pointer, buffers.inputs[1].pointer, buffers.inputs[2].pointer
    )
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    let (momentum, share) = (Float(momentum), Float(1 - dampening))
    return Kernel {
      if t[0] <= 1 {
        out.update(from: g, count: count)
      } else if share == 1 {
        nabla_scaled_add(count, momentum, b, g, out)
      } else {
        for index in 0..<count { out[index] = momentum * b[index] + share * g[index] }
      }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    guard Float(1 - dampening) == 1 else { return nil }
    return .elementwise(
      NABLA_TILE_MOMENTUM, 0, [.input(0, .full), .input(1, .full)], output: output,
      scalars: [.fixed(Float(momentum)), .made(of: 2, "") { $0 }])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[2].values[0] <= 1
      ? inputs[1].values
      : (0..<shape.count).map {
        momentum * inputs[0].values[$0] + (1 - dampening) * inputs[1].values[$0]
      }
  }

  public func formula(_ inputs: [String]) -> String {
    let share = dampening == 0 ? "" : "\(shown(1 - dampening)) · "
    return "\(shown(momentum)) · \(inputs[0]) + \(share)\(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    guard inputs[2].values[0] > 1 else {
      return .copy(1, inputs[1], index, because: .init("the first step starts with the gradient"))
    }
    return linear(
      [(momentum, 0), (1 - dampening, 1)], at: index, inputs: inputs, output: output)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 2 * output.count }
}

/// g + μ b: Nesterov's look ahead. Operands g, b.
public struct NesterovGradient: UpdateOperation {
  public let name = "nesterov"
  /// μ, how much of the last step stays.
  public let momentum: Double

  /// Takes μ.
  public init(momentum: Double) { self.momentum = momentum }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, b) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, momentum) = (buffers.output.pointer, buffers.output.count, Float(momentum))
    return Kernel { nabla_scaled_add(count, momentum, b, g, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(
      NABLA_TILE_SCALED_ADD, 0, [.input(1, .full), .input(0, .full)], output: output,
      scalars: [.fixed(Float(momentum))])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map { inputs[0].values[$0] + momentum * inputs[1].values[$0] }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) + \(shown(momentum)) · \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    linear([(1, 0), (momentum, 1)], at: index, inputs: inputs, output: output)
  }
}
