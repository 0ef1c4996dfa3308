// Short names for the operations that compositions are made of: `graph.times(x, graph.sigmoid(x))`
// reads like the formula that it is.

extension Graph {
  func plus(_ a: Node, _ b: Node) throws(EngineError) -> Node { try add(Add(), [a, b]) }
  func minus(_ a: Node, _ b: Node) throws(EngineError) -> Node { try add(Subtract(), [a, b]) }
  func times(_ a: Node, _ b: Node) throws(EngineError) -> Node { try add(Multiply(), [a, b]) }
  func over(_ a: Node, _ b: Node) throws(EngineError) -> Node { try add(Divide(), [a, b]) }

  func plus(_ a: Node, _ b: Double) throws(EngineError) -> Node { try plus(a, constant(b)) }
  func times(_ a: Node, _ b: Double) throws(EngineError) -> Node { try times(a, constant(b)) }
  func over(_ a: Node, _ b: Double) throws(EngineError) -> Node { try over(a, constant(b)) }

  /// 1 where a relation to a number holds.
  func compare(
    _ a: Node, _ relation: Comparison.Relation, _ b: Double
  ) throws(EngineError) -> Node {
    try add(Comparison(relation), [a, constant(b)])
  }
}
