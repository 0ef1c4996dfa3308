// Plots of data by keys and mouse: what is chosen is read with the value that the data have there,
// what is too large is scrolled, rows are sorted.

import Interface
import Notebook
import Plotting
import Screen
import Testing

@Suite struct PictureKeysTests {
  /// A screen whose plots pane has the keys, with these plots, the last on top.
  static func app(
    _ plots: [PlotOutput], _ size: Size = Size(columns: 80, rows: 24),
    _ appearance: Appearance = .standard
  ) -> App {
    var app = App(AppState(size: size, appearance: appearance))
    _ = app.update(
      .snapshot(Snapshot(title: "plots", cells: Samples.cells, plots: plots), at: 1))
    for _ in 0..<10 where app.state.focus != .plots { _ = AppTests.press(&app, .function(6)) }
    return app
  }

  static func app(_ title: String, _ size: Size = Size(columns: 80, rows: 24)) -> App {
    app(Samples.pictures.filter { $0.title == title }, size)
  }

  static func cursor(_ app: App, _ title: String) -> Int? {
    app.state.plotsPane.views[title]?.cursor
  }

  static func text(_ app: App) -> String { app.render().lines.joined(separator: "\n") }

  static func compact(_ value: Float, _ significant: Int = 4) -> String {
    NumberFormat.compact(Double(value), significant: significant)
  }

  static func digits(_ value: Float) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  /// What has to be read of a place, from the data and nothing else.
  static func reading(_ title: String, _ place: Int) -> String {
    switch title {
    case "W":
      return "W[\(place / 30), \(place % 30)] = \(digits(Samples.numbers.values[place]))"
    case "confusion":
      let data = Samples.confusion
      let (row, column) = (place / 5, place % 5)
      let start = row * 5
      let sum: Int = data.counts[start..<start + 5].reduce(0, +)
      return
        "is \(data.classes[row]), said \(data.classes[column]): \(data.counts[place]) of \(sum)"
    case "images":
      let tiles = Samples.tiles.groups.flatMap(\.tiles)
      let values = tiles[place].values
      let name = tiles[place].caption.isEmpty ? "filters \(place - 20)" : tiles[place].caption
      let (low, high) = (compact(values.min() ?? 0), compact(values.max() ?? 0))
      return "\(name): \(tiles[place].rows)×\(tiles[place].columns), \(low) … \(high), mean "
    case "map(embedding)":
      let map = Samples.wordMap
      var words: [String] = []
      for near in map.neighbours[place] {
        let cosine = NumberFormat.fixed(Double(near.similarity), decimals: 3)
        words.append("\(map.words[near.index]) \(cosine)")
      }
      return "nearest to \(map.words[place]) (cosine): " + words.joined(separator: "  ")
    case "next":
      let choice = Samples.choices.choices[place]
      return "\"\(choice.label)\" (choice \(choice.index)): p "
        + NumberFormat.compact(choice.probability, significant: 9)
    case "text":
      let token = Samples.tokens.tokens[place]
      let start = "token \(place) \"\(token.text)\""
      return token.probability.isNaN
        ? start + ", given"
        : start + ": p " + NumberFormat.fixed(token.probability, decimals: 4)
    case "contour(L)":
      let value = Samples.contour.values[place]
      let x = NumberFormat.compact(Double(place % 21) / 5 - 2)
      let y = NumberFormat.compact(1 - Double(place / 21) / 5)
      return "w \(x), b \(y): \(digits(value))"
    case "boundary":
      let value = Samples.boundary.values[place]
      let x = NumberFormat.compact(Double(place % 9) / 8)
      let y = NumberFormat.compact(1 - Double(place / 9) / 4)
      return "x \(x), y \(y): P(1) \(digits(value))"
    default:
      let count = NumberFormat.grouped(place * place)
      let low = NumberFormat.compact(Double(place) / 5 - 2)
      let high = NumberFormat.compact(Double(place + 1) / 5 - 2)
      return "\(low) … \(high): \(count) of 2,470"
    }
  }

  @Test(arguments: Samples.pictures.map(\.title), [80, 200])
  func whatIsReadIsWhatTheDataHold(_ title: String, _ columns: Int) throws {
    var app = Self.app(title, Size(columns: columns, rows: columns == 80 ? 24 : 60))
    let keys: [Key] = [
      .down, .right, .right, .down, .end, .up, .left, .pageUp, .home, .pageDown, .right, .down,
      .pageDown, .left, .up, .end, .home, .down,
    ]
    var places: Set<Int> = []
    for key in keys {
      #expect(AppTests.press(&app, key) == [])
      let place = try #require(Self.cursor(app, title))
      places.insert(place)
      let wanted = Self.reading(title, place)
      #expect(Self.text(app).contains(wanted), "\(key): \(wanted)")
    }
    #expect(places.count > 4)
  }

