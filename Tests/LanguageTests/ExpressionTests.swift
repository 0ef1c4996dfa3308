import Language
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1_000", "1000"), ("0.5", "0.5"), (".5", "0.5"), ("1e3", "1000"), ("25e-1", "2.5"),
    ("1E+2", "100"), ("2.", "2"), ("1.5e1", "15"), ("\"a\\n\\u{41}\"", "\"a\nA\""),
    ("'it\\'s'", "\"it's\""), ("true", "true"), ("false", "false"), ("none", "none"),
    ("größe_2", "größe_2"), ("0..4", "(.. 0 4)"), ("1.5..2", "(.. 1.5 2)"), ("x..3", "(.. x 3)"),
  ])
  func literals(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test(arguments: [
    ("stack.2.0.1", "(. (. (. stack 2) 0) 1)"), ("x[0].1", "(. (at x 0) 1)"),
    ("f(x).2.weight", "(. (. (call f x) 2) weight)"), ("x.T", "(. x T)"),
    ("net.for", "(. net for)"), ("net.0..3", "(.. (. net 0) 3)"),
    ("f(x, n=2, for=net.2)", "(call f x n=2 for=(. net 2))"), ("f()", "(call f)"),
    ("f(1,)", "(call f 1)"), ("f(x)(y)", "(call (call f x) y)"),
  ])
  func postfix(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test(arguments: [
    ("x[:, -1]", "(at x :: (- 1))"), ("x[1:, ::2]", "(at x 1:: ::2)"),
    ("x[..., 0]", "(at x ... 0)"),
    ("x[1:2:3]", "(at x 1:2:3)"), ("x[i, j]", "(at x i j)"), ("x[a | b]", "(at x (| a b))"),
    ("x[0, ]", "(at x 0)"), ("x[:2]", "(at x :2:)"), ("x[0..2]", "(at x (.. 0 2))"),
    ("x[::]", "(at x ::)"),
  ])
  func subscripts(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test(arguments: [
    ("a + b * c", "(+ a (* b c))"), ("a - b - c", "(- (- a b) c)"), ("a @ b @ c", "(@ (@ a b) c)"),
    ("a / b % c", "(% (/ a b) c)"), ("-x ** 2", "(- (** x 2))"), ("2 ** -1", "(** 2 (- 1))"),
    ("2 ** 3 ** 2", "(** 2 (** 3 2))"), ("-x.T", "(- (. x T))"), ("-x * y", "(* (- x) y)"),
    ("+x", "(+ x)"), ("a..b + 1", "(.. a (+ b 1))"), ("a - 1..b", "(.. (- a 1) b)"),
    ("a..b == c", "(== (.. a b) c)"), ("-5..5", "(.. (- 5) 5)"), ("a < b + 1", "(< a (+ b 1))"),
    ("not a == b", "(not (== a b))"), ("not not a", "(not (not a))"),
    ("a and not b or c", "(or (and a (not b)) c)"), ("a or b and c", "(or a (and b c))"),
    ("a | b or c", "(| a (or b c))"), ("a | b | c", "(| (| a b) c)"),
    ("x | dense(2) + 1", "(| x (+ (call dense 2) 1))"), ("(a | b) * c", "(* (| a b) c)"),
    ("a != b and c >= d", "(and (!= a b) (>= c d))"), ("f over -5..5", "(over f (.. (- 5) 5))"),
    ("a | b over 0..1", "(over (| a b) (.. 0 1))"), ("(a + b).T", "(. (+ a b) T)"),
  ])
  func precedence(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test(arguments: [
    ("[]", "(list)"), ("[1, [2, 3],]", "(list 1 (list 2 3))"), ("()", "(tuple)"), ("(a)", "a"),
    ("(a,)", "(tuple a)"), ("(a, b)", "(tuple a b)"), ("a, b", "(tuple a b)"),
    ("[f(i) for i in 0..4]", "(each (call f i) i (.. 0 4))"),
    ("[i for i in x if i > 2]", "(each i i x (> i 2))"),
    ("[a + b for a, b in pairs]", "(each (+ a b) a b pairs)"),
  ])
  func brackets(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test func rangesCoverTheirText() throws {
    let source = "größe = (a + b[0]) * f(x, n=2)"
    let statement = try #require(try parse(source).first)
    #expect(slice(source, statement.range) == source)
    guard case .binding(let names, let value) = statement.kind,
      case .binary(_, let left, let right) = value.kind,
      case .binary(_, _, let element) = left.kind, case .call(_, let arguments) = right.kind
    else {
      Issue.record("another tree")
      return
    }
    #expect(slice(source, names[0].range) == "größe")
    #expect(slice(source, value.range) == "(a + b[0]) * f(x, n=2)")
    #expect(slice(source, left.range) == "(a + b[0])")
    #expect(slice(source, element.range) == "b[0]")
    #expect(slice(source, arguments[1].nameRange) == "n")
    #expect(slice(source, arguments[1].value.range) == "2")
  }

  private func slice(_ source: String, _ range: SourceRange) -> String {
    String(decoding: Array(source.utf8)[range.lower..<range.upper], as: UTF8.self)
  }
}
