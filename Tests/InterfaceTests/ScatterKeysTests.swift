// The scatter plot under keys and mouse: what is read is what the data hold; points without a place
// are passed over; logarithmic axes.

import Interface
import Notebook
import Screen
import Testing

@Suite struct ScatterKeysTests {
  static let picture = ScatterPicture(
    xName: "rates", yName: "scores", valueName: "decays",
    x: [0.001, 0.01, 0.1, 1, 10, .nan, 0.05], y: [2.3, 2.2, 1.1, 0.2, 300, 1, .infinity],
    values: [0, 1, 2, 3, 4, 5, 6], names: ["a", "b", "c", "d", "e", "f", "g"], total: 7)

  static func app(
    _ picture: ScatterPicture, log: Bool, _ size: Size = Size(columns: 80, rows: 24),
    _ appearance: Appearance = .standard
  ) -> App {
    var plot = PlotOutput(title: "scatter(rates, scores)", content: .scatter(picture))
    if log { (plot.axes.xScale, plot.axes.yScale) = (.log, .log) }
    return PictureKeysTests.app([plot], size, appearance)
  }

  static func reading(_ place: Int) -> String {
    let data = picture
    func digits(_ value: Float) -> String {
      value.isNaN ? "NaN" : value.isInfinite ? "inf" : PictureKeysTests.digits(value)
    }
    return "\(data.names[place]): rates \(digits(data.x[place])), "
      + "scores \(digits(data.y[place])), decays \(place)"
  }

  @Test(arguments: [true, false]) func keysGoFromPointToPoint(_ log: Bool) throws {
    var app = Self.app(Self.picture, log: log)
    var places: [Int] = []
    let keys: [Key] = [.right, .right, .right, .right, .right, .left, .up, .down]
    for key in keys {
      #expect(AppTests.press(&app, key) == [])
      let place = try #require(PictureKeysTests.cursor(app, "scatter(rates, scores)"))
      places.append(place)
      #expect(PictureKeysTests.text(app).contains(Self.reading(place)), "\(key) \(place)")
    }
    if log { #expect(places.prefix(5) == [0, 1, 2, 3, 4]) }
    #expect(!places.contains(5) && !places.contains(6))
    // In the order of the list every point is reached, those without a place too.
    for _ in 0..<9 { _ = AppTests.press(&app, .pageDown) }
    #expect(PictureKeysTests.text(app).contains(Self.reading(6)))
    _ = AppTests.press(&app, .right, .home)
    #expect(PictureKeysTests.text(app).contains(Self.reading(0)))
  }

  @Test func aClickChoosesTheNearest() throws {
    var app = Self.app(Self.picture, log: true, Size(columns: 120, rows: 40))
    let area = try #require(app.state.layout.panes[.plots])
    var places: Set<Int> = []
    for row in stride(from: area.row, to: area.endRow, by: 2) {
      for column in stride(from: area.column, to: area.endColumn, by: 5) {
        _ = app.update(
          .input(
            .mouse(MouseEvent(action: .press, place: Point(column: column, row: row)))))
        guard let place = PictureKeysTests.cursor(app, "scatter(rates, scores)") else { continue }
        places.insert(place)
        #expect(PictureKeysTests.text(app).contains(Self.reading(place)))
      }
    }
    #expect(places == [0, 1, 2, 3, 4])
  }

  @Test func nothingIsTooSmallOrTooOdd() {
    let odd = [
      ScatterPicture(xName: "x", yName: "y", x: [], y: [], total: 0),
      ScatterPicture(xName: "x", yName: "y", x: [1, 2], y: [.nan], values: [3], total: 9),
      ScatterPicture(
        xName: "x", yName: "y", valueName: "v", x: [.infinity, -1, 0], y: [1, 2, 3],
        values: [.nan, 1], names: ["\u{1B}[2J"], total: 3),
      ScatterPicture(
        xName: "", yName: "", x: [Float.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
        y: [Float.leastNonzeroMagnitude, 0], total: 2),
    ]
    for picture in odd {
      for size in [Size(columns: 20, rows: 5), Size(columns: 61, rows: 16)] {
        for appearance in [Appearance.standard, .ascii] {
          for log in [true, false] {
            var app = Self.app(picture, log: log, size, appearance)
            for key in [Key.right, .down, .end, .pageDown, .up, .home, .pageUp, .left] {
              _ = AppTests.press(&app, key)
              #expect(app.render().size == size)
            }
            let place = Point(column: size.columns / 2, row: size.rows / 2)
            _ = app.update(.input(.mouse(MouseEvent(action: .press, place: place))))
          }
        }
      }
    }
  }
}
