// readline in the full screen: search, history, completion, vi keys, inputrc files.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct LineEditingTests {
  private func withFile(_ content: String, _ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "nabla-terminal-\(UUID().uuidString)"
    try content.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func searchFindsATextWithAMultibyteCharacter() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("größe = 1\r")
    #expect(terminal.waitFor("entered 1 [größe = 1]"))
    terminal.send("other\r")
    #expect(terminal.waitFor("entered 1 [other]"))
    terminal.send("\u{12}ö")
    #expect(terminal.waitFor("(reverse-i-search)`ö': größe = 1"))
    terminal.send("ß")
    #expect(terminal.waitFor("(reverse-i-search)`öß': größe = 1"), "\(terminal.screen)")
    terminal.send("\r")
    #expect(terminal.wait { $0.screen.filter { $0 == "entered 1 [größe = 1]" }.count == 2 })
    Probe.quit(terminal)
  }

  @Test func aPasteIntoASearchSearches() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("needle\r\u{12}\u{1B}[200~eed\u{1B}[201~")
    #expect(terminal.waitFor("(reverse-i-search)`eed': needle"))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.screen.last == "∇" })
    Probe.quit(terminal)
  }

  @Test func historySurvivesRestarts() throws {
    try withFile("older\n") { path in
      let first = try Probe.start("screen", path)
      #expect(first.waitFor("∇"))
      first.send("\u{1B}[200~a\nb\\n\u{1B}[201~\r")
      #expect(first.waitFor("entered 2 [a|b\\n]"))
      Probe.quit(first)
      let second = try Probe.start("screen", path)
      #expect(second.waitFor("∇"))
      second.send("\u{10}")
      #expect(second.waitFor("∇ quit"))
      second.send("\u{10}")
      #expect(second.wait { $0.screen.suffix(2) == ["∇ a", "  b\\n"] }, "\(second.screen)")
      second.send("\u{10}")
      #expect(second.waitFor("∇ older"))
      second.send("\u{15}")
      Probe.quit(second)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "older\na\\nb\\\\n\nquit\n")
    }
  }

  @Test func completionInsertsAndShowsAList() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("x pl\t")
    #expect(terminal.waitFor("∇ x plot"))
    terminal.send("\u{15}t\t")
    #expect(terminal.waitFor("matches: train trace trainable.rate"))
    #expect(terminal.wait { $0.screen.last == "∇ tra" })
    terminal.send("i")
    #expect(terminal.wait { !$0.screen.contains { $0.contains("matches:") } })
    terminal.send("nable.r\t")
    #expect(terminal.waitFor("∇ trainable.rate"))
    terminal.send("\u{15}")
    Probe.quit(terminal)
  }

  @Test func enterInsideBracketsBreaksTheLine() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    terminal.send("f(1,\r2)\r")
    #expect(terminal.waitFor("entered 2 [f(1,|2)]"))
    Probe.quit(terminal)
  }

  @Test func viKeysByInputrc() throws {
    try withFile("set editing-mode vi\n") { path in
      let terminal = try Probe.start(environment: ["INPUTRC": path])
      #expect(terminal.waitFor("probe 80x24 vi"))
      terminal.send("hello wörld")
      #expect(terminal.waitFor("∇ hello wörld"))
      terminal.send("\u{1B}")
      #expect(terminal.wait { $0.model.cursor.column == 12 })
      terminal.send("0xiH")
      #expect(terminal.waitFor("∇ Hello wörld"))
      terminal.send("\u{1B}")
      #expect(terminal.wait { $0.model.cursor.column == 2 })
      terminal.send("$rD\r")
      #expect(terminal.waitFor("entered 1 [Hello wörlD]"))
      terminal.send("quitX\u{1B}")
      #expect(terminal.wait { $0.model.cursor.column == 6 })
      terminal.send("x\r")
      #expect(terminal.waitForExit() == .code(0))
      Probe.expectRestored(terminal)
    }
  }

  @Test func aHostileInputrcDoesNoHarm() throws {
    let hostile = """
      set bell-style audible
      set enable-bracketed-paste on
      set show-mode-in-prompt on
      set completion-query-items 1
      set page-completions on
      set keyseq-timeout 2000000000
      set horizontal-scroll-mode on
      "\\C-b": bracketed-paste-begin
      "\\C-n": "\\e[200~"
      "\\C-o": "\\C-o\\C-o"
      "\\C-t": re-read-init-file
      "\\C-g": dump-functions
      $if nonsense
      "x": "\\C-q"
      """
    try withFile(hostile) { path in
      let terminal = try Probe.start(environment: ["INPUTRC": path])
      #expect(terminal.waitFor("∇"))
      terminal.send("a\u{2}b\u{E}c\u{F}\u{14}d\u{7}e\u{2}f\t\r")
      #expect(terminal.waitFor("entered 1 [a"), "\(terminal.screen)")
      Probe.quit(terminal)
      #expect(!terminal.transcript.contains(7))
    }
  }

  @Test func randomBytesDoNotHurt() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<40 {
      var bytes: [UInt8] = []
      for _ in 0..<64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: state >> 56)
        // ^D and ^Z would end or stop the probe.
        bytes.append(byte == 4 || byte == 0x1A ? 0x41 : byte)
      }
      terminal.send(bytes)
    }
    terminal.send("\u{1B}[201~\u{18}\u{7}\u{3}\u{3}\u{3}")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}check\r")
    #expect(terminal.waitFor("entered 1 [check]"), "\(terminal.screen)")
    Probe.quit(terminal)
  }
}
