// What if: values, weights and gradients changed in the middle of a step. Going on gives the bits
// of a step in which every changed value had its new elements from when it was computed, and the
// instructions marked stale are those that a graph search over the versions of all values finds.

import Engine
import TestSupport
import Testing

@Suite struct WhatIfTests {
  static let programs = WalkedProgram.all + [WalkedProgram.recurrent]
  static let seeds: [UInt64] = Array(1...12)

  /// A change by hand, with its place.
  private struct Change {
    let position: Int
    let slot: Int
    let elements: [(place: Int, value: Float)]
  }

  /// A change of some elements, or of all, of something that is computed here.
  private static func random(_ machine: Machine, using random: inout SplitMix) -> Change? {
    let slots = machine.program.slots.indices.filter {
      machine.isComputed($0) && machine.shape(of: $0).count > 0
    }
    guard let slot = slots.randomElement(using: &random) else { return nil }
    let count = machine.shape(of: slot).count
    let all = Int.random(in: 0..<4, using: &random) == 0
    let places =
      all
      ? Array(0..<count)
      : (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Int.random(in: 0..<count, using: &random)
      }
    return Change(
      position: machine.position, slot: slot,
      elements: places.map { (place: $0, value: Float.random(in: -1...1, using: &random)) })
  }

  /// The instruction of the step that wrote a slot last before a place; −1 when none did.
  private static func writer(_ program: Program, _ slot: Int, before counter: Int) -> Int {
    program.instructions[..<counter].lastIndex { $0.output == slot } ?? -1
  }

  /// A walk through a step, changing something now and then, always going on afterwards.
  private static func walk(
    _ machine: Machine, steps: Int, using random: inout SplitMix
  ) -> [Change] {
    var changes: [Change] = []
    let last = machine.position + steps * machine.count
    while machine.position < last {
      let distance = Int.random(in: 1...max(2, machine.count / 3), using: &random)
      machine.move(to: min(machine.position + distance, last))
      for _ in 0..<Int.random(in: 0...2, using: &random) where !machine.isAtBoundary {
        if let change = Self.random(machine, using: &random) {
          machine.change(change.slot, change.elements)
          changes.append(change)
        }
      }
    }
    return changes
  }

  /// The same step with every change made right after the instruction that computed the value:
  /// nothing has read it then, so nothing is ever stale.
  private static func straight(
    _ walked: WalkedProgram, _ changes: [Change], from start: Int, through last: Int
  ) throws -> Machine {
    let machine = try Machine(walked.make())
    machine.move(to: start)
    func make(_ counter: Int, _ base: Int) {
      for change in changes where change.position > base && change.position <= base + machine.count
      {
        let written = writer(machine.program, change.slot, before: change.position - base) + 1
        if written == counter { machine.change(change.slot, change.elements) }
      }
    }
    while machine.position < last {
      let base = machine.position / machine.count * machine.count
      if machine.position == base { make(0, base) }
      machine.stepForward()
      make(machine.position - base, base)
      #expect(machine.staleInstructions == [])
    }
    return machine
  }

  @Test(arguments: programs, seeds)
  func goingOnIsAsIfItHadBeenSo(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machine = try Machine(walked.make(), historyBytes: seed % 2 == 0 ? 0 : 64 << 20)
    let start = Int(seed % 3) * machine.count
    machine.move(to: start)
    let changes = Self.walk(machine, steps: 2, using: &random)
    let expected = try Self.straight(
      walked, changes, from: start, through: start + 2 * machine.count)
    #expect(machine.fingerprint == expected.fingerprint)
    #expect(machine.marks.values.allSatisfy { $0 == .overridden })
  }

  /// Forward, back and forward again over changes and what was executed again because of them.
  @Test(arguments: programs, seeds)
  func walkingBackAndForth(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machine = try Machine(walked.make(), historyBytes: seed % 2 == 0 ? 0 : 64 << 20)
    let changes = Self.walk(machine, steps: 2, using: &random)
    let last = machine.position
    // The straight way, with the same changes at the same places.
    let other = try Machine(walked.make())
    var trace: [Int: [UInt8]] = [:]
    var states: [Int: [InstructionState]] = [:]
    while true {
      for change in changes where change.position == other.position {
        other.change(change.slot, change.elements)
      }
      trace[other.position] = other.fingerprint
      states[other.position] = other.states
      if other.position == last { break }
      other.stepForward()
    }
    #expect(machine.fingerprint == trace[last])
    for round in 0..<15 {
      machine.move(to: Int.random(in: 0...last, using: &random))
      for _ in 0..<Int.random(in: 0..<12, using: &random) { machine.stepBack() }
      #expect(machine.fingerprint == trace[machine.position], "round \(round)")
      for _ in 0..<Int.random(in: 0..<12, using: &random) where machine.position < last {
        machine.stepForward()
      }
      #expect(machine.fingerprint == trace[machine.position], "round \(round)")
      #expect(machine.states == states[machine.position], "round \(round)")
    }
    machine.move(to: 0)
    machine.train(until: 2)
    #expect(machine.fingerprint == trace[last], "trained")
  }

