// Explanations and graded answers as JSON.

enum ExplanationJSON {
  /// `{"kind":"explanation","target":"h[0, 1]","value":…,"formula":…,"terms":[…],"divisor":…,
  /// "steps":[…],"sources":[…],"text":[…]}`; the terms add up to the value times the divisor, steps
  /// are the lines of an optimizer's algorithm.
  static func value(_ explanation: ExplanationOutput) -> JSONValue {
    JSONOutput.kind(
      "explanation",
      [
        .init("target", .string(explanation.target)),
        .init("value", explanation.value.map { .float($0) } ?? .null),
        .init("formula", .optional(explanation.formula)),
        .init(
          "terms",
          .array(
            explanation.terms.map {
              .object([.init("text", .string($0.text)), .init("value", .float($0.value))])
            })),
        .init("divisor", explanation.divisor.map { .float($0) } ?? .null),
        .init(
          "steps",
          .array(
            explanation.steps.map {
              .object([
                .init("name", .string($0.name)), .init("formula", .string($0.formula)),
                .init("value", .float($0.value)),
              ])
            })),
        .init(
          "sources",
          .array(
            explanation.sources.map {
              .object([.init("name", .string($0.name)), .init("origin", .string($0.origin))])
            })),
        .init("text", .strings(explanation.lines)),
      ])
  }

  /// `{"kind":"prediction","target":…,"grade":"close","answers":[{"name":…,"answer":…,"grade":…,
  /// "off":…}],"text":[…]}`
  static func value(_ prediction: PredictionOutput) -> JSONValue {
    JSONOutput.kind(
      "prediction",
      [
        .init("target", .string(prediction.target)),
        .init("grade", .string(prediction.grade.rawValue)),
        .init(
          "answers",
          .array(
            prediction.answers.map {
              .object([
                .init("name", .string($0.name)), .init("answer", .float($0.answer)),
                .init("grade", .string($0.grade.rawValue)), .init("off", .float($0.difference)),
              ])
            })),
        .init("text", .strings(prediction.lines)),
      ])
  }
}
