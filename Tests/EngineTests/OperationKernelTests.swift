// The fast kernel of every operation against its plain definition in double precision, instruction
// by instruction.

import Engine
import TestSupport
import Testing

@Suite struct OperationKernelTests {
  /// Operation, backward and second backward pass in one program.
  static func program(_ operation: OperationCase) throws -> (Program, Machine) {
    let traced = try operation.traced()
    let graph = traced.graph
    var wanted = [traced.output]
    for _ in 0..<2 {
      let last = wanted.suffix(from: wanted.count == 1 ? 0 : 1)
      var loss: Node?
      for node in last {
        let part = try graph.add(Sum(), [try graph.add(Multiply(), [node, node])])
        loss = try loss.map { try graph.add(Add(), [$0, part]) } ?? part
      }
      guard let loss else { break }
      let gradients = try graph.gradients(of: loss, for: traced.differentiable)
      wanted += traced.differentiable.compactMap { gradients[$0] }
    }
    let program = graph.compile(wanted)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    return (program, machine)
  }

  /// Operations whose result is one of their operands' numbers, or counted: no rounding.
  private static let exact: Set<String> = [
    "relu", "abs", "neg", "sign", "maximum", "minimum", "amax", "amin", "argmax", "eq", "ne", "lt",
    "le", "gt", "ge", "reshape", "reshape_like", "unsqueeze", "permute", "cat", "cat_backward",
    "expand_like", "slice", "slice_backward", "tril", "triu", "masked_fill", "causal_mask",
    "embedding", "pick", "pick_backward", "one_hot", "fill", "max_pool1d", "max_pool2d",
    "max_pool1d_pick", "max_pool2d_pick", "max_pool1d_indices", "max_pool2d_indices",
    "floor", "ceil", "round", "trunc",
    "clamp_min", "clamp_max", "argmin", "argsort", "gather", "scatter", "scatter_backward",
    "scatter_add_backward", "index_select", "index_add_backward", "where", "pad", "repeat", "roll",
    "expand", "flatten", "unflatten", "squeeze", "diag", "diagonal", "stop_gradient",
    "straight_through",
  ]

