import Engine
import Testing

/// Case, words, sentences, accents, n-grams, padding and the corpus.
@Suite struct DataWritingTests {
  // MARK: Case

  @Test(arguments: [
    ("IŞIK İĞNE", "ışık iğne"), ("I\u{307}", "i"), ("I\u{323}\u{307}", "i\u{323}"),
    ("I\u{301}\u{307}", "ı\u{301}\u{307}"), ("DIŞARI", "dışarı"), ("Iğdır", "ığdır"),
    ("ABC", "abc"),
  ])
  func turkishLowerCase(_ text: String, _ expected: String) {
    let found = TextCase.lower(text, language: .turkish)
    #expect(found.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(found)")
  }

  @Test(arguments: [
    ("IŞIK İ", "işik i\u{307}"), ("STRASSE ẞ", "strasse ß"), ("ΟΔΥΣΣΕΥΣ ΣΑΣ", "οδυσσευς σας"),
    ("Σ", "σ"), ("ΑΣ'", "ας'"), ("ПРИВЕТ", "привет"), ("Ǆ", "ǆ"), ("", ""), ("中🙂", "中🙂"),
  ])
  func lowerCase(_ text: String, _ expected: String) {
    let found = TextCase.lower(text)
    #expect(found.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(found)")
  }

  @Test func languagesByCode() {
    let error = #expect(throws: EngineError.self) { try TextLanguage(code: "fr") }
    #expect(
      error
        == EngineError(
          "the language 'fr' is not known",
          hint: "the languages are en, de and tr; others are lower-cased like English"))
  }

  // MARK: Words

  @Test func words() {
    #expect(
      TextUnits.words("The man's 2 dogs_x — e\u{301}té") == [
        "The", "man", "s", "2", "dogs_x", "e\u{301}té",
      ])
    #expect(TextUnits.words("e\u{301}té", marks: false) == ["e", "té"])
    #expect(TextUnits.words("\u{301}a") == ["a"])
    #expect(TextUnits.characters("a👨‍👩‍👧e\u{301}\r\n") == ["a", "👨‍👩‍👧", "e\u{301}", "\r\n"])
  }

  @Test func bytesAreNumberedByValue() throws {
    let tokens = try TokenSequence("aĞ", by: .byte)
    #expect(tokens.indices == [97, 0xC4, 0x9E])
    #expect(tokens.vocabulary.count == 256)
    let error = #expect(throws: EngineError.self) { try TokenSequence("", by: .byte) }
    #expect(error == EngineError("the text is empty"))
  }

  @Test(arguments: [
    ("One. Two? Three!", ["One.", "Two?", "Three!"]),
    ("He said: \"No.\" She left.", ["He said: \"No.\"", "She left."]),
    ("Mrs. Green saw Dr. Stone. She", ["Mrs. Green saw Dr. Stone.", "She"]),
    ("It was 3.5 m. That is it", ["It was 3.5 m.", "That is it"]),
    ("Wait … what? yes", ["Wait … what? yes"]), ("", []), ("…", ["…"]),
    ("First line\nof one. Two\n\nThree", ["First line of one.", "Two", "Three"]),
  ])
  func sentences(_ text: String, _ expected: [String]) {
    #expect(TextUnits.sentences(text) == expected)
  }

  @Test func paragraphs() {
    #expect(TextUnits.paragraphs("\n\na\nb\r\n \r\nc\n\n\n") == ["a b", "c"])
    #expect(TextUnits.paragraphs("") == [])
  }

  @Test func accents() {
    #expect(
      Accents.stripped("Çalışır mısın, café naïve Ế ŵ ø ß 中")
        == "Calısır mısın, cafe naive E w ø ß 中")
    #expect(Accents.stripped("e\u{301}\u{323}x") == "ex")
    #expect(Accents.stripped("İ") == "I")
    // What is composed falls apart as its parts do: no letter of the table is missed.
    for base in "aeiouyAEIOUYcsgnztdlr" {
      for mark: Unicode.Scalar in [
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{308}", "\u{30C}", "\u{327}",
      ] {
        var pair = String(base).unicodeScalars
        pair.append(mark)
        let character = Character(String(pair))
        // The composed letter, if there is one, equals the pair canonically.
        for value in UInt32(0xC0)...0x24F {
          guard let scalar = Unicode.Scalar(value), Character(scalar) == character else { continue }
          #expect(Accents.stripped(String(scalar)) == String(base))
        }
      }
    }
  }

  // MARK: N-grams

  private let sentence = "The man sees the man and the man sees the boy"

  @Test func theLecturesExample() throws {
    let text = try TokenSequence(sentence)
    let three = try NGramModel(text, context: 3)
    let vocabulary = text.vocabulary
    let before = ["man", "sees", "the"].compactMap { vocabulary.index(of: $0) }
    let man = try #require(vocabulary.index(of: "man"))
    let boy = try #require(vocabulary.index(of: "boy"))
    #expect(three.probability(of: man, after: before) == 0.5)
    #expect(three.probability(of: boy, after: before) == 0.5)
    #expect(try three.distribution(after: before).values == [0, 0.5, 0, 0, 0.5])
    let zero = try NGramModel(text, context: 0)
    #expect(
      try zero.generated(after: [], count: 3).map { vocabulary[$0] } == ["the", "the", "the"])
    #expect(zero.rows.map(\.count) == [4, 3, 2, 1, 1])
    // A context that was never seen ends the text.
    #expect(try three.generated(after: [boy, boy, boy], count: 5) == [boy, boy, boy])
    #expect(try three.distribution(after: [boy, boy, boy]).values == [0, 0, 0, 0, 0])
  }

  @Test func smoothingAndPerplexity() throws {
    let text = try TokenSequence("a b a b a c", by: .word)
    let plain = try NGramModel(text, context: 1)
    #expect(try plain.perplexity([0, 1, 0, 1]) > 1)
    #expect(try plain.perplexity([2, 0]) == .infinity)
    let smooth = try NGramModel(text, context: 1, alpha: 1)
    // a is followed by b twice, by c once: (2 + 1) / (3 + 3).
    #expect(smooth.probability(of: 1, after: [0]) == 0.5)
    #expect(smooth.probability(of: 0, after: [2]) == 1.0 / 3)
    for context in 0...2 {
      let model = try NGramModel(text, context: context, alpha: 0.5)
      for before in [[0, 1], [2, 2], [1, 0]] {
        let sum = try model.distribution(after: before).values.reduce(0, +)
        #expect(abs(sum - 1) < 1e-6)
      }
    }
    // Where every token is as likely, perplexity is the vocabulary.
    let uniform = try NGramModel(try TokenSequence("a b c d"), context: 0)
    #expect(abs(try uniform.perplexity([3, 1, 0]) - 4) < 1e-12)
  }

  @Test func drawnTextsRepeat() throws {
    let text = try TokenSequence(try CorpusText.text())
    let model = try NGramModel(text, context: 1)
    let first = try model.generated(after: [0], count: 50, seed: 1)
    #expect(first.count == 51)
    #expect(try model.generated(after: [0], count: 50, seed: 1) == first)
    #expect(try model.generated(after: [0], count: 50, seed: 2) != first)
    for place in 1..<first.count {
      #expect(model.probability(of: first[place], after: [first[place - 1]]) > 0)
    }
  }

  @Test func contextsThatCannotBe() throws {
    let text = try TokenSequence("a b")
    func error(_ context: Int, _ alpha: Double = 0) -> EngineError? {
      #expect(throws: EngineError.self) {
        try NGramModel(text, context: context, alpha: alpha)
      }
    }
    #expect(error(-1) == EngineError("context is -1; it cannot be negative"))
    #expect(error(65) == EngineError("context is 65; it is at most 64"))
    #expect(
      error(2)
        == EngineError(
          "a context of 2 tokens needs a text of more; this one has 2",
          hint: "take a smaller context or a longer text"))
    #expect(error(1, .nan) == EngineError("alpha is nan; it is between 0 and 1000000"))
    let model = try NGramModel(text, context: 1)
    let short = #expect(throws: EngineError.self) { try model.distribution(after: []) }
    #expect(
      short
        == EngineError(
          "the context has 0 tokens; this model looks at 1",
          hint: "ngrams(t, context=0) looks at fewer"))
  }

  // MARK: Buckets and padding

  @Test func bucketsAtTheirBorders() throws {
    let decoder = try RelativePositionBucket(bidirectional: false)
    #expect(
      [0, -1, -15, -16, -127, -128, -1e9, 5].map { decoder.bucket($0) } == [
        0, 1, 15, 16, 31, 31, 31, 0,
      ])
    let encoder = try RelativePositionBucket()
    #expect([0, 1, -1, 7, 8, 1e9, -1e9].map { encoder.bucket($0) } == [0, 17, 1, 23, 24, 31, 15])
    #expect(encoder.bucket(.nan).isNaN)
    #expect(encoder.bucket(.infinity) == 31)
    let narrow = #expect(throws: EngineError.self) { try RelativePositionBucket(buckets: 5) }
    #expect(
      narrow?.message
        == "relative_position_bucket: 'num_buckets' is 5; it is even and between 4 and 1048576")
  }

  @Test func paddingKeepsEverySequence() throws {
    let random = RandomStream(seed: 1, stream: 1)
    for trial in 0..<20 {
      let sequences = (0..<trial + 1).map { row in
        (0..<random.integer(at: trial * 50 + row, below: 9)).map { Float($0 + row + 1) }
      }
      let padded = try Padding.pad(sequences, value: -1)
      let width = padded.values.shape[1]
      for (row, sequence) in sequences.enumerated() {
        let values = Array(padded.values.values[row * width..<(row + 1) * width])
        let mask = Array(padded.mask.values[row * width..<(row + 1) * width])
        #expect(Array(values[..<sequence.count]) == sequence)
        #expect(values[sequence.count...].allSatisfy { $0 == -1 })
        #expect(mask.reduce(0, +) == Float(sequence.count))
      }
      let packed = try Padding.pack(sequences, length: 9)
      var found: [[Float]] = []
      for row in 0..<packed.values.shape[0] {
        var current: [Float] = []
        var last: Float = 0
        for place in row * 9..<(row + 1) * 9 {
          let segment = packed.segments.values[place]
          if segment != last, !current.isEmpty {
            found.append(current)
            current = []
          }
          if segment > 0 {
            #expect(packed.positions.values[place] == Float(current.count))
            current.append(packed.values.values[place])
          }
          last = segment
        }
        if !current.isEmpty { found.append(current) }
      }
      func sorted(_ rows: [[Float]]) -> [[Float]] {
        rows.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
      }
      #expect(sorted(found) == sorted(sequences))
    }
  }

  // MARK: The corpus

  @Test func theCorpus() throws {
    let english = try CorpusText.text()
    let turkish = try CorpusText.text(language: "tr")
    #expect((40_000...45_000).contains(english.utf8.count))
    #expect((7_000...9_000).contains(turkish.utf8.count))
    #expect(TextUnits.paragraphs(english).count == 76)
    #expect(TextUnits.paragraphs(turkish).count == 17)
    #expect(try CorpusText.text(language: "all") == english + "\n" + turkish)
    // No paragraph is there twice, and few sentences are.
    #expect(Set(TextUnits.paragraphs(english)).count == 76)
    let sentences = TextUnits.sentences(english)
    #expect(Double(Set(sentences).count) > 0.98 * Double(sentences.count))
    #expect(english.utf8.allSatisfy { $0 < 128 })
    #expect(!english.contains("  "))
    let error = #expect(throws: EngineError.self) { try CorpusText.text(language: "fr") }
    #expect(
      error
        == EngineError("the corpus has no part in 'fr'", hint: "use \"en\", \"tr\" or \"all\""))
  }

  /// Words come again often enough for a small model to learn them.
  @Test func theCorpusIsRegular() throws {
    let words = TextUnits.words(TextCase.lower(try CorpusText.text()))
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    let frequent = counts.values.filter { $0 >= 3 }.reduce(0, +)
    #expect(Double(frequent) > 0.85 * Double(words.count))
  }
}
