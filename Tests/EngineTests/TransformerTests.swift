// Transformer layers against PyTorch's values and gradients; what they promise beyond values; errors.

import Engine
import TestSupport
import Testing

@Suite struct TransformerTests {
  static func options(_ run: GoldenGraph) throws -> TransformerOptions {
    var options = TransformerOptions(heads: try run.int("heads"))
    options.dropout = 0
    options.feedforward = try run.int("feedforward")
    options.normFirst = run.flag("norm_first")
    options.epsilon = run.golden["eps"]?.number ?? 1e-5
    if run.golden["activation"]?.string == "gelu" { options.activation = gelu }
    return options
  }

  static var gelu: FunctionLayer {
    FunctionLayer("gelu") { x, graph throws(EngineError) in try graph.add(GELU(), [x]) }
  }

  private static func flag(_ name: String, _ value: Bool) -> (String, ArgumentValue) {
    (name, .flag(value))
  }

  /// The masks that a case has, as keywords of a call.
  private static func masks(_ run: GoldenGraph) throws -> [(String, ArgumentValue)] {
    try ["src_key_padding_mask", "memory_key_padding_mask"].filter {
      run.golden.has("input." + $0)
    }.map { ($0, .tensor(run.graph.constant(try run.golden.tensor("input." + $0)))) }
  }

  /// Sets one layer's parameters, a MultiheadAttention's among them.
  private static func set(
    _ parameters: inout JointParameters, _ file: String, _ own: String, attentions: [String]
  ) throws {
    for name in attentions { try parameters.setAttention("\(file)\(name).", "\(own)\(name)") }
    for part in ["linear1", "linear2", "norm1", "norm2"] + (attentions.count > 1 ? ["norm3"] : []) {
      for name in ["weight", "bias"] {
        try parameters.set("\(file)\(part).\(name)", "\(own)\(part).\(name)")
      }
    }
  }

  // MARK: Values

  @Test(arguments: GoldenCase.paths("layer", "transformer_encoder_layer"))
  func encoderLayer(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = TransformerEncoderLayer(try Self.options(run))
    run.graph.name(layer, "net")
    let outputs = try layer.traced(
      [.tensor(run.inputs[0])],
      keywords: try Self.masks(run) + [Self.flag("is_causal", run.flag("causal"))], in: run.graph)
    var parameters = JointParameters(run)
    try Self.set(&parameters, "", "net.", attentions: ["self_attn"])
    try parameters.expect(outputs)
  }

  @Test(arguments: GoldenCase.paths("layer", "transformer_decoder_layer"))
  func decoderLayer(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = TransformerDecoderLayer(try Self.options(run))
    run.graph.name(layer, "net")
    let outputs = try layer.traced(
      run.inputs.map(ArgumentValue.tensor),
      keywords: try Self.masks(run) + [Self.flag("tgt_is_causal", true)], in: run.graph)
    var parameters = JointParameters(run)
    try Self.set(&parameters, "", "net.", attentions: ["self_attn", "multihead_attn"])
    try parameters.expect(outputs)
  }

  @Test func whole() throws {
    let run = try GoldenGraph(GoldenCase.load(named: "layer/transformer-post"))
    let count = try run.int("layers")
    let layer = Transformer(
      encoderLayers: count, decoderLayers: count, try Self.options(run))
    run.graph.name(layer, "net")
    let outputs = try layer.traced(
      run.inputs.map(ArgumentValue.tensor), keywords: [Self.flag("tgt_is_causal", true)],
      in: run.graph)
    var parameters = JointParameters(run)
    for index in 0..<count {
      let (first, second) = ("encoder.layers.\(index).", "decoder.layers.\(index).")
      try Self.set(&parameters, first, "net." + first, attentions: ["self_attn"])
      try Self.set(
        &parameters, second, "net." + second, attentions: ["self_attn", "multihead_attn"])
    }
    for name in ["encoder.norm.weight", "encoder.norm.bias", "decoder.norm.weight"] {
      try parameters.set(name, "net." + name)
    }
    try parameters.set("decoder.norm.bias", "net.decoder.norm.bias")
    try parameters.expect(outputs)
    for name in ["encoder.layers.1.self_attn.weights", "decoder.layers.0.multihead_attn.weights"] {
      #expect(run.graph.nodes(named: "net." + name).count == 1)
    }
  }

