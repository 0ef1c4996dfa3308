// Schedules against PyTorch's rates, step by step through a training program; what is kept, undone
// and changed live.

import Engine
import TestSupport
import Testing

@Suite struct ScheduleTests {
  /// The schedule of a case, called by name with the file's settings as arguments.
  static func schedule(_ golden: GoldenCase) throws -> any Schedule {
    let names = ["step": "step_lr", "linear": "linear_lr"]
    let leftOut: Set = ["steps", "lr"]
    let keywords = golden.settings.filter { !leftOut.contains($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, argument($0.value)) }
    return try make(names[golden.name] ?? golden.name, keywords)
  }

  static func argument(_ setting: GoldenSetting) -> ArgumentValue {
    switch setting {
    case .number(let number): .number(number)
    case .string(let text): .text(text)
    case .bool(let flag): .flag(flag)
    case .list(let list): .list(list.map(argument))
    case .none, .table: .none
    }
  }

  static func make(
    _ name: String, _ keywords: [(String, ArgumentValue)]
  ) throws -> any Schedule {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name }, "\(name)")
    guard case .schedule(let make) = entry.maker else {
      throw EngineError("\(name) is no schedule")
    }
    return try make(
      try Arguments(
        entry.descriptor, positional: [], keywords: keywords, graph: Graph(seed: 0)))
  }

  /// A program whose loss is `given` and whose gradient is 0.
  private static func program(
    _ schedule: any Schedule, lr: Double, source: BatchSource? = nil
  ) throws -> (Program, given: Int) {
    let graph = Graph(seed: 0)
    let given = graph.constant(0)
    graph.name(given, "given")
    let w = try GoldenGraph.parameter(graph, "w", Tensor(1))
    var loss = try graph.add(Add(), [given, try graph.add(Multiply(), [w, graph.constant(0)])])
    if let source {
      let rows = try graph.add(BatchRows(source, column: 0), [])
      let mean = try graph.add(Mean(), [rows])
      loss = try graph.add(
        Add(), [loss, try graph.add(Multiply(), [mean, graph.constant(0)])])
    }
    let program = try graph.compileTraining(
      loss, optimizer: SGD(lr: lr), options: UpdateOptions(schedule: schedule)
    ).program
    return (program, try #require(program.slot(of: given)))
  }

  @Test(arguments: GoldenCase.paths("schedule"))
  func rates(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let lr = golden["lr"]?.number ?? golden["base_lr"]?.number ?? 0.1
    let (program, given) = try Self.program(try Self.schedule(golden), lr: lr)
    let machine = try Machine(program)
    let rate = try #require(program.slot(named: "lr.scheduled"))
    let losses = golden.has("input.0") ? try golden.tensor("input.0").values : nil
    let expected = try golden.expected("output.0")
    var found: [Float] = []
    for step in expected.indices {
      if let losses { machine.change(given, [(place: 0, value: losses[step])]) }
      machine.train(until: step + 1)
      found.append(machine.number(of: rate))
    }
    expectClose(found, expected, .relative(1e-6), path)
    #expect(machine.number(of: try #require(program.learningRate)) == Float(lr))
    // Back to any step and forth again, with what the schedule keeps.
    machine.move(to: 40 * machine.count)
    #expect(machine.number(of: rate) == found[39])
    machine.train(until: 60)
    #expect(machine.number(of: rate) == found[59])
  }

  @Test(arguments: GoldenCase.paths("schedule", "one_cycle"))
  func momenta(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let (program, _) = try Self.program(try Self.schedule(golden), lr: 0.1)
    let machine = try Machine(program)
    let slot = try #require(program.slot(named: "momentum.scheduled"))
    let expected = try golden.expected("output.1")
    let found = expected.indices.map { step in
      machine.train(until: step + 1)
      return machine.number(of: slot)
    }
    expectClose(found, expected, .relative(1e-6), path)
  }

  /// Up and down again from the highest momentum; none where it is not to be cycled.
  @Test func cyclicMomentum() throws {
    let schedule = StepSchedule.cyclic(maxRate: 1, stepsUp: 2, stepsDown: 2)
    let (program, _) = try Self.program(schedule, lr: 0.5)
    let machine = try Machine(program)
    let slot = try #require(program.slot(named: "momentum.scheduled"))
    var found: [Float] = []
    for step in 1...5 {
      machine.train(until: step)
      found.append(machine.number(of: slot))
    }
    expectClose(found, [0.9, 0.85, 0.8, 0.85, 0.9], .relative(1e-6))
    for (name, keywords) in [
      ("cyclic", []), ("one_cycle", [("max_lr", 1), ("total_steps", 9)]),
    ] as [(String, [(String, Double)])] {
      let plain = try Self.make(
        name,
        keywords.map { ($0.0, .number($0.1)) } + [("cycle_momentum", .flag(false))])
      #expect(try Self.program(plain, lr: 1).0.slot(named: "momentum.scheduled") == nil)
    }
  }

  /// A number under (w − 3)² with momentum and rate of one cycle, by PyTorch's formulas.
  @Test(arguments: ["sgd", "nesterov", "rmsprop", "adam", "adamax", "radam"])
  func cycledOptimizers(_ name: String) throws {
    let cycle = OneCycle(maxRate: 0.1, totalSteps: 15)
    let optimizer: any Optimizer
    switch name {
    case "sgd": optimizer = SGD(momentum: 0.5, dampening: 0.25)
    case "nesterov": optimizer = SGD(momentum: 0.5, nesterov: true)
    case "rmsprop": optimizer = RMSprop()
    case "adam": optimizer = Adam()
    case "adamax": optimizer = Adamax()
    default: optimizer = RAdam()
    }
    let graph = Graph(seed: 0)
    let w = try GoldenGraph.parameter(graph, "w", Tensor(1))
    let loss = try graph.add(
      Square(), [try graph.add(Subtract(), [w, graph.constant(3)])])
    let program = try graph.compileTraining(
      loss, optimizer: optimizer, options: UpdateOptions(schedule: StepSchedule.oneCycle(cycle))
    ).program
    let machine = try Machine(program)
    let slot = try #require(program.slot(of: w))
    var (x, b, m, v) = (1.0, 0.0, 0.0, 0.0)
    var power = 1.0
    for step in 1...14 {
      let (lr, mu) = (cycle.rate(at: step - 1), cycle.momentum(at: step - 1))
      let g = 2 * (x - 3)
      m = mu * m + (1 - mu) * g
      let mHat = m / (1 - Numbers.power(mu, Double(step)))
      power *= 0.999
      switch name {
      case "sgd":
        b = step == 1 ? g : mu * b + 0.75 * g
        x -= lr * b
      case "nesterov":
        b = step == 1 ? g : mu * b + g
        x -= lr * (g + mu * b)
      case "rmsprop":
        v = 0.99 * v + 0.01 * g * g
        b = mu * b + g / (v.squareRoot() + 1e-8)
        x -= lr * b
      case "adam":
        v = 0.999 * v + 0.001 * g * g
        x -= lr * mHat / ((v / (1 - power)).squareRoot() + 1e-8)
      case "adamax":
        v = max(0.999 * v, abs(g) + 1e-8)
        x -= lr * mHat / v
      default:
        v = 0.999 * v + 0.001 * g * g
        let limit = 1999.0
        let length = limit - 2 * Double(step) * power / (1 - power)
        let r = ((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
        x -=
          length > 5
          ? lr * mHat * r.squareRoot() * (1 - power).squareRoot() / (v.squareRoot() + 1e-8)
          : lr * mHat
      }
      machine.train(until: step)
      #expect(abs(Double(machine.number(of: slot)) - x) < 2e-4, "\(name) after \(step)")
    }
  }

  /// `set lr` changes the base rate; the schedule goes on from it.
  @Test func changedRate() throws {
    let (program, _) = try Self.program(StepSchedule.step(stepSize: 2, gamma: 0.5), lr: 1)
    let machine = try Machine(program)
    let rate = try #require(program.slot(named: "lr.scheduled"))
    var found: [Float] = []
    for step in 1...6 {
      if step == 4 {
        machine.change(try #require(program.learningRate), [(place: 0, value: 3)])
      }
      machine.train(until: step)
      found.append(machine.number(of: rate))
    }
    #expect(found == [1, 1, 0.5, 1.5, 0.75, 0.75])
  }

  /// Rates per epoch stay for all steps of one; the loss on a plateau is an epoch's mean.
  @Test func epochs() throws {
    let source = BatchSource(
      name: "points", columns: [Tensor(shape: [5, 1], repeating: 1)],
      schedule: try BatchSchedule(rows: 5, size: 2, seed: 5, stream: 9))
    var schedule = StepSchedule.exponential(gamma: 0.5)
    schedule.unit = .epoch
    let (program, _) = try Self.program(schedule, lr: 1, source: source)
    let machine = try Machine(program)
    let rate = try #require(program.slot(named: "lr.scheduled"))
    var found: [Float] = []
    for step in 1...7 {
      machine.train(until: step)
      found.append(machine.number(of: rate))
    }
    #expect(found == [1, 1, 1, 0.5, 0.5, 0.5, 0.25])
    #expect(program.instructions.contains { $0.path == "lr.scheduled" && $0.phase == .update })

    let plateau = ReduceOnPlateau(factor: 0.5, patience: 0, unit: .epoch)
    let (other, given) = try Self.program(plateau, lr: 1, source: source)
    let second = try Machine(other)
    let slot = try #require(other.slot(named: "lr.scheduled"))
    // Means of 2, 1, 1: the third epoch is not better than the second.
    found = []
    for (step, loss) in ([3, 2, 1, 2, 1, 0, 0, 1, 2, 9] as [Float]).enumerated() {
      second.change(given, [(place: 0, value: loss)])
      second.train(until: step + 1)
      found.append(second.number(of: slot))
    }
    #expect(found == [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5])
    let state = try #require(other.slot(named: "lr.plateau"))
    #expect(other.slots[state].kind == .state)
    #expect(other.persistent.contains(state))
    #expect(second.held(state).values == [1, 0, 0, 1, 9, 1])
  }

  /// Past the end, before the beginning, with lengths of nothing.
  @Test func edges() {
    let cycle = OneCycle(maxRate: 1, totalSteps: 1)
    for schedule in [
      StepSchedule.constant(totalIters: 0), .linear(totalIters: 0), .step(stepSize: 0),
      .multistep(milestones: []), .polynomial(totalIters: 0), .cosine(tMax: 0),
      .cosineWarmRestarts(t0: 0), .cosineWarmRestarts(t0: 1, tMult: 1 << 52),
      .linearWarmup(warmup: 0, total: 0), .cosineWarmup(warmup: 3, total: 3),
      .noam(features: 0, warmup: 0), .cyclic(maxRate: 1, stepsUp: 0, stepsDown: 0),
      .oneCycle(cycle),
    ] {
      for step in [-1, 0, 1, 2, 1000, Int.max / 2] {
        let rate = schedule.rate(at: step, base: 1)
        #expect(rate >= 0 && rate <= 1, "\(schedule.summary) at \(step): \(rate)")
      }
    }
    #expect(StepSchedule.cosine(tMax: 100).summary == "cosine(T_max=100, eta_min=0)")
  }

  @Test func messages() {
    func expect(
      _ name: String, _ message: String, hint: String? = nil,
      _ keywords: (String, ArgumentValue)...
    ) {
      expectError(message, hint: hint) { _ = try Self.make(name, keywords) }
    }
    expect(
      "cosine", "cosine needs 'T_max'", hint: "cosine(T_max, eta_min=0, per=\"step\")")
    expect(
      "cosine", "cosine: 'T_max' must be at least 1, not 0", ("T_max", .number(0)))
    expect(
      "cosine", "cosine: 'per' must be one of \"step\", \"epoch\", not \"epochs\"",
      hint: "did you mean 'epoch'?", ("T_max", .number(3)), ("per", .text("epochs")))
    expect(
      "step_lr", "step_lr: 'gamma' must be at least 0, not -1", ("step_size", .number(2)),
      ("gamma", .number(-1)))
    expect(
      "multistep", "multistep: 'milestones' must be a list of whole numbers, not 0.5",
      ("milestones", .list([.number(0.5)])))
    expect(
      "linear_lr", "linear_lr: 'total_iters' must be between 0 and 1000000000, not -1",
      ("total_iters", .number(-1)))
    expect(
      "cyclic",
      "cyclic: 'mode' must be one of \"triangular\", \"triangular2\", \"exp_range\", not \"square\"",
      ("mode", .text("square")))
    expect(
      "one_cycle", "one_cycle: 'div_factor' must be more than 0, not 0", ("max_lr", .number(1)),
      ("total_steps", .number(3)), ("div_factor", .number(0)))
    expect(
      "reduce_on_plateau", "reduce_on_plateau: 'factor' must be less than 1, not 1",
      ("factor", .number(1)))
  }
}
