// The plots of data as text: what a picture shows, in a few lines with exact numbers.

/// Lines for the pictures of data.
enum PictureText {
  /// Names and rows that are written out; the others are counted.
  private static let most = 12

  // MARK: Confusion

  static func confusion(_ title: String, _ matrix: ConfusionMatrix) -> [String] {
    let count = matrix.classes.count
    guard count > 0, matrix.counts.count == count * count else { return ["\(title): no classes"] }
    func at(_ row: Int, _ column: Int) -> Int { matrix.counts[row * count + column] }
    let rows = (0..<count).map { row in (0..<count).reduce(0) { $0 &+ at(row, $1) } }
    let columns = (0..<count).map { column in (0..<count).reduce(0) { $0 &+ at($1, column) } }
    let all = rows.reduce(0, &+)
    let right = (0..<count).reduce(0) { $0 &+ at($1, $1) }
    func ratio(_ part: Int, _ whole: Int) -> String {
      whole > 0 ? NumberText.short(Double(part) / Double(whole)) : "–"
    }
    var lines = ["\(title): \(all) examples, \(right) right (\(ratio(right, all)))"]
    let names = matrix.classes.map(VisibleText.line)
    let isSmall = count <= most
    let header =
      ["is \\ said"] + (isSmall ? names : []) + ["n", "precision", "recall", "F1"]
    let table = (0..<count).prefix(isSmall ? count : 24).map { row -> [String] in
      let cells = isSmall ? (0..<count).map { at(row, $0) == 0 ? "·" : String(at(row, $0)) } : []
      return [names[row]] + cells + [
        String(rows[row]), ratio(at(row, row), columns[row]), ratio(at(row, row), rows[row]),
        ratio(at(row, row) &* 2, rows[row] &+ columns[row]),
      ]
    }
    lines += aligned([header] + table).map { "  " + $0 }
    if count > 24 { lines.append("  … \(count - 24) more classes") }
    var mistakes: [(Int, Int)] = []
    for row in 0..<count {
      for column in 0..<count where row != column && at(row, column) > 0 {
        mistakes.append((row, column))
      }
    }
    mistakes.sort {
      (at($0.0, $0.1), -$0.0, -$0.1) > (at($1.0, $1.1), -$1.0, -$1.1)
    }
    let worst = mistakes.prefix(5).map { row, column in
      "\(names[row])→\(names[column]) \(at(row, column)) of \(rows[row])"
    }
    if !worst.isEmpty { lines.append("  worst: " + worst.joined(separator: ", ")) }
    return lines
  }

