// Term frequency times inverse document frequency: rare words weigh more (Spärck Jones 1972).

internal import CKernels

/// Weighs counted words as scikit-learn's `TfidfVectorizer` does.
public struct TFIDFVectorizer: Sendable {
  /// How the row of a document is scaled.
  public enum Norm: String, Hashable, Sendable, CaseIterable {
    /// The sum of the absolute values, or the Euclidean length.
    case l1, l2
  }

  /// Counts the words.
  public let counter: CountVectorizer
  /// What rows are divided by; nil leaves them.
  public let norm: Norm?
  /// Whether a term that occurs tf times counts 1 + ln tf.
  public let sublinear: Bool
  /// ln((1 + n) / (1 + df)) + 1, or ln(n / df) + 1 unsmoothed, for each term.
  public let idf: [Double]

  /// The tokens with their indices.
  public var vocabulary: Vocabulary { counter.vocabulary }

  /// Learns the vocabulary and the weights of words from documents.
  ///
  /// - Throws: when no word is left.
  public init(
    fitting documents: [String], _ options: CountVectorizer.Options = CountVectorizer.Options(),
    norm: Norm? = .l2, smooth: Bool = true, sublinear: Bool = false
  ) throws(EngineError) {
    counter = try CountVectorizer(fitting: documents, options)
    self.norm = norm
    self.sublinear = sublinear
    let counts = try counter.counts(documents)
    let terms = counter.vocabulary.count
    idf = (0..<terms).map { term in
      let found = (0..<documents.count).filter { counts.values[$0 * terms + term] > 0 }.count
      let (n, df) = (Double(documents.count), Double(found))
      return smooth
        ? nabla_log_double((1 + n) / (1 + df)) + 1 : nabla_log_double(n / max(df, 1)) + 1
    }
  }

  /// The weights of documents, `[documents, terms]`. A document without known words is a row of 0.
  public func weights(_ documents: [String]) throws(EngineError) -> Tensor {
    let counts = try counter.counts(documents)
    let terms = vocabulary.count
    var values: [Float] = []
    values.reserveCapacity(counts.count)
    for row in 0..<documents.count {
      var weights = (0..<terms).map { term -> Double in
        let count = Double(counts.values[row * terms + term])
        let frequency = sublinear && count > 0 ? 1 + nabla_log_double(count) : count
        return frequency * idf[term]
      }
      var size = 0.0
      switch norm {
      case .l2: size = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      case .l1: size = weights.reduce(0) { $0 + abs($1) }
      case nil: break
      }
      if size > 0 { weights = weights.map { $0 / size } }
      for weight in weights { values.append(Float(weight)) }
    }
    return Tensor(shape: counts.shape, values: values)
  }
}
