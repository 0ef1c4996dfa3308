// Reading a session file for a command, with errors on standard error.

import ArgumentParser
import Glibc
import Language
import Notebook
import Translation

enum SessionInput {
  /// Reads a session; problems that did not keep it from being read go to standard error.
  ///
  /// - Throws: exit code 1 when it cannot be read.
  static func read(_ path: String) throws -> SessionDocument {
    do throws(Diagnostic) {
      let document = try SessionFile.read(path: path, verbs: Catalogue.standard.grammars)
      for problem in document.problems { complain(problem) }
      return document
    } catch {
      complain(error)
      throw ExitCode(1)
    }
  }

  /// The file to open for a name.
  ///
  /// - Throws: exit code 1 when several sessions have the name.
  static func opened(_ name: String, in language: DisplayLanguage) throws -> OpenedSession {
    do throws(Diagnostic) {
      return try OpenedSession(named: name, in: language)
    } catch {
      complain(error)
      throw ExitCode(1)
    }
  }

  static func complain(_ error: Diagnostic) {
    nabla.complain("\(Speech.words("error")): \(Speech.words(error.message))")
    if let hint = error.hint {
      nabla.complain("\(Speech.words("hint")): \(Speech.words(hint))")
    }
  }

  /// Files and, for folders, the sessions below them in the order of their names.
  ///
  /// - Parameter withTwins: whether translations that a folder holds beside their sessions count.
  static func expand(_ paths: [String], withTwins: Bool = true) throws -> [String] {
    var result: [String] = []
    for path in paths {
      if FolderListing.isFolder(path) {
        let found = FolderListing.sessions(below: path)
        if found.isEmpty {
          complain(Diagnostic("there is no session in '\(path)'"))
          throw ExitCode(1)
        }
        let all = Set(found)
        result += found.filter { file in
          withTwins || !(SessionTwin.original(ofPath: file).map(all.contains) ?? false)
        }
      } else {
        result.append(path)
      }
    }
    return result
  }
}
