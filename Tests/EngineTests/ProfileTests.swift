// Measuring leaves no trace, whatever the machine does, and says what the handed-in clock says.

import Engine
import Testing

struct ProfileTests {
  /// A clock that goes on by one second whenever it is read.
  final class Ticks {
    var now = 0.0
    func read() -> Double {
      now += 1
      return now
    }
  }

  @Test(arguments: WalkedProgram.all) func measuringLeavesNoTrace(_ example: WalkedProgram) throws {
    let machine = try Machine(try example.make())
    let straight = try Machine(try example.make())
    for position in [0, 1, machine.count - 1, machine.count, 3 * machine.count + 5] {
      machine.move(to: position)
      straight.move(to: position)
      let before = machine.fingerprint
      let ticks = Ticks()
      let profile = try #require(machine.profile(clock: ticks.read, budget: 1000))
      #expect(profile.seconds.count == machine.count)
      #expect(machine.fingerprint == before)
      #expect(machine.fingerprint == straight.fingerprint)
    }
    // At full speed too, where buffers are used again, and on from there.
    machine.train(until: 7)
    straight.train(until: 7)
    _ = machine.profile(clock: Ticks().read, budget: 1000)
    #expect(machine.fingerprint == straight.fingerprint)
    machine.train(until: 11)
    straight.train(until: 11)
    #expect(machine.fingerprint == straight.fingerprint)
    machine.move(to: 3)
    straight.move(to: 3)
    #expect(machine.fingerprint == straight.fingerprint)
  }

  @Test func whatWasOverwrittenIsStillKnown() throws {
    let machine = try Machine(try WalkedProgram.logistic.make())
    machine.move(to: machine.count - 1)
    machine.stepForward()
    let slot = machine.program.instructions[machine.count - 1].output
    let before = machine.overwritten(slot)
    #expect(before != nil)
    _ = machine.profile(clock: Ticks().read, budget: 1000)
    #expect(machine.overwritten(slot) == before)
  }

  @Test func theClockSaysIt() throws {
    let machine = try Machine(try WalkedProgram.multilayer.make())
    machine.train(until: 3)
    // Every reading takes a second: an instruction takes the one between two readings less that of
    // a reading itself; a training step is timed as a whole.
    let profile = try #require(machine.profile(clock: Ticks().read, budget: 1000))
    #expect(profile.seconds.allSatisfy { $0 == 0 })
    #expect(profile.trainingStep == 1)
    #expect(profile.repetitions >= 3)
    #expect(machine.updates == 3)
    var asked = 0
    let none = machine.profile(clock: Ticks().read) {
      asked += 1
      return asked < 3
    }
    #expect(none == nil)
    #expect(machine.updates == 3)
  }

  /// The last step of an epoch of 20 rows in batches of 6 has 2.
  @Test func operationsAreThoseOfTheStep() throws {
    let machine = try Machine(try WalkedProgram.multilayer.make())
    func products(_ updates: Int) throws -> Int {
      machine.move(to: updates * machine.count)
      let profile = try #require(machine.profile(clock: Ticks().read, budget: 1000))
      let index = try #require(machine.program.instruction(at: "net.0.matmul"))
      return profile.operations[index]
    }
    #expect(try products(3) == 2 * 6 * 3 * 4)
    #expect(try products(4) == 2 * 2 * 3 * 4)
    #expect(try products(5) == 2 * 6 * 3 * 4)
  }

  @Test func everyInstructionHasItsLayer() throws {
    let program = try WalkedProgram.multilayer.make()
    let layers = program.layers
    for (index, instruction) in program.instructions.enumerated() {
      if instruction.path.hasPrefix("net.0.weight") || instruction.path == "net.0.matmul" {
        #expect(layers[index] == "net.0", "\(instruction.path)")
      }
    }
  }
}
