// Long work of the engine on data: the screen shows how far it is, ^C ends it.

import Engine
import Language

extension Notebook {
  /// Does work that counts; while it goes on it is the notebook's `work`.
  ///
  /// - Parameters:
  ///   - task: `reading mine.csv`
  ///   - unit: what is counted: `bytes`
  func watched<Result>(
    _ task: String, unit: String, _ range: SourceRange,
    _ body: (@escaping WorkWatch) throws(EngineError) -> Result
  ) throws(Diagnostic) -> Result {
    defer { work = nil }
    var end: Diagnostic?
    do throws(EngineError) {
      return try body { [self] done, total throws(EngineError) in
        work = Progress(task, done: done, total: total, unit: unit)
        do throws(Diagnostic) {
          try checkInterrupt(range)
        } catch {
          end = Diagnostic(
            "\(error.message) after \(done) of \(total) \(unit)", at: error.range,
            hint: error.hint)
          throw EngineError(error.message)
        }
      }
    } catch {
      throw end ?? Diagnostic(error.message, at: range, hint: error.hint)
    }
  }
}
