// The terms that an explanation shows against the value that they explain: for every operation, its
// gradients and the gradients of those, element by element.

import Engine
import TestSupport
import Testing

@Suite struct ExplanationTests {
  /// Checks every element of every instruction.
  ///
  /// The terms add up to the value within `Explanation.tolerance`; the factors of a term multiply to
  /// it; every operand is the element that it says it is.
  ///
  /// - Parameter most: elements of one output, spread over it.
  static func expectTerms(
    _ program: Program, _ machine: Machine, most: Int = 1000,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (index, instruction) in program.instructions.enumerated() {
      let inputs = instruction.inputs.map { machine.held($0) }
      let output = machine.held(instruction.output)
      let names = instruction.inputs.map { program.slots[$0].name }
      #expect(!program.formula(of: index).isEmpty)
      if let rule = instruction.operation.chainRule(names) {
        #expect(names.indices.contains(rule.incoming))
        #expect(!rule.derivative.isEmpty)
      }
      _ = instruction.operation.cost(inputs: inputs.map(\.shape), output: output.shape)
      for element in stride(from: 0, to: output.count, by: output.count / most + 1) {
        let explanation = instruction.operation.terms(at: element, inputs: inputs, output: output)
        if let fault = fault(explanation, inputs, output, output.values[element]) {
          Issue.record(
            "\(instruction.path) (\(instruction.operation.name))[\(element)]: \(fault)",
            sourceLocation: sourceLocation)
          return
        }
      }
    }
  }

  /// What is wrong with an explanation; nil when all is right.
  private static func fault(
    _ explanation: Explanation, _ inputs: [Tensor], _ output: Tensor, _ value: Float
  ) -> String? {
    guard agrees(explanation.value, Double(value), explanation.tolerance) else {
      return "the terms come to \(explanation.value), the value is \(value)"
    }
    let factors = explanation.terms.flatMap(\.factors) + (explanation.divisor.map { [$0] } ?? [])
    for term in explanation.terms {
      let product = term.factors.reduce(1.0) { $0 * Double($1.value) }
      guard agrees(product, Double(term.value), 1e-6 + 2e-6 * abs(product)) else {
        return "factors come to \(product), their term is \(term.value)"
      }
    }
    for phrase in factors.map(\.phrase) + (explanation.reason.map { [$0] } ?? []) {
      for operand in phrase.operands {
        let tensor: Tensor
        switch operand.source {
        case .input(let input):
          guard inputs.indices.contains(input) else { return "there is no operand \(input)" }
          tensor = inputs[input]
        case .output: tensor = output
        }
        guard tensor.values.indices.contains(operand.element) else {
          return "there is no element \(operand.element) in \(tensor.shape)"
        }
        let held = tensor.values[operand.element]
        guard held == operand.value || held.isNaN && operand.value.isNaN else {
          return "an operand is said to be \(operand.value) and is \(held)"
        }
      }
      let text = phrase.written { _ in "·" }
      guard !text.isEmpty,
        !text.unicodeScalars.contains(where: { $0.value >= 0xE000 && $0.value < 0xF900 })
      else { return "the text '\(text)' names an operand that is not there" }
    }
    for given in explanation.given {
      if let fault = fault(
        given.explanation, inputs, output, Float(given.explanation.value))
      {
        return "\(given.name): \(fault)"
      }
    }
    return nil
  }

  private static func agrees(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    a == b || a.isNaN && b.isNaN || abs(a - b) <= tolerance
  }

  @Test(arguments: OperationCase.everyRule)
  func everyOperationAndItsGradients(_ operation: OperationCase) throws {
    let (program, machine) = try OperationKernelTests.program(operation)
    Self.expectTerms(program, machine)
  }

  @Test func oddSizes() throws {
    for operation in OperationKernelTests.sizes {
      let (program, machine) = try OperationKernelTests.program(operation)
      Self.expectTerms(program, machine, most: 5)
    }
  }

