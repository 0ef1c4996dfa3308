// Settings that functions of tensors have in common: axes, shapes, numbers that may be left out.

extension Arguments {
  /// A number; nil when left out.
  ///
  /// - Throws: when it is something else.
  public func optionalNumber(_ parameter: String) throws(EngineError) -> Double? {
    if case .none = value(parameter) { return nil }
    return try number(parameter)
  }

  /// One axis or several; nil when left out.
  public func axes(_ parameter: String) throws(EngineError) -> [Int]? {
    switch value(parameter) {
    case .none: return nil
    case .list, .tensor: return try integers(parameter)
    default: return [try integer(parameter)]
    }
  }

  /// Whether a parameter without a default was given.
  public func isGiven(_ parameter: String) -> Bool {
    if case .none = value(parameter) { return false }
    return true
  }

  /// The extents of a new tensor, checked against what the machine can hold.
  public func newShape(_ parameter: String) throws(EngineError) -> Shape {
    let shape = Shape(try integers(parameter))
    try Limits.check(shape, for: name)
    return shape
  }

  /// Numbers that are known while tracing, in rows or already a tensor; nil when left out.
  ///
  /// - Throws: for a tensor that is computed, and what is no number.
  public func optionalConstant(_ parameter: String) throws(EngineError) -> Tensor? {
    switch value(parameter) {
    case .none: return nil
    case .number(let number): return Tensor(Float(number))
    case .list(let list): return try Literal.tensor(list, for: "\(name): '\(parameter)'")
    case let given:
      guard let known = constant(parameter) else {
        throw EngineError(
          "\(name): '\(parameter)' must be numbers, not \(given.description)",
          hint: "rows of numbers, for example \(parameter)=[[1, 1], [1, 0]]")
      }
      return known
    }
  }
}
