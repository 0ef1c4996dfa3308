// Whether nabla says everything in Turkish: every message and hint of the fixtures, every summary of
// the catalogue, every key; and whether it fits the screen.

import Engine
import Foundation
import Interface
import Language
import Notebook
import Screen
import Testing
import Translation

@Suite struct TranslationTests {
  static let turkish = Appearance(colors: .none, language: .turkish)

  /// What the fixtures of errors say, without the marks.
  static let said: [(kind: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "NotebookTests/Fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var found: Set<String> = []
    for name in names where name.hasPrefix("errors-") {
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      found.formUnion(text.split(separator: "\n").map(String.init))
    }
    return found.sorted().compactMap { line in
      for kind in ["error", "hint"] where line.hasPrefix(kind + ": ") {
        return (kind, String(line.dropFirst(kind.count + 2)))
      }
      return nil
    }
  }()

  /// Whether words are those of the nabla language, the same for everyone.
  private func isCode(_ text: String) -> Bool {
    let catalogue = Catalogue.standard
    if catalogue.descriptors.contains(where: { text.hasSuffix($0.signature) }) { return true }
    return (try? Parser(source: text, verbs: catalogue.grammars).parse()) != nil
  }

  private func expectKnown(_ text: String, _ what: String) {
    #expect(
      DisplayLanguage.turkish.translation(of: text) != nil,
      "no Turkish in Sources/Translation/Turkish for the \(what)")
    #expect(Turkish.book.rivals(of: text) == [], "\(text)")
  }

