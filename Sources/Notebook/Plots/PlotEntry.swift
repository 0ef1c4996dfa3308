// A plot by name: its descriptor for help and completion, and what it makes of its arguments.

import Engine
import Language

/// What `plot NAME` or `plot NAME(…)` draws.
struct PlotEntry: Sendable {
  let descriptor: Descriptor
  /// Whether arguments follow the name: `boundary(net)`; without, the name stands alone: `loss`.
  let takesArguments: Bool
  /// Whether the name can stand alone: `gradients`, also where `gradients(net)` is something.
  let standsAlone: Bool
  let make: @Sendable (Notebook, PlotCall) throws(Diagnostic) -> PlotRequest

  /// - Parameter signature: as it is typed after `plot`; parentheses say that arguments follow.
  init(
    _ signature: String, summary: String, formula: String = "", source: String = "",
    example: String,
    make: @escaping @Sendable (Notebook, PlotCall) throws(Diagnostic) -> PlotRequest
  ) {
    let name = signature.prefix { $0 != "(" && $0 != " " }
    descriptor = Descriptor(
      String(name), .plot, signature: signature, summary: summary, formula: formula,
      source: source, example: example)
    takesArguments = signature.contains("(")
    standsAlone = !takesArguments || signature.contains(" | ")
    self.make = make
  }
}

/// A plot as it was asked for.
struct PlotCall {
  let entry: PlotEntry
  let arguments: [Argument]
  /// As it was typed: `boundary(net)`.
  let text: String
  let range: SourceRange
  /// The whole verb, with its options.
  let verb: Verb

  /// The runs that the arguments name, nil for all.
  func runNumbers(_ notebook: Notebook) throws(Diagnostic) -> Set<Int>? {
    arguments.isEmpty ? nil : try notebook.runNumbers(arguments, range)
  }

  /// The one argument of a plot that takes no more.
  func only() throws(Diagnostic) -> Expression {
    guard arguments.count == 1, arguments[0].name == nil else {
      throw Diagnostic(
        "\(entry.descriptor.name) takes one argument", at: range,
        hint: "plot \(entry.descriptor.signature)")
    }
    return arguments[0].value
  }
}
