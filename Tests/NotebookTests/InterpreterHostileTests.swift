// Whatever is typed, the notebook answers: with a value or with an error, never with a trap, and an
// error leaves the session as it was.

import Language
import Notebook
import Testing

struct InterpreterHostileTests {
  /// A generator with a fixed seed (SplitMix64).
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static let atoms = [
    "x", "w", "L", "net", "m", "1", "0", "-1", "0.5", "3", "1e308", "1e-300", "9007199254740993",
    "9223372036854775808", "[1, 2]", "[[1, 2], [3, 4]]", "[]", "\"a\"", "true", "none", "pi",
    "x.T", "w.grad", "net.0.weight", "net.0", "x[0]", "x[:, -1]", "x[5]", "x[::0]", "0..3", "data",
    "data.x", "t", "f", "tanh", "dense", "dense(2)", "adam(lr=0.1)", "normal", "xor()", "0/0",
    "1/0",
    "L.grad", "m.shape", "t.indices", "f(1)", "net(x)", "x[-9223372036854775808]",
  ]
  static let calls = [
    "sum", "mean", "exp", "log", "softmax", "dense", "param", "reshape", "cat", "one_hot", "argmax",
    "norm", "len", "grad", "eval", "batch", "split", "tokens", "windows", "chain", "residual",
    "embedding", "attention", "cross_entropy", "mse_loss", "spiral", "permute", "pick", "tril",
    "masked_fill", "matmul", "power", "maximum", "f", "net", "accuracy", "normal", "constant",
    "layer_norm", "abs", "sign", "amax", "bpe", "encode", "decode", "ngrams", "bag_of_words",
    "count_vectorizer", "pad_sequence", "pack_sequence", "char_tokenizer", "parity", "dyck",
    "relative_position_bucket", "lower", "sentences",
  ]
  static let operators = ["+", "-", "*", "/", "@", "**", "%", "==", "<", "|", "and", "or"]
  static let verbs = [
    "print ", "show ", "plot ", "expect ", "track ", "step ", "back step ", "goto ", "set w = ",
    "set lr = ", "set w[0] = ", "attention ", "train ", "break at ", "delete ", "continue to ",
    "y = ", "a, b = ", "plot histogram(", "plot boundary(", "seed ", "help ", "layout ", "next ",
    "until 1 > 0 or ", "finish ", "back next ", "iterate ", "check gradients ", "where ",
  ]

  static func expression(_ random: inout Generator, _ depth: Int) -> String {
    func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    guard depth > 0 else { return pick(atoms) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return pick(atoms)
    case 2, 3:
      let left = expression(&random, depth - 1)
      return "(\(left) \(pick(operators)) \(expression(&random, depth - 1)))"
    case 4, 5:
      let count = Int.random(in: 0...3, using: &random)
      let items = (0..<count).map { _ in expression(&random, depth - 1) }
      return "\(pick(calls))(\(items.joined(separator: ", ")))"
    case 6: return "[\(expression(&random, depth - 1)), \(expression(&random, depth - 1))]"
    default:
      let base = expression(&random, depth - 1)
      return "(\(base))[\(expression(&random, depth - 1)):]"
    }
  }

