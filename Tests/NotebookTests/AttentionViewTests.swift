// Attention is read from the program: what views hold equals the tensors, labels are the tokens that
// were looked up, earlier steps are kept within a cap.

import Language
import Notebook
import Testing

@Suite struct AttentionViewTests {
  static let causal = [
    "t = tokens(\"the man sees the boy\")",
    "net = embedding(4, 8) | attention(heads=2, causal=true)", "h = net(t)",
    "L = mean(h ** 2)",
  ]
  static let translation = [
    "source = embedding(7, 8)", "target = embedding(5, 8)",
    "enc = transformer_encoder(1, 2, feedforward=8)",
    "dec = transformer_decoder(2, 2, feedforward=8)",
    "def model(a, b) = dec(target(b), enc(source(a)), tgt_is_causal=true)",
    "y = model([[1, 2, 3, 4], [4, 3, 2, 1]], [[0, 4, 3], [0, 1, 2]])",
  ]

  static func notebook(_ lines: [String]) -> Notebook {
    let notebook = Notebook()
    for line in lines { notebook.run(line) }
    return notebook
  }

  static func show(_ cell: Cell) throws -> AttentionShow {
    for output in cell.outputs {
      if case .plot(let plot) = output, case .attentionView(let show) = plot.content { return show }
    }
    throw Missing(message: cell.error?.message ?? "no view")
  }
  struct Missing: Error { let message: String }

  // MARK: Values

  /// What the instruction of a path has written, read as the debug view reads it.
  static func written(_ path: String, _ notebook: Notebook) throws -> [Float] {
    let program = try #require(notebook.snapshot().program)
    let index = try #require(program.rows.firstIndex { $0.path == path }, "\(path)")
    notebook.look(Gaze(instruction: index))
    return try #require(notebook.snapshot().program?.current?.result?.values)
  }

  @Test func mapsAreTheProgramsWeights() throws {
    let notebook = Notebook()
    notebook.run(
      "x = randn([3, 5, 8])", "net = attention(heads=2, causal=true)",
      "h, w = net(x, need_weights=true)", "attention net")
    for (head, sequence) in [(0, 0), (1, 0), (0, 2), (1, 2)] {
      let source = "attention net view=map head=\(head) sequence=\(sequence)"
      let map = try Self.show(notebook.apply(source)).look.map
      #expect(map?.weights == notebook.values("w[\(sequence)][\(head)]"))
      let overview = notebook.snapshot().attention[head]
      #expect(overview.weights == map?.weights && overview.masked == map?.masked)
      #expect(overview.entropies == map?.entropies)
      #expect(overview.masked == (0..<25).map { $0 % 5 > $0 / 5 })
    }
  }

  @Test func stagesAreTheProgramsTensors() throws {
    let notebook = Self.notebook([
      "t = tokens(\"the man sees the boy\")",
      "net = embedding(4, 6) | attention(heads=1, causal=true)", "L = mean(net(t) ** 2)",
      "train L with sgd(lr=0.1) steps=0", "iterate", "forward",
    ])
    let look = try Self.show(notebook.apply("attention net view=stages")).look
    #expect(look.stages.map(\.name) == ["QKᵀ", "scale", "mask", "softmax", "V", "AV"])
    let paths = ["scores", "scaled", "masked", "weights", "value", "mixed"]
    for (stage, path) in zip(look.stages, paths) {
      #expect(stage.path == "net.1.\(path)")
      #expect(stage.values == (try Self.written("net.1.\(path)", notebook)), "\(path)")
    }
    #expect(look.map?.weights == (try Self.written("net.1.weights", notebook)))
  }

