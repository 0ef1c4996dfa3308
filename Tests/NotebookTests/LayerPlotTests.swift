// Plots of layers: what they show is what the tensors hold; what is recorded costs nothing unasked and
// is the same whenever it is asked for.

import Language
import Notebook
import Testing

@Suite struct LayerPlotTests {
  static let net = [
    "x = [[0.1, 0.9], [0.8, -0.2], [-0.5, 0.4], [0.3, 0.3]]", "y = [[1], [0], [1], [0]]",
    "net = dense(6) | relu | dense(5) | tanh | dense(1)", "L = mean((net(x) - y) ** 2)",
  ]

  private func notebook(_ sources: [String]) -> Notebook {
    let notebook = Notebook(seed: 7)
    for source in sources { notebook.run(source) }
    return notebook
  }

  private func content(_ notebook: Notebook, _ source: String) -> PlotOutput.Content? {
    for output in notebook.apply(source).outputs {
      if case .plot(let plot) = output { return plot.content }
    }
    return nil
  }

  private func ratios(_ notebook: Notebook) -> RatioPlot? {
    guard case .ratios(let plot)? = content(notebook, "plot ratios") else { return nil }
    return plot
  }

  private func distributions(_ notebook: Notebook, _ source: String) -> DistributionPlot? {
    guard case .distributions(let plot)? = content(notebook, source) else { return nil }
    return plot
  }

  @Test func ratiosAreThoseOfTheWeights() throws {
    let notebook = notebook(Self.net + ["train L with sgd(lr=0.1) steps=3"])
    let old = notebook.values("net.0.weight") + notebook.values("net.0.bias")
    notebook.run("train 1")
    let new = notebook.values("net.0.weight") + notebook.values("net.0.bias")
    func norm(_ values: [Float]) -> Double {
      values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    let expected = norm(zip(new, old).map { $0 - $1 }) / norm(old)
    let plot = try #require(ratios(notebook))
    #expect(plot.rows.map(\.path) == ["net.0", "net.2", "net.4"])
    #expect(plot.rows[0].ratios.buckets.map(\.firstStep) == [1, 2, 3, 4])
    #expect(abs(Double(plot.rows[0].last) - expected) < 1e-4 * expected)
  }

  /// Asked for before, while or after: the same records.
  @Test func whenItIsAskedForMakesNoDifference() throws {
    let before = notebook(
      Self.net + [
        "train L with adam(lr=0.02) steps=0 clip=0.1", "plot ratios", "plot weights(net)",
        "train 40",
      ])
    let after = notebook(Self.net + ["train L with adam(lr=0.02) steps=40 clip=0.1"])
    let live = notebook(
      Self.net + [
        "train L with adam(lr=0.02) steps=40 clip=0.1 { at 11 { plot ratios } }",
        "goto 20", "iterate", "goto 17", "train 23",
      ])
    let plots = [before, after, live].map { ratios($0) }
    #expect(plots[0]?.rows.first?.ratios.buckets.count == 40)
    #expect(plots[0] == plots[1] && plots[0] == plots[2])
    let weights = [before, after].map { distributions($0, "plot weights(net)") }
    #expect(weights[0] == weights[1] && weights[0]?.steps.count == 40)
    #expect(before.digest() == after.digest())
  }

  @Test func nothingIsRecordedUnasked() throws {
    let notebook = notebook(Self.net + ["train L with sgd(lr=0.1) steps=3"])
    #expect(notebook.snapshot().run?.ratios == nil)
    notebook.run("layout training", "train 2")
    #expect(notebook.snapshot().run?.ratios?.rows.first?.ratios.buckets.map(\.firstStep) == [4, 5])
    notebook.run("layout notebook")
    #expect(notebook.snapshot().run?.ratios == nil)
    notebook.run("plot ratios")
    #expect(notebook.snapshot().run?.ratios?.rows.first?.ratios.buckets.count == 5)
    notebook.run("unplot")
    #expect(notebook.snapshot().run?.ratios == nil)
    // A new run is recorded from its beginning while the plot is there.
    notebook.run("plot ratios", "train L with sgd(lr=0.01) steps=2")
    #expect(notebook.snapshot().run?.ratios?.rows.first?.ratios.buckets.map(\.firstStep) == [1, 2])
  }

  @Test func goingBackForgets() throws {
    let notebook = notebook(
      Self.net + ["train L with sgd(lr=0.1) steps=8", "plot ratios", "plot activations(net)"])
    notebook.run("goto 4", "set lr = 0.01", "train 2")
    let plot = try #require(ratios(notebook))
    #expect(plot.rows[0].ratios.buckets.map(\.firstStep) == [1, 2, 3, 4, 5, 6])
    #expect(distributions(notebook, "plot activations(net)")?.steps == [1, 2, 3, 4, 5, 6])
  }

  @Test func clippedNormsStandBesideTheOthers() throws {
    let notebook = notebook(
      Self.net + ["train L with sgd(lr=0.1) steps=3 clip=0.01", "plot gradients"])
    let rows = try #require(notebook.snapshot().run?.gradients)
    let clipped = rows.map { $0.clipped ?? .nan }
    let all = clipped.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(all - 0.01) < 1e-5)
    for row in rows {
      // All layers are scaled alike.
      #expect(abs(row.last / rows[0].last - (row.clipped ?? 0) / clipped[0]) < 1e-3)
    }
    let without = self.notebook(Self.net + ["train L with sgd(lr=0.1) steps=3", "plot gradients"])
    #expect(without.snapshot().run?.gradients.allSatisfy { $0.clipped == nil } == true)
  }

