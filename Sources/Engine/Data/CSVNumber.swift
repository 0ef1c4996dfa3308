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
}
