// Wide characters, marks, emoji and letters beyond ASCII anywhere in a session: columns stay.

import Interface
import Notebook
import Screen
import Testing

@Suite struct WideTextTests {
  /// Wide, combining, joined emoji, flags, Turkish, right to left, controls.
  static let words = [
    "猫の手", "e\u{301}\u{327}", "👩‍👩‍👧‍👦", "🇹🇷", "ağaç İıŞş", "שלום", "a\u{200B}b", "क्षि", "한글",
    "\u{301}", "❤️", "\u{1B}[31m", "x\ty", "ﷺ", "½⅟", "",
  ]

  static let snapshot: Snapshot = {
    var snapshot = Samples.everything
    snapshot.title = "ağaç 猫"
    snapshot.attention = [
      AttentionMap(
        name: "katman 猫", queries: words, keys: words,
        weights: (0..<words.count * words.count).map { Float($0 % 7) / 7 }, masked: [])
    ]
    snapshot.cells.append(
      NotebookCell(
        number: 99, source: "s = \"" + words.joined(separator: " ") + "\"",
        outputs: [
          .text(words.joined(separator: " · ")),
          .table(TableOutput(header: words, rows: [words, words.reversed()])),
          .plot(PlotOutput(title: words.joined(), content: .attention(snapshot.attention[0]))),
          .plot(
            PlotOutput(
              title: "kayıp 猫",
              content: .series(words.prefix(4).map { Samples.series($0, 1, 20) }))),
          .plot(
            PlotOutput(
              title: "katmanlar",
              content: .gradients(
                words.map {
                  GradientRow(
                    path: $0, norms: Samples.series("", 1, 9), last: 1, verdict: .vanishing)
                }))),
        ], status: .done))
    if var run = snapshot.run {
      run.loss = "kayıp 猫"
      run.series = words.prefix(3).map { Samples.series($0, 1, 30) }
      run.gradients = words.map {
        GradientRow(path: $0, norms: Samples.series("", 1, 9), last: 1, verdict: .healthy)
      }
      snapshot.run = run
    }
    return snapshot
  }()

  /// What the terminal does with a row: the sum of the cells' widths is the screen's width, and a
  /// wide character is followed by its empty half.
  static func problem(_ frame: Frame) -> String? {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[row, column]
        let place = "\(row),\(column) '\(cell.text)'"
        if cell.width != DisplayWidth.of(cell.text) { return "width at \(place)" }
        if cell.width < 1 || cell.width > 2 { return "half a character at \(place)" }
        if cell.width == 2, column + 1 >= frame.size.columns || frame[row, column + 1].width != 0 {
          return "cut at \(place)"
        }
        if cell.text.unicodeScalars.contains(where: { $0.value < 0x20 }) {
          return "control at \(place)"
        }
        column += cell.width
      }
    }
    return nil
  }

  @Test func columnsStayEverywhere() {
    for preset in Layout.Preset.allCases {
      for columns in [20, 31, 60, 79, 80, 123, 200] {
        var state = FrameTests.state(
          Self.snapshot, Size(columns: columns, rows: columns / 3), .standard)
        state.chosenLayout = preset
        for scroll in [0, 7, 40] {
          state.scroll[.cells] = scroll
          let problem = Self.problem(AppRenderer.render(state))
          #expect(problem == nil, "\(preset) \(columns) \(scroll)")
        }
        state.appearance = .ascii
        for line in AppRenderer.render(state).lines {
          #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
      }
    }
  }

  @Test func theLineModeKeepsThemToo() {
    for columns in [8, 20, 80] {
      for cell in Self.snapshot.cells {
        for line in TextRenderer.lines(for: cell, columns: columns, appearance: .mono) {
          #expect(DisplayWidth.of(line) <= columns, "\(line)")
        }
      }
    }
  }

  /// Labels of one width stand in one column whatever they are made of.
  @Test func labelsAlign() {
    let plot = PlotOutput(
      title: "g",
      content: .gradients(
        ["ab", "猫", "İı", "e\u{301}x"].map {
          GradientRow(path: $0, norms: Samples.series("", 1, 9), last: 1, verdict: .healthy)
        }))
    let lines = TextRenderer.lines(for: .plot(plot), columns: 40, appearance: .mono)
    let rows = lines.filter { line in ["ab", "猫", "İı", "e\u{301}x"].contains { line.contains($0) }
    }
    #expect(rows.count == 4)
    #expect(Set(rows.map { DisplayWidth.of($0) }).count == 1, "\(rows)")
  }
}
