// The attention pane: views as tabs, the chosen view, the slider of training steps. Where its parts
// are is computed once, for drawing and for the mouse.

import Notebook
import Plotting
import Screen

/// What a click in the pane means.
enum AttentionClick: Hashable {
  case view(AttentionGaze.View)
  case place(query: Int?, key: Int?)
  case map(layer: Int, head: Int)
  case step(Int?)
}

struct AttentionPane {
  private enum Part {
    case map(HeatMap, AttentionMap)
    case links(LinksChart, AttentionMap)
    case grid(ThumbnailGrid)
    case product(ProductChart, AttentionNeuron)
    case panels(PanelsChart, [AttentionStage])

    var chart: any Chart {
      switch self {
      case .map(let chart, _): chart
      case .links(let chart, _): chart
      case .grid(let chart): chart
      case .product(let chart, _): chart
      case .panels(let chart, _): chart
      }
    }
  }

  let maps: [AttentionMap]
  let look: AttentionLook?
  let gaze: AttentionGaze
  let area: Rect
  let appearance: Appearance
  private var parts: [(part: Part, area: Rect)] = []
  private var tabs: Rect?
  private var slider: Rect?
  private var noteRow: Int?
  private var note: String?

  init(
    _ maps: [AttentionMap], _ look: AttentionLook?, gaze: AttentionGaze, area: Rect,
    appearance: Appearance
  ) {
    self.maps = maps
    self.look = look
    self.gaze = gaze
    self.area = area
    self.appearance = appearance
    guard !area.isEmpty, !maps.isEmpty || look != nil else { return }
    var body = area
    if body.rows >= 7 {
      tabs = Rect(column: body.column, row: body.row, columns: body.columns, rows: 1)
      body = Rect(
        column: body.column, row: body.row + 1, columns: body.columns, rows: body.rows - 1)
    }
    if let look, !look.steps.isEmpty, body.rows >= 6, body.columns >= 24 {
      body.rows -= 1
      slider = Rect(column: body.column, row: body.endRow, columns: body.columns, rows: 1)
    }
    note = look?.note
    if note != nil, body.rows >= 4 {
      body.rows -= 1
      noteRow = body.endRow
    }
    fill(body)
  }

  /// The chosen head: whole when the notebook has sent it, else from the overview.
  private var map: AttentionMap? {
    if let map = look?.map, map.layer == gaze.layer, map.head == gaze.head { return map }
    if let place = AttentionDrawing.place(of: gaze, in: maps) { return maps[place] }
    return look?.map ?? maps.first
  }

  private func title(_ map: AttentionMap) -> String {
    var title = map.name
    if maps.count > 1, let place = AttentionDrawing.place(of: gaze, in: maps) {
      title += "  \(place + 1)/\(maps.count)"
    }
    return title
  }

  private mutating func fill(_ body: Rect) {
    let layers = look?.layers ?? []
    switch gaze.view {
    case .model:
      parts = [(.grid(AttentionDrawing.grid(maps, layers, gaze: gaze)), body)]
      return
    case .neuron:
      if let neuron = look?.neuron, let map {
        let chart = AttentionDrawing.product(neuron, title: title(map), gaze: gaze)
        parts = [(.product(chart, neuron), body)]
        return
      }
    case .stages:
      if let stages = look?.stages, !stages.isEmpty, let map {
        let names = stages.map(\.name).joined(separator: appearance.glyph(" → ", ascii: " > "))
        var chart = AttentionDrawing.panels(stages, title: title(map), gaze: gaze)
        chart.notes = [[names]]
        parts = [(.panels(chart, stages), body)]
        return
      }
    case .map, .heads: break
    }
    guard let map else { return }
    var left = body
    if gaze.showsGradient, let gradient = look?.gradient {
      // Beside each other where numbers have room, else below.
      var right = body
      if body.columns >= 70 || body.rows < 14 {
        left.columns = (body.columns - 1) / 2
        right = Rect(
          column: left.endColumn + 1, row: body.row, columns: body.columns - left.columns - 1,
          rows: body.rows)
      } else {
        left.rows = body.rows / 2
        right = Rect(
          column: body.column, row: left.endRow, columns: body.columns,
          rows: body.rows - left.rows)
      }
      parts.append((.map(AttentionDrawing.gradientMap(gradient, gaze: gaze), gradient), right))
    }
    if gaze.view == .heads {
      let chart = AttentionDrawing.links(map, maps, title: title(map), gaze: gaze)
      parts.append((.links(chart, map), left))
    } else {
      let chart = AttentionDrawing.heatMap(
        map, title: title(map), gaze: gaze, isScrolled: !gaze.isPooled)
      parts.append((.map(chart, map), left))
    }
  }

  // MARK: Drawing

  func draw(into frame: inout Frame) {
    guard !maps.isEmpty || look != nil else {
      Hint.draw(
        "no attention yet: attention net", into: &frame, area: area, appearance: appearance)
      return
    }
    for (part, place) in parts {
      part.chart.draw(into: &frame, area: place, appearance: appearance)
    }
    drawTabs(into: &frame)
    if let noteRow, let note {
      let text = DisplayWidth.clip(appearance.words(note), to: area.columns)
      frame.put(
        text, row: noteRow, column: area.column, style: appearance.style(.warning), clip: area)
    }
    drawSlider(into: &frame)
  }

