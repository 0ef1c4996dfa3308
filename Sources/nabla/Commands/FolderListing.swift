import Glibc
import Language
import Notebook
import Translation

/// Session files in folders.
enum FolderListing {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Every session file below a folder, sorted; links are not followed into folders.
  static func sessions(below folder: String) -> [String] {
    var found: [String] = []
    var pending = [folder]
    while let next = pending.popLast() {
      guard let directory = opendir(next) else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !name.hasPrefix(".") else { continue }
        let path = next.hasSuffix("/") ? next + name : next + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append(path)
        } else if name.hasSuffix(SessionFile.suffix) {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }

  /// Where sessions are looked for: here, then what NABLA_SESSIONS names.
  static func library() -> SessionLibrary {
    var folders = ["sessions"]
    if let other = getenv("NABLA_SESSIONS") { folders.append(String(cString: other)) }
    return SessionLibrary(
      folders: folders.filter(isFolder).map { (root: $0, files: sessions(below: $0)) })
  }

  /// Why a session could not be opened, with what to do.
  static func explained(_ problem: Diagnostic, _ name: String) -> Diagnostic {
    let known = library().names
    let near = didYouMean(name, among: known).map { "did you mean '\($0)'?" }
    return Diagnostic(
      problem.message, hint: near ?? problem.hint ?? "sessions lists those that can be opened")
  }

  /// The file that a name means: itself, with the suffix, or a session of the library; of a session
  /// with translations that in the language, unless the name is the file's own. `xor.en` is the
  /// original in every language.
  ///
  /// - Throws: A name that several sessions have.
  static func resolve(
    _ name: String, in language: DisplayLanguage
  ) throws(Diagnostic) -> String {
    let full = name + SessionFile.suffix
    if isFile(name) { return name }
    if !isFile(full), let plain = SessionTwin.originalName(of: name) {
      return try resolve(plain, in: .english)
    }
    if let twin = SessionTwin.path(ofOriginal: full, in: language), isFile(full), isFile(twin) {
      return twin
    }
    return isFile(full) ? full : try library().path(of: name, in: language) ?? full
  }

  static func isFile(_ path: String) -> Bool { access(path, F_OK) == 0 && !isFolder(path) }
}
