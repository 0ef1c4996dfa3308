// `csv(…)`: a table of numbers with a target column, from a file.

/// Reads a file of comma-separated values (RFC 4180) as a data set.
public enum CSVFile {
  /// Whether the first line names the columns.
  public enum Header: Hashable, Sendable {
    /// It does if no cell of it is a number, or a column is a number only below it.
    case automatic
    /// Whether the first line names the columns.
    case present, absent
  }

  /// 1 GiB
  public static let largestFile = 1 << 30
  /// As many different texts a target may have.
  static let mostClasses = 1 << 16

  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "csv", .dataset, signature: "csv(path, target=none, header=auto, delimiter=auto)",
    summary: "A table from a file: the target column is y, all others are the features x.",
    shapes: "x [n, features], y [n]", source: "RFC 4180",
    example: "# data = csv(\"mine.csv\", target=\"species\")")

  /// x `[n, features]` in the order of the columns; y `[n]` if there is a target.
  ///
  /// A target of numbers is taken as it is. A target with any text is a class: y counts its
  /// different texts in sorted order, which become the class names.
  ///
  /// - Parameters:
  ///   - target: the name of a column; without a header they are "column 1", "column 2", …
  ///   - delimiter: one character, or nil to find it out from the first lines.
  ///   - watch: is told how many bytes are read.
  public static func dataset(
    path: String, target: String? = nil, header: Header = .automatic, delimiter: String? = nil,
    watch: WorkWatch? = nil
  ) throws(EngineError) -> Dataset {
    let bytes = try FileBytes.read(path, limit: largestFile)
    return try dataset(
      bytes: bytes, name: path, target: target, header: header, delimiter: delimiter,
      watch: watch)
  }

  /// The same from bytes; `name` is what errors call the file.
  public static func dataset(
    bytes: [UInt8], name: String, target: String? = nil, header: Header = .automatic,
    delimiter: String? = nil, watch: WorkWatch? = nil
  ) throws(EngineError) -> Dataset {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw EngineError("\(name) is written in UTF-16", hint: "save it as CSV in UTF-8")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = try CSVDelimiter.byte(delimiter, bytes: bytes, start: start)
    var scanner = CSVScanner(bytes: bytes, name: name, delimiter: separator, start: start)
    let layout = try CSVLayout(scanner, header: header, target: target)
    if layout.hasHeader {
      var fields: [CSVField] = []
      _ = try scanner.next(into: &fields)
    }
    return try CSVTable(layout: layout).read(&scanner, watch: watch)
  }
}
