// A set of examples: equally many rows in every column. Where rows come from is in the files of
// the single sets; how they are cut into parts and batches is in Split and BatchSchedule.

/// One named column of a data set: a tensor whose first axis is the row.
public struct DataColumn: Hashable, Sendable {
  /// What messages and summaries call it.
  public var name: String
  /// `[n, …]`
  public let tensor: Tensor
  /// What the numbers stand for if they are tokens: token k is called `tokens[k]`.
  public let tokens: [String]?

  /// - Precondition: `tensor` has at least one axis.
  public init(_ name: String, _ tensor: Tensor, tokens: [String]? = nil) {
    precondition(tensor.shape.rank >= 1, "a column has an axis of rows")
    self.name = name
    self.tensor = tensor
    self.tokens = tokens
  }

  /// A row of tokens as text, without the special ones in angle brackets; nil if the column has no
  /// tokens. Words have blanks between them, characters do not.
  ///
  /// - Precondition: `row` is in `0..<rows`.
  public func text(row: Int) -> String? {
    guard let tokens else { return nil }
    let width = rowShape.count
    let names = tensor.values[row * width..<(row + 1) * width].compactMap { value -> String? in
      guard let index = Int(exactly: value), tokens.indices.contains(index) else { return nil }
      let name = tokens[index]
      return name.count > 2 && name.hasPrefix("<") && name.hasSuffix(">") ? nil : name
    }
    let isCharacters = tokens.allSatisfy { $0.count == 1 || $0.hasPrefix("<") }
    return names.joined(separator: isCharacters ? "" : " ")
  }

  /// The number of rows.
  public var rows: Int { tensor.shape[0] }
  /// The shape of one row.
  public var rowShape: Shape { Shape(Array(tensor.shape.extents.dropFirst())) }

  /// The same column of these rows, in this order; a row may be taken more than once.
  ///
  /// - Precondition: every row is in `0..<self.rows`.
  public func subset(rows: [Int]) -> DataColumn {
    let width = rowShape.count
    var values: [Float] = []
    values.reserveCapacity(rows.count * width)
    for row in rows {
      precondition(row >= 0 && row < self.rows, "row \(row) of \(self.rows)")
      values.append(contentsOf: tensor.values[row * width..<(row + 1) * width])
    }
    return DataColumn(
      name, Tensor(shape: Shape([rows.count] + rowShape.extents), values: values), tokens: tokens)
  }

  /// Copies rows one after another into a batch buffer; nothing is allocated.
  ///
  /// - Precondition: `destination` holds at least `rows.count` rows; every row exists.
  public func copy(rows: [Int32], to destination: UnsafeMutableBufferPointer<Float>) {
    let width = tensor.shape[0] == 0 ? 0 : tensor.count / tensor.shape[0]
    let count = self.rows
    precondition(destination.count >= rows.count * width, "the batch buffer is too small")
    tensor.values.withUnsafeBufferPointer { source in
      var place = 0
      for row in rows {
        let row = Int(row)
        precondition(row >= 0 && row < count, "row \(row) of \(count)")
        for offset in row * width..<(row + 1) * width {
          destination[place] = source[offset]
          place += 1
        }
      }
    }
  }
}

/// Examples to learn from: usually the columns `x` `[n, features]` and `y` `[n]` (classes) or
/// `[n, k]` (values).
public struct Dataset: Hashable, Sendable {
  /// What messages and summaries call it.
  public var name: String
  /// The columns, each a tensor with one row for each example.
  public let columns: [DataColumn]
  /// The names of the classes that `y` counts, or nil if `y` is not a class.
  public var classNames: [String]?
  /// The names of the features of `x`, or nil.
  public var featureNames: [String]?
  /// Who made it, where it is, under which licence; empty for generated data.
  public var attribution: String

  /// - Precondition: there is a column, and all have equally many rows.
  public init(
    name: String, columns: [DataColumn], classNames: [String]? = nil,
    featureNames: [String]? = nil, attribution: String = ""
  ) {
    precondition(!columns.isEmpty, "a data set has a column")
    precondition(
      columns.allSatisfy { $0.rows == columns[0].rows }, "columns have equally many rows")
    self.name = name
    self.columns = columns
    self.classNames = classNames
    self.featureNames = featureNames
    self.attribution = attribution
  }

  /// The number of examples.
  public var rows: Int { columns[0].rows }

  /// The tensor of a column.
  public subscript(column: String) -> Tensor? {
    columns.first { $0.name == column }?.tensor
  }

  /// The same columns of these rows, in this order.
  ///
  /// - Precondition: every row is in `0..<self.rows`.
  public func subset(rows: [Int], name: String) -> Dataset {
    Dataset(
      name: name, columns: columns.map { $0.subset(rows: rows) }, classNames: classNames,
      featureNames: featureNames, attribution: attribution)
  }
}
