// The words and numbers around a confusion matrix.

import Screen

extension ConfusionChart {
  /// `confusion(…)  359 examples, 344 right (95.8 %)`
  func drawHeader(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let all = classes.indices.reduce(0) { $0 &+ rowSum($1) }
    let right = classes.indices.reduce(0) { $0 &+ count($1, $1) }
    let (total, hits) = (NumberFormat.grouped(all), NumberFormat.grouped(right))
    let share = ConfusionChart.percent(right, of: all)
    let words: HeadingWords =
      all > 0
      ? [
        "\(total) example\(all == 1 ? "" : "s"), \(hits) right (\(share))",
        "\(hits) of \(total) right", "\(share) right",
      ] : ["no answers"]
    frame.heading(
      title, [words, showsShares ? "% of the row" : ""], area: area, appearance: appearance)
  }

  /// Rows are what the examples are, columns what was said.
  static func corner(_ appearance: Appearance) -> String {
    appearance.said(appearance.glyphs == .unicode ? "is↓ said→" : "is\\said")
  }

  /// `is \ said  0  1  2 …   n  precision  recall  F1`
  func drawLabels(
    _ layout: Layout, row: Int, into frame: inout Frame, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let corner = ConfusionChart.corner(appearance)
    frame.label(
      corner.count <= layout.label ? corner : layout.label > 1 ? appearance.said("is") : "",
      row: row,
      column: area.column,
      to: layout.label, style: palette[.dim], right: true, clip: area, appearance: appearance)
    var column = area.column + layout.label + 1
    for place in layout.columns {
      let style =
        place == selected?.column ? Style(bold: true, underline: true) : Style(underline: true)
      let name = DisplayWidth.clip(
        appearance.text(classes[place]), to: layout.cell, ellipsis: appearance.ellipsis)
      frame.label(
        name + " ", row: row, column: column, to: layout.cell + 1, style: style, right: true,
        clip: area, appearance: appearance)
      column += layout.cell + 1
    }
    let isCut = layout.columns.count < classes.count || layout.rows.count < classes.count
    if layout.hasScores {
      column += 1
      for (text, width) in zip(
        ["n", "precision", "recall", "F1"], ConfusionChart.scoreWidths)
      {
        frame.label(
          ConfusionChart.head(text, columns: width - 1, appearance), row: row, column: column,
          to: width, style: palette[.dim], right: true, clip: area, appearance: appearance)
        column += width
      }
    } else if isCut {
      frame.label(
        appearance.said("of \(classes.count)"), row: row, column: column,
        to: max(0, area.endColumn - column),
        style: palette[.dim], clip: area, appearance: appearance)
    }
  }

  /// The head of a column of scores. Columns are as wide in every language, so a head that does not
  /// fit ends in a point: `duyar.`
  private static func head(
    _ english: String, columns: Int, _ appearance: Appearance
  ) -> String {
    let text = appearance.text(appearance.said(english))
    guard DisplayWidth.of(text) > columns, columns > 1 else { return text }
    return DisplayWidth.clip(text, to: columns - 1, ellipsis: "") + "."
  }

  /// n, precision, recall and F1 of a class; `–` where nothing can be said.
  func scores(_ index: Int) -> [String] {
    let right = count(index, index)
    let (are, said) = (rowSum(index), columnSum(index))
    func ratio(_ part: Int, _ whole: Int) -> String {
      whole > 0 ? NumberFormat.fixed(Double(part) / Double(whole), decimals: 3) : "–"
    }
    let both = are &+ said
    return [String(are), ratio(right, said), ratio(right, are), ratio(right &* 2, both)]
  }

  /// The mistakes, the most frequent first.
  func confusions(limit: Int) -> [ConfusionPlace] {
    var places: [(count: Int, share: Double, place: ConfusionPlace)] = []
    for row in classes.indices {
      for column in classes.indices where row != column && count(row, column) > 0 {
        places.append(
          (count(row, column), share(row, column), ConfusionPlace(row: row, column: column)))
      }
    }
    places.sort {
      ($0.count, $0.share, -$0.place.row, -$0.place.column)
        > ($1.count, $1.share, -$1.place.row, -$1.place.column)
    }
    return places.prefix(limit).map(\.place)
  }

  func drawConfusions(into frame: inout Frame, area: Rect, appearance: Appearance) {
    guard !area.isEmpty else { return }
    let palette = Palette(appearance)
    let arrow = appearance.glyphs == .unicode ? "→" : "->"
    let worst = confusions(limit: 12)
    guard counts.contains(where: { $0 > 0 }) else { return }
    let heading = appearance.said(worst.isEmpty ? "no mistakes" : "worst")
    frame.label(
      heading, row: area.row, column: area.column, to: min(13, area.columns),
      style: palette[.dim], clip: area, appearance: appearance)
    let start = area.column + max(7, DisplayWidth.of(appearance.text(heading)) + 1)
    var (row, column) = (area.row, start)
    for place in worst {
      let (count, sum) = (count(place.row, place.column), rowSum(place.row))
      let words =
        "\(classes[place.row])\(arrow)\(classes[place.column]) "
        + appearance.said("\(count) of \(sum) (\(ConfusionChart.percent(count, of: sum)))")
      let width = DisplayWidth.of(appearance.text(words))
      if column + width > area.endColumn, column > start {
        row += 1
        column = start
      }
      guard row < area.endRow else { return }
      column =
        frame.label(
          words, row: row, column: column, to: min(width, area.endColumn - column), clip: area,
          appearance: appearance) + 3
    }
  }

  /// `is 8, said 1: 3 of 34 (8.8 %)`
  func readout(_ place: ConfusionPlace) -> String? {
    guard classes.indices.contains(place.row), classes.indices.contains(place.column) else {
      return nil
    }
    let sum = rowSum(place.row)
    let count = count(place.row, place.column)
    let words = "is \(classes[place.row]), said \(classes[place.column]): \(count) of \(sum)"
    return sum > 0 ? words + " (\(ConfusionChart.percent(count, of: sum)))" : words
  }

  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    return NumberFormat.fixed(Double(part) / Double(whole) * 100, decimals: 1) + " %"
  }
}
