// How a verb's line is read. The catalogue owns the list of verbs; the parser is handed their
// grammars, so that a new verb never touches the parser.

/// The form of one verb's line.
public struct VerbGrammar: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case none
    case expression
    /// One expression, or several with commas between.
    case expressions
    case optionalExpression
    /// `target = value`
    case assignment
    /// A file name or topic: letters, digits and `-_./~*` up to a blank, or a quoted string.
    case word
    case optionalWord
    /// One of `phrases`, each with what may follow it.
    case phrase([Phrase])
    /// `phrases` when the next word is one of them, otherwise an optional expression.
    case phraseOrExpression([Phrase])
  }

  /// A verb's own second word and whether an expression follows.
  public struct Phrase: Hashable, Sendable {
    public enum Follow: Hashable, Sendable { case nothing, expression, optionalExpression }
    public var word: String
    public var follow: Follow

    public init(_ word: String, _ follow: Follow = .nothing) {
      self.word = word
      self.follow = follow
    }
  }

  public var name: String
  public var subject: Subject
  /// Keywords that introduce a clause with an expression (`with`, `over`, `every`, `to`, `before`).
  public var clauses: [String]
  /// Whether `name=value` options may follow.
  public var hasOptions: Bool
  public var hasBlock: Bool
  /// How the line is written: `train L with adam(lr=1e-3) steps=500`; the hint of its mistakes.
  public var usage: String
  /// What the verb cannot do without, for messages: `a loss` in "'train' needs a loss". Empty: said
  /// by the kind of subject.
  public var needs: String
  /// The names `options` may have, for "did you mean"; empty: any, the interpreter checks.
  public var options: [String]
  /// How many further words may follow the subject's (`compare A B` has one); each becomes an
  /// option without a name, a string.
  public var moreWords: Int
  /// Whether an expression may follow the subject's word (`export loss.csv loss`); it becomes an
  /// option without a name.
  public var thenExpression: Bool

  public init(
    _ name: String, _ subject: Subject = .none, clauses: [String] = [], hasOptions: Bool = false,
    hasBlock: Bool = false, usage: String = "", needs: String = "", options: [String] = [],
    moreWords: Int = 0, thenExpression: Bool = false
  ) {
    self.name = name
    self.subject = subject
    self.clauses = clauses
    self.hasOptions = hasOptions
    self.hasBlock = hasBlock
    self.usage = usage
    self.needs = needs
    self.options = options
    self.moreWords = moreWords
    self.thenExpression = thenExpression
  }
}
