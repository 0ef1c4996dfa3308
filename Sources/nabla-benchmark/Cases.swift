// The networks that are timed: the same weights and batches as any other implementation makes.

import Engine

/// A network ready to train.
struct BenchmarkCase {
  let name: String
  let program: Program
  /// Multiply-adds of one training step.
  let multiplyAdds: Int

  /// - Parameter history: the most that the snapshots for walking back may take, as in every run.
  func machine(history bytes: Int = 64 << 20) throws -> Machine {
    try Machine(program, historyBytes: bytes)
  }
}

enum Cases {
  static let names = ["xor", "mlp", "cnn", "lstm", "gpt", "gptlarge", "deep", "digits"]

  static func make(_ name: String) throws -> BenchmarkCase? {
    switch name {
    case "xor": try xor()
    case "mlp": try mlp()
    case "deep": try deep()
    case "cnn": try cnn()
    case "lstm": try lstm()
    case "gpt": try transformer(.small)
    case "gptlarge": try transformer(.large)
    case "digits": try digits()
    default: nil
    }
  }

  /// Hands out values: uniform in ±1/√fan-in, one seed a tensor.
  struct Values {
    var seed: UInt64

    mutating func callAsFunction(_ shape: Shape, fanIn: Int) -> Tensor {
      seed += 1
      let bound = 1 / Float(fanIn).squareRoot()
      return Tensor(
        shape: shape,
        values: SplitMix.uniform(seed: seed, count: shape.count, low: -bound, high: bound))
    }
  }

  /// Makes parameters of such values.
  struct Weights {
    let graph: Graph
    var values: Values

    init(graph: Graph, seed: UInt64) {
      self.graph = graph
      values = Values(seed: seed)
    }

    mutating func callAsFunction(_ name: String, _ shape: Shape, fanIn: Int) throws -> Node {
      let node = try graph.freeParameter(name, shape, .zeros)
      graph.set(name, values(shape, fanIn: fanIn))
      return node
    }
  }

  /// What the useful work is counted from.
  private static func isProduct(_ operation: any Operation) -> Bool {
    operation is MatMul || operation is ProductSum || operation is Convolution
      || operation is ConvolutionInputGradient || operation is ConvolutionWeightGradient
  }

  static func made(
    _ name: String, _ graph: Graph, _ loss: Node, _ optimizer: any Optimizer,
    clip: Double? = nil
  ) throws -> BenchmarkCase {
    let program = try graph.compileTraining(loss, optimizer: optimizer, clip: clip).program
    let work = program.instructions.reduce(0) { sum, instruction in
      guard isProduct(instruction.operation) else { return sum }
      let shapes = instruction.inputs.map { program.slots[$0].shape }
      return sum
        + instruction.operation.cost(
          inputs: shapes, output: program.slots[instruction.output].shape) / 2
    }
    return BenchmarkCase(name: name, program: program, multiplyAdds: work)
  }

  static func layer(_ x: Node, _ w: Node, _ b: Node, _ graph: Graph) throws -> Node {
    try graph.add(Add(), [try graph.add(MatMul(), [x, w]), b])
  }