  @Test(arguments: ["weights", "gradients", "activations"])
  func distributionsCountTheTensors(subject: String) throws {
    let notebook = notebook(Self.net + ["train L with sgd(lr=0.1) steps=5"])
    let plot = try #require(distributions(notebook, "plot \(subject)(net)"))
    #expect(plot.step == 5 && plot.steps == [1, 2, 3, 4, 5])
    let names =
      subject == "activations"
      ? ["net.0", "net.1", "net.2", "net.3", "net.4"]
      : [0, 2, 4].flatMap { ["net.\($0).weight", "net.\($0).bias"] }
    #expect(plot.rows.map(\.name) == names)
    let shown: [String]
    switch subject {
    case "weights": shown = names
    // Between two steps `.grad` is that of the next one; the picture has that of the last.
    case "gradients": shown = []
    default:
      notebook.run(
        "a = x | net.0", "b = a | net.1", "c = b | net.2", "d = c | net.3", "e = d | net.4")
      shown = ["a", "b", "c", "d", "e"]
    }
    for (row, name) in zip(plot.rows, shown) {
      let values = notebook.values(name)
      let now = try #require(row.now)
      #expect(now.total == values.count)
      let width = (plot.upper - plot.lower) / Double(now.counts.count)
      for (bin, count) in now.counts.enumerated() {
        let low = plot.lower + Double(bin) * width
        let expected = values.count { value in
          Double(value) >= low - 1e-9
            && (Double(value) < low + width - 1e-9 || bin == now.counts.count - 1)
        }
        #expect(
          abs(expected - Int(count)) <= (values.contains(0) ? 1 : 0) || subject == "activations")
      }
      let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
      #expect(abs(mean - now.mean) < 1e-6)
    }
    if subject == "activations" {
      let relu = notebook.values("b")
      let dead = (0..<6).count { unit in (0..<4).allSatisfy { relu[$0 * 6 + unit] == 0 } }
      #expect(plot.rows[1].idleWord == "dead" && plot.rows[1].now?.idle == Double(dead) / 6)
      #expect(plot.rows[3].idleWord == "saturated" && plot.rows[0].now?.idle == nil)
    }
    if subject == "gradients" {
      notebook.run("goto 4", "forward", "backward")
      let walked = try #require(distributions(notebook, "plot gradients(net)"))
      for row in walked.rows {
        let values = notebook.values(row.name + ".grad")
        #expect(row.now?.total == values.count)
        let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
        #expect(abs(mean - (row.now?.mean ?? .nan)) < 1e-6 * max(1, abs(mean)))
      }
    }
  }

  @Test func insideAStepOnlyWhatIsComputed() throws {
    let notebook = notebook(
      Self.net + ["train L with sgd(lr=0.1) steps=2", "step 4"])
    let plot = try #require(distributions(notebook, "plot activations(net)"))
    #expect(plot.rows[0].now != nil && plot.rows[4].now == nil)
    #expect(plot.step == 3)
    let gradients = try #require(distributions(notebook, "plot gradients(net)"))
    #expect(gradients.rows.allSatisfy { $0.now == nil })
  }

  @Test func gradientsThroughTime() throws {
    let notebook = notebook([
      "r = rnn(3, layers=2, truncate=2)",
      "h, last = r([[[1], [0.5], [-1], [0.2], [0.7]], [[0], [1], [1], [0], [1]]])",
      "K = mean(h[:, -1] ** 2)", "train K with sgd(lr=0.1) steps=0", "forward", "backward",
    ])
    guard case .times(let plot)? = content(notebook, "plot bptt(r)") else {
      Issue.record("no grid")
      return
    }
    #expect(plot.rows.map(\.path) == ["r.l0", "r.l1"])
    #expect(plot.rows.map(\.cuts) == [[2, 4], [2, 4]])
    for row in plot.rows {
      for (time, place) in row.places.enumerated() {
        // Each element as it is explained, four digits.
        var squares = 0.0
        for element in 0..<6 {
          let name = "\(row.path).t\(time).h.grad[\(element / 3), \(element % 3)]"
          let line = notebook.lines("explain \(name)").first ?? ""
          let value = try #require(Double(line.split(separator: " ").last ?? ""), "\(line)")
          squares += value * value
        }
        guard case .norm(let shown) = place else {
          Issue.record("\(row.path) t\(time)")
          continue
        }
        let norm = squares.squareRoot()
        #expect(abs(Double(shown) - norm) <= 1e-3 * norm + 1e-6, "\(row.path) t\(time)")
      }
    }
    // The last state gets something; what lies before the cut nothing.
    #expect(plot.rows[1].places[1] == .norm(0))
    guard case .norm(let end) = plot.rows[1].places[4] else { return }
    #expect(end > 0)
    // On the way back the grid fills from the right.
    notebook.run("back backward", "continue to r.l1.t4.h.grad")
    guard case .times(let walked)? = content(notebook, "plot bptt(r)") else { return }
    #expect(walked.rows[0].places[0] == .pending)
  }

  @Test func profilesOfTheSessionsRuns() throws {
    let notebook = notebook(
      Self.net + [
        "train L with sgd(lr=0.1) steps=5",
        "deep = dense(4) | chain([residual(layer_norm | dense(4) | relu) for i in 0..3]) | dense(1)",
        "M = mean((deep(x) - y) ** 2)", "train M with sgd(lr=0.1) steps=4",
      ])
    guard case .profiles(let runs)? = content(notebook, "plot profiles") else {
      Issue.record("no profiles")
      return
    }
    #expect(runs.map(\.name) == ["net", "deep"])
    #expect(runs[0].layers.map(\.path) == ["net.0", "net.2", "net.4"])
    // Normalisation has no matrices.
    #expect(
      runs[1].layers.map(\.path)
        == ["deep.0", "deep.1.0.1", "deep.1.1.1", "deep.1.2.1", "deep.2"])
    let rows = try #require(notebook.snapshot().run?.gradients)
    for layer in runs[1].layers {
      let row = try #require(rows.first { $0.path == layer.path })
      let sorted = row.norms.buckets.map(\.last).sorted()
      #expect(layer.last == row.last && layer.median == sorted[1])
    }
  }

  /// Ten thousand steps of many tensors take no more room than a few.
  @Test func whatIsRecordedIsBounded() throws {
    let notebook = notebook(
      Self.net + [
        "train L with sgd(lr=0.001) steps=0", "plot ratios", "plot weights(net)", "train 3000",
      ])
    let plot = try #require(ratios(notebook))
    #expect(plot.rows[0].ratios.buckets.count <= 256 && plot.interval == 16)
    let weights = try #require(distributions(notebook, "plot weights(net)"))
    #expect(weights.steps.count <= 64 && weights.steps.last ?? 0 > 2900)
  }

  @Test func textAndJSON() {
    let notebook = notebook(Self.net + ["train L with sgd(lr=0.1) steps=5"])
    for source in [
      "plot ratios", "plot strip", "plot profiles", "plot weights(net.0)", "plot gradients(net)",
      "plot activations(net)",
    ] {
      let cell = notebook.apply(source)
      #expect(cell.error == nil)
      let lines = cell.recordedLines.map(\.text)
      #expect(lines.first?.hasPrefix(source) == true, "\(lines)")
    }
    #expect(notebook.lines("plot weights(net.0)").count == 5)
  }
}
