// What the snapshots of earlier steps take, and how far apart they stand.

import Engine
import TestSupport
import Testing

struct HistoryTests {
  /// A formula of two parameters with Adam: a state of 16 numbers or so.
  static func program(width: Int = 2) throws -> Program {
    let graph = Graph(seed: 3)
    let w = try graph.freeParameter("w", [width], .ones)
    let loss = try graph.scoped("L") { () throws(EngineError) in
      try graph.add(Mean(), [try graph.add(Square(), [w])])
    }
    graph.name(loss, "L")
    return try graph.compileTraining(loss, optimizer: Adam(lr: 1e-3)).program
  }

  private static func floats(_ program: Program) -> Int {
    program.persistent.reduce(0) { $0 + program.slots[$1].shape.count }
  }

  /// 100,000 steps under a cap of some snapshots: after every step what they take is below it.
  @Test(arguments: [2, 64]) func hundredThousandSteps(_ width: Int) throws {
    let program = try Self.program(width: width)
    let state = Self.floats(program) * 4
    let cap = 40 * state
    let machine = try Machine(program, historyBytes: cap)
    var largest = 0
    machine.onStep = { largest = max(largest, $0.historyBytes) }
    machine.train(until: 100_000)
    #expect(largest <= cap)
    // It is used, too.
    #expect(largest > cap / 2)
    #expect(machine.historyBytes <= cap)
    // Going anywhere leaves it so, with the same bits.
    let there = machine.fingerprint
    for step in [99_999, 90_000, 12_345, 0, 55_555] {
      machine.move(to: step * machine.count)
      #expect(machine.updates == step)
      #expect(machine.historyBytes <= cap)
    }
    machine.move(to: 100_000 * machine.count)
    #expect(machine.fingerprint == there)
  }

  /// How many steps going to a step executes again: bounded, and less for the last 10,000.
  @Test func recentStepsAreNearer() throws {
    let program = try Self.program(width: 256)
    let machine = try Machine(program, historyBytes: 64 * 4 * Self.floats(program))
    machine.train(until: 60_000)
    func executed(to step: Int) -> Int {
      var steps = 0
      machine.move(to: 60_000 * machine.count)
      machine.move(to: step * machine.count) {
        steps += 1
        return true
      }
      return steps
    }
    let recent = stride(from: 50_001, to: 60_000, by: 769).map(executed).max() ?? 0
    let old = stride(from: 1, to: 50_000, by: 2477).map(executed).max() ?? 0
    // 31 snapshots stand among the last 10,000 steps, as many before.
    #expect(recent <= 1024, "\(recent)")
    #expect(old <= 8192, "\(old)")
    #expect(recent < old)
  }

  @Test func theCapCanBeChanged() throws {
    let program = try Self.program(width: 64)
    let state = 4 * Self.floats(program)
    let machine = try Machine(program)
    #expect(machine.historyCap == 64 << 20)
    #expect(Machine.historyCap == 64 << 20)
    machine.train(until: 20_000)
    let before = machine.historyBytes
    let there = machine.fingerprint
    machine.historyCap = 8 * state
    #expect(machine.historyBytes <= 8 * state)
    #expect(before > machine.historyBytes)
    machine.move(to: 7 * machine.count)
    machine.move(to: 20_000 * machine.count)
    #expect(machine.fingerprint == there)
    // The first state is kept in any case, without the moments, which begin as zeros.
    machine.historyCap = 0
    machine.train(until: 30_000)
    #expect(machine.historyBytes > 0 && machine.historyBytes <= state / 2)
    machine.historyCap = 100 * state
    machine.train(until: 40_000)
    #expect(machine.historyBytes > 2 * state && machine.historyBytes <= 100 * state)
  }

  @Test func noRoomButForTheFirst() throws {
    let machine = try Machine(try Self.program(), historyBytes: 0)
    let beginning = machine.fingerprint
    machine.train(until: 300)
    let there = machine.fingerprint
    machine.move(to: 290 * machine.count + 2)
    machine.move(to: 0)
    #expect(machine.fingerprint == beginning)
    machine.move(to: 300 * machine.count)
    #expect(machine.fingerprint == there)
  }

  /// Changing something at every step does not fill the memory.
  @Test func changesAtEveryStep() throws {
    let program = try Self.program()
    let cap = 20 * 4 * Self.floats(program)
    let machine = try Machine(program, historyBytes: cap)
    let rate = try #require(program.learningRate)
    for step in 1...200 {
      machine.train(until: step)
      machine.change(rate, [(place: 0, value: Float(step) * 1e-5)])
      #expect(machine.historyBytes <= cap)
    }
    let there = machine.fingerprint
    machine.move(to: 3 * machine.count + 1)
    machine.move(to: 200 * machine.count)
    #expect(machine.fingerprint == there)
  }

  /// Returning to a state takes the snapshots of another way with it.
  @Test func statesHoldNoCopies() throws {
    let program = try Self.program(width: 64)
    let cap = 30 * 4 * Self.floats(program)
    let machine = try Machine(program, historyBytes: cap)
    machine.train(until: 5_000)
    let state = machine.state()
    let there = machine.fingerprint
    machine.move(to: 100 * machine.count)
    machine.change(try #require(program.learningRate), [(place: 0, value: 0.5)])
    machine.train(until: 9_000)
    machine.restore(state)
    #expect(machine.fingerprint == there)
    #expect(machine.historyBytes <= cap)
    machine.move(to: 4_000 * machine.count + 2)
    machine.move(to: 5_000 * machine.count)
    #expect(machine.fingerprint == there)
  }

  /// What was changed at the very beginning takes every snapshot with it; they come back.
  @Test(arguments: [0, 3, 2000]) func statesBringSnapshotsBack(_ place: Int) throws {
    let program = try Self.program(width: 64)
    let cap = 30 * 4 * Self.floats(program)
    let machine = try Machine(program, historyBytes: cap)
    let rate = try #require(program.learningRate)
    machine.train(until: 7)
    let early = machine.fingerprint
    machine.train(until: 5_000)
    let (state, there) = (machine.state(), machine.fingerprint)
    machine.move(to: place * machine.count)
    machine.change(rate, [(place: 0, value: 0.5)])
    machine.train(until: 6_000)
    let (other, otherPlace) = (machine.state(), machine.fingerprint)
    for _ in 0..<2 {
      machine.restore(state)
      #expect(machine.fingerprint == there)
      #expect(machine.historyBytes <= cap)
      machine.move(to: 7 * machine.count)
      #expect(machine.fingerprint == early)
      machine.restore(other)
      #expect(machine.fingerprint == otherPlace)
      machine.train(until: 7_000)
      #expect(machine.historyBytes <= cap)
    }
    // Not far away: what was held before is near again.
    machine.restore(state)
    var steps = 0
    machine.move(to: 4_500 * machine.count) {
      steps += 1
      return true
    }
    #expect(steps < 1_000)
  }
}
