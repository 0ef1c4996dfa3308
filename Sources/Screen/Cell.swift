/// One character cell of a frame.
///
/// A character that is two columns wide occupies a cell of width 2 followed by one of width 0,
/// whose text is empty.
public struct Cell: Hashable, Sendable {
  private var glyph: Glyph
  private var columns: Int8
  public var style: Style

  /// One grapheme, or empty for the second half of a wide character.
  public var text: String {
    get { glyph.text }
    set { glyph = Glyph(newValue) }
  }

  /// Columns: 0, 1 or 2.
  public var width: Int {
    get { Int(columns) }
    set { columns = Int8(clamping: newValue) }
  }

  public init(_ text: String = " ", width: Int = 1, style: Style = .plain) {
    glyph = Glyph(text)
    columns = Int8(clamping: width)
    self.style = style
  }

  public static let blank = Cell()
}
