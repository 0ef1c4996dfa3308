// Where in the grammar the cursor stands, for completion by Tab. It works on tokens, so the text
// may be unfinished or wrong; what fits there is the catalogue's business.

/// What is being typed at the cursor and what can stand there.
public struct CompletionContext: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// The first word of a statement: a verb, a keyword or a name.
    case statementStart
    /// The first word after a verb: its own words or its subject.
    case afterVerb(String)
    /// After a verb's subject: a clause keyword or an option. (A space after `f` in `print f` is
    /// such a place.)
    case clause(verb: String)
    /// After a dot; the text of what stands before it: `net.0`.
    case member(base: String)
    /// The start of an argument of a call: a keyword of the callee or a value.
    case argument(callee: String)
    /// Where an operand of an expression begins.
    case expression
    /// Inside a string: perhaps a file name.
    case text
    /// A comment, a number, a new name after `def` or `for`: nothing to complete.
    case nothing
  }

  /// The letters from the word's start to the cursor, perhaps none.
  public var word: String
  /// The word's place; ends at the cursor.
  public var range: SourceRange
  public var place: Place
  /// The verb whose line this is.
  public var verb: String?
  /// The innermost call around the cursor: `adam` in `train L with adam(l`.
  public var callee: String?
  /// The keyword whose value is being typed: `init` in `dense(8, init=n`.
  public var keyword: String?

  public init(
    word: String, range: SourceRange, place: Place, verb: String? = nil, callee: String? = nil,
    keyword: String? = nil
  ) {
    self.word = word
    self.range = range
    self.place = place
    self.verb = verb
    self.callee = callee
    self.keyword = keyword
  }
}

/// The context of a cursor in a text that may be unfinished.
///
/// - Parameters:
///   - cursor: a UTF-8 offset; clamped to the text and to the start of its character.
///   - verbs: the grammars; without them the first word of a line counts as a verb if a blank and
///     another word follow.
public func completionContext(
  source: String, cursor: Int, verbs: [String: VerbGrammar] = [:]
) -> CompletionContext {
  let bytes = Array(source.utf8)
  var end = min(max(cursor, 0), bytes.count)
  while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
  return CompletionReader(Array(bytes[..<end]), verbs).context()
}
