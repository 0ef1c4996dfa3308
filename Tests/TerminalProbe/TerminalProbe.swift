// A program as small as can be on the terminal module, for tests: a frame with what was entered and
// what happened, and a prompt. `terminal-probe line` runs the line mode, `terminal-probe raw` only
// says what the terminal can do.

import Glibc
import Screen
import Terminal

@main
enum TerminalProbe {
  static func main() {
    let capabilities = TerminalCapabilities.detect()
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "raw" {
      print("colors \(capabilities.appearance.colors) glyphs \(capabilities.appearance.glyphs)")
      print("problem: \(capabilities.problem.map { "\($0)" } ?? "none")")
      return
    }
    let history = arguments.dropFirst().first.map(HistoryFile.init(path:))
    do {
      if capabilities.fullScreen, arguments.first != "line" {
        try Probe(capabilities, history).run()
      } else {
        if let problem = capabilities.problem { print("line mode: \(problem)") }
        LineProbe.run(history)
      }
    } catch {
      print("error: \(error)")
      exit(1)
    }
  }
}

func complete(_ line: String, _ offset: Int) -> Completions {
  let before = line.utf8.prefix(offset)
  let word = before[
    (before.lastIndex(of: UInt8(ascii: " ")).map(before.index(after:)) ?? before.startIndex)...]
  let names = ["train", "trace", "trainable.rate", "plot"]
  let typed = String(Substring(word))
  return Completions(
    range: (offset - word.count)..<offset, candidates: names.filter { $0.hasPrefix(typed) })
}

/// The full screen.
final class Probe {
  let terminal: ScreenTerminal
  let editor: LineEditor
  let loop: EventLoop
  var lines: [String] = []
  var isRunning = true
  var exitCode: Int32 = 0

  init(_ capabilities: TerminalCapabilities, _ history: HistoryFile?) throws {
    terminal = try ScreenTerminal.open(capabilities)
    editor = try LineEditor(prompt: "∇ ", history: history)
    loop = EventLoop(terminal: terminal, editor: editor)
    editor.setSize(terminal.size)
    editor.completer = complete
    editor.accepts = { text in text.count { $0 == "(" } <= text.count { $0 == ")" } }
    editor.onLine = { [unowned self] in entered($0) }
    editor.onEnd = { [unowned self] in isRunning = false }
  }

  func run() {
    while isRunning {
      draw()
      for event in loop.wait(milliseconds: nil) { take(event) }
    }
    terminal.close()
    print("bye")
    exit(exitCode)
  }

  func take(_ event: LoopEvent) {
    switch event {
    case .bytesForEditor(let bytes): editor.feed(bytes)
    case .event(.key(.escape)): editor.feed(.escape)
    case .event(.paste(let text)):
      lines.append("paste of \(text.utf8.count) bytes")
      editor.insert(text)
    case .event(.interrupt):
      lines.append("interrupt")
      editor.clear()
    case .event(.resize(let size)):
      editor.setSize(size)
      lines.append("size \(size.columns)x\(size.rows)")
    case .event(.terminate):
      isRunning = false
      exitCode = 3
    case .event(let event): lines.append("\(event)")
    case .note(let text): lines.append("note: \(text)")
    case .theme(let theme): lines.append("theme \(theme.rawValue)")
    case .wake: lines.append("woken")
    }
  }

  func entered(_ line: String) {
    switch line {
    case "quit": isRunning = false
    case "exit": exit(5)
    case "crash": raise(SIGSEGV)
    case "trap": fatalError("trapped on purpose")
    case "overflow": print(overflow(0))
    case "stderr": _ = write(STDERR_FILENO, "kept back\n", 10)
    case "wake":
      let waker = loop.waker
      var thread = pthread_t()
      let user = Unmanaged.passRetained(waker).toOpaque()
      pthread_create(
        &thread, nil,
        { user in
          if let user { Unmanaged<Waker>.fromOpaque(user).takeRetainedValue().wake() }
          return nil
        }, user)
      pthread_detach(thread)
    case "hang": while true { pause() }
    default: break
    }
    let shown = line.split(separator: "\n", omittingEmptySubsequences: false)
    lines.append("entered \(shown.count) [\(shown.joined(separator: "|"))]")
  }

  /// Never returns: the stack ends first.
  @inline(never)
  func overflow(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { buffer in
      buffer[0] = UInt8(truncatingIfNeeded: depth)
      return overflow(depth + 1) + Int(buffer[0])
    }
  }

  func draw() {
    var frame = Frame(size: terminal.size)
    let line = editor.line
    let drawn = line.displayLines
    let bottom = frame.size.rows - max(1, drawn.count)
    let status =
      "probe \(frame.size.columns)x\(frame.size.rows) \(editor.usesViKeys ? "vi" : "emacs")"
    frame.put(
      status, row: 0, column: 0,
      style: Style(foreground: .palette(208), background: .palette(17), bold: true))
    for (index, text) in lines.suffix(max(0, bottom - 2)).enumerated() {
      frame.put(text, row: 1 + index, column: 0)
    }
    if !line.completions.isEmpty {
      frame.put(
        "matches: " + line.completions.joined(separator: " "), row: bottom - 1, column: 0)
    }
    let indent = DisplayWidth.of(line.prompt)
    frame.put(line.prompt, row: bottom, column: 0)
    for (index, text) in drawn.enumerated() { frame.put(text, row: bottom + index, column: indent) }
    frame.cursor = Point(column: indent + line.cursorColumn, row: bottom + line.cursorLine)
    terminal.present(frame)
  }
}

/// The line mode.
enum LineProbe {
  static func run(_ history: HistoryFile?) {
    let input = LineModeInput(history: history)
    input.completer = complete
    input.accepts = { text in text.count { $0 == "(" } <= text.count { $0 == ")" } }
    defer { input.close() }
    while true {
      let result = input.read(prompt: "> ", continuation: ". ")
      print("read \(result)")
      fflush(nil)
      switch result {
      case .end, .terminate: return
      case .input("exit"): exit(5)
      case .input("crash"): raise(SIGSEGV)
      default: break
      }
    }
  }
}
