// Ramps rise in brightness, series are told apart, text on colours can be read.

import Plotting
import Screen
import Testing

@Suite struct PaletteTests {
  static let coloured = [
    Palette(.standard), Palette(Appearance(glyphs: .unicode, colors: .truecolor)),
  ]

  @Test(arguments: coloured)
  func rampsRiseInLuminance(palette: Palette) {
    for ramp in [
      { palette.sequential($0) }, { palette.diverging($0) }, { palette.diverging(-$0) },
    ] as [(Double) -> Color] {
      let levels = (0...200).map { Palette.luminance(ramp(Double($0) / 200)) }
      for (low, high) in zip(levels, levels.dropFirst()) { #expect(low <= high) }
      #expect(Set(levels).count >= 8)
      #expect((levels.last ?? 0) - (levels.first ?? 1) > 0.5)
    }
    #expect(palette.sequential(.nan) == palette.sequential(0))
    #expect(palette.sequential(9) == palette.sequential(1))
    #expect(palette.diverging(-.infinity) == palette.diverging(-1))
  }

  @Test(arguments: coloured)
  func inkHasContrast(palette: Palette) {
    for step in -100...100 {
      for background in [
        palette.diverging(Double(step) / 100), palette.sequential(Double(step) / 100),
      ] {
        let below = Palette.luminance(background)
        let above = Palette.luminance(palette.ink(on: background))
        let contrast = (max(below, above) + 0.05) / (min(below, above) + 0.05)
        #expect(contrast >= 4.5)
      }
    }
  }

  @Test func seriesColoursDiffer() {
    for colors in [Appearance.Colors.palette16, .palette256, .truecolor] {
      let palette = Palette(Appearance(colors: colors))
      let styles = Set((0..<Palette.seriesCount).map { palette.series($0) })
      #expect(styles.count == Palette.seriesCount)
      #expect(palette.series(-1) == palette.series(Palette.seriesCount - 1))
    }
  }

  @Test(arguments: Palette.Role.allCases)
  func monoRolesUseAttributesOnly(role: Palette.Role) {
    let style = Palette(.mono)[role]
    #expect(style.foreground == .standard && style.background == .standard)
    #expect(Palette(.mono).sequential(0.5) == .standard && !Palette(.mono).hasRamps)
  }

  @Test func luminanceOfKnownColours() {
    #expect(Palette.luminance(.rgb(255, 255, 255)) > 0.9999)
    #expect(Palette.luminance(.palette(231)) > 0.9999)
    #expect(Palette.luminance(.palette(16)) == 0)
    #expect(abs(Palette.luminance(.palette(196)) - 0.2126) < 1e-9)
    #expect(abs(Palette.luminance(.palette(244)) - Palette.luminance(.rgb(128, 128, 128))) < 1e-9)
  }
}
