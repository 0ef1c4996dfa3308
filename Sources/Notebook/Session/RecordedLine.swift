// What a cell showed, as the lines that its session file keeps after `#> ` and `#~ `.

import Language

/// One recorded line.
public struct RecordedLine: Hashable, Sendable {
  /// Without the mark, without blanks at the end.
  public var text: String
  /// Measured output (`#~`), which verification leaves out.
  public var isVolatile: Bool

  public init(_ text: String, isVolatile: Bool = false) {
    self.text = text
    self.isVolatile = isVolatile
  }

  /// The line of the file: `#> L = 0.6931`.
  public var fileLine: String {
    let mark = isVolatile ? "#~" : "#>"
    return text.isEmpty ? mark : mark + " " + text
  }
}

extension Output {
  /// The output in words and C-locale numbers, control characters made visible; equal outputs give
  /// equal lines on every machine.
  public var recordedLines: [RecordedLine] {
    switch self {
    case .text(let text), .literal(let text): Self.lines([text], isVolatile: false)
    case .volatile(let text), .volatileLiteral(let text): Self.lines([text], isVolatile: true)
    case .tensor(let tensor): Self.lines(TensorText.lines(tensor), isVolatile: false)
    case .window(let window): Self.lines(window.lines, isVolatile: false)
    case .table(let table): Self.lines(TableText.lines(table), isVolatile: false)
    case .measured(let table): Self.lines(TableText.lines(table), isVolatile: true)
    case .plot(let plot): Self.lines(PlotText.lines(plot), isVolatile: false)
    case .finding(let finding): Self.lines(FindingText.lines(finding), isVolatile: false)
    case .instruction(let detail): Self.lines(InstructionText.lines(detail), isVolatile: false)
    case .listing(let listing): Self.lines(ListingText.lines(listing), isVolatile: false)
    case .explanation(let explanation): Self.lines(explanation.lines, isVolatile: false)
    case .prediction(let prediction): Self.lines(prediction.lines, isVolatile: false)
    }
  }

  private static func lines(_ texts: [String], isVolatile: Bool) -> [RecordedLine] {
    texts.flatMap(VisibleText.lines).map { RecordedLine($0, isVolatile: isVolatile) }
  }
}

extension Cell {
  /// What the cell showed: the lines of its outputs, then its error. A cell that has not run keeps
  /// the lines of its file.
  public var recordedLines: [RecordedLine] {
    if status == .pending, outputs.isEmpty, error == nil { return recorded }
    var lines = outputs.flatMap(\.recordedLines)
    if let error {
      lines.append(
        contentsOf: VisibleText.lines("error: " + error.message).map { RecordedLine($0) })
    }
    return lines
  }
}
