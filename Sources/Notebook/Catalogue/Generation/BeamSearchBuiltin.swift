// beam_search(net, start, …): the likeliest continuations of a text, several kept at every step.

import Engine
import Language

extension Builtins {
  static let beamSearch = Builtin(
    descriptor: Descriptor(
      "beam_search", .function,
      signature: "beam_search(net, start, steps=20, beams=4, end=none, length_penalty=1, "
        + "context=64, tokens=none)",
      summary: "The likeliest continuations of a text that a search with so many beams finds, best "
        + "first, and their scores: the sum of the tokens' log P over length^length_penalty.",
      shapes: "net: [1, t] → [1, t, vocabulary] or [1, vocabulary]; → texts, scores [beams]",
      formula: "score = Σ log P(token | before) / length^penalty",
      source: "B. Lowerre (1976), The Harpy speech recognition system; the rules of transformers",
      example: "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | dense(4)\n"
        + "texts, scores = beam_search(net, \"the man\", steps=3, beams=2, tokens=t)\ntexts")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let given = try TextPrompt(
      call, tokens: call.argument("tokens", at: 7).map { ($0.value, $0.range) }, notebook)
    let (coder, prompt) = (given.coder, given.indices)
    let end = try end(call, coder, notebook)
    let (search, context) = try notebook.located(call.range) { () throws(EngineError) in
      (
        try BeamSearch(
          beams: upTo(mostBeams, "beams", arguments),
          maximum: upTo(mostSteps, "steps", arguments), end: end,
          lengthPenalty: arguments.number("length_penalty", in: -10...10)),
        try arguments.positive("context")
      )
    }
    let parameters = notebook.graph.parameters.count
    let next = NextToken(notebook, given.model, context: context, call.range)
    defer { notebook.work = nil }
    let found = try search.search(after: prompt) { sequences throws(Diagnostic) in
      notebook.work = Progress(
        "searching", done: (sequences.first?.count ?? 0) - prompt.count, total: search.maximum,
        unit: "tokens")
      return try sequences.map { sequence throws(Diagnostic) in
        let logits = try next.logits(after: sequence)
        try coder.check(logits, call.range)
        guard !logits.contains(where: \.isNaN), logits.max().map(\.isFinite) ?? false else {
          throw Diagnostic(
            "the network's scores are NaN or infinite: no token can be chosen", at: call.range)
        }
        try notebook.checkInterrupt(call.range)
        return logits
      }
    }
    next.finish(parameters)
    let texts = try found.map { text throws(Diagnostic) in
      try coder.value(prompt + text.tokens, notebook, call.range)
    }
    let scores = Tensor(shape: [found.count], values: found.map { Float($0.score) })
    return .tuple([.list(texts), .tensor(notebook.graph.constant(scores))])
  }

  private static let mostBeams = 256
  private static let mostSteps = 4096

  private static func upTo(
    _ most: Int, _ name: String, _ arguments: Arguments
  ) throws(EngineError) -> Int {
    let number = try arguments.positive(name)
    guard number <= most else {
      throw EngineError("beam_search: '\(name)' must be at most \(most), not \(number)")
    }
    return number
  }

  /// The token that ends a text: its number, or the token itself.
  private static func end(
    _ call: BuiltinCall, _ coder: TokenCoder, _ notebook: Notebook
  ) throws(Diagnostic) -> Int? {
    guard let (value, range) = call.argument("end", at: 4) else { return nil }
    if case .none = value { return nil }
    let token: Value = if case .number = value { .list([value]) } else { value }
    let indices = try coder.indices(token, notebook, range)
    guard indices.count == 1 else {
      throw Diagnostic("beam_search: 'end' must be one token, not \(indices.count)", at: range)
    }
    return indices[0]
  }
}
