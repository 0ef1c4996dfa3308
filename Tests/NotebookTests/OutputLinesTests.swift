import Language
import Notebook
import Testing

struct OutputLinesTests {
  func lines(_ output: Output) -> [String] { output.recordedLines.map(\.text) }

  func plot(_ title: String, _ content: PlotOutput.Content) -> [String] {
    lines(.plot(PlotOutput(title: title, content: content)))
  }

  func series(_ name: String, _ values: [Float]) -> SeriesSnapshot {
    SeriesSnapshot(
      name: name,
      buckets: values.enumerated().map { index, value in
        SeriesSnapshot.Bucket(
          firstStep: index + 1, lastStep: index + 1, minimum: value.isFinite ? value : .nan,
          maximum: value.isFinite ? value : .nan, last: value.isFinite ? value : .nan,
          nanCount: value.isNaN ? 1 : 0, infinityCount: value.isInfinite ? 1 : 0)
      })
  }

  @Test func textIsItsLines() {
    #expect(lines(.text("one\ntwo  \r\n\nthree\n")) == ["one", "two", "", "three"])
    #expect(lines(.text("")) == [""])
    #expect(
      Output.volatile("took 3 ms").recordedLines == [RecordedLine("took 3 ms", isVolatile: true)])
  }

  @Test func controlCharactersAreVisible() {
    #expect(
      lines(.text("a\u{1B}[31mb\tc\u{7F}\u{9B}\u{202E}\r!\u{2028}")) == [
        "a␛[31mb␉c␡\\u{9B}\\u{202E}␍!\\u{2028}"
      ])
    #expect(
      lines(.table(TableOutput(header: ["a\u{7}"], rows: [["x\ny"]]))) == ["a␇", "x␊y"])
  }

  @Test func fileLines() {
    #expect(RecordedLine("L = 1").fileLine == "#> L = 1")
    #expect(RecordedLine("1 ms", isVolatile: true).fileLine == "#~ 1 ms")
    #expect(RecordedLine("").fileLine == "#>")
  }

  @Test func anErrorIsRecordedLast() {
    let cell = Cell(
      number: 1, source: "f", outputs: [.text("a")], error: Diagnostic("unknown name 'f'"),
      status: .failed)
    #expect(cell.recordedLines.map(\.text) == ["a", "error: unknown name 'f'"])
  }

  @Test func tables() {
    let table = TableOutput(
      header: ["layer", "shape", "‖w‖"],
      rows: [["net.0", "[2, 8]", "1.5"], ["net.10", "[8]", "-12"], ["漢"]])
    #expect(
      lines(.table(table)) == [
        "layer   shape   ‖w‖",
        "net.0   [2, 8]  1.5",
        "net.10  [8]     -12",
        "漢",
      ])
    #expect(lines(.table(TableOutput(header: [], rows: []))) == [])
    #expect(
      lines(.table(TableOutput(header: ["n"], rows: [["10"], ["1,000"]]))) == [
        "    n", "   10", "1,000",
      ])
  }

  @Test func seriesPlots() {
    #expect(
      plot("loss", .series([series("loss", [0.7312, 0.0119, 0.0123])])) == [
        "plot loss: 3 points, 0.7312 → 0.0123, min 0.0119, max 0.7312"
      ])
    #expect(plot("loss", .series([series("loss", [2])])) == ["plot loss: 1 point, 2"])
    #expect(plot("loss", .series([series("loss", [])])) == ["plot loss: no points"])
    #expect(plot("loss", .series([])) == ["plot loss: no points"])
    #expect(
      plot("loss", .series([series("L", [1, .nan]), series("valid", [.infinity, 3])])) == [
        "plot L: 2 points, 1 → NaN, min 1, max 1, NaN 1",
        "plot valid: 2 points, NaN → 3, min 3, max 3, Infinity 1",
      ])
    var long = series("loss", [1, 2])
    long.buckets[1].lastStep = 900
    #expect(
      plot("loss", .series([long])) == ["plot loss: steps 1 … 900, last 2, min 1, max 2"])
  }

  @Test func gradientPlots() {
    let rows = [
      GradientRow(path: "net.0", norms: series("g", [0.5, 0.25]), last: 0.25, verdict: .healthy),
      GradientRow(path: "net.2", norms: series("g", [1e-9]), last: 1e-9, verdict: .vanishing),
      GradientRow(path: "net.4", norms: series("g", [1e9]), last: 1e9, verdict: .exploding),
    ]
    #expect(
      plot("gradients", .gradients(rows)) == [
        "plot gradients net.0: 2 points, 0.5 → 0.25, min 0.25, max 0.5",
        "plot gradients net.2: 1 point, 1e-09  ▼ vanishing",
        "plot gradients net.4: 1 point, 1e+09  ▲ exploding",
      ])
  }

  @Test func otherPlots() {
    #expect(
      plot("relu", .curves(x: [-1, 0, 1], [Curve(name: "relu", values: [0, 0, 1])])) == [
        "plot relu: 3 points, x -1 … 1, y 0 … 1, sum 1  norm 1"
      ])
    #expect(
      plot("h", .histogram(name: "w", lower: -1, upper: 1, counts: [1, 4, 2])) == [
        "plot histogram w: 7 values in -1 … 1", "  1 4 2",
      ])
    let grid = DecisionBoundary(
      columns: 2, rows: 2, x: -1...1, y: 0...1, values: [0, 1, 1, 1], classes: 2,
      points: [DataPoint(x: 0, y: 0, label: 1)])
    #expect(
      plot("boundary", .boundary(grid)) == [
        "plot boundary: 2×2 cells, x -1 … 1, y 0 … 1, 1 points",
        "  class 0 1 cells, class 1 3 cells",
      ])
    var soft = grid
    soft.values = [0.5, 0, 0, 0]
    #expect(plot("boundary", .boundary(soft))[1] == "  sum 0.5  norm 0.5")
    let view = MatrixView(
      name: "w", shape: [4, 1, 2], role: .parameter, rows: 1, columns: 2, values: [1, 2])
    #expect(
      plot("w", .matrix(view)) == ["corner of w [4, 1, 2]", "w [1, 2] =", "[[1, 2]]"])
  }

  @Test func attentionTellsMaskedFromZero() {
    let map = AttentionMap(
      name: "a.0", queries: ["the", "cat"], keys: ["the", "cat"], weights: [1, 0, 0, 1],
      masked: [false, true, false, false])
    #expect(
      plot("attention", .attention(map)) == [
        "plot attention a.0: 2 queries, 2 keys",
        "  the → the 1  cat ·",
        "  cat → the 0  cat 1",
      ])
    let torn = AttentionMap(name: "a", queries: ["q"], keys: ["k"], weights: [], masked: [true])
    #expect(plot("attention", .attention(torn)) == ["plot attention a: 1 queries, 1 keys"])
  }

  @Test func instructions() {
    let result = MatrixView(
      name: "h", shape: [4, 8], role: .value, rows: 0, columns: 0, values: [])
    let detail = InstructionDetail(
      index: 11, count: 40, step: 3, phase: "backward", path: "net.0.matmul",
      formula: "h = x · Wᵀ", rule: "∂L/∂x = ∂L/∂h · W", operands: [], result: result,
      explanation: ["h[0, 0] = 1 · 2", "        = 2"])
    #expect(
      lines(.instruction(detail)) == [
        "[12/40] net.0.matmul  h = x · Wᵀ  [4, 8]", "  ∂L/∂x = ∂L/∂h · W",
        "  h[0, 0] = 1 · 2", "          = 2",
      ])
  }
}
