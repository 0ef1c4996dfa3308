// The fields of a data line: `#@ t 3.2  digest 5b1f…`. Fields stand two blanks apart, a key and its
// value one blank.

/// The fields of one `#@` line.
struct SessionData {
  static let mark = "#@"

  /// Known keys with their values, in order; nil keys are fields kept as they are.
  var fields: [(key: String?, text: String)]

  /// Reads a line that begins with `#@`. A field is known if it is one of `keys` and one word; a
  /// line typed with single blanks (`#@ nabla 1 seed 42`) reads the same as long as all its keys
  /// are known.
  init(line: String, keys: Set<String>) {
    fields = []
    for field in Self.fields(of: String(line.dropFirst(Self.mark.count))) {
      let words = field.split(separator: " ").map(String.init)
      let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
      if words.count.isMultiple(of: 2), !pairs.isEmpty, pairs.allSatisfy({ keys.contains($0.0) }) {
        fields.append(contentsOf: pairs.map { ($0.0, $0.1) })
      } else {
        fields.append((nil, field))
      }
    }
  }

  /// Takes out the first value of a key.
  mutating func take(_ key: String) -> String? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields.remove(at: index).text
  }

  /// What has not been taken out, as it stood.
  var rest: [String] {
    fields.map { field in field.key.map { "\($0) \(field.text)" } ?? field.text }
  }

  /// The line with these fields, nil when there are none.
  static func line(_ fields: [String]) -> String? {
    fields.isEmpty ? nil : mark + " " + fields.joined(separator: "  ")
  }

  private static func fields(of text: String) -> [String] {
    var fields: [String] = []
    var current = ""
    var blanks = 0
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" {
        blanks += 1
        continue
      }
      if blanks > 1, !current.isEmpty {
        fields.append(current)
        current = ""
      } else if blanks == 1, !current.isEmpty {
        current.unicodeScalars.append(" ")
      }
      blanks = 0
      current.unicodeScalars.append(scalar)
    }
    if !current.isEmpty { fields.append(current) }
    return fields
  }
}
