// A session file as it stands: its lines, grouped into items, with what they mean. Nothing is
// dropped, so that a file is written back as it was read. What the lines do when they run belongs
// to the interpreter; the grammar of the lines to `SessionFile`.

public import Language

/// A session file, parsed.
public struct SessionDocument: Hashable, Sendable {
  public var header: SessionHeader
  public var items: [SessionItem]
  /// What is wrong with the file and did not keep it from being read: a torn end, an open bracket.
  public var problems: [Diagnostic]
  /// Where the file stands; nil for text from elsewhere.
  public var folder: String?

  public init(
    header: SessionHeader = SessionHeader(), items: [SessionItem] = [], problems: [Diagnostic] = []
  ) {
    self.header = header
    self.items = items
    self.problems = problems
  }

  /// The prose and the code in order, numbered from 1, pending, with what the file recorded.
  public var cells: [Cell] {
    var cells: [Cell] = []
    var leading: [String] = []
    for item in items {
      guard item.kind == .prose || item.kind == .code else {
        if item.kind != .header { leading.append(contentsOf: item.lines) }
        continue
      }
      cells.append(
        Cell(
          number: cells.count + 1, prose: item.kind == .prose ? item.text : nil,
          source: item.kind == .code ? item.text : "", digest: item.digest, time: item.time,
          line: item.line, recorded: item.shown.map(\.content), leadingLines: leading,
          unknownData: item.unknownData))
      leading = []
    }
    return cells
  }
}

/// The first line of a session file: `#@ nabla 1  seed 42`.
public struct SessionHeader: Hashable, Sendable {
  /// The format's version.
  public var version: Int
  /// What `seed` was given before the first cell; nil leaves nabla's default.
  public var seed: UInt64?
  /// Fields that this nabla does not know, each as it stands.
  public var unknownData: [String]

  public init(
    version: Int = SessionFile.formatVersion, seed: UInt64? = nil, unknownData: [String] = []
  ) {
    self.version = version
    self.seed = seed
    self.unknownData = unknownData
  }
}

/// Lines of a session file that belong together.
public struct SessionItem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case header
    /// A paragraph of comment lines.
    case prose
    /// A cell's commands with what was recorded about them.
    case code
    /// A line that means nothing here and is kept.
    case unknown
    case blank
  }

  /// A recorded line and its place in the file.
  public struct Shown: Hashable, Sendable {
    /// From 1.
    public var line: Int
    public var content: RecordedLine

    public init(line: Int, content: RecordedLine) {
      self.line = line
      self.content = content
    }
  }

  public var kind: Kind
  /// The number of the first line, from 1.
  public var line: Int
  /// All lines as they stand in the file.
  public var lines: [String]
  /// Prose without its comment signs; the commands of a code cell; otherwise empty.
  public var text: String
  /// The `#>` and `#~` lines.
  public var shown: [Shown]
  public var digest: String?
  public var digestLine: Int?
  /// Seconds since the session began.
  public var time: Double?
  public var unknownData: [String]

  public init(
    kind: Kind, line: Int, lines: [String], text: String = "", shown: [Shown] = [],
    digest: String? = nil, digestLine: Int? = nil, time: Double? = nil, unknownData: [String] = []
  ) {
    self.kind = kind
    self.line = line
    self.lines = lines
    self.text = text
    self.shown = shown
    self.digest = digest
    self.digestLine = digestLine
    self.time = time
    self.unknownData = unknownData
  }

  /// Whether nabla has written anything about the cell: only then is there something to compare.
  public var hasRecording: Bool { !shown.isEmpty || digest != nil || time != nil }
}
