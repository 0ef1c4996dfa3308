// Comma-separated values, cut into records and fields by RFC 4180. What the fields mean is the
// business of CSVFile.

/// One field, as a place in the bytes.
struct CSVField {
  /// Without the quotes and the blanks around it.
  var range: Range<Int>
  var quoted: Bool
  /// A quote is doubled somewhere in it.
  var escaped: Bool
}

/// Reads one record at a time. Records end with LF, CRLF or CR; blank lines are skipped; a quoted
/// field may hold all of these.
struct CSVScanner {
  let bytes: [UInt8]
  let name: String
  let delimiter: UInt8
  private(set) var place: Int
  /// The line at `place`, and the one where the last record began, from 1.
  private var line = 1
  private(set) var recordLine = 1

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  /// `start` skips a byte order mark.
  init(bytes: [UInt8], name: String, delimiter: UInt8, start: Int) {
    self.bytes = bytes
    self.name = name
    self.delimiter = delimiter
    place = start
  }

  /// The fields of the next record that is not a blank line; false at the end.
  mutating func next(into fields: inout [CSVField]) throws(EngineError) -> Bool {
    while place < bytes.count {
      fields.removeAll(keepingCapacity: true)
      recordLine = line
      try record(into: &fields)
      if fields.count > 1 || fields[0].quoted || !fields[0].range.isEmpty { return true }
    }
    return false
  }

  func text(_ field: CSVField) -> [UInt8] {
    var text = Array(bytes[field.range])
    guard field.escaped else { return text }
    var kept = 0
    var index = 0
    while index < text.count {
      text[kept] = text[index]
      kept += 1
      index += text[index] == Self.quote ? 2 : 1
    }
    text.removeLast(text.count - kept)
    return text
  }

  private mutating func record(into fields: inout [CSVField]) throws(EngineError) {
    while true {
      fields.append(try field())
      guard place < bytes.count else { return }
      let byte = bytes[place]
      place += 1
      if byte == delimiter {
        if place < bytes.count { continue }
        fields.append(CSVField(range: place..<place, quoted: false, escaped: false))
        return
      }
      // Only a line end stops a field otherwise.
      if byte == Self.carriageReturn && place < bytes.count && bytes[place] == Self.lineFeed {
        place += 1
      }
      line += 1
      return
    }
  }

  /// Ends before a delimiter, before a line end or at the end.
  private mutating func field() throws(EngineError) -> CSVField {
    skipBlanks()
    if place < bytes.count && bytes[place] == Self.quote { return try quotedField() }
    let start = place
    var end = place
    while place < bytes.count {
      let byte = bytes[place]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      if byte == 0 { throw notText() }
      place += 1
      if !isBlank(byte) { end = place }
    }
    return CSVField(range: start..<end, quoted: false, escaped: false)
  }

  private mutating func quotedField() throws(EngineError) -> CSVField {
    let opened = line
    place += 1
    let start = place
    var escaped = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0 { throw notText() }
      if byte == Self.quote {
        if place + 1 < bytes.count && bytes[place + 1] == Self.quote {
          escaped = true
          place += 2
          continue
        }
        let field = CSVField(range: start..<place, quoted: true, escaped: escaped)
        place += 1
        skipBlanks()
        guard
          place == bytes.count || bytes[place] == delimiter || bytes[place] == Self.lineFeed
            || bytes[place] == Self.carriageReturn
        else {
          throw EngineError(
            "\(name) line \(line): there is text after a closing quote",
            hint: "a quote inside a quoted field is written twice")
        }
        return field
      }
      place += 1
      let endsLine =
        byte == Self.lineFeed
        || byte == Self.carriageReturn && !(place < bytes.count && bytes[place] == Self.lineFeed)
      if endsLine { line += 1 }
    }
    throw EngineError("\(name) line \(opened): a quote is opened and never closed")
  }

  private mutating func skipBlanks() {
    while place < bytes.count && isBlank(bytes[place]) { place += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte != delimiter && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
  }

  private func notText() -> EngineError {
    EngineError(
      "\(name) line \(line) holds a zero byte: this is not a text file",
      hint: "save it as CSV in UTF-8")
  }
}
