// Cells as JSON, one object a line: what `nabla run --format json` prints. Tensors are flat and
// row-major.

public import Language

/// Cells for programs to read.
///
///     {"cell":3,"line":7,"input":"net(x)","output":[…],"error":null}
public enum JSONOutput {
  /// The drawn form of a plot, if the front end has one.
  public typealias Drawing = (PlotOutput) -> String?

  /// The line for one cell, without a line feed. Prose cells have an empty input and a `prose`.
  public static func line(_ cell: Cell, drawing: Drawing = { _ in nil }) -> String {
    var members: [JSONValue.Member] = [
      .init("cell", .integer(cell.number)), .init("line", .integer(cell.line)),
      .init("input", .string(cell.source)),
      .init("output", .array(cell.outputs.map { value($0, drawing: drawing) })),
      .init("error", cell.error.map { error($0, in: cell) } ?? .null),
    ]
    if let prose = cell.prose { members.insert(.init("prose", .string(prose)), at: 3) }
    return JSONValue.object(members).text
  }

  /// `{"message":…,"line":…,"column":…,"hint":…}`; the line counts within the file.
  public static func error(_ error: Diagnostic, in cell: Cell) -> JSONValue {
    let place = error.position(in: cell.source)
    return .object([
      .init("message", .string(error.message)),
      .init("line", .integer(cell.line &+ (place?.line ?? 1) &- 1)),
      .init("column", place.map { .integer($0.column) } ?? .null),
      .init("hint", .optional(error.hint)),
    ])
  }

  /// One output: an object with its `kind`.
  public static func value(_ output: Output, drawing: Drawing = { _ in nil }) -> JSONValue {
    switch output {
    case .text(let text), .literal(let text): return kind("text", [.init("text", .string(text))])
    case .volatile(let text), .volatileLiteral(let text):
      return kind("text", [.init("text", .string(text)), .init("volatile", .bool(true))])
    case .tensor(let tensor):
      return kind(
        "tensor",
        [
          .init("name", .optional(tensor.name)), .init("shape", .integers(tensor.shape)),
          .init("values", .floats(tensor.values)),
        ])
    case .window(let window):
      return kind(
        "window",
        [
          .init("name", .string(window.name)), .init("shape", .integers(window.shape)),
          .init("leading", .integers(window.leading)), .init("rows", .integers(window.rows)),
          .init("columns", .integers(window.columns)), .init("values", .floats(window.values)),
          .init("marked", .array(window.marked.map(JSONValue.bool))),
          .init("element", window.element.map(JSONValue.integers) ?? .null),
          .init("count", window.markedCount.map(JSONValue.integer) ?? .null),
        ])
    case .table(let table): return kind("table", members(table))
    case .measured(let table):
      return kind("table", members(table) + [.init("volatile", .bool(true))])
    case .plot(let plot):
      let text = drawing(plot) ?? output.recordedLines.map(\.text).joined(separator: "\n")
      return PlotJSON.value(plot, text: text)
    case .finding(let finding): return self.finding(finding)
    case .instruction(let detail): return instruction(detail)
    case .listing(let listing): return self.listing(listing)
    case .explanation(let explanation): return ExplanationJSON.value(explanation)
    case .prediction(let prediction): return ExplanationJSON.value(prediction)
    }
  }

  private static func members(_ table: TableOutput) -> [JSONValue.Member] {
    [
      .init("header", .strings(table.header)),
      .init("rows", .array(table.rows.map(JSONValue.strings))),
    ]
  }

  static func kind(_ name: String, _ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("kind", .string(name))] + members)
  }

  private static func listing(_ listing: ProgramListing) -> JSONValue {
    let rows = listing.rows.map { row -> JSONValue in
      .object([
        .init("kind", .string(row.kind.rawValue)), .init("first", .integer(row.first &+ 1)),
        .init("last", .integer(row.last &+ 1)), .init("phase", .string(row.phase)),
        .init("state", .string(row.state)), .init("path", .string(row.path)),
        .init("text", .string(row.text)),
        .init("shape", row.shape.map(JSONValue.integers) ?? .null),
        .init("seconds", row.seconds.map(JSONValue.double) ?? .null),
        .init("next", .bool(row.isNext)), .init("breakpoint", .bool(row.hasBreakpoint)),
      ])
    }
    return kind(
      "listing",
      [
        .init("step", .integer(listing.step)), .init("executed", .integer(listing.counter)),
        .init("count", .integer(listing.count)), .init("changed", .strings(listing.changed)),
        .init("rows", .array(rows)),
      ])
  }

  private static func finding(_ finding: FindingOutput) -> JSONValue {
    kind(
      "finding",
      [
        .init("rule", .string(finding.rule)), .init("severity", .string(finding.severity.rawValue)),
        .init("subject", .string(finding.subject)), .init("evidence", .string(finding.evidence)),
        .init("numbers", .array(finding.numbers.map { .double($0) })),
        .init("remedy", .string(finding.remedy)), .init("path", .optional(finding.path)),
        .init("index", finding.instruction.map { .integer($0) } ?? .null),
        .init("step", finding.step.map { .integer($0) } ?? .null),
      ])
  }

  private static func instruction(_ detail: InstructionDetail) -> JSONValue {
    kind(
      "instruction",
      [
        .init("index", .integer(detail.index)), .init("count", .integer(detail.count)),
        .init("step", .integer(detail.step)), .init("phase", .string(detail.phase)),
        .init("path", .string(detail.path)), .init("formula", .string(detail.formula)),
        .init("rule", .optional(detail.rule)),
        .init("operands", .array(detail.operands.map(PlotJSON.matrix))),
        .init("result", detail.result.map(PlotJSON.matrix) ?? .null),
        .init("explanation", .strings(detail.explanation)),
      ])
  }
}
