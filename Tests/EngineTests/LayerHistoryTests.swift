// What a run records of its layers on request: compared with the tensors it is made of.

import Engine
import TestSupport
import Testing

@Suite struct LayerHistoryTests {
  static func norm(_ tensors: [[Float]]) -> Double {
    tensors.reduce(0.0) { $0 + $1.reduce(0.0) { $0 + Double($1) * Double($1) } }.squareRoot()
  }

  static func parameters(_ machine: Machine) -> [[Float]] {
    machine.program.trained.map { machine.held($0.parameter).values }
  }

  @Test func everySecondRecordGoesWhenTheRoomIsFull() {
    var sampled = SampledSteps<Int>(capacity: 8)
    for step in 1...100 { sampled.append(step: step, step * 10) }
    #expect(sampled.interval == 16)
    #expect(sampled.steps == [16, 32, 48, 64, 80, 96])
    #expect(sampled.records == sampled.steps.map { $0 * 10 })
    sampled.truncate(after: 50)
    #expect(sampled.steps == [16, 32, 48])
    sampled.append(step: 64, 0)
    #expect(sampled.records.last == 0)
    // A step that is recorded again takes the place of what followed it.
    sampled.append(step: 32, 7)
    #expect(sampled.steps == [16, 32] && sampled.records == [160, 7])
    var tiny = SampledSteps<Int>(capacity: 0)
    for step in [1, Int.max - 1, Int.max] { tiny.append(step: step, 1) }
    #expect(tiny.steps.count <= 2)
  }

  @Test func ratiosAreThoseOfTheWeights() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var history = LayerHistory(machine.program)
    history.kinds = [.ratios]
    history.prepare(machine)
    var expected: [[Double]] = []
    for step in 1...5 {
      let old = Self.parameters(machine)
      // Run and walked in turn.
      if step % 2 == 0 {
        for _ in 0..<machine.count { machine.stepForward() }
      } else {
        machine.train(until: step)
      }
      history.record(machine)
      let new = Self.parameters(machine)
      expected.append(
        (0..<3).map { layer in
          let places = layer * 2..<layer * 2 + 2
          let moved = places.map { place in zip(new[place], old[place]).map { $0 - $1 } }
          return Self.norm(moved) / Self.norm(places.map { old[$0] })
        })
    }
    #expect(history.layers == ["net.0", "net.2", "net.3"])
    #expect(history.ratios.steps == [1, 2, 3, 4, 5])
    for (record, numbers) in zip(history.ratios.records, expected) {
      for (a, b) in zip(record, numbers) { #expect(abs(Double(a) - b) < 1e-4 * b, "\(a) \(b)") }
    }
  }

