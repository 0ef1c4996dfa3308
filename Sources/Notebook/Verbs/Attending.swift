// attention: where a network, or a tensor of weights, looks.

import Engine
import Language

enum Attending {
  static let options = [
    "view", "layer", "head", "query", "key", "sequence", "step", "gradient", "tokens", "queries",
    "keys", "for",
  ]

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "attention", .expression, options: options, needs: "a layer",
      usage: "attention net view=map|heads|model|neuron|stages",
      summary: "Shows where attention looks, of a network's layers or of any tensor of weights "
        + "[…, queries, keys]: a table (map), links between tokens (heads), all layers and heads "
        + "(model), q · k of one query (neuron), scores to values (stages). layer=0 head=1 "
        + "query=\"sat\" key=2 choose, sequence=1 another one of a batch, gradient=true adds "
        + "∂L/∂A, step=300 goes back to a recorded step of the run, for=x applies the network to "
        + "x first; tokens=words names queries and keys, queries= and keys= each of them.",
      example: "net = attention()\ny = net([[1, 2], [3, 4]])\nattention net view=heads query=1"
    ) { notebook, verb throws(Diagnostic) in try notebook.attention(verb) }
  ]
}

extension Notebook {
  func attention(_ verb: Verb) throws(Diagnostic) {
    guard let expression = verb.expression else { return }
    let subject = try evaluate(expression)
    if let option = verb.option("for") { try applyForAttention(subject, option.value) }
    var uses: [AttentionUse]
    switch subject {
    case .layer(let layer): uses = try attentionUses(of: layer, expression)
    case .tensor(let node): uses = [try attentionUse(of: node, expression)]
    default:
      throw Diagnostic(
        "attention needs a layer, or a tensor of weights", at: expression.range,
        hint: "attention net")
    }
    try label(&uses, verb)
    let before = attentionLayers
    attentionLayers = uses
    attention.programs = []
    var gaze = uses == before ? attention.gaze : AttentionGaze()
    gaze.step = nil
    let isPlain = try choose(&gaze, verb, uses)
    attention.gaze = gaze
    attention.sequence = gaze.sequence
    if uses != before || !isPlain { attention.requests += 1 }
    let readers = readers()
    guard !readers.isEmpty else {
      // Inside a step that has not come to it: says where that is.
      _ = try value(of: uses[0].weights, expression.range)
      return
    }
    let count = uses.reduce(0) { $0 + $1.heads }
    guard isPlain, count <= 32 else {
      if isPlain { gaze.view = .model }
      return try showView(readers, gaze, expression)
    }
    for (layer, reader) in readers {
      for head in 0..<reader.use.heads where reader.queryCount > 0 && reader.keyCount > 0 {
        let isWhole = reader.queryCount * reader.keyCount <= 1 << 16
        let map =
          isWhole
          ? reader.map(layer: layer, head: head, sequence: gaze.sequence)
          : reader.pooled(layer: layer, head: head, sequence: gaze.sequence, side: 128)
        show(.plot(PlotOutput(title: map.name, content: .attention(map))))
      }
    }
  }

  private func showView(
    _ readers: [(layer: Int, reader: AttentionReader)], _ gaze: AttentionGaze,
    _ expression: Expression
  ) throws(Diagnostic) {
    let look = attentionLook(readers, gaze)
    if gaze.showsGradient, look.gradient == nil, let note = look.note {
      throw Diagnostic(note, at: expression.range)
    }
    let title = "attention \(gaze.view.rawValue) \(currentSource[expression.range])"
    var maps = overview(readers, sequence: look.gaze.sequence)
    if let step = look.gaze.step, let entry = attentionRecord?.entry(at: step) { maps = entry.maps }
    show(
      .plot(
        PlotOutput(
          title: title, content: .attentionView(AttentionShow(maps: maps, look: look)))))
  }

  // MARK: What is looked at

  /// Applies the network to what `for=` says, unless saying it has done so: `for=net(a, b)`.
  private func applyForAttention(
    _ subject: Value, _ expression: Expression
  ) throws(Diagnostic) {
    guard case .layer(let layer) = subject else {
      throw Diagnostic(
        "for= needs a network that is applied", at: expression.range, hint: "attention net for=x")
    }
    let before = graph.records.count
    let value = try evaluate(expression)
    let path = graph.path(of: layer) ?? ""
    let isApplied = graph.records.indices.dropFirst(before).contains { index in
      let scope = graph.records[index].scope
      return !path.isEmpty && (scope == path || scope.hasPrefix(path + "."))
    }
    if !isApplied { _ = try apply(subject, [value], expression.range) }
  }

