// Attention and tables of positions against PyTorch's values and gradients.

import Engine
import TestSupport
import Testing

@Suite struct AttentionGoldenTests {
  @Test(arguments: GoldenCase.paths("layer", "multihead_attention"))
  func layer(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = Attention(
      heads: try run.int("heads"), causal: run.flag("causal"), bias: run.flag("bias"))
    run.graph.name(layer, "net")
    var keywords: [(String, ArgumentValue)] = [("need_weights", .flag(true))]
    if run.golden.has("input.key_padding_mask") {
      let mask = run.graph.constant(try run.golden.tensor("input.key_padding_mask"))
      keywords.append(("key_padding_mask", .tensor(mask)))
    }
    let outputs = try layer.traced(
      run.inputs.map(ArgumentValue.tensor), keywords: keywords, in: run.graph)
    let weights = try run.node("net.weights")
    #expect(outputs[1] == weights)
    var parameters = JointParameters(run)
    try parameters.setAttention("", "net")
    try parameters.expect(outputs)
  }

  /// The order of the layer's masks and PyTorch's three-dimensional ones.
  @Test func masksInEveryShape() throws {
    let run = try GoldenGraph(
      GoldenCase.load(named: "layer/multihead_attention-causal-padding"))
    let layer = Attention(heads: 3)
    run.graph.name(layer, "net")
    let shape = run.graph.shape(run.inputs[0])
    let (n, t) = (shape[0], shape[1])
    let padding = try run.golden.tensor("input.key_padding_mask")
    // [n, t, s] of both, then one for each head.
    var values: [Float] = []
    for row in 0..<n {
      for query in 0..<t {
        for key in 0..<t { values.append(key > query || padding[row, key] != 0 ? 1 : 0) }
      }
    }
    let whole = Tensor(shape: [n, t, t], values: values)
    let perHead = Tensor(
      shape: [n * 3, t, t],
      values: (0..<n).flatMap { row in
        (0..<3).flatMap { _ in values[row * t * t..<(row + 1) * t * t] }
      })
    let four = Tensor(shape: [n, 3, t, t], values: perHead.values)
    // −∞ added says the same.
    let bias = Tensor(shape: four.shape, values: four.values.map { $0 == 0 ? 0 : -.infinity })
    var results: [[Node]] = []
    for (name, tensor) in [("mask", whole), ("mask", perHead), ("mask", four), ("attn_bias", bias)]
    {
      results.append(
        try layer.traced(
          [.tensor(run.inputs[0])],
          keywords: [
            (name, .tensor(run.graph.constant(tensor))), ("need_weights", .flag(true)),
          ], in: run.graph))
    }
    var parameters = JointParameters(run)
    try parameters.setAttention("", "net")
    let found = try MachineValues.of(results.map { $0[0] }, run.graph)
    for values in found { #expect(values == found[0]) }
    for result in results { try run.expect(result) }
  }

  @Test(arguments: GoldenCase.paths("operation", "scaled_dot_product_attention"))
  func function(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let mask =
      run.inputs.count > 3
      ? run.graph.constant(try run.golden.tensor("input.3")) : nil
    let (output, weights) = try ScaledDotProductAttention.attend(
      run.inputs[0], run.inputs[1], run.inputs[2], mask: mask, isCausal: run.flag("causal"),
      scale: run.golden["scale"]?.number, in: run.graph)
    try run.expect([output, weights])
  }

  @Test(arguments: GoldenCase.paths("layer", "sinusoidal_positions"))
  func positions(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let name = try #require(run.golden["layout"]?.string)
    let layout = try #require(SinusoidalPositions.Layout(rawValue: name))
    let (length, width) = (try run.int("length"), try run.int("features"))
    let table = try SinusoidalPositions.table(
      length: length, width: width, layout: layout, base: try run.number("base"))
    try expectClose(table, run.golden, "output.0")
    // The layer adds it to every sequence.
    let layer = PositionalEncoding(layout: layout, base: try run.number("base"))
    let zeros = run.graph.constant(Tensor(shape: [2, length, width], repeating: 0))
    let added = try MachineValues.of([try layer.traced(zeros, in: run.graph)], run.graph)[0]
    #expect(added == table.values + table.values)
  }
}
