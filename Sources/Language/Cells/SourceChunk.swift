// A piece of a session file as it stands in the text.

/// Consecutive lines of a `.nabla` file that belong together.
public struct SourceChunk: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Lines `# …` one below the other: Markdown.
    case prose
    /// One whole statement with the lines it goes on in.
    case code
    /// Lines `#> …`: what a cell showed.
    case output
    /// Lines `#~ …`: what a cell showed and no one compares.
    case volatile
    /// A line `#@ …` (or `#!…` in front of a script): data about the cell.
    case data
    /// Empty lines, and indented lines that hold only a comment.
    case blank
  }

  public var kind: Kind
  /// The content: without the signs in front and the blank after them, without the last line's end,
  /// lines parted by `\n`.
  public var text: String
  /// The lines as they stand, with their ends: all chunks' `raw` together are the file.
  public var raw: String
  /// The first line's number, from 1.
  public var line: Int

  public init(kind: Kind, text: String, raw: String, line: Int) {
    self.kind = kind
    self.text = text
    self.raw = raw
    self.line = line
  }
}
