// Every operation with a gradient rule, on odd shapes: what the tests of gradients, kernels, terms
// and hostile numbers have in common.

import Engine
import TestSupport
import Testing

/// An operation with operands to run it on.
struct OperationCase: Sendable, CustomTestStringConvertible {
  /// What an operand is made of.
  enum Kind: Sendable {
    /// −2 … 2, away from 0 and from each other.
    case any
    /// 0.3 … 2.3.
    case positive
    /// 0.05 … 0.95.
    case share
    /// Whole numbers 0 … n − 1; no gradient.
    case index(Int)
    /// 0 or 1; no gradient.
    case mask

    var isDifferentiable: Bool {
      switch self {
      case .any, .positive, .share: true
      case .index, .mask: false
      }
    }
  }

  let name: String
  let operands: [(shape: Shape, kind: Kind)]
  let build: @Sendable (Graph, [Node]) throws -> Node

  var testDescription: String {
    name + " " + operands.map(\.shape.description).joined(separator: " ")
  }

  init(
    _ name: String, _ shapes: [Shape], _ kinds: [Kind] = [],
    _ build: @escaping @Sendable (Graph, [Node]) throws -> Node
  ) {
    self.name = name
    operands = shapes.enumerated().map { ($1, $0 < kinds.count ? kinds[$0] : .any) }
    self.build = build
  }

  init(_ operation: any Operation, _ shapes: [Shape], _ kinds: [Kind] = [], _ note: String = "") {
    self.init(operation.name + note, shapes, kinds) { try $0.add(operation, $1) }
  }

  /// Values that look random, no two of them equal; ties and kinks are kept away.
  static func values(_ kind: Kind, _ count: Int, seed: UInt64) -> [Float] {
    var random = SplitMix(seed: seed)
    let order = (0..<count).shuffled(using: &random)
    return order.map { place in
      let share = (Float(place) + 0.5 + Float.random(in: -0.2...0.2, using: &random)) / Float(count)
      switch kind {
      case .any:
        let value = share * 4 - 2
        return value < 0 ? value - 0.05 : value + 0.05
      case .positive: return 0.3 + share * 2
      case .share: return 0.05 + share * 0.9
      case .index(let most): return Float(Int.random(in: 0..<max(most, 1), using: &random))
      case .mask: return Bool.random(using: &random) ? 1 : 0
      }
    }
  }

  /// A graph with the operation on parameters of these values.
  struct Traced {
    let graph: Graph
    let operands: [Node]
    let output: Node
    /// The operands that have a gradient.
    let differentiable: [Node]
  }

  func traced(seed: UInt64 = 7) throws -> Traced {
    let graph = Graph(seed: 0)
    var nodes: [Node] = []
    for (index, operand) in operands.enumerated() {
      let tensor = Tensor(
        shape: operand.shape,
        values: Self.values(operand.kind, operand.shape.count, seed: seed &+ UInt64(index)))
      nodes.append(
        operand.kind.isDifferentiable
          ? try GoldenGraph.parameter(graph, "x\(index)", tensor) : graph.constant(tensor))
    }
    return Traced(
      graph: graph, operands: nodes, output: try build(graph, nodes),
      differentiable: zip(nodes, operands).filter { $1.kind.isDifferentiable }.map(\.0))
  }
}

extension OperationCase {
  static let functions: [(any Operation, Kind)] = [
    (Exponential(), .any), (Logarithm(), .positive),
    (SquareRoot(), .positive), (HyperbolicTangent(), .any), (Sigmoid(), .any), (ReLU(), .any),
    (AbsoluteValue(), .any), (Square(), .any), (Reciprocal(), .positive), (Negate(), .any),
    (ErrorFunction(), .any), (Sine(), .any), (Cosine(), .any), (Sign(), .any), (Softplus(), .any),
    (GELU(), .any), (SiLU(), .any), (LeakyReLU(slope: 0.3), .any), (ELU(alpha: 1.7), .any),
    (ExponentialMinusOne(), .any), (LogarithmOnePlus(), .positive),
    (ReciprocalSquareRoot(), .positive), (GELUTanh(), .any), (Bound(lower: -0.417), .any),
    (Bound(upper: 0.613), .any), (Rounding(.floor), .any), (Rounding(.ceil), .any),
    (Rounding(.round), .any), (Rounding(.trunc), .any), (RootOfSum(), .positive),
  ]

  static let pairs: [(any Operation, Kind, Kind)] = [
    (Add(), .any, .any), (Subtract(), .any, .any), (Multiply(), .any, .any),
    (Divide(), .any, .positive), (Power(), .positive, .any), (Maximum(), .any, .any),
    (Minimum(), .any, .any), (Remainder(), .any, .positive),
  ]

  private static let broadcasts: [[Shape]] = [
    [[3, 5], [3, 5]], [[2, 3, 4], [4]], [[3, 1], [1, 4]], [[], [2, 3]], [[2, 1, 3], [4, 1]],
    [[5], []], [[1, 1], [3]],
  ]

  private static let all = Slice.Part.range(start: nil, stop: nil, step: 1)

