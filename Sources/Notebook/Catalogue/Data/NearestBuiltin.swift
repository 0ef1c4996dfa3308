// nearest(vectors, query, words): the vectors that point most nearly where a query does.

import Engine
import Language

extension Builtins {
  static let nearest = Builtin(
    descriptor: Descriptor(
      "nearest", .data, signature: "nearest(vectors, query, words=none, k=5, exclude=[])",
      summary: "The k rows of a table of vectors nearest to a query by the cosine: a row by its "
        + "word or number, which is left out itself, or any vector; words, indices, cosines.",
      shapes: "vectors [n, d], query [d]", formula: "cos(v, q) = v · q / (‖v‖ ‖q‖)",
      source: "T. Mikolov et al. (2013); gensim most_similar",
      example: "v = [[1, 0], [1, 0.2], [0, 1]]\n"
        + "nearest(v, \"sea\", words=[\"sea\", \"bay\", \"oven\"], k=2)\n"
        + "nearest(v, v[0] - v[1] + v[2], k=1)")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let table = try call.tensor("vectors", at: 0, notebook)
    guard table.shape.rank == 2, table.count > 0 else {
      throw Diagnostic(
        "nearest needs a table of vectors [n, d], this has shape \(table.shape)", at: call.range,
        hint: call.descriptor.signature)
    }
    let rows = table.shape[0]
    let names = try names(call, notebook, rows)
    let count = try notebook.located(call.range) { () throws(EngineError) in
      try arguments.positive("k")
    }
    let (value, place) = try call.required("query", at: 1)
    var left: Set<Int> = []
    if let (list, range) = call.argument("exclude", at: 4) {
      for item in try notebook.items(list, range, of: "exclude") {
        left.insert(try row(notebook.known(item), names, rows, range))
      }
    }
    let query: [Double]
    switch notebook.known(value) {
    case .text, .number:
      let row = try row(notebook.known(value), names, rows, place)
      left.insert(row)
      query = numbers(table, row)
    default:
      let vector = try call.tensor("query", at: 1, notebook)
      guard vector.count == table.shape[1] else {
        throw Diagnostic(
          "nearest: a query of shape \(vector.shape) is not one of \(rows) vectors of "
            + "\(table.shape[1]) numbers", at: place)
      }
      query = vector.values.map { Double($0) }
    }
    let found = closest(table, query, without: left, count)
    return .object(
      NeighboursObject(
        words: found.map { names?[$0.index] ?? String($0.index) }, indices: found.map(\.index),
        cosines: found.map(\.cosine)))
  }

  private static func names(
    _ call: BuiltinCall, _ notebook: Notebook, _ rows: Int
  ) throws(Diagnostic) -> [String]? {
    guard let (value, range) = call.argument("words", at: 2) else { return nil }
    if case .none = value { return nil }
    guard let names = notebook.names(of: value) else {
      throw Diagnostic(
        "nearest: 'words' must be a list of texts, tokens or a tokenizer, not \(value.kind)",
        at: range, hint: "for example t.vocabulary with t = tokens(…)")
    }
    guard names.count >= rows else {
      throw Diagnostic("there are \(rows) vectors and \(names.count) words", at: range)
    }
    return Array(names.prefix(rows))
  }

  /// A row by its word or number.
  private static func row(
    _ value: Value, _ names: [String]?, _ rows: Int, _ range: SourceRange
  ) throws(Diagnostic) -> Int {
    switch value {
    case .text(let word):
      guard let names else {
        throw Diagnostic(
          "nearest: '\(word.prefix(40))' needs the words of the rows", at: range,
          hint: "nearest(vectors, \"\(word.prefix(40))\", words=t.vocabulary)")
      }
      if let row = names.firstIndex(where: { $0.utf8.elementsEqual(word.utf8) }) { return row }
      throw Diagnostic(
        "none of the \(rows) vectors is that of '\(word.prefix(40))'", at: range,
        hint: didYouMean(word, among: names.prefix(10_000)).map { "did you mean '\($0)'?" })
    case .number(let number):
      guard let row = Int(exactly: number), (0..<rows).contains(row) else {
        throw Diagnostic(
          "nearest: there is no row \(NumberText.short(number)) in a table of \(rows)", at: range)
      }
      return row
    default:
      throw Diagnostic("nearest: a row is a word or a number, not \(value.kind)", at: range)
    }
  }

  private static func numbers(_ table: Tensor, _ row: Int) -> [Double] {
    let width = table.shape[1]
    return table.values[row * width..<(row + 1) * width].map { Double($0) }
  }

  /// Rows by their cosine, the largest first, equal ones in their order; a row of zeros or with a
  /// number that is none has no direction and is never near.
  private static func closest(
    _ table: Tensor, _ query: [Double], without left: Set<Int>, _ count: Int
  ) -> [(index: Int, cosine: Double)] {
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for (x, y) in zip(a, b) { sum += x * y }
      return sum
    }
    let length = dot(query, query).squareRoot()
    guard length > 0, length.isFinite else { return [] }
    var all: [(index: Int, cosine: Double)] = []
    for row in 0..<table.shape[0] where !left.contains(row) {
      let vector = numbers(table, row)
      let cosine = dot(vector, query) / (dot(vector, vector).squareRoot() * length)
      if cosine.isFinite { all.append((row, cosine)) }
    }
    all.sort { $0.cosine != $1.cosine ? $0.cosine > $1.cosine : $0.index < $1.index }
    return Array(all.prefix(count))
  }
}

/// What `nearest` found.
struct NeighboursObject: DataObject {
  let words: [String]
  let indices: [Int]
  let cosines: [Double]

  var kind: String { "a list of neighbours" }
  var count: Int? { words.count }
  let memberNames = ["cosines", "indices", "words"]

  var summary: String {
    words.isEmpty ? "nothing is near" : "nearest \(words.prefix(5).joined(separator: ", "))"
  }

  var output: Output {
    guard !words.isEmpty else { return .text(summary) }
    return .table(
      TableOutput(
        header: ["nearest", "cosine"],
        rows: zip(words, cosines).map { [$0, NumberText.short($1)] }, theirRows: words.count))
  }

  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch name {
    case "words": return .list(words.map { .text($0) })
    case "indices": return .list(indices.map { .number(Double($0)) })
    case "cosines":
      return .tensor(
        notebook.graph.constant(
          Tensor(shape: [cosines.count], values: cosines.map { Float($0) })))
    default: return nil
    }
  }
}

extension Notebook {
  /// Names of things that are counted from 0: a list of texts and numbers, the vocabulary of tokens
  /// or of a tokenizer, a data set's classes; nil for anything else.
  func names(of value: Value) -> [String]? {
    switch value {
    case .tokens(let tokens): return tokens.vocabulary.tokens
    case .dataset(let data): return data.classNames
    case .object(let object as TokenizerObject): return object.tokenizer.vocabulary.tokens
    case .list(let items), .tuple(let items):
      let texts = items.compactMap { item -> String? in
        switch item {
        case .text(let text): text
        case .number(let number): NumberText.short(number)
        default: nil
        }
      }
      return texts.count == items.count ? texts : nil
    default: return nil
    }
  }
}
