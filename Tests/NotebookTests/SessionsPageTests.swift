// The page of the sessions names every one of them, under its folder's heading, and nothing else.

import Engine
import Foundation
import Notebook
import Testing

struct SessionsPageTests {
  /// The first cell of each row of a table: a session's name, with the folder its header names.
  private static func rows(_ page: String) -> [String] {
    var folder = ""
    var rows: [String] = []
    for line in page.split(separator: "\n").map(String.init) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), let first = cells.first else { continue }
      if first.hasPrefix("session") {
        let quoted = first.split(separator: "`", omittingEmptySubsequences: false)
        folder = quoted.count > 2 ? String(quoted[1]) : ""
      } else if first.hasPrefix("`") {
        rows.append(folder + first.filter { $0 != "`" })
        // What it shows, and the views.
        #expect(cells.count == 3 && !cells[1].isEmpty && !cells[2].isEmpty, "\(line)")
      }
    }
    return rows
  }

  @Test func everySessionIsListed() throws {
    let page = try String(
      contentsOf: SessionsTests.folder.appending(path: "README.md"), encoding: .utf8)
    let listed = Self.rows(page)
    let sessions = SessionsTests.names.filter { SessionTwin.language(ofPath: $0) == nil }
      .map { String($0.dropLast(".nabla".count)) }
    for session in sessions {
      #expect(
        listed.count { $0 == session } == 1, "\(session) belongs into sessions/README.md, once")
    }
    for name in listed {
      #expect(sessions.contains(name), "sessions/README.md lists \(name), which is not there")
    }
  }

  /// Views are typed as they stand there.
  @Test func theViewsArePlots() throws {
    let page = try String(
      contentsOf: SessionsTests.folder.appending(path: "README.md"), encoding: .utf8)
    let named = page.matches(of: /`plot ([a-z]+)`/).map { String($0.output.1) }
    #expect(named.count > 30)
    let plots = Catalogue.standard.descriptors.map(\.name)
    for name in Set(named) { #expect(plots.contains(name), "plot \(name)") }
  }
}
