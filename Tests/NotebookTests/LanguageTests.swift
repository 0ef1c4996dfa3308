// The language as its description tells it: every example runs as it stands, and means what it says.

import Notebook
import Testing

struct LanguageTests {
  // MARK: The examples of the description

  @Test func values() {
    let notebook = Notebook()
    let lines = notebook.run(
      "x = [[0,0],[0,1],[1,0],[1,1]]              # a tensor",
      "w = param([2, 1], init=normal(0, 0.1))     # a trainable tensor",
      "z = x @ w + param([1])                     # broadcasting, @, **, slices x[:, -1], .T",
      "net = dense(8) | tanh | dense(1)           # a pipe joins layers",
      "net(x)", "x | net",
      "def block(d, h) = residual(layer_norm | attention(h)) | residual(layer_norm | dense(4*d) | gelu | dense(d))",
      "stack = chain([block(64, 4) for i in 0..4])   # fresh parameters each",
      "def loss(a, y) { s = y * log(a) + (1 - y) * log(1 - a); -mean(s) }",
      "for rate in [0.01, 0.1, 1] { print rate }",
      "a = 1\nb = 2\nif a > b { print 1 } else { print 2 }")
    #expect(lines[0...2] == ["x: [4, 2]", "w: [2, 1]", "z: [4, 1]"])
    #expect(lines.suffix(4) == ["0.01", "0.1", "1", "2"])
    #expect(notebook.values("net(x)") == notebook.values("x | net"))
    #expect(notebook.values("z") == notebook.values("x @ w"))
  }

  @Test func data() {
    let notebook = Notebook()
    notebook.run(
      "data = xor()\ndata = spiral(n=300, classes=3, noise=0.1, seed=1)\niris()\ndata = digits()",
      "train_set, valid, test = split(digits(), 0.8, 0.1, 0.1)",
      "x, y = batch(train_set, 64)                # a mini-batch",
      "t = tokens(\"The man sees the man and the man sees the boy\", by=word)   # lower-cased",
      "p, q = windows(t, length=4)                # y: the next word")
    #expect(notebook.tensor("x").shape == [64, 64])
    #expect(notebook.tensor("y").shape == [64])
    #expect(notebook.tensor("valid.x").shape == [180, 64])
    #expect(notebook.lines("len(train_set) + len(valid) + len(test)") == ["1797"])
    // Outside a run a batch shows the first rows, again and again.
    #expect(notebook.values("x") == notebook.values("x"))
  }

  @Test func training() {
    let notebook = Notebook()
    notebook.run(
      "train_set, valid, test = split(iris(), 0.8, 0.1, 0.1)\nxv = valid.x\nyv = valid.y",
      "x, y = batch(train_set, 64)\nnet = dense(8) | tanh | dense(3)",
      "L = cross_entropy(net(x), y)",
      "train L with adam(lr=1e-3) steps=500       # or epochs=3, clip=1.0",
      "train 50                                   # goes on",
      "track accuracy(eval(net)(xv), yv) every 50 # a series",
      "train L with adam(lr=0.05) steps=500 {\n  at 137 { set lr = 0.01 }\n  every 100 { print L }\n}",
      "train L with sgd(lr=0.1, momentum=0.9) epochs=3 clip=1.0", "plot loss", "plot gradients",
      "plot histogram(net.0.weight)", "plot tanh over -5..5", "plot L", "unplot", "layout training",
      "expect L < 1", "seed 42")
    #expect(notebook.snapshot().run?.stepsPerEpoch == 2)
    #expect(notebook.snapshot().run?.step == 6)
    #expect(notebook.snapshot().layout == "training")
    #expect(notebook.snapshot().plots.isEmpty)
  }

  // MARK: What they mean

