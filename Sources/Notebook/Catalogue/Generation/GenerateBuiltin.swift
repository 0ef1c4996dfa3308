// generate(net, start, …): a text continued by a language model, token by token.

import Engine
import Language

extension Builtins {
  static let generation: [Builtin] = [generate, beamSearch]

  private static let generate = Builtin(
    descriptor: Descriptor(
      "generate", .function,
      signature: "generate(net, start, steps=50, temperature=1, top_k=none, top_p=none, "
        + "greedy=false, context=64, tokens=none)",
      summary: "Continues a text with a language model: each token is drawn by the scores that "
        + "net gives it after the ones before. The same seed and place draw the same text.",
      shapes: "net: [1, t] → [1, t, vocabulary] or [1, vocabulary]",
      formula: "P(token) = softmax(scores / temperature)",
      source: "top_k: Fan et al. 2018; top_p: Holtzman et al. 2020",
      example: "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | dense(4)\n"
        + "generate(net, t[0:2], steps=3, tokens=t)")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let named = call.argument("tokens", at: 8).map { ($0.value, $0.range) }
    let prompt = try TextPrompt(call, tokens: named, notebook)
    let settings = try notebook.located(call.range) { () throws(EngineError) in
      try Sampling(arguments)
    }
    let (steps, context) = try notebook.located(call.range) { () throws(EngineError) in
      (try arguments.positive("steps"), try arguments.positive("context"))
    }
    let parameters = notebook.graph.parameters.count
    let next = NextToken(notebook, prompt.model, context: context, call.range)
    let text = try continued(
      prompt.indices, by: next, steps: steps, settings, prompt.coder, notebook, call.range)
    next.finish(parameters)
    return try prompt.coder.value(text, notebook, call.range)
  }

  /// Tokens after those of a start, drawn one by one.
  ///
  /// - Parameter visit: is told the scores that each new token was drawn by, and the token.
  static func continued(
    _ start: [Int], by next: NextToken, steps: Int, _ settings: Sampling, _ coder: TokenCoder,
    _ notebook: Notebook, _ range: SourceRange, visit: ([Float], Int) -> Void = { _, _ in }
  ) throws(Diagnostic) -> [Int] {
    try Limits.checkCount(steps, "a text", range)
    let scope = notebook.graph.scope
    let stream = streamHash((scope.isEmpty ? "generate" : scope + ".generate"))
    var indices = start
    defer { notebook.work = nil }
    for step in 0..<steps {
      notebook.work = Progress("generating", done: step, total: steps, unit: "tokens")
      let logits = try next.logits(after: indices)
      try coder.check(logits, range)
      let random = RandomStream(seed: notebook.seed, stream: stream, step: UInt64(step))
      guard let token = settings.choose(logits, Double(random.uniform(at: 0))) else {
        throw Diagnostic(
          "the network's scores are NaN or infinite: no token can be drawn", at: range)
      }
      indices.append(token)
      visit(logits, token)
      do throws(Diagnostic) {
        try notebook.checkInterrupt(range)
      } catch {
        // What there is so far is not lost, but nothing may depend on when somebody stopped.
        if case .text(let text)? = try? coder.value(indices, notebook, range) {
          notebook.show(.volatileLiteral(text))
        }
        throw Diagnostic(
          "\(error.message) after \(step + 1) of \(steps) tokens", at: range,
          hint: "take fewer steps to keep the text")
      }
    }
    return indices
  }
}

/// Between texts and token indices.
enum TokenCoder {
  case vocabulary(Vocabulary, TextLanguage)
  /// A tokenizer with members encode and decode.
  case object(any DataObject)
  case none

  /// By what vocabulary: `tokens=`, or that of the start itself.
  init(
    for name: String, tokens: (Value, SourceRange)?, start: Value
  ) throws(Diagnostic) {
    if let (value, place) = tokens {
      switch value {
      case .none: break
      case .tokens(let tokens):
        self = .vocabulary(tokens.vocabulary, tokens.language)
        return
      case .object(let object) where object.memberNames.contains("decode"):
        self = .object(object)
        return
      case .list(let items):
        // A list of the vocabulary's tokens, such as a data set has.
        let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
        guard texts.count == items.count, !texts.isEmpty else { fallthrough }
        self = .vocabulary(Vocabulary(texts), .english)
        return
      default:
        throw Diagnostic(
          "\(name): tokens must be tokens, a vocabulary or a tokenizer, not \(value.kind)",
          at: place)
      }
    }
    if case .tokens(let tokens) = start {
      self = .vocabulary(tokens.vocabulary, tokens.language)
    } else {
      self = .none
    }
  }

