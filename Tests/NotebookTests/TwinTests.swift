// Translations of sessions: their names, their place in the library, whether they say the same as
// their sessions, and how they get what their sessions recorded. Nothing is executed.

import Foundation
import Language
import Notebook
import Testing
import Translation

@Suite struct TwinTests {
  // MARK: Those that come with nabla

  static let names =
    (FileManager.default.enumerator(atPath: SessionsTests.folder.path)?
    .allObjects ?? [])
    .compactMap { $0 as? String }.filter { SessionTwin.language(ofPath: $0) != nil }.sorted()

  @Test func thereAreTranslations() {
    #expect(Self.names.contains("xor.tr.nabla"))
    #expect(Self.names.contains("1-foundations/02-softmax-and-sigmoid.tr.nabla"))
  }

  @Test(arguments: names) func everyTwinIsATranslation(_ name: String) throws {
    let path = SessionsTests.folder.appending(path: name).path
    let verbs = Catalogue.standard.grammars
    #expect(try SessionTwin.difference(path: path, verbs: verbs)?.message == nil)
    // What it is given by its session it has already.
    let twin = try SessionFile.read(path: path, verbs: verbs)
    let original = try SessionFile.read(
      path: try #require(SessionTwin.original(ofPath: path)), verbs: verbs)
    let renewed = try SessionTwin.renewed(twin, after: original, name: name)
    #expect(renewed == SessionFile.serialise(twin))
    // A heading that stayed as it was is no translation.
    let headings = [twin, original].map { $0.cells.lazy.compactMap(\.prose).first }
    #expect(headings[0] != headings[1])
  }

  // MARK: Names

  @Test func namesOfTwins() {
    #expect(SessionTwin.language(ofPath: "a/xor.tr.nabla") == .turkish)
    #expect(SessionTwin.original(ofPath: "a/xor.tr.nabla") == "a/xor.nabla")
    #expect(SessionTwin.path(ofOriginal: "a/xor.nabla", in: .turkish) == "a/xor.tr.nabla")
    #expect(SessionTwin.path(ofOriginal: "a/xor.nabla", in: .english) == nil)
    #expect(SessionTwin.path(ofOriginal: "a/xor.tr.nabla", in: .turkish) == nil)
    for name in ["xor.nabla", "xor.en.nabla", "xor.de.nabla", "a/.tr.nabla", ".tr.nabla", "", "tr"]
    {
      #expect(SessionTwin.language(ofPath: name) == nil, "\(name)")
      #expect(SessionTwin.original(ofPath: name) == nil, "\(name)")
    }
  }

  @Test func theLanguageInUse() {
    func language(_ settings: String?..., asked: DisplayLanguage? = nil) -> DisplayLanguage {
      DisplayLanguage.inUse(asked: asked, settings: settings)
    }
    for name in ["tr", "tr_TR", "tr_TR.UTF-8", "tr.UTF-8", "tr_CY@euro", "TR", "tr-TR"] {
      #expect(language(name) == .turkish, "\(name)")
    }
    for name in ["C", "C.UTF-8", "POSIX", "en_GB.UTF-8", "de_DE", "trv_TW", "t", "_tr", ".tr"] {
      #expect(language(name) == .english, "\(name)")
    }
    #expect(language() == .english)
    #expect(language(nil, nil, "tr_TR.UTF-8") == .turkish)
    #expect(language(nil, "", "tr_TR.UTF-8") == .turkish)
    #expect(language("C", nil, "tr_TR.UTF-8") == .english)
    #expect(language("C", asked: .turkish) == .turkish)
    #expect(language("tr_TR", asked: .english) == .english)
  }

  // MARK: The library

  let library = SessionLibrary(folders: [
    (
      root: "s",
      files: [
        "s/1-first/02-softmax.nabla", "s/1-first/02-softmax.tr.nabla", "s/alone.tr.nabla",
        "s/xor.nabla", "s/xor.tr.nabla",
      ]
    )
  ])

  @Test(arguments: [
    ("xor", "s/xor.nabla", "s/xor.tr.nabla"),
    ("softmax", "s/1-first/02-softmax.nabla", "s/1-first/02-softmax.tr.nabla"),
    ("xor.nabla", "s/xor.nabla", "s/xor.nabla"), ("xor.tr", "s/xor.tr.nabla", "s/xor.tr.nabla"),
    ("xor.tr.nabla", "s/xor.tr.nabla", "s/xor.tr.nabla"),
    ("alone.tr", "s/alone.tr.nabla", "s/alone.tr.nabla"), ("alone", nil, nil), (".tr", nil, nil),
  ])
  func aNameMeansTheFileOfTheLanguage(_ name: String, _ english: String?, _ turkish: String?) throws
  {
    #expect(try library.path(of: name) == english)
    #expect(try library.path(of: name, in: .turkish) == turkish)
  }

  @Test func aSessionIsListedOnceInTheLanguage() {
    #expect(library.names == ["1-first/02-softmax", "alone.tr", "softmax", "xor"])
    let lines = library.lines { entry in
      entry.path(in: .turkish) == "s/xor.tr.nabla" ? "# Özel veya\n\nİki bit." : nil
    }
    #expect(
      lines == ["alone.tr", "xor         Özel veya. İki bit.", "", "1 First", "02-softmax"])
  }

  // MARK: Comparison

  private let text = """
    #@ nabla 1  seed 42
    # # Title
    #
    # Words.

    x = [1,
      2]
    #> x: [2]
    #~ took 1 ms
    # More.
    print x
    #> 1 2
    #@ t 3  digest ab
    print x

    # End.

    """

