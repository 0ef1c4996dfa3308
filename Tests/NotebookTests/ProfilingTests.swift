// profile: what it shows, that nothing of it is compared, that nothing changes.

import Language
import Notebook
import Testing

struct ProfilingTests {
  static func notebook() -> Notebook {
    let notebook = Notebook()
    var now = 0.0
    notebook.clock = {
      now += 1e-3
      return now
    }
    notebook.run(
      "x, y = batch(spiral(n=50, seed=3), 16)",
      "net = dense(6) | tanh | dense(3)\nL = cross_entropy(net(x), y)",
      "train L with adam(lr=0.02) steps=5")
    return notebook
  }

  @Test(arguments: [
    "profile", "profile by layer", "profile by phase", "profile by operation", "profile net.2",
    "profile net.0 by layer", "profile L",
  ]) func allIsMeasured(_ source: String) {
    let notebook = Self.notebook()
    let digest = notebook.digest()
    let before = notebook.snapshot().run
    let cell = notebook.apply(source)
    #expect(cell.error == nil)
    #expect(cell.digest == nil)
    #expect(cell.recordedLines.count > 2)
    #expect(cell.recordedLines.allSatisfy { $0.isVolatile })
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().run == before)
  }

  @Test func aRowForEveryLayer() throws {
    let notebook = Self.notebook()
    let cell = notebook.apply("profile by layer")
    let table = try #require(
      cell.outputs.compactMap { if case .measured(let table) = $0 { table } else { nil } }.first)
    #expect(table.header.first == "layer")
    let names = Set(table.rows.map { $0[0] })
    #expect(names.isSuperset(of: ["net.0", "net.1", "net.2", "L", "x"]))
  }

  @Test func anInterruptEndsIt() {
    let notebook = Self.notebook()
    let digest = notebook.digest()
    let control = Interrupting()
    let cell = notebook.apply("profile", control: control)
    #expect(cell.error?.message == "interrupted")
    #expect(notebook.digest() == digest)
  }

  @Test func withoutAClockNothingIsMeasured() {
    let notebook = Self.notebook()
    notebook.clock = nil
    let cell = notebook.apply("profile")
    #expect(cell.error == nil)
    #expect(
      cell.recordedLines == [
        RecordedLine("nothing is measured here: there is no clock", isVolatile: true)
      ])
  }

  @Test func inJSONItSaysThatItIsMeasured() {
    let notebook = Self.notebook()
    let line = JSONOutput.line(notebook.apply("profile by phase"))
    #expect(line.contains(#""kind":"table","header":["phase","instructions","µs""#))
    #expect(line.contains(#""volatile":true"#))
  }

  /// ^C as soon as somebody asks.
  final class Interrupting: RunControl {
    private var isDone = false
    var isPending: Bool { !isDone }
    func next() -> LiveRequest? {
      defer { isDone = true }
      return isDone ? nil : .interrupt
    }
    func wait() -> LiveRequest { .interrupt }
    func publish(_ snapshot: Snapshot) {}
  }
}
