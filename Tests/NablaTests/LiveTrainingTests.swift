// The prompt stays live while a run goes on.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct LiveTrainingTests {
  @Test func steeringARunAndVerifyingIt() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("TRAIN")
    terminal.expect("it/s")
    terminal.type("set lr = 0.1")
    terminal.expect("lr = 0.1 from step")
    terminal.type("plto loss")
    terminal.expect("'plto' is not a verb")
    terminal.expect("hint: did you mean 'plot'?")
    #expect(terminal.text.contains("TRAIN"))
    terminal.type("plot loss")
    terminal.expect("loss (log10)")
    terminal.type("pause")
    terminal.expect("PAUSED")
    let paused = try #require(terminal.step)
    terminal.type("step")
    terminal.expect("1/")
    terminal.expect("▶  2")
    terminal.type("back step")
    terminal.expect("▶ end of step \(paused)")
    terminal.type("continue")
    terminal.expect("TRAIN")
    #expect(terminal.wait(patience) { ($0.step ?? 0) > paused }, "\(terminal.text)")
    terminal.type("stop")
    terminal.expectGone("TRAIN")
    terminal.type("save live")
    terminal.expect("saved live.nabla")
    terminal.quit()
    #expect(!terminal.text.contains("not saved"))

    let text = try home.read("live.nabla")
    #expect(text.contains(/at \d+ \{ set lr = 0\.1 \}/), "\(text)")
    #expect(text.contains(/digest [0-9a-f]{64}/))
    #expect(text.contains("#~ error: 'plto' is not a verb"))
    let verified = try Command.run(["verify", "live.nabla"], home: home)
    #expect(verified.code == 0, "\(verified)")
    #expect(verified.output == "live.nabla: verified\n")
  }

  @Test func interruptStopsAndKeysArePaused() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("it/s")
    // A key shows while training goes on.
    terminal.send("hal")
    terminal.expect("∇ hal")
    #expect(terminal.text.contains("TRAIN"))
    terminal.send("\u{15}")
    terminal.expectGone("∇ hal")
    terminal.send("\u{1B}p")
    terminal.expect("PAUSED")
    terminal.send("\u{1B}p")
    terminal.expect("TRAIN")
    terminal.send("\u{3}")
    terminal.expectGone("TRAIN")
    terminal.type("1 + 1")
    terminal.expect("    2")
    terminal.quit()
  }

  @Test func everyLayoutWhileTraining() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home, columns: 200, rows: 60)
    terminal.awaitPrompt()
    terminal.type(Nabla.longRun)
    terminal.expect("it/s")
    for (key, sign) in [
      ("\u{1B}2", "loss (log10)"), ("\u{1B}3", "program"), ("\u{1B}4", "attention"),
      ("\u{1B}1", "loss (log10)"),
    ] {
      terminal.send(key)
      terminal.expect(sign)
    }
    terminal.send("\u{3}")
    terminal.expectGone("TRAIN")
    terminal.quit()
  }
}
