// A frame as text with the escape sequences of colours and attributes (ECMA-48 SGR): for `less -R`,
// for `cat`, for recordings. Nothing else is written: no cursor moves, no modes.

public import Screen

/// Frames as ANSI text.
public enum FrameANSI {
  /// All rows, each ended by a newline with its colours put back.
  public static func text(_ frame: Frame) -> String {
    (0..<frame.size.rows).map { row($0, of: frame) + "\n" }.joined()
  }

  /// One row without plain blanks at its end.
  public static func row(_ row: Int, of frame: Frame) -> String {
    var end = frame.size.columns
    while end > 0, frame[row, end - 1] == .blank { end -= 1 }
    var text = ""
    var style = Style.plain
    for column in 0..<end {
      let cell = frame[row, column]
      guard cell.width > 0 else { continue }
      if cell.style != style {
        style = cell.style
        text += sequence(style)
      }
      text += cell.text
    }
    return style == .plain ? text : text + "\u{1B}[0m"
  }

  /// The sequence after which text has this style, whatever it had before.
  static func sequence(_ style: Style) -> String {
    var codes = ["0"]
    if style.bold { codes.append("1") }
    if style.dim { codes.append("2") }
    if style.italic { codes.append("3") }
    if style.underline { codes.append("4") }
    if style.reverse { codes.append("7") }
    codes += color(style.foreground, base: 30) + color(style.background, base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func color(_ color: Color, base: Int) -> [String] {
    switch color {
    case .standard: []
    case .palette(let index) where index < 8: ["\(base + Int(index))"]
    case .palette(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .palette(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
