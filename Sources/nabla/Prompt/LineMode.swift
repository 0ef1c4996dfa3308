// The line mode: readline's own prompt, text below it. It runs where the full screen cannot, and
// on input that is no terminal at all.

import Glibc
import Interface
import Language
import Notebook
import Screen
import Terminal
import Translation

final class LineMode {
  private let appearance: Appearance
  private let language: DisplayLanguage
  private let input: LineModeInput
  private let loop: EventLoop
  private let worker: Worker
  private let journal: Journal?
  private let clock = Clock()
  private var names = SessionNames()
  private var shown = 0
  private var isRunning = true
  private var isFailed = false
  private var sessionText = ""
  private var savedText = ""
  /// Whether the session is one that a killed nabla left, and not saved since.
  private var isTakenOver = false

  init(
    _ capabilities: TerminalCapabilities, _ common: CommonOptions, history: HistoryFile?,
    journal: Journal?, seed: UInt64
  ) {
    language = common.language.inUse
    var appearance = capabilities.appearance
    if common.ascii || !capabilities.fullScreen && !Self.isUTF8 { appearance.glyphs = .ascii }
    appearance.language = language
    self.appearance = appearance
    input = LineModeInput(history: history)
    loop = EventLoop(terminal: nil)
    self.journal = journal
    let waker = loop.waker
    worker = Worker(seed: seed, home: StateFolder.home, journal: journal) { waker.wake() }
  }

