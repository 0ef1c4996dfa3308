// Comma-separated values after RFC 4180: a header, a record a line, CRLF between them, quotes where
// a field needs them.

/// A table on the way to a file.
struct CSV {
  private let header: String
  private var body = ""
  /// Records after the header.
  private(set) var records = 0

  var text: String { header + body }

  init(_ header: [String]) { self.header = CSV.record(header) }

  mutating func add(_ fields: [String]) {
    body += CSV.record(fields)
    records += 1
  }

  /// The records of a table with the same columns.
  mutating func add(_ other: CSV) {
    guard other.header == header else { return }
    body += other.body
    records += other.records
  }

  private static func record(_ fields: [String]) -> String {
    var text = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { text += "," }
      text += quoted(field)
    }
    return text + "\r\n"
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
