// The one table of keys. Dispatch looks keys up in it, help is written from it, and names typed
// after `:` are its names, so that none can say what the others do not do.
//
// A topic adds its keys in a file of its own, `KeyTable+TOPIC.swift`: a `KeyContext` with its
// actions, whose closures call what `AppState+TOPIC.swift` does, and one line in `contexts` below.

import Screen
import Language

/// The actions of the full screen, by context.
public enum KeyTable {
  /// All contexts, in the order of help.
  public static let contexts: [KeyContext] = [
    everywhere, panes, emptyPrompt, singleKeys, replay, pane, cells, program, instruction,
    attention, series, gradients, plots, pictures, sorting, help,
  ]

  /// All actions that have a name.
  public static let actions: [KeyAction] = contexts.flatMap(\.actions).filter { !$0.name.isEmpty }

  /// What keys mean.
  enum Meaning {
    case action(KeyAction)
    /// More keys are awaited.
    case beginning
  }

  /// What keys pressed after each other mean in a state; nil when nothing: the line editor may know
  /// them.
  static func meaning(of keys: [Key], in state: AppState) -> Meaning? {
    var best: (rank: KeyContext.Rank, action: KeyAction)?
    var begins = false
    for context in contexts where context.holds(state) {
      for action in context.actions where action.perform != nil {
        for sequence in state.bindings.keys(of: action, in: context) {
          if sequence.keys == keys {
            if context.rank >= best?.rank ?? .everywhere { best = (context.rank, action) }
          } else if sequence.starts(with: keys) {
            begins = true
          }
        }
      }
    }
    return best.map { .action($0.action) } ?? (begins ? .beginning : nil)
  }

  /// What may follow keys that were pressed: the next key's name and the action, in help's order.
  static func continuations(
    of keys: [Key], in state: AppState
  ) -> [(key: String, action: KeyAction)] {
    var found: [(key: String, action: KeyAction)] = []
    for context in contexts where context.holds(state) {
      for action in context.actions where action.perform != nil {
        for sequence in state.bindings.keys(of: action, in: context)
        where sequence.starts(with: keys) && sequence.keys.count > keys.count {
          let rest = KeySequence(Array(sequence.keys.dropFirst(keys.count)))
          found.append((rest.text, action))
        }
      }
    }
    return found
  }

  /// The action that a name means: the whole name, or so much of it that only one is left.
  static func action(named name: String) throws(KeyProblem) -> KeyAction {
    if let action = actions.first(where: { $0.name == name }) { return action }
    let found = actions.filter { !name.isEmpty && $0.name.hasPrefix(name) }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw KeyProblem(
        "'\(name)' can be \(found.count) actions",
        hint: found.prefix(5).map(\.name).joined(separator: ", ") + (found.count > 5 ? ", …" : ""))
    }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let near =
      didYouMean(name, among: actions.map(\.name))
      ?? actions.first { $0.name.hasSuffix("." + last) }?.name
    throw KeyProblem(
      "there is no action '\(name)'",
      hint: near.map { "did you mean '\($0)'?" } ?? "help (^X h) names them all")
  }
}
