// `tokens(…)` and `windows(…)`: a text as a row of numbers, and the stretches of it to learn from.

import Engine
import Language

extension Builtins {
  static let tokens = Builtin(descriptor: TokenSequence.descriptor, isLazy: true) {
    notebook, call throws(Diagnostic) in
    let named = try lazyArguments(call, ["text", "by", "language"])
    guard let argument = named["text"], case .text(let text) = try notebook.evaluate(argument)
    else {
      throw Diagnostic(
        "tokens needs a text in quotes", at: call.range, hint: "tokens(\"the man sees the boy\")")
    }
    var language = TextLanguage.english
    if let expression = named["language"] {
      guard case .text(let code) = try notebook.evaluate(expression) else {
        throw Diagnostic("tokens: 'language' must be a text in quotes", at: expression.range)
      }
      language = try notebook.located(expression.range) { () throws(EngineError) in
        try TextLanguage(code: code)
      }
    }
    var unit = TokenSequence.Unit.word
    if let by = named["by"] {
      // `word`, `character` and `byte` are words of this call, not names.
      if case .name(let name) = by.kind, let named = TokenSequence.Unit(rawValue: name) {
        unit = named
      } else {
        switch try tokenizer(by, notebook) {
        case .object(let object as TokenizerObject)?:
          return try encode(text, by: object.tokenizer, notebook, call.range)
        case .tokens(let other)?:
          return try encode(text, like: other, notebook, call.range)
        default: break
        }
        throw Diagnostic(
          "tokens: by must be word, character, byte, a tokenizer or other tokens", at: by.range,
          hint: "for example by=bpe(corpus())")
      }
    }
    let tokens = try notebook.located(call.range) { () throws(EngineError) in
      try TokenSequence(text, by: unit, language: language)
    }
    notebook.remember(tokens)
    return .tokens(tokens)
  }

  /// The value of `by=`, or nil for a name that nothing is bound to.
  private static func tokenizer(
    _ by: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> Value? {
    if case .name = by.kind { return try? notebook.evaluate(by) }
    return try notebook.evaluate(by)
  }

  static let windows = Builtin(descriptor: TokenSequence.windowsDescriptor, isLazy: true) {
    notebook, call throws(Diagnostic) in
    let named = try lazyArguments(
      call, ["tokens", "length", "target", "stride", "batch", "shuffle"])
    guard let text = named["tokens"], case .tokens(let tokens) = try notebook.evaluate(text) else {
      throw Diagnostic(
        "windows needs tokens", at: call.range, hint: "windows(tokens(\"…\"), length=4)")
    }
    guard let length = named["length"] else {
      throw Diagnostic("windows needs 'length'", at: call.range, hint: call.descriptor.signature)
    }
    var target = TokenSequence.Target.next
    if let expression = named["target"] {
      guard case .name(let name) = expression.kind, let found = TokenSequence.Target(rawValue: name)
      else {
        throw Diagnostic("windows: target must be next or sequence", at: expression.range)
      }
      target = found
    }
    let size = try notebook.integer(length, "length")
    let stride =
      try named["stride"].map { expression throws(Diagnostic) in
        try notebook.integer(expression, "stride")
      } ?? 1
    var shuffles = true
    if let expression = named["shuffle"] { shuffles = try notebook.truth(expression) }
    let data = try notebook.located(call.range) { () throws(EngineError) in
      try tokens.windows(length: size, target: target, stride: stride)
    }
    guard let batch = named["batch"], try !isNone(batch, notebook) else {
      return .tuple(data.columns.map { .tensor(notebook.graph.constant($0.tensor)) })
    }
    let rows = try notebook.integer(batch, "batch")
    return try batches(
      of: data, size: rows, shuffles: shuffles, stream: ".windows", notebook, batch.range)
  }

  /// The columns of a data set, other rows of them at every training step.
  static func batches(
    of data: Dataset, size: Int, shuffles: Bool, stream: String, _ notebook: Notebook,
    _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let path = notebook.graph.scope.isEmpty ? String(stream.dropFirst()) : notebook.graph.scope
    return .tuple(
      try notebook.located(range) { () throws(EngineError) in
        let source = BatchSource(
          name: data.name, columns: data.columns.map(\.tensor),
          schedule: try BatchSchedule(
            rows: data.rows, size: size, shuffles: shuffles, seed: notebook.seed,
            stream: streamHash(path + stream)))
        var values: [Value] = []
        for column in data.columns.indices {
          values.append(.tensor(try notebook.graph.add(BatchRows(source, column: column), [])))
        }
        return values
      })
  }

  private static func isNone(
    _ expression: Expression, _ notebook: Notebook
  ) throws(Diagnostic) -> Bool {
    if case .none = try notebook.evaluate(expression) { return true }
    return false
  }

  /// Arguments that are not evaluated yet, by name.
  private static func lazyArguments(
    _ call: BuiltinCall, _ order: [String]
  ) throws(Diagnostic) -> [String: Expression] {
    var named: [String: Expression] = [:]
    let name = call.descriptor.name
    for (index, argument) in call.arguments.enumerated() {
      if argument.name == nil, index >= order.count {
        throw Diagnostic(
          "\(name) takes \(order.count) arguments, not \(call.arguments.count)",
          at: argument.value.range, hint: call.descriptor.signature)
      }
      let key = argument.name ?? order[index]
      guard order.contains(key) else {
        throw Diagnostic(
          "\(name) has no argument '\(key)'", at: argument.nameRange,
          hint: call.descriptor.signature)
      }
      guard named[key] == nil else {
        throw Diagnostic("\(name): '\(key)' is given twice", at: argument.value.range)
      }
      named[key] = argument.value
    }
    return named
  }
}
