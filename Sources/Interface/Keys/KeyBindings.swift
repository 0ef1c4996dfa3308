// Keys that a person has bound otherwise: read from a file or said at the prompt. Nobody can lock
// themselves out: ^C, ^D, help and Esc stay what they are, and letters type where text is typed.

import Screen

/// What differs from the table's keys.
public struct KeyBindings: Hashable, Sendable {
  /// Keys that were bound to an action of a context.
  private var bound: [String: [String: [KeySequence]]] = [:]
  /// Keys that a context's actions no longer have by default.
  private var taken: [String: Set<KeySequence>] = [:]

  public init() {}

  /// The keys that an action has.
  func keys(of action: KeyAction, in context: KeyContext) -> [KeySequence] {
    if bound.isEmpty && taken.isEmpty { return action.keys }
    if action.isFixed { return action.keys + (bound[context.name]?[action.name] ?? []) }
    let taken = taken[context.name] ?? []
    return action.keys.filter { !taken.contains($0) } + (bound[context.name]?[action.name] ?? [])
  }

  /// Carries out `^X o pane.next` or, to take a key's meaning away, `F6 none`.
  ///
  /// - Returns: a sentence about what was done.
  /// - Throws: for unknown keys and actions, and for keys that must stay.
  @discardableResult
  public mutating func bind(_ line: String) throws(KeyProblem) -> String {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let name = words.last, words.count >= 2 else {
      throw KeyProblem("'bind' needs a key and an action", hint: "bind F9 pane.next")
    }
    let keys = try KeySequence.read(words.dropLast().joined(separator: " "))
    if name == "none" {
      try free(keys)
      return "\(keys.text) has no meaning of its own now"
    }
    let action = try KeyTable.action(named: name)
    guard
      let context = KeyTable.contexts.first(where: {
        $0.actions.contains { $0.name == action.name }
      })
    else { return "" }
    try check(keys, in: context, for: action)
    for other in KeyTable.contexts
    where other.name == context.name || other.rank == .everywhere && context.rank == .everywhere {
      take(keys, from: other)
    }
    // A fixed action keeps its keys and may get more.
    if action.keys.contains(keys) {
      taken[context.name]?.remove(keys)
    } else {
      bound[context.name, default: [:]][action.name, default: []].append(keys)
    }
    return "\(keys.text): \(action.name), \(action.summary)"
  }

  /// Takes a key from all that have it.
  private mutating func free(_ keys: KeySequence) throws(KeyProblem) {
    for context in KeyTable.contexts {
      for action in context.actions where action.isFixed && action.keys.contains(keys) {
        throw KeyBindings.stays(keys, action)
      }
    }
    for context in KeyTable.contexts { take(keys, from: context) }
  }

  private mutating func take(_ keys: KeySequence, from context: KeyContext) {
    for (name, sequences) in bound[context.name] ?? [:] {
      bound[context.name]?[name] = sequences.filter { $0 != keys }
    }
    if context.actions.contains(where: { $0.keys.contains(keys) }) {
      taken[context.name, default: []].insert(keys)
    }
  }

  private static func stays(_ keys: KeySequence, _ action: KeyAction) -> KeyProblem {
    KeyProblem(
      "\(keys.text) stays '\(action.name)'", hint: "choose another key, so that there is a way out")
  }

  private func check(
    _ keys: KeySequence, in context: KeyContext, for action: KeyAction
  ) throws(KeyProblem) {
    for other in KeyTable.contexts {
      let isShared =
        other.name == context.name || other.rank == .everywhere
        || context.rank == .everywhere || other.rank == .pane && context.rank == .focus
      for known in other.actions where !known.name.isEmpty {
        for sequence in self.keys(of: known, in: other) {
          if sequence == keys, known.isFixed, known.name != action.name, isShared {
            throw KeyBindings.stays(keys, known)
          }
          guard sequence != keys, isShared else { continue }
          if sequence.starts(with: keys.keys) {
            throw KeyProblem(
              "\(keys.text) begins \(sequence.text) (\(known.name))",
              hint: "bind \(sequence.text) none, or choose another key")
          }
          if keys.starts(with: sequence.keys) {
            throw KeyProblem(
              "\(sequence.text) is \(known.name), so \(keys.text) would not be reached",
              hint: "bind \(sequence.text) none, or choose another key")
          }
        }
      }
    }
    if keys.keys.contains(.control("c")) {
      throw KeyProblem("^C stops what runs, always", hint: "choose another key")
    }
    guard context.takesText else { return }
    switch keys.keys[0] {
    case .character, .enter, .backspace, .tab:
      throw KeyProblem(
        "\(keys.text) is typed where '\(action.name)' holds",
        hint: "bind ^X \(keys.text) \(action.name)")
    default: break
    }
  }

  /// Reads the file of keys: a key and an action a line; `#` begins a comment.
  ///
  /// Lines with mistakes are left out.
  ///
  /// - Returns: the bindings, and a sentence for each mistake with its line.
  public static func read(_ text: String) -> (bindings: KeyBindings, problems: [String]) {
    var bindings = KeyBindings()
    var problems: [String] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first else { continue }
      if first.hasPrefix("#") {
        // The key # is meant only where an action follows.
        guard first == "#", words.count == 2,
          KeyTable.actions.contains(where: { $0.name == words[1] })
        else { continue }
      }
      do throws(KeyProblem) {
        try bindings.bind(String(line.prefix(200)))
      } catch {
        problems.append("line \(index + 1): \(error.text)")
      }
    }
    return (bindings, problems)
  }
}
