// How far a run is.

public import Screen

/// A bar on one row: `████████▌          42 %`.
public struct ProgressBar: Chart, Hashable {
  /// 0…1; anything else is brought within.
  public var fraction: Double
  public var label: String

  public init(fraction: Double, label: String = "") {
    self.fraction = fraction
    self.label = label
  }

  public func naturalRows(columns: Int) -> Int { 1 }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    let row = Rect(column: area.column, row: area.row, columns: area.columns, rows: 1)
    frame.clear(row)
    let palette = Palette(appearance)
    let part = fraction.isNaN ? 0 : min(max(0, fraction), 1)
    // Only a finished run shows 100.
    let percent = part < 1 ? min(99, nearest((part * 100).rounded(.down), 0...99)) : 100
    let number = " " + DisplayWidth.fit("\(percent)", to: 3, right: true) + " %"
    let words = label.isEmpty ? "" : appearance.text(label) + " "
    let labelWidth = min(DisplayWidth.of(words), max(0, area.columns / 2))
    let numberWidth = area.columns >= 16 ? DisplayWidth.of(number) : 0
    frame.label(
      words, row: row.row, column: row.column, to: labelWidth, clip: row, appearance: appearance)
    let width = area.columns - labelWidth - numberWidth
    let start = row.column + labelWidth
    if appearance.glyphs == .unicode {
      let eighths = nearest((part * Double(width * 8)).rounded(.down), 0...max(0, width * 8))
      let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
      let bar = String(repeating: "█", count: eighths / 8) + partial
      frame.put(bar, row: row.row, column: start, style: palette[.accent], clip: row)
    } else if width >= 3 {
      let filled = nearest((part * Double(width - 2)).rounded(.down), 0...width - 2)
      let bar =
        "[" + String(repeating: "#", count: filled)
        + String(repeating: "-", count: width - 2 - filled) + "]"
      frame.put(bar, row: row.row, column: start, style: palette[.accent], clip: row)
    }
    if numberWidth > 0 {
      frame.put(number, row: row.row, column: row.endColumn - numberWidth, clip: row)
    }
  }
}
