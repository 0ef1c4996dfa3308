// Softmax and its logarithm along the last axis.

import CKernels

/// exp(x − max) / Σ exp(x − max) along the last axis (Bridle 1990).
public struct Softmax: Operation {
  public let name = "softmax"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank > 0 else {
      throw EngineError("softmax: a scalar has no axis to normalise over")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (rows, columns) = buffers.output.shape.rowsAndColumns
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    return Kernel { nabla_softmax(rows, columns, x, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let (rows, columns) = output.rowsAndColumns
    return .rowwise(
      NABLA_TILE_SOFTMAX, 0, rows: rows, columns: columns, [.input(0, .full)], weight: 10)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    rowwise(inputs[0]) { row in
      let top = row.max() ?? 0
      let powers = row.map { exp($0 - top) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(SoftmaxGradient(), [context.upstream, context.node])]
  }

  public func formula(_ inputs: [String]) -> String { "softmax(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let row = Explanation.exponentials(of: inputs[0], around: index)
    return Explanation(
      [row.terms[row.place]], divisor: .init("S", value: Float(row.sum)),
      given: [.init(name: "S", explanation: Explanation(row.terms))])
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 5 * output.count }
}

/// y ⊙ (g − Σ g ⊙ y) along the last axis; operands g and y = softmax(x).
public struct SoftmaxGradient: Operation {
  public let name = "softmax_backward"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (rows, columns) = buffers.output.shape.rowsAndColumns
    let g = buffers.inputs[0].pointer
    let y = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    return Kernel { nabla_softmax_gradient(rows, columns, g, y, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let (rows, columns) = output.rowsAndColumns
    return .rowwise(
      NABLA_TILE_SOFTMAX_GRADIENT, 0, rows: rows, columns: columns,
      [.input(0, .full), .input(1, .full)], weight: 2)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let columns = shape.rowsAndColumns.columns
    return (0..<shape.count).map { index in
      let start = index / columns * columns
      var dot = 0.0
      for place in start..<start + columns {
        dot += inputs[0].values[place] * inputs[1].values[place]
      }
      return inputs[1].values[index] * (inputs[0].values[index] - dot)
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, y, u) = (context.inputs[0], context.inputs[1], context.upstream)
    let sumGY = try graph.add(Sum(axis: -1, keepsAxis: true), [try graph.add(Multiply(), [g, y])])
    let sumUY = try graph.add(Sum(axis: -1, keepsAxis: true), [try graph.add(Multiply(), [u, y])])
    let first = try graph.add(Multiply(), [y, try graph.add(Subtract(), [u, sumUY])])
    let left = try graph.add(Multiply(), [u, try graph.add(Subtract(), [g, sumGY])])
    let second = try graph.add(Subtract(), [left, try graph.add(Multiply(), [g, sumUY])])
    return [first, second]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[1]) ⊙ (\(inputs[0]) − Σ \(inputs[0]) ⊙ \(inputs[1]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let columns = output.shape.rowsAndColumns.columns
    let start = index / columns * columns
    let y = Explanation.Operand(1, inputs[1], index)
    return Explanation(
      (start..<start + columns).map { place in
        let other = Explanation.Operand(1, inputs[1], place)
        let local: Explanation.Factor =
          place == index
          ? .init("\u{E000} (1 − \u{E000})", [y], value: y.value * (1 - y.value))
          : .init("(−\u{E000} \u{E001})", [y, other], value: -y.value * other.value)
        return .init(.element(0, inputs[0], place), local)
      })
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "diag(\(inputs[1])) − \(inputs[1]) \(inputs[1])ᵀ")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}

extension Shape {
  /// The last axis as columns, everything before as rows.
  var rowsAndColumns: (rows: Int, columns: Int) {
    let columns = rank == 0 ? 1 : self[-1]
    return (columns == 0 ? 0 : count / columns, columns)
  }
}

/// Applies a function to each row of the last axis.
func rowwise(_ tensor: ReferenceTensor, _ body: ([Double]) -> [Double]) -> [Double] {
  let (rows, columns) = tensor.shape.rowsAndColumns
  return (0..<rows).flatMap { body(Array(tensor.values[$0 * columns..<($0 + 1) * columns])) }
}
