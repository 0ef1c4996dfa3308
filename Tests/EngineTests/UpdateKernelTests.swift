// The update rules' kernels against their definitions in double precision, over odd sizes.

import Engine
import TestSupport
import Testing

@Suite struct UpdateKernelTests {
  /// A rule with how many of its operands are tensors and what the scalars after them are.
  private static let rules: [(any Operation, tensors: Int, scalars: [Float])] = [
    (SquareSum(), 2, []), (AdagradStep(rateDecay: 0.1, epsilon: 1e-10), 2, [0.1, 3]),
    (AdadeltaStep(epsilon: 1e-6), 3, []), (RootScaled(epsilon: 1e-8), 2, []),
    (FadingMaximum(decay: 0.9, epsilon: 1e-8), 2, []), (AdamaxStep(), 2, [0.1]),
    (NesterovMoment(beta: 0.9, decay: 0.004), 2, [0.4, 2]),
    (RectifiedStep(beta: 0.99, epsilon: 1e-8), 2, [0.1, 2]),
    (RectifiedStep(beta: 0.99, epsilon: 1e-8), 2, [0.1, 40]), (SignStep(), 1, [0.1]),
    (ResilientSize(shrink: 0.5, grow: 1.2, least: 0.4, most: 2), 3, []),
    (ResilientGradient(), 2, []), (ResilientStep(), 2, []), (ClipByValue(limit: 1), 1, []),
    (AtMost(limit: 1), 1, []), (CycledMomentum(dampening: 0.1), 2, [1, 0.9]),
    (CycledMomentum(dampening: 0.1), 2, [2, 0.9]), (CycledNesterov(), 2, [0.9]),
    (CycledMoment(), 2, [0.9]), (CycledCorrection(), 1, [3, 0.9]), (Decay(rate: 0.1), 2, []),
    (Guarded(operation: Decay(rate: 0.1)), 2, [1]),
    (Guarded(operation: SignStep()), 1, [0.1, 1]),
  ]

  @Test(arguments: rules.indices, [0, 1, 3, 7, 17, 31, 33])
  func kernels(_ rule: Int, _ count: Int) throws {
    let (operation, tensors, scalars) = Self.rules[rule]
    let graph = Graph(seed: 0)
    var operands = (0..<tensors).map {
      Tensor(
        shape: [count], values: OperationCase.values(.positive, count, seed: UInt64($0)))
    }
    operands += scalars.map { Tensor($0) }
    let node = try graph.add(operation, operands.map(graph.constant))
    let found = try MachineValues.of([node], graph)[0]
    let expected = operation.reference(
      operands.map { ReferenceTensor(shape: $0.shape, values: $0.values.map(Double.init)) },
      shape: [count])
    expectClose(found, expected, .relative(1e-5), operation.name)
    let names = operands.indices.map { "x\($0)" }
    #expect(operation.formula(names).contains("x0") || operation.name.isEmpty)
    #expect(operation.cost(inputs: operands.map(\.shape), output: [count]) >= 0)
  }
}