  static func session() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "data = spiral(n=30)\nx, y = batch(data, 8)\nm = reshape([i for i in 0..12], [3, 4])",
      "net = dense(4) | tanh | dense(3)\nL = cross_entropy(net(x), y)\nw = param([2], init=normal)",
      "t = tokens(\"a b c a b\")\ndef f(x) = 2 * x\nP = mean(w ** 2) + L",
      "train P with adam(lr=0.01) steps=5\nstep 7")
    return notebook
  }

  @Test func randomExpressions() {
    var random = Generator(state: 1)
    let notebook = Self.session()
    var failures = 0
    for round in 0..<600 {
      let verb = round % 2 == 0 ? Self.verbs.randomElement(using: &random) ?? "" : ""
      var source = verb + Self.expression(&random, 3)
      if verb.hasSuffix("(") { source += ")" }
      let before = notebook.digest()
      if notebook.apply(source).error != nil {
        failures += 1
        #expect(notebook.digest() == before, "\(source)")
      }
    }
    #expect(failures > 100)
    #expect(notebook.snapshot().activity == .idle)
  }

  @Test func randomTokens() {
    var random = Generator(state: 2)
    let pieces =
      Self.atoms + Self.operators + Self.verbs + Self.calls + [
        "(", ")", "[", "]", "{", "}", ",", ";", "\n", "=", ":=", ":", "..", "...", ".", "#", "\"",
        "\\",
        "\u{0}", "\u{1B}[2J", "é", "∇", "👩‍👩‍👧", "for i in ", "if ", "else", "while false ",
        "def g(x) ",
        "in", "with ", "every ", "over ", "not ", "\t", "\r\n", "1e", "0x", "..3", "@", "at ",
        "every 1 ",
      ]
    let notebook = Self.session()
    for _ in 0..<800 {
      let count = Int.random(in: 1...8, using: &random)
      var source = ""
      for _ in 0..<count { source += (pieces.randomElement(using: &random) ?? "") + " " }
      let before = notebook.digest()
      let cell = notebook.apply(source)
      if let error = cell.error {
        #expect(notebook.digest() == before, "\(source)")
        _ = error.rendered(in: source)
      }
      _ = cell.recordedLines
    }
    _ = notebook.snapshot()
    _ = notebook.sessionText()
  }

  @Test(arguments: [
    "x = [0..]", "x = [..3]", "x = [0 .. 3", "x[0,,1]", "x = = 3", "train L with", "at 5 {", "}",
    "))))",
    "for i in 0..3 { step }", "goto 99999999999999999999", "step 1e308", "back step 1e308",
    "train 1e308", "train P with sgd steps=1e308", "train P with sgd epochs=9e15", "seed 1e308",
    "set lr = 0/0", "set w = 0/0\nset lr = 1/0", "track w[0] every 1e308", "1e308 * 1e308 ** 2",
    "plot tanh over -1e308..1e308", "plot histogram([1e38, -3e38, 1/0, 0/0])",
    "x = param([0])\nprint x\nprint mean(x)\nplot histogram(x)\nshow x", "argmax(param([0]))",
    "softmax(param([2, 0]))", "amax(param([0]))", "x = param([0, 3])\nx[0]",
    "dense(3)(param([0, 2]))",
    "print spiral(n=3).x[::-1][0:100:7]", "m[-9223372036854775808:9223372036854775807:1]",
    "m[:: -9007199254740991]", "m[9007199254740991:]", "reshape(m, [-1, -1])",
    "reshape(m, [0, -1])", "reshape(m, [9007199254740991, 9007199254740991])", "permute(m, [5, 1])",
    "spiral(n=9007199254740991)", "dense(9007199254740991)([[1]])", "embedding(1e9, 1e9)([1])",
    "one_hot([1e30], 3)", "one_hot([0/0], 3)", "pick([[1, 2]], [0/0])", "pick([[1, 2]], [1e30])",
    "embedding(3, 2)([0/0])", "cross_entropy([[1, 2]], [0/0])", "masked_fill([1], [0/0], 1e308)",
    "windows(t, 9007199254740991)", "windows(t, 2, stride=9007199254740991)", "batch(data, 1e15)",
    "split(data, 0/0)", "split(data, 1e308, 1e308)", "split(data, -1)", "0/0 % 3", "1e308 % 1e-308",
    "-9223372036854775808 % -1", "(0/0)..3", "[i for i in 3..0]", "f(f)", "f = f\nf(1)",
    "tanh = 3\ntanh(1)",
    "def dense(n) = n\ndense(3)", "net = net | net\nnet(x)", "L = L\ntrain L with sgd steps=1",
    "x, x = data\nx", "t = t.indices\nlen(t)", "sum(sum(sum(sum(1))))", "\"\\u{0}\\n\"",
    "print \"\u{1B}[2J\"",
    "help \u{1B}[2J", "layout \"\u{1B}\"",
    "break at net.0\ncontinue\ncontinue\nback continue\ndelete",
    "until L < -1e30 or true", "for i in 0..3 { train 1 }\nback step 3", "x.T.T.T", "x.grad.grad",
    "pi.grad",
    "L.grad", "grad(L, L)", "grad(grad(L, w), w)", "check gradients\ncheck gradients",
    "m ** 0.5 ** m", "w = w | w", "attention net", "plot boundary(net)\nplot boundary(f)",
    "train P with sgd(lr=1e38) steps=20\nplot loss\nplot gradients\nshow net\nplot boundary(net)",
    "train P with adam(lr=0.1) steps=3 { every 1 { goto 0 \n stop } }", "csv(\"/dev/zero\")",
    "csv(\"/proc/self/mem\")",
    "csv(\"\u{0}\")", "csv(\"~\")", "tokens(\"\u{0}\u{1B}[31m x\")", "save \"\u{0}\"",
  ]) func slips(_ source: String) {
    let notebook = Self.session()
    let before = notebook.digest()
    let cell = notebook.apply(source)
    if cell.error != nil { #expect(notebook.digest() == before) }
    for line in cell.recordedLines {
      #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 })
    }
    _ = cell.error?.rendered(in: source)
    _ = notebook.snapshot()
    notebook.run("step 3\nback step 2\nprint P.shape")
  }
}
