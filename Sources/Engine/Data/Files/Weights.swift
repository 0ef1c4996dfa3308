// The weights of a network in a safetensors file: parameters, and the buffers that training keeps.

extension Graph {
  /// The parameters and buffers of a layer by their paths, `net.0.weight`, sorted.
  public func weights(of layer: any Layer) -> [(name: String, parameter: Parameter)] {
    (parameters(of: layer) + buffers(of: layer)).map { ($0.path, $0) }
      .sorted { ExactText.precedes($0.name, $1.name) }
  }

  /// Writes them; the same weights are the same bytes.
  ///
  /// - Throws: if the layer has not been used yet, so that it has none.
  public func saveWeights(of layer: any Layer, to path: String) throws(EngineError) {
    let weights = weights(of: layer)
    guard !weights.isEmpty else { throw unused(layer) }
    try SafetensorsFormat.save(
      weights.map { ($0.name, $0.parameter.value) }, to: path, metadata: ["format": "pt"])
  }

  /// What a file has for each parameter and buffer of a layer; nothing is changed.
  ///
  /// A name may be written with the layer's own path before it or without, as PyTorch writes the
  /// weights of a module (`0.weight`).
  ///
  /// With `stored`, the names in the file by those of `shortName`, the file may hold other tensors.
  ///
  /// - Throws: if a tensor is missing, has another shape, or belongs to no parameter.
  public func weights(
    of layer: any Layer, in file: TensorFile, stored names: [String: String]? = nil
  ) throws(EngineError) -> [(parameter: Parameter, value: Tensor)] {
    let weights = weights(of: layer)
    guard !weights.isEmpty else { throw unused(layer) }
    var rest = names == nil ? Set(file.names) : []
    var found: [(parameter: Parameter, value: Tensor)] = []
    for (name, parameter) in weights {
      let short = shortName(of: parameter, in: layer)
      let own = file.shape(name) == nil && file.shape(short) != nil ? short : name
      let stored = names?[short] ?? own
      rest.remove(stored)
      if let shape = file.shape(stored), shape != parameter.shape {
        throw EngineError(
          "'\(name)' is \(parameter.shape) in the network and \(shape) in \(file.path)")
      }
      found.append((parameter, try file.tensor(stored)))
    }
    if let extra = rest.sorted().first {
      throw EngineError(
        "\(file.path) has a tensor '\(extra)', which the network does not have",
        hint: "its weights are \(weights.prefix(10).map(\.name).joined(separator: ", "))")
    }
    return found
  }

  /// A parameter's name inside a layer, as PyTorch writes it: `0.weight` for `net.0.weight`.
  public func shortName(of parameter: Parameter, in layer: any Layer) -> String {
    let prefix = path(of: layer).map { $0 + "." } ?? ""
    return parameter.path.hasPrefix(prefix)
      ? String(parameter.path.dropFirst(prefix.count)) : parameter.path
  }

  /// Gives a layer the weights of a file, all or none.
  public func loadWeights(of layer: any Layer, from path: String) throws(EngineError) {
    let found = try weights(of: layer, in: try TensorFile.load(path))
    for (parameter, value) in found { parameter.value = value }
  }

  /// The node that stands for a parameter in the graph.
  public func parameterLeaf(of parameter: Parameter) -> Node? {
    records.indices.first {
      (records[$0].operation as? ParameterLeaf)?.parameter === parameter
    }.map { Node(index: $0) }
  }

  private func unused(_ layer: any Layer) -> EngineError {
    EngineError(
      "\(path(of: layer) ?? layer.name) has no weights yet",
      hint: "they are made at the first use: apply it to a tensor")
  }
}