  /// Operations that have no gradient and so are not among the rules.
  static let others: [OperationCase] = [
    OperationCase(CausalMask(), [[3, 4]]), OperationCase(BandMask(window: 1), [[4, 4]]),
    OperationCase(OneHot(classes: 3), [[4]], [.index(3)]),
    OperationCase(ArgMax(axis: 1), [[3, 4]]), OperationCase(ArgMax(axis: nil), [[3, 4]]),
    OperationCase(ArgSort(axis: 0, descending: true), [[4, 2]]),
    OperationCase(FilterRows(.topK(2)), [[2, 5]]),
    OperationCase(TokenMask(.seen), [[2, 5], [2, 3]], [.any, .index(5)]),
    OperationCase(MaxPoolIndices(PoolWindows(kernel: [2, 2])), [[1, 4, 4]]),
    OperationCase(Comparison(.less), [[3, 4], [4]]),
    OperationCase("bernoulli", [[6]], [.share]) { graph, nodes in
      try graph.add(BernoulliDraw(source: graph.drawSource("d")), nodes)
    },
    OperationCase("categorical", [[3, 4]], [.positive]) { graph, nodes in
      try graph.add(CategoricalDraw(source: graph.drawSource("d")), nodes)
    },
    OperationCase("randperm", []) { graph, _ in
      try graph.add(PermutationDraw(5, source: graph.drawSource("d")), [])
    },
    OperationCase("normal", []) { graph, _ in
      try graph.draw(.normal(mean: 0, deviation: 1), shape: [5])
    },
    OperationCase("buckets", [[7]]) { graph, nodes in
      try graph.add(try RelativePositionBucket(buckets: 8, maxDistance: 16), nodes)
    },
    OperationCase(StopGradient(), [[3]]), OperationCase(StraightThrough(), [[2, 3], [2, 3]]),
    OperationCase(FirstState(stream: 1, layer: "rnn"), [[2, 3, 4], [5, 3, 2]]),
    OperationCase("batch", []) { graph, _ in
      let source = BatchSource(
        name: "data",
        columns: [Tensor(shape: [5, 2], values: OperationCase.values(.any, 10, seed: 1))],
        schedule: try BatchSchedule(rows: 5, size: 3, seed: 1, stream: 2))
      return try graph.add(BatchRows(source, column: 0), [])
    },
    OperationCase("ctc", [[4, 2, 3]]) { graph, nodes in try ctc(graph, nodes[0]) },
    OperationCase("ctc gradient", [[4, 2, 3]]) { graph, nodes in
      let loss = try graph.add(Sum(), [try ctc(graph, nodes[0])])
      return try #require(try graph.gradients(of: loss, for: nodes)[nodes[0]])
    },
    OperationCase(Gather(), [[3, 2], [4]], [.any, .index(5)], " out of range"),
    OperationCase(Pick(), [[4, 3], [4]], [.any, .index(9)], " out of range"),
    OperationCase(Take(axis: 0), [[3, 2], [6]], [.any, .index(9)], " out of range"),
  ]

  /// Two sequences with the targets 1, 2 and 1.
  private static func ctc(_ graph: Graph, _ x: Node) throws -> Node {
    try graph.add(
      CTC(),
      [
        try graph.add(LogSoftmax(), [x]),
        graph.constant(Tensor(shape: [2, 2], values: [1, 2, 1, 0])),
        graph.constant(Tensor(shape: [2], values: [4, 3])),
        graph.constant(Tensor(shape: [2], values: [2, 1])),
      ])
  }

  @Test(arguments: others) func withoutGradients(_ operation: OperationCase) throws {
    let traced = try operation.traced()
    let program = traced.graph.compile([traced.output])
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    Self.expectTerms(program, machine)
  }

  /// Large logits: powers that have no number of their own.
  @Test func largeNumbers() throws {
    for operation in [Softmax(), LogSoftmax(), LogSumExp(axis: -1)] as [any Operation] {
      let graph = Graph(seed: 0)
      let x = graph.constant(Tensor(shape: [2, 3], values: [1000, 999, 990, -800, -801, -790]))
      let program = graph.compile([try graph.add(operation, [x])])
      let machine = try Machine(program, keepsHistory: false)
      machine.look(atStep: 0)
      Self.expectTerms(program, machine)
    }
  }

  // MARK: Updates

  /// Every optimizer of the catalogue with what an update may have besides.
  static let optimizers: [String] = Entries.all.compactMap {
    if case .optimizer = $0.maker { $0.descriptor.name } else { nil }
  }

  static let options: [UpdateOptions] = [
    UpdateOptions(), UpdateOptions(clip: 0.1, schedule: StepSchedule.cosine(tMax: 5)),
    UpdateOptions(clip: 0.1, normType: .infinity), UpdateOptions(clip: 0.1, normType: 3),
    UpdateOptions(clipValue: 0.01, schedule: ReduceOnPlateau(patience: 0)),
    UpdateOptions(discard: 1e-9), UpdateOptions(discard: 100),
    UpdateOptions(schedule: StepSchedule.oneCycle(OneCycle(maxRate: 0.1, totalSteps: 10))),
  ]

