// Where the panes are. A preset and what there is to show choose bands of panes above the cells;
// the screen's size decides how many bands and panes fit. Pure arithmetic on rectangles.

public import Screen

/// What there is to show: the automatic layout opens panes for it.
public struct LayoutContent: Hashable, Sendable {
  public var hasRun = false
  /// Whether a run has recorded a step.
  public var hasSteps = false
  public var hasProgram = false
  /// The program's counter is strictly inside a training step.
  public var isWalking = false
  public var hasAttention = false
  public var hasPlots = false
  /// Rows that the gradient norms would fill; 0 is as many as there are.
  public var gradientRows = 0
  /// Rows the prompt would like.
  public var promptRows = 1

  public init() {}
}

/// The panes of one screen.
public struct Layout: Hashable, Sendable {
  public enum Preset: String, Hashable, Sendable, CaseIterable {
    case notebook, training, debugging, attention
    /// Large and sparse, for a projector.
    case lecture
  }

  public var panes: [Pane: Rect] = [:]
  /// Lines between panes: one column or one row.
  public var verticalRules: [Rect] = []
  public var horizontalRules: [Rect] = []
  /// What stays free beside the panes.
  public var margins: [Rect] = []
  /// Slots side by side.
  public struct Band: Hashable, Sendable {
    public var slots: [Pane]
    public var rows: Int
  }

  /// The bands from the top, the cells last: what resizing goes by.
  public internal(set) var bands: [Band] = []
  /// Where the preset's slots are; another pane may stand there.
  public internal(set) var slots: [Pane: Rect] = [:]
  /// The panes on the tab bar of a small screen; empty on others.
  public var tabs: [Pane] = []
  public var isTooSmall = false

  /// The pane under a place.
  public func pane(at place: Point) -> Pane? {
    panes.first { $0.value.contains(place) }?.key
  }

  /// The panes that take keys, from the top left.
  public var focusable: [Pane] {
    panes.filter { Pane.main.contains($0.key) && !$0.value.isEmpty }
      .sorted { ($0.value.row, $0.value.column) < ($1.value.row, $1.value.column) }
      .map(\.key)
  }

  /// Lays the panes out. `tab` is the pane that a small screen shows.
  public init(
    size: Size, preset: Preset, content: LayoutContent, tab: Pane = .cells,
    arrangement: Arrangement = Arrangement()
  ) {
    guard size.columns >= 20, size.rows >= 5 else {
      isTooSmall = true
      return
    }
    var body = Rect(size)
    take(.status, rows: 1, fromTop: &body)
    if size.rows >= 8 { take(.footer, rows: 1, fromBottom: &body) }
    let promptRows = max(1, min(content.promptRows, body.rows / 3))
    take(.prompt, rows: promptRows, fromBottom: &body)

    if size.columns < 60 || size.rows < 16 {
      tabs = Pane.main.filter {
        Layout.isShown($0, content) && ($0 != .numbers || preset == .lecture)
      }
      if tabs.count > 1 { take(.tabs, rows: 1, fromTop: &body) }
      panes[tabs.contains(tab) ? tab : .cells] = body
      return
    }
    if preset == .lecture { addMargins(to: &body) }
    let bands = Layout.bands(size: size, preset: preset, content: content)
    if let zoomed = arrangement.zoomed,
      zoomed == .cells || Layout.isShown(zoomed, content)
        || bands.contains(where: { $0.contains(zoomed) })
    {
      panes[zoomed] = body
      return
    }
    arrange(bands, preset, content, arrangement, in: body)
    slots = panes.filter { Pane.main.contains($0.key) }
    for (slot, area) in slots {
      panes[arrangement.pane(in: slot) { slots[$0] != nil }] = area
    }
  }

  /// A projector's screen is read from afar: nothing stands at its edge.
  private mutating func addMargins(to body: inout Rect) {
    let edge = body.columns >= 160 ? 8 : body.columns >= 100 ? 4 : 2
    for column in [body.column, body.endColumn - edge] {
      margins.append(Rect(column: column, row: body.row, columns: edge, rows: body.rows))
    }
    body = Rect(
      column: body.column + edge, row: body.row, columns: body.columns - 2 * edge, rows: body.rows)
  }

  private mutating func take(_ pane: Pane, rows: Int, fromTop body: inout Rect) {
    panes[pane] = Rect(column: body.column, row: body.row, columns: body.columns, rows: rows)
    body = Rect(
      column: body.column, row: body.row + rows, columns: body.columns, rows: body.rows - rows)
  }

  private mutating func take(_ pane: Pane, rows: Int, fromBottom body: inout Rect) {
    panes[pane] = Rect(
      column: body.column, row: body.endRow - rows, columns: body.columns, rows: rows)
    body.rows = max(0, body.rows - rows)
  }

  private static func isShown(_ pane: Pane, _ content: LayoutContent) -> Bool {
    switch pane {
    case .loss, .gradients: content.hasSteps
    case .numbers: content.hasRun
    case .program, .instruction: content.hasProgram
    case .attention: content.hasAttention
    case .plots: content.hasPlots
    default: true
    }
  }

