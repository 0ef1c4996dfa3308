// Dark and light: the same frames in other colours, all of which can be read.

import Foundation
import Interface
import Notebook
import Screen
import Testing

@Suite struct ThemeTests {
  static let modes: [Appearance.Colors] = [.palette16, .palette256, .truecolor]

  @Test func theThemeChangesColoursAlone() {
    for (name, snapshot) in FrameTests.snapshots {
      for size in FrameTests.sizes {
        for colors in Self.modes {
          let frames = Appearance.Theme.allCases.map { theme in
            AppRenderer.render(
              FrameTests.state(snapshot, size, Appearance(colors: colors, theme: theme)))
          }
          #expect(frames[0].lines == frames[1].lines, "\(name) \(size) \(colors)")
        }
      }
    }
  }

  /// WCAG 2.2, 1.4.3. Drawings (dots, blocks) are no text; what the terminal colours itself is the
  /// person's.
  @Test(arguments: Appearance.Theme.allCases)
  func everyTextIsRead(theme: Appearance.Theme) {
    for (name, snapshot) in FrameTests.snapshots {
      for size in FrameTests.sizes {
        for colors in [Appearance.Colors.palette256, .truecolor] {
          let frame = AppRenderer.render(
            FrameTests.state(snapshot, size, Appearance(colors: colors, theme: theme)))
          let poor = Self.poorCells(frame, theme)
          #expect(poor.isEmpty, "\(name) \(size) \(colors): \(poor.sorted().prefix(5))")
        }
      }
    }
  }

  /// Text with too little contrast to what lies behind it.
  static func poorCells(_ frame: Frame, _ theme: Appearance.Theme) -> Set<String> {
    let background: Color = theme == .dark ? .rgb(0x14, 0x16, 0x1A) : .rgb(255, 255, 255)
    let ink: Color = theme == .dark ? .rgb(0xDC, 0xDF, 0xE4) : .rgb(0x1C, 0x1F, 0x24)
    var poor: Set<String> = []
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        guard cell.text != " ", !isDrawing(cell.text) else { continue }
        var above = cell.style.foreground == .standard ? ink : cell.style.foreground
        var below = cell.style.background == .standard ? background : cell.style.background
        if cell.style.reverse { (above, below) = (below, above) }
        if contrast(above, below) < 4.5 {
          poor.insert("\(row),\(column) '\(cell.text)' \(above) on \(below)")
        }
      }
    }
    return poor
  }

  static func contrast(_ first: Color, _ second: Color) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double {
    guard let color = color.components else { return 0 }
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  static func isDrawing(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first else { return true }
    return (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }

  @Test func theTerminalAnswersAndThePersonDecides() {
    func press(_ state: inout AppState) {
      _ = state.update(.input(.key(.control("x"))))
      _ = state.update(.input(.key(.character("t"))))
    }
    var state = FrameTests.state(Samples.training, FrameTests.sizes[0], .standard)
    #expect(state.appearance.theme == .dark)
    _ = state.update(.theme(.light))
    #expect(state.appearance.theme == .light)
    press(&state)
    #expect(state.appearance.theme == .dark)
    // A late answer changes nothing.
    _ = state.update(.theme(.light))
    #expect(state.appearance.theme == .dark)
    press(&state)
    #expect(state.appearance.theme == .light)
    #expect(state.message == "colours for a light background")
  }
}