  /// A score for every token.
  func check(_ logits: [Float], _ range: SourceRange) throws(Diagnostic) {
    if let count, logits.count != count {
      throw Diagnostic(
        "the network scores \(logits.count) tokens, the vocabulary has \(count)", at: range)
    }
  }

  var count: Int? {
    switch self {
    case .vocabulary(let vocabulary, _): vocabulary.tokens.count
    case .object(let object): object.count
    case .none: nil
    }
  }

  func indices(
    _ value: Value, _ notebook: Notebook, _ range: SourceRange
  ) throws(Diagnostic) -> [Int] {
    guard case .text(let text) = value else {
      let tensor = try notebook.value(
        of: try notebook.tensor(value, range, for: "generate"), range)
      return try tensor.values.map { index throws(Diagnostic) in
        let index = try notebook.integer(.number(Double(index)), "a token", range)
        guard index >= 0, index < count ?? .max else {
          throw Diagnostic(
            "token \(index) is outside the vocabulary of \(count ?? 0)", at: range)
        }
        return index
      }
    }
    switch self {
    case .none:
      throw Diagnostic(
        "a text needs a vocabulary to become tokens", at: range,
        hint: "generate(net, \"…\", tokens=t) with t = tokens(…)")
    case .object(let object):
      let encode = try object.requiredMember("encode", in: notebook, at: range)
      return try indices(try notebook.apply(encode, [value], range), notebook, range)
    case .vocabulary(let vocabulary, let language):
      let pieces: [String]
      do throws(EngineError) {
        pieces = try TokenSequence(
          text, by: vocabulary.isOfCharacters ? .character : .word, language: language
        ).tokens
      } catch {
        throw Diagnostic(error.message, at: range, hint: error.hint)
      }
      return try pieces.map { piece throws(Diagnostic) in
        guard let index = vocabulary.index(of: piece) else {
          throw Diagnostic("\"\(piece)\" is not in the vocabulary", at: range)
        }
        return index
      }
    }
  }

  /// The text of indices; without a vocabulary the indices themselves.
  func value(
    _ indices: [Int], _ notebook: Notebook, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let numbers = Value.list(indices.map { .number(Double($0)) })
    switch self {
    case .none: return numbers
    case .object(let object):
      return try notebook.apply(
        try object.requiredMember("decode", in: notebook, at: range), [numbers], range)
    case .vocabulary(let vocabulary, _):
      let tokens = indices.map { vocabulary.tokens[$0] }
      return .text(tokens.joined(separator: vocabulary.isOfCharacters ? "" : " "))
    }
  }
}

extension Vocabulary {
  /// Characters stand side by side in a text, words have blanks between them. Special tokens such as
  /// `<pad>` may be among either.
  var isOfCharacters: Bool {
    tokens.allSatisfy { $0.count <= 1 || ($0.hasPrefix("<") && $0.hasSuffix(">")) }
  }
}

/// How a token is drawn by the scores.
struct Sampling {
  let temperature: Double
  let topK: Int?
  let topP: Double?
  let isGreedy: Bool

  init(_ arguments: Arguments) throws(EngineError) {
    temperature = try arguments.number("temperature", in: 0...(.infinity))
    topK = try arguments.optionalInteger("top_k")
    if let topK, topK < 1 {
      throw EngineError("generate: 'top_k' must be at least 1, not \(topK)")
    }
    if case .none = arguments.value("top_p") {
      topP = nil
    } else {
      topP = try arguments.number("top_p", in: 0...1)
    }
    isGreedy = try arguments.flag("greedy") || temperature == 0
  }

  /// The token whose stretch of the cumulated probabilities holds `uniform`, the likeliest tokens
  /// first; nil when the scores are no numbers.
  func choose(_ logits: [Float], _ uniform: Double) -> Int? {
    guard !logits.contains(where: \.isNaN), let highest = logits.max(), highest.isFinite else {
      return nil
    }
    // Equal scores in the order of the vocabulary.
    let order = logits.indices.sorted {
      logits[$0] != logits[$1] ? logits[$0] > logits[$1] : $0 < $1
    }
    if isGreedy { return order[0] }
    var kept = order.prefix(topK ?? order.count).map { index in
      (index, Numbers.power(2.718281828459045, Double(logits[index] - highest) / temperature))
    }
    if let topP {
      let total = kept.reduce(0) { $0 + $1.1 }
      var sum = 0.0
      let last = kept.firstIndex { entry in
        sum += entry.1
        return sum >= topP * total
      }
      kept = Array(kept.prefix((last ?? kept.count - 1) + 1))
    }
    var rest = uniform * kept.reduce(0) { $0 + $1.1 }
    for (index, weight) in kept {
      rest -= weight
      if rest < 0 { return index }
    }
    return kept.last?.0
  }
}