  /// The bands above the cells, most important first; panes of a band stand side by side.
  private static func bands(
    size: Size, preset: Preset, content: LayoutContent
  ) -> [[Pane]] {
    let isLarge = size.columns >= 120 && size.rows >= 40
    let training: [Pane] = [.loss, .gradients]
    let debugging: [Pane] = [.program, .instruction]
    var bands: [[Pane]] = []
    switch preset {
    case .training:
      // A few rows of gradients leave room for a plot below them.
      bands = [
        isLarge ? training : training + [.plots], isLarge ? [.plots] : [],
        isLarge ? debugging + [.attention] : [],
      ]
    case .debugging:
      bands = [isLarge ? debugging + [.attention] : debugging, isLarge ? training + [.plots] : []]
    case .attention:
      bands = [isLarge ? [.attention, .plots] : [.attention], isLarge ? training : []]
    case .lecture:
      // One picture and the numbers beside it.
      let picture: Pane =
        content.isWalking
        ? .instruction
        : content.hasPlots ? .plots : content.hasAttention ? .attention : .loss
      bands = [content.hasRun && picture != .instruction ? [picture, .numbers] : [picture]]
    case .notebook:
      if isLarge {
        bands = [training + [.plots], (content.isWalking ? debugging : []) + [.attention]]
      } else if content.isWalking {
        bands = [debugging]
      } else if content.hasPlots {
        bands = content.hasSteps ? [[.loss, .plots]] : [[.plots]]
      } else if content.hasSteps {
        bands = [training]
      } else {
        bands = [[.attention]]
      }
    }
    // What a preset is for is shown even while empty: the pane then says how to fill it.
    let wanted: [Pane] =
      switch preset {
      case .training: training
      case .debugging: debugging
      case .attention: [.attention]
      case .notebook, .lecture: []
      }
    let shown = bands.map { band in
      band.filter { isShown($0, content) || wanted.contains($0) }
    }.filter { !$0.isEmpty }
    return Array(shown.prefix(isLarge ? 2 : 1))
  }

  private mutating func arrange(
    _ bands: [[Pane]], _ preset: Preset, _ content: LayoutContent, _ arrangement: Arrangement,
    in body: Rect
  ) {
    guard !bands.isEmpty else {
      panes[.cells] = body
      self.bands = [Band(slots: [.cells], rows: body.rows)]
      return
    }
    // The cells keep what is needed to work: at least four rows, a third of a large screen. An
    // instruction with its matrices wants more rows than a curve.
    let room = max(0, body.rows - bands.count)
    // Maps of attention grow with their pane, curves are read as well in a lower one.
    let weights = bands.map { band in
      band.contains(.instruction) ? 4 : preset == .attention && band[0] == .attention ? 6 : 3
    }
    let share = bands.count > 1 ? 68 : weights[0] == 4 ? 80 : preset == .notebook ? 55 : 62
    let upper = max(bands.count * 3, min(room * share / 100, room - 4 * bands.count))
    var heights: [Int] = []
    for index in bands.indices {
      heights.append(
        index == bands.count - 1
          ? upper - heights.reduce(0, +) : upper * weights[index] / weights.reduce(0, +))
    }
    heights.append(room - upper)
    let keys = bands.map { $0[0] } + [.cells]
    if keys.contains(where: { arrangement.rows[$0] != nil }) {
      let wanted = zip(keys, heights).map { arrangement.rows[$0] ?? $1 }
      heights = Arrangement.lengths(room, weights: wanted, least: 3) ?? heights
    }
    self.bands = zip(bands + [[.cells]], heights).map { Band(slots: $0, rows: $1) }
    var row = body.row
    for (band, rows) in zip(bands, heights) {
      let area = Rect(column: body.column, row: row, columns: body.columns, rows: rows)
      place(band, content, arrangement, in: area)
      row += rows
      horizontalRules.append(
        Rect(column: body.column, row: row, columns: body.columns, rows: 1))
      row += 1
    }
    panes[.cells] = Rect(
      column: body.column, row: row, columns: body.columns, rows: body.endRow - row)
  }

  private mutating func place(
    _ band: [Pane], _ content: LayoutContent, _ arrangement: Arrangement, in area: Rect
  ) {
    // A row a layer: few layers leave room below them for the plots.
    let wanted = content.gradientRows + 1
    let isStacked =
      content.gradientRows > 0 && wanted < area.rows / 2 && band.contains(.gradients)
      && band.contains(.plots)
    // Three side by side are for wide screens.
    let isNarrow = area.columns < 120 && band.contains(.gradients)
    let band = isStacked || isNarrow ? band.filter { $0 != .plots } : band
    defer { if isStacked { stack(.plots, below: .gradients, rows: wanted) } }
    let total = band.reduce(0) { $0 + Layout.weight($1) }
    var column = area.column
    let all = area.columns - (band.count - 1)
    var widths = band.dropLast().map { all * Layout.weight($0) / max(1, total) }
    widths.append(all - widths.reduce(0, +))
    if band.contains(where: { arrangement.columns[$0] != nil }) {
      let wanted = zip(band, widths).map { arrangement.columns[$0] ?? $1 }
      widths = Arrangement.lengths(all, weights: wanted, least: 8) ?? widths
    }
    for (index, pane) in band.enumerated() {
      let isLast = index == band.count - 1
      let columns = widths[index]
      panes[pane] = Rect(
        column: column, row: area.row, columns: columns, rows: area.rows)
      column += columns
      if !isLast {
        verticalRules.append(Rect(column: column, row: area.row, columns: 1, rows: area.rows))
        column += 1
      }
    }
  }

  /// Cuts a pane and puts another one in the room below it.
  private mutating func stack(_ lower: Pane, below upper: Pane, rows: Int) {
    guard var area = panes[upper] else { return }
    let rest = area.rows - rows - 1
    area.rows = rows
    panes[upper] = area
    horizontalRules.append(
      Rect(column: area.column, row: area.endRow, columns: area.columns, rows: 1))
    panes[lower] = Rect(
      column: area.column, row: area.endRow + 1, columns: area.columns, rows: rest)
  }

  private static func weight(_ pane: Pane) -> Int {
    switch pane {
    case .gradients, .attention: 5
    case .instruction: 8
    case .numbers: 3
    default: 6
    }
  }
}