  private func attentionUses(
    of layer: any Layer, _ expression: Expression
  ) throws(Diagnostic) -> [AttentionUse] {
    let trace = AttentionTrace(graph: graph)
    let text = currentSource[expression.range]
    var uses: [AttentionUse] = []
    var found = 0
    var pending: [(layer: any Layer, part: String?)] = [(layer, nil)]
    while let (next, part) = pending.popLast() {
      if let attention = next as? Attention {
        found += 1
        guard let path = graph.path(of: next),
          let weights = graph.nodes(named: path + ".weights").last
        else { continue }
        var use = trace.use(path: path, weights: weights, heads: attention.heads)
        if let part, use.kind.hasSuffix("self-attention") {
          let isCausal = use.kind.hasPrefix("causal")
          use.kind = "\(part) self-attention" + (isCausal ? ", causal" : "")
        }
        uses.append(use)
      }
      let inner =
        next is TransformerEncoderLayer
        ? "encoder" : next is TransformerDecoderLayer ? "decoder" : part
      pending += next.children.reversed().map { ($0.1, inner) }
    }
    if found == 0, let path = graph.path(of: layer) {
      // Written by hand inside of a function.
      let softmaxes = trace.handmade(below: path)
      uses = softmaxes.enumerated().map { number, node in
        let name = softmaxes.count == 1 ? path : "\(path) \(number)"
        return trace.use(path: name, weights: node)
      }
      found = uses.count
    }
    guard found > 0 else {
      throw Diagnostic(
        "there is no attention layer in \(text)", at: expression.range,
        hint: "attention(heads=2) makes one")
    }
    guard !uses.isEmpty else {
      throw Diagnostic(
        "\(text) has not been applied to anything yet", at: expression.range, hint: "y = \(text)(x)"
      )
    }
    return uses
  }

  /// A tensor is attention when every row of it adds up to 1.
  private func attentionUse(
    of node: Node, _ expression: Expression
  ) throws(Diagnostic) -> AttentionUse {
    let text = currentSource[expression.range]
    let shape = graph.shape(node)
    guard shape.rank >= 2, shape.count > 0 else {
      throw Diagnostic(
        "attention needs weights [queries, keys], \(text) has shape \(shape)",
        at: expression.range)
    }
    let values = try value(of: node, expression.range).values
    let keys = shape[-1]
    for row in 0..<values.count / keys {
      let part = values[row * keys..<(row + 1) * keys]
      let sum = part.reduce(0.0) { $0 + Double($1) }
      if abs(sum - 1) > 1e-3 {
        throw Diagnostic(
          "the rows of \(text) are no weights: row \(row) adds up to \(NumberText.short(sum)), not 1",
          at: expression.range, hint: "softmax(\(text)) makes weights of scores")
      }
    }
    return AttentionTrace(graph: graph).use(path: text, weights: node)
  }

  // MARK: Options

  private func label(_ uses: inout [AttentionUse], _ verb: Verb) throws(Diagnostic) {
    for name in ["tokens", "queries", "keys"] {
      guard let option = verb.option(name) else { continue }
      let words = try words(option)
      var fits = false
      for index in uses.indices {
        let shape = graph.shape(uses[index].weights)
        if name != "keys", shape[-2] == words.count {
          uses[index].queryLabels = words
          fits = true
        }
        if name != "queries", shape[-1] == words.count {
          uses[index].keyLabels = words
          fits = true
        }
      }
      guard fits else {
        let shape = graph.shape(uses[0].weights)
        throw Diagnostic(
          "\(name)= has \(words.count) names for \(shape[-2]) queries and \(shape[-1]) keys",
          at: option.value.range)
      }
    }
  }

