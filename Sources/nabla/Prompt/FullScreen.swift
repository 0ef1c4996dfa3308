// The full screen: bytes → events → app → effects → worker, and back as snapshots → frames. All
// state is the app's; this file only carries things to and fro and knows the clock.

import Glibc
import Interface
import Language
import Notebook
import Screen
import Terminal
import Translation

final class FullScreen {
  private let terminal: ScreenTerminal
  private let editor: LineEditor
  private let loop: EventLoop
  let worker: Worker
  private let journal: Journal?
  let language: DisplayLanguage
  private let clock = Clock()
  var app: App
  private var isRunning = true
  private var pace = Pace()
  /// When the screen looks at what goes on again.
  private var nextLook = 0.0
  private var replay: ReplaySchedule?
  private var replayCells = 0
  /// When the next replayed cell is due.
  private var replayDue = 0.0
  private var leftover: AutosaveLeftover?
  private(set) var sessionText = ""
  private(set) var savedText = ""
  /// Whether the person did something since a session was opened or replayed.
  private var hasOwnWork = false
  /// A session to open once it is said what becomes of this one.
  var waiting: WaitingSession?
  var savesFirst = false
  /// Whether the session is one that a killed nabla left, and not saved since.
  private(set) var isTakenOver = false
  private var lines: [String] = []

  init(
    _ capabilities: TerminalCapabilities, _ common: CommonOptions, history: HistoryFile?,
    journal: Journal?, seed: UInt64
  ) throws {
    language = common.language.inUse
    terminal = try ScreenTerminal.open(capabilities)
    editor = try LineEditor(history: history)
    loop = EventLoop(terminal: terminal, editor: editor)
    self.journal = journal
    let waker = loop.waker
    worker = Worker(seed: seed, home: StateFolder.home, journal: journal) { waker.wake() }
    var appearance = capabilities.appearance
    if common.ascii { appearance.glyphs = .ascii }
    appearance.language = language
    var state = AppState(
      size: terminal.size, appearance: appearance, helpText: HelpText.markdown(in: language))
    let keys = KeyFile.read()
    state.bindings = keys.bindings
    state.message = keys.problem
    app = App(state)
  }

  func run(_ start: Start) throws {
    defer { terminal.close() }
    prepareEditor()
    worker.start()
    begin(start)
    while isRunning {
      refreshPrompt()
      let start = clock.seconds
      if let frame = app.nextFrame() {
        terminal.present(frame)
        pace.drew(for: clock.seconds - start)
      }
      for event in loop.wait(milliseconds: waitTime()) { handle(event) }
      tick()
    }
    end()
  }

  private func prepareEditor() {
    editor.setSize(terminal.size)
    editor.accepts = {
      KeyTable.isKeyLine($0) || !Parser.isIncomplete($0, verbs: Catalogue.standard.grammars)
    }
    editor.onLine = { [unowned self] in lines.append($0) }
    editor.onEnd = { [unowned self] in isRunning = false }
    editor.completer = { [unowned self] line, cursor in
      if let found = KeyTable.completions(line: line, cursor: cursor) {
        return Completions(range: found.range, candidates: found.candidates)
      }
      let found = Completion.candidates(
        line: line, cursor: cursor, names: app.state.snapshot.names,
        sessions: FolderListing.library().names)
      return Completions(
        range: found.range.lower..<found.range.upper, candidates: found.candidates)
    }
  }

  private func begin(_ start: Start) {
    if let document = start.document {
      open(document, file: start.file, speed: start.replaySpeed)
      if let note = start.note { perform(app.update(.message(note))) }
      return
    }
    if let newest = journal?.leftovers().first {
      leftover = newest
      let name = newest.originalFile.map { " of \($0)" } ?? ""
      let cells = "\(newest.cellCount) cell\(newest.cellCount == 1 ? "" : "s")"
      perform(app.update(.offer("An unfinished session\(name) was found: \(cells).")))
    }
  }

  // MARK: Events

