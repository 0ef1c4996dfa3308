// A session for readers elsewhere: Markdown, a Jupyter notebook, JSON lines.

import Language

/// Other formats of a session.
public enum Export {
  /// A plot's drawn form, if the front end has one.
  public typealias Drawing = (PlotOutput) -> String?

  /// Prose as it is, commands and what they showed in fenced blocks.
  public static func markdown(cells: [Cell], drawing: Drawing = { _ in nil }) -> String {
    var parts: [String] = []
    for cell in cells {
      if let prose = cell.prose {
        parts.append(prose)
        continue
      }
      parts.append(fenced(cell.source, language: "nabla"))
      let shown = shown(cell, drawing)
      if !shown.isEmpty { parts.append(fenced(shown, language: "text")) }
    }
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  /// A Jupyter notebook (nbformat 4.5). The cells are for reading: no kernel runs them.
  public static func notebook(cells: [Cell], drawing: Drawing = { _ in nil }) -> String {
    let values = cells.map { cell -> JSONValue in
      let id = JSONValue.Member("id", .string("cell-\(cell.number)"))
      let metadata = JSONValue.Member("metadata", .object([]))
      if let prose = cell.prose {
        return .object([
          .init("cell_type", .string("markdown")), id, metadata, .init("source", .string(prose)),
        ])
      }
      let shown = shown(cell, drawing)
      let output = JSONValue.object([
        .init("output_type", .string("stream")), .init("name", .string("stdout")),
        .init("text", .string(shown + "\n")),
      ])
      return .object([
        .init("cell_type", .string("code")), id, .init("execution_count", .integer(cell.number)),
        metadata, .init("outputs", .array(shown.isEmpty ? [] : [output])),
        .init("source", .string(cell.source)),
      ])
    }
    let language = JSONValue.object([.init("name", .string("nabla"))])
    return JSONValue.object([
      .init("cells", .array(values)),
      .init("metadata", .object([.init("language_info", language)])),
      .init("nbformat", .integer(4)), .init("nbformat_minor", .integer(5)),
    ]).text + "\n"
  }

  /// One object a line, as `nabla run --format json` prints it.
  public static func jsonLines(cells: [Cell], drawing: Drawing = { _ in nil }) -> String {
    cells.map { JSONOutput.line($0, drawing: drawing) + "\n" }.joined()
  }

  /// The recorded lines, with drawings in the place of plots where there are any.
  private static func shown(_ cell: Cell, _ drawing: Drawing) -> String {
    guard cell.outputs.contains(where: { if case .plot = $0 { true } else { false } }) else {
      return cell.recordedLines.map(\.text).joined(separator: "\n")
    }
    var lines = cell.outputs.flatMap { output -> [String] in
      if case .plot(let plot) = output, let drawn = drawing(plot) {
        return VisibleText.lines(drawn)
      }
      return output.recordedLines.map(\.text)
    }
    if let error = cell.error { lines.append("error: \(VisibleText.line(error.message))") }
    return lines.joined(separator: "\n")
  }

  /// A fence is longer than any run of backticks inside it.
  private static func fenced(_ text: String, language: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }
}
