// Tensors as text: aligned as NumPy aligns them, cut in the middle when large. A cut tensor is
// followed by statistics over all its elements, so that a change in a hidden one shows.

/// Lines for a tensor.
enum TensorText {
  /// Rows and columns up to this many are shown whole.
  static let limit = 10
  /// Otherwise this many at either end.
  static let edge = 4

  static func lines(_ tensor: TensorOutput) -> [String] {
    let values = tensor.values
    let name = tensor.name.flatMap { $0.isEmpty ? nil : $0 }
    guard let count = product(tensor.shape), count == values.count else {
      // Only a caller's mistake gives a shape that disagrees; the values are still worth showing.
      return lines(TensorOutput(name: tensor.name, shape: [values.count], values: values))
    }
    if tensor.shape.isEmpty {
      let text = NumberText.short(values[0])
      return [name.map { "\($0) = \(text)" } ?? text]
    }
    let head = "\(name ?? "tensor") \(shapeText(tensor.shape)) ="
    if values.isEmpty { return ["\(head) []"] }
    let columns = tensor.shape[tensor.shape.count - 1]
    if tensor.shape.count == 1 {
      let shown = Positions(columns)
      let row = shown.indices.map { $0.map { NumberText.short(values[$0]) } }
      let statistics = shown.isCut ? [Self.statistics(values)] : []
      return ["\(head) [\(row.map { $0 ?? "…" }.joined(separator: ", "))]"] + statistics
    }
    let rows = tensor.shape[tensor.shape.count - 2]
    return [head] + blocks(tensor, rows: rows, columns: columns)
  }

  static func shapeText(_ shape: [Int]) -> String {
    "[" + shape.map(String.init).joined(separator: ", ") + "]"
  }

  /// `sum 12.5  norm 3.25`, with the precision of a Float; the finite elements alone are summed,
  /// in order, in Double, and the others are counted.
  static func statistics(_ values: [Float]) -> String {
    var sum = 0.0
    var squares = 0.0
    var nan = 0
    var infinite = 0
    for value in values {
      if value.isFinite {
        sum += Double(value)
        squares += Double(value) * Double(value)
      } else if value.isNaN {
        nan += 1
      } else {
        infinite += 1
      }
    }
    // Rounding to Float keeps the text short; adding zero turns −0 into 0.
    var text = "sum \(NumberText.full(Float(sum) + 0))"
    text += "  norm \(NumberText.full(Float(squares.squareRoot())))"
    if nan > 0 { text += "  NaN \(nan)" }
    if infinite > 0 { text += "  Infinity \(infinite)" }
    return text
  }

  /// The matrices of the last two axes, at most four of them.
  private static func blocks(_ tensor: TensorOutput, rows: Int, columns: Int) -> [String] {
    let leading = Array(tensor.shape.dropLast(2))
    let blockCount = tensor.values.count / (rows * columns)
    let shownBlocks = Positions(blockCount, limit: 4, edge: 2)
    let shownRows = Positions(rows)
    let shownColumns = Positions(columns)
    var texts: [[[String?]?]?] = []
    for block in shownBlocks.indices {
      texts.append(
        block.map { block in
          shownRows.indices.map { row in
            row.map { row in
              shownColumns.indices.map { column in
                column.map {
                  NumberText.short(tensor.values[(block * rows + row) * columns + $0])
                }
              }
            }
          }
        })
    }
    let align = Alignment(texts.lazy.flatMap { $0 ?? [] }.flatMap { $0 ?? [] }.compactMap { $0 })
    var lines: [String] = []
    for (block, text) in zip(shownBlocks.indices, texts) {
      guard let block, let text else {
        lines.append("…")
        continue
      }
      if !leading.isEmpty { lines.append("at \(shapeText(place(of: block, in: leading)))") }
      lines.append(contentsOf: matrix(text, align))
    }
    if shownBlocks.isCut || shownRows.isCut || shownColumns.isCut {
      lines.append(statistics(tensor.values))
    }
    return lines
  }

  private static func matrix(_ rows: [[String?]?], _ align: Alignment) -> [String] {
    rows.enumerated().map { index, row in
      let open = index == 0 ? "[" : " "
      let close = index == rows.count - 1 ? "]" : ","
      guard let row else { return open + "…" + close }
      return open + "[" + row.map { $0.map(align.apply) ?? "…" }.joined(separator: ", ") + "]"
        + close
    }
  }

  /// The index along each leading axis of the block with this number.
  private static func place(of block: Int, in shape: [Int]) -> [Int] {
    var rest = block
    var place: [Int] = []
    for size in shape.reversed() {
      place.append(rest % size)
      rest /= size
    }
    return place.reversed()
  }

  private static func product(_ shape: [Int]) -> Int? {
    var result = 1
    for size in shape {
      guard size >= 0 else { return nil }
      let (value, overflow) = result.multipliedReportingOverflow(by: size)
      if overflow { return nil }
      result = value
    }
    return result
  }

  /// The places along one axis that are shown; nil stands for the gap.
  struct Positions {
    let indices: [Int?]
    let isCut: Bool

    init(_ count: Int, limit: Int = TensorText.limit, edge: Int = TensorText.edge) {
      isCut = count > limit
      indices =
        isCut
        ? (0..<edge).map { $0 } + [nil] + ((count - edge)..<count).map { $0 }
        : (0..<max(0, count)).map { $0 }
    }
  }

  /// Pads numbers so that their decimal points stand under each other; with exponents among them
  /// they are set flush right.
  private struct Alignment {
    private var before = 0
    private var after = 0
    private let alignsPoints: Bool

    init(_ texts: some Sequence<String>) {
      let texts = Array(texts)
      alignsPoints = !texts.contains { $0.contains("e") }
      for text in texts {
        let parts = split(text)
        before = max(before, parts.before)
        after = max(after, parts.after)
      }
    }

    func apply(_ text: String) -> String {
      let parts = split(text)
      return String(repeating: " ", count: before - parts.before) + text
        + String(repeating: " ", count: after - parts.after)
    }

    private func split(_ text: String) -> (before: Int, after: Int) {
      let count = text.utf8.count
      guard alignsPoints, let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else {
        return (count, 0)
      }
      let before = text.utf8.distance(from: text.startIndex, to: point)
      return (before, count - before)
    }
  }
}
