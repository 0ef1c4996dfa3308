// Bags of words: how often each word of a vocabulary is in a document (Harris 1954). The weights of
// TF-IDF are in TFIDFVectorizer.

/// Counts words, or sequences of words, as scikit-learn's `CountVectorizer` does.
public struct CountVectorizer: Sendable {
  /// How documents are cut and which terms are kept.
  public struct Options: Hashable, Sendable {
    /// Whether capitals are put into lower case first.
    public var lowercase = true
    /// Whose letters are put into lower case.
    public var language = TextLanguage.english
    /// Shorter words are dropped; scikit-learn's pattern has 2.
    public var shortestWord = 2
    /// How many words a term has, at least and at most.
    public var ngrams = 1...1
    /// Terms in fewer documents are left out.
    public var minDocuments = 1
    /// Only the most frequent terms are kept, of equally frequent ones the first by alphabet.
    public var mostFeatures: Int?
    /// Whether a count is only 0 or 1.
    public var binary = false

    /// scikit-learn's defaults, for English.
    public init() {}
  }

  /// What it was made with.
  public let options: Options
  /// The terms in the order of their Unicode scalars: the columns of the counts.
  public let vocabulary: Vocabulary

  /// Finds the terms of documents.
  public init(
    fitting documents: [String], _ options: Options = Options()
  ) throws(EngineError) {
    try Self.check(options)
    var documentCounts: [ExactText: Int] = [:]
    var totals: [ExactText: Int] = [:]
    for document in documents {
      let terms = Self.terms(document, options).map { ExactText($0) }
      for term in Set(terms) { documentCounts[term, default: 0] += 1 }
      for term in terms { totals[term, default: 0] += 1 }
    }
    var kept = documentCounts.filter { $0.value >= options.minDocuments }.map(\.key.text)
      .sorted { ExactText.precedes($0, $1) }
    if let most = options.mostFeatures, kept.count > most {
      let byTotal = kept.indices.sorted { a, b in
        let (x, y) = (totals[ExactText(kept[a])] ?? 0, totals[ExactText(kept[b])] ?? 0)
        return x != y ? x > y : a < b
      }
      kept = byTotal.prefix(most).sorted().map { kept[$0] }
    }
    guard !kept.isEmpty else {
      throw EngineError(
        "the documents have no words to count",
        hint: "words of at least \(options.shortestWord) letters in at least "
          + "\(options.minDocuments) document\(options.minDocuments == 1 ? "" : "s") are counted")
    }
    self.options = options
    vocabulary = Vocabulary(kept)
  }

  private static func check(_ options: Options) throws(EngineError) {
    guard options.shortestWord >= 1 else {
      throw EngineError("min_length is \(options.shortestWord); a word has at least 1 letter")
    }
    guard options.ngrams.lowerBound >= 1, options.ngrams.upperBound <= 16 else {
      throw EngineError(
        "ngram_range is [\(options.ngrams.lowerBound), \(options.ngrams.upperBound)]; "
          + "a term has 1 to 16 words")
    }
    guard options.minDocuments >= 1 else {
      throw EngineError("min_df is \(options.minDocuments); it is at least 1")
    }
    if let most = options.mostFeatures, most < 1 {
      throw EngineError("max_features is \(most); it is at least 1")
    }
  }

  /// The counts of documents, `[documents, terms]`; words that are no term are not counted.
  public func counts(_ documents: [String]) throws(EngineError) -> Tensor {
    let shape = Shape([documents.count, vocabulary.count])
    try Limits.check(shape, for: "count_vectorizer")
    var values = [Float](repeating: 0, count: shape.count)
    for (row, document) in documents.enumerated() {
      for term in Self.terms(document, options) {
        guard let column = vocabulary.index(of: term) else { continue }
        let place = row * vocabulary.count + column
        values[place] = options.binary ? 1 : values[place] + 1
      }
    }
    return Tensor(shape: shape, values: values)
  }

  /// The words of a document, then its pairs, and so on.
  static func terms(_ document: String, _ options: Options) -> [String] {
    let text =
      options.lowercase ? TextCase.lower(document, language: options.language) : document
    let words = TextUnits.words(text, marks: false)
      .filter { $0.unicodeScalars.count >= options.shortestWord }
    if options.ngrams == 1...1 { return words }
    var terms: [String] = []
    for length in options.ngrams where length <= words.count {
      for start in 0...words.count - length {
        terms.append(words[start..<start + length].joined(separator: " "))
      }
    }
    return terms
  }
}
