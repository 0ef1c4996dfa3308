// The tokens of the language with their places. A token that cannot be read is a token too
// (`invalid`), so that the words of a verb (file names, topics) may hold what no expression may.

/// One token with its place in the source.
public struct Token: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case number(Double)
    /// The text with its escapes resolved.
    case string(String)
    case name(String)
    /// Digits after a dot: the `2` of `stack.2`.
    case digits(String)
    case keyword(Keyword)
    case symbol(Symbol)
    /// The end of a line that can end a statement.
    case newline
    case end
    /// What cannot be read, with the reason.
    indirect case invalid(Diagnostic)
  }

  /// Words that cannot be names.
  public enum Keyword: String, Hashable, Sendable, CaseIterable {
    case and, or, not, `true`, `false`, `if`, `else`, `for`, `in`, `while`, def
  }

  /// Operators and punctuation.
  public enum Symbol: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case at = "@"
    case power = "**"
    case percent = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case assign = "="
    case carry = ":="
    case pipe = "|"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case range = ".."
    case ellipsis = "..."
    case dot = "."
  }

  public var kind: Kind
  public var range: SourceRange
  /// Whether something blank, a line's end or the text's start stands right before it.
  public var hasSpaceBefore: Bool

  public init(_ kind: Kind, _ range: SourceRange, hasSpaceBefore: Bool = false) {
    self.kind = kind
    self.range = range
    self.hasSpaceBefore = hasSpaceBefore
  }

  func isSymbol(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = kind { return true }
    return false
  }

  func isKeyword(_ keyword: Keyword) -> Bool {
    if case .keyword(keyword) = kind { return true }
    return false
  }

  /// The letters of a name or a keyword.
  var word: String? {
    switch kind {
    case .name(let name): name
    case .keyword(let keyword): keyword.rawValue
    default: nil
    }
  }
}

extension Token.Symbol {
  /// The infix operator this symbol is, the pipe and the range included.
  var isInfix: Bool {
    switch self {
    case .plus, .minus, .times, .divided, .at, .power, .percent, .equal, .notEqual, .less,
      .lessOrEqual, .greater, .greaterOrEqual, .pipe, .range:
      true
    default: false
    }
  }

  /// The bracket that closes this one.
  var closer: Token.Symbol? {
    switch self {
    case .leftParenthesis: .rightParenthesis
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    default: nil
    }
  }

  var isCloser: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }
}
