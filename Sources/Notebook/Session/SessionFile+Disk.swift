// Session files on disk: what a typed name means, reading, and the atomic save.

public import Language

extension SessionFile {
  /// The path that `save NAME` and `open NAME` mean: `xor` is `xor.nabla` in the current folder, a
  /// name with slashes is a path, `~` is the home folder.
  ///
  /// - Throws: An empty name, a folder, a name with a zero byte.
  public static func path(forName name: String, home: String?) throws(Diagnostic) -> String {
    var path = trimmedName(name)
    guard !path.isEmpty else {
      throw Diagnostic("a session needs a name", hint: "save xor")
    }
    guard !path.unicodeScalars.contains("\0") else {
      throw Diagnostic("a file name cannot hold a zero byte")
    }
    if path == "~" || path.hasPrefix("~/") {
      guard let home, !home.isEmpty else {
        throw Diagnostic("'~' has no meaning here: the home folder is not known")
      }
      path = home + path.dropFirst(1)
    }
    while path.hasSuffix(suffix + suffix) { path.removeLast(suffix.count) }
    let last = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if last.isEmpty || last == "." || last == ".." || last == suffix || FileAccess.isFolder(path) {
      throw Diagnostic("\(SessionMessage.quoted(name)) is a folder", hint: "name a file in it")
    }
    return path.hasSuffix(suffix) ? path : path + suffix
  }

  /// The name to show for a path: `sessions/xor.nabla` is `xor`.
  public static func title(forPath path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasSuffix(suffix) && last.count > suffix.count
      ? String(last.dropLast(suffix.count)) : last
  }

  /// Reads and parses a session file.
  ///
  /// - Throws: What the system says (`cannot read 'xor.nabla': no such file or folder`) and what
  ///   `parse` throws.
  public static func read(
    path: String, verbs: [String: VerbGrammar]
  ) throws(Diagnostic) -> SessionDocument {
    var document = try parse(
      bytes: FileAccess.read(path, limit: maximumBytes), name: path, verbs: verbs)
    document.folder = FileAccess.folder(of: path)
    return document
  }

  /// Writes a session file in one piece: killed at any moment, the old or the new content stands
  /// under the name.
  ///
  /// - Throws: `cannot write 'xor.nabla': permission denied`
  public static func write(_ text: String, path: String) throws(Diagnostic) {
    try FileAccess.write(Array(text.utf8), to: path)
  }

  private static func trimmedName(_ name: String) -> String {
    var text = Substring(VisibleText.trimmed(name))
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    return String(text)
  }
}
