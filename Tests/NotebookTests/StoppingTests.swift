// Breakpoints: where each kind stops, forward and back, walked and at full speed, and what is said.

import Language
import Notebook
import Testing

struct StoppingTests {
  static func notebook(steps: Int = 0) -> Notebook {
    WalkingTests.notebook("train L with sgd(lr=0.1, momentum=0.9) steps=\(steps)")
  }

  /// The net that learns to give log a 0: each step takes the last bias further down.
  static func nanNet() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "x = [[0, 1], [1, 0], [0.5, 1]]",
      "net = dense(4) | relu | dense(4) | relu | dense(1) | relu\nh = net(x)",
      "L = mean(log(h))")
    return notebook
  }

  func path(_ notebook: Notebook) -> String { notebook.snapshot().program?.current?.path ?? "" }
  func counter(_ notebook: Notebook) -> Int { notebook.snapshot().program?.counter ?? -1 }
  func step(_ notebook: Notebook) -> Int { notebook.snapshot().program?.step ?? -1 }
  func stops(_ lines: [String]) -> [String] { lines.filter { $0.hasPrefix("stopped by") } }

  // MARK: Places

  @Test func aPlaceStopsEverythingThatMoves() {
    let notebook = Self.notebook()
    notebook.run("break at net.1")
    let place = notebook.snapshot().program?.rows.firstIndex { $0.path == "net.1" }
    for verb in [
      "forward", "iterate", "step 40", "train 5", "goto 9", "until L < 1e-9", "continue",
      "continue to net.2.grad", "backward", "update",
    ] {
      notebook.run("goto 0", "step")
      #expect(
        stops(notebook.run(verb)) == ["stopped by breakpoint 1 in step 1: at net.1"], "\(verb)")
      #expect(counter(notebook) == place, "\(verb)")
    }
    // An earlier step is jumped to; one instruction reaches the next as ever.
    notebook.run("disable", "goto 5", "enable 1")
    #expect(stops(notebook.run("goto 2")).isEmpty)
    #expect(stops(notebook.run("step", "step")).count == 1)
    #expect(stops(notebook.run("step")).isEmpty)
  }

  @Test func trainStandsThereAndGoesOn() {
    let notebook = Self.notebook()
    notebook.run("tbreak at net.2.grad")
    notebook.run("train 30")
    #expect(step(notebook) == 1)
    #expect(notebook.snapshot().run?.step == 0)
    #expect(notebook.lines("breakpoints") == ["no breakpoints"])
    // Walkable, both ways, and then the rest of what was asked for.
    notebook.run("back step 3", "step 5")
    #expect(notebook.run("continue").last?.hasPrefix("step 30: L ") == true)
    #expect(notebook.snapshot().run?.step == 30)
    #expect(notebook.digest() == Self.notebook(steps: 30).digest())
  }

  /// What stands in the train block is done once, stopped or not.
  @Test func theBlockGoesOnToo() {
    let notebook = Self.notebook()
    notebook.run("track mean(net.0.weight) every 4")
    let block = "train 12 {\n  at 5 { set lr = 0.02 }\n  every 4 { print 7 }\n}"
    notebook.run("break when norm(net.0.weight.grad) > 0", "ignore 1 4")
    var lines = notebook.run(block)
    while notebook.snapshot().run?.step != 12 { lines += notebook.run("continue") }
    let plain = Self.notebook()
    plain.run("track mean(net.0.weight) every 4")
    let straight = plain.run(block)
    #expect(lines.filter { $0 == "7" }.count == 3)
    #expect(straight.filter { $0 == "7" }.count == 3)
    #expect(notebook.digest() == plain.digest())
    #expect(notebook.snapshot().run?.series == plain.snapshot().run?.series)
  }

  @Test func ignoreAndHits() {
    let notebook = Self.notebook()
    notebook.run("break at L", "ignore 1 6")
    #expect(stops(notebook.run("train 20")) == ["stopped by breakpoint 1 in step 7: at L"])
    #expect(notebook.lines("breakpoints")[1] == "1  break at L     7  yes")
    notebook.run("ignore 1 2")
    #expect(stops(notebook.run("back continue")) == ["stopped by breakpoint 1 in step 4: at L"])
    notebook.run("delete 1", "break at net.1", "ignore 1 100")
    notebook.run("train 10")
    #expect(notebook.lines("breakpoints")[1].contains("passed 91 times first"))
  }

  @Test func commands() {
    let notebook = Self.notebook()
    notebook.run("break at L {\n  print 10 + 1\n  set net.2.bias[0] = 0.5\n}")
    let lines = notebook.run("continue")
    #expect(lines.contains("11"))
    #expect(notebook.values("net.2.bias") == [0.5])
    notebook.run("delete")
    // A continue at the end: what is passed is only looked at.
    notebook.run("break when L > 0 {\n  print L\n  continue\n}")
    let seen = notebook.run("train 4")
    #expect(stops(seen).count == 4)
    #expect(seen.filter { $0.hasPrefix("L = ") }.count == 4)
    #expect(notebook.snapshot().run?.step == 4)
    #expect(notebook.lines("breakpoints")[1].contains("{ print L }, goes on"))
  }

  // MARK: Conditions

  @Test func aConditionStopsWhereItBecomesKnown() {
    let notebook = Self.notebook()
    notebook.run("break when L < 0.5")
    #expect(
      stops(notebook.run("train 100")) == ["stopped by breakpoint 1 in step 16: L < 0.5"])
    #expect(path(notebook) == "L")
    #expect(notebook.values("L")[0] < 0.5)
    // Walking comes to the same place, and so does going back to it.
    let place = notebook.snapshot().program
    notebook.run("goto 15", "step")
    #expect(stops(notebook.run("iterate")) == ["stopped by breakpoint 1 in step 16: L < 0.5"])
    #expect(notebook.snapshot().program == place)
    notebook.run("disable", "goto 16", "enable")
    #expect(
      stops(notebook.run("back continue")) == ["stopped by breakpoint 1 in step 16: L < 0.5"])
    #expect(notebook.snapshot().program == place)
    #expect(notebook.run("back continue").first?.contains("the beginning of the run") == true)
    #expect(notebook.snapshot().run?.step == 0)
  }

  @Test func gradientsParametersAndTheRate() {
    let notebook = Self.notebook()
    notebook.run("break when norm(net.0.weight.grad) > 0")
    notebook.run("train 3")
    #expect(path(notebook) == "net.0.weight.grad")
    notebook.run("delete", "break when mean(net.0.weight) != 0")
    notebook.run("continue")
    #expect(path(notebook) == "net.0.weight")
    notebook.run("delete", "break when lr < 0.05")
    notebook.run("train 10 { at 6 { set lr = 0.01 } }")
    #expect(notebook.snapshot().run?.step == 7)
    // Both at once: the rate is the one of the moment.
    notebook.run("delete", "set lr = 0.1", "break when norm(net.0.weight.grad) * 0 + lr < 0.05")
    notebook.run("train 10 { at 9 { set lr = 0.01 } }")
    #expect(notebook.snapshot().run?.step == 9)
    #expect(path(notebook) == "net.0.weight.grad")
  }

  @Test func severalStopAtOnePlace() {
    let notebook = Self.notebook()
    notebook.run("break when L > 0", "break when L > 0.1", "watch L")
    let lines = stops(notebook.run("continue"))
    #expect(
      lines == [
        "stopped by breakpoint 1 in step 1: L > 0", "stopped by breakpoint 2 in step 1: L > 0.1",
      ])
    #expect(stops(notebook.run("continue")).count == 3)
    #expect(step(notebook) == 2)
  }

  @Test func withoutARun() {
    let notebook = Notebook()
    notebook.run("w = param([2])", "break when mean(w) > 0.2", "break nan", "watch w")
    notebook.run("L = mean((w - 3) ** 2)")
    #expect(
      stops(notebook.run("train L with sgd(lr=0.1) steps=50"))
        == [
          "stopped by watch 3 in step 1: w changed in 2 of 2 elements: element 0 was 0, is 0.3, …"
            .replacing("0.3", with: "0.3"),
          "stopped by breakpoint 1 in step 1: mean(w) > 0.2",
        ].reversed().map { $0 })
    // A new run keeps them; what means nothing there is kept out of the way.
    notebook.run("break at L", "v = param([3])", "M = sum(v)")
    let lines = notebook.run("train M with sgd(lr=0.1) steps=2")
    #expect(
      lines.contains(
        "breakpoint 4 (at L) is disabled: there is no 'L' in this program"))
  }

  // MARK: Watches

  @Test func aWatchSaysOldAndNew() {
    let notebook = Self.notebook()
    notebook.run("watch net.2.bias[0]")
    let first = notebook.values("net.2.bias")[0]
    let line = stops(notebook.run("continue"))[0]
    let second = notebook.values("net.2.bias")[0]
    #expect(line.hasPrefix("stopped by watch 1 in step 1: net.2.bias[0] was "))
    #expect(path(notebook) == "net.2.bias")
    #expect(first != second)
    // A change by hand is the person's own: what is said is the change that the run makes.
    notebook.run("set net.2.bias[0] = 1")
    #expect(stops(notebook.run("continue"))[0].contains("net.2.bias[0] was 1, is "))
  }

  /// The last write of a value that has not changed for long.
  @Test func backToTheLastWrite() {
    let notebook = Notebook()
    notebook.run(
      "w = param([1], init=1)\nu = param([1], init=1)",
      "L = mean(relu(w) * 1 + (u - 3) ** 2)", "train L with sgd(lr=0.13) steps=300")
    // relu closes when w is below 0: from then on w stands still.
    var steps = 0
    var w: Float = 1
    while w > 0 {
      w -= 0.13
      steps += 1
    }
    notebook.run("watch w")
    let line = stops(notebook.run("back continue"))
    #expect(line.count == 1)
    #expect(line[0].hasPrefix("stopped by watch 1 in step \(steps): w was 0.09"), "\(line)")
    #expect(path(notebook) == "w")
    let here = notebook.snapshot().program
    // The one before, and forward to the last again: the same places both ways.
    notebook.run("back continue")
    #expect(step(notebook) == steps - 1)
    notebook.run("continue")
    #expect(notebook.snapshot().program == here)
    #expect(stops(notebook.run("until u > 100 or 0 < 1")).isEmpty)
  }

  @Test func backContinueMeetsWhatContinueMet() {
    let notebook = Self.notebook()
    notebook.run(
      "break at net.2", "break when norm(net.0.weight.grad) < 0.15", "watch net.0.bias[1]",
      "watch L", "break at net.0.weight")
    var forward: [String] = []
    var places: [Int] = []
    while notebook.snapshot().run?.step ?? 99 < 12 {
      forward.append(stops(notebook.run("continue")).joined(separator: " / "))
      places.append(step(notebook) * 1000 + counter(notebook))
    }
    notebook.run("continue")
    for (line, place) in zip(forward, places).reversed() {
      #expect(stops(notebook.run("back continue")).joined(separator: " / ") == line)
      #expect(step(notebook) * 1000 + counter(notebook) == place)
    }
  }

  // MARK: NaN

  @Test func theInstructionThatMadeTheFirst() {
    let notebook = Self.nanNet()
    notebook.run("break nan")
    let lines = notebook.run("train L with sgd(lr=0.1) steps=20")
    #expect(
      stops(lines) == [
        "stopped by breakpoint 1 in step 3: the first infinity is made by L.log (forward)"
      ])
    #expect(
      lines.contains("operand net.5 [3, 1]: 0 at [0, 0], from 0 to 0, 3 of 3 are 0"), "\(lines)")
    #expect(path(notebook) == "L.log")
    // The run stands there; what was there before is intact, and it can be repaired.
    #expect(notebook.values("h") == [0, 0, 0])
    notebook.run("back iterate", "set net.4.bias = [2]", "set lr = 1e-4")
    #expect(notebook.run("continue").last?.hasPrefix("step 20: ") == true)
    #expect(notebook.values("L")[0].isFinite)
  }

  /// The run is over and everything is NaN: where did it begin?
  @Test func backToTheFirstNaN() {
    let notebook = Notebook()
    notebook.run(
      "w = param([1], init=0.5)\nL = sum(sqrt(w))", "train L with sgd(lr=0.1) steps=200")
    #expect(notebook.values("L")[0].isNaN)
    #expect(
      notebook.run("break nan").last
        == "there is one already: goto nan goes to the instruction that made it")
    // w falls by 0.1 / (2 √w) a step, until a root is taken of less than 0.
    var (w, step) = (0.5, 1)
    while w >= 0 {
      w -= 0.05 / w.squareRoot()
      step += 1
    }
    #expect(
      stops(notebook.run("back continue")) == [
        "stopped by breakpoint 1 in step \(step): the first NaN is made by L.sqrt (forward)"
      ])
    #expect(notebook.values("w")[0] < 0)
  }

  @Test func aHealthyRunIsNotStopped() {
    for source in ["attention(2)", "attention(1)", "dense(4)"] {
      let notebook = Notebook()
      notebook.run(
        "x = [[[1, 2, 0, 1], [3, 1, 0, 0], [0, 1, 1, 1]]]",
        "net = residual(\(source)) | dense(2)\nL = mean((net(x) - 1) ** 2)", "break nan",
        "train L with sgd(lr=0.01) steps=20")
      #expect(notebook.snapshot().run?.step == 20)
    }
  }

  // MARK: Sessions

  @Test func stopsAreRecordedAndReplayed() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[0, 1], [1, 0], [1, 1]]", "y = [[1], [0], [1]]",
      "net = dense(4) | tanh | dense(1) | sigmoid", "h = net(x)", "L = binary_cross_entropy(h, y)",
      "train L with sgd(lr=0.1, momentum=0.9) steps=0", "break when L < 0.6 { print L }",
      "watch net.2.bias", "train 40", "continue", "back continue",
      "ignore 2 3", "continue", "delete", "tbreak at net.1", "continue")
    let text = notebook.sessionText()
    let document = try SessionFile.parse(
      text, name: "stops", verbs: Catalogue.standard.grammars)
    let result = SessionRunner.verify(document, title: "stops")
    #expect(result.failed == nil)
    #expect(result.differences.isEmpty)
  }

  @Test func typedDuringARun() {
    let notebook = Self.notebook()
    let control = ScriptedControl(notebook, [(7, "break at net.2"), (7, "tbreak when L > 0")])
    let cell = notebook.apply("train 40", control: control)
    #expect(cell.error == nil)
    #expect(step(notebook) == 8)
    #expect(cell.source.contains("at 7 { break at net.2 }"))
    // As it is written it does the same.
    let other = Self.notebook()
    other.run(cell.source)
    #expect(other.digest() == notebook.digest())
    #expect(other.snapshot().program == notebook.snapshot().program)
  }

  @Test func interruptedSearch() {
    let notebook = Self.notebook(steps: 3)
    notebook.run("break when L > 1e9")
    let digest = notebook.digest()
    final class Impatient: RunControl {
      var asked = 0
      var isPending: Bool {
        asked += 1
        return asked > 40
      }
      private var isServed = false
      func next() -> LiveRequest? {
        defer { isServed = true }
        return isServed ? nil : .interrupt
      }
      func wait() -> LiveRequest { .interrupt }
      func publish(_ snapshot: Snapshot) {}
    }
    let control = Impatient()
    let cell = notebook.apply("continue", control: control)
    #expect(cell.error?.message == "interrupted")
    #expect(notebook.digest() == digest)
  }

  // MARK: The setting, names of scopes

  @Test func historyIsASetting() {
    let notebook = Self.notebook(steps: 50)
    #expect(notebook.lines("print history") == ["64"])
    #expect(notebook.lines("set history = 0.5")[0].hasPrefix("history = 0.5 MiB, 0.0"))
    #expect(notebook.lines("print history") == ["0.5"])
    let digest = notebook.digest()
    notebook.run("set history = 0", "goto 3", "goto 50")
    #expect(notebook.digest() == digest)
    // A mistake leaves it as it was; a bound name is the name.
    _ = notebook.failure("set history = 7\nnothing")
    #expect(notebook.lines("print history") == ["0"])
    notebook.run("history = param([1])", "set history = 3")
    #expect(notebook.values("history") == [3])
  }

  @Test func scopesByName() {
    let notebook = Notebook()
    for line in RandomMovesTests.attention { notebook.run(line) }
    notebook.run("continue to net.0.1.heads")
    let rows = notebook.snapshot().program?.rows ?? []
    #expect(rows[counter(notebook)].path == "net.0.1.scores")
    notebook.run("next")
    #expect(rows[counter(notebook)].path.hasPrefix("net.0.1.out"))
    notebook.run("continue to net.0.1.head.1.grad")
    #expect(notebook.snapshot().program?.current?.phase == "backward")
    notebook.run("continue to net.1.weight", "next")
    #expect(path(notebook) == "net.1.weight")
    notebook.run("next", "back finish")
    #expect(path(notebook) != "net.1.bias")
    #expect(rows[counter(notebook)].path.hasPrefix("net.1.weight."))
  }
}
