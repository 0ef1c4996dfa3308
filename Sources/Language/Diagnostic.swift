// What went wrong, where, and what to do about it. One place renders it, so that the prompt, the
// line mode, JSON and the tests show the same words.

/// An error with its place in the source and a suggested remedy.
public struct Diagnostic: Error, Hashable, Sendable {
  /// One sentence without a full stop: what is wrong, naming the culprit.
  public var message: String
  /// The culprit's place; nil when the error has none in the source.
  public var range: SourceRange?
  /// A remedy: `did you mean 'tanh'?`
  public var hint: String?

  public init(_ message: String, at range: SourceRange? = nil, hint: String? = nil) {
    self.message = message
    self.range = range
    self.hint = hint
  }

  /// The 1-based line and column (in characters) of the culprit.
  public func position(in source: String) -> (line: Int, column: Int)? {
    guard let range else { return nil }
    let bytes = Array(source.utf8.prefix(max(0, range.lower)))
    var line = 1
    for byte in bytes where byte == 0x0A { line += 1 }
    let lineStart = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
    return (line, String(decoding: bytes[lineStart...], as: UTF8.self).count + 1)
  }
}
