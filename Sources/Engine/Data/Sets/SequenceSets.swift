// What the generated sets of sequences have in common: their sizes are checked, and rows of token
// numbers become columns.

enum SequenceSets {
  /// More numbers than this in a column are refused.
  static let mostNumbers = 1 << 24

  static let pad = "<pad>"
  static let start = "<start>"
  static let end = "<end>"
  /// 0, 1 and 2 of the vocabularies of texts.
  static let specials = [pad, start, end]

  static func check(_ set: String, n: Int, width: Int) throws(EngineError) {
    guard n >= 1 else { throw EngineError("\(set) with n=\(n): it has at least 1 row") }
    let (numbers, overflow) = n.multipliedReportingOverflow(by: max(width, 1))
    guard !overflow, numbers <= mostNumbers else {
      throw EngineError(
        "\(set) with n=\(n) and rows of \(width) has more than \(mostNumbers) numbers")
    }
  }

  static func check(
    _ set: String, _ argument: String, _ value: Int, in range: ClosedRange<Int>
  ) throws(EngineError) {
    guard range.contains(value) else {
      throw EngineError(
        "\(set) with \(argument)=\(value): it is between \(range.lowerBound) and "
          + "\(range.upperBound)")
    }
  }

  /// `[n, width]`; shorter rows are filled with 0.
  static func column(
    _ name: String, _ rows: [[Int]], width: Int, tokens: [String]
  ) -> DataColumn {
    var values: [Float] = []
    values.reserveCapacity(rows.count * width)
    for row in rows {
      for index in row { values.append(Float(index)) }
      values.append(contentsOf: repeatElement(0, count: width - row.count))
    }
    return DataColumn(name, Tensor(shape: [rows.count, width], values: values), tokens: tokens)
  }

  /// a, b, c, …
  static func letters(_ count: Int, from first: Unicode.Scalar = "a") -> [String] {
    (0..<count).map { String(Unicode.Scalar(UInt8(first.value) + UInt8($0))) }
  }
}
