// The one table of key bindings. Dispatch looks keys up in it and help is written from it, so that
// neither can say what the other does not do.

public import Screen

/// What a key does to the interface.
public enum KeyAction: Hashable, Sendable {
  case help, closeOverlay
  case layout(Layout.Preset)
  case scrollUp, scrollDown, scrollHome, scrollEnd
  case nextPane, promptPane
  case moveUp, moveDown, moveLeft, moveRight
  case nextHead, previousHead
  /// In the program's list.
  case openLayer, closeLayer, enterRow, toggleBreakpoint
  /// In the instruction's matrices.
  case nextMatrix, previousMatrix, nextSlice, previousSlice, firstElement, lastElement, enterOperand
  case interrupt, suspend, redraw, endOfInput, pause
  case toggleSingleKeys
  /// A command for the notebook: single-key mode.
  case command(String)
  case replayNext, replayTakeOver
  /// Keys that the line editor owns; listed for help alone.
  case editor
}

/// One binding.
public struct KeyBinding: Hashable, Sendable {
  /// When a binding holds. Later cases are asked first.
  public enum Context: Int, Hashable, Sendable, CaseIterable {
    /// Everywhere.
    case always
    /// While the prompt line is empty.
    case emptyPrompt
    /// Prompt line empty, a program being walked, single keys on.
    case singleKeys
    /// Prompt line empty, a session being replayed.
    case replay
    /// A pane has the focus.
    case pane
    /// The attention pane has the focus.
    case attention
    /// The program's list has the focus.
    case program
    /// The instruction's matrices have the focus.
    case instruction
    /// Help is open.
    case overlay
  }

  public var keys: [Key]
  public var context: Context
  public var action: KeyAction
  /// What help says.
  public var help: String

  init(_ keys: [Key], _ context: Context = .always, _ action: KeyAction, _ help: String) {
    self.keys = keys
    self.context = context
    self.action = action
    self.help = help
  }
}

/// The bindings of the full screen.
public enum KeyTable {
  /// All bindings, in the order of help.
  public static let bindings: [KeyBinding] = [
    KeyBinding([.function(1), .alt("h")], .always, .help, "help; again to close"),
    KeyBinding(
      [.function(2), .alt("1")], .always, .layout(.notebook), "layout notebook (chooses itself)"),
    KeyBinding([.function(3), .alt("2")], .always, .layout(.training), "layout training"),
    KeyBinding([.function(4), .alt("3")], .always, .layout(.debugging), "layout debugging"),
    KeyBinding([.function(5), .alt("4")], .always, .layout(.attention), "layout attention"),
    KeyBinding([.function(6), .alt("o")], .always, .nextPane, "next pane; its keys are arrows"),
    KeyBinding([.pageUp], .always, .scrollUp, "scroll back"),
    KeyBinding([.pageDown], .always, .scrollDown, "scroll on"),
    KeyBinding([.tab], .always, .editor, "complete the word"),
    KeyBinding([.control("r")], .always, .editor, "search the history"),
    KeyBinding([.control("c")], .always, .interrupt, "stop what runs, or clear the line"),
    KeyBinding([.control("z")], .always, .suspend, "to the shell; fg comes back"),
    KeyBinding([.control("l")], .always, .redraw, "redraw the screen"),
    KeyBinding([.control("d")], .emptyPrompt, .endOfInput, "quit (on an empty line)"),
    KeyBinding([.alt("p")], .always, .pause, "pause the training, or go on"),
    KeyBinding(
      [.alt("s")], .always, .toggleSingleKeys, "single keys on and off, while walking a program"),

    KeyBinding([.character("s")], .singleKeys, .command("step"), "one instruction"),
    KeyBinding([.character("n")], .singleKeys, .command("next"), "over the layer"),
    KeyBinding([.character("f")], .singleKeys, .command("finish"), "out of the layer"),
    KeyBinding(
      [.character("c")], .singleKeys, .command("continue"), "run on, to the next breakpoint"),
    KeyBinding([.character("b")], .singleKeys, .command("backward"), "to the backward pass's end"),
    KeyBinding([.character("S")], .singleKeys, .command("back step"), "one instruction back"),
    KeyBinding([.character("N")], .singleKeys, .command("back next"), "back over the layer"),
    KeyBinding([.character("F")], .singleKeys, .command("back finish"), "back out of the layer"),
    KeyBinding(
      [.character("C")], .singleKeys, .command("back continue"),
      "run back, to the last stop of a breakpoint"),
    KeyBinding(
      [.character("B")], .singleKeys, .command("back backward"),
      "back to the backward pass's beginning"),

    KeyBinding([.character(" ")], .replay, .replayNext, "next cell"),
    KeyBinding([.escape], .replay, .replayTakeOver, "take over; so does any command"),

    KeyBinding([.up], .pane, .moveUp, "up"),
    KeyBinding([.down], .pane, .moveDown, "down"),
    KeyBinding([.home], .pane, .scrollHome, "first"),
    KeyBinding([.end], .pane, .scrollEnd, "last"),
    KeyBinding([.escape], .pane, .promptPane, "back to the prompt"),
    KeyBinding([.left], .attention, .moveLeft, "previous key token"),
    KeyBinding([.right], .attention, .moveRight, "next key token"),
    KeyBinding([.pageDown], .attention, .nextHead, "next head"),
    KeyBinding([.pageUp], .attention, .previousHead, "previous head"),

    KeyBinding([.pageUp], .program, .scrollUp, "a page up; Up and Down choose what is looked at"),
    KeyBinding([.pageDown], .program, .scrollDown, "a page down"),
    KeyBinding([.right], .program, .openLayer, "open the layer"),
    KeyBinding([.left], .program, .closeLayer, "fold the layer"),
    KeyBinding([.enter], .program, .enterRow, "go there, forward or back; open or fold a layer"),
    KeyBinding([.insert, .alt("b")], .program, .toggleBreakpoint, "breakpoint on and off"),

    KeyBinding([.left], .instruction, .moveLeft, "the element that is written out: left"),
    KeyBinding([.right], .instruction, .moveRight, "right; Up and Down likewise"),
    KeyBinding([.tab], .instruction, .nextMatrix, "next matrix: operands, then the result"),
    KeyBinding([.backTab], .instruction, .previousMatrix, "previous matrix"),
    KeyBinding([.pageDown], .instruction, .nextSlice, "next head, or other leading index"),
    KeyBinding([.pageUp], .instruction, .previousSlice, "previous head"),
    KeyBinding([.home], .instruction, .firstElement, "first element"),
    KeyBinding([.end], .instruction, .lastElement, "last element"),
    KeyBinding([.enter], .instruction, .enterOperand, "look at the instruction that wrote this"),

    KeyBinding([.escape, .character("q")], .overlay, .closeOverlay, "close"),
    KeyBinding([.up], .overlay, .moveUp, "up"),
    KeyBinding([.down], .overlay, .moveDown, "down"),
  ]

  /// What a key does where `contexts` hold; the most particular context wins.
  public static func action(for key: Key, in contexts: Set<KeyBinding.Context>) -> KeyAction? {
    var best: KeyBinding?
    for binding in bindings where contexts.contains(binding.context) && binding.action != .editor {
      guard binding.keys.contains(key) else { continue }
      if binding.context.rawValue >= best?.context.rawValue ?? -1 { best = binding }
    }
    return best?.action
  }

  /// A key as people write it: `F1`, `^C`, `Alt-1`, `PgUp`.
  public static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .alt(let character): "Alt-" + String(character)
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .escape: "Esc"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
