// The views of how a network is built, over real programs: frames at both sizes, in every
// appearance, and scrolling through what is larger than its pane.

import Interface
import Language
import Notebook
import Plotting
import Screen
import Testing

@Suite struct StructureFrameTests {
  private static let deep = [
    "x = [[0, 0], [0, 1], [1, 0], [1, 1]]", "y = [[0], [1], [1], [0]]",
    "def block(d) = residual(layer_norm | dense(d) | tanh)",
    "net = dense(3) | chain([block(3) for i in 0..5]) | dense(1) | sigmoid",
    "L = binary_cross_entropy(net(x), y)", "train L with sgd(lr=0.5) steps=3",
  ]
  private static let recurrent = [
    "x = [[0.1, 0.9, -2, 0.5]]", "y = [[0, 1, 0, 1]]", "seq = reshape(x, [1, 4, 1])",
    "net = lstm(3) | dense(2)", "L = cross_entropy(net(seq), y)",
    "train L with sgd(lr=0.5) steps=2",
  ]

  static let cases: [(name: String, lines: [String])] = [
    ("graph", deep + ["graph net"]), ("loss-graph", deep + ["graph L"]),
    ("layer-table", deep + ["plot layers(net)"]), ("neuron", deep + ["plot neuron(net.2, 0)"]),
    ("unrolled", recurrent + ["plot unrolled(net)"]), ("gates", recurrent + ["plot gates(net)"]),
  ]

  private static func state(
    _ lines: [String], _ size: Size, _ appearance: Appearance
  ) -> AppState {
    let notebook = Notebook(seed: 1)
    for line in lines { #expect(notebook.apply(line).error == nil, "\(line)") }
    return CatalogueFrameTests.state(notebook.snapshot(), size, appearance)
  }

  @Test(arguments: 0..<6)
  func matchesTheRecordedFrames(_ which: Int) throws {
    let (name, lines) = Self.cases[which]
    let snapshot = Self.state(lines, FrameTests.sizes[0], .mono).snapshot
    let portrait = Portrait.text {
      AppRenderer.render(CatalogueFrameTests.state(snapshot, $0, $1))
    }
    try Fixture.expect(portrait, "structure-\(name)")
  }

  @Test func aLargeDiagramScrollsToItsEndAndBack() {
    var state = Self.state(
      Self.deep + ["graph net unfold=true"], Size(columns: 80, rows: 24), .standard)
    let top = AppRenderer.render(state)
    func shows(_ text: String) -> Bool {
      AppRenderer.render(state).lines.contains { $0.contains(text) }
    }
    #expect(shows("net.0  dense"))
    #expect(!shows("net.3  sigmoid"))
    for _ in 0..<200 { _ = state.update(.input(.key(.pageDown))) }
    #expect(shows("net.3  sigmoid"))
    for _ in 0..<200 { _ = state.update(.input(.key(.pageUp))) }
    #expect(AppRenderer.render(state) == top)
  }

  /// The crosshair stands at the same unit and time in every gate, and reads each exactly.
  @Test func aUnitAndATimeAreReadInEveryGate() throws {
    let notebook = Notebook(seed: 1)
    for line in Self.recurrent + ["plot gates(net)"] { _ = notebook.apply(line) }
    let snapshot = notebook.snapshot()
    guard case .gates(let gates) = try #require(snapshot.plots.last).content else {
      Issue.record("no gates")
      return
    }
    var state = Self.state(
      Self.recurrent + ["plot gates(net)"], Size(columns: 200, rows: 60), .standard)
    for key: Key in [.down, .down, .right] { _ = state.update(.input(.key(key))) }
    let lines = AppRenderer.render(state).lines.joined(separator: "\n")
    for strip in gates.strips {
      // Unit 1 at time 1.
      let value = strip.values[1 * gates.times.count + 1]
      let text = "unit=1 time=t1 \(NumberFormat.compact(Double(value)))"
      #expect(lines.contains(text), "\(strip.name)")
    }
  }
}