  @Test(arguments: Samples.pictures.map(\.title))
  func aClickChoosesWhatIsUnderIt(_ title: String) throws {
    var app = Self.app(title, Size(columns: 120, rows: 40))
    let area = try #require(app.state.layout.panes[.plots])
    var places: Set<Int> = []
    for row in stride(from: area.row, to: area.endRow, by: 3) {
      for column in stride(from: area.column, to: area.endColumn, by: 5) {
        _ = app.update(
          .input(
            .mouse(MouseEvent(action: .press, place: Point(column: column, row: row)))))
        guard let place = Self.cursor(app, title) else { continue }
        places.insert(place)
        #expect(Self.text(app).contains(Self.reading(title, place)))
      }
    }
    #expect(places.count > 3, "\(places)")
  }

  @Test func aClickOnANumberReadsIt() throws {
    var app = Self.app("W")
    let lines = app.render().lines
    let area = try #require(app.state.layout.panes[.plots])
    // The first number of the fourth row, below title and indices.
    let row = area.row + 2 + 3
    let cells = Array(lines[row])
    let column = try #require(
      (area.column + 2..<area.endColumn).first { cells[$0] != " " && cells[$0 - 1] == " " })
    _ = app.update(
      .input(.mouse(MouseEvent(action: .press, place: Point(column: column, row: row)))))
    #expect(Self.cursor(app, "W") == 90)
    #expect(app.state.focus == .plots)
  }

  @Test func keysChooseThePlot() {
    var app = Self.app(Samples.pictures)
    #expect(app.state.plotsPane.chosen == nil)
    _ = AppTests.press(&app, .tab)
    #expect(app.state.plotsPane.chosen == "boundary")
    #expect(app.state.message == "2 of 9: boundary")
    _ = AppTests.press(&app, .backTab, .backTab)
    #expect(app.state.plotsPane.chosen == "W")
    #expect(Self.text(app).contains("W [40, 30]"))
    // Alone it has the pane; again all are there.
    let shared = app.state.layout.panes[.plots]
    _ = AppTests.press(&app, .enter)
    #expect(app.state.plotsPane.isAlone)
    #expect(app.state.layout.panes[.plots] == shared)
    #expect(!Self.text(app).contains("confusion "))
    _ = AppTests.press(&app, .enter)
    #expect(!app.state.plotsPane.isAlone)
    // A plot that is pinned is seen at once.
    _ = app.update(
      .snapshot(
        Snapshot(
          plots: Samples.pictures + [PlotOutput(title: "V", content: .matrix(Samples.numbers))]),
        at: 2))
    #expect(app.state.plotsPane.chosen == nil)
    #expect(Self.text(app).contains("V [40, 30]"))
  }

  @Test func aLineKeepsItsOwnKeys() {
    var app = App(AppState(size: Size(columns: 200, rows: 60)))
    var snapshot = SeriesTests.snapshot
    snapshot.plots += [Samples.pictures[0]]
    _ = app.update(.snapshot(snapshot, at: 1))
    for _ in 0..<10 where app.state.focus != .plots { _ = AppTests.press(&app, .function(6)) }
    _ = AppTests.press(&app, .right)
    #expect(Self.cursor(app, "W") == 0 && app.state.series.curves.cursor == nil)
    _ = AppTests.press(&app, .tab, .end, .left)
    #expect(app.state.plotsPane.chosen == "tanh")
    #expect(Self.cursor(app, "W") == 0 && app.state.series.curves.cursor != nil)
  }

  @Test func rowsAreSortedByTheChosenColumn() {
    var app = Self.app("W")
    _ = AppTests.press(&app, .right, .right, .right, .character("s"))
    #expect(Self.text(app).contains("rows by column 2, greatest first"))
    _ = AppTests.press(&app, .home)
    // The first row holds the greatest of the column; the cursor names its own index.
    let values = Samples.numbers.values
    let column: [Float] = (0..<40).map { (row: Int) -> Float in values[row * 30 + 2] }
    let greatest = column.firstIndex(of: column.max() ?? 0) ?? 0
    #expect(Self.cursor(app, "W") == greatest * 30)
    _ = AppTests.press(&app, .right, .right, .character("s"), .home)
    let least = column.firstIndex(of: column.min() ?? 0) ?? 0
    #expect(Self.cursor(app, "W") == least * 30)
    #expect(Self.text(app).contains("W[\(least), 0]"))
    _ = AppTests.press(&app, .right, .right, .character("s"), .home)
    #expect(Self.cursor(app, "W") == 0)
  }

  @Test func confusionsAndBarsAreSorted() {
    var app = Self.app("confusion")
    _ = AppTests.press(&app, .right, .right, .right, .character("s"), .home, .right, .right)
    // What was most often taken for a cat stands on top.
    #expect(Self.cursor(app, "confusion") == 2 * 5 + 2)
    _ = AppTests.press(&app, .down)
    #expect(Self.cursor(app, "confusion") == 1 * 5 + 2)
    #expect(Self.text(app).contains("is ev, said kedi: 4 of 30"))
    var bars = Self.app("next")
    _ = AppTests.press(&bars, .down, .character("s"), .character("s"), .home)
    #expect(Self.cursor(bars, "next") == 29)
    #expect(Self.text(bars).contains("least first"))
  }

  @Test func theWheelScrollsThePlotUnderIt() throws {
    var app = Self.app(
      ["text", "W"].compactMap { title in
        Samples.pictures.first { $0.title == title }
      }, Size(columns: 80, rows: 46))
    let area = try #require(app.state.layout.panes[.plots])
    let below = Point(column: area.column + 3, row: area.endRow - 2)
    _ = app.update(.input(.mouse(MouseEvent(action: .wheelDown, place: below))))
    #expect(app.state.plotsPane.views["text"]?.scroll == 3)
    #expect(app.state.plotsPane.views["W"] == nil)
    for _ in 0..<100 {
      _ = app.update(.input(.mouse(MouseEvent(action: .wheelDown, place: below))))
    }
    // Scrolling back begins at once.
    let last = app.state.plotsPane.views["text"]?.scroll ?? 0
    #expect(last > 3 && last < 40)
    _ = app.update(.input(.mouse(MouseEvent(action: .wheelUp, place: below))))
    #expect(app.state.plotsPane.views["text"]?.scroll == last - 3)
  }

  @Test func whatIsGoneIsNotRead() {
    var app = Self.app("W")
    _ = AppTests.press(&app, .end)
    var small = Samples.numbers
    (small.rows, small.columns, small.shape) = (2, 2, [2, 2])
    small.values = [1, 2, .nan, .infinity]
    _ = app.update(
      .snapshot(Snapshot(plots: [PlotOutput(title: "W", content: .matrix(small))]), at: 3))
    #expect(Self.text(app).contains("W[1, 1] = inf"))
    _ = AppTests.press(&app, .left)
    #expect(Self.text(app).contains("W[1, 0] = NaN"))
  }

  /// Nothing at all, sizes that lie, every small screen.
  @Test func nothingIsTooSmallOrTooOdd() {
    var empty = Samples.numbers
    (empty.rows, empty.columns, empty.values) = (Int.max, Int.max, [1, 2, 3])
    var odd = Samples.pictures.map { $0 }
    odd += [
      PlotOutput(title: "odd", content: .matrix(empty)),
      PlotOutput(title: "none", content: .tiles(TilePicture(groups: []))),
      PlotOutput(title: "no", content: .text(ShadedText(tokens: [], separator: ""))),
      PlotOutput(
        title: "zero", content: .histogram(name: "", lower: .nan, upper: .nan, counts: [])),
      PlotOutput(
        title: "words",
        content: .map(
          WordMap(
            words: ["a", "b"], x: [.nan, 1], y: [1, .nan], shares: [], neighbours: [], total: 2))),
      PlotOutput(
        title: "is", content: .confusion(ConfusionMatrix(classes: ["a", "b"], counts: [1]))),
    ]
    let keys: [Key] = [
      .down, .right, .end, .pageDown, .up, .character("s"), .home, .pageUp, .enter, .left,
    ]
    for plot in odd {
      for size in [
        Size(columns: 20, rows: 5), Size(columns: 61, rows: 16), Size(columns: 90, rows: 30),
      ] {
        for appearance in [Appearance.standard, .ascii] {
          var app = Self.app([plot], size, appearance)
          for key in keys {
            _ = AppTests.press(&app, key)
            #expect(app.render().size == size)
          }
          for row in stride(from: 0, to: size.rows, by: 2) {
            let place = Point(column: size.columns / 2, row: row)
            _ = app.update(.input(.mouse(MouseEvent(action: .press, place: place))))
            _ = app.update(.input(.mouse(MouseEvent(action: .wheelDown, place: place))))
          }
        }
      }
    }
  }

  @Test(arguments: ["confusion", "images", "map(embedding)", "text"])
  func matchesTheRecordedFrames(_ title: String) throws {
    let portrait = Portrait.text { size, appearance in
      var app = Self.app(Samples.pictures.filter { $0.title == title }, size, appearance)
      for key in [Key.right, .right, .down, .right] { _ = AppTests.press(&app, key) }
      return app.render()
    }
    try Fixture.expect(portrait, "picture-\(title.prefix { $0.isLetter })")
  }
}
