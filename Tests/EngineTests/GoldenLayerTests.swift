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

  @Test(arguments: ["layer/multihead_attention-self", "layer/multihead_attention-causal"])
  func attention(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let run = try GoldenGraph(golden)
    let layer = SelfAttention(
      heads: try run.int("heads"), causal: run.flag("causal"))
    run.graph.name(layer, "attention")
    let output = try layer.traced(run.inputs[0], in: run.graph)
    let width = try run.int("features")
    // PyTorch keeps the weights of queries, keys and values as one matrix.
    let weights = try golden.tensor("param.in_proj_weight").values
    let biases = try golden.tensor("param.in_proj_bias").values
    for (part, name) in ["query", "key", "value"].enumerated() {
      try run.set(
        "attention.\(name).weight",
        Tensor(
          shape: [width, width],
          values: Array(weights[part * width * width..<(part + 1) * width * width])))
      try run.set(
        "attention.\(name).bias",
        Tensor(shape: [width], values: Array(biases[part * width..<(part + 1) * width])))
    }
    try run.set("attention.out.weight", golden.tensor("param.out_proj.weight"))
    try run.set("attention.out.bias", golden.tensor("param.out_proj.bias"))
    let weightsNode = try run.node("attention.weights")
    try run.expect(
      [output, weightsNode],
      parameters: [
        "grad.out_proj.weight": run.node("attention.out.weight"),
        "grad.out_proj.bias": run.node("attention.out.bias"),
      ])
    // The joint gradients, put together again.
    var loss = try run.add(
      Sum(), run.add(Multiply(), output, run.graph.constant(golden.tensor("grad_output.0"))))
    loss = try run.add(
      Add(), loss,
      run.add(
        Sum(), run.add(Multiply(), weightsNode, run.graph.constant(golden.tensor("grad_output.1")))
      ))
    for (file, own) in [("in_proj_weight", "weight"), ("in_proj_bias", "bias")] {
      let nodes = try ["query", "key", "value"].map { try run.node("attention.\($0).\(own)") }
      let gradients = try run.graph.gradients(of: loss, for: nodes)
      let joint = try run.graph.add(
        Concatenate(), nodes.map { try #require(gradients[$0]) })
      let program = run.graph.compile([joint])
      let machine = try Machine(program, keepsHistory: false)
      machine.look(atStep: 0)
      try expectClose(
        machine.held(#require(program.slot(of: joint))), golden, "grad." + file)
    }
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
      GoldenCase.paths("layer", "linear", "rnn_tanh", "rnn_relu", "lstm", "gru") + [
        "layer/embedding-plain", "layer/layer_norm-last", "layer/layer_norm-offset",
        "layer/layer_norm-no-affine", "layer/multihead_attention-self",
        "layer/multihead_attention-causal", "layer/rms_norm",
      ] + GoldenSpatialTests.paths
    let rest = Set(GoldenCase.paths("layer")).subtracting(expressed).sorted()
    #expect(
      rest.map { String($0.dropFirst("layer/".count)) } == [
        "adaptive_avg_pool2d-one", "adaptive_avg_pool2d-uneven", "avg_pool1d",
        "avg_pool2d-padded", "avg_pool2d-padding-not-counted", "avg_pool2d-plain",
        "batch_norm1d-evaluation", "batch_norm1d-sequence", "batch_norm1d-training",
        "dropout-evaluation", "dropout-training", "embedding-padding", "layer_norm-two-axes",
        "multihead_attention-causal-padding", "multihead_attention-cross",
        "multihead_attention-cross-sizes", "multihead_attention-padding",
        "sinusoidal_positions-concatenated", "sinusoidal_positions-interleaved",
      ])
  }
}
