// Functions that need the session and not only tensors: parameters, gradients, batches, texts.

import Engine
import Language

/// A function of the language that the notebook carries out itself.
struct Builtin: Sendable {
  let descriptor: Descriptor
  /// The arguments are not evaluated before the call.
  var isLazy = false
  let run: @Sendable (Notebook, BuiltinCall) throws(Diagnostic) -> Value
}

/// The arguments of a call, evaluated, with their places.
struct BuiltinCall {
  let descriptor: Descriptor
  let arguments: [Argument]
  let positional: [(Value, SourceRange)]
  let keywords: [(String, Value, SourceRange)]
  let range: SourceRange

  init(
    _ descriptor: Descriptor, arguments: [Argument], positional: [(Value, SourceRange)],
    keywords: [(String, Value, SourceRange)], range: SourceRange
  ) {
    self.descriptor = descriptor
    self.arguments = arguments
    self.positional = positional
    self.keywords = keywords
    self.range = range
  }

  /// The arguments matched to the signature.
  func matched(_ notebook: Notebook) throws(Diagnostic) -> Arguments {
    let positional = positional.map { notebook.argument($0.0) }
    let keywords = keywords.map { ($0.0, notebook.argument($0.1)) }
    return try notebook.located(range) { () throws(EngineError) in
      try Arguments(
        descriptor, positional: positional, keywords: keywords, graph: notebook.graph)
    }
  }

  /// The first positional argument.
  func first() throws(Diagnostic) -> (Value, SourceRange) {
    guard let first = positional.first else {
      throw Diagnostic(
        "\(descriptor.name) needs an argument", at: range, hint: descriptor.signature)
    }
    return first
  }

  /// The first positional argument of a call that fits its signature.
  func first(_ notebook: Notebook) throws(Diagnostic) -> (Value, SourceRange) {
    _ = try matched(notebook)
    return try first()
  }

  func dataset() throws(Diagnostic) -> Dataset {
    let (value, place) = try first()
    guard case .dataset(let data) = value else {
      throw Diagnostic(
        "\(descriptor.name) needs a data set, not \(value.kind)", at: place,
        hint: descriptor.signature)
    }
    return data
  }
}
