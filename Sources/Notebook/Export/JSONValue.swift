// JSON text without Foundation: members keep their order, numbers their full precision.

/// A JSON value to be written.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// NaN and infinities, which JSON has not, are the strings "NaN", "Infinity", "-Infinity".
  case float(Float)
  case double(Double)
  case string(String)
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value on one line. Control characters are escaped, so the text is safe on a terminal.
  public var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .float(let value): Self.write(NumberText.full(value), value.isFinite, to: &result)
    case .double(let value): Self.write(NumberText.full(value), value.isFinite, to: &result)
    case .string(let value): Self.write(value, to: &result)
    case .array(let values):
      result += "["
      for (index, value) in values.enumerated() {
        if index > 0 { result += "," }
        value.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        Self.write(member.key, to: &result)
        result += ":"
        member.value.write(to: &result)
      }
      result += "}"
    }
  }

  private static func write(_ number: String, _ isFinite: Bool, to result: inout String) {
    if isFinite { result += number } else { result += "\"\(number)\"" }
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        switch scalar.value {
        // Besides what JSON demands: DEL and C1 controls, and the separators that end a line in
        // some readers.
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
          let code = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    result += "\""
  }
}

extension JSONValue {
  static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

  static func integers(_ values: [Int]) -> JSONValue { .array(values.map { .integer($0) }) }

  static func floats(_ values: [Float]) -> JSONValue { .array(values.map { .float($0) }) }

  static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}