  /// 2-8-1, tanh, binary cross entropy of the sigmoid, SGD 0.5, the four rows at once.
  private static func xor() throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    var weights = Weights(graph: graph, seed: 100)
    let w1 = try weights("w1", [2, 8], fanIn: 2)
    let b1 = try weights("b1", [8], fanIn: 2)
    let w2 = try weights("w2", [8, 1], fanIn: 8)
    let b2 = try weights("b2", [1], fanIn: 8)
    let x = graph.constant(Tensor(shape: [4, 2], values: [0, 0, 0, 1, 1, 0, 1, 1]))
    let y = graph.constant(Tensor(shape: [4, 1], values: [0, 1, 1, 0]))
    let h = try graph.add(HyperbolicTangent(), [try layer(x, w1, b1, graph)])
    let z = try layer(h, w2, b2, graph)
    let loss = try Losses.binaryCrossEntropyWithLogits(z, y, in: graph)
    return try made("xor", graph, loss, SGD(lr: 0.5))
  }

  /// Sixteen batches of numbers with labels below 10, in turn; `shape` is that of one example.
  static func batches(
    _ graph: Graph, _ name: String, seed: UInt64, batch: Int, shape: Shape, low: Float = 0
  ) throws -> (Node, Node) {
    let rows = 16 * batch
    let x = SplitMix.uniform(seed: seed, count: rows * shape.count, low: low)
    let y = SplitMix.integers(seed: seed + 1000, count: rows, below: 10)
    return try batches(
      graph, name, batch: batch,
      [
        Tensor(shape: Shape([rows] + shape.extents), values: x), Tensor(shape: [rows], values: y),
      ])
  }

  /// Sixteen batches of tokens with the tokens to predict, in turn.
  static func tokens(
    _ graph: Graph, _ name: String, seed: UInt64, batch: Int, length: Int, vocabulary: Int
  ) throws -> (Node, Node) {
    let rows = 16 * batch
    let columns = [seed, seed + 1000].map { seed in
      Tensor(
        shape: [rows, length],
        values: SplitMix.integers(
          seed: seed, count: rows * length, below: UInt64(vocabulary)))
    }
    return try batches(graph, name, batch: batch, columns)
  }

  private static func batches(
    _ graph: Graph, _ name: String, batch: Int, _ columns: [Tensor]
  ) throws -> (Node, Node) {
    let source = BatchSource(
      name: name, columns: columns,
      schedule: try BatchSchedule(
        rows: 16 * batch, size: batch, shuffles: false, seed: 0, stream: 0))
    return (
      try graph.add(BatchRows(source, column: 0), []),
      try graph.add(BatchRows(source, column: 1), [])
    )
  }

  /// 784-128-10, ReLU, cross entropy, Adam 1e-3, batch 64.
  private static func mlp() throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    var weights = Weights(graph: graph, seed: 200)
    let w1 = try weights("w1", [784, 128], fanIn: 784)
    let b1 = try weights("b1", [128], fanIn: 784)
    let w2 = try weights("w2", [128, 10], fanIn: 128)
    let b2 = try weights("b2", [10], fanIn: 128)
    let (x, y) = try batches(graph, "mlp", seed: 201_000, batch: 64, shape: [784])
    let h = try graph.add(ReLU(), [try layer(x, w1, b1, graph)])
    let loss = try Losses.crossEntropy(try layer(h, w2, b2, graph), y, in: graph)
    return try made("mlp", graph, loss, Adam(lr: 1e-3))
  }

  /// 34 × (h + relu(h W + b)) at width 64, dense 10, Adam 1e-3, batch 32.
  private static func deep() throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    var weights = Weights(graph: graph, seed: 700)
    var parameters: [(Node, Node)] = []
    for index in 0..<34 {
      parameters.append(
        (
          try weights("w\(index)", [64, 64], fanIn: 64 * 16),
          try weights("b\(index)", [64], fanIn: 64 * 16)
        ))
    }
    let w = try weights("w", [64, 10], fanIn: 64)
    let b = try weights("b", [10], fanIn: 64)
    let (x, y) = try batches(
      graph, "deep", seed: 701_000, batch: 32, shape: [64], low: -1)
    var h = x
    for (weight, bias) in parameters {
      h = try graph.add(Add(), [h, try graph.add(ReLU(), [try layer(h, weight, bias, graph)])])
    }
    let loss = try Losses.crossEntropy(try layer(h, w, b, graph), y, in: graph)
    return try made("deep", graph, loss, Adam(lr: 1e-3))
  }

  /// The UCI digits, 64-128-10, ReLU, cross entropy, Adam 1e-3, batch 64, shuffled.
  private static func digits() throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    let data = DigitsData.make()
    let source = BatchSource(
      name: "digits", columns: data.columns.map(\.tensor),
      schedule: try BatchSchedule(
        rows: data.rows, size: 64, seed: 42, stream: streamHash("batch")))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let y = try graph.add(BatchRows(source, column: 1), [])
    let net = Chain([Dense(128), FunctionLayer("relu", relu), Dense(10)])
    graph.name(net, "net")
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    return try made("digits", graph, loss, Adam(lr: 1e-3))
  }

  static func relu(_ x: Node, _ graph: Graph) throws(EngineError) -> Node {
    try graph.add(ReLU(), [x])
  }
}
