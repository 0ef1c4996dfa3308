// Text from outside made harmless and showable: controls become pictures, and a terminal without
// Unicode gets ASCII in its place.

/// Text that never reaches the terminal as a command.
public enum VisibleText {
  /// A control as its picture (U+2400 block). C1 controls, line and paragraph separators,
  /// bidirectional overrides, private and unassigned scalars, which a terminal may draw at any
  /// width, become U+FFFD.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x20..<0x7F: return scalar
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: return replacement
    case 0xA0..<0x300, 0x2500..<0x2900: return scalar
    default: break
    }
    switch scalar.properties.generalCategory {
    case .unassigned, .surrogate, .control, .privateUse: return replacement
    default: return scalar
    }
  }

  /// The text in ASCII: controls as `^[`, the signs that nabla itself uses by a fixed table, any
  /// other character as `?`. Widths may change, so fold before measuring.
  public static func ascii(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    var folded = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: folded += "^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40))
      case 0x20..<0x7F: folded.unicodeScalars.append(scalar)
      case 0x7F: folded += "^?"
      default:
        if let known = table[scalar] {
          folded += known
        } else if DisplayWidth.of(VisibleText.scalar(scalar)) > 0 {
          folded += "?"
        }
      }
    }
    return folded
  }

  private static let table: [Unicode.Scalar: String] = [
    "‖": "||", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7",
    "₈": "8", "₉": "9", "²": "^2", "³": "^3", "ᵀ": "'", "⁻": "-", "¹": "1", "∇": ">", "∂": "d",
    "Σ": "sum", "∑": "sum", "√": "sqrt", "·": "*", "⊙": "*", "×": "x", "÷": "/", "−": "-",
    "–": "-", "—": "-", "…": "...", "→": "->", "←": "<-", "↑": "^", "↓": "v", "▲": "^", "▼": "v",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+-", "∞": "inf", "─": "-", "━": "-",
    "┄": "-", "│": "|", "┃": "|", "┤": "+", "├": "+", "┼": "+", "┬": "+", "┴": "+", "┌": "+",
    "┐": "+", "└": "+", "┘": "+", "●": "*", "○": "o", "•": "*", "█": "#", "▓": "#", "▒": "+",
    "░": ".", "ε": "eps", "η": "eta", "β": "beta", "μ": "mu", "µ": "u", "σ": "sigma",
    "λ": "lambda", "θ": "theta", "α": "alpha", "γ": "gamma", "δ": "delta", "φ": "phi", "π": "pi",
    "∈": "in", "‘": "'", "’": "'", "“": "\"", "”": "\"", "✓": "ok", "✗": "x", "✕": "x",
    "ç": "c", "ğ": "g", "ı": "i", "ö": "o", "ş": "s", "ü": "u", "Ç": "C", "Ğ": "G", "İ": "I",
    "Ö": "O", "Ş": "S", "Ü": "U", "▸": ">", "▶": ">", "◀": "<", "⏎": "\\n", "\u{FFFD}": "?",
  ]
}

extension Appearance {
  /// The text as this terminal can show it: unchanged, or folded to ASCII.
  public func text(_ text: some StringProtocol) -> String {
    glyphs == .unicode ? String(text) : VisibleText.ascii(text)
  }

  /// The mark of left-out text, one column wide.
  public var ellipsis: String { glyphs == .unicode ? "…" : "~" }
}
