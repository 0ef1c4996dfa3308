// Initial values: the laws against PyTorch's formulas, and the numbers that are drawn from them.

import Engine
import TestSupport
import Testing

@Suite struct InitializerTests {
  /// The initial values called by name with a case's settings as arguments.
  private static func make(
    _ name: String, _ keywords: [(String, ArgumentValue)]
  ) throws -> Initializer {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name }, "\(name)")
    guard case .initializer(let make) = entry.maker else {
      throw EngineError("\(name) makes no initial values")
    }
    return try make(
      try Arguments(
        entry.descriptor, positional: [], keywords: keywords, graph: Graph(seed: 0)))
  }

  private static func make(_ golden: GoldenCase) throws -> Initializer {
    let keywords = golden.settings.filter { $0.key != "shape" && $0.key != "gram" }
      .sorted { $0.key < $1.key }.map { ($0.key, ScheduleTests.argument($0.value)) }
    return try make(golden.name, keywords)
  }

  @Test(
    arguments: GoldenCase.paths(
      "initializer", "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal",
      "truncated_normal"))
  func laws(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let shape = Shape(try #require(golden["shape"]?.ints))
    let initializer = try Self.make(golden)
    let spread = try #require(initializer.spread(shape))
    func expect(_ value: Double, _ name: String) throws {
      guard golden.has("output." + name) else { return }
      let expected = try golden.expected("output." + name)[0]
      #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(path) \(name)")
    }
    try expect(spread.low, "lower")
    try expect(spread.high, "upper")
    try expect(spread.mean, "mean")
    try expect(spread.deviation, "standard_deviation")
    // What is drawn follows the law.
    let values = initializer.values(shape: [200, 100], seed: 3, path: path)
    let large = try #require(initializer.spread([200, 100]))
    let count = Double(values.count)
    let mean = values.reduce(0.0) { $0 + Double($1) } / count
    let square = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
    #expect(abs(mean - large.mean) < 4 * large.deviation / count.squareRoot())
    #expect(abs(square.squareRoot() / large.deviation - 1) < 0.03)
    if large.low.isFinite {
      #expect(values.allSatisfy { Double($0) >= large.low * 1.000001 })
      #expect(values.allSatisfy { Double($0) <= large.high * 1.000001 })
      #expect(Double(values.max() ?? 0) > large.high * 0.99)
    }
  }

  /// The values a layer's parameters start from, by their bounds.
  private static func parameters(
    _ layer: any Layer, for input: Tensor
  ) throws -> [String: [Float]] {
    let graph = Graph(seed: 5)
    graph.name(layer, "layer")
    _ = try layer.traced(graph.constant(input), in: graph)
    return Dictionary(
      uniqueKeysWithValues: graph.parameters.map {
        (String($0.path.dropFirst("layer.".count)), $0.value.values)
      })
  }

  private static func bound(_ values: [Float]?) -> Double {
    Double((values ?? []).map(abs).max() ?? .nan)
  }

  @Test func layersStartAsInPyTorch() throws {
    func expected(_ path: String, _ name: String) throws -> Double {
      try GoldenCase.load(named: "initializer/layer_default-" + path).expected("output." + name)[0]
    }
    let dense = try Self.parameters(Dense(20), for: Tensor(shape: [1, 30], repeating: 1))
    for name in ["weight", "bias"] {
      let bound = try expected("linear", name + ".bound")
      #expect(Self.bound(dense[name]) <= bound * 1.000001, "\(name)")
      #expect(Self.bound(dense[name]) > bound * 0.8, "\(name)")
    }
    let table = try Self.parameters(
      Embedding(50, 16), for: Tensor(shape: [1], repeating: 0))["weight"]
    let square = (table ?? []).reduce(0.0) { $0 + Double($1 * $1) } / Double(table?.count ?? 0)
    #expect(
      abs(square.squareRoot() / (try expected("embedding", "weight.standard_deviation")) - 1) < 0.1)
    let norm = try Self.parameters(LayerNorm(), for: Tensor(shape: [2, 16], repeating: 1))
    for name in ["weight", "bias"] {
      let constant = Float(try expected("layer_norm", name + ".constant"))
      #expect(norm[name] == Array(repeating: constant, count: 16), "\(name)")
    }
    let attention = try Self.parameters(
      SelfAttention(heads: 4), for: Tensor(shape: [3, 16], repeating: 1))
    for name in ["query", "key", "value", "out"] {
      let file = name == "out" ? "out_proj" : "in_proj"
      let weight = file == "out_proj" ? "out_proj.weight.bound" : "in_proj_weight.bound"
      let bias = file == "out_proj" ? "out_proj.bias.constant" : "in_proj_bias.constant"
      let bound = try expected("multihead_attention", weight)
      #expect(Self.bound(attention[name + ".weight"]) <= bound * 1.000001, "\(name)")
      #expect(Self.bound(attention[name + ".weight"]) > bound * 0.95, "\(name)")
      let constant = Float(try expected("multihead_attention", bias))
      #expect(attention[name + ".bias"] == Array(repeating: constant, count: 16), "\(name)")
    }
  }

  /// A parameter's numbers depend on the seed and its path alone, not on what was made before.
  @Test func seedAndPathDecide() {
    let initializer = Initializer("normal", .normal(mean: 0, deviation: 1))
    let first = initializer.values(shape: [3, 5], seed: 1, path: "net.0.weight")
    #expect(first == initializer.values(shape: [15], seed: 1, path: "net.0.weight"))
    #expect(first != initializer.values(shape: [3, 5], seed: 2, path: "net.0.weight"))
    #expect(first != initializer.values(shape: [3, 5], seed: 1, path: "net.1.weight"))
    #expect(Set(first).count == 15)
    #expect(Initializer.zeros.values(shape: [2], seed: 1, path: "") == [0, 0])
    #expect(Initializer.ones.values(shape: [0], seed: 1, path: "") == [])
    let fan = Initializer("linear", .fanUniform(fan: 0)).values(shape: [2], seed: 1, path: "")
    #expect(fan == [0, 0])
  }

  @Test(arguments: GoldenCase.paths("initializer", "orthogonal"))
  func orthogonal(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let shape = Shape(try #require(golden["shape"]?.ints))
    let values = try Self.make(golden).values(shape: shape, seed: 4, path: path)
    let rows = shape[0]
    let columns = shape.count / rows
    let isRows = golden["gram"] == .string("rows")
    let size = isRows ? rows : columns
    var gram: [Float] = []
    for i in 0..<size {
      for j in 0..<size {
        let products = (0..<(isRows ? columns : rows)).map { k in
          isRows
            ? Double(values[i * columns + k]) * Double(values[j * columns + k])
            : Double(values[k * columns + i]) * Double(values[k * columns + j])
        }
        gram.append(Float(products.reduce(0, +)))
      }
    }
    expectClose(gram, try golden.expected("output.gram"), .tensor(error: 1e-7), path)
    // No direction is preferred: signs vary.
    #expect(values.contains { $0 > 0 } && values.contains { $0 < 0 })
  }

  @Test func gains() throws {
    let golden = try GoldenCase.load(named: "initializer/gain")
    let expected = try golden.expected("output.0")
    let list = try #require(golden["nonlinearities"]?.list)
    for (setting, value) in zip(list, expected) {
      let name = try #require(setting.string ?? setting.list?.first?.string)
      let gain = try #require(
        Initializer.gain(name, slope: setting.list?.last?.number), "\(name)")
      #expect(abs(gain - value) < 1e-12, "\(name)")
    }
    #expect(Initializer.gain("softmax") == nil)
  }

  /// Convolutions and recurrent layers.
  @Test(arguments: ["conv2d", "rnn", "lstm", "gru"])
  func otherLayersStartAsInPyTorch(_ name: String) throws {
    let golden = try GoldenCase.load(named: "initializer/layer_default-" + name)
    let sizes = try #require(golden["arguments"]?.ints)
    let entry = try #require(Entries.all.first { $0.descriptor.name == name })
    guard case .layer(let make) = entry.maker else {
      Issue.record("\(name) is no layer")
      return
    }
    let layer = try make(
      try Arguments(
        entry.descriptor, positional: sizes.dropFirst().map { .number(Double($0)) },
        keywords: [], graph: Graph(seed: 0)))
    let shape: Shape = name == "conv2d" ? [1, sizes[0], 8, 8] : [1, 3, sizes[0]]
    let found = try Self.parameters(layer, for: Tensor(shape: shape, repeating: 1))
    let names = golden.names("output.")
    #expect(found.count == names.count)
    let bounds = Set(try names.map { try golden.expected($0)[0] })
    let bound = try #require(bounds.count == 1 ? bounds.first : nil)
    for (path, values) in found {
      #expect(Self.bound(values) <= bound * 1.000001, "\(path)")
      #expect(Self.bound(values) > bound * 0.7, "\(path)")
    }
  }

  @Test func patterns() throws {
    func values(_ name: String, _ shape: Shape, _ keywords: (String, ArgumentValue)...) throws
      -> [Float]
    {
      try Self.make(name, keywords).values(shape: shape, seed: 1, path: "w")
    }
    #expect(try values("eye", [2, 3]) == [1, 0, 0, 0, 1, 0])
    #expect(try values("identity", [3, 2]) == [1, 0, 0, 1, 0, 0])
    #expect(try values("dirac", [2, 2, 3]) == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
    #expect(try values("dirac", [1, 2, 1, 2]) == [0, 1, 0, 0])
    #expect(try values("dirac", [2, 0, 3]) == [])
    let sparse = try values("sparse", [10, 7], ("sparsity", .number(0.25)))
    for column in 0..<7 {
      #expect((0..<10).filter { sparse[$0 * 7 + column] == 0 }.count == 3)
    }
    #expect(Set(sparse).count == 50)
  }

  /// Bounds on one side, far out, and next to nothing between.
  @Test(
    arguments: [
      (0, 1, 0, 1e9), (0, 1, -1e9, 1), (0, 1, 5, 6), (0, 2, -100, -20), (3, 0.5, -1e9, 1e9),
      (0, 1, 1, 1.0001), (0, 1e-3, 50, 60),
    ] as [(Double, Double, Double, Double)])
  func truncation(_ mean: Double, _ deviation: Double, _ low: Double, _ high: Double) throws {
    let initializer = Initializer(
      "trunc_normal",
      .truncatedNormal(mean: mean, deviation: deviation, low: low, high: high))
    let values = initializer.values(shape: [2000], seed: 3, path: "w")
    #expect(values.allSatisfy { Double($0) >= low - 1e-6 && Double($0) <= high + 1e-6 })
    let spread = try #require(initializer.spread([2000]))
    let average = values.reduce(0) { $0 + Double($1) } / 2000
    #expect(abs(average - spread.mean) < 5 * spread.deviation / 2000.0.squareRoot() + 1e-5)
  }

  @Test func messages() {
    func expect(
      _ name: String, _ message: String, hint: String? = nil,
      _ keywords: (String, ArgumentValue)...
    ) {
      expectError(message, hint: hint) { _ = try Self.make(name, keywords) }
    }
    expect(
      "kaiming_normal",
      "kaiming_normal: 'mode' must be one of \"fan_in\", \"fan_out\", not \"fan_inn\"",
      hint: "did you mean 'fan_in'?", ("mode", .text("fan_inn")))
    expect(
      "he_uniform",
      "he_uniform: 'nonlinearity' must be one of \"linear\", \"conv1d\", \"conv2d\", "
        + "\"conv3d\", \"sigmoid\", \"tanh\", \"relu\", \"leaky_relu\", \"selu\", not \"softmax\"",
      ("nonlinearity", .text("softmax")))
    expect(
      "trunc_normal", "trunc_normal: 'a' must be less than 'b', not 2 and 2", ("a", .number(2)))
    expect(
      "trunc_normal", "trunc_normal: 'std' must be more than 0, not 0", ("std", .number(0)))
    expect(
      "sparse", "sparse: 'sparsity' must be between 0 and 1, not 2", ("sparsity", .number(2)))
    let graph = Graph(seed: 0)
    for (law, shape, wanted) in [
      (.orthogonal(gain: 1), [4], "2 or more axes"), (.eye, [2, 2, 2], "a matrix"),
      (.dirac, [2, 2], "3 or more axes"),
      (.sparse(sparsity: 0.5, deviation: 1), [], "a matrix"),
    ] as [(Initializer.Distribution, Shape, String)] {
      expectError("law needs \(wanted), not shape \(shape)") {
        _ = try graph.freeParameter("w", shape, Initializer("law", law))
      }
    }
    #expect(graph.parameters.isEmpty)
  }
}
