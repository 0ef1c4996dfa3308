// What the first lines of a table say: its columns, whether they are named, which is the target.

struct CSVLayout {
  var columns: [String]
  var hasHeader: Bool
  /// The place of the target among the columns.
  var target: Int?
  var firstLine: Int

  init(
    _ scanner: CSVScanner, header: CSVFile.Header, target: String?
  ) throws(EngineError) {
    var scanner = scanner
    let name = scanner.name
    var first: [CSVField] = []
    guard try scanner.next(into: &first) else { throw EngineError("\(name) is empty") }
    firstLine = scanner.recordLine
    switch header {
    case .present: hasHeader = true
    case .absent: hasHeader = false
    case .automatic:
      let firstCells = first.map { CSVNumber($0, in: scanner) }
      var second: [CSVField] = []
      // What is wrong with the second record is reported when it is read.
      let hasSecond = (try? scanner.next(into: &second)) ?? false
      let allTexts = !firstCells.contains { $0.isNumeric && !$0.isEmpty }
      hasHeader =
        allTexts
        || hasSecond
          && zip(firstCells, second).contains {
            !$0.isNumeric && CSVNumber($1, in: scanner).isNumeric
          }
    }
    if hasHeader {
      columns = []
      for (index, field) in first.enumerated() {
        guard let text = String(validating: scanner.text(field), as: UTF8.self) else {
          throw EngineError(
            "\(name) line \(firstLine) is not UTF-8 text", hint: "save it as CSV in UTF-8")
        }
        columns.append(text.isEmpty ? "column \(index + 1)" : text)
      }
    } else {
      columns = first.indices.map { "column \($0 + 1)" }
    }
    self.target = try Self.place(of: target, in: columns, name: name)
  }

  private static func place(
    of target: String?, in columns: [String], name: String
  ) throws(EngineError) -> Int? {
    guard let target else { return nil }
    let places = columns.indices.filter { columns[$0] == target }
    guard let place = places.first else {
      let shown = columns.prefix(20).joined(separator: ", ")
      let more = columns.count > 20 ? ", … (\(columns.count) in all)" : ""
      throw EngineError(
        "\(name) has no column '\(target)'", hint: "its columns are: \(shown)\(more)")
    }
    guard places.count == 1 else {
      throw EngineError(
        "\(name) has \(places.count) columns named '\(target)'", hint: "rename all but one")
    }
    guard columns.count > 1 else {
      throw EngineError("\(name) has no column besides the target '\(target)'")
    }
    return place
  }
}
