// What the terminal cannot show is not sent: ASCII, no colours, no full screen.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct AppearanceTests {
  @Test func asciiSendsNoOtherBytes() throws {
    let home = try Home()
    let terminal = try Nabla.start("--ascii", "attention", home: home)
    terminal.expect("Try next")
    terminal.type("open xor")
    terminal.expect("neurons(net)")
    terminal.expect("Try next")
    terminal.type("step")
    terminal.send("\u{1B}OP")
    terminal.expect("layout notebook")
    terminal.send("\u{1B}")
    terminal.settle()
    #expect(!terminal.transcript.contains { $0 >= 0x80 }, "\(terminal.text)")
    terminal.send("quit\r")
    terminal.expectEnd()
  }

  @Test func noColorSendsNoColors() throws {
    let home = try Home()
    let terminal = try Nabla.start("attention", home: home, environment: ["NO_COLOR": "1"])
    terminal.expect("Try next")
    terminal.type("step")
    terminal.expect("WALK")
    terminal.settle()
    for row in 0..<24 {
      for column in 0..<80 {
        let attributes = terminal.model[row, column].attributes
        #expect(attributes.foreground == nil && attributes.background == nil)
      }
    }
    let written = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(!written.contains(/\u{1B}\[([0-9]+;)*[34][0-8](;[0-9]+)*m/))
    terminal.quit()
  }

  @Test(arguments: [
    (["TERM": "dumb"], "the terminal type 'dumb' cannot place the cursor", "∇"),
    (["LC_ALL": "C"], "the locale's codeset is ANSI_X3.4-1968, not UTF-8", "nabla>"),
  ])
  func theLineModeWhereTheScreenCannot(
    environment: [String: String], reason: String, sign: String
  ) throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, environment: environment)
    terminal.expect("nabla: line mode: \(reason)")
    terminal.expect(sign)
    #expect(!terminal.model.isAlternate)
    terminal.send("print 6 * 7\r")
    terminal.expect("42")
    terminal.send("plot sigmoid over -3..3\r")
    terminal.expect("sigmoid over -3..3")
    terminal.send("prin 1\r")
    terminal.expect("did you mean 'print'?")
    if environment["LC_ALL"] == "C" {
      terminal.settle()
      #expect(!terminal.transcript.contains { $0 >= 0x80 }, "\(terminal.text)")
    }
    terminal.awaitLinePrompt(environment["LC_ALL"] == "C" ? "nabla>" : "∇")
    terminal.send("\u{4}")
    terminal.expectEnd()
  }
}
