import CKernels

/// x − max − log Σ exp(x − max) along the last axis.
public struct LogSoftmax: Operation {
  public let name = "log_softmax"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank > 0 else {
      throw EngineError("log_softmax: a scalar has no axis to normalise over")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (rows, columns) = buffers.output.shape.rowsAndColumns
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    return Kernel { nabla_log_softmax(rows, columns, x, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let (rows, columns) = output.rowsAndColumns
    return .rowwise(
      NABLA_TILE_LOG_SOFTMAX, 0, rows: rows, columns: columns, [.input(0, .full)], weight: 10)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    rowwise(inputs[0]) { row in
      let top = row.max() ?? 0
      let sum = row.reduce(0) { $0 + exp($1 - top) }
      return row.map { $0 - top - log(sum) }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(LogSoftmaxGradient(), [context.upstream, context.node])]
  }

  public func formula(_ inputs: [String]) -> String { "log softmax(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let row = Explanation.exponentials(of: inputs[0], around: index)
    return Explanation(
      [
        .element(0, inputs[0], index),
        .init(row.negativeLogarithm),
      ], given: [.init(name: "S", explanation: Explanation(row.terms))])
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 5 * output.count }
}

/// g − exp(y) Σ g along the last axis; operands g and y = log softmax(x).
public struct LogSoftmaxGradient: Operation {
  public let name = "log_softmax_backward"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (rows, columns) = buffers.output.shape.rowsAndColumns
    let g = buffers.inputs[0].pointer
    let y = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    return Kernel { nabla_log_softmax_gradient(rows, columns, g, y, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let (rows, columns) = output.rowsAndColumns
    return .rowwise(
      NABLA_TILE_LOG_SOFTMAX_GRADIENT, 0, rows: rows, columns: columns,
      [.input(0, .full), .input(1, .full)], weight: 8)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let columns = shape.rowsAndColumns.columns
    return (0..<shape.count).map { index in
      let start = index / columns * columns
      let sum = inputs[0].values[start..<start + columns].reduce(0, +)
      return inputs[0].values[index] - exp(inputs[1].values[index]) * sum
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, y, u) = (context.inputs[0], context.inputs[1], context.upstream)
    let p = try graph.add(Exponential(), [y])
    let sumG = try graph.add(Sum(axis: -1, keepsAxis: true), [g])
    let sumUP = try graph.add(Sum(axis: -1, keepsAxis: true), [try graph.add(Multiply(), [u, p])])
    let product = try graph.add(Multiply(), [try graph.add(Multiply(), [u, p]), sumG])
    return [
      try graph.add(Subtract(), [u, sumUP]), try graph.add(Negate(), [product]),
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) − exp(\(inputs[1])) Σ \(inputs[0])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let columns = output.shape.rowsAndColumns.columns
    let start = index / columns * columns
    let all = (start..<start + columns).map { Explanation.Term.element(0, inputs[0], $0) }
    let y = Explanation.Operand(1, inputs[1], index)
    return Explanation(
      [
        .element(0, inputs[0], index),
        .init(
          .init("−exp(\u{E000})", [y], value: -Float(exp(Double(y.value)))),
          .init("S", value: Float(all.reduce(0.0) { $0 + Double($1.value) }))),
      ], given: [.init(name: "S", explanation: Explanation(all))])
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "I − softmax")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}
