// Whether what cells show is Turkish on a Turkish screen: every recorded line of every session that
// is no value of the learner's own is looked up, and no English word is left in it.

import Engine
import Foundation
import Interface
import Language
import Notebook
import Screen
import Testing
import Translation

@Suite struct LineTranslationTests {
  /// A recorded line and the command above it.
  struct Line {
    let session: String
    let command: String
    let text: String
    /// Words of the session's commands: names, texts and code.
    let names: Set<String>
  }

  static let sessions: [(name: String, text: String)] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sessions")
    let files =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return files.sorted().filter { $0.hasSuffix(".nabla") && !$0.hasSuffix(".tr.nabla") }.map {
      ($0, (try? String(contentsOf: root.appending(path: $0), encoding: .utf8)) ?? "")
    }
  }()

  /// The pure words of a text; names with points, places, signs or digits are none.
  static func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || "._[]/∂‖′²ᵀ…^<>".contains($0)) }
      .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ".…[]")) }
      .filter { word in word.count > 2 && word.allSatisfy { $0.isASCII && $0.isLetter } }
  }

  static let lines: [Line] = sessions.flatMap { name, text -> [Line] in
    var lines: [Line] = []
    var names: Set<String> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      for part in line.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
        names.insert(String(part))
      }
    }
    var command = ""
    var isInCommand = false
    for line in text.split(separator: "\n").dropFirst() {
      guard line.hasPrefix("#") else {
        command = isInCommand ? command + "\n" + line : String(line)
        isInCommand = true
        continue
      }
      isInCommand = false
      guard line.hasPrefix("#> ") || line.hasPrefix("#~ ") else { continue }
      lines.append(
        Line(session: name, command: command, text: String(line.dropFirst(3)), names: names))
    }
    return lines
  }

  /// Why a line is shown as it is recorded; nil where it has to be Turkish.
  private func reason(_ line: Line, isInPlot: Bool) -> String? {
    let verb = String(line.command.prefix { $0.isLetter || $0 == "_" })
    if isInPlot { return "drawn as a chart" }
    if line.command.contains("print ") { return "the learner's own text" }
    if line.text.contains("https://") { return "the source of the data" }
    let isVerb = Catalogue.standard.grammars[verb] != nil
    let isStatement =
      isVerb || line.command.contains(" = ") || line.command.hasPrefix("def ")
      || line.command.hasPrefix("for ") || line.command.hasPrefix("if ")
    if !isStatement { return "the value of an expression" }
    if line.text.hasPrefix("✓ "), !line.text.hasPrefix("✓ exact"), verb == "expect" {
      return "code that holds, and its value"
    }
    if line.text.hasPrefix("first row ") { return "a row of data" }
    return nil
  }

  /// A line as a Turkish screen shows it. What is recorded as a line and drawn from its parts (the
  /// header of a table, a finding, the signs under a listing) is put together as it is drawn.
  private static func shown(_ text: String) -> String {
    let turkish = DisplayLanguage.turkish
    let cells = text.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
    if cells.count > 2, cells.contains(where: { turkish.label($0) != $0 }),
      cells.allSatisfy({ turkish.label($0) != $0 || words($0).allSatisfy(alike.contains) })
    {
      return cells.map(turkish.label).joined(separator: "  ")
    }
    if text.contains(" · "), text.first(where: { $0 != " " }).map("cos-".contains) == true {
      return text.split(separator: " · ").map { turkish.words(String($0)) }.joined(separator: " · ")
    }
    return finding(text, turkish) ?? turkish.line(text)
  }

  /// `saturated: net.1: evidence: remedy`; evidence and remedy may have colons of their own.
  private static func finding(_ text: String, _ turkish: DisplayLanguage) -> String? {
    var parts = text.components(separatedBy: ": ")
    guard parts.count >= 4, let title = turkish.translation(of: parts[0] + ": " + parts[1]) else {
      return nil
    }
    parts.removeFirst(2)
    for end in 1..<parts.count {
      let evidence = parts[..<end].joined(separator: ": ")
      let remedy = parts[end...].joined(separator: ": ")
      if let known = turkish.translation(of: evidence), let help = turkish.translation(of: remedy) {
        return "\(title): \(known): \(help)"
      }
    }
    return nil
  }

  @Test func everyRecordedLineHasATranslation() {
    #expect(Self.lines.count > 4000)
    let catalogue = Set(
      Catalogue.standard.descriptors.flatMap {
        $0.name.split(separator: "_").map(String.init) + [$0.name]
      })
    var left: Set<String> = []
    var plot = ""
    for line in Self.lines {
      // The lines of a plot follow its title, set in.
      if line.text.hasPrefix("plot ") {
        plot = line.command
      } else if line.command != plot || !line.text.hasPrefix(" ") {
        plot = ""
      }
      guard reason(line, isInPlot: !plot.isEmpty) == nil else { continue }
      let shown = Self.shown(line.text)
      let words = Self.words(shown).filter {
        !line.names.contains($0) && !catalogue.contains($0) && !Self.alike.contains($0)
          && Self.words(line.text).contains($0)
      }
      if !words.isEmpty { left.insert("\(line.session): \(line.text) | \(words)") }
    }
    #expect(left.isEmpty, "\(left.count): \(left.sorted().prefix(40).joined(separator: "\n"))")
  }

  /// Words that are the same in both languages, and what stands for a number.
  static let alike: Set<String> = [
    "lr", "max", "min", "norm", "softmax", "dropout", "NaN", "Infinity", "exp", "log", "relu",
    "tanh", "sigmoid", "program", "momentum", "betas", "else", "level", "BPE", "bit", "tags",
    "ReLU",
    "init",
  ]

  /// Columns stay where they are; names, code and texts of somebody's own are not touched.
  @Test(arguments: [
    ("net: 2 → 8 → 1, 33 parameters", "net: 2 → 8 → 1, 33 parametre"),
    ("net: ? → 3, sized at the first use", "net: ? → 3, boyutu ilk kullanımda belli olur"),
    ("scalar: scalar", "scalar: skaler"), ("step: [4, 2]", "step: [4, 2]"),
    ("step 20: loss 0.5 → 0.1", "adım 20: loss 0.5 → 0.1"),
    ("undone: step", "geri alındı: step"), ("L = 0.5", "L = 0.5"),
    (
      "  reads    x [4, 2] (data), w [2] (parameter)",
      "  okur     x [4, 2] (veri), w [2] (parametre)"
    ),
    ("  next  explain w[1, 0]  a parameter", "  izle  explain w[1, 0]  bir parametre"),
    ("    sum of 16 terms      0.5", "    16 terimin toplamı   0.5"),
    (
      "  where w is net.weight, t is the number of the step",
      "  burada w = net.weight, t = adımın numarası"
    ),
    ("  = 2 · 3 + 0.1 (3 smaller terms) = 6.1", "  = 2 · 3 + 0.1 (daha küçük 3 terim) = 6.1"),
    ("a.grad = L.grad / n for each of a", "a.grad = L.grad / n (her a öğesi için)"),
    ("error: unknown name 'w'", "hata: 'w' diye bir ad yok"),
  ])
  func linesReadAsTurkish(_ english: String, _ turkish: String) {
    #expect(DisplayLanguage.turkish.line(english) == turkish)
    #expect(DisplayLanguage.english.line(english) == english)
  }

  /// What the learner prints is the learner's, whatever it looks like.
  @Test func ownTextStays() {
    let notebook = Notebook()
    for command in ["\"step 1: L 2 → 3\"", "print \"scalar\", 3", "tokens(\"no breakpoints\")"] {
      notebook.apply(command)
    }
    let shown = notebook.snapshot().cells.flatMap { cell in
      TextRenderer.results(of: cell, columns: 80, appearance: TranslationTests.turkish)
    }
    #expect(shown == ["    step 1: L 2 → 3", "    scalar 3", "    no breakpoints"])
  }

  private func turkish(_ output: Output) -> [String] {
    var cell = NotebookCell(number: 1, source: "")
    cell.outputs = [output]
    return TextRenderer.results(of: cell, columns: 80, appearance: TranslationTests.turkish)
  }

  /// A text that came while something went on, too: a generated one that was stopped, a print.
  @Test func ownTextStaysWhenItIsNotCompared() {
    let text = "no breakpoints\nstep 20: loss 0.5 → 0.1\nfirst row  next"
    #expect(turkish(.volatileLiteral(text)) == text.split(separator: "\n").map { "    " + $0 })
    #expect(turkish(.volatile("no breakpoints")) == ["    durma noktası yok"])
  }

  /// Words of a text stand in tables as they are, the table's own heads and its last line do not.
  @Test func wordsInTablesStay() {
    let rows = [["yes shared", "no", "2", "0.5"], ["… 3 more", "", "", ""]]
    let lines = turkish(
      .table(TableOutput(header: ["context", "next", "count", "P"], rows: rows, theirRows: 1)))
    #expect(lines[0].contains("bağlam") && lines[0].contains("sonra"), "\(lines)")
    #expect(lines[1].contains("yes shared") && lines[1].contains(" no "), "\(lines)")
    #expect(lines[2].contains("… 3 tane daha"), "\(lines)")
  }

  /// What a check names is code.
  @Test func codeOfChecksStays() {
    let notebook = Notebook()
    for command in ["a = \"no breakpoints\"", "expect a == \"no breakpoints\""] {
      notebook.apply(command)
    }
    let shown = notebook.snapshot().cells.last.map { cell in
      TextRenderer.results(of: cell, columns: 80, appearance: TranslationTests.turkish)
    }
    #expect(shown == ["    ✓ a == \"no breakpoints\"  (\"no breakpoints\")"])
  }
}
