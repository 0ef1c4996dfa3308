// Programs put together at random, to compare ways of executing them.

import Engine
import TestSupport

/// A training program of random operations over odd sizes, with a short last batch.
struct RandomProgram {
  private let graph: Graph
  private var random: SplitMix
  private var pool: [Node] = []

  static func make(seed: UInt64) throws -> Program {
    for attempt in 0..<9 {
      var random = try RandomProgram(seed: seed + 1000 * UInt64(attempt))
      let program = try random.compiled(seed: seed)
      // Sizes that are equal by chance do not fit the last batch.
      if (try? Machine(program)) != nil { return program }
    }
    throw EngineError("no program for seed \(seed)")
  }

  private init(seed: UInt64) throws {
    graph = Graph(seed: seed)
    random = SplitMix(seed: seed)
    let sizes = [1, 2, 3, 7, 16, 17, 31, 33, 65]
    let rows = sizes.randomElement(using: &random) ?? 3
    let columns = sizes.randomElement(using: &random) ?? 3
    // The last batch has fewer rows.
    let total = 2 * rows + max(1, rows / 2)
    let source = BatchSource(
      name: "data",
      columns: [
        Tensor(
          shape: [total, columns], values: OperationCase.values(.any, total * columns, seed: seed)),
        Tensor(shape: [total], values: OperationCase.values(.index(columns), total, seed: seed)),
      ], schedule: try BatchSchedule(rows: total, size: rows, seed: seed, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let labels = try graph.add(BatchRows(source, column: 1), [])
    let normal = Initializer("n", .normal(mean: 0, deviation: 0.5))
    let w = try graph.freeParameter("w", [columns, columns], normal)
    let b = try graph.freeParameter("b", [columns], normal)
    let s = try graph.freeParameter("s", [], .ones)
    let product = try graph.matmul(x, w)
    pool = [x, product, try graph.add(Add(), [product, b]), b, s]
    for _ in 0..<Int.random(in: 5...40, using: &random) { extend() }
    pool.append(
      try graph.add(Pick(), [try graph.add(LogSoftmax(), [product]), labels]))
  }

  private mutating func some() -> Node {
    // The newest are taken more often, so that chains grow.
    let recent = pool.suffix(4)
    return (Bool.random(using: &random) ? recent.randomElement(using: &random) : nil)
      ?? pool[Int.random(in: 0..<pool.count, using: &random)]
  }

  /// Adds an operation where the shapes fit.
  private mutating func extend() {
    let unary: [any Engine.Operation] = [
      HyperbolicTangent(), Sigmoid(), ReLU(), GELU(), Square(), Negate(), AbsoluteValue(), Sine(),
      Softmax(), LogSoftmax(), Mean(axis: -1, keepsAxis: true), Sum(axis: -1), Sum(axis: 0),
      Mean(axis: -1), Reshape([-1]), InsertAxis(at: 0), InsertAxis(at: -1), Permute([1, 0]),
      Mean(), Slice([.range(start: nil, stop: nil, step: 1), .range(start: 0, stop: 2, step: 1)]),
    ]
    let binary: [any Engine.Operation] = [
      Add(), Subtract(), Multiply(), Maximum(), MatMul(transposesRight: true), Minimum(),
      Comparison(.greater), ExpandLike(),
    ]
    let isUnary = Bool.random(using: &random)
    guard let operation = (isUnary ? unary : binary).randomElement(using: &random) else { return }
    let inputs = isUnary ? [some()] : [some(), some()]
    guard let node = try? graph.add(operation, inputs) else { return }
    if graph.shape(node).count <= 5000 { pool.append(node) }
  }

  private mutating func compiled(seed: UInt64) throws -> Program {
    var loss = try graph.add(Mean(), [pool[pool.count - 1]])
    for node in pool.suffix(7) {
      loss = try graph.add(Add(), [loss, try graph.add(Mean(), [node])])
    }
    let optimizers: [any Optimizer] = [
      Adam(lr: 0.01), Adam(lr: 0.01, weightDecay: 0.1, decoupled: true), SGD(lr: 0.01),
      SGD(lr: 0.01, momentum: 0.9, nesterov: true, weightDecay: 0.1),
      SGD(lr: 0.01, momentum: 0.9, dampening: 0.1),
    ]
    return try graph.compileTraining(
      loss, optimizer: optimizers[Int(seed) % optimizers.count], clip: seed % 3 == 0 ? 0.5 : nil
    ).program
  }
}