  /// Columns two blanks apart, the first to the left.
  private static func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], VisibleText.width(cell))
      }
    }
    return rows.map { row in
      row.enumerated().map { VisibleText.padded($1, to: widths[$0], right: $0 > 0) }
        .joined(separator: "  ")
    }
  }

  // MARK: Tiles

  static func tiles(_ title: String, _ picture: TilePicture) -> [String] {
    if picture.groups.isEmpty { return ["\(title): nothing to show"] }
    var lines = [picture.note.isEmpty ? title : "\(title): \(picture.note)"]
    for group in picture.groups {
      let size = group.tiles.first.map { "\($0.rows)×\($0.columns)" } ?? "nothing"
      let values = group.tiles.flatMap(\.values)
      var line = "  \(group.title), \(size)"
      let finite = values.filter(\.isFinite)
      if let low = finite.min(), let high = finite.max() {
        line += ", \(NumberText.short(low)) … \(NumberText.short(high))"
      }
      if finite.count < values.count { line += ", NaN or infinite \(values.count - finite.count)" }
      lines.append(VisibleText.line(line))
      // Captions that only count say nothing.
      let captions = group.tiles.map(\.caption)
      let isNumbered = captions.enumerated().allSatisfy { $1.isEmpty || $1 == String($0) }
      if !isNumbered || group.tiles.contains(where: { $0.isRight != nil }) {
        let words = captions.map { VisibleText.line($0).isEmpty ? "–" : VisibleText.line($0) }
        lines.append("    " + words.joined(separator: "  "))
      }
      if group.isSigned, !values.isEmpty {
        lines.append("    " + TensorText.statistics(values))
      }
    }
    return lines
  }

  // MARK: Word map

  static func map(_ title: String, _ map: WordMap) -> [String] {
    let shown = map.words.count
    let part = shown < map.total ? "\(shown) of \(map.total)" : "\(shown)"
    let shares = map.shares.enumerated().map { index, share in
      "PC\(index + 1) \(NumberText.short(share * 100, digits: 3)) %"
    }
    var lines = [
      "\(title): \(part) vectors, \(shares.joined(separator: ", ")) of the variance"
    ]
    let rows = map.words.indices.prefix(most).map { index -> [String] in
      let near = map.neighbours[index].prefix(3).map {
        "\(VisibleText.line(map.words[$0.index])) \(NumberText.short($0.similarity))"
      }
      return [
        VisibleText.line(map.words[index]), NumberText.short(map.x[index]),
        NumberText.short(map.y[index]), near.isEmpty ? "" : "near " + near.joined(separator: ", "),
      ]
    }
    var widths = [0, 0, 0]
    for row in rows {
      for place in widths.indices {
        widths[place] = max(widths[place], VisibleText.width(row[place]))
      }
    }
    for row in rows {
      let words = widths.indices.map {
        VisibleText.padded(row[$0], to: widths[$0], right: $0 > 0)
      }
      lines.append(VisibleText.trimmedEnd("  " + words.joined(separator: "  ") + "  " + row[3]))
    }
    if shown > most { lines.append("  … \(shown - most) more") }
    return lines
  }

  // MARK: Probabilities

  static func probabilities(_ title: String, _ choices: ChoiceProbabilities) -> [String] {
    var first = title
    if choices.temperature != 1 {
      first += ": temperature \(NumberText.short(choices.temperature))"
    }
    let labels = choices.choices.map { VisibleText.line($0.label) }
    let rest = "\(choices.restCount) more"
    var width = labels.map(VisibleText.width).max() ?? 0
    if choices.restCount > 0 { width = max(width, rest.count) }
    var lines = [first]
    for (label, choice) in zip(labels, choices.choices) {
      lines.append(
        "  \(VisibleText.padded(label, to: width))  \(NumberText.short(choice.probability))")
    }
    if choices.restCount > 0 {
      lines.append("  \(VisibleText.padded(rest, to: width))  \(NumberText.short(choices.rest))")
    }
    return lines
  }

  // MARK: Text

  static func text(_ title: String, _ text: ShadedText) -> [String] {
    let chosen = text.tokens.filter { !$0.probability.isNaN }
    var lines = ["\(title): \(text.tokens.count) tokens"]
    let whole = text.tokens.map(\.text).joined(separator: text.separator)
    lines += VisibleText.lines(whole).map { "  " + $0 }
    guard !chosen.isEmpty else { return lines }
    let mean = chosen.reduce(0) { $0 + $1.probability / Double(chosen.count) }
    let bounds = [0.5, 0.1, 0.01]
    var counts = [0, 0, 0, 0]
    for token in chosen { counts[bounds.firstIndex { token.probability >= $0 } ?? 3] += 1 }
    lines.append(
      "  mean p \(NumberText.short(mean)); p ≥ 0.5: \(counts[0]), ≥ 0.1: \(counts[1]), "
        + "≥ 0.01: \(counts[2]), below: \(counts[3])")
    let least = text.tokens.indices.filter { !text.tokens[$0].probability.isNaN }
      .sorted {
        let (a, b) = (text.tokens[$0].probability, text.tokens[$1].probability)
        return a != b ? a < b : $0 < $1
      }.prefix(5)
    let words = least.map { place in
      "\"\(VisibleText.line(text.tokens[place].text))\" at \(place) "
        + NumberText.short(text.tokens[place].probability)
    }
    lines.append("  least likely: " + words.joined(separator: ", "))
    return lines
  }

  // MARK: Contour

  static func contour(_ title: String, _ contour: LossContour) -> [String] {
    func span(_ name: String, _ range: ClosedRange<Float>) -> String {
      "\(name) \(NumberText.short(range.lowerBound)) … \(NumberText.short(range.upperBound))"
    }
    var first = "\(title): \(contour.columns)×\(contour.rows) places, "
    first +=
      span("across " + contour.xName, contour.x) + ", " + span("up " + contour.yName, contour.y)
    var lines = [VisibleText.line(first)]
    if !contour.note.isEmpty { lines.append("  " + contour.note) }
    if let place = contour.values.indices.filter({ contour.values[$0].isFinite }).min(by: {
      contour.values[$0] < contour.values[$1]
    }), contour.columns > 0 {
      let (row, column) = (place / contour.columns, place % contour.columns)
      func along(_ range: ClosedRange<Float>, _ index: Int, _ count: Int) -> Float {
        range.lowerBound + (range.upperBound - range.lowerBound) * Float(index)
          / Float(max(1, count - 1))
      }
      let x = along(contour.x, column, contour.columns)
      let y = along(contour.y, contour.rows - 1 - row, contour.rows)
      lines.append(
        "  lowest \(NumberText.short(contour.values[place])) at "
          + "\(NumberText.short(x)), \(NumberText.short(y)); "
          + TensorText.statistics(contour.values))
    }
    for path in contour.paths {
      guard let from = path.steps.first, let to = path.steps.last, let x0 = path.x.first,
        let y0 = path.y.first, let x1 = path.x.last, let y1 = path.y.last
      else { continue }
      var line = "  \(path.name): steps \(from) … \(to), \(NumberText.short(x0)), "
      line += "\(NumberText.short(y0)) → \(NumberText.short(x1)), \(NumberText.short(y1))"
      if !path.first.isNaN || !path.last.isNaN {
        line += ", \(NumberText.short(path.first)) → \(NumberText.short(path.last))"
      }
      lines.append(VisibleText.line(line))
    }
    return lines
  }
}

extension VisibleText {
  /// Without blanks at the end.
  static func trimmedEnd(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
