/// One character cell of a frame.
///
/// A character that is two columns wide occupies a cell of width 2 followed by one of width 0,
/// whose text is empty.
public struct Cell: Hashable, Sendable {
  /// One grapheme, or empty for the second half of a wide character.
  public var text: String
  public var width: Int
  public var style: Style

  public init(_ text: String = " ", width: Int = 1, style: Style = .plain) {
    self.text = text
    self.width = width
    self.style = style
  }

  public static let blank = Cell()
}
