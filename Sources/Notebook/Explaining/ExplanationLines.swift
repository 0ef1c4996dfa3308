// The lines of `explain`: a sum in two lines when it is short, one line a term when it is long.

import Engine

struct ExplanationLines {
  /// Terms up to this many stand in one line, if they fit.
  static let inline = 4
  /// Terms up to this many are all shown; of more the largest, and the others as one.
  static let most = 12
  static let largest = 10
  /// What a line may have before terms stand under each other.
  static let width = 76

  var lines: [String] = []

  /// A sum with names and with numbers.
  ///
  /// - Parameter formula: what was shown of it already; names that say the same are left out.
  mutating func add(
    _ explanation: Explanation, _ writer: ExplanationWriter, value: String, formula: String = "",
    indent: String = "  "
  ) {
    let terms = explanation.terms
    let names = writer.labels(explanation)
    if writer.isPlain(explanation) {
      if let term = terms.first, !term.factors[0].phrase.operands.isEmpty {
        lines.append("\(indent)= \(names) = \(value)")
      }
    } else if terms.count <= Self.inline,
      VisibleText.width(names) <= Self.width, !terms.isEmpty
    {
      if !formula.hasSuffix("= " + names) { lines.append("\(indent)= \(names)") }
      lines.append("\(indent)= \(writer.numbers(explanation)) = \(value)")
    } else {
      addTable(explanation, writer, value: value, indent: indent)
    }
    for given in explanation.given {
      let sum = NumberText.short(given.explanation.value)
      if given.explanation.terms.count <= Self.inline,
        VisibleText.width(writer.labels(given.explanation)) <= Self.width - 8
      {
        lines.append("\(indent)\(given.name) = \(writer.labels(given.explanation))")
        lines.append("\(indent)  = \(writer.numbers(given.explanation)) = \(sum)")
      } else {
        lines.append(
          "\(indent)\(given.name) = Σ of \(given.explanation.terms.count) terms = \(sum)")
        addTable(given.explanation, writer, value: sum, indent: indent + "  ")
      }
    }
    if let reason = explanation.reason {
      lines.append("\(indent)(\(writer.sentence(reason)))")
    }
  }

  private mutating func addTable(
    _ explanation: Explanation, _ writer: ExplanationWriter, value: String, indent: String
  ) {
    let isLong = explanation.terms.count > Self.most
    let sorted = explanation.terms.sortedBySize
    // Terms that are 0 are no news.
    let others = sorted.filter { $0.value != 0 }
    let all = others.isEmpty ? Array(sorted.prefix(1)) : others
    let shown = isLong ? Array(all.prefix(Self.largest)) : all
    func rows(_ writer: ExplanationWriter) -> [[String]] {
      shown.map { term in
        let isOne = term.factors.count == 1 && term.factors[0].phrase.text.unicodeScalars.count == 1
        return [
          writer.labels(term), isOne ? "" : "= " + writer.numbers(term),
          NumberText.short(term.value),
        ]
      }
    }
    var writer = writer
    var table = rows(writer)
    // Long names stand for themselves once, not in every line.
    if Self.width(of: table) > Self.width - indent.count - 2, let lettered = writer.lettered(shown)
    {
      writer = lettered.writer
      table = rows(writer)
      lines.append("\(indent)with \(lettered.legend):")
    }
    if Self.width(of: table) > Self.width - indent.count - 2 {
      table = table.map { [$0[0], "", $0[2]] }
    }
    addTable(table, explanation, writer, value: value, indent: indent)
  }

  /// What columns take, with the room between them.
  private static func width(of rows: [[String]]) -> Int {
    (0..<3).map { column in
      let width = rows.map { VisibleText.width($0[column]) }.max() ?? 0
      return width == 0 ? 0 : width + 2
    }.reduce(0, +)
  }

  private mutating func addTable(
    _ table: [[String]], _ explanation: Explanation, _ writer: ExplanationWriter, value: String,
    indent: String
  ) {
    var rows = table
    let rest = explanation.terms.sortedBySize.dropFirst(table.count)
    if rest.first?.value == 0 {
      rows.append([rest.count == 1 ? "another is 0" : "\(rest.count) others are 0", "", ""])
    } else if !rest.isEmpty {
      let sum = rest.reduce(0.0) { $0 + Double($1.value) }
      rows.append(["\(rest.count) smaller terms together", "", NumberText.short(sum)])
    }
    let total = explanation.terms.reduce(0.0) { $0 + Double($1.value) }
    rows.append(["sum of \(explanation.terms.count) terms", "", NumberText.short(total)])
    addColumns(rows, indent: indent + "  ")
    if explanation.divisor != nil || explanation.outer != nil {
      let names = writer.around(explanation, ["sum"]) { writer.labels($0.phrase) }
      let numbers = writer.around(explanation, [NumberText.short(total)], writer.numbers)
      lines.append("\(indent)= \(names) = \(numbers) = \(value)")
    }
  }

  /// Formulas with their numbers behind them, or under them where a line is too short for both.
  mutating func add(formulas rows: [[String]]) {
    let widest = rows.map { VisibleText.width($0[0]) }.max() ?? 0
    if rows.allSatisfy({ widest + 4 + VisibleText.width($0[1]) <= Self.width }) {
      return addColumns(rows, indent: "  ")
    }
    for row in rows {
      let line = "  \(row[0])  \(row[1])"
      lines += VisibleText.width(row[0]) < 8 ? [line] : ["  " + row[0], "      " + row[1]]
    }
  }

  /// Rows of texts, the last column flush right.
  mutating func addColumns(_ rows: [[String]], indent: String) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? VisibleText.width($0[column]) : 0 }.max() ?? 0
    }
    for row in rows {
      let cells = row.enumerated().compactMap { column, text in
        widths[column] == 0
          ? nil : VisibleText.padded(text, to: widths[column], right: column == count - 1)
      }
      lines.append(VisibleText.trimmed(indent + cells.joined(separator: "  ")))
    }
  }
}

extension [Explanation.Term] {
  /// The largest first; equal ones in their order.
  var sortedBySize: [Explanation.Term] {
    enumerated().sorted {
      let (a, b) = (abs($0.element.value), abs($1.element.value))
      return a == b ? $0.offset < $1.offset : a > b || a.isNaN && !b.isNaN
    }.map(\.element)
  }
}
