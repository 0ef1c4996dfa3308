// A part of the program as `list` shows it: instructions and, where there are many, layers in the
// place of their instructions. Plain data; ListingText and the interface draw it.

/// Rows of the program with the state of each.
public struct ProgramListing: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case instruction
      /// A layer in the place of its instructions.
      case group
      /// Instructions that are left out.
      case gap
    }

    public var kind: Kind
    /// 0-based, both included.
    public var first: Int
    public var last: Int
    /// `batch`, `forward`, `backward`, `update`; empty for a gap.
    public var phase: String
    /// `c` computed, `-` not yet, `o` changed by hand, `s` stale; a group has the letters of all.
    public var state: String
    /// The instruction's path, the layer's for a group.
    public var path: String
    /// The formula; how many instructions a group or a gap stands for.
    public var text: String
    /// Of the result; nil for groups.
    public var shape: [Int]?
    /// Measured seconds of one run, where `profile` has measured them.
    public var seconds: Double?
    /// Whether the instruction that runs next is this one or in this group.
    public var isNext: Bool
    public var hasBreakpoint: Bool

    public init(
      kind: Kind, first: Int, last: Int, phase: String, state: String, path: String, text: String,
      shape: [Int]? = nil, seconds: Double? = nil, isNext: Bool = false,
      hasBreakpoint: Bool = false
    ) {
      self.kind = kind
      self.first = first
      self.last = last
      self.phase = phase
      self.state = state
      self.path = path
      self.text = text
      self.shape = shape
      self.seconds = seconds
      self.isNext = isNext
      self.hasBreakpoint = hasBreakpoint
    }

    /// `12`, or `4-9` for a group. People count instructions from 1.
    public var number: String {
      kind == .instruction ? String(first &+ 1) : "\(first &+ 1)-\(last &+ 1)"
    }
  }

  /// `step 3, 8 of 22 instructions have run`
  public var title: String
  public var rows: [Row]
  /// The training step, from 1.
  public var step: Int
  /// Instructions of it that have run.
  public var counter: Int
  public var count: Int
  /// What was changed by hand in this step and no instruction of it computes: weights, data.
  public var changed: [String]

  public init(
    title: String, rows: [Row], step: Int, counter: Int, count: Int, changed: [String] = []
  ) {
    self.title = title
    self.rows = rows
    self.step = step
    self.counter = counter
    self.count = count
    self.changed = changed
  }

  /// What the letters that occur mean.
  public var legend: String {
    let letters = Set(rows.lazy.map(\.state).joined())
    return [
      ("c", "computed"), ("o", "changed by hand"), ("s", "stale: will run again"),
      ("-", "not yet"),
    ].filter { letters.contains(Character($0.0)) }.map { "\($0.0) \($0.1)" }
      .joined(separator: " · ")
  }
}
