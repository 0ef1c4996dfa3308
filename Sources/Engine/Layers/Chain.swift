/// Layers one after the other, as `a | b | c` makes them; PyTorch's Sequential.
public final class Chain: Layer {
  public let name = "chain"
  /// The layers, the first first.
  public let layers: [any Layer]

  /// Joins layers; each keeps its own parameters.
  public init(_ layers: [any Layer]) { self.layers = layers }

  public var children: [(String, any Layer)] {
    layers.enumerated().map { (String($0), $1) }
  }

  public var units: Int? { layers.last { $0.units != nil }?.units }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    var value = input
    for layer in layers { value = try layer.traced(value, in: graph) }
    return value
  }
}

extension Chain {
  static let entry = Entry(
    Descriptor(
      "chain", .layer, signature: "chain(layers)",
      summary: "Layers one after the other, as a | b | c makes them.", shapes: "[…] → […]",
      formula: "y = fₙ(… f₁(x))", example: "chain([dense(2), dense(1)])([[1, 2]])"),
    .layer { arguments throws(EngineError) in
      guard case .list(let items) = arguments.value("layers") else {
        throw EngineError(
          "chain: 'layers' must be a list of layers", hint: "chain([dense(8), dense(1)])")
      }
      var layers: [any Layer] = []
      for item in items {
        guard case .layer(let layer) = item else {
          throw EngineError("chain: 'layers' must be layers, not \(item.description)")
        }
        layers.append(layer)
      }
      return Chain(layers)
    })
}
