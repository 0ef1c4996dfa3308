import Engine
import TestSupport
import Testing

/// Counts, weights and tokenizers against scikit-learn, transformers and tokenizers.
@Suite struct DataTextGoldenTests {
  @Test(arguments: GoldenCase.paths("text", "count_vectorizer"))
  func counts(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let documents = try #require(golden["documents"]?.strings)
    let counter = try CountVectorizer(fitting: documents, try options(golden))
    #expect(counter.vocabulary.tokens == golden.text["vocabulary"]?.strings)
    try expectClose(try counter.counts(documents), golden, "output.0")
  }

  @Test(arguments: GoldenCase.paths("text", "tfidf"))
  func weights(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let documents = try #require(golden["documents"]?.strings)
    let vectorizer = try TFIDFVectorizer(
      fitting: documents, try options(golden),
      norm: golden["norm"]?.string.flatMap { TFIDFVectorizer.Norm(rawValue: $0) },
      smooth: try flag(golden, "smooth_idf"),
      sublinear: try flag(golden, "sublinear_tf"))
    #expect(vectorizer.vocabulary.tokens == golden.text["vocabulary"]?.strings)
    expectClose(
      vectorizer.idf.map { Float($0) }, try golden.expected("output.idf"), .relative(1e-6))
    let rows = try vectorizer.weights(documents)
    expectClose(rows.values, try golden.expected("output.0"), .relative(1e-6))
    let queries = try #require(golden["queries"]?.strings)
    if !queries.isEmpty {
      let rows = try vectorizer.weights(queries)
      expectClose(rows.values, try golden.expected("output.1"), .relative(1e-6))
    }
  }

