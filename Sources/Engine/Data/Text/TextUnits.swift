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

extension TextUnits {
  /// The parts of a text between blank lines, their own lines joined by blanks.
  public static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
        lines.removeAll()
      } else {
        lines.append(line)
      }
    }
    if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
    return paragraphs
  }

  private static let abbreviations: Set<String> = ["Mr", "Mrs", "Ms", "Dr", "Prof", "St"]

  private static func isAbbreviation(_ sentence: ArraySlice<Character>) -> Bool {
    let word = sentence.reversed().prefix { $0.isLetter }.reversed()
    return abbreviations.contains(String(word))
  }

  /// The sentences of a text: each ends with a point, a question or exclamation mark and closing
  /// quotes or brackets, before a blank and something that is not a small letter, unless it is the
  /// point of "Mrs." and the like. Paragraphs end one too.
  public static func sentences(_ text: String) -> [String] {
    paragraphs(text).flatMap { paragraph -> [String] in
      let characters = Array(paragraph)
      var sentences: [String] = []
      var start = 0
      var place = 0
      while place < characters.count {
        guard ".?!…".contains(characters[place]) else {
          place += 1
          continue
        }
        var end = place + 1
        while end < characters.count, ".?!…\"'”’»)]".contains(characters[end]) { end += 1 }
        var next = end
        while next < characters.count, characters[next].isWhitespace { next += 1 }
        let isEnd = next == characters.count || (next > end && !characters[next].isLowercase)
        if isEnd, !isAbbreviation(characters[start..<place]) {
          sentences.append(String(characters[start..<end]))
          start = next
        }
        place = max(next, end)
      }
      if start < characters.count { sentences.append(String(characters[start...])) }
      return sentences
    }
  }
}
