// What a cell looks like besides its text. Views choose styles; the presenter maps them to what
// the terminal can do.

public import Translation

/// A colour as a terminal names it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the 256-colour palette (0–15 the user's theme, 16–231 the cube, 232–255 grey).
  case palette(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

/// Colours and attributes of a cell.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var background: Color
  public var bold: Bool
  public var dim: Bool
  public var italic: Bool
  public var underline: Bool
  public var reverse: Bool

  public init(
    foreground: Color = .standard, background: Color = .standard, bold: Bool = false,
    dim: Bool = false, italic: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
  }

  public static let plain = Style()
}

/// What the terminal can show: handed to every view, so that a frame is a function of its inputs.
public struct Appearance: Hashable, Sendable {
  public enum Glyphs: Hashable, Sendable { case unicode, ascii }
  public enum Colors: Hashable, Sendable { case none, palette16, palette256, truecolor }
  /// What lies behind the text: colours are chosen to be read on it.
  public enum Theme: String, Hashable, Sendable, CaseIterable { case dark, light }

  public var glyphs: Glyphs
  public var colors: Colors
  public var theme: Theme
  /// In which the screen speaks to the person. What is recorded and exported is English in all.
  public var language: DisplayLanguage

  public init(
    glyphs: Glyphs = .unicode, colors: Colors = .palette256, theme: Theme = .dark,
    language: DisplayLanguage = .english
  ) {
    self.language = language
    self.glyphs = glyphs
    self.colors = colors
    self.theme = theme
  }

  public static let standard = Appearance()
  public static let mono = Appearance(glyphs: .unicode, colors: .none)
  public static let ascii = Appearance(glyphs: .ascii, colors: .none)
}