  @Test(arguments: GoldenCase.paths("text", "ngrams"))
  func ngrams(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let n = try #require(golden["n"]?.int)
    let text = try TokenSequence(try #require(golden["sentence"]?.string))
    let model = try NGramModel(text, context: n - 1)
    let rows = model.rows.map { row in
      ((row.context + [row.next]).map { text.vocabulary[$0] }.joined(separator: " "), row)
    }.sorted { $0.0 < $1.0 }
    #expect(rows.map(\.0) == golden.text["ngrams"]?.strings)
    #expect(rows.map(\.1.count) == (try golden.ints("output.0")))
    expectClose(
      rows.map { Float($0.1.probability) }, try golden.expected("output.1"), .relative(1e-6))
  }

  @Test(arguments: GoldenCase.paths("text", "perplexity"))
  func perplexity(_ path: String) throws {
    let case_ = try GoldenGraph(try GoldenCase.load(named: path))
    let perplexity = try Perplexity.make(case_.inputs[0], case_.inputs[1], in: case_.graph)
    let length = try #require(case_.golden["length"]?.number)
    let total = try case_.add(
      Multiply(),
      try Losses.crossEntropy(case_.inputs[0], case_.inputs[1], in: case_.graph),
      case_.number(length))
    try case_.expect([perplexity, total])
  }

  @Test(arguments: GoldenCase.paths("text", "relative_position_bucket"))
  func buckets(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let operation = try RelativePositionBucket(
      bidirectional: try flag(golden, "bidirectional"),
      buckets: try #require(golden["buckets"]?.int),
      maxDistance: try #require(golden["max_distance"]?.int))
    let found = try golden.ints("input.0").map { Int(operation.bucket(Double($0))) }
    #expect(found == (try golden.ints("output.0")))
  }

  @Test func byteAlphabet() throws {
    let golden = try GoldenCase.load(named: "text/byte_alphabet")
    #expect(ByteAlphabet.scalars.map { String($0) } == golden.text["alphabet"]?.strings)
    #expect(ByteAlphabet.scalars.map { Int($0.value) } == (try golden.ints("output.0")))
  }

  @Test(arguments: GoldenCase.paths("text", "byte_level_bpe"))
  func bytePairEncoding(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let prefix = try flag(golden, "add_prefix_space")
    let trained = try BytePairEncoding(
      training: try #require(golden["training"]?.strings),
      vocab: 256 + (try #require(golden["merges"]?.int)), addPrefixSpace: prefix)
    let vocabulary = try #require(golden.text["vocabulary"]?.strings)
    let merges = try #require(golden.text["merges"]?.strings)
    #expect(trained.vocabulary.tokens == vocabulary)
    #expect(trained.merges.map { "\($0.left) \($0.right)" } == merges)
    let loaded = try BytePairEncoding(
      vocabulary: Vocabulary(vocabulary),
      merges: merges.map { line in
        let parts = line.split(separator: " ").map { String($0) }
        return (parts[0], parts[1])
      }, addPrefixSpace: prefix)
    let texts = try #require(golden["texts"]?.strings)
    let tokens = try #require(golden.text["tokens"]?.list)
    let rows = try unpadded(golden, "output.0")
    for (index, text) in texts.enumerated() {
      for tokenizer in [trained, loaded] {
        #expect(try tokenizer.encode(text) == rows[index], "\(text)")
        #expect(try tokenizer.tokens(text) == tokens[index].strings, "\(text)")
        let restored = try tokenizer.decode(rows[index])
        let isBlank = text.first?.isWhitespace != false
        #expect(restored == (prefix && !isBlank ? " " + text : text))
      }
    }
  }

  @Test(arguments: GoldenCase.paths("text", "wordpiece"))
  func wordPiece(_ path: String) throws {
    let golden = try GoldenCase.load(named: path)
    let tokenizer = try WordPiece(
      vocabulary: Vocabulary(try #require(golden["vocabulary"]?.strings)),
      lowercase: try flag(golden, "lowercase"))
    let texts = try #require(golden["texts"]?.strings)
    let tokens = try #require(golden.text["tokens"]?.list)
    let rows = try unpadded(golden, "output.0")
    for (index, text) in texts.enumerated() {
      #expect(try tokenizer.tokens(text) == tokens[index].strings, "\(text)")
      #expect(try tokenizer.encodeFramed(text).indices == rows[index], "\(text)")
    }
    guard golden.has("output.1") else { return }
    let ids = try unpadded(golden, "output.1")
    let segments = try unpadded(golden, "output.2")
    for (index, pair) in try #require(golden["pairs"]?.list).enumerated() {
      let pair = try #require(pair.strings)
      let found = try tokenizer.encodeFramed(
        pair[0], pair[1], maxLength: golden["max_length"]?.int)
      #expect(found.indices == ids[index])
      #expect(found.segments == segments[index])
    }
  }

  /// Every file of this kind has its test above.
  @Test func nothingIsLeftOut() {
    let known = [
      "count_vectorizer", "tfidf", "ngrams", "perplexity", "relative_position_bucket",
      "byte_alphabet", "byte_level_bpe", "wordpiece",
    ]
    for path in GoldenCase.paths("text") {
      #expect(known.contains { path.hasPrefix("text/\($0)") }, "\(path)")
    }
    #expect(GoldenCase.paths("text").count == 21)
  }

  private func options(_ golden: GoldenCase) throws -> CountVectorizer.Options {
    var options = CountVectorizer.Options()
    options.shortestWord = golden["pattern"]?.string == "(?u)\\b\\w\\w+\\b" ? 2 : 1
    let range = try #require(golden["ngram_range"]?.ints)
    options.ngrams = range[0]...range[1]
    options.minDocuments = golden["min_df"]?.int ?? 1
    options.mostFeatures = golden["max_features"]?.int
    options.binary = golden["binary"]?.bool ?? false
    options.lowercase = golden["lowercase"]?.bool ?? true
    return options
  }

  private func flag(_ golden: GoldenCase, _ name: String) throws -> Bool {
    let flag: Bool? = golden[name]?.bool
    return try #require(flag as Bool?)
  }

  /// The rows of a tensor without the −1 that fills them up.
  private func unpadded(_ golden: GoldenCase, _ name: String) throws -> [[Int]] {
    let values = try golden.ints(name)
    let shape = try golden.tensor(name).shape
    return (0..<shape[0]).map { row in
      Array(values[row * shape[1]..<(row + 1) * shape[1]].prefix { $0 >= 0 })
    }
  }
}
