// Dropout: masks by seed, place and step, what they keep, and what evaluation does.

import Engine
import TestSupport
import Testing

@Suite struct DropoutTests {
  @Test(arguments: GoldenCase.paths("layer", "dropout"))
  func golden(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let p = try run.number("p")
    if run.flag("training") {
      // The file's own mask in place of ours: what is left of the layer.
      let x = run.inputs[0]
      let mask = run.graph.constant(
        Tensor(
          shape: run.graph.shape(x),
          values: try run.golden.tensor("input.1").values.map { $0 / Float(1 - p) }))
      try run.expect([run.add(Multiply(), x, mask)])
    } else {
      let layer = EvaluationMode(Dropout(.units(p)))
      let output = try layer.traced(run.inputs[0], in: run.graph)
      #expect(output == run.inputs[0])
      try run.expect([output])
    }
  }

  private static func masks(
    _ layers: [Dropout], seed: UInt64 = 4, shape: Shape = [40, 50], step: Int = 0
  ) throws -> [[Float]] {
    let graph = Graph(seed: seed)
    let x = graph.constant(Tensor(shape: shape, repeating: 3))
    graph.name(Chain(layers), "net")
    let outputs = try layers.map { try $0.traced(x, in: graph) }
    let program = graph.compile(outputs)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: step)
    return try outputs.map { machine.held(try #require(program.slot(of: $0))).values }
  }

  /// Each unit is 0 or 1 / (1 − p) times itself; their mean stays, within four deviations.
  @Test(arguments: [0, 0.1, 0.5, 0.9, 1])
  func expectation(_ p: Double) throws {
    let values = try Self.masks([Dropout(.units(p))])[0]
    let kept = Float(3) * (1 / (1 - Float(p)))
    #expect(values.allSatisfy { $0 == 0 || $0 == kept })
    let share = Double(values.filter { $0 == 0 }.count) / 2000
    #expect(abs(share - p) <= 4 * (p * (1 - p) / 2000).squareRoot())
  }

  /// Another seed, place or step gives another mask; the same ones the same.
  @Test func keys() throws {
    let first = try Self.masks([Dropout(.units(0.5)), Dropout(.units(0.5))])
    #expect(try Self.masks([Dropout(.units(0.5)), Dropout(.units(0.5))]) == first)
    #expect(first[0] != first[1])
    #expect(try Self.masks([Dropout(.units(0.5))], seed: 5)[0] != first[0])
    #expect(try Self.masks([Dropout(.units(0.5))], step: 1)[0] != first[0])
  }

  @Test func channels() throws {
    let values = try Self.masks(
      [Dropout(.channels(0.5, axes: 2))], shape: [20, 10, 3, 3])[0]
    var dropped = 0
    for channel in 0..<200 {
      let positions = values[channel * 9..<(channel + 1) * 9]
      #expect(Set(positions).count == 1)
      if positions.first == 0 { dropped += 1 }
    }
    #expect((70...130).contains(dropped))
    let sequence = try Self.masks([Dropout(.channels(0.5, axes: 1))], shape: [10, 4])[0]
    for channel in 0..<10 { #expect(Set(sequence[channel * 4..<channel * 4 + 4]).count == 1) }
    expectError(
      "dropout2d: needs [n, c, h, w] or [c, h, w], not shape [4, 4]",
      hint: "reshape(x, [-1, 1, 8, 8]) makes rows of 64 numbers images of one channel"
    ) { _ = try Self.masks([Dropout(.channels(0.5, axes: 2))], shape: [4, 4]) }
  }

  @Test func threshold() throws {
    let graph = Graph(seed: 1)
    let x = try GoldenGraph.parameter(
      graph, "x", Tensor(shape: [5], values: [-0.2, -0.05, 0, 0.1, 3]))
    let layer = Dropout(.threshold(0.1))
    graph.name(layer, "net")
    let y = try layer.traced(x, in: graph)
    let loss = try graph.add(Sum(), [y])
    let gradient = try #require(try graph.gradients(of: loss, for: [x])[x])
    let mask = try #require(graph.nodes(named: "net.mask").first)
    let found = try MachineValues.of([y, mask, gradient], graph)
    #expect(found == [[-0.2, 0, 0, 0.1, 3], [1, 0, 0, 1, 1], [1, 0, 0, 1, 1]])
    #expect(try EvaluationMode(layer).traced(x, in: graph) == x)
  }

  /// The mask of a step is the same walked and run, forward and back, and in the backward pass.
  @Test func training() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(Tensor(shape: [6, 4], values: OperationCase.values(.any, 24, seed: 1)))
    let net = Chain([Dense(8), Dropout(.units(0.5)), Dense(1)])
    graph.name(net, "net")
    let loss = try graph.add(Mean(), [try graph.add(Square(), [try net.traced(x, in: graph)])])
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0.1)).program
    let machine = try Machine(program)
    machine.train(until: 3)
    let there = machine.fingerprint
    machine.move(to: program.instructions.count / 2)
    machine.move(to: 3 * program.instructions.count)
    #expect(machine.fingerprint == there)
  }
}
