/// The rows of one column that the current training step sees.
public struct BatchRows: Operation, @unchecked Sendable {
  public let name = "batch"
  // Shared by the columns of one `batch` call; used by the thread that runs the program.
  /// The set and its order.
  public let source: BatchSource
  /// Which of the set's columns.
  public let column: Int

  /// One column of the batch of a training step.
  public init(_ source: BatchSource, column: Int) {
    self.source = source
    self.column = column
  }

  func shape(rows: Int) -> Shape {
    Shape([rows] + source.columns[column].shape.extents.dropFirst())
  }

  public func shape(of inputs: [Shape]) -> Shape { shape(rows: source.rows(step: 0)) }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let source = source
    let column = source.columns[column]
    let width = column.shape[0] == 0 ? 0 : column.count / column.shape[0]
    let step = buffers.step
    let out = buffers.output.pointer
    let values = Storage(count: column.count)
    values.assign(column.values)
    return Kernel {
      source.withRows(step: step.pointee) { rows in
        for (place, row) in rows.enumerated() {
          (out + place * width).update(from: values.pointer + Int(row) * width, count: width)
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] { [] }
  public func gradient(_ context: GradientContext) -> [Node?] { [] }
  public func formula(_ inputs: [String]) -> String {
    "\(source.columns.count > 1 ? "column \(column) of " : "")\(source.name), next rows"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    .constant(
      "data", output.values[index], because: .init("one of this step's rows of \(source.name)"))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension BatchRows {
  /// The row of the data that an element of a step's batch comes from, counted from 0.
  ///
  /// - Parameter step: counted from 0.
  public func row(of element: Int, step: Int) -> Int? {
    let width = source.columns[column].shape.extents.dropFirst().reduce(1, *)
    guard width > 0, element >= 0, step >= 0 else { return nil }
    var row: Int?
    source.withRows(step: step) { rows in
      if rows.indices.contains(element / width) { row = Int(rows[element / width]) }
    }
    return row
  }
}

/// The tensors that one `batch` call cuts into mini-batches.
public final class BatchSource {
  /// What messages call the set.
  public let name: String
  /// Tensors with one row for each example.
  public let columns: [Tensor]
  private let schedule: BatchSchedule
  private let cursor: BatchCursor
  private var rows: [Int32] = []

  /// - Precondition: the columns have equally many rows, at least one.
  public init(name: String, columns: [Tensor], schedule: BatchSchedule) {
    self.name = name
    self.columns = columns
    self.schedule = schedule
    cursor = BatchCursor(schedule)
  }

  /// ⌈rows / batch⌉.
  public var stepsPerEpoch: Int { schedule.stepsPerEpoch }

  func rows(step: Int) -> Int { schedule.batchSize(step: step) }

  func withRows(step: Int, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
    cursor.rows(step: step, into: &rows)
    rows.withUnsafeBufferPointer(body)
  }
}

extension Graph {
  /// All values that a leaf can have, so that labels and indices can be checked when they are
  /// entered; empty for what is computed.
  func knownValues(of node: Node) -> [Float] {
    switch self[node].operation {
    case let constant as Constant: constant.value.values
    case let rows as BatchRows: rows.source.columns[rows.column].values
    default: []
    }
  }
}

extension BatchRows {
  /// The values of the first batch, for looking outside a run.
  func firstBatch() -> [Float] {
    let tensor = source.columns[column]
    let width = tensor.shape[0] == 0 ? 0 : tensor.count / tensor.shape[0]
    var values: [Float] = []
    source.withRows(step: 0) { rows in
      for row in rows { values += tensor.values[Int(row) * width..<(Int(row) + 1) * width] }
    }
    return values
  }
}
