// ASCII terminals: every character of a finished frame that is not ASCII is replaced by one that
// is. Views that can say a thing better in ASCII do so themselves; this table catches the rest:
// formulas, labels, text of the user's.

import Screen
import Translation

/// Replacements of characters by ASCII text of the same or, in running text, of a wider width.
enum Transliteration {
  /// One column each, so that a frame keeps its columns.
  static func cell(_ character: Character) -> Character {
    if character.isASCII, character != "\r\n" { return character }
    if let known = narrow[character] { return known }
    guard let scalar = character.unicodeScalars.first else { return " " }
    switch scalar.value {
    case 0x20..<0x7F: return Character(scalar)  // a letter with combining marks
    case 0x2500...0x2501, 0x2504...0x2505, 0x2508...0x2509, 0x254C...0x254D, 0x2550: return "-"
    case 0x2502...0x2503, 0x2506...0x2507, 0x250A...0x250B, 0x254E...0x254F, 0x2551: return "|"
    case 0x2500...0x257F: return "+"
    case 0x2581...0x2583: return "_"
    case 0x2584...0x2586: return "="
    case 0x2587...0x2588, 0x2592...0x2593: return "#"
    case 0x2580, 0x2590, 0x2594...0x259F: return "#"
    case 0x2589...0x258F: return "|"
    case 0x2591: return "."
    case 0x2801...0x28FF: return "*"
    case 0x2800: return " "
    case 0x2400...0x2421: return "?"
    default: return "?"
    }
  }

  /// Running text, where one symbol may become several letters: `ᵀ` is `^T`, `∂` is `d`.
  static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      if character.isASCII, character != "\r\n" {
        result.append(character)
      } else if let known = wide[character] {
        result += known
      } else {
        result.append(cell(character))
      }
    }
    return result
  }

  private static let wide: [Character: String] = [
    "ᵀ": "^T", "²": "^2", "³": "^3", "⁻": "^-", "…": "...", "→": "->", "←": "<-", "⇒": "=>",
    "≤": "<=", "≥": ">=", "≠": "!=", "√": "sqrt ", "Σ": "sum", "∑": "sum", "∏": "prod", "∞": "inf",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "eps", "θ": "theta", "λ": "lambda",
    "μ": "mu", "σ": "sigma", "τ": "tau", "φ": "phi", "π": "pi", "η": "eta", "ŷ": "yhat",
    "∇": "grad", "±": "+-", "≈": "~", "₂": "2", "‖": "||", "ₜ": "_t", "ᵢ": "_i", "ⱼ": "_j",
    "½": "1/2", "⁰": "^0", "¹": "^1", "⁴": "^4", "⅟": "1/", "Δ": "delta",
  ]

  private static let narrow: [Character: Character] = [
    "∇": ">", "⊙": "*", "·": ".", "∂": "d", "ᵀ": "T", "−": "-", "–": "-", "—": "-", "…": "~",
    "×": "x", "✓": "+", "✗": "x", "▶": ">", "◀": "<", "▸": ">", "◂": "<", "●": "*", "○": "o",
    "▲": "^", "▼": "v", "△": "^", "▽": "v", "→": ">", "←": "<", "↑": "^", "↓": "v", "⇒": ">",
    "‖": "|", "₂": "2", "²": "2", "³": "3", "≤": "<", "≥": ">", "≠": "!", "≈": "~", "√": "r",
    "Σ": "S", "∑": "S", "∏": "P", "∞": "8", "α": "a", "β": "b", "γ": "g", "δ": "d", "ε": "e",
    "θ": "t", "λ": "l", "μ": "u", "σ": "s", "τ": "t", "φ": "f", "π": "p", "η": "n", "±": "+",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "•": "-", "█": "#", "░": ".", "▒": "#", "▓": "#",
    "■": "#", "□": "o", "◆": "*", "◇": "o", "★": "*", "Δ": "D", "⌃": "^", "\u{A0}": " ",
    "é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ä": "a", "ö": "o", "ü": "u", "ß": "s",
    "ç": "c", "ğ": "g", "ı": "i", "ş": "s", "İ": "I", "Ğ": "G", "Ş": "S", "Ö": "O", "Ü": "U",
    "Ç": "C", "Ä": "A", "ñ": "n", "ô": "o", "î": "i", "ŷ": "y", "₀": "0", "₁": "1", "₃": "3",
    "ₜ": "t", "ᵢ": "i", "ⱼ": "j", "⁻": "-", "⁰": "0", "¹": "1", "⁴": "4", "½": "h",
  ]
}

extension Frame {
  /// Makes every cell ASCII. A wide character becomes its replacement and a blank.
  mutating func transliterate() {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[row, column]
        if cell.width == 1, cell.text.utf8.count == 1, cell.text != "\u{7F}" { continue }
        let character = cell.text.first.map(Transliteration.cell) ?? " "
        self[row, column] = ScreenCell(String(character), width: 1, style: cell.style)
      }
    }
  }
}

extension Appearance {
  /// Running text as this terminal can show it: formulas, messages, labels.
  func shown(_ text: String) -> String {
    glyphs == .ascii ? Transliteration.text(text) : text
  }

  /// What nabla says, in the language in use and as this terminal can show it.
  func words(_ english: String) -> String { shown(language.words(english)) }

  /// A line of a cell, set in columns.
  func line(_ english: String) -> String { shown(language.line(english)) }

  /// A formula in which words stand.
  func formula(_ english: String) -> String { shown(language.formula(english)) }

  /// The heading of a column.
  func label(_ english: String) -> String { shown(language.label(english)) }

  /// What stands in a table in words; a table of numbers and names stays.
  func cell(_ english: String) -> String { shown(language.cell(english)) }

  /// What a chart says.
  func chart(_ english: String) -> String { shown(language.chart(english)) }

  /// One of two spellings.
  func glyph(_ unicode: String, ascii: String) -> String { glyphs == .ascii ? ascii : unicode }
}