  /// Arguments that bring further instructions into an update.
  private static var variants: [String: [(String, ArgumentValue)]] {
    [
      "sgd": [
        ("momentum", .number(0.9)), ("nesterov", .flag(true)), ("weight_decay", .number(0.1)),
      ],
      "adam": [("amsgrad", .flag(true)), ("weight_decay", .number(0.1))],
      "rmsprop": [("momentum", .number(0.9)), ("centered", .flag(true))],
      "adagrad": [("lr_decay", .number(0.1)), ("maximize", .flag(true))],
    ]
  }

  /// The training programs with an optimizer of the catalogue and what an update may have besides.
  static func training(_ entry: Entry, _ options: UpdateOptions) throws -> [Program] {
    try [[], variants[entry.descriptor.name]].compactMap { $0 }.compactMap {
      try training(entry, options, $0)
    }
  }

  private static func training(
    _ entry: Entry, _ options: UpdateOptions, _ keywords: [(String, ArgumentValue)]
  ) throws -> Program? {
    guard case .optimizer(let make) = entry.maker else { return nil }
    let graph = Graph(seed: 0)
    let x = graph.constant(
      Tensor(shape: [4, 3], values: OperationCase.values(.any, 12, seed: 3)))
    let w = try GoldenGraph.parameter(
      graph, "w", Tensor(shape: [2, 3], values: OperationCase.values(.any, 6, seed: 4)))
    let h = try BatchNorm(axes: 0...1).traced(
      try graph.add(MatMul(transposesRight: true), [x, w]), in: graph)
    let loss = try graph.add(Mean(), [try graph.add(Square(), [h])])
    let optimizer = try make(
      try Arguments(
        entry.descriptor, positional: [], keywords: [("lr", .number(0.1))] + keywords,
        graph: graph))
    return try graph.compileTraining(loss, optimizer: optimizer, options: options).0
  }

  /// Every instruction of three steps, with what each read before it wrote.
  @Test(arguments: optimizers) func updates(_ name: String) throws {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name })
    for program in try Self.options.flatMap({ try Self.training(entry, $0) }) {
      let machine = try Machine(program)
      for _ in 0..<3 * machine.count {
        let instruction = program.instructions[machine.position % machine.count]
        let inputs = instruction.inputs.map { machine.held($0) }
        machine.stepForward()
        let output = machine.held(instruction.output)
        for element in 0..<output.count {
          let explanation = instruction.operation.terms(
            at: element, inputs: inputs, output: output)
          if let fault = Self.fault(explanation, inputs, output, output.values[element]) {
            Issue.record("\(instruction.path) of step \(machine.step), \(element): \(fault)")
            return
          }
        }
      }
    }
  }

  // MARK: What the terms say

  private func explained(
    _ operation: any Operation, _ operands: [Tensor], at element: Int = 0
  ) throws -> Explanation {
    let graph = Graph(seed: 0)
    let program = graph.compile([try graph.add(operation, operands.map(graph.constant))])
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    let instruction = program.instructions[0]
    return instruction.operation.terms(
      at: element, inputs: operands, output: machine.held(instruction.output))
  }

  @Test func termsAreTheDefinitions() throws {
    let x = Tensor(shape: [2, 2], values: [1, 2, 3, 4])
    let w = Tensor(shape: [2, 2], values: [5, 6, 7, 8])
    #expect(try explained(MatMul(), [x, w], at: 1).terms.map(\.value) == [6, 16])
    #expect(try explained(Sum(axis: 0), [x], at: 1).terms.map(\.value) == [2, 4])
    #expect(try explained(Mean(), [x]).divisor?.value == 4)
    #expect(try explained(RunningSum(axis: 1), [x], at: 3).terms.map(\.value) == [3, 4])
    #expect(try explained(Subtract(), [x, w], at: 2).terms.map(\.value) == [3, -7])
    #expect(try explained(GlobalNorm(), [x, w]).terms.count == 8)
    let softmax = try explained(Softmax(), [x], at: 3)
    #expect(softmax.given[0].explanation.terms.count == 2)
    #expect(softmax.terms.count == 1)
    let step = try explained(
      Descent(), [x, w, Tensor(0.5)], at: 3)
    #expect(step.terms.map(\.value) == [4, -4])
  }

  @Test func phrasesAreWrittenWithOperands() throws {
    let x = Tensor(shape: [2], values: [-0.5, 2])
    let explanation = try explained(HyperbolicTangent(), [x])
    let phrase = explanation.terms[0].factors[0].phrase
    #expect(phrase.written { "x[\($0.element)]" } == "tanh(x[0])")
    #expect(phrase.written { "(\($0.value))" } == "tanh(-0.5)")
    let square = try explained(Square(), [x]).terms[0].factors[0].phrase
    #expect(square.written { "(\($0.value))" } == "(-0.5)²")
  }
}
