// Every view has a session that shows it.

import Engine
import Foundation
import Notebook
import Testing

@Suite struct SessionViewsTests {
  /// The commands of all sessions.
  private static func commands() throws -> [Substring] {
    let files = try #require(
      FileManager.default.enumerator(at: SessionsTests.folder, includingPropertiesForKeys: nil))
    var lines: [Substring] = []
    for case let file as URL in files where file.pathExtension == "nabla" {
      let text = try String(contentsOf: file, encoding: .utf8)
      lines += text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    }
    return lines
  }

  @Test func everyPlotIsShown() throws {
    let commands = try Self.commands()
    for descriptor in Catalogue.standard.descriptors where descriptor.kind == .plot {
      let name = descriptor.name
      let isShown = commands.contains { line in
        if name == "graph", line.hasPrefix("graph ") { return true }
        guard line.hasPrefix("plot \(name)") else { return false }
        return line.dropFirst(5 + name.count).first.map { !$0.isLetter } ?? true
      }
      #expect(isShown, "no session has plot \(name)")
    }
  }

  @Test(arguments: ["heads", "map", "model", "neuron", "stages"])
  func everyViewOfAttentionIsShown(view: String) throws {
    #expect(try Self.commands().contains { $0.contains("view=\(view)") })
  }
}
