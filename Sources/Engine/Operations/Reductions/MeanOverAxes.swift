// The mean over leading and trailing axes at once: what normalisation over a batch and over the
// positions of every channel needs.

import CKernels

/// The mean over the first axes and over the last ones; those in the middle stay, the others become 1.
public struct MeanOverAxes: Operation {
  public let name = "mean"
  /// How many axes stay before those that are reduced.
  public let leading: Int
  /// How many axes stay after those that are reduced.
  public let trailing: Int

  /// - Precondition: neither number is negative.
  public init(leading: Int, trailing: Int) {
    precondition(leading >= 0 && trailing >= 0)
    self.leading = leading
    self.trailing = trailing
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = inputs[0]
    guard leading + trailing <= shape.rank else {
      throw EngineError("mean: shape \(shape) has no \(leading + trailing) axes")
    }
    return Shape(
      shape.extents.indices.map {
        $0 < leading || $0 >= shape.rank - trailing ? 1 : shape.extents[$0]
      })
  }

  /// The operand as rows that each become one number; nil when leading axes take part.
  private func rows(_ input: Shape, _ output: Shape) -> (rows: Int, columns: Int)? {
    guard let block = StretchedBlock(output, in: input), block.outer == 1 else { return nil }
    return (block.kept, block.inner)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    if let plan = rows(buffers.inputs[0].shape, buffers.output.shape) {
      let x = buffers.inputs[0].pointer
      return Kernel { nabla_reduce(NABLA_MEAN, plan.rows, plan.columns, 1, x, out) }
    }
    let sum = SumLike().kernel(buffers)
    let count = buffers.output.count
    let number = Float(buffers.inputs[0].count) / Float(count)
    return Kernel {
      sum.run()
      for index in 0..<count { out[index] /= number }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    guard let plan = rows(inputs[0], output) else { return nil }
    return .rowwise(
      NABLA_TILE_REDUCE, NABLA_MEAN.rawValue, rows: plan.rows, columns: plan.columns,
      [.input(0, .full)], givesColumn: true)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let number = Double(inputs[0].values.count) / Double(shape.count)
    return SumLike().reference(inputs, shape: shape).map { $0 / number }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(ShareLike(), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String {
    let axes = (0..<leading).map { $0 } + (0..<trailing).reversed().map { -1 - $0 }
    return "mean(\(inputs[0]), axis=[\(axes.map(String.init).joined(separator: ", "))])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let sum = SumLike().terms(at: index, inputs: inputs, output: output)
    return Explanation(sum.terms, divisor: .number(Double(sum.terms.count)))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}