  private func words(_ option: Argument) throws(Diagnostic) -> [String] {
    switch try evaluate(option.value) {
    case .tokens(let tokens): return tokens.tokens
    case .text(let text): return text.split(whereSeparator: \.isWhitespace).map(String.init)
    case .list(let items):
      var words: [String] = []
      for item in items {
        switch item {
        case .text(let text): words.append(text)
        case .number(let number): words.append(NumberText.short(number))
        default:
          throw Diagnostic(
            "a name is a text, not \(item.kind)", at: option.value.range,
            hint: "[\"the\", \"cat\"], \"the cat\" or tokens(…)")
        }
      }
      return words
    case let other:
      throw Diagnostic(
        "\(option.name ?? "tokens")= needs names, not \(other.kind)", at: option.value.range,
        hint: "[\"the\", \"cat\"], \"the cat\" or tokens(…)")
    }
  }

  /// Reads where to look.
  ///
  /// - Returns: whether nothing was said about it.
  private func choose(
    _ gaze: inout AttentionGaze, _ verb: Verb, _ uses: [AttentionUse]
  ) throws(Diagnostic) -> Bool {
    let said = ["view", "layer", "head", "query", "key", "sequence", "step", "gradient"]
      .compactMap { verb.option($0) }
    guard !said.isEmpty else { return true }
    gaze = AttentionGaze()
    if let option = verb.option("view") {
      let word = option.value.plainName ?? currentSource[option.value.range]
      guard let view = AttentionGaze.View(rawValue: word) else {
        let words = AttentionGaze.View.allCases.map(\.rawValue)
        throw Diagnostic(
          "attention has no view '\(word)'", at: option.value.range,
          hint: didYouMean(word, among: words).map { "did you mean '\($0)'?" }
            ?? "views are \(words.joined(separator: ", "))")
      }
      gaze.view = view
    }
    gaze.layer = try place(verb, "layer", below: uses.count) ?? 0
    let use = uses[gaze.layer]
    gaze.head = try place(verb, "head", below: use.heads) ?? 0
    let shape = graph.shape(use.weights)
    let size = max(1, shape[-2] * shape[-1] * use.heads)
    gaze.sequence = try place(verb, "sequence", below: max(1, shape.count / size)) ?? 0
    if let option = verb.option("gradient") { gaze.showsGradient = try truth(option.value) }
    if let option = verb.option("step") {
      guard let record = attentionRecord, let first = record.steps.first,
        let last = record.steps.last
      else {
        throw Diagnostic(
          "no attention of earlier steps is kept", at: option.value.range,
          hint: "steps are kept when 'attention net' stands before 'train'")
      }
      let step = try integer(option.value, "step")
      guard first <= step, step <= last else {
        throw Diagnostic(
          "the attention of step \(step) is not kept", at: option.value.range,
          hint: "steps \(first) to \(last) are, every so many")
      }
      gaze.step = step
    }
    let around = attention.gaze
    attention.gaze = gaze
    defer { attention.gaze = around }
    let reader = readers().first { $0.layer == gaze.layer }?.reader
    gaze.query = try token(verb, "query", reader?.queries ?? [], count: shape[-2]) ?? 0
    gaze.key = try token(verb, "key", reader?.keys ?? [], count: shape[-1]) ?? 0
    return false
  }

  private func place(_ verb: Verb, _ name: String, below count: Int) throws(Diagnostic) -> Int? {
    guard let option = verb.option(name) else { return nil }
    let number = try integer(option.value, name)
    guard number >= 0, number < count else {
      throw Diagnostic(
        "there is no \(name) \(number)", at: option.value.range,
        hint: count == 1 ? "there is one, 0" : "there are \(count), from 0 to \(count - 1)")
    }
    return number
  }

  /// A token by its number, or the first one of a name.
  private func token(
    _ verb: Verb, _ name: String, _ labels: [String], count: Int
  ) throws(Diagnostic) -> Int? {
    guard let option = verb.option(name) else { return nil }
    guard case .text(let text) = try evaluate(option.value) else {
      return try place(verb, name, below: count)
    }
    guard let place = labels.firstIndex(of: text) else {
      let some = labels.prefix(8).joined(separator: ", ") + (labels.count > 8 ? ", …" : "")
      throw Diagnostic(
        "no \(name) is called '\(text)'", at: option.value.range,
        hint: didYouMean(text, among: labels).map { "did you mean '\($0)'?" }
          ?? "they are \(some)")
    }
    return place
  }
}
