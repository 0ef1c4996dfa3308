// Views of attention as JSON: all that the screen draws, with full precision.

enum AttentionJSON {
  static func members(_ show: AttentionShow) -> [JSONValue.Member] {
    let look = show.look
    var members: [JSONValue.Member] = [
      .init("view", .string(look.gaze.view.rawValue)), .init("layer", .integer(look.gaze.layer)),
      .init("head", .integer(look.gaze.head)), .init("query", .integer(look.gaze.query)),
      .init("key", .integer(look.gaze.key)), .init("sequence", .integer(look.gaze.sequence)),
      .init(
        "layers",
        .array(
          look.layers.map { layer in
            .object([
              .init("path", .string(layer.path)), .init("attention", .string(layer.kind)),
              .init("heads", .integer(layer.heads)), .init("queries", .integer(layer.queryCount)),
              .init("keys", .integer(layer.keyCount)),
            ])
          })),
    ]
    if let step = look.gaze.step { members.append(.init("step", .integer(step))) }
    if look.gaze.view == .model {
      members.append(.init("maps", .array(show.maps.map(map))))
    } else if let chosen = look.map {
      members.append(.init("map", map(chosen)))
    }
    if let gradient = look.gradient { members.append(.init("gradient", map(gradient))) }
    if let neuron = look.neuron { members.append(.init("neuron", self.neuron(neuron))) }
    if !look.stages.isEmpty { members.append(.init("stages", .array(look.stages.map(stage)))) }
    if let note = look.note { members.append(.init("note", .string(note))) }
    return members
  }

  private static func map(_ map: AttentionMap) -> JSONValue {
    .object([
      .init("name", .string(map.name)), .init("layer", .integer(map.layer)),
      .init("head", .integer(map.head)), .init("queries", .strings(map.queries)),
      .init("keys", .strings(map.keys)), .init("weights", .floats(map.weights)),
      .init("masked", .array(map.masked.map { .bool($0) })),
      .init("entropies", .floats(map.entropies)),
      .init("first", .integers([map.firstQuery, map.firstKey])),
      .init("size", .integers([map.queryCount, map.keyCount])),
      .init("pooled", .integers([map.pooledQueries, map.pooledKeys])),
    ])
  }

  private static func neuron(_ neuron: AttentionNeuron) -> JSONValue {
    .object([
      .init("query", .string(neuron.label)), .init("q", .floats(neuron.vector)),
      .init("depth", .integer(neuron.depth)), .init("first", .integer(neuron.firstKey)),
      .init(
        "keys",
        .array(
          neuron.keys.map { key in
            .object([
              .init("key", .string(key.label)), .init("k", .floats(key.vector)),
              .init("products", .floats(neuron.products(key))),
              .init("dot", .float(key.product)), .init("score", .float(key.score)),
              .init("weight", .float(key.weight)),
            ])
          })),
    ])
  }

  private static func stage(_ stage: AttentionStage) -> JSONValue {
    .object([
      .init("name", .string(stage.name)), .init("path", .string(stage.path)),
      .init("rows", .strings(stage.rowLabels)), .init("columns", .strings(stage.columnLabels)),
      .init("values", .floats(stage.values)),
      .init("first", .integers([stage.firstRow, stage.firstColumn])),
      .init("size", .integers([stage.rowCount, stage.columnCount])),
    ])
  }
}