  // MARK: Properties

  /// No token of a causal stack depends on a later one.
  @Test func theFutureHasNoInfluence() throws {
    let graph = Graph(seed: 3)
    var options = TransformerOptions(heads: 2)
    options.feedforward = 5
    options.dropout = 0
    options.isCausal = true
    options.normFirst = true
    let net = TransformerEncoder(2, options, norm: true)
    graph.name(net, "net")
    let x = try GoldenGraph.parameter(graph, "x", AttentionTests.input([1, 4, 4]))
    let output = try net.traced(x, in: graph)
    // A norm's outputs add up to 0, so they are squared.
    let early = try graph.add(
      Slice([.index(0), .range(start: 0, stop: 2, step: 1)]),
      [try graph.add(Square(), [output])])
    let last = try graph.add(Slice([.range(start: nil, stop: nil, step: 1), .index(0)]), [early])
    let gradient = try graph.gradients(of: try graph.add(Sum(), [last]), for: [x])
    let values = try MachineValues.of([try #require(gradient[x])], graph)[0]
    #expect(values[..<8].contains { $0 != 0 })
    #expect(values[8...].allSatisfy { $0 == 0 })
  }

  /// First values: PyTorch's dense layers, and Glorot's in the whole transformer.
  @Test func initialValues() throws {
    let graph = Graph(seed: 3)
    var options = TransformerOptions(heads: 1)
    options.feedforward = 64
    let one = TransformerEncoderLayer(options)
    let whole = Transformer(encoderLayers: 1, decoderLayers: 1, options)
    graph.name(one, "one")
    graph.name(whole, "whole")
    let x = graph.constant(AttentionTests.input([3, 16]))
    _ = try one.traced(x, in: graph)
    _ = try whole.traced([.tensor(x), .tensor(x)], in: graph)
    func bound(_ path: String) throws -> Float {
      let parameter = try #require(graph.parameters.first { $0.path == path }, "\(path)")
      return parameter.value.values.map { abs($0) }.max() ?? 0
    }
    func expectBound(_ path: String, _ most: Float) throws {
      let found = try bound(path)
      #expect(found <= most && found > most * 0.8, "\(path) \(found) \(most)")
    }
    try expectBound("one.linear1.weight", 0.25)
    try expectBound("one.linear1.bias", 0.25)
    try expectBound("one.linear2.weight", 0.125)
    try expectBound("one.linear2.bias", 0.125)
    try expectBound("one.self_attn.out.weight", 0.25)
    try expectBound("one.self_attn.query.weight", (6.0 / 64).squareRoot())
    try expectBound("whole.encoder.layers.0.linear1.weight", (6.0 / 80).squareRoot())
    try expectBound("whole.decoder.layers.0.multihead_attn.out.weight", (6.0 / 32).squareRoot())
    #expect(try bound("one.self_attn.out.bias") == 0)
    #expect(graph.parameters(of: one).count == 16)
    options.hasBias = false
    let bare = TransformerEncoderLayer(options)
    graph.name(bare, "bare")
    _ = try bare.traced(x, in: graph)
    #expect(graph.parameters(of: bare).filter { $0.path.hasSuffix("bias") }.isEmpty)
    #expect(graph.parameters(of: bare).count == 8)
  }

  /// Dropout leaves out in training alone, and other units at every step.
  @Test func dropout() throws {
    let graph = Graph(seed: 3)
    var options = TransformerOptions(heads: 2)
    options.feedforward = 8
    options.dropout = 0.5
    let layer = TransformerEncoderLayer(options)
    graph.name(layer, "net")
    let x = graph.constant(AttentionTests.input([1, 4, 8]))
    _ = try layer.traced(x, in: graph)
    let names = ["self_attn.dropout", "dropout", "dropout1", "dropout2"].map { "net.\($0)_mask" }
    let masks = names.flatMap { graph.nodes(named: $0) }
    #expect(masks.map { graph.shape($0) } == [[1, 2, 4, 4], [1, 4, 8], [1, 4, 8], [1, 4, 8]])
    for values in try MachineValues.of(masks, graph) { #expect(Set(values) == [0, 2]) }
    let count = graph.records.count
    graph.isTraining = false
    _ = try layer.traced(x, in: graph)
    #expect(graph.nodes(named: names[0]).count == 1 && graph.records.count > count)
  }

  // MARK: Gradients

  @Test func gradientCheck() throws {
    let graph = Graph(seed: 3)
    var options = TransformerOptions(heads: 2)
    options.feedforward = 3
    options.dropout = 0
    options.normFirst = true
    options.activation = Self.gelu
    let net = Transformer(encoderLayers: 1, decoderLayers: 1, options)
    graph.name(net, "net")
    let source = graph.constant(AttentionTests.input([2, 3, 4]))
    let target = graph.constant(AttentionTests.input([2, 2, 4], seed: 8))
    let padding = graph.constant(Tensor(shape: [2, 3], values: [0, 0, 0, 0, 0, 1]))
    let output = try net.traced(
      [.tensor(source), .tensor(target)],
      keywords: [
        ("tgt_is_causal", .flag(true)), ("src_key_padding_mask", .tensor(padding)),
        ("memory_key_padding_mask", .tensor(padding)),
      ], in: graph)[0]
    let loss = try graph.add(
      Sum(), [try graph.add(Square(), [try graph.add(HyperbolicTangent(), [output])])])
    let gradients = try graph.compileTraining(loss, optimizer: SGD()).gradients
    let lines = try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst(limit: 4)
    #expect(lines.count == 46)
    for line in lines { #expect(line.error < 1e-6, "\(line.parameter)") }
  }

  // MARK: Errors

  @Test func errors() throws {
    let graph = Graph(seed: 0)
    let options = TransformerOptions()
    let x = graph.constant(Tensor(shape: [3, 4], repeating: 1))
    let y = graph.constant(Tensor(shape: [2, 3, 5], repeating: 1))
    let layers: [any Layer] = [TransformerDecoderLayer(options), TransformerDecoder(1, options)]
    for layer in layers {
      expectError("\(layer.name): needs a memory", hint: "call it with both: layer(x, memory)") {
        _ = try layer.traced(x, in: graph)
      }
    }
    let whole = Transformer(encoderLayers: 1, decoderLayers: 1, options)
    expectError(
      "transformer: needs a source and a target", hint: "call it with both: net(src, tgt)"
    ) { _ = try whole.traced(x, in: graph) }
    expectError(
      "transformer: source [3, 4] and target [2, 3, 5] do not fit",
      hint: "both are [n, tokens, d] of one width d"
    ) { _ = try whole.traced([.tensor(x), .tensor(y)], in: graph) }
    var odd = TransformerOptions()
    odd.feedforward = 4
    odd.activation = Dense(3)
    expectError(
      "attention: needs [tokens, width] or [n, tokens, width], not shape [3]",
      hint: "an embedding turns token indices into vectors"
    ) {
      _ = try TransformerEncoderLayer(odd).traced(
        graph.constant(Tensor(shape: [3], repeating: 1)), in: graph)
    }
    expectError(
      "transformer: the activation turns shape [3, 4] into [3, 3]",
      hint: "it must keep the shape, as relu and gelu do"
    ) { _ = try TransformerEncoderLayer(odd).traced(x, in: graph) }
    func make(_ name: String, _ keywords: [(String, ArgumentValue)]) throws {
      let entry = try #require(Entries.all.first { $0.descriptor.name == name })
      guard case .layer(let make) = entry.maker else { return }
      _ = try make(
        try Arguments(entry.descriptor, positional: [], keywords: keywords, graph: graph))
    }
    expectError(
      "transformer_encoder_layer: 'activation' must be one of \"relu\", \"gelu\", not \"silu\""
    ) {
      try make(
        "transformer_encoder_layer", [("heads", .number(1)), ("activation", .text("silu"))])
    }
    expectError("transformer_encoder: 'layers' must be at most 1000, not 2000") {
      try make("transformer_encoder", [("layers", .number(2000)), ("heads", .number(1))])
    }
  }
}
