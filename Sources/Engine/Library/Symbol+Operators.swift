// Arithmetic of traced tensors, with NumPy's broadcasting.

extension Symbol {
  public static func + (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Add(), b)
  }

  public static func - (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Subtract(), b)
  }

  public static func * (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Multiply(), b)
  }

  public static func / (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Divide(), b)
  }

  public static func + (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a + a.constant(b)
  }
  public static func - (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a - a.constant(b)
  }
  public static func * (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a * a.constant(b)
  }
  public static func / (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a / a.constant(b)
  }
  public static func + (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) + b
  }
  public static func - (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) - b
  }
  public static func * (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) * b
  }
  public static func / (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) / b
  }

  public static prefix func - (a: Symbol) throws(EngineError) -> Symbol {
    Symbol(try a.graph.add(Negate(), [a.node]), in: a.graph)
  }

  /// The matrix product over the last two axes; vectors as in NumPy.
  public func matmul(_ other: Symbol) throws(EngineError) -> Symbol {
    Symbol(try graph.matmul(node, other.node), in: graph)
  }

  private func combined(_ operation: any Operation, _ other: Symbol) throws(EngineError) -> Symbol {
    Symbol(try graph.add(operation, [node, other.node]), in: graph)
  }

  private func constant(_ number: Double) -> Symbol { Symbol(graph.constant(number), in: graph) }
}
