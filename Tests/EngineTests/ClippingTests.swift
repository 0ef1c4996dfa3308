// Clipping against PyTorch's, as operations and as instructions of a training step; updates that are
// left out.

import Engine
import TestSupport
import Testing

@Suite struct ClippingTests {
  private static func norm(_ golden: GoldenCase) -> Double {
    golden["norm_type"]?.string == "inf" ? .infinity : golden["norm_type"]?.number ?? 2
  }

  /// The loss Σ w · g has the gradients g.
  private static func machine(
    _ given: [Tensor], _ options: UpdateOptions, optimizer: any Optimizer = SGD(lr: 1)
  ) throws -> Machine {
    let graph = Graph(seed: 0)
    var loss = graph.constant(0)
    for (index, tensor) in given.enumerated() {
      let zeros = Tensor(shape: tensor.shape, repeating: 0)
      let w = try GoldenGraph.parameter(graph, "w\(index)", zeros)
      let g = graph.constant(tensor)
      graph.name(g, "g\(index)")
      let part = try graph.add(Sum(), [try graph.add(Multiply(), [w, g])])
      loss = try graph.add(Add(), [loss, part])
    }
    return try Machine(
      try graph.compileTraining(loss, optimizer: optimizer, options: options).program)
  }

  private static func value(_ machine: Machine, _ name: String) throws -> Tensor {
    machine.held(try #require(machine.program.slot(named: name), "\(name)"))
  }

  @Test(arguments: GoldenCase.paths("clipping", "clip_grad_norm"))
  func byNorm(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let given = try golden.inputs
    let machine = try Self.machine(
      given,
      UpdateOptions(clip: try #require(golden["max_norm"]?.number), normType: Self.norm(golden)))
    machine.train(until: 1)
    try expectClose(try Self.value(machine, "grad_norm"), golden, "output.total_norm")
    for index in given.indices {
      try expectClose(
        try Self.value(machine, "w\(index).grad.clipped"), golden, "output.\(index)")
    }
  }

  @Test(arguments: GoldenCase.paths("clipping", "clip_grad_value"))
  func byValue(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let given = try golden.inputs
    let machine = try Self.machine(
      given, UpdateOptions(clipValue: try #require(golden["value"]?.number)))
    machine.train(until: 1)
    for index in given.indices {
      try expectClose(
        try Self.value(machine, "w\(index).grad.bounded"), golden, "output.\(index)")
    }
  }

  /// Both: first by the norm, then by value.
  @Test func both() throws {
    let machine = try Self.machine(
      [Tensor(shape: [2], values: [30, -40])], UpdateOptions(clip: 5, clipValue: 3.5))
    machine.train(until: 1)
    let clipped = try Self.value(machine, "w0.grad.clipped").values
    #expect(abs(clipped[0] - 3) < 1e-5 && abs(clipped[1] + 4) < 1e-5)
    #expect(try Self.value(machine, "w0").values == [-clipped[0], 3.5])
    let paths = machine.program.instructions.suffix(4).map(\.path)
    #expect(paths == ["grad_norm", "w0.grad.clipped", "w0.grad.clipped.bounded", "w0"])
  }

  /// Other orders of the norm.
  @Test func orders() throws {
    let tensors = [
      Tensor(shape: [3], values: [1, -2, 3]), Tensor(shape: [1, 2], values: [-4, 0.5]),
    ]
    for (order, expected) in [
      (1, 10.5), (2, 5.5), (3, 4.643), (.infinity, 4), (0.5, 46.97),
    ] as [(Double, Double)] {
      let machine = try Self.machine(tensors, UpdateOptions(clip: 1, normType: order))
      machine.train(until: 1)
      let norm = Double(try Self.value(machine, "grad_norm").values[0])
      #expect(abs(norm / expected - 1) < 1e-3, "order \(order): \(norm)")
      let reference = GlobalNorm(order: order).reference(
        tensors.map { ReferenceTensor(shape: $0.shape, values: $0.values.map(Double.init)) },
        shape: .scalar)
      #expect(abs(norm / reference[0] - 1) < 1e-6)
    }
    let broken = try Self.machine(
      [Tensor(shape: [3], values: [1, .nan, 3])], UpdateOptions(clip: 1, normType: .infinity))
    broken.train(until: 1)
    #expect(try Self.value(broken, "grad_norm").values[0].isNaN)
  }

  /// A gradient over the threshold, or one that is not a number, changes nothing that lasts.
  @Test func discarded() throws {
    let machine = try Self.machine(
      [Tensor(shape: [2], values: [3, 4])], UpdateOptions(discard: 6),
      optimizer: Adam(lr: 0.1, weightDecay: 0.1, decoupled: true))
    let given = try #require(machine.program.slot(named: "g0"))
    machine.train(until: 2)
    func state() throws -> [[Float]] {
      try ["w0", "w0.exp_avg", "w0.exp_avg_sq", "updates"].map {
        try Self.value(machine, $0).values
      }
    }
    let before = try state()
    for value in [40, .nan, .infinity] as [Float] {
      machine.change(given, [(place: 1, value: value)])
      machine.train(until: machine.updates + 1)
      #expect(try state() == before, "\(value)")
      #expect(try Self.value(machine, "keep").values == [0])
    }
    machine.change(given, [(place: 1, value: 4)])
    machine.train(until: machine.updates + 1)
    #expect(try Self.value(machine, "updates").values == [3])
    #expect(try Self.value(machine, "keep").values == [1])
    // As if the discarded steps had never been.
    let other = try Self.machine(
      [Tensor(shape: [2], values: [3, 4])], UpdateOptions(),
      optimizer: Adam(lr: 0.1, weightDecay: 0.1, decoupled: true))
    other.train(until: 3)
    #expect(try Self.value(other, "w0") == Self.value(machine, "w0"))
    // Walked back over a discarded step.
    machine.move(to: 2 * machine.count)
    #expect(try state() == before)
    let keep = try #require(machine.program.instructions.firstIndex { $0.path == "keep" })
    #expect(machine.program.formula(of: keep) == "keep = grad_norm ≤ 6")
    #expect(
      machine.program.formula(of: machine.program.instructions.count - 1)
        == "w0 ← w0 + w0.delta if keep")
  }
}