  private static func range(_ start: Int?, _ stop: Int?, _ step: Int) -> Slice.Part {
    .range(start: start, stop: stop, step: step)
  }

  static let everyRule: [OperationCase] = {
    var cases: [OperationCase] = []
    for (function, kind) in functions {
      cases.append(OperationCase(function, [[3, 5]], [kind]))
      cases.append(OperationCase(function, [[]], [kind]))
    }
    for (pair, left, right) in pairs {
      for shapes in broadcasts { cases.append(OperationCase(pair, shapes, [left, right])) }
    }
    for axis in [nil, 0, 1, -1] as [Int?] {
      for keeps in [false, true] {
        let note = "(\(axis.map(String.init) ?? "all"), \(keeps))"
        let reductions: [any Operation] = [
          Sum(axis: axis, keepsAxis: keeps), Mean(axis: axis, keepsAxis: keeps),
          Extremum(maximum: true, axis: axis, keepsAxis: keeps),
          Extremum(maximum: false, axis: axis, keepsAxis: keeps),
        ]
        for reduction in reductions {
          cases.append(OperationCase(reduction, [[3, 2, 5]], [], note))
        }
      }
    }
    cases.append(OperationCase(Sum(axis: 0), [[7]]))
    cases.append(OperationCase(Mean(axis: -1), [[7]]))
    cases.append(OperationCase(Extremum(maximum: true, axis: 0), [[7]]))
    cases.append(OperationCase(Mean(), [[]]))
    cases += products
    for shape in [[4, 5], [7], [2, 3, 4], [3, 1]] as [Shape] {
      cases.append(OperationCase(Softmax(), [shape]))
      cases.append(OperationCase(LogSoftmax(), [shape]))
    }
    cases += shapes
    cases += selections
    cases += convolutions + transposed + pools + averages + normalisations
    cases.append(
      OperationCase("flatten", [[2, 3, 2]]) { try $0.add(Reshape([-1, 6]), [$1[0]]) })
    cases += entries
    return cases
  }()

  private static let products: [OperationCase] = {
    var cases: [OperationCase] = []
    for left in [false, true] {
      for right in [false, true] {
        let operation = MatMul(transposesLeft: left, transposesRight: right)
        let note = (left ? " ᵀ" : " ·") + (right ? "ᵀ" : "·")
        for batch in [([], []), ([2], []), ([2], [2]), ([], [3]), ([2, 1], [3])] as [([Int], [Int])]
        {
          let a = Shape(batch.0 + (left ? [4, 3] : [3, 4]))
          let b = Shape(batch.1 + (right ? [5, 4] : [4, 5]))
          cases.append(OperationCase(operation, [a, b], [], note))
        }
        // All leading axes are rows.
        let folded = MatMul(transposesLeft: left, transposesRight: right, folds: true)
        let a: Shape = left ? [2, 3, 4] : [2, 2, 6]
        let b: Shape = right ? [5, 6] : [2, 3, 5]
        cases.append(
          OperationCase(folded, [a, left && right ? [5, 2, 6] : b], [], note + " folded"))
      }
    }
    cases.append(
      OperationCase(
        ProductSum(product: MatMul(transposesLeft: true)), [[4, 3], [4, 5], [2, 3], [2, 5]]))
    cases.append(
      OperationCase(
        ProductSum(product: MatMul(transposesRight: true)), [[3, 4], [5, 4], [3, 1], [5, 1]]))
    cases.append(
      OperationCase("recurrent products", [[2, 3], [3, 3]]) { graph, nodes in
        var h = nodes[0]
        for _ in 0..<3 {
          h = try graph.add(MatMul(transposesRight: true, recurs: true), [h, nodes[1]])
        }
        return h
      })
    cases.append(
      OperationCase("matmul vectors", [[4], [4]]) { try $0.matmul($1[0], $1[1]) })
    cases.append(
      OperationCase("matmul vector", [[4], [2, 4, 3]]) { try $0.matmul($1[0], $1[1]) })
    return cases.filter { $0.fits }
  }()

  /// Whether the shapes go together; the folded products above are made in a loop.
  private var fits: Bool { (try? traced()) != nil }

