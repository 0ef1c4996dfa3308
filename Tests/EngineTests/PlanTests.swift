// Whole steps at full speed against the same steps walked instruction by instruction: fused and
// reordered, with temporaries that share their places, they have the same bits.

import CKernels
import TestSupport
import Testing

@testable import Engine

@Suite struct PlanTests {
  static let programs: [WalkedProgram] =
    WalkedProgram.all + [.recurrent, .gated]
    + (1...60).map { seed in
      WalkedProgram(testDescription: "random \(seed)") { try RandomProgram.make(seed: seed) }
    }

  /// What a step leaves for others: what outlives it, the loss, the gradients.
  static func kept(_ program: Program) -> [Int] {
    program.persistent + [program.loss].compactMap { $0 } + program.trained.map(\.gradient)
  }

  static func expectEqual(
    _ a: Machine, _ b: Machine, _ what: String, _ location: SourceLocation = #_sourceLocation
  ) {
    for slot in kept(a.program) {
      let (left, right) = (a.held(slot), b.held(slot))
      #expect(left.shape == right.shape, sourceLocation: location)
      #expect(
        Kernels.bits(left.values) == Kernels.bits(right.values),
        "\(a.program.slots[slot].name) \(what)", sourceLocation: location)
    }
  }

  @Test(arguments: programs)
  func fusedIsUnfused(_ walked: WalkedProgram) throws {
    let stepped = try Machine(walked.make())
    let trained = try Machine(walked.make())
    for step in 1...7 {
      while stepped.updates < step { stepped.stepForward() }
      trained.train(until: step)
      Self.expectEqual(stepped, trained, "after \(step)")
    }
    // What the step at full speed has not kept is found all the same.
    #expect(stepped.fingerprint == trained.fingerprint)
    Self.expectEqual(stepped, trained, "after a look")
    trained.train(until: 9)
    while stepped.updates < 9 { stepped.stepForward() }
    Self.expectEqual(stepped, trained, "after going on")
    #expect(trained.stepBack())
    #expect(stepped.stepBack())
    #expect(stepped.fingerprint == trained.fingerprint)
  }

  /// Places are filled with NaN as soon as the plan says that nobody needs them: nothing changes.
  /// Also when whatever can is run in bands, part by part of the rows, and whatever can is computed
  /// twice.
  @Test(arguments: programs, [PlanBands.grain, 0])
  func nothingLiveIsOverwritten(_ walked: WalkedProgram, leastBand: Int) throws {
    let program = try walked.make()
    let stepped = try Machine(walked.make())
    var pinned = program.slots.map { _ in false }
    for slot in Self.kept(program) where program.slots[slot].kind == .temporary {
      pinned[slot] = true
    }
    let step = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    defer { step.deallocate() }
    let plan = Plan(
      program, shapes: program.slots.map(\.shape), pinned: pinned, step: step, isPoisoned: true,
      leastBand: leastBand,
      leastRecomputed: leastBand == 0 ? 0 : Recomputing.grain)
    for index in 0..<2 {
      step.pointee = index
      plan.run()
      while stepped.updates < index + 1 { stepped.stepForward() }
      for slot in Self.kept(program) {
        #expect(
          Kernels.bits(program.slots[slot].storage.array)
            == Kernels.bits(stepped.program.slots[slot].storage.array),
          "\(program.slots[slot].name)")
      }
    }
  }

  /// Sums of squares that are made on the way are those of the whole.
  @Test(arguments: programs)
  func squaresOnTheWay(_ walked: WalkedProgram) throws {
    let machine = try Machine(walked.make())
    machine.onStep = { machine in
      for (_, gradient) in machine.program.trained {
        let whole = machine.held(gradient).values
        let sum = Double(nabla_sum_squares(whole.count, whole))
        let exact = whole.reduce(0) { $0 + Double($1) * Double($1) }
        #expect(
          machine.sumOfSquares(of: gradient).bitPattern
            == (sum > 1e-30 || sum.isNaN ? sum : exact).bitPattern)
      }
    }
    machine.train(until: 5)
    // A gradient changed by hand has another norm.
    if let (_, gradient) = machine.program.trained.first {
      let before = machine.sumOfSquares(of: gradient)
      machine.change(gradient, [(place: 0, value: 1000)])
      #expect(machine.sumOfSquares(of: gradient) > before || before.isNaN)
    }
  }

  /// The gates' gradients of all time steps are computed where they are used together, so
  /// that nothing is copied.
  @Test func piecesAreComputedInPlace() throws {
    let program = try WalkedProgram.gated.make()
    let shapes = program.slots.map(\.shape)
    let pinned = program.slots.map { _ in false }
    let liveness = Liveness(program, shapes: shapes, pinned: pinned)
    let schedule = PlanSchedule(program, shapes: shapes, liveness: liveness)
    let rowForms = RowForms(
      program: program, shapes: shapes, liveness: liveness, forms: schedule.forms)
    let gatherings = PlanGatherings(
      program, shapes: shapes, liveness: liveness, pinned: pinned, schedule: schedule,
      rowForms: rowForms)
    let sums = program.instructions.indices.filter {
      liveness.runs[$0] && program.instructions[$0].operation is SliceSum
    }
    // Those of a GRU's gates go two ways, and are copied for one of them.
    #expect(sums.filter { gatherings.done.contains($0) }.count > 10)
    for (piece, place) in gatherings.places {
      #expect(place.offset + shapes[piece].count <= shapes[place.whole].count || place.row != nil)
      #expect(gatherings.home(of: piece).whole != piece)
    }
    // Whoever asks for a piece gets it by itself.
    var asked = pinned
    if let piece = gatherings.places.keys.min() { asked[piece] = true }
    let fewer = PlanGatherings(
      program, shapes: shapes, liveness: liveness, pinned: asked, schedule: schedule,
      rowForms: rowForms)
    #expect(fewer.done.count < gatherings.done.count)
  }

  /// A product that a later product reads again in the backward pass is computed again there, of
  /// what is kept in any case.
  @Test func cheapValuesAreComputedTwice() throws {
    let graph = Graph(seed: 5)
    let x = graph.constant(
      Tensor(shape: [8, 16], values: OperationCase.values(.any, 128, seed: 3)))
    let norms = (0..<12).map { _ in Residual(Chain([LayerNorm(), Dense(16)])) }
    let net = Chain(norms)
    graph.name(net, "net")
    let loss = try graph.add(Mean(), [try graph.add(Square(), [try net.traced(x, in: graph)])])
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0.1)).program
    let shapes = program.slots.map(\.shape)
    let pinned = program.slots.map { _ in false }
    let rewritten = try #require(
      Recomputing.rewritten(program, shapes: shapes, pinned: pinned, least: 128))
    let twice = rewritten.program.instructions.filter { $0.operation is Recomputation }
    #expect(twice.count >= 8)
    #expect(rewritten.program.instructions.count == program.instructions.count + twice.count)
    #expect(rewritten.shapes.count == rewritten.program.slots.count)
    #expect(rewritten.pinned.count == rewritten.program.slots.count)
    for instruction in twice {
      #expect(instruction.phase == .backward)
      let shape = try instruction.operation.shape(
        of: instruction.inputs.map { rewritten.shapes[$0] })
      #expect(shape == rewritten.shapes[instruction.output])
    }
    // Less has to be kept.
    let step = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    step.initialize(to: 0)
    defer { step.deallocate() }
    let usual = Plan(program, shapes: shapes, pinned: pinned, step: step)
    let lean = Plan(
      program, shapes: shapes, pinned: pinned, step: step, leastRecomputed: 128)
    #expect(lean.arenaBytes < usual.arenaBytes)
    // What is small or little is left as it is.
    #expect(Recomputing.rewritten(program, shapes: shapes, pinned: pinned) == nil)
  }

  /// A value that is asked for after every step is kept from then on.
  @Test func whatIsAskedForAgain() throws {
    let stepped = try Machine(WalkedProgram.multilayer.make())
    let trained = try Machine(WalkedProgram.multilayer.make())
    let slots = stepped.program.slots.indices.filter {
      stepped.program.slots[$0].kind == .temporary
    }
    trained.onStep = { machine in
      while stepped.updates < machine.updates { stepped.stepForward() }
      for slot in slots { #expect(machine.held(slot) == stepped.held(slot)) }
    }
    trained.train(until: 12)
    #expect(trained.updates == 12)
  }
}

