// The chosen head in full: its map, ∂L/∂A, one query against all keys, the stages.

import Engine
import Language

extension Notebook {
  /// What is looked at; nil when attention was not asked for.
  func attentionLook() -> AttentionLook? {
    attentionLayers.isEmpty ? nil : attentionLook(readers(), attention.gaze)
  }

  func attentionLook(
    _ readers: [(layer: Int, reader: AttentionReader)], _ wanted: AttentionGaze
  ) -> AttentionLook {
    var look = AttentionLook(gaze: wanted, request: attention.requests)
    look.layers = attentionLayers.map { use in
      let shape = graph.shape(use.weights)
      return AttentionLayer(
        path: use.path, kind: use.kind, heads: use.heads, queryCount: shape[-2],
        keyCount: shape[-1])
    }
    look.liveStep = run?.machine.updates
    look.steps = attentionRecord?.steps ?? []
    let layer = max(0, min(wanted.layer, attentionLayers.count - 1))
    look.gaze.layer = layer
    guard let reader = readers.first(where: { $0.layer == layer })?.reader,
      reader.queryCount > 0, reader.keyCount > 0
    else {
      look.note = "\(attentionLayers[layer].path): not computed yet in this step"
      return look
    }
    look.sequences = reader.sequences
    look.gaze.head = max(0, min(wanted.head, reader.use.heads - 1))
    look.gaze.sequence = max(0, min(wanted.sequence, reader.sequences - 1))
    look.gaze.query = max(0, min(wanted.query, reader.queryCount - 1))
    look.gaze.key = max(0, min(wanted.key, reader.keyCount - 1))
    if let step = wanted.step, let entry = attentionRecord?.entry(at: step) {
      look.gaze.step = entry.step
      look.map = entry.maps.first { $0.layer == layer && $0.head == look.gaze.head }
      let isMore = [.neuron, .stages].contains(wanted.view) || wanted.showsGradient
      if isMore { look.note = "of step \(entry.step) only the weights are kept; ] goes on to now" }
      return look
    }
    look.gaze.step = nil
    fill(&look, reader)
    return look
  }

  private func fill(_ look: inout AttentionLook, _ reader: AttentionReader) {
    let gaze = look.gaze
    let isLarge = max(reader.queryCount, reader.keyCount) > AttentionLimits.window
    if gaze.isPooled, isLarge {
      look.map = reader.pooled(
        layer: gaze.layer, head: gaze.head, sequence: gaze.sequence, side: AttentionLimits.window)
    } else {
      look.map = reader.map(
        layer: gaze.layer, head: gaze.head, sequence: gaze.sequence,
        rows: AttentionLimits.window(
          reader.queryCount, at: gaze.query, size: AttentionLimits.window),
        columns: AttentionLimits.window(
          reader.keyCount, at: gaze.key, size: AttentionLimits.window))
    }
    if gaze.showsGradient { readGradient(&look, reader) }
    switch gaze.view {
    case .neuron:
      look.neuron = neuron(reader, gaze)
      if look.neuron == nil {
        look.note =
          "q and k of \(reader.use.path) are not known: its weights come from no product q @ k.T"
      }
    case .stages: look.stages = stages(reader, gaze)
    default: break
    }
  }

  private func readGradient(_ look: inout AttentionLook, _ reader: AttentionReader) {
    guard let run else {
      look.note = "∂L/∂A needs a run: train L with sgd(lr=0.1) steps=0"
      return
    }
    guard let node = run.gradients[reader.use.weights] else {
      look.note =
        "∂\(run.name)/∂A: \(run.name) does not depend on these weights; those that it is made of "
        + "have gradients"
      return
    }
    do throws(Diagnostic) {
      let tensor = try gradientValue(node)
      guard tensor.shape == reader.weights.shape, let map = look.map else { return }
      let gradients = AttentionReader(
        use: reader.use, weights: tensor, logits: reader.logits, queries: reader.queries,
        keys: reader.keys)
      if map.isPooled {
        look.note = "∂\(run.name)/∂A is not pooled: z shows a window"
        return
      }
      var gradient = gradients.map(
        layer: map.layer, head: map.head, sequence: look.gaze.sequence,
        rows: map.firstQuery..<map.firstQuery + map.queries.count,
        columns: map.firstKey..<map.firstKey + map.keys.count)
      gradient.name = "∂\(run.name)/∂A"
      gradient.entropies = []
      look.gradient = gradient
    } catch {
      look.note = error.message + (error.hint.map { "; " + $0 } ?? "")
    }
  }

