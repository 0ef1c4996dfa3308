// The mouse on lines and maps: a click puts the cursor where it points, in any unit of x; the wheel
// zooms, and goes through the queries of attention.

import Interface
import Notebook
import Screen
import Testing

@Suite struct SeriesMouseTests {
  private static func press(_ app: inout App, _ action: MouseEvent.Action, _ place: Point) {
    _ = app.update(.input(.mouse(MouseEvent(action: action, place: place))))
  }

  /// The column of the cursor's line in the loss pane.
  private static func cursorColumn(_ app: App, _ area: Rect) -> Int? {
    let frame = app.render()
    return (area.column..<area.endColumn).first { column in
      frame[area.row + 2, column].text == "╎" && frame[area.row + 3, column].text == "╎"
        && column > area.column + 8
    }
  }

  @Test(arguments: ["", "x", "xx"]) func aClickReadsWhereItPoints(_ keys: String) throws {
    var app = SeriesTests.app(Size(columns: 200, rows: 60), keys)
    let area = try #require(app.state.layout.panes[.loss])
    for column in [area.column + 20, area.column + 60] {
      Self.press(&app, .press, Point(column: column, row: area.row + 4))
      #expect(app.state.focus == .loss)
      #expect(Self.cursorColumn(app, area) == column)
    }
    let left = try #require(app.state.series.steps.cursor)
    Self.press(&app, .press, Point(column: area.column + 70, row: area.row + 4))
    #expect(try #require(app.state.series.steps.cursor) > left)
    // Beside the canvas nothing is read.
    let before = app.state.series.steps.cursor
    Self.press(&app, .press, Point(column: area.column, row: area.row))
    #expect(app.state.series.steps.cursor == before)
  }

  @Test func aClickReadsACurve() throws {
    var app = SeriesTests.app(Size(columns: 200, rows: 60))
    let area = try #require(app.state.layout.panes[.plots])
    Self.press(&app, .press, Point(column: area.column + area.columns / 2, row: area.row + 4))
    let x = try #require(app.state.series.curves.cursor)
    #expect(x > -1 && x < 1)
  }

  @Test func theWheelZoomsWithoutTakingTheFocus() throws {
    var app = SeriesTests.app()
    let area = try #require(app.state.layout.panes[.loss])
    _ = AppTests.press(&app, .escape)
    let focus = app.state.focus
    let place = Point(column: area.column + 10, row: area.row + 3)
    Self.press(&app, .wheelUp, place)
    let width = try #require(app.state.series.steps.width)
    Self.press(&app, .wheelUp, place)
    #expect(try #require(app.state.series.steps.width) < width)
    for _ in 0..<3 { Self.press(&app, .wheelDown, place) }
    #expect(app.state.series.steps.width == nil)
    #expect(app.state.focus == focus)
  }

  @Test func theWheelGoesThroughQueries() throws {
    var app = AppTests.app(Samples.attention)
    let area = try #require(app.state.layout.panes[.attention])
    let place = Point(column: area.column + 4, row: area.row + 4)
    let query = app.state.attention.query
    Self.press(&app, .wheelDown, place)
    #expect(app.state.attention.query == query + 1)
    Self.press(&app, .wheelUp, place)
    #expect(app.state.attention.query == query)
  }

  /// A few rows of gradients leave room for a plot on a small screen, too.
  @Test func trainingShowsAPlotBelowFewGradients() throws {
    let app = SeriesTests.app()
    let (gradients, plots) = (app.state.layout.panes[.gradients], app.state.layout.panes[.plots])
    let upper = try #require(gradients)
    #expect(plots?.column == upper.column && plots?.row == upper.endRow + 1)
  }
}
