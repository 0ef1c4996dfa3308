// The entrance to the parser. The work is done by `TokenReader`, a file a topic.

/// Reads source text into statements.
///
/// ```swift
/// let statements = try Parser(source: "y = x @ w + 1", verbs: [:]).parse()
/// ```
///
/// Nesting is limited to `maximumNesting` brackets or blocks and an expression's tree to
/// `maximumHeight` levels, so that neither the parser nor what recurses over its trees can overflow
/// the stack.
public struct Parser {
  /// How deep brackets, blocks and prefix operators may nest.
  public static let maximumNesting = 200
  /// How high the tree of an expression may grow: `1 + 1 + …` adds a level a term.
  public static let maximumHeight = 1000

  private let source: String
  private let verbs: [String: VerbGrammar]
  private let names: Set<String>

  /// - Parameters:
  ///   - verbs: the grammar of every word that starts a verb's line, one-letter forms included.
  ///   - names: what is bound; a bound one-letter name is no verb.
  public init(source: String, verbs: [String: VerbGrammar], names: Set<String> = []) {
    self.source = source
    self.verbs = verbs
    self.names = names
  }

  /// The statements in order; none for an empty source.
  public func parse() throws(Diagnostic) -> [Statement] {
    var reader = TokenReader(source: source, verbs: verbs, names: names)
    return try reader.readProgram()
  }

  /// Whether the source is whole or waits for more lines: an open bracket or block, or an operator
  /// at the end. A mistake before the end makes it complete, so that it is shown at once.
  public static func completeness(
    of source: String, verbs: [String: VerbGrammar], names: Set<String> = []
  ) -> Completeness {
    var reader = TokenReader(source: source, verbs: verbs, names: names)
    do {
      _ = try reader.readProgram()
      return .complete
    } catch {
      return reader.wantsMore ? .incomplete : .complete
    }
  }

  /// Whether more lines are needed; see `completeness(of:verbs:names:)`.
  public static func isIncomplete(
    _ source: String, verbs: [String: VerbGrammar], names: Set<String> = []
  ) -> Bool {
    completeness(of: source, verbs: verbs, names: names) == .incomplete
  }
}

/// Whether a text at the prompt can be entered as it stands.
public enum Completeness: Hashable, Sendable {
  case complete
  case incomplete
}
