// Any size, also while it changes; a small screen has tabs, a tiny one says so.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ScreenSizeTests {
  @Test func aStormOfSizesWhileTraining() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("it/s")
    for (columns, rows) in [
      (1, 1), (300, 100), (2, 50), (80, 24), (19, 4), (20, 5), (59, 15), (60, 16), (200, 60),
      (300, 1), (1, 100), (119, 39), (120, 40), (7, 7),
    ] {
      terminal.resize(Size(columns: columns, rows: rows))
      terminal.settle(milliseconds: 20)
    }
    terminal.resize(Size(columns: 90, rows: 30))
    #expect(
      terminal.wait(patience) {
        $0.screen.first?.contains("TRAIN") == true && $0.screen.first?.hasSuffix("F1 help") == true
          && $0.screen.count == 30 && $0.screen.last?.hasPrefix("─ rec ●") == true
      }, "\(terminal.text)")
    terminal.send("\u{3}")
    terminal.expectGone("TRAIN")
    terminal.type("2 + 3")
    terminal.expect("    5")
    terminal.quit()
  }

  @Test func tooSmallAndTabs() throws {
    let home = try Home()
    let terminal = try Nabla.start("xor", home: home, columns: 19, rows: 4)
    terminal.expect("too small")
    terminal.resize(Size(columns: 50, rows: 15))
    terminal.expect("cells")
    #expect(
      terminal.wait(patience) { $0.screen[1].contains("loss") && $0.screen[1].contains("cells") },
      "\(terminal.text)")
    terminal.send("\u{1B}o")
    terminal.expect("loss (log10)")
    terminal.resize(Size(columns: 80, rows: 24))
    terminal.expect("neurons(net)")
    terminal.type("1 + 5")
    terminal.expect("    6")
    terminal.quit()
  }
}
