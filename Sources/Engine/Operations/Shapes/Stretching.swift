// Broadcasting backwards and forwards: shapes are taken from an operand, never from numbers, so
// that the same instruction serves the short last batch of an epoch.

import CKernels

/// The first operand, repeated to the second's shape.
public struct ExpandLike: Copying {
  public let name = "expand_like"

  /// It has no settings.
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

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    guard let block = StretchedBlock(buffers.inputs[0].shape, in: buffers.output.shape) else {
      return copyingKernel(buffers)
    }
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    return Kernel { block.fill(out, with: x, dividedBy: 1) }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.reduced(context.upstream, like: context.inputs[0]), nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) for each of \(inputs[1])" }
}

/// The first operand divided by how many elements each of its elements stands for, repeated to the
/// second's shape: the gradient of a mean. A correction is taken off the number of elements.
public struct ShareLike: Operation {
  public let name = "mean_backward"
  /// What is taken from n in the divisor.
  public let correction: Int

  /// Takes what is subtracted from n in the divisor.
  public init(correction: Int = 0) { self.correction = correction }

  private func share(_ all: Int, _ ours: Int) -> Int {
    CorrectedMean.divisor(all / max(ours, 1), correction)
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try ExpandLike().shape(of: inputs)
  }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let count = buffers.output.count
    let share = Float(share(count, buffers.inputs[0].count))
    if let block = StretchedBlock(buffers.inputs[0].shape, in: buffers.output.shape) {
      return Kernel { block.fill(out, with: x, dividedBy: share) }
    }
    let sources = Broadcasting.indices(of: buffers.inputs[0].shape, in: buffers.output.shape)
    return Kernel {
      for (target, source) in sources.enumerated() { out[target] = x[source] / share }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let share = Float(share(output.count, inputs[0].count))
    return .broadcasting(
      NABLA_TILE_ZIP, NABLA_DIVIDE.rawValue, [inputs[0]], output: output,
      numbers: [.fixed(share)], weight: 3)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let share = Double(share(shape.count, inputs[0].values.count))
    return Broadcasting.indices(of: inputs[0].shape, in: shape).map {
      inputs[0].values[$0] / share
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    // The transpose of sharing is the mean: shares of the sum.
    let sum = try context.reduced(context.upstream, like: context.inputs[0])
    let ones = try graph.add(Fill(1), [context.upstream])
    var counts = try context.reduced(ones, like: context.inputs[0])
    if correction != 0 { counts = try graph.plus(counts, Double(-correction)) }
    return [try graph.add(Divide(), [sum, counts]), nil]
  }

  private var divisor: String { correction == 0 ? "n" : "(n − \(correction))" }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) / \(divisor) for each of \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let place = Broadcasting.element(index, of: inputs[0].shape, in: output.shape)
    return Explanation(
      [.element(0, inputs[0], place)],
      divisor: .number(Double(share(output.count, inputs[0].count))))
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "1 / \(divisor)")
  }
}

/// The first operand summed to the second's shape over the axes that broadcasting stretched.
public struct SumLike: Operation {
  public let name = "sum_like"

  /// It has no settings.
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
    // Bias gradients, means of channels: a run of axes stays, those around it are summed.
    if let block = StretchedBlock(output, in: input) {
      let (outer, kept, inner) = (block.outer, block.kept, block.inner)
      if inner == 1 { return Kernel { nabla_reduce(NABLA_SUM, 1, outer, kept, x, out) } }
      if outer == 1 { return Kernel { nabla_reduce(NABLA_SUM, kept, inner, 1, x, out) } }
      let rows = Storage(count: outer * kept)
      return Kernel {
        nabla_reduce(NABLA_SUM, outer * kept, inner, 1, x, rows.pointer)
        nabla_reduce(NABLA_SUM, 1, outer, kept, rows.pointer, out)
      }
    }
    // What was laid over every time step or every key: one run of axes is summed between others.
    if let plan = ReductionPlan(of: input, to: output) {
      return Kernel { nabla_reduce(NABLA_SUM, plan.outer, plan.length, plan.inner, x, out) }
    }
    let targets = Broadcasting.indices(of: output, in: input)
    let count = output.count
    return Kernel {
      out.update(repeating: 0, count: count)
      for (source, target) in targets.enumerated() { out[target] += x[source] }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    guard let block = StretchedBlock(output, in: inputs[0]), block.outer == 1, block.inner > 1
    else {
      return nil
    }
    return .rowwise(
      NABLA_TILE_REDUCE, NABLA_SUM.rawValue, rows: block.kept, columns: block.inner,
      [.input(0, .full)], givesColumn: true)
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

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let targets = Broadcasting.indices(of: output.shape, in: inputs[0].shape)
    return Explanation(
      targets.indices.filter { targets[$0] == index }.map { .element(0, inputs[0], $0) })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// A shape that stretches around one run of axes: `[1, c, 1, 1]` or `[c, 1, 1]` in `[n, c, h, w]`.
struct StretchedBlock {
  /// Elements of the axes before the run, in it and after it.
  let outer: Int
  let kept: Int
  let inner: Int

  /// Nil when the axes that stay are not neighbours, or there is nothing to stretch over.
  init?(_ small: Shape, in large: Shape) {
    guard let runs = AxisRuns(of: large, against: small, middleStays: true) else { return nil }
    (outer, kept, inner) = (runs.outer, runs.middle, runs.inner)
  }

  func fill(
    _ out: UnsafeMutablePointer<Float>, with x: UnsafeMutablePointer<Float>, dividedBy share: Float
  ) {
    for row in 0..<outer {
      let line = out + row * kept * inner
      if inner == 1, share == 1 {
        line.update(from: x, count: kept)
      } else {
        for place in 0..<kept {
          (line + place * inner).update(repeating: x[place] / share, count: inner)
        }
      }
    }
  }
}

/// One number in the operand's shape.
public struct Fill: Operation {
  public let name = "fill"
  /// What every element is.
  public let value: Float

  /// Takes what every element is.
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

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant(formula([]), value)
  }
}
