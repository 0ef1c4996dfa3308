// What a session can ask of a data set besides its columns.

import Engine

extension Dataset {
  /// `vocabulary` is the list of x's tokens, `y_vocabulary` that of another column; `texts` are the
  /// rows of x as texts, `y_texts` those of another column.
  func tokenMember(_ name: String) -> Value? {
    for (suffix, isText) in [("vocabulary", false), ("texts", true)] where name.hasSuffix(suffix) {
      let prefix = name.dropLast(suffix.count)
      let wanted = prefix.isEmpty ? "x" : String(prefix.dropLast(prefix.hasSuffix("_") ? 1 : 0))
      guard let column = columns.first(where: { $0.name == wanted }), let tokens = column.tokens
      else { return nil }
      return .list(
        isText
          ? (0..<rows).map { .text(column.text(row: $0) ?? "") } : tokens.map { .text($0) })
    }
    return nil
  }

  var memberNames: [String] {
    let withTokens = columns.filter { $0.tokens != nil }.map(\.name)
    let tokens = withTokens.flatMap { name in
      name == "x" ? ["vocabulary", "texts"] : ["\(name)_vocabulary", "\(name)_texts"]
    }
    return columns.map(\.name) + ["classes", "features", "rows"] + tokens
  }

  /// A line with the first row's texts, or nothing if there are none.
  var firstTexts: String {
    guard rows > 0 else { return "" }
    let texts = columns.compactMap { column in
      column.text(row: 0).map { "\(column.name): \($0)" }
    }
    return texts.isEmpty ? "" : "\nfirst row \(texts.joined(separator: " · "))"
  }
}
