// What the lessons on texts are written with: other tokens as a vocabulary, places in lists,
// neighbours by the cosine, beam search, matrices with names.

import Engine
import Notebook
import Testing

struct TextLessonTests {
  @Test func otherTokensNumberAText() {
    let notebook = Notebook()
    notebook.run("t = tokens(\"The man sees the man and the man sees the boy\")")
    #expect(notebook.values("value(encode(t, \"The boy and the man\"))") == [0, 4, 3, 0, 1])
    notebook.run("b = tokens(\"the boy sees\", by=t)")
    #expect(notebook.values("bag_of_words(b)") == [1, 0, 1, 0, 1])
    #expect(notebook.run("join(b.tokens, \"-\")") == ["the-boy-sees"])
    #expect(notebook.run("for i in b { print i }") == ["0", "4", "2"])
    #expect(
      notebook.run("ngrams(tokens(\"the man\", by=t), context=1).probability(\"man\", \"the\")")
        == ["1"])
  }

  @Test func theLanguageStaysWithTokens() {
    let notebook = Notebook()
    notebook.run("t = tokens(\"IŞIK İĞNE ışık iğne\", language=\"tr\")")
    #expect(notebook.values("value(encode(t, \"IŞIK İĞNE\"))") == [0, 1])
    #expect(notebook.run("ngrams(t, context=1).probability(\"İĞNE\", \"IŞIK\")") == ["1"])
    notebook.run("def model(ids) = one_hot((ids + 1) * (ids < 1), 2)")
    #expect(
      notebook.run("generate(model, \"IŞIK\", steps=2, tokens=t, greedy=true)") == [
        "ışık iğne ışık"
      ])
  }

  @Test func bytesAndCharactersAreCutTheSameWay() {
    let notebook = Notebook()
    notebook.run("c = tokens(\"abba\", by=character)", "b = tokens(\"ab\", by=byte)")
    #expect(notebook.values("value(encode(c, \"ba\"))") == [1, 0])
    #expect(notebook.values("value(encode(b, \"A\"))") == [65])
    #expect(notebook.run("ngrams(c, context=1)").first == "context  next  count    P")
    #expect(
      notebook.run("m = ngrams(c, context=1)") == ["m: context of 1 character, 3 n-grams of 2"])
  }

  @Test func placesInLists() {
    let notebook = Notebook()
    #expect(notebook.run("index_of([\"a\", \"b\", \"b\"], \"b\")") == ["1"])
    #expect(notebook.run("index_of([3, 5, 7], 7)") == ["2"])
    #expect(notebook.run("index_of(tokens(\"x y z\").vocabulary, \"z\")") == ["2"])
    // Two ways to write é are two texts.
    #expect(notebook.run("index_of([\"e\\u{301}\", \"\\u{e9}\"], \"\\u{e9}\")").count == 1)
  }

  @Test func neighboursByTheCosine() {
    let notebook = Notebook()
    notebook.run("v = [[1, 0], [2, 0.2], [0, 3], [-1, 0]]", "w = [\"a\", \"b\", \"c\", \"d\"]")
    #expect(
      notebook.run("nearest(v, \"a\", words=w, k=2)") == [
        "nearest  cosine", "b         0.995", "c             0",
      ])
    #expect(notebook.run("n = nearest(v, [0, 1], words=w, k=1)") == ["n: nearest c"])
    #expect(notebook.run("n.words[0]") == ["c"])
    #expect(notebook.values("n.indices") == [2])
    #expect(notebook.values("n.cosines") == [1])
    #expect(notebook.run("join(nearest(v, 0, k=4).words)") == ["1 2 3"])
    #expect(
      notebook.run("join(nearest(v, [0, 1], words=w, k=9, exclude=[\"c\", 0]).words)") == ["b d"])
    #expect(notebook.run("nearest(v, [0, 0])") == ["nothing is near"])
    #expect(notebook.values("cosine_similarity([[1, 0], [1, 1]], [2, 0])")[0] == 1)
    #expect(
      abs(notebook.values("cosine_similarity([[1, 0], [1, 1]], [2, 0])")[1] - 0.70710677) < 1e-6)
    #expect(notebook.values("cosine_similarity([0, 0], [1, 2])") == [0])
  }

  @Test func beamSearchLooksAhead() {
    let notebook = Notebook()
    notebook.run(
      "t = tokens(\"the ship crew sails sinks sings\")",
      "P = [[0, 0.6, 0.4, 0, 0, 0], [0, 0, 0, 0.6, 0.4, 0], [0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0]]",
      "def model(ids) = log(P)[ids]",
      "a, s = beam_search(model, \"the\", steps=2, beams=2, length_penalty=0, tokens=t)")
    #expect(notebook.run("for line in a { print line }") == ["the crew sings", "the ship sails"])
    #expect(notebook.values("exp(s)").map { ($0 * 100).rounded() } == [40, 36])
    notebook.run("b, z = beam_search(model, \"the\", steps=2, beams=1, tokens=t)")
    #expect(notebook.run("b[0]") == ["the ship sails"])
    #expect(
      notebook.run("b[0] == generate(model, \"the\", steps=2, tokens=t, greedy=true)") == ["true"])
    // A text that ends is kept aside; without tokens the numbers come back.
    notebook.run(
      "e, z = beam_search(model, \"the\", steps=4, beams=2, end=\"sings\", length_penalty=0, tokens=t)"
    )
    #expect(notebook.run("e[0]") == ["the crew sings"])
    notebook.run("n, z = beam_search(model, [0], steps=2, beams=2)")
    #expect(notebook.values("n[0]") == [0, 2, 5])
  }

  @Test func matricesWithNames() {
    let notebook = Notebook()
    notebook.run("t = tokens(\"the man sees the\")")
    #expect(
      notebook.run("plot table(one_hot(t, 3), rows=t.tokens, columns=t)") == [
        "one_hot(t, 3) [4, 3]", "        the  man  sees", "  the     1    0     0",
        "  man     0    1     0", "  sees    0    0     1", "  the     1    0     0",
      ])
    #expect(
      notebook.run("plot table([1, 2], columns=[\"a\", \"b\"])") == [
        "[1, 2] [2]", "    a  b", "    1  2",
      ])
    // Larger ones say how much is missing.
    let large = notebook.run("plot table(zeros([70, 20]), columns=[i for i in 0..20])")
    #expect(large.count == 43)
    #expect(large[1].hasSuffix("15  …"))
    #expect(large.last == "  … 30 more" || large.last?.contains("… 30 more") == true)
  }

  @Test func exportedNumbersHaveTheirNames() throws {
    let notebook = Notebook()
    notebook.run("export t.csv table([[1, 2]], columns=[\"a\", \"b, c\"])")
    let table = try #require(notebook.exports.first?.table)
    #expect(table.text == "row,column,value\r\n0,a,1\r\n0,\"b, c\",2\r\n")
  }

  @Test func aLetterMayFollowALessonsNumber() throws {
    let file = "sessions/2-sequences/05b-glove.nabla"
    let library = SessionLibrary(folders: [(root: "sessions", files: [file])])
    #expect(try library.path(of: "glove") == file)
    #expect(try library.path(of: "sequences/glove") == file)
    #expect(try library.path(of: "b-glove") == nil)
  }
}
