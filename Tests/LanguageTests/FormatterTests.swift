import Language
import Testing

@Suite struct FormatterTests {
  private func reformatted(_ source: String) -> String {
    do {
      return try parse(source).map { formatted($0, verbs: testVerbs) }.joined(separator: "; ")
    } catch {
      return "error: \(error.message)"
    }
  }

  @Test(
    arguments: [
      ("((a))", "a"), ("(a+b)*c", "(a + b) * c"), ("a+(b*c)", "a + b * c"),
      ("a-(b-c)", "a - (b - c)"), ("(a-b)-c", "a - b - c"), ("-(x**2)", "-x ** 2"),
      ("(-x)**2", "(-x) ** 2"), ("2**(-1)", "2 ** -1"), ("(2**3)**2", "(2 ** 3) ** 2"),
      ("2**(3**2)", "2 ** 3 ** 2"), ("not(a and b)", "not (a and b)"),
      ("(not a) == b", "(not a) == b"),
      ("(a<b)==c", "(a < b) == c"), ("(0..4).x", "(0..4).x"), ("(a|b)|c", "a | b | c"),
      ("a|(b|c)", "a | (b | c)"), ("x[ : , -1]", "x[:, -1]"), ("x[1:,::2]", "x[1:, ::2]"),
      ("x[1:2:]", "x[1:2]"), ("f( x,n = 2 )", "f(x, n=2)"),
      ("(2).T", "(2).T"), ("1_000.0", "1000"), ("1e-05", "1e-5"), ("1e16", "1e16"),
      ("0.00001", "1e-5"), ("1e100", "1e100"), ("3e-4", "0.0003"), ("1.5e300", "1.5e300"),
      ("'a\"b'", #""a\"b""#), ("a, b", "(a, b)"), ("(a,)", "(a,)"), ("()", "()"),
      ("[i for i in 0..4 if i>2]", "[i for i in 0..4 if i > 2]"), ("(update)", "(update)"),
      ("f over(0..1)", "f over 0..1"), ("(a over b) + 1", "(a over b) + 1"),
    ])
  func expressions(source: String, expected: String) { #expect(reformatted(source) == expected) }

  @Test(arguments: [
    ("x,y=f(z)", "x, y = f(z)"), ("m:=m+1", "m := m + 1"), ("def f(x,n=2){x}", "def f(x, n=2) = x"),
    ("def f(){}", "def f() { }"),
    ("def f(a) {\n s = a\n -s }", "def f(a) { s = a; -s }"),
    ("if a{b}else if c{d}else{e}", "if a { b } else if c { d } else { e }"),
    ("for i in 0..3 {print i}", "for i in 0..3 { print i }"),
    (
      "train L steps=500 with adam(lr=.05) {\n at 137 {set lr=1e-2}\n}",
      "train L with adam(lr=0.05) steps=500 { at 137 { set lr = 0.01 } }"
    ),
    ("save 'a b'", "save \"a b\""), ("compare a 'b'", "compare a b"),
    ("plot (loss)", "plot (loss)"),
    ("plot loss", "plot loss"), ("plot f over 0..1", "plot f over 0..1"),
    ("plot (f over 0..1)", "plot (f over 0..1)"), ("s 3", "step 3"),
    ("break when(a<b)", "break when a < b"), ("help ==", "help \"==\""),
  ])
  func statements(source: String, expected: String) { #expect(reformatted(source) == expected) }

  @Test func numbersOfEveryKindHaveAText() {
    let zero = SourceRange(0, 0)
    func text(_ value: Double) -> String { formatted(Expression(.number(value), zero)) }
    #expect(text(-3) == "-3")
    #expect(text(.nan) == "nan")
    #expect(text(-.infinity) == "-inf")
    #expect(text(.infinity) == "inf")
  }

  @Test(arguments: 0..<400)
  func readingGivesTheSameExpression(seed: Int) throws {
    var trees = RandomTrees(seed: UInt64(seed))
    let expression = trees.expression(4)
    let source = "x = " + formatted(expression)
    let statement = try #require(try parse(source).first)
    guard case .binding(_, let value) = statement.kind else {
      Issue.record("\(source) is no binding")
      return
    }
    #expect(value.strippingRanges() == expression, "\(source)")
  }

  @Test(arguments: 0..<400)
  func readingGivesTheSameStatement(seed: Int) throws {
    var trees = RandomTrees(seed: UInt64(seed) + 1000)
    let statement = trees.statement(3)
    let source = formatted(statement, verbs: testVerbs)
    let statements = try parse(source)
    #expect(statements.map { $0.strippingRanges() } == [statement.normalized], "\(source)")
    #expect(statements.map { formatted($0, verbs: testVerbs) } == [source])
  }
}

extension Statement {
  /// Random trees are made without places; names keep theirs, which are empty.
  fileprivate var normalized: Statement { strippingRanges() }
}
