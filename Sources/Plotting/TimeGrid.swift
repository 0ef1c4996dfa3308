// Gradients on their way back through time: a row a layer, a column a time step, shaded by the
// logarithm of the norm. Where back-propagation was cut the cells are parted.

public import Screen

/// One layer of a time grid.
public struct TimeGridRow: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    case norm(Double)
    /// Not computed yet: the backward pass has not come so far.
    case pending
    /// No gradient comes here.
    case unreached
  }

  public var name: String
  /// By time.
  public var places: [Place]
  /// Times that are cut off from the one before them.
  public var cuts: Set<Int>

  public init(name: String, places: [Place], cuts: Set<Int> = []) {
    self.name = name
    self.places = places
    self.cuts = cuts
  }
}

/// A layer and a time.
public struct TimeGridCursor: Hashable, Sendable {
  public var row: Int
  public var time: Int

  public init(row: Int, time: Int) {
    self.row = row
    self.time = time
  }
}

/// Norms by layer and time. Wide cells show their number; narrower ones are shaded, and of more time
/// steps than columns the greatest of several is shown, which the header says.
public struct TimeGrid: Chart, Hashable {
  public var title: String
  public var rows: [TimeGridRow]
  /// The crosshair: a row and a time, whose number the header reads.
  public var selected: TimeGridCursor?
  /// The first row shown when they do not fit.
  public var offset: Int

  public init(
    title: String, rows: [TimeGridRow], selected: TimeGridCursor? = nil, offset: Int = 0
  ) {
    self.title = title
    self.rows = rows
    self.selected = selected
    self.offset = offset
  }

  var times: Int { rows.map(\.places.count).max() ?? 0 }

  public func naturalRows(columns: Int) -> Int { rows.count + 3 }

  /// Whole decades around all positive norms.
  private var decades: ClosedRange<Int> {
    var (low, high) = (Double.infinity, 0.0)
    for case .norm(let value) in rows.lazy.flatMap(\.places) where value > 0 && value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard high > 0 else { return -1...0 }
    let top = nearest(decimalLogarithm(high).rounded(.up), -320...309)
    let bottom = nearest(decimalLogarithm(low).rounded(.down), -330...309)
    return min(max(bottom, top - 12), top - 1)...top
  }

  public func draw(into frame: inout Frame, area: Rect, appearance: Appearance) {
    let area = frame.bounds.intersection(area)
    guard !area.isEmpty else { return }
    frame.clear(area)
    let palette = Palette(appearance)
    guard !rows.isEmpty, times > 0 else {
      frame.label(
        appearance.said("no data yet"), row: area.row, column: area.column, to: area.columns,
        style: palette[.dim], clip: area, appearance: appearance)
      return
    }
    let hasHeader = area.rows >= 2
    let hasTimes = area.rows >= 3
    let hasLegend = area.rows >= rows.count + 3
    let body = Rect(
      column: area.column, row: area.row + (hasHeader ? 1 : 0) + (hasTimes ? 1 : 0),
      columns: area.columns,
      rows: area.rows - (hasHeader ? 1 : 0) - (hasTimes ? 1 : 0) - (hasLegend ? 1 : 0))
    let longest = rows.map { DisplayWidth.of(appearance.text($0.name)) }.max() ?? 0
    let name = min(longest, max(1, area.columns / 3)) + 1
    let cut = PathName(rows.map(\.name), to: name - 1, appearance: appearance)
    let room = max(0, area.columns - name)
    let slots = min(times, max(room, 1))
    let width = max(1, min(9, room / max(slots, 1)))
    let range = decades
    if hasHeader {
      drawHeader(range, slots, into: &frame, area: area, appearance: appearance)
    }
    if hasTimes {
      drawTimes(
        slots, width, row: area.row + 1, column: area.column + name, into: &frame, area: area,
        appearance: appearance)
    }
    let window = Window(count: rows.count, offset: offset, room: body.rows)
    for (line, index) in window.items.enumerated() {
      let y = body.row + line
      frame.label(
        cut.fit(rows[index].name, to: name - 1, appearance: appearance), row: y,
        column: area.column, to: max(0, name - 1),
        style: selected?.row == index ? palette[.selected] : .plain, clip: area,
        appearance: appearance)
      for slot in 0..<slots {
        let shared = share(slot, of: slots, over: times)
        let place = Rect(
          column: area.column + name + slot * width, row: y, columns: width, rows: 1)
        draw(
          rows[index], index, shared, range, into: &frame, place: place, area: area,
          appearance: appearance)
      }
    }
    if let note = window.note(appearance) {
      frame.label(
        note, row: body.row + window.items.count, column: body.column, to: body.columns,
        style: palette[.dim], clip: body, appearance: appearance)
    }
    if hasLegend { drawLegend(row: body.row + rows.count, into: &frame, area, appearance) }
  }

  private func drawHeader(
    _ range: ClosedRange<Int>, _ slots: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    var words: [HeadingWords]
    var scale = ""
    if let selected, rows.indices.contains(selected.row) {
      let row = rows[selected.row]
      let value: String
      switch row.places.indices.contains(selected.time) ? row.places[selected.time] : .unreached
      {
      case .norm(let norm): value = NumberFormat.compact(norm, significant: 4)
      case .pending: value = appearance.said("not computed yet")
      case .unreached: value = appearance.said("no gradient comes here")
      }
      words = [["\(row.name) t\(selected.time) \(value)", "t\(selected.time) \(value)"]]
    } else {
      let low = NumberFormat.decade(range.lowerBound)
      scale = " log10 [\(low)..\(NumberFormat.decade(range.upperBound))]"
      words = []
      if slots < times {
        let most = (times + slots - 1) / max(1, slots)
        words = [["\(times) steps, max of \(most) a column", "\(times) steps"]]
      }
    }
    frame.heading(title + scale, words, area: area, appearance: appearance)
  }

