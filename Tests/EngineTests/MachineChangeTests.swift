// Values changed by hand while a program is walked: they are applied again on every way past, and
// forgotten with all that lies ahead when something earlier is changed.

import Engine
import TestSupport
import Testing

@Suite struct MachineChangeTests {
  /// A change: where, what, and the new numbers.
  private struct Change {
    let position: Int
    let slot: Int
    let elements: [(place: Int, value: Float)]
  }

  /// Something that can be changed at the machine's place.
  private static func random(
    at machine: Machine, using random: inout SplitMix
  ) -> Change? {
    let slots = machine.program.slots.indices.filter {
      machine.isComputed($0) && machine.shape(of: $0).count > 0
    }
    guard let slot = slots.randomElement(using: &random) else { return nil }
    let count = machine.shape(of: slot).count
    let elements = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (
        place: Int.random(in: 0..<count, using: &random),
        value: Float.random(in: -1...1, using: &random)
      )
    }
    return Change(position: machine.position, slot: slot, elements: elements)
  }

  /// The bits at every place of a straight run with these changes.
  private static func trace(
    _ walked: WalkedProgram, _ changes: [Change], through last: Int
  ) throws -> [Int: [UInt8]] {
    let machine = try Machine(walked.make())
    var found: [Int: [UInt8]] = [:]
    while true {
      for change in changes where change.position == machine.position {
        machine.change(change.slot, change.elements)
      }
      found[machine.position] = machine.fingerprint
      if machine.position == last { return found }
      machine.stepForward()
    }
  }

  @Test(arguments: WalkedProgram.all, MachineTests.seeds)
  func changesStay(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machine = try Machine(walked.make(), historyBytes: seed % 2 == 0 ? 0 : 64 << 20)
    let last = machine.count * 4
    var changes: [Change] = []
    // Rising places, boundaries and the very beginning among them.
    var places = Set((0..<5).map { _ in Int.random(in: 0...last, using: &random) })
    places.formUnion([0, machine.count * 2])
    for place in places.sorted() {
      machine.move(to: place)
      if let change = Self.random(at: machine, using: &random) {
        machine.change(change.slot, change.elements)
        changes.append(change)
      }
    }
    let trace = try Self.trace(walked, changes, through: last)
    for _ in 0..<12 {
      machine.move(to: Int.random(in: 0...last, using: &random))
      #expect(machine.fingerprint == trace[machine.position], "at \(machine.position)")
      for _ in 0..<Int.random(in: 0..<9, using: &random) { machine.stepBack() }
      #expect(machine.fingerprint == trace[machine.position], "at \(machine.position)")
    }
    machine.move(to: 0)
    machine.train(until: 4)
    #expect(machine.fingerprint == trace[last], "trained")
    // Something earlier is changed: what was changed later is forgotten.
    machine.move(to: Int.random(in: 0..<last, using: &random))
    guard let earlier = Self.random(at: machine, using: &random) else { return }
    machine.change(earlier.slot, earlier.elements)
    let kept = changes.filter { $0.position <= earlier.position } + [earlier]
    let other = try Self.trace(walked, kept, through: last)
    for _ in 0..<6 {
      machine.move(to: Int.random(in: 0...last, using: &random))
      #expect(machine.fingerprint == other[machine.position], "new way at \(machine.position)")
    }
  }

  /// A failed cell leaves no trace: wherever it went and whatever it changed.
  @Test(arguments: WalkedProgram.all, MachineTests.seeds)
  func restoring(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machine = try Machine(walked.make(), historyBytes: seed % 2 == 0 ? 0 : 64 << 20)
    let last = machine.count * 4
    machine.move(to: Int.random(in: 0...last / 2, using: &random))
    var changes: [Change] = []
    if seed % 3 != 0, let change = Self.random(at: machine, using: &random) {
      machine.change(change.slot, change.elements)
      changes.append(change)
    }
    machine.move(
      to: seed % 4 == 0
        ? machine.count * 2 : Int.random(in: machine.position...last, using: &random))
    let trace = try Self.trace(walked, changes, through: last)
    for _ in 0..<3 {
      let state = machine.state()
      let place = machine.position
      #expect(machine.fingerprint == trace[place], "before")
      // A cell that changes, goes back, changes again, goes on.
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        if let change = Self.random(at: machine, using: &random) {
          machine.change(change.slot, change.elements)
        }
        machine.move(to: Int.random(in: 0...last, using: &random))
      }
      machine.restore(state)
      #expect(machine.position == place)
      #expect(machine.fingerprint == trace[place], "restored at \(place)")
      machine.move(to: Int.random(in: 0...place, using: &random))
      #expect(machine.fingerprint == trace[machine.position], "back at \(machine.position)")
      machine.move(to: Int.random(in: 0...last, using: &random))
      #expect(machine.fingerprint == trace[machine.position], "on at \(machine.position)")
    }
  }

  /// A state can be returned to more than once, and older ones after newer ones.
  @Test func statesInAnyOrder() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let w = try #require(machine.program.slot(named: "w"))
    var states: [(Machine.State, [UInt8])] = []
    for round in 0..<4 {
      states.append((machine.state(), machine.fingerprint))
      machine.change(w, [(place: 0, value: Float(round))])
      machine.move(to: machine.position + 9)
    }
    for index in [3, 0, 2, 2, 1, 3] {
      machine.restore(states[index].0)
      #expect(machine.fingerprint == states[index].1, "\(index)")
      machine.stepForward()
    }
  }

  /// What was changed without a move is put back too, temporaries and data among it.
  @Test func restoringInPlace() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    machine.train(until: 2)
    for _ in 0..<6 { machine.stepForward() }
    let (state, before) = (machine.state(), machine.fingerprint)
    for name in ["w", "x", "z", "lr"] {
      let slot = try #require(machine.program.slot(named: name))
      #expect(machine.isComputed(slot), "\(name)")
      machine.change(slot, [(place: 0, value: 0.123)])
      #expect(machine.fingerprint != before, "\(name)")
      machine.restore(state)
      #expect(machine.fingerprint == before, "\(name)")
    }
    // Nothing happened: nothing is executed again.
    machine.restore(machine.state())
    #expect(machine.fingerprint == before)
  }

  /// Changed data is data again when one goes back before the change.
  @Test func changedConstants() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let x = try #require(machine.program.slot(named: "x"))
    let before = machine.held(x)
    machine.train(until: 2)
    machine.stepForward()
    machine.change(x, [(place: 3, value: 99)])
    machine.train(until: 4)
    #expect(machine.held(x).values[3] == 99)
    machine.move(to: machine.count)
    #expect(machine.held(x) == before)
    machine.train(until: 3)
    #expect(machine.held(x).values[3] == 99)
    // Places that do not exist are left alone.
    machine.change(x, [(place: -1, value: 1), (place: 14, value: 1), (place: .max, value: 1)])
    #expect(machine.held(x).values[3] == 99)
  }

  /// A learning rate changed between steps acts from there on.
  @Test func learningRate() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let rate = try #require(machine.program.learningRate)
    let w = try #require(machine.program.slot(named: "w"))
    machine.train(until: 3)
    machine.change(rate, [(place: 0, value: 0)])
    let frozen = machine.held(w)
    machine.train(until: 6)
    #expect(machine.held(w) == frozen)
    #expect(machine.number(of: rate) == 0)
    machine.move(to: 2 * machine.count)
    #expect(machine.number(of: rate) == 0.3)
    machine.move(to: 5 * machine.count)
    #expect(machine.held(w) == frozen)
  }
}
