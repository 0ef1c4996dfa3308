// Whole frames of hand-made snapshots at both sizes and in every mode.

import Interface
import Notebook
import Screen
import Testing

@Suite struct FrameTests {
  static let snapshots: [(String, Snapshot)] = [
    ("training", Samples.training), ("stepping", Samples.stepping),
    ("attention", Samples.attention), ("error", Samples.mistake),
    ("everything", Samples.everything), ("empty", Snapshot()),
  ]
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)]
  static let appearances: [(String, Appearance)] = [
    ("colour", .standard), ("mono", .mono), ("ascii", .ascii),
  ]

  static func state(
    _ snapshot: Snapshot, _ size: Size, _ appearance: Appearance
  ) -> AppState {
    var state = AppState(size: size, appearance: appearance, helpText: "## Verbs\n`step`, `train`")
    var early = snapshot
    early.run?.step -= 312
    _ = state.update(.snapshot(early, at: 40))
    _ = state.update(.snapshot(snapshot, at: 41))
    _ = state.update(.prompt(PromptState(text: "set lr = 3e-4", cursorOffset: 13)))
    return state
  }

  @Test(arguments: 0..<6)
  func matchesTheRecordedFrames(_ which: Int) throws {
    let (name, snapshot) = Self.snapshots[which]
    let portrait = Portrait.text { size, appearance in
      let frame = AppRenderer.render(Self.state(snapshot, size, appearance))
      #expect(frame == AppRenderer.render(Self.state(snapshot, size, appearance)))
      return frame
    }
    try Fixture.expect(portrait, name)
  }

  @Test func helpMatchesTheRecordedFrames() throws {
    let portrait = Portrait.text { size, appearance in
      var state = Self.state(Samples.training, size, appearance)
      _ = state.update(.input(.key(.function(1))))
      return AppRenderer.render(state)
    }
    try Fixture.expect(portrait, "help")
  }

  @Test func everySizeIsSafe() {
    // Every small size, then every width to 300 with a height that wanders, in turning layouts.
    let presets = Layout.Preset.allCases
    for columns in 1...300 {
      for rows in columns < 30 ? Array(1...24) : [columns % 100 + 1] {
        var state = Self.state(
          Samples.everything, Size(columns: columns, rows: rows),
          rows % 2 == 0 ? .standard : .ascii)
        state.chosenLayout = presets[(columns + rows / 7) % presets.count]
        let frame = AppRenderer.render(state)
        #expect(frame.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test func asciiFramesAreASCII() {
    for (_, snapshot) in Self.snapshots {
      for size in Self.sizes + [Size(columns: 40, rows: 10), Size(columns: 7, rows: 3)] {
        var state = Self.state(snapshot, size, .ascii)
        for overlay in [nil, AppState.Overlay.help, .offer("“xor” was interrupted …")] {
          state.overlay = overlay
          let bytes = AppRenderer.render(state).lines.joined().utf8
          #expect(bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
      }
    }
  }

  @Test func monoFramesHaveNoColours() {
    for (_, snapshot) in Self.snapshots {
      let frame = AppRenderer.render(Self.state(snapshot, Self.sizes[1], .mono))
      for row in 0..<frame.size.rows {
        for column in 0..<frame.size.columns {
          let style = frame[row, column].style
          #expect(style.foreground == .standard && style.background == .standard)
        }
      }
    }
  }

  @Test func aScreenWithoutRoomSaysSo() {
    let frame = AppRenderer.render(
      AppState(snapshot: Samples.training, size: Size(columns: 19, rows: 5)))
    #expect(frame.lines.contains("     too small"))
    let narrow = AppRenderer.render(AppState(size: Size(columns: 6, rows: 4)))
    #expect(narrow.lines == ["", " too", "small", ""])
  }

  @Test func aSmallScreenHasTabs() {
    var state = AppState(snapshot: Samples.training, size: Size(columns: 50, rows: 12))
    #expect(AppRenderer.render(state).lines[1] == "[cells]  loss   grad")
    _ = state.update(.input(.key(.function(6))))
    #expect(AppRenderer.render(state).lines[1] == " cells  [loss]  grad")
    #expect(state.focus == .loss)
  }
}
