// The sessions that can be opened by name: which name means which file, and the list by topics. A
// folder is a topic; numbers before a name give the order and need not be typed. A session and its
// translations are one entry.

public import Language
public import Translation

public struct SessionLibrary: Sendable {
  /// One session file.
  public struct Entry: Sendable, Equatable {
    public var path: String
    /// Its place below the library's folder, without the suffix: `1-foundations/02-softmax`.
    public var name: String
    /// The files with the same session in other languages.
    public var twins: [DisplayLanguage: String]

    public init(path: String, name: String, twins: [DisplayLanguage: String] = [:]) {
      self.path = path
      self.name = name
      self.twins = twins
    }

    /// The file to show to someone who reads a language.
    public func path(in language: DisplayLanguage) -> String { twins[language] ?? path }

    /// The last part of the name without its number: `softmax`.
    var short: String { SessionLibrary.unnumbered(title) }

    var title: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The folder it lies in, "" for none.
    var topic: String { name.split(separator: "/").dropLast().joined(separator: "/") }
  }

  public let entries: [Entry]

  /// - Parameter folders: Each folder with the session files below it, as paths that begin with it.
  public init(folders: [(root: String, files: [String])]) {
    entries = folders.flatMap { folder in
      let files = Set(folder.files)
      return folder.files.compactMap { path -> Entry? in
        // A translation without its session stands for itself.
        if let original = SessionTwin.original(ofPath: path), files.contains(original) {
          return nil
        }
        var name = path.hasPrefix(folder.root) ? path.dropFirst(folder.root.count) : Substring(path)
        while name.first == "/" { name.removeFirst() }
        if name.hasSuffix(SessionFile.suffix) { name.removeLast(SessionFile.suffix.count) }
        var entry = Entry(path: path, name: String(name))
        for language in DisplayLanguage.allCases {
          guard let twin = SessionTwin.path(ofOriginal: path, in: language), files.contains(twin)
          else { continue }
          entry.twins[language] = twin
        }
        return entry
      }
    }
  }

  /// The file that a name means: a whole name first, then the last part of one, then the same
  /// without numbers.
  ///
  /// - Parameter language: whose translation is wanted, where there is one. `xor.tr` is the Turkish
  ///   one in every language, and a name with its suffix is that file.
  /// - Returns: nil when no session has the name.
  /// - Throws: `'rnn' is the name of 2 sessions: 2-sequences/08-rnn, 4-mine/rnn`
  public func path(
    of typed: String, in language: DisplayLanguage = .english
  ) throws(Diagnostic) -> String? {
    guard let entry = try entry(of: typed) else { return try translation(of: typed) }
    return typed.hasSuffix(SessionFile.suffix) ? entry.path : entry.path(in: language)
  }

  /// The file of a name with a language in it: `xor.tr`, `xor.tr.nabla`.
  private func translation(of typed: String) throws(Diagnostic) -> String? {
    let path = typed.hasSuffix(SessionFile.suffix) ? typed : typed + SessionFile.suffix
    guard let language = SessionTwin.language(ofPath: path),
      let original = SessionTwin.original(ofPath: path)
    else { return nil }
    return try entry(of: original)?.twins[language]
  }

  private func entry(of typed: String) throws(Diagnostic) -> Entry? {
    var name = Substring(typed)
    if name.hasSuffix(SessionFile.suffix) { name.removeLast(SessionFile.suffix.count) }
    let word = String(name)
    let rules: [(Entry) -> Bool] = [
      { $0.name == word }, { $0.title == word }, { Self.unnumbered($0.name) == word },
      { $0.short == word },
    ]
    for isMeant in rules {
      let found = entries.filter(isMeant)
      // The same place in two folders: the first folder comes first, as in a search path.
      guard let first = found.first else { continue }
      guard found.allSatisfy({ $0.name == first.name }) else {
        throw Diagnostic(
          "\(SessionMessage.quoted(typed)) is the name of \(found.count) sessions: "
            + found.map(\.name).joined(separator: ", "))
      }
      return first
    }
    return nil
  }

