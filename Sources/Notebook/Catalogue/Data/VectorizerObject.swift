// Counted or weighted words as a value: the rows of the documents, and of others.

import Engine
import Language

struct VectorizerObject: DataObject {
  enum Vectorizer: Sendable {
    case counts(CountVectorizer)
    case weights(TFIDFVectorizer)
  }

  let vectorizer: Vectorizer
  /// The rows of the documents that the vocabulary was made of.
  let x: Tensor

  var kind: String { "a vectorizer" }

  var vocabulary: Vocabulary {
    switch vectorizer {
    case .counts(let counter): counter.vocabulary
    case .weights(let weights): weights.vocabulary
    }
  }

  var count: Int? { vocabulary.count }
  var summary: String { "\(vocabulary.count) terms, x \(x.shape)" }

  var memberNames: [String] {
    if case .weights = vectorizer { return ["idf", "transform", "vocabulary", "x"] }
    return ["transform", "vocabulary", "x"]
  }

  /// A column a term, as long as that fits on a screen.
  var output: Output {
    guard vocabulary.count <= 16, x.shape[0] <= 40 else { return .text(summary) }
    return .table(
      TableOutput(
        header: vocabulary.tokens,
        rows: (0..<x.shape[0]).map { row in
          (0..<vocabulary.count).map { NumberText.short(Double(x[row, $0])) }
        }, isOfTheirs: true))
  }

  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    let vectorizer = vectorizer
    switch name {
    case "x": return .tensor(notebook.graph.constant(x))
    case "vocabulary": return .list(vocabulary.tokens.map { .text($0) })
    case "idf":
      guard case .weights(let weights) = vectorizer else { return nil }
      return .tensor(
        notebook.graph.constant(
          Tensor(shape: [weights.idf.count], values: weights.idf.map { Float($0) })))
    case "transform":
      return method(
        Descriptor(
          "transform", .data, signature: "transform(documents)",
          summary: "The rows of other documents.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let documents = try call.texts("documents", at: 0)
        return .tensor(
          notebook.graph.constant(
            try notebook.located(call.range) { () throws(EngineError) in
              switch vectorizer {
              case .counts(let counter): try counter.counts(documents)
              case .weights(let weights): try weights.weights(documents)
              }
            }))
      }
    default: return nil
    }
  }
}
