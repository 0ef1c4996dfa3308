// Every gradient rule against central differences in double precision, and the gradients of the
// gradients likewise.

import Engine
import TestSupport
import Testing

@Suite struct GradientTests {
  /// Σ output · r with fixed r, so that every element counts differently.
  private static func weighted(_ nodes: [Node], _ graph: Graph, seed: UInt64) throws -> Node {
    var total: Node?
    for (index, node) in nodes.enumerated() {
      let shape = graph.shape(node)
      let weights = graph.constant(
        Tensor(
          shape: shape,
          values: OperationCase.values(.any, shape.count, seed: seed &+ UInt64(index))))
      let part = try graph.add(Sum(), [try graph.add(Multiply(), [node, weights])])
      total = try total.map { try graph.add(Add(), [$0, part]) } ?? part
    }
    return try #require(total)
  }

  /// The largest |analytic − numeric| / max(1, |analytic|), by differences of fourth order.
  private static func worst(
    _ loss: Node, _ targets: [Node], _ gradients: [Node: Node], _ graph: Graph
  ) -> Double {
    var evaluator = ReferenceEvaluator(graph)
    let h = 1e-3
    var worst = 0.0
    for target in targets {
      let start = evaluator.values(of: [target])[0]
      let analytic =
        gradients[target].map { evaluator.values(of: [$0])[0] }
        ?? Array(repeating: 0, count: start.count)
      guard analytic.count == start.count else { return .infinity }
      for index in start.indices {
        func value(_ offset: Double) -> Double {
          var moved = start
          moved[index] += offset
          evaluator.overrides = [target: moved]
          return evaluator.values(of: [loss])[0][0]
        }
        let numeric =
          (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h)
        let error = abs(analytic[index] - numeric) / max(1, abs(analytic[index]))
        worst = error.isNaN ? .infinity : max(worst, error)
      }
      evaluator.overrides = [:]
    }
    return worst
  }

  @Test(arguments: OperationCase.everyRule)
  func firstAndSecond(_ operation: OperationCase) throws {
    let traced = try operation.traced()
    let graph = traced.graph
    let targets = traced.differentiable
    let loss = try Self.weighted([traced.output], graph, seed: 100)
    let gradients = try graph.gradients(of: loss, for: targets)
    #expect(Self.worst(loss, targets, gradients, graph) < 1e-8, "gradient of \(operation.name)")
    for target in targets {
      // A gradient has the shape of what it is the gradient of.
      if let gradient = gradients[target] { #expect(graph.shape(gradient) == graph.shape(target)) }
    }
    let firsts = targets.compactMap { gradients[$0] }
    guard !firsts.isEmpty else { return }
    let second = try Self.weighted(firsts, graph, seed: 200)
    let seconds = try graph.gradients(of: second, for: targets)
    #expect(
      Self.worst(second, targets, seconds, graph) < 1e-7, "second gradient of \(operation.name)")
  }

