// Whether a session still shows what its file says. Pure: the caller runs the cells.

/// What a cell gave when it ran again.
public struct CellResult: Hashable, Sendable {
  public var lines: [RecordedLine]
  public var digest: String?

  public init(lines: [RecordedLine], digest: String? = nil) {
    self.lines = lines
    self.digest = digest
  }

  public init(_ cell: Cell) {
    self.init(lines: cell.recordedLines, digest: cell.digest)
  }
}

/// One place where a file and a run disagree.
public struct Difference: Hashable, Sendable {
  /// The line of the file, from 1.
  public var line: Int
  /// `xor.nabla:14: recorded 'L = 0.0123', now 'L = 0.0124'`
  public var message: String
}

/// Comparison of a recorded session with a fresh run.
public enum Verification {
  /// The first differing line and a differing digest of each cell, in the file's order; empty when
  /// all agree. Measured lines (`#~`) are left out, and so are cells without any recording.
  ///
  /// - Parameters:
  ///   - results: One for each code cell in order; fewer when the run ended early.
  ///   - name: The file's name for the messages.
  public static func compare(
    document: SessionDocument, results: [CellResult], name: String
  ) -> [Difference] {
    var differences: [Difference] = []
    func add(_ line: Int, _ text: String) {
      differences.append(
        Difference(line: line, message: "\(VisibleText.line(name)):\(line): \(text)"))
    }
    let code = document.items.filter { $0.kind == .code }
    for (item, result) in zip(code, results) where item.hasRecording {
      if let (line, text) = lineDifference(item, result) { add(line, text) }
      if let recorded = item.digest, recorded != result.digest {
        let now = result.digest.map(SessionMessage.quoted) ?? "none"
        let line = item.digestLine ?? item.line
        add(line, "recorded digest \(SessionMessage.quoted(recorded)), now \(now)")
      }
    }
    if let missing = code.dropFirst(results.count).first(where: \.hasRecording) {
      add(missing.line, "recorded, but the run ended before this cell")
    }
    return differences
  }

  private static func lineDifference(
    _ item: SessionItem, _ result: CellResult
  ) -> (line: Int, text: String)? {
    let recorded = item.shown.filter { !$0.content.isVolatile }
    let fresh = result.lines.filter { !$0.isVolatile }
    for (old, new) in zip(recorded, fresh) where old.content.text != VisibleText.trimmed(new.text) {
      return (
        old.line,
        "recorded \(SessionMessage.quoted(old.content.text)), now \(SessionMessage.quoted(new.text))"
      )
    }
    if recorded.count > fresh.count {
      let old = recorded[fresh.count]
      return (old.line, "recorded \(SessionMessage.quoted(old.content.text)), now nothing")
    }
    if fresh.count > recorded.count {
      let new = SessionMessage.quoted(fresh[recorded.count].text)
      // The last line that belongs to the commands or to what they showed.
      let line = recorded.last?.line ?? item.line + item.text.utf8.count { $0 == 0x0A }
      return (line, "recorded nothing more, now \(new)")
    }
    return nil
  }
}
