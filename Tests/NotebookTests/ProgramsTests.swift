// Programs written in the language, one file a topic under Fixtures/programs: the mechanisms of the
// course's systems. Every `expect` of a file must hold.

import Foundation
import Language
import Notebook
import Testing

struct ProgramsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/programs")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".nabla") }.sorted()

  @Test func thereArePrograms() { #expect(Self.names.count >= 12) }

  @Test(arguments: names) func everyExpectationHolds(_ name: String) throws {
    let document = try SessionFile.parse(
      bytes: Array(Data(contentsOf: Self.folder.appending(path: name))), name: name,
      verbs: Catalogue.standard.grammars)
    let cells = SessionRunner.execute(
      document, in: SessionRunner.notebook(for: document, title: name))
    for cell in cells {
      guard let error = cell.error else { continue }
      let text = error.rendered(in: cell.source).joined(separator: "\n")
      Issue.record("\(name) line \(cell.line): \(text)")
    }
    let lines = cells.flatMap { $0.recordedLines.map(\.text) }
    #expect(lines.contains { $0.hasPrefix("✓") })
  }
}
