// plot next(net, "The "), plot probabilities(scores, names), plot text(net, "The "): how sure a model
// is of what comes next, and of each token of a text.

import Engine
import Language

enum ChoicePlots {
  static let entries = [next, probabilities, text]

  // MARK: next, probabilities

  private static let next = PlotEntry(
    "next(net, start=none, tokens=none, k=10, temperature=1, context=64)",
    summary: "The likeliest next tokens after a text with their probabilities, the rest as one "
      + "line; instead of a network and a text also its scores.",
    formula: "P(token) = softmax(scores / temperature)",
    example: "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | dense(4)\n"
      + "plot next(net, \"the man\", tokens=t, k=3)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let expression = try arguments.required("net", "a network and a text, or scores")
    let (k, temperature) = try options(arguments)
    let value = try notebook.evaluate(expression)
    switch value {
    case .layer, .function: break
    default:
      let names = try arguments.names("tokens")?.map(quoted)
      let node = try notebook.tensor(value, expression.range, for: "next")
      return try scores(node, names, k, temperature, notebook, call)
    }
    let place = try arguments.required("start", "the text to go on with")
    let start = try notebook.evaluate(place)
    let named = try arguments["tokens"].map { expression throws(Diagnostic) in
      (try notebook.evaluate(expression), expression.range)
    }
    let coder = try TokenCoder(for: "next", tokens: named, start: start)
    let indices = try coder.indices(start, notebook, place.range)
    guard !indices.isEmpty else {
      throw Diagnostic("next needs at least one token to start with", at: place.range)
    }
    let context = try arguments.integer("context", 64, in: 1...4096)
    let parameters = notebook.graph.parameters.count
    let model = NextToken(notebook, value, context: context, call.range)
    let logits = try model.logits(after: indices)
    try coder.check(logits, call.range)
    model.finish(parameters)
    let labels = logits.indices.map { coder.label($0) }
    // Another kind of window is never asked for, so that nothing is traced later on.
    return PlotRequest(live: call.text, cost: 4_000_000) { _ in
      (try? model.logits(after: indices)).flatMap {
        content($0, labels, k, temperature)
      }
    }
  }

  private static let probabilities = PlotEntry(
    "probabilities(scores, names=none, k=10, temperature=1)",
    summary: "What a row of scores says by the softmax: the likeliest choices with bars, the rest "
      + "as one line; of several rows the last.",
    formula: "P(i) = softmax(scores / temperature)ᵢ",
    example: "data = iris()\nnet = dense(3)\nplot probabilities(net(data.x[0]), data)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let node = try arguments.tensor("scores", "a row of scores")
    let names = try arguments.names("names")
    let (k, temperature) = try options(arguments)
    return try scores(node, names, k, temperature, notebook, call)
  }

  private static func options(
    _ arguments: PlotArguments
  ) throws(Diagnostic) -> (k: Int, temperature: Double) {
    let k = try arguments.integer("k", 10, in: 1...100)
    guard let expression = arguments["temperature"] else { return (k, 1) }
    let temperature: Double = try arguments.notebook.number(expression, "temperature")
    guard temperature > 0, temperature.isFinite else {
      throw Diagnostic(
        "temperature must be more than 0, not \(NumberText.short(temperature))",
        at: expression.range)
    }
    return (k, temperature)
  }

  private static func scores(
    _ node: Node, _ names: [String]?, _ k: Int, _ temperature: Double, _ notebook: Notebook,
    _ call: PlotCall
  ) throws(Diagnostic) -> PlotRequest {
    let shape: Shape = notebook.graph.shape(node)
    let name = call.entry.descriptor.name
    guard shape.rank >= 1, shape[-1] > 0, shape.count > 0 else {
      throw Diagnostic("\(name) needs a row of scores, this has shape \(shape)", at: call.range)
    }
    let width = shape[-1]
    if let names, names.count < width {
      throw Diagnostic("there are \(width) scores and \(names.count) names", at: call.range)
    }
    if let scores = try? notebook.values(of: [node], nil)[0].values.suffix(width),
      softmax(Array(scores), temperature) == nil
    {
      throw Diagnostic(
        "\(name): the scores are NaN or infinite, there are no probabilities", at: call.range,
        hint: "diagnose may tell where that comes from")
    }
    return PlotRequest(live: call.text, of: [node], notebook) { tensors in
      content(
        Array(tensors[0].values.suffix(width)), names ?? (0..<width).map(String.init), k,
        temperature)
    }
  }

  /// Nil when a score is no number.
  private static func content(
    _ scores: [Float], _ names: [String], _ k: Int, _ temperature: Double
  ) -> PlotOutput.Content? {
    guard let shares = softmax(scores, temperature) else { return nil }
    let order = shares.indices.sorted {
      shares[$0] != shares[$1] ? shares[$0] > shares[$1] : $0 < $1
    }
    let choices = order.prefix(k).map {
      ChoiceProbabilities.Choice(
        index: $0, label: $0 < names.count ? names[$0] : String($0), probability: shares[$0])
    }
    let rest = order.dropFirst(k)
    return .probabilities(
      ChoiceProbabilities(
        choices: choices, restCount: rest.count, rest: rest.reduce(0) { $0 + shares[$1] },
        temperature: temperature))
  }

