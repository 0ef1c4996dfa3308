// The stages of attention below a line of a session: as high as they are drawn.

import Plotting
import Screen
import Testing

struct PanelsChartTests {
  static func stages(_ count: Int, side: Int, selected: MatrixPlace? = nil) -> PanelsChart {
    PanelsChart(
      title: "stages",
      panels: (0..<count).map { stage in
        HeatMap(
          title: "\(stage + 1)", rows: side, columns: side,
          values: (0..<side * side).map { Double($0 + stage) / 10 }, selected: selected)
      })
  }

  @Test(arguments: [60, 80, 96, 100], [Appearance.mono, .standard])
  func noRowsAreLeftBlankBelow(_ columns: Int, _ appearance: Appearance) {
    for side in [3, 5, 9] {
      for selected in [nil, MatrixPlace(row: 1, column: 2)] {
        let chart = Self.stages(5, side: side, selected: selected)
        let rows = chart.naturalRows(columns: columns, appearance: appearance)
        #expect(rows <= PanelsChart.mostRows)
        let lines = chart.lines(columns: columns, rows: rows, appearance: appearance)
        let blank = lines.reversed().prefix { $0.allSatisfy { $0 == " " } }.count
        let text = lines.joined(separator: "\n")
        #expect(blank <= 2, "\(side) rows in \(rows):\n\(text)")
        if appearance.colors != .none { #expect(!text.contains("of 5"), "\(text)") }
      }
    }
  }
}
