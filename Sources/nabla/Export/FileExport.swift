import Interface
import Language
import Notebook
import Screen

/// Carries out what `export` asked for, for every front end alike.
enum FileExport {
  /// The screen that stands for a front end without one.
  static let size = Size(columns: 80, rows: 24)

  /// Writes the file.
  ///
  /// - Returns: what was done: `wrote loss.csv: 500 rows`.
  static func carryOut(
    _ request: ExportRequest, screen: @autoclosure () -> AppState
  ) throws(Diagnostic) -> String {
    let done = try request.write(ExportRenderer.content(request, screen: screen()))
    guard let records = request.table?.records else { return done }
    return "\(done): \(records) row\(records == 1 ? "" : "s")"
  }
}
