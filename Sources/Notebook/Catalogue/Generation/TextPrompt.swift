// What a text is continued by and from: the network and the tokens to start with.

import Engine
import Language

/// The first two arguments of `generate` and `beam_search`.
struct TextPrompt {
  /// A layer or a function.
  let model: Value
  let coder: TokenCoder
  /// At least one.
  let indices: [Int]

  /// - Parameter tokens: the argument of that name, and where it stands.
  init(
    _ call: BuiltinCall, tokens: (Value, SourceRange)?, _ notebook: Notebook
  ) throws(Diagnostic) {
    let name = call.descriptor.name
    guard let (model, modelPlace) = call.argument("net", at: 0),
      let (start, place) = call.argument("start", at: 1)
    else {
      throw Diagnostic(
        "\(name) needs a network and the tokens to start with", at: call.range,
        hint: call.descriptor.signature)
    }
    switch model {
    case .layer, .function: break
    default:
      throw Diagnostic(
        "\(name) needs a network, not \(model.kind)", at: modelPlace,
        hint: call.descriptor.signature)
    }
    self.model = model
    coder = try TokenCoder(for: name, tokens: tokens, start: start)
    indices = try coder.indices(start, notebook, place)
    guard !indices.isEmpty else {
      throw Diagnostic("\(name) needs at least one token to start with", at: place)
    }
  }
}
