// print: values, a window around an element, the elements for which a condition holds.

import Engine
import Language

enum Printing {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "print", .expressions, clauses: ["at", "where"], needs: "an expression",
      usage: "print X, … [at [i, j]] [where CONDITION]",
      summary: "Shows a value, or several in one line; a tensor's elements around one of them, or "
        + "in brackets those for which a condition holds. A gradient that is not computed yet says "
        + "so. show X has the statistics.",
      example: "print 1 + 2\nprint \"loss\", 0.25\nw = [3, 1, 4, 1, 5]\nprint w where w > 2\n"
        + "print w at [3]"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      if verb.clauses.isEmpty { return try notebook.print(expression) }
      try notebook.printWindow(
        expression, at: verb.clause("at"), where: verb.clause("where"))
    }
  ]
}

extension Notebook {
  /// Several values that each fit into a line stand in one, as Python prints them.
  func print(_ expression: Expression) throws(Diagnostic) {
    if case .tuple(let items) = expression.kind, items.count > 1 {
      var values: [(Value, Expression)] = []
      for item in items { values.append((try evaluate(item), item)) }
      var words: [String] = []
      for (value, item) in values {
        if let word = try word(value, item.range) { words.append(word) }
      }
      if words.count == values.count {
        show(.literal(words.joined(separator: " ")))
        for (value, item) in values { showStaleness(value, item) }
        return
      }
      for (value, item) in values { try print(value, item) }
      return
    }
    try print(try evaluate(expression), expression)
  }

  private func print(_ value: Value, _ expression: Expression) throws(Diagnostic) {
    guard case .tensor(let node) = value else {
      return show(value, name: nil, expression.range)
    }
    let tensor = try self.value(of: node, expression.range)
    show(
      .tensor(
        TensorOutput(
          name: currentSource[expression.range], shape: tensor.shape.extents,
          values: tensor.values)))
    showStaleness(value, expression)
  }

