// Functions of texts: cases, sentences, counts, padding.

import Engine
import Language

extension Builtins {
  static let texts: [Builtin] =
    tokenizers + [
      corpus, tokens, windows,
      lower, upper, replace, sentences, paragraphs, ngrams, bagOfWords, countVectorizer,
      tfidfVectorizer,
      padSequence, packSequence, nearest,
    ]

  private static let corpus = Builtin(descriptor: CorpusText.descriptor) {
    notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return .text(
      try notebook.located(call.range) { () throws(EngineError) in
        try CorpusText.text(language: try arguments.text("language"))
      })
  }

  private static let lower = Builtin(
    descriptor: Descriptor(
      "lower", .data, signature: "lower(text, language=en)",
      summary: "A text in lower case; language=\"tr\" knows ı and İ.",
      source: "The Unicode Standard, SpecialCasing",
      example: "lower(\"IŞIK İĞNE\", language=\"tr\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return .text(
      try notebook.located(call.range) { () throws(EngineError) in
        TextCase.lower(try arguments.text("text"), language: try arguments.language())
      })
  }

  private static let upper = Builtin(
    descriptor: Descriptor(
      "upper", .data, signature: "upper(text, language=en)",
      summary: "A text in upper case; language=\"tr\" knows ı and İ.",
      source: "The Unicode Standard, SpecialCasing",
      example: "upper(\"ışık iğne\", language=\"tr\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return .text(
      try notebook.located(call.range) { () throws(EngineError) in
        TextCase.upper(try arguments.text("text"), language: try arguments.language())
      })
  }

