// Optimizers against twenty steps of PyTorch's: freely, where errors add up, and the rule alone,
// driven by the gradients of the file.

import Engine
import TestSupport
import Testing

@Suite struct OptimizerTests {
  static let cases = GoldenCase.paths("optimizer")

  /// The optimizer of a case, called by name with the file's settings as arguments.
  private static func optimizer(_ golden: GoldenCase) throws -> any Optimizer {
    let leftOut: Set = ["steps", "rows", "features", "units", "scale"]
    let keywords = golden.settings.filter { !leftOut.contains($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, ScheduleTests.argument($0.value)) }
    let entry = try #require(Entries.all.first { $0.descriptor.name == golden.name })
    guard case .optimizer(let make) = entry.maker else {
      throw EngineError("\(golden.name) is no optimizer")
    }
    return try make(
      try Arguments(
        entry.descriptor, positional: [], keywords: keywords, graph: Graph(seed: 0)))
  }

  /// Row k of a `[steps, …]` tensor of the file.
  private static func row(_ golden: GoldenCase, _ name: String, _ k: Int) throws -> [Double] {
    let shape = try golden.shape(name)
    let width = shape.dropFirst().reduce(1, *)
    return Array(try golden.expected(name)[k * width..<(k + 1) * width])
  }

  private static func compare(
    _ machine: Machine, _ golden: GoldenCase, step: Int, _ rule: Tolerance
  ) throws {
    for name in ["weight", "bias"] {
      let slot = try #require(machine.program.slot(named: name))
      expectClose(
        machine.held(slot).values, try row(golden, "output." + name, step), rule,
        "\(golden.path) \(name) after step \(step + 1)")
      for state in golden.names("state.") where state.hasSuffix("." + name) {
        let own = state.split(separator: ".")[1]
        let slot = try #require(machine.program.slot(named: "\(name).\(own)"), "\(state)")
        expectClose(
          machine.held(slot).values, try row(golden, state, step), rule,
          "\(golden.path) \(state) after step \(step + 1)")
      }
    }
  }

  @Test(arguments: cases)
  func freely(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let graph = Graph(seed: 0)
    let x = graph.constant(try golden.tensor("input.0"))
    let y = graph.constant(try golden.tensor("input.1"))
    let weight = try GoldenGraph.parameter(graph, "weight", golden.tensor("param.weight"))
    let bias = try GoldenGraph.parameter(graph, "bias", golden.tensor("param.bias"))
    let sum = try graph.add(
      Add(), [try graph.add(MatMul(transposesRight: true), [x, weight]), bias])
    let loss = try Losses.meanSquaredError(
      try graph.add(HyperbolicTangent(), [sum]), y, in: graph)
    let (program, gradients) = try graph.compileTraining(
      loss, optimizer: try Self.optimizer(golden))
    let machine = try Machine(program)
    // Where a gradient is near 0, Adam's step is its sign: there errors count fully.
    let rule = Tolerance.relative(1e-4)
    for step in 0..<20 {
      machine.train(until: step + 1)
      let lossSlot = try #require(program.loss)
      expectClose(
        [machine.number(of: lossSlot)],
        try Self.row(golden, "output.loss", step), rule, "loss")
      for (name, node) in [("weight", weight), ("bias", bias)] {
        let gradientNode = try #require(gradients[node])
        let gradient = try #require(program.slot(of: gradientNode))
        expectClose(
          machine.held(gradient).values, try Self.row(golden, "grad." + name, step),
          .tensor(error: 2.5e-5), "\(path) grad.\(name) of step \(step + 1)")
      }
      try Self.compare(machine, golden, step: step, .tensor(error: 2.5e-5))
    }
  }

  /// The loss sum(w · g) has the gradient g; g is changed by hand before each step.
  @Test(arguments: cases)
  func theRuleAlone(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let graph = Graph(seed: 0)
    var loss: Node?
    var givens: [String: Node] = [:]
    for name in ["weight", "bias"] {
      let start = try golden.tensor("param." + name)
      let parameter = try GoldenGraph.parameter(graph, name, start)
      let given = graph.constant(Tensor(shape: start.shape, repeating: 0))
      givens[name] = given
      let part = try graph.add(Sum(), [try graph.add(Multiply(), [parameter, given])])
      loss = try loss.map { try graph.add(Add(), [$0, part]) } ?? part
    }
    let scalar = try #require(loss)
    let program = try graph.compileTraining(scalar, optimizer: try Self.optimizer(golden)).program
    let machine = try Machine(program)
    for step in 0..<20 {
      for (name, node) in givens {
        let row = try Self.row(golden, "grad." + name, step)
        let slot = try #require(program.slot(of: node))
        machine.change(
          slot,
          row.enumerated().map { (place: $0, value: Float($1)) })
      }
      machine.train(until: step + 1)
      try Self.compare(machine, golden, step: step, .tensor(error: 2e-7))
    }
  }

