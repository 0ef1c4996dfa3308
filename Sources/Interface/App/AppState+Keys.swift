// From keys to actions: the table is asked with the keys pressed so far; what it does not know is
// the line editor's.

import Notebook
import Screen

extension AppState {
  /// Whether nothing is typed and the line editor asks nothing of its own.
  var isLineEmpty: Bool { prompt.text.isEmpty && prompt.prompt.isEmpty }

  var isReplaying: Bool {
    if case .replaying = snapshot.activity { return true }
    return false
  }

  /// Whether a key is the interface's.
  func wants(_ key: Key) -> Bool {
    if !pendingKeys.isEmpty { return true }
    if case .offer = overlay, key == .enter || key == .escape { return true }
    if case .unsaved = overlay { return true }
    if search?.isTyping == true { return true }
    // What is typed takes the focus back to the prompt with its first character.
    if focus != nil, case .character = key { return true }
    return KeyTable.meaning(of: [key], in: self) != nil
  }

  mutating func press(_ key: Key) -> [AppEffect] {
    message = nil
    if case .offer = overlay {
      switch key {
      case .enter:
        overlay = nil
        return [.acceptOffer]
      case .escape:
        overlay = nil
        return [.declineOffer]
      case .control("c"), .control("d"): return [.quit]
      default: break
      }
    }
    if case .unsaved = overlay { return answer(key) }
    if search?.isTyping == true { return typeSearch(key) }
    let keys = pendingKeys + [key]
    let isBegun = !pendingKeys.isEmpty
    pendingKeys = []
    switch KeyTable.meaning(of: keys, in: self) {
    case .action(let action): return perform(action)
    case .beginning:
      pendingKeys = keys
      return []
    case nil: break
    }
    if isBegun {
      // ^C means what it always does; Esc gives the sequence up. The rest may be the line editor's:
      // its own ^X sequences go on to work.
      if key == .control("c") { return interrupt() }
      if key == .escape || key == .control("g") { return [] }
    }
    // Typing goes to the prompt wherever the focus was.
    if case .character = keys[0] {
      focus = nil
      if overlay == .help { overlay = nil }
    }
    return keys.map { .passToEditor($0) }
  }

  /// A question is answered by its keys alone.
  private mutating func answer(_ key: Key) -> [AppEffect] {
    switch key {
    case .character("s"), .character("S"):
      overlay = nil
      return [.answer(.save)]
    case .character("d"), .character("D"):
      overlay = nil
      return [.answer(.discard)]
    case .escape, .control("c"), .control("g"):
      overlay = nil
      return [.answer(.cancel)]
    default: return []
    }
  }

  mutating func perform(_ action: KeyAction) -> [AppEffect] {
    action.perform.map { $0(&self) } ?? []
  }

  mutating func toggleHelp() -> [AppEffect] {
    overlay = overlay == .help ? nil : .help
    helpScroll = 0
    return []
  }

  mutating func closeOverlay() -> [AppEffect] {
    overlay = nil
    return []
  }

  /// Carries out a line that is about keys: `:pane.next`, `bind F9 pane.next`; nil when it is none.
  mutating func takeKeyLine(_ line: String) -> [AppEffect]? {
    do throws(KeyProblem) {
      if line.hasPrefix(":") {
        let name = line.dropFirst().split(separator: " ").joined(separator: " ")
        return perform(try KeyTable.action(named: name))
      }
      guard line == "bind" || line.hasPrefix("bind ") else { return nil }
      let rest = line.dropFirst(4).drop { $0 == " " }
      // A name may be called so: bind = 3.
      if rest.hasPrefix("= ") && rest.split(separator: " ").count == 2
        && !KeyTable.actions.contains(where: { rest.hasSuffix(" " + $0.name) })
      {
        return nil
      }
      if rest.isEmpty { return toggleHelp() }
      message = try bindings.bind(String(rest))
    } catch {
      message = error.text
    }
    return []
  }
}
