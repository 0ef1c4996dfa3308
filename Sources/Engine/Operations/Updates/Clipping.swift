// Clipping by the global norm (Pascanu, Mikolov & Bengio 2013), as PyTorch's clip_grad_norm_, and by
// value; leaving out an update whose gradient is too large.

import CKernels

/// The norm of all operands together, of order 2 unless said otherwise.
public struct GlobalNorm: Operation {
  public let name = "global_norm"
  /// A positive number or infinity.
  public let order: Double

  /// Takes the order of the norm: 2 is Euclid's, ∞ the largest element.
  public init(order: Double = 2) { self.order = order }

  public func shape(of inputs: [Shape]) -> Shape { .scalar }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let inputs = buffers.inputs
    let out = buffers.output.pointer
    guard order == 2 else {
      let order = order
      return Kernel {
        var total = 0.0
        for input in inputs {
          for index in 0..<input.count {
            total = Self.collect(total, Double(Swift.abs(input.pointer[index])), order)
          }
        }
        out[0] = Float(Self.finish(total, order))
      }
    }
    return Kernel {
      var sum: Float = 0
      for input in inputs { sum += nabla_sum_squares(input.count, input.pointer) }
      out[0] = sum.squareRoot()
    }
  }

  private static func collect(_ total: Double, _ x: Double, _ order: Double) -> Double {
    if order == .infinity { return x > total || x.isNaN ? x : total }
    return total + (order == 1 ? x : order == 2 ? x * x : Numbers.power(x, order))
  }

  private static func finish(_ total: Double, _ order: Double) -> Double {
    if order == .infinity || order == 1 { return total }
    return order == 2 ? total.squareRoot() : Numbers.power(total, 1 / order)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let total = inputs.reduce(0.0) {
      $1.values.reduce($0) { Self.collect($0, Swift.abs($1), order) }
    }
    return [Self.finish(total, order)]
  }

  public func gradient(_ context: GradientContext) -> [Node?] { context.inputs.map { _ in nil } }

  public func formula(_ inputs: [String]) -> String {
    let mark = order == 2 ? "" : order == .infinity ? "∞" : shown(order)
    return (inputs.count > 3 ? "‖all gradients‖" : "‖\(inputs.joined(separator: ", "))‖") + mark
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    if order == .infinity {
      for (input, tensor) in inputs.enumerated() {
        if let element = tensor.values.firstIndex(where: { Swift.abs($0) == output.values[0] }) {
          let operand = Explanation.Operand(input, tensor, element)
          return Explanation([.init(.init("|\u{E000}|", [operand], value: output.values[0]))])
        }
      }
      return .constant("0", output.values[0])
    }
    let power = order == 1 ? "" : order == 2 ? "²" : "^\(shown(order))"
    let terms = inputs.enumerated().flatMap { input, tensor in
      tensor.values.indices.map { element -> Explanation.Term in
        let operand = Explanation.Operand(input, tensor, element)
        let size = Self.collect(0, Double(Swift.abs(operand.value)), order)
        return .init(
          .init(order == 2 ? "\u{E000}²" : "|\u{E000}|\(power)", [operand], value: Float(size)))
      }
    }
    return Explanation(
      terms, outer: order == 1 ? nil : order == 2 ? .squareRoot : .root(order))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    inputs.reduce(0) { $0 + 2 * $1.count }
  }
}

/// g · min(1, limit / (norm + 1e-6)). Operands g, norm.
public struct ClipByNorm: UpdateOperation {
  public let name = "clip"
  /// The bound.
  public let limit: Double

  /// Takes the bound.
  public init(limit: Double) { self.limit = limit }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, norm) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, limit) = (buffers.output.pointer, buffers.output.count, Float(limit))
    let scale = Storage(count: 1)
    return Kernel {
      let ratio = limit / (norm[0] + 1e-6)
      scale.pointer[0] = ratio < 1 || ratio.isNaN ? ratio : 1
      nabla_zip(NABLA_MULTIPLY, 1, count, g, 0, 1, scale.pointer, 0, 0, out)
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let limit = Float(limit)
    return .elementwise(
      NABLA_TILE_ZIP, NABLA_MULTIPLY.rawValue,
      [
        .input(0, .full),
        .number(
          .made(of: 1, "clip \(limit)") { norm in
            let ratio = limit / (norm + 1e-6)
            return ratio < 1 || ratio.isNaN ? ratio : 1
          }),
      ], output: output)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let scale = min(1, limit / (inputs[1].values[0] + 1e-6))
    return inputs[0].values.map { $0 * scale }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) · min(1, \(shown(limit)) / \(inputs[1]))"
  }
}

/// g kept within ±limit, element by element, as PyTorch's clip_grad_value_.
public struct ClipByValue: ElementwiseUpdate {
  public let name = "clip_value"
  public let tensors = 1
  /// The bound.
  public let limit: Double

  /// Takes the bound.
  public init(limit: Double) { self.limit = limit }

  public func value<Number: BinaryFloatingPoint>(
    _ g: Number, _ b: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number {
    let limit = Number(limit)
    return g > limit ? limit : g < -limit ? -limit : g
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) within ±\(shown(limit))"
  }
}

/// 1 where x is at most a limit, else 0, also where x is not a number. Operand x.
public struct AtMost: ElementwiseUpdate {
  public let name = "at_most"
  public let tensors = 1
  /// The bound.
  public let limit: Double

  /// Takes the bound.
  public init(limit: Double) { self.limit = limit }

  public func value<Number: BinaryFloatingPoint>(
    _ x: Number, _ b: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number { x <= Number(limit) ? 1 : 0 }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) ≤ \(shown(limit))" }
}
