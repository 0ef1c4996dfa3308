// Numbers as text, the same on every machine and in every locale: no printf, whose decimal sign
// follows LC_NUMERIC, and no Foundation.

/// Numbers as text with a decimal point.
///
///     NumberText.short(Float(0.041234))   // 0.04123
///     NumberText.short(1234567.0)         // 1.235e+06
///     NumberText.full(Float(0.1))         // 0.1
public enum NumberText {
  /// Four significant digits.
  ///
  /// The form is that of `%.4g` with two exceptions: whole numbers below a million keep all their
  /// digits (`12345`, a token or a count), and negative zero is `0`. The shortest decimal that
  /// reads back as the number is what is rounded, halves away from zero, so `0.12345` is `0.1235`.
  public static func short(_ value: Float) -> String {
    short(value.description, isWhole: value.rounded(.towardZero) == value, size: Double(value))
  }

  /// Four significant digits.
  public static func short(_ value: Double) -> String {
    short(value.description, isWhole: value.rounded(.towardZero) == value, size: value)
  }

  /// So many significant digits.
  public static func short(_ value: Double, digits: Int) -> String {
    short(
      value.description, isWhole: value.rounded(.towardZero) == value, size: value,
      digits: max(1, digits))
  }

  /// The shortest text that reads back as the same number; whole numbers have no `.0`.
  public static func full(_ value: Float) -> String { full(value.description) }

  /// The shortest text that reads back as the same number; whole numbers have no `.0`.
  public static func full(_ value: Double) -> String { full(value.description) }

  private static func full(_ description: String) -> String {
    if let word = word(for: description) { return word }
    // "-0" would read back as the integer 0, which has no sign.
    if description.hasSuffix(".0"), description != "-0.0" { return String(description.dropLast(2)) }
    return description
  }

  private static func word(for description: String) -> String? {
    switch description {
    case "inf": "Infinity"
    case "-inf": "-Infinity"
    case let text where text.contains("nan"): "NaN"
    default: nil
    }
  }

  private static func short(
    _ description: String, isWhole: Bool, size: Double, digits: Int = 4
  ) -> String {
    if let word = word(for: description) { return word }
    if isWhole, abs(size) < 1_000_000 { return String(Int(size)) }
    return Decimal(description).rounded(to: digits).text
  }

  /// A decimal number: `0.d₁d₂d₃… × 10^exponent`, without leading or trailing zeros.
  private struct Decimal {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    /// Reads what `description` of a finite number gives: `-12.5`, `3e-07`.
    init(_ description: String) {
      var scale = 0
      var isInFraction = false
      var bytes = description.utf8[...]
      while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "-"): isNegative = true
        case UInt8(ascii: "."): isInFraction = true
        case UInt8(ascii: "e"):
          exponent = Int(String(Substring(bytes))) ?? 0
          bytes = bytes[bytes.endIndex...]
        default:
          digits.append(byte &- UInt8(ascii: "0"))
          if !isInFraction { scale += 1 }
        }
      }
      exponent += scale
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      exponent -= zeros
    }

    func rounded(to count: Int) -> Decimal {
      var result = self
      if digits.count > count {
        result.digits = Array(digits.prefix(count))
        if digits[count] >= 5 {
          var index = count - 1
          while index >= 0, result.digits[index] == 9 {
            result.digits[index] = 0
            index -= 1
          }
          if index >= 0 {
            result.digits[index] += 1
          } else {
            result.digits.insert(1, at: 0)
            result.exponent += 1
          }
        }
      }
      while result.digits.last == 0 { result.digits.removeLast() }
      return result
    }

    /// The text that `%g` gives for four digits.
    var text: String {
      let sign = isNegative ? "-" : ""
      let letters = digits.map { Character(UnicodeScalar($0 + UInt8(ascii: "0"))) }
      guard let first = letters.first else { return "0" }
      let power = exponent - 1
      if power < -4 || power >= 4 {
        let fraction = letters.count > 1 ? "." + String(letters[1...]) : ""
        let size = String(power.magnitude)
        let padded = size.utf8.count < 2 ? "0" + size : size
        return sign + String(first) + fraction + (power < 0 ? "e-" : "e+") + padded
      }
      if exponent <= 0 {
        return sign + "0." + String(repeating: "0", count: -exponent) + String(letters)
      }
      if letters.count <= exponent {
        return sign + String(letters) + String(repeating: "0", count: exponent - letters.count)
      }
      return sign + String(letters[..<exponent]) + "." + String(letters[exponent...])
    }
  }
}
