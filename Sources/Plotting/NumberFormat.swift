// Numbers as short text, without Foundation and without a locale: the decimal sign is a point.

/// Compact numbers for axes, tables and cells.
public enum NumberFormat {
  /// At most `significant` digits and those before the point, no trailing zeros: `0.0412`, `3e-4`, `1.2e6`, `NaN`, `inf`.
  /// Plain notation from 0.001 up to 99999, else an exponent without zeros or a plus: columns are dear.
  public static func compact(_ value: Double, significant: Int = 4) -> String {
    if let word = special(value) { return word }
    let digits = min(max(1, significant), 17)
    if value == 0 { return "0" }
    let sign = value < 0 ? "-" : ""
    // Digits before the point are never rounded away: 12346, not 12350.
    let exact = Decimal(value.magnitude)
    let whole = value.magnitude < 1e5 ? exact.exponent + 1 : 0
    let decimal = exact.rounded(to: max(digits, whole))
    if decimal.exponent >= -3 && decimal.exponent < 5 {
      return sign + decimal.plain(decimals: max(0, decimal.digits.count - 1 - decimal.exponent))
    }
    return sign + decimal.scientific
  }

  /// As `compact`, with the zeros at the end kept, so that numbers under each other are as exact:
  /// `0.10`, `2.0`, `3.0e-4`. Zero is `0`.
  public static func even(_ value: Double, significant: Int) -> String {
    let text = compact(value, significant: significant)
    let digits = min(max(1, significant), 17)
    guard value.isFinite, value != 0 else { return text }
    if let mark = text.firstIndex(of: "e") {
      // The sign and the point are no digits.
      let found = text[..<mark].utf8.count { $0 >= 0x30 && $0 <= 0x39 }
      let zeros = String(repeating: "0", count: max(0, digits - found))
      let point = zeros.isEmpty || text[..<mark].contains(".") ? "" : "."
      return String(text[..<mark]) + point + zeros + String(text[mark...])
    }
    let exponent = Decimal(value.magnitude).rounded(to: digits).exponent
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// The most columns that `compact` takes with so many digits.
  public static func compactWidth(significant: Int = 4) -> Int {
    let digits = min(max(1, significant), 17)
    // `-1.234e-308` or `-0.001234`
    return max(digits + (digits > 1 ? 7 : 6), digits + 5)
  }

  /// A fixed number of decimals: `0.250`. From 10¹⁵ on, and for special values, as `compact`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    if let word = special(value) { return word }
    guard value.magnitude < 1e15 else { return compact(value) }
    let places = min(max(0, decimals), 20)
    if value == 0 { return Decimal.zero.plain(decimals: places) }
    let exact = Decimal(value.magnitude)
    let significant = exact.exponent + 1 + places
    if significant < 0 { return Decimal.zero.plain(decimals: places) }
    let decimal = exact.rounded(to: significant)
    let shown = decimal.plain(decimals: places)
    let isZero = shown.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E }
    return value < 0 && !isZero ? "-" + shown : shown
  }

  /// A count with thousands grouped: `1,048,576`.
  public static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return count < 0 ? "-" + text : text
  }

  /// A power of ten as on a log axis: `1e-4`.
  static func decade(_ exponent: Int) -> String { "1e\(exponent)" }

  private static func special(_ value: Double) -> String? {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return nil
  }
}

/// A positive number as decimal digits: d₁.d₂d₃… × 10^exponent, rounded half up from the shortest
/// digits that name the double, without trailing zeros. No digits: zero.
struct Decimal: Equatable {
  var digits: [UInt8]
  var exponent: Int

  static let zero = Decimal(digits: [], exponent: 0)

  private init(digits: [UInt8], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// The shortest digits that read back as this number: at most 17.
  init(_ magnitude: Double) {
    // Swift prints them: "0.0412", "1.2e+16", "5e-324".
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    var point: Int?
    var written = 0
    let text = magnitude.description.utf8
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      index = text.index(after: index)
      if byte == 0x65 {  // e
        written = Int(String(Substring(text[index...])).replacingPlus) ?? 0
        break
      }
      if byte == 0x2E {
        point = digits.count
      } else {
        digits.append(byte &- 0x30)
      }
    }
    var exponent = (point ?? digits.count) - 1 + written
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    self.init(digits: digits, exponent: digits.isEmpty ? 0 : exponent)
  }

  /// - Parameter significant: digits kept; 0 keeps only a carry (0.7 → 1 at its first place).
  func rounded(to significant: Int) -> Decimal {
    guard digits.count > significant, significant >= 0 else { return self }
    var digits = digits
    var exponent = exponent
    let up = digits[significant] >= 5
    digits.removeSubrange(significant...)
    if up {
      var place = digits.count - 1
      while place >= 0 && digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        exponent += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return Decimal(digits: digits, exponent: digits.isEmpty ? 0 : exponent)
  }

  /// Plain notation with so many decimals; further digits are cut.
  func plain(decimals: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(max(0, exponent) + max(0, decimals) + 3)
    if exponent < 0 { text.append(0x30) }
    for place in 0..<max(0, exponent + 1) { text.append(digit(place)) }
    if decimals > 0 {
      text.append(0x2E)
      for decimal in 1...decimals { text.append(digit(exponent + decimal)) }
    } else if text.isEmpty {
      text.append(0x30)
    }
    return String(decoding: text, as: UTF8.self)
  }

  var scientific: String {
    var text = [digit(0)]
    if digits.count > 1 { text.append(0x2E) }
    for place in digits.indices.dropFirst() { text.append(digit(place)) }
    return String(decoding: text, as: UTF8.self) + "e\(exponent)"
  }

  /// The character of a digit.
  private func digit(_ place: Int) -> UInt8 {
    0x30 + (digits.indices.contains(place) ? digits[place] : 0)
  }
}

extension String {
  /// `Int` reads "-5" and "+16" alike; this keeps that explicit for older readers of exponents.
  fileprivate var replacingPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}
