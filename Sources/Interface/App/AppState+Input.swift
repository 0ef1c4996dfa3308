// What the terminal reports: keys, pastes, sizes, ^C; and what runs when a key says so.

import Notebook
import Screen

extension AppState {
  mutating func update(input: InputEvent) -> [AppEffect] {
    switch input {
    case .key(let key): return press(key)
    case .paste(let text):
      pendingKeys = []
      if search?.isTyping == true {
        search?.text += text.prefix { !$0.isNewline }.prefix(100)
        return []
      }
      focus = nil
      return [.insertText(text)]
    case .mouse(let mouse): return take(mouse)
    case .resize(let size):
      self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
      if let focus, !layout.focusable.contains(focus) { self.focus = nil }
      return []
    case .interrupt: return interrupt()
    case .resumed: return [.redraw]
    case .terminate: return [.quit]
    }
  }

  /// The session is the person's from here on; no snapshot comes to say so.
  mutating func endReplay() {
    if case .replaying = snapshot.activity { snapshot.activity = .idle }
  }

  mutating func interrupt() -> [AppEffect] {
    message = nil
    pendingKeys = []
    if case .offer = overlay { return [.quit] }
    if case .unsaved = overlay {
      overlay = nil
      return [.answer(.cancel)]
    }
    if overlay != nil {
      overlay = nil
      return []
    }
    switch snapshot.activity {
    case .replaying:
      endReplay()
      return [.interrupt]
    case .training, .executing: return [.interrupt]
    case .idle, .paused:
      editing = nil
      return [.clearLine]
    }
  }

  /// Halts the training, or lets it go on.
  mutating func pauseOrGoOn() -> [AppEffect] {
    switch snapshot.activity {
    case .training: [.pause]
    case .paused: [.submit("continue")]
    default: [.bell]
    }
  }

  mutating func toggleSingleKeys() -> [AppEffect] {
    singleKeys.toggle()
    message =
      singleKeys
      ? "single keys on: s n f c b, capitals go back, other keys type" : "single keys off"
    return []
  }

  mutating func takeOverReplay() -> [AppEffect] {
    endReplay()
    return [.takeOver]
  }

  /// A command that a key stands for.
  func command(_ command: String) -> [AppEffect] {
    // A run that pauses ends only when it is told to go on.
    [snapshot.activity == .paused ? .submit(command) : .enqueue(command)]
  }
}
