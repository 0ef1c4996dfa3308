// Several labelled matrices side by side: the stages of attention.

public import Screen

/// Heat maps in a grid, in reading order, as many as have room; the title says which.
public struct PanelsChart: Chart, Hashable {
  public var title: String
  /// What the panels are; the most important first.
  public var notes: [HeadingWords] = []
  public var panels: [HeatMap]
  /// The panel that has to show.
  public var first: Int

  public init(title: String = "", panels: [HeatMap], first: Int = 0) {
    self.title = title
    self.panels = panels
    self.first = first
  }

  /// More rows than this are not asked for: the panels get shades or pages instead.
  public static let mostRows = 40

  public func naturalRows(columns: Int) -> Int {
    naturalRows(columns: columns, appearance: .mono)
  }

  /// All panels as numbers where that many rows are enough, else as they have room.
  public func naturalRows(columns: Int, appearance: Appearance) -> Int {
    let grid = Grid(self, columns: columns, rows: Self.mostRows - 1, appearance: appearance)
    let crosshair = panels.contains { $0.selected != nil } ? 1 : 0
    return min(Self.mostRows, 1 + grid.down * (grid.tallest + crosshair))
  }

  /// How many panels stand beside and below each other, and the rows that one asks for.
  private struct Grid {
    let across: Int
    let down: Int
    let tallest: Int

    /// Wide enough for numbers where all fit so; else shades, where there are any; else pages.
    init(_ chart: PanelsChart, columns: Int, rows: Int, appearance: Appearance) {
      let panels = chart.panels
      let labels = panels.flatMap(\.rowLabels)
        .map { DisplayWidth.of(appearance.text($0)) }
      let gutter = min(12, (labels.max() ?? 0) + 1)
      let tallest = max(6, min(16, panels.map { $0.rows + 3 }.max() ?? 6))
      func fitting(_ width: Int) -> (across: Int, down: Int) {
        let across = max(1, min(panels.count, (columns + 2) / (width + 2)))
        return (across, max(1, min((panels.count + across - 1) / across, rows / tallest)))
      }
      let widest = panels.map(\.columns).max() ?? 4
      var (across, down) = fitting(max(20, min(widest * 5 + gutter, 64)))
      if across * down < panels.count, Palette(appearance).hasRamps {
        (across, down) = fitting(max(12, min(widest + gutter, 24)))
      }
      (self.across, self.down, self.tallest) = (across, down, tallest)
    }
  }

  /// Where the panels are.
  struct Layout {
    let shown: Range<Int>
    let areas: [Rect]

    init(_ chart: PanelsChart, _ area: Rect, _ appearance: Appearance) {
      let count = chart.panels.count
      let inner = Rect(
        column: area.column, row: area.row + 1, columns: area.columns, rows: area.rows - 1)
      guard count > 0, !inner.isEmpty else {
        (shown, areas) = (0..<0, [])
        return
      }
      let grid = Grid(chart, columns: inner.columns, rows: inner.rows, appearance: appearance)
      let (across, down) = (grid.across, grid.down)
      let room = across * down
      let start = min(max(0, chart.first), max(0, count - room))
      shown = start..<min(count, start + room)
      let width = (inner.columns + 2) / across - 2
      let height = inner.rows / down
      areas = shown.map { index in
        let place = index - start
        return Rect(
          column: inner.column + place % across * (width + 2),
          row: inner.row + place / across * height, columns: width,
          rows: height - (place / across < down - 1 ? 1 : 0))
      }
    }
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let layout = Layout(self, area, appearance)
    var words = notes
    if layout.shown.count < panels.count {
      let range = "\(layout.shown.lowerBound + 1)–\(layout.shown.upperBound) of \(panels.count)"
      words.insert([range], at: 0)
    }
    frame.heading(title, words, separator: "  ", area: area, appearance: appearance)
    for (index, place) in zip(layout.shown, layout.areas) {
      panels[index].draw(into: &frame, area: place.intersection(area), appearance: appearance)
    }
  }

  /// The panel and the place in it under a place of the screen.
  public func place(
    at point: Point, area: Rect, appearance: Appearance
  ) -> (panel: Int, row: Int, column: Int)? {
    let layout = Layout(self, area, appearance)
    for (index, place) in zip(layout.shown, layout.areas) where place.contains(point) {
      return panels[index].place(at: point, area: place, appearance: appearance).map {
        (index, $0.row, $0.column)
      }
    }
    return nil
  }
}
