// CTC against counting every alignment, its edges, and its messages.

import Engine
import TestSupport
import Testing

@Suite struct CTCTests {
  /// −log of the summed probabilities of all paths that spell the target.
  private static func counted(_ logs: [[Double]], _ target: [Int], blank: Int) -> Double {
    let classes = logs.first?.count ?? 0
    var total = 0.0
    var path = Array(repeating: 0, count: logs.count)
    while true {
      var spelled: [Int] = []
      for (t, label) in path.enumerated() where label != blank {
        if t == 0 || path[t - 1] != label { spelled.append(label) }
      }
      if spelled == target {
        total += exponential(path.enumerated().reduce(0) { $0 + logs[$1.0][$1.1] })
      }
      var place = 0
      while place < path.count {
        path[place] += 1
        if path[place] < classes { break }
        path[place] = 0
        place += 1
      }
      if place == path.count { break }
    }
    return -logarithm(total)
  }

  private static func exponential(_ x: Double) -> Double {
    Exponential().reference([ReferenceTensor(shape: [], values: [x])], shape: [])[0]
  }

  private static func logarithm(_ x: Double) -> Double {
    Logarithm().reference([ReferenceTensor(shape: [], values: [x])], shape: [])[0]
  }

  private static func loss(
    _ logs: Tensor, _ targets: Tensor, _ times: [Float], _ lengths: [Float],
    reduction: LossReduction = .none, zeroInfinity: Bool = false, blank: Int = 0
  ) throws -> (cost: [Float], gradient: [Float]) {
    let graph = Graph(seed: 0)
    let x = try GoldenGraph.parameter(graph, "x", logs)
    let node = try Losses.connectionistTemporal(
      x, graph.constant(targets),
      inputLengths: graph.constant(Tensor(shape: [times.count], values: times)),
      targetLengths: graph.constant(Tensor(shape: [lengths.count], values: lengths)),
      blank: blank, reduction: reduction, zeroInfinity: zeroInfinity, in: graph)
    let total = try graph.add(Sum(), [node])
    let gradient = try #require(try graph.gradients(of: total, for: [x])[x])
    let found = try MachineValues.of([node, gradient], graph)
    return (found[0], found[1])
  }

  @Test(arguments: [0, 2])
  func everyAlignment(blank: Int) throws {
    let (time, classes) = (5, 3)
    let values = OperationCase.values(.any, time * classes, seed: 4).map { $0 - 1 }
    let logs = (0..<time).map { t in (0..<classes).map { Double(values[t * classes + $0]) } }
    let others = (0..<classes).filter { $0 != blank }
    for target in [
      [], [others[0]], [others[1], others[1]], [others[0], others[1], others[0]],
      [others[0], others[0], others[0]],
    ] {
      let found = try Self.loss(
        Tensor(shape: [time, 1, classes], values: values),
        Tensor(shape: [1, 3], values: (target + [9, 9, 9]).prefix(3).map { Float($0) }),
        [Float(time)], [Float(target.count)], blank: blank)
      let expected = Self.counted(logs, target, blank: blank)
      #expect(abs(Double(found.cost[0]) - expected) < 1e-5, "\(target)")
      // Every path passes one class at each time step.
      for t in 0..<time {
        let sum = found.gradient[t * classes..<(t + 1) * classes].reduce(0, +)
        #expect(abs(sum + 1) < 1e-5)
      }
    }
  }

