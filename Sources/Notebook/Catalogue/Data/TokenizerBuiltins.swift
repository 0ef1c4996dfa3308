// Tokenizers of the language: made from a text or from vocabulary files.

import Engine
import Language

extension Builtins {
  static let tokenizers: [Builtin] = [
    bpe, wordpiece, wordTokenizer, charTokenizer, byteTokenizer, encodeText, decodeTokens,
  ]

  private static let bpe = Builtin(
    descriptor: Descriptor(
      "bpe", .data,
      signature:
        "bpe(text=none, vocab=500, min_frequency=2, add_prefix_space=false, specials=[], "
        + "vocab_file=none, merges_file=none)",
      summary: "GPT-2's tokenizer, byte-level BPE: learnt from a text, or read from two files.",
      source: "R. Sennrich et al. (2016); A. Radford et al. (2019), GPT-2",
      example: "tok = bpe(\"the man sees the man\", vocab=260)\ntok.decode(tok.encode(\"the man\"))"
    )
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return try tokenizer(notebook, call) { watch throws(EngineError) in
      let prefix = try arguments.flag("add_prefix_space")
      let specials = try arguments.textList("specials")
      if try arguments.optionalText("vocab_file") != nil {
        return try BytePairEncoding(
          vocabularyFile: try arguments.path("vocab_file"),
          mergesFile: try arguments.path("merges_file"),
          addPrefixSpace: prefix, specials: specials)
      }
      return try BytePairEncoding(
        training: try arguments.textList("text"), vocab: try arguments.positive("vocab"),
        minFrequency: try arguments.integer("min_frequency"), addPrefixSpace: prefix,
        specials: specials, watch: watch)
    }
  }

  private static let wordpiece = Builtin(
    descriptor: Descriptor(
      "wordpiece", .data,
      signature:
        "wordpiece(text=none, vocab=1000, min_frequency=2, lowercase=true, language=en, "
        + "vocab_file=none)",
      summary: "BERT's tokenizer: learnt from a text, or read from a vocab.txt.",
      source: "Y. Wu et al. (2016); J. Devlin et al. (2018), BERT",
      example:
        "tok = wordpiece(\"the man sees the men\", vocab=40)\n"
        + "ids, segments = tok.encode_pair(\"the man\", \"the men\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return try tokenizer(notebook, call) { watch throws(EngineError) in
      let lowercase = try arguments.flag("lowercase")
      let language = try arguments.language()
      if try arguments.optionalText("vocab_file") != nil {
        return try WordPiece(
          vocabulary: try Vocabulary(file: try arguments.path("vocab_file")), lowercase: lowercase,
          language: language)
      }
      return try WordPiece(
        training: try arguments.text("text"), vocab: try arguments.positive("vocab"),
        minFrequency: try arguments.integer("min_frequency"), lowercase: lowercase,
        language: language, watch: watch)
    }
  }

  private static let wordTokenizer = Builtin(
    descriptor: Descriptor(
      "word_tokenizer", .data,
      signature:
        "word_tokenizer(text, min_freq=1, max_tokens=none, specials=[\"<pad>\", \"<unk>\"], "
        + "language=en)",
      summary: "Whole words, lower-cased, the most frequent first; rare ones become <unk>.",
      source: "the vocabulary of torchtext",
      example: "tok = word_tokenizer(\"the man sees the man\", min_freq=2)\ntok.encode(\"a man\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return try tokenizer(notebook, call) { _ throws(EngineError) in
      try WordTokenizer(
        training: try arguments.text("text"), minFrequency: try arguments.integer("min_freq"),
        mostTokens: try arguments.optionalInteger("max_tokens"),
        specials: try arguments.textList("specials"), language: try arguments.language())
    }
  }

  private static let charTokenizer = Builtin(
    descriptor: Descriptor(
      "char_tokenizer", .data, signature: "char_tokenizer(text, specials=[])",
      summary: "Characters as a person sees them, in the order of Unicode.",
      source: "Unicode annex 29",
      example: "tok = char_tokenizer(\"the man sees the man\")\ntok.encode(\"seen\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return try tokenizer(notebook, call) { _ throws(EngineError) in
      try CharacterTokenizer(
        training: try arguments.text("text"), specials: try arguments.textList("specials"))
    }
  }

