import Language
import Testing

@Suite struct StatementTests {
  @Test func nothingGivesNoStatements() {
    #expect(trees("") == [])
    #expect(trees("\n\n  # only a comment\n;\n") == [])
  }

  @Test(arguments: [
    ("x = 1", ["(= x 1)"]), ("x, y = batch(t, 64)", ["(= x y (call batch t 64))"]),
    ("(x, y) = f(z)", ["(= x y (call f z))"]), ("x = 1, 2", ["(= x (tuple 1 2))"]),
    ("memory := memory + 1", ["(:= memory (+ memory 1))"]),
    ("a = 1; b = 2", ["(= a 1)", "(= b 2)"]),
    ("a = 1 # note\nb = 2", ["(= a 1)", "(= b 2)"]), ("# prose\na = 1", ["(= a 1)"]),
    ("a\r\nb\r\n", ["a", "b"]), ("f(1,\n  2)", ["(call f 1 2)"]), ("[1,\n\n2\n]", ["(list 1 2)"]),
    ("a +\n b", ["(+ a b)"]), ("a +\n\n# note\n b", ["(+ a b)"]), ("a\n-b", ["a", "(- b)"]),
    ("a\n  | b\n  | c", ["(| (| a b) c)"]), ("a |\nb", ["(| a b)"]),
    ("n = a\n  # hidden\n  | b\ny", ["(= n (| a b))", "y"]), ("f(\n# note\n1)", ["(call f 1)"]),
    ("x = not\na", ["(= x (not a))"]),
  ])
  func lines(source: String, expected: [String]) { #expect(trees(source) == expected) }

  @Test(arguments: [
    ("def f(x, n=2) = x ** n", "(def f (x n=2) {(** x n)})"),
    ("def f() { }", "(def f () {})"), ("def f(x) = x, 2 * x", "(def f (x) {(tuple x (* 2 x))})"),
    (
      "def loss(a, y) { s = y * log(a); -mean(s) }",
      "(def loss (a y) {(= s (* y (call log a))); (- (call mean s))})"
    ),
    ("def update(x) {\n  x\n}", "(def update (x) {x})"),
    ("for rate in [0.5, 1] { f(rate) }", "(for rate (list 0.5 1) {(call f rate)})"),
    ("while a > b { a = a - 1 }", "(while (> a b) {(= a (- a 1))})"),
    ("if a > b { c } else { d }", "(if (> a b) {c} {d})"), ("if a { }", "(if a {} {})"),
    ("if a { b } else if c { d } else { e }", "(if a {b} {(if c {d} {e})})"),
    (
      "def block(d, h) = residual(layer_norm | attention(h)) | residual(gelu)",
      "(def block (d h) {(| (call residual (| layer_norm (call attention h))) "
        + "(call residual gelu))})"
    ),
  ])
  func compound(source: String, expected: String) {
    #expect(tree(source) == expected)
  }

  @Test(arguments: [
    (
      "train L with adam(lr=0.05) steps=500 {\n  at 137 { set lr = 0.01 }\n  every 100 { print L }\n}",
      "(VERB train L with: (call adam lr=0.05) steps=500 {(VERB at 137 {(VERB set lr = 0.01)}); "
        + "(VERB every 100 {(VERB print L)})})"
    ),
    ("train 500", "(VERB train 500)"), ("train", "(VERB train)"),
    ("train L for=net.2 with sgd clip=1.0", "(VERB train L with: sgd for=(. net 2) clip=1)"),
    (
      "track accuracy(eval(net)(xv), yv) every 50",
      "(VERB track (call accuracy (call (call eval net) xv) yv) every: 50)"
    ),
    ("break at net.2", "(VERB break <at> (. net 2))"), ("break nan", "(VERB break <nan>)"),
    (
      "break when norm(net.0.weight.grad) < 1e-1",
      "(VERB break <when> (< (call norm (. (. (. net 0) weight) grad)) 0.1))"
    ),
    ("back step 3", "(VERB back <step> 3)"), ("back step", "(VERB back <step>)"),
    ("continue", "(VERB continue)"), ("continue to net.1", "(VERB continue to: (. net 1))"),
    ("set lr = 0.5", "(VERB set lr = 0.5)"), ("set X[0, 1] = 3", "(VERB set (at X 0 1) = 3)"),
    ("predict X[i, j] = -0.25", "(VERB predict (at X i j) = (- 0.25))"),
    ("replay xor speed=4", "(VERB replay 'xor' speed=4)"),
    ("save my-run.2", "(VERB save 'my-run.2')"),
    ("save \"my run\"", "(VERB save 'my run')"),
    ("open ~/a_b/2x.nabla", "(VERB open '~/a_b/2x.nabla')"),
    ("compare A B", "(VERB compare 'A' \"B\")"), ("compare A", "(VERB compare 'A')"),
    ("expect loss < 0.5", "(VERB expect (< loss 0.5))"), ("plot loss", "(VERB plot <loss>)"),
    ("plot loss + 1", "(VERB plot (+ loss 1))"), ("plot loss.grad", "(VERB plot (. loss grad))"),
    ("plot f over -5..5", "(VERB plot f over: (.. (- 5) 5))"), ("plot", "(VERB plot)"),
    ("plot histogram(w)", "(VERB plot <histogram> w)"), ("plot [1, 2]", "(VERB plot (list 1 2))"),
    (
      "at 3 before net.0.matmul { print x }",
      "(VERB at 3 before: (. (. net 0) matmul) {(VERB print x)})"
    ),
    ("check gradients", "(VERB check <gradients>)"), ("help dense", "(VERB help 'dense')"),
    ("help", "(VERB help)"), ("help **", "(VERB help '**')"), ("help ==", "(VERB help '==')"),
    ("help for", "(VERB help 'for')"), ("help |", "(VERB help '|')"), ("seed 42", "(VERB seed 42)"),
    ("print (a + b) * c", "(VERB print (* (+ a b) c))"), ("print -x", "(VERB print (- x))"),
    ("list; quit", "(VERB list) ; (VERB quit)"), ("at 3 {\n}", "(VERB at 3 {})"),
    ("step", "(VERB step)"), ("s 3", "(VERB step 3)"),
  ])
  func verbs(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test(arguments: [
    ("update = 3", "(= update 3)"), ("list(x)", "(call list x)"), ("list.a", "(. list a)"),
    ("print, x = f(y)", "(= print x (call f y))"), ("step := 3", "(:= step 3)"),
    ("step[0]", "(at step 0)"), ("print (x)", "(VERB print x)"),
    ("print [0]", "(VERB print (list 0))"),
    ("x = update", "(= x update)"), ("s = 3\ns", "(= s 3) ; s"), ("s", "(VERB step)"),
    ("for s in x { s }", "(for s x {s})"), ("def f(s) { s }; s", "(def f (s) {s}) ; (VERB step)"),
    ("(update)", "update"),
  ])
  func verbsAsNames(source: String, expected: String) { #expect(tree(source) == expected) }

  @Test func boundLetterIsNoVerb() {
    #expect(tree("s", names: ["s"]) == "s")
    #expect(tree("step", names: ["step"]) == "(VERB step)")
  }
}
