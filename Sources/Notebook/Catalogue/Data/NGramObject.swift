// A table of counted n-grams as a value.

import Engine
import Language

struct NGramObject: DataObject {
  let model: NGramModel

  /// More rows are not shown.
  private static let mostRows = 60

  var kind: String { "a table of n-grams" }
  var count: Int? { model.rows.count }
  let memberNames = ["distribution", "generate", "perplexity", "probability", "vocabulary"]

  var summary: String {
    let unit = model.unit?.rawValue ?? "token"
    let context = "\(model.context) \(unit)\(model.context == 1 ? "" : "s")"
    return "context of \(context), \(model.rows.count) n-grams of \(model.context + 1)"
  }

  var output: Output {
    let names = model.vocabulary
    var rows = model.rows.prefix(Self.mostRows).map { row in
      [
        row.context.map { names[$0] }.joined(separator: " "), names[row.next], String(row.count),
        NumberText.short(row.probability),
      ]
    }
    let own = rows.count
    if model.rows.count > Self.mostRows {
      rows.append(["… \(model.rows.count - Self.mostRows) more", "", "", ""])
    }
    return .table(
      TableOutput(header: ["context", "next", "count", "P"], rows: rows, theirRows: own))
  }

  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    let model = model
    switch name {
    case "vocabulary": return .list(model.vocabulary.tokens.map { .text($0) })
    case "probability":
      return method(
        Descriptor(
          "probability", .data, signature: "probability(next, context=\"\")",
          summary: "P(next | context).", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let next = try tokens(call, "next", 0, notebook)
        let before = try tokens(call, "context", 1, notebook)
        guard next.count == 1, let token = next.first else {
          throw Diagnostic("probability: 'next' must be one token", at: call.range)
        }
        // Asks for the whole row, so that a context that is too short is an error here too.
        let row = try notebook.located(call.range) { () throws(EngineError) in
          try model.distribution(after: before)
        }
        return .number(
          row.count > token ? model.probability(of: token, after: before) : 0)
      }
    case "distribution":
      return method(
        Descriptor(
          "distribution", .data, signature: "distribution(context=\"\")",
          summary: "P of every token of the vocabulary after a context.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let before = try tokens(call, "context", 0, notebook)
        return .tensor(
          notebook.graph.constant(
            try notebook.located(call.range) { () throws(EngineError) in
              try model.distribution(after: before)
            }))
      }
    case "generate":
      return method(
        Descriptor(
          "generate", .data, signature: "generate(start=\"\", length=10, seed=none)",
          summary: "The start and the likeliest tokens after it; drawn ones with a seed.",
          example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let start = try tokens(call, "start", 0, notebook)
        return .text(
          try notebook.located(call.range) { () throws(EngineError) in
            let seed = try arguments.optionalInteger("seed")
            let generated = try model.generated(
              after: start, count: try arguments.integer("length"),
              seed: seed.map { UInt64(bitPattern: Int64($0)) })
            let names = generated.map { model.vocabulary[$0] }
            return names.joined(separator: model.unit == .word ? " " : "")
          })
      }
    case "perplexity":
      return method(
        Descriptor(
          "perplexity", .data, signature: "perplexity(text)",
          summary: "exp of the mean of −ln P over a text.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let text = try tokens(call, "text", 0, notebook)
        return .number(
          try notebook.located(call.range) { () throws(EngineError) in
            try model.perplexity(text)
          })
      }
    default: return nil
    }
  }

  /// Tokens by number, or a text whose words (or characters) the vocabulary has.
  private func tokens(
    _ call: BuiltinCall, _ name: String, _ place: Int, _ notebook: Notebook
  ) throws(Diagnostic) -> [Int] {
    guard let (value, range) = call.argument(name, at: place) else { return [] }
    guard case .text(let text) = value else {
      let indices = try call.indices(name, at: place, notebook)
      for index in indices where !(0..<model.vocabulary.count).contains(index) {
        throw Diagnostic(
          "there is no token \(index) in a vocabulary of \(model.vocabulary.count)", at: range)
      }
      return indices
    }
    let parts: [String]
    switch model.unit {
    case .word: parts = TextUnits.words(TextCase.lower(text, language: model.language))
    case .character: parts = TextUnits.characters(text)
    case .byte, nil:
      throw Diagnostic(
        "\(call.descriptor.name): '\(name)' must be tokens, as the table is one of a tokenizer's",
        at: range, hint: "for example tok.encode(\"the man\")")
    }
    var indices: [Int] = []
    for part in parts {
      indices.append(
        try notebook.located(range) { () throws(EngineError) in
          guard let index = model.vocabulary.index(of: part) else {
            throw EngineError(
              "'\(part)' is not in the vocabulary of \(model.vocabulary.count) tokens")
          }
          return index
        })
    }
    return indices
  }
}
