// Functions between tensors, numbers and texts: what a value is now.

import Engine
import Language

extension Builtins {
  static let values: [Builtin] = [value, item, number, str, join, nonzero]

  private static let value = Builtin(
    descriptor: Descriptor(
      "value", .function, signature: "value(x)",
      summary:
        "What a tensor is now, as a constant: no gradient, and later steps compute nothing for it.",
      shapes: "[…] → […]", example: "w = param([2], init=ones)\nnow = value(w * 3)\nnow")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    return try notebook.frozen(value, place)
  }

  private static let item = Builtin(
    descriptor: Descriptor(
      "item", .function, signature: "item(x)",
      summary: "The one number that a tensor is now.", shapes: "[] → a number",
      example: "item(argmax([1, 3, 2]))")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    let node = try notebook.tensor(value, place, for: "item")
    return .number(try notebook.number(.tensor(node), "item's tensor", place))
  }

  private static let number = Builtin(
    descriptor: Descriptor(
      "number", .function, signature: "number(x)",
      summary: "A tensor of one element or a text as a number.",
      example: "number(\"2.5\") + number([1])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    guard case .text(let text) = value else {
      let node = try notebook.tensor(value, place, for: "number")
      return .number(try notebook.number(.tensor(node), "number's argument", place))
    }
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let number = Double(trimmed) else {
      throw Diagnostic("\"\(text.prefix(20))\" is not a number", at: place)
    }
    return .number(number)
  }

  private static let str = Builtin(
    descriptor: Descriptor(
      "str", .function, signature: "str(x, digits=4)",
      summary: "A number, a list or a small tensor as a text.", example: "\"loss \" + str(0.25)")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    if let digits = call.positional.dropFirst().first
      ?? call.keywords.first(where: { $0.0 == "digits" }).map({ ($0.1, $0.2) })
    {
      let count = try notebook.integer(digits.0, "digits", digits.1)
      guard (1...17).contains(count) else {
        throw Diagnostic("str: digits must be from 1 to 17, not \(count)", at: digits.1)
      }
      let number = try notebook.number(value, "str's number", place)
      return .text(NumberText.short(number, digits: count))
    }
    guard let word = try notebook.word(value, place) else {
      throw Diagnostic(
        "str needs a number, a list or a small tensor, not \(value.kind)", at: place)
    }
    return .text(word)
  }

  private static let join = Builtin(
    descriptor: Descriptor(
      "join", .function, signature: "join(list, separator=\" \")",
      summary: "Texts and numbers one after the other in one text.",
      example: "join([\"a\", \"b\", 3], \"-\")")
  ) { notebook, call throws(Diagnostic) in
    let (list, place) = try call.first(notebook)
    var separator = " "
    if let given = call.positional.dropFirst().first
      ?? call.keywords.first(where: { $0.0 == "separator" }).map({ ($0.1, $0.2) })
    {
      guard case .text(let text) = given.0 else {
        throw Diagnostic("join: the separator must be a text, not \(given.0.kind)", at: given.1)
      }
      separator = text
    }
    var words: [String] = []
    var bytes = 0
    for item in try notebook.elements(list, place) {
      guard let word = try notebook.word(item, place) else {
        throw Diagnostic("join needs texts and numbers, not \(item.kind)", at: place)
      }
      words.append(word)
      bytes += word.utf8.count + separator.utf8.count
      guard bytes <= Notebook.maximumText else {
        throw Diagnostic("a text of more than 16 MiB is refused", at: call.range)
      }
    }
    return .text(words.joined(separator: separator))
  }

  private static let nonzero = Builtin(
    descriptor: Descriptor(
      "nonzero", .function, signature: "nonzero(x)",
      summary: "The places where a vector or a mask is not 0 now, in order.",
      shapes: "[n] → [k]", example: "nonzero([0, 5, 0, 2])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    let tensor = try notebook.value(of: try notebook.tensor(value, place, for: "nonzero"), place)
    guard tensor.shape.rank == 1 else {
      throw Diagnostic("nonzero needs a vector, not shape \(tensor.shape)", at: place)
    }
    let places = tensor.values.indices.filter { tensor.values[$0] != 0 }
    return .tensor(
      notebook.graph.constant(
        Tensor(shape: [places.count], values: places.map { Float($0) })))
  }
}

extension Notebook {
  /// A value with its tensors replaced by what they are now; a mask stays a mask. All are computed
  /// together, so that a network's outputs and gradients cost one pass.
  func frozen(_ value: Value, _ range: SourceRange) throws(Diagnostic) -> Value {
    var nodes: [Node] = []
    var pending = [value]
    while let next = pending.popLast() {
      switch next {
      case .tensor(let node): nodes.append(node)
      case .list(let items), .tuple(let items): pending.append(contentsOf: items)
      default: break
      }
    }
    var now: [Node: Tensor] = [:]
    if !nodes.isEmpty {
      for (node, tensor) in zip(nodes, try values(of: nodes, range)) { now[node] = tensor }
    }
    return try frozen(value, now, range)
  }

  private func frozen(
    _ value: Value, _ now: [Node: Tensor], _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    switch value {
    case .tensor(let node):
      let constant = graph.constant(now[node] ?? Tensor(.nan))
      guard isMask(node) else { return .tensor(constant) }
      return .tensor(
        try located(range) { () throws(EngineError) in
          try graph.add(Comparison(.notEqual), [constant, graph.constant(0)])
        })
    case .list(let items):
      return .list(try items.map { item throws(Diagnostic) in try frozen(item, now, range) })
    case .tuple(let items):
      return .tuple(try items.map { item throws(Diagnostic) in try frozen(item, now, range) })
    case .number, .boolean, .text, .range, .none: return value
    case .tokens: return .tensor(try tensor(value, range, for: "value"))
    default: throw Diagnostic("value needs a tensor, not \(value.kind)", at: range)
    }
  }
}