  private static var isUTF8: Bool { String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" }

  func run(_ start: Start) throws {
    worker.start()
    input.accepts = { !Parser.isIncomplete($0, verbs: Catalogue.standard.grammars) }
    input.completer = { [unowned self] line, cursor in
      let found = Completion.candidates(
        line: line, cursor: cursor, names: names,
        sessions: FolderListing.library().names)
      return Completions(
        range: found.range.lower..<found.range.upper, candidates: found.candidates)
    }
    if let document = start.document { open(document, file: start.file) }
    if let note = start.note { tell(note) }
    if start.document == nil { offerLeftover() }
    let sign = appearance.glyphs == .ascii ? "nabla> " : "∇ "
    while isRunning {
      switch input.read(prompt: sign, continuation: "... ") {
      case .input(let text): submit(text)
      case .interrupted: continue
      case .end, .terminate: isRunning = false
      case .tooLong: tell("that line is too long")
      }
    }
    input.close()
    if !isTakenOver, sessionText == savedText {
      journal?.remove()
    } else if input.isInteractive {
      tell("The session was not saved; nabla will offer it at the next start.")
    } else {
      journal?.remove()
    }
    if isFailed, !input.isInteractive { exit(1) }
  }

  private func offerLeftover() {
    guard input.isInteractive, let leftover = journal?.leftovers().first else { return }
    let name = leftover.originalFile.map { " of \($0)" } ?? ""
    tell("An unfinished session\(name) was found: \(leftover.cellCount) cells.")
    guard
      case .input(let answer) = input.read(
        prompt: Speech.words("open it? [y/n]") + " ", continuation: "")
    else {
      return
    }
    guard Self.isYes(answer) else {
      journal?.discard(leftover)
      return
    }
    do throws(Diagnostic) {
      guard let document = try journal?.adopt(leftover) else { return }
      open(document, file: leftover.originalFile, isTakenOver: true)
    } catch {
      tell(error.message)
    }
  }

  private func submit(_ text: String) {
    for cell in CellInput.cells(text) {
      switch cell {
      case .prose(let text): worker.submit(.prose(text))
      case .code(let source): worker.submit(.apply(source, time: clock.seconds, waits: true))
      }
      if !waitForWorker(quiet: true) { break }
    }
  }

  private func open(_ document: SessionDocument, file: String?, isTakenOver: Bool = false) {
    self.isTakenOver = isTakenOver
    let title = file.map { SessionFile.title(forPath: $0) } ?? "untitled"
    shown = 0
    worker.submit(.open(document, title: title, file: file, until: nil))
    _ = waitForWorker(quiet: false)
    savedText = sessionText
  }

  /// Waits until the worker is done; ^C stops what it does.
  ///
  /// - Parameter quiet: the command itself was just typed and is not shown again.
  /// - Returns: whether nothing stopped it: what was typed after it goes on.
  private func waitForWorker(quiet: Bool) -> Bool {
    var isWhole = true
    var line = ProgressLine(appearance)
    defer { line.clear() }
    var requests: [ExportRequest] = []
    while true {
      let events = loop.wait(milliseconds: line.isPossible ? 250 : nil)
      if events.isEmpty { worker.askForSnapshot() }
      for event in events {
        switch event {
        case .event(.interrupt):
          worker.interrupt()
          isWhole = false
        case .event(.terminate):
          isRunning = false
          return false
        default: break
        }
      }
      var isDone = false
      for report in worker.reports() {
        switch report {
        case .snapshot(let snapshot):
          names = snapshot.names
          latest = snapshot
          line.show(snapshot, at: clock.seconds)
        case .session(let text): sessionText = text
        case .done(let request):
          isDone = true
          line.clear()
          show(quiet: quiet)
          write(requests)
          requests = []
          if let request { carryOut(request) }
        case .exports(let asked): requests += asked
        case .opened: break
        case .note(let text):
          line.clear()
          tell(text)
        }
      }
      if isDone { return isWhole }
    }
  }

  private var latest = Snapshot()

  /// Asks what becomes of a session that is not saved.
  private func mayLeave() -> Bool {
    guard input.isInteractive, isTakenOver || sessionText != savedText,
      sessionText.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 1
    else { return true }
    tell("This session is not saved.")
    guard
      case .input(let answer) = input.read(
        prompt: Speech.words("discard it? [y/n]") + " ", continuation: "")
    else { return false }
    return Self.isYes(answer)
  }

  /// `y`, or the first letter of the language's own word: `e` for "evet".
  private static func isYes(_ answer: String) -> Bool {
    answer.hasPrefix("y") || answer.hasPrefix(Speech.words("y"))
  }

  /// Prints the cells that are new.
  private func show(quiet: Bool) {
    let columns = Columns.ofOutput()
    if latest.cells.count < shown { shown = 0 }
    for cell in latest.cells[shown...] {
      if cell.status == .failed { isFailed = true }
      let lines =
        quiet && input.isInteractive
        ? TextRenderer.results(of: cell, columns: columns, appearance: appearance)
        : TextRenderer.lines(for: cell, columns: columns, appearance: appearance)
      for line in lines { say(line) }
    }
    shown = latest.cells.count
  }

  /// Writes the files that `export` asked for.
  private func write(_ requests: [ExportRequest]) {
    for request in requests {
      do throws(Diagnostic) {
        let screen = TextRenderer.screen(
          of: latest, size: FileExport.size, appearance: appearance)
        say("    " + Speech.words(try FileExport.carryOut(request, screen: screen)))
      } catch {
        isFailed = true
        say("    \(Speech.words("error")): \(Speech.words(error.message))")
      }
    }
  }

  private func carryOut(_ request: SessionRequest) {
    switch request {
    case .quit: isRunning = false
    case .saved:
      savedText = sessionText
      isTakenOver = false
    case .edit(let edit):
      shown = 0
      worker.submit(.edit(edit))
      _ = waitForWorker(quiet: false)
    case .open(let name), .replay(let name, _), .verify(let name):
      do throws(Diagnostic) {
        if case .verify = request, let lines = try VerifyCommand.twin(name) {
          for line in lines { tell(line) }
          return
        }
        let path: String
        var note: String?
        // What a session shows is verified once, in the language that it was written in.
        if case .verify = request {
          path = try FolderListing.resolve(name, in: .english)
        } else {
          let found = try OpenedSession(named: name, in: language)
          (path, note) = (found.path, found.note)
        }
        let document = try SessionFile.read(path: path, verbs: Catalogue.standard.grammars)
        if case .verify = request {
          let result = SessionRunner.verify(document, title: path)
          for difference in result.differences { tell(difference.message) }
          if let error = result.failed?.error { tell("\(path): \(error.message)") }
          if result.differences.isEmpty, result.failed == nil { tell("\(path): verified") }
        } else {
          if mayLeave() {
            open(document, file: path)
            if let note { tell(note) }
          }
        }
      } catch {
        let problem = FolderListing.explained(error, name)
        say("\(Speech.words("error")): \(Speech.words(problem.message))")
        if let hint = problem.hint { say("\(Speech.words("hint")): \(Speech.words(hint))") }
      }
    case .sessions:
      for line in SessionsCommand.lines(in: language) { say(line) }
    }
  }
}
