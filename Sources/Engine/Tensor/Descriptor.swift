/// What the catalogue knows of one entry: plain data for completion, help and documentation.
public struct Descriptor: Hashable, Sendable {
  /// What an entry is, which says where it can stand.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// As the language calls them.
    case function, activation, layer, loss, optimizer, schedule, initializer, dataset, data, verb,
      plot
  }

  /// As it is typed: `dense`.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// As it is typed, with defaults: `dense(units, bias=true, init=kaiming_uniform)`.
  public var signature: String
  /// One sentence.
  public var summary: String
  /// `[n, in] → [n, units]`, or empty.
  public var shapes: String
  /// `y = x Wᵀ + b`, or empty.
  public var formula: String
  /// Paper or reference, or empty.
  public var source: String
  /// Lines that run as they stand in a new session.
  public var example: String

  /// What cannot be said of it stays empty.
  public init(
    _ name: String, _ kind: Kind, signature: String, summary: String, shapes: String = "",
    formula: String = "", source: String = "", example: String
  ) {
    self.name = name
    self.kind = kind
    self.signature = signature
    self.summary = summary
    self.shapes = shapes
    self.formula = formula
    self.source = source
    self.example = example
  }
}
