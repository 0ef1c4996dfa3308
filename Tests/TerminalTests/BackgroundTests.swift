// Dark or light, and how many colours: what the environment says and what the terminal answers.

import Foundation
import Screen
import TestSupport
import Testing

@testable import Terminal

@Suite struct BackgroundTests {
  private func decode(_ text: String) -> [DecodedInput] {
    var decoder = ByteDecoder()
    return decoder.decode(Array(text.utf8))
  }

  @Test(arguments: ["\u{7}", "\u{1B}\\"])
  func answersAreUnderstood(end: String) {
    for (answer, color) in [
      ("rgb:1e1e/1e1e/2e2e", Color.Components(0x1E, 0x1E, 0x2E)),
      ("rgb:ff/ff/ff", Color.Components(255, 255, 255)),
      ("rgb:f/0/8", Color.Components(255, 0, 0x88)),
      ("rgba:ffff/0000/8080/ffff", Color.Components(255, 0, 128)),
    ] {
      #expect(decode("\u{1B}]11;\(answer)\(end)") == [.background(color)], "\(answer)")
    }
    for answer in ["rgb:", "rgb:1/2", "rgb:xx/00/00", "rgb:-1/00/00", "#123456", "rgb:12345/0/0"] {
      #expect(decode("\u{1B}]11;\(answer)\(end)") == [], "\(answer)")
    }
    // Answers to what nobody asked, and text around an answer.
    #expect(decode("\u{1B}]10;rgb:ff/ff/ff\(end)") == [])
    #expect(
      decode("a\u{1B}]11;rgb:00/00/00\(end)b") == [
        .bytesForEditor([0x61]), .background(Color.Components(0, 0, 0)), .bytesForEditor([0x62]),
      ])
  }

  @Test func answersMayComeInPieces() {
    let bytes = Array("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\x".utf8)
    for cut in 1..<bytes.count {
      var decoder = ByteDecoder()
      let first = decoder.decode(Array(bytes[..<cut]))
      if cut > 2, cut < bytes.count - 1 { #expect(decoder.isInAnswer) }
      let results = first + decoder.decode(Array(bytes[cut...]))
      #expect(
        results == [.background(Color.Components(255, 255, 255)), .bytesForEditor([0x78])],
        "\(cut)")
    }
    // What never ends becomes no text, and the keyboard lives on.
    var decoder = ByteDecoder()
    #expect(decoder.decode(Array("\u{1B}]11;rgb:ff".utf8)) == [])
    #expect(decoder.flush() == [])
    #expect(decoder.decode(Array("x".utf8)) == [.bytesForEditor([0x78])])
    #expect(decoder.decode(Array(("\u{1B}]1" + String(repeating: "1", count: 200)).utf8)) != [])
  }

  @Test func altBracketIsAKey() {
    var decoder = ByteDecoder()
    #expect(decoder.decode([0x1B, 0x5D]) == [])
    #expect(decoder.flush() == [.bytesForEditor([0x1B, 0x5D])])
    #expect(decode("\u{1B}]a") == [.bytesForEditor([0x1B, 0x5D, 0x61])])
  }

  @Test(arguments: [
    ("15;0", Appearance.Theme.dark), ("0;15", .light), ("0;default;15", .light), ("0;7", .light),
    ("7;8", .dark), ("12;11", .light),
  ])
  func colorFgBg(text: String, theme: Appearance.Theme) {
    #expect(TerminalCapabilities.theme(colorFgBg: text) == theme)
  }

  @Test(arguments: ["", "15", "x", "0;", "0;16", "0;-1", "default;default"])
  func colorFgBgWithoutMeaning(text: String) {
    if text != "15" { #expect(TerminalCapabilities.theme(colorFgBg: text) == nil) }
  }

  @Test func entriesWithDirectColours() {
    #expect(
      TerminalCapabilities.directName(of: "xterm-256color", colorTerm: "truecolor")
        == "xterm-direct")
    #expect(TerminalCapabilities.directName(of: "foot", colorTerm: "24bit") == "foot-direct")
    #expect(TerminalCapabilities.directName(of: "xterm-direct", colorTerm: "24bit") == nil)
    #expect(TerminalCapabilities.directName(of: "xterm", colorTerm: "yes") == nil)
    #expect(TerminalCapabilities.directName(of: "", colorTerm: "truecolor") == nil)
  }

  /// The terminal is asked once, and its answer is no text.
  @Test func theTerminalIsAsked() throws {
    let terminal = try Probe.start()
    #expect(terminal.waitFor("∇"))
    let written = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(written.components(separatedBy: "\u{1B}]11;?").count == 2)
    // Nobody's palette is changed.
    #expect(!written.contains("\u{1B}]4;") && !written.contains("\u{1B}]P"))
    terminal.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    #expect(terminal.waitFor("theme light"))
    #expect(!terminal.screen.contains { $0.contains("ffff") })
    Probe.quit(terminal)
    for (name, value) in [("TERM", "linux"), ("TERM", "vt100")] {
      let other = try Probe.start(environment: [name: value])
      #expect(other.waitFor("∇"))
      #expect(!String(decoding: other.transcript, as: UTF8.self).contains("]11;"), "\(value)")
      Probe.quit(other)
    }
  }

  @Test func twentyFourBitsByTheSiblingEntry() throws {
    let folder = NSTemporaryDirectory() + "nabla-terminfo-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = folder + "/source"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try """
    xterm-direct|xterm with direct colour,
      RGB, colors#0x1000000, pairs#0x10000,
      setab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      setaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      use=xterm-256color,

    """.write(toFile: source, atomically: true, encoding: .utf8)
    let tic = try PseudoTerminal(command: ["/usr/bin/tic", "-x", "-o", folder, source])
    #expect(tic.waitForExit() == .code(0), "\(tic.screen)")
    for (changes, colors) in [
      (["COLORTERM": "truecolor"], "truecolor"), ([:], "palette256"),
      (["COLORTERM": "truecolor", "NO_COLOR": "1"], "none"),
    ] as [([String: String], String)] {
      let environment = changes.merging(["TERMINFO": folder]) { first, _ in first }
      let asked = try Probe.start("raw", environment: environment)
      #expect(asked.waitForExit() == .code(0))
      #expect(asked.screen[0] == "colors \(colors) glyphs unicode", "\(changes)")
    }
  }
}
