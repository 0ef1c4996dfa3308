// Tables as comma-separated values (RFC 4180), read back by CSVFile to the same numbers.

/// Writes data sets as CSV.
public enum CSVWriter {
  /// A header, then a line a row: the columns' elements one after another, classes by name.
  ///
  /// Columns of one number a row keep their name, others get the features' names or `x0`, `x1`, ….
  public static func bytes(_ data: Dataset) -> [UInt8] {
    var names: [String] = []
    for column in data.columns {
      let width = column.rowShape.count
      if width == 1 {
        names.append(column.name)
      } else if column.name == "x", let features = data.featureNames, features.count == width {
        names += features
      } else {
        names += (0..<width).map { "\(column.name)\($0)" }
      }
    }
    var bytes = Array(names.map(field).joined(separator: ",").utf8)
    bytes.append(10)
    for row in 0..<data.rows {
      var fields: [String] = []
      for column in data.columns {
        let width = column.rowShape.count
        for value in column.tensor.values[row * width..<(row + 1) * width] {
          fields.append(field(text(value, column.name, width, data)))
        }
      }
      bytes += Array(fields.joined(separator: ",").utf8)
      bytes.append(10)
    }
    return bytes
  }

  /// Writes the lines of `bytes(_:)` to a file.
  ///
  /// - Throws: when the file cannot be written.
  public static func save(_ data: Dataset, to path: String) throws(EngineError) {
    try FileBytes.write(bytes(data), to: path)
  }

  private static func text(
    _ value: Float, _ column: String, _ width: Int, _ data: Dataset
  ) -> String {
    if let index = Int(exactly: value) {
      if column == "y", width == 1, let names = data.classNames, names.indices.contains(index) {
        return names[index]
      }
      return String(index)
    }
    return value.description
  }

  private static func field(_ text: String) -> String {
    guard
      text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) || text.hasPrefix(" ")
        || text.hasSuffix(" ")
    else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
