// The drawing characters of each kind of terminal, in one place.

import Screen

/// Characters for lines, marks and shades.
struct GlyphSet: Sendable {
  var horizontal: String
  var vertical: String
  var tick: String
  var corner: String
  var tickBelow: String
  var cursor: String
  var notANumber: String
  var up: String
  var down: String
  var below: String
  var raised: String
  var lowered: String
  var masked: String
  var lineSamples: [String]
  var pointMarks: [String]
  /// Eight heights, lowest first.
  var bars: [String]
  /// Shades without colour, blank first.
  var shades: [String]

  static func of(_ appearance: Appearance) -> GlyphSet {
    appearance.glyphs == .unicode ? unicode : ascii
  }

  static let unicode = GlyphSet(
    horizontal: "─", vertical: "│", tick: "┤", corner: "└", tickBelow: "┬", cursor: "╎",
    notANumber: "!",
    up: "↑", down: "↓", below: "≤", raised: "▲", lowered: "▼", masked: "·",
    lineSamples: ["──", "╌╌", "┈┈"], pointMarks: ["o", "x", "+", "◆", "△", "□", "✱", "●"],
    bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], shades: [" ", "░", "▒", "▓", "█"])

  static let ascii = GlyphSet(
    horizontal: "-", vertical: "|", tick: "+", corner: "+", tickBelow: "+", cursor: ":",
    notANumber: "!",
    up: "^", down: "v", below: "<", raised: "^", lowered: "v", masked: "x",
    lineSamples: BrailleCanvas.asciiMarks, pointMarks: ["o", "x", "+", "#", "%", "@", "&", "*"],
    bars: [".", ":", "-", "=", "+", "*", "#", "@"],
    shades: [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"])
}
