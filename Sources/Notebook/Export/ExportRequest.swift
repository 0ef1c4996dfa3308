// What `export` asks for: data, and where it goes. Pictures are drawn by the program around the
// notebook, which knows how; the notebook hands over what is to be drawn.

public import Language

/// A file that is to be written.
public struct ExportRequest: Hashable, Sendable {
  /// What a file holds, by the end of its name.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Characters alone.
    case text = "txt"
    /// Characters with the escape sequences of colours: `less -R`.
    case ansi
    case svg
    /// The data of a plot.
    case csv
  }

  public enum Subject: Hashable, Sendable {
    /// The whole screen as it is when the request is carried out; during a run, of that moment.
    case screen(Snapshot?)
    /// Plots below each other: one, or the heads of an attention layer.
    case plots([PlotOutput])
  }

  public var path: String
  public var format: Format
  public var subject: Subject
  /// The picture's size in cells; nil: the screen's, or what the plot needs.
  public var columns: Int?
  public var rows: Int?
  /// `dark` or `light`; nil: as the screen.
  public var theme: String?

  public init(
    path: String, format: Format, subject: Subject, columns: Int? = nil, rows: Int? = nil,
    theme: String? = nil
  ) {
    self.path = path
    self.format = format
    self.subject = subject
    self.columns = columns
    self.rows = rows
    self.theme = theme
  }

  /// Writes the file in one piece, in the place of an older one, as `save` does.
  ///
  /// - Returns: what was done, for the person: `wrote loss.csv`, `replaced loss.csv`.
  /// - Throws: `cannot write 'loss.csv': permission denied`
  public func write(_ content: String) throws(Diagnostic) -> String {
    let isThere = FileAccess.modified(path) != nil
    try FileAccess.write(Array(content.utf8), to: path)
    return "\(isThere ? "replaced" : "wrote") \(VisibleText.line(path))"
  }
}

/// The content of a CSV request and its number of records; nil for other formats.
extension ExportRequest {
  public var table: (text: String, records: Int)? {
    guard format == .csv, case .plots(let plots) = subject else { return nil }
    return PlotCSV.table(plots)
  }
}