  private func handle(_ event: LoopEvent) {
    switch event {
    case .bytesForEditor(let bytes):
      refreshPrompt()
      let keys = KeyDecoder.keys(in: bytes)
      if keys.contains(where: { app.wants($0) }) || app.state.overlay != nil {
        press(keys)
      } else {
        editor.feed(bytes)
        submitLines()
      }
    case .event(.resize(let size)):
      editor.setSize(size)
      perform(app.update(.input(.resize(size))))
    case .event(.key(let key)):
      if app.wants(key) || app.state.overlay != nil {
        perform(app.update(.input(.key(key))))
      } else {
        editor.feed(key)
        submitLines()
      }
    case .event(let input): perform(app.update(.input(input)))
    case .note(let text): perform(app.update(.message(text)))
    case .theme(let theme): perform(app.update(.theme(theme)))
    case .wake: takeReports()
    }
  }

  /// Keys that came together, one by one: the meaning of each depends on what those before it did.
  private func press(_ keys: [Key]) {
    for (index, key) in keys.enumerated() {
      for effect in app.update(.input(.key(key))) {
        if case .passToEditor(let key) = effect {
          editor.feed(key, moreFollow: index < keys.count - 1)
        } else {
          perform([effect])
        }
      }
      submitLines()
      refreshPrompt()
    }
  }

  private func refreshPrompt() {
    let line = editor.line
    perform(
      app.update(
        .prompt(
          PromptState(
            prompt: line.prompt, text: line.text, cursorOffset: line.cursorOffset,
            completions: line.completions))))
  }

  private func submitLines() {
    while !lines.isEmpty { perform(app.update(.line(lines.removeFirst()))) }
  }

  func perform(_ effects: [AppEffect]) {
    for effect in effects {
      switch effect {
      case .submit(let text): submit(text)
      case .enqueue(let command):
        worker.submit(.apply(command, time: clock.seconds, waits: true))
      case .look(let gaze): worker.submit(.look(gaze))
      case .arrange(let text): worker.submit(.arrange(text))
      case .lookAttention(let gaze): worker.submit(.lookAttention(gaze))
      case .edit(let edit):
        hasOwnWork = true
        worker.submit(.edit(edit))
      case .editExternally(let text): editExternally(text)
      case .replaceLine(let text):
        editor.clear()
        editor.insert(text)
      case .answer(let answer): carryOut(answer)
      case .interrupt:
        if worker.isBusy {
          let dropped = worker.interrupt()
          if dropped > 0 {
            let cells = "\(dropped) further cell\(dropped == 1 ? "" : "s")"
            perform(app.update(.message("stopped: \(cells) of what was typed not run")))
          }
        }
        endReplay()
      case .pause: submit(app.state.snapshot.activity == .paused ? "continue" : "pause")
      case .takeOver: endReplay()
      case .replayNext: replayDue = 0
      case .acceptOffer: acceptLeftover()
      case .declineOffer:
        if let leftover { journal?.discard(leftover) }
        leftover = nil
      case .quit: isRunning = false
      case .suspend: terminal.suspendProcess()
      case .redraw: terminal.repaint()
      case .passToEditor(let key):
        editor.feed(key)
      case .insertText(let text): editor.insert(text)
      case .clearLine: editor.clear()
      case .bell: break
      }
    }
  }

  /// The session is the person's from here on.
  private func endReplay() {
    guard replay != nil else { return }
    replay = nil
    var snapshot = app.state.snapshot
    if case .replaying = snapshot.activity { snapshot.activity = .idle }
    perform(app.update(.snapshot(snapshot, at: clock.seconds)))
  }

  private func submit(_ text: String) {
    // A script is carried out line after line; typed during a run all of it acts on the run.
    hasOwnWork = true
    let waits = !worker.isBusy
    for cell in CellInput.cells(text) {
      switch cell {
      case .prose(let text): worker.submit(.prose(text))
      case .code(let source):
        worker.submit(.apply(source, time: clock.seconds, waits: waits))
      }
    }
  }

  /// The line, or a cell that is edited, in the person's own editor.
  private func editExternally(_ text: String) {
    terminal.suspend()
    let outcome = ExternalEditor.edit(text)
    terminal.resume()
    editor.setSize(terminal.size)
    perform(app.update(.input(.resize(terminal.size))))
    switch outcome {
    case .text(let edited): perform(app.update(.edited(edited)))
    case .failed(let message): perform(app.update(.message(message)))
    }
  }

  // MARK: Time

