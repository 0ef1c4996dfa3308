// The drawing characters as geometry: a picture in a file must not depend on the reader's fonts,
// whose braille, blocks and lines rarely meet.

/// What a drawing character looks like inside its cell.
enum GlyphShape: Equatable {
  /// Filled rectangles in eighths of the cell: x, y, width, height.
  case blocks([Eighths])
  /// A fill of so many quarters of the colour.
  case shade(Int)
  /// Braille dots: bits of U+2800.
  case dots(UInt8)
  /// Lines between points in eighths of the cell.
  case lines([Line])

  struct Eighths: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  struct Line: Equatable {
    var x: Int
    var y: Int
    var toX: Int
    var toY: Int
  }

  /// The shape of a cell's text; nil where it is text for a font.
  static func of(_ text: String) -> GlyphShape? {
    guard let scalar = text.unicodeScalars.first, scalar.value >= 0x2500,
      text.unicodeScalars.count == 1
    else { return nil }
    switch scalar.value {
    case 0x2800...0x28FF: return .dots(UInt8(scalar.value - 0x2800))
    case 0x2580...0x259F: return block(scalar.value)
    case 0x2500...0x257F: return line(scalar.value)
    default: return nil
    }
  }

  private static func block(_ value: UInt32) -> GlyphShape {
    let step = Int(value) - 0x2580
    switch step {
    case 0: return one(0, 0, 8, 4)
    case 1...8: return one(0, 8 - step, 8, step)
    case 9...15: return one(0, 0, 16 - step, 8)
    case 16: return one(4, 0, 4, 8)
    case 17...19: return .shade(step - 16)
    case 20: return one(0, 0, 8, 1)
    case 21: return one(7, 0, 1, 8)
    default:
      // Quadrants: upper left, upper right, lower left, lower right, from U+2596 on.
      let quadrants: [[Int]] = [
        [2], [3], [0], [0, 2, 3], [0, 3], [0, 1, 2], [0, 1, 3], [1], [1, 2], [1, 2, 3],
      ]
      return .blocks(
        quadrants[step - 22].map { Eighths(x: $0 % 2 * 4, y: $0 / 2 * 4, width: 4, height: 4) })
    }
  }

  private static func one(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> GlyphShape {
    .blocks([Eighths(x: x, y: y, width: width, height: height)])
  }

  private static func line(_ value: UInt32) -> GlyphShape? {
    switch value {
    case 0x2571: return .lines([Line(x: 0, y: 8, toX: 8, toY: 0)])
    case 0x2572: return .lines([Line(x: 0, y: 0, toX: 8, toY: 8)])
    case 0x2573:
      return .lines([Line(x: 0, y: 8, toX: 8, toY: 0), Line(x: 0, y: 0, toX: 8, toY: 8)])
    case 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D:
      let pieces = value >= 0x254C ? [(0, 3), (4, 7)] : [(0, 1), (2, 3), (4, 5), (6, 7)]
      return .lines(pieces.map { Line(x: $0.0, y: 4, toX: $0.1, toY: 4) })
    case 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F:
      return .lines([(0, 2), (3, 5), (6, 8)].map { Line(x: 4, y: $0.0, toX: 4, toY: $0.1) })
    default: break
    }
    guard let arms = arms[value] else { return nil }
    var lines: [Line] = []
    if arms.contains("l"), arms.contains("r") {
      lines.append(Line(x: 0, y: 4, toX: 8, toY: 4))
    } else if arms.contains("l") {
      lines.append(Line(x: 0, y: 4, toX: 4, toY: 4))
    } else if arms.contains("r") {
      lines.append(Line(x: 4, y: 4, toX: 8, toY: 4))
    }
    if arms.contains("u"), arms.contains("d") {
      lines.append(Line(x: 4, y: 0, toX: 4, toY: 8))
    } else if arms.contains("u") {
      lines.append(Line(x: 4, y: 0, toX: 4, toY: 4))
    } else if arms.contains("d") {
      lines.append(Line(x: 4, y: 4, toX: 4, toY: 8))
    }
    return .lines(lines)
  }

  /// Where lines go from the middle: up, down, left, right.
  private static let arms: [UInt32: String] = [
    0x2500: "lr", 0x2501: "lr", 0x2502: "ud", 0x2503: "ud", 0x250C: "dr", 0x2510: "dl",
    0x2514: "ur", 0x2518: "ul", 0x251C: "udr", 0x2524: "udl", 0x252C: "dlr", 0x2534: "ulr",
    0x253C: "udlr", 0x256D: "dr", 0x256E: "dl", 0x256F: "ul", 0x2570: "ur", 0x2574: "l",
    0x2575: "u", 0x2576: "r", 0x2577: "d",
  ]
}
