// layout: what the screen shows. Drawing is the interface's business.

import Engine
import Language

enum Viewing {
  static let layouts = ["notebook", "training", "debugging", "attention", "lecture"]

  static let verbs: [VerbEntry] = [
    VerbEntry(
      "layout", .word, needs: "a name",
      usage: "layout notebook | training | debugging | attention | lecture",
      summary: "Chooses what the screen shows.", example: "layout training"
    ) { notebook, verb throws(Diagnostic) in
      guard case .word(let name, let range) = verb.subject else { return }
      let found = layouts.filter { $0.hasPrefix(name) }
      guard found.count == 1, !name.isEmpty else {
        throw Diagnostic(
          "there is no layout '\(name)'", at: range,
          hint: didYouMean(name, among: layouts).map { "did you mean '\($0)'?" }
            ?? "layouts are \(layouts.joined(separator: ", "))")
      }
      notebook.layout = found[0]
    }
  ]
}
