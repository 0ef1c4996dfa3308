// plot scatter: the points are the tensors' numbers, in the picture, in words, as JSON and as a table.

import Language
import Notebook
import Testing

struct ScatterPlotTests {
  private func picture(_ notebook: Notebook, _ source: String) throws -> ScatterPicture {
    let cell = notebook.apply(source)
    #expect(cell.error == nil, "\(cell.error?.message ?? "")")
    for output in cell.outputs {
      if case .plot(let plot) = output, case .scatter(let picture) = plot.content { return picture }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  private func trials() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "table = [[0.01, 5, 1], [0.1, 2, 2], [1, 3, 3]]", "words = [\"a\", \"b\", \"c\"]")
    return notebook
  }

  @Test func pointsAreTheTensors() throws {
    let notebook = trials()
    let picture = try picture(
      notebook, "plot scatter(table[:, 0], table[:, 1], table[:, 2], words)")
    #expect(picture.x == notebook.values("table[:, 0]"))
    #expect(picture.y == notebook.values("table[:, 1]"))
    #expect(picture.values == notebook.values("table[:, 2]"))
    #expect(picture.names == ["a", "b", "c"] && picture.total == 3)
    #expect(picture.xName == "table[:, 0]" && picture.valueName == "table[:, 2]")
    // Columns are vectors.
    let column = try self.picture(notebook, "plot scatter(table[:, 0:1], table[:, 1])")
    #expect(column.x == picture.x && column.values.isEmpty && column.names.isEmpty)
  }

  @Test func itFollowsTheTraining() throws {
    let notebook = Notebook()
    notebook.run("w = param([3], init=normal)\nL = mean((w - 1) ** 2)")
    let before = try picture(notebook, "plot scatter(w, 2 * w)")
    notebook.run("train L with sgd(lr=0.1) steps=20")
    guard case .scatter(let now)? = notebook.snapshot().plots.last?.content else {
      Issue.record("no live picture")
      return
    }
    #expect(now.x == notebook.values("w") && now.y == notebook.values("2 * w"))
    #expect(now != before)
    #expect((now.correlation ?? 0) > 0.9999)
  }

  @Test func inWords() {
    let notebook = trials()
    #expect(
      notebook.lines("plot scatter(table[:, 0], table[:, 1], table[:, 2], words)") == [
        "plot scatter(table[:, 0], table[:, 1], table[:, 2], words): 3 points, "
          + "x table[:, 0] 0.01 … 1, y table[:, 1] 2 … 5, marks table[:, 2] 1 … 3",
        "  correlation -0.2691", "  a  0.01  5  1", "  b   0.1  2  2", "  c     1  3  3",
      ])
    #expect(
      notebook.lines("plot scatter([1, nan, 3], [inf, 2, 5]) xscale=log") == [
        "plot scatter([1, nan, 3], [inf, 2, 5]): 3 points, x [1, nan, 3] 1 … 3, "
          + "NaN or infinite 1, y [inf, 2, 5] 2 … 5, NaN or infinite 1",
        "  0    1  Infinity", "  1  NaN         2", "  2    3         5",
      ])
    #expect(notebook.lines("plot scatter(arange(20), arange(20))").last == "  … 8 more")
    #expect(
      notebook.lines("plot scatter(zeros([0]), zeros([0]))").first?.hasSuffix("no points") == true)
  }

  @Test func manyPointsAreBounded() throws {
    let picture = try picture(Notebook(), "plot scatter(arange(20000), arange(20000))")
    #expect(picture.x.count == 5000 && picture.total == 20000)
  }

  @Test func asATable() throws {
    let notebook = trials()
    notebook.run("export t.csv scatter(table[:, 0], table[:, 1], names=words)")
    let table = try #require(notebook.exports.first?.table)
    #expect(table.records == 3)
    #expect(
      table.text == "name,\"table[:, 0]\",\"table[:, 1]\"\r\na,0.01,5\r\nb,0.1,2\r\nc,1,3\r\n")
  }

  @Test func theScaleIsKept() throws {
    let cell = trials().apply("plot scatter(table[:, 0], table[:, 1]) xscale=log")
    guard case .plot(let plot)? = cell.outputs.first else {
      Issue.record("no plot")
      return
    }
    #expect(plot.axes.xScale == .log && plot.axes.yScale == .automatic)
  }

  // MARK: Findings

  @Test func findingsAreWhatDiagnoseSays() {
    let notebook = Notebook()
    notebook.run("w = param([2])", "train mean((w - 3) ** 2) with sgd(lr=2.5) steps=20")
    let said = notebook.diagnosis()
    #expect(said.contains { $0.rule == "learning rate too high" })
    notebook.run(
      "expect len(findings()) == \(said.count)",
      "expect findings()[0] == \"\(said[0].title)\"",
      "expect len(findings(\"learning rate too high\")) == 1",
      "expect len(findings(rule=\"dead ReLU\")) == 0")
    let before = notebook.digest()
    notebook.run("findings()")
    #expect(notebook.digest() == before)
    notebook.run("train mean((w - 3) ** 2) with sgd(lr=0.2) steps=20")
    notebook.run("expect len(findings()) == 0")
  }

  @Test func unknownRulesAreNamed() {
    let notebook = Notebook()
    notebook.run("w = param([2])", "train mean((w - 3) ** 2) with sgd(lr=0.2) steps=2")
    let error = notebook.apply("findings(\"dead relu\")").error
    #expect(error?.message == "there is no rule 'dead relu'")
    #expect(error?.hint == "did you mean 'dead ReLU'?")
    #expect(
      notebook.apply("findings(3)").error?.message
        == "findings: the rule must be a text, not a number")
  }
}
