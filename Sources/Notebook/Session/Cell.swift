public import Language

/// One cell of a notebook: a paragraph of prose, or commands with what they showed.
public struct Cell: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    case pending, running, done, failed
    /// Taken back by `undo`: it shows, and is no part of the session.
    case undone
  }

  /// Counts from 1 within the session.
  public var number: Int
  /// Markdown without the comment signs, or nil for a code cell.
  public var prose: String?
  /// The commands as typed; empty for prose.
  public var source: String
  public var outputs: [Output]
  public var error: Diagnostic?
  public var status: Status
  /// SHA-256 (hexadecimal) of the state after the cell, if it changed any.
  public var digest: String?
  /// Seconds since the session began when the cell was entered; kept for replay at its own pace.
  public var time: Double?
  /// The cell's first line in its file, from 1.
  public var line: Int
  /// What the file says that the cell showed; what a pending cell is written back with.
  public var recorded: [RecordedLine]
  /// Lines of the file that stand before the cell and mean nothing here: blank lines, unknown data.
  /// Nil lets the writer choose the blank lines.
  public var leadingLines: [String]?
  /// Data lines (`#@`) or parts of them that nabla does not know, kept as they are.
  public var unknownData: [String]
  /// Set when an input was redefined later.
  public var stale: StaleMark?

  public init(
    number: Int, prose: String? = nil, source: String = "", outputs: [Output] = [],
    error: Diagnostic? = nil, status: Status = .pending, digest: String? = nil,
    time: Double? = nil, line: Int = 1, recorded: [RecordedLine] = [],
    leadingLines: [String]? = nil, unknownData: [String] = []
  ) {
    self.number = number
    self.prose = prose
    self.source = source
    self.outputs = outputs
    self.error = error
    self.status = status
    self.digest = digest
    self.time = time
    self.line = line
    self.recorded = recorded
    self.leadingLines = leadingLines
    self.unknownData = unknownData
  }
}