  private func gradientValue(_ node: Node) throws(Diagnostic) -> Tensor {
    if let known = attentionValues([node])[node] { return known }
    return try value(of: node, nil)
  }

  // MARK: The neuron view

  /// One query against a window of keys.
  func neuron(_ reader: AttentionReader, _ gaze: AttentionGaze) -> AttentionNeuron? {
    let use = reader.use
    guard let queryNode = use.query, let keyNode = use.key, let logitsNode = use.logits,
      let productNode = use.stages.first?.node
    else { return nil }
    let values = attentionValues([queryNode, keyNode, productNode, logitsNode])
    guard let q = values[queryNode], let k = values[keyNode], let product = values[productNode],
      let logits = values[logitsNode], q.shape.rank >= 2, k.shape.rank >= 2
    else { return nil }
    let depth = q.shape[-1]
    guard depth > 0, q.shape[-2] == reader.queryCount else { return nil }
    let features = min(depth, AttentionLimits.features)
    func place(_ tensor: Tensor, _ row: Int, _ column: Int) -> Float {
      let (rows, columns) = (tensor.shape[-2], tensor.shape[-1])
      let matrix = reader.matrix(tensor.shape, sequence: gaze.sequence, head: gaze.head)
      let index = (matrix * rows + row) * columns + column
      return tensor.values.indices.contains(index) ? tensor.values[index] : .nan
    }
    let window = AttentionLimits.window(reader.keyCount, at: gaze.key, size: AttentionLimits.keys)
    return AttentionNeuron(
      label: reader.queries[gaze.query],
      vector: (0..<features).map { place(q, gaze.query, $0) }, depth: depth,
      keys: window.map { key in
        AttentionNeuron.Key(
          label: reader.keys[key],
          vector: (0..<features).map {
            use.keyIsTransposed ? place(k, $0, key) : place(k, key, $0)
          },
          product: place(product, gaze.query, key), score: place(logits, gaze.query, key),
          weight: place(reader.weights, gaze.query, key))
      }, firstKey: window.lowerBound, keyCount: reader.keyCount,
      stages: use.stages.dropFirst().map(\.name))
  }

  // MARK: The stages

  /// QKᵀ → scale → bias → mask → softmax → V → AV, as far as this attention has them.
  func stages(_ reader: AttentionReader, _ gaze: AttentionGaze) -> [AttentionStage] {
    let use = reader.use
    var wanted = use.stages
    wanted.append(.init(name: "softmax", node: use.weights))
    if let value = use.value { wanted.append(.init(name: "V", node: value)) }
    if let mixed = use.mixed { wanted.append(.init(name: "AV", node: mixed)) }
    let values = attentionValues(wanted.map(\.node))
    return wanted.compactMap { stage in
      guard let tensor = values[stage.node], tensor.shape.rank >= 2 else { return nil }
      let (rows, columns) = (tensor.shape[-2], tensor.shape[-1])
      guard rows > 0, columns > 0 else { return nil }
      let rowAxis: AttentionStage.Axis = stage.name == "V" ? .keys : .queries
      let columnAxis: AttentionStage.Axis = ["V", "AV"].contains(stage.name) ? .features : .keys
      let matrix = reader.matrix(tensor.shape, sequence: gaze.sequence, head: gaze.head)
      let shownRows = AttentionLimits.window(
        rows, at: rowAxis == .keys ? gaze.key : gaze.query, size: AttentionLimits.stage)
      let shownColumns = AttentionLimits.window(
        columns, at: columnAxis == .keys ? gaze.key : 0, size: AttentionLimits.stage)
      func labels(_ axis: AttentionStage.Axis, _ range: Range<Int>) -> [String] {
        range.map { place in
          switch axis {
          case .queries where place < reader.queries.count: reader.queries[place]
          case .keys where place < reader.keys.count: reader.keys[place]
          default: String(place)
          }
        }
      }
      return AttentionStage(
        name: stage.name, path: graph.displayName(stage.node), rowAxis: rowAxis,
        columnAxis: columnAxis, rowLabels: labels(rowAxis, shownRows),
        columnLabels: labels(columnAxis, shownColumns),
        values: shownRows.flatMap { row in
          shownColumns.map { column in
            let index = (matrix * rows + row) * columns + column
            return tensor.values.indices.contains(index) ? tensor.values[index] : .nan
          }
        }, firstRow: shownRows.lowerBound, firstColumn: shownColumns.lowerBound, rowCount: rows,
        columnCount: columns)
    }
  }
}
