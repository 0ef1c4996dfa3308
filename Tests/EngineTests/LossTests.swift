// Losses where the golden files do not go: predictions of exactly 0 and 1, and accuracy.

import Engine
import TestSupport
import Testing

@Suite struct LossTests {
  private func values(
    _ a: [Float], _ y: [Float],
    _ loss: (Node, Node, Graph) throws -> Node
  ) throws -> (loss: Float, gradient: [Float]) {
    let graph = Graph(seed: 0)
    let x = try GoldenGraph.parameter(graph, "a", Tensor(shape: [a.count], values: a))
    let node = try loss(x, graph.constant(Tensor(shape: [y.count], values: y)), graph)
    let gradient = try #require(try graph.gradients(of: node, for: [x])[x])
    let found = try MachineValues.of([node, gradient], graph)
    return (found[0][0], found[1])
  }

  /// Right and sure costs nothing, wrong and sure costs 100; neither is NaN.
  @Test func sureOfIt() throws {
    for (a, y, cost, slope) in [
      (0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 100, -1e12), (1, 0, 100, 1e12),
    ] as [(Float, Float, Float, Float)] {
      let found = try values([a], [y]) { try Losses.binaryCrossEntropy($0, $1, in: $2) }
      #expect(found.loss == cost, "\(a) for \(y)")
      #expect(abs(found.gradient[0] - slope) <= 1e-6 * abs(slope), "\(a) for \(y)")
    }
    let logits = try values([1000, -1000, 1000, -1000], [1, 0, 0, 1]) {
      try Losses.binaryCrossEntropyWithLogits($0, $1, in: $2)
    }
    #expect(logits.loss == 500)
    #expect(logits.gradient == [0, 0, 0.25, -0.25])
  }

  /// A sigmoid that has saturated goes on training instead of turning into NaN.
  @Test func saturatedTraining() throws {
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: [2, 1], values: [-1, 1]))
    let y = graph.constant(Tensor(shape: [2, 1], values: [0, 1]))
    let w = try GoldenGraph.parameter(graph, "w", Tensor(shape: [1, 1], values: [200]))
    let loss = try Losses.binaryCrossEntropy(
      try graph.add(Sigmoid(), [try graph.matmul(x, w)]), y, in: graph)
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 1)).program
    let machine = try Machine(program)
    machine.train(until: 20)
    #expect(machine.number(of: try #require(program.loss)) == 0)
    let slot = try #require(program.slot(of: w))
    #expect(machine.held(slot).values == [200])
  }

  @Test func accuracy() throws {
    let graph = Graph(seed: 0)
    let scores = graph.constant(
      Tensor(shape: [4, 2], values: [1, 2, 3, 0, 5, 5, 0, 1]))
    let labels = graph.constant(Tensor(shape: [4], values: [1, 0, 0, 0]))
    let shares = graph.constant(Tensor(shape: [4], values: [0.4, 0.6, 0.5, 0.9]))
    let truth = graph.constant(Tensor(shape: [4], values: [0, 1, 1, 1]))
    let found = try MachineValues.of(
      [
        try Losses.accuracy(scores, labels, in: graph),
        try Losses.accuracy(shares, truth, in: graph),
      ], graph)
    #expect(found == [[0.75], [0.75]])
  }
}