  private static let shapes: [OperationCase] = [
    OperationCase(Reshape([5, -1]), [[2, 5, 3]]),
    OperationCase(Reshape([]), [[1, 1]]),
    OperationCase(ReshapeLike(), [[2, 6], [3, 4]]),
    OperationCase(InsertAxis(at: 1), [[2, 3]]),
    OperationCase(InsertAxis(at: -1), [[4]]),
    OperationCase(Permute([2, 0, 1]), [[2, 3, 4]]),
    OperationCase(Permute([-1, 0, 1, -2]), [[2, 3, 1, 4]]),
    OperationCase(Concatenate(axis: 0), [[2, 3], [1, 3], [4, 3]]),
    OperationCase(Concatenate(axis: -1), [[2, 3], [2, 1], [2, 4]]),
    OperationCase(Concatenate(axis: 1), [[2, 1, 3], [2, 4, 3]]),
    OperationCase("cat of one twice", [[2, 3]]) {
      try $0.add(Concatenate(axis: 0), [$1[0], $1[0]])
    },
    OperationCase(Stack(axis: 0), [[2, 3], [2, 3], [2, 3]]),
    OperationCase(Stack(axis: 1), [[2, 3], [2, 3]]),
    OperationCase(Stack(axis: -1), [[4], [4]]),
    OperationCase(
      SliceSum(slices: [
        Slice([.index(1)]), Slice([all, range(nil, nil, -2)]), Slice([range(0, 2, 1)]),
      ]), [[3], [2, 2], [2, 3], [2, 3]], [.any, .any, .any, .mask]),
    OperationCase(
      SliceSum(slices: [Slice([.index(1)]), Slice([.index(0)])]), [[2, 3], [2, 3], [2, 2, 3]],
      [.any, .any, .mask], " whole"),
    OperationCase(
      SliceSum(slices: [Slice([all, range(2, 4, 1)]), Slice([all, range(0, 2, 1)])]),
      [[3, 2], [3, 2], [3, 4]], [.any, .any, .mask], " columns"),
    OperationCase(RelativeShift(), [[2, 3, 4]]),
    OperationCase(RelativeShift(keys: 2), [[3, 4]], [], " keys"),
    OperationCase("rotary_positions", [[2, 3, 4]]) { graph, nodes in
      try RotaryPositions.turned(nodes[0], in: graph)
    },
    OperationCase("scaled_dot_product_attention", [[2, 3, 4], [2, 5, 4], [2, 5, 2], [3, 5]]) {
      graph, nodes in
      try ScaledDotProductAttention.attend(
        nodes[0], nodes[1], nodes[2], bias: nodes[3], isCausal: true, in: graph
      ).output
    },
    OperationCase(ExpandLike(), [[3, 1], [2, 3, 4]]),
    OperationCase(ExpandLike(), [[], [2, 3]]),
    OperationCase(ShareLike(), [[3, 1], [2, 3, 4]]),
    OperationCase(SumLike(), [[2, 3, 4], [3, 1]]),
    OperationCase(SumLike(), [[2, 3, 4], [4]]),
    OperationCase(SumLike(), [[2, 3, 4], []]),
    OperationCase(SumLike(), [[2, 3, 4], [2, 1, 4]]),
    OperationCase(SumLike(), [[1, 3], [1]]),
    OperationCase(Slice([range(1, nil, 2), range(nil, nil, -1)]), [[5, 4]]),
    OperationCase(Slice([range(-2, 0, -2), .index(-1)]), [[6, 3, 2]]),
    OperationCase(Slice([all, range(3, 1, 1)]), [[2, 4]]),
    OperationCase(Slice([.index(0), .index(2)]), [[3, 4]]),
    OperationCase(Slice([range(nil, nil, 3)]), [[7]]),
    OperationCase(Slice([]), [[2, 2]]),
    OperationCase(Triangle(lower: true), [[3, 4]]),
    OperationCase(Triangle(lower: false, diagonal: -1), [[2, 4, 3]]),
    OperationCase(Triangle(lower: true, diagonal: 1), [[3, 3]]),
  ]

  private static let selections: [OperationCase] = [
    OperationCase(MaskedFill(-3), [[2, 3, 4], [3, 4]], [.any, .mask]),
    OperationCase(MaskedFill(.infinity), [[3, 4], [4]], [.any, .mask], " ∞").bounded,
    OperationCase(Gather(), [[5, 3], [2, 4]], [.any, .index(5)]),
    OperationCase(Gather(), [[4, 2], []], [.any, .index(4)]),
    OperationCase(Take(axis: 0), [[5, 3], [2, 4]], [.any, .index(5)]),
    OperationCase(Take(axis: 1), [[2, 7, 3], [31]], [.any, .index(7)]),
    OperationCase(Take(axis: 2), [[1, 3, 17], [3, 1]], [.any, .index(17)]),
    OperationCase(Take(axis: 0), [[4, 2], []], [.any, .index(4)]),
    OperationCase(Take(axis: 1), [[3, 2, 0], [4]], [.any, .index(2)]),
    OperationCase(Pick(), [[4, 3], [4]], [.any, .index(3)]),
    OperationCase(Pick(), [[2, 3, 5], [2, 3]], [.any, .index(5)]),
    OperationCase(BinaryCrossEntropyTerm(), [[5], [5]], [.share, .share]),
    OperationCase(BinaryCrossEntropyTerm(), [[2, 3], [2, 3]], [.share, .mask]),
    OperationCase("tied", [[3]]) { graph, nodes in
      // One node used three times: contributions of every path add up.
      let product = try graph.add(Multiply(), [nodes[0], nodes[0]])
      return try graph.add(Multiply(), [product, try graph.add(HyperbolicTangent(), [nodes[0]])])
    },
  ]

  /// exp(−x), so that what is infinite becomes 0 and can be differenced.
  private var bounded: OperationCase {
    OperationCase(name, operands.map(\.shape), operands.map(\.kind)) { graph, nodes in
      try graph.add(
        Exponential(), [try graph.add(Negate(), [try self.build(graph, nodes)])])
    }
  }
}
