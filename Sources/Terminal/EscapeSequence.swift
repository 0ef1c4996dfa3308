// One escape sequence of a terminal's keyboard: where it ends, and what it means.

import Screen

/// An escape sequence and its meaning.
struct EscapeSequence: Equatable {
  enum Meaning: Equatable {
    case event(InputEvent)
    case pasteBegins
    case modeReport(mode: Int, value: Int)
    case background(Color.Components)
    /// A key that every line editor knows: arrows, home, end, insert, delete, back-tab.
    case editorKey
    case ignored
    case other
  }

  enum Scan: Equatable {
    case incomplete
    /// Escape itself, followed by something that does not belong to it.
    case alone
    /// Escape and one character: Alt.
    case meta
    case malformed(length: Int)
    case sequence(EscapeSequence)
  }

  /// Bytes it takes.
  var length: Int
  var meaning: Meaning

  /// No keyboard sends more.
  private static let longest = 64

  /// Looks at bytes that begin with ESC.
  static func scan(_ bytes: ArraySlice<UInt8>) -> Scan {
    let bytes = Array(bytes.prefix(longest + 1))
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case 0x1B: return .alone
    case 0x4F: return scanSS3(bytes)
    case 0x5B: return scanCSI(bytes)
    // Only digits begin an answer; Alt-] is a key.
    case 0x5D where bytes.count == 2: return .incomplete
    case 0x5D where (0x30...0x39).contains(bytes[2]): return scanOSC(bytes)
    // ^C, ^L and ^Z keep their meaning after an Escape.
    case 0x03, 0x0C, 0x1A: return .alone
    default: return .meta
    }
  }

  private static func scanSS3(_ bytes: [UInt8]) -> Scan {
    guard bytes.count > 2 else { return .incomplete }
    switch bytes[2] {
    case 0x50...0x53:
      return .sequence(.init(length: 3, meaning: .event(.key(.function(Int(bytes[2]) - 0x4F)))))
    case 0x41...0x44, 0x46, 0x48: return .sequence(.init(length: 3, meaning: .editorKey))
    case 0x20...0x7E: return .sequence(.init(length: 3, meaning: .other))
    default: return .malformed(length: 2)
    }
  }

  private static func scanCSI(_ bytes: [UInt8]) -> Scan {
    var place = 2
    while place < bytes.count {
      switch bytes[place] {
      case 0x20...0x3F: place += 1
      case 0x4D where place == 2:  // the old mouse report: three bytes follow
        guard bytes.count >= 6 else { return .incomplete }
        return .sequence(.init(length: 6, meaning: oldMouse(bytes)))
      case 0x5B where place == 2:  // the Linux console's F1 to F5
        guard bytes.count >= 4 else { return .incomplete }
        let isFunction = (0x41...0x45).contains(bytes[3])
        return .sequence(
          .init(
            length: 4,
            meaning: isFunction ? .event(.key(.function(Int(bytes[3]) - 0x40))) : .ignored))
      case 0x40...0x7E:
        let meaning = meaning(parameters: bytes[2..<place], final: bytes[place])
        return .sequence(.init(length: place + 1, meaning: meaning))
      default: return .malformed(length: place)
      }
    }
    return bytes.count > longest ? .malformed(length: longest) : .incomplete
  }

  /// The bytes with which an answer about colours begins: `ESC ] 1`.
  static let answerStart: [UInt8] = [0x1B, 0x5D, 0x31]

  /// `ESC ] 11;rgb:1e1e/1e1e/2e2e` up to BEL or `ESC \`.
  private static func scanOSC(_ bytes: [UInt8]) -> Scan {
    var place = 2
    while place < bytes.count {
      switch bytes[place] {
      case 0x07:
        return .sequence(.init(length: place + 1, meaning: answer(bytes[2..<place])))
      case 0x1B:
        guard place + 1 < bytes.count else { return .incomplete }
        guard bytes[place + 1] == 0x5C else { return .malformed(length: place) }
        return .sequence(.init(length: place + 2, meaning: answer(bytes[2..<place])))
      case 0x20...0x7E: place += 1
      default: return .malformed(length: place)
      }
    }
    return bytes.count > longest ? .malformed(length: longest) : .incomplete
  }

  /// Colours have one to four hexadecimal digits a part; `rgba:` has the opacity last.
  private static func answer(_ bytes: ArraySlice<UInt8>) -> Meaning {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("11;rgb"), let colon = text.firstIndex(of: ":") else { return .ignored }
    let parts = text[text.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false)
    let values = parts.prefix(3).compactMap { part -> UInt8? in
      guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16), value >= 0 else {
        return nil
      }
      let most = (1 << (4 * part.utf8.count)) - 1
      return UInt8(value * 255 / most)
    }
    guard values.count == 3 else { return .ignored }
    return .background(Color.Components(values[0], values[1], values[2]))
  }

  private static func meaning(parameters: ArraySlice<UInt8>, final: UInt8) -> Meaning {
    switch parameters.first {
    case 0x3C: return mouse(numbers(parameters.dropFirst()), final: final)
    case 0x3F:
      // "$y" is DECRPM; other answers begin like this too.
      guard final == 0x79, parameters.last == 0x24 else { return .ignored }
      let values = numbers(parameters.dropFirst().dropLast())
      guard values.count == 2 else { return .ignored }
      return .modeReport(mode: values[0], value: values[1])
    default: break
    }
    let values = numbers(parameters)
    switch final {
    case 0x7E: return tilde(values.first ?? 0)
    case 0x41...0x44, 0x46, 0x48, 0x5A:
      // With modifiers readline knows them only where someone bound them.
      return parameters.isEmpty || final == 0x5A ? .editorKey : .other
    case 0x49, 0x4F, 0x75: return .ignored  // focus, and kitty's keyboard, which nobody asked for
    case 0x50...0x53 where values.count == 2 && values[0] == 1:
      return .event(.key(.function(Int(final) - 0x4F)))
    default: return .other
    }
  }

  private static func tilde(_ number: Int) -> Meaning {
    switch number {
    case 5: .event(.key(.pageUp))
    case 6: .event(.key(.pageDown))
    case 1, 2, 3, 4, 7, 8: .editorKey
    case 11...15: .event(.key(.function(number - 10)))
    case 17...21: .event(.key(.function(number - 11)))
    case 23...26: .event(.key(.function(number - 12)))
    case 28, 29: .event(.key(.function(number - 13)))
    case 31...34: .event(.key(.function(number - 14)))
    case 200: .pasteBegins
    case 201: .ignored
    default: .other
    }
  }

  private static func mouse(_ values: [Int], final: UInt8) -> Meaning {
    guard values.count == 3, values[1] >= 1, values[2] >= 1, final == 0x4D || final == 0x6D else {
      return .ignored
    }
    let place = Point(column: values[1] - 1, row: values[2] - 1)
    return event(button: values[0], place: place, released: final == 0x6D)
  }

  private static func oldMouse(_ bytes: [UInt8]) -> Meaning {
    guard bytes[3] >= 32, bytes[4] >= 33, bytes[5] >= 33 else { return .ignored }
    let place = Point(column: Int(bytes[4]) - 33, row: Int(bytes[5]) - 33)
    let button = Int(bytes[3]) - 32
    return event(button: button, place: place, released: button & 0x43 == 3)
  }

  private static func event(button: Int, place: Point, released: Bool) -> Meaning {
    let action: MouseEvent.Action
    if button & 64 != 0 {
      guard button & 3 < 2 else { return .ignored }
      action = button & 1 == 0 ? .wheelUp : .wheelDown
    } else if released {
      action = .release
    } else if button & 32 != 0 {
      guard button & 3 != 3 else { return .ignored }
      action = .drag
    } else {
      action = .press
    }
    return .event(.mouse(MouseEvent(action: action, place: place)))
  }

  /// Numbers between semicolons; a missing one is 0, a huge one is capped.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    guard !parameters.isEmpty else { return [] }
    var result = [0]
    for byte in parameters {
      switch byte {
      case 0x30...0x39:
        result[result.count - 1] = min(99_999, result[result.count - 1] * 10 + Int(byte) - 0x30)
      case 0x3B: result.append(0)
      default: break
      }
    }
    return result
  }
}
