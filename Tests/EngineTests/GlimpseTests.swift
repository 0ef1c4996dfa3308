// What an instruction read and wrote, seen from a later place of the same step: the values that were
// there when the machine stood at it.

import Engine
import TestSupport
import Testing

@Suite struct GlimpseTests {
  @Test(arguments: WalkedProgram.all)
  func theStepIsSeenAsItWas(_ program: WalkedProgram) throws {
    let machine = try Machine(try program.make())
    machine.move(to: machine.count)
    // Walk the second step and note what every instruction reads and writes at its place.
    let instructions = machine.program.instructions
    var read: [[Tensor?]] = []
    var written: [Tensor] = []
    for instruction in instructions {
      read.append(instruction.inputs.map { machine.value(of: $0) })
      machine.stepForward()
      written.append(machine.held(instruction.output))
    }
    for index in instructions.indices {
      for (place, slot) in instructions[index].inputs.enumerated() {
        let glimpse = try #require(machine.glimpse(of: slot, before: index))
        #expect(glimpse.tensor == read[index][place])
        let count = glimpse.count
        if count > 0 { #expect(glimpse[count - 1] == glimpse.tensor.values[count - 1]) }
      }
      #expect(
        machine.glimpse(of: instructions[index].output, after: index)?.tensor == written[index])
    }
    // In the middle nothing is known of what comes.
    machine.move(to: machine.count + machine.count / 2)
    for index in instructions.indices {
      let output = machine.glimpse(of: instructions[index].output, after: index)
      #expect((output != nil) == (index < machine.count / 2))
      #expect(output?.tensor == (output == nil ? nil : written[index]))
    }
  }

  /// What a step at full speed has overwritten is not known, and not made up.
  @Test func fullSpeedForgets() throws {
    let machine = try Machine(try WalkedProgram.multilayer.make())
    machine.train(until: 2)
    let instructions = machine.program.instructions
    let updated = try #require(instructions.lastIndex { $0.inputs.contains($0.output) })
    let slot = instructions[updated].output
    #expect(machine.glimpse(of: slot, before: updated) == nil)
    #expect(machine.glimpse(of: slot, after: updated)?.tensor == machine.held(slot))
  }

  @Test func writersAndReaders() throws {
    let machine = try Machine(try WalkedProgram.attention.make())
    machine.move(to: machine.count)
    let instructions = machine.program.instructions
    for index in instructions.indices {
      for slot in instructions[index].inputs {
        guard let writer = machine.writer(of: slot, before: index) else { continue }
        #expect(writer < index)
        #expect(instructions[writer].output == slot)
        #expect(machine.readers(of: writer).contains(index))
      }
    }
    #expect(machine.readers(of: instructions.count - 1) == [])
  }

  @Test func theElementThatSaysMost() throws {
    let program = try WalkedProgram.logistic.make()
    let machine = try Machine(program)
    let slot = try #require(program.trained.first).parameter
    let count = machine.shape(of: slot).count
    machine.change(slot, [(place: count - 1, value: -99)])
    #expect(machine.glimpse(of: slot, before: 0)?.placeOfLargest() == count - 1)
    machine.change(slot, [(place: 0, value: .nan)])
    #expect(machine.glimpse(of: slot, before: 0)?.placeOfLargest() == 0)
    #expect(machine.glimpse(of: slot, before: 0)?.placeOfLargest(limit: 0) == 0)
  }
}
