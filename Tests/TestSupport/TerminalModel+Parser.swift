// The bytes of a program as commands to the terminal model.

import Screen

extension TerminalModel {
  /// Where in a sequence the terminal is.
  struct Parser {
    enum State { case ground, escape, charset, csi, string, stringEscape }
    var state = State.ground
    var parameters: [UInt8] = []
    var text: [UInt8] = []
  }

  mutating func parse(_ byte: UInt8) {
    switch parser.state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .charset: parser.state = .ground
    case .csi:
      if byte == 0x1B {
        parser.state = .escape
      } else if byte >= 0x40 && byte <= 0x7E {
        parser.state = .ground
        control(byte)
      } else {
        parser.parameters.append(byte)
      }
    case .string:
      if byte == 0x07 { parser.state = .ground }
      if byte == 0x1B { parser.state = .stringEscape }
    case .stringEscape: parser.state = byte == 0x5C ? .ground : .string
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte >= 0x20 && byte != 0x7F {
      character(byte)
      return
    }
    switch byte {
    case 0x08: moveTo(row: cursor.row, column: cursor.column - 1)
    case 0x09: moveTo(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A...0x0C:
      wrapsNext = false
      lineFeed()
    case 0x0D: moveTo(row: cursor.row, column: 0)
    case 0x1B: parser.state = .escape
    default: break
    }
  }

  private mutating func character(_ byte: UInt8) {
    parser.text.append(byte)
    let first = parser.text[0]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard parser.text.count >= length else { return }
    let text = String(decoding: parser.text, as: UTF8.self)
    parser.text = []
    for character in text { write(character) }
  }

  private mutating func escape(_ byte: UInt8) {
    parser.state = .ground
    parser.parameters = []
    switch byte {
    case 0x5B: parser.state = .csi
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: parser.state = .string
    case 0x28...0x2B: parser.state = .charset
    case 0x37: savedCursor = cursor
    case 0x38: moveTo(row: savedCursor.row, column: savedCursor.column)
    case 0x44: lineFeed()
    case 0x45:
      moveTo(row: cursor.row, column: 0)
      lineFeed()
    case 0x4D: reverseLineFeed()
    case 0x3D, 0x3E, 0x5C: break
    default: unknown.append("ESC \(Character(Unicode.Scalar(byte)))")
    }
  }

  private mutating func control(_ final: UInt8) {
    let parameters = parser.parameters
    if parameters.first == 0x3F {
      privateMode(parameters.dropFirst(), final)
      return
    }
    if let first = parameters.first, (0x3C...0x3E).contains(first) { return }
    let values = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let count = max(1, values.first ?? 1)
    let second = values.count > 1 ? max(1, values[1]) : 1
    switch final {
    case UInt8(ascii: "A"): moveTo(row: cursor.row - count, column: cursor.column)
    case UInt8(ascii: "B"): moveTo(row: cursor.row + count, column: cursor.column)
    case UInt8(ascii: "C"): moveTo(row: cursor.row, column: cursor.column + count)
    case UInt8(ascii: "D"): moveTo(row: cursor.row, column: cursor.column - count)
    case UInt8(ascii: "G"): moveTo(row: cursor.row, column: count - 1)
    case UInt8(ascii: "d"): moveTo(row: count - 1, column: cursor.column)
    case UInt8(ascii: "H"), UInt8(ascii: "f"): moveTo(row: count - 1, column: second - 1)
    case UInt8(ascii: "I"): moveTo(row: cursor.row, column: (cursor.column / 8 + count) * 8)
    case UInt8(ascii: "Z"): moveTo(row: cursor.row, column: (cursor.column - 1) / 8 * 8)
    case UInt8(ascii: "J"): eraseDisplay(values.first ?? 0)
    case UInt8(ascii: "K"): eraseLine(values.first ?? 0)
    case UInt8(ascii: "X"): erase(row: cursor.row, cursor.column..<(cursor.column + count))
    case UInt8(ascii: "@"): insertBlanks(count)
    case UInt8(ascii: "P"): deleteCharacters(count)
    case UInt8(ascii: "L"): scroll(-count, from: cursor.row)
    case UInt8(ascii: "M"): scroll(count, from: cursor.row)
    case UInt8(ascii: "S"): scroll(count)
    case UInt8(ascii: "T"): scroll(-count)
    case UInt8(ascii: "b"): for _ in 0..<min(count, 10_000) { write(last) }
    case UInt8(ascii: "r"):
      setRegion(top: count - 1, bottom: values.count > 1 ? values[1] - 1 : size.rows - 1)
    case UInt8(ascii: "m"): select(values)
    case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "c"): break
    default:
      unknown.append(
        "CSI " + String(decoding: parameters, as: UTF8.self)
          + String(Character(Unicode.Scalar(final))))
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    switch mode {
    case 0: erase(row: cursor.row, cursor.column..<size.columns)
    case 1: erase(row: cursor.row, 0..<(cursor.column + 1))
    default: erase(row: cursor.row, 0..<size.columns)
    }
  }

  private mutating func privateMode(_ parameters: ArraySlice<UInt8>, _ final: UInt8) {
    let digits = parameters.filter { $0 != 0x24 }
    for part in digits.split(separator: 0x3B) {
      guard let mode = Int(String(decoding: part, as: UTF8.self)) else { continue }
      switch final {
      case UInt8(ascii: "h"), UInt8(ascii: "l"): set(mode, final == UInt8(ascii: "h"))
      case UInt8(ascii: "p") where mode == 2026 && answersSynchronized:
        answer += Array("\u{1B}[?2026;\(modes.contains(2026) ? 1 : 2)$y".utf8)
      default: break
      }
    }
  }

  private mutating func set(_ mode: Int, _ on: Bool) {
    if on {
      modes.insert(mode)
      modesEverSet.insert(mode)
    } else {
      modes.remove(mode)
    }
    if mode == 25 { cursorIsVisible = on }
    if mode == 1049 { enterAlternate(on) }
  }

  private mutating func select(_ values: [Int]) {
    var rest = values.isEmpty ? [0] : values
    while !rest.isEmpty {
      let value = rest.removeFirst()
      switch value {
      case 0: attributes = Attributes()
      case 1: attributes.bold = true
      case 2: attributes.dim = true
      case 3: attributes.italic = true
      case 4: attributes.underline = true
      case 7: attributes.reverse = true
      case 22: (attributes.bold, attributes.dim) = (false, false)
      case 23: attributes.italic = false
      case 24: attributes.underline = false
      case 27: attributes.reverse = false
      case 30...37: attributes.foreground = value - 30
      case 40...47: attributes.background = value - 40
      case 90...97: attributes.foreground = value - 82
      case 100...107: attributes.background = value - 92
      case 10...12: break
      case 39: attributes.foreground = nil
      case 49: attributes.background = nil
      case 38, 48:
        let color = Self.extended(&rest)
        if value == 38 { attributes.foreground = color } else { attributes.background = color }
      default: unknown.append("SGR \(value)")
      }
    }
  }

  private static func extended(_ rest: inout [Int]) -> Int? {
    switch rest.first {
    case 5 where rest.count >= 2:
      defer { rest.removeFirst(2) }
      return rest[1]
    case 2 where rest.count >= 4:
      defer { rest.removeFirst(4) }
      return 1 << 24 | rest[1] << 16 | rest[2] << 8 | rest[3]
    default:
      rest = []
      return nil
    }
  }
}