  /// `[map] heads  model  neuron  stages`, then what kind of attention it is.
  private func drawTabs(into frame: inout Frame) {
    guard let tabs else { return }
    for (view, range) in tabRanges(tabs) {
      let isChosen = view == gaze.view
      frame.put(
        isChosen ? "[\(name(view))]" : " \(name(view)) ", row: tabs.row,
        column: range.lowerBound, style: appearance.style(isChosen ? .accent : .dim), clip: tabs)
    }
    guard let look, look.layers.indices.contains(gaze.layer) else { return }
    var text = appearance.chart(look.layers[gaze.layer].kind)
    if look.sequences > 1 {
      text += ", " + appearance.chart("sequence \(look.gaze.sequence) of \(look.sequences)")
    }
    let column = (tabRanges(tabs).last?.1.upperBound ?? tabs.column) + 1
    frame.put(
      DisplayWidth.clip(appearance.text(text), to: max(0, tabs.endColumn - column)),
      row: tabs.row, column: column, style: appearance.style(.dim), clip: tabs)
  }

  private func tabRanges(_ tabs: Rect) -> [(AttentionGaze.View, Range<Int>)] {
    var column = tabs.column
    return AttentionGaze.View.allCases.map { view in
      let start = column
      column += DisplayWidth.of(name(view)) + 2
      return (view, start..<column)
    }
  }

  private func name(_ view: AttentionGaze.View) -> String { appearance.chart(view.rawValue) }

  /// `step 120 ━━━━●──── 300 now`: the steps whose maps are kept, the present at the end.
  private func drawSlider(into frame: inout Frame) {
    guard let slider, let look else { return }
    let dim = appearance.style(.dim)
    let line = sliderLine(slider)
    let label = appearance.chart(look.gaze.step.map { "step \($0)" } ?? "now")
    frame.put(label, row: slider.row, column: slider.column, style: appearance.style(.accent))
    let rule = appearance.glyph("─", ascii: "-")
    for column in line { frame.put(rule, row: slider.row, column: column, style: dim) }
    // Too many ticks are none.
    for step in look.steps where look.steps.count * 3 <= line.count {
      frame.put(
        appearance.glyph("┼", ascii: "+"), row: slider.row, column: column(of: step, line),
        style: dim, clip: slider)
    }
    frame.put(
      appearance.glyph("●", ascii: "#"), row: slider.row,
      column: look.gaze.step.map { column(of: $0, line) } ?? line.upperBound - 1,
      style: appearance.style(.accent), clip: slider)
    frame.put(
      " [ ] " + appearance.chart("\(look.steps.count) steps"), row: slider.row,
      column: line.upperBound, style: dim,
      clip: slider)
  }

  private func sliderLine(_ slider: Rect) -> Range<Int> {
    let start = slider.column + 11
    return start..<max(start + 1, slider.endColumn - 13)
  }

  private func column(of step: Int, _ line: Range<Int>) -> Int {
    let last = max(look?.liveStep ?? 0, look?.steps.last ?? 0)
    guard last > 0 else { return line.lowerBound }
    let part = Double(max(0, min(step, last))) / Double(last)
    return line.lowerBound + Int((part * Double(line.count - 1)).rounded())
  }

  // MARK: The mouse

  func click(at point: Point) -> AttentionClick? {
    if let tabs, tabs.contains(point) {
      return tabRanges(tabs).first { $0.1.contains(point.column) }.map { .view($0.0) }
    }
    if let slider, slider.contains(point), let look {
      let line = sliderLine(slider)
      guard line.contains(point.column) else { return nil }
      if point.column == line.upperBound - 1 { return .step(nil) }
      return look.steps.min {
        abs(column(of: $0, line) - point.column) < abs(column(of: $1, line) - point.column)
      }.map { .step($0) }
    }
    for (part, place) in parts where place.contains(point) {
      return click(part, at: point, in: place)
    }
    return nil
  }

  private func click(_ part: Part, at point: Point, in place: Rect) -> AttentionClick? {
    switch part {
    case .map(let chart, let map):
      return chart.place(at: point, area: place, appearance: appearance).map {
        .place(
          query: $0.row * map.pooledQueries + map.firstQuery,
          key: $0.column * map.pooledKeys + map.firstKey)
      }
    case .links(let chart, let map):
      guard !map.isPooled else { return nil }
      return chart.place(at: point, area: place, appearance: appearance).map {
        $0.isKey
          ? .place(query: nil, key: $0.index + map.firstKey)
          : .place(query: $0.index + map.firstQuery, key: nil)
      }
    case .grid(let chart):
      guard let found = chart.place(at: point, area: place, appearance: appearance),
        let section = found.row, let column = found.column
      else { return nil }
      let numbers = maps.map(\.layer).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
      guard numbers.indices.contains(section) else { return nil }
      let own = maps.filter { $0.layer == numbers[section] }
      guard own.indices.contains(column) else { return nil }
      return .map(layer: own[column].layer, head: own[column].head)
    case .product(let chart, let neuron):
      return chart.place(at: point, area: place, appearance: appearance).map {
        .place(query: nil, key: $0 + neuron.firstKey)
      }
    case .panels(let chart, let stages):
      guard let found = chart.place(at: point, area: place, appearance: appearance),
        stages.indices.contains(found.panel)
      else { return nil }
      let stage = stages[found.panel]
      let (row, column) = (found.row + stage.firstRow, found.column + stage.firstColumn)
      return .place(
        query: stage.rowAxis == .queries ? row : nil,
        key: stage.rowAxis == .keys ? row : stage.columnAxis == .keys ? column : nil)
    }
  }
}
