// set history = 128: how much memory the snapshots of earlier steps may take, in MiB.

import Engine
import Language

extension Notebook {
  /// A mebibyte; what `history` counts.
  static let mebibyte = Double(1 << 20)

  /// MiB that the snapshots may take: `history` in expressions.
  var historyLimit: Double { Double(historyBytes) / Notebook.mebibyte }

  func setHistory(_ value: Value, _ expression: Expression) throws(Diagnostic) {
    let limit = try number(value, "history", expression.range)
    guard limit >= 0, limit <= 1_048_576 else {
      throw Diagnostic(
        "history is a number of MiB from 0 to 1,048,576, not \(NumberText.short(limit))",
        at: expression.range, hint: "set history = 64")
    }
    historyBytes = Int(limit * Notebook.mebibyte)
    run?.machine.historyCap = historyBytes
    var text = "history = \(NumberText.short(historyLimit)) MiB"
    if let machine = run?.machine {
      text += ", \(NumberText.short(Double(machine.historyBytes) / Notebook.mebibyte)) MiB used"
    }
    show(.text(text))
  }
}
