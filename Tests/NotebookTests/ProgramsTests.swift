// Programs written in the language: the mechanisms of the course's systems, one file a topic under
// Fixtures/programs, and whole networks whose values a file of reference values beside them has,
// under Fixtures/models. Every `expect` of a file must hold.

import Foundation
import Language
import Notebook
import Testing

struct ProgramsTests {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The programs of a folder: `models/bert.nabla`.
  static func names(in folder: String) -> [String] {
    let path = fixtures.appending(path: folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { $0.hasSuffix(".nabla") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func thereArePrograms() { #expect(Self.names(in: "programs").count >= 12) }

  @Test(arguments: names(in: "programs") + names(in: "models"))
  func everyExpectationHolds(_ name: String) throws {
    for problem in try Self.problems(of: Self.fixtures.appending(path: name).path) {
      Issue.record("\(name) \(problem)")
    }
  }

  @Test(arguments: [
    ("x = 1\n", "checks nothing: no expect held"),
    ("", "checks nothing: no expect held"),
    ("expect 1 == 1\nexpect 1 == 2\n", "line 2: "),
    ("expect 1 == 1\ny = no_such_name\n", "line 2: "),
    ("expect 1 == 1\ny = (1\n", "line 2: "),
    ("for i in 0..0 { expect 1 == 1 }\n", "checks nothing: no expect held"),
  ])
  func aProgramThatProvesNothingFails(_ source: String, _ start: String) throws {
    let folder = TemporaryFolder()
    folder.write(source, "program.nabla")
    let problems = try Self.problems(of: "\(folder.path)/program.nabla")
    #expect(problems.count == 1)
    #expect(problems.contains { $0.hasPrefix(start) })
  }

  /// Why the program in a file is not one whose expectations hold.
  private static func problems(of path: String) throws -> [String] {
    let document = try SessionFile.read(path: path, verbs: Catalogue.standard.grammars)
    let cells = SessionRunner.execute(
      document, in: SessionRunner.notebook(for: document, title: SessionFile.title(forPath: path)))
    let failures = cells.compactMap { cell in
      cell.error.map { error in
        "line \(cell.line): \(error.rendered(in: cell.source).joined(separator: "\n"))"
      }
    }
    let lines = cells.flatMap { $0.recordedLines.map(\.text) }
    let isProof = lines.contains { $0.hasPrefix("✓") }
    return failures + (isProof ? [] : ["checks nothing: no expect held"])
  }
}
