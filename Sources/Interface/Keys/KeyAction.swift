// An action: what a person can do by a key, by its name after `:`, and read about in help.

import Screen

/// Something that keys do, under a name of its own.
public struct KeyAction: Sendable {
  /// Dotted, the thing before what is done with it: `pane.next`, `cell.fold`.
  public let name: String
  /// The keys it has until someone binds others. One of them at least works in every terminal: no
  /// function key, no Alt.
  public let keys: [KeySequence]
  /// As the keys were written; all of them are readable.
  let keyNames: [String]
  /// What help says.
  public let summary: String
  /// Its keys stay: nobody can lock themselves out.
  let isFixed: Bool
  /// Nil: the line editor does it; the key is listed for help alone.
  let perform: (@Sendable (inout AppState) -> [AppEffect])?

  /// - Parameters:
  ///   - keys: as in help: `"F6"`, `"Alt-o"`, `"^X o"`.
  ///   - perform: changes the state and says what is to be done besides.
  init(
    _ name: String, _ keys: [String], _ summary: String, isFixed: Bool = false,
    perform: (@Sendable (inout AppState) -> [AppEffect])?
  ) {
    self.name = name
    self.keys = keys.compactMap { KeySequence($0) }
    keyNames = keys
    self.summary = summary
    self.isFixed = isFixed
    self.perform = perform
  }

  /// A key of the line editor, which inputrc binds.
  static func editor(_ keys: [String], _ summary: String) -> KeyAction {
    KeyAction("", keys, summary, perform: nil)
  }
}

/// When keys hold, with the actions that they have then.
public struct KeyContext: Sendable {
  /// The more particular one is asked first.
  enum Rank: Int, Comparable {
    case everywhere, prompt, pane, focus, overlay

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// The word in the file of keys: `cells`, `attention`.
  public let name: String
  /// Its heading in help.
  public let title: String
  let rank: Rank
  /// Characters are typed there, so that none can be bound alone.
  let takesText: Bool
  let holds: @Sendable (AppState) -> Bool
  public let actions: [KeyAction]

  init(
    _ name: String, _ title: String, rank: Rank, takesText: Bool = false, actions: [KeyAction],
    holds: @escaping @Sendable (AppState) -> Bool
  ) {
    self.name = name
    self.title = title
    self.rank = rank
    self.takesText = takesText
    self.actions = actions
    self.holds = holds
  }

  /// The context of a pane that has the focus.
  static func pane(_ pane: Pane, _ title: String, actions: [KeyAction]) -> KeyContext {
    KeyContext(pane.rawValue, title, rank: .focus, actions: actions) {
      $0.focus == pane && $0.overlay == nil
    }
  }
}
