import Language
import Notebook
import Testing

struct ExportTests {
  let cells = [
    Cell(number: 1, prose: "# XOR\nFour points.", line: 2),
    Cell(
      number: 2, source: "net(x)",
      outputs: [.tensor(TensorOutput(name: nil, shape: [2], values: [0.1, .nan]))], status: .done,
      line: 5),
    Cell(
      number: 3, source: "a = 1\nb = tanhh",
      error: Diagnostic(
        "unknown name 'tanhh'", at: SourceRange(10, 15), hint: "did you mean 'tanh'?"),
      status: .failed, line: 7),
  ]

  @Test func jsonLines() {
    #expect(
      Export.jsonLines(cells: cells) == ##"""
        {"cell":1,"line":2,"input":"","prose":"# XOR\nFour points.","output":[],"error":null}
        {"cell":2,"line":5,"input":"net(x)","output":[{"kind":"tensor","name":null,"shape":[2],"values":[0.1,"NaN"]}],"error":null}
        {"cell":3,"line":7,"input":"a = 1\nb = tanhh","output":[],"error":{"message":"unknown name 'tanhh'","line":8,"column":5,"hint":"did you mean 'tanh'?"}}

        """##)
  }

  @Test func errorsWithoutAPlace() {
    let cell = Cell(number: 1, source: "a", error: Diagnostic("out of memory"), line: 9)
    #expect(
      JSONOutput.line(cell)
        == #"{"cell":1,"line":9,"input":"a","output":[],"error":{"message":"out of memory","line":9,"column":null,"hint":null}}"#
    )
  }

  @Test func kinds() {
    #expect(JSONOutput.value(.text("a\"b")).text == #"{"kind":"text","text":"a\"b"}"#)
    #expect(
      JSONOutput.value(.volatile("1 ms")).text == #"{"kind":"text","text":"1 ms","volatile":true}"#)
    #expect(
      JSONOutput.value(.table(TableOutput(header: ["n"], rows: [["1"], []]))).text
        == #"{"kind":"table","header":["n"],"rows":[["1"],[]]}"#)
    let bucket = SeriesSnapshot.Bucket(firstStep: 1, lastStep: 2, minimum: 0.5, maximum: 1, last: 1)
    let series = PlotOutput(
      title: "loss", content: .series([SeriesSnapshot(name: "L", buckets: [bucket])]))
    #expect(
      JSONOutput.value(.plot(series), drawing: { _ in "drawn\n" }).text
        == #"{"kind":"series","title":"loss","series":[{"name":"L","first_steps":[1],"last_steps":[2],"minimum":[0.5],"maximum":[1],"last":[1]}],"text":"drawn\n"}"#
    )
    let histogram = PlotOutput(
      title: "h", content: .histogram(name: "w", lower: -1, upper: .infinity, counts: [3]))
    #expect(
      JSONOutput.value(.plot(histogram)).text
        == #"{"kind":"plot","plot":"histogram","title":"h","name":"w","lower":-1,"upper":"Infinity","counts":[3],"text":"plot histogram w: 3 values in -1 … Infinity\n  3"}"#
    )
  }

  @Test func escapes() {
    #expect(
      JSONValue.string("\u{0}\u{1B}\t\n\r\\/\u{7F}\u{9B}\u{2028}é😀").text
        == #""\u0000\u001b\t\n\r\\/\u007f\u009b\u2028é😀""#)
    #expect(JSONValue.double(-.infinity).text == #""-Infinity""#)
    #expect(JSONValue.float(-0.0).text == "-0.0")
    #expect(JSONValue.array([.null, .bool(true), .integer(.min)]).text == "[null,true,\(Int.min)]")
    #expect(
      JSONValue.object([.init("a\"", .array([])), .init("b", .object([]))]).text
        == #"{"a\"":[],"b":{}}"#)
  }

  @Test func markdown() {
    #expect(
      Export.markdown(cells: cells) == """
        # XOR
        Four points.

        ```nabla
        net(x)
        ```

        ```text
        tensor [2] = [0.1, NaN]
        ```

        ```nabla
        a = 1
        b = tanhh
        ```

        ```text
        error: unknown name 'tanhh'
        ```

        """)
    #expect(Export.markdown(cells: []) == "")
  }

  @Test func aFenceIsLongerThanWhatItHolds() {
    let cell = Cell(number: 1, source: "a = \"````\"")
    #expect(Export.markdown(cells: [cell]) == "`````nabla\na = \"````\"\n`````\n")
  }

  @Test func drawingsTakeThePlaceOfPlots() {
    let plot = PlotOutput(title: "loss", content: .series([]))
    let cell = Cell(number: 1, source: "plot loss", outputs: [.plot(plot)], status: .done)
    #expect(
      Export.markdown(cells: [cell], drawing: { _ in "⣿⣿\n\u{1B}" })
        == "```nabla\nplot loss\n```\n\n```text\n⣿⣿\n␛\n```\n")
    #expect(
      Export.markdown(cells: [cell])
        == "```nabla\nplot loss\n```\n\n```text\nplot loss: no points\n```\n")
  }

  @Test func notebook() {
    #expect(
      Export.notebook(cells: Array(cells.prefix(2)))
        == ##"{"cells":[{"cell_type":"markdown","id":"cell-1","metadata":{},"source":"# XOR\nFour points."},{"cell_type":"code","id":"cell-2","execution_count":2,"metadata":{},"outputs":[{"output_type":"stream","name":"stdout","text":"tensor [2] = [0.1, NaN]\n"}],"source":"net(x)"}],"metadata":{"language_info":{"name":"nabla"}},"nbformat":4,"nbformat_minor":5}"##
        + "\n")
  }
}
