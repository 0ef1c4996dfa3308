// Rows of a table by index, and back.

import CKernels

/// Rows of a table: `weight[index]`, an embedding (indices are whole numbers kept as floats).
public struct Gather: Operation {
  public let name = "embedding"
  /// The row that gets no gradient through here (PyTorch's padding_idx).
  public let padding: Int?
  /// Whether zeros come out for that row: what the gradient of the gradient needs.
  let zeroesPadding: Bool

  /// Rows of a table by their index; the row `padding` gets no gradient.
  public init(padding: Int? = nil) { self.init(padding: padding, zeroesPadding: false) }

  init(padding: Int?, zeroesPadding: Bool) {
    self.padding = padding
    self.zeroesPadding = zeroesPadding
  }

  private var zeroed: Int? { zeroesPadding ? padding : nil }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank == 2 else {
      throw EngineError("embedding: the table must be a matrix, not of shape \(inputs[0])")
    }
    return Shape(inputs[1].extents + [inputs[0][1]])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let table = buffers.inputs[0].pointer
    let rows = buffers.inputs[0].shape[0]
    let width = buffers.inputs[0].shape[1]
    let index = buffers.inputs[1].pointer
    let count = buffers.inputs[1].count
    let out = buffers.output.pointer
    let zeroed = zeroed
    return Kernel {
      for place in 0..<count {
        let target = out + place * width
        let row = rowIndex(index[place], below: rows)
        if let row, row == zeroed {
          target.update(repeating: 0, count: width)
        } else if let row {
          target.update(from: table + row * width, count: width)
        } else {
          // An index out of range cannot be an error in the middle of a run; NaN shows it.
          target.update(repeating: .nan, count: width)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let width = inputs[0].shape[1]
    return inputs[1].values.flatMap { index -> [Double] in
      guard let row = rowIndex(Float(index), below: inputs[0].shape[0]) else {
        return Array(repeating: .nan, count: width)
      }
      if row == zeroed { return Array(repeating: 0, count: width) }
      return Array(inputs[0].values[row * width..<(row + 1) * width])
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        GatherGradient(padding: padding), [context.upstream, context.inputs[1], context.inputs[0]]),
      nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0])[\(inputs[1])]" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let width = inputs[0].shape[1]
    let place = index / width
    let row = rowIndex(inputs[1].values[place], below: inputs[0].shape[0])
    if let row, row == zeroed { return .nothing("row \(row) is padding") }
    return .selected(
      0, inputs[0], row.map { $0 * width + index % width }, by: (1, inputs[1], place),
      missing: .nan)
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// Adds rows to a table of zeros in the order of the indices; operands g, index, table.
public struct GatherGradient: Operation {
  public let name = "embedding_backward"
  /// The row that stays 0.
  public let padding: Int?

  /// Rows of a table by their index; the row `padding` gets no gradient.
  public init(padding: Int? = nil) { self.padding = padding }

  public func shape(of inputs: [Shape]) -> Shape { inputs[2] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let count = buffers.inputs[1].count
    let rows = buffers.output.shape[0]
    let width = buffers.output.shape[1]
    let out = buffers.output.pointer
    let padding = padding
    return Kernel {
      out.update(repeating: 0, count: rows * width)
      for place in 0..<count {
        guard let row = rowIndex(index[place], below: rows), row != padding else { continue }
        let target = out + row * width
        nabla_zip(NABLA_ADD, 1, width, target, 0, 1, g + place * width, 0, 1, target)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    let width = shape[1]
    for (place, index) in inputs[1].values.enumerated() {
      guard let row = rowIndex(Float(index), below: shape[0]), row != padding else { continue }
      for column in 0..<width {
        result[row * width + column] += inputs[0].values[place * width + column]
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let rows = Gather(padding: padding, zeroesPadding: true)
    return [try context.graph.add(rows, [context.upstream, context.inputs[1]]), nil, nil]
  }

  public func formula(_ inputs: [String]) -> String { "Σ \(inputs[0]) at rows \(inputs[1])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let width = output.shape[1]
    let row = index / width
    if row == padding { return .nothing("row \(row) is padding") }
    return Explanation(
      inputs[1].values.indices.filter {
        rowIndex(inputs[1].values[$0], below: output.shape[0]) == row
      }.map { .element(0, inputs[0], $0 * width + index % width) },
      reason: .init("one term for each time that row \(row) was looked up"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// A float as an index, or nil when it is none.
func rowIndex(_ value: Float, below count: Int) -> Int? {
  guard value >= 0, value < Float(count), value == value.rounded(.down) else { return nil }
  let index = Int(value)
  return index < count ? index : nil
}
