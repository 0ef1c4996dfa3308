// Moves: where each ends in layers, time steps, heads and parameters, and that 10,000 of them in any
// order leave the bits that straight execution has.

import Engine
import TestSupport
import Testing

struct MoveTests {
  /// An Elman network over five time steps with a dense layer behind it, Adam.
  static let recurrent = WalkedProgram(testDescription: "recurrent, Adam") {
    let graph = Graph(seed: 14)
    let x = graph.constant(
      Tensor(shape: [2, 5, 3], values: OperationCase.values(.any, 30, seed: 7)))
    let layer = Chain([Recurrent(.rnn(nonlinearity: .tanh), 3), Dense(1)])
    graph.name(layer, "net")
    let y = try layer.traced(x, in: graph)
    graph.name(y, "y")
    let loss = try graph.scoped("L") { () throws(EngineError) in
      try graph.add(Mean(), [try graph.add(Square(), [y])])
    }
    graph.name(loss, "L")
    return try graph.compileTraining(loss, optimizer: Adam(lr: 0.05)).program
  }

  static let programs = [WalkedProgram.multilayer, recurrent, WalkedProgram.attention]

  /// Every move there is, with small numbers.
  static func move(using random: inout SplitMix, last: Int) -> Move {
    let phase = Phase.allCases.randomElement(using: &random) ?? .forward
    return switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: .step(Int.random(in: 0...9, using: &random))
    case 2, 3: .step(-Int.random(in: 0...9, using: &random))
    case 4: .next
    case 5: .finish
    case 6: .backNext
    case 7: .backFinish
    case 8: .end(of: phase)
    case 9: .beginning(of: phase)
    case 10: Bool.random(using: &random) ? .iterate : .backIterate
    default: .goto(Int.random(in: 0...last, using: &random))
    }
  }

  @Test(arguments: programs) func tenThousandMoves(_ walked: WalkedProgram) throws {
    let steps = 4
    let straight = try Machine(walked.make())
    let trace = straight.trace(through: steps * straight.count)
    let machine = try Machine(walked.make(), historyBytes: 6000)
    var random = SplitMix(seed: 2024)
    for number in 0..<10_000 {
      let target = machine.program.target(
        of: Self.move(using: &random, last: steps), from: machine.position)
      machine.move(to: min(target, steps * machine.count))
      #expect(machine.position == min(target, steps * machine.count))
      // Bits are compared at one place in fifty: the next moves start from all of them.
      guard number % 50 == 0 else { continue }
      #expect(machine.fingerprint == trace[machine.position], "after move \(number)")
    }
    machine.move(to: steps * machine.count)
    #expect(machine.fingerprint == trace[machine.position])
    let trained = try Machine(walked.make())
    trained.train(until: steps)
    #expect(trained.fingerprint == machine.fingerprint)
  }

  /// A move and the same move back; no move leaves the run or stands still.
  @Test(arguments: programs) func everyMoveFromEveryPlace(_ walked: WalkedProgram) throws {
    let program = try walked.make()
    let count = program.instructions.count
    for position in 0...2 * count {
      for move: Move in [.next, .finish, .iterate] + Phase.allCases.map({ .end(of: $0) }) {
        let target = program.target(of: move, from: position)
        #expect(target > position && target <= position + count + count, "\(move) at \(position)")
        #expect(target / count == position / count || target % count == 0 || move.isPhase)
      }
      for move: Move in [.backNext, .backFinish, .backIterate]
        + Phase.allCases.map({ .beginning(of: $0) })
      {
        let target = program.target(of: move, from: position)
        #expect(target < position || target == 0, "\(move) at \(position)")
        #expect(target >= 0)
      }
    }
    #expect(program.target(of: .step(Int.max), from: 3) == Int.max)
    #expect(program.target(of: .step(Int.min), from: 3) == 0)
    #expect(program.target(of: .goto(Int.max), from: 3) == Int.max)
    #expect(program.target(of: .goto(-4), from: 3) == 0)
  }

  @Test func timeStepsOneByOne() throws {
    let program = try Self.recurrent.make()
    let start = try #require(program.instruction(at: "net.0.t0"))
    var (position, seen) = (start, [String]())
    for _ in 0..<5 {
      seen.append(program.scope(of: position))
      position = program.target(of: .next, from: position)
    }
    #expect(seen == (0..<5).map { "net.0.l0.t\($0)" })
    // Out of the time steps, whichever it is.
    #expect(program.target(of: .finish, from: start) == position)
    #expect(program.scope(of: position) == "net.0")
    // The backward pass comes through them the other way round.
    position = try #require(program.instruction(at: "net.0.t4.grad"))
    seen = []
    for _ in 0..<5 {
      seen.append(program.scope(of: position))
      position = program.target(of: .next, from: position)
    }
    #expect(seen == (0..<5).reversed().map { "net.0.l0.t\($0)" })
    let place = try #require(program.instruction(at: "net.0.t3.grad"))
    #expect(program.instructions[place].phase == .backward)
    #expect(program.scope(of: place) == "net.0.l0.t3")
    #expect(program.target(of: .backNext, from: program.target(of: .next, from: place)) == place)
  }

  @Test func headsAndParameters() throws {
    let program = try WalkedProgram.attention.make()
    let layer = "block.1.1"
    let heads = try #require(program.instruction(at: layer + ".heads"))
    #expect(program.instructions[heads].path == layer + ".scores")
    #expect(program.instruction(at: layer + ".head.1") == heads)
    #expect(program.instruction(at: layer + ".heads.0") == heads)
    #expect(program.instruction(at: layer + ".head.2") == nil)
    let after = program.target(of: .next, from: heads)
    #expect(program.instructions[heads..<after].contains { $0.path == layer + ".weights" })
    #expect(program.instructions[heads..<after].contains { $0.path == layer + ".mixed" })
    #expect(program.scope(of: after) == layer + ".out")
    let backward = try #require(program.instruction(at: layer + ".heads.grad"))
    #expect(program.instructions[backward].phase == .backward)
    // A parameter's update: its moments first, the parameter last.
    let start = try #require(program.instruction(at: "block.2.weight"))
    let end = program.target(of: .next, from: start)
    #expect(program.instructions[start].path.hasPrefix("block.2.weight."))
    #expect(program.instructions[end - 1].path == "block.2.weight")
    #expect(program.scope(of: end) == "block.2.bias")
    #expect(program.instruction(at: "block.2.update") == start)
    #expect(program.target(of: .finish, from: start) == program.target(of: .next, from: end))
    for name in [
      "", ".", "block.", "block.9", "block.2.t1", "L.head.0", "block.1.1.head.99999999999",
    ] {
      #expect(program.instruction(at: name) == nil, "\(name)")
    }
  }
}

extension Move {
  fileprivate var isPhase: Bool {
    if case .end = self { true } else { false }
  }
}
