// Every rule has a network that it finds something wrong with, and is silent on healthy ones; looking
// leaves no trace.

import Language
import Notebook
import Testing

struct DiagnosisTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let cells: [String]
    /// The findings' titles in their order.
    let titles: [String]
    /// Words that the evidence of the first has.
    var evidence = ""
  }

  static let digits = "x, y = batch(digits(), 64)"

  /// A classifier of the digits with one part that is wrong.
  static func digits(
    _ net: String, loss: String = "cross_entropy(net(x), y)", _ train: String
  ) -> [String] {
    [digits, "net = \(net)", "L = \(loss)", "train L with \(train)"]
  }

  static let xor = ["x = xor().x", "y = reshape(xor().y, [4, 1])"]

  static let sick: [Case] = [
    Case(
      testDescription: "34 sigmoid layers",
      cells: digits(
        "chain([dense(16) | sigmoid for i in 0..34]) | dense(10)", "sgd(lr=0.1) steps=20"),
      titles: ["vanishing gradients: net.0.0.0 … net.0.13.0"], evidence: "14 decades under"),
    Case(
      testDescription: "34 sigmoid layers before the first step",
      cells: digits(
        "chain([dense(16) | sigmoid for i in 0..34]) | dense(10)", "sgd(lr=0.1) steps=0"),
      titles: ["vanishing gradients: net.0.0.0 … net.0.13.0"]),
    Case(
      testDescription: "too large initial values in depth",
      cells: digits(
        "chain([dense(16, init=normal(0, 2)) | relu for i in 0..20]) | dense(10)",
        "sgd(lr=1e-30) steps=10"),
      titles: ["exploding gradients: net.1"], evidence: "and 1000 is much"),
    Case(
      testDescription: "the logarithm of 0",
      cells: digits(
        "dense(32) | relu | dense(10)",
        loss: "-mean(pick(log(softmax(net(x) * 400)), y))", "sgd(lr=0.0001) steps=5"),
      titles: ["NaN: L.log"], evidence: "gave -Infinity"),
    Case(
      testDescription: "weights out of bounds",
      cells: digits(
        "dense(32) | relu | dense(10)", loss: "mean((net(x) - one_hot(y, 10)) ** 2)",
        "sgd(lr=100) steps=50"),
      titles: ["NaN: L.square", "learning rate too high: lr = 100"], evidence: "gave Infinity"),
    Case(
      testDescription: "dead units",
      cells: [
        "x = [[0.1, 0.2], [0.3, 0.1], [0.5, 0.9], [1, 0.4]]", "y = [[0], [1], [1], [0]]",
        "net = dense(8) | relu | dense(1)", "L = mean((net(x) - y) ** 2)",
        "train L with sgd(lr=0.01) steps=0", "set net.0.bias = [-5, -5, -5, -5, -5, -5, -5, 1]",
        "train 60",
      ], titles: ["dead ReLU: net.1"], evidence: "7 of 8 units are 0 for all"),
    Case(
      testDescription: "large weights before a sigmoid",
      cells: digits(
        "dense(32, init=normal(0, 5)) | sigmoid | dense(10)", "sgd(lr=0.001) steps=60"),
      titles: ["saturated: net.1"], evidence: "of the sigmoid values lie beyond 0.97"),
    Case(
      testDescription: "large weights before a tanh",
      cells: digits("dense(32, init=normal(0, 5)) | tanh | dense(10)", "sgd(lr=0.001) steps=60"),
      titles: ["saturated: net.1"], evidence: "of the tanh values lie beyond 0.97"),
    Case(
      testDescription: "all zeros",
      cells: digits(
        "dense(32, init=zeros) | tanh | dense(10, init=zeros)", "sgd(lr=0.1) steps=60"),
      titles: ["symmetric weights: net.0.weight"], evidence: "32 units are all 0"),
    Case(
      testDescription: "equal units",
      cells: digits(
        "dense(32, init=constant(0.1)) | tanh | dense(10, init=constant(0.1))",
        "sgd(lr=0.1) steps=60"),
      titles: ["symmetric weights: net.0.weight"], evidence: "32 units are the same"),
    Case(
      testDescription: "updates too small for the weights",
      cells: digits(
        "dense(32, init=normal(0, 5)) | relu | dense(10)",
        loss: "mean((net(x) / 1000 - one_hot(y, 10)) ** 2)", "sgd(lr=0.5) steps=60"),
      titles: ["update-to-weight ratio: net.0.weight"], evidence: "of its size, at most"),
    Case(
      testDescription: "cut off",
      cells: [
        digits, "body = dense(32) | relu", "head = dense(10)",
        "L = cross_entropy(head(stop_gradient(body(x))), y) + 0 * mean(body(x))",
        "train L with sgd(lr=0.5) steps=60",
      ], titles: ["unchanged weights: body.0.weight"], evidence: "its gradient is exactly 0"),
    Case(
      testDescription: "uphill",
      cells: [
        "w = param([4], init=ones)", "L = mean(w ** 2)",
        "train L with sgd(lr=0.1, maximize=true) steps=60",
      ], titles: ["diverging loss: loss"]),
    Case(
      testDescription: "nothing to learn",
      cells: [
        "x = normal([64, 20])", "y = bernoulli(0.5 + 0 * normal([64, 1]))",
        "net = dense(32) | relu | dense(1) | sigmoid", "L = binary_cross_entropy(net(x), y)",
        "train L with adam(lr=0.001) steps=100",
      ], titles: ["stalled loss: loss"]),
    Case(
      testDescription: "36 rows by heart, by the loss",
      cells: [
        "few, others = split(digits(), 0.02, 0.3)", "x, y = batch(few, 36)",
        "net = dense(128) | relu | dense(10)", "L = cross_entropy(net(x), y)",
        "track cross_entropy(eval(net)(others.x), others.y) every 20",
        "train L with adam(lr=0.01) steps=300",
      ],
      titles: ["train/validation gap: cross_entropy(eval(net)(others.x), others.y)"],
      evidence: "and the training loss fell to"),
    Case(
      testDescription: "36 rows by heart, by the accuracy",
      cells: [
        "few, others = split(digits(), 0.02, 0.3)", "x, y = batch(few, 36)",
        "net = dense(128) | relu | dense(10)", "L = cross_entropy(net(x), y)",
        "score = accuracy(eval(net)(others.x), others.y)", "track score every 20",
        "train L with adam(lr=0.01) steps=300",
      ], titles: ["train/validation gap: score"], evidence: "of the training rows are right"),
    Case(
      testDescription: "steps too long",
      cells: digits("dense(32) | relu | dense(10)", "sgd(lr=30) steps=60"),
      titles: ["learning rate too high: lr = 30", "dead ReLU: net.1"],
      evidence: "where its slope promised"),
    Case(
      testDescription: "steps too short",
      cells: digits("dense(32) | tanh | dense(10)", "sgd(lr=1e-4) steps=60"),
      titles: ["learning rate too low: lr = 0.0001"], evidence: "as straight as its slope"),
    Case(
      testDescription: "no step at all",
      cells: digits("dense(32) | tanh | dense(10)", "sgd(lr=0) steps=5"),
      titles: ["learning rate too low: lr = 0"]),
    Case(
      testDescription: "softmax twice",
      cells: digits("dense(32) | tanh | dense(10) | softmax", "adam(lr=0.01) steps=60"),
      titles: ["softmax: net.3"], evidence: "cannot fall under 1.46 for 10 classes"),
    Case(
      testDescription: "softmax missing",
      cells: digits(
        "dense(32) | tanh | dense(10)", loss: "nll_loss(net(x), y)", "adam(lr=0.01) steps=60"),
      titles: ["softmax: net.2"], evidence: "scores and no log-probabilities"),
    Case(
      testDescription: "logarithm missing",
      cells: digits(
        "dense(32) | tanh | dense(10) | softmax", loss: "nll_loss(net(x), y)",
        "adam(lr=0.01) steps=60"),
      titles: ["softmax: net.3"], evidence: "probabilities and no logarithms"),
    Case(
      testDescription: "sigmoid twice",
      cells: xor + [
        "net = dense(8) | tanh | dense(1) | sigmoid",
        "L = binary_cross_entropy_with_logits(net(x), y)", "train L with adam(lr=0.01) steps=60",
      ], titles: ["softmax: net.3"], evidence: "a sigmoid too many"),
    Case(
      testDescription: "sigmoid missing",
      cells: xor + [
        "net = dense(8) | tanh | dense(1)", "L = binary_cross_entropy(net(x), y)",
        "train L with adam(lr=0.01) steps=60",
      ], titles: ["softmax: net.2"], evidence: "4 of 4 outside 0 … 1"),
    Case(
      testDescription: "labels from 1 to 10",
      cells: digits(
        "dense(32) | tanh | dense(10)", loss: "cross_entropy(net(x), y + 1)",
        "adam(lr=0.01) steps=60"),
      titles: ["labels out of range: L.add"], evidence: "holds 10, and the classes are 0…9"),
    Case(
      testDescription: "labels of -1 and 1",
      cells: xor + [
        "net = dense(8) | tanh | dense(1) | sigmoid", "L = binary_cross_entropy(net(x), 2 * y - 1)",
        "train L with adam(lr=0.01) steps=60",
      ], titles: ["labels out of range: L.sub"], evidence: "holds -1"),
    Case(
      testDescription: "raw columns",
      cells: [
        "x, y = batch(wine(), 32)", "net = dense(32) | tanh | dense(3)",
        "L = cross_entropy(net(x), y)", "train L with adam(lr=0.01) steps=60",
      ], titles: ["unscaled inputs: x"], evidence: "column 12 is about 8"),
    Case(
      testDescription: "no inputs",
      cells: digits(
        "dense(32) | relu | dense(10)", loss: "cross_entropy(net(0 * x), y)",
        "adam(lr=0.001) steps=60"),
      titles: ["constant inputs: L.mul"], evidence: "all 64 rows are 0"),
    Case(
      testDescription: "dropout while measuring",
      cells: [
        "some, others = split(digits(), 0.8, 0.2)", "x, y = batch(some, 64)",
        "net = dense(32) | relu | dropout(0.5) | dense(10)", "L = cross_entropy(net(x), y)",
        "score = accuracy(net(others.x), others.y)", "track score every 20",
        "train L with adam(lr=0.01) steps=100",
      ], titles: ["dropout in evaluation: score"], evidence: "net.2.mask"),
  ]

  static let healthy: [Case] = [
    Case(
      testDescription: "dropout with eval",
      cells: [
        "some, others = split(digits(), 0.8, 0.2)", "x, y = batch(some, 64)",
        "net = dense(32) | relu | dropout(0.5) | dense(10)", "L = cross_entropy(net(x), y)",
        "score = accuracy(eval(net)(others.x), others.y)", "track score every 20",
        "train L with adam(lr=0.01) steps=100",
      ], titles: []),
    Case(
      testDescription: "34 residual layers",
      cells: digits(
        "dense(16) | chain([residual(layer_norm | dense(16) | relu) for i in 0..34]) | dense(10)",
        "adam(lr=0.003) steps=60"), titles: []),
    Case(
      testDescription: "sgd", cells: digits("dense(32) | tanh | dense(10)", "sgd(lr=0.5) steps=60"),
      titles: []),
    Case(
      testDescription: "a few steps",
      cells: digits("dense(32) | tanh | dense(10)", "sgd(lr=0.1) steps=3"), titles: []),
    Case(
      testDescription: "no step",
      cells: digits("dense(32) | tanh | dense(10)", "sgd(lr=0.1) steps=0"), titles: []),
    Case(
      testDescription: "scaled columns",
      cells: [
        "d = wine()", "x, y = batch(d, 32)", "net = batch_norm | dense(32) | tanh | dense(3)",
        "L = cross_entropy(net(x), y)", "train L with adam(lr=0.01) steps=100",
      ], titles: []),
    Case(
      testDescription: "a recurrent network",
      cells: [
        "t = tokens(corpus(), by=character)",
        "x, y = windows(t, length=16, target=sequence, batch=16)",
        "net = embedding(len(t.vocabulary), 16) | rnn(32) | dense(len(t.vocabulary))",
        "L = cross_entropy(net(x), y)", "train L with adam(lr=0.01) steps=60",
      ], titles: []),
    Case(
      testDescription: "one parameter",
      cells: ["w = param([2])", "train mean((w - 3) ** 2) with sgd(lr=0.1) steps=20"], titles: []),
  ]

  @Test(arguments: sick + healthy) func findsWhatIsWrong(_ example: Case) {
    let notebook = Notebook()
    for cell in example.cells { notebook.run(cell) }
    let digest = notebook.digest()
    let before = notebook.snapshot()
    let cell = notebook.apply("diagnose")
    #expect(cell.error == nil)
    let findings = cell.outputs.compactMap { output -> FindingOutput? in
      if case .finding(let finding) = output { finding } else { nil }
    }
    #expect(findings.map(\.title) == example.titles)
    #expect(cell.outputs.count == findings.count)
    if !example.evidence.isEmpty {
      #expect(findings.first?.evidence.contains(example.evidence) == true)
    }
    for finding in findings { #expect(!finding.remedy.isEmpty) }
    // The same again, and no trace of it.
    #expect("\(notebook.diagnosis())" == "\(findings)")
    #expect(cell.digest == nil)
    #expect(notebook.digest() == digest)
    // As text: a NaN is not equal to itself.
    #expect("\(notebook.snapshot().run as Any)" == "\(before.run as Any)")
    #expect("\(notebook.snapshot().program as Any)" == "\(before.program as Any)")
  }

  /// In the middle of a step too; then the run goes on as if nobody had looked.
  @Test func leavesNoTrace() {
    let source = Self.digits(
      "dense(32) | relu | dense(10)", "sgd(lr=0.1, momentum=0.9) steps=40")
    let looked = Notebook()
    let other = Notebook()
    for cell in source {
      looked.run(cell)
      other.run(cell)
    }
    for move in ["step 7", "step 3", "iterate", "train 5", "back step 40", "goto 12", "train 9"] {
      looked.run("diagnose")
      looked.run(move)
      other.run(move)
      #expect(looked.digest() == other.digest())
      #expect(looked.snapshot().program == other.snapshot().program)
      #expect(looked.snapshot().run == other.snapshot().run)
    }
  }

  @Test func aFindingIsOneLineAndAPlace() {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nL = mean(log(w))\ntrain L with sgd(lr=0.1) steps=2")
    #expect(
      notebook.lines("diagnose") == [
        "NaN: L.log: L.log = log(w) gave -Infinity at [0] with w[0] = 0 in step 1; 4 instructions "
          + "of that step hold no number: keep what log is taken of above 0, as in log(p + 1e-8), "
          + "or use a loss that takes logits: cross_entropy, binary_cross_entropy_with_logits",
        "  at instruction 1 in step 1: L.log",
      ])
    let json = JSONOutput.line(notebook.apply("diagnose"))
    #expect(
      json.contains(#""kind":"finding","rule":"NaN","severity":"error","subject":"L.log""#))
    #expect(json.contains(#""path":"L.log","index":0,"step":1"#))
  }

  @Test func whatIsWrongShowsWhileTraining() {
    func warnings(_ cells: [String]) -> [String] {
      let notebook = Notebook()
      for cell in cells { notebook.run(cell) }
      return notebook.snapshot().run?.warnings ?? ["no run"]
    }
    #expect(warnings(Self.sick[0].cells) == ["14 vanishing"])
    #expect(warnings(Self.sick[3].cells) == ["NaN"])
    #expect(
      warnings(["w = param([4], init=ones)", "train mean(w ** 2) with sgd(lr=5) steps=12"]).first
        == "loss rises")
    #expect(warnings(Self.digits("dense(8) | relu | dense(10)", "adam(lr=0.01) steps=20")) == [])
    #expect(warnings(Self.digits("dense(8) | relu | dense(10)", "adam(lr=0.01) steps=0")) == [])
  }

  /// The losses of several runs in one picture.
  @Test func runsInOnePicture() {
    let notebook = Notebook()
    notebook.run("w = param([2])\nL = mean((w - 3) ** 2)")
    #expect(notebook.apply("plot runs").error?.message == "there is no run to plot")
    notebook.run("train L with sgd(lr=0.1) steps=5", "train L with sgd(lr=0.1) steps=4")
    notebook.run("train L with adam(lr=0.1) steps=3")
    let lines = notebook.lines("plot runs")
    #expect(
      lines.map { $0.split(separator: ":")[0] } == [
        "plot sgd(lr=0.1) #1", "plot sgd(lr=0.1) #2", "plot adam(lr=0.1)",
      ])
    // A cell that fails has made no run.
    notebook.apply("train L with adam(lr=0.2) steps=3\nnothing")
    #expect(notebook.lines("plot runs") == lines)
    for _ in 0..<15 { notebook.run("train L with sgd(lr=0.3) steps=2") }
    #expect(notebook.lines("plot runs").count == 12)
  }

  /// Runs that differ in the loss or in the schedule are told apart by these.
  @Test func runsAreToldApart() {
    let notebook = Notebook()
    func names() -> [String] {
      notebook.lines("plot runs").map { String($0.split(separator: ":")[0]) }
    }
    notebook.run("w = param([2])\nA = mean((w - 3) ** 2)\nB = mean((w - 2) ** 2)")
    notebook.run("train A with sgd(lr=0.1) steps=5", "train B with sgd(lr=0.1) steps=4")
    #expect(names() == ["plot A", "plot B"])
    notebook.run("train A with sgd(lr=0.1) steps=3 schedule=cosine( T_max=3 )")
    #expect(
      names() == [
        "plot A sgd(lr=0.1)", "plot B sgd(lr=0.1)", "plot A sgd(lr=0.1) cosine( T_max=3 )",
      ])
  }
}
