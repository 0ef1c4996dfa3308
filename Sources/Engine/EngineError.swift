// Every error of the engine that a person can cause, as data; this file words them all.

/// An error of the engine: what is wrong, and a remedy.
///
/// The language layer adds the place in the source.
public struct EngineError: Error, Hashable, Sendable {
  /// One sentence without a full stop, naming the culprit.
  public var message: String
  /// What helps, if that is known.
  public var hint: String?

  /// An error with its remedy.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
