// The normalisations against PyTorch's values and gradients, and what batch norm remembers.

import Engine
import TestSupport
import Testing

@Suite struct GoldenNormalisationTests {
  static let paths = GoldenCase.paths(
    "layer", "batch_norm1d", "batch_norm2d", "group_norm", "layer_norm", "rms_norm")

  private func expect(_ layer: any Layer, _ run: GoldenGraph) throws {
    run.graph.name(layer, "net")
    let output = try layer.traced(run.inputs[0], in: run.graph)
    var parameters: [String: Node] = [:]
    for name in ["weight", "bias"] where run.golden.has("param." + name) {
      try run.set("net." + name, run.golden.tensor("param." + name))
      parameters["grad." + name] = try run.node("net." + name)
    }
    for name in ["running_mean", "running_var"] where run.golden.has("buffer." + name) {
      try run.set("net." + name, run.golden.tensor("buffer." + name))
    }
    try run.expect([output], parameters: parameters)
  }

  @Test(arguments: GoldenCase.paths("layer", "layer_norm"))
  func layerNorm(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    try expect(
      LayerNorm(
        try #require(run.golden["normalized"]?.ints), epsilon: run.number("eps"),
        affine: run.flag("affine")), run)
  }

  @Test func rootMeanSquareNorm() throws {
    let run = try GoldenGraph(GoldenCase.load(named: "layer/rms_norm"))
    try expect(RMSNorm(epsilon: run.number("eps")), run)
  }

  @Test(arguments: GoldenCase.paths("layer", "group_norm"))
  func groupNorm(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    try expect(GroupNorm(run.int("groups"), epsilon: run.number("eps")), run)
  }

  @Test(arguments: GoldenCase.paths("layer", "batch_norm1d", "batch_norm2d"))
  func batchNorm(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let layer = BatchNorm(
      axes: run.golden.name == "batch_norm1d" ? 0...1 : 2...2, epsilon: try run.number("eps"),
      momentum: try run.number("momentum"), affine: run.flag("affine"))
    let isTraining = run.flag("training")
    run.graph.isTraining = isTraining
    try expect(layer, run)
    // Looking has changed nothing; a training step does.
    func buffer(_ name: String) throws -> Tensor {
      try #require(run.graph.buffers(of: layer).first { $0.path == "net." + name }).value
    }
    #expect(try buffer("running_mean") == run.golden.tensor("buffer.running_mean"))
    #expect(try buffer("num_batches_tracked") == Tensor(0))
    let output = try run.node("net")
    let loss = try run.add(Sum(), run.add(Square(), output))
    let program = try run.graph.compileTraining(loss, optimizer: SGD(lr: 0)).program
    let machine = try Machine(program)
    machine.train(until: 1)
    #expect(try buffer("num_batches_tracked") == Tensor(isTraining ? 1 : 0))
    try expectClose(buffer("running_mean"), run.golden, "output.running_mean")
    try expectClose(buffer("running_var"), run.golden, "output.running_var")
    // And it is taken back with the step.
    machine.move(to: 0)
    #expect(try buffer("running_mean") == run.golden.tensor("buffer.running_mean"))
    #expect(try buffer("running_var") == run.golden.tensor("buffer.running_var"))
  }

