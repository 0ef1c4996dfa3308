// Which file is opened when a person names a session to look at: its translation, where there is one
// in the language in use. Recording, verifying and executing take files as they are named.

import Language
import Notebook
import Translation

/// A file to open, and what to say about it.
struct OpenedSession {
  let path: String
  /// That it is another file than the one named, or that a translation is out of date; English.
  let note: String?

  /// - Parameter name: A file, with or without its suffix, or the name of a session. `xor.en` is the
  ///   original and `xor.tr` the Turkish one in every language.
  /// - Throws: A name that several sessions have.
  init(named name: String, in language: DisplayLanguage) throws(Diagnostic) {
    let named = try FolderListing.resolve(name, in: language)
    // A name without its suffix means the translation already.
    guard name.hasSuffix(SessionFile.suffix), SessionTwin.originalName(of: name) == nil,
      let twin = SessionTwin.path(ofOriginal: named, in: language), FolderListing.isFile(twin)
    else {
      (path, note) = (named, nil)
      return
    }
    // What to type for the other one: the session's name where that means this file.
    let title = SessionFile.title(forPath: named)
    let isKnown = (try? FolderListing.resolve(title, in: .english)) == named
    let stem = isKnown ? title : String(name.dropLast(SessionFile.suffix.count))
    // Who edits a session wants to see what was edited: a translation is taken for it only as long
    // as it says the same.
    do throws(Diagnostic) {
      let verbs = Catalogue.standard.grammars
      guard try SessionTwin.difference(path: twin, verbs: verbs) == nil else {
        path = named
        note = "its translation differs: open \(stem).\(language.rawValue) shows it"
        return
      }
      path = twin
      note = "opened in the language in use: open \(stem).en shows the English one"
    } catch {
      (path, note) = (named, nil)
    }
  }
}