  @Test func theNeuronViewAddsUp() throws {
    let notebook = Notebook()
    notebook.run(
      "q = randn([2, 5, 4])\nk = randn([2, 5, 4])\nS = q @ permute(k, [0, 2, 1])",
      "M = where([[0, 0, 0, 0, 1]] > 0, -inf, S / 2)\nA = softmax(M)")
    let source =
      "attention A view=neuron head=1 query=\"sees\" key=1 queries=\"the man sees a boy\""
    let look = try Self.show(notebook.apply(source)).look
    let neuron = try #require(look.neuron)
    #expect(neuron.label == "sees" && neuron.depth == 4 && neuron.keys.count == 5)
    #expect(neuron.vector == notebook.values("q[1][2]"))
    #expect(neuron.keys.flatMap(\.vector) == notebook.values("k[1]"))
    #expect(neuron.keys.map(\.product) == notebook.values("S[1][2]"))
    #expect(neuron.keys.map(\.score) == notebook.values("M[1][2]"))
    #expect(neuron.keys.map(\.weight) == notebook.values("A[1][2]"))
    for key in neuron.keys {
      #expect(abs(neuron.products(key).reduce(0, +) - key.product) < 1e-5)
    }
    #expect(neuron.keys[4].score == -.infinity && look.map?.isMasked(query: 2, key: 4) == true)
  }

  @Test func entropyIsInBits() throws {
    let notebook = Notebook()
    notebook.run(
      "A = [[0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0, 0], [1, 0, 0, 0], [0.125, 0.125, 0.25, 0.5]]")
    let map = try #require(try Self.show(notebook.apply("attention A view=map")).look.map)
    #expect(map.entropies == [2, 1, 0, 1.75])
    // −0.9 log₂ 0.9 − 0.1 log₂ 0.1
    notebook.run("B = [[0.9, 0.1]]")
    let other = try #require(try Self.show(notebook.apply("attention B view=map")).look.map)
    #expect(abs(other.entropies[0] - 0.468996) < 1e-6)
  }

