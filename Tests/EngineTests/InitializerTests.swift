// Initial values: the laws against PyTorch's formulas, and the numbers that are drawn from them.

import Engine
import TestSupport
import Testing

@Suite struct InitializerTests {
  private static func law(_ golden: GoldenCase) -> Initializer.Distribution {
    let slope =
      golden["nonlinearity"]?.string == "relu" ? 0 : golden["a"]?.number ?? 0
    return switch golden.name {
    case "xavier_uniform": .xavierUniform(gain: golden["gain"]?.number ?? 1)
    case "xavier_normal": .xavierNormal(gain: golden["gain"]?.number ?? 1)
    case "kaiming_uniform": .kaimingUniform(slope: slope)
    default: .kaimingNormal(slope: slope)
    }
  }

  @Test(
    arguments: GoldenCase.paths(
      "initializer", "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"
    ).filter { !$0.hasSuffix("fan-out") })
  func laws(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let shape = Shape(try #require(golden["shape"]?.ints))
    let initializer = Initializer(golden.name, Self.law(golden))
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

  @Test func whatIsNotExpressed() {
    let expressed =
      GoldenCase.paths(
        "initializer", "xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal"
      )
      .filter { !$0.hasSuffix("fan-out") }
      + ["linear", "embedding", "layer_norm", "multihead_attention"].map {
        "initializer/layer_default-" + $0
      }
    let rest = Set(GoldenCase.paths("initializer")).subtracting(expressed).sorted()
    #expect(
      rest.map { String($0.dropFirst("initializer/".count)) } == [
        "gain", "kaiming_uniform-fan-out", "layer_default-conv2d", "layer_default-gru",
        "layer_default-lstm", "layer_default-rnn",
      ])
  }
}
