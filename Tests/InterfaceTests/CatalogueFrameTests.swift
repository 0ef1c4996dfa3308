// Every plot of the catalogue, drawn from its own example with the screen to itself, in every mode at
// both sizes; and alike: every text of them can be read.

import Engine
import Interface
import Language
import Notebook
import Screen
import Testing

@Suite struct CatalogueFrameTests {
  static let plots = Catalogue.standard.descriptors.filter { $0.kind == .plot }.map(\.name)

  static func snapshot(_ name: String) throws -> Snapshot {
    let descriptor = try #require(
      Catalogue.standard.descriptors.first { $0.kind == .plot && $0.name == name })
    let notebook = Notebook(seed: 1)
    for line in descriptor.example.split(separator: "\n").map(String.init) {
      #expect(notebook.apply(line).error == nil, "\(name): \(line)")
    }
    return notebook.snapshot()
  }

  static func state(_ snapshot: Snapshot, _ size: Size, _ appearance: Appearance) -> AppState {
    var state = AppState(size: size, appearance: appearance)
    _ = state.update(.snapshot(snapshot, at: 40))
    state.arrangement.zoomed = .plots
    state.focus = .plots
    return state
  }

  @Test(arguments: plots) func matchesTheRecordedFrames(_ name: String) throws {
    let snapshot = try Self.snapshot(name)
    #expect(snapshot.plots.count == 1)
    let text = Portrait.text { AppRenderer.render(Self.state(snapshot, $0, $1)) }
    try Fixture.expect(text, "plots/\(name)")
  }

  @Test(arguments: plots) func everyTextIsRead(_ name: String) throws {
    let snapshot = try Self.snapshot(name)
    for theme in Appearance.Theme.allCases {
      for colors in [Appearance.Colors.palette256, .truecolor] {
        for size in FrameTests.sizes {
          let frame = AppRenderer.render(
            Self.state(snapshot, size, Appearance(colors: colors, theme: theme)))
          let poor = ThemeTests.poorCells(frame, theme)
          #expect(poor.isEmpty, "\(name) \(theme) \(size): \(poor.sorted().prefix(5))")
        }
      }
    }
  }
}
