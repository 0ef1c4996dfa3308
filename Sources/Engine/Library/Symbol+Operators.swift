// Arithmetic of traced tensors, with NumPy's broadcasting.

extension Symbol {
  /// The sum of two tensors.
  ///
  /// - Throws: when the shapes do not broadcast.
  public static func + (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Add(), b)
  }

  /// The difference of two tensors.
  ///
  /// - Throws: when the shapes do not broadcast.
  public static func - (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Subtract(), b)
  }

  /// The product element by element.
  ///
  /// - Throws: when the shapes do not broadcast.
  public static func * (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Multiply(), b)
  }

  /// The quotient element by element; a division by zero is ±∞ or NaN.
  ///
  /// - Throws: when the shapes do not broadcast.
  public static func / (a: Symbol, b: Symbol) throws(EngineError) -> Symbol {
    try a.combined(Divide(), b)
  }

  /// A number added to every element.
  public static func + (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a + a.constant(b)
  }
  /// A number subtracted from every element.
  public static func - (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a - a.constant(b)
  }
  /// Every element times a number.
  public static func * (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a * a.constant(b)
  }
  /// Every element divided by a number.
  public static func / (a: Symbol, b: Double) throws(EngineError) -> Symbol {
    try a / a.constant(b)
  }
  /// A number added to every element.
  public static func + (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) + b
  }
  /// Every element subtracted from a number.
  public static func - (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) - b
  }
  /// Every element times a number.
  public static func * (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) * b
  }
  /// A number divided by every element.
  public static func / (a: Double, b: Symbol) throws(EngineError) -> Symbol {
    try b.constant(a) / b
  }

  /// Every element with the other sign.
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
