// What a name can stand for while a session runs.

import Engine
import Language

/// A value of the language.
indirect enum Value {
  case number(Double)
  case boolean(Bool)
  case text(String)
  case tensor(Node)
  case list([Value])
  case tuple([Value])
  case range(Int, Int)
  case layer(any Layer)
  case function(UserFunction)
  /// A catalogue entry that is not called yet: `tanh`, `dense`.
  case entry(Entry)
  case builtin(Builtin)
  case optimizer(any Optimizer)
  case schedule(any Schedule)
  case initializer(Initializer)
  case dataset(Dataset)
  case tokens(TokenSequence)
  /// A tokenizer, a file of tensors, a table of counts.
  case object(any DataObject)
  case none

  /// With an article, for messages.
  var kind: String {
    switch self {
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "a text"
    case .tensor: "a tensor"
    case .list: "a list"
    case .tuple: "several values"
    case .range: "a range"
    case .layer: "a layer"
    case .function: "a function"
    case .entry(let entry): "the \(entry.descriptor.kind.rawValue) '\(entry.descriptor.name)'"
    case .builtin(let builtin): "the function '\(builtin.descriptor.name)'"
    case .optimizer: "an optimizer"
    case .schedule: "a schedule"
    case .initializer: "initial values"
    case .dataset: "a data set"
    case .tokens: "a sequence of tokens"
    case .object(let object): object.kind
    case .none: "nothing"
    }
  }
}

/// A `def` with the names it can see.
final class UserFunction {
  let name: String
  let parameters: [FunctionParameter]
  let body: [Statement]
  let source: SourceText
  /// The names of the function that it was defined in, as they were then; nil outside of one.
  let captured: [String: Value]?

  init(
    name: String, parameters: [FunctionParameter], body: [Statement], source: SourceText,
    captured: [String: Value]? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.source = source
    self.captured = captured
  }
}

/// The text that syntax ranges refer to.
final class SourceText {
  let text: String

  init(_ text: String) { self.text = text }

  subscript(range: SourceRange) -> String {
    let utf8 = text.utf8
    guard
      let start = utf8.index(utf8.startIndex, offsetBy: range.lower, limitedBy: utf8.endIndex),
      let end = utf8.index(utf8.startIndex, offsetBy: range.upper, limitedBy: utf8.endIndex)
    else { return "" }
    return String(text[start..<end])
  }
}
