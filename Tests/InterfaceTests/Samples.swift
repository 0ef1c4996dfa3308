// Snapshots made by hand: a run, a program that is being walked, attention, errors.

import Interface
import Language
import Notebook

enum Samples {
  static let intro = NotebookCell(
    number: 1,
    prose: """
      # Exclusive or
      The smallest problem that **one** layer cannot solve. A hidden layer of `tanh` units bends \
      the plane:
      - inputs are the corners of a square
      - the answer is 1 where exactly one of them is set
      """)

  static let definition = NotebookCell(
    number: 2, source: "net = dense(8) | tanh | dense(1) | sigmoid",
    outputs: [.text("net: 2 → 8 → 1, 33 parameters")], status: .done)

  static let loss = NotebookCell(
    number: 3, source: "x, y = xor()\nL = binary_cross_entropy(net(x), y)",
    outputs: [.tensor(TensorOutput(name: "L", shape: [], values: [0.69315]))], status: .done)

  static let train = NotebookCell(
    number: 4, source: "train L with adam(lr=0.05) steps=5000", outputs: [], status: .running)

  static let cells = [intro, definition, loss]

  static func bucket(_ step: Int, _ value: Float) -> SeriesSnapshot.Bucket {
    SeriesSnapshot.Bucket(
      firstStep: step, lastStep: step, minimum: value, maximum: value, last: value,
      nanCount: value.isNaN ? 1 : 0)
  }

  /// A falling curve in plain arithmetic, the same on every machine.
  static func series(_ name: String, _ scale: Float, _ count: Int = 124) -> SeriesSnapshot {
    SeriesSnapshot(
      name: name,
      buckets: (0..<count).map { index in
        let x = Float(index) / 20
        let ripple = Float(index * 7 % 11) / 100
        return bucket(index * 10 + 1, scale * (1 / (1 + x * x) + ripple * 0.2))
      })
  }

  static let run = RunSnapshot(
    loss: "L", step: 1240, target: 5000, stepsPerEpoch: 1, optimizer: "adam",
    learningRate: 0.05, lastLoss: 0.0412,
    series: [series("L", 0.7), series("valid", 0.9)],
    gradients: [
      GradientRow(path: "net.0", norms: series("net.0", 0.4), last: 0.021, verdict: .healthy),
      GradientRow(path: "net.2", norms: series("net.2", 0.01), last: 3e-5, verdict: .vanishing),
      GradientRow(path: "net.4", norms: series("net.4", 40), last: 120, verdict: .exploding),
    ])

  static let training = Snapshot(
    title: "xor", cells: cells + [train], activity: .training, run: run, revision: 7)

  static let rows: [ProgramSnapshot.Row] = {
    typealias Row = ProgramSnapshot.Row
    let weight = "net.0.weight"
    return [
      Row(phase: "batch", path: "x", formula: "x = column 0 of xor, next rows", shape: [4, 2]),
      Row(
        phase: "forward", path: "net.0.matmul", formula: "net.0.matmul = x @ net.0.weightᵀ",
        shape: [4, 8]),
      Row(
        phase: "forward", path: "net.0", formula: "net.0 = net.0.matmul + net.0.bias",
        shape: [4, 8]),
      Row(phase: "forward", path: "net.1", formula: "net.1 = tanh(net.0)", shape: [4, 8]),
      Row(phase: "forward", path: "net.2", formula: "net.2 = σ(net.1 @ v)", shape: [4, 1]),
      Row(phase: "forward", path: "L", formula: "L = −mean(y ⊙ log net.2)", shape: []),
      Row(
        phase: "backward", path: "net.1.grad", formula: "net.1.grad = net.2.grad @ v",
        shape: [4, 8]),
      Row(
        phase: "backward", path: "net.0.grad",
        formula: "net.0.grad = net.1.grad ⊙ (1 − net.1²)", shape: [4, 8]),
      Row(
        phase: "backward", path: "\(weight).grad", formula: "\(weight).grad = net.0.gradᵀ @ x",
        shape: [8, 2]),
      Row(
        phase: "update", path: weight, formula: "\(weight) ← \(weight) − lr · \(weight).grad",
        shape: [8, 2]),
    ]
  }()

