// How many columns a terminal gives to text, after glibc 2.36's wcwidth, which ncurses asks: East
// Asian Width of Unicode; combining marks take none. Pure: no locale is asked. Text is cut at
// spacing scalars and not at graphemes, because that is how the terminal advances; emoji joined by
// U+200D are shown one by one for the same reason.

/// Display width of text in terminal columns.
public enum DisplayWidth {
  /// Columns of one grapheme as `Frame.put` shows it: 2 for wide and emoji, else mostly 1. A lone
  /// combining mark takes 1 (it is shown on a dotted circle), as does a control character.
  public static func of(_ character: Character) -> Int {
    if let value = character.asciiValue, value != 10 { return 1 }
    return of(String(character))
  }

  /// Columns that `Frame.put` advances for a string.
  public static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var columns = 0
    for unit in units(text) { columns += unit.width }
    return columns
  }

  /// The text cut to at most `columns`, with an ellipsis where something is missing.
  public static func clip(
    _ text: some StringProtocol, to columns: Int, ellipsis: String = "…"
  ) -> String {
    guard columns > 0 else { return "" }
    let end = of(ellipsis) <= columns ? ellipsis : ""
    let room = columns - of(end)
    var kept = ""
    var used = 0
    /// What fits if nothing follows that does not.
    var pending = ""
    for unit in units(text) {
      used += unit.width
      if used > columns { return kept + end }
      pending += unit.text
      if used <= room { kept = pending }
    }
    return pending
  }

  /// The text cut or filled with blanks to exactly `columns`.
  public static func fit(
    _ text: some StringProtocol, to columns: Int, right: Bool = false, ellipsis: String = "…"
  ) -> String {
    let shown = clip(text, to: columns, ellipsis: ellipsis)
    let blanks = String(repeating: " ", count: max(0, columns - of(shown)))
    return right ? blanks + shown : shown + blanks
  }

  /// One cell's text: a spacing scalar with at most four marks.
  struct Unit: Equatable {
    var text: String
    var width: Int
    fileprivate var marks = 0

    init(text: String, width: Int) {
      self.text = text
      self.width = width
    }
  }

  /// ncurses keeps five scalars a cell.
  private static let mostMarks = 4

  /// Text as cells, controls already visible.
  static func units(_ text: some StringProtocol) -> [Unit] {
    var units: [Unit] = []
    for scalar in text.unicodeScalars {
      let shown = VisibleText.scalar(scalar)
      let width = of(shown)
      if width > 0 {
        units.append(Unit(text: String(Character(shown)), width: width))
      } else if !isJoining(shown) {
        if units.isEmpty { units.append(Unit(text: "\u{25CC}", width: 1)) }
        guard units[units.count - 1].marks < mostMarks else { continue }
        units[units.count - 1].text.unicodeScalars.append(shown)
        units[units.count - 1].marks += 1
      }
    }
    return units
  }

  /// Format characters whose effect on width differs from terminal to terminal: left out.
  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.value == 0xFE0F
  }

  /// Columns of one scalar that is no control.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    // Prepended signs that stand for themselves.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0, 0x23F3,
      0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA...0x26AB,
      0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA,
      0x26FD, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757,
      0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x2E80...0x303E,
      0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x18D00...0x18D08, 0x1AFF0...0x1B2FF, 0x1F004, 0x1F0CF,
      0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
      0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4,
      0x1F3F8...0x1F43E, 0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
      0x1F550...0x1F567, 0x1F57A, 0x1F595...0x1F596, 0x1F5A4, 0x1F5FB...0x1F64F,
      0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF,
      0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0, 0x1F90C...0x1F93A,
      0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return true
    default:
      return false
    }
  }
}