  /// What completion offers: the short name where it means one session, and the whole name of what
  /// lies in a folder.
  public var names: [String] {
    var count: [String: Int] = [:]
    for entry in entries { count[entry.short, default: 0] += 1 }
    var all: Set<String> = []
    for entry in entries {
      if count[entry.short] == 1 { all.insert(entry.short) }
      if entry.name.contains("/") || count[entry.short] != 1 { all.insert(entry.name) }
    }
    return all.sorted()
  }

  /// The list: a topic's title, then a line for each of its sessions.
  ///
  /// - Parameters:
  ///   - columns: The width in characters that a line may take; 76 fit a screen of 80 with its
  ///     margin.
  ///   - prose: The first paragraphs of a session, nil when it cannot be read.
  public func lines(columns: Int = 76, prose: (Entry) -> String?) -> [String] {
    let width = entries.map { $0.title.count }.max() ?? 0
    var lines: [String] = []
    var topic = ""
    for entry in entries.sorted(by: { ($0.topic, $0.title) < ($1.topic, $1.title) }) {
      if entry.topic != topic {
        topic = entry.topic
        if !lines.isEmpty { lines.append("") }
        lines.append(Self.heading(topic))
      }
      let padding = String(repeating: " ", count: width - entry.title.count)
      let prose = prose(entry) ?? ""
      var summary = Self.summary(prose)
      // A heading that says enough is better than half a sentence after it.
      let heading = Self.firstHeading(prose)
      if width + 2 + summary.count > columns, heading.count >= 16 { summary = heading }
      let text = summary.isEmpty ? entry.title : "\(entry.title)\(padding)  \(summary)"
      lines.append(Self.cut(text, columns))
    }
    return lines
  }

  /// At most so many characters, whole words and an ellipsis.
  static func cut(_ text: String, _ columns: Int) -> String {
    guard text.count > columns else { return text }
    var kept = text.prefix(max(0, columns - 1))
    if kept.endIndex < text.endIndex, text[kept.endIndex] != " ",
      let space = kept.lastIndex(of: " ")
    {
      kept = kept[..<space]
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `1-foundations` is "1 Foundations".
  static func heading(_ topic: String) -> String {
    topic.split(separator: "/").map { part in
      var words = part.split(separator: "-").map(String.init)
      let first = words.first.map { $0.allSatisfy(\.isNumber) ? 1 : 0 } ?? 0
      if first < words.count {
        words[first] = words[first].prefix(1).uppercased() + words[first].dropFirst()
      }
      return words.joined(separator: " ")
    }.joined(separator: " / ")
  }

  private static func firstHeading(_ prose: String) -> String {
    let line = prose.split(separator: "\n").first { $0.hasPrefix("#") } ?? ""
    return String(line.drop { $0 == "#" || $0 == " " })
  }

  /// The first heading and the first sentence after it: "XOR. The exclusive or of two bits …".
  static func summary(_ prose: String) -> String {
    let lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
    guard let at = lines.firstIndex(where: { $0.hasPrefix("#") }) else { return "" }
    let heading = String(lines[at].drop { $0 == "#" || $0 == " " })
    var words: [Substring] = []
    for line in lines[(at + 1)...] {
      if line.hasPrefix("#") || (line.isEmpty && !words.isEmpty) { break }
      for word in line.split(separator: " ") {
        words.append(word)
        if let last = word.last, "?!.".contains(last) {
          let end = heading.last.map { "?!.".contains($0) } ?? true
          return heading + (end ? " " : ". ") + words.joined(separator: " ")
        }
      }
    }
    return words.isEmpty ? heading : heading + ": " + words.joined(separator: " ")
  }

  /// `1-foundations/02-softmax` is `foundations/softmax`; a letter may follow the number:
  /// `05b-glove` is `glove`.
  static func unnumbered(_ name: String) -> String {
    name.split(separator: "/", omittingEmptySubsequences: false).map { part in
      var rest = part.drop { $0.isASCII && $0.isNumber }
      if rest.count < part.count, let letter = rest.first, letter.isASCII, letter.isLowercase,
        rest.dropFirst().first == "-"
      {
        rest = rest.dropFirst()
      }
      return rest.count < part.count && rest.count > 1 && rest.first == "-"
        ? String(rest.dropFirst()) : String(part)
    }.joined(separator: "/")
  }
}
