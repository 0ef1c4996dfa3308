import Language
import Testing

@Suite struct CompletionTests {
  /// The context at `‸`, as text.
  private func context(_ marked: String, verbs: [String: VerbGrammar] = testVerbs) -> String {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    let source = parts.joined()
    let context = completionContext(
      source: source, cursor: parts[0].utf8.count, verbs: verbs)
    #expect(context.range.upper == parts[0].utf8.count)
    let covered = String(
      decoding: Array(source.utf8)[context.range.lower..<context.range.upper], as: UTF8.self)
    #expect(covered == context.word)
    let place =
      switch context.place {
      case .statementStart: "start"
      case .afterVerb(let verb): "after \(verb)"
      case .clause(let verb): "clause \(verb)"
      case .member(let base): "member \(base)"
      case .argument(let callee): "argument \(callee)"
      case .expression: "expression"
      case .text: "text"
      case .nothing: "nothing"
      }
    var result = "[\(context.word)] \(place)"
    if let verb = context.verb { result += " verb=\(verb)" }
    if let callee = context.callee { result += " callee=\(callee)" }
    if let keyword = context.keyword { result += " keyword=\(keyword)" }
    return result
  }

  @Test(arguments: [
    ("‸", "[] start"), ("tr‸", "[tr] start"), ("tr‸ain", "[tr] start"),
    ("x = 1\npl‸", "[pl] start"),
    ("x = 1; pl‸", "[pl] start"), ("at 3 { se‸", "[se] start"), ("for i in x { ‸", "[] start"),
    ("x = ‸", "[] expression"), ("x = ta‸", "[ta] expression"), ("größe‸", "[größe] start"),
    ("x = a | ta‸", "[ta] expression"), ("x = a |\n ta‸", "[ta] expression"),
    ("x = a\n | ta‸", "[ta] expression"), ("x = [ta‸", "[ta] expression"),
    ("x = 12‸", "[12] nothing"), ("# pro‸", "[] nothing"), ("x = 1 # se‸", "[] nothing"),
    ("def f‸", "[f] nothing"), ("def f(x‸", "[x] nothing callee=f"), ("for i‸", "[i] nothing"),
  ])
  func places(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("net.‸", "[] member net"), ("net.0.we‸", "[we] member net.0"),
    ("x = a + net.0‸", "[0] member net"),
    ("f(x).T‸", "[T] member f(x)"), ("a.b[0, f(1)].c‸", "[c] member a.b[0, f(1)]"),
    ("(a + b).T‸", "[T] member (a + b)"), ("print net.‸", "[] member net verb=print"),
    ("f(net.‸", "[] member net callee=f"), ("= .‸", "[] member "),
  ])
  func members(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("dense(‸", "[] argument dense callee=dense"),
    ("dense(8, in‸", "[in] argument dense callee=dense"),
    ("dense(8, init=no‸", "[no] expression callee=dense keyword=init"),
    ("dense(8, init=normal(0, ‸", "[] argument normal callee=normal"),
    ("dense(init=a + b‸", "[b] expression callee=dense keyword=init"),
    ("dense(8, init=normal(0, 1), b‸", "[b] argument dense callee=dense"),
    ("net.0(‸", "[] argument net.0 callee=net.0"), ("f(x + ‸", "[] expression callee=f"),
    ("f([a, b‸", "[b] expression callee=f"), ("(a, b‸", "[b] expression"),
    ("train L with adam(l‸", "[l] argument adam verb=train callee=adam"),
    ("f(1)(‸", "[] argument f(1) callee=f(1)"),
  ])
  func arguments(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test(arguments: [
    ("train ‸", "[] after train verb=train"), ("train L‸", "[L] after train verb=train"),
    ("train L ‸", "[] clause train verb=train"), ("train L wi‸", "[wi] clause train verb=train"),
    ("train L with ‸", "[] expression verb=train"),
    ("train L with adam(1) st‸", "[st] clause train verb=train"),
    ("break ‸", "[] after break verb=break"), ("break at ne‸", "[ne] expression verb=break"),
    ("print a + ‸", "[] expression verb=print"), ("open my-ru‸", "[my-ru] after open verb=open"),
    ("open ~/runs/x‸", "[~/runs/x] after open verb=open"),
    ("open \"my r‸", "[my r] text verb=open"),
    ("x = csv(\"mi‸", "[mi] text callee=csv"), ("help de‸", "[de] after help verb=help"),
    ("compare a b‸", "[b] after compare verb=compare"),
    ("replay xor sp‸", "[sp] clause replay verb=replay"),
    ("at 3 { print ‸", "[] after print verb=print"), ("update.‸", "[] member update"),
    ("at 3 { a } ‸", "[] clause at verb=at"),
  ])
  func verbs(marked: String, expected: String) { #expect(context(marked) == expected) }

  @Test func withoutGrammarsTheFirstWordIsTheVerb() {
    #expect(context("foo ba‸", verbs: [:]) == "[ba] after foo verb=foo")
    #expect(context("foo = ba‸", verbs: [:]) == "[ba] expression")
  }

  @Test func cursorsAreClamped() {
    #expect(completionContext(source: "größe", cursor: 99).word == "größe")
    #expect(completionContext(source: "größe", cursor: -1).word == "")
    #expect(completionContext(source: "größe", cursor: 3).word == "gr")
  }
}
