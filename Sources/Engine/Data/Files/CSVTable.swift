// The rows of a table, read into numbers.

struct CSVTable {
  let layout: CSVLayout
  private var features: [Float] = []
  private var targetNumbers: [Float] = []
  private var targetFields: [CSVField] = []
  private var targetHasText = false
  private var rows = 0

  /// Some milliseconds of reading.
  private static let watchedBytes = 1 << 18

  init(layout: CSVLayout) { self.layout = layout }

  /// All records that the scanner has left.
  consuming func read(
    _ scanner: inout CSVScanner, watch: WorkWatch? = nil
  ) throws(EngineError) -> Dataset {
    var fields: [CSVField] = []
    var told = 0
    while try scanner.next(into: &fields) {
      guard fields.count == layout.columns.count else { throw ragged(fields.count, scanner) }
      for (index, field) in fields.enumerated() {
        if index == layout.target {
          try appendTarget(field, scanner)
        } else {
          features.append(try number(field, column: index, scanner))
        }
      }
      rows += 1
      if let watch, scanner.place - told >= Self.watchedBytes {
        told = scanner.place
        try watch(told, scanner.bytes.count)
      }
    }
    guard rows > 0 else { throw EngineError("\(scanner.name) has a header and no rows") }
    return try dataset(scanner)
  }

  private func dataset(_ scanner: CSVScanner) throws(EngineError) -> Dataset {
    let width = layout.columns.count - (layout.target == nil ? 0 : 1)
    var columns = [DataColumn("x", Tensor(shape: [rows, width], values: features))]
    var classNames: [String]?
    if layout.target != nil {
      var values = targetNumbers
      if targetHasText {
        let coded = try classes(scanner)
        values = coded.indices
        classNames = coded.names
      }
      columns.append(DataColumn("y", Tensor(shape: [rows], values: values)))
    }
    let names = layout.columns.enumerated().filter { $0.offset != layout.target }.map(\.element)
    return Dataset(
      name: scanner.name, columns: columns, classNames: classNames, featureNames: names)
  }

  private func number(
    _ field: CSVField, column: Int, _ scanner: CSVScanner
  ) throws(EngineError) -> Float {
    let place = "\(scanner.name) line \(scanner.recordLine), column '\(layout.columns[column])'"
    switch CSVNumber(field, in: scanner) {
    case .number(let value): return value
    case .empty:
      throw EngineError("\(place) is empty", hint: "remove the row or fill the value")
    case .notANumber:
      throw EngineError("\(place) is NaN", hint: "remove the row or fill the value")
    case .infinite:
      throw EngineError("\(place) is infinite", hint: "remove the row or fill the value")
    case .tooLarge:
      throw EngineError("\(place): '\(shown(field, scanner))' is too large a number")
    case .text:
      throw EngineError(
        "\(place): '\(shown(field, scanner))' is not a number", hint: remedy(field, scanner))
    }
  }

  private mutating func appendTarget(
    _ field: CSVField, _ scanner: CSVScanner
  ) throws(EngineError) {
    targetFields.append(field)
    if case .text = CSVNumber(field, in: scanner) {
      targetHasText = true
      targetNumbers = []
      return
    }
    // What is missing is no class of its own.
    let value = try number(field, column: layout.target ?? 0, scanner)
    if !targetHasText { targetNumbers.append(value) }
  }

  /// The different texts of the target in the order of their Unicode scalars.
  private func classes(
    _ scanner: CSVScanner
  ) throws(EngineError) -> (indices: [Float], names: [String]) {
    let column = layout.columns[layout.target ?? 0]
    var numbers: [[UInt8]: Int] = [:]
    var order: [[UInt8]] = []
    var found: [Int] = []
    for field in targetFields {
      let text = scanner.text(field)
      if let number = numbers[text] {
        found.append(number)
        continue
      }
      guard order.count < CSVFile.mostClasses else {
        throw EngineError(
          "\(scanner.name) column '\(column)' has more than \(CSVFile.mostClasses) different texts",
          hint: "a target is a number or the name of a class")
      }
      numbers[text] = order.count
      found.append(order.count)
      order.append(text)
    }
    // The order of UTF-8 bytes is that of the scalars.
    let sorted = order.indices.sorted { order[$0].lexicographicallyPrecedes(order[$1]) }
    var rank = [Float](repeating: 0, count: order.count)
    var names: [String] = []
    for (place, number) in sorted.enumerated() {
      guard let name = String(validating: order[number], as: UTF8.self) else {
        throw EngineError(
          "\(scanner.name) column '\(column)' is not UTF-8 text", hint: "save it as CSV in UTF-8")
      }
      rank[number] = Float(place)
      names.append(name)
    }
    return (found.map { rank[$0] }, names)
  }

  private func ragged(_ count: Int, _ scanner: CSVScanner) -> EngineError {
    let fields = count == 1 ? "1 field" : "\(count) fields"
    let first = layout.hasHeader ? "the header" : "line \(layout.firstLine)"
    return EngineError(
      "\(scanner.name) line \(scanner.recordLine) has \(fields) where \(first) has "
        + "\(layout.columns.count)")
  }

  /// The value, at most 40 characters of it.
  private func shown(_ field: CSVField, _ scanner: CSVScanner) -> String {
    let text = String(decoding: scanner.text(field).prefix(400), as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func remedy(_ field: CSVField, _ scanner: CSVScanner) -> String? {
    let text = String(decoding: scanner.bytes[field.range].prefix(40), as: UTF8.self)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, let value = Float(parts.joined(separator: ".")), value.isFinite {
      return "decimals are written with a point: \(parts.joined(separator: "."))"
    }
    if layout.target == nil {
      return "name the column that is to be predicted: target=\"…\""
    }
    return "features are numbers: remove the column or code it as numbers"
  }
}