  private static let byteTokenizer = Builtin(
    descriptor: Descriptor(
      "byte_tokenizer", .data, signature: "byte_tokenizer()",
      summary: "The bytes of UTF-8: 256 tokens that know every text.",
      source: "F. Yergeau (2003), RFC 3629",
      example: "byte_tokenizer().encode(\"ağaç\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    return .object(TokenizerObject(tokenizer: ByteTokenizer()))
  }

  private static let encodeText = Builtin(
    descriptor: Descriptor(
      "encode", .data, signature: "encode(tokenizer, text)",
      summary: "The tokens of a text; other tokens, or a list of a vocabulary's tokens, serve as "
        + "tokenizer too.",
      shapes: "[n]", example: "encode(byte_tokenizer(), \"abc\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let (value, range) = try call.required("tokenizer", at: 0)
    if case .tokens(let other) = value {
      return try encode(try call.text("text", at: 1), like: other, notebook, call.range)
    }
    guard let tokenizer = tokenizer(value) else {
      throw Diagnostic(
        "encode needs a tokenizer or a vocabulary, not \(value.kind)", at: range,
        hint: "for example encode(bpe(corpus()), \"the man\")")
    }
    return try encode(try call.text("text", at: 1), by: tokenizer, notebook, call.range)
  }

  private static let decodeTokens = Builtin(
    descriptor: Descriptor(
      "decode", .data, signature: "decode(tokenizer, ids)",
      summary: "The text of tokens; a list of the vocabulary's tokens serves as tokenizer too.",
      example: "data = adder(digits=2)\ndecode(data.vocabulary, data.x[0])")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let (value, range) = try call.required("tokenizer", at: 0)
    let indices = try call.indices("ids", at: 1, notebook)
    guard let tokenizer = tokenizer(value) else {
      throw Diagnostic(
        "decode needs a tokenizer or a vocabulary, not \(value.kind)", at: range,
        hint: "for example decode(tok, tok.encode(\"the man\"))")
    }
    return .text(
      try notebook.located(call.range) { () throws(EngineError) in
        try tokenizer.decode(indices)
      })
  }

  // MARK: Helpers

  /// A tokenizer, or what cuts by the vocabulary of tokens or of a list of texts.
  private static func tokenizer(_ value: Value) -> (any Tokenizer)? {
    let vocabulary: Vocabulary
    switch value {
    case .object(let object): return (object as? TokenizerObject)?.tokenizer
    case .tokens(let tokens): vocabulary = tokens.vocabulary
    case .list(let items):
      let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
      guard texts.count == items.count else { return nil }
      vocabulary = Vocabulary(texts)
    default: return nil
    }
    let isCharacters = vocabulary.tokens.allSatisfy { $0.count == 1 || $0.hasPrefix("<") }
    return isCharacters
      ? CharacterTokenizer(vocabulary: vocabulary) : WordTokenizer(vocabulary: vocabulary)
  }

  private static func tokenizer(
    _ notebook: Notebook, _ call: BuiltinCall,
    _ make: (@escaping WorkWatch) throws(EngineError) -> any Tokenizer
  ) throws(Diagnostic) -> Value {
    .object(
      TokenizerObject(
        tokenizer: try notebook.watched(
          "learning \(call.descriptor.name)", unit: "tokens", call.range, make)))
  }

  /// A text cut and numbered as other tokens are.
  static func encode(
    _ text: String, like other: TokenSequence, _ notebook: Notebook, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let tokens = try notebook.located(range) { () throws(EngineError) in
      try TokenSequence(text, like: other)
    }
    notebook.remember(tokens)
    return .tokens(tokens)
  }

  /// A text's tokens as a value that shows their names and computes with their numbers.
  static func encode(
    _ text: String, by tokenizer: any Tokenizer, _ notebook: Notebook, _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let tokens = try notebook.located(range) { () throws(EngineError) in
      try TokenSequence(
        indices: try tokenizer.encode(text), vocabulary: tokenizer.vocabulary)
    }
    notebook.remember(tokens)
    return .tokens(tokens)
  }
}
