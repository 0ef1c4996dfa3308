// Lines that cells show, in the language in use. They are set in columns and made of names, formulas
// and numbers, so they are looked up whole first, then in parts; what no part knows stays.

extension DisplayLanguage {
  /// A line of a cell: its translation, or what of it has one. Blanks at its beginning and columns
  /// are kept as far as there is room.
  ///
  /// Not for text of somebody's own: that is shown as it is.
  public func line(_ english: String) -> String {
    guard self != .english else { return english }
    let parts = Self.columns(of: english)
    guard let first = parts.first, let last = parts.last else { return english }
    guard parts.count > 1 else {
      let core = String(english[first])
      return english[..<first.lowerBound] + (known(core) ?? core) + english[last.upperBound...]
    }
    // The same columns begin at the same places, if what is before them leaves room.
    var result = String(english[..<first.lowerBound])
    var place = result.count
    var wanted = place
    for (index, part) in parts.enumerated() {
      if index > 0 {
        wanted += english.distance(from: parts[index - 1].upperBound, to: part.lowerBound)
        let gap = max(2, wanted - place)
        result += String(repeating: " ", count: gap)
        place += gap
      }
      let text = String(english[part])
      let shown = column(text) ?? known(text) ?? text
      result += shown
      place += shown.count
      wanted += text.count
    }
    return result + english[last.upperBound...]
  }

  /// A formula in which words stand: `z.grad / n for each of z`.
  public func formula(_ english: String) -> String { translatedFormula(english) ?? english }

  // MARK: Parts

  /// Where the columns stand: parts between two blanks or more.
  private static func columns(of line: String) -> [Range<String.Index>] {
    var parts: [Range<String.Index>] = []
    var start: String.Index?
    var end = line.startIndex
    var blanks = 0
    for place in line.indices {
      if line[place] == " " {
        blanks += 1
        continue
      }
      if let from = start, blanks > 1 {
        parts.append(from..<end)
        start = nil
      }
      start = start ?? place
      end = line.index(after: place)
      blanks = 0
    }
    if let start { parts.append(start..<end) }
    return parts
  }

  /// A word that stands alone in a column.
  private func column(_ text: String) -> String? {
    switch self {
    case .english: nil
    case .turkish: Turkish.columnBook.translation(of: text)
    }
  }

  private func known(_ text: String) -> String? {
    if text.contains("), "), let all = list(text) { return all }
    return phrase(text) ?? message(text) ?? legend(text) ?? named(text) ?? equation(text)
      ?? list(text)
  }

  private func phrase(_ text: String) -> String? {
    switch self {
    case .english: nil
    case .turkish: Turkish.lineBook.translation(of: text)
    }
  }

  /// `error: unknown name 'w'`: a message that stands among other lines.
  private func message(_ text: String) -> String? {
    for kind in ["error", "hint"] where text.hasPrefix(kind + ": ") {
      return translation(of: String(text.dropFirst(kind.count + 2))).map { "\(words(kind)): \($0)" }
    }
    return nil
  }

  /// A formula with a sign of its own; other words are no formula.
  private func equation(_ text: String) -> String? {
    let isOne = text.contains(" = ") || text.contains(" ← ") || text.hasPrefix("= ")
    return isOne ? translatedFormula(text) : nil
  }

  /// `net: 2 → 8 → 1, 33 parameters`: what is said of a name.
  private func named(_ text: String) -> String? {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    let name = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix(" "), rest.count > 1,
      name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    else { return nil }
    return known(String(rest.dropFirst())).map { "\(name): \($0)" }
  }

  /// `where m is net.weight.exp_avg, t is the number of the step`, `with S = exp(a) + exp(b)`
  private func legend(_ text: String) -> String? {
    guard self == .turkish else { return nil }
    if text.hasPrefix("with "), text.contains(" = "), text.last != ":" {
      let rest = String(text.dropFirst(5))
      return "burada " + (translatedFormula(rest) ?? rest)
    }
    guard text.hasPrefix("where "), text.contains(" is ") else { return nil }
    let meanings = text.dropFirst(6)
      .replacing(" is the number of the step", with: " is adımın numarası")
    return "burada " + meanings.replacing(" is ", with: " = ")
  }

  /// `x [4, 2] (data), net.weight [8, 2] (parameter)`
  private func list(_ text: String) -> String? {
    let parts = text.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts.count <= 40 else { return nil }
    // One word alone may be a name.
    let known = parts.map { $0.contains(" ") ? phrase($0) ?? named($0) : nil }
    guard known.contains(where: { $0 != nil }) else { return nil }
    return zip(parts, known).map { $1 ?? $0 }.joined(separator: ", ")
  }

  // MARK: Formulas

  private func translatedFormula(_ text: String) -> String? {
    guard self == .turkish else { return nil }
    for sign in [" = ", " ← "] where text.contains(sign) { return sides(text, sign) }
    // Of a sum each term has its own words.
    if text.contains(" + "), let sum = sides(text, " + ") { return sum }
    return Turkish.formulaBook.translation(of: text) ?? rest(text)
  }

  private func sides(_ text: String, _ sign: String) -> String? {
    let sides = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    guard sides.count <= 40 else { return nil }
    let shown = sides.map { $0.isEmpty ? nil : translatedFormula($0) }
    guard shown.contains(where: { $0 != nil }) else { return nil }
    return zip(sides, shown).map { $1 ?? $0 }.joined(separator: sign)
  }

  /// `0.5 (3 smaller terms)`, `0.1 · … · 0.2 (12 factors)`: what is left out of a line.
  private func rest(_ text: String) -> String? {
    if text.contains(" factors)") { return text.replacing(" factors)", with: " çarpan)") }
    guard let end = text.firstRange(of: " smaller terms)"),
      let start = text[..<end.lowerBound].lastIndex(of: "(")
    else { return nil }
    let count = text[text.index(after: start)..<end.lowerBound]
    return text[..<start] + "(daha küçük \(count) terim)" + text[end.upperBound...]
  }
}
