// Attention's data as charts: the one place where maps and looks become `Plotting`'s plain numbers.

import Notebook
import Plotting
import Screen

enum AttentionDrawing {
  /// A head's map with its entropies.
  static func heatMap(
    _ map: AttentionMap, title: String, gaze: AttentionGaze?, isScrolled: Bool = true
  ) -> HeatMap {
    var selected: MatrixPlace?
    if let gaze, !map.queries.isEmpty, !map.keys.isEmpty {
      // A pooled map's crosshair is the block that holds the place.
      let query = clamped(gaze.query, map.queryCount) / max(1, map.pooledQueries)
      let key = clamped(gaze.key, map.keyCount) / max(1, map.pooledKeys)
      selected = MatrixPlace(
        row: clamped(query &- map.firstQuery, map.queries.count),
        column: clamped(key &- map.firstKey, map.keys.count))
    }
    var title = title
    if map.isPooled {
      title += "  \(map.queryCount)×\(map.keyCount), max of \(map.pooledQueries)×\(map.pooledKeys)"
    }
    var chart = HeatMap(
      title: title, rows: map.queries.count, columns: map.keys.count,
      values: map.weights.map(Double.init), masked: map.masked, rowLabels: map.queries,
      columnLabels: map.keys, range: 0...1, selected: selected)
    chart.overflow = isScrolled ? .scroll : .pool
    if map.isWindow {
      chart.firstRow = map.firstQuery
      chart.firstColumn = map.firstKey
      chart.wholeRows = map.queryCount
      chart.wholeColumns = map.keyCount
    }
    if !map.isPooled, !map.entropies.isEmpty {
      chart.notes = map.entropies.map(Double.init)
      chart.noteTitle = "bits"
      chart.fullNote = bits(map.keyCount)
    }
    return chart
  }

  /// log₂ n: the entropy of n keys that are all alike.
  private static func bits(_ count: Int) -> Double {
    var whole = 1.0
    var power = 2.0
    while power < Double(max(2, count)) {
      power *= 2
      whole += 1
    }
    return whole
  }

  private static func clamped(_ value: Int, _ count: Int) -> Int { max(0, min(value, count - 1)) }

  /// ∂L/∂A of the same places.
  static func gradientMap(_ map: AttentionMap, gaze: AttentionGaze) -> HeatMap {
    var chart = heatMap(map, title: map.name, gaze: gaze)
    chart.range = nil
    chart.isSigned = true
    chart.notes = []
    return chart
  }

  /// The head view: the chosen query's weights in every head of the layer as bars.
  static func links(
    _ map: AttentionMap, _ maps: [AttentionMap], title: String, gaze: AttentionGaze?
  ) -> LinksChart {
    let query = gaze.map { clamped($0.query, map.queryCount) - map.firstQuery }
    let selected = query.flatMap { map.queries.indices.contains($0) ? $0 : nil }
    let own = maps.filter { $0.layer == map.layer && !$0.isPooled && !map.isWindow }
    let strips: [[Double]] =
      selected.map { row in
        own.map { other in
          map.keys.indices.map { key in
            other.weight(query: row, key: key).map(Double.init) ?? .nan
          }
        }
      } ?? []
    let key = gaze.map { clamped($0.key, map.keyCount) - map.firstKey }
    var chart = LinksChart(
      title: title, left: map.queries, right: map.keys, values: map.weights.map(Double.init),
      masked: map.masked, selected: selected, pointed: key,
      strips: strips.count > 1 ? strips : [],
      strip: own.firstIndex { $0.head == map.head } ?? 0)
    if map.isPooled {
      chart.title +=
        "  \(map.queryCount)×\(map.keyCount), max of \(map.pooledQueries)×\(map.pooledKeys)"
      chart.selected = nil
    } else if map.isWindow {
      chart.title +=
        "  q \(map.firstQuery)–\(map.firstQuery + map.queries.count - 1) of "
        + "\(map.queryCount)  k \(map.firstKey)–\(map.firstKey + map.keys.count - 1) of "
        + "\(map.keyCount)"
    }
    return chart
  }

  /// The model view: a section a layer.
  static func grid(
    _ maps: [AttentionMap], _ layers: [AttentionLayer], gaze: AttentionGaze?
  ) -> ThumbnailGrid {
    var sections: [ThumbnailGrid.Section] = []
    var numbers: [Int] = []
    for map in maps {
      let thumbnail = ThumbnailGrid.Thumbnail(
        caption: "h\(map.head)\(bitsText(map))", rows: map.queries.count,
        columns: map.keys.count, values: map.weights.map(Double.init), masked: map.masked)
      if numbers.last == map.layer {
        sections[sections.count - 1].thumbnails.append(thumbnail)
      } else {
        numbers.append(map.layer)
        let layer = layers.indices.contains(map.layer) ? layers[map.layer] : nil
        let heading = layer.map {
          "\(map.layer) \($0.path)  \($0.kind), \($0.queryCount)×\($0.keyCount)"
        }
        sections.append(.init(heading: heading ?? map.name, thumbnails: [thumbnail]))
      }
    }
    let all = layers.reduce(0) { $0 + $1.heads }
    var title = all > maps.count ? "the first \(maps.count) of \(all) heads" : ""
    if maps.contains(where: \.isPooled) {
      title += (title.isEmpty ? "" : ", ") + "large maps max-pooled"
    }
    let selected = gaze.flatMap { gaze -> MatrixPlace? in
      guard let place = place(of: gaze, in: maps), let section = numbers.firstIndex(of: gaze.layer)
      else { return nil }
      let first = maps.firstIndex { $0.layer == gaze.layer } ?? place
      return MatrixPlace(row: section, column: place - first)
    }
    return ThumbnailGrid(
      title: title.isEmpty ? "layers × heads, bits a query" : title, sections: sections,
      selected: selected)
  }

