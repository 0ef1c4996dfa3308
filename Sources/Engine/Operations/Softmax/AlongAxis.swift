// Softmax works along the last axis; another one is turned there and back.

extension Graph {
  /// Runs `body` with `axis` as the last one.
  func withLast(
    _ axis: Int, of x: Node, for name: String, _ body: (Node) throws(EngineError) -> Node
  ) throws(EngineError) -> Node {
    let rank = shape(x).rank
    // A scalar is refused in the operation's own words.
    guard rank > 0 else { return try body(x) }
    let place = try shape(x).place(of: axis, for: name)
    guard place != rank - 1 else { return try body(x) }
    var order = Array(0..<rank)
    order.swapAt(place, rank - 1)
    return try add(Permute(order), [try body(try add(Permute(order), [x]))])
  }
}

enum SoftmaxEntries {
  static let all: [Entry] = [
    entry(
      Softmax(), "Positive numbers that add up to 1 along an axis.", "exp(xᵢ / T) / Σ exp(xⱼ / T)",
      "Bridle 1990"),
    entry(
      LogSoftmax(), "The logarithm of softmax along an axis.", "xᵢ / T − log Σ exp(xⱼ / T)", ""),
  ]

  private static func entry(
    _ operation: any Operation, _ summary: String, _ formula: String, _ source: String
  ) -> Entry {
    let name = operation.name
    return Entry(
      Descriptor(
        name, .activation, signature: "\(name)(x, axis=-1, temperature=1)", summary: summary,
        shapes: "[…, n] → […, n]", formula: formula, source: source,
        example: "\(name)([1, 2, 3], temperature=0.5)"),
      .function { arguments, graph throws(EngineError) in
        var x = try arguments.tensor("x", graph)
        let temperature = try arguments.temperature(graph)
        if let temperature { x = try graph.over(x, temperature) }
        return try graph.withLast(try arguments.integer("axis"), of: x, for: name) {
          z throws(EngineError) in try graph.add(operation, [z])
        }
      })
  }
}

extension Arguments {
  /// The temperature, nil for 1: a number above 0 or a tensor.
  fileprivate func temperature(_ graph: Graph) throws(EngineError) -> Node? {
    if case .tensor(let node) = value("temperature") { return node }
    let number = try number("temperature")
    guard number > 0 else {
      throw EngineError(
        "\(name): 'temperature' must be above 0, not \(shown(number))",
        hint: "near 0 all goes to the largest; argmax is the limit")
    }
    return number == 1 ? nil : graph.constant(number)
  }
}
