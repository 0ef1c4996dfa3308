// Views of attention as text: what the screen draws, in lines that a session keeps and compares.

/// Lines for a view of attention.
enum AttentionText {
  /// Links of a query that are named.
  private static let links = 3

  static func lines(_ show: AttentionShow) -> [String] {
    let look = show.look
    var lines = [title(show)]
    switch look.gaze.view {
    case .map:
      if let map = look.map { lines += rows(map) + crosshair(map, look) }
      if let gradient = look.gradient { lines += ["  \(gradient.name)"] + rows(gradient) }
    case .heads: lines += heads(show)
    case .model: lines += show.maps.map(summary)
    case .neuron: lines += look.neuron.map { neuron($0, look) } ?? []
    case .stages: lines += look.stages.map { stage($0, look.gaze) }
    }
    if look.gaze.view != .map, let gradient = look.gradient {
      lines += ["  \(gradient.name)"] + rows(gradient)
    }
    if let note = look.note { lines.append("  \(note)") }
    return lines.map(VisibleText.line)
  }

  /// `plot attention heads net.1 head 0, cross-attention: 5 queries, 6 keys, step 300`
  private static func title(_ show: AttentionShow) -> String {
    let look = show.look
    guard look.gaze.view != .model else {
      return "plot attention model: \(look.layers.count) layer"
        + (look.layers.count == 1 ? "" : "s") + ", \(show.maps.count) heads" + when(look)
    }
    let kind = look.layers.indices.contains(look.gaze.layer) ? look.layers[look.gaze.layer] : nil
    let name = look.map?.name ?? kind?.path ?? ""
    var text = "plot attention \(look.gaze.view.rawValue) \(name)"
    if let kind {
      text += ", \(kind.kind): \(kind.queryCount) queries, \(kind.keyCount) keys"
    }
    if look.sequences > 1 { text += ", sequence \(look.gaze.sequence) of \(look.sequences)" }
    return text + when(look)
  }

  private static func when(_ look: AttentionLook) -> String {
    look.gaze.step.map { ", step \($0)" } ?? ""
  }

  private static func weight(_ map: AttentionMap, _ row: Int, _ column: Int) -> String {
    let place = row * map.keys.count + column
    if place < map.masked.count, map.masked[place] { return "·" }
    return place < map.weights.count ? NumberText.short(map.weights[place]) : "?"
  }

  /// A line a query with its entropy.
  private static func rows(_ map: AttentionMap) -> [String] {
    let (size, overflow) = map.queries.count.multipliedReportingOverflow(by: map.keys.count)
    guard !overflow, map.weights.count >= size else { return [] }
    let width = map.queries.map { VisibleText.width(VisibleText.line($0)) }.max() ?? 0
    let shownRows = TensorText.Positions(map.queries.count)
    let shownColumns = TensorText.Positions(map.keys.count)
    var lines = shownRows.indices.map { row -> String in
      guard let row else { return "  …" }
      let places = shownColumns.indices.map { column -> String in
        column.map { "\(map.keys[$0]) \(weight(map, row, $0))" } ?? "…"
      }
      let query = VisibleText.padded(VisibleText.line(map.queries[row]), to: width)
      var line = "  \(query) → " + places.joined(separator: "  ")
      if !map.isPooled, map.entropies.indices.contains(row) {
        line += "  | \(NumberText.short(Double(map.entropies[row]), digits: 3)) bits"
      }
      return line
    }
    if map.isPooled {
      lines.append(
        "  of \(map.queryCount)×\(map.keyCount), max of \(map.pooledQueries)×\(map.pooledKeys)")
    } else if map.isWindow {
      lines.append(
        "  queries \(map.firstQuery)…\(map.firstQuery + map.queries.count - 1) of "
          + "\(map.queryCount), keys \(map.firstKey)…\(map.firstKey + map.keys.count - 1) of "
          + "\(map.keyCount)")
    }
    return lines
  }

  private static func crosshair(_ map: AttentionMap, _ look: AttentionLook) -> [String] {
    guard let value = map.weight(query: look.gaze.query, key: look.gaze.key) else { return [] }
    let query = map.queries[look.gaze.query - map.firstQuery]
    let key = map.keys[look.gaze.key - map.firstKey]
    let isMasked = map.isMasked(query: look.gaze.query, key: look.gaze.key)
    return ["  q=\(query) k=\(key) \(isMasked ? "masked" : NumberText.full(value))"]
  }

  /// The places of a row with the greatest weights, the first of equal ones first.
  static func strongest(_ map: AttentionMap, row: Int, count: Int) -> [Int] {
    let start = row * map.keys.count
    let order = map.keys.indices.filter { start + $0 < map.weights.count }.sorted {
      let (a, b) = (map.weights[start + $0], map.weights[start + $1])
      if a.isNaN || b.isNaN { return !a.isNaN && b.isNaN || a.isNaN == b.isNaN && $0 < $1 }
      return a != b ? a > b : $0 < $1
    }
    return Array(order.filter { map.weights[start + $0] != 0 }.prefix(count))
  }

