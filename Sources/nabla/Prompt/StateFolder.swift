import Glibc

/// Where nabla keeps what survives a restart: history and the journal of unfinished sessions.
enum StateFolder {
  /// `$XDG_STATE_HOME/nabla`, or `~/.local/state/nabla`; nil without a home.
  static let path: String? = {
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/nabla" }
    return home.map { $0 + "/.local/state/nabla" }
  }()

  /// Makes the folder, so that the first line entered is in the history. What fails is seen where
  /// it is written to.
  static func make() {
    guard let path else { return }
    var place = ""
    for part in path.split(separator: "/") {
      place += "/" + part
      mkdir(place, 0o700)
    }
  }

  static let home: String? = variable("HOME")

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
