// The `.nabla` file: text ⇄ document ⇄ cells. The format is LANGUAGE's "The session file"; reading
// and writing on disk are in SessionFile+Disk.swift, the line work in SessionReader.swift.

public import Language

/// The session file's format.
///
///     #@ nabla 1  seed 42
///     # # XOR
///     net = dense(8) | tanh | dense(1)
///     #> net: 2 → 8 → 1, 33 parameters
///     #@ t 3.2  digest 5b1f…
///
/// Law: `serialise(parse(text)) == text` for every text with `\n` line ends; a byte order mark and
/// the `\r` of `\r\n` are dropped.
public enum SessionFile {
  /// The version that this nabla writes and the newest that it reads.
  public static let formatVersion = 1
  /// A session holds no weights, so a larger file is a mistake.
  public static let maximumBytes = 64 << 20
  public static let suffix = ".nabla"

  /// Reads a file's text.
  ///
  /// - Parameters:
  ///   - name: The file's name for error messages.
  ///   - verbs: The catalogue's verbs by name; they decide where a command ends.
  /// - Throws: A header that is malformed or of a newer format.
  public static func parse(
    _ text: String, name: String = "session", verbs: [String: VerbGrammar]
  ) throws(Diagnostic) -> SessionDocument {
    try parse(bytes: Array(text.utf8), name: name, verbs: verbs)
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: Too many bytes, bytes that are not text, a header that is malformed or newer.
  public static func parse(
    bytes: [UInt8], name: String = "session", verbs: [String: VerbGrammar]
  ) throws(Diagnostic) -> SessionDocument {
    var problems: [Diagnostic] = []
    let text = try SessionText.decode(bytes, name: name, problems: &problems)
    var reader = SessionReader(text: text, name: name, verbs: verbs, problems: problems)
    return try reader.document()
  }

  /// The file's text, every line as it was read.
  public static func serialise(_ document: SessionDocument) -> String {
    document.items.flatMap(\.lines).joined(separator: "\n")
  }

  /// The text of a session file with these cells.
  ///
  /// - Parameter skippingFailed: Leaves failed cells out: they changed nothing, and a file with one
  ///   stops there when it runs.
  public static func serialise(
    cells: [Cell], header: SessionHeader, skippingFailed: Bool = false
  ) -> String {
    SessionWriter.text(
      cells: skippingFailed ? cells.filter { $0.status != .failed } : cells, header: header)
  }
}
