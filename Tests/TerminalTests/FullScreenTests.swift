// The full screen in a pseudo-terminal: typing, painting, resizing, mouse, paste.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct FullScreenTests {
  @Test func typingShowsAndEnterEnters() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("probe 80x24 emacs"))
    #expect(terminal.model.isAlternate)
    #expect(terminal.model.modes.contains(2004))
    terminal.send("hé日本")
    #expect(terminal.waitFor("∇ hé日本"))
    #expect(terminal.wait { $0.model.cursor == Point(column: 8, row: 23) })
    terminal.send("\u{1B}[D\u{1B}[D\u{7F}!\r")
    #expect(terminal.waitFor("entered 1 [h!日本]"))
    #expect(terminal.settings != terminal.settingsBefore)
    Probe.quit(terminal)
    #expect(terminal.screen.first == "bye")
  }

  @Test func colorsAndAttributesReachTheTerminal() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("probe 80x24"))
    let cell = terminal.model[0, 0]
    #expect(cell.text == "p")
    #expect(cell.attributes.foreground == 208)
    #expect(cell.attributes.background == 17)
    #expect(cell.attributes.bold)
    Probe.quit(terminal)
  }

  @Test(arguments: [
    ("xterm-256color", "palette256"), ("tmux-256color", "palette256"), ("xterm", "palette16"),
    ("linux", "palette16"), ("vt220", "none"), ("screen-256color", "palette256"),
  ])
  func terminalTypes(name: String, colors: String) throws {
    let asked = try Probe.start("raw", environment: ["TERM": name])
    #expect(asked.waitForExit() == .code(0))
    #expect(asked.screen[0] == "colors \(colors) glyphs unicode")
    #expect(asked.screen[1] == "problem: none")
    let terminal = try Probe.start(environment: ["TERM": name])
    #expect(terminal.waitFor("probe 80x24"))
    terminal.send("abc\r")
    #expect(terminal.waitFor("entered 1 [abc]"))
    Probe.quit(terminal)
  }

  /// A terminal type with `RGB`, compiled by ncurses' own tic.
  @Test func directColorsWhereTerminfoHasThem() throws {
    let folder = NSTemporaryDirectory() + "nabla-terminfo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = folder + "/source"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try """
    xterm-rgb|xterm with direct colour,
      RGB, colors#0x1000000, pairs#0x10000,
      setab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      use=xterm-256color,

    """.write(toFile: source, atomically: true, encoding: .utf8)
    let tic = try PseudoTerminal(command: ["/usr/bin/tic", "-x", "-o", folder, source])
    #expect(tic.waitForExit() == .code(0), "\(tic.screen)")
    let environment = ["TERM": "xterm-rgb", "TERMINFO": folder]
    let asked = try Probe.start("raw", environment: environment)
    #expect(asked.waitForExit() == .code(0))
    #expect(asked.screen[0] == "colors truecolor glyphs unicode")
    let terminal = try Probe.start(environment: environment)
    #expect(terminal.waitFor("probe 80x24"))
    #expect(terminal.model[0, 0].attributes.foreground == 1 << 24 | 0xFF8700)
    #expect(terminal.model[0, 0].attributes.background == 1 << 24 | 0x00005F)
    Probe.quit(terminal)
  }

  @Test func noColorWritesNoColors() throws {
    let terminal = try Probe.start(environment: ["NO_COLOR": "1"])
    #expect(terminal.waitFor("probe 80x24"))
    #expect(terminal.model[0, 0].attributes.foreground == nil)
    #expect(terminal.model[0, 0].attributes.bold)
    Probe.quit(terminal)
  }

  @Test func anIdleScreenWritesNothing() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.settle()
    let count = terminal.transcript.count
    terminal.settle(milliseconds: 200)
    #expect(terminal.transcript.count == count)
    terminal.send("x")
    #expect(terminal.waitFor("∇ x"))
    terminal.settle()
    #expect(terminal.transcript.count - count < 60)
    terminal.send("\u{7F}")
    Probe.quit(terminal)
  }

  @Test func framesAreSynchronizedWhereTheTerminalCan() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.settle()
    terminal.send("x")
    #expect(terminal.wait { $0.model.modesEverSet.contains(2026) })
    terminal.send("\u{7F}")
    Probe.quit(terminal)
  }

  @Test func resizingRepaints() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("keep")
    #expect(terminal.waitFor("∇ keep"))
    for size in [
      Size(columns: 200, rows: 60), Size(columns: 20, rows: 5), Size(columns: 80, rows: 24),
    ] {
      terminal.resize(size)
      let status = String("probe \(size.columns)x\(size.rows) emacs".prefix(size.columns))
      #expect(
        terminal.wait { $0.screen.first == status && $0.screen.last == "∇ keep" },
        "\(terminal.screen)")
    }
    terminal.send("\u{15}")
    Probe.quit(terminal)
  }

  @Test(arguments: [
    Size(columns: 1, rows: 1), Size(columns: 2, rows: 1), Size(columns: 1, rows: 50),
    Size(columns: 300, rows: 2),
  ])
  func anySizeIsSurvived(size: Size) throws {
    let terminal = try Probe.start(size: size)
    // From here on the terminal does not echo.
    #expect(terminal.wait { $0.model.modes.contains(2004) })
    terminal.send("日本 some long text 日本 \u{1B}[200~a\nb\u{1B}[201~")
    terminal.settle()
    terminal.resize(Size(columns: 80, rows: 24))
    #expect(terminal.waitFor("∇ 日本 some long text"))
    terminal.resize(size)
    terminal.settle()
    terminal.send("\u{3}quit\r")
    #expect(terminal.waitForExit() == .code(0))
    Probe.expectRestored(terminal)
  }

  @Test func aPasteOfSeveralLinesIsOneInput() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("\u{1B}[200~first\r\nsecond")
    terminal.settle()
    terminal.send(" é third\u{1B}[2")
    terminal.settle()
    terminal.send("01~\r")
    #expect(terminal.waitFor("entered 2 [first|second é third]"))
    #expect(terminal.waitFor("paste of 21 bytes"))
    Probe.quit(terminal)
  }

  @Test func aHugePasteIsCutWithANote() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    let line = String(repeating: "x", count: 99) + "\n"
    terminal.send("\u{1B}[200~" + String(repeating: line, count: 11_000) + "\u{1B}[201~")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}")
    #expect(terminal.waitFor("interrupt"))
    #expect(terminal.waitFor("paste of 1048576 bytes"))
    #expect(
      terminal.waitFor("note: the pasted text was cut: 51424 of its bytes were left out"))
    Probe.quit(terminal)
  }

  @Test func keysOfTheInterfaceAreEvents() throws {
    let terminal = try Probe.start(size: Size(columns: 160, rows: 24))
    #expect(terminal.waitFor("∇"))
    terminal.send("\u{1B}OP")
    #expect(terminal.waitFor("function(1)"))
    terminal.send("\u{1B}[6~")
    #expect(terminal.waitFor("pageDown"))
    terminal.send("\u{1B}[<0;12;3M")
    #expect(terminal.waitFor("Point(column: 11, row: 2)"))
    #expect(terminal.model.modes.isSuperset(of: [1002, 1006]))
    terminal.send("\u{3}")
    #expect(terminal.waitFor("interrupt"))
    Probe.quit(terminal)
  }

  @Test func anotherThreadWakesTheLoop() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("wake\r")
    #expect(terminal.waitFor("woken"))
    Probe.quit(terminal)
  }

  @Test func standardErrorIsShownAfterwards() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("stderr\r")
    #expect(terminal.waitFor("entered 1 [stderr]"))
    #expect(!terminal.screen.contains { $0.contains("kept back") })
    Probe.quit(terminal)
    #expect(terminal.screen.contains("kept back"))
  }
}
