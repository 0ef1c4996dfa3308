// What becomes of one loss an element or a row: PyTorch's `reduction`.

/// How the losses of all elements or rows become one.
public enum LossReduction: String, Sendable, CaseIterable {
  /// The mean over what counts, or the sum.
  case mean, sum
  /// They stay apart.
  case none
}

extension Losses {
  static func reduce(_ node: Node, _ reduction: LossReduction, in graph: Graph)
    throws(EngineError) -> Node
  {
    switch reduction {
    case .mean: try graph.add(Mean(), [node])
    case .sum: try graph.add(Sum(), [node])
    case .none: node
    }
  }

  static func requireEqual(
    _ a: Node, _ y: Node, _ name: String, _ graph: Graph
  ) throws(EngineError) {
    let (left, right) = (graph.shape(a), graph.shape(y))
    guard left == right else {
      throw EngineError(
        "\(name): prediction \(left) and target \(right) differ in shape",
        hint: left.count == right.count
          ? "reshape one to the other's shape" : "both need one value for each example")
    }
  }

  /// A weight must broadcast to what it weighs, not stretch it.
  static func weighed(
    _ node: Node, by weight: Node?, _ name: String, _ graph: Graph
  ) throws(EngineError) -> Node {
    guard let weight else { return node }
    let (own, shape) = (graph.shape(weight), graph.shape(node))
    guard (try? Broadcasting.shape(own, shape, for: name)) == shape else {
      throw EngineError(
        "\(name): a weight of shape \(own) does not fit losses of shape \(shape)",
        hint: "one weight for each class or each element")
    }
    return try graph.add(Multiply(), [node, weight])
  }

  /// max(0, x).
  static func positive(_ x: Node, in graph: Graph) throws(EngineError) -> Node {
    try graph.add(ReLU(), [x])
  }
}

/// Short ways to write arithmetic on nodes, for losses that are a formula.
struct Formula {
  let graph: Graph

  func callAsFunction(_ operation: any Operation, _ inputs: Node...) throws(EngineError) -> Node {
    try graph.add(operation, inputs)
  }

  func number(_ value: Double) -> Node { graph.constant(value) }

  func minus(_ a: Node, _ b: Node) throws(EngineError) -> Node {
    try graph.add(Subtract(), [a, b])
  }

  func times(_ a: Node, _ b: Node) throws(EngineError) -> Node {
    try graph.add(Multiply(), [a, b])
  }

  func plus(_ a: Node, _ b: Node) throws(EngineError) -> Node { try graph.add(Add(), [a, b]) }

  /// 1 where x is the number, else 0.
  func equals(_ x: Node, _ value: Double) throws(EngineError) -> Node {
    try graph.add(Comparison(.equal), [x, number(value)])
  }
}
