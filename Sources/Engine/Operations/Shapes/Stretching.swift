// Broadcasting backwards and forwards: shapes are taken from an operand, never from numbers, so
// that the same instruction serves the short last batch of an epoch.

import CKernels

/// The first operand, repeated to the second's shape.
public struct ExpandLike: Copying {
  public let name = "expand_like"

  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try Broadcasting.shape(inputs[0], inputs[1], for: name)
    guard shape == inputs[1] else {
      throw EngineError("expand_like: shape \(inputs[0]) does not stretch to \(inputs[1])")
    }
    return inputs[1]
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Broadcasting.indices(of: input, in: output)
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .broadcasting(NABLA_TILE_COPY, 0, [inputs[0]], output: output)
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.reduced(context.upstream, like: context.inputs[0]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) for each of \(inputs[1])" }
}

/// The first operand divided by how many elements each of its elements stands for, repeated to the
/// second's shape: the gradient of a mean.
public struct ShareLike: Operation {
  public let name = "mean_backward"

  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try ExpandLike().shape(of: inputs)
  }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    let share = Float(count / max(buffers.inputs[0].count, 1))
    if buffers.inputs[0].count == 1 {
      return Kernel { out.update(repeating: x[0] / share, count: count) }
    }
    let sources = Broadcasting.indices(of: buffers.inputs[0].shape, in: buffers.output.shape)
    return Kernel {
      for (target, source) in sources.enumerated() { out[target] = x[source] / share }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let share = Float(output.count / max(inputs[0].count, 1))
    return .broadcasting(
      NABLA_TILE_ZIP, NABLA_DIVIDE.rawValue, [inputs[0]], output: output,
      numbers: [.fixed(share)], weight: 3)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let share = Double(shape.count / max(inputs[0].values.count, 1))
    return Broadcasting.indices(of: inputs[0].shape, in: shape).map {
      inputs[0].values[$0] / share
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    // The transpose of sharing is the mean: shares of the sum.
    let sum = try context.reduced(context.upstream, like: context.inputs[0])
    let ones = try graph.add(Fill(1), [context.upstream])
    let counts = try context.reduced(ones, like: context.inputs[0])
    return [try graph.add(Divide(), [sum, counts]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) / n for each of \(inputs[1])" }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "1 / n")
  }
}

/// The first operand summed to the second's shape over the axes that broadcasting stretched.
public struct SumLike: Operation {
  public let name = "sum_like"

  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try Broadcasting.shape(inputs[0], inputs[1], for: name)
    guard shape == inputs[0] else {
      throw EngineError("sum_like: shape \(inputs[0]) does not reduce to \(inputs[1])")
    }
    return inputs[1]
  }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let input = buffers.inputs[0].shape
    let output = buffers.output.shape
    // Bias gradients: leading axes are summed, the rest stays. Everything to one number likewise.
    let tail = output.extents.drop { $0 == 1 }
    if Array(input.extents.suffix(tail.count)) == Array(tail) {
      let inner = tail.reduce(1, *)
      let length = inner == 0 ? 0 : input.count / inner
      return Kernel { nabla_reduce(NABLA_SUM, 1, length, inner, x, out) }
    }
    let targets = Broadcasting.indices(of: output, in: input)
    let count = output.count
    return Kernel {
      out.update(repeating: 0, count: count)
      for (source, target) in targets.enumerated() { out[target] += x[source] }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    let targets = Broadcasting.indices(of: shape, in: inputs[0].shape)
    for (source, target) in targets.enumerated() { result[target] += inputs[0].values[source] }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ExpandLike(), [context.upstream, context.inputs[0]]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "Σ \(inputs[0])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor, names: [String])
    -> Explanation?
  {
    let targets = Broadcasting.indices(of: output.shape, in: inputs[0].shape)
    return Explanation(
      terms: targets.enumerated().filter { $0.element == index }.map { source, _ in
        let value = inputs[0].values[source]
        let label = names[0] + inputs[0].shape.label(of: source)
        return .init(factors: [.init(label: label, value: value)], value: value)
      })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// One number in the operand's shape.
public struct Fill: Operation {
  public let name = "fill"
  public let value: Float

  public init(_ value: Float) { self.value = value }

  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func reads(_ input: Int) -> Bool { false }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let count = buffers.output.count
    let value = value
    return Kernel { out.update(repeating: value, count: count) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .elementwise(NABLA_TILE_FILL, 0, [], output: output, scalars: [.fixed(value)])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    Array(repeating: Double(value), count: shape.count)
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }
  public func formula(_ inputs: [String]) -> String {
    value == value.rounded() && abs(value) < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
