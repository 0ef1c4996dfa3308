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
        folder = quoted(first).first ?? ""
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

  /// Views are typed as they stand there: each is a line of its session, which a run of it carries
  /// out.
  @Test func theViewsAreTheSessionsOwn() throws {
    let page = try String(
      contentsOf: SessionsTests.folder.appending(path: "README.md"), encoding: .utf8)
    var folder = ""
    var checked = 0
    for line in page.split(separator: "\n").map(String.init) where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map(String.init)
      if cells[0].hasPrefix(" session") {
        folder = Self.quoted(cells[0]).first ?? ""
      } else if let name = Self.quoted(cells[0]).first {
        let session = try String(
          contentsOf: SessionsTests.folder.appending(path: folder + name + ".nabla"),
          encoding: .utf8
        ).split(separator: "\n")
        for view in Self.quoted(cells[2]) where !view.hasPrefix("layout ") {
          #expect(session.contains(view[...]), "\(view) is no line of \(name)")
          checked += 1
        }
      }
    }
    #expect(checked > 80)
  }

  private static func quoted(_ cell: String) -> [String] {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }
}
