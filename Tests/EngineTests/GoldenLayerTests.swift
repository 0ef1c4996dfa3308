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

  @Test func embedding() throws {
    let run = try GoldenGraph(GoldenCase.load(named: "layer/embedding-plain"))
    let layer = Embedding(try run.int("count"), try run.int("features"))
    run.graph.name(layer, "table")
    let output = try layer.traced(
      run.graph.constant(run.golden.tensor("input.0")), in: run.graph)
    try run.set("table.weight", run.golden.tensor("param.weight"))
    try run.expect([output], parameters: ["grad.weight": run.node("table.weight")])
  }

  @Test(arguments: [
    "layer/layer_norm-last", "layer/layer_norm-offset", "layer/layer_norm-no-affine",
  ])
  func layerNorm(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = LayerNorm(epsilon: try run.number("eps"))
    run.graph.name(layer, "norm")
    let output = try layer.traced(run.inputs[0], in: run.graph)
    var parameters: [String: Node] = [:]
    if run.golden["affine"]?.bool == true {
      for name in ["weight", "bias"] {
        try run.set("norm." + name, run.golden.tensor("param." + name))
        parameters["grad." + name] = try run.node("norm." + name)
      }
    }
    try run.expect([output], parameters: parameters)
  }

  @Test func rootMeanSquareNorm() throws {
    let run = try GoldenGraph(GoldenCase.load(named: "layer/rms_norm"))
    let weight = try GoldenGraph.parameter(run.graph, "weight", run.golden.tensor("param.weight"))
    let x = run.inputs[0]
    let square = try run.add(Mean(axis: -1, keepsAxis: true), run.add(Square(), x))
    let root = try run.add(
      SquareRoot(), run.add(Add(), square, run.number(try run.number("eps"))))
    let output = try run.add(Multiply(), run.add(Divide(), x, root), weight)
    try run.expect([output], parameters: ["grad.weight": weight])
  }

  @Test func whatIsNotExpressed() {
    let expressed =
      GoldenCase.paths(
        "layer", "linear", "rnn_tanh", "rnn_relu", "lstm", "gru",
        "multihead_attention", "sinusoidal_positions") + [
        "layer/embedding-plain", "layer/layer_norm-last", "layer/layer_norm-offset",
        "layer/layer_norm-no-affine", "layer/rms_norm",
      ] + GoldenSpatialTests.paths
    let rest = Set(GoldenCase.paths("layer")).subtracting(expressed).sorted()
    #expect(
      rest.map { String($0.dropFirst("layer/".count)) } == [
        "adaptive_avg_pool2d-one", "adaptive_avg_pool2d-uneven", "avg_pool1d",
        "avg_pool2d-padded", "avg_pool2d-padding-not-counted", "avg_pool2d-plain",
        "batch_norm1d-evaluation", "batch_norm1d-sequence", "batch_norm1d-training",
        "dropout-evaluation", "dropout-training", "embedding-padding", "layer_norm-two-axes",
      ])
  }
}