  /// While something goes on the screen follows it at its pace; otherwise it sleeps.
  private func waitTime() -> Int? {
    if let replay, !worker.isBusy {
      return replay.isFinished ? nil : max(0, min(500, Int((replayDue - clock.seconds) * 1000)))
    }
    guard worker.isBusy else { return nil }
    return max(1, min(500, Int(((nextLook - clock.seconds) * 1000).rounded(.up))))
  }

  private func tick() {
    if worker.isBusy, clock.seconds >= nextLook {
      pace.looked(for: worker.lookTime)
      nextLook = clock.seconds + pace.interval
      worker.askForSnapshot()
      perform(app.update(.tick(clock.seconds)))
    }
    guard var schedule = replay, !worker.isBusy else { return }
    guard !schedule.isFinished else {
      replay = nil
      return
    }
    if clock.seconds >= replayDue, schedule.advance() != nil {
      worker.submit(.executeNext)
      replayDue = clock.seconds + (schedule.nextDelay ?? 0)
      replay = schedule
    }
  }

  // MARK: Reports of the worker

  private func takeReports() {
    for report in worker.reports() {
      switch report {
      case .snapshot(var snapshot):
        if let replay, !replay.isFinished, snapshot.activity == .idle {
          snapshot.activity = .replaying(cell: replay.position, count: replay.count)
        }
        perform(app.update(.snapshot(snapshot, at: clock.seconds)))
      case .session(let text):
        sessionText = text
        // What a replay does is in its file.
        if !hasOwnWork { savedText = text }
      case .done(let request):
        if savesFirst {
          if request == .saved { savedText = sessionText }
          openWaiting(isSaved: request == .saved)
        } else if let request {
          carryOut(request)
        }
      case .exports(let requests): write(requests)
      case .opened: savedText = sessionText
      case .note(let text): perform(app.update(.message(text)))
      }
    }
  }

  /// Writes the files that `export` asked for, the screen as it is now.
  private func write(_ requests: [ExportRequest]) {
    for request in requests {
      do throws(Diagnostic) {
        let done = try FileExport.carryOut(request, screen: app.state)
        perform(app.update(.message(done)))
      } catch {
        perform(app.update(.message(error.message)))
      }
    }
  }

  private func carryOut(_ request: SessionRequest) {
    switch request {
    case .quit: isRunning = false
    case .saved:
      savedText = sessionText
      isTakenOver = false
    case .open(let name): load(name, speed: nil)
    case .replay(let name, let speed): load(name, speed: speed)
    case .verify(let name):
      do throws(Diagnostic) {
        if let lines = try VerifyCommand.twin(name) {
          worker.submit(.show(lines))
          return
        }
        // What a session shows is verified once, in the language that it was written in.
        let path = try FolderListing.resolve(name, in: .english)
        let document = try SessionFile.read(path: path, verbs: Catalogue.standard.grammars)
        worker.submit(.verify(document, title: path))
      } catch {
        worker.submit(.fail(FolderListing.explained(error, name)))
      }
    case .edit(let edit):
      hasOwnWork = true
      worker.submit(.edit(edit))
    case .sessions:
      worker.submit(.show(SessionsCommand.lines(in: language)))
    }
  }

  func open(
    _ document: SessionDocument, file: String?, speed: Double?, isTakenOver: Bool = false
  ) {
    self.isTakenOver = isTakenOver
    hasOwnWork = false
    let title = file.map { SessionFile.title(forPath: $0) } ?? "untitled"
    if let speed {
      let schedule = ReplaySchedule(cells: document.cells, speed: speed)
      replayDue = clock.seconds + (schedule.nextDelay ?? 0)
      replay = schedule
      worker.submit(.open(document, title: title, file: file, until: 0))
    } else {
      worker.submit(.open(document, title: title, file: file, until: nil))
    }
  }

  private func acceptLeftover() {
    guard let leftover else { return }
    self.leftover = nil
    do throws(Diagnostic) {
      guard let document = try journal?.adopt(leftover) else { return }
      open(document, file: leftover.originalFile, speed: nil, isTakenOver: true)
    } catch {
      perform(app.update(.message(error.message)))
    }
  }

  // MARK: The end

  private func end() {
    editor.close()
    terminal.close()
    if !isTakenOver, sessionText == savedText || app.state.snapshot.cells.isEmpty {
      journal?.remove()
    } else {
      tell("The session was not saved; nabla will offer it at the next start.")
    }
  }
}