extension Kernels {
  @Suite struct PlanDeterminismTests {
    @Test func threadsAndInstructionSets() throws {
      for seed: UInt64 in [3, 14, 25, 36] {
        let expected = try Machine(RandomProgram.make(seed: seed))
        for _ in 0..<5 * expected.count { expected.stepForward() }
        try Kernels.withEveryThreadCount { _ in
          try Kernels.atEveryLevel { level in
            let machine = try Machine(RandomProgram.make(seed: seed))
            machine.train(until: 5)
            PlanTests.expectEqual(expected, machine, "level \(level), seed \(seed)")
          }
        }
      }
    }

    /// Large enough to be shared by two threads.
    @Test func largeGroups() throws {
      func make() throws -> Machine {
        let graph = Graph(seed: 5)
        let x = graph.constant(
          Tensor(shape: [65, 700], values: OperationCase.values(.any, 65 * 700, seed: 3)))
        let net = Chain([LayerNorm(), Dense(650), LayerNorm(), Dense(33)])
        graph.name(net, "net")
        let y = try graph.add(GELU(), [try net.traced(x, in: graph)])
        let loss = try graph.add(Mean(), [try graph.add(Square(), [try graph.add(Softmax(), [y])])])
        return try Machine(
          graph.compileTraining(loss, optimizer: Adam(lr: 0.01), clip: 1).program)
      }
      let expected = try make()
      for _ in 0..<3 * expected.count { expected.stepForward() }
      try Kernels.withEveryThreadCount { threads in
        let machine = try make()
        machine.train(until: 3)
        PlanTests.expectEqual(expected, machine, "\(threads) threads")
      }
    }

    /// Blocks of a large gradient's squares are each summed in one order, whoever sums them.
    @Test func squaresOfLargeGradients() throws {
      try Kernels.withEveryThreadCount { threads in
        let graph = Graph(seed: 5)
        let x = graph.constant(
          Tensor(shape: [8, 64], values: OperationCase.values(.any, 8 * 64, seed: 3)))
        let y = try Chain([Dense(1024), Dense(40)]).traced(x, in: graph)
        let loss = try graph.add(Mean(), [try graph.add(Square(), [y])])
        let machine = try Machine(
          graph.compileTraining(loss, optimizer: Adam(lr: 0.001)).program)
        machine.onStep = { machine in
          for (_, gradient) in machine.program.trained {
            let whole = machine.held(gradient).values
            #expect(
              machine.sumOfSquares(of: gradient) == Double(nabla_sum_squares(whole.count, whole)),
              "\(threads) threads, step \(machine.updates)")
          }
        }
        machine.train(until: 300)
      }
    }
  }
}
