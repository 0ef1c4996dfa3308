/// Suggestions for misspelt keywords, by the rule that the language has for words.
enum Spelling {
  /// "did you mean 'axis'?" when a word is near enough: one mistake in up to four characters, two
  /// in up to seven, three beyond; neighbours that changed places are one mistake.
  static func suggestion(for word: String, among candidates: [String]) -> String? {
    let letters = Array(word.lowercased())
    guard letters.count > 1, letters.count <= 64 else { return nil }
    let limit = letters.count <= 4 ? 1 : letters.count <= 7 ? 2 : 3
    let near = candidates.map { (distance(letters, Array($0.lowercased())), $0) }
      .filter { $0.0 <= limit && $0.1.count > 1 }
    return near.min { $0 < $1 }.map { "did you mean '\($0.1)'?" }
  }

  /// Optimal string alignment: insert, delete, replace, swap neighbours.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast = Array(0...b.count)
    var last = beforeLast
    var row = beforeLast
    for i in a.indices {
      row[0] = i + 1
      for j in b.indices {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
