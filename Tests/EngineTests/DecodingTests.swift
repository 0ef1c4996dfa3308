// Filters on logits, generation and beam search against Hugging Face's, as graph and as library.

import Engine
import TestSupport
import Testing

@Suite struct DecodingTests {
  /// Every function with a setting to try it with.
  static let functions = [
    "temperature": 0.7, "top_k": 3, "top_p": 0.8, "min_p": 0.1, "repetition_penalty": 1.5,
    "no_repeat_ngram": 2,
  ]

  private static func call(
    _ name: String, _ operands: [Node], _ numbers: Double..., graph: Graph
  ) throws -> Node {
    try GoldenLossTests.call(
      name, operands.map { .tensor($0) } + numbers.map { .number($0) }, in: graph)
  }

  private static func rows(_ tensor: Tensor) -> [[Double]] {
    let width = tensor.shape[-1]
    return stride(from: 0, to: tensor.count, by: width).map {
      tensor.values[$0..<$0 + width].map { Double($0) }
    }
  }

  @Test(arguments: GoldenCase.paths("generation", "filter"))
  func filters(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let graph = Graph(seed: 0)
    let input = try golden.tensor("input.0")
    var node = graph.constant(input)
    var library: [LogitsFilter] = []
    if let t = golden["temperature"]?.number {
      node = try Self.call("temperature", [node], t, graph: graph)
      library.append(.temperature(t))
    }
    if let k = golden["top_k"]?.int {
      node = try Self.call("top_k", [node], Double(k), graph: graph)
      library.append(.topK(k))
    }
    if let p = golden["top_p"]?.number {
      node = try Self.call("top_p", [node], p, graph: graph)
      library.append(.topP(p))
    }
    let found = try MachineValues.of([node, try graph.add(Softmax(), [node])], graph)
    for (index, values) in found.enumerated() {
      try expectClose(
        Tensor(shape: input.shape, values: values), golden, "output.\(index)")
    }
    let own = Self.rows(input).flatMap { row in
      library.reduce(row) { $1.apply($0, after: []) }.map { Float($0) }
    }
    expectClose(own, try golden.expected("output.0"), .tensor(error: 1e-7), path)
  }

  @Test(
    arguments: GoldenCase.paths("generation", "repetition_penalty", "no_repeat_ngram"))
  func histories(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let number = try #require((golden["penalty"] ?? golden["size"])?.number)
    let graph = Graph(seed: 0)
    let inputs = try golden.inputs
    let node = try Self.call(golden.name, inputs.map(graph.constant), number, graph: graph)
    let shape = graph.shape(node)
    let found = try MachineValues.of([node], graph)[0]
    try expectClose(Tensor(shape: shape, values: found), golden, "output.0")
    let filter: LogitsFilter =
      golden.name == "no_repeat_ngram" ? .noRepeatNGram(Int(number)) : .repetitionPenalty(number)
    let tokens = Self.rows(inputs[1]).map { $0.map { Int($0) } }
    let own = zip(Self.rows(inputs[0]), tokens).flatMap { row, history in
      filter.apply(row, after: history).map { Float($0) }
    }
    expectClose(own, try golden.expected("output.0"), .tensor(error: 1e-7), path)
  }

  /// A model whose next token depends on the last one alone.
  private static func table(_ golden: GoldenCase) throws -> ([[Int]]) -> [[Float]] {
    let table = try golden.tensor("input.0")
    let width = table.shape[1]
    return { sequences in
      sequences.map { sequence in
        let last = sequence.last ?? 0
        return Array(table.values[last * width..<(last + 1) * width])
      }
    }
  }

