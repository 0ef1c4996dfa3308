// The checks of the lessons are worth something: a lesson whose mechanism is taken out fails at an
// `expect`. Each names the edit that takes it out.

import Foundation
import Language
import Notebook
import Testing

/// A lesson with its mechanism taken out.
struct BrokenLesson: Sendable, CustomStringConvertible {
  /// The path below sessions/, without the suffix.
  var lesson: String
  /// What is taken out, in words.
  var without: String
  /// Text of the lesson and what stands there instead.
  var edit: (String, String)

  var description: String { "\(lesson) without \(without)" }
}

@Suite struct CourseTests {
  private func cells(_ text: String, _ name: String) throws -> [Cell] {
    let document = try SessionFile.parse(text, name: name, verbs: Catalogue.standard.grammars)
    return SessionRunner.execute(
      document, in: SessionRunner.notebook(for: document, title: name))
  }

  /// The commands and the prose, without what was recorded, edited.
  private func edited(_ text: String, _ edit: (String, String)) -> String {
    let header = text.prefix { $0 != "\n" }
    let lines = text.dropFirst(header.count).split(
      separator: "\n", omittingEmptySubsequences: false)
    let recorded = ["#>", "#@", "#~"]
    let kept = lines.filter { line in !recorded.contains { line.hasPrefix($0) } }
    let script = ([header] + kept).joined(separator: "\n")
    #expect(script.contains(edit.0), "the lesson has no '\(edit.0)'")
    return script.replacingOccurrences(of: edit.0, with: edit.1)
  }

  @Test(arguments: BrokenLesson.all) func aCheckFails(_ lesson: BrokenLesson) throws {
    let file = SessionsTests.folder.appending(path: lesson.lesson + ".nabla")
    let text = try String(contentsOf: file, encoding: .utf8)
    let broken = try cells(edited(text, lesson.edit), lesson.lesson)
    let last = try #require(broken.last)
    #expect(last.status == .failed)
    #expect(
      last.source.contains("expect "),
      "\(last.source): \(last.error?.message ?? "no error")")
  }
}
