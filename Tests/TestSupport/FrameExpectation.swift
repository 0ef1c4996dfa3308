// Comparing frames with text: inline, or with a fixture file that NABLA_RECORD=1 rewrites.

public import Foundation
public import Screen
public import Testing

/// Expects a frame's text plane; trailing blanks and trailing empty rows do not count.
public func expectFrame(
  _ frame: Frame, equals expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectLines(frame.lines, equal: expected, sourceLocation: sourceLocation)
}

/// Expects lines of text, as a chart's `lines`.
public func expectLines(
  _ lines: [String], equal expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let difference = frameDifference(lines, expected.components(separatedBy: "\n"))
  if let difference {
    Issue.record(Comment(rawValue: difference), sourceLocation: sourceLocation)
  }
}

/// Expects a frame's text plane to be what a file holds; with NABLA_RECORD=1 writes the file.
public func expectFrame(
  _ frame: Frame, matchesFixture file: URL, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectLines(frame.lines, matchFixture: file, sourceLocation: sourceLocation)
}

/// Expects lines to be what a file holds; with NABLA_RECORD=1 writes the file.
public func expectLines(
  _ lines: [String], matchFixture file: URL, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = lines.joined(separator: "\n") + "\n"
  do {
    if ProcessInfo.processInfo.environment["NABLA_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    expectLines(lines, equal: expected, sourceLocation: sourceLocation)
  } catch {
    Issue.record(
      Comment(rawValue: "cannot read \(file.path); NABLA_RECORD=1 writes it (\(error))"),
      sourceLocation: sourceLocation)
  }
}

/// Whether lines are what a file holds; true where NABLA_RECORD=1 is to write it.
public func lines(_ lines: [String], matchFixture file: URL) -> Bool {
  guard ProcessInfo.processInfo.environment["NABLA_RECORD"] != "1" else { return true }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else { return true }
  return trimmed(lines) == trimmed(expected.components(separatedBy: "\n"))
}

/// The rows that differ, one below the other, or nil when none does.
public func frameDifference(_ actual: [String], _ expected: [String]) -> String? {
  let left = trimmed(actual)
  let right = trimmed(expected)
  guard left != right else { return nil }
  var report = "frames differ (- expected, + actual):\n"
  for row in 0..<max(left.count, right.count) {
    let was = row < right.count ? right[row] : nil
    let now = row < left.count ? left[row] : nil
    if was == now {
      report += "   \(row)|\(now ?? "")\n"
    } else {
      if let was { report += " - \(row)|\(was)\n" }
      if let now { report += " + \(row)|\(now)\n" }
    }
  }
  return report
}

private func trimmed(_ lines: [String]) -> [String] {
  var kept = lines.map { line in
    var scalars = Substring(line).unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
  while kept.last?.isEmpty == true { kept.removeLast() }
  return kept
}
