// Keys, mouse and terminal events.

import Notebook
import Screen

extension AppState {
  /// The contexts that hold, in which keys are looked up.
  var contexts: Set<KeyBinding.Context> {
    if overlay == .help { return [.always, .overlay] }
    var contexts: Set<KeyBinding.Context> = [.always]
    if let focus {
      contexts.insert(.pane)
      switch focus {
      case .attention: contexts.insert(.attention)
      case .program: contexts.insert(.program)
      case .instruction: contexts.insert(.instruction)
      default: break
      }
    }
    guard prompt.text.isEmpty, prompt.prompt.isEmpty else { return contexts }
    contexts.insert(.emptyPrompt)
    if singleKeysHold { contexts.insert(.singleKeys) }
    if case .replaying = snapshot.activity { contexts.insert(.replay) }
    return contexts
  }

  /// What a key does, or nil when it is the line editor's.
  func action(for key: Key) -> KeyAction? {
    if case .offer = overlay {
      switch key {
      case .enter, .escape: return .closeOverlay
      default: break
      }
    }
    return KeyTable.action(for: key, in: contexts)
  }

  mutating func update(input: InputEvent) -> [AppEffect] {
    switch input {
    case .key(let key): return press(key)
    case .paste(let text):
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

  private mutating func press(_ key: Key) -> [AppEffect] {
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
    guard let action = action(for: key) else {
      // Typing goes to the prompt wherever the focus was.
      if case .character = key {
        focus = nil
        if overlay == .help { overlay = nil }
      }
      return [.passToEditor(key)]
    }
    return perform(action)
  }

  /// The session is the person's from here on; no snapshot comes to say so.
  mutating func endReplay() {
    if case .replaying = snapshot.activity { snapshot.activity = .idle }
  }

  private mutating func interrupt() -> [AppEffect] {
    message = nil
    if case .offer = overlay { return [.quit] }
    if overlay != nil {
      overlay = nil
      return []
    }
    switch snapshot.activity {
    case .replaying:
      endReplay()
      return [.interrupt]
    case .training, .executing: return [.interrupt]
    case .idle, .paused: return [.clearLine]
    }
  }

  private mutating func perform(_ action: KeyAction) -> [AppEffect] {
    switch action {
    case .help:
      overlay = overlay == .help ? nil : .help
      helpScroll = 0
    case .closeOverlay: overlay = nil
    case .layout(let preset):
      chosenLayout = preset
      if let focus, !layout.focusable.contains(focus) { self.focus = nil }
    case .scrollUp: return moveRows(by: -pageRows)
    case .scrollDown: return moveRows(by: pageRows)
    case .scrollHome: return moveRows(by: -1_000_000)
    case .scrollEnd: return moveRows(by: 1_000_000)
    case .moveUp: return moveCursor(0, -1)
    case .moveDown: return moveCursor(0, 1)
    case .moveLeft: return moveCursor(-1, 0)
    case .moveRight: return moveCursor(1, 0)
    case .openLayer: foldLayer(isOpen: true)
    case .closeLayer: return closeLayer()
    case .enterRow: return enterRow()
    case .toggleBreakpoint: return toggleBreakpoint()
    case .nextMatrix: return turnMatrix(by: 1)
    case .previousMatrix: return turnMatrix(by: -1)
    case .nextSlice: return moveSlice(by: 1)
    case .previousSlice: return moveSlice(by: -1)
    case .firstElement: return moveElement { _, _ in 0 }
    case .lastElement: return moveElement { _, shape in shape.reduce(1, *) - 1 }
    case .enterOperand: return enterOperand()
    case .nextHead: turn(by: 1)
    case .previousHead: turn(by: -1)
    case .nextPane: nextPane()
    case .promptPane: focus = nil
    case .interrupt: return interrupt()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .endOfInput: return [.quit]
    case .pause:
      switch snapshot.activity {
      case .training: return [.pause]
      case .paused: return [.submit("continue")]
      default: return [.bell]
      }
    case .toggleSingleKeys:
      singleKeys.toggle()
      message =
        singleKeys
        ? "single keys on: s n f c b, capitals go back, other keys type" : "single keys off"
    case .command(let command): return self.command(command)
    case .replayNext: return [.replayNext]
    case .replayTakeOver:
      endReplay()
      return [.takeOver]
    case .editor: break
    }
    return []
  }

  /// A command that a key stands for.
  func command(_ command: String) -> [AppEffect] {
    // A run that pauses ends only when it is told to go on.
    [snapshot.activity == .paused ? .submit(command) : .enqueue(command)]
  }

  /// Moves what the arrows move: a crosshair, a choice in the list, an element, or the pane.
  private mutating func moveCursor(_ columns: Int, _ rows: Int) -> [AppEffect] {
    switch focus {
    case .attention where overlay == nil: move(columns, rows)
    case .instruction where overlay == nil: return moveElement(columns, rows)
    default: if rows != 0 { return moveRows(by: rows) }
    }
    return []
  }

  /// Moves the choice in the program's list, or scrolls.
  private mutating func moveRows(by rows: Int) -> [AppEffect] {
    if focus == .program, overlay == nil { return chooseRow(by: rows) }
    scrollPane(by: rows)
    return []
  }

  private mutating func take(_ mouse: MouseEvent) -> [AppEffect] {
    let wheel = mouse.action == .wheelUp ? -3 : mouse.action == .wheelDown ? 3 : 0
    if overlay == .help {
      scrollHelp(by: wheel)
      return []
    }
    guard overlay == nil else { return [] }
    let layout = layout
    let pane = layout.pane(at: mouse.place)
    if wheel != 0 {
      if let pane, Pane.main.contains(pane) { scrollPane(pane, by: wheel) }
    } else if mouse.action == .press {
      focus = pane.flatMap { Pane.main.contains($0) ? $0 : nil }
    }
    return []
  }

  private mutating func nextPane() {
    let layout = layout
    if layout.isTooSmall { return }
    if !layout.tabs.isEmpty {
      let index = layout.tabs.firstIndex(of: tab) ?? 0
      tab = layout.tabs[(index + 1) % layout.tabs.count]
      focus = tab == .cells ? nil : tab
      return
    }
    let panes = layout.focusable
    guard let focus, let index = panes.firstIndex(of: focus) else {
      self.focus = panes.first
      return
    }
    self.focus = index + 1 < panes.count ? panes[index + 1] : nil
  }
}