  static func matrix(_ name: String, _ role: MatrixView.Role, _ seed: Int) -> MatrixView {
    MatrixView(
      name: name, shape: [4, 8], role: role, rows: 4, columns: 8,
      values: (0..<32).map { Float(($0 * 37 + seed) % 41 - 20) / 64 })
  }

  static let detail = InstructionDetail(
    index: 7, count: 10, step: 3, phase: "backward", path: "net.1.tanh",
    formula: "∂L/∂z = ∂L/∂a ⊙ (1 − a²)",
    rule: "∂L/∂z = ∂L/∂a · ∂a/∂z, ∂a/∂z = 1 − a²",
    operands: [
      matrix("∂L/∂a", .incomingGradient, 3), matrix("1 − a²", .localDerivative, 11),
    ],
    result: matrix("∂L/∂z", .gradient, 5),
    explanation: [
      "∂L/∂z[0, 0] = ∂L/∂a[0, 0] · (1 − a[0, 0]²)", "= -0.2656 · (1 − 0.3750²) = -0.2283",
    ])

  static let program = ProgramSnapshot(
    rows: rows, counter: 8, step: 3, breakpoints: [4: .init(number: 1)], current: detail)

  static let stepping = Snapshot(
    title: "xor", cells: cells, activity: .idle, program: program, revision: 9)

  static let words = ["the", "man", "sees", "the", "boy"]

  static let map = AttentionMap(
    name: "attention.0", queries: words, keys: words,
    weights: [
      1, 0, 0, 0, 0, 0.25, 0.75, 0, 0, 0, 0.125, 0.5, 0.375, 0, 0, 0.25, 0.125, 0.125, 0.5, 0,
      0.0625, 0.375, 0.3125, 0, 0.25,
    ],
    masked: (0..<25).map { $0 % 5 > $0 / 5 })

  static let secondMap: AttentionMap = {
    var other = map
    other.head = 1
    return other
  }()

  static let attention = Snapshot(
    title: "attention",
    cells: [
      NotebookCell(
        number: 1, source: "attention net",
        outputs: [.plot(PlotOutput(title: "attention.0", content: .attention(map)))],
        status: .done)
    ], attention: [map], layout: "attention", revision: 2)

  static let mistake = Snapshot(
    title: "untitled",
    cells: [
      NotebookCell(
        number: 1, source: "w = [[1, 2, 3], [4, 5, 6]]",
        outputs: [
          .tensor(TensorOutput(name: "w", shape: [2, 3], values: [1, 2, 3, 4, 5, -0.125]))
        ], status: .done),
      NotebookCell(
        number: 2, source: "z = w @ w + 1",
        error: Diagnostic(
          "cannot multiply [2, 3] by [2, 3]: 3 columns meet 2 rows", at: SourceRange(4, 9),
          hint: "transpose the second: w @ w.T"), status: .failed),
      NotebookCell(
        number: 3, source: "show net",
        outputs: [
          .table(
            TableOutput(
              header: ["layer", "shape", "parameters", "norm"],
              rows: [
                ["net.0", "[8, 2]", "24", "1.25"], ["net.2", "[1, 8]", "9", "0.5"],
              ])),
          .volatile("12.5 ms"),
        ], status: .done),
    ], revision: 3)

  /// Everything at once.
  static let everything = Snapshot(
    title: "everything", cells: cells + mistake.cells, activity: .paused, run: run,
    program: program, attention: [map, secondMap],
    plots: [
      PlotOutput(
        title: "weights",
        content: .histogram(name: "w", lower: -1, upper: 1, counts: [1, 4, 9, 16, 9, 4, 1])),
      PlotOutput(
        title: "tanh",
        content: .curves(
          x: (0..<41).map { Float($0 - 20) / 5 },
          [Curve(name: "f", values: (0..<41).map { Float($0 - 20) / 20 })])),
    ], revision: 11)
}
