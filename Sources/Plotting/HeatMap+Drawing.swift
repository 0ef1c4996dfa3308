// The parts of a heat map.

import Screen

extension HeatMap {
  /// `attention.0  max of 4×2 a cell` and, without colours, what the shades mean.
  func drawTitle(into frame: inout Frame, layout: Layout, range: ClosedRange<Double>) {
    guard layout.hasTitle else { return }
    let appearance = layout.appearance
    let palette = Palette(appearance)
    var words: [HeadingWords] = []
    if layout.isPooled(self), layout.pixelRows > 0, layout.pixelColumns > 0 {
      let down = (rows + layout.pixelRows - 1) / layout.pixelRows
      let across = (columns + layout.pixelColumns - 1) / layout.pixelColumns
      words.append(["\(rows)×\(columns), max of \(down)×\(across)", "\(rows)×\(columns)"])
    }
    if let place = placeText { words.append([place]) }
    let shown = Heading(title, words).fitted(
      to: layout.area.columns, separator: "  ", appearance: appearance)
    let text = [shown.title, shown.words].filter { !$0.isEmpty }.joined(separator: "  ")
    let end = frame.label(
      text, row: layout.area.row, column: layout.area.column,
      to: min(DisplayWidth.of(appearance.text(text)), layout.area.columns), style: palette[.title],
      clip: layout.area, appearance: appearance)
    let legend = legend(layout: layout, range: range)
    let width = DisplayWidth.of(legend)
    if end + 2 + width <= layout.area.endColumn {
      // Beside the words, or above the map's end.
      let column = max(end + 2, min(layout.grid.endColumn, layout.area.endColumn) - width)
      frame.put(
        legend, row: layout.area.row, column: column, style: palette[.dim], clip: layout.area)
    }
  }

  private func legend(layout: Layout, range: ClosedRange<Double>) -> String {
    let glyphs = GlyphSet.of(layout.appearance)
    let hasMasked = masked.contains(true)
    let masks = hasMasked ? "\(glyphs.masked) " + layout.appearance.said("masked") : ""
    if layout.style == .numbers { return masks }
    let low = NumberFormat.compact(range.lowerBound, significant: 2)
    let high = NumberFormat.compact(range.upperBound, significant: 2)
    let hasShades = !Palette(layout.appearance).hasRamps
    let shades = hasShades ? "\(low) [\(glyphs.shades.joined())] \(high)" : "\(low)..\(high)"
    return shades + (hasMasked ? "  " + masks : "")
  }

  func drawLabels(into frame: inout Frame, layout: Layout) {
    let palette = Palette(layout.appearance)
    let appearance = layout.appearance
    if layout.gutter > 0 {
      for line in 0..<layout.lines {
        let group = layout.mapRows(line * layout.perCell, self)
        guard let index = group.first, index < rowLabels.count else { continue }
        let next = layout.mapRows(line * layout.perCell + layout.perCell - 1, self)
        let isSelected =
          crosshair.map {
            $0.row >= index
              && $0.row
                < max(
                  group.upperBound,
                  next.upperBound)
          } ?? false
        // Of rows that share a line the crosshair's is named, else the first.
        let named = isSelected ? crosshair?.row ?? index : index
        frame.label(
          named < rowLabels.count ? rowLabels[named] : "", row: layout.row(of: line),
          column: layout.area.column, to: layout.gutter - 1,
          style: isSelected ? palette[.accent] : palette[.label], right: true,
          clip: layout.area, appearance: appearance)
      }
    }
    guard layout.labelRows > 0 else { return }
    for pixel in 0..<layout.pixelColumns where pixel < columnLabels.count {
      let style = crosshair?.column == pixel ? palette[.accent] : palette[.label]
      let column = layout.grid.column + pixel * layout.cell
      let top = layout.grid.row - layout.labelRows
      if layout.labelsStand {
        drawStanding(
          columnLabels[pixel], column: column, top: top, style: style, into: &frame,
          layout: layout)
      } else {
        drawCell(
          columnLabels[pixel], row: top, column: column, style: style, into: &frame,
          layout: layout)
      }
    }
  }

  /// Words in a cell's columns, at the right, in wide ones in the middle.
  private func drawCell(
    _ text: String, row: Int, column: Int, style: Style, into frame: inout Frame, layout: Layout
  ) {
    let width = DisplayWidth.of(layout.appearance.text(text))
    let right = layout.isCentred ? max(0, (layout.cell - width) / 2) : 0
    frame.label(
      text, row: row, column: column + 1, to: layout.cell - 1 - right, style: style, right: true,
      clip: layout.area, appearance: layout.appearance)
  }

