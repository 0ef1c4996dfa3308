import Language
import Testing

@Suite struct CompletenessTests {
  @Test(
    arguments: [
      "f(", "x = [1,", "x[0,\n", "a +", "a |", "a |  # note", "a and", "a ==\n\n", "-",
      "x = 2 **", "0..", "def f(x) {", "for i in x {\n y = 1", "if a { b } else {",
      "at 3 { print x",
      "train L with adam(lr=0.1", "f(a +", "not",
    ])
  func waits(source: String) {
    #expect(Parser.isIncomplete(source, verbs: testVerbs))
    #expect(Parser.completeness(of: source, verbs: testVerbs) == .incomplete)
  }

  @Test(arguments: [
    "", "x", "f(1)", "\"abc", "f(\"abc", "x =", "train L with", "if a", "def f", "f(1]", "f(1 2",
    "a $ (", "help |", "help **", "save (", "set lr", "plot f over", "}", "a\n| b", "x = 1 # (",
    "a..b..", "f(x))", "for i in", "def f(x) =",
  ])
  func doesNotWait(source: String) { #expect(!Parser.isIncomplete(source, verbs: testVerbs)) }
}
