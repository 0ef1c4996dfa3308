// What recurrent layers promise beyond values: scopes and names of every step, symmetries, sequences
// of different lengths, gradients of whole layers, and their errors.

import Engine
import TestSupport
import Testing

@Suite struct RecurrentTests {
  static let cells: [RecurrentCell] = [
    .rnn(nonlinearity: .tanh), .rnn(nonlinearity: .relu), .lstm, .gru,
  ]

  static func input(_ shape: Shape, seed: UInt64 = 5) -> Tensor {
    Tensor(shape: shape, values: OperationCase.values(.any, shape.count, seed: seed))
  }

  static func options(
    layers: Int = 1, both: Bool = false, batchFirst: Bool = true
  ) -> Recurrent.Options {
    var options = Recurrent.Options()
    options.layers = layers
    options.isBidirectional = both
    options.batchFirst = batchFirst
    return options
  }

  // MARK: Names

  @Test func everyGateOfEveryStepHasAName() throws {
    let graph = Graph(seed: 1)
    let layer = Recurrent(.lstm, 2, options: Self.options(layers: 2, both: true))
    graph.name(layer, "net.1")
    let x = graph.constant(Self.input([3, 4, 5]))
    let results = try layer.traced([.tensor(x)], in: graph)
    #expect(results.map { graph.shape($0) } == [[3, 4, 4], [4, 3, 2], [4, 3, 2]])
    #expect(results.map { graph.displayName($0) } == ["net.1", "net.1.h_n", "net.1.c_n"])
    for part in ["l0", "l0_reverse", "l1", "l1_reverse"] {
      for time in 0..<4 {
        for name in ["gates", "i", "f", "g", "o", "c", "h", "tanh_c", "recurrent", "inputs"] {
          let nodes = graph.nodes(named: "net.1.\(part).t\(time).\(name)")
          #expect(nodes.count == 1)
          let width = name == "gates" || name == "recurrent" || name == "inputs" ? 8 : 2
          #expect(nodes.map { graph.shape($0) } == [[3, width]])
          #expect(nodes.map { graph[$0].scope } == ["net.1.\(part).t\(time)"])
        }
      }
    }
    #expect(
      graph.parameters(of: layer).map { "\($0.path) \($0.shape)" } == [
        "net.1.weight_ih_l0 [8, 5]", "net.1.weight_hh_l0 [8, 2]", "net.1.bias_ih_l0 [8]",
        "net.1.bias_hh_l0 [8]", "net.1.weight_ih_l0_reverse [8, 5]",
        "net.1.weight_hh_l0_reverse [8, 2]", "net.1.bias_ih_l0_reverse [8]",
        "net.1.bias_hh_l0_reverse [8]", "net.1.weight_ih_l1 [8, 4]", "net.1.weight_hh_l1 [8, 2]",
        "net.1.bias_ih_l1 [8]", "net.1.bias_hh_l1 [8]", "net.1.weight_ih_l1_reverse [8, 4]",
        "net.1.weight_hh_l1_reverse [8, 2]", "net.1.bias_ih_l1_reverse [8]",
        "net.1.bias_hh_l1_reverse [8]",
      ])
    let gru = Recurrent(.gru, 2)
    graph.name(gru, "g")
    _ = try gru.traced(x, in: graph)
    for name in ["r", "z", "n", "h"] { #expect(graph.nodes(named: "g.l0.t3.\(name)").count == 1) }
  }

  @Test func initialValuesArePyTorchs() throws {
    let graph = Graph(seed: 1)
    let layer = Recurrent(.gru, 16)
    _ = try layer.traced(graph.constant(Self.input([1, 2, 30])), in: graph)
    for parameter in graph.parameters(of: layer) {
      #expect(parameter.value.values.allSatisfy { abs($0) <= 0.25 }, "\(parameter.path)")
      #expect(parameter.value.values.contains { abs($0) > 0.2 }, "\(parameter.path)")
    }
    var options = Recurrent.Options()
    options.initializers = RecurrentInitializers(.ones, recurrent: .zeros)
    let other = Recurrent(.lstm, 2, options: options)
    graph.name(other, "other")
    _ = try other.traced(graph.constant(Self.input([1, 2, 3])), in: graph)
    #expect(graph.parameters(of: other).map { $0.value.values[0] } == [1, 0, 0, 0])
  }

