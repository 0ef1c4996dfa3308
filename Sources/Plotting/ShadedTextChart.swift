// A text whose tokens are shaded by the probability that a model gave them.

public import Screen

/// A piece of a text with its probability; NaN where there is none.
public struct ChartToken: Hashable, Sendable {
  public var text: String
  public var probability: Double
  /// Whether it was given, not chosen by the model.
  public var isGiven: Bool

  public init(text: String, probability: Double, isGiven: Bool = false) {
    self.text = text
    self.probability = probability
    self.isGiven = isGiven
  }
}

/// Tokens in reading order, broken between tokens and at line ends of the text.
///
/// With 256 colours or more the background says the probability, dark is unlikely; else the likely
/// are plain and the others have a mark below them, by bands.
public struct ShadedTextChart: Chart, Hashable {
  public var title: String
  public var tokens: [ChartToken]
  /// Between tokens: a blank between words, nothing between characters.
  public var separator: String
  /// The first line shown.
  public var offset: Int
  public var selected: Int?

  public init(
    title: String = "", tokens: [ChartToken], separator: String = "", offset: Int = 0,
    selected: Int? = nil
  ) {
    self.title = title
    self.tokens = tokens
    self.separator = separator
    self.offset = offset
    self.selected = selected
  }

  /// A band of probabilities: its lower bound, its mark, its words.
  private struct Band {
    var lower: Double
    var mark: String
    var words: String
  }

  private static let bands = [
    Band(lower: 0.5, mark: " ", words: "p ≥ 0.5"), Band(lower: 0.1, mark: ".", words: "≥ 0.1"),
    Band(lower: 0.01, mark: ":", words: "≥ 0.01"), Band(lower: -1, mark: "!", words: "< 0.01"),
  ]

  private static func band(_ probability: Double) -> Band? {
    probability.isNaN ? nil : bands.first { probability >= $0.lower } ?? bands.last
  }

  /// A token's place in a line.
  struct Piece {
    var index: Int
    var text: String
    var column: Int
    var width: Int
  }

  public func naturalRows(columns: Int) -> Int {
    naturalRows(columns: columns, appearance: .standard)
  }

  /// The rows that show every line in an appearance: with marks a line takes two.
  public func naturalRows(columns: Int, appearance: Appearance) -> Int {
    let title = isLegendBeside(columns, appearance) ? 1 : 2
    return title + textRows(columns, appearance)
  }

  func textRows(_ columns: Int, _ appearance: Appearance) -> Int {
    lines(columns, appearance).count * (Palette(appearance).hasRamps ? 1 : 2)
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    var top = area.rows >= 2 ? 1 : 0
    if top > 0 { top = drawHeader(into: &frame, area: area, appearance: appearance) }
    guard !tokens.isEmpty else {
      frame.label(
        appearance.said("no text yet"), row: area.row + top, column: area.column, to: area.columns,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    let high = palette.hasRamps ? 1 : 2
    let readout = selected.flatMap(readout)
    let (lines, first, room, end) = window(top: top, in: area, appearance: appearance)
    var row = area.row + top
    for line in lines[first...].prefix(room) {
      for piece in line {
        draw(piece, row: row, high: high, into: &frame, area: area, appearance: appearance)
      }
      row += high
    }
    if lines.count > room, row < end {
      let sign = appearance.glyphs == .unicode ? "…" : "..."
      frame.label(
        sign + " " + appearance.said("\(lines.count - first - room) more lines"), row: row,
        column: area.column,
        to: area.columns, style: palette[.dim], clip: area, appearance: appearance)
    }
    if let readout, end < area.endRow {
      frame.label(
        appearance.said(readout), row: end, column: area.column, to: area.columns,
        style: palette[.accent],
        clip: area, appearance: appearance)
    }
  }

  private func draw(
    _ piece: Piece, row: Int, high: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let token = tokens[piece.index]
    let column = area.column + piece.column
    var style = Style()
    if token.isGiven { style.italic = true }
    if palette.hasRamps, !token.probability.isNaN {
      style.background = palette.sequential(min(max(0, token.probability), 1))
      style.foreground = palette.ink(on: style.background)
    }
    if piece.index == selected { style.reverse.toggle() }
    frame.put(piece.text, row: row, column: column, style: style, clip: area)
    guard high > 1, let band = ShadedTextChart.band(token.probability), row + 1 < area.endRow
    else { return }
    frame.put(
      String(repeating: band.mark, count: min(piece.width, area.columns)), row: row + 1,
      column: column, style: palette[.warning], clip: area)
  }

  /// Title and legend, the legend below the title where it does not fit beside it; returns the
  /// rows taken.
  func drawHeader(
    into frame: inout Frame, area: Rect, appearance: Appearance
  ) -> Int {
    let palette = Palette(appearance)
    let end = frame.heading(title, area: area, appearance: appearance)
    var column = end + (end > area.column ? 2 : 0)
    var row = area.row
    if !isLegendBeside(area.columns, appearance),
      area.rows >= 5 || area.rows >= 2 + textRows(area.columns, appearance)
    {
      row += 1
      column = area.column
    }
    if palette.hasRamps {
      column = frame.put("p 0 ", row: row, column: column, style: palette[.dim], clip: area)
      for step in 0...6 {
        let color = palette.sequential(Double(step) / 6)
        frame.put(" ", row: row, column: column + step, style: Style(background: color), clip: area)
      }
      frame.put(" 1", row: row, column: column + 7, style: palette[.dim], clip: area)
    } else {
      for band in ShadedTextChart.bands {
        let words = words(band, appearance)
        guard column + words.count <= area.endColumn else { break }
        column = frame.put(words, row: row, column: column, style: palette[.dim], clip: area) + 2
      }
    }
    return row - area.row + 1
  }

  /// Whether the legend has room beside the title.
  private func isLegendBeside(_ columns: Int, _ appearance: Appearance) -> Bool {
    guard !title.isEmpty else { return true }
    let legend =
      Palette(appearance).hasRamps
      ? 13
      : ShadedTextChart.bands.reduce(-2) { $0 + words($1, appearance).count + 2 }
    return DisplayWidth.of(appearance.text(title)) + 2 + legend <= columns
  }

  private func words(_ band: Band, _ appearance: Appearance) -> String {
    appearance.text((band.mark == " " ? "" : band.mark + " ") + band.words)
  }

  /// `token 12 "e": p 0.4118`
  private func readout(_ index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    let token = tokens[index]
    let given = token.isGiven ? ", given" : ""
    if token.probability.isNaN { return "token \(index) \"\(token.text)\"\(given)" }
    return "token \(index) \"\(token.text)\": p \(ProbabilityChart.text(token.probability))\(given)"
  }

  func lines(_ columns: Int, _ appearance: Appearance = .standard) -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    var column = 0
    let blank = DisplayWidth.of(appearance.text(separator))
    for (index, token) in tokens.enumerated() {
      let breaks = token.text.contains { $0.isNewline }
      let plain = String(token.text.map { $0.isNewline ? "\u{23CE}" : $0 })
      var text = appearance.text(plain)
      if DisplayWidth.of(text) > columns {
        text = DisplayWidth.clip(text, to: columns, ellipsis: appearance.ellipsis)
      }
      let width = DisplayWidth.of(text)
      if column > 0, column + width > columns {
        lines.append([])
        column = 0
      }
      lines[lines.count - 1].append(Piece(index: index, text: text, column: column, width: width))
      column += width + blank
      if breaks {
        lines.append([])
        column = 0
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
