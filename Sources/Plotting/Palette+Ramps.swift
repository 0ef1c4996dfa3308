// Ramps from a number to a colour. Taking the nearest cube colour to each step of a smooth ramp
// makes the brightness go up and down; these are chosen so that it only rises (tested). On a light
// background it only falls, so that nothing looks like the background and much stands out.

public import Screen

extension Palette {
  /// Whether ramps have colours; without, charts shade with characters.
  public var hasRamps: Bool {
    appearance.colors == .palette256 || appearance.colors == .truecolor
  }

  /// Dark violet to yellow, brighter with every step; on a light background pale yellow to dark
  /// blue, darker with every step. NaN is 0.
  public func sequential(_ value: Double) -> Color {
    switch appearance.colors {
    case .none, .palette16: return .standard
    case .palette256:
      return .palette(Palette.pick(isLight ? Palette.light256 : Palette.sequential256, value))
    case .truecolor: return Palette.blend(isLight ? Palette.yellowToBlue : Palette.viridis, value)
    }
  }

  /// −1 blue, 0 neutral, 1 orange; brightness rises with the magnitude, on a light background it
  /// falls. NaN is 0.
  public func diverging(_ value: Double) -> Color {
    let strength = value.magnitude
    switch appearance.colors {
    case .none, .palette16: return .standard
    case .palette256:
      let ramps =
        isLight
        ? (Palette.blue256Light, Palette.orange256Light) : (Palette.blue256, Palette.orange256)
      return .palette(Palette.pick(value < 0 ? ramps.0 : ramps.1, strength))
    case .truecolor:
      let ramps =
        isLight ? (Palette.blueLight, Palette.orangeLight) : (Palette.blue, Palette.orange)
      return Palette.blend(value < 0 ? ramps.0 : ramps.1, strength)
    }
  }

  /// A tint for a region of a class, by its place, blue and orange first: the paler, the less the
  /// class is ahead (0…1).
  func region(_ index: Int, margin: Double) -> Color {
    guard hasRamps else { return .standard }
    let tints = (isLight ? Palette.regionsLight : Palette.regions)[((index % 7) + 7) % 7]
    return .palette(tints[margin < 0.35 ? 0 : margin < 0.8 ? 1 : 2])
  }

  private static let regions: [[UInt8]] = [
    [67, 25, 24], [137, 130, 94], [65, 28, 22], [96, 89, 53], [131, 124, 88], [101, 58, 52],
    [61, 19, 17],
  ]
  private static let regionsLight: [[UInt8]] = [
    [195, 153, 117], [230, 223, 216], [194, 157, 120], [225, 219, 183], [224, 217, 210],
    [230, 229, 222], [189, 147, 111],
  ]

  /// Black or white, whichever reads better on a background.
  public func ink(on background: Color) -> Color {
    guard hasRamps, background != .standard else { return .standard }
    let dark = Palette.luminance(background) > 0.18
    if appearance.colors == .truecolor { return dark ? .rgb(0, 0, 0) : .rgb(255, 255, 255) }
    return .palette(dark ? 16 : 231)
  }

  /// Relative luminance (WCAG 2) of a cube, grey or direct colour; of the theme's own colours 0.
  public static func luminance(_ color: Color) -> Double {
    guard let color = color.components else { return 0 }
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      // (part + 0.055) / 1.055 to the power 2.4
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private static func pick(_ ramp: [UInt8], _ value: Double) -> UInt8 {
    ramp[nearest(value * Double(ramp.count - 1), 0...ramp.count - 1)]
  }

  private static func blend(_ stops: [(Double, Double, Double)], _ value: Double) -> Color {
    let place = min(max(0, value.isNaN ? 0 : value), 1) * Double(stops.count - 1)
    let lower = nearest(place.rounded(.down), 0...stops.count - 2)
    let part = place - Double(lower)
    let (from, to) = (stops[lower], stops[lower + 1])
    func mix(_ a: Double, _ b: Double) -> UInt8 { UInt8(nearest(a + (b - a) * part, 0...255)) }
    return .rgb(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
  }

  static let sequential256: [UInt8] = [
    17, 53, 55, 24, 61, 31, 36, 72, 78, 113, 149, 185, 191, 227,
  ]
  static let blue256: [UInt8] = [236, 24, 25, 31, 32, 39, 75, 117]
  static let orange256: [UInt8] = [236, 94, 130, 166, 172, 208, 214, 222]

  static let light256: [UInt8] = [
    230, 229, 193, 157, 151, 115, 79, 73, 37, 31, 25, 24, 18, 17,
  ]
  static let blue256Light: [UInt8] = [254, 189, 153, 117, 111, 75, 39, 32, 25, 19]
  static let orange256Light: [UInt8] = [254, 223, 222, 216, 215, 208, 172, 166, 130, 94]

  // Ten stops of matplotlib's viridis.
  private static let viridis: [(Double, Double, Double)] = [
    (68, 1, 84), (72, 40, 120), (62, 74, 137), (49, 104, 142), (38, 130, 142), (31, 158, 137),
    (53, 183, 121), (109, 205, 89), (180, 222, 44), (253, 231, 37),
  ]
  private static let blue: [(Double, Double, Double)] = [
    (48, 48, 48), (48, 88, 135), (48, 135, 200), (90, 190, 250), (150, 220, 255),
  ]
  private static let orange: [(Double, Double, Double)] = [
    (48, 48, 48), (125, 75, 10), (200, 105, 0), (250, 150, 40), (255, 210, 130),
  ]
  // ColorBrewer's YlGnBu (C. Brewer, colorbrewer2.org).
  private static let yellowToBlue: [(Double, Double, Double)] = [
    (255, 255, 217), (237, 248, 177), (199, 233, 180), (127, 205, 187), (65, 182, 196),
    (29, 145, 192), (34, 94, 168), (37, 52, 148), (8, 29, 88),
  ]
  private static let blueLight: [(Double, Double, Double)] = [
    (228, 228, 228), (160, 200, 240), (80, 150, 220), (20, 90, 180), (8, 40, 110),
  ]
  private static let orangeLight: [(Double, Double, Double)] = [
    (228, 228, 228), (228, 185, 130), (226, 145, 45), (190, 95, 0), (115, 55, 0),
  ]
}
