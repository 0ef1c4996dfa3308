// How BERT cuts a text before word pieces are looked for (Devlin et al. 2018, "basic tokenizer").

/// Cleans a text and cuts it at blanks, punctuation and ideographs.
struct BertWords: Sendable {
  let lowercase: Bool
  let stripsAccents: Bool
  let language: TextLanguage

  func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func endWord() {
      if !word.isEmpty { words.append(contentsOf: split(String(word))) }
      word.removeAll()
    }
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        endWord()
      } else if isDropped(scalar) {
        continue
      } else if isIdeograph(scalar) {
        endWord()
        words.append(String(scalar))
      } else {
        word.append(scalar)
      }
    }
    endWord()
    return words
  }

  /// Lower-cased, without accents, each mark of punctuation by itself.
  private func split(_ word: String) -> [String] {
    var word = word
    if lowercase { word = TextCase.lower(word, language: language) }
    if stripsAccents { word = Accents.stripped(word) }
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if isPunctuation(scalar) {
        if !part.isEmpty { parts.append(String(part)) }
        part.removeAll()
        parts.append(String(scalar))
      } else {
        part.append(scalar)
      }
    }
    if !part.isEmpty { parts.append(String(part)) }
    return parts
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r": true
    default:
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  private func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{FFFD}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return true
    default: return false
    }
  }

  private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
      0x2B740...0x2B81F, 0x2B820...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
