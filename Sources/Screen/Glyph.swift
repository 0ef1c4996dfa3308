// A cell's text without a reference: frames of ten thousand cells are made and thrown away all the
// time, and a String in each of them would be counted up and down.

import Synchronization

/// A short text as plain bits: up to 15 bytes of UTF-8 in place, longer ones by their number in a
/// table.
struct Glyph: Hashable, Sendable {
  private var low: UInt64
  /// The top byte is the number of bytes, or `isListed`.
  private var high: UInt64

  private static let isListed: UInt64 = 0xFF

  /// Texts that take more bytes: families of emoji, letters under many marks.
  private struct List {
    var texts: [String] = []
    var numbers: [String: Int] = [:]
  }

  private static let list = Mutex(List())
  /// Nobody writes so many; what is beyond them is cut to what fits.
  private static let mostListed = 1 << 16

  init(_ text: String) {
    var text = text
    let bytes = text.utf8.count
    if bytes > 15 {
      if let number = Glyph.number(of: text) {
        (low, high) = (UInt64(number), Glyph.isListed << 56)
        return
      }
      text = Glyph.cut(text)
    }
    (low, high) = (0, 0)
    var place: UInt64 = 0
    for byte in text.utf8 {
      if place < 8 {
        low |= UInt64(byte) << (8 * place)
      } else {
        high |= UInt64(byte) << (8 * (place - 8))
      }
      place += 1
    }
    high |= place << 56
  }

  var text: String {
    let count = high >> 56
    if count == Glyph.isListed { return Glyph.list.withLock { $0.texts[Int(low)] } }
    return String(unsafeUninitializedCapacity: 15) { buffer in
      for place in 0..<min(Int(count), 15) {
        let word = place < 8 ? low : high
        buffer[place] = UInt8(truncatingIfNeeded: word >> (8 * UInt64(place & 7)))
      }
      return min(Int(count), 15)
    }
  }

  private static func number(of text: String) -> Int? {
    list.withLock { list in
      if let number = list.numbers[text] { return number }
      guard list.texts.count < mostListed else { return nil }
      list.numbers[text] = list.texts.count
      list.texts.append(text)
      return list.texts.count - 1
    }
  }

  /// The first Unicode scalars, as many as fit.
  private static func cut(_ text: String) -> String {
    var kept = ""
    for scalar in text.unicodeScalars {
      guard kept.utf8.count + UTF8.width(scalar) <= 15 else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