  private static let sentences = Builtin(
    descriptor: Descriptor(
      "sentences", .data, signature: "sentences(text)",
      summary: "The sentences of a text as a list of texts.",
      example: "sentences(\"The man sees the boy. Does the boy see him?\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    return .list(TextUnits.sentences(try call.text("text", at: 0)).map { .text($0) })
  }

  private static let paragraphs = Builtin(
    descriptor: Descriptor(
      "paragraphs", .data, signature: "paragraphs(text)",
      summary: "The parts of a text between blank lines as a list of texts.",
      example: "paragraphs(\"One.\\n\\nTwo.\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    return .list(TextUnits.paragraphs(try call.text("text", at: 0)).map { .text($0) })
  }

  private static let ngrams = Builtin(
    descriptor: Descriptor(
      "ngrams", .data, signature: "ngrams(tokens, context=2, alpha=0)",
      summary:
        "A language model by counting: P(next | the `context` tokens before), n-grams of context + 1.",
      formula: "P(w | c) = (count(c w) + α) / (count(c) + α · vocabulary)",
      source: "C. Shannon (1948), A mathematical theory of communication",
      example:
        "t = tokens(\"the man sees the man and the man sees the boy\")\n"
        + "m = ngrams(t, context=3)\nm.probability(\"boy\", \"man sees the\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let tokens = try sequence(call, "tokens")
    return .object(
      NGramObject(
        model: try notebook.located(call.range) { () throws(EngineError) in
          try NGramModel(
            tokens, context: try arguments.integer("context"),
            alpha: try arguments.number("alpha"))
        }))
  }

  private static let bagOfWords = Builtin(
    descriptor: Descriptor(
      "bag_of_words", .data, signature: "bag_of_words(tokens)",
      summary: "How often each token of the vocabulary occurs; the order is lost.",
      shapes: "→ [vocabulary]", source: "Z. Harris (1954), Distributional structure",
      example: "bag_of_words(tokens(\"the man sees the boy\"))")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let tokens = try sequence(call, "tokens")
    var counts = [Float](repeating: 0, count: tokens.vocabulary.count)
    for index in tokens.indices { counts[index] += 1 }
    return .tensor(
      notebook.graph.constant(Tensor(shape: [counts.count], values: counts)))
  }

  private static let countVectorizer = Builtin(
    descriptor: Descriptor(
      "count_vectorizer", .data,
      signature:
        "count_vectorizer(documents, ngram_range=[1, 1], min_df=1, max_features=none, "
        + "binary=false, lowercase=true, min_length=2, language=en)",
      summary: "Counts words in documents: x, vocabulary, and transform for other documents.",
      shapes: "x [documents, terms]", source: "scikit-learn CountVectorizer",
      example:
        "v = count_vectorizer([\"the man sees the boy\", \"the boy sees\"])\n"
        + "v.transform([\"a boy\"])")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let documents = try call.texts("documents", at: 0)
    return .object(
      try notebook.located(call.range) { () throws(EngineError) in
        let counter = try CountVectorizer(fitting: documents, try options(arguments))
        return VectorizerObject(vectorizer: .counts(counter), x: try counter.counts(documents))
      })
  }

  private static let tfidfVectorizer = Builtin(
    descriptor: Descriptor(
      "tfidf_vectorizer", .data,
      signature:
        "tfidf_vectorizer(documents, ngram_range=[1, 1], min_df=1, max_features=none, "
        + "binary=false, lowercase=true, min_length=2, norm=l2, smooth_idf=true, "
        + "sublinear_tf=false, language=en)",
      summary: "Weighs words in documents, rare ones more: x, idf, vocabulary, transform.",
      shapes: "x [documents, terms]", formula: "tf · (ln((1 + n) / (1 + df)) + 1), rows of norm 1",
      source: "K. Spärck Jones (1972); scikit-learn TfidfVectorizer",
      example: "v = tfidf_vectorizer([\"the man sees the boy\", \"the boy sees\"])\nv.idf")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let documents = try call.texts("documents", at: 0)
    return .object(
      try notebook.located(call.range) { () throws(EngineError) in
        let norm = try arguments.optionalText("norm").map { name throws(EngineError) in
          guard let norm = TFIDFVectorizer.Norm(rawValue: name) else {
            throw EngineError("tfidf_vectorizer: 'norm' must be l1, l2 or none, not \"\(name)\"")
          }
          return norm
        }
        let weights = try TFIDFVectorizer(
          fitting: documents, try options(arguments), norm: norm,
          smooth: try arguments.flag("smooth_idf"), sublinear: try arguments.flag("sublinear_tf"))
        return VectorizerObject(vectorizer: .weights(weights), x: try weights.weights(documents))
      })
  }

  private static let padSequence = Builtin(
    descriptor: Descriptor(
      "pad_sequence", .data,
      signature: "pad_sequence(sequences, batch_first=true, padding_value=0)",
      summary: "Sequences of different lengths as one tensor, and a mask of what is real.",
      shapes: "→ [n, longest], mask [n, longest]", source: "torch.nn.utils.rnn.pad_sequence",
      example: "x, mask = pad_sequence([[1, 2, 3], [4]])")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let sequences = try sequences(notebook, call)
    let (padded, batchFirst) = try notebook.located(call.range) { () throws(EngineError) in
      (
        try Padding.pad(sequences, value: Float(try arguments.number("padding_value"))),
        try arguments.flag("batch_first")
      )
    }
    return .tuple(
      [padded.values, padded.mask].map { tensor in
        .tensor(notebook.graph.constant(batchFirst ? tensor : transposed(tensor)))
      })
  }

  private static let packSequence = Builtin(
    descriptor: Descriptor(
      "pack_sequence", .data, signature: "pack_sequence(sequences, length, padding_value=0)",
      summary: "Several sequences in a row of `length`, none cut; with their segments and places.",
      shapes: "→ x, segments, positions, each [rows, length]",
      source: "first-fit decreasing (D. Johnson 1973)",
      example: "x, segments, positions = pack_sequence([[1, 2, 3], [4], [5, 6]], length=4)")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let sequences = try sequences(notebook, call)
    let packed = try notebook.located(call.range) { () throws(EngineError) in
      try Padding.pack(
        sequences, length: try arguments.integer("length"),
        value: Float(try arguments.number("padding_value")))
    }
    return .tuple(
      [packed.values, packed.segments, packed.positions].map {
        .tensor(notebook.graph.constant($0))
      })
  }

  // MARK: Helpers

  private static func options(
    _ arguments: Arguments
  ) throws(EngineError) -> CountVectorizer.Options {
    var options = CountVectorizer.Options()
    let range = try arguments.integers("ngram_range")
    guard range.count == 2, range[0] >= 1, range[0] <= range[1] else {
      throw EngineError(
        "\(arguments.name): 'ngram_range' must be two whole numbers such as [1, 2]")
    }
    options.ngrams = range[0]...range[1]
    options.minDocuments = try arguments.integer("min_df")
    options.mostFeatures = try arguments.optionalInteger("max_features")
    options.binary = try arguments.flag("binary")
    options.lowercase = try arguments.flag("lowercase")
    options.shortestWord = try arguments.integer("min_length")
    options.language = try arguments.language()
    return options
  }

  private static func sequence(
    _ call: BuiltinCall, _ name: String
  ) throws(Diagnostic) -> TokenSequence {
    let (value, range) = try call.required(name, at: 0)
    guard case .tokens(let tokens) = value else {
      throw Diagnostic(
        "\(call.descriptor.name) needs tokens, not \(value.kind)", at: range,
        hint: "\(call.descriptor.name)(tokens(\"…\"))")
    }
    return tokens
  }

  /// The rows of a list of lists, tokens or tensors of one axis.
  private static func sequences(
    _ notebook: Notebook, _ call: BuiltinCall
  ) throws(Diagnostic) -> [[Float]] {
    let (value, range) = try call.required("sequences", at: 0)
    switch value {
    case .list(let items), .tuple(let items):
      var rows: [[Float]] = []
      for item in items {
        if case .list(let inner) = item, inner.isEmpty {
          rows.append([])
          continue
        }
        let node = try notebook.tensor(item, range, for: call.descriptor.name)
        let tensor = try notebook.value(of: node, range)
        guard tensor.shape.rank == 1 else {
          throw Diagnostic(
            "\(call.descriptor.name): a sequence has one axis, this one has shape \(tensor.shape)",
            at: range)
        }
        rows.append(tensor.values)
      }
      return rows
    default:
      let tensor = try call.tensor("sequences", at: 0, notebook)
      guard tensor.shape.rank == 2 else {
        throw Diagnostic(
          "\(call.descriptor.name) needs a list of sequences, not \(value.kind) of shape "
            + "\(tensor.shape)", at: range)
      }
      let width = tensor.shape[1]
      return (0..<tensor.shape[0]).map { Array(tensor.values[$0 * width..<($0 + 1) * width]) }
    }
  }

  private static func transposed(_ tensor: Tensor) -> Tensor {
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    return Tensor(
      shape: [columns, rows],
      values: (0..<tensor.count).map { tensor.values[$0 % rows * columns + $0 / rows] })
  }
}
