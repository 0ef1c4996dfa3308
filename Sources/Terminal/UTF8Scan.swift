// One UTF-8 scalar at the front of bytes that may be cut off anywhere.

/// Looks at the front of bytes as UTF-8.
enum UTF8Scan {
  enum Result: Equatable {
    case valid(length: Int)
    /// A beginning that more bytes may complete.
    case incomplete
    case malformed
  }

  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  static func scalar(at bytes: ArraySlice<UInt8>) -> Result {
    guard let first = bytes.first else { return .incomplete }
    let length: Int
    // The second byte's range rules out overlong forms, surrogates and what is beyond U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case ..<0x80: return .valid(length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: length = 4
    default: return .malformed
    }
    for (index, byte) in bytes.dropFirst().prefix(length - 1).enumerated() {
      if !(index == 0 ? second : 0x80...0xBF).contains(byte) { return .malformed }
    }
    return bytes.count >= length ? .valid(length: length) : .incomplete
  }
}