  private func drawTimes(
    _ slots: Int, _ width: Int, row: Int, column: Int, into frame: inout Frame, area: Rect,
    appearance: Appearance
  ) {
    var free = column
    for slot in 0..<slots {
      let label = "t\(share(slot, of: slots, over: times).lowerBound)"
      let place = column + slot * width + (width > 1 ? 1 : 0)
      guard place >= free, place + label.count <= area.endColumn else { continue }
      frame.put(label, row: row, column: place, style: Palette(appearance)[.axis], clip: area)
      free = place + label.count + 1
    }
  }

  private func draw(
    _ row: TimeGridRow, _ index: Int, _ times: Range<Int>, _ range: ClosedRange<Int>,
    into frame: inout Frame, place: Rect, area: Rect, appearance: Appearance
  ) {
    let palette = Palette(appearance)
    let glyphs = GlyphSet.of(appearance)
    let places = times.compactMap { row.places.indices.contains($0) ? row.places[$0] : nil }
    guard !places.isEmpty else { return }
    let isCut = times.contains { row.cuts.contains($0) }
    let isSelected = selected.map { $0.row == index && times.contains($0.time) } ?? false
    var norms: [Double] = []
    for case .norm(let value) in places { norms.append(value) }
    let text: String
    var style = Style.plain
    if let value = norms.max(by: { !($0 > $1) && !$0.isNaN }), !norms.isEmpty {
      let shown = norms.contains(where: \.isNaN) ? .nan : value
      let span = Double(range.upperBound - range.lowerBound)
      let shade = (decimalLogarithm(shown) - Double(range.lowerBound)) / span
      let number = NumberFormat.even(shown, significant: 2)
      if place.columns >= 7 {
        // The number lies on its colour, in ink that can be read there.
        let left = max(0, place.columns - 1 - number.count) / 2
        let right = max(0, place.columns - 1 - number.count - left)
        text =
          String(repeating: " ", count: left) + number + String(repeating: " ", count: right)
        if !shown.isFinite { style = palette[.error] }
        if shown > 0, shown.isFinite, palette.hasRamps {
          let color = palette.sequential(min(max(shade, 0), 1))
          style = Style(foreground: palette.ink(on: color), background: color)
        }
      } else if shown.isNaN {
        (text, style) = (glyphs.notANumber, palette[.error])
      } else if shown.isInfinite {
        (text, style) = (glyphs.up, palette[.error])
      } else if shown <= 0 {
        (text, style) = ("0", palette[.dim])
      } else {
        let pixel = BlockCanvas.Pixel.value(
          palette.sequential(min(max(shade, 0), 1)), shade: max(min(shade, 1), 1e-9))
        let cell = BlockCanvas(columns: 0, rows: 0, halves: false, appearance: appearance)
          .whole(pixel)
        text = String(repeating: cell.text, count: max(1, place.columns - 1))
        style = cell.style
      }
    } else if places.contains(.pending) {
      (text, style) = (appearance.glyphs == .ascii ? "?" : "…", palette[.dim])
    } else {
      (text, style) = (glyphs.masked, palette[.dim])
    }
    if isSelected {
      style.reverse.toggle()
      style.bold = true
    }
    // The first column of a cell is the seam to the one before it.
    let seam = place.columns > 1
    let clip = place.intersection(area)
    if isCut {
      frame.put(
        appearance.glyphs == .ascii ? "|" : "┃", row: place.row, column: place.column,
        style: palette[.warning], clip: clip)
    }
    if seam || !isCut {
      frame.put(
        text, row: place.row, column: place.column + (seam ? 1 : 0), style: style, clip: clip)
    }
  }

  private func drawLegend(
    row: Int, into frame: inout Frame, _ area: Rect, _ appearance: Appearance
  ) {
    let glyphs = GlyphSet.of(appearance)
    let isASCII = appearance.glyphs == .ascii
    let arrow = isASCII ? "<-" : "←"
    var parts: [HeadingWords] = [["\(arrow) backwards in time", "\(arrow) backwards"]]
    if rows.contains(where: { !$0.cuts.isEmpty }) {
      let cut = "\(isASCII ? "|" : "┃") cut"
      parts.append(["\(cut): no gradient goes past", cut])
    }
    let places = Set(
      rows.flatMap(\.places).map { place in
        switch place {
        case .norm: 0
        case .pending: 1
        case .unreached: 2
        }
      })
    if places.contains(1) {
      let mark = isASCII ? "?" : "…"
      parts.append(["\(mark) not computed yet", "\(mark) to come"])
    }
    if places.contains(2) {
      parts.append(["\(glyphs.masked) no gradient", "\(glyphs.masked) none"])
    }
    let words = Heading("", parts).fitted(
      to: area.columns, separator: "   ", appearance: appearance
    ).words
    frame.label(
      words, row: row, column: area.column, to: area.columns,
      style: Palette(appearance)[.dim], clip: area, appearance: appearance)
  }
}
