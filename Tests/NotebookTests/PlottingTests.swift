// What `plot` pins: the cell keeps the picture of its moment, the screen's picture follows.

import Notebook
import Testing

struct PlottingVerbTests {
  private let training = """
    w = param([3])
    L = mean((w - 1) ** 2)
    train L with sgd(lr=0.5) steps=1
    """

  private func values(_ plot: PlotOutput?) -> [Float] {
    if case .curves(_, let curves)? = plot?.content { return curves[0].values }
    return []
  }

  @Test func aTensorsPlotFollowsTheTraining() throws {
    let notebook = Notebook()
    notebook.run(training, "plot w")
    let atOnce = values(notebook.snapshot().plots.first)
    notebook.run("train 3")
    let later = values(notebook.snapshot().plots.first)
    #expect(atOnce.count == 3)
    #expect(later.count == 3)
    #expect(zip(atOnce, later).allSatisfy { $0 < $1 })
    // The cell's own picture is that of its moment.
    let shown = try #require(notebook.cells.dropLast().last?.outputs.first)
    guard case .plot(let plot) = shown else {
      Issue.record("the cell shows no plot")
      return
    }
    #expect(values(plot) == atOnce)
  }

  @Test func insideAStepTheLastPictureStays() {
    let notebook = Notebook()
    notebook.run(training, "z = w * 2", "plot z")
    let before = values(notebook.snapshot().plots.first)
    notebook.run("step", "step")
    #expect(values(notebook.snapshot().plots.first) == before)
  }

  @Test func aHistogramFollowsTheTraining() {
    let notebook = Notebook()
    notebook.run(training, "plot histogram(w)")
    let before = notebook.snapshot().plots
    notebook.run("train 2")
    #expect(notebook.snapshot().plots.count == 1)
    #expect(notebook.snapshot().plots != before)
  }

  @Test func plotsAreReplacedByTitleAndRemovedOneByOne() {
    let notebook = Notebook()
    notebook.run(training, "plot loss", "plot w", "plot tanh over -5..5", "plot w")
    #expect(notebook.snapshot().plots.map(\.title) == ["loss", "w", "tanh over -5..5"])
    notebook.run("unplot w", "unplot tanh over -5..5")
    #expect(notebook.snapshot().plots.map(\.title) == ["loss"])
    notebook.run("unplot")
    #expect(notebook.snapshot().plots.isEmpty)
  }

  @Test func onlyTheNewestPlotsStay() {
    let notebook = Notebook()
    for index in 0..<11 { notebook.run("plot [\(index), 1]") }
    #expect(notebook.snapshot().plots.map(\.title) == (3..<11).map { "[\($0), 1]" })
  }

  @Test func theSessionsOwnNameComesFirst() {
    let notebook = Notebook()
    notebook.run("loss = [3, 2, 1]", "plot loss")
    #expect(values(notebook.snapshot().plots.first) == [3, 2, 1])
  }
}