  @Test(arguments: [
    ("1 + 2 * 3 ** 2", [19]), ("-2 ** 2", [-4]), ("7 % 3 - 7 % -3", [3]), ("2 ** -1", [0.5]),
    ("[1, 2, 3] * 2", [2, 4, 6]), ("[[1, 2], [3, 4]] @ [[1], [1]]", [3, 7]),
    ("[[1], [2]] + [10, 20]", [11, 21, 12, 22]), ("[1, 2, 3] > 2", [0, 0, 1]),
    ("sum([[1, 2], [3, 4]], axis=0)", [4, 6]), ("sum([[1, 2], [3, 4]], axis=-1)", [3, 7]),
    ("mean([1, 2, 3])", [2]), ("m[0]", [0, 1, 2, 3]), ("m[-1, -1]", [11]),
    ("m[:, -1]", [3, 7, 11]),
    ("m[1:, ::2]", [4, 6, 8, 10]), ("m[::-1, 0]", [8, 4, 0]), ("m[..., 1]", [1, 5, 9]),
    ("m[0:2, 1:3]", [1, 2, 5, 6]), ("m.T[0]", [0, 4, 8]), ("reshape(m, [2, -1])[0, 5]", [5]),
    ("(m | tanh)[0, 0]", [0]), ("[i * i for i in 0..5 if i > 1]", [4, 9, 16]),
    ("m.shape", [3, 4]), ("len(m)", [3]), ("sqrt([4, 9])", [2, 3]), ("[1, 2] == [1, 3]", [1, 0]),
    ("amax(m) - amin(m)", [11]), ("cat([[1, 2] * 1, [3] * 1])", [1, 2, 3]), ("+3 - -1", [4]),
    ("one_hot([0, 2], 3)", [1, 0, 0, 0, 0, 1]), ("norm([3, 4])", [5]), ("2.5e1", [25]),
  ]) func expressions(_ source: String, _ expected: [Float]) {
    let notebook = Notebook()
    notebook.run("m = reshape([i for i in 0..12], [3, 4])")
    #expect(notebook.values("m[0, 0] + (\(source))") == expected)
  }

  @Test func definitions() {
    let notebook = Notebook()
    notebook.run(
      "def double(x) = 2 * x",
      "def clip(x, low=0, high=1) { y = maximum(x, low); minimum(y, high) }",
      "def pair(x) = (x, x + 1)", "def sign(x) { if x > 0 { 1 } else if x < 0 { -1 } else { 0 } }",
      "def power(x, n) { if n == 0 { 1 } else { x * power(x, n - 1) } }", "a, b = pair(3)")
    #expect(notebook.lines("double(4)") == ["8"])
    #expect(notebook.values("clip([-1, 0.5, 7])") == [0, 0.5, 1])
    #expect(notebook.values("clip([-1, 0.5, 7], high=3)") == [0, 0.5, 3])
    #expect(notebook.lines("print a + b") == ["7"])
    #expect(notebook.lines("sign(-3)\nsign(0)\nsign(2)") == ["-1", "0", "1"])
    #expect(notebook.lines("power(2, 10)") == ["1024"])
    // A function's names are its own.
    #expect(notebook.apply("y").error != nil)
    notebook.run("y = 5\ndef g() { y = 6; y }")
    #expect(notebook.lines("g()\ny") == ["6", "5"])
  }