  @Test func theBookIsSound() {
    #expect(Phrasebook.flaws(Turkish.topics.map(\.text)) == [])
    for (name, text) in Turkish.places { #expect(Phrasebook.flaws([text]) == [], "\(name)") }
    for (name, text) in Turkish.topics + Turkish.places {
      #expect(!text.isEmpty, "\(name)")
      // Every letter is one column wide, so that wrapping and fitting count rightly.
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) == line.unicodeScalars.count, "\(line)")
      }
    }
  }

  @Test func everyMessageHasATranslation() {
    #expect(Self.said.count > 700)
    for (kind, text) in Self.said {
      if kind == "hint", DisplayLanguage.turkish.translation(of: text) == nil, isCode(text) {
        continue
      }
      expectKnown(text, "\(kind): \(text)")
    }
  }

  @Test func everySummaryHasATranslation() {
    for descriptor in Catalogue.standard.descriptors {
      expectKnown(descriptor.summary, "summary of \(descriptor.name): \(descriptor.summary)")
      expectKnown("x  (\(descriptor.kind.rawValue))", "kind \(descriptor.kind.rawValue)")
      expectKnown("\(descriptor.kind.rawValue): x", "kind \(descriptor.kind.rawValue)")
    }
  }

  /// What the summary of diagnose lists.
  @Test func everyFindingHasATranslation() throws {
    let summary = try #require(Catalogue.standard.descriptors(named: "diagnose").first?.summary)
    let list = try #require(summary.split(separator: ": ").last).dropLast()
    let names = list.split(separator: ", ")
    #expect(names.count > 15)
    for name in names {
      expectKnown("\(name): x", "finding '\(name)'")
      #expect(DisplayLanguage.turkish.words("\(name): x") != "\(name): x" || name.count < 8)
    }
  }

  @Test func everyKeyHasATranslation() {
    for context in KeyTable.contexts {
      expectKnown(context.title, "heading '\(context.title)'")
      for action in context.actions {
        expectKnown(action.summary, "key \(action.name): \(action.summary)")
      }
    }
  }

  @Test(arguments: [
    ("unknown name 'w'", "'w' diye bir ad yok"),
    ("did you mean 'tanh'?", "şunu mu demek istediniz: 'tanh'?"),
    (
      "'@' needs a tensor, not the activation 'tanh'",
      "'@' bir tensör ister, 'tanh' etkinleştirmesi değil"
    ),
    (
      "matmul: shapes [2, 2] and [1, 3] do not fit: 2 columns meet 1 rows",
      "matmul: [2, 2] ve [1, 3] biçimleri uyuşmuyor: 2 sütun 1 satırla karşılaşıyor"
    ),
    ("in f: unknown name 'b'", "f içinde: 'b' diye bir ad yok"),
    ("index 3 is outside a text of 3 characters", "3 indisi dışarıda: 3 karakterlik bir metin"),
    ("there is no help on 'tahn'", "'tahn' için yardım yok"),
    ("[7] failed", "[7] başarısız"),
    (
      "[7] failed: 35 cells after it not run; run rest goes on",
      "[7] başarısız: ardındaki 35 hücre çalışmadı; run rest sürdürür"
    ),
    ("[3] deleted; 1 cell ran again", "[3] silindi; 1 hücre yeniden çalıştı"),
    ("2 of 4: alike", "2/4: alike"),
  ])
  func messagesReadAsTurkish(_ english: String, _ turkish: String) {
    #expect(DisplayLanguage.turkish.words(english) == turkish)
    #expect(DisplayLanguage.english.words(english) == english)
  }

  /// What no book has is shown as it is.
  @Test func otherWordsStay() {
    for text in ["", "zzz", "L = 0.7076", "x: [4, 2]", "[[0.0006679],", "∂L/∂A ş"] {
      #expect(DisplayLanguage.turkish.words(text) == text)
    }
  }

  @Test func messagesKeepToTheScreen() {
    for (_, text) in Self.said {
      let cell = NotebookCell(
        number: 1, source: "x", error: Diagnostic(text, hint: text), status: .failed)
      for columns in [30, 80] {
        let lines = TextRenderer.results(of: cell, columns: columns, appearance: Self.turkish)
        for line in lines { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
        #expect(lines.first?.contains("hata:") == true)
      }
    }
  }

  @Test func whatIsExportedIsEnglish() {
    let state = FrameTests.state(Samples.mistake, Size(columns: 80, rows: 24), Self.turkish)
    let request = ExportRequest(path: "", format: .text, subject: .screen(nil))
    let text = ExportRenderer.content(request, screen: state)
    #expect(text.contains("F1 help") && text.contains("error: "))
    #expect(AppRenderer.render(state).lines.joined().contains("F1 yardım"))
  }

  @Test(arguments: FrameTests.snapshots.map(\.0)) func framesOfTheTurkishScreen(_ name: String)
    throws
  {
    var snapshot = try #require(FrameTests.snapshots.first { $0.0 == name }?.1)
    for index in snapshot.cells.indices where snapshot.cells[index].error != nil {
      snapshot.cells[index].error?.message =
        "matmul: shapes [2, 3] and [2, 3] do not fit: 3 columns meet 2 rows"
      snapshot.cells[index].error?.hint =
        "the last axis of the left operand and the last but one of the right must be equal"
    }
    let state = FrameTests.state(snapshot, Size(columns: 80, rows: 24), Self.turkish)
    let frame = AppRenderer.render(state)
    for line in frame.lines { #expect(DisplayWidth.of(line) <= 80) }
    try Fixture.expect(frame, "\(name)-80x24-turkish")
  }

  @Test(arguments: [0, 20, 60]) func helpInTurkish(_ scroll: Int) throws {
    var state = FrameTests.state(Samples.training, Size(columns: 80, rows: 24), Self.turkish)
    _ = state.update(.input(.key(.function(1))))
    for _ in 0..<scroll { _ = state.update(.input(.key(.down))) }
    try Fixture.expect(AppRenderer.render(state), "help-\(scroll)-80x24-turkish")
  }

  @Test func anASCIITerminalGetsLettersWithoutMarks() {
    var appearance = Self.turkish
    appearance.glyphs = .ascii
    let cell = NotebookCell(
      number: 1, source: "x", error: Diagnostic("nothing is running"), status: .failed)
    let lines = TextRenderer.results(of: cell, columns: 80, appearance: appearance)
    #expect(lines == ["    hata: calisan bir sey yok"])
  }
}
