// Two lists of named tensors, aligned by name and ranked by how far they are apart.

import Engine

/// Tensors side by side, the farthest apart first.
struct ComparisonTable {
  struct Row {
    let name: String
    let kind: NamedTensor.Kind
    let shape: Shape
    let difference: TensorDifference
  }

  /// Ranked; equal ones come last, in the order of the first list.
  let rows: [Row]
  /// What only one has, or with another shape in the other.
  let onlyFirst: [NamedTensor]
  let onlySecond: [NamedTensor]
  let misshapen: [(first: NamedTensor, second: NamedTensor)]

  init(_ a: [NamedTensor], _ b: [NamedTensor]) {
    var others: [String: NamedTensor] = [:]
    for tensor in b where others[tensor.name] == nil { others[tensor.name] = tensor }
    var rows: [Row] = []
    var onlyFirst: [NamedTensor] = []
    var misshapen: [(NamedTensor, NamedTensor)] = []
    for tensor in a {
      guard let other = others[tensor.name] else {
        onlyFirst.append(tensor)
        continue
      }
      guard other.tensor.shape == tensor.tensor.shape else {
        misshapen.append((tensor, other))
        continue
      }
      rows.append(
        Row(
          name: tensor.name, kind: tensor.kind, shape: tensor.tensor.shape,
          difference: TensorDifference(tensor.tensor.values, other.tensor.values)))
    }
    let names = Set(a.map(\.name))
    self.onlyFirst = onlyFirst
    onlySecond = b.filter { !names.contains($0.name) }
    self.misshapen = misshapen
    self.rows = rows.enumerated().sorted {
      ($1.element.difference.relative, $0.offset) < ($0.element.difference.relative, $1.offset)
    }.map(\.element)
  }

  /// The rows of some kinds.
  init(_ table: ComparisonTable, keeping holds: (NamedTensor.Kind) -> Bool) {
    rows = table.rows.filter { holds($0.kind) }
    onlyFirst = table.onlyFirst.filter { holds($0.kind) }
    onlySecond = table.onlySecond.filter { holds($0.kind) }
    misshapen = table.misshapen.filter { holds($0.first.kind) }
  }

  /// Rows that are shown at most.
  static let limit = 20

  var differing: Int { rows.count { !$0.difference.isEqual } }

  /// The rows that differ.
  var output: TableOutput? {
    let shown = rows.filter { !$0.difference.isEqual }.prefix(Self.limit)
    guard !shown.isEmpty else { return nil }
    return TableOutput(
      header: ["tensor", "‖a‖", "‖b‖", "relative", "farthest", "a", "b"],
      rows: shown.map { row in
        let difference = row.difference
        return [
          row.name, NumberText.short(difference.first, digits: 3),
          NumberText.short(difference.second, digits: 3),
          NumberText.short(difference.relative, digits: 3),
          row.shape.rank > 0 ? ComparisonTable.label(row.shape, difference.element) : "",
          NumberText.short(difference.firstValue), NumberText.short(difference.secondValue),
        ]
      })
  }

  /// What the table leaves out, in words.
  var notes: [String] {
    var notes: [String] = []
    let more = differing - Self.limit
    if more > 0 { notes.append("and \(more) more that differ") }
    for (first, second) in misshapen.prefix(6) {
      notes.append("\(first.name): shape \(first.tensor.shape) in a, \(second.tensor.shape) in b")
    }
    if misshapen.count > 6 { notes.append("and \(misshapen.count - 6) more of another shape") }
    if let words = list(onlyFirst) { notes.append("only in a: \(words)") }
    if let words = list(onlySecond) { notes.append("only in b: \(words)") }
    return notes
  }

  private func list(_ tensors: [NamedTensor]) -> String? {
    guard !tensors.isEmpty else { return nil }
    let rest = tensors.count > 6 ? ", … \(tensors.count - 6) more" : ""
    return tensors.prefix(6).map(\.name).joined(separator: ", ") + rest
  }

  /// `[1, 2]` for an element counted row-major.
  static func label(_ shape: Shape, _ element: Int) -> String {
    var rest = element
    var places: [String] = []
    for extent in shape.extents.reversed() {
      places.append(String(rest % max(extent, 1)))
      rest /= max(extent, 1)
    }
    return "[" + places.reversed().joined(separator: ", ") + "]"
  }
}

extension Parting {
  /// In one line, with the numbers of both.
  var words: String {
    switch self {
    case .values(let instruction, let path, let difference, let shape):
      let place = shape.rank > 0 ? ComparisonTable.label(shape, difference.element) : ""
      return "instruction \(instruction + 1), \(path): \(path)\(place) is "
        + "\(NumberText.short(difference.firstValue)) in a and "
        + "\(NumberText.short(difference.secondValue)) in b, relative "
        + NumberText.short(difference.relative, digits: 3)
    case .shapes(let instruction, let path, let a, let b):
      return "instruction \(instruction + 1), \(path): shape \(a) in a and \(b) in b"
    case .formulas(let instruction, let a, let b):
      return "instruction \(instruction + 1): \(a) in a and \(b) in b"
    case .missing(let instruction, let path, let isInFirst):
      return
        "instruction \(instruction + 1) of \(isInFirst ? "a" : "b"), \(path): there is none in "
        + (isInFirst ? "b" : "a")
    }
  }
}
