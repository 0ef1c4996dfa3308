// Panes are where they should be: inside the screen, apart from each other, the right ones open.

import Interface
import Screen
import Testing

@Suite struct LayoutTests {
  static func content(_ change: (inout LayoutContent) -> Void) -> LayoutContent {
    var content = LayoutContent()
    change(&content)
    return content
  }

  static let full = content {
    $0.hasRun = true
    $0.hasSteps = true
    $0.hasProgram = true
    $0.isWalking = true
    $0.hasAttention = true
    $0.hasPlots = true
    $0.promptRows = 3
  }

  @Test func fewGradientsLeaveRoomForPlots() {
    var content = Self.full
    content.gradientRows = 2
    let layout = Layout(
      size: Size(columns: 200, rows: 60), preset: .notebook, content: content)
    let upper = layout.panes[.gradients]
    let lower = layout.panes[.plots]
    #expect(upper?.rows == 3)
    #expect(upper?.column == lower?.column)
    #expect(upper?.columns == lower?.columns)
    #expect(lower?.row == (upper?.endRow ?? 0) + 1)
    #expect(lower?.endRow == layout.panes[.loss]?.endRow)
  }

  @Test(arguments: Layout.Preset.allCases)
  func panesCoverTheScreenOnce(_ preset: Layout.Preset) {
    var content = Self.full
    content.gradientRows = 3
    for columns in 1...300 {
      for rows in 1...100 where (columns + rows) % 3 == 0 || columns < 70 && rows < 30 {
        let size = Size(columns: columns, rows: rows)
        let layout = Layout(size: size, preset: preset, content: content)
        #expect(layout.isTooSmall == (columns < 20 || rows < 5))
        if layout.isTooSmall { continue }
        let rects =
          Array(layout.panes.values) + layout.verticalRules + layout.horizontalRules
          + layout.margins
        let inside = rects.allSatisfy { Rect(size).intersection($0) == $0 && !$0.isEmpty }
        #expect(inside, "\(preset) \(columns)x\(rows)")
        // Inside and of the same total area: nothing overlaps unless something is left free.
        let area = rects.reduce(0) { $0 + $1.columns * $1.rows }
        #expect(area == columns * rows, "\(preset) \(columns)x\(rows)")
      }
    }
  }

  @Test func theNotebookOpensWhatThereIs() {
    let size = Size(columns: 80, rows: 24)
    func panes(_ change: (inout LayoutContent) -> Void) -> [Pane] {
      Layout(size: size, preset: .notebook, content: Self.content(change)).focusable
    }
    #expect(panes { _ in } == [.cells])
    // A run without a step has no curve to show.
    #expect(panes { $0.hasRun = true } == [.cells])
    #expect(
      panes {
        $0.hasRun = true
        $0.hasSteps = true
      } == [.loss, .gradients, .cells])
    #expect(
      panes {
        $0.hasRun = true
        $0.hasProgram = true
        $0.isWalking = true
      } == [.program, .instruction, .cells])
    #expect(panes { $0.hasPlots = true } == [.plots, .cells])
    #expect(panes { $0.hasAttention = true } == [.attention, .cells])
  }

  @Test func aLargeScreenShowsEverythingAtOnce() {
    let layout = Layout(
      size: Size(columns: 200, rows: 60), preset: .notebook, content: Self.full)
    #expect(
      layout.focusable == [
        .loss, .gradients, .plots, .program, .instruction, .attention, .cells,
      ])
  }

  @Test func aPresetShowsItsPanesWhileEmpty() {
    let size = Size(columns: 80, rows: 24)
    let none = LayoutContent()
    #expect(
      Layout(size: size, preset: .training, content: none).focusable
        == [.loss, .gradients, .cells])
    #expect(
      Layout(size: size, preset: .debugging, content: none).focusable
        == [.program, .instruction, .cells])
    #expect(
      Layout(size: size, preset: .attention, content: none).focusable == [.attention, .cells])
  }

  @Test func theSketchOfTwentyFourRows() throws {
    let layout = Layout(
      size: Size(columns: 80, rows: 24), preset: .training,
      content: Self.content { $0.hasRun = true })
    #expect(layout.panes[.status] == Rect(column: 0, row: 0, columns: 80, rows: 1))
    #expect(layout.panes[.prompt] == Rect(column: 0, row: 22, columns: 80, rows: 1))
    #expect(layout.panes[.footer] == Rect(column: 0, row: 23, columns: 80, rows: 1))
    let loss = try #require(layout.panes[.loss])
    let gradients = try #require(layout.panes[.gradients])
    #expect(loss.row == 1 && gradients.row == 1 && loss.rows == gradients.rows)
    #expect(gradients.column == loss.endColumn + 1)
  }
}
