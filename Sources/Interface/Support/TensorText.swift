// Tensors as text, as NumPy prints them: four digits, columns aligned, long axes shortened to their
// ends. The same lines serve the screen and the line mode.

import Notebook
import Screen

/// Tensors as lines of text.
enum TensorText {
  /// Rows or matrices shown at each end of a shortened axis.
  private static let edge = 3
  private static let wholeRows = 12
  private static let slices = 4

  /// The tensor's name, shape and values within `columns`.
  static func lines(_ tensor: TensorOutput, columns: Int, appearance: Appearance) -> [String] {
    let shape = consistentShape(tensor)
    let name = tensor.name.map { appearance.shown($0) }
    guard let last = shape.last else {
      let value = tensor.values.first.map { NumberText.short($0) } ?? "-"
      return [(name.map { $0 + " = " } ?? "") + value]
    }
    if tensor.values.isEmpty {
      return [header(name, shape) + " []"]
    }
    if shape.count == 1 {
      let body = row(tensor.values[...], columns: columns - 2, width: nil, appearance)
      let single = header(name, shape) + " [" + body + "]"
      if DisplayWidth.of(single) <= columns && !body.contains(elision(appearance)) {
        return [single]
      }
      return [header(name, shape), "[" + body + "]"]
    }
    let rows = shape[shape.count - 2]
    let area = rows * last
    let count = tensor.values.count / area
    var lines = [header(name, shape)]
    for index in 0..<min(count, slices) {
      if shape.count > 2 { lines.append(sliceName(index, shape) + ":") }
      let values = tensor.values[(index * area)..<((index + 1) * area)]
      lines += matrix(values, rows: rows, columns: last, room: columns, appearance)
    }
    if count > slices {
      lines.append(
        elision(appearance) + " " + appearance.words("\(NumberText.grouped(count - slices)) more"))
    }
    return lines
  }

  private static func header(_ name: String?, _ shape: [Int]) -> String {
    (name ?? "tensor") + " " + NumberText.shape(shape) + " ="
  }

  /// The shape if it fits the number of values; otherwise they are shown flat.
  private static func consistentShape(_ tensor: TensorOutput) -> [Int] {
    var product = 1
    for extent in tensor.shape {
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      if overflow || extent < 0 { return [tensor.values.count] }
      product = next
    }
    return product == tensor.values.count ? tensor.shape : [tensor.values.count]
  }

  private static func sliceName(_ index: Int, _ shape: [Int]) -> String {
    var parts: [String] = []
    var rest = index
    for extent in shape.dropLast(2).reversed() {
      parts.append(String(rest % max(1, extent)))
      rest /= max(1, extent)
    }
    return "[" + (parts.reversed() + [":", ":"]).joined(separator: ", ") + "]"
  }

  private static func matrix(
    _ values: ArraySlice<Float>, rows: Int, columns: Int, room: Int, _ appearance: Appearance
  ) -> [String] {
    let head = rows <= wholeRows ? rows : edge
    let shown = rows <= wholeRows ? Array(0..<rows) : Array(0..<edge) + Array(rows - edge..<rows)
    let ends = min(columns, 64)
    var width = 1
    for row in shown {
      let start = values.startIndex + row * columns
      for value in values[start..<start + ends] {
        width = max(width, NumberText.short(value).count)
      }
    }
    var lines: [String] = []
    for (place, row) in shown.enumerated() {
      if place == head && rows > wholeRows { lines.append(" " + elision(appearance)) }
      let start = values.startIndex + row * columns
      let body = Self.row(
        values[start..<start + columns], columns: room - 4, width: width, appearance)
      let open = place == 0 ? "[[" : " ["
      lines.append(open + body + (place == shown.count - 1 ? "]]" : "]"))
    }
    return lines
  }

  /// The values of a row; those that do not fit between the ends are elided.
  private static func row(
    _ values: ArraySlice<Float>, columns: Int, width: Int?, _ appearance: Appearance
  ) -> String {
    // No screen is wide enough for more values than this at each end.
    let reach = 150
    let head = values.prefix(reach).map { NumberText.short($0) }
    let tail = values.count > reach ? values.suffix(edge).map { NumberText.short($0) } : []
    let cell = width ?? (head + tail).map(\.count).max() ?? 1
    let step = cell + 2
    func joined(_ texts: some Sequence<String>) -> String {
      texts.map { width == nil ? $0 : $0.rightAligned(to: cell) }.joined(separator: ", ")
    }
    if values.count <= reach {
      let whole = joined(head)
      if whole.count <= columns { return whole }
    }
    let mark = elision(appearance)
    let slots = max(1, (columns - mark.count) / step)
    let ends = slots >= 6 ? edge : slots >= 2 ? 1 : 0
    let front = max(1, slots - ends)
    let back = values.suffix(ends).map { NumberText.short($0) }
    let parts = [joined(head.prefix(front)), mark] + (back.isEmpty ? [] : [joined(back)])
    return parts.joined(separator: ", ")
  }

  private static func elision(_ appearance: Appearance) -> String {
    appearance.glyph("…", ascii: "...")
  }
}
