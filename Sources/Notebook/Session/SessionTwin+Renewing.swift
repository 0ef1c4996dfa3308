// Carrying over what an original recorded: the twin keeps its paragraphs and gets everything else
// from the original. That needs paragraphs that correspond one to one; commands that both files have
// show whether they do.

public import Language

extension SessionTwin {
  /// The text of the twin with the original's commands and recorded lines.
  ///
  /// - Parameter name: The twin's file, for the message.
  /// - Throws: What the twin lacks, where its paragraphs are not those of the original.
  public static func renewed(
    _ twin: SessionDocument, after original: SessionDocument, name: String
  ) throws(Diagnostic) -> String {
    if let problem = misplaced(twin, original) {
      throw Diagnostic(
        "\(SessionMessage.quoted(name)) is not brought up to date: \(problem)",
        hint: "translate paragraph by paragraph; record again")
    }
    var paragraphs = twin.items.filter { $0.kind == .prose }[...]
    var lines: [String] = []
    for item in original.items {
      guard item.kind == .prose, let mine = paragraphs.popFirst() else {
        lines.append(contentsOf: item.lines)
        continue
      }
      lines.append(contentsOf: mine.lines.filter { !$0.hasPrefix(SessionData.mark) })
      lines.append(contentsOf: item.lines.filter { $0.hasPrefix(SessionData.mark) })
    }
    return lines.joined(separator: "\n")
  }

  /// A command that stands once in each file, with the paragraphs before it in both.
  private struct Anchor {
    var command: String
    var line: Int
    var mine: Int
    var theirs: Int
  }

  /// Why the paragraphs do not correspond, nil when they do.
  private static func misplaced(_ twin: SessionDocument, _ original: SessionDocument) -> String? {
    let mine = commands(twin)
    let theirs = commands(original)
    let anchors = theirs.unique.compactMap { command, place -> Anchor? in
      guard let here = mine.unique[command] else { return nil }
      return Anchor(command: command, line: place.line, mine: here.before, theirs: place.before)
    }.sorted { $0.line < $1.line }
    if let wrong = anchors.first(where: { $0.mine != $0.theirs }) {
      let command = VisibleText.split(wrong.command).first ?? ""
      return "before \(SessionMessage.quoted(command)) it has \(paragraphs(wrong.mine)), "
        + "the original \(wrong.theirs)"
    }
    return mine.paragraphs == theirs.paragraphs
      ? nil : "it has \(paragraphs(mine.paragraphs)), the original \(theirs.paragraphs)"
  }

  private static func paragraphs(_ count: Int) -> String {
    "\(count) paragraph\(count == 1 ? "" : "s")"
  }

  /// The commands that stand once in a document, with their line and the paragraphs before them;
  /// and how many paragraphs there are.
  private static func commands(
    _ document: SessionDocument
  ) -> (unique: [String: (line: Int, before: Int)], paragraphs: Int) {
    var found: [String: (line: Int, before: Int)] = [:]
    var repeated: Set<String> = []
    var paragraphs = 0
    for item in document.items {
      if item.kind == .prose { paragraphs += 1 }
      guard item.kind == .code else { continue }
      if found.updateValue((item.line, paragraphs), forKey: item.text) != nil {
        repeated.insert(item.text)
      }
    }
    for command in repeated { found[command] = nil }
    return (found, paragraphs)
  }
}
