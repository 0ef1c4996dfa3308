// goto nan, back until, back continue to: what is found behind, and what is said when nothing is.

import Language
import Notebook
import Testing

struct FindingTests {
  func path(_ notebook: Notebook) -> String { notebook.snapshot().program?.current?.path ?? "" }
  /// Step and instruction; what stands there may be NaN, which is not even itself.
  func place(_ notebook: Notebook) -> [Int?] {
    let program = notebook.snapshot().program
    return [program?.step, program?.counter]
  }
  func step(_ notebook: Notebook) -> Int { notebook.snapshot().program?.step ?? -1 }

  static func roots(steps: Int) -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "w = param([1], init=0.5)\nL = sum(sqrt(w))", "train L with sgd(lr=0.1) steps=\(steps)")
    return notebook
  }

  @Test func oneCommandFindsTheNaN() {
    let notebook = Self.roots(steps: 200)
    let digest = notebook.digest()
    let found = notebook.lines("goto nan")
    // w falls by 0.1 / (2 √w) a step, until a root is taken of less than 0.
    var (w, last) = (0.5, 1)
    while w >= 0 {
      w -= 0.05 / w.squareRoot()
      last += 1
    }
    #expect(found[0] == "step \(last): the first NaN is made by L.sqrt (forward)")
    #expect(found.last?.hasPrefix("operand w = -0.") == true, "\(found)")
    #expect(path(notebook) == "L.sqrt")
    // Again, from there, from before, from the middle of later steps: the same place.
    let place = place(notebook)
    for there in ["", "goto 2", "goto 2\nstep 3", "goto 0", "back step", "goto 100\nstep 4"] {
      if !there.isEmpty { notebook.run(there) }
      #expect(notebook.lines("goto nan") == found, "\(there)")
      #expect(self.place(notebook) == place, "\(there)")
    }
    notebook.run("goto 200")
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().run?.step == 200)
  }

  @Test func withoutANaN() {
    let notebook = Self.roots(steps: 3)
    let (digest, place) = (notebook.digest(), notebook.snapshot().program)
    #expect(
      notebook.apply("goto nan").error?.message
        == "no NaN and no infinity was made in 3 training steps")
    #expect(notebook.snapshot().program == place)
    #expect(notebook.digest() == digest)
    // A name of one's own is a number like any other.
    notebook.run("nan = 2", "goto nan")
    #expect(notebook.snapshot().run?.step == 2)
  }

  @Test func whatDeepLayersMade() {
    let notebook = StoppingTests.nanNet()
    notebook.run("train L with sgd(lr=0.1) steps=30")
    let lines = notebook.lines("goto nan")
    #expect(lines.first == "step 3: the first infinity is made by L.log (forward)")
    #expect(
      lines.contains("operand net.5 [3, 1]: 0 at [0, 0], from 0 to 0, 3 of 3 are 0"), "\(lines)")
  }

  @Test func backUntilACondition() {
    let notebook = WalkingTests.notebook("train L with sgd(lr=0.1, momentum=0.9) steps=100")
    let digest = notebook.digest()
    var steps: [Int] = []
    for _ in 0..<3 {
      notebook.run("back until L > 0.3")
      steps.append(step(notebook))
      #expect(notebook.values("L")[0] > 0.3)
    }
    #expect(steps[1] == steps[0] - 1 && steps[2] == steps[0] - 2, "\(steps)")
    // The next one does not hold any more, and until finds it from the other side.
    notebook.run("goto \(steps[0] + 1)")
    #expect(notebook.values("L")[0] <= 0.3)
    notebook.run("goto 0", "until L <= 0.3")
    #expect(step(notebook) == steps[0] + 1)
    notebook.run("goto 50", "step 4")
    let place = notebook.snapshot().program
    #expect(
      notebook.apply("back until L > 100").error?.message
        == "the condition held at the end of no earlier training step")
    #expect(notebook.snapshot().program == place)
    notebook.run("goto 100")
    #expect(notebook.digest() == digest)
  }

  /// The record spares executing most steps again; what is found is what they say themselves.
  @Test func backUntilALossIsWhatTheStepsSay() throws {
    let notebook = Notebook()
    notebook.run(
      "x, y = batch(moons(60), 4)", "net = dense(3) | tanh | dense(1) | sigmoid",
      "L = binary_cross_entropy(net(x), reshape(y, [4, 1]))", "bound = 0.9",
      "train L with sgd(lr=0.2) steps=600", "goto 300", "set lr = 0.1", "train 400")
    for condition in [
      "L > 0.9", "L < 0.2", "L >= bound", "bound < L", "L <= 0.15", "L == 0.5", "L > 0.6", "L > -1",
    ] {
      notebook.run("goto 700")
      let found = notebook.apply("back until \(condition)").error?.message
      let there = (notebook.snapshot().run?.step, notebook.snapshot().program?.counter)
      notebook.run("goto 700")
      // The same, as no record knows it.
      let said = notebook.apply("back until (\(condition)) and true").error?.message
      #expect(found == said, "\(condition)")
      #expect(there.0 == notebook.snapshot().run?.step, "\(condition)")
      #expect(there.1 == notebook.snapshot().program?.counter, "\(condition)")
    }
  }

  @Test func backToAName() {
    let notebook = WalkingTests.notebook()
    notebook.run("goto 3", "forward")
    let place = notebook.snapshot().program?.rows.firstIndex { $0.path == "net.1" } ?? -1
    for number in [4, 3, 2, 1] {
      notebook.run("back continue to net.1")
      #expect(step(notebook) == number)
      #expect(notebook.snapshot().program?.counter == place)
    }
    #expect(
      notebook.apply("back continue to net.1").error?.message == "the run was not at 'net.1' before"
    )
    notebook.run("goto 2", "back continue to net.0.weight.grad")
    #expect(step(notebook) == 2)
    #expect(notebook.snapshot().program?.current?.phase == "backward")
  }

  /// Where a run at full speed is stopped, what the last instruction overwrote is shown too.
  @Test func aStopShowsWhatWasOverwritten() {
    let notebook = WalkingTests.notebook()
    notebook.run("watch net.2.bias", "tbreak when L < 0.6")
    for verb in ["train 40", "continue", "continue"] {
      notebook.run(verb)
      let shown = notebook.snapshot().program
      let plain = WalkingTests.notebook()
      plain.run("goto \((shown?.step ?? 1) - 1)", "step \(shown?.counter ?? 0)")
      #expect(plain.snapshot().program?.current == shown?.current)
      #expect(notebook.snapshot().run?.series == plain.snapshot().run?.series)
    }
  }

  /// What was changed by hand is what a watch compares with.
  @Test func aWatchAfterAChange() {
    func stops(_ lines: [String]) -> [String] { lines.filter { $0.hasPrefix("stopped by") } }
    let notebook = WalkingTests.notebook()
    notebook.run("watch h[0, 0]", "disable", "goto 4", "enable", "goto 0", "disable")
    notebook.run("set net.0.weight[0, 0] = 0.25", "goto 4", "enable 1")
    let fresh = WalkingTests.notebook()
    fresh.run("set net.0.weight[0, 0] = 0.25", "goto 4", "watch h[0, 0]")
    let seen = stops(notebook.run("continue"))
    #expect(seen == stops(fresh.run("continue")))
    #expect(seen.count == 1)
  }

  @Test func undoingAMove() {
    let notebook = Self.roots(steps: 200)
    let (digest, place) = (notebook.digest(), place(notebook))
    notebook.run("goto nan", "undo")
    #expect(self.place(notebook) == place)
    #expect(notebook.digest() == digest)
  }

  @Test func stopsAsJSON() {
    let notebook = WalkingTests.notebook()
    notebook.run("break at net.1", "break when L < 0.6", "watch net.2.bias[0]")
    let lines = JSONOutput.line(notebook.apply("continue"))
    #expect(
      lines.contains(#""kind":"text""#) && lines.contains("stopped by breakpoint 1 in step 1"))
    #expect(lines.contains(#""kind":"instruction""#))
    #expect(JSONOutput.line(notebook.apply("breakpoints")).contains(#""kind":"table""#))
  }
}
