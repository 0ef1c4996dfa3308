// Helpers of the tests of `explain`.

import Language
import Notebook
import Testing

func explanation(
  _ notebook: Notebook, _ source: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ExplanationOutput {
  let cell = notebook.apply("explain " + source)
  if let error = cell.error {
    Issue.record(
      "\(error.rendered(in: cell.source).joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }
  for output in cell.outputs { if case .explanation(let found) = output { return found } }
  return try #require(nil, sourceLocation: sourceLocation)
}

/// The terms of an explanation come to its value.
func expectSum(
  _ explanation: ExplanationOutput, sourceLocation: SourceLocation = #_sourceLocation
) {
  let sum =
    explanation.terms.reduce(0.0) { $0 + Double($1.value) }
    / Double(explanation.divisor ?? 1)
  let value = Double(explanation.value ?? .nan)
  #expect(abs(sum - value) <= 1e-5 * (1 + abs(value)), sourceLocation: sourceLocation)
}
