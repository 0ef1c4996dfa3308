// What a cell of a table can be: a number, or one of the ways not to be one.

enum CSVNumber {
  case number(Float)
  case empty
  case notANumber
  case infinite
  case tooLarge
  case text

  /// Whether this stands where a number was meant, if a missing or unusable one.
  var isNumeric: Bool {
    if case .text = self { return false }
    return true
  }

  var isEmpty: Bool {
    if case .empty = self { return true }
    return false
  }

  init(_ field: CSVField, in scanner: CSVScanner) {
    let length = field.range.count
    guard length > 0 else {
      self = .empty
      return
    }
    // The longest number worth reading: what is longer is a text.
    guard length <= 400 else {
      self = .text
      return
    }
    let cell = scanner.bytes[field.range]
    if let value = Self.short(cell) {
      self = .number(value)
      return
    }
    let plain = cell.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let string = String(decoding: cell, as: UTF8.self)
    if plain {
      guard let value = Float(string) else {
        self = .text
        return
      }
      self = value.isFinite ? .number(value) : .tooLarge
      return
    }
    switch string.lowercased() {
    case "nan", "+nan", "-nan", "na", "n/a", "null": self = .notANumber
    case "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity": self = .infinite
    default: self = .text
    }
  }

  /// A number of up to seven digits without an exponent: most cells, without making a string.
  ///
  /// Both the digits (< 2²⁴) and the power of ten are exact, so one division rounds correctly
  /// (Clinger 1990).
  private static func short(_ cell: ArraySlice<UInt8>) -> Float? {
    var digits: Int32 = 0
    var scale: Int32 = 1
    var count = 0
    var afterPoint = false
    var negative = false
    for (place, byte) in cell.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard count < 7 else { return nil }
        count += 1
        digits = digits * 10 + Int32(byte - UInt8(ascii: "0"))
        if afterPoint { scale *= 10 }
      case UInt8(ascii: "."):
        guard !afterPoint else { return nil }
        afterPoint = true
      case UInt8(ascii: "-"):
        guard place == 0 else { return nil }
        negative = true
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    let value = Float(digits) / Float(scale)
    return negative ? -value : value
  }
}
