// The arguments of a builtin as what they are: tokenizers, lists of texts, tensors with their values.

import Engine
import Language

extension BuiltinCall {
  /// The argument of this name, by keyword or by its place in the signature.
  func argument(_ name: String, at place: Int) -> (value: Value, range: SourceRange)? {
    if let keyword = keywords.first(where: { $0.0 == name }) { return (keyword.1, keyword.2) }
    return place < positional.count ? (positional[place].0, positional[place].1) : nil
  }

  func required(_ name: String, at place: Int) throws(Diagnostic) -> (
    value: Value, range: SourceRange
  ) {
    guard let found = argument(name, at: place) else {
      throw Diagnostic("\(descriptor.name) needs '\(name)'", at: range, hint: descriptor.signature)
    }
    return found
  }

  func text(_ name: String, at place: Int) throws(Diagnostic) -> String {
    let (value, range) = try required(name, at: place)
    guard case .text(let text) = value else {
      throw Diagnostic(
        "\(descriptor.name): '\(name)' must be a text in quotes, not \(value.kind)", at: range)
    }
    return text
  }

  /// A list of texts; one text is a list of one.
  func texts(_ name: String, at place: Int) throws(Diagnostic) -> [String] {
    let (value, range) = try required(name, at: place)
    switch value {
    case .text(let text): return [text]
    case .list(let items), .tuple(let items):
      var texts: [String] = []
      for item in items {
        guard case .text(let text) = item else {
          throw Diagnostic(
            "\(descriptor.name): '\(name)' must be a list of texts, not of \(item.kind)", at: range)
        }
        texts.append(text)
      }
      return texts
    default:
      throw Diagnostic(
        "\(descriptor.name): '\(name)' must be a list of texts, not \(value.kind)", at: range)
    }
  }

  /// The values of a tensor, a list of numbers or tokens.
  func tensor(
    _ name: String, at place: Int, _ notebook: Notebook
  ) throws(Diagnostic) -> Tensor {
    let (value, range) = try required(name, at: place)
    let node = try notebook.tensor(value, range, for: descriptor.name)
    return try notebook.value(of: node, range)
  }

  /// Token numbers: tokens, a list or a tensor of whole numbers.
  func indices(
    _ name: String, at place: Int, _ notebook: Notebook
  ) throws(Diagnostic) -> [Int] {
    let (value, range) = try required(name, at: place)
    if case .tokens(let tokens) = value { return tokens.indices }
    if case .list(let items) = value, items.isEmpty { return [] }
    var indices: [Int] = []
    for number in try tensor(name, at: place, notebook).values {
      guard let index = Int(exactly: number) else {
        throw Diagnostic(
          "\(descriptor.name): '\(name)' must be whole numbers, not \(NumberText.short(number))",
          at: range)
      }
      indices.append(index)
    }
    return indices
  }
}

extension Arguments {
  func language() throws(EngineError) -> TextLanguage {
    try TextLanguage(code: try text("language"))
  }

  /// A list of texts.
  func textList(_ parameter: String) throws(EngineError) -> [String] {
    guard case .list(let items) = value(parameter) else { return [try text(parameter)] }
    var texts: [String] = []
    for item in items {
      guard case .text(let text) = item else {
        throw EngineError("\(name): '\(parameter)' must be a list of texts in quotes")
      }
      texts.append(text)
    }
    return texts
  }

  /// A text, or nil for none.
  func optionalText(_ parameter: String) throws(EngineError) -> String? {
    if case .none = value(parameter) { return nil }
    return try text(parameter)
  }
}
