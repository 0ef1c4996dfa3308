// Names of sessions and the list by topics.

import Language
import Notebook
import Testing

@Suite struct SessionLibraryTests {
  let library = SessionLibrary(folders: [
    (
      root: "sessions",
      files: [
        "sessions/xor.nabla", "sessions/1-foundations/02-softmax.nabla",
        "sessions/1-foundations/12-dropout.nabla", "sessions/2-sequences/08-rnn.nabla",
        "sessions/3-transformers/08-rnn.nabla", "sessions/3-transformers/rope.nabla",
      ]
    ), (root: "/more", files: ["/more/xor.nabla", "/more/mine.nabla"]),
  ])

  @Test(arguments: [
    ("xor", "sessions/xor.nabla"), ("xor.nabla", "sessions/xor.nabla"),
    ("1-foundations/02-softmax", "sessions/1-foundations/02-softmax.nabla"),
    ("02-softmax", "sessions/1-foundations/02-softmax.nabla"),
    ("softmax", "sessions/1-foundations/02-softmax.nabla"),
    ("foundations/softmax", "sessions/1-foundations/02-softmax.nabla"),
    ("2-sequences/08-rnn", "sessions/2-sequences/08-rnn.nabla"),
    ("sequences/rnn", "sessions/2-sequences/08-rnn.nabla"), ("mine", "/more/mine.nabla"),
  ])
  func aNameMeansAFile(_ name: String, _ path: String) throws {
    #expect(try library.path(of: name) == path)
  }

  @Test func unknownNamesMeanNothing() throws {
    for name in ["", "/", ".nabla", "softmax2", "1-foundations", "foundations/", "sessions/xor"] {
      #expect(try library.path(of: name) == nil)
    }
  }

  @Test(arguments: ["rnn", "08-rnn", "08-rnn.nabla"])
  func ambiguousNamesSaySo(_ name: String) throws {
    do throws(Diagnostic) {
      _ = try library.path(of: name)
      Issue.record("not ambiguous")
    } catch {
      let names = "2-sequences/08-rnn, 3-transformers/08-rnn"
      #expect(error.message == "'\(name)' is the name of 2 sessions: \(names)")
    }
  }

  @Test func completionOffersShortAndWholeNames() {
    #expect(
      library.names == [
        "1-foundations/02-softmax", "1-foundations/12-dropout", "2-sequences/08-rnn",
        "3-transformers/08-rnn", "3-transformers/rope", "dropout", "mine", "rope", "softmax", "xor",
      ])
  }

  @Test func theListGoesByTopics() {
    let lines = library.lines(columns: 48) { entry in
      switch entry.name {
      case "xor": "# XOR\n\nTwo bits and\nno line. More."
      case "1-foundations/02-softmax": "# Softmax or sigmoid?\n\nMany classes: one sum of all."
      case "1-foundations/12-dropout": "# Dropout"
      case "2-sequences/08-rnn": "no heading"
      case "3-transformers/rope": "# Rotations\n\nfor a sentence that does not end"
      default: nil
      }
    }
    #expect(
      lines == [
        "mine",
        "xor         XOR. Two bits and no line.",
        "xor         XOR. Two bits and no line.",
        "",
        "1 Foundations",
        "02-softmax  Softmax or sigmoid?",
        "12-dropout  Dropout",
        "",
        "2 Sequences",
        "08-rnn",
        "",
        "3 Transformers",
        "08-rnn",
        "rope        Rotations: for a sentence that does…",
      ])
  }
}