  @Test func gradientsAreOfTheRunsLoss() throws {
    let notebook = Notebook()
    notebook.run(
      "x = randn([5, 4])\nw = param([4, 4])\nA = softmax(x @ w @ x.T)",
      "L = mean((A @ x) ** 2)", "train L with sgd(lr=0.1) steps=3")
    let look = try Self.show(notebook.apply("attention A gradient=true")).look
    #expect(look.gradient?.weights == notebook.values("A.grad"))
    #expect(look.gradient?.weights.contains { $0 != 0 } == true)
    // Inside a step it is there once the backward pass has come to it.
    notebook.run("forward")
    #expect(
      notebook.failure("attention A gradient=true").contains("is not computed yet in step 4"))
    notebook.run("backward")
    let inside = try Self.show(notebook.apply("attention A gradient=true")).look
    #expect(inside.gradient?.weights == notebook.values("A.grad"))
    notebook.run("B = softmax(x @ x.T)")
    #expect(
      notebook.failure("attention B gradient=true").contains("L does not depend on these weights"))
  }

  // MARK: Kinds and labels

  @Test func encoderDecoderAndCrossAttentionAreNamed() throws {
    let notebook = Self.notebook(Self.translation + ["attention dec view=model"])
    let look = try #require(notebook.snapshot().attentionLook)
    #expect(
      look.layers.map(\.kind) == [
        "decoder self-attention, causal", "cross-attention", "decoder self-attention, causal",
        "cross-attention",
      ])
    #expect(look.sequences == 2)
    let cross = try Self.show(notebook.apply("attention dec layer=3 sequence=1 head=1")).look
    #expect(cross.map?.queries == ["0", "1", "2"] && cross.map?.keys == ["4", "3", "2", "1"])
    let encoder = try Self.show(notebook.apply("attention enc view=heads")).look
    #expect(encoder.layers.map(\.kind) == ["encoder self-attention"])
    #expect(encoder.map?.keys == ["1", "2", "3", "4"])
  }

  @Test func tokensComeFromTheTableThatWasLookedUp() throws {
    let notebook = Notebook()
    notebook.run(
      "long = tokens(\"a cat and a dog and a bird\")", "short = tokens(\"dog bird cat\")",
      "net = embedding(5, 4) | attention()", "y = net(long[0:3])")
    let map = try Self.show(notebook.apply("attention net view=map")).look.map
    #expect(map?.queries == ["a", "cat", "and"])
    let named = try Self.show(
      notebook.apply("attention net view=map queries=\"x y z\" keys=[\"u\", \"v\", \"w\"]")
    ).look.map
    #expect(named?.queries == ["x", "y", "z"] && named?.keys == ["u", "v", "w"])
    let applied = try Self.show(notebook.apply("attention net for=[4, 3] view=map")).look.map
    #expect(applied?.queries == ["bird", "dog"])
  }

  @Test func attentionByHand() throws {
    let notebook = Notebook()
    notebook.run(
      "q = randn([2, 3, 4])\nk = randn([2, 5, 4])\nv = randn([2, 5, 2])",
      "A = softmax(where([[0, 0, 0, 0, 1]] > 0, -1e30, q @ permute(k, [0, 2, 1]) / 2))",
      "o = A @ v")
    let look = try Self.show(notebook.apply("attention A view=stages head=1")).look
    #expect(look.stages.map(\.name) == ["QKᵀ", "scale", "mask", "softmax", "V", "AV"])
    #expect(look.stages.first?.values == notebook.values("(q @ permute(k, [0, 2, 1]))[1]"))
    #expect(look.stages.last?.values == notebook.values("o[1]"))
    let neuron = try Self.show(notebook.apply("attention A view=neuron head=1 query=2")).look.neuron
    #expect(neuron?.vector == notebook.values("q[1][2]"))
    #expect(neuron?.keys.map(\.vector).flatMap { $0 } == notebook.values("k[1]"))
    // Inside of a function it is found as a layer's is.
    notebook.run(
      "def own(x) {\n  a = softmax(dense(4)(x) @ dense(4)(x).T / 2)\n  a @ x\n}",
      "net = embedding(6, 3) | own | dense(2)", "z = net([0, 5, 2])")
    let inside = try Self.show(notebook.apply("attention net view=map")).look
    #expect(inside.layers.count == 1 && inside.map?.queries == ["0", "5", "2"])
  }

  // MARK: Steps

  @Test func earlierStepsAreKept() throws {
    let notebook = Notebook()
    notebook.run(
      "x = randn([5, 4])\nw = param([4, 4])\nA = softmax(x @ w @ x.T)",
      "L = mean((A @ x) ** 2)", "train L with sgd(lr=0.1) steps=0", "attention A")
    let before = notebook.values("A")
    notebook.run("train 100")
    let steps = try #require(notebook.snapshot().attentionLook?.steps)
    #expect(steps.first == 0 && steps.last == 100 && steps.count == 35)
    let old = try Self.show(notebook.apply("attention A step=0")).look
    #expect(old.gaze.step == 0 && old.map?.weights == before)
    #expect(old.map?.weights != notebook.values("A"))
    // Other weights have no steps of their own.
    notebook.run("B = softmax(x @ x.T)", "attention B")
    #expect(notebook.snapshot().attentionLook?.steps == [])
    notebook.run("attention A")
    #expect(notebook.snapshot().attentionLook?.steps == steps)
    // A step that is recorded is what going there shows.
    let middle = try Self.show(notebook.apply("attention A step=30")).look
    notebook.run("goto 30")
    #expect(middle.map?.weights == notebook.values("A"))
    notebook.run("train 300", "train 300")
    let kept = try #require(notebook.snapshot().attentionLook?.steps)
    #expect(kept.count <= 64 && kept == kept.sorted() && Set(kept).count == kept.count)
    #expect(kept.first == 0)
  }

  @Test func looksAreServedDuringARunAndNotRecorded() throws {
    let notebook = Self.notebook(
      Self.causal + ["train L with sgd(lr=0.1) steps=0", "attention net"])
    let control = ScriptedControl(
      notebook, entries: [.init(step: 2, request: .look(AttentionGaze(view: .neuron, head: 1)))])
    let cell = notebook.apply("train 5", control: control)
    #expect(cell.error == nil && cell.source == "train 5")
    let look = try #require(control.published.compactMap(\.attentionLook).last)
    #expect(look.gaze.view == .neuron && look.gaze.head == 1 && look.neuron != nil)
  }

  // MARK: Size

  @Test func largeMapsArePooledAndWindowed() throws {
    let notebook = Notebook()
    notebook.run(
      "A = softmax(randn([3, 300, 200]))", "attention A view=map head=2 query=150 key=199")
    let snapshot = notebook.snapshot()
    let numbers = snapshot.attention.reduce(0) { $0 + $1.weights.count }
    #expect(snapshot.attention.count == 3 && numbers <= 16_384)
    let values = notebook.values("A[2]")
    let overview = snapshot.attention[2]
    #expect(overview.isPooled && overview.weights.max() == values.max())
    let (down, across) = (overview.pooledQueries, overview.pooledKeys)
    for (row, column) in [(0, 0), (5, 7), (overview.queries.count - 1, overview.keys.count - 1)] {
      var most: Float = 0
      for query in row * down..<min(300, (row + 1) * down) {
        for key in column * across..<min(200, (column + 1) * across) {
          most = max(most, values[query * 200 + key])
        }
      }
      #expect(overview.weights[row * overview.keys.count + column] == most)
    }
    let map = try #require(snapshot.attentionLook?.map)
    #expect(map.isWindow && map.weights.count <= 96 * 96)
    #expect(map.weight(query: 150, key: 199) == values[150 * 200 + 199])
    #expect(map.weight(query: 299, key: 0) == nil && map.weight(query: .max, key: .min) == nil)
    // The entropy is over all keys, those outside of the window too.
    let sum = values[150 * 200..<151 * 200].reduce(0.0) { $0 - Double($1) * log2(Double($1)) }
    #expect(abs(Double(map.entropies[150 - map.firstQuery]) - sum) < 1e-4)
  }

  private func log2(_ x: Double) -> Double {
    // By halving: independent of what the notebook does.
    var (x, whole, bit, result) = (x, 0.0, 0.5, 0.0)
    while x < 1 { (x, whole) = (x * 2, whole - 1) }
    while x >= 2 { (x, whole) = (x / 2, whole + 1) }
    for _ in 0..<50 {
      x *= x
      if x >= 2 { (x, result) = (x / 2, result + bit) }
      bit /= 2
    }
    return whole + result
  }

  @Test func hostileGazesStayInside() {
    let notebook = Self.notebook(Self.causal + ["attention net"])
    for view in AttentionGaze.View.allCases {
      for number in [Int.min, -1, 0, 3, Int.max] {
        notebook.look(
          AttentionGaze(
            view: view, layer: number, head: number, query: number, key: number, sequence: number,
            showsGradient: true, isPooled: true, stage: number, step: number))
        let look = notebook.snapshot().attentionLook
        #expect(look?.map != nil)
        #expect((0..<5).contains(look?.gaze.query ?? -1) && look?.gaze.layer == 0)
      }
    }
  }

  @Test func textAndJSONSayWhatTheScreenDraws() {
    let notebook = Self.notebook(Self.causal)
    let lines = notebook.lines("attention net view=map head=1 query=\"man\" key=0")
    #expect(
      lines.first == "plot attention map net.1 head 1, causal self-attention: 5 queries, 5 keys")
    #expect(lines.last?.hasPrefix("  q=man k=the 0.") == true)
    #expect(lines[2].hasSuffix("bits"))
    for view in ["heads", "model", "neuron", "stages"] {
      #expect(notebook.lines("attention net view=\(view)").count > 2, "\(view)")
    }
  }
}
