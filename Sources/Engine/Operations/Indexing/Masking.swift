// Masks: where they are 1 a value is replaced.

import CKernels

/// `x` with `value` wherever the mask is not 0; the mask broadcasts to x.
public struct MaskedFill: Operation {
  public let name = "masked_fill"
  /// What stands where the mask is not 0.
  public let value: Float

  /// Takes what stands where the mask is not 0.
  public init(_ value: Float) { self.value = value }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try Broadcasting.shape(inputs[0], inputs[1], for: name)
    guard shape == inputs[0] else {
      throw EngineError("masked_fill: a mask of shape \(inputs[1]) does not fit \(inputs[0])")
    }
    return shape
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let mask = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    let value = value
    let places = Broadcasting.indices(of: buffers.inputs[1].shape, in: buffers.output.shape)
    return Kernel {
      for (index, place) in places.enumerated() {
        out[index] = mask[place] != 0 ? value : x[index]
      }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .broadcasting(NABLA_TILE_SELECT, 0, inputs, output: output, scalars: [.fixed(value)])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    Broadcasting.indices(of: inputs[1].shape, in: shape).enumerated().map {
      inputs[1].values[$1] != 0 ? Double(value) : inputs[0].values[$0]
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(MaskedFill(0), [context.upstream, context.inputs[1]]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    let number = value == -.infinity ? "−∞" : value == 0 ? "0" : "\(value)"
    return "\(number) where \(inputs[1]) else \(inputs[0])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let mask = Explanation.Operand(
      1, inputs[1], Broadcasting.element(index, of: inputs[1].shape, in: output.shape))
    guard mask.value != 0 else { return .copy(0, inputs[0], index) }
    return .constant(
      value == -.infinity ? "−∞" : shown(Double(value)), value,
      because: .init("\u{E000} hides it", [mask]))
  }
}

/// 1 above the diagonal of the last two axes: the keys that come after the query.
public struct CausalMask: Operation {
  public let name = "causal_mask"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank >= 2 else {
      throw EngineError("causal_mask: scores need two axes, not shape \(inputs[0])")
    }
    return Shape(Array(inputs[0].extents.suffix(2)))
  }

  public func reads(_ input: Int) -> Bool { false }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let rows = buffers.output.shape[0]
    let columns = buffers.output.shape[1]
    return Kernel {
      for row in 0..<rows {
        for column in 0..<columns { out[row * columns + column] = column > row ? 1 : 0 }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map { $0 % shape[1] > $0 / shape[1] ? 1 : 0 }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }
  public func formula(_ inputs: [String]) -> String { "key > query" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (query, key) = (index / output.shape[1], index % output.shape[1])
    return .constant(
      key > query ? "1" : "0", key > query ? 1 : 0,
      because: .init(
        "key \(key) \(key > query ? "comes after" : "does not come after") query \(query)"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension MaskedFill {
  static let entry = Entry(
    Descriptor(
      "masked_fill", .function, signature: "masked_fill(x, mask, value)",
      summary: "x with a value wherever the mask is not 0.",
      shapes: "[…], broadcast → […]", formula: "", source: "",
      example: "masked_fill([1, 2, 3], [0, 1, 0], -1)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        MaskedFill(Float(try arguments.number("value"))),
        [try arguments.tensor("x", graph), try arguments.tensor("mask", graph)])
    })
}
