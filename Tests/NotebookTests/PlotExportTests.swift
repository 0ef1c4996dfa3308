// export: which file, what data. The tables hold what the run recorded and the tensors hold.

import Engine
import Language
import Notebook
import Testing

struct PlotExportTests {
  /// A notebook that has trained, and the tables that `export` asks for in it.
  private func trained() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "w = param([2, 3], init=normal)\nL = mean((w - 1) ** 2)",
      "train L with sgd(lr=0.1) steps=4")
    return notebook
  }

  private func records(
    _ notebook: Notebook, _ command: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String]] {
    notebook.run(command, sourceLocation: sourceLocation)
    let request = try #require(notebook.exports.first, sourceLocation: sourceLocation)
    let table = try #require(request.table, sourceLocation: sourceLocation)
    #expect(table.text.hasSuffix("\r\n"))
    let lines = table.text.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(table.records == lines.count - 1, sourceLocation: sourceLocation)
    return lines
  }

  @Test func seriesAreExact() throws {
    let notebook = trained()
    let lines = try records(notebook, "export loss.csv loss")
    #expect(
      lines[0] == [
        "series", "first_step", "last_step", "last", "minimum", "maximum", "nan", "infinite",
      ])
    let buckets = try #require(notebook.snapshot().run?.series.first?.buckets)
    #expect(lines.count == buckets.count + 1)
    for (line, bucket) in zip(lines.dropFirst(), buckets) {
      #expect(line[0] == "L" && line[1] == String(bucket.firstStep))
      #expect(Float(line[3]) == bucket.last)
    }
  }

  @Test func matricesHaveTheTensorsIndices() throws {
    let notebook = trained()
    let lines = try records(notebook, "export w.csv w")
    #expect(lines[0] == ["i0", "i1", "value"])
    let values = notebook.values("w")
    #expect(lines.count == values.count + 1)
    for (place, value) in values.enumerated() {
      #expect(lines[place + 1][..<2] == [String(place / 3), String(place % 3)])
      #expect(Float(lines[place + 1][2]) == value)
    }
  }

  @Test func curvesAndHistograms() throws {
    let notebook = trained()
    let curves = try records(notebook, "export tanh.csv tanh over -2..2")
    #expect(curves[0] == ["curve", "x", "y"])
    #expect(curves.count == 2 * 201 + 1)
    #expect(curves[1][1] == "-2" && curves[201][1] == "2")
    let bins = try records(notebook, "export h.csv histogram(w)")
    #expect(bins[0] == ["name", "bin_lower", "bin_upper", "count"])
    #expect(bins.dropFirst().compactMap { Int($0[3]) }.reduce(0, +) == 6)
    #expect(Float(bins[1][1]) == notebook.values("w").min())
    #expect(Float(bins[bins.count - 1][2]) == notebook.values("w").max())
  }

  @Test func gradientsByLayer() throws {
    let lines = try records(trained(), "export g.csv gradients")
    #expect(lines[0][0] == "layer")
    #expect(lines.count == 5)
  }

  @Test func attentionHasEveryHead() throws {
    let notebook = Notebook()
    notebook.run(
      "net = attention(heads=2)\ny = net([[1, 2], [3, 4], [5, 6]])", "attention net")
    let lines = try records(notebook, "export a.csv attention")
    #expect(lines[0][0] == "head" && lines[0].last == "masked")
    #expect(lines.count == 2 * 3 * 3 + 1)
    #expect(Set(lines.dropFirst().map { $0[0] }).count == 2)
    let sum = lines[1...3].compactMap { Float($0[5]) }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-5)
  }

  @Test func everyPlotOfTheCatalogueHasATable() throws {
    for descriptor in Catalogue.standard.descriptors where descriptor.kind == .plot {
      let notebook = Notebook()
      let commands = descriptor.example.split(separator: "\n").map(String.init)
      notebook.run(commands.joined(separator: "\n"))
      let last = try #require(notebook.snapshot().plots.last, "\(descriptor.name)")
      let table = PlotCSV.table([last])
      #expect(table.records > 0, "\(descriptor.name)")
    }
  }

  @Test func fieldsAreQuotedWhereTheyMustBe() {
    let plot = PlotOutput(
      title: "t",
      content: .curves(x: [0.1, .nan], [Curve(name: "a \"b\", c\nd", values: [1, -.infinity])]))
    #expect(
      PlotCSV.table([plot]).text
        == "curve,x,y\r\n\"a \"\"b\"\", c\nd\",0.1,1\r\n\"a \"\"b\"\", c\nd\",NaN,-Infinity\r\n")
  }

  // MARK: The verb

  @Test func whatAndWhere() throws {
    let notebook = trained()
    notebook.home = "/home/a"
    notebook.run("export ~/out/loss.svg loss columns=120 rows=30 theme=light")
    let request = try #require(notebook.exports.first)
    #expect(request.path == "/home/a/out/loss.svg")
    #expect(request.format == .svg)
    #expect(request.columns == 120 && request.rows == 30 && request.theme == "light")
    notebook.run("export screen.ANSI")
    #expect(notebook.exports.map(\.subject) == [.screen(nil)])
    notebook.run("export \"my file.txt\" loss\nexport b.csv loss")
    #expect(notebook.exports.map(\.path) == ["my file.txt", "b.csv"])
  }

  @Test func aFailedCellWritesNothing() {
    let notebook = trained()
    _ = notebook.apply("export a.csv loss\nnonsense")
    #expect(notebook.exports.isEmpty)
    notebook.run("export a.csv loss", "x = 1")
    #expect(notebook.exports.isEmpty)
  }

  @Test func itIsNoPartOfTheSession() {
    let notebook = trained()
    let before = notebook.sessionText()
    notebook.run("export a.csv loss")
    #expect(notebook.sessionText() == before)
  }

  @Test func insideARunItIsTheMomentsData() throws {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nL = mean((w - 1) ** 2)",
      "train L with sgd(lr=0.1) steps=9 {\n  every 3 { export loss.csv loss }\n  at 5 { export s.txt }\n}"
    )
    let counts = notebook.exports.compactMap { $0.table?.records }
    #expect(counts == [3, 6, 9])
    guard
      case .screen(let snapshot?)? = notebook.exports.first(where: { $0.format == .text })?.subject
    else {
      Issue.record("no screen")
      return
    }
    #expect(snapshot.run?.step == 5)
  }

  @Test func filesAreReplacedAndItIsSaid() throws {
    let folder = TemporaryFolder()
    let notebook = trained()
    notebook.run("export \"\(folder.path)/loss.csv\" loss")
    let request = try #require(notebook.exports.first)
    let text = try #require(request.table?.text)
    #expect(try request.write(text) == "wrote \(folder.path)/loss.csv")
    #expect(try request.write(text) == "replaced \(folder.path)/loss.csv")
    var elsewhere = request
    elsewhere.path = "\(folder.path)/nowhere/loss.csv"
    #expect(throws: Diagnostic.self) { try elsewhere.write(text) }
  }

  @Test func completion() {
    func complete(_ line: String) -> [String] {
      Completion.candidates(line: line, cursor: line.utf8.count, names: SessionNames()).candidates
    }
    #expect(complete("expor") == ["export"])
    #expect(complete("export a.csv los").contains("loss"))
    #expect(complete("export a.csv bou").contains("boundary("))
    #expect(complete("export lo").isEmpty)
  }
}
