// Colours by numbers: how far apart series are for colour-blind eyes, how well text is read on its
// background, and that ramps go one way, in every colour mode, on dark and light.

import Foundation
import Plotting
import Screen
import Testing

/// Colour vision deficiencies after Machado, Oliveira and Fernandes, "A Physiologically-based Model
/// for Simulation of Color Vision Deficiency" (2009), severity 1, on linear RGB.
enum ColourVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// CIE L*a*b* (D65) of a colour as these eyes see it.
  func lab(_ color: Color.Components) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { value in
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let seen = Self.product(matrix, linear).map { min(max(0, $0), 1) }
    let xyz = Self.product(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let ratio = value / white
      return ratio > 216 / 24389 ? cbrt(ratio) : (24389 / 27 * ratio + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// ΔE*ab of 1976.
  func distance(_ first: Color.Components, _ second: Color.Components) -> Double {
    zip(lab(first), lab(second)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}

@Suite struct ColourVisionTests {
  static let modes: [(Appearance.Colors, Appearance.Theme, Double)] = [
    (.truecolor, .dark, 20), (.palette256, .dark, 20), (.palette16, .dark, 14),
    (.truecolor, .light, 13), (.palette256, .light, 13), (.palette16, .light, 20),
  ]

  /// The colour as xterm shows it, where it is the person's.
  static func components(_ color: Color) -> Color.Components? {
    if case .palette(let index) = color { return Color.xterm(index) }
    return color.components
  }

  static func contrast(_ color: Color, _ background: Color) -> Double {
    let (a, b) = (Palette.luminance(color), Palette.luminance(background))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// A just noticeable difference is about 2.3.
  @Test(arguments: 0..<6, ColourVision.allCases)
  func seriesStayApart(mode: Int, eyes: ColourVision) throws {
    let (colors, theme, least) = Self.modes[mode]
    let palette = Palette(Appearance(colors: colors, theme: theme))
    let series = try (0..<Palette.seriesCount).map {
      try #require(Self.components(palette.series($0).foreground))
    }
    for (index, one) in series.enumerated() {
      for other in series[..<index] {
        #expect(eyes.distance(one, other) >= least, "\(index): \(one) \(other)")
      }
    }
  }

  @Test func withoutColoursSeriesDifferByAttributesAndMarks() {
    for theme in Appearance.Theme.allCases {
      let palette = Palette(Appearance(colors: .none, theme: theme))
      #expect(palette.series(0) != palette.series(1))
      #expect(palette.series(0).foreground == .standard)
    }
  }

  /// WCAG 2.2, 1.4.3: 4.5 for text. Black and a usual dark grey, white.
  @Test(arguments: [Appearance.Colors.palette256, .truecolor])
  func textIsRead(colors: Appearance.Colors) {
    for theme in Appearance.Theme.allCases {
      let palette = Palette(Appearance(colors: colors, theme: theme))
      let backgrounds: [Color] =
        theme == .dark ? [.rgb(0, 0, 0), .rgb(30, 30, 30)] : [.rgb(255, 255, 255)]
      let styles =
        (0..<Palette.seriesCount).map { palette.series($0) }
        + Palette.Role.allCases.map { palette[$0] }
      for style in styles where style.foreground != .standard {
        for background in backgrounds {
          #expect(Self.contrast(style.foreground, background) >= 4.5, "\(theme) \(style)")
        }
      }
    }
  }

  @Test(arguments: [Appearance.Colors.palette256, .truecolor])
  func rampsFallOnLight(colors: Appearance.Colors) {
    let palette = Palette(Appearance(colors: colors, theme: .light))
    for ramp in [
      { palette.sequential($0) }, { palette.diverging($0) }, { palette.diverging(-$0) },
    ] as [(Double) -> Color] {
      let levels = (0...200).map { Palette.luminance(ramp(Double($0) / 200)) }
      for (high, low) in zip(levels, levels.dropFirst()) { #expect(low <= high) }
      #expect(Set(levels).count >= 8)
      #expect((levels.first ?? 0) - (levels.last ?? 1) > 0.5)
    }
    for step in -100...100 {
      for background in [
        palette.diverging(Double(step) / 100), palette.sequential(Double(step) / 100),
      ] { #expect(Self.contrast(palette.ink(on: background), background) >= 4.5) }
    }
    #expect(palette.sequential(.nan) == palette.sequential(0))
  }

  /// Both arms of a diverging ramp are told apart by every eye, not by brightness.
  @Test(arguments: ColourVision.allCases)
  func signsStayApart(eyes: ColourVision) throws {
    for (colors, theme, _) in Self.modes where colors != .palette16 {
      let palette = Palette(Appearance(colors: colors, theme: theme))
      for strength in [0.5, 0.75, 1] {
        let plus = try #require(palette.diverging(strength).components)
        let minus = try #require(palette.diverging(-strength).components)
        #expect(eyes.distance(plus, minus) >= 20, "\(colors) \(theme) \(strength)")
      }
    }
  }

  @Test func xtermsColoursAreKnown() {
    #expect(Color.palette(16).components == Color.Components(0, 0, 0))
    #expect(Color.palette(231).components == Color.Components(255, 255, 255))
    #expect(Color.palette(244).components == Color.Components(128, 128, 128))
    #expect(Color.palette(3).components == nil)
    #expect(Color.standard.components == nil)
    #expect(Color.xterm(9) == Color.Components(255, 0, 0))
  }
}
