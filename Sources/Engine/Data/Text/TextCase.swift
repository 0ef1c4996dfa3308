// Lower and upper case by Unicode's rules (The Unicode Standard, chapter 3.13, and SpecialCasing.txt), with
// the one language rule that words depend on: Turkish I.

/// Lower and upper case.
public enum TextCase {
  private static let dotAbove: Unicode.Scalar = "\u{307}"

  /// The text in lower case.
  ///
  /// In Turkish `I` becomes `ı` and `İ` becomes `i`; in other languages `I` becomes `i` and `İ`
  /// becomes `i` with a combining dot (U+0307), as Unicode has it. A Greek sigma at the end of a
  /// word becomes `ς`.
  public static func lower(_ text: String, language: TextLanguage = .english) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) {
      return language == .turkish
        ? lowerASCII(text, capitalI: "ı") : lowerASCII(text, capitalI: "i")
    }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "I" where language == .turkish:
        // I with a dot above of its own is the dotted letter, written in two parts.
        if let dot = dotAfter(index, scalars) {
          result.append("i")
          result.append(contentsOf: scalars[index + 1..<dot])
          index = dot
        } else {
          result.append("ı")
        }
      case "İ" where language == .turkish: result.append("i")
      case "Σ": result.append(endsWord(index, scalars) ? "ς" : "σ")
      default:
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
      index += 1
    }
    return String(result)
  }

  /// The text in upper case.
  ///
  /// In Turkish `i` becomes `İ` and `ı` becomes `I`; in other languages both become `I`. A letter
  /// without a capital of its own becomes several, `ß` for one `SS`. So case is lost: lowering gives
  /// back what was lower before in Turkish, where the pairs are whole, but for such letters.
  public static func upper(_ text: String, language: TextLanguage = .english) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "i", language == .turkish {
        result.append("İ")
      } else {
        result.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }

  private static func lowerASCII(_ text: String, capitalI: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "I": result.append(capitalI)
      case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value + 32)))
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The place of a combining dot that belongs to the letter at `index`.
  private static func dotAfter(_ index: Int, _ scalars: [Unicode.Scalar]) -> Int? {
    var place = index + 1
    while place < scalars.count {
      if scalars[place] == dotAbove { return place }
      // Marks below the letter may stand between; another mark above it may not.
      let order = scalars[place].properties.canonicalCombiningClass
      if order == .notReordered || order == .above { return nil }
      place += 1
    }
    return nil
  }

  /// Whether a letter is before this place and none after it, marks and the like not counted.
  private static func endsWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }
}
