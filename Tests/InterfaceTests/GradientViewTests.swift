// The gradients pane in each of its pictures, at both sizes and in every mode; its keys.

import Interface
import Notebook
import Plotting
import Screen
import Testing

@Suite struct GradientViewTests {
  static func state(_ size: Size, _ appearance: Appearance = .standard) -> AppState {
    var state = AppState(snapshot: Samples.layers, size: size, appearance: appearance)
    state.focus = .gradients
    return state
  }

  @Test(arguments: ["norms", "strip", "ratios", "distributions", "times"])
  func matchesTheRecordedFrames(picture: String) throws {
    let portrait = Portrait.text { size, appearance in
      var state = Self.state(size, appearance)
      let pictures = ["norms", "strip", "ratios", "distributions", "times"]
      for _ in 0..<(pictures.firstIndex(of: picture) ?? 0) {
        _ = state.update(.input(.key(.character("g"))))
      }
      for _ in 0..<2 { _ = state.update(.input(.key(.down))) }
      return AppRenderer.render(state)
    }
    try Fixture.expect(portrait, "gradients-\(picture)")
  }

  @Test(arguments: 0..<3)
  func plotsOfLayersInCells(variant: Int) throws {
    let (name, appearance) = FrameTests.appearances[variant]
    var snapshot = Snapshot(title: "layers")
    for (index, plot) in [
      PlotOutput(title: "ratios", content: .ratios(Samples.ratios)),
      PlotOutput(title: "profiles", content: .profiles(Samples.profiles)),
      PlotOutput(title: "strip", content: .strip(Samples.run.gradients)),
      PlotOutput(title: "bptt(net)", content: .times(Samples.times)),
      PlotOutput(title: "activations(net)", content: .distributions(Samples.distributions)),
    ].enumerated() {
      snapshot.cells.append(
        Cell(
          number: index + 1, source: "plot \(plot.title)", outputs: [.plot(plot)], status: .done))
    }
    let state = AppState(
      snapshot: snapshot, size: Size(columns: 80, rows: 66), appearance: appearance)
    try Fixture.expect(AppRenderer.render(state), "layers-80x66-\(name)")
  }

  @Test func keysTurnThroughThePictures() {
    var state = Self.state(Size(columns: 80, rows: 24))
    var modes: [GradientPane.Mode] = []
    for _ in 0..<5 {
      modes.append(state.gradientPane.mode)
      _ = state.update(.input(.key(.character("g"))))
    }
    #expect(modes == [.norms, .strip, .ratios, .plot(0), .plot(1)])
    #expect(state.gradientPane.mode == .norms)
    _ = state.update(.input(.key(.character("G"))))
    #expect(state.gradientPane.mode == .plot(1))
    // A plot that is removed leaves the norms.
    var snapshot = Samples.layers
    snapshot.plots = []
    _ = state.update(.snapshot(snapshot, at: 50))
    #expect(AppRenderer.render(state).lines.contains { $0.contains("grad ‖g‖") })
  }

  @Test func arrowsChooseALayer() {
    var state = Self.state(Size(columns: 80, rows: 24))
    for expected in [0, 1, 2, 2] {
      _ = state.update(.input(.key(.down)))
      #expect(state.gradientPane.row == expected)
    }
    _ = state.update(.input(.key(.up)))
    #expect(state.gradientPane.row == 1)
    // Many layers scroll with the choice.
    var snapshot = Samples.layers
    let row = Samples.run.gradients[0]
    snapshot.run?.gradients = (0..<18).map {
      GradientRow(
        path: "layer.\($0)", norms: row.norms, last: row.last, verdict: .healthy)
    }
    _ = state.update(.snapshot(snapshot, at: 50))
    for _ in 0..<16 { _ = state.update(.input(.key(.down))) }
    #expect(state.gradientPane.row == 17)
    #expect(AppRenderer.render(state).lines.contains { $0.contains("layer.17") })
  }

  @Test func aClickChoosesTheLayerUnderIt() throws {
    var state = Self.state(Size(columns: 80, rows: 24))
    let area = try #require(state.layout.panes[.gradients])
    let place = Point(column: area.column + 2, row: area.row + 2)
    _ = state.update(.input(.mouse(MouseEvent(action: .press, place: place))))
    #expect(state.gradientPane.row == 1)
  }

  @Test func theCursorReadsAnEarlierStep() throws {
    var state = Self.state(Size(columns: 200, rows: 60))
    let buckets = Samples.run.gradients[0].norms.buckets
    for _ in 0..<3 { _ = state.update(.input(.key(.left))) }
    let step = try #require(state.gradientPane.step)
    #expect(step < buckets[buckets.count - 1].lastStep)
    let lines = AppRenderer.render(state).lines
    #expect(lines.contains { $0.contains("step ") && $0.contains("‖g‖") })
    let value = try #require(buckets.last { $0.firstStep <= step }).last
    let shown = try #require(lines.first { $0.contains("net.0 ") })
    #expect(shown.contains(NumberFormat.compact(Double(value), significant: 2)))
    for _ in 0..<4 { _ = state.update(.input(.key(.right))) }
    #expect(state.gradientPane.step == nil)
  }

  @Test func nothingRecordedSaysHowToRecordIt() {
    var state = AppState(snapshot: Samples.training, size: Size(columns: 200, rows: 60))
    state.focus = .gradients
    for _ in 0..<2 { _ = state.update(.input(.key(.character("g")))) }
    #expect(AppRenderer.render(state).lines.contains { $0.contains("plot ratios") })
  }

  @Test func hostileLayersAreDrawn() {
    var snapshot = Samples.layers
    snapshot.run?.ratios = RatioPlot(rows: [
      RatioPlot.Row(path: "", ratios: SeriesSnapshot(name: "", buckets: []), last: .nan),
      RatioPlot.Row(
        path: "猫", ratios: SeriesSnapshot(name: "", buckets: [Samples.bucket(.max, .infinity)]),
        last: .infinity),
    ])
    snapshot.plots = [
      PlotOutput(
        title: "\u{1B}[2J",
        content: .distributions(
          DistributionPlot(
            subject: .weights, step: .max, lower: .nan, upper: -.infinity, isMagnitude: true,
            rows: [
              DistributionPlot.Row(
                name: "", now: Samples.spread(0, 1, idle: .nan, below: .max), past: [])
            ], steps: [.max]))),
      PlotOutput(title: "", content: .times(TimePlot(loss: "", rows: []))),
    ]
    for columns in [0, 1, 20, 61, 80, 200] {
      for rows in [0, 1, 5, 16, 24, 60] {
        var state = Self.state(Size(columns: columns, rows: rows))
        _ = state.update(.snapshot(snapshot, at: 50))
        for _ in 0..<6 {
          _ = state.update(.input(.key(.down)))
          _ = AppRenderer.render(state)
          _ = state.turnedGradients()
        }
      }
    }
  }
}

extension AppState {
  fileprivate mutating func turnedGradients() -> [AppEffect] {
    focus = .gradients
    return update(.input(.key(.character("g"))))
  }
}
