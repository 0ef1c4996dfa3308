// A style's colour as a colour number of the terminal: nearest where the terminal has fewer.

import Screen

/// Maps colours to what a terminal of `count` colours has.
struct ColorMapping {
  /// 0, 8, 16, 256 or more; 2²⁴ or more means that a number is a packed RGB value.
  let count: Int

  /// The terminal's own colour.
  static let standard: Int32 = -1

  /// The colour's number, and whether boldness has to stand for the bright half of 16 colours.
  func number(of color: Color) -> (number: Int32, bright: Bool) {
    switch color {
    case .standard: return (Self.standard, false)
    case .palette(let index):
      if count >= 1 << 24 {
        // Numbers below 8 are still the theme's colours there, all others are RGB values.
        return index < 8 ? (Int32(index), false) : packed(Self.components(of: index))
      }
      if count >= 256 { return (Int32(index), false) }
      let low = index < 16 ? index : Self.nearest16(to: Self.components(of: index))
      return small(low)
    case .rgb(let red, let green, let blue):
      let components = (Int(red), Int(green), Int(blue))
      if count >= 1 << 24 { return packed(components) }
      if count >= 256 { return (Int32(Self.nearest256(to: components)), false) }
      return small(Self.nearest16(to: components))
    }
  }

  private func small(_ index: UInt8) -> (number: Int32, bright: Bool) {
    if count >= 16 { return (Int32(index), false) }
    if count >= 8 { return (Int32(index & 7), index >= 8) }
    return (Self.standard, false)
  }

  private func packed(_ color: (Int, Int, Int)) -> (number: Int32, bright: Bool) {
    let value = color.0 << 16 | color.1 << 8 | color.2
    return (Int32(value < 8 ? (value == 0 ? 0 : 8) : value), false)
  }

  /// The components that xterm gives to a palette entry.
  static func components(of index: UInt8) -> (Int, Int, Int) {
    let color = Color.xterm(index)
    return (Int(color.red), Int(color.green), Int(color.blue))
  }

  /// The nearest of the cube and the greys; entries 0–15 are the user's theme and not known.
  static func nearest256(to color: (Int, Int, Int)) -> UInt8 {
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : min(5, (value - 35) / 40) }
    let cube = UInt8(16 + 36 * step(color.0) + 6 * step(color.1) + step(color.2))
    let mean = (color.0 + color.1 + color.2) / 3
    let grey = UInt8(232 + max(0, min(23, (mean - 3) / 10)))
    return distance(components(of: grey), color) < distance(components(of: cube), color)
      ? grey : cube
  }

  static func nearest16(to color: (Int, Int, Int)) -> UInt8 {
    var best: UInt8 = 0
    for index in UInt8(1)..<16
    where distance(components(of: index), color) < distance(components(of: best), color) {
      best = index
    }
    return best
  }

  private static func distance(_ first: (Int, Int, Int), _ second: (Int, Int, Int)) -> Int {
    let (red, green, blue) = (first.0 - second.0, first.1 - second.1, first.2 - second.2)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