  /// Whoever adds a function adds a case.
  @Test func everyFunctionHasACase() {
    let tested = Set(
      OperationCase.everyRule.map { String($0.name.prefix { $0 != "(" && $0 != " " }) })
    let functions = Entries.all.filter {
      $0.descriptor.kind == .function || $0.descriptor.kind == .activation
    }.map(\.descriptor.name)
    // What removes elements by −∞ has its cases elsewhere.
    let rest = Set(functions).subtracting(tested).subtracting(DecodingTests.functions.keys)
    // What has no operands, is drawn or is whole, and where the gradient is not the derivative.
    #expect(
      rest.sorted() == [
        "alibi_bias", "arange", "bernoulli", "categorical", "causal_mask", "detach", "full",
        "gumbel", "linspace", "multinomial", "padding_mask", "rand", "rand_like", "randint",
        "randn", "randn_like", "randperm", "relative_position_bucket", "sinusoidal_positions",
        "stop_gradient", "straight_through", "window_mask",
      ])
  }

  /// Steps have no gradient; nothing depends on them.
  @Test func stepsHaveNone() throws {
    for operation in [
      Comparison(.less), Comparison(.lessOrEqual), Comparison(.greater),
      Comparison(.greaterOrEqual), Comparison(.equal), Comparison(.notEqual),
    ] {
      let traced = try OperationCase(operation, [[3], [3]]).traced()
      let loss = try traced.graph.add(Sum(), [traced.output])
      let gradients = try traced.graph.gradients(of: loss, for: traced.operands)
      #expect(traced.operands.filter { gradients[$0] != nil }.isEmpty, "\(operation.name)")
    }
    for operation in [ArgMax(), OneHot(classes: 3), Fill(2), CausalMask(), BandMask(window: 1)]
      as [any Operation]
    {
      let traced = try OperationCase(operation, [[3, 3]]).traced()
      let loss = try traced.graph.add(Sum(), [traced.output])
      let gradients = try traced.graph.gradients(of: loss, for: traced.operands)
      #expect(traced.operands.filter { gradients[$0] != nil }.isEmpty, "\(operation.name)")
    }
  }

  /// Equal candidates share the gradient; kinks have the derivative that PyTorch gives them.
  @Test func tiesAndKinks() throws {
    func gradient(_ operation: any Operation, _ inputs: [[Float]]) throws -> [[Float]] {
      let graph = Graph(seed: 0)
      let nodes = try inputs.enumerated().map {
        try GoldenGraph.parameter(graph, "x\($0)", Tensor(shape: [$1.count], values: $1))
      }
      let loss = try graph.add(Sum(), [try graph.add(operation, nodes)])
      let gradients = try graph.gradients(of: loss, for: nodes)
      return try MachineValues.of(nodes.map { try #require(gradients[$0]) }, graph)
    }
    #expect(try gradient(Maximum(), [[1, 2, 3], [1, 3, 2]]) == [[0.5, 0, 1], [0.5, 1, 0]])
    #expect(try gradient(Minimum(), [[1, 2, 3], [1, 3, 2]]) == [[0.5, 1, 0], [0.5, 0, 1]])
    #expect(try gradient(Extremum(maximum: true), [[2, 5, 5, 1]]) == [[0, 0.5, 0.5, 0]])
    #expect(try gradient(Extremum(maximum: false), [[2, 1, 1]]) == [[0, 0.5, 0.5]])
    for operation in [ReLU(), AbsoluteValue(), Sign()] as [any Operation] {
      #expect(try gradient(operation, [[0, -0.0]]) == [[0, 0]], "\(operation.name)")
    }
    #expect(try gradient(LeakyReLU(slope: 0.1), [[0]]) == [[0.1]])
    #expect(try gradient(ELU(alpha: 1.5), [[0]]) == [[1.5]])
    #expect(try gradient(Power(), [[0, 0, 0], [0, 1, 2]]) == [[0, 1, 0], [0, 0, 0]])
  }

  /// A node that is used twice, or is itself the loss.
  @Test func paths() throws {
    let graph = Graph(seed: 0)
    let x = try GoldenGraph.parameter(graph, "x", Tensor(3))
    let y = try GoldenGraph.parameter(graph, "y", Tensor(2))
    let square = try graph.add(Multiply(), [x, x])
    let gradients = try graph.gradients(of: square, for: [x, y, square])
    #expect(gradients[y] == nil)
    #expect(gradients.count == 2)
    let found = try MachineValues.of(
      [try #require(gradients[x]), try #require(gradients[square])], graph)
    #expect(found == [[6], [1]])
    #expect(graph.displayName(try #require(gradients[x])) == "x.grad")
    // The parts of the sum are named after their place.
    let sum = graph[try #require(gradients[x])]
    #expect(sum.inputs.count == 2)
    let self1 = try graph.gradients(of: x, for: [x])
    #expect(try MachineValues.of([try #require(self1[x])], graph) == [[1]])
  }

  /// What is stopped is given for the differences, too: w · stop(w) has the gradient w, not 2 w.
  @Test func gradientCheckHoldsWhatIsStopped() throws {
    let graph = Graph(seed: 3)
    let w = try graph.freeParameter("w", [4], .ones)
    let stopped = try graph.add(StopGradient(), [w])
    let loss = try graph.add(Mean(), [try graph.add(Multiply(), [w, stopped])])
    let gradients = try graph.compileTraining(loss, optimizer: SGD()).gradients
    let lines = try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst()
    #expect(lines.count == 1 && lines[0].error < 1e-8, "\(lines)")
    // A rule that goes through the stop is wrong.
    let gradient = try #require(gradients[w])
    let through = try graph.add(Multiply(), [gradient, graph.constant(2)])
    let found = try GradientCheck(graph: graph, loss: loss, gradients: [w: through]).worst()
    #expect(found[0].error > 1e-3)
  }

  /// The check that the notebook's `check gradients` makes finds right rules right.
  @Test func gradientCheck() throws {
    let graph = Graph(seed: 3)
    let x = graph.constant(Tensor(shape: [4, 3], values: OperationCase.values(.any, 12, seed: 1)))
    let y = graph.constant(Tensor(shape: [4], values: [0, 1, 1, 0]))
    let net = Chain([
      Dense(5),
      FunctionLayer("tanh") { node, graph throws(EngineError) in
        try graph.add(HyperbolicTangent(), [node])
      }, LayerNorm(), Dense(2),
    ])
    graph.name(net, "net")
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    let gradients = try graph.compileTraining(loss, optimizer: SGD()).gradients
    let lines = try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst()
    #expect(
      lines.map(\.parameter) == [
        "net.0.bias", "net.0.weight", "net.2.bias", "net.2.weight", "net.3.bias", "net.3.weight",
      ])
    #expect(lines.map(\.elements) == [5, 15, 5, 5, 2, 10])
    for line in lines { #expect(line.error < 1e-8, "\(line.parameter)") }
    let short = try GradientCheck(graph: graph, loss: loss, gradients: gradients).worst(limit: 3)
    #expect(short.map(\.elements) == [3, 3, 3, 3, 2, 3])
    // A wrong gradient is found.
    let last = gradients.first { graph.displayName($0.key) == "net.3.bias" }
    let wrong = try #require(last)
    let bent = try graph.add(Multiply(), [wrong.value, graph.constant(1.5)])
    let found = try GradientCheck(graph: graph, loss: loss, gradients: [wrong.key: bent]).worst()
    #expect(found[0].error > 1e-3)
  }
}

/// What a graph's nodes hold when they are run once.
enum MachineValues {
  static func of(_ nodes: [Node], _ graph: Graph) throws -> [[Float]] {
    let program = graph.compile(nodes)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    return try nodes.map { machine.held(try #require(program.slot(of: $0))).values }
  }
}
