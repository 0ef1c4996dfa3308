// The binary cross entropy of each element, as PyTorch computes it: logarithms are kept above −100,
// and the denominator of the derivative above 1e-12.

import CKernels

/// −(y log a + (1 − y) log(1 − a)) for probabilities a and targets y of one shape.
public struct BinaryCrossEntropyTerm: Operation {
  public let name = "bce"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0] == inputs[1] else {
      throw EngineError("bce: shapes \(inputs[0]) and \(inputs[1]) differ")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (a, y) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    let logs = Storage(count: count)
    let others = Storage(count: count)
    let (log1, log0) = (logs.pointer, others.pointer)
    return Kernel {
      // The closure keeps the buffers.
      _ = (logs, others)
      for index in 0..<count { log0[index] = 1 - a[index] }
      nabla_map(NABLA_LOG, count, a, log1, 0)
      nabla_map(NABLA_LOG, count, log0, log0, 0)
      for index in 0..<count {
        let positive = y[index] * Self.clamped(log1[index])
        out[index] = -(positive + (1 - y[index]) * Self.clamped(log0[index]))
      }
    }
  }

  private static func clamped(_ log: Float) -> Float { log < -100 ? -100 : log }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map { index in
      let (a, y) = (inputs[0].values[index], inputs[1].values[index])
      return -(y * max(log(a), -100) + (1 - y) * max(log(1 - a), -100))
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (a, y) = (context.inputs[0], context.inputs[1])
    var results: [Node?] = [nil, nil]
    if context.needed[0] {
      results[0] = try graph.add(BinaryCrossEntropyGradient(), [context.upstream, a, y])
    }
    if context.needed[1] {
      // log(1 − a) − log a, each kept above −100 as in the value.
      let floor = graph.constant(-100)
      let rest = try graph.add(Subtract(), [graph.constant(1), a])
      let logs = try [rest, a].map { (x) throws(EngineError) -> Node in
        try graph.add(Maximum(), [try graph.add(Logarithm(), [x]), floor])
      }
      let slope = try graph.add(Subtract(), logs)
      results[1] = try graph.add(Multiply(), [context.upstream, slope])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    let (a, y) = (inputs[0], inputs[1])
    return "−(\(y) log \(a) + (1 − \(y)) log(1 − \(a)))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (a, y) = (
      Explanation.Operand(0, inputs[0], index), Explanation.Operand(1, inputs[1], index)
    )
    return Explanation([
      .init(
        .init("−\u{E000}", [y], value: -y.value),
        .init("log \u{E000}", [a], value: Float(max(log(Double(a.value)), -100)))),
      .init(
        .init("−(1 − \u{E000})", [y], value: -(1 - y.value)),
        .init("log(1 − \u{E000})", [a], value: Float(max(log(Double(1 - a.value)), -100)))),
    ])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 8 * output.count }
}

/// g ⊙ (a − y) / (a (1 − a)). Operands g, a, y.
public struct BinaryCrossEntropyGradient: Operation {
  public let name = "bce_backward"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  private static func slope<Number: BinaryFloatingPoint>(_ a: Number, _ y: Number) -> Number {
    let width = a * (1 - a)
    return (a - y) / (width < 1e-12 ? 1e-12 : width)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, a, y) = (
      buffers.inputs[0].pointer, buffers.inputs[1].pointer, buffers.inputs[2].pointer
    )
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    return Kernel {
      for index in 0..<count { out[index] = g[index] * Self.slope(a[index], y[index]) }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    (0..<shape.count).map {
      inputs[0].values[$0] * Self.slope(inputs[1].values[$0], inputs[2].values[$0])
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, a, y, u) = (
      context.inputs[0], context.inputs[1], context.inputs[2], context.upstream
    )
    let one = graph.constant(1)
    let rest = try graph.add(Subtract(), [one, a])
    let width = try graph.add(Multiply(), [a, rest])
    var results: [Node?] = [
      try graph.add(BinaryCrossEntropyGradient(), [u, a, y]), nil, nil,
    ]
    let product = try graph.add(Multiply(), [u, g])
    if context.needed[1] {
      // (a (1 − a) − (a − y)(1 − 2a)) / (a (1 − a))²
      let tilt = try graph.add(
        Subtract(), [one, try graph.add(Multiply(), [graph.constant(2), a])])
      let distance = try graph.add(Subtract(), [a, y])
      let top = try graph.add(
        Subtract(), [width, try graph.add(Multiply(), [distance, tilt])])
      let bend = try graph.add(Divide(), [top, try graph.add(Square(), [width])])
      results[1] = try graph.add(Multiply(), [product, bend])
    }
    if context.needed[2] {
      results[2] = try graph.add(Negate(), [try graph.add(Divide(), [product, width])])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    let (g, a, y) = (inputs[0], inputs[1], inputs[2])
    return "\(g) ⊙ (\(a) − \(y)) / (\(a) (1 − \(a)))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (a, y) = (
      Explanation.Operand(1, inputs[1], index), Explanation.Operand(2, inputs[2], index)
    )
    return Explanation([
      .init(
        .element(0, inputs[0], index),
        .init(
          "(\u{E000} − \u{E001}) / (\u{E000} (1 − \u{E000}))", [a, y],
          value: Self.slope(a.value, y.value)))
    ])
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    let (a, y) = (inputs[1], inputs[2])
    return ChainRule(incoming: 0, derivative: "(\(a) − \(y)) / (\(a) (1 − \(a)))")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 6 * output.count }
}
