// Nothing anybody types, pastes or opens may trap, hang or overflow the stack.

import Language
import Testing

@Suite struct HostileTests {
  /// Everything the module does with a text.
  private func useAll(_ text: String) {
    do {
      let statements = try parse(text)
      for statement in statements { _ = formatted(statement, verbs: testVerbs) }
    } catch {
      #expect(error.rendered(in: text).count >= 3)
      #expect(error.position(in: text) != nil)
    }
    _ = Parser.isIncomplete(text, verbs: testVerbs)
    let chunks = CellSplitter.split(text, verbs: testVerbs)
    #expect(chunks.map(\.raw).joined() == text)
    for cursor in [0, text.utf8.count / 2, text.utf8.count] {
      _ = completionContext(source: text, cursor: cursor, verbs: testVerbs)
      _ = completionContext(source: text, cursor: cursor)
    }
  }

  @Test(arguments: 0..<150)
  func randomBytes(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let bytes = (0..<random.below(300)).map { _ in UInt8.random(in: 0...255, using: &random) }
    useAll(String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: 0..<600)
  func tokenSoup(seed: Int) {
    var random = SplitMix(seed: UInt64(seed) + 77)
    let words = [
      "a", "net", "1", "0.5", "..", "...", ".", "(", ")", "[", "]", "{", "}", ",", ";", ":", ":=",
      "=", "==", "<", "+", "-", "*", "**", "@", "|", "\n", "\n", "\"s\"", "'", "#", "#>", "and",
      "or", "not", "if", "else", "for", "in", "while", "def", "true", "train", "with", "set",
      "break", "at", "when", "save", "help", "plot", "loss", "over", "steps", "print", "every",
      "compare", "back", "step", "s", "$", "é",
    ]
    var text = ""
    for _ in 0..<(1 + random.below(24)) {
      text += words[random.below(words.count)]
      if random.below(3) > 0 { text += " " }
    }
    useAll(text)
  }

  /// Every prefix of good text, as at each key at the prompt.
  @Test func everyPrefix() {
    let text = """
      def f(x, n=2) { s = x[1:, ::2, ...] ** -n; -mean(s) }
      train L with adam(lr=1e-3) steps=500 { at 137 before net.0.a { set X[0, 1] = "é\\n" } }
      x, y = [f(i) for i in 0..4 if not i == 2] | (a or b and c); save my-run
      """
    for count in 0...text.count { useAll(String(text.prefix(count))) }
  }

  private func message(_ source: String) -> String {
    do {
      _ = try parse(source)
      return "no error"
    } catch {
      return error.message
    }
  }

  private func nested(_ count: Int, _ open: String, _ inner: String, _ close: String) -> String {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("f(", "1", ")"), ("x[", "1", "]"), ("-", "1", ""),
    ("not ", "a", ""), ("2 ** ", "2", ""), ("if a { ", "b", " }"),
    ("if a { } else ", "if a { }", ""),
    ("for i in x { ", "y", " }"), ("at 3 { ", "print x", " }"), ("def f(x) { ", "y", " }"),
    ("[i for i in ", "x", "]"), ("f(n=", "1", ")"),
    ("f(1 + 2 * ", "1", ")"),
  ])
  func nestingIsLimited(open: String, inner: String, close: String) {
    #expect(message(nested(190, open, inner, close)) == "no error")
    #expect(message(nested(201, open, inner, close)) == "nested deeper than 200 levels")
    useAll(nested(5_000, open, inner, close))
  }

  @Test func chainsAreLimited() {
    for sign in ["+", "|", "*", "and", "@"] {
      let chain = (0..<990).map { _ in "a" }.joined(separator: " \(sign) ")
      #expect(message(chain) == "no error")
      useAll(chain)
      #expect(
        message(String(repeating: "a \(sign) ", count: 10_000) + "a")
          == "the expression has more than 1000 operations in a row")
    }
    for part in [".a", "(1)", "[0]"] {
      let chain = "x" + String(repeating: part, count: 990)
      #expect(message(chain) == "no error")
      useAll(chain)
      #expect(
        message(chain + chain.dropFirst())
          == "the expression has more than 1000 operations in a row")
    }
  }

  /// Nesting and chains together stay under the height limit too.
  @Test func heightsAdd() {
    let right = "(" + String(repeating: "1 + ", count: 100)
    #expect(message(nested(50, right, "1", ")")) == "no error")
    let left = String(repeating: " + 1", count: 100) + ")"
    let tooHigh = "the expression has more than 1000 operations in a row"
    #expect(message(nested(50, "(", "1", left)) == tooHigh)
    #expect(message(nested(190, "f(a | b or c and d == 1 + 2 * ", "1", ")")) == tooHigh)
  }

  @Test func wideIsFine() {
    #expect(message("[" + String(repeating: "1, ", count: 20_000) + "]") == "no error")
    #expect(message("f(" + String(repeating: "1, ", count: 20_000) + ")") == "no error")
    #expect(message(String(repeating: "a = 1\n", count: 20_000)) == "no error")
    #expect(
      message("x = " + String(repeating: "9", count: 400)).hasSuffix("too large for a number"))
    #expect(message("x = 0." + String(repeating: "1", count: 100_000)) == "no error")
    useAll(String(repeating: "a", count: 1_000_000))
    useAll(String(repeating: "\u{301}", count: 20_000))
    useAll(String(repeating: "(", count: 50_000))
    useAll(String(repeating: ")", count: 20_000))
    useAll(String(repeating: "\"\\", count: 20_000))
  }
}
