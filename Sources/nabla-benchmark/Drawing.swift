// How long the picture of a million recorded steps takes: the whole of it, and again after each
// point that is appended, from the notebook's record to the lines of text.

import ArgumentParser
import Interface
import Language
import Notebook
import Screen

enum Drawing {
  /// Milliseconds of the whole picture, zoomed in and out, and of each picture after one more step.
  static func measure() throws -> (whole: Double, appended: Double) {
    let notebook = Notebook()
    let lines = [
      "w = param([1])", "L = mean((w - 1) ** 2)", "train L with sgd(lr=1e-6) steps=1000000",
      "plot loss",
    ]
    for line in lines {
      if let error = notebook.apply(line).error {
        throw ValidationError("drawing: \(line): \(error.message)")
      }
    }
    var appended: [Double] = []
    for _ in 0..<40 {
      notebook.apply("train 1")
      appended.append(try picture(notebook))
    }
    return (try picture(notebook), appended.sorted()[appended.count / 2])
  }

  /// Takes the record and draws it at 200×60.
  private static func picture(_ notebook: Notebook) throws -> Double {
    let start = now()
    let snapshot = notebook.snapshot()
    guard let plot = snapshot.plots.last else { throw ValidationError("drawing: no plot") }
    let frame = TextRenderer.frame(
      of: plot, size: Size(columns: 200, rows: 60), appearance: .standard)
    let time = (now() - start) * 1000
    guard frame.lines.contains(where: { $0.contains("┤") }) else {
      throw ValidationError("drawing: nothing was drawn")
    }
    return time
  }
}
