// show, expect, check: a value's structure, statistics, and what must hold.

import Engine
import Language

enum Reading {
  static let verbs: [VerbEntry] = [
    VerbEntry(
      "show", .expression, needs: "an expression", usage: "show X",
      summary: "Shows a layer's parameters or a tensor's statistics.",
      example: "w = param([2, 2], init=ones)\nshow w"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      try notebook.showStructure(expression)
    },
    VerbEntry(
      "expect", .expression, needs: "a condition", usage: "expect EXPR",
      summary: "Fails the cell when a condition does not hold.", example: "expect 1 + 1 == 2"
    ) { notebook, verb throws(Diagnostic) in
      guard let expression = verb.expression else { return }
      try notebook.expect(expression)
    },
    VerbEntry(
      "check", .phrase([.init("gradients")]), usage: "check gradients",
      summary: "Compares every gradient of the run with differences, in double precision.",
      example: "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=0\ncheck gradients"
    ) { notebook, verb throws(Diagnostic) in try notebook.checkGradients(verb) },
  ]
}

extension Notebook {
  func showStructure(_ expression: Expression) throws(Diagnostic) {
    switch try evaluate(expression) {
    case .tensor(let node):
      let tensor = try value(of: node, expression.range)
      let statistics = Statistics(tensor.values)
      show(
        .table(
          TableOutput(
            header: ["shape", "min", "max", "mean", "std", "norm", "zeros", "NaN", "Inf"],
            rows: [
              [
                tensor.shape.description, NumberText.short(statistics.minimum),
                NumberText.short(statistics.maximum), NumberText.short(statistics.mean),
                NumberText.short(statistics.deviation), NumberText.short(statistics.norm),
                String(statistics.zeros), String(statistics.nans), String(statistics.infinities),
              ]
            ])))
      showStaleness(.tensor(node), expression)
    case .layer(let layer):
      let parameters = graph.parameters(of: layer)
      show(.text(Summary.line(layer, graph)))
      guard !parameters.isEmpty else { return }
      show(
        .table(
          TableOutput(
            header: ["parameter", "shape", "count", "init", "norm"],
            rows: parameters.map {
              [
                $0.path, $0.shape.description, String($0.shape.count), $0.initializer.name,
                NumberText.short(Statistics($0.value.values).norm),
              ]
            })))
    case let other: show(other, name: nil, expression.range)
    }
  }

  func expect(_ expression: Expression) throws(Diagnostic) {
    let text = currentSource[expression.range]
    guard case .binary(let sign, let left, let right) = expression.kind,
      [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign)
    else {
      let value = try evaluate(expression)
      let holds: Bool
      if case .tensor(let node) = value, isMask(node) {
        holds = try self.value(of: node, expression.range).values.allSatisfy { $0 != 0 }
      } else {
        holds = try truth(value, expression.range)
      }
      guard holds else {
        throw Diagnostic(
          "expected \(text), and it is not so", at: expression.range,
          hint: circumstances(expression))
      }
      show(.literal("✓ \(text)"))
      return
    }
    // Both sides are evaluated once: they may do more than compute.
    let (a, b) = (try evaluate(left), try evaluate(right))
    let result = try combine(sign, a, left.range, b, right.range, expression.range)
    let holds: Bool
    let shown: String
    if case .tensor(let node) = result {
      // What is compared and what is shown of it in one pass.
      var nodes = [node]
      if case .tensor(let first) = a { nodes.append(first) }
      let values = try values(of: nodes, expression.range)
      holds = values[0].values.allSatisfy { $0 != 0 }
      shown = values.count > 1 ? shownTensor(values[1]) : try shownValue(a, left.range)
    } else {
      holds = try truth(result, expression.range)
      shown = try shownValue(a, left.range)
    }
    guard holds else {
      throw Diagnostic(
        "expected \(text), but \(shown) \(sign.rawValue) \(try shownValue(b, right.range)) "
          + "does not hold", at: expression.range, hint: circumstances(expression))
    }
    show(.literal("✓ \(text)  (\(shown))"))
  }

  /// In a loop or a function, what the names of a condition stand for this time: `where i = 3`.
  private func circumstances(_ expression: Expression) -> String? {
    guard nesting > 0 || !locals.isEmpty else { return nil }
    var known: [String] = []
    for name in NameUse(expression).reads.sorted() {
      switch locals.last?[name] ?? environment[name] {
      case .number(let number): known.append("\(name) = \(NumberText.short(number))")
      case .boolean(let flag): known.append("\(name) = \(flag ? "true" : "false")")
      case .text(let text): known.append("\(name) = \"\(text.prefix(60))\"")
      default: break
      }
    }
    return known.isEmpty ? nil : "where \(known.joined(separator: ", "))"
  }

  private func shownValue(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> String {
    switch value {
    case .number(let number): return NumberText.short(number)
    case .tensor, .list:
      return shownTensor(
        try self.value(of: try tensor(value, range, for: "expect"), range))
    case .text(let text): return "\"\(text)\""
    case let other: return other.kind
    }
  }

  private func shownTensor(_ tensor: Tensor) -> String {
    if tensor.count == 1 { return NumberText.short(tensor.values[0]) }
    let first = tensor.values.prefix(6).map { NumberText.short($0) }.joined(separator: ", ")
    return "[\(first)\(tensor.count > 6 ? ", …" : "")]"
  }

  func checkGradients(_ verb: Verb) throws(Diagnostic) {
    guard let run else {
      throw Diagnostic(
        "there is no run whose gradients could be checked", at: verb.nameRange,
        hint: "train L with sgd(lr=0.1) steps=0 makes one")
    }
    let check = try located(verb.nameRange) { () throws(EngineError) in
      try GradientCheck(graph: graph, loss: run.loss, gradients: run.gradients).worst()
    }
    for line in check {
      show(
        .text(
          "\(line.parameter): \(line.elements) element\(line.elements == 1 ? "" : "s"), "
            + "worst relative error "
            + NumberText.short(line.error)))
    }
    if let bad = check.first(where: { !($0.error < 1e-5) }) {
      throw Diagnostic(
        "the gradient of \(bad.parameter) differs from the differences by "
          + NumberText.short(bad.error), at: verb.nameRange)
    }
  }
}

/// Statistics of a tensor's values; the mean and deviation are computed in double precision.
struct Statistics {
  var minimum = Float.infinity
  var maximum = -Float.infinity
  var mean = Double.nan
  var deviation = Double.nan
  var norm = 0.0
  var zeros = 0
  var nans = 0
  /// +∞ and −∞ together.
  var infinities = 0

  init(_ values: [Float]) {
    var sum = 0.0
    var squares = 0.0
    for value in values {
      if value.isNaN { nans += 1 }
      if value.isInfinite { infinities += 1 }
      if value == 0 { zeros += 1 }
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      sum += Double(value)
      squares += Double(value) * Double(value)
    }
    norm = squares.squareRoot()
    guard !values.isEmpty else { return }
    mean = sum / Double(values.count)
    var spread = 0.0
    for value in values { spread += (Double(value) - mean) * (Double(value) - mean) }
    deviation = (spread / Double(values.count)).squareRoot()
  }
}
