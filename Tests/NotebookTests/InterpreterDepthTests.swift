// Depth and size: what the parser allows, and what loops and calls build up, ends in an error and
// never in an overflowing stack. 8 MiB, a usual thread's stack, is enough even without optimisation.

import Language
import Notebook
import Synchronization
import Testing

struct InterpreterDepthTests {
  static func nested(_ open: String, _ count: Int, _ inner: String, _ close: String) -> String {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  static let tooDeep = "expressions and calls nest more than 1100 levels deep"
  static let calls = "in f: f calls itself more than 64 levels deep"

  static let cases: [(String, String?)] = [
    (String(repeating: "1 + ", count: 990) + "1", nil),
    ("x = [1]\nx" + String(repeating: ".T", count: 990), nil),
    ("x = [1]\nx" + String(repeating: " | tanh", count: 990), nil),
    (nested("abs(", 198, "1", ")"), nil),
    (nested("[", 199, "1", "]"), nil),
    ("net = " + nested("residual(", 190, "dense(2)", ")") + "\nnet([[1, 2]])", nil),
    ("def f(x) { " + nested("if true { ", 100, "f(x)", " }") + " }\nf(1)", "in f: " + tooDeep),
    ("def f(x) = " + nested("abs(", 100, "f(x)", ")") + "\nf(1)", "in f: " + tooDeep),
    ("def f(x) = " + String(repeating: "1 + ", count: 100) + "f(x)\nf(1)", calls),
    ("def f(x) = f(x)\nf(1)", calls),
    ("def f(x) = [[f(x) for i in 0..1] for j in 0..1]\nf(1)", calls),
    ("def f(x) { f(x) }\nnet = dense(2) | f\nnet([[1, 2]])", calls),
    ("def f(x) { y = x | f\ny }\nnet = f | tanh\nnet([[1, 2]])", calls),
    ("def f(x) = g(x)\ndef g(x) = f(x)\nf(1)", nil),
  ]

  @Test(arguments: cases.indices) func stackIsEnough(_ index: Int) {
    let (source, message) = Self.cases[index]
    let found = Mutex<String?>("not run")
    onThread(stack: 8) {
      let error = Notebook().apply(source).error?.message
      found.withLock { $0 = error }
    }
    if index == Self.cases.count - 1 {
      #expect(found.withLock { $0?.hasSuffix("calls itself more than 64 levels deep") } == true)
    } else {
      #expect(found.withLock { $0 } == message)
    }
  }

  @Test func whatLoopsBuildUp() {
    func message(_ source: String) -> String? { Notebook().apply(source).error?.message }
    #expect(
      message("s = \"aaaaaaaaaaaaaaaa\"\nfor i in 0..60 { s = s + s }")
        == "a text of more than 16 MiB is refused")
    #expect(
      message("x = [tanh]\nfor i in 0..60 { x = [x, x] }")
        == "more than 100,000 lists or layers in one are refused")
    #expect(
      message("x = xor\nfor i in 0..300 { x = [x] }")
        == "lists or layers nest more than 200 levels deep")
    #expect(
      message("net = dense(2)\nfor i in 0..300 { net = residual(net) }")
        == "lists or layers nest more than 200 levels deep")
    #expect(
      message("net = dense(2)\nfor i in 0..60 { net = net | net }")
        == "more than 100,000 lists or layers in one are refused")
    #expect(
      message("for i in 0..20000000 { 1 }")
        == "a loop of more than 10,000,000 elements is refused")
    #expect(
      message("[i for i in -1e15..1e15]")
        == "a loop of more than 10,000,000 elements is refused")
  }
}
