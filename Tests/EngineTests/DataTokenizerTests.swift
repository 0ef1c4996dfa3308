import Engine
import Testing

/// Tokenizers beyond the reference cases: every text comes back, ties have one outcome, errors say
/// what is wrong.
@Suite struct DataTokenizerTests {
  /// A random text of any scalars, many of them from alphabets that are easily got wrong.
  private func text(_ seed: Int, length: Int) -> String {
    let random = RandomStream(seed: 3, stream: UInt64(seed))
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0...0x1F, 0xC0...0x17F, 0x300...0x36F, 0x370...0x3FF,
      0x400...0x4FF, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F,
      0x4E00...0x4EFF, 0xAC00...0xAD00, 0xFE00...0xFE0F, 0x1F600...0x1F64F, 0...0x10FFFF,
    ]
    var view = String.UnicodeScalarView()
    for index in 0..<length {
      let block = blocks[random.integer(at: 2 * index, below: blocks.count)]
      let value = block.lowerBound + UInt32(random.integer(at: 2 * index + 1, below: block.count))
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  @Test func everyTextComesBack() throws {
    let corpus = try CorpusText.text(language: "all")
    let bpe = try BytePairEncoding(training: corpus, vocab: 400)
    let marked = try BytePairEncoding(
      training: "<|end|> the man <|end|>", vocab: 262, specials: ["<|end|>", "<|end|>x"])
    for seed in 0..<80 {
      let text = text(seed, length: seed)
      #expect(isSame(try bpe.decode(try bpe.encode(text)), text))
      #expect(isSame(try marked.decode(try marked.encode(text + "<|end|>")), text + "<|end|>"))
      #expect(isSame(try ByteTokenizer().decode(ByteTokenizer().encode(text)), text))
      if !text.isEmpty {
        let characters = try CharacterTokenizer(training: text)
        #expect(isSame(try characters.decode(try characters.encode(text)), text))
      }
    }
    #expect(isSame(try bpe.decode(try bpe.encode(corpus)), corpus))
  }

  @Test func everyByteComesBack() throws {
    let bpe = try BytePairEncoding(training: "the man sees the boy", vocab: 262)
    let all = (0..<256).map { byte in
      bpe.vocabulary.index(of: String(ByteAlphabet.scalars[byte])) ?? -1
    }
    #expect(try bpe.bytes(all) == Array(0...255))
    #expect(ByteAlphabet.bytes(ByteAlphabet.text(0...255)) == Array(0...255))
    #expect(ByteAlphabet.bytes("Ġ€") == nil)
    // Bytes that are no UTF-8 become the replacement character.
    #expect(try bpe.decode([all[0x80]]) == "\u{FFFD}")
    #expect(try ByteTokenizer().decode([0x41, 0xFF]) == "A\u{FFFD}")
  }

  /// Merging in one go gives what merging the best pair again and again gives.
  @Test func mergesAreThoseOfTheDefinition() throws {
    let corpus = try CorpusText.text(language: "tr")
    let bpe = try BytePairEncoding(training: corpus, vocab: 380)
    let ranks = Dictionary(
      bpe.merges.enumerated().map { ("\($0.element.left) \($0.element.right)", $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for word in TextUnits.words(corpus).prefix(120) + ["aaaaaaa", "çiçekçiçek"] {
      var parts = ByteAlphabet.text(word.utf8).map { String($0) }
      while parts.count > 1 {
        let pairs = (1..<parts.count).map { ranks["\(parts[$0 - 1]) \(parts[$0])"] ?? .max }
        guard let best = pairs.min(), best < .max, let place = pairs.firstIndex(of: best) else {
          break
        }
        parts.replaceSubrange(place...place + 1, with: [parts[place] + parts[place + 1]])
      }
      #expect(try bpe.tokens(word) == parts, "\(word)")
    }
  }

  @Test func longPiecesAreQuick() throws {
    let bpe = try BytePairEncoding(training: "aaaa aaaa aaaaaaaa", vocab: 260)
    let long = String(repeating: "a", count: 20_000)
    #expect(try bpe.decode(try bpe.encode(long)) == long)
    let pieces = try WordPiece(training: "aaaa aaaa", vocab: 20)
    #expect(try pieces.tokens(long) == ["[UNK]"])
  }

  @Test func trainingIsRepeatable() throws {
    let corpus = try CorpusText.text(language: "tr")
    let first = try WordPiece(training: corpus, vocab: 300, language: .turkish)
    let second = try WordPiece(training: corpus, vocab: 300, language: .turkish)
    #expect(first.vocabulary.tokens == second.vocabulary.tokens)
    #expect(first.vocabulary.count == 300)
    #expect(Array(first.vocabulary.tokens[..<5]) == WordPiece.specialTokens)
    // Ties: both pairs are there twice, the one of the earlier letters comes first.
    let bpe = try BytePairEncoding(training: "cd ab ab cd", vocab: 258)
    #expect(bpe.merges.map { $0.left + $0.right } == ["ab", "cd"])
    // Too rare pairs are left alone.
    #expect(try BytePairEncoding(training: "ab", vocab: 300).vocabulary.count == 256)
  }

  @Test func wordPiecesOfTheirOwnText() throws {
    let corpus = try CorpusText.text()
    let pieces = try WordPiece(training: corpus, vocab: 500)
    let unknown = try #require(pieces.vocabulary.index(of: "[UNK]"))
    #expect(!(try pieces.encode(corpus)).contains(unknown))
    #expect(
      try pieces.decode(try pieces.encode("The man sees, the boats."))
        == "the man sees , the boats .")
  }

  @Test func wordsAndCharacters() throws {
    let words = try WordTokenizer(training: "the man sees the man and the boy", minFrequency: 2)
    #expect(words.vocabulary.tokens == ["<pad>", "<unk>", "the", "man"])
    #expect(try words.encode("The <pad> man, a dog") == [2, 0, 3, 1, 1])
    #expect(try words.decode([2, 3, 1]) == "the man <unk>")
    let few = try WordTokenizer(training: "a b a c b a", mostTokens: 4)
    #expect(few.vocabulary.tokens == ["<pad>", "<unk>", "a", "b"])
    let turkish = try WordTokenizer(training: "IŞIK ışık", specials: [], language: .turkish)
    #expect(turkish.vocabulary.tokens == ["ışık"])
    let characters = try CharacterTokenizer(training: "cab", specials: ["<pad>", "<unk>"])
    #expect(characters.vocabulary.tokens == ["<pad>", "<unk>", "a", "b", "c"])
    #expect(try characters.encode("ab<pad>z") == [2, 3, 0, 1])
    // é in one part and in two are two tokens: each comes back as it was.
    #expect(try CharacterTokenizer(training: "é e\u{301}").vocabulary.count == 3)
  }

  @Test func specialTokens() throws {
    let bpe = try BytePairEncoding(
      training: "a<s>b<s>", vocab: 260, specials: ["<s>", "<s>!"])
    #expect(try bpe.tokens("a<s>b<s>!c") == ["a", "<s>", "b", "<s>!", "c"])
    #expect(try bpe.tokens("<s><s") == ["<s>", "<", "s"])
  }

  // MARK: Files

  private let vocabulary = Array(
    ("{"
      + ByteAlphabet.scalars.sorted().enumerated().map { index, scalar in
        scalar == "\"" || scalar == "\\" ? "\"\\\(scalar)\": \(index)" : "\"\(scalar)\": \(index)"
      }.joined(separator: ", ") + ", \"th\": 256, \"\\u0120the\": 258, \"the\": 257}").utf8)

  @Test func vocabularyFiles() throws {
    let bpe = try BytePairEncoding(
      vocabularyJSON: vocabulary, named: "v",
      mergesText: Array("#version: 0.2\nt h\nth e\r\nĠ the\n".utf8),
      named: "m")
    #expect(try bpe.tokens("the the") == ["the", "Ġthe"])
    #expect(try bpe.encode(" the") == [258])
  }

  @Test(arguments: [
    ("t h\nx y\n", "merge 2, 'x y', makes no token of the vocabulary"),
    ("t h e\n", "m line 1 is not two tokens with a blank between"),
    ("t \n", "m line 1 is not two tokens with a blank between"),
    ("t h\nth\n", "m line 2 is not two tokens with a blank between"),
  ])
  func mergesThatAreWrong(_ merges: String, _ message: String) {
    let error = #expect(throws: EngineError.self) {
      try BytePairEncoding(
        vocabularyJSON: vocabulary, named: "v", mergesText: Array(merges.utf8), named: "m")
    }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    ("{\"a\": 1}", "v: the tokens are not numbered 0 to 0, each once"),
    ("{\"a\": 0, \"b\": 0}", "v: the tokens are not numbered 0 to 1, each once"),
    ("{\"a\": 0, \"a\": 1}", "v: a token is there twice"),
    ("{\"a\": 0}", "the vocabulary has no token 'Ā' for byte 0"),
    ("[]", "v is not valid JSON: '{' is expected at byte 0"),
    ("{\"a\": -1}", "v is not valid JSON: a whole number is expected at byte 6"),
    ("", "v is not valid JSON: '{' is expected at byte 0"),
  ])
  func vocabulariesThatAreWrong(_ json: String, _ message: String) {
    let error = #expect(throws: EngineError.self) {
      try BytePairEncoding(
        vocabularyJSON: Array(json.utf8), named: "v", mergesText: [], named: "m")
    }
    #expect(error?.message == message)
  }

