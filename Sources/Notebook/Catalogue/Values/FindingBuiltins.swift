// What diagnose finds, as values: so that a program can ask whether a network is healthy.

import Engine
import Language

extension Builtins {
  static let findings = [
    Builtin(
      descriptor: Descriptor(
        "findings", .function, signature: "findings(rule=\"\")",
        summary: "What diagnose finds in the run now, as a list of texts; of one rule, the layers "
          + "or series that it names. Empty on a healthy network.",
        example: "w = param([2])\ntrain mean((w - 3) ** 2) with sgd(lr=2.5) steps=20\n"
          + "findings(\"learning rate too high\")")
    ) { notebook, call throws(Diagnostic) in
      _ = try call.matched(notebook)
      let found = try notebook.findings(call.range).map(FindingOutput.init)
      guard
        let (rule, place) = call.positional.first
          ?? call.keywords.first.map({ ($0.1, $0.2) })
      else { return .list(found.map { .text($0.title) }) }
      guard case .text(let name) = rule else {
        throw Diagnostic("findings: the rule must be a text, not \(rule.kind)", at: place)
      }
      if name.isEmpty { return .list(found.map { .text($0.title) }) }
      let rules = Diagnosis.rules.map(\.name)
      guard rules.contains(name) else {
        throw Diagnostic(
          "there is no rule '\(name.prefix(40))'", at: place,
          hint: didYouMean(name, among: rules).map { "did you mean '\($0)'?" }
            ?? "help diagnose names them all")
      }
      return .list(found.filter { $0.rule == name }.map { .text($0.subject) })
    }
  ]
}
