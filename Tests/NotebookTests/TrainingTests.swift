// Training and walking are one program: whichever way a run is executed, the bits are the same.

import Language
import Notebook
import Testing

struct TrainingTests {
  /// Batches with a short last one, an optimizer with state, a loss of two parts.
  static let setup = [
    "x, y = batch(spiral(n=50, seed=3), 16)",
    "net = dense(6) | tanh | dense(3)\nL = cross_entropy(net(x), y) + 0.001 * sum(net.0.weight ** 2)",
  ]

  static func notebook(_ train: String) -> Notebook {
    let notebook = Notebook()
    for cell in setup { notebook.run(cell) }
    notebook.run(train)
    return notebook
  }

  @Test func steppingARunIsTrainingIt() {
    for optimizer in ["adam(lr=0.02)", "sgd(lr=0.1, momentum=0.9)"] {
      let trained = Self.notebook("train L with \(optimizer) steps=9")
      let stepped = Self.notebook("train L with \(optimizer) steps=0")
      let count = stepped.snapshot().program?.rows.count ?? 0
      #expect(count > 20)
      for _ in 0..<9 * count { stepped.apply("step") }
      #expect(stepped.digest() == trained.digest())
      #expect(stepped.snapshot().run?.step == 9)
      #expect(stepped.snapshot().run?.series == trained.snapshot().run?.series)
      // By other ways too.
      let walked = Self.notebook("train L with \(optimizer) steps=0")
      walked.run(
        "forward\nbackward\nupdate\niterate", "step \(count + 3)\nfinish\nnext\nfinish",
        "goto 5\ngoto 2\nuntil L < -1 or true\niterate", "train 2", "iterate\ngoto 9")
      #expect(walked.digest() == trained.digest())
    }
  }

  @Test func clippedAndPartialTraining() {
    let notebook = Self.notebook("train L with sgd(lr=5) steps=3 clip=0.5 for=net.2")
    let stepped = Self.notebook("train L with sgd(lr=5) steps=0 clip=0.5 for=net.2")
    stepped.run("goto 3")
    #expect(notebook.digest() == stepped.digest())
    let fresh = Self.notebook("print 1")
    #expect(notebook.values("net.0.weight") == fresh.values("net.0.weight"))
    #expect(notebook.values("net.2.weight") != fresh.values("net.2.weight"))
    // A step of sgd moves by lr times a gradient of norm at most 0.5.
    let before = fresh.values("net.2.weight") + fresh.values("net.2.bias")
    let one = Self.notebook("train L with sgd(lr=5) steps=1 clip=0.5 for=net.2")
    let after = one.values("net.2.weight") + one.values("net.2.bias")
    let moved = zip(before, after).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    #expect(moved <= 2.5001)
  }

  @Test func goingOnIsOneRun() {
    let one = Self.notebook("train L with adam(lr=0.02) steps=30")
    let pieces = Self.notebook("train L with adam(lr=0.02) steps=10")
    pieces.run("train 5", "train epochs=3", "train 3")
    #expect(one.digest() == pieces.digest())
    #expect(pieces.snapshot().run?.step == 30)
    #expect(Self.notebook("train L with adam(lr=0.02) epochs=5").snapshot().run?.step == 20)
  }

  @Test func blocks() {
    let notebook = Self.notebook(
      """
      train L with sgd(lr=0.1) steps=6 {
        at 0 { print 100 }
        at 2 { set lr = 0.05 }
        every 3 { print 103 }
        at 6 { print 106 }
        at 3 before L { print L.shape }
      }
      """)
    let lines = notebook.cells.last?.recordedLines.map(\.text) ?? []
    #expect(lines.filter { ["100", "103", "106"].contains($0) } == ["100", "103", "103", "106"])
    #expect(lines.contains("lr = 0.05 from step 3"))
    let byHand = Self.notebook("train L with sgd(lr=0.1) steps=2")
    byHand.run("set lr = 0.05", "train 4")
    #expect(notebook.digest() == byHand.digest())
  }

  @Test func aValueSetInsideAStep() {
    let block = Self.notebook(
      "train L with sgd(lr=0.1) steps=5 { at 2 before net.0.weight { set net.0.weight.grad = 0 } }")
    let byHand = Self.notebook("train L with sgd(lr=0.1) steps=2")
    byHand.run("continue to net.0.weight", "set net.0.weight.grad = 0", "train 3")
    #expect(block.digest() == byHand.digest())
    // And walked over again, backwards and forwards, it is still set.
    byHand.run("goto 1", "goto 5")
    #expect(block.digest() == byHand.digest())
    #expect(block.digest() != Self.notebook("train L with sgd(lr=0.1) steps=5").digest())
  }

  @Test func aMistakeInABlockRollsEverythingBack() {
    let notebook = Self.notebook("train L with adam(lr=0.02) steps=7")
    notebook.run("step 5")
    let (digest, before) = (notebook.digest(), notebook.snapshot())
    for source in [
      "train 10 { at 12 { set lr = 0.5 \n set net.0.weight = 3 \n nothing } }",
      "train 10 { every 4 { expect L < -1 } }",
      "net = dense(3)\nQ = mean(net(x))\ntrain Q with sgd(lr=0.1) steps=10 { at 5 { nothing } }",
      "goto 2\nset lr = 7\ntrain 3\nnothing", "seed 9\nback continue\nnothing",
      "set net.0.weight = 0\nstep 100\nnothing", "track L\nbreak at L\nlayout training\nnothing",
    ] {
      let cell = notebook.apply(source)
      #expect(cell.status == .failed, "\(source)")
      #expect(notebook.digest() == digest, "\(source)")
      let after = notebook.snapshot()
      #expect(after.run == before.run, "\(source)")
      #expect(after.program == before.program, "\(source)")
      #expect(after.names == before.names, "\(source)")
      #expect(after.layout == before.layout, "\(source)")
    }
    // What follows is as if nothing had happened.
    notebook.run("back step 30", "step 30", "train 5")
    let plain = Self.notebook("train L with adam(lr=0.02) steps=7")
    plain.run("step 5", "train 5")
    #expect(notebook.digest() == plain.digest())
  }

  @Test func tracking() {
    let notebook = Notebook()
    for cell in Self.setup { notebook.run(cell) }
    notebook.run(
      "track norm(net.0.weight) every 4", "track L every 5",
      "train L with sgd(lr=0.1) steps=10", "plot L")
    let series = notebook.snapshot().run?.series ?? []
    #expect(series.map(\.name) == ["L", "norm(net.0.weight)", "L"])
    #expect(series[1].buckets.map(\.lastStep) == [0, 4, 8, 10])
    #expect(series[2].buckets.map(\.lastStep) == [0, 5, 10])
    #expect(notebook.values("norm(net.0.weight)").first == series[1].buckets.last?.last)
  }

  @Test func aLossThatDiverges() {
    let notebook = Self.notebook("train L with sgd(lr=1e38) steps=20")
    #expect(notebook.snapshot().run?.lastLoss?.isFinite == false)
    let verdicts = notebook.snapshot().run?.gradients.map(\.verdict) ?? []
    #expect(verdicts.contains(.exploding))
    #expect(notebook.digest() == Self.notebook("train L with sgd(lr=1e38) steps=20").digest())
  }
}