  private static func bitsText(_ map: AttentionMap) -> String {
    let finite = map.entropies.filter(\.isFinite)
    guard !finite.isEmpty else { return "" }
    let mean = finite.reduce(0.0) { $0 + Double($1) } / Double(finite.count)
    return " " + NumberFormat.fixed(mean, decimals: 2)
  }

  /// The place of the chosen head among the maps.
  static func place(of gaze: AttentionGaze, in maps: [AttentionMap]) -> Int? {
    maps.firstIndex { $0.layer == gaze.layer && $0.head == gaze.head }
  }

  /// The neuron view.
  static func product(_ neuron: AttentionNeuron, title: String, gaze: AttentionGaze) -> ProductChart
  {
    var title = title
    if neuron.keys.count < neuron.keyCount {
      title +=
        "  k \(neuron.firstKey)–\(neuron.firstKey + neuron.keys.count - 1) of "
        + "\(neuron.keyCount)"
    }
    return ProductChart(
      title: title, label: neuron.label, vector: neuron.vector.map(Double.init),
      depth: neuron.depth,
      rows: neuron.keys.map { key in
        ProductChart.Row(
          label: key.label, vector: key.vector.map(Double.init),
          products: neuron.products(key).map(Double.init), sum: Double(key.product),
          score: Double(key.score), weight: Double(key.weight))
      }, selected: clamped(gaze.key &- neuron.firstKey, neuron.keys.count),
      stages: neuron.stages.contains("mask") ? "masked" : neuron.stages.last == nil ? "" : "scaled")
  }

  /// The stages, each with the crosshair.
  static func panels(_ stages: [AttentionStage], title: String, gaze: AttentionGaze) -> PanelsChart
  {
    let panels = stages.enumerated().map { number, stage -> HeatMap in
      func place(_ axis: AttentionStage.Axis, _ first: Int, _ count: Int) -> Int {
        switch axis {
        case .queries: clamped(gaze.query &- first, count)
        case .keys: clamped(gaze.key &- first, count)
        case .features: 0
        }
      }
      func name(_ axis: AttentionStage.Axis) -> String {
        switch axis {
        case .queries: "q"
        case .keys: "k"
        case .features: "d"
        }
      }
      let isWeights = stage.name == "softmax"
      var chart = HeatMap(
        title: "\(number + 1) \(stage.name)", rows: stage.rowLabels.count,
        columns: stage.columnLabels.count, values: stage.values.map(Double.init),
        masked: stage.values.contains(-.infinity) ? stage.values.map { $0 == -.infinity } : [],
        rowLabels: stage.rowLabels, columnLabels: stage.columnLabels, rowAxis: name(stage.rowAxis),
        columnAxis: name(stage.columnAxis), range: isWeights ? 0...1 : nil,
        selected: MatrixPlace(
          row: place(stage.rowAxis, stage.firstRow, stage.rowLabels.count),
          column: place(stage.columnAxis, stage.firstColumn, stage.columnLabels.count)))
      chart.isSigned = !isWeights
      chart.overflow = .scroll
      chart.firstRow = stage.firstRow
      chart.firstColumn = stage.firstColumn
      chart.wholeRows = stage.rowCount
      chart.wholeColumns = stage.columnCount
      return chart
    }
    return PanelsChart(title: title, panels: panels, first: gaze.stage)
  }

  /// A view as a cell shows it.
  static func chart(_ show: AttentionShow) -> any Chart {
    let look = show.look
    let name = look.map?.name ?? ""
    let kind =
      look.layers.indices.contains(look.gaze.layer) ? look.layers[look.gaze.layer].kind : ""
    var title = [name, kind].filter { !$0.isEmpty }.joined(separator: "  ")
    if let step = look.gaze.step { title += "  step \(step)" }
    let plain = HeatMap(title: look.note ?? title, rows: 0, columns: 0, values: [])
    switch look.gaze.view {
    case .model: return grid(show.maps, look.layers, gaze: nil)
    case .heads:
      return look.map.map { links($0, show.maps, title: title, gaze: look.gaze) } ?? plain
    case .neuron: return look.neuron.map { product($0, title: title, gaze: look.gaze) } ?? plain
    case .stages:
      return look.stages.isEmpty ? plain : panels(look.stages, title: title, gaze: look.gaze)
    case .map:
      guard let map = look.map else { return plain }
      let chart = heatMap(map, title: title, gaze: look.gaze)
      guard let gradient = look.gradient else { return chart }
      return PanelsChart(
        title: title, panels: [chart, gradientMap(gradient, gaze: look.gaze)])
    }
  }
}
