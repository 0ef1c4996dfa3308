import Engine
import Testing

/// Texts as tokens, vocabularies and windows.
@Suite struct DataTextTests {
  private let sentence = "The man sees the man and the man sees the boy"

  @Test func wordsAreNumberedByFirstAppearance() throws {
    let tokens = try TokenSequence(sentence, by: .word)
    #expect(tokens.vocabulary.tokens == ["the", "man", "sees", "and", "boy"])
    #expect(tokens.indices == [0, 1, 2, 0, 1, 3, 0, 1, 2, 0, 4])
    #expect(tokens.tokens[0] == "the")
    #expect(tokens.count == 11)
    #expect(tokens.tensor == Tensor(shape: [11], values: [0, 1, 2, 0, 1, 3, 0, 1, 2, 0, 4]))
    #expect(tokens.vocabulary.index(of: "boy") == 4)
    #expect(tokens.vocabulary.index(of: "girl") == nil)
    #expect(tokens.vocabulary[2] == "sees")
  }

  @Test func punctuationIsDropped() throws {
    let tokens = try TokenSequence("“Hello”, said—he: x_1, 3.14!\n", by: .word)
    #expect(tokens.tokens == ["hello", "said", "he", "x_1", "3", "14"])
  }

  @Test func wordsOfOtherScripts() throws {
    let tokens = try TokenSequence("Işık ağaçta, ÇİÇEK; наука 語 cafe\u{301}s", by: .word)
    #expect(
      tokens.tokens == ["işık", "ağaçta", "çi\u{307}çek", "наука", "語", "cafe\u{301}s"])
  }

  @Test func charactersAreKept() throws {
    let tokens = try TokenSequence("Abba e\u{301}!", by: .character)
    #expect(tokens.tokens == ["A", "b", "b", "a", " ", "e\u{301}", "!"])
    #expect(tokens.indices == [0, 1, 1, 2, 3, 4, 5])
  }

  @Test func textsWithoutTokens() {
    let noWords = #expect(throws: EngineError.self) { try TokenSequence(" …! ", by: .word) }
    #expect(noWords == EngineError("the text has no words"))
    let empty = #expect(throws: EngineError.self) { try TokenSequence("", by: .character) }
    #expect(empty == EngineError("the text is empty"))
  }

  @Test func windowsWithTheNextWord() throws {
    let tokens = try TokenSequence(sentence, by: .word)
    let data = try tokens.windows(length: 5)
    #expect(data["x"]?.shape == [6, 5])
    #expect(data["y"]?.shape == [6])
    #expect(Array(try #require(data["x"]).values[..<5]) == [0, 1, 2, 0, 1])
    // The man sees the man → and; … ; the man sees the → boy.
    #expect(data["y"]?.values == [3, 0, 1, 2, 0, 4])
    #expect(data.classNames == ["the", "man", "sees", "and", "boy"])
  }

  @Test func windowsMovedOn() throws {
    let tokens = try TokenSequence("a b c d e f", by: .word)
    let data = try tokens.windows(length: 2, target: .sequence)
    #expect(data["x"] == Tensor(shape: [4, 2], values: [0, 1, 1, 2, 2, 3, 3, 4]))
    #expect(data["y"] == Tensor(shape: [4, 2], values: [1, 2, 2, 3, 3, 4, 4, 5]))
    let strided = try tokens.windows(length: 2, stride: 2)
    #expect(strided["x"] == Tensor(shape: [2, 2], values: [0, 1, 2, 3]))
    #expect(strided["y"] == Tensor(shape: [2], values: [2, 4]))
    #expect(try tokens.windows(length: 5, stride: .max)["x"]?.shape == [1, 5])
  }

  @Test func windowsThatDoNotFit() throws {
    let tokens = try TokenSequence("a b c", by: .word)
    func error(_ length: Int, _ stride: Int = 1) -> EngineError? {
      #expect(throws: EngineError.self) { try tokens.windows(length: length, stride: stride) }
    }
    #expect(error(0) == EngineError("length is 0; a window has at least 1 token"))
    #expect(error(.min)?.message == "length is \(Int.min); a window has at least 1 token")
    #expect(error(2, 0) == EngineError("stride is 0; windows move on by at least 1 token"))
    #expect(
      error(3)
        == EngineError(
          "windows of 3 tokens need a text of more than 3; this one has 3",
          hint: "take a smaller length or a longer text"))
    #expect(
      error(.max)?.message
        == "windows of \(Int.max) tokens need a text of more than \(Int.max); this one has 3")
    let long = try TokenSequence(String(repeating: "a ", count: 40_000), by: .word)
    let tooMany = #expect(throws: EngineError.self) { try long.windows(length: 20_000) }
    #expect(
      tooMany
        == EngineError(
          "20000 windows of 20000 tokens are more than 1 GiB", hint: "take a larger stride"))
  }
}
