// Whether charts and panes are Turkish on a Turkish screen: what an English screen and a Turkish one
// have in common are names, code and data.

import Engine
import Foundation
import Interface
import Language
import Notebook
import Screen
import Testing
import Translation

@Suite struct ChartTranslationTests {
  static let turkish = Appearance(language: .turkish)

  /// The words that stand in both frames.
  static func common(_ english: Frame, _ turkish: Frame) -> Set<String> {
    func words(_ frame: Frame) -> Set<String> {
      Set(frame.lines.flatMap { $0.split(separator: "│") }.flatMap { words(String($0)) })
    }
    func words(_ text: String) -> [String] { LineTranslationTests.words(text) }
    // The paths of a contour are drawn with letters.
    return words(english).intersection(words(turkish)).filter {
      !$0.lowercased().allSatisfy("abs".contains)
    }
  }

  /// Names of the language; parts of names count, too.
  static let names = Set(
    Catalogue.standard.descriptors.flatMap { descriptor in
      [descriptor.name] + descriptor.name.split(separator: "_").map(String.init)
    })

  /// The words of some code.
  static func words(ofCode code: [String]) -> Set<String> {
    Set(
      code.flatMap { line in
        line.split { !($0.isLetter || $0.isNumber) }.map(String.init)
          + line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      })
  }

  /// What is the same in both languages: international words, names that programs give themselves,
  /// what a plot is called by its command.
  static let alike: Set<String> = [
    "nabla", "Tab", "Esc", "Enter", "model", "program", "norm", "log", "max", "bit", "epoch",
    "grad",
    "tensor", "softmax", "mask", "scale", "bias", "matmul", "weight", "head", "NaN", "inf",
    "matris",
    "PgUp", "std", "PgDn", "Home", "End", "Alt", "untitled",
    // Classes and tokens of the samples.
    "setosa", "versicolor", "virginica", "everything", "valid", "activations",
    // Tokens that stand on end.
    "hlaehonho", "tomstbatd",
  ]

  private func check(_ english: Frame, _ turkish: Frame, code: [String], _ what: String) {
    let left = Self.common(english, turkish).subtracting(Self.alike).subtracting(Self.names)
      .subtracting(Self.words(ofCode: code))
    #expect(left.isEmpty, "\(what): \(left.sorted())\n\(turkish.lines.joined(separator: "\n"))")
    for line in turkish.lines { #expect(DisplayWidth.of(line) <= turkish.size.columns) }
  }

  @Test(arguments: CatalogueFrameTests.plots) func plotsOfTheCatalogue(_ name: String) throws {
    let snapshot = try CatalogueFrameTests.snapshot(name)
    let descriptor = try #require(
      Catalogue.standard.descriptors.first { $0.kind == .plot && $0.name == name })
    for size in FrameTests.sizes {
      for isRead in [false, true] {
        let frames = [Appearance.standard, Self.turkish].map { appearance -> Frame in
          var state = CatalogueFrameTests.state(snapshot, size, appearance)
          if isRead {
            _ = state.update(.input(.key(.right)))
            _ = state.update(.input(.key(.down)))
          }
          return AppRenderer.render(state)
        }
        check(frames[0], frames[1], code: [descriptor.example, "\(name) lines"], name)
        if !isRead, size.columns == 80, ["gates", "confusion", "graph", "bptt"].contains(name) {
          try Fixture.expect(frames[1], "plots/\(name)-80x24-turkish")
        }
      }
    }
  }

  @Test(arguments: 0..<9) func attention(_ which: Int) {
    let (name, lines) = AttentionPaneTests.cases[which]
    let notebook = DebugViewTests.notebook(lines)
    for size in FrameTests.sizes {
      let frames = [Appearance.standard, Self.turkish].map {
        DebugViewTests.app(notebook, size, $0).render()
      }
      check(frames[0], frames[1], code: lines, name)
    }
  }

  @Test(arguments: FrameTests.snapshots.map(\.0)) func panes(_ name: String) throws {
    let snapshot = try #require(FrameTests.snapshots.first { $0.0 == name }?.1)
    // Messages are tested elsewhere; these are no real ones.
    let code = snapshot.cells.flatMap {
      [$0.source, $0.prose ?? "", $0.error?.message ?? "", $0.error?.hint ?? ""]
    }
    for size in FrameTests.sizes {
      let frames = [Appearance.standard, Self.turkish].map {
        AppRenderer.render(FrameTests.state(snapshot, size, $0))
      }
      check(
        frames[0], frames[1], code: code + ["set lr", "the man sees a boy", "net steps=500"], name)
    }
  }
}