  // MARK: Errors

  @Test func errors() {
    func message(_ body: () throws -> Any) -> EngineError? {
      #expect(throws: EngineError.self) { _ = try body() }
    }
    #expect(
      message { try BytePairEncoding(training: "a", vocab: 255) }
        == EngineError(
          "a vocabulary of 255 tokens is too small for this text",
          hint: "its 256 single symbols alone are more"))
    #expect(
      message { try BytePairEncoding(training: "a", vocab: 1 << 30) }?.message
        == "a vocabulary of 1073741824 tokens is more than 1048576")
    #expect(message { try BytePairEncoding(training: "") }?.message == "the text is empty")
    #expect(message { try WordPiece(training: " ") }?.message == "the text has no words")
    #expect(
      message { try WordPiece(vocabulary: Vocabulary(["[UNK]", "[CLS]"])) }
        == EngineError(
          "the vocabulary has no token '[SEP]'", hint: "word pieces need [UNK], [CLS] and [SEP]"))
    #expect(
      message { try ByteTokenizer().decode([256]) }
        == EngineError(
          "there is no token 256 in a vocabulary of 256", hint: "they are numbered 0 to 255"))
    #expect(
      message { try CharacterTokenizer(training: "ab").encode("abc") }
        == EngineError(
          "'c' is not in the vocabulary of 2 tokens",
          hint: "a special token \"<unk>\" would stand for what is not known"))
    #expect(
      message { try Vocabulary(counting: ["a"], specials: ["<pad>"], unknown: "<unk>") }?.message
        == "the unknown token '<unk>' is not among the special tokens")
    #expect(
      message { try WordPiece(training: "a", vocab: 40).encodeFramed("a", maxLength: 1) }?.message
        == "max_length is 1; [CLS] and [SEP] alone take 2 tokens")
  }
}
