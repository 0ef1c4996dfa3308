// Probabilities of a choice: the likeliest first, each with its number and a bar, the rest as one
// line.

public import Screen

/// One possible choice.
public struct ChartChance: Hashable, Sendable {
  public var label: String
  public var probability: Double

  public init(label: String, probability: Double) {
    self.label = label
    self.probability = probability
  }
}

/// Bars of probabilities; the longest bar is the greatest of them.
public struct ProbabilityChart: Chart, Hashable {
  public var title: String
  /// Beside the title, the most important first.
  public var notes: [HeadingWords]
  /// The likeliest first.
  public var chances: [ChartChance]
  /// How many others there are, and their probability together.
  public var restCount: Int
  public var rest: Double
  public var selected: Int?
  /// The first choice shown; the chosen one always is.
  public var offset = 0

  public init(
    title: String = "", notes: [HeadingWords] = [], chances: [ChartChance], restCount: Int = 0,
    rest: Double = 0, selected: Int? = nil
  ) {
    self.title = title
    self.notes = notes
    self.chances = chances
    self.restCount = restCount
    self.rest = rest
    self.selected = selected
  }

  public func naturalRows(columns: Int) -> Int { 1 + chances.count + (restCount > 0 ? 1 : 0) }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    let top = area.rows >= 3 ? 1 : 0
    if top > 0 { drawHeader(into: &frame, area: area, appearance: appearance) }
    guard !chances.isEmpty else {
      frame.label(
        appearance.said("no probabilities yet"), row: area.row + top, column: area.column,
        to: area.columns,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    // A line is kept for the rest.
    let room = area.rows - top
    let visible = visible(room: room)
    let shown = visible.count
    let others = restCount &+ (chances.count - shown)
    let left = chances[..<visible.lowerBound] + chances[visible.upperBound...]
    let otherMass = left.reduce(rest) { $0 + $1.probability }
    let words = appearance.said("\(NumberFormat.grouped(others)) more")
    let widest = chances[visible].map { DisplayWidth.of(appearance.text($0.label)) }.max() ?? 0
    let label = min(max(widest, others > 0 ? words.count : 0), max(4, area.columns / 3))
    let number = 7
    let greatest = chances.lazy.map(\.probability).filter(\.isFinite).max() ?? 0
    for index in visible {
      let chance = chances[index]
      let row = area.row + top + index - visible.lowerBound
      let style = index == selected ? palette[.selected] : palette[.label]
      frame.label(
        chance.label, row: row, column: area.column, to: min(label, area.columns), style: style,
        clip: area, appearance: appearance)
      draw(
        chance.probability, of: greatest, row: row, column: area.column + label + 1,
        number: number, into: &frame, area: area, appearance: appearance)
    }
    guard others > 0, room > shown else { return }
    let row = area.row + top + shown
    frame.label(
      words, row: row, column: area.column, to: min(label, area.columns), style: palette[.dim],
      clip: area, appearance: appearance)
    frame.label(
      ProbabilityChart.text(otherMass), row: row, column: area.column + label + 1,
      to: min(number, area.columns - label - 1), style: palette[.dim], right: true, clip: area,
      appearance: appearance)
    frame.label(
      appearance.said("together"), row: row, column: area.column + label + number + 2,
      to: min(
        max(8, DisplayWidth.of(appearance.said("together"))), area.columns - label - number - 2),
      style: palette[.dim], clip: area,
      appearance: appearance)
  }

  /// The choices that have room; a line is kept for the others.
  private func visible(room: Int) -> Range<Int> {
    let all = chances.count + (restCount > 0 ? 1 : 0)
    let shown = all <= room ? chances.count : max(1, min(chances.count, room - 1))
    var first = min(max(0, offset), chances.count - shown)
    if let selected, chances.indices.contains(selected) {
      first = min(max(first, selected - shown + 1), selected)
    }
    return first..<first + shown
  }

  /// The first choice shown in an area.
  public func firstShown(in area: Rect) -> Int {
    chances.isEmpty ? 0 : visible(room: area.rows - (area.rows >= 3 ? 1 : 0)).lowerBound
  }

  /// The choice drawn at a place of the screen.
  public func choice(at point: Point, in area: Rect) -> Int? {
    guard !chances.isEmpty, area.contains(point) else { return nil }
    let top = area.rows >= 3 ? 1 : 0
    let visible = visible(room: area.rows - top)
    let line = point.row - area.row - top
    return line >= 0 && line < visible.count ? visible.lowerBound + line : nil
  }

  private func draw(
    _ probability: Double, of greatest: Double, row: Int, column: Int, number: Int,
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    guard column < area.endColumn else { return }
    frame.label(
      ProbabilityChart.text(probability), row: row, column: column,
      to: min(number, area.endColumn - column), right: true, clip: area, appearance: appearance)
    let start = column + number + 1
    let room = area.endColumn - start
    guard room > 0, greatest > 0, probability > 0 else { return }
    // Not of a cell's whole height: the bars of two rows do not run into each other.
    let glyphs = appearance.glyphs == .unicode
    let length = nearest(probability / greatest * Double(room), 0...room)
    let bar =
      length > 0
      ? String(repeating: glyphs ? "▇" : "#", count: length) : glyphs ? "▏" : "."
    frame.put(bar, row: row, column: start, style: palette.series(0), clip: area)
  }

  private func drawHeader(into frame: inout Frame, area: Rect, appearance: Appearance) {
    frame.heading(title, notes, area: area, appearance: appearance)
  }

  /// Four decimals; what would be 0.0000 keeps its size: `3e-5`.
  static func text(_ probability: Double) -> String {
    if probability > 0, probability < 0.00005 {
      return NumberFormat.compact(probability, significant: 2)
    }
    return NumberFormat.fixed(probability, decimals: 4)
  }
}