  @Test func greedy() throws {
    let golden = try GoldenCase.load(named: "generation/greedy")
    let generator = Generator(
      maximum: try #require(golden["length"]?.int), end: golden["eos"]?.int)
    let model = try Self.table(golden)
    let found = generator.greedy(after: [try #require(golden["start"]?.int)], model)
    #expect(found == Array(try golden.ints("output.0").prefix(found.count)))
    #expect(found.count == generator.maximum || found.last == generator.end)
  }

  @Test(arguments: GoldenCase.paths("generation", "beam_search"))
  func beamSearch(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    func int(_ name: String) throws -> Int { try #require(golden[name]?.int, "\(name)") }
    let search = BeamSearch(
      beams: try int("beams"), maximum: try int("length"), end: try int("eos"),
      lengthPenalty: try #require(golden["length_penalty"]?.number),
      stopping: golden["early_stopping"] == .bool(true) ? .early : .likely)
    let found = search.search(after: [try int("start")], try Self.table(golden))
    let width = try golden.shape("output.0")[1]
    let expected = try golden.ints("output.0")
    let padded = found.map { text in
      text.tokens + Array(repeating: 0, count: max(0, width - text.tokens.count))
    }
    #expect(padded.flatMap { $0 } == expected, "\(path)")
    expectClose(
      found.map { Float($0.score) }, try golden.expected("output.1"), .tensor(error: 0), path)
  }

  /// A beam as wide as everything finds the most probable text.
  @Test func bestSequence() throws {
    let golden = try GoldenCase.load(named: "generation/best_sequence")
    let search = BeamSearch(
      beams: 3125, maximum: try #require(golden["length"]?.int), end: golden["eos"]?.int,
      lengthPenalty: 0, stopping: .never)
    let found = search.search(
      after: [try #require(golden["start"]?.int)], try Self.table(golden))
    let best = try #require(found.first)
    #expect(best.tokens == (try golden.ints("output.0")))
    let expected = try golden.expected("output.1")[0]
    #expect(abs(best.score - expected) < 1e-5)
  }

  @Test func everyCaseIsTaken() {
    let names = [
      "filter", "repetition_penalty", "no_repeat_ngram", "greedy", "beam_search",
      "best_sequence",
    ]
    for path in GoldenCase.paths("generation") {
      #expect(names.contains { path.dropFirst("generation/".count).hasPrefix($0) }, "\(path)")
    }
  }

  /// Draws follow the probabilities and depend on seed, step and place alone.
  @Test func sampling() throws {
    let row: [Double] = [1, -.infinity, 0, 2]
    let shares = [0.2447, 0, 0.09, 0.6652]
    var counts = [0, 0, 0, 0]
    for step in 0..<4000 {
      let token = try #require(Generator.drawn(row, seed: 3, step: step))
      counts[token] += 1
    }
    for (count, share) in zip(counts, shares) {
      #expect(abs(Double(count) / 4000 - share) < 0.03)
    }
    #expect(counts[1] == 0)
    let generator = Generator(maximum: 20, filters: [.temperature(0.7), .topK(3), .minP(0.01)])
    let model: ([[Int]]) -> [[Float]] = { sequences in
      sequences.map { sequence in (0..<5).map { Float(($0 * 7 + sequence.count * 3) % 5) } }
    }
    let first = generator.sample(after: [1], seed: 5, model)
    #expect(first.count == 20)
    #expect(generator.sample(after: [1], seed: 5, model) == first)
    #expect(generator.sample(after: [1], seed: 6, model) != first)
    #expect(generator.sample(after: [1], seed: 5, place: 1, model) != first)
    // A longer text begins like the shorter one.
    var longer = generator
    longer.maximum = 25
    #expect(Array(longer.sample(after: [1], seed: 5, model).prefix(20)) == first)
    let frozen = Generator(maximum: 20, filters: [.temperature(1e-6)])
    #expect(frozen.sample(after: [1], seed: 5, model) == frozen.greedy(after: [1], model))
  }

  /// No tokens asked for, empty rows, numbers that are none, everything removed.
  @Test func edges() throws {
    #expect(Generator(maximum: 0).greedy(after: []) { _ in [[1]] } == [])
    #expect(Generator(maximum: 3).greedy(after: []) { _ in [] } == [])
    #expect(Generator(maximum: 3).sample(after: [], seed: 1) { _ in [[]] } == [])
    #expect(Generator(maximum: 2).greedy(after: []) { _ in [[1, .nan, 2]] } == [1, 1])
    #expect(Generator(maximum: 2).sample(after: [], seed: 1) { _ in [[1, .nan, 2]] } == [1, 1])
    let nothing: Float = -.infinity
    #expect(Generator(maximum: 1).sample(after: [], seed: 1) { _ in [[nothing, nothing]] } == [0])
    #expect(Generator(maximum: 5, end: 1).greedy(after: [1]) { _ in [[0, 1]] } == [1])
    for filter in [
      LogitsFilter.topK(0), .topK(.max), .topP(0), .topP(1), .minP(1), .noRepeatNGram(0),
      .noRepeatNGram(.max), .noRepeatNGram(1), .repetitionPenalty(2),
    ] {
      #expect(filter.apply([], after: [1, 2]) == [])
      #expect(filter.apply([0.5], after: [7, -3]) == [0.5])
      #expect(filter.apply([1, .nan], after: []).count == 2)
    }
    #expect(RowFilter.topK(2).keeps([1, 3, 2, 2]) == [false, true, true, true])
    #expect(RowFilter.topP(0).keeps([1, 3, 3]) == [false, true, false])
    #expect(RowFilter.minP(0.5).keeps([0, -0.6, -0.8]) == [true, true, false])
    let search = BeamSearch(beams: 0, maximum: 2)
    #expect(search.beams == 1)
    #expect(search.search(after: [4]) { $0.map { _ in [0, 1] } }.map(\.tokens) == [[1, 1]])
    #expect(search.search(after: [4]) { _ in [] }.map(\.tokens) == [[]])
    #expect(search.search(after: [4]) { _ in [[.nan, .nan]] }.map(\.tokens) == [[]])
    let wide = BeamSearch(beams: .max, maximum: 2, end: 0)
    #expect(wide.search(after: []) { $0.map { _ in [0, 1] } }.count == 3)
    let stopping = BeamSearch(beams: 1, maximum: 9, end: 0, stopping: .never)
    #expect(stopping.search(after: []) { $0.map { _ in [9, 0] } }.map(\.tokens) == [[0]])
  }

  /// A model's own error comes out as it is.
  @Test func errorsOfTheModel() {
    expectError("no model") {
      _ = try Generator(maximum: 2).greedy(after: []) { _ throws(EngineError) in
        throw EngineError("no model")
      }
    }
    expectError("no model") {
      _ = try BeamSearch(beams: 2, maximum: 2).search(after: []) { _ throws(EngineError) in
        throw EngineError("no model")
      }
    }
  }

  /// Kept logits pass their gradient, removed ones none; by central differences.
  @Test(arguments: functions.keys.sorted())
  func gradients(_ name: String) throws {
    let number = try #require(Self.functions[name])
    let graph = Graph(seed: 0)
    let x = try GoldenGraph.parameter(
      graph, "x", Tensor(shape: [2, 6], values: OperationCase.values(.any, 12, seed: 8)))
    let tokens = graph.constant(Tensor(shape: [2, 3], values: [0, 1, 0, 5, 5, 5]))
    let takesTokens = name.hasPrefix("rep") || name.hasPrefix("no_")
    let node = try Self.call(name, takesTokens ? [x, tokens] : [x], number, graph: graph)
    let weights = graph.constant(
      Tensor(shape: [2, 6], values: OperationCase.values(.any, 12, seed: 9)))
    let loss = try graph.add(
      Sum(), [try graph.add(Multiply(), [try graph.add(Softmax(), [node]), weights])])
    let gradients = try graph.gradients(of: loss, for: [x])
    for line in try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst() {
      #expect(line.error < 1e-8, "\(name) \(line)")
    }
  }

  @Test func messages() {
    func expect(
      _ name: String, _ shapes: [Shape], _ numbers: [Double], _ message: String,
      hint: String? = nil
    ) {
      expectError(message, hint: hint) {
        let graph = Graph(seed: 0)
        let operands = shapes.map {
          ArgumentValue.tensor(graph.constant(Tensor(shape: $0, repeating: 0)))
        }
        _ = try GoldenLossTests.call(name, operands + numbers.map { .number($0) }, in: graph)
      }
    }
    expect("temperature", [[2]], [0], "temperature must be more than 0, not 0")
    expect("top_k", [[2]], [0], "top_k: 'k' must be at least 1, not 0", hint: "top_k(logits, k)")
    expect(
      "top_p", [[2]], [1.5], "top_p: 'p' must be between 0 and 1, not 1.5",
      hint: "top_p(logits, p)")
    expect(
      "min_p", [[2]], [-1], "min_p: 'p' must be between 0 and 1, not -1",
      hint: "min_p(logits, p)")
    expect("top_k", [[]], [1], "top_k: logits need an axis of classes, not a scalar")
    expect(
      "repetition_penalty", [[2], [2]], [0],
      "repetition_penalty: 'penalty' must be more than 0, not 0")
    expect(
      "repetition_penalty", [[2, 3], [3, 1]], [2],
      "seen_tokens: logits [2, 3] and tokens [3, 1] do not fit",
      hint: "logits are […, classes], the tokens so far […, length]")
    expect(
      "no_repeat_ngram", [[3], []], [2],
      "repeated_ngrams: logits [3] and tokens [] do not fit",
      hint: "logits are […, classes], the tokens so far […, length]")
    expect(
      "no_repeat_ngram", [[3], [3]], [0], "no_repeat_ngram: 'size' must be at least 1, not 0",
      hint: "no_repeat_ngram(logits, tokens, size)")
  }
}