  /// Targets in rows or one after the other, alone or in a batch.
  @Test func layouts() throws {
    let logs = Tensor(shape: [4, 2, 3], values: OperationCase.values(.any, 24, seed: 9))
    let rows = try Self.loss(
      logs, Tensor(shape: [2, 2], values: [1, 2, 2, 7]), [4, 3], [2, 1])
    let packed = try Self.loss(logs, Tensor(shape: [3], values: [1, 2, 2]), [4, 3], [2, 1])
    #expect(rows.cost == packed.cost && rows.gradient == packed.gradient)
    let mean = try Self.loss(
      logs, Tensor(shape: [2, 2], values: [1, 2, 2, 7]), [4, 3], [2, 1], reduction: .mean)
    #expect(abs(mean.cost[0] - (rows.cost[0] / 2 + rows.cost[1]) / 2) < 1e-6)
    let sum = try Self.loss(
      logs, Tensor(shape: [2, 2], values: [1, 2, 2, 7]), [4, 3], [2, 1], reduction: .sum)
    #expect(abs(sum.cost[0] - rows.cost[0] - rows.cost[1]) < 1e-5)
    var first: [Float] = []
    for t in 0..<4 { first += logs.values[t * 6..<t * 6 + 3] }
    let single = try Self.loss(
      Tensor(shape: [4, 3], values: first), Tensor(shape: [2], values: [1, 2]), [4], [2])
    #expect(single.cost == [rows.cost[0]])
  }

  /// Too short for its target: infinity, or nothing; lengths and labels that cannot be: NaN.
  @Test func edges() throws {
    let logs = Tensor(shape: [2, 1, 3], repeating: -1)
    func cost(
      _ targets: [Float], _ time: Float, _ length: Float, zero: Bool = false
    ) throws -> (Float, Bool) {
      let found = try Self.loss(
        logs, Tensor(shape: [1, targets.count], values: targets), [time], [length],
        zeroInfinity: zero)
      return (found.cost[0], found.gradient.allSatisfy { $0 == 0 })
    }
    #expect(try cost([1, 1, 1], 2, 3).0 == .infinity)
    #expect(try cost([1, 1, 1], 2, 3, zero: true) == (0, true))
    #expect(try cost([1], 0, 0) == (0, true))
    #expect(try cost([1], 0, 1).0 == .infinity)
    for (label, time, length) in [
      (5, 2, 1), (-1, 2, 1), (0.5, 2, 1), (.nan, 2, 1), (1, 3, 1), (1, -1, 1), (1, 1.5, 1),
      (1, 2, 2), (1, 2, .infinity), (1, .nan, 1),
    ] as [(Float, Float, Float)] {
      #expect(try cost([label], time, length).0.isNaN, "\(label) \(time) \(length)")
    }
  }

  @Test func messages() {
    func expect(_ shapes: [Shape], blank: Int = 0, _ message: String, hint: String? = nil) {
      expectError(message, hint: hint) { _ = try CTC(blank: blank).shape(of: shapes) }
    }
    expect(
      [[3, 4], [1], [1], [1]],
      "ctc_loss: log-probabilities must be [time, batch, classes], not [3, 4]")
    expect(
      [[3, 2, 4], [3, 1], [2], [2]], "ctc_loss: targets of shape [3, 1] do not fit a batch of 2",
      hint: "targets are [batch, longest], or all targets one after the other")
    expect(
      [[3, 2, 4], [2, 1], [3], [2]],
      "ctc_loss: input_lengths of shape [3] do not fit a batch of 2",
      hint: "one number for each sequence")
    expect(
      [[3, 2, 4], [2, 1], [2], []],
      "ctc_loss: target_lengths of shape [] do not fit a batch of 2",
      hint: "one number for each sequence")
    expect(
      [[3, 2, 4], [2, 1], [2], [2]], blank: 4,
      "ctc_loss: the blank 4 is not one of the 4 classes 0…3")
    expectError("ctc_loss has no second derivative") {
      let graph = Graph(seed: 0)
      let x = try GoldenGraph.parameter(graph, "x", Tensor(shape: [2, 1, 2], repeating: -1))
      let one = graph.constant(Tensor(shape: [1], values: [1]))
      let loss = try Losses.connectionistTemporal(
        x, graph.constant(Tensor(shape: [1, 1], values: [1])), inputLengths: one,
        targetLengths: one, in: graph)
      let gradient = try #require(try graph.gradients(of: loss, for: [x])[x])
      _ = try graph.gradients(of: try graph.add(Sum(), [gradient]), for: [x])
    }
  }
}
