// What attention promises beyond values: zeros where nothing may be seen, to the last bit; relative
// positions; names of the stages; gradients of whole layers; errors.

import Engine
import TestSupport
import Testing

@Suite struct AttentionTests {
  static func input(_ shape: Shape, seed: UInt64 = 5) -> Tensor {
    Tensor(shape: shape, values: OperationCase.values(.any, shape.count, seed: seed))
  }

  static func options(
    causal: Bool = false, window: Int? = nil, globalTokens: Int = 0, rotary: Bool = false
  ) -> Attention.Options {
    var options = Attention.Options()
    options.isCausal = causal
    options.window = window
    options.globalTokens = globalTokens
    options.isRotary = rotary
    return options
  }

  // MARK: Properties

  /// ∂out(i)/∂x(j) is exactly 0 wherever query i may not see key j, and the weights are.
  @Test(arguments: [
    options(causal: true), options(window: 1), options(causal: true, window: 2),
    options(window: 1, globalTokens: 1), options(causal: true, window: 0, globalTokens: 2),
  ])
  func whatIsHiddenHasNoInfluence(_ options: Attention.Options) throws {
    let count = 6
    let graph = Graph(seed: 3)
    let layer = Attention(heads: 2, options: options)
    graph.name(layer, "net")
    let x = try GoldenGraph.parameter(graph, "x", Self.input([1, count, 4]))
    let output = try layer.traced(x, in: graph)
    func hides(_ query: Int, _ key: Int) -> Bool {
      if options.isCausal, key > query { return true }
      if min(query, key) < options.globalTokens { return false }
      return options.window.map { abs(query - key) > $0 } ?? false
    }
    let weights = try MachineValues.of(graph.nodes(named: "net.weights"), graph)[0]
    for query in 0..<count {
      let row = try graph.add(
        Slice([.index(0), .index(query)]), [output])
      let gradient = try graph.gradients(of: try graph.add(Sum(), [row]), for: [x])
      let values = try MachineValues.of([try #require(gradient[x])], graph)[0]
      for key in 0..<count {
        let isHidden = hides(query, key)
        let own = values[key * 4..<key * 4 + 4]
        #expect(isHidden ? own.allSatisfy { $0 == 0 } : own.allSatisfy { $0 != 0 })
        for head in 0..<2 {
          #expect((weights[(head * count + query) * count + key] == 0) == isHidden)
        }
      }
    }
  }

  /// Padding keys change nothing, whatever they hold.
  @Test func paddingIsNotSeen() throws {
    let graph = Graph(seed: 3)
    let layer = Attention(heads: 2)
    graph.name(layer, "net")
    let whole = Self.input([1, 5, 4])
    var bent = whole
    for place in 12..<20 { bent[0, place / 4, place % 4] = 7 }
    let mask = graph.constant(Tensor(shape: [1, 5], values: [0, 0, 0, 1, 1]))
    let alone = graph.constant(Tensor(shape: [1, 3, 4], values: Array(whole.values[..<12])))
    let results = try [whole, bent].map {
      try layer.traced(
        [.tensor(graph.constant($0))], keywords: [("key_padding_mask", .tensor(mask))], in: graph)[
          0]
    }
    let values = try MachineValues.of(results + [try layer.traced(alone, in: graph)], graph)
    #expect(values[0][..<12] == values[1][..<12])
    #expect(Array(values[0][..<12]) == values[2])
    #expect(graph.nodes(named: "net.padding").count == 2)
    #expect(graph.nodes(named: "net.mask").isEmpty)
  }

  /// A query that may see nothing has no weights: NaN, as in PyTorch.
  @Test func nothingToSee() throws {
    let graph = Graph(seed: 3)
    let layer = Attention()
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 2]))
    let mask = graph.constant(Tensor(shape: [2, 2], values: [1, 1, 0, 1]))
    _ = try layer.traced([.tensor(x)], keywords: [("mask", .tensor(mask))], in: graph)
    let weights = try MachineValues.of(graph.nodes(named: "net.weights"), graph)[0]
    #expect(weights[0].isNaN && weights[1].isNaN)
    #expect(weights[2...] == [1, 0])
  }

  /// Keys and values of another length and width; the values are the keys when not given.
  @Test func crossAttention() throws {
    let graph = Graph(seed: 3)
    let layer = Attention(heads: 2)
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 3, 4]))
    let memory = graph.constant(Self.input([2, 5, 6], seed: 9))
    let first = try layer.traced([.tensor(x), .tensor(memory)], in: graph)
    let second = try layer.traced([.tensor(x)], keywords: [("value", .tensor(memory))], in: graph)
    let third = try layer.traced([.tensor(x), .tensor(memory), .tensor(memory)], in: graph)
    #expect(graph.shape(first[0]) == [2, 3, 4])
    #expect(graph.nodes(named: "net.weights").map { graph.shape($0) }[0] == [2, 2, 3, 5])
    #expect(
      graph.parameters(of: layer).map { "\($0.path) \($0.shape)" } == [
        "net.query.weight [4, 4]", "net.query.bias [4]", "net.key.weight [4, 6]",
        "net.key.bias [4]", "net.value.weight [4, 6]", "net.value.bias [4]",
        "net.out.weight [4, 4]", "net.out.bias [4]",
      ])
    let values = try MachineValues.of([first[0], second[0], third[0]], graph)
    #expect(values[0] == values[1] && values[1] == values[2])
    // Without a batch the same, row by row.
    let single = try [x, memory].map {
      ArgumentValue.tensor(try graph.add(Slice([.index(1)]), [$0]))
    }
    let row = try layer.traced(single, in: graph)
    #expect(try MachineValues.of(row, graph)[0] == Array(values[0][12...]))
  }

  /// A product of turned queries and keys depends on their distance alone.
  @Test func rotationsKnowDistances() throws {
    let graph = Graph(seed: 3)
    let row = Self.input([1, 6])
    let rows = graph.constant(
      Tensor(shape: [5, 6], values: (0..<5).flatMap { _ in row.values }))
    let turned = try RotaryPositions.turned(rows, in: graph)
    let products = try graph.add(MatMul(transposesRight: true), [turned, turned])
    let values = try MachineValues.of([products], graph)[0]
    for query in 0..<5 {
      for key in 0..<5 {
        #expect(abs(values[query * 5 + key] - values[abs(query - key)]) < 1e-5)
      }
    }
    #expect(Set(values[..<5].map { ($0 * 1000).rounded() }).count == 5)
    let layer = Attention(heads: 2, options: Self.options(rotary: true))
    let output = try layer.traced(graph.constant(Self.input([2, 3, 4])), in: graph)
    #expect(graph.shape(output) == [2, 3, 4])
  }

  @Test func relativeShift() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(Tensor(shape: [3, 5], values: (0..<15).map { Float($0) }))
    let shifted = try graph.add(RelativeShift(keys: 3), [x])
    let own = try graph.add(RelativeShift(), [x])
    let values = try MachineValues.of([shifted, own], graph)
    #expect(values[0] == [2, 3, 4, 6, 7, 8, 10, 11, 12])
    #expect(values[1] == [2, 3, 4, 0, 0, 6, 7, 8, 9, 0, 10, 11, 12, 13, 14])
  }

  @Test func masks() throws {
    func values(_ source: String, _ arguments: [ArgumentValue]) throws -> [Float] {
      let graph = Graph(seed: 0)
      let entry = try #require(Entries.all.first { $0.descriptor.name == source })
      guard case .function(let make) = entry.maker else { return [] }
      let node = try make(
        try Arguments(entry.descriptor, positional: arguments, keywords: [], graph: graph), graph)
      return try MachineValues.of([node], graph)[0]
    }
    #expect(try values("causal_mask", [.number(3)]) == [0, 1, 1, 0, 0, 1, 0, 0, 0])
    #expect(
      try values("window_mask", [.number(3), .number(1)]) == [0, 0, 1, 0, 0, 0, 1, 0, 0])
    #expect(
      try values("window_mask", [.number(3), .number(0), .flag(true)])
        == [0, 1, 1, 1, 0, 1, 1, 1, 0])
    #expect(
      try values("window_mask", [.number(3), .number(0), .flag(false), .number(1)])
        == [0, 0, 0, 0, 0, 1, 0, 1, 0])
    #expect(
      try values("padding_mask", [.list([.number(2), .number(0)]), .number(3)])
        == [0, 0, 1, 1, 1, 1])
    #expect(try values("causal_mask", [.number(0)]).isEmpty)
    let bias = try values("alibi_bias", [.number(2), .number(3)])
    #expect(bias[..<6] == [0, -0.0625, -0.125, -0.0625, 0, -0.0625])
    #expect(bias[9...11] == [0, -0.00390625, -0.0078125])
  }

  @Test func learntPositions() throws {
    let graph = Graph(seed: 3)
    let layer = PositionEmbedding(4)
    graph.name(layer, "p")
    let x = graph.constant(Tensor(shape: [2, 3, 2], repeating: 1))
    let values = try MachineValues.of([try layer.traced(x, in: graph)], graph)[0]
    let weight = try #require(graph.parameters.first)
    #expect(weight.path == "p.weight" && weight.shape == [4, 2])
    #expect(values == (0..<12).map { weight.value.values[$0 % 6] + 1 })
  }

  /// One bias for each head, and the mask beside it.
  @Test func biases() throws {
    let graph = Graph(seed: 3)
    let layer = Attention(heads: 2, options: Self.options(causal: true))
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 3, 4]))
    let bias = graph.constant(try LinearBias.table(heads: 2, length: 3))
    _ = try layer.traced([.tensor(x)], keywords: [("attn_bias", .tensor(bias))], in: graph)
    let nodes = ["scaled", "biased", "masked"].compactMap { graph.nodes(named: "net.\($0)").last }
    let values = try MachineValues.of(nodes + [bias], graph)
    for (index, value) in values[1].enumerated() {
      #expect(value == values[0][index] + values[3][index % 18])
      #expect(values[2][index] == (index % 3 > index / 3 % 3 ? -.infinity : value))
    }
  }

  /// Equal distances have equal biases, near ones of their own; heads differ.
  @Test func learntBiases() throws {
    let graph = Graph(seed: 3)
    let layer = RelativeBias(
      heads: 2, buckets: try RelativePositionBucket(bidirectional: true, buckets: 8, maxDistance: 6)
    )
    graph.name(layer, "bias")
    let square = try layer.traced([.number(5)], in: graph)[0]
    let wide = try layer.traced([.number(2), .number(5)], in: graph)[0]
    let own = try layer.traced(graph.constant(Self.input([3, 5, 4])), in: graph)
    #expect([square, wide, own].map { graph.shape($0) } == [[2, 5, 5], [2, 2, 5], [2, 5, 5]])
    let values = try MachineValues.of([square, wide, own], graph)
    #expect(values[0] == values[2])
    let weight = try #require(graph.parameters.first { $0.path == "bias.weight" })
    #expect(weight.shape == [8, 2])
    for head in 0..<2 {
      for query in 0..<5 {
        for key in 0..<5 {
          let bucket = Int(layer.buckets.bucket(Double(key - query)))
          #expect(values[0][(head * 5 + query) * 5 + key] == weight.value[bucket, head])
          if query < 2 {
            #expect(values[1][(head * 2 + query) * 5 + key] == weight.value[bucket, head])
          }
        }
      }
    }
    expectError("relative_bias: needs a number of positions or […, t, d], not shape [3]") {
      _ = try layer.traced(graph.constant(Self.input([3])), in: graph)
    }
    #expect(throws: EngineError.self) { try layer.traced([.number(-1)], in: graph) }
    #expect(throws: EngineError.self) { try layer.traced([.number(1e9)], in: graph) }
  }

  // MARK: Gradients

  /// Every gradient of a whole layer against differences.
  @Test func gradientCheck() throws {
    let graph = Graph(seed: 3)
    let layer = Attention(
      heads: 2, options: Self.options(causal: true, window: 1, globalTokens: 1, rotary: true))
    graph.name(layer, "net")
    let positions = PositionEmbedding(5)
    graph.name(positions, "positions")
    let x = try positions.traced(graph.constant(Self.input([2, 3, 4])), in: graph)
    let memory = graph.constant(Self.input([2, 3, 5], seed: 8))
    let bias = try graph.freeParameter(
      "bias", [2, 3, 3], Initializer("normal", .normal(mean: 0, deviation: 1)))
    let mixed = try layer.traced(
      [.tensor(x), .tensor(memory)], keywords: [("attn_bias", .tensor(bias))], in: graph)[0]
    let shifted = try graph.add(RelativeShift(keys: 2), [mixed])
    let loss = try graph.add(Sum(), [try graph.add(Square(), [shifted])])
    let gradients = try graph.compileTraining(loss, optimizer: SGD()).gradients
    let lines = try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst(limit: 12)
    #expect(lines.count == 10)
    for line in lines { #expect(line.error < 1e-7, "\(line.parameter)") }
  }

  /// The short last batch of an epoch, with every kind of mask.
  @Test func shortBatches() throws {
    let graph = Graph(seed: 3)
    let source = BatchSource(
      name: "s",
      columns: [
        Self.input([5, 3, 4]),
        Tensor(shape: [5, 3], values: [0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1]),
      ], schedule: try BatchSchedule(rows: 5, size: 2, shuffles: false, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let padding = try graph.add(BatchRows(source, column: 1), [])
    let layer = Attention(heads: 2, options: Self.options(causal: true, window: 2))
    let mask = graph.constant(Tensor(shape: [3, 3], values: [0, 0, 0, 0, 0, 0, 0, 1, 0]))
    let output = try layer.traced(
      [.tensor(x)], keywords: [("mask", .tensor(mask)), ("key_padding_mask", .tensor(padding))],
      in: graph)[0]
    let loss = try graph.add(Mean(), [try graph.add(Square(), [output])])
    let machine = try Machine(try graph.compileTraining(loss, optimizer: SGD()).program)
    machine.move(to: 4 * machine.count)
    #expect(!graph.parameters.contains { $0.value.values.contains { !$0.isFinite } })
  }

  // MARK: Errors

  private func call(
    _ layer: any Layer, _ shapes: [Shape], _ keywords: [(String, Shape)] = []
  ) throws {
    let graph = Graph(seed: 0)
    func node(_ shape: Shape) -> Node { graph.constant(Tensor(shape: shape, repeating: 1)) }
    _ = try layer.traced(
      shapes.map { .tensor(node($0)) }, keywords: keywords.map { ($0, .tensor(node($1))) },
      in: graph)
  }

  @Test func errors() {
    let layer = Attention(heads: 2)
    for (shapes, text) in [
      ([[2, 3, 4], [2, 5, 4], [2, 6, 4]], "[2, 5, 4] and values [2, 6, 4]"),
      ([[2, 3, 4], [1, 5, 4]], "[1, 5, 4] and values [1, 5, 4]"),
      ([[2, 3, 4], [5, 4]], "[5, 4] and values [5, 4]"),
    ] as [([Shape], String)] {
      expectError(
        "attention: queries [2, 3, 4], keys \(text) do not fit",
        hint: "queries are [n, t, …], keys and values [n, s, …]"
      ) { try call(layer, shapes) }
    }
    for shape in [[3], [4, 3], [3, 3, 3], [1, 2, 3, 3, 3]] as [Shape] {
      expectError(
        "attention: a mask of shape \(shape) does not fit scores of shape [2, 2, 3, 3]",
        hint: "1 where a query may not see a key: [t, s], [n, t, s] or [n, heads, t, s]"
      ) { try call(layer, [[2, 3, 4]], [("mask", shape)]) }
    }
    expectError(
      "attention: a key padding mask of shape [2, 4] does not fit, needs [2, 3]",
      hint: "1 for every key that is padding"
    ) { try call(layer, [[2, 3, 4]], [("key_padding_mask", [2, 4])]) }
    expectError(
      "attention: a bias of shape [3, 3, 3] does not fit scores of shape [2, 2, 3, 3]",
      hint: "it is added to the scores: [t, s], [heads, t, s] or [n, heads, t, s]"
    ) { try call(layer, [[2, 3, 4]], [("attn_bias", [3, 3, 3])]) }
    expectError(
      "rotary_positions: needs […, t, d] with an even d, not shape [3, 3]",
      hint: "features are turned in pairs"
    ) { try call(Attention(options: Self.options(rotary: true)), [[3, 3]]) }
    expectError(
      "position_embedding: a sequence of 5 tokens is longer than the 4 positions",
      hint: "position_embedding(5) has a vector for each"
    ) { try call(PositionEmbedding(4), [[5, 2]]) }
    for layer in [PositionEmbedding(4), PositionalEncoding()] as [any Layer] {
      expectError(
        "\(layer.name): needs […, t, d], not shape [3]",
        hint: "an embedding turns token indices into vectors"
      ) { try call(layer, [[3]]) }
    }
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: [3, 2], repeating: 1))
    let y = graph.constant(Tensor(shape: [4, 3], repeating: 1))
    expectError(
      "scaled_dot_product_attention: queries [3, 2], keys [4, 3] and values [3, 2] do not fit",
      hint: "queries are […, t, d], keys […, s, d], values […, s, e]"
    ) { _ = try ScaledDotProductAttention.attend(x, y, x, in: graph) }
    let scalar = graph.constant(1)
    expectError("relative_shift: needs […, queries, distances], not shape []") {
      _ = try graph.add(RelativeShift(), [scalar])
    }
    expectError("relative_shift: 'keys' must be at least 0, not -1") {
      _ = try graph.add(RelativeShift(keys: -1), [x])
    }
    expectError("window_mask: scores need two axes, not shape []") {
      _ = try graph.add(BandMask(window: 1), [scalar])
    }
    expectError("sinusoidal_positions: a size cannot be negative: [-1, 4]") {
      _ = try SinusoidalPositions.table(length: -1, width: 4)
    }
  }

  @Test func optionErrors() throws {
    func make(_ name: String, _ keywords: [(String, ArgumentValue)]) throws {
      let graph = Graph(seed: 0)
      let entry = try #require(Entries.all.first { $0.descriptor.name == name })
      let arguments = try Arguments(
        entry.descriptor, positional: [], keywords: keywords, graph: graph)
      switch entry.maker {
      case .layer(let make): _ = try make(arguments)
      case .function(let make): _ = try make(arguments, graph)
      default: break
      }
    }
    expectError("attention: 'window' must be at least 0, not -1") {
      try make("attention", [("window", .number(-1))])
    }
    expectError("attention: 'global_tokens' must be at least 0, not -2") {
      try make("attention", [("global_tokens", .number(-2))])
    }
    expectError("causal_mask: 'n' must be at least 0, not -3") {
      try make("causal_mask", [("n", .number(-3))])
    }
    expectError("positional_encoding: 'base' must be positive and finite, not 0") {
      try make("positional_encoding", [("base", .number(0))])
    }
    #expect(throws: EngineError.self) { try make("causal_mask", [("n", .number(1e9))]) }
    #expect(throws: EngineError.self) {
      try make("padding_mask", [("lengths", .list([.number(1)])), ("n", .number(1e15))])
    }
    #expect(throws: EngineError.self) {
      try make("alibi_bias", [("heads", .number(9e15)), ("n", .number(9e15))])
    }
    #expect(throws: EngineError.self) {
      try make("sinusoidal_positions", [("length", .number(9e15)), ("width", .number(9e15))])
    }
  }
}
