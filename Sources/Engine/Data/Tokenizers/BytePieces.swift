// How GPT-2 cuts a text before its bytes are merged (Radford et al. 2019): a word keeps the blank
// before it, and `'s`, `'t`, … are pieces of their own.

/// The pieces of a text by the pattern
/// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`.
enum BytePieces {
  private enum Class { case letter, number, blank, other }

  static func pieces(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var pieces: [String] = []
    var place = 0
    while place < scalars.count {
      let end = end(of: place, scalars)
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[place..<end])
      pieces.append(String(piece))
      place = end
    }
    return pieces
  }

  private static func end(of start: Int, _ scalars: [Unicode.Scalar]) -> Int {
    if scalars[start] == "'", let length = contraction(after: start, scalars) {
      return start + 1 + length
    }
    var first = start
    if scalars[start] == " ", start + 1 < scalars.count, kind(scalars[start + 1]) != .blank {
      first = start + 1
    }
    let kind = kind(scalars[first])
    var end = first + 1
    while end < scalars.count, Self.kind(scalars[end]) == kind { end += 1 }
    // The last blank of several goes with what follows.
    if kind == .blank, end < scalars.count, end - start > 1 { end -= 1 }
    return end
  }

  /// The letters of `'s`, `'t`, `'m`, `'d`, `'re`, `'ve`, `'ll`.
  private static func contraction(after start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    guard start + 1 < scalars.count else { return nil }
    switch scalars[start + 1] {
    case "s", "t", "m", "d": return 1
    case "r", "v": return start + 2 < scalars.count && scalars[start + 2] == "e" ? 2 : nil
    case "l": return start + 2 < scalars.count && scalars[start + 2] == "l" ? 2 : nil
    default: return nil
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Class {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z": return .letter
      case "0"..."9": return .number
      case " ", "\t"..."\r": return .blank
      default: return .other
      }
    }
    if TextUnits.isLetter(scalar) { return .letter }
    if TextUnits.isNumber(scalar) { return .number }
    return scalar.properties.isWhitespace ? .blank : .other
  }
}