  /// Two uses in one step are two batches; without a momentum all batches count alike; the variance
  /// kept is unbiased in a short last batch as well.
  @Test func runningStatistics() throws {
    let graph = Graph(seed: 1)
    let rows = Tensor(shape: [5, 1], values: [1, 2, 4, 8, 9])
    let source = BatchSource(
      name: "rows", columns: [rows],
      schedule: try BatchSchedule(rows: 5, size: 3, shuffles: false, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let layer = BatchNorm(momentum: nil)
    graph.name(layer, "norm")
    let loss = try graph.add(Sum(), [try layer.traced(x, in: graph)])
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0)).program
    let machine = try Machine(program)
    machine.train(until: 2)
    func value(_ name: String) -> [Float]? {
      graph.parameters.first { $0.path == "norm." + name }?.value.values
    }
    // Batches 1 2 4 and 8 9: means 7/3 and 17/2, variances 7/3 and 1/2.
    #expect(value("num_batches_tracked") == [2])
    let mean = try #require(value("running_mean")?.first)
    let variance = try #require(value("running_var")?.first)
    #expect(abs(mean - 5.416_666_7) < 1e-5)
    #expect(abs(variance - 1.416_666_7) < 1e-5)
    // Evaluation reads them and changes nothing.
    let seen = try EvaluationMode(layer).traced(
      graph.constant(Tensor(shape: [1, 1], values: [mean])), in: graph)
    #expect(try MachineValues.of([seen], graph) == [[0]])
    #expect(value("num_batches_tracked") == [2])
    let twice = Graph(seed: 1)
    let shared = BatchNorm(momentum: 0.5)
    twice.name(shared, "norm")
    let one = try shared.traced(twice.constant(Tensor(shape: [2, 1], values: [0, 2])), in: twice)
    let two = try shared.traced(twice.constant(Tensor(shape: [2, 1], values: [4, 6])), in: twice)
    let sum = try twice.add(Sum(), [try twice.add(Add(), [one, two])])
    try Machine(try twice.compileTraining(sum, optimizer: SGD(lr: 0)).program).train(until: 1)
    let found = twice.parameters.first { $0.path == "norm.running_mean" }
    // 0, then 1 and 5 by halves.
    #expect(found?.value.values == [2.75])
  }

  @Test func errors() throws {
    func apply(_ layer: any Layer, _ shape: Shape) throws {
      let graph = Graph(seed: 0)
      _ = try layer.traced(graph.constant(Tensor(shape: shape, repeating: 1)), in: graph)
      Issue.record("no error")
    }
    let hint = "channels are the second axis, after the examples"
    expectError("batch_norm1d: needs [n, c] or [n, c, length], not shape [5]", hint: hint) {
      try apply(BatchNorm(axes: 0...1), [5])
    }
    expectError(
      "batch_norm1d: needs [n, c] or [n, c, length], not shape [1, 2, 3, 4]",
      hint: "batch_norm2d is for images, batch_norm for any shape"
    ) { try apply(BatchNorm(axes: 0...1), [1, 2, 3, 4]) }
    expectError("batch_norm2d: needs [n, c, h, w], not shape [2, 3]", hint: hint) {
      try apply(BatchNorm(axes: 2...2), [2, 3])
    }
    expectError("batch_norm: needs [n, c, …], not shape []", hint: hint) {
      try apply(BatchNorm(), [])
    }
    expectError(
      "batch_norm: one value a channel in shape [1, 3] has no variance",
      hint: "train on batches of two rows and more, the last one of an epoch too; eval(net) needs "
        + "no batch"
    ) { try apply(BatchNorm(axes: 0...1), [1, 3]) }
    expectError("group_norm: needs [n, c, …], not shape [3]", hint: hint) {
      try apply(GroupNorm(1), [3])
    }
    expectError(
      "group_norm: 3 channels cannot be shared by 2 groups",
      hint: "the number of channels must be a multiple of the number of groups"
    ) { try apply(GroupNorm(2), [1, 3, 2]) }
    expectError("instance_norm2d: needs [n, c, h, w], not shape [2, 3]", hint: hint) {
      try apply(InstanceNorm(axes: 2), [2, 3])
    }
    expectError(
      "instance_norm1d: one value a channel in shape [2, 3, 1] has no variance",
      hint: "instances are normalised over their positions; layer_norm normalises vectors"
    ) { try apply(InstanceNorm(axes: 1), [2, 3, 1]) }
    expectError(
      "layer_norm: shape [3, 4, 5] does not end in the normalized_shape [5, 4]",
      hint: "leave normalized_shape away to normalise over the last axis"
    ) { try apply(LayerNorm([5, 4]), [3, 4, 5]) }
    expectError("rms_norm: a scalar has no axis to normalise over") { try apply(RMSNorm(), []) }
    // One row left over for the last batch of an epoch.
    let graph = Graph(seed: 1)
    let source = BatchSource(
      name: "rows", columns: [Tensor(shape: [5, 2], repeating: 1)],
      schedule: try BatchSchedule(rows: 5, size: 2, shuffles: false, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let loss = try graph.add(Sum(), [try BatchNorm().traced(x, in: graph)])
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0)).program
    #expect(throws: EngineError.self) { _ = try Machine(program) }
  }
}
