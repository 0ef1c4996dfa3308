// Recorded frames: NABLA_RECORD=1 writes them again; what changed is then to be looked at.

import Foundation
import Screen
import Testing

enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Expects a frame to be what the fixture of that name holds.
  static func expect(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(frame.lines.joined(separator: "\n") + "\n", name, sourceLocation: sourceLocation)
  }

  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let was = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    for row in 0..<max(was.count, now.count) {
      let left = row < was.count ? String(was[row]) : nil
      let right = row < now.count ? String(now[row]) : nil
      #expect(left == right, "row \(row) of \(name)", sourceLocation: sourceLocation)
    }
  }
}
