// Layers against PyTorch's values and the gradients of inputs and parameters.

import Engine
import TestSupport
import Testing

@Suite struct GoldenLayerTests {
  @Test(arguments: GoldenCase.paths("layer", "linear"))
  func dense(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let hasBias = run.flag("bias")
    let layer = Dense(try run.int("features"), bias: hasBias)
    run.graph.name(layer, "net")
    let output = try layer.traced(run.inputs[0], in: run.graph)
    var parameters: [String: Node] = [:]
    for name in hasBias ? ["weight", "bias"] : ["weight"] {
      try run.set("net." + name, run.golden.tensor("param." + name))
      parameters["grad." + name] = try run.node("net." + name)
    }
    try run.expect([output], parameters: parameters)
  }

  @Test(arguments: GoldenCase.paths("layer", "embedding"))
  func embedding(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = Embedding(
      try run.int("count"), try run.int("features"), padding: run.golden["padding_idx"]?.int)
    run.graph.name(layer, "table")
    let output = try layer.traced(
      run.graph.constant(run.golden.tensor("input.0")), in: run.graph)
    try run.set("table.weight", run.golden.tensor("param.weight"))
    try run.expect([output], parameters: ["grad.weight": run.node("table.weight")])
  }

  @Test func whatIsNotExpressed() {
    let expressed =
      GoldenCase.paths(
        "layer", "linear", "rnn_tanh", "rnn_relu", "lstm", "gru",
        "multihead_attention", "sinusoidal_positions", "transformer_encoder_layer",
        "transformer_decoder_layer", "transformer", "embedding", "dropout")
      + GoldenSpatialTests.paths + GoldenNormalisationTests.paths
    let rest = Set(GoldenCase.paths("layer")).subtracting(expressed).sorted()
    #expect(rest.isEmpty, "\(rest)")
  }
}
