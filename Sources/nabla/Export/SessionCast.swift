import Interface
import Notebook
import Screen

/// A session as a recording: every cell at the time at which it was entered, each pause at most
/// `ReplaySchedule.longestGap`, as `nabla replay` shows it. The session is executed for it, so what
/// is shown is computed; training takes no time on the recording.
enum SessionCast {
  /// - Returns: the asciicast, and whether every cell succeeded.
  static func make(
    _ document: SessionDocument, title: String, size: Size, speed: Double, appearance: Appearance
  ) -> (text: String, isGood: Bool) {
    let notebook = SessionRunner.notebook(for: document, title: title, clock: Clock.monotonic)
    var schedule = ReplaySchedule(cells: document.cells, speed: speed)
    var recording = CastRecording(size: size, title: title)
    var screen = AppState(size: size, appearance: appearance)
    var time = 0.0
    var isGood = true

    func show() {
      _ = screen.update(.snapshot(notebook.snapshot(), at: time))
      recording.show(AppRenderer.render(screen), at: time)
    }

    show()
    while let delay = schedule.nextDelay, let index = schedule.advance() {
      let cell = document.cells[index]
      time += delay
      if cell.prose == nil {
        // What was typed stands in the prompt for the last moment before it is entered.
        let typed = PromptState(text: cell.source, cursorOffset: cell.source.utf8.count)
        _ = screen.update(.prompt(typed))
        recording.show(AppRenderer.render(screen), at: time - min(delay, 0.5 / speed))
        _ = screen.update(.prompt(PromptState()))
      }
      let isDone = notebook.apply(cell).status != .failed
      show()
      if !isDone {
        isGood = false
        break
      }
    }
    recording.end(after: 2)
    return (recording.text, isGood)
  }
}
