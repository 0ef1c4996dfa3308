// From lines to items. The language says which lines are code; what the comment lines between them
// mean is decided here.

import Language

/// Groups the lines of a session file.
struct SessionReader {
  private let lines: [String]
  private let name: String
  /// Half-open ranges of line indices, ascending.
  private let code: [Range<Int>]
  private var items: [SessionItem] = []
  private var header = SessionHeader()
  private var problems: [Diagnostic]

  init(text: String, name: String, verbs: [String: VerbGrammar], problems: [Diagnostic]) {
    lines = VisibleText.split(text)
    self.name = name
    self.problems = problems
    let extents = CodeExtents(lines: lines, verbs: verbs)
    code = extents.ranges
    if let open = extents.openLine {
      self.problems.append(
        Diagnostic(
          "\(Self.place(name, open)): the command is not finished",
          hint: "close its brackets, or delete it"))
    }
  }

  /// - Throws: A header that is malformed or of a newer format.
  mutating func document() throws(Diagnostic) -> SessionDocument {
    var index = 0
    var ranges = code[...]
    while index < lines.count {
      if let range = ranges.first, range.lowerBound == index {
        let text = lines[range].joined(separator: "\n")
        items.append(
          SessionItem(kind: .code, line: index + 1, lines: Array(lines[range]), text: text))
        ranges.removeFirst()
        index = range.upperBound
        continue
      }
      let line = lines[index]
      if VisibleText.trimmed(line).isEmpty {
        items.append(SessionItem(kind: .blank, line: index + 1, lines: [line]))
      } else if let shown = Self.recorded(line) {
        addShown(shown, line, index)
      } else if line.hasPrefix(SessionData.mark) {
        try addData(line, index)
      } else if line.hasPrefix("#!") && index == 0 || !line.hasPrefix("#") {
        // The line that names the program to run the file with; a comment that is indented.
        items.append(SessionItem(kind: .unknown, line: index + 1, lines: [line]))
      } else {
        addProse(line, index)
      }
      index += 1
    }
    return SessionDocument(header: header, items: items, problems: problems)
  }

  /// The content of a `#>` or `#~` line.
  static func recorded(_ line: String) -> RecordedLine? {
    let isVolatile = line.hasPrefix("#~")
    guard isVolatile || line.hasPrefix("#>") else { return nil }
    var text = line.dropFirst(2)
    if text.first == " " { text = text.dropFirst() }
    return RecordedLine(VisibleText.trimmed(text), isVolatile: isVolatile)
  }

  private mutating func addShown(_ content: RecordedLine, _ line: String, _ index: Int) {
    // Blank lines that someone put between a cell and what it showed do not part them.
    var owner = items.count - 1
    while owner >= 0, items[owner].kind == .blank { owner -= 1 }
    guard owner >= 0, items[owner].kind == .code else {
      items.append(SessionItem(kind: .unknown, line: index + 1, lines: [line]))
      return
    }
    for blank in items[(owner + 1)...] { items[owner].lines.append(contentsOf: blank.lines) }
    items.removeLast(items.count - 1 - owner)
    items[owner].lines.append(line)
    items[owner].shown.append(SessionItem.Shown(line: index + 1, content: content))
  }

  private mutating func addData(_ line: String, _ index: Int) throws(Diagnostic) {
    let isFirst = items.allSatisfy { $0.kind == .blank || $0.kind == .unknown }
    if isFirst {
      var data = SessionData(line: line, keys: ["nabla", "seed"])
      if let version = data.take("nabla") {
        try readHeader(version, &data, index)
        items.append(SessionItem(kind: .header, line: index + 1, lines: [line]))
        return
      }
    }
    guard let last = items.indices.last, items[last].kind == .code || items[last].kind == .prose
    else {
      items.append(SessionItem(kind: .unknown, line: index + 1, lines: [line]))
      return
    }
    var data = SessionData(line: line, keys: ["t", "digest"])
    if items[last].digest == nil, let digest = data.take("digest") {
      items[last].digest = digest
      items[last].digestLine = index + 1
    }
    if items[last].time == nil, let text = data.fields.first(where: { $0.key == "t" })?.text,
      let time = Double(text), time.isFinite, time >= 0
    {
      items[last].time = time
      _ = data.take("t")
    }
    items[last].unknownData.append(contentsOf: data.rest)
    items[last].lines.append(line)
  }

  private mutating func readHeader(
    _ version: String, _ data: inout SessionData, _ index: Int
  ) throws(Diagnostic) {
    let place = Self.place(name, index + 1)
    guard let number = Int(version), number > 0 else {
      throw Diagnostic("\(place): \(SessionMessage.quoted(version)) is not a format version")
    }
    guard number <= SessionFile.formatVersion else {
      throw Diagnostic(
        "\(place): format \(number) is newer than this nabla,"
          + " which reads up to format \(SessionFile.formatVersion)",
        hint: "update nabla to open this session")
    }
    header.version = number
    if let text = data.take("seed") {
      guard let seed = UInt64(text) else {
        throw Diagnostic(
          "\(place): \(SessionMessage.quoted(text)) is not a seed",
          hint: "a seed is a whole number from 0 to \(UInt64.max)")
      }
      header.seed = seed
    }
    header.unknownData = data.rest
  }

  private mutating func addProse(_ line: String, _ index: Int) {
    var text = line.dropFirst()
    if text.first == " " { text = text.dropFirst() }
    if let last = items.indices.last, items[last].kind == .prose,
      items[last].unknownData.isEmpty, !items[last].hasRecording
    {
      items[last].lines.append(line)
      items[last].text += "\n" + text
    } else {
      items.append(
        SessionItem(kind: .prose, line: index + 1, lines: [line], text: String(text)))
    }
  }

  private static func place(_ name: String, _ line: Int) -> String {
    "\(SessionMessage.quoted(name)) line \(line)"
  }
}
