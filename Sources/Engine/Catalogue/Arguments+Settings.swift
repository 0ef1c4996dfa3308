// Settings that functions of tensors have in common: axes, shapes, numbers that may be left out.

extension Arguments {
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
}
