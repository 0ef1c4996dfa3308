// The plots of data show what the program computes: each picture is compared with the tensors that
// it is made of.

import Language
import Notebook
import Testing

struct PictureTests {
  /// The content of the plot that a cell shows.
  private func content(_ notebook: Notebook, _ source: String) -> PlotOutput.Content? {
    let cell = notebook.apply(source)
    if let error = cell.error {
      Issue.record("\(error.rendered(in: source).joined(separator: "\n"))")
    }
    for output in cell.outputs { if case .plot(let plot) = output { return plot.content } }
    return nil
  }

  private func live(_ notebook: Notebook) -> PlotOutput.Content? {
    notebook.snapshot().plots.last?.content
  }

  private let classifier = """
    data = iris()
    net = dense(6) | tanh | dense(3)
    L = cross_entropy(net(data.x), data.y)
    """

  // MARK: Confusion

  @Test func confusionCountsAsTheEngineDoes() throws {
    let notebook = Notebook()
    notebook.run(classifier, "train L with adam(lr=0.05) steps=20")
    let expected = notebook.values("confusion_matrix(net(data.x), data.y)")
    guard case .confusion(let matrix)? = content(notebook, "plot confusion(net(data.x), data.y)")
    else {
      Issue.record("no confusion matrix")
      return
    }
    #expect(matrix.counts.map(Float.init) == expected)
    #expect(matrix.classes == ["setosa", "versicolor", "virginica"])
    // It follows the training.
    notebook.run("train 60")
    guard case .confusion(let later)? = live(notebook) else {
      Issue.record("no live matrix")
      return
    }
    #expect(later.counts != matrix.counts)
    #expect(
      later.counts.map(Float.init) == notebook.values("confusion_matrix(net(data.x), data.y)"))
  }

  @Test func oneOutputHasTwoClasses() {
    let notebook = Notebook()
    guard
      case .confusion(let matrix)? = content(
        notebook, "plot confusion([0.1, 0.9, 0.6, nan], [0, 1, 0, 1], [\"no\", \"yes\"])")
    else {
      Issue.record("no confusion matrix")
      return
    }
    #expect(matrix.counts == [1, 1, 0, 1])
    #expect(matrix.classes == ["no", "yes"])
    #expect(
      notebook.lines("plot confusion([0.1, 0.9], [0, 1])") == [
        "plot confusion([0.1, 0.9], [0, 1]): 2 examples, 2 right (1)",
        "  is \\ said  0  1  n  precision  recall  F1",
        "  0          1  ·  1          1       1   1",
        "  1          ·  1  1          1       1   1",
      ])
  }

  // MARK: Images and filters

  @Test func imagesAreTheRowsWithTheirAnswers() throws {
    let notebook = Notebook()
    notebook.run("data = digits()", "net = dense(10)", "s = net(data.x[0:9])")
    let said = notebook.values("argmax(s, axis=-1)")
    let labels = notebook.values("data.y[0:9]")
    guard
      case .tiles(let picture)? = content(
        notebook, "plot images(data.x[0:9], data.y[0:9], net)")
    else {
      Issue.record("no images")
      return
    }
    let tiles = try #require(picture.groups.first?.tiles)
    #expect(tiles.count == 9)
    for (place, tile) in tiles.enumerated() {
      #expect(tile.values == notebook.values("data.x[\(place)]"))
      #expect(tile.isRight == (said[place] == labels[place]))
      let (word, truth) = (Int(said[place]), Int(labels[place]))
      #expect(tile.caption == (said[place] == labels[place] ? "\(truth)" : "✗ \(word)≠\(truth)"))
    }
    guard
      case .tiles(let wrong)? = content(
        notebook, "plot images(data.x[0:9], data.y[0:9], net, wrong=true, limit=60)")
    else {
      Issue.record("no wrong images")
      return
    }
    #expect(wrong.groups[0].tiles.count == zip(said, labels).count { $0 != $1 })
    #expect(wrong.groups[0].tiles.allSatisfy { $0.isRight == false })
  }

  @Test func filtersAndFeaturesAreTheTensors() throws {
    let notebook = Notebook()
    notebook.run(
      "low = conv2d(3, 3, padding=1)", "net = low | relu | conv2d(2, 3) | flatten | dense(2)",
      "x = uniform([1, 1, 6, 6])", "y = net(x)")
    guard case .tiles(let filters)? = content(notebook, "plot filters(low)") else {
      Issue.record("no filters")
      return
    }
    #expect(filters.groups[0].tiles.flatMap(\.values) == notebook.values("low.weight"))
    guard case .tiles(let features)? = content(notebook, "plot features(net, x[0])") else {
      Issue.record("no features")
      return
    }
    #expect(features.groups.count == 2)
    #expect(features.groups[0].tiles.flatMap(\.values) == notebook.values("low(x)"))
    #expect(features.groups[1].tiles.map { $0.rows } == [4, 4])
  }

  @Test func neuronsAreTheUnitsOnThePlane() throws {
    let notebook = Notebook()
    notebook.run(
      "x, y = moons(n=20)", "net = dense(3) | tanh | dense(1) | sigmoid",
      "L = binary_cross_entropy(net(x), reshape(y, [20, 1]))", "train L with sgd(lr=0.5) steps=3")
    guard case .tiles(let picture)? = content(notebook, "plot neurons(net)") else {
      Issue.record("no neurons")
      return
    }
    #expect(picture.groups.map(\.tiles.count) == [3, 1])
    // The corner of the plane, from the data.
    let points = notebook.values("x")
    let across = stride(from: 0, to: points.count, by: 2).map { points[$0] }
    let up = stride(from: 1, to: points.count, by: 2).map { points[$0] }
    let (low, high) = (try #require(across.min()), try #require(across.max()))
    let (bottom, highest) = (try #require(up.min()), try #require(up.max()))
    let left = low - max((high - low) * 0.1, 0.05)
    let top = highest + max((highest - bottom) * 0.1, 0.05)
    let hidden = notebook.values("tanh(net.0([[\(left), \(top)]]))")
    let output = notebook.values("net([[\(left), \(top)]])")
    for (tile, value) in zip(picture.groups[0].tiles, hidden) {
      #expect((tile.values[0] - value).magnitude < 1e-5)
    }
    #expect((picture.groups[1].tiles[0].values[0] - output[0]).magnitude < 1e-5)
  }

  @Test func boundariesKnowTheirMargins() throws {
    let notebook = Notebook()
    notebook.run(
      "x, y = spiral(n=30, classes=3, noise=0.1, seed=1)", "net = dense(8) | tanh | dense(3)",
      "L = cross_entropy(net(x), y)", "train L with adam(lr=0.05) steps=20")
    guard case .boundary(let grid)? = content(notebook, "plot boundary(net)") else {
      Issue.record("no boundary")
      return
    }
    let (left, top) = (grid.x.lowerBound, grid.y.upperBound)
    let shares = notebook.values("softmax(net([[\(left), \(top)]])[0])").sorted(by: >)
    #expect((grid.margins[0] - (shares[0] - shares[1])).magnitude < 1e-5)
    #expect(grid.margins.count == grid.values.count)
    #expect(grid.margins.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  // MARK: Word map

  @Test func aLineHasOneComponent() {
    let notebook = Notebook()
    guard
      case .map(let map)? = content(
        notebook, "plot map([[0, 0, 0], [3, 4, 0], [-6, -8, 0]], [\"o\", \"a\", \"b\"])")
    else {
      Issue.record("no map")
      return
    }
    // The mean is (−1, −4/3): distances along (3, 4)/5, the farthest positive.
    #expect(
      zip(map.x, [-5.0 / 3, -20.0 / 3, 25.0 / 3]).allSatisfy { ($0 - Float($1)).magnitude < 1e-5 })
    #expect(map.y.allSatisfy { $0.magnitude < 1e-5 })
    #expect((map.shares[0] - 1).magnitude < 1e-12 && map.shares[1].magnitude < 1e-12)
    #expect(map.neighbours[1].map(\.index) == [2])
    #expect((map.neighbours[1][0].similarity + 1).magnitude < 1e-6)
  }

  /// The axes hold as much variance as the eigenvalues of the covariance, whichever way round it is
  /// computed, and coordinates along them do not correlate.
  @Test(arguments: [[12, 5], [5, 12], [30, 30], [1, 4], [40, 1]])
  func componentsAreOrthogonal(_ shape: [Int]) {
    let notebook = Notebook()
    notebook.run("v = param([\(shape[0]), \(shape[1])], init=normal(0, 1))")
    guard case .map(let map)? = content(notebook, "plot map(v)") else {
      Issue.record("no map")
      return
    }
    let values = notebook.values("v").map(Double.init)
    var total = 0.0
    for column in 0..<shape[1] {
      let numbers = (0..<shape[0]).map { values[$0 * shape[1] + column] }
      let mean = numbers.reduce(0, +) / Double(shape[0])
      total += numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let (x, y) = (map.x.map(Double.init), map.y.map(Double.init))
    let (xx, yy) = (x.reduce(0) { $0 + $1 * $1 }, y.reduce(0) { $0 + $1 * $1 })
    #expect((xx - map.shares[0] * total).magnitude < 1e-5 * max(1, total))
    #expect((yy - map.shares[1] * total).magnitude < 1e-5 * max(1, total))
    #expect(zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }.magnitude < 1e-4 * max(1, total))
    #expect(xx >= yy)
    #expect(map.words.count == shape[0])
  }

  // MARK: Choices and texts

  private let language = """
    t = tokens("the man sees the boy and the boy sees the man")
    net = embedding(5, 8) | dense(5)
    x, y = windows(t, length=3, target=sequence)
    L = cross_entropy(net(x), y)
    train L with adam(lr=0.05) steps=30
    """

  @Test func choicesAreTheSoftmax() {
    let notebook = Notebook()
    notebook.run(language)
    let shares = notebook.values("softmax(net(t[0:2])[-1] / 0.5)").map(Double.init).sorted(by: >)
    guard
      case .probabilities(let choices)? = content(
        notebook, "plot next(net, \"the man\", tokens=t, k=3, temperature=0.5)")
    else {
      Issue.record("no choices")
      return
    }
    for (choice, share) in zip(choices.choices, shares) {
      #expect((choice.probability - share).magnitude < 1e-5)
    }
    #expect(choices.restCount == 2)
    let sum = choices.choices.reduce(choices.rest) { $0 + $1.probability }
    #expect((sum - 1).magnitude < 1e-12)
    guard
      case .probabilities(let same)? = content(
        notebook, "plot probabilities(net(t[0:2]), t, k=3, temperature=0.5)")
    else {
      Issue.record("no choices of scores")
      return
    }
    #expect(same.choices.map(\.index) == choices.choices.map(\.index))
    // What is probabilities already stays so.
    guard case .probabilities(let given)? = content(notebook, "plot probabilities([0.5, 0.3, 0.2])")
    else { return }
    #expect(given.choices.map { ($0.probability * 10).rounded() } == [5, 3, 2])
  }

  @Test func aShadedTextIsTheGeneratedOne() {
    let notebook = Notebook()
    notebook.run(language)
    let text = notebook.lines(
      "print generate(net, \"the man\", steps=8, tokens=t, temperature=0.7)")
    guard
      case .text(let shaded)? = content(
        notebook, "plot text(net, \"the man\", steps=8, tokens=t, temperature=0.7)")
    else {
      Issue.record("no text")
      return
    }
    #expect(shaded.tokens.map(\.text).joined(separator: shaded.separator) == text.first)
    #expect(shaded.tokens.map(\.isGiven) == [true, true] + Array(repeating: false, count: 8))
    #expect(shaded.tokens[0].probability.isNaN)
    let second = notebook.values("softmax(net(t[0:1])[-1] / 0.7)[1]")
    #expect((Float(shaded.tokens[1].probability) - second[0]).magnitude < 1e-5)
  }

  // MARK: Contours

  private let valley = """
    w = param([2], init=ones)
    set w = [-1.5, 1.5]
    L = (1 - w[0]) ** 2 + 10 * (w[1] - w[0] ** 2) ** 2
    """

  @Test func contoursAreTheLossAndLeaveNoTrace() throws {
    let notebook = Notebook()
    notebook.run(
      valley, "train L with sgd(lr=0.005) steps=12", "set w = [-1.5, 1.5]",
      "train L with adam(lr=0.1) steps=8")
    let digest = notebook.digest()
    let values = notebook.values("w")
    guard case .contour(let contour)? = content(notebook, "plot contour(L, w[0], w[1])") else {
      Issue.record("no contour")
      return
    }
    #expect(notebook.digest() == digest)
    #expect(contour.paths.map(\.name) == ["sgd(lr=0.005)", "adam(lr=0.1)"])
    #expect(contour.paths.map(\.steps) == [Array(0...12), Array(0...8)])
    for path in contour.paths {
      #expect(path.x.first == -1.5 && path.y.first == 1.5)
      #expect(path.first == contour.paths[0].first)
    }
    #expect(contour.paths[1].x.last == values[0] && contour.paths[1].y.last == values[1])
    #expect(contour.paths[1].last == notebook.values("L")[0])
    // Every value is that of the loss there.
    for place in [0, 7, contour.values.count / 2, contour.values.count - 1] {
      let (row, column) = (place / contour.columns, place % contour.columns)
      let s = Float(column) / Float(contour.columns - 1)
      let t = Float(row) / Float(contour.rows - 1)
      let a = contour.x.lowerBound + s * (contour.x.upperBound - contour.x.lowerBound)
      let b = contour.y.upperBound - t * (contour.y.upperBound - contour.y.lowerBound)
      let loss = (1 - a) * (1 - a) + 10 * (b - a * a) * (b - a * a)
      #expect((contour.values[place] - loss).magnitude < 1e-3 * max(1, loss))
    }
  }

  /// Runs that moved the same parameters for another loss are on the surface, too; those of other
  /// parameters are not.
  @Test func waysOfOtherLossesOfTheSameParameters() throws {
    let notebook = Notebook()
    notebook.run(
      valley, "M = L + 0", "v = param([2])", "train M with sgd(lr=0.005) steps=3",
      "train mean(v ** 2) with sgd(lr=0.1) steps=3", "train L with sgd(lr=0.005) steps=4")
    guard case .contour(let contour)? = content(notebook, "plot contour(L, w[0], w[1])") else {
      Issue.record("no contour")
      return
    }
    #expect(contour.paths.map(\.name) == ["M", "L"])
    #expect(contour.paths.map(\.steps) == [Array(0...3), Array(0...4)])
  }

  @Test func waysAreCutWhenARunGoesBack() throws {
    let notebook = Notebook()
    notebook.run(valley, "train L with sgd(lr=0.005) steps=20", "goto 5")
    func steps() -> [Int] {
      guard case .contour(let contour)? = content(notebook, "plot contour(L, w[0], w[1])") else {
        return []
      }
      return contour.paths.last?.steps ?? []
    }
    #expect(steps().last.map { $0 <= 5 } == true)
    notebook.run("train 3")
    let after = steps()
    #expect(after == after.sorted() && Set(after).count == after.count)
    #expect(after.last.map { $0 <= 8 } == true)
  }

  @Test func waysAreBounded() {
    let notebook = Notebook()
    notebook.run(valley, "train L with sgd(lr=0.0005) steps=3000")
    guard case .contour(let contour)? = content(notebook, "plot contour(L, w[0], w[1])") else {
      Issue.record("no contour")
      return
    }
    let steps = contour.paths[0].steps
    #expect(steps.first == 0 && steps.last == 3000)
    #expect(steps.count <= 200 && steps.count > 80)
  }

  @Test func directionsOfAWholeNetwork() throws {
    let notebook = Notebook()
    notebook.run(classifier, "train L with adam(lr=0.02) steps=30")
    let digest = notebook.digest()
    let loss = notebook.values("L")[0]
    guard case .contour(let path)? = content(notebook, "plot contour(L)"),
      case .contour(let random)? = content(notebook, "plot contour(L, directions=random)")
    else {
      Issue.record("no contours")
      return
    }
    #expect(notebook.digest() == digest)
    #expect(path.xName.hasPrefix("PC1") && random.xName == "a random direction")
    for contour in [path, random] {
      #expect(contour.paths.count == 1)
      // The run stands in the origin.
      let end = try #require(contour.paths[0].x.last)
      #expect(end.magnitude < 1e-5)
      #expect((contour.paths[0].last - loss).magnitude < 1e-5)
      #expect(contour.values.allSatisfy { $0.isFinite })
    }
  }

  // MARK: Live and elsewhere

  /// Whatever is pinned: a run goes on beside it to the same bits, and its pictures are there.
  @Test func picturesDoNotDisturbATraining() {
    let plots = [
      "plot confusion(net(data.x), data.y)", "plot contour(L)", "plot filters(net.0.weight)",
      "plot map(net.0.weight)", "plot probabilities(net(data.x[3]), data)",
      "plot images(data.x, data.y, net)",
    ]
    func digest(_ watched: Bool) -> String {
      let notebook = Notebook()
      notebook.run(
        "data = digits()", "net = dense(6) | tanh | dense(10)",
        "L = cross_entropy(net(data.x[0:40]), data.y[0:40])")
      notebook.run("train L with adam(lr=0.01) steps=2")
      if watched { for plot in plots { notebook.apply(plot) } }
      let control = ScriptedControl(
        notebook, entries: [3, 5].map { .init(step: $0, request: .publish) })
      notebook.apply("train 6", control: control)
      if watched {
        #expect(control.published.count >= 2)
        #expect(control.published.allSatisfy { $0.plots.count == plots.count })
      }
      return notebook.digest()
    }
    #expect(digest(true) == digest(false))
  }

  @Test func everyPictureIsJSONToo() {
    let notebook = Notebook()
    notebook.run(valley, language)
    for (source, kind) in [
      ("plot confusion([[1, 2]], [0])", "confusion"), ("plot images([[1, 2], [3, 4]])", "tiles"),
      ("plot map(net.0.weight, t)", "map"), ("plot next(net, \"the\", tokens=t)", "probabilities"),
      ("plot text(net, \"the\", tokens=t, steps=2)", "text"),
      ("plot contour(sum(w ** 2), w[0], w[1])", "contour"),
    ] {
      let cell = notebook.apply(source)
      let text = JSONOutput.line(cell)
      #expect(text.contains("\"plot\":\"\(kind)\""), "\(source): \(text.prefix(300))")
    }
  }
}
