// A verb: its grammar for the parser, its descriptor for help, and what it does.

import Engine
import Language

struct VerbEntry: Sendable {
  let descriptor: Descriptor
  let grammar: VerbGrammar
  /// Verbs about the session itself (save, open, help, quit) are not part of what is recorded.
  var isRecorded = true
  let run: @Sendable (Notebook, Verb) throws(Diagnostic) -> Void

  init(
    _ name: String, _ subject: VerbGrammar.Subject = .none, clauses: [String] = [],
    options: [String] = [], hasBlock: Bool = false, moreWords: Int = 0,
    thenExpression: Bool = false, needs: String = "", usage: String, summary: String,
    example: String = "", isRecorded: Bool = true,
    run: @escaping @Sendable (Notebook, Verb) throws(Diagnostic) -> Void
  ) {
    descriptor = Descriptor(
      name, .verb, signature: usage, summary: summary, example: example)
    grammar = VerbGrammar(
      name, subject, clauses: clauses, hasOptions: !options.isEmpty, hasBlock: hasBlock,
      usage: usage, needs: needs, options: options, moreWords: moreWords,
      thenExpression: thenExpression)
    self.isRecorded = isRecorded
    self.run = run
  }
}

extension Verb {
  /// The subject, if it is an expression.
  var expression: Expression? {
    if case .expression(let expression) = subject { return expression }
    return nil
  }

  func option(_ name: String) -> Argument? { options.first { $0.name == name } }
}
