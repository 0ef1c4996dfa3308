// Subscripts as NumPy has them: places, slices, `...`, `none`, tables of places, masks. What stands
// between the brackets is evaluated once; lists and texts are done here, tensors in
// Subscripts+Tensors.swift.

import Engine
import Language

extension Notebook {
  /// One part of a subscript, evaluated.
  enum Selector {
    case ellipsis
    case slice(Slice.Part)
    case value(Value, SourceRange)
  }

  func select(
    _ base: Expression, _ parts: [Subscript], _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(base)
    let selectors = try parts.map { part throws(Diagnostic) in try selector(part) }
    if case .object(let object) = value, selectors.count == 1,
      case .value(.text(let name), let place) = selectors[0]
    {
      if let element = try object.element(name, in: self, at: place) { return element }
      throw Diagnostic("\(object.kind) has no named elements", at: place)
    }
    return try select(value, selectors, base.range, range)
  }

  private func select(
    _ value: Value, _ selectors: [Selector], _ baseRange: SourceRange, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch value {
    case .list(let items), .tuple(let items):
      // A table of numbers that is asked for more than one element is a tensor.
      if Notebook.isNumeric(.list(items)), selectors.count != 1 { break }
      if let first = selectors.first, let chosen = try select(items, first, range) {
        let rest = Array(selectors.dropFirst())
        return rest.isEmpty ? chosen : try select(chosen, rest, baseRange, range)
      }
    case .text(let text):
      if selectors.count == 1 { return try select(text, selectors[0], range) }
    case .layer:
      if selectors.count == 1, let stages = stages(of: value),
        let chosen = try select(stages, selectors[0], range)
      {
        guard case .list(let part) = chosen else { return chosen }
        return .layer(
          Chain(part.compactMap { if case .layer(let stage) = $0 { stage } else { nil } }))
      }
    default: break
    }
    return .tensor(try select(try tensor(value, baseRange, for: "[…]"), selectors, range))
  }

  func selector(_ part: Subscript) throws(Diagnostic) -> Selector {
    switch part {
    case .ellipsis: return .ellipsis
    case .index(let expression): return .value(try evaluate(expression), expression.range)
    case .slice(let start, let stop, let step, _):
      var bounds: [Int?] = []
      for bound in [start, stop, step] {
        if let bound { bounds.append(try integer(bound, "a slice")) } else { bounds.append(nil) }
      }
      return .slice(.range(start: bounds[0], stop: bounds[1], step: bounds[2] ?? 1))
    }
  }

  /// The parts of `set X[…] = …`: places and slices alone.
  func sliceParts(_ parts: [Subscript], rank: Int) throws(Diagnostic) -> [Slice.Part] {
    var result: [Slice.Part] = []
    for part in parts {
      switch try selector(part) {
      case .value(.range(let low, let high), _) where low >= 0:
        result.append(.range(start: low, stop: max(low, high), step: 1))
      case .value(let value, let range):
        result.append(.index(try integer(value, "an index", range)))
      case .slice(let slice): result.append(slice)
      case .ellipsis:
        let full = max(0, rank - (parts.count - 1))
        for _ in 0..<full { result.append(.range(start: nil, stop: nil, step: 1)) }
      }
    }
    return result
  }

  // MARK: Lists and texts

  /// The layers of a pipe or a chain, for places and loops as in PyTorch's Sequential; nil for others.
  func stages(of value: Value) -> [Value]? {
    guard case .layer(let layer) = value else { return nil }
    var isEvaluating = false
    var current = layer
    while let mode = current as? EvaluationMode {
      isEvaluating = true
      current = mode.inner
    }
    guard let chain = current as? Chain else { return nil }
    return chain.layers.map { .layer(isEvaluating ? EvaluationMode($0) : $0) }
  }

  /// An element or a part of a list; nil when a tensor decides which.
  private func select(
    _ items: [Value], _ selector: Selector, _ range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch selector {
    case .ellipsis: return .list(items)
    case .slice(let slice): return .list(try places(slice, items.count, range).map { items[$0] })
    case .value(let value, let place):
      switch try index(value, items.count, place) {
      case .place(let index):
        return items[try checked(index, items.count, "a list of \(items.count)", place)]
      case .places(let places):
        return .list(
          try places.map { index throws(Diagnostic) in
            items[try checked(index, items.count, "a list of \(items.count)", place)]
          })
      case .computed, .newAxis: return nil
      }
    }
  }

