// One element of each row, chosen by index: how a cross entropy reads the right class.

import CKernels

/// `x[i, index[i]]` for every row i of the last axis.
public struct Pick: Operation {
  public let name = "pick"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank > 0, Array(inputs[0].extents.dropLast()) == inputs[1].extents else {
      throw EngineError(
        "pick: one index a row is needed: \(inputs[1]) for shape \(inputs[0])",
        hint: "class indices have the scores' shape without its last axis")
    }
    return inputs[1]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let width = buffers.inputs[0].shape[-1]
    let count = buffers.output.count
    let out = buffers.output.pointer
    return Kernel {
      for row in 0..<count {
        out[row] = rowIndex(index[row], below: width).map { x[row * width + $0] } ?? .nan
      }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .rowwise(
      NABLA_TILE_PICK, 0, rows: output.count, columns: inputs[0][-1],
      [.input(0, .full), .input(1, .column)], givesColumn: true)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let width = inputs[0].shape[-1]
    return (0..<shape.count).map { row in
      rowIndex(Float(inputs[1].values[row]), below: width).map {
        inputs[0].values[row * width + $0]
      } ?? .nan
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        PickGradient(), [context.upstream, context.inputs[1], context.inputs[0]]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0])[i, \(inputs[1])[i]]" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let width = inputs[0].shape[-1]
    let place = rowIndex(inputs[1].values[index], below: width)
    return .selected(
      0, inputs[0], place.map { index * width + $0 }, by: (1, inputs[1], index), missing: .nan)
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// Zeros with g at the picked places; operands g, index, x.
public struct PickGradient: Operation {
  public let name = "pick_backward"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[2] }

  public func reads(_ input: Int) -> Bool { input < 2 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let width = buffers.output.shape[-1]
    let rows = buffers.inputs[0].count
    let count = buffers.output.count
    let out = buffers.output.pointer
    return Kernel {
      out.update(repeating: 0, count: count)
      for row in 0..<rows {
        if let place = rowIndex(index[row], below: width) { out[row * width + place] = g[row] }
      }
    }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .rowwise(
      NABLA_TILE_PICK_GRADIENT, 0, rows: inputs[0].count, columns: output[-1],
      [.input(0, .column), .input(1, .column)])
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    let width = shape[-1]
    for (row, value) in inputs[0].values.enumerated() {
      if let place = rowIndex(Float(inputs[1].values[row]), below: width) {
        result[row * width + place] = value
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(Pick(), [context.upstream, context.inputs[1]]), nil, nil]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) at [i, \(inputs[1])[i]]" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (row, column) = (index / output.shape[-1], index % output.shape[-1])
    let choice = Explanation.Operand(1, inputs[1], row)
    guard rowIndex(choice.value, below: output.shape[-1]) == column else {
      return .nothing("\u{E000} picks another column", [choice])
    }
    return .copy(0, inputs[0], row, because: .init("\u{E000} picks this column", [choice]))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension Pick {
  static let entry = Entry(
    Descriptor(
      "pick", .function, signature: "pick(x, index)",
      summary: "One element of each row: x[i, index[i]].",
      shapes: "[…, n], […] → […]", formula: "", source: "",
      example: "pick([[1, 2], [3, 4]], [0, 1])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        Pick(), [try arguments.tensor("x", graph), try arguments.tensor("index", graph)])
    })
}
