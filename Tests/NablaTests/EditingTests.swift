// The prompt of the whole program: completion, history, help, pastes, hostile bytes.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct EditingTests {
  @Test func completion() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    for (typed, completed) in [
      ("unti\t", "∇ until"), ("breakp\t", "∇ breakpoints"),
      ("L = binary_cr\t", "∇ L = binary_cross_entropy"),
      ("open logi\t", "∇ open logistic-regression"), ("help embed\t", "∇ help embedding"),
    ] {
      terminal.send(typed)
      terminal.expect(completed)
      terminal.send("\u{15}")
      terminal.expectGone(completed)
    }
    terminal.type(Array(Nabla.longRun.dropLast()))
    terminal.expect("L: scalar")
    terminal.send("print net.0.w\t")
    terminal.expect("∇ print net.0.weight")
    terminal.send("\u{15}")
    // Several: a list above the prompt, gone with the next key.
    terminal.send("back\t\t")
    terminal.expect("completions")
    terminal.expect("backward")
    terminal.send("\u{15}")
    terminal.expectGone("completions")
    terminal.quit()
  }

  @Test func historySurvivesARestart() throws {
    let home = try Home()
    let first = try Nabla.start(home: home)
    first.awaitPrompt()
    first.type("width = 41 + 1")
    first.expect("[1] ∇ width = 41 + 1")
    first.type("plot sigmoid over -3..3")
    first.expect("sigmoid over")
    first.quit()
    let second = try Nabla.start(home: home)
    second.expect("An unfinished session")
    second.send("\u{1B}")
    second.awaitPrompt()
    second.send("\u{1B}[A\u{1B}[A")
    second.expect("∇ plot sigmoid over -3..3")
    second.send("\u{15}")
    second.send("\u{12}wid")
    second.expect("(reverse-i-search)`wid': width = 41 + 1")
    second.send("\r")
    second.expect("[1] ∇ width = 41 + 1")
    second.quit()
  }

  @Test func helpIsThere() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.send("\u{1B}OP")
    terminal.expect("layout notebook")
    terminal.expect("Esc close")
    terminal.send(String(repeating: "\u{1B}[6~", count: 9))
    terminal.expect("Five minutes")
    terminal.send("\u{1B}")
    terminal.expect("∇ a notebook for neural nets")
    terminal.type("help dense")
    terminal.expect("y = x Wᵀ + b")
    terminal.type("help densse")
    terminal.expect("did you mean 'dense'?")
    terminal.type("help")
    terminal.expect("train")
    terminal.quit()
  }

  @Test func aPastedScriptIsManyCells() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, rows: 40)
    terminal.awaitPrompt()
    let script = """
      # # A pasted lesson
      # With prose.
      x = [[1, 2],
           [3, 4]]
      def f(a) {
        a * 2
      }
      print f(x)
      """
    terminal.send("\u{1B}[200~" + script.replacing("\n", with: "\r") + "\u{1B}[201~")
    terminal.expect("∇ # # A pasted lesson")
    terminal.send("\r")
    terminal.expect("A pasted lesson")
    terminal.expect("∇ print f(x)")
    terminal.expect("[6, 8]]")
    terminal.type("save pasted")
    terminal.expect("saved pasted.nabla")
    terminal.quit()
    #expect(try home.read("pasted.nabla").contains("# # A pasted lesson\n# With prose.\n"))
  }

  /// readline alone crashes at these.
  @Test func aSearchThatEndsInAnUnknownSequence() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, environment: ["SWIFT_BACKTRACE": "enable=no"])
    terminal.awaitPrompt()
    terminal.send([0x13, 0x18, 0xCB])
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}")
    terminal.type("print 6 * 7")
    terminal.expect("    42")
    terminal.quit()
  }

  @Test(arguments: [1, 2, 3])
  func hostileBytesNeverCrash(seed: UInt64) throws {
    let home = try Home()
    // An editor that such bytes may call up ends at once.
    let terminal = try Nabla.start(
      home: home, environment: ["SWIFT_BACKTRACE": "enable=no", "VISUAL": "true"])
    terminal.awaitPrompt()
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var bytes: [UInt8] = (0..<10_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    // Not the keys that end or stop the program as they should.
    bytes.removeAll { $0 == 0x04 || $0 == 0x1A }
    terminal.send(bytes)
    // The end of a paste, Escape, and the line cleared: the prompt answers again.
    terminal.send("\u{1B}[201~")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}")
    terminal.settle(milliseconds: 300)
    terminal.send("\u{3}\u{15}")
    #expect(terminal.exitStatus == nil, "\(terminal.text)")
    terminal.send("\rprint 6 * 7\r")
    terminal.expect("    42")
    terminal.quit()
  }
}