  /// The softmax of scores; what is probabilities already counts as their logarithms do.
  static func softmax(_ scores: [Float], _ temperature: Double) -> [Double]? {
    guard !scores.contains(where: \.isNaN), let highest = scores.max(), highest.isFinite else {
      return nil
    }
    let total = scores.reduce(0.0) { $0 + Double($1) }
    let weights: [Double]
    if scores.count > 1, scores.allSatisfy({ $0 >= 0 }), (total - 1).magnitude < 1e-4 {
      weights = scores.map { score in
        score > 0 ? Numbers.power(Double(score / highest), 1 / temperature) : 0
      }
    } else {
      weights = scores.map {
        Numbers.power(2.718281828459045, (Double($0) - Double(highest)) / temperature)
      }
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  static func quoted(_ text: String) -> String { "\"\(text)\"" }

  // MARK: text

  private static let text = PlotEntry(
    "text(net, start, steps=50, temperature=1, top_k=none, top_p=none, greedy=false, context=64, "
      + "tokens=none)",
    summary: "A text continued as generate does it, each token shaded by the probability that the "
      + "model gave it; steps=0 shades the given text alone.",
    formula: "P(token) = softmax(scores / temperature)",
    example: "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | dense(4)\n"
      + "plot text(net, \"the man\", steps=4, tokens=t)"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let expression = try arguments.required("net", "a network and a text to start with")
    let place = try arguments.required("start", "a text to start with")
    let model = try notebook.evaluate(expression)
    switch model {
    case .layer, .function: break
    default:
      throw Diagnostic(
        "text needs a network, not \(model.kind)", at: expression.range,
        hint: "plot \(call.entry.descriptor.signature)")
    }
    let start = try notebook.evaluate(place)
    let named = try arguments["tokens"].map { expression throws(Diagnostic) in
      (try notebook.evaluate(expression), expression.range)
    }
    let coder = try TokenCoder(for: "text", tokens: named, start: start)
    let given = try coder.indices(start, notebook, place.range)
    let steps = try arguments.integer("steps", 50, in: 0...1000)
    let context = try arguments.integer("context", 64, in: 1...4096)
    guard !given.isEmpty, given.count <= 1000 else {
      throw Diagnostic(
        given.isEmpty
          ? "text needs at least one token to start with"
          : "text shades at most 1000 given tokens, these are \(given.count)", at: place.range)
    }
    let settings = try sampling(arguments)
    let parameters = notebook.graph.parameters.count
    let next = NextToken(notebook, model, context: context, call.range)
    var shares: [Double] = [.nan]
    func share(_ logits: [Float], _ token: Int) -> Double {
      guard logits.indices.contains(token) else { return .nan }
      if settings.temperature == 0 {
        return softmax(logits, 1).map { $0[token] } ?? .nan
      }
      return softmax(logits, settings.temperature).map { $0[token] } ?? .nan
    }
    for place in given.indices.dropFirst() {
      let logits = try next.logits(after: Array(given[..<place]))
      try coder.check(logits, call.range)
      shares.append(share(logits, given[place]))
      try notebook.checkInterrupt(call.range)
    }
    let all = try Builtins.continued(
      given, by: next, steps: steps, settings, coder, notebook, call.range
    ) { shares.append(share($0, $1)) }
    next.finish(parameters)
    let tokens = all.indices.map { place in
      ShadedText.Token(
        text: coder.piece(all[place]), probability: shares[place],
        isGiven: place < given.count)
    }
    return PlotRequest(
      fixed: PlotOutput(
        title: call.text,
        content: .text(ShadedText(tokens: tokens, separator: coder.separator))))
  }

  /// As `generate` reads them.
  private static func sampling(_ arguments: PlotArguments) throws(Diagnostic) -> Sampling {
    let names = ["temperature", "top_k", "top_p", "greedy"]
    let notebook = arguments.notebook
    var given: [(String, ArgumentValue)] = []
    for name in names {
      guard let expression = arguments[name] else { continue }
      given.append((name, notebook.argument(try notebook.evaluate(expression))))
    }
    return try notebook.located(arguments.call.range) { () throws(EngineError) in
      try Sampling(
        try Arguments(
          Descriptor(
            "text", .function,
            signature: "text(temperature=1, top_k=none, top_p=none, greedy=false)", summary: "",
            example: ""),
          positional: [], keywords: given, graph: notebook.graph))
    }
  }
}

extension TokenCoder {
  /// A token as a choice: in quotes, so that blanks show.
  func label(_ index: Int) -> String {
    if case .none = self { return String(index) }
    return ChoicePlots.quoted(piece(index))
  }

  /// A token as it stands in a text.
  func piece(_ index: Int) -> String {
    switch self {
    case .vocabulary(let vocabulary, _):
      return vocabulary.tokens.indices.contains(index) ? vocabulary.tokens[index] : String(index)
    case .object(let object):
      let tokenizer = (object as? TokenizerObject)?.tokenizer
      return (try? tokenizer?.decode([index])) ?? String(index)
    case .none: return String(index)
    }
  }

  /// What stands between tokens.
  var separator: String {
    switch self {
    case .vocabulary(let vocabulary, _): vocabulary.isOfCharacters ? "" : " "
    case .object(let object): object is TokenizerObject ? "" : " "
    case .none: " "
    }
  }
}
