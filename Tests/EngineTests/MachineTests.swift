// The machine walks both ways: whatever the way, a place has the bits that straight execution has
// there.

import Engine
import TestSupport
import Testing

@Suite struct MachineTests {
  static let seeds: [UInt64] = Array(1...10)

  /// 200 random instructions forward, as many back, with jumps of random length among them.
  @Test(arguments: WalkedProgram.all, seeds)
  func randomWalks(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let straight = try Machine(walked.make())
    let last = straight.count * 5 + 7
    let trace = straight.trace(through: last)
    let machine = try Machine(walked.make())
    func expectHere(_ what: String) {
      #expect(machine.fingerprint == trace[machine.position], "\(what) at \(machine.position)")
    }
    expectHere("start")
    let length = min(200, last)
    for _ in 0..<length { machine.stepForward() }
    expectHere("forward")
    for place in (0..<length).reversed() {
      #expect(machine.stepBack())
      #expect(machine.position == place)
      if place % 3 == 0 { expectHere("back") }
    }
    expectHere("beginning")
    #expect(!machine.stepBack())
    for _ in 0..<40 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: machine.move(to: Int.random(in: 0...last, using: &random))
      case 1:
        let distance = Int.random(in: 0...machine.count + 3, using: &random)
        for _ in 0..<distance where machine.position < last { machine.stepForward() }
      case 2:
        let distance = Int.random(in: 0...machine.count + 3, using: &random)
        for _ in 0..<distance { machine.stepBack() }
      case 3:
        let updates = min(machine.updates + 1, 5)
        machine.train(until: updates)
      default:
        machine.move(to: max(0, machine.position - Int.random(in: 0...9, using: &random)))
      }
      if machine.position <= last { expectHere("seed \(seed)") }
    }
  }

  /// Training at full speed and stepping are the same thing.
  @Test(arguments: WalkedProgram.all)
  func steppingIsTraining(_ walked: WalkedProgram) throws {
    let stepped = try Machine(walked.make())
    let trained = try Machine(walked.make())
    var ends: [Int] = []
    trained.onStep = { ends.append($0.updates) }
    var walkedEnds: [Int] = []
    stepped.onStep = { walkedEnds.append($0.updates) }
    for updates in [1, 2, 5, 9] {
      while stepped.updates < updates { stepped.stepForward() }
      trained.train(until: updates)
      #expect(stepped.fingerprint == trained.fingerprint, "after \(updates)")
    }
    #expect(ends == Array(1...9))
    #expect(walkedEnds == Array(1...9))
    // A step that is half walked is finished first.
    trained.stepForward()
    trained.train(until: 10)
    stepped.train(until: 10)
    #expect(stepped.fingerprint == trained.fingerprint)
    // Going back says nothing to the listener: nothing new has happened.
    trained.move(to: 3)
    #expect(ends == Array(1...10))
    // Already there.
    trained.train(until: 0)
    #expect(trained.updates == 1)
  }

  @Test func aStopIsBetweenSteps() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    machine.train(until: 100) { machine.updates < 3 }
    #expect(machine.updates == 3 && machine.isAtBoundary)
    machine.move(to: machine.count * 50) { machine.updates < 7 }
    #expect(machine.updates == 7 && machine.isAtBoundary)
  }

  @Test func placesAndPhases() throws {
    let machine = try Machine(WalkedProgram.multilayer.make())
    let program = machine.program
    #expect(machine.step == 1 && machine.counter == 0 && machine.updates == 0)
    #expect(machine.isAtBoundary)
    let phases = program.instructions.map(\.phase)
    #expect(phases == phases.sorted { Self.rank($0) < Self.rank($1) })
    #expect(Set(phases) == Set(Phase.allCases))
    #expect(Set(program.instructions.map(\.path)).count == program.instructions.count)
    #expect(Set(program.slots.map(\.name)).count == program.slots.count)
    #expect(program.usesBatches && program.stepsPerEpoch == 4)
    // The short batch is the fourth.
    let x = program.instructions[0].output
    var rows: [Int] = []
    for step in 1...5 {
      machine.train(until: step)
      rows.append(machine.shape(of: x)[0])
    }
    #expect(rows == [6, 6, 6, 2, 6])
    machine.stepForward()
    #expect(machine.step == 6 && machine.counter == 1 && !machine.isAtBoundary)
    #expect(machine.isComputed(x))
    let loss = try #require(program.loss)
    #expect(!machine.isComputed(loss) && machine.value(of: loss) == nil)
    // What the last update overwrote is still known while it is walked.
    while machine.counter < machine.count { machine.stepForward() }
    let last = try #require(program.instructions.last).output
    let before = try #require(machine.overwritten(last))
    let after = machine.held(last)
    #expect(before != after)
    machine.stepBack()
    #expect(machine.held(last) == before)
    #expect(machine.overwritten(loss) == nil)
  }

  private static func rank(_ phase: Phase) -> Int { Phase.allCases.firstIndex(of: phase) ?? 0 }

  /// Far back, with so little memory that nearly every snapshot is thinned away.
  @Test(arguments: WalkedProgram.all, [0, 3000, 64 << 20])
  func farBack(_ walked: WalkedProgram, _ bytes: Int) throws {
    let straight = try Machine(walked.make())
    var ends: [Int: [UInt8]] = [0: straight.fingerprint]
    for step in 1...70 {
      straight.train(until: step)
      ends[step] = straight.fingerprint
    }
    let machine = try Machine(walked.make(), historyBytes: bytes)
    var random = SplitMix(seed: 77)
    machine.train(until: 70)
    for _ in 0..<12 {
      let step = Int.random(in: 0...70, using: &random)
      machine.move(to: step * machine.count)
      #expect(machine.fingerprint == ends[step], "step \(step)")
    }
    machine.train(until: 70)
    #expect(machine.fingerprint == ends[70])
  }

  /// Two mini-batches of different lengths of epoch: every combination of sizes is at hand.
  @Test func twoEpochs() throws {
    let graph = Graph(seed: 1)
    var sum: Node?
    for (rows, size) in [(7, 3), (10, 4), (5, 5)] {
      let source = BatchSource(
        name: "s", columns: [Tensor(shape: [rows, 2], repeating: 1)],
        schedule: try BatchSchedule(rows: rows, size: size, seed: 1, stream: 1))
      let part = try graph.add(Sum(), [try graph.add(BatchRows(source, column: 0), [])])
      sum = try sum.map { try graph.add(Add(), [$0, part]) } ?? part
    }
    let w = try graph.freeParameter("w", [], .ones)
    let loss = try graph.add(Multiply(), [w, try #require(sum)])
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0)).program
    #expect(program.stepsPerEpoch == 3)
    let machine = try Machine(program)
    let slot = try #require(program.loss)
    for step in 0..<12 {
      machine.train(until: step + 1)
      let rows = [3, 3, 1][step % 3] + [4, 4, 2][step % 3] + 5
      #expect(machine.number(of: slot) == Float(2 * rows), "step \(step)")
    }
    let other = Graph(seed: 1)
    let longer = BatchSource(
      name: "a", columns: [Tensor(shape: [200_003, 1], repeating: 1)],
      schedule: try BatchSchedule(rows: 200_003, size: 2, shuffles: false, seed: 1, stream: 1))
    let shorter = BatchSource(
      name: "b", columns: [Tensor(shape: [3, 1], repeating: 1)],
      schedule: try BatchSchedule(rows: 3, size: 2, shuffles: false, seed: 1, stream: 1))
    let nodes = try [longer, shorter].map {
      try other.add(Sum(), [try other.add(BatchRows($0, column: 0), [])])
    }
    let both = other.compile([try other.add(Add(), nodes)])
    let looking = try Machine(both, keepsHistory: false)
    let total = try #require(both.instructions.last).output
    for (step, expected) in [(0, 4), (1, 3), (100_001, 2), (200_003, 2), (99_999, 3)] {
      looking.look(atStep: step)
      #expect(looking.number(of: total) == Float(expected), "step \(step)")
    }
  }

  /// Joined tensors and their gradients are cut by the sizes of the batch at hand.
  @Test func joinedBatches() throws {
    let graph = Graph(seed: 2)
    let source = BatchSource(
      name: "s", columns: [Tensor(shape: [5, 2], values: OperationCase.values(.any, 10, seed: 1))],
      schedule: try BatchSchedule(rows: 5, size: 3, shuffles: false, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let w = try graph.freeParameter("w", [2, 2], .ones)
    let left = try graph.add(HyperbolicTangent(), [try graph.matmul(x, w)])
    let right = try graph.add(Sigmoid(), [try graph.matmul(x, w)])
    let joint = try graph.add(Concatenate(axis: 0), [left, right])
    let loss = try graph.add(Mean(), [try graph.add(Square(), [joint])])
    let (program, gradients) = try graph.compileTraining(loss, optimizer: SGD(lr: 0))
    let machine = try Machine(program)
    machine.train(until: 2)
    let gradient = try #require(gradients[w])
    let slot = try #require(program.slot(of: gradient))
    // The same by hand for the two rows of the second batch.
    let rows = machine.held(program.instructions[0].output)
    #expect(rows.shape == [2, 2])
    var expected = [0.0, 0, 0, 0]
    for row in 0..<2 {
      let (a, b) = (Double(rows[row, 0]), Double(rows[row, 1]))
      let tangent = Double(try MachineValues.tanh(Float(a + b)))
      let share = Double(try MachineValues.sigmoid(Float(a + b)))
      let slope = 2 * tangent * (1 - tangent * tangent) + 2 * share * share * (1 - share)
      for (index, input) in [a, a, b, b].enumerated() { expected[index] += slope * input / 8 }
    }
    expectClose(machine.held(slot).values, expected, .tensor(error: 1e-6))
  }

  @Test func emptyPrograms() throws {
    let graph = Graph(seed: 0)
    let program = graph.compile([graph.constant(3)])
    let machine = try Machine(program)
    machine.stepForward()
    machine.train(until: 5)
    machine.move(to: 9)
    #expect(!machine.stepBack())
    #expect(machine.count == 0 && machine.position == 0 && machine.updates == 0)
    machine.restore(machine.state())
    let telemetry = Telemetry(program)
    #expect(telemetry.layers.isEmpty && telemetry.lastStep == nil)
  }
}

extension MachineValues {
  static func tanh(_ x: Float) throws -> Float { try one(HyperbolicTangent(), x) }
  static func sigmoid(_ x: Float) throws -> Float { try one(Sigmoid(), x) }

  private static func one(_ operation: any Operation, _ x: Float) throws -> Float {
    let graph = Graph(seed: 0)
    return try of([try graph.add(operation, [graph.constant(Tensor(x))])], graph)[0][0]
  }
}
