// The syntax tree. It carries source ranges and knows no tensor: what a name means is the
// interpreter's business.

/// An expression with its place in the source.
public struct Expression: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    /// `0.5`, `1e-3`.
    case number(Double)
    /// `"text"`, with escapes resolved.
    case string(String)
    /// `true`, `false`.
    case boolean(Bool)
    case name(String)
    /// `[1, 2, 3]`
    case list([Expression])
    /// `[f(i) for i in 0..4]`, `[a for a, b in pairs]`, with an optional `if` condition.
    case comprehension(
      element: Expression, variables: [String], sequence: Expression, condition: Expression?)
    /// `(a, b)`; one element in brackets is just that element.
    case tuple([Expression])
    case unary(UnaryOperator, Expression)
    /// Arithmetic, comparison, `and`/`or`, and the pipe.
    case binary(BinaryOperator, Expression, Expression)
    case call(Expression, [Argument])
    /// `w.grad`, `x.T`, `net.0` (digits are kept as text).
    case member(Expression, String)
    /// `x[1:, -1]`
    case subscripted(Expression, [Subscript])
    /// `a..b`: counts a, …, b − 1, or the interval after `over`.
    case range(Expression, Expression)
    /// `f over -5..5`
    case over(Expression, Expression)
  }

  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Prefix operators.
public enum UnaryOperator: String, Hashable, Sendable {
  case minus = "-"
  case plus = "+"
  case not = "not"
}

/// Infix operators.
public enum BinaryOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case matmul = "@"
  case power = "**"
  case modulo = "%"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
  case pipe = "|"
}

/// A positional or keyword argument of a call, or an option of a verb.
public struct Argument: Hashable, Sendable {
  public var name: String?
  /// The keyword's own place, or the value's.
  public var nameRange: SourceRange
  public var value: Expression

  public init(name: String? = nil, nameRange: SourceRange? = nil, value: Expression) {
    self.name = name
    self.nameRange = nameRange ?? value.range
    self.value = value
  }
}

/// One axis of a subscript.
public enum Subscript: Hashable, Sendable {
  case index(Expression)
  /// `start:stop:step`, every part optional.
  case slice(start: Expression?, stop: Expression?, step: Expression?, SourceRange)
  /// `...`: as many full axes as are left.
  case ellipsis(SourceRange)
}

/// A statement with its place in the source.
public struct Statement: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    /// `x = …` or `x, y = …`
    case binding(names: [BoundName], value: Expression)
    /// `memory := expr`
    case carry(name: BoundName, value: Expression)
    /// `def f(x, n=2) = expr` (one expression) or `def f(x) { … }`
    case definition(name: BoundName, parameters: [FunctionParameter], body: [Statement])
    /// `for i in 0..4 { … }`, `for i, x in enumerate(xs) { … }`
    case loop(variables: [BoundName], sequence: Expression, body: [Statement])
    case whileLoop(condition: Expression, body: [Statement])
    case conditional(condition: Expression, then: [Statement], otherwise: [Statement])
    case expression(Expression)
    case verb(Verb)
  }

  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A name at the place where it is bound.
public struct BoundName: Hashable, Sendable {
  public var name: String
  public var range: SourceRange

  public init(_ name: String, _ range: SourceRange) {
    self.name = name
    self.range = range
  }
}

/// A parameter of a `def`, with an optional default.
public struct FunctionParameter: Hashable, Sendable {
  public var name: String
  public var defaultValue: Expression?
  public var range: SourceRange

  public init(_ name: String, defaultValue: Expression? = nil, _ range: SourceRange) {
    self.name = name
    self.defaultValue = defaultValue
    self.range = range
  }
}

/// A line that starts with a verb: `train L with adam(lr=1e-3) steps=500 { … }`.
public struct Verb: Hashable, Sendable {
  /// What stands right after the verb, as its grammar says.
  public enum Subject: Hashable, Sendable {
    case none
    case expression(Expression)
    /// `set X[i, j] = 3`, `predict X = …`
    case assignment(target: Expression, value: Expression)
    /// A file, layout or topic name, unquoted or quoted: `save my-run`, `help dense`.
    case word(String, SourceRange)
    /// One of the verb's own words, then perhaps an expression: `back step 3`, `break at net.2`,
    /// `break when a < b`, `check gradients`.
    case phrase(String, Expression?)
  }

  public var name: String
  public var nameRange: SourceRange
  public var subject: Subject
  /// `with E`, `over E`, `every E`, `to E` … by keyword, in the order typed.
  public var clauses: [VerbClause]
  /// `steps=500 clip=1.0`
  public var options: [Argument]
  /// `{ … }`
  public var block: [Statement]?

  public init(
    name: String, nameRange: SourceRange, subject: Subject = .none, clauses: [VerbClause] = [],
    options: [Argument] = [], block: [Statement]? = nil
  ) {
    self.name = name
    self.nameRange = nameRange
    self.subject = subject
    self.clauses = clauses
    self.options = options
    self.block = block
  }

  public func clause(_ keyword: String) -> Expression? {
    clauses.first { $0.keyword == keyword }?.value
  }
}

/// A keyword of a verb with its expression.
public struct VerbClause: Hashable, Sendable {
  public var keyword: String
  public var value: Expression
  public var range: SourceRange

  public init(keyword: String, value: Expression, range: SourceRange) {
    self.keyword = keyword
    self.value = value
    self.range = range
  }
}
