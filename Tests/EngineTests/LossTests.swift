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

  /// A sum is the total of what `none` leaves apart, a mean its share.
  @Test func reductions() throws {
    let graph = Graph(seed: 0)
    let (a, b) = (
      graph.constant(Tensor(shape: [3, 2], values: [0.1, 0.9, 0.4, 0.3, 0.8, 0.6])),
      graph.constant(Tensor(shape: [3, 2], values: [1, 0, 0, 1, 1, 1]))
    )
    let signs = graph.constant(Tensor(shape: [3], values: [1, -1, 1]))
    let labels = graph.constant(Tensor(shape: [3], values: [1, 0, 1]))
    let calls: [(String, [Node])] = [
      ("mse_loss", [a, b]), ("l1_loss", [a, b]), ("huber_loss", [a, b]),
      ("smooth_l1_loss", [a, b]), ("binary_cross_entropy", [a, b]),
      ("binary_cross_entropy_with_logits", [a, b]), ("hinge_loss", [a, b]),
      ("cross_entropy", [a, labels]), ("cross_entropy", [a, b]), ("nll_loss", [a, labels]),
      ("multi_margin_loss", [a, labels]), ("kl_div", [a, b]), ("hinge_embedding_loss", [a, b]),
      ("margin_ranking_loss", [a, b, b]), ("cosine_embedding_loss", [a, b, signs]),
      ("triplet_margin_loss", [a, b, a]),
    ]
    for (name, operands) in calls {
      let values = try ["none", "sum", "mean"].map { word in
        let node = try GoldenLossTests.call(
          name, operands.map { .tensor($0) }, [("reduction", .text(word))], in: graph)
        return try MachineValues.of([node], graph)[0]
      }
      let sum = values[0].reduce(0, +)
      #expect(values[0].count > 1, "\(name)")
      #expect(abs(values[1][0] - sum) < 1e-6 * max(1, abs(sum)), "\(name)")
      #expect(abs(values[2][0] - sum / Float(values[0].count)) < 1e-6, "\(name)")
    }
  }

  /// The classes last or at axis 1, found or said.
  @Test func classAxes() throws {
    let graph = Graph(seed: 0)
    let x = OperationCase.values(.any, 24, seed: 3)
    let last = graph.constant(Tensor(shape: [2, 4, 3], values: x))
    let first = try graph.add(Permute([0, 2, 1]), [last])
    let y = graph.constant(Tensor(shape: [2, 4], values: [0, 1, 2, 0, 1, 2, 0, 1]))
    let found = try MachineValues.of(
      [
        try Losses.crossEntropy(last, y, in: graph), try Losses.crossEntropy(first, y, in: graph),
        try Losses.crossEntropy(first, y, axis: 1, in: graph),
        try Losses.crossEntropy(last, y, axis: -1, in: graph),
        try Losses.negativeLogLikelihood(
          try graph.add(LogSoftmax(), [last]), y, axis: 2, in: graph),
        // Probabilities along axis 1.
        try Losses.crossEntropy(
          first, try graph.add(Permute([0, 2, 1]), [try graph.add(OneHot(classes: 3), [y])]),
          axis: 1, in: graph),
      ], graph)
    for value in found.dropLast() { #expect(value == found[0]) }
    #expect(abs(found[5][0] - found[0][0]) < 1e-6)
  }

  /// All labels ignored: 0 over 0, as in PyTorch.
  @Test func everythingIgnored() throws {
    let graph = Graph(seed: 0)
    let z = graph.constant(Tensor(shape: [2, 3], repeating: 1))
    let y = graph.constant(Tensor(shape: [2], repeating: -100))
    let found = try MachineValues.of(
      [
        try Losses.crossEntropy(z, y, in: graph),
        try Losses.crossEntropy(z, y, reduction: .sum, in: graph),
      ], graph)
    #expect(found[0][0].isNaN && found[1] == [0])
  }

  @Test func metrics() throws {
    let graph = Graph(seed: 0)
    // Guesses 1, 0, 0, 2, 1 for labels 1, 1, 0, 2, 1; class 3 never occurs.
    let scores = graph.constant(
      Tensor(
        shape: [5, 4],
        values: [0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0]))
    let labels = graph.constant(Tensor(shape: [5], values: [1, 1, 0, 2, 1]))
    let shares = graph.constant(Tensor(shape: [4], values: [0.9, 0.8, 0.2, 0.6]))
    let truth = graph.constant(Tensor(shape: [4], values: [1, 0, 1, 1]))
    let found = try MachineValues.of(
      [
        try Losses.confusionMatrix(scores, labels, in: graph),
        try Losses.f1(scores, labels, in: graph),
        try Losses.f1(scores, labels, isMicro: true, in: graph),
        try Losses.f1(shares, truth, in: graph),
      ], graph)
    #expect(found[0] == [1, 0, 0, 0, 1, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    #expect(abs(found[1][0] - (2 / 3 + 4 / 5 + 1) / 3) < 1e-6)
    #expect(abs(found[2][0] - 0.8) < 1e-6)
    #expect(abs(found[3][0] - 2 / 3) < 1e-6)
  }
}