  /// `decay_on="matrices"` leaves biases alone.
  @Test(arguments: DecayScope.allCases, ["sgd", "adam", "adamw"])
  func decayOnMatrices(_ scope: DecayScope, _ name: String) throws {
    let graph = Graph(seed: 0)
    var loss = graph.constant(0)
    for (name, shape) in [("matrix", [2, 3] as Shape), ("bias", [3]), ("number", [])] {
      let node = try GoldenGraph.parameter(graph, name, Tensor(shape: shape, repeating: 1))
      let zero = try graph.add(Multiply(), [node, graph.constant(0)])
      loss = try graph.add(Add(), [loss, try graph.add(Sum(), [zero])])
    }
    let optimizer: any Optimizer =
      name == "sgd"
      ? SGD(lr: 0.1, weightDecay: 0.5, decayOn: scope)
      : Adam(lr: 0.1, weightDecay: 0.5, decoupled: name == "adamw", decayOn: scope)
    let program = try graph.compileTraining(loss, optimizer: optimizer).program
    let machine = try Machine(program)
    machine.train(until: 1)
    for name in ["matrix", "bias", "number"] {
      let slot = try #require(program.slot(named: name))
      let isDecayed = scope == .all || name == "matrix"
      #expect(machine.held(slot).values.allSatisfy { ($0 < 1) == isDecayed }, "\(name)")
    }
  }

  private static func make(
    _ name: String, _ keywords: [(String, ArgumentValue)]
  ) throws -> any Optimizer {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name }, "\(name)")
    guard case .optimizer(let make) = entry.maker else {
      throw EngineError("\(name) is no optimizer")
    }
    return try make(
      try Arguments(
        entry.descriptor, positional: [], keywords: keywords, graph: Graph(seed: 0)))
  }

  static let names = Entries.all.map(\.descriptor).filter { $0.kind == .optimizer }.map(\.name)

  /// The path of one number under the loss sign · (w − 3)², from 1.
  private static func path(
    _ optimizer: any Optimizer, sign: Double = 1, steps: Int = 12
  ) throws -> [Float] {
    let graph = Graph(seed: 0)
    let w = try GoldenGraph.parameter(graph, "w", Tensor(1))
    let square = try graph.add(
      Square(), [try graph.add(Subtract(), [w, graph.constant(3)])])
    let loss = try graph.add(Multiply(), [graph.constant(sign), square])
    let machine = try Machine(try graph.compileTraining(loss, optimizer: optimizer).program)
    let slot = try #require(machine.program.slot(of: w))
    return (1...steps).map { step in
      machine.train(until: step)
      return machine.number(of: slot)
    }
  }

  /// Maximizing −f is minimizing f, to the last bit; every optimizer comes nearer.
  @Test(arguments: names)
  func maximizing(_ name: String) throws {
    let least = try Self.path(try Self.make(name, [("lr", .number(0.02))]))
    let most = try Self.path(
      try Self.make(name, [("lr", .number(0.02)), ("maximize", .flag(true))]), sign: -1)
    #expect(least == most)
    #expect(least.last ?? 0 > 1 && least.allSatisfy { $0 > 1 && $0 < 3.5 })
  }

  /// Lion against its formula (it is not in PyTorch).
  @Test func lion() throws {
    let found = try Self.path(Lion(lr: 0.1, beta1: 0.9, beta2: 0.5, weightDecay: 0.2), steps: 40)
    var (w, m) = (1.0, 0.0)
    for value in found {
      let g = 2 * (w - 3)
      let c = 0.9 * m + 0.1 * g
      w = w * (1 - 0.1 * 0.2) - 0.1 * (c > 0 ? 1 : c < 0 ? -1 : 0)
      m = 0.5 * m + 0.5 * g
      #expect(abs(Double(value) - w) < 1e-4)
    }
  }

  @Test func messages() {
    func expect(
      _ name: String, _ parameter: String, _ value: ArgumentValue, _ message: String,
      hint: String? = nil
    ) {
      expectError(message, hint: hint) { _ = try Self.make(name, [(parameter, value)]) }
    }
    for name in Self.names {
      expect(name, "lr", .number(-1), "\(name): 'lr' must be at least 0, not -1")
      expect(name, "lr", .number(.nan), "\(name): 'lr' must be at least 0, not nan")
      expect(
        name, "maximize", .number(1), "\(name): 'maximize' must be true or false, not 1")
    }
    for name in Self.names where name != "rprop" {
      expect(
        name, "decay_on", .text("biases"),
        "\(name): 'decay_on' must be one of \"all\", \"matrices\", not \"biases\"")
      expect(
        name, "weight_decay", .number(-0.1),
        "\(name): 'weight_decay' must be at least 0, not -0.1")
    }
    let hint = "for example betas=(0.9, 0.999)"
    for name in ["adam", "adamw", "adamax", "nadam", "radam", "lion"] {
      expect(
        name, "betas", .list([.number(0.9)]),
        "\(name): 'betas' must be two numbers between 0 and 1, not a list", hint: hint)
      expect(name, "beta1", .number(1.5), "\(name): 'beta1' must be between 0 and 1, not 1.5")
    }
    expect(
      "rprop", "etas", .list([.number(1), .number(2)]),
      "rprop: 'etas' must be below 1 and above 1, not (1, 2)")
    expect(
      "rprop", "step_sizes", .list([.number(-1), .number(2)]),
      "rprop: 'step_sizes' must be two numbers of at least 0, not a list",
      hint: "for example step_sizes=(1e-06, 50)")
    expect("rmsprop", "alpha", .number(2), "rmsprop: 'alpha' must be between 0 and 1, not 2")
    expect(
      "adagrad", "lr_decay", .number(-1), "adagrad: 'lr_decay' must be at least 0, not -1")
  }
}
