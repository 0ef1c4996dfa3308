// Losses against PyTorch's values and gradients, called by name with the file's settings, and
// against finite differences.

import Engine
import TestSupport
import Testing

@Suite struct GoldenLossTests {
  private static let names = [
    "bce": "binary_cross_entropy", "bce_with_logits": "binary_cross_entropy_with_logits",
    "cross_entropy": "cross_entropy", "kl_div": "kl_div",
    "switch_load_balancing": "load_balancing_loss",
  ]

  /// Settings of the recipes that are no arguments of the loss.
  private static let leftOut: Set = [
    "shape", "scale", "weight", "pos_weight", "soft", "ignored", "probabilities", "count", "batch",
    "length", "experts", "classes", "input_lengths", "target_lengths",
  ]

  static func call(
    _ name: String, _ positional: [ArgumentValue], _ keywords: [(String, ArgumentValue)] = [],
    in graph: Graph
  ) throws -> Node {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name }, "\(name)")
    guard case .function(let build) = entry.maker else {
      throw EngineError("\(name) is no function")
    }
    return try build(
      try Arguments(
        entry.descriptor, positional: positional, keywords: keywords, graph: graph), graph)
  }

  /// - Parameter known: targets are constants whose values are seen when the loss is made.
  private static func loss(_ run: GoldenGraph, known: Bool) throws -> Node {
    let golden = run.golden
    let name = names[golden.name] ?? golden.name + "_loss"
    var keywords = golden.settings.filter { !leftOut.contains($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, ScheduleTests.argument($0.value)) }
    func given(_ name: String) throws -> ArgumentValue {
      .tensor(run.graph.constant(try golden.tensor("input." + name)))
    }
    for name in ["weight", "pos_weight", "targets", "input_lengths", "target_lengths"]
    where golden.has("input." + name) {
      keywords.append((name, try given(name)))
    }
    var positional: [ArgumentValue] = []
    for (index, input) in run.inputs.enumerated() {
      let isGiven = known && !golden.has("grad_input.\(index)")
      positional.append(try isGiven ? given("\(index)") : .tensor(input))
    }
    // There the weight was counted as an input, too.
    if golden.has("input.2"), positional.count == 1 { positional.append(try given("2")) }
    if golden.name == "ctc" {
      positional = [.tensor(try run.add(LogSoftmax(), run.inputs[0]))]
    }
    return try call(name, positional, keywords, in: run.graph)
  }

  @Test(arguments: GoldenCase.paths("loss"), [true, false])
  func losses(_ path: String, known: Bool) throws {
    let golden = try GoldenCase.load(named: path)
    let run = try GoldenGraph(golden)
    let output = try Self.loss(run, known: known)
    try run.expect([output])
    // By central differences in double precision.
    let upstream = run.graph.constant(try golden.tensor("grad_output.0"))
    let total = try run.add(Sum(), try run.add(Multiply(), output, upstream))
    let targets = run.inputs.indices.filter { golden.has("grad_input.\($0)") }
      .map { run.inputs[$0] }
    let gradients = try run.graph.gradients(of: total, for: targets)
    let check = GradientCheck(graph: run.graph, loss: total, gradients: gradients)
    for line in try check.worst() { #expect(line.error < 1e-7, "\(path) \(line)") }
  }

  /// Half the batch costs as much as computed for it alone: no size is built in.
  @Test(arguments: GoldenCase.paths("loss").filter { !$0.hasPrefix("loss/ctc") })
  func shortBatches(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let inputs = try golden.inputs
    let rows = inputs[0].shape[0]
    let (half, schedule) = (
      (rows + 1) / 2, try BatchSchedule(rows: rows, size: (rows + 1) / 2, seed: 1, stream: 2)
    )
    guard half < rows, half * 2 != rows else { return }
    let source = BatchSource(name: "all", columns: inputs, schedule: schedule)
    let graph = Graph(seed: 0)
    let columns = try inputs.indices.map { try graph.add(BatchRows(source, column: $0), []) }
    let name = Self.names[golden.name] ?? golden.name + "_loss"
    let total = try graph.add(
      Sum(), [try Self.call(name, columns.map { .tensor($0) }, in: graph)])
    let machine = try Machine(graph.compile([total] + columns), keepsHistory: false)
    machine.look(atStep: 1)
    func held(_ node: Node) throws -> Tensor {
      machine.held(try #require(machine.program.slot(of: node)))
    }
    let other = Graph(seed: 0)
    let rest = try columns.map { other.constant(try held($0)) }
    #expect(other.shape(rest[0])[0] == rows - half)
    let alone = try other.add(
      Sum(), [try Self.call(name, rest.map { .tensor($0) }, in: other)])
    let found = try MachineValues.of([alone], other)[0]
    let value = try held(total).values
    #expect(value == found || (value[0].isNaN && found[0].isNaN), "\(path)")
  }
}
