// What reaches the interface, and what it asks of the main program.

public import Notebook
public import Screen

/// Something that happened.
public enum AppEvent: Hashable, Sendable {
  case input(InputEvent)
  /// The line editor finished a line.
  case line(String)
  /// The line editor's state changed.
  case prompt(PromptState)
  /// The worker made a new picture, at a time in seconds since the session began.
  case snapshot(Snapshot, at: Double)
  /// Time went by: seconds since the session began.
  case tick(Double)
  /// A line for the person.
  case message(String)
  /// The terminal said how its background is.
  case theme(Appearance.Theme)
  /// An interrupted session was found: a sentence about it.
  case offer(String)
  /// Another session is to take the place of one that is not saved: a sentence about it.
  case ask(String)
  /// The person's editor ended with this text.
  case edited(String)
}

/// What becomes of a session that is not saved, before another takes its place.
public enum UnsavedAnswer: Hashable, Sendable {
  case save, discard, cancel
}

/// Something the main program is to do.
public enum AppEffect: Hashable, Sendable {
  /// A command for the notebook's worker.
  case submit(String)
  /// A command that a key stands for: after what is being executed, never in the middle of it.
  case enqueue(String)
  /// Look at another instruction or element; no command, nothing is recorded.
  case look(Gaze)
  /// Change the session's cells.
  case edit(CellEdit)
  /// Let the person's editor change a text; `AppEvent.edited` comes back.
  case editExternally(String)
  /// Another text in the line.
  case replaceLine(String)
  /// What becomes of a session that is not saved.
  case answer(UnsavedAnswer)
  /// Keep this about the layouts with the session.
  case arrange(String)
  /// Look at another place of the attention; no command, nothing is recorded.
  case lookAttention(AttentionGaze)
  /// Stop what runs: training, stepping, a replay.
  case interrupt
  /// Halt the training at the next step boundary.
  case pause
  /// End the replay where it is; the session is the person's now.
  case takeOver
  /// Show the next cell of the replay at once.
  case replayNext
  /// Open the interrupted session, or leave it.
  case acceptOffer, declineOffer
  case quit
  /// Stop the program as ^Z does.
  case suspend
  /// Repaint everything.
  case redraw
  /// The key is the line editor's.
  case passToEditor(Key)
  /// Insert pasted text into the line.
  case insertText(String)
  /// Empty the line.
  case clearLine
  case bell
}
