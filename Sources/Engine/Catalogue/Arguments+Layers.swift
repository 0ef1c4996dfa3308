// What calls of layers ask for again and again.

extension Arguments {
  /// A tensor, or nil for `none`.
  func optionalTensor(_ parameter: String, _ graph: Graph) throws(EngineError) -> Node? {
    if case .none = value(parameter) { return nil }
    return try tensor(parameter, graph)
  }

  /// How many layers a stack has.
  func layerCount(_ parameter: String) throws(EngineError) -> Int {
    let count = try positive(parameter)
    guard count <= 1000 else {
      throw EngineError("\(name): '\(parameter)' must be at most 1000, not \(count)")
    }
    return count
  }
}
