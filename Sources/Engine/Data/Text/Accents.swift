// Letters without their accents, decoded from `AccentTable` at the first use.

/// Removes combining marks, those that are part of a letter too.
public enum Accents {
  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    var base: Unicode.Scalar?
    let text = AccentTable.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        base = nil
      } else if let base {
        bases[scalar] = base
      } else {
        base = scalar
      }
    }
    return bases
  }()

  /// `café` becomes `cafe`, `İ` becomes `I`; `ı` and `ø`, which have no mark, stay.
  public static func stripped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else if let base = bases[scalar] {
        result.append(base)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