  @Test func control() {
    let notebook = Notebook()
    notebook.run(
      "n = 0\nwhile n < 10 { n = n + 3 }",
      "total = 0\nfor i in 0..5 { for j in 0..i { total = total + j } }",
      "s = 0\nfor row in [[1, 2], [3, 4]] * 1 { s = s + sum(row) }", "names = [\"a\", \"b\"]",
      "t = \"\"\nfor name in names { t = t + name }")
    #expect(notebook.lines("n\ntotal\nt") == ["12", "10", "ab"])
    #expect(notebook.values("s") == [10])
    #expect(notebook.lines("if n > 5 and not (total == 0) or false { \"yes\" }") == ["yes"])
    #expect(
      notebook.lines("x = [\n  1,\n  2\n]\ny = x +\n  1\nz = x\n  | tanh\nz") == [
        "x: [2]", "y: [2]", "z: [2]", "z [2] = [0.7616, 0.964]",
      ])
  }

  @Test func slidingWindows() {
    let notebook = Notebook()
    notebook.run(
      "t = tokens(\"The man sees the man and the man sees the boy\")", "x, y = windows(t, length=5)"
    )
    // the 0, man 1, sees 2, and 3, boy 4
    #expect(notebook.tensor("x").shape == [6, 5])
    #expect(
      notebook.values("x") == [
        0, 1, 2, 0, 1, 1, 2, 0, 1, 3, 2, 0, 1, 3, 0, 0, 1, 3, 0, 1, 1, 3, 0, 1, 2, 3, 0, 1, 2, 0,
      ])
    #expect(notebook.values("y") == [3, 0, 1, 2, 0, 4])
    #expect(notebook.lines("t.vocabulary") == ["0: the", "1: man", "2: sees", "3: and", "4: boy"])
    notebook.run("p, q = windows(t, length=3, target=sequence, stride=4)")
    #expect(notebook.values("p") == [0, 1, 2, 1, 3, 0])
    #expect(notebook.values("q") == [1, 2, 0, 3, 0, 1])
  }

  // MARK: Networks

  @Test func sharedLayers() {
    let notebook = Notebook()
    notebook.run(
      "b = dense(2)\nnet = b | b | b\ny = net([[1, 2]])",
      "fresh = chain([dense(2) for i in 0..3])\nz = fresh([[1, 2]])")
    func count(_ name: String) -> [String] {
      notebook.lines("show \(name)").filter { $0.contains("weight") }
    }
    #expect(count("net").count == 1)
    #expect(count("net").first?.hasPrefix("b.weight") == true)
    #expect(
      count("fresh").map { String($0.prefix(14)) } == [
        "fresh.0.weight", "fresh.1.weight", "fresh.2.weight",
      ])
    #expect(notebook.values("net.0.weight") == notebook.values("net.2.weight"))
    #expect(notebook.values("fresh.0.weight") != notebook.values("fresh.2.weight"))
    // The gradient of the shared weight is the sum over its places.
    notebook.run("L = sum(y)\ng = grad(L, b.weight)")
    #expect(notebook.values("g").allSatisfy { $0 != 0 })
  }

  @Test func paths() {
    let notebook = Notebook()
    notebook.run(
      "def block(d, h) = residual(layer_norm | attention(h)) | residual(layer_norm | dense(4*d) | gelu | dense(d))",
      "stack = chain([block(8, 2) for i in 0..4])",
      "h = stack([[1, 2, 3, 4, 5, 6, 7, 8]] * [[1], [2], [3]])")
    #expect(notebook.tensor("h").shape == [3, 8])
    #expect(notebook.tensor("stack.2.0.1.query.weight").shape == [8, 8])
    #expect(notebook.tensor("stack.3.1.1.weight").shape == [32, 8])
    #expect(notebook.tensor("stack.0.0.0.bias").shape == [8])
    #expect(notebook.values("stack.0.0.0.weight") == Array(repeating: 1, count: 8))
    let shown = notebook.lines("show stack")
    #expect(shown.contains { $0.contains("stack.2.0.1.query.weight") })
    #expect(shown.first?.hasSuffix("3488 parameters") == true, "\(shown.first ?? "")")
  }

  @Test func gradients() {
    let notebook = Notebook()
    notebook.run("x = [1, 2, 3]\nL = sum(x ** 3)\ng = grad(L, x)\nh = grad(sum(g), x)")
    #expect(notebook.values("g") == [3, 12, 27])
    #expect(notebook.values("h") == [6, 12, 18])
    #expect(notebook.values("grad(sum(h), x)") == [6, 6, 6])
    #expect(notebook.values("grad(mean([1, 2]), x)") == [0, 0, 0])
    notebook.run(
      "w = param([2, 1], init=normal)\nz = [[1, 2], [3, 4]] @ w\nC = mean(z ** 2)",
      "train C with sgd(lr=0.1) steps=0")
    #expect(notebook.values("w.grad") == notebook.values("grad(C, w)"))
    #expect(notebook.tensor("z.grad").shape == [2, 1])
    // Second derivatives train too: a gradient penalty.
    notebook.run("P = sum(grad(C, w) ** 2)\ntrain P with sgd(lr=0.001) steps=50")
    let series = notebook.snapshot().run?.series.first?.buckets ?? .init()
    #expect((series.first?.last ?? 0) > (series.last?.last ?? 1))
  }

  /// z = x @ w + b, a = σ(z), L = −mean(…): the famous dz = (a − y) / n.
  @Test func logisticGradient() {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.5, 7], [1, 5], [4, 6]]\ny = [[0], [0], [1]]\nw = param([2, 1])\nb = param([1])",
      "z = x @ w + b\na = sigmoid(z)\nL = -mean(y * log(a) + (1 - y) * log(1 - a))",
      "train L with sgd(lr=0.1) steps=0\nforward\nbackward")
    let stepped = notebook.values("z.grad")
    let famous = notebook.values("(a - y) / 3")
    for (p, q) in zip(stepped, famous) { #expect(abs(p - q) < 1e-7) }
    #expect(stepped.count == 3)
  }

  @Test func attentionAndEvaluation() {
    let notebook = Notebook()
    notebook.run(
      "t = tokens(\"the man sees the boy\")\nnet = embedding(4, 8) | attention(heads=2, causal=true) | dense(4)",
      "s = net(t)", "attention net", "net2 = eval(net)\ns2 = net2(t)", "layout attention")
    #expect(notebook.values("s") == notebook.values("s2"))
    let maps = notebook.snapshot().attention
    #expect(maps.map(\.name) == ["net.1 head 0", "net.1 head 1"])
    for map in maps {
      #expect(map.queries == ["the", "man", "sees", "the", "boy"])
      for row in 0..<5 {
        let weights = map.weights[row * 5..<row * 5 + 5]
        #expect(abs(weights.reduce(0, +) - 1) < 1e-6)
        // The future is masked, and has exactly no weight.
        #expect(weights.suffix(4 - row).allSatisfy { $0 == 0 })
        #expect(map.masked[row * 5..<row * 5 + 5].count { $0 } == 4 - row)
      }
    }
  }

  @Test func functionsAsLayers() {
    let notebook = Notebook()
    notebook.run(
      "def twice(x) = 2 * x\nnet = dense(3) | twice | tanh\ny = net([[1, 2]])",
      "m = dense(2, init=3) | relu\nq = m([[1, 1]])")
    #expect(notebook.tensor("y").shape == [1, 3])
    #expect(notebook.values("q") == [6, 6])
  }

  // MARK: Initial values

  /// A parameter's values are a function of seed and path alone.
  @Test func initialValuesDependOnSeedAndPath() {
    func weights(_ cells: [String], seed: UInt64 = 42) -> [[Float]] {
      let notebook = Notebook(seed: seed)
      for cell in cells { notebook.run(cell) }
      return ["a.weight", "b.0.weight", "b.2.weight", "w"].map { notebook.values($0) }
    }
    let x = "x = [[1, 2]]"
    let plain = weights([
      x, "a = dense(3)", "b = dense(4) | tanh | dense(2)", "w = param([3], init=normal)",
      "p = a(x)",
      "q = b(x)",
    ])
    let other = weights([
      "w = param([3], init=normal)", "b = dense(4) | tanh | dense(2)",
      "unused = dense(7)([[1, 1]])",
      x, "q = b(x)", "print q", "a = dense(3)", "a(x)", "p = a(x)",
    ])
    #expect(plain == other)
    #expect(
      plain
        != weights(
          [
            x, "a = dense(3)", "b = dense(4) | tanh | dense(2)", "w = param([3], init=normal)",
            "p = a(x)",
            "q = b(x)",
          ], seed: 43))
    let reseeded = Notebook(seed: 7)
    reseeded.run("seed 42\nw = param([3], init=normal)")
    #expect(reseeded.values("w") == plain[3])
  }

  /// Looking at values, plotting and asking for help leave the training as it would have been.
  @Test func lookingChangesNothing() {
    let setup = [
      "x, y = batch(spiral(n=60), 16)\nnet = dense(8) | relu | dense(3)\nL = cross_entropy(net(x), y)",
      "train L with adam(lr=0.01) steps=20",
    ]
    let (plain, looking) = (Notebook(), Notebook())
    for cell in setup { plain.run(cell) }
    looking.run(setup[0], "print L\nnet(x)\nshow net\nhelp dense\nplot tanh over -1..1\nx[0]")
    looking.run(setup[1])
    for source in [
      "L", "print L.grad", "plot boundary(net)", "plot loss", "check gradients", "where", "list",
      "grad(L, net.0.weight)", "show net.0.weight", "accuracy(net(x), y)",
    ] { looking.run(source) }
    #expect(plain.digest() == looking.digest())
    plain.run("train 20")
    looking.run("train 20")
    #expect(plain.digest() == looking.digest())
  }

  @Test func rebinding() {
    let notebook = Notebook()
    notebook.run("net = dense(2)\nu = net([[1]])", "net = dense(2)\nv = net([[1]])")
    // Two parameters must never go by one path: the digest is ordered by them.
    let paths = notebook.lines("show net")
    #expect(notebook.tensor("net.weight").shape == [2, 1])
    #expect(paths.isEmpty == false)
    #expect(notebook.values("u") != [] && notebook.values("v") != [])
  }
}
