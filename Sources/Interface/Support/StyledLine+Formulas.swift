// Formulas in running text: which words of a paragraph stay on one line. What is a formula is told
// by its signs alone; formulas on lines of their own are not touched (Markdown.swift).

extension StyledLine {
  /// Words with those of one formula joined, as `dz = a − y` is: broken lines then begin before a
  /// sign such as = or +, outside of brackets, and only where the whole formula is too long.
  ///
  /// - Parameter words: each with the blanks that follow it.
  /// - Parameter columns: the width that the words are wrapped to; a formula of more than a third of
  ///   it is taken apart, for it would leave the line before too empty.
  static func joiningFormulas(_ words: [StyledLine], columns: Int) -> [StyledLine] {
    var joined: [StyledLine] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, isSign(words[end - 1]) || isSign(words[end]) { end += 1 }
      let formula = Array(words[start..<end])
      joined +=
        width(formula) <= max(16, columns / 3)
        ? [merged(formula)] : parts(of: formula, columns: columns)
      start = end
    }
    return joined
  }

  /// A long formula in parts that begin with a sign of the lowest rank outside of brackets.
  private static func parts(of formula: [StyledLine], columns: Int) -> [StyledLine] {
    var parts: [[StyledLine]] = [[]]
    var depth = 0
    for word in formula {
      if depth == 0, isSign(word, of: breaking), parts.last?.isEmpty == false { parts.append([]) }
      parts[parts.count - 1].append(word)
      for character in word.text {
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth = max(0, depth - 1) }
      }
    }
    return parts.flatMap { width($0) <= columns / 2 ? [merged($0)] : $0 }
  }

  private static let breaking: Set<Substring> = [
    "=", "≈", "≠", "<", ">", "≤", "≥", "∝", "←", "→", "+", "−", "-", "|",
  ]
  private static let signs = breaking.union(["·", "/", "×", "⊙", "@", "*", "**", "%", "∣"])

  private static func isSign(_ word: StyledLine, of signs: Set<Substring> = signs) -> Bool {
    signs.contains(word.text.trimmingBlanksAtEnd)
  }

  private static func width(_ words: [StyledLine]) -> Int {
    words.reduce(0) { $0 + $1.width }
  }

  private static func merged(_ words: [StyledLine]) -> StyledLine {
    StyledLine(words.flatMap(\.spans))
  }
}
