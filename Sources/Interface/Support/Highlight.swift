// Words that were searched, marked where they stand on the screen.

import Screen

/// Marks words in a drawn area.
enum Highlight {
  /// Gives every place of the words within a row another style; letter case does not count.
  static func mark(_ words: String, into frame: inout Frame, area: Rect, style: Style) {
    let area = area.intersection(frame.bounds)
    let wanted = Array(SearchFold.folded(words))
    guard !wanted.isEmpty, !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      var letters: [(letter: Character, column: Int)] = []
      for column in area.column..<area.endColumn {
        for letter in SearchFold.folded(frame[row, column].text) {
          letters.append((letter, column))
        }
      }
      guard letters.count >= wanted.count else { continue }
      var start = 0
      while start + wanted.count <= letters.count {
        let found = letters[start..<start + wanted.count]
        guard found.map(\.letter) == wanted else {
          start += 1
          continue
        }
        for place in found { frame[row, place.column].style = style }
        start += wanted.count
      }
    }
  }
}