  private func select(
    _ text: String, _ selector: Selector, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let characters = Array(text)
    switch selector {
    case .ellipsis: return .text(text)
    case .slice(let slice):
      return .text(String(try places(slice, characters.count, range).map { characters[$0] }))
    case .value(let value, let place):
      let index = try integer(value, "an index", place)
      let what = "a text of \(characters.count) characters"
      return .text(String(characters[try checked(index, characters.count, what, place)]))
    }
  }

  private func places(
    _ part: Slice.Part, _ count: Int, _ range: SourceRange
  ) throws(Diagnostic) -> [Int] {
    let slice = Slice([part])
    return try located(range) { () throws(EngineError) in
      slice.sources([count], output: try slice.shape(of: [[count]]), inputs: [])
    }
  }

  /// A place from the end counted from the beginning.
  private func checked(
    _ index: Int, _ count: Int, _ what: String, _ range: SourceRange
  ) throws(Diagnostic) -> Int {
    guard index >= -count, index < count else {
      throw Diagnostic("index \(index) is outside \(what)", at: range)
    }
    return index < 0 ? index + count : index
  }

  // MARK: Indices

  /// What a value asks of one axis.
  enum Index {
    case place(Int)
    /// Known places: a list, a range, or where a mask holds.
    case places([Int])
    /// Places that a step computes.
    case computed(Node)
    /// `none`: a new axis of extent 1.
    case newAxis
  }

  /// - Parameter extent: of the axis or list, for masks.
  func index(_ value: Value, _ extent: Int, _ range: SourceRange) throws(Diagnostic) -> Index {
    switch value {
    case .none: return .newAxis
    case .number: return .place(try integer(value, "an index", range))
    case .range, .list, .tokens:
      if case .list(let items) = value,
        !items.allSatisfy({ if case .number = $0 { true } else { false } })
      {
        return try index(.tensor(try tensor(value, range, for: "[…]")), extent, range)
      }
      return .places(
        try elements(value, range).map { item throws(Diagnostic) in
          try integer(item, "an index", range)
        })
    case .tensor(let node):
      guard let known = graph.constantValue(of: node) else {
        guard !isMask(node) else { throw unknownMask(range) }
        return .computed(node)
      }
      if isMask(node) {
        guard known.shape == [extent] else {
          throw Diagnostic(
            "a mask of shape \(known.shape) does not fit \(extent) elements", at: range)
        }
        return .places(known.values.indices.filter { known.values[$0] != 0 })
      }
      if known.shape.rank == 0 { return .place(try integer(value, "an index", range)) }
      guard known.shape.rank == 1 else { return .computed(node) }
      return .places(
        try known.values.map { number throws(Diagnostic) in
          try integer(.number(Double(number)), "an index", range)
        })
    default: throw Diagnostic("an index cannot be \(value.kind)", at: range)
    }
  }

  func unknownMask(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "how many elements a mask lets through must be known here, and every step computes this one",
      at: range, hint: "sum(mask * x) / sum(mask) is their mean; value(mask) is what it is now")
  }

  /// Operations whose results are 1 or 0 and mean yes or no.
  private static let maskNames: Set<String> = [
    "logical_and", "logical_or", "logical_xor", "logical_not", "isnan", "isinf", "isfinite",
    "causal_mask", "padding_mask", "window_mask",
  ]

  /// Whether a tensor says yes or no for each element: a comparison, or `and`, `or`, `not` of such.
  func isMask(_ node: Node) -> Bool {
    var pending = [node]
    var count = 0
    while let next = pending.popLast() {
      count += 1
      guard count < 1000 else { return false }
      let record = graph[next]
      switch record.operation {
      case is Comparison: continue
      case is Multiply, is Maximum: pending.append(contentsOf: record.inputs)
      case is Slice, is Reshape, is Permute, is InsertAxis: pending.append(record.inputs[0])
      case let other where Notebook.maskNames.contains(other.name): continue
      default: return false
      }
    }
    return true
  }
}
