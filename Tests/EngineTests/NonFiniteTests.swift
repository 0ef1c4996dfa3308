// Which instruction makes the first NaN or infinity, and what is left alone.

import Engine
import TestSupport
import Testing

struct NonFiniteTests {
  /// mean(log(w · x)): the weight falls by lr / w a step, to 0 and below.
  static func machine(_ first: Float = 0.5, lr: Double = 0.1) throws -> Machine {
    let graph = Graph(seed: 1)
    let w = try graph.freeParameter("w", [2], Initializer("c", .constant(Double(first))))
    let x = graph.constant(Tensor(shape: [2], values: [1, 2]))
    let loss = try graph.scoped("L") { () throws(EngineError) in
      try graph.add(Mean(), [try graph.add(Logarithm(), [try graph.add(Multiply(), [w, x])])])
    }
    graph.name(loss, "L")
    return try Machine(graph.compileTraining(loss, optimizer: SGD(lr: lr)).program)
  }

  @Test func theFirstOne() throws {
    let machine = try Self.machine()
    var step = 0
    while machine.outlivingIsFinite, machine.stepIsFinite, step < 100 {
      step += 1
      machine.train(until: step)
    }
    #expect(step > 2 && step < 100)
    machine.move(to: (step - 1) * machine.count)
    #expect(machine.outlivingIsFinite && machine.stepIsFinite)
    let found = try #require(machine.walkToNonFinite(until: step * machine.count))
    #expect(machine.program.instructions[found.instruction].operation is Logarithm)
    #expect(machine.counter == found.instruction + 1)
    #expect(found.value.isNaN)
    #expect(machine.stepHasNonFinite)
    machine.stepBack()
    #expect(!machine.stepHasNonFinite)
  }

  /// A causal mask puts −∞ into the scores; the softmax takes it out again.
  @Test func masksAreOnPurpose() throws {
    let machine = try Machine(WalkedProgram.attention.make())
    for step in 1...4 {
      #expect(machine.walkToNonFinite(until: step * machine.count) == nil)
      #expect(machine.position == step * machine.count)
    }
    #expect(machine.outlivingIsFinite)
    machine.train(until: 6)
    #expect(machine.stepIsFinite)
  }

  @Test func aConstantThatHoldsOne() throws {
    let graph = Graph(seed: 1)
    let w = try graph.freeParameter("w", [2], .ones)
    let x = graph.constant(Tensor(shape: [2], values: [1, .nan]))
    let loss = try graph.add(Mean(), [try graph.add(Multiply(), [w, x])])
    let machine = try Machine(graph.compileTraining(loss, optimizer: SGD(lr: 0.1)).program)
    let found = try #require(machine.walkToNonFinite(until: machine.count))
    #expect(machine.program.instructions[found.instruction].operation is Multiply)
    #expect(found.element == 1)
  }

  @Test func keptValuesCanBeReadAfterFullSpeed() throws {
    let (machine, other) = (try Self.machine(10), try Self.machine(10))
    let product = try #require(
      machine.program.instructions.first { $0.operation is Multiply }?.output)
    machine.keep([product])
    machine.train(until: 3)
    other.move(to: 3 * other.count - 1)
    other.stepForward()
    #expect(machine.held(product) == other.held(product))
    machine.keep([])
    machine.train(until: 5)
    other.train(until: 5)
    #expect(machine.fingerprint == other.fingerprint)
  }
}