  /// The instructions that a search over the versions of values reaches from what was changed.
  private static func reached(_ machine: Machine, _ changes: [Change]) -> Set<Int> {
    struct Version: Hashable {
      let slot: Int
      let writer: Int
    }
    let program = machine.program
    let base = machine.position - machine.counter
    var full: Set<Int> = []
    for slot in Set(changes.map(\.slot)) where program.slots[slot].kind == .temporary {
      let places = changes.filter { $0.slot == slot && $0.position > base }
        .flatMap(\.elements).map(\.place)
      if Set(places).count == machine.shape(of: slot).count { full.insert(slot) }
    }
    var readers: [Version: Set<Int>] = [:]
    for (index, instruction) in program.instructions[..<machine.counter].enumerated() {
      for (place, slot) in instruction.inputs.enumerated() where instruction.operation.reads(place)
      {
        let version = Version(slot: slot, writer: writer(program, slot, before: index))
        readers[version, default: []].insert(index)
      }
      // A later write of the same slot stands on the earlier one.
      if program.slots[instruction.output].kind != .temporary {
        let before = writer(program, instruction.output, before: index)
        readers[Version(slot: instruction.output, writer: before), default: []].insert(index)
      }
    }
    var pending = changes.filter { $0.position == machine.position }.map {
      Version(slot: $0.slot, writer: writer(program, $0.slot, before: machine.counter))
    }
    var found: Set<Int> = []
    while let version = pending.popLast() {
      for reader in readers[version] ?? [] {
        let output = program.instructions[reader].output
        guard !full.contains(output), found.insert(reader).inserted else { continue }
        pending.append(Version(slot: output, writer: reader))
      }
    }
    return found
  }

  @Test(arguments: programs, seeds)
  func statesAgreeWithASearch(_ walked: WalkedProgram, _ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let machine = try Machine(walked.make())
    var changes: [Change] = []
    for _ in 0..<25 {
      machine.move(
        to: machine.position + Int.random(in: 0...machine.count / 2, using: &random))
      if let change = Self.random(machine, using: &random) {
        machine.change(change.slot, change.elements)
        changes.append(change)
      }
      if machine.isAtBoundary {
        #expect(machine.staleInstructions == [])
        continue
      }
      let base = machine.position - machine.counter
      let here = changes.filter { $0.position > base }
      let stale = Self.reached(machine, here)
      #expect(Set(machine.staleInstructions) == stale)
      let overridden = Set(
        here.map { Self.writer(machine.program, $0.slot, before: $0.position - base) })
      for (index, state) in machine.states.enumerated() {
        let expected: InstructionState =
          stale.contains(index)
          ? .stale
          : overridden.contains(index)
            ? .overridden : index < machine.counter ? .computed : .pending
        #expect(state == expected, "instruction \(index + 1)")
      }
    }
  }

  /// A change of an activation by hand, in numbers: 1 / (1 + e^−z) of the new z, and so on.
  @Test func inNumbers() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let program = machine.program
    let z = try #require(program.slot(named: "z"))
    let loss = try #require(program.loss)
    while machine.value(of: loss) == nil { machine.stepForward() }
    let before = machine.number(of: loss)
    machine.change(z, (0..<7).map { (place: $0, value: 0) })
    #expect(machine.isStale(loss))
    #expect(machine.number(of: loss) == before)
    machine.stepForward()
    #expect(!machine.isStale(loss))
    #expect(abs(machine.number(of: loss) - 0.6931472) < 1e-6)
    machine.stepBack()
    #expect(machine.isStale(loss))
    #expect(machine.number(of: loss) == before)
  }

  /// An update that is executed again is not made twice.
  @Test func updatesAreMadeOnce() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let program = machine.program
    let w = try #require(program.slot(named: "w"))
    let gradient = try #require(program.trained.first { $0.parameter == w }?.gradient)
    let update = try #require(program.instructions.lastIndex { $0.output == w })
    machine.train(until: 2)
    let start = machine.position
    machine.move(to: start + update + 1)
    let updated = machine.held(w)
    // The gradient becomes what it is: everything after it is executed again, to the same bits.
    machine.change(
      gradient, machine.held(gradient).values.enumerated().map { (place: $0, value: $1) })
    #expect(machine.isStale(w))
    machine.stepForward()
    #expect(machine.held(w) == updated)
    // What changes the updated weight stays: the update is not made again.
    machine.change(w, [(place: 0, value: 5)])
    #expect(machine.staleInstructions == [])
    machine.stepForward()
    #expect(machine.held(w).values == [5, updated.values[1]])
  }

  /// A loop that changes the same value again and again keeps one entry.
  @Test func changesOfOnePlaceAreOne() throws {
    let machine = try Machine(WalkedProgram.logistic.make())
    let w = try #require(machine.program.slot(named: "w"))
    machine.stepForward()
    for value in 0..<5000 {
      machine.change(w, [(place: value % 2, value: Float(value))])
    }
    #expect(machine.held(w).values == [4998, 4999])
    machine.stepBack()
    machine.stepForward()
    #expect(machine.held(w).values == [4998, 4999])
    #expect(machine.states.count == machine.count)
  }
}