  // MARK: Properties

  /// A reversed input swaps the halves of a net whose directions have the same weights.
  @Test(arguments: cells)
  func reversingTheInputSwapsTheHalves(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    let layer = Recurrent(cell, 3, options: Self.options(both: true))
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 5, 4]))
    let backwards = try graph.add(
      Slice([.range(start: nil, stop: nil, step: 1), .range(start: nil, stop: nil, step: -1)]), [x])
    let first = try layer.traced([.tensor(x)], in: graph)
    let second = try layer.traced([.tensor(backwards)], in: graph)
    for parameter in graph.parameters(of: layer) where parameter.path.hasSuffix("_reverse") {
      let twin = String(parameter.path.dropLast("_reverse".count))
      parameter.value = try #require(graph.parameters.first { $0.path == twin }).value
    }
    let values = try MachineValues.of([first[0], second[0], first[1], second[1]], graph)
    for row in 0..<2 {
      for time in 0..<5 {
        for unit in 0..<6 {
          let there = (row * 5 + 4 - time) * 6 + (unit + 3) % 6
          #expect(values[0][(row * 5 + time) * 6 + unit] == values[1][there])
        }
      }
    }
    #expect(values[2] == Array(values[3][6...]) + values[3][..<6])
  }

  /// The gradient of the recurrent weight is the sum over the time steps, and a time step's part is
  /// g_tᵀ h_{t−1}.
  @Test(arguments: cells)
  func theRecurrentWeightSumsOverTime(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    let layer = Recurrent(cell, 3)
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 4, 2]))
    let output = try layer.traced(x, in: graph)
    let loss = try graph.add(Sum(), [try graph.add(Square(), [output])])
    let weight = try #require(graph.parameterNode(of: layer, "weight_hh_l0"))
    let recurrent = (0..<4).compactMap { graph.nodes(named: "net.l0.t\($0).recurrent").last }
    let states = (0..<3).compactMap { graph.nodes(named: "net.l0.t\($0).h").last }
    #expect(recurrent.count == 4 && states.count == 3)
    let gradients = try graph.gradients(of: loss, for: [weight] + recurrent)
    let whole = try #require(gradients[weight])
    #expect(graph[whole].operation is ProductSum)
    #expect(graph.displayName(whole) == "net.weight_hh_l0.grad")
    var sum = Array(repeating: 0.0, count: graph.shape(weight).count)
    let evaluator = ReferenceEvaluator(graph)
    for time in 1..<4 {
      let g = try #require(gradients[recurrent[time]])
      let part = try graph.add(MatMul(transposesLeft: true), [g, states[time - 1]])
      for (index, value) in evaluator.values(of: [part])[0].enumerated() { sum[index] += value }
    }
    for (a, b) in zip(evaluator.values(of: [whole])[0], sum) { #expect(abs(a - b) < 1e-12) }
  }

  /// Later inputs do not reach earlier outputs of a one-way net, not by one bit.
  @Test(arguments: cells)
  func theFutureHasNoInfluence(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    let layer = Recurrent(cell, 3, options: Self.options(layers: 2))
    let x = try GoldenGraph.parameter(graph, "x", Self.input([1, 5, 2]))
    let output = try layer.traced(x, in: graph)
    let early = try graph.add(
      Slice([.range(start: nil, stop: nil, step: 1), .range(start: nil, stop: 3, step: 1)]),
      [output])
    let gradient = try graph.gradients(of: try graph.add(Sum(), [early]), for: [x])
    let values = try MachineValues.of([try #require(gradient[x])], graph)[0]
    #expect(values[..<6].allSatisfy { $0 != 0 })
    #expect(values[6...].allSatisfy { $0 == 0 })
  }

  /// A padded sequence gives what it gives alone, whatever the padding holds.
  @Test(arguments: cells)
  func lengths(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    let layer = Recurrent(cell, 3, options: Self.options(layers: 2, both: true))
    var data = Self.input([2, 5, 2])
    for time in 3..<5 { for unit in 0..<2 { data[1, time, unit] = time == 4 ? .nan : 100 } }
    let lengths = graph.constant(Tensor(shape: [2], values: [5, 3]))
    let padded = try layer.traced(
      [.tensor(graph.constant(data))], keywords: [("lengths", .tensor(lengths))], in: graph)
    let alone = try layer.traced(
      [.tensor(graph.constant(Tensor(shape: [3, 2], values: Array(data.values[10..<16]))))],
      in: graph)
    #expect(alone.map { graph.shape($0) }.prefix(2) == [[3, 6], [4, 3]])
    let values = try MachineValues.of(padded + alone, graph)
    let second = values.count / 2
    let row = Array(values[0][30...])
    #expect(Array(row[..<18]) == values[second])
    #expect(row[18...].allSatisfy { $0 == 0 })
    for state in 1..<second {
      for stream in 0..<4 {
        let own = values[state][(stream * 2 + 1) * 3..<(stream * 2 + 2) * 3]
        #expect(Array(own) == Array(values[second + state][stream * 3..<stream * 3 + 3]))
      }
    }
  }

  /// Time first is the same computation with the axes turned.
  @Test func timeFirst() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(Self.input([2, 5, 2]))
    let turned = try graph.add(Permute([1, 0, 2]), [x])
    let one = Recurrent(.gru, 3)
    let other = Recurrent(.gru, 3, options: Self.options(batchFirst: false))
    graph.name(one, "one")
    graph.name(other, "other")
    let first = try graph.add(Permute([1, 0, 2]), [try one.traced(x, in: graph)])
    let second = try other.traced(turned, in: graph)
    for (a, b) in zip(graph.parameters(of: one), graph.parameters(of: other)) { b.value = a.value }
    let values = try MachineValues.of([first, second], graph)
    #expect(values[0] == values[1])
  }

  /// The gradient goes back through at most `truncate` steps; values are the same.
  @Test(arguments: cells)
  func truncation(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    var options = Recurrent.Options()
    options.truncate = 2
    let (whole, cut) = (Recurrent(cell, 3), Recurrent(cell, 3, options: options))
    graph.name(whole, "whole")
    graph.name(cut, "cut")
    let x = try GoldenGraph.parameter(graph, "x", Self.input([1, 5, 2]))
    let outputs = try [whole, cut].map { try $0.traced(x, in: graph) }
    for (a, b) in zip(graph.parameters(of: whole), graph.parameters(of: cut)) { b.value = a.value }
    let last = try graph.add(
      Slice([.index(0), .index(3)]), [outputs[1]])
    let gradient = try graph.gradients(of: try graph.add(Sum(), [last]), for: [x])
    let values = try MachineValues.of(outputs + [try #require(gradient[x])], graph)
    #expect(values[0] == values[1])
    // Steps 0, 1 | 2, 3 | 4.
    #expect(values[2][..<4].allSatisfy { $0 == 0 })
    #expect(values[2][4..<8].allSatisfy { $0 != 0 })
    #expect(values[2][8...].allSatisfy { $0 == 0 })
    #expect(graph.nodes(named: "cut.l0.t2.h_before").count == 1)
  }

  /// Dropout stands between two layers, not after the last one, and in training alone.
  @Test func dropout() throws {
    let graph = Graph(seed: 3)
    var options = Self.options(layers: 2)
    options.dropout = 0.5
    let layer = Recurrent(.gru, 4, options: options)
    graph.name(layer, "net")
    let x = graph.constant(Self.input([2, 5, 2]))
    _ = try layer.traced(x, in: graph)
    let masks = graph.nodes(named: "net.l0.dropout_mask")
    #expect(masks.map { graph.shape($0) } == [[5, 2, 4]])
    #expect(Set(try MachineValues.of(masks, graph)[0]) == [0, 2])
    #expect(graph.nodes(named: "net.l1.dropout_mask").isEmpty)
    graph.isTraining = false
    _ = try layer.traced(x, in: graph)
    #expect(graph.nodes(named: "net.l0.dropout_mask").count == 1)
  }

  // MARK: States from step to step

  /// A stateful layer goes on where the training step before stopped; looking and evaluating do not
  /// move it, and another use of the layer does not either.
  @Test(arguments: cells)
  func statesAreCarried(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    var options = Self.options(layers: 2)
    options.isStateful = true
    let layer = Recurrent(cell, 3, options: options)
    graph.name(layer, "net")
    let data = Self.input([2, 2, 4])
    let x = graph.constant(data)
    let output = try layer.traced(x, in: graph)
    let loss = try graph.add(Sum(), [try graph.add(Square(), [output])])
    // Looked at, but no part of the training step.
    _ = try layer.traced(graph.constant(Self.input([2, 2, 4], seed: 77)), in: graph)
    let machine = try Machine(try graph.compileTraining(loss, optimizer: SGD(lr: 0)).program)
    machine.move(to: 3 * machine.count)
    let carried = graph.parameters.filter { !$0.isTrainable && $0.path.hasPrefix("net.state_") }
    #expect(carried.map(\.path) == cell.states.map { "net.state_" + $0 })
    graph.isTraining = false
    var thrice: [Float] = []
    for row in 0..<2 {
      for _ in 0..<3 { thrice += data.values[row * 8..<row * 8 + 8] }
    }
    let long = graph.constant(Tensor(shape: [2, 6, 4], values: thrice))
    let last = try layer.traced([.tensor(long)], in: graph).dropFirst()
    let values = try MachineValues.of(Array(last), graph)
    for (state, expected) in zip(carried, values) { #expect(state.value.values == expected) }
    machine.move(to: machine.count)
    machine.move(to: 3 * machine.count)
    for (state, expected) in zip(carried, values) { #expect(state.value.values == expected) }
  }

  /// A state belongs to its rows: fewer of them are an error, not broadcasting.
  @Test func shortBatchesHaveOtherStates() throws {
    let graph = Graph(seed: 3)
    var options = Recurrent.Options()
    options.isStateful = true
    let source = BatchSource(
      name: "s", columns: [Self.input([3, 2, 2])],
      schedule: try BatchSchedule(rows: 3, size: 2, shuffles: false, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let output = try Recurrent(.gru, 3, options: options).traced(x, in: graph)
    let loss = try graph.add(Sum(), [output])
    let program = try graph.compileTraining(loss, optimizer: SGD()).program
    expectError(
      "gru: states [1, 2, 3] do not fit a sequence [2, 1, 2] of [t, n, in]",
      hint: "choose a batch size that divides the number of rows"
    ) { _ = try Machine(program) }
  }

  // MARK: Gradients

  /// Every gradient of a whole layer against differences, with states and lengths.
  @Test(arguments: cells)
  func gradientCheck(_ cell: RecurrentCell) throws {
    let graph = Graph(seed: 3)
    let net = Chain([Recurrent(cell, 2, options: Self.options(layers: 2, both: true)), Dense(2)])
    graph.name(net, "net")
    let x = graph.constant(Self.input([2, 3, 2]))
    let y = graph.constant(Tensor(shape: [2, 3], values: [0, 1, 1, 0, 1, 0]))
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    let gradients = try graph.compileTraining(loss, optimizer: SGD()).gradients
    for line in try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst(limit: 12) {
      #expect(line.error < 1e-7, "\(line.parameter)")
    }
    let layer = Recurrent(cell, 2)
    graph.name(layer, "last")
    let lengths = graph.constant(Tensor(shape: [2], values: [3, 2]))
    let last = try layer.traced(
      [.tensor(x)], keywords: [("lengths", .tensor(lengths))], in: graph)[1]
    let second = try graph.add(Sum(), [try graph.add(Square(), [last])])
    let others = try graph.compileTraining(second, optimizer: SGD()).gradients
    for line in try GradientCheck(graph: graph, loss: second, gradients: others).worst(limit: 12) {
      #expect(line.error < 1e-7, "\(line.parameter)")
    }
  }

  /// The short last batch of an epoch, walked and trained.
  @Test func shortBatches() throws {
    let graph = Graph(seed: 3)
    let source = BatchSource(
      name: "s", columns: [Self.input([5, 3, 2]), Tensor(shape: [5], values: [0, 1, 1, 0, 1])],
      schedule: try BatchSchedule(rows: 5, size: 2, shuffles: false, seed: 1, stream: 1))
    let layer = Recurrent(.lstm, 3, options: Self.options(layers: 2, both: true))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let y = try graph.add(BatchRows(source, column: 1), [])
    let h = try layer.traced([.tensor(x)], in: graph)[1]
    let last = try graph.add(Slice([.index(-1)]), [h])
    let loss = try Losses.crossEntropy(try Dense(2).traced(last, in: graph), y, in: graph)
    let program = try graph.compileTraining(loss, optimizer: SGD()).program
    let machine = try Machine(program)
    machine.move(to: 4 * machine.count)
    let weights = graph.parameters.map(\.value)
    #expect(!weights.contains { $0.values.contains { !$0.isFinite } })
    machine.move(to: 2 * machine.count + 7)
    machine.move(to: 4 * machine.count)
    #expect(graph.parameters.map(\.value) == weights)
  }

  // MARK: Errors

  private func call(
    _ layer: any Layer, _ input: Shape, _ state: ArgumentValue = .none,
    lengths: ArgumentValue? = nil
  ) throws {
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: input, repeating: 1))
    _ = try layer.traced(
      [.tensor(x), state], keywords: lengths.map { [("lengths", $0)] } ?? [], in: graph)
  }

  private func list(_ shape: Shape) -> ArgumentValue {
    shape.extents.reversed().reduce(.number(1)) { .list(Array(repeating: $0, count: $1)) }
  }

  @Test func errors() {
    let lstm = Recurrent(.lstm, 3)
    expectError(
      "lstm: needs [t, in] or [n, t, in], not shape [4]",
      hint: "an embedding turns token indices into vectors"
    ) { try call(lstm, [4]) }
    expectError("lstm: the sequence is empty") { try call(lstm, [2, 0, 4]) }
    expectError(
      "gru: 15000 time steps of 2 layers and directions cannot be unrolled, at most 20000 together",
      hint: "cut the sequence into windows and carry the state from one to the next"
    ) { try call(Recurrent(.gru, 1, options: Self.options(both: true)), [1, 15000, 1]) }
    expectError(
      "gru: the first h has shape [2, 3], needs [1, 2, 3]",
      hint: "[layers · directions, n, hidden]"
    ) { try call(Recurrent(.gru, 3), [2, 4, 5], list([2, 3])) }
    expectError(
      "lstm: the first c has shape [3], needs [1, 3]", hint: "[layers · directions, hidden]"
    ) { try call(lstm, [4, 5], .list([list([1, 3]), list([3])])) }
    for state in [list([1, 2, 3]), .list([])] {
      expectError(
        "lstm: 'state' must be two tensors (h, c), not a list",
        hint: "y, h, c = net(x, state=(h, c))"
      ) { try call(lstm, [2, 4, 5], state) }
    }
    expectError(
      "lstm: lengths of shape [3] do not fit 2 sequences", hint: "give one number a sequence"
    ) { try call(lstm, [2, 4, 5], lengths: list([3])) }
    expectError("lstm: lengths of shape [1] do not fit one sequence", hint: "give one number") {
      try call(lstm, [4, 5], lengths: list([1]))
    }
    for (length, text) in [(5, "5"), (-1, "-1"), (2.5, "2.5"), (.nan, "nan")] as [(Double, String)]
    {
      expectError(
        "lstm: \(text) is no length of a sequence of 4 steps",
        hint: "lengths are whole numbers from 0 to 4"
      ) { try call(lstm, [2, 4, 5], lengths: .list([.number(1), .number(length)])) }
    }
    expectError(
      "rnn_cell: needs [in] or [n, in], not shape [2, 3, 4]",
      hint: "rnn(…) runs over whole sequences"
    ) { try call(RecurrentCellLayer(.rnn(nonlinearity: .tanh), 3), [2, 3, 4]) }
    expectError("gru_cell: state h has shape [2, 4], needs [2, 3]", hint: "[n, hidden]") {
      try call(RecurrentCellLayer(.gru, 3), [2, 5], list([2, 4]))
    }
    expectError(
      "lstm: \(Int.max) hidden units are more than fit in memory"
    ) { try call(Recurrent(.lstm, .max), [2, 5]) }
  }

  @Test func stackErrors() {
    let graph = Graph(seed: 0)
    let (a, b) = (graph.constant(Self.input([2, 3])), graph.constant(Self.input([3, 2])))
    expectError("stack: no tensors to join") { _ = try graph.add(Stack(), []) }
    expectError(
      "stack: shapes [2, 3] and [3, 2] differ",
      hint: "all must have one shape; cat joins along an axis that exists"
    ) { _ = try graph.add(Stack(), [a, b]) }
    expectError(
      "stack: axis 3 does not exist for shape [2, 3]", hint: "axes are -3 to 2"
    ) { _ = try graph.add(Stack(axis: 3), [a]) }
  }
}