  private static func links(_ map: AttentionMap, row: Int) -> String {
    strongest(map, row: row, count: links)
      .map { "\(map.keys[$0]) \(weight(map, row, $0))" }.joined(separator: "  ")
  }

  /// Each query with its strongest links; the chosen one in every head of the layer.
  private static func heads(_ show: AttentionShow) -> [String] {
    let look = show.look
    guard let map = look.map else { return [] }
    let width = map.queries.map { VisibleText.width(VisibleText.line($0)) }.max() ?? 0
    var lines = TensorText.Positions(map.queries.count).indices.map { row -> String in
      guard let row else { return "  …" }
      let query = VisibleText.padded(VisibleText.line(map.queries[row]), to: width)
      return "  \(query) → \(links(map, row: row))"
    }
    let others = show.maps.filter { $0.layer == look.gaze.layer && !$0.isPooled }
    if others.count > 1 {
      lines += others.compactMap { other in
        guard other.queries.indices.contains(look.gaze.query) else { return nil }
        return "  head \(other.head): \(other.queries[look.gaze.query]) → "
          + links(other, row: look.gaze.query)
      }
    }
    return lines
  }

  /// `net.1 head 0: 1.32 bits a query, most man → the 0.97`
  private static func summary(_ map: AttentionMap) -> String {
    let finite = map.entropies.filter(\.isFinite)
    let mean = finite.reduce(0.0) { $0 + Double($1) } / Double(max(1, finite.count))
    var text = "  \(map.name): \(NumberText.short(mean, digits: 3)) bits a query"
    let places = map.weights.indices.filter { !map.weights[$0].isNaN }
    let most = places.max {
      map.weights[$0] != map.weights[$1] ? map.weights[$0] < map.weights[$1] : $0 > $1
    }
    let columns = max(1, map.keys.count)
    if let most, map.queries.indices.contains(most / columns) {
      text +=
        ", most \(map.queries[most / columns]) → \(map.keys[most % columns]) "
        + NumberText.short(map.weights[most])
    }
    if map.isPooled { text += ", max of \(map.pooledQueries)×\(map.pooledKeys)" }
    return text
  }

  private static func neuron(_ neuron: AttentionNeuron, _ look: AttentionLook) -> [String] {
    func vector(_ values: [Float]) -> String {
      let shown = values.prefix(8).map { NumberText.short($0) }.joined(separator: ", ")
      return "[" + shown + (neuron.depth > 8 ? ", …" : "") + "]"
    }
    var lines = ["  q=\(neuron.label) \(vector(neuron.vector)), \(neuron.depth) features"]
    let width = neuron.keys.map { VisibleText.width(VisibleText.line($0.label)) }.max() ?? 0
    for place in TensorText.Positions(neuron.keys.count).indices {
      guard let place else {
        lines.append("  …")
        continue
      }
      let key = neuron.keys[place]
      let label = VisibleText.padded(VisibleText.line(key.label), to: width)
      let score = key.score == -.infinity ? "·" : NumberText.short(key.score)
      let weight = key.score == -.infinity ? "·" : NumberText.short(key.weight)
      lines.append(
        "  k=\(label) q × k \(vector(neuron.products(key)))  q · k \(NumberText.short(key.product))"
          + "  → \(score)  softmax \(weight)")
    }
    return lines
  }

  /// One row of a stage: the chosen query's, or for V the chosen key's.
  private static func stage(_ stage: AttentionStage, _ gaze: AttentionGaze) -> String {
    let place = (stage.rowAxis == .keys ? gaze.key : gaze.query) - stage.firstRow
    let row = stage.rowLabels.indices.contains(place) ? place : 0
    let columns = stage.columnLabels.count
    let cells = TensorText.Positions(columns).indices.map { column -> String in
      guard let column else { return "…" }
      let index = row * columns + column
      guard stage.values.indices.contains(index) else { return "?" }
      let value = stage.values[index]
      let text = value == -.infinity ? "·" : NumberText.short(value)
      return stage.columnAxis == .features ? text : "\(stage.columnLabels[column]) \(text)"
    }
    let label = stage.rowLabels.indices.contains(row) ? stage.rowLabels[row] : ""
    let axis = stage.rowAxis == .keys ? "k" : "q"
    return "  \(VisibleText.padded(stage.name, to: 7)) \(stage.path) "
      + "[\(stage.rowCount), \(stage.columnCount)]  \(axis)=\(label): "
      + cells.joined(separator: "  ")
  }
}