  /// A label downwards, a character a row, ending at the grid; the last row may be an ellipsis.
  private func drawStanding(
    _ label: String, column: Int, top: Int, style: Style, into frame: inout Frame, layout: Layout
  ) {
    let text = layout.appearance.text(label)
    var characters = Array(text)
    if characters.count > layout.labelRows {
      // Of two rows one is too much to say that something is missing.
      let sign = layout.labelRows > 2 ? Array(layout.appearance.ellipsis) : []
      characters.removeSubrange(max(0, layout.labelRows - sign.count)...)
      characters += sign
    }
    let clip = layout.area.intersection(
      Rect(column: column, row: top, columns: layout.cell, rows: layout.labelRows))
    let start = top + layout.labelRows - characters.count
    for (line, character) in characters.enumerated() {
      let fits = DisplayWidth.of(character) <= layout.cell
      frame.put(
        fits ? String(character) : layout.appearance.ellipsis, row: start + line,
        column: column + (fits ? (layout.cell - DisplayWidth.of(character)) / 2 : 0), style: style,
        clip: clip)
    }
  }

  func drawNumbers(into frame: inout Frame, layout: Layout, range: ClosedRange<Double>) {
    let palette = Palette(layout.appearance)
    let glyphs = GlyphSet.of(layout.appearance)
    for row in 0..<layout.pixelRows {
      for column in 0..<layout.pixelColumns {
        let value = value(row, column)
        var text = HeatMap.number(value, range)
        var style = Style.plain
        if isMasked(row, column) {
          text = glyphs.masked
          style = palette[.dim]
        } else if value.isNaN || value.isInfinite {
          style = palette[.error]
        } else if palette.hasRamps {
          let background = color(value, range, palette)
          style = Style(foreground: palette.ink(on: background), background: background)
        }
        if let crosshair, crosshair == (row, column) {
          style.bold = true
          style.reverse.toggle()
        }
        let cell = Rect(
          column: layout.grid.column + column * layout.cell,
          row: layout.grid.row + row * layout.tall, columns: layout.cell, rows: layout.tall)
        frame.fill(cell.intersection(layout.area), with: Cell(" ", style: style))
        drawCell(
          text, row: layout.row(of: row), column: cell.column, style: style, into: &frame,
          layout: layout)
      }
    }
  }

  func drawBlocks(into frame: inout Frame, layout: Layout, range: ClosedRange<Double>) {
    var canvas = BlockCanvas(
      columns: layout.grid.columns, rows: layout.grid.rows, halves: layout.style == .halves,
      appearance: layout.appearance)
    for row in 0..<layout.pixelRows {
      for column in 0..<layout.pixelColumns {
        let pixel = pixel(
          layout.mapRows(row, self), layout.mapColumns(column, self), range, layout.appearance)
        for part in 0..<layout.cell * layout.tall {
          canvas.set(
            column * layout.cell + part % layout.cell, row * layout.tall + part / layout.cell, pixel
          )
        }
      }
    }
    canvas.draw(into: &frame, area: layout.grid)
    guard let crosshair else { return }
    for row in 0..<layout.pixelRows where layout.mapRows(row, self).contains(crosshair.row) {
      for column in 0..<layout.pixelColumns
      where layout.mapColumns(column, self).contains(crosshair.column) {
        let place = Rect(
          column: layout.grid.column + column * layout.cell,
          row: layout.grid.row + row / layout.perCell * layout.tall, columns: layout.cell,
          rows: layout.tall)
        frame.restyle(place.intersection(layout.grid)) { $0.reverse.toggle() }
      }
    }
  }

  /// The greatest value of a block; masked only when all of it is.
  private func pixel(
    _ rows: Range<Int>, _ columns: Range<Int>, _ range: ClosedRange<Double>,
    _ appearance: Appearance
  ) -> BlockCanvas.Pixel {
    var greatest: Double?
    for row in rows {
      for column in columns where !isMasked(row, column) {
        let value = value(row, column)
        if value.isNaN { return .missing }
        let isMore =
          isSigned ? value.magnitude > (greatest ?? 0).magnitude : value > greatest ?? value
        if greatest == nil || isMore { greatest = value }
      }
    }
    guard let greatest else { return .masked }
    if isSigned {
      let part = range.upperBound > 0 ? greatest / range.upperBound : 0
      return .value(Palette(appearance).diverging(part), shade: part.magnitude)
    }
    let shade = shade(greatest, range)
    return .value(Palette(appearance).sequential(shade), shade: shade)
  }

  /// `q=sat k=cat 0.31`
  func drawCrosshair(into frame: inout Frame, layout: Layout) {
    guard layout.hasCrosshair, let (row, column) = crosshair else { return }
    let rowLabel = row < rowLabels.count ? rowLabels[row] : String(row)
    let columnLabel = column < columnLabels.count ? columnLabels[column] : String(column)
    let value =
      isMasked(row, column)
      ? layout.appearance.said("masked") : NumberFormat.compact(self.value(row, column))
    let (down, across) = (layout.appearance.said(rowAxis), layout.appearance.said(columnAxis))
    let place = "\(down)=\(rowLabel) \(across)=\(columnLabel) "
    // In a narrow place the number counts.
    let isNarrow =
      DisplayWidth.of(layout.appearance.text(place + value)) > layout.area.columns
    frame.label(
      isNarrow ? "= " + value : place + value,
      row: min(layout.grid.endRow, layout.area.endRow - 1), column: layout.area.column,
      to: layout.area.columns,
      style: Palette(layout.appearance)[.accent], clip: layout.area,
      appearance: layout.appearance)
  }
}
