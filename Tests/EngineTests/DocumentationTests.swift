// Everything that the library shows has a doc comment.

import Foundation
import Testing

@Suite struct DocumentationTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Engine")

  /// The lines of every file, without their indentation.
  private static let files: [(name: String, lines: [Substring])] = {
    let paths = FileManager.default.subpaths(atPath: sources.path()) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = (try? String(contentsOf: sources.appending(path: path), encoding: .utf8)) ?? ""
      return (
        path,
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { $0.drop { $0 == " " } }
      )
    }
  }()

  /// Whether a doc comment stands over a line, or over its attributes.
  private static func isDocumented(_ line: Int, _ lines: [Substring]) -> Bool {
    var above = line - 1
    while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
    return above >= 0 && lines[above].hasPrefix("///")
  }

  /// `func value`, `var code`, `init` of a line that declares something.
  private static func declared(_ line: Substring) -> String? {
    let passed: Set<Substring> = [
      "public", "private(set)", "internal(set)", "static", "mutating", "final", "convenience",
      "prefix", "indirect", "nonisolated",
    ]
    let words = line.split(separator: " ").drop { passed.contains($0) }
    guard let kind = words.first else { return nil }
    let name = words.dropFirst().first?.prefix { $0.isLetter || $0.isNumber || $0 == "`" } ?? ""
    return kind == "let" ? "var \(name)" : "\(kind) \(name)"
  }

  /// What protocols ask for and explain: a type that has it need not say it again.
  private static let requirements: Set<String> = {
    var found: Set<String> = []
    for (_, lines) in files {
      var isInside = false
      for (index, line) in lines.enumerated() {
        if line.hasPrefix("public protocol ") { isInside = true }
        if line == "}" { isInside = false }
        if isInside, line.hasPrefix("func ") || line.hasPrefix("var "),
          isDocumented(index, lines), let name = declared(line)
        {
          found.insert(name)
        }
      }
    }
    return found
  }()

  @Test func everyPublicDeclaration() {
    // Of the standard library's protocols.
    let standard: Set<String> = ["var description", "func hash", "func next", "func index"]
    #expect(Self.requirements.contains("func kernel") && Self.requirements.contains("var name"))
    var seen = 0
    for (file, lines) in Self.files {
      for (index, line) in lines.enumerated()
      where line.hasPrefix("public ") && !line.hasPrefix("public import ") {
        guard let name = Self.declared(line) else { continue }
        seen += 1
        let isExplained =
          Self.isDocumented(index, lines) || Self.requirements.contains(name)
          || standard.contains(name) || name == "func "  // an operator of Equatable or Comparable
        #expect(isExplained, "\(file):\(index + 1): \(line)")
      }
    }
    #expect(seen > 2000)
  }
}