  private let translated = """
    #@ nabla 1  seed 42
    # # Başlık: sözcükler, hepsi bir arada

    x = [1,
      2]
    #> x: [2]
    #~ took 2 ms
    # Daha çok.
    # İki satır.
    print x
    #> 1 2
    #@ digest ab
    print x

    # Son.

    """

  private func document(_ text: String) throws -> SessionDocument {
    try SessionFile.parse(text, verbs: Catalogue.standard.grammars)
  }

  private func difference(_ twin: String) throws -> String? {
    try SessionTwin.difference(
      twin: document(twin), original: document(text), name: "a/t.tr.nabla")?.message
  }

  @Test func aTranslationSaysTheSame() throws {
    #expect(try difference(translated) == nil)
    #expect(try difference(text) == nil)
    #expect(try difference(translated.replacing("#~ took 2 ms\n", with: "")) == nil)
  }

  @Test(arguments: [
    (
      "seed 42", "seed 7",
      "a/t.tr.nabla:1: format 1, seed 7, but t.nabla:1 has format 1, seed 42"
    ),
    ("  2]", "  3]", "a/t.tr.nabla:5: '  3]', but t.nabla:7 has '  2]'"),
    ("#> x: [2]", "#> x: [3]", "a/t.tr.nabla:6: '#> x: [3]', but t.nabla:8 has '#> x: [2]'"),
    ("#> x: [2]\n", "", "a/t.tr.nabla:7: a paragraph, but t.nabla:8 has '#> x: [2]'"),
    ("digest ab", "digest ac", "a/t.tr.nabla:12: digest 'ac', but t.nabla:13 has digest 'ab'"),
    (
      "# Daha çok.\n# İki satır.\n", "",
      "a/t.tr.nabla:8: 'print x', but t.nabla:10 has a paragraph"
    ),
    (
      "print x\n\n", "print x\n# Ek.\n\n",
      "a/t.tr.nabla:16: a paragraph, but t.nabla has nothing more"
    ),
    ("\n# Son.\n", "", "a/t.tr.nabla:13: nothing more, but t.nabla:16 has a paragraph"),
    ("print x\n\n", "\n", "a/t.tr.nabla:14: a paragraph, but t.nabla:14 has 'print x'"),
  ])
  func theFirstDifferenceIsNamed(_ old: String, _ new: String, _ message: String) throws {
    let edited = translated.replacing(old, with: new)
    #expect(edited != translated)
    #expect(try difference(edited) == message)
  }

  // MARK: Carrying over

  private func renewed(_ twin: String, after original: String) throws -> String {
    try SessionTwin.renewed(
      document(twin), after: document(original), name: "t.tr.nabla")
  }

  private func problem(_ twin: String, after original: String) throws -> String? {
    let twin = try document(twin)
    let original = try document(original)
    do throws(Diagnostic) {
      _ = try SessionTwin.renewed(twin, after: original, name: "t.tr.nabla")
      return nil
    } catch {
      #expect(error.hint == "translate paragraph by paragraph; record again")
      return error.message
    }
  }

  @Test func commandsAndRecordedLinesAreCarriedOver() throws {
    let changed = text.replacing("#> x: [2]", with: "#> x: [2] new")
      .replacing("print x\n#> 1 2", with: "y = x\nprint y\n#> 2 1")
      .replacing("seed 42", with: "seed 7").replacing("digest ab", with: "digest cd")
    let result = try renewed(translated, after: changed)
    #expect(
      result == """
        #@ nabla 1  seed 7
        # # Başlık: sözcükler, hepsi bir arada

        x = [1,
          2]
        #> x: [2] new
        #~ took 1 ms
        # Daha çok.
        # İki satır.
        y = x
        print y
        #> 2 1
        #@ t 3  digest cd
        print x

        # Son.

        """)
    #expect(
      try SessionTwin.difference(
        twin: document(result), original: document(changed), name: "t.tr.nabla") == nil)
    #expect(try renewed(result, after: changed) == result)
  }

  @Test func paragraphsThatDoNotCorrespondAreNamed() throws {
    #expect(
      try problem(translated.replacing("\n# Son.\n", with: ""), after: text)
        == "'t.tr.nabla' is not brought up to date: it has 2 paragraphs, the original 3")
    let moved = text.replacing("# More.\n", with: "").replacing("# End.", with: "# End.\n\n# Add.")
      .replacing("x = [1", with: "z = 1\n# New.\nx = [1")
    #expect(
      try problem(translated, after: moved)
        == "'t.tr.nabla' is not brought up to date: before 'x = [1,' it has 1 paragraph, the original 2"
    )
    #expect(try problem("", after: text) != nil)
    #expect(try problem("", after: "") == nil)
  }

  @Test func aTwinWithoutASessionIsAnError() throws {
    let folder = TemporaryFolder()
    try SessionFile.write("a = 1\n", path: folder.path + "/a.tr.nabla")
    do throws(Diagnostic) {
      _ = try SessionTwin.difference(
        path: folder.path + "/a.tr.nabla", verbs: Catalogue.standard.grammars)
      Issue.record("no error")
    } catch {
      #expect(
        error.message
          == "'\(folder.path)/a.tr.nabla' translates '\(folder.path)/a.nabla', which is not there")
      #expect(
        error.hint == "a translation lies beside its session and has its name; rename what is none")
    }
  }
}
