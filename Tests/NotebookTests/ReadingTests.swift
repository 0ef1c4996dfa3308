// list, where, print, show: the program's text with the state of each instruction, the place in it,
// parts of tensors, and what is not computed yet.

import Language
import Notebook
import Testing

struct ReadingTests {
  static func recurrent() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "x = [[[0, 1], [1, 0], [1, 1]], [[1, 1], [0, 0], [0, 1]]]\ny = [[1], [0]]",
      "net = rnn(3) | dense(1) | sigmoid\nL = binary_cross_entropy(net(x)[:, -1], y)",
      "train L with adam(lr=0.1) steps=1")
    return notebook
  }

  func listing(_ notebook: Notebook, _ source: String) -> ProgramListing? {
    let cell = notebook.apply(source)
    #expect(cell.error == nil, "\(cell.error?.message ?? "")")
    for output in cell.outputs { if case .listing(let listing) = output { return listing } }
    return nil
  }

  @Test func shortProgramsAreListedWhole() throws {
    let notebook = WalkingTests.notebook("train L with sgd(lr=0.1) steps=0")
    notebook.run("step 4")
    let listing = try #require(self.listing(notebook, "list"))
    let rows = notebook.snapshot().program?.rows ?? []
    #expect(listing.rows.count == rows.count)
    #expect(listing.rows.map(\.state) == rows.indices.map { $0 < 4 ? "c" : "-" })
    #expect(listing.rows.map(\.shape) == rows.map(\.shape))
    #expect(listing.rows.firstIndex { $0.isNext } == 4)
    #expect(listing.legend == "c computed · - not yet")
    let lines = notebook.lines("list")
    #expect(lines[0] == "step 1, 4 of 22 instructions have run")
    #expect(lines[1] == "forward")
    #expect(lines.contains { $0.hasPrefix("▶  5  -  net.2 = net.2.matmul + net.2.bias") })
    // A phase, a layer in all phases, the neighbourhood of a number.
    #expect(
      self.listing(notebook, "list backward")?.rows.allSatisfy { $0.phase == "backward" } == true)
    let layer = try #require(self.listing(notebook, "list net.2"))
    #expect(Set(layer.rows.map(\.phase)) == ["forward", "backward", "update"])
    #expect(layer.rows.map(\.path).contains("net.2.weight.grad"))
    #expect(self.listing(notebook, "list 7")?.rows.count == 22)
    #expect(self.listing(notebook, "list all")?.rows.count == 22)
  }

  @Test func longProgramsAreListedByLayers() throws {
    let notebook = Self.recurrent()
    let count = notebook.snapshot().program?.rows.count ?? 0
    #expect(count > 60)
    notebook.run("step 9")
    let listing = try #require(self.listing(notebook, "list"))
    #expect(listing.rows.count < count)
    // Nothing is left out and nothing is there twice.
    var next = 0
    for row in listing.rows {
      #expect(row.first == next)
      next = row.last + 1
    }
    #expect(next == count)
    let place = try #require(listing.rows.first { $0.isNext })
    #expect(place.kind == .instruction && place.first == 9)
    #expect(listing.rows.contains { $0.kind == .group && $0.state == "-" })
    let near = try #require(self.listing(notebook, "list \(count)"))
    #expect(near.rows.first?.kind == .gap)
    #expect(near.rows.last?.first == count - 1)
    #expect(self.listing(notebook, "list all")?.rows.count == count)
    let time = try #require(self.listing(notebook, "list net.0.l0.t1"))
    #expect(time.rows.count < 30)
    #expect(Set(time.rows.map(\.phase)) == ["forward", "backward"])
  }

  @Test func aVeryLongProgram() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nz = w\nfor i in 0..700 { z = z * 0.999 + i / 1000 }\nL = mean(z ** 2)",
      "train L with sgd(lr=0.1) steps=0", "step 900")
    let count = notebook.snapshot().program?.rows.count ?? 0
    #expect(count > 2000)
    let listing = try #require(self.listing(notebook, "list"))
    #expect(listing.rows.count < 80)
    #expect(listing.rows.contains { $0.isNext && $0.first == 900 })
    #expect(self.listing(notebook, "list z")?.rows.isEmpty == false)
    #expect(self.listing(notebook, "list all")?.rows.count == count)
  }

  @Test func callPaths() {
    let notebook = Self.recurrent()
    notebook.run("continue to net.0.l0.t2")
    let lines = notebook.lines("where")
    guard lines.count == 5 else {
      Issue.record("\(lines)")
      return
    }
    #expect(lines[0].hasPrefix("step 2, instruction "))
    #expect(
      lines[1].hasPrefix("  in       step 2 › forward › net › 0 › l0 › time step 2"), "\(lines)")
    #expect(lines[2].hasPrefix("  formula  net.0.l0.t2"))
    #expect(lines[3].hasPrefix("  reads    "))
    #expect(lines[4].hasPrefix("  writes   net.0.l0.t2"))
    #expect(Notebook().lines("where") == ["no run"])
  }

  /// Neither 0 nor what the last step left.
  @Test func notComputedYet() {
    let notebook = WalkingTests.notebook("train L with sgd(lr=0.1) steps=3")
    notebook.run("forward")
    #expect(
      notebook.failure("print net.0.weight.grad") == """
        error: net.0.weight.grad is not computed yet in step 4: it is instruction 18 of 22, in the backward pass
        1 │ print net.0.weight.grad
          │       ^^^^^^^^^^^^^^^^^
        hint: 'backward' gets there, or continue to net.0.weight.grad
        """)
    #expect(
      notebook.failure("print norm(net.0.weight.grad)").contains("is not computed yet in step 4"))
    #expect(notebook.failure("show net.0.weight.grad").contains("is not computed yet in step 4"))
    notebook.run("backward")
    #expect(notebook.failure("print net.0.weight.grad") == "no error")
  }

  // MARK: Parts of tensors

  @Test func elementsThatFulfilACondition() {
    let notebook = Notebook()
    notebook.run("x = [[1, -2, 3], [-4, 5, -6]]")
    #expect(
      notebook.lines("print x where x > 1") == [
        "x [2, 3]", "   0   1   2", "0  1  -2  [3]", "1 -4  [5] -6",
        "2 of 6 elements: x > 1, at [0, 2], [1, 1]",
      ])
    #expect(notebook.lines("print x where x > 9").last == "0 of 6 elements: x > 9")
    // A row of conditions is one for every row, as NumPy broadcasts it.
    #expect(
      notebook.lines("print x where [true, false, false]").last
        == "2 of 6 elements: [true, false, false], at [0, 0], [1, 0]")
    #expect(notebook.lines("print x[1] where x[1] < 0").first == "x[1] [3]")
    #expect(notebook.lines("print sum(x) where true").last == "1 of 1 element: true")
    // The function of that name is still one.
    #expect(notebook.lines("print where(x > 0, x, 0)").first == "where(x > 0, x, 0) [2, 3] =")
  }

  @Test func aroundAnElement() {
    let notebook = Notebook()
    notebook.run("x = reshape(range(0, 40000), [200, 200])")
    let lines = notebook.lines("print x at [150, 77]")
    #expect(
      lines[0] == "x [200, 200], rows 146 to 154 of 200, columns 74 to 80 of 200")
    #expect(lines.count == 1 + 1 + 9 + 1)
    #expect(lines.contains { $0.hasPrefix("150 ") && $0.contains("[30077]") }, "\(lines)")
    #expect(lines.last == "x[150, 77] = 30077")
    #expect(notebook.lines("print x at [-1, -200]").last == "x[199, 0] = 39800")
    #expect(notebook.lines("print x where x == 12345").first?.contains("rows 57 to 65") == true)
    notebook.run("z = zeros([2, 3, 4, 5])")
    #expect(
      notebook.lines("print z at [1, 2, 3, 4]").first
        == "z [2, 3, 4, 5] at [1, 2, :, :]")
    let window = notebook.apply("print x[0] at 5").outputs.first
    guard case .window(let row)? = window else {
      Issue.record("no window")
      return
    }
    #expect(row.columns == Array(2...8))
    #expect(row.marked == [false, false, false, true, false, false, false])
  }

  @Test func statistics() {
    let notebook = Notebook()
    notebook.run("x = [[3, -4], [0, 0]]")
    #expect(
      notebook.lines("show x") == [
        "shape   min  max   mean    std  norm  zeros  NaN  Inf",
        "[2, 2]   -4    3  -0.25  2.487     5      2    0    0",
      ])
    notebook.run("z = [1, inf, nan, -inf]")
    #expect(notebook.lines("show z").last?.hasSuffix("  0    1    2") == true)
    #expect(notebook.lines("print x[0..1, :]").first == "x[0..1, :] [1, 2] =")
    #expect(notebook.values("x[-1:, 1]") == [0])
  }

  // MARK: Front ends

  @Test func asJSONAndInTheSnapshot() throws {
    let notebook = WalkingTests.notebook("train L with sgd(lr=0.1) steps=0")
    notebook.run("forward", "set h[0, 0] = 0.9", "break at net.1")
    let cell = notebook.apply("list")
    let json = JSONOutput.line(cell)
    #expect(json.contains(#""kind":"listing","step":1,"executed":8,"count":22"#))
    #expect(json.contains(#""state":"o","path":"net.3""#))
    #expect(json.contains(#""state":"s","path":"L""#))
    let marks = try #require(notebook.snapshot().program?.marks)
    #expect(marks == [5: .overridden, 6: .stale, 7: .stale])
    let window = notebook.apply("print h where h > 0.6")
    #expect(JSONOutput.line(window).contains(#""kind":"window","name":"h","shape":[3,1]"#))
  }
}
