// Values with members of their own that are neither tensors nor layers: tokenizers, files of
// tensors, tables of counts. Each says by itself what it is called and what can be asked of it.

import Engine
import Language

/// A value of the data part: what it is, what it shows and which members it has.
protocol DataObject: Sendable {
  /// With an article, for messages: `a tokenizer`.
  var kind: String { get }
  /// One line, shown when it is bound to a name.
  var summary: String { get }
  /// What `len` counts, or nil.
  var count: Int? { get }
  var memberNames: [String] { get }

  /// `object.name`, or nil when there is no such member.
  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value?

  /// `object["name"]`, or nil when the object has no named elements.
  func element(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value?

  /// What is shown for the value itself.
  var output: Output { get }
}

extension DataObject {
  var count: Int? { nil }
  var output: Output { .text(summary) }

  func element(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? { nil }

  /// A member, or an error that lists those there are.
  func requiredMember(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    if let value = try member(name, in: notebook, at: range) { return value }
    throw Diagnostic(
      "\(kind) has no member '\(name)'", at: range,
      hint: didYouMean(name, among: memberNames).map { "did you mean '\($0)'?" }
        ?? "it has \(memberNames.joined(separator: ", "))")
  }

  /// A function that belongs to this value: `tok.encode`.
  func method(
    _ descriptor: Descriptor,
    _ run: @escaping @Sendable (Notebook, BuiltinCall, Arguments) throws(Diagnostic) -> Value
  ) -> Value {
    .builtin(
      Builtin(descriptor: descriptor) { notebook, call throws(Diagnostic) in
        try run(notebook, call, try call.matched(notebook))
      })
  }
}