  static func expectReference(
    _ program: Program, _ machine: Machine, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for instruction in program.instructions {
      let inputs = instruction.inputs.map { slot -> ReferenceTensor in
        let held = machine.held(slot)
        return ReferenceTensor(shape: held.shape, values: held.values.map(Double.init))
      }
      let output = machine.held(instruction.output)
      let expected = instruction.operation.reference(inputs, shape: output.shape)
      var rule = Tolerance.exact
      if !exact.contains(instruction.operation.name) {
        // Sums may cancel: what is added up counts, not what is left.
        let added = inputs.first.map { $0.values.reduce(0) { $0 + abs($1) } } ?? 0
        let largest = expected.map(abs).max() ?? 0
        let share = added / Double(max(output.count, 1)) / max(largest, 1e-30)
        rule = .tensor(error: 2e-7 * max(1, min(share, 1e12)))
      }
      expectClose(
        output.values, expected, rule, instruction.path, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: OperationCase.everyRule)
  func kernelsAreTheirDefinitions(_ operation: OperationCase) throws {
    let (program, machine) = try Self.program(operation)
    Self.expectReference(program, machine)
  }

  /// Shapes with tails, single elements and nothing at all.
  static let sizes: [OperationCase] = {
    var cases: [OperationCase] = []
    let shapes: [Shape] = [[0], [1], [17], [3, 0, 2], [5, 7, 3], [1, 33], [67, 1]]
    for (function, kind) in OperationCase.functions {
      for shape in shapes { cases.append(OperationCase(function, [shape], [kind])) }
    }
    for (pair, left, right) in OperationCase.pairs {
      for (a, b) in [
        ([0], [0]), ([0], [1]), ([3, 0], []), ([17], [17]), ([5, 33], [33]), ([33, 5], [33, 1]),
        ([1], [2, 0, 1]), ([3, 1, 18], [2, 18]), ([19, 1], [1, 35]), ([2, 3, 1, 5], [4, 1]),
      ] as [(Shape, Shape)] {
        cases.append(OperationCase(pair, [a, b], [left, right]))
      }
    }
    for relation in [
      Comparison.Relation.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ] {
      cases.append(OperationCase(Comparison(relation), [[17], [17]], [.index(3), .index(3)]))
      cases.append(OperationCase(Comparison(relation), [[5, 1], [3]], [.index(2), .index(2)]))
    }
    for shape in [[1, 1, 1], [3, 17, 5], [2, 1, 33], [1, 40, 1], [4, 3, 0], [0, 3, 4]] as [Shape] {
      for axis in [nil, 0, 1, 2, -1] as [Int?] {
        let note = axis.map { "(\($0))" } ?? ""
        cases.append(OperationCase(Sum(axis: axis), [shape], [], note))
        cases.append(OperationCase(Mean(axis: axis), [shape], [], note))
        if shape.count > 0 {
          cases.append(OperationCase(Extremum(maximum: true, axis: axis), [shape], [], note))
          cases.append(OperationCase(Extremum(maximum: false, axis: axis), [shape], [], note))
          if let axis { cases.append(OperationCase(ArgMax(axis: axis), [shape], [], note)) }
        }
      }
      cases.append(OperationCase(Softmax(), [shape]))
      cases.append(OperationCase(LogSoftmax(), [shape]))
    }
    for m in [0, 1, 3, 17] {
      for k in [0, 1, 5, 19] {
        for n in [0, 1, 4, 18] {
          for (left, right) in [(false, false), (false, true), (true, false), (true, true)] {
            cases.append(
              OperationCase(
                MatMul(transposesLeft: left, transposesRight: right),
                [left ? Shape([k, m]) : Shape([m, k]), right ? Shape([n, k]) : Shape([k, n])]))
          }
        }
      }
    }
    cases.append(OperationCase(MatMul(), [[3, 0, 4], [4, 5]]))
    cases.append(OperationCase(MatMul(), [[0, 3, 4], [4, 5]]))
    cases.append(OperationCase(MatMul(), [[2, 1, 3, 4], [5, 4, 2]]))
    cases.append(OperationCase(OneHot(classes: 3), [[2, 0]], [.index(3)]))
    cases.append(OperationCase(OneHot(classes: 3), [[7]], [.index(3)]))
    cases.append(OperationCase(CausalMask(), [[2, 5, 7]]))
    cases.append(OperationCase(CausalMask(), [[0, 0]]))
    cases.append(OperationCase(Gather(), [[3, 0], [4]], [.any, .index(3)]))
    cases.append(OperationCase(Gather(), [[3, 2], [0, 4]], [.any, .index(3)]))
    cases.append(OperationCase(Pick(), [[0, 3], [0]], [.any, .index(3)]))
    cases.append(OperationCase(Concatenate(axis: 0), [[0, 2], [3, 2], [0, 2]]))
    cases.append(OperationCase(Triangle(lower: true), [[0, 4]]))
    cases.append(OperationCase(Permute([1, 0]), [[0, 4]]))
    cases.append(OperationCase(Permute([1, 0]), [[1, 4]]))
    cases.append(OperationCase(Reshape([0, 3]), [[2, 0]]))
    cases.append(OperationCase(Slice([.range(start: 2, stop: 2, step: 1)]), [[4, 2]]))
    cases.append(OperationCase(Slice([.range(start: nil, stop: nil, step: -1)]), [[0, 2]]))
    cases.append(OperationCase(MaskedFill(1), [[0, 3], [3]], [.any, .mask]))
    cases.append(OperationCase(ExpandLike(), [[1], [0]]))
    cases.append(OperationCase(SumLike(), [[0, 3], [3]]))
    cases.append(OperationCase(SumLike(), [[0, 3], [1, 1]]))
    cases.append(OperationCase(ShareLike(), [[], [0, 3]]))
    for shape in [[1, 1, 1], [3, 17, 5], [2, 1, 33], [1, 40, 1], [4, 3, 0], [0, 3, 4]] as [Shape] {
      for axis in 0..<3 {
        let note = " \(axis)"
        cases.append(OperationCase(RunningSum(axis: axis), [shape], [], note))
        cases.append(OperationCase(RunningProduct(axis: axis), [shape], [.positive], note))
        cases.append(OperationCase(LinearScan(axis: axis), [shape, shape], [.share, .any], note))
        cases.append(OperationCase(LogSumExp(axis: axis), [shape], [], note))
        cases.append(OperationCase(Product(axis: axis), [shape], [.positive], note))
        cases.append(OperationCase(CorrectedMean(axis: axis), [shape], [], note))
        cases.append(OperationCase(ArgSort(axis: axis), [shape], [], note))
        cases.append(OperationCase(ArgSort(axis: axis, descending: true), [shape], [], note))
        cases.append(OperationCase(Roll(7, axis: axis), [shape], [], note))
        if shape[axis] > 0 {
          cases.append(
            OperationCase(
              GatherAlong(axis: axis), [shape, shape], [.any, .index(shape[axis])], note))
          cases.append(
            OperationCase(
              ScatterAdd(axis: axis), [shape, shape, shape], [.any, .index(shape[axis]), .any], note
            ))
          cases.append(
            OperationCase(
              IndexSelect(axis: axis), [shape, [19]], [.any, .index(shape[axis])], note))
          cases.append(
            OperationCase(ArgMax(axis: axis, maximum: false), [shape], [], note))
        }
      }
      cases.append(OperationCase(Pad([.init(2, 1), .init(0, 3)]), [shape]))
      cases.append(OperationCase(Where(), [shape, shape, []], [.mask]))
      cases.append(OperationCase(Repetition([2, 1, 3]), [shape]))
    }
    cases.append(OperationCase(Diagonal(offset: 2), [[2, 3, 0]]))
    cases.append(OperationCase(DiagonalMatrix(offset: -3), [[2, 0]]))
    cases.append(OperationCase(JoinAxes(from: 0, to: 1), [[3, 0, 2]]))
    cases.append(OperationCase(Expand([5, 0]), [[1]]))
    cases.append(OperationCase(IndexSelect(axis: 0), [[3, 2], [0]], [.any, .index(3)]))
    return cases
  }()

  /// One test: there are several hundred, each far quicker than a test's own cost.
  @Test func oddSizes() throws {
    for operation in Self.sizes {
      let (program, machine) = try Self.program(operation)
      Self.expectReference(program, machine)
    }
  }

  /// What is updated in place: the optimizers' pieces.
  @Test func updates() throws {
    let operations: [(any Operation, Int)] = [
      (Descent(), 2), (Decay(rate: 0.3), 2), (FirstMoment(decay: 0.9), 2),
      (SecondMoment(decay: 0.9), 2), (AdamStep(epsilon: 1e-3), 2),
      (NesterovGradient(momentum: 0.8), 2), (MomentumBuffer(momentum: 0.7, dampening: 0.2), 2),
      (MomentumBuffer(momentum: 0.7), 2), (BiasCorrection(decay: 0.5), 1),
      (DecoupledDecay(rate: 0.1), 1), (ClipByNorm(limit: 0.5), 1), (GlobalNorm(), 3),
    ]
    for (operation, count) in operations {
      for extent in [0, 1, 17] {
        for scalar: Float in [1, 3] {
          let graph = Graph(seed: 0)
          var nodes = (0..<count).map {
            graph.constant(
              Tensor(
                shape: [extent],
                values: OperationCase.values(.positive, extent, seed: UInt64($0))))
          }
          if operation.name != "global_norm" { nodes.append(graph.constant(Tensor(scalar))) }
          let program = graph.compile([try graph.add(operation, nodes)])
          let machine = try Machine(program, keepsHistory: false)
          machine.look(atStep: 0)
          Self.expectReference(program, machine)
        }
      }
    }
    let graph = Graph(seed: 0)
    let program = graph.compile([try graph.add(Count(), [graph.constant(Tensor(41))])])
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: 0)
    #expect(machine.number(of: program.instructions[0].output) == 42)
  }
}
