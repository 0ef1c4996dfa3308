// How a text is cut into words and characters. Nothing here needs a vocabulary.

/// Words and characters of a text.
public enum TextUnits {
  /// Runs of letters, digits and underscores, case kept; everything else separates them.
  ///
  /// - Parameter marks: whether combining marks belong to the word before them (`é` written in two
  ///   parts). Without them words are those of Python's `\w+`.
  public static func words(_ text: String, marks: Bool = true) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isLetterOrDigit(scalar) || (marks && !word.isEmpty && isMark(scalar)) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// Characters as a person sees them (extended grapheme clusters, Unicode annex 29).
  public static func characters(_ text: String) -> [String] { text.map { String($0) } }

  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": return true
      default: return false
      }
    }
    return isLetter(scalar) || isNumber(scalar)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
