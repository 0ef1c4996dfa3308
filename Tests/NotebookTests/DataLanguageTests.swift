// Texts, tokenizers, counts and files in the language.

import Engine
import Notebook
import Testing

struct DataLanguageTests {
  // MARK: Texts

  @Test func theLecturesTable() {
    let notebook = Notebook()
    notebook.run("t = tokens(\"The man sees the man and the man sees the boy\")")
    #expect(
      notebook.run("ngrams(t, context=3)") == [
        "context       next  count    P", "the man sees  the       2    1",
        "man sees the  man       1  0.5", "man sees the  boy       1  0.5",
        "sees the man  and       1    1", "the man and   the       1    1",
        "man and the   man       1    1", "and the man   sees      1    1",
      ])
    notebook.run("m = ngrams(t, context=2)")
    #expect(notebook.run("m.probability(\"sees\", \"the man\")") == ["0.6667"])
    #expect(notebook.run("m.probability(\"and\", \"the man\")") == ["0.3333"])
    #expect(
      notebook.run("m.generate(\"the man\", length=6)") == ["the man sees the man sees the man"])
    #expect(notebook.run("ngrams(t, context=0).generate(length=3)") == ["the the the"])
    #expect(
      notebook.values("m.distribution(\"the man\")").map { ($0 * 3).rounded() } == [0, 0, 2, 1, 0])
    #expect(notebook.run("ngrams(t, context=0, alpha=1e6).perplexity(t)") == ["5"])
  }

  @Test func tokenizersRoundTrip() {
    let notebook = Notebook()
    #expect(
      notebook.run("tok = bpe(corpus(), vocab=500)") == ["tok: byte-level BPE, vocabulary of 500"])
    #expect(notebook.run("tok.decode(tok.encode(\"Any text, ağaç 🙂!\"))") == ["Any text, ağaç 🙂!"])
    #expect(notebook.run("tok.encode(\" the man\")") == ["Ġthe Ġman"])
    #expect(notebook.run("t = tokens(\" the man\", by=tok)") == ["t: 2 tokens, vocabulary of 500"])
    #expect(notebook.run("len(tok)") == ["500"])
    #expect(notebook.run("len(tok.merges)") == ["244"])
    #expect(notebook.run("tok.vocabulary[tok.id(\"Ġman\")]") == ["Ġman"])
    notebook.run("words = word_tokenizer(\"the man sees the man\", min_freq=2)")
    #expect(notebook.run("words.vocabulary") == ["0: <pad>", "1: <unk>", "2: man", "3: the"])
    #expect(notebook.run("decode(words, words.encode(\"the dog\"))") == ["the <unk>"])
    notebook.run(
      "pieces = wordpiece(\"the man sees the man\", vocab=40)",
      "ids, segments = pieces.encode_pair(\"the man\", \"x x x\", max_length=6)")
    #expect(notebook.run("ids") == ["[CLS] the man [SEP] [UNK] [SEP]"])
    #expect(notebook.values("segments") == [0, 0, 0, 0, 1, 1])
  }

  @Test func turkishLetters() {
    let notebook = Notebook()
    #expect(notebook.run("tokens(\"IŞIK İĞNE\", language=\"tr\")") == ["ışık iğne"])
    #expect(notebook.run("lower(\"IŞIK\")") == ["işik"])
    #expect(notebook.run("lower(\"IŞIK İĞNE\", language=\"tr\")") == ["ışık iğne"])
    #expect(notebook.run("upper(\"ışık iğne\")") == ["IŞIK IĞNE"])
    #expect(notebook.run("upper(\"ışık iğne\", language=\"tr\")") == ["IŞIK İĞNE"])
    #expect(notebook.run("upper(\"Straße\", language=\"de\")") == ["STRASSE"])
    let round = "lower(upper(\"çığlık, düğüm, şişe\", language=\"tr\"), language=\"tr\")"
    #expect(notebook.run(round) == ["çığlık, düğüm, şişe"])
    #expect(notebook.run("len(tokens(\"ağ\", by=byte))") == ["3"])
    #expect(notebook.run("len(tokens(\"ağ\", by=character))") == ["2"])
  }

  @Test func vectorizers() {
    let notebook = Notebook()
    notebook.run("v = count_vectorizer([\"the man sees the boy\", \"the boy sees\"])")
    #expect(
      notebook.run("v") == ["boy  man  sees  the", "  1    1     1    2", "  1    0     1    1"])
    #expect(notebook.values("v.transform([\"a boy boy\"])") == [2, 0, 0, 0])
    notebook.run("w = tfidf_vectorizer([\"a b\", \"b c\"], min_length=1, norm=none)")
    #expect(notebook.values("w.idf").map { ($0 * 1000).rounded() } == [1405, 1000, 1405])
    #expect(notebook.values("bag_of_words(tokens(\"b a b\"))") == [2, 1])
    #expect(
      notebook.values("bag_of_words(tokens(\"the man sees the boy\"))")
        == notebook.values("bag_of_words(tokens(\"the boy sees the man\"))"))
  }

  @Test func sequencesInOneTensor() {
    let notebook = Notebook()
    notebook.run("x, mask = pad_sequence([[1, 2, 3], [4]], padding_value=-1)")
    #expect(notebook.values("x") == [1, 2, 3, 4, -1, -1])
    #expect(notebook.values("mask") == [1, 1, 1, 1, 0, 0])
    notebook.run("x, mask = pad_sequence([[1, 2, 3], [4]], batch_first=false)")
    #expect(notebook.tensor("x").shape == [3, 2])
    #expect(notebook.values("x") == [1, 4, 2, 0, 3, 0])
    notebook.run("x, s, p = pack_sequence([[1], [2, 3, 4], [5, 6], []], length=4)")
    #expect(notebook.values("x") == [2, 3, 4, 1, 5, 6, 0, 0])
    #expect(notebook.values("s") == [1, 1, 1, 2, 1, 1, 0, 0])
    #expect(notebook.values("p") == [0, 1, 2, 0, 0, 1, 0, 0])
  }

  // MARK: Batches of windows

  /// x and y of one call move together, other windows at every step, all of them in an epoch.
  @Test func windowsAdvanceWithTheStep() {
    let notebook = Notebook()
    notebook.run(
      "t = tokens(\"a b c d e f g h i j\", by=word)",
      "x, y = windows(t, length=2, target=sequence, batch=3)",
      "w = param([1], init=constant(1))\nL = mean((w * x) ** 2) + 0 * mean(y)",
      "train L with sgd(lr=0) steps=0")
    var starts: Set<Float> = []
    for _ in 0..<3 {
      notebook.run("iterate")
      let x = notebook.values("x")
      let y = notebook.values("y")
      // y is x moved on by one.
      for row in 0..<x.count / 2 {
        #expect(x[2 * row + 1] == y[2 * row])
        #expect(y[2 * row + 1] == y[2 * row] + 1)
        #expect(starts.insert(x[2 * row]).inserted)
      }
    }
    // 8 windows: batches of 3, 3 and 2.
    #expect(starts == Set((0..<8).map { Float($0) }))
    let first = notebook.values("x")
    notebook.run("goto 0", "goto 3")
    #expect(notebook.values("x") == first)
  }

  @Test func windowsInOrder() {
    let notebook = Notebook()
    notebook.run(
      "x, y = windows(tokens(\"a b c d e\"), length=1, batch=2, shuffle=false)")
    #expect(notebook.values("x") == [0, 1])
    #expect(notebook.values("y") == [1, 2])
  }

  // MARK: Data sets

  @Test func rowsAsTexts() {
    let notebook = Notebook()
    let lines = notebook.run("a = adder(n=3, digits=1)")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("first row x: ") == true)
    notebook.run(
      "expect len(a.texts) == 3", "expect decode(a.y_vocabulary, a.y[0]) == a.y_texts[0]")
    notebook.run("g = grammar(n=5)", "expect len(g.tags_vocabulary) == 10")
    #expect(notebook.run("len(wine().features)") == ["13"])
  }

  // MARK: Files

  @Test func weightsComeBack() {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/w.safetensors"
    let notebook = Notebook()
    notebook.run(
      "net = dense(3) | tanh | dense(1)\ny = net([[1, 2]])", "save_weights(net, \"\(path)\")")
    let before = notebook.values("y")
    let other = Notebook(seed: 7)
    other.run("net = dense(3) | tanh | dense(1)\ny = net([[1, 2]])")
    #expect(other.values("y") != before)
    other.run("load_weights(net, \"\(path)\")")
    #expect(other.values("y") == before)
    #expect(
      other.run("load(\"\(path)\")")
        == [
          "name          shape   type   ", "net.0.bias    [3]     float32",
          "net.0.weight  [3, 2]  float32", "net.2.bias    [1]     float32",
          "net.2.weight  [1, 3]  float32",
        ].map { String($0.reversed().drop { $0 == " " }.reversed()) })
    #expect(
      other.values("load(\"\(path)\")[\"net.2.weight\"]") == notebook.values("net.2.weight"))
    // A network of another shape is left as it was.
    other.run("wide = dense(4) | tanh | dense(1)\nz = wide([[1, 2]])")
    let wide = other.values("z")
    #expect(
      other.failure("load_weights(wide, \"\(path)\")")
        .hasPrefix("error: \(path) has no tensor 'wide.0.bias'"))
    #expect(other.values("z") == wide)
    // Under its own name without the first part, as PyTorch writes it.
    other.run(
      "save_safetensors(\"\(folder.path)/p.safetensors\", weight=[[1, 2]], bias=[3])",
      "one = dense(1)\nv = one([[1, 1]])", "load_weights(one, \"\(folder.path)/p.safetensors\")")
    #expect(other.values("v") == [6])
    #expect(
      other.failure("load_weights(net, \"\(folder.path)/p.safetensors\")")
        .hasPrefix("error: \(folder.path)/p.safetensors has no tensor 'net.0.bias'"))
  }

  @Test func weightsUnderOtherNames() {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/theirs.safetensors"
    let notebook = Notebook()
    notebook.run(
      "save_safetensors(\"\(path)\", weight=[[1, 2], [3, 4]], bias=[5, 6], more=[7])",
      "def body(x) { inner = dense(2, init=zeros); inner(x) }", "net = layer(body)",
      "y = net([[1, 10]])", "def theirs(name) = replace(name, \"inner.\", \"\")",
      "load_weights(net, \"\(path)\", names=theirs)")
    #expect(notebook.values("y") == [26, 49])
    #expect(
      notebook.run("for name, p in named_parameters(net) { print name, p.shape }")
        == ["inner.weight [2, 2]", "inner.bias [2]"])
    #expect(
      notebook.failure("load_weights(net, \"\(path)\")")
        .hasPrefix("error: \(path) has no tensor 'net.inner.bias'"))
    #expect(
      notebook.run("replace(\"aaa\", \"aa\", \"b\") + replace(\"ığı\", \"ı\", \"\")") == ["bağ"])
  }

  @Test func weightsInsideARun() {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/w.npz"
    let notebook = Notebook()
    notebook.run(
      "one = dense(1)\nL = mean(one([[1, 2]]) ** 2)", "train L with sgd(lr=0.1) steps=3",
      "savez(\"\(path)\", weight=[[5, 6]], bias=[7])")
    let trained = notebook.values("one.weight")
    notebook.run("load_weights(one, \"\(path)\")")
    #expect(notebook.values("one.weight") == [5, 6])
    #expect(notebook.values("L") == [24 * 24])
    notebook.run("goto 2", "goto 3")
    #expect(notebook.values("one.weight") == [5, 6])
    #expect(trained != [5, 6])
  }

  @Test func arraysAndTables() {
    let folder = TemporaryFolder()
    let notebook = Notebook()
    notebook.run(
      "save_npy(\"\(folder.path)/a.npy\", [[1, 2], [3, 4.5]])",
      "savez(\"\(folder.path)/a.npz\", array=[1, 2], b=3)",
      "save_csv(iris(), \"\(folder.path)/iris.csv\")")
    #expect(notebook.values("load(\"\(folder.path)/a.npy\")") == [1, 2, 3, 4.5])
    #expect(notebook.values("load(\"\(folder.path)/a.npz\")[\"array\"]") == [1, 2])
    notebook.run(
      "a = csv(\"\(folder.path)/iris.csv\", target=\"y\")",
      "expect sum(abs(a.x - iris().x)) == 0", "expect sum(abs(a.y - iris().y)) == 0")
    folder.write("One.\r\nTwo.\r\n\r\nThree.", "a.txt")
    #expect(notebook.run("text(\"\(folder.path)/a.txt\")") == ["One.", "Two.", "", "Three."])
    #expect(notebook.run("len(paragraphs(text(\"\(folder.path)/a.txt\")))") == ["2"])
    #expect(folder.names == ["a.npy", "a.npz", "a.txt", "iris.csv"])
  }
}