  /// A value in the middle of a line; nil for a table.
  func word(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> String? {
    switch value {
    case .none: return "none"
    case .number(let number): return NumberText.short(number)
    case .boolean(let flag): return flag ? "true" : "false"
    case .text(let text): return text
    case .tensor(let node):
      let shape: Shape = graph.shape(node)
      guard shape.rank <= 1, shape.count <= 100 else { return nil }
      let values = try self.value(of: node, range).values.map { NumberText.short($0) }
      return shape.rank == 0 ? values[0] : "[" + values.joined(separator: ", ") + "]"
    case .list(let items), .tuple(let items):
      guard items.count <= 100 else { return nil }
      var words: [String] = []
      for item in items {
        guard let word = try word(item, range) else { return nil }
        words.append(word)
      }
      return "[" + words.joined(separator: ", ") + "]"
    case .range(let low, let high): return "\(low)..\(high)"
    default: return nil
    }
  }

  // MARK: Stale values

  /// Says so when a value was computed from something that was changed by hand since.
  func showStaleness(_ value: Value, _ expression: Expression) {
    guard case .tensor(let node) = value, let run, isStale(node, run) else { return }
    let name = expression.plainName ?? currentSource[expression.range]
    show(.text("\(name) is stale: on going on \(staleNote(run) ?? "it is computed again")"))
  }

  /// Whether a value that the walked step holds, of those that a node is read from, is stale.
  private func isStale(_ node: Node, _ run: Run) -> Bool {
    let stale = Set(run.machine.staleInstructions.map { run.program.instructions[$0].output })
    guard !stale.isEmpty else { return false }
    var pending = [node]
    var seen: Set<Node> = [node]
    while let next = pending.popLast() {
      if let slot = run.program.slot(of: next), run.program.slots[slot].kind == .temporary,
        run.machine.isComputed(slot)
      {
        if stale.contains(slot) { return true }
        continue
      }
      for input in graph[next].inputs where seen.insert(input).inserted { pending.append(input) }
    }
    return false
  }

  // MARK: Windows

  /// `print X at [3, 7]`, `print X where X > 0.5`, or both.
  func printWindow(
    _ expression: Expression, at place: Expression?, where condition: Expression?
  ) throws(Diagnostic) {
    let node = try tensor(try evaluate(expression), expression.range, for: "print")
    let name = currentSource[expression.range]
    var element: [Int]?
    if let place { element = try index(place, of: graph.shape(node)) }
    var marks: [Bool] = []
    let tensor: Tensor
    if let condition {
      let mask = try self.tensor(try evaluate(condition), condition.range, for: "where")
      let values = try self.values(of: [node, mask], expression.range)
      tensor = values[0]
      guard let spread = Spread.values(values[1], to: tensor.shape) else {
        throw Diagnostic(
          "a condition of shape \(values[1].shape) does not fit \(name) of shape \(tensor.shape)",
          at: condition.range, hint: "print X where X > 0.5")
      }
      marks = spread.map { $0 != 0 }
    } else {
      tensor = try value(of: node, expression.range)
    }
    let extents = tensor.shape.extents
    let chosen =
      element.map { Notebook.flat($0, extents) } ?? marks.firstIndex(of: true) ?? 0
    show(
      .window(
        TensorWindow(
          name: name, shape: extents, values: tensor.values, around: chosen, marked: marks,
          element: element)))
    if let element, tensor.count > 0 {
      let value = NumberText.short(tensor.values[chosen])
      show(.text("\(name)\(TensorText.shapeText(element)) = \(value)"))
    }
    if let condition { showCount(of: marks, extents, currentSource[condition.range]) }
    showStaleness(.tensor(node), expression)
  }

  /// `3 of 32 elements: x > 0.5, at [0, 1], [2, 3], [5, 0]`
  private func showCount(of marks: [Bool], _ shape: [Int], _ condition: String) {
    let places = marks.indices.lazy.filter { marks[$0] }.prefix(6).map { place -> String in
      var rest = place
      var index: [Int] = []
      for extent in shape.reversed() {
        index.append(rest % max(extent, 1))
        rest /= max(extent, 1)
      }
      return TensorText.shapeText(index.reversed())
    }
    let count = marks.count { $0 }
    var line = "\(count) of \(marks.count) element\(marks.count == 1 ? "" : "s"): \(condition)"
    if count > 0, !shape.isEmpty {
      line += ", at \(places.joined(separator: ", "))" + (count > 6 ? ", …" : "")
    }
    show(.text(line))
  }

  /// The index that `at` names, places from the end counted from the beginning.
  private func index(_ expression: Expression, of shape: Shape) throws(Diagnostic) -> [Int] {
    var items: [Value]
    switch try evaluate(expression) {
    case .list(let list), .tuple(let list): items = list
    case .tensor(let node):
      items = try value(of: node, expression.range).values.map { .number(Double($0)) }
    case let other: items = [other]
    }
    guard items.count == shape.rank else {
      throw Diagnostic(
        "an element of shape \(shape) has \(shape.rank) ind\(shape.rank == 1 ? "ex" : "ices"), "
          + "not \(items.count)", at: expression.range, hint: "print X at [3, 7]")
    }
    var index: [Int] = []
    for (item, extent) in zip(items, shape.extents) {
      let place = try integer(item, "an index", expression.range)
      guard place >= -extent, place < extent else {
        throw Diagnostic(
          "index \(place) is outside an axis of \(extent)", at: expression.range)
      }
      index.append(place < 0 ? place + extent : place)
    }
    return index
  }

  private static func flat(_ index: [Int], _ shape: [Int]) -> Int {
    zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
  }
}

/// NumPy's broadcasting of values that are already computed.
enum Spread {
  /// The values at every place of a larger shape, or nil when they do not broadcast to it.
  static func values(_ tensor: Tensor, to shape: Shape) -> [Float]? {
    if tensor.shape == shape { return tensor.values }
    if tensor.count == 1 { return Array(repeating: tensor.values[0], count: shape.count) }
    let extents = tensor.shape.extents
    guard extents.count <= shape.rank else { return nil }
    let aligned = Array(repeating: 1, count: shape.rank - extents.count) + extents
    guard zip(aligned, shape.extents).allSatisfy({ $0 == $1 || $0 == 1 }) else { return nil }
    var strides = Array(repeating: 0, count: aligned.count)
    var step = 1
    for axis in aligned.indices.reversed() {
      strides[axis] = aligned[axis] == 1 ? 0 : step
      step *= aligned[axis]
    }
    return (0..<shape.count).map { place in
      var rest = place
      var source = 0
      for axis in aligned.indices.reversed() {
        source += rest % shape.extents[axis] * strides[axis]
        rest /= shape.extents[axis]
      }
      return tensor.values[source]
    }
  }
}