  @Test func clippedNormsAreThoseOfTheProgram() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var history = LayerHistory(machine.program)
    #expect(history.clips)
    history.kinds = [.clipped]
    machine.onStep = { history.record($0) }
    machine.train(until: 6)
    let program = machine.program
    let slots = program.trained.compactMap {
      program.slot(named: program.slots[$0.gradient].name + ".clipped")
    }
    #expect(slots.count == 6)
    let record = try #require(history.clipped.records.last)
    for (layer, norm) in record.enumerated() {
      let tensors = (layer * 2..<layer * 2 + 2).map { machine.held(slots[$0]).values }
      #expect(abs(Double(norm) - Self.norm(tensors)) < 1e-6)
    }
    let all = Self.norm(slots.map { machine.held($0).values })
    #expect(all < 0.5 + 1e-5)
    #expect(!LayerHistory(try WalkedProgram.logistic.make()).clips)
  }

  @Test func distributionsCountTheTensors() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var history = LayerHistory(machine.program)
    history.kinds = [.weights, .gradients]
    machine.onStep = { history.record($0) }
    machine.train(until: 3)
    let weights = try #require(history.weights)
    let gradients = try #require(history.gradients)
    #expect(
      weights.names == machine.program.trained.map { machine.program.slots[$0.parameter].name })
    #expect(weights.samples.steps == [1, 2, 3] && gradients.samples.steps == [1, 2, 3])
    for (place, pair) in machine.program.trained.enumerated() {
      for (recorded, slot) in [(weights, pair.parameter), (gradients, pair.gradient)] {
        let found = try #require(recorded.samples.records.last)[place]
        let values = machine.held(slot).values
        #expect(found == Distribution(values, recorded.bins))
        #expect(found.counts.reduce(0) { $0 + Int($1) } + found.below + found.above == values.count)
        let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
        #expect(abs(found.mean - mean) < 1e-9)
      }
    }
  }

  @Test func binsHoldEveryNumber() {
    let bins = Bins(.linear, lower: -1, upper: 1, count: 4)
    let values: [Float] = [
      -1, -0.6, -0.5, 0, 0.49, 0.5, 1, 1.5, -2, .nan, .infinity, -.infinity,
    ]
    let found = Distribution(values, bins)
    #expect(found.counts == [2, 1, 2, 2])
    #expect(found.below == 2 && found.above == 2 && found.nanCount == 1)
    let sizes = Bins(.magnitude, lower: -3, upper: 0, count: 3)
    let magnitudes = Distribution([0, 0.002, -0.02, 0.2, -1, 5, 1e-30], sizes)
    #expect(magnitudes.counts == [1, 1, 2])
    #expect(magnitudes.below == 2 && magnitudes.above == 1)
    #expect(Distribution([], bins).mean.isNaN)
    let around = Bins(around: -0.3...0.7, room: 1, count: 10)
    #expect(around.lower == -0.5 && around.upper == 1)
    #expect(Bins(around: 0...0, room: 2, count: 4).upper == 1)
    for hostile in [Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e38] {
      let bins = Bins(around: -hostile...hostile, room: 2, count: 40)
      #expect(bins.lower < bins.upper)
      _ = Distribution([Float(hostile), -.greatestFiniteMagnitude, .leastNonzeroMagnitude], bins)
    }
  }

  /// Recording afterwards is recording at once; going back and on again records nothing twice.
  @Test func laterIsTheSameAsAtOnce() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    var history = LayerHistory(machine.program)
    history.kinds = [.ratios, .clipped, .weights, .gradients]
    history.prepare(machine)
    machine.onStep = { history.record($0) }
    machine.train(until: 9)
    for _ in 0..<3 { machine.stepForward() }
    let (place, bits) = (machine.position, Self.parameters(machine))
    var later = LayerHistory(machine.program)
    later.kinds = history.kinds
    let isFilled = later.fill(later.kinds, from: machine)
    #expect(isFilled)
    #expect(machine.position == place && Self.parameters(machine) == bits)
    #expect(later.ratios == history.ratios && later.clipped == history.clipped)
    #expect(later.weights == history.weights && later.gradients == history.gradients)
    #expect(later.ratios.steps == Array(1...9))
    var stopped = LayerHistory(machine.program)
    stopped.kinds = history.kinds
    let isStopped = !stopped.fill(stopped.kinds, from: machine) { false }
    #expect(isStopped)
    #expect(stopped.ratios.steps.isEmpty)

    machine.move(to: 4 * machine.count)
    history.truncate(after: 4)
    history.prepare(machine)
    machine.train(until: 9)
    #expect(later.ratios == history.ratios && later.weights == history.weights)
    history.kinds = []
    #expect(history.ratios.steps.isEmpty && history.weights == nil)
  }

  @Test func activationsAreThoseOfTheLayers() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(
      Tensor(shape: [6, 4], values: (0..<24).map { Float($0 % 7) / 3 - 1 }))
    func layer(_ name: String, _ operation: any Operation) -> FunctionLayer {
      FunctionLayer(name) { node, graph throws(EngineError) in
        try graph.add(operation, [node])
      }
    }
    let net = Chain([
      Dense(5), layer("relu", ReLU()), Dense(4), layer("tanh", HyperbolicTangent()), Dense(1),
    ])
    graph.name(net, "net")
    let loss = try graph.add(Mean(), [try net.traced(x, in: graph)])
    let probe = try LayerProbe(of: loss, in: graph)
    #expect(probe.layers.map(\.path) == ["net.0", "net.1", "net.2", "net.3", "net.4"])
    #expect(probe.layers.map(\.idleness) == [nil, .dead, nil, .saturated, nil])
    probe.look(atStep: 0)
    let relu = probe.tensor(1)
    #expect(relu.values == probe.tensor(0).values.map { max(0, $0) })
    let dead = (0..<5).count { unit in (0..<6).allSatisfy { relu.values[$0 * 5 + unit] == 0 } }
    #expect(probe.idleShare(1) == Double(dead) / 5)
    let tanh = probe.tensor(3)
    #expect(
      probe.idleShare(3) == Double(tanh.values.count { abs($0) > 0.97 }) / Double(tanh.count))
    #expect(probe.idleShare(0) == nil)

    let machine = try Machine(
      try graph.compileTraining(loss, optimizer: SGD(lr: 0.1)).program)
    var history = LayerHistory(machine.program)
    history.kinds = .activations
    machine.onStep = { history.record($0, probe) }
    machine.train(until: 2)
    let recorded = try #require(history.activations)
    #expect(recorded.names == probe.layers.map(\.path) && recorded.samples.steps == [1, 2])
    probe.look(atStep: 1)
    for (index, found) in try #require(recorded.samples.records.last).enumerated() {
      var expected = Distribution(probe.tensor(index).values, recorded.bins)
      expected.idle = probe.idleShare(index)
      #expect(found == expected)
    }
  }

  @Test func timesAndCutsOfARecurrentLayer() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(Tensor(shape: [2, 6, 1], values: (0..<12).map { Float($0) / 12 }))
    var options = Recurrent.Options()
    options.layers = 2
    options.truncate = 2
    let net = Recurrent(.rnn(nonlinearity: .tanh), 3, options: options)
    graph.name(net, "net")
    let loss = try graph.add(Mean(), [try net.traced(x, in: graph)])
    let times = RecurrentTimes(graph.dependencies(of: [loss]), in: graph)
    #expect(times.streams.map(\.path) == ["net.l0", "net.l1"])
    #expect(times.streams.allSatisfy { $0.states.count == 6 && !$0.states.contains(nil) })
    #expect(times.streams.allSatisfy { $0.cuts == [2, 4] && !$0.isReverse })
  }
}
