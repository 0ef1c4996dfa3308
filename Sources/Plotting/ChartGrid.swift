// Several charts in one area, side by side and below each other, under one title.

public import Screen

/// Charts of equal size in rows and columns: as many columns as have room.
public struct ChartGrid<Part: Chart & Hashable>: Chart, Hashable {
  public var title: String
  /// What the heading says besides, the most important first.
  public var notes: [HeadingWords]
  public var parts: [Part]
  /// Columns that one part needs, and rows that it would like.
  public var least: Int
  public var wanted: Int

  public init(
    title: String, notes: [HeadingWords] = [], parts: [Part], least: Int, wanted: Int
  ) {
    self.title = title
    self.notes = notes
    self.parts = parts
    self.least = max(1, least)
    self.wanted = max(1, wanted)
  }

  private func fitting(_ columns: Int) -> Int {
    max(1, min(parts.count, (columns + 2) / (least + 2)))
  }

  public func naturalRows(columns: Int) -> Int {
    let across = fitting(columns)
    return 1 + (parts.count + across - 1) / across * wanted
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    frame.heading(title, notes, area: area, appearance: appearance)
    for (part, place) in zip(parts, places(in: area)) {
      part.draw(into: &frame, area: place, appearance: appearance)
    }
  }

  /// Where the parts are drawn, in their order; empty where there is no room.
  public func places(in area: Rect) -> [Rect] {
    guard !parts.isEmpty, area.rows > 1 else { return [] }
    // As many beside each other as have room, and no fewer than the rows ask for.
    var across = fitting(area.columns)
    while across < parts.count, (parts.count + across - 1) / across > (area.rows - 1) / 3 {
      across += 1
    }
    let down = (parts.count + across - 1) / across
    let columns = (area.columns + 2) / across - 2
    guard columns > 0 else { return [] }
    var places: [Rect] = []
    var row = area.row + 1
    for line in 0..<down {
      let rows = (area.endRow - row) / (down - line)
      for place in 0..<across where line * across + place < parts.count {
        places.append(
          Rect(column: area.column + place * (columns + 2), row: row, columns: columns, rows: rows))
      }
      row += rows
    }
    return places
  }
}
