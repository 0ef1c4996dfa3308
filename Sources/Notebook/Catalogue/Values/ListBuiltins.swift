// Functions of lists: making them longer, going through several at once.

import Engine
import Language

extension Builtins {
  static let lists: [Builtin] = [append, extend, range, enumerate, zip, indexOf]

  private static let append = Builtin(
    descriptor: Descriptor(
      "append", .function, signature: "append(list, x)",
      summary: "A new list with one more element at its end; numbers give a tensor [n + 1].",
      example: "ids = []\nfor i in 0..3 { ids = append(ids, i * i) }\nids")
  ) { notebook, call throws(Diagnostic) in
    let (list, element) = try two(call)
    let items = try notebook.items(list, call.range, of: "append")
    try Limits.checkCount(items.count + 1, "a list", call.range)
    return .list(items + [notebook.known(element)])
  }

  private static let extend = Builtin(
    descriptor: Descriptor(
      "extend", .function, signature: "extend(a, b)",
      summary: "The elements of one list, then those of another.",
      example: "extend([1, 2], [3])")
  ) { notebook, call throws(Diagnostic) in
    let (first, second) = try two(call)
    let items =
      try notebook.items(first, call.range, of: "extend")
      + (try notebook.items(second, call.range, of: "extend"))
    try Limits.checkCount(items.count, "a list", call.range)
    return .list(items)
  }

  private static let range = Builtin(
    descriptor: Descriptor(
      "range", .function, signature: "range(start, stop=none, step=1)",
      summary: "Whole numbers from start to below stop, or from 0 to below the one number.",
      example: "for i in range(10, 0, -5) { print i }")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let (first, last, step) = try notebook.located(call.range) {
      () throws(EngineError) in
      let start = try arguments.integer("start")
      let stop = try arguments.optionalInteger("stop")
      return (stop == nil ? 0 : start, stop ?? start, try arguments.integer("step"))
    }
    guard step != 0 else { throw Diagnostic("range: the step cannot be 0", at: call.range) }
    if step == 1 { return .range(first, max(first, last)) }
    let span = step > 0 ? last - first : first - last
    let count = span <= 0 ? 0 : (span - 1) / abs(step) + 1
    try Limits.checkCount(count, "a list", call.range)
    return .list((0..<count).map { .number(Double(first + $0 * step)) })
  }

  private static let enumerate = Builtin(
    descriptor: Descriptor(
      "enumerate", .function, signature: "enumerate(list, start=0)",
      summary: "Each element with its number.",
      example: "for i, word in enumerate([\"a\", \"b\"]) { print i, word }")
  ) { notebook, call throws(Diagnostic) in
    let (list, place) = try call.first(notebook)
    var number = 0
    if let start = call.positional.dropFirst().first
      ?? call.keywords.first(where: { $0.0 == "start" }).map({ ($0.1, $0.2) })
    {
      number = try notebook.integer(start.0, "start", start.1)
    }
    return .list(
      try notebook.elements(list, place).enumerated().map {
        .tuple([.number(Double($0 + number)), $1])
      })
  }

  private static let zip = Builtin(
    descriptor: Descriptor(
      "zip", .function, signature: "zip(*lists)",
      summary: "The first elements together, the second ones, …, as long as every list has one.",
      example: "for a, b in zip([1, 2], [3, 4]) { print a * b }")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    var columns: [[Value]] = []
    for (list, place) in call.positional { columns.append(try notebook.elements(list, place)) }
    let count = columns.map(\.count).min() ?? 0
    return .list((0..<count).map { row in .tuple(columns.map { $0[row] }) })
  }

  private static let indexOf = Builtin(
    descriptor: Descriptor(
      "index_of", .function, signature: "index_of(list, x)",
      summary: "The first place of a text or a number in a list.",
      source: "Python's list.index",
      example: "index_of([\"the\", \"man\", \"sees\"], \"man\")")
  ) { notebook, call throws(Diagnostic) in
    let (list, element) = try two(call)
    let items = try notebook.items(list, call.positional[0].1, of: "index_of")
    let wanted = notebook.known(element)
    for (place, item) in items.enumerated() {
      switch (notebook.known(item), wanted) {
      // Texts are equal when they are written the same: byte by byte.
      case (.text(let a), .text(let b)) where a.utf8.elementsEqual(b.utf8):
        return .number(Double(place))
      case (.number(let a), .number(let b)) where a == b: return .number(Double(place))
      default: break
      }
    }
    switch wanted {
    case .text(let text):
      throw Diagnostic(
        "there is no '\(text.prefix(40))' in a list of \(items.count)",
        at: call.positional[1].1,
        hint: didYouMean(text, among: notebook.texts(items.prefix(10_000))).map {
          "did you mean '\($0)'?"
        })
    case .number(let number):
      throw Diagnostic(
        "there is no \(NumberText.short(number)) in a list of \(items.count)",
        at: call.positional[1].1)
    default:
      throw Diagnostic(
        "index_of looks for a text or a number, not \(element.kind)", at: call.positional[1].1)
    }
  }

  private static func two(_ call: BuiltinCall) throws(Diagnostic) -> (Value, Value) {
    guard call.positional.count == 2, call.keywords.isEmpty else {
      throw Diagnostic(
        "\(call.descriptor.name) takes 2 arguments, "
          + "not \(call.positional.count + call.keywords.count)", at: call.range,
        hint: call.descriptor.signature)
    }
    return (call.positional[0].0, call.positional[1].0)
  }
}

extension Notebook {
  /// The elements of a list that grows; one of numbers is known when it is bound as a tensor.
  func items(
    _ value: Value, _ range: SourceRange, of name: String
  ) throws(Diagnostic) -> [Value] {
    switch value {
    case .list(let items), .tuple(let items): return items
    case .range, .tokens: return try elements(value, range)
    case .tensor(let node) where graph.shape(node).rank > 0: return try elements(value, range)
    default:
      throw Diagnostic("\(name) needs a list, not \(value.kind)", at: range)
    }
  }

  /// The texts among values.
  func texts(_ values: some Sequence<Value>) -> [String] {
    values.compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
  }

  /// A scalar that is known while tracing is a number.
  func known(_ value: Value) -> Value {
    guard case .tensor(let node) = value, graph.shape(node).rank == 0,
      let constant = graph.constantValue(of: node)
    else { return value }
    return .number(Double(constant.values[0]))
  }
}
