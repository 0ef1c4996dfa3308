// Files out of the program: by `export` at every front end, and by commands.

import Foundation
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  private static let session = """
    w = param([2])
    L = mean((w - 1) ** 2)
    train L with sgd(lr=0.1) steps=5
    plot loss
    """

  @Test func renderHasFormats() throws {
    let home = try Home()
    let file = try home.write(Self.session, to: "a.nabla")
    let plain = try Command.run(["render", file], home: home)
    let ansi = try Command.run(["render", file, "--format", "ansi"], home: home)
    #expect(ansi.code == 0 && ansi.output.contains("\u{1B}[0;"))
    let svg = try Command.run(
      ["render", file, "--format", "svg", "--size", "100x30", "--theme", "light"], home: home)
    #expect(svg.output.hasPrefix("<svg ") && svg.output.contains("viewBox=\"0 0 900 540\""))
    #expect(svg.output.contains("#ffffff"))
    #expect(plain.output.hasPrefix(" nabla  a  step 5/5"))
  }

  @Test func exportHasPicturesAndTables() throws {
    let home = try Home()
    let file = try home.write(Self.session, to: "a.nabla")
    let table = try Command.run(["export", file, "--to", "csv", "--plot", "loss"], home: home)
    #expect(table.code == 0, "\(table)")
    #expect(
      table.output.components(separatedBy: "\r\n").count == 7
        && table.output.hasPrefix("series,first_step,last_step,last,"))
    let plot = try Command.run(
      ["export", file, "--to", "text", "--plot", "w", "--size", "40x8"], home: home)
    #expect(plot.code == 0 && plot.lines.count <= 9, "\(plot)")
    let wrong = try Command.run(["export", file, "--to", "svg", "--plot", "nothing"], home: home)
    #expect(wrong.code == 1 && wrong.errors.contains("nothing"))
    for arguments in [
      ["--to", "csv"], ["--to", "markdown", "--plot", "loss"], ["--to", "svg", "--size", "0x9"],
      ["--to", "cast", "--speed", "0"],
    ] { #expect(try Command.run(["export", file] + arguments, home: home).code == 2) }
  }

  @Test func castIsTheSessionsPace() throws {
    let home = try Home()
    let file = try home.write(
      "#@ nabla 1  seed 42\nx = 1\n#@ t 2.5\nprint x + 1\n#@ t 4\n", to: "a.nabla")
    let result = try Command.run(["export", file, "--to", "cast", "--size", "60x16"], home: home)
    #expect(result.code == 0, "\(result)")
    let events = result.output.split(separator: "\n").dropFirst().compactMap {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [Any]
    }
    // The empty screen, each cell as it is typed and as it is done, the end.
    #expect(events.map { $0[0] as? Double } == [0, 2, 2.5, 3.5, 4, 6])
    #expect((events[3][2] as? String)?.contains("print x + 1") == true)
    #expect((events[4][2] as? String)?.contains("[2K    2") == true)
  }

  @Test func runWritesFiles() throws {
    let home = try Home()
    let file = try home.write(
      Self.session + "\nexport loss.csv loss\nexport out.svg\nexport loss.csv loss\n", to: "a.nabla"
    )
    let result = try Command.run(["run", file], home: home)
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("wrote loss.csv: 5 rows"))
    #expect(result.output.contains("replaced loss.csv: 5 rows"))
    #expect(try home.read("loss.csv").hasPrefix("series,"))
    #expect(try home.read("out.svg").hasSuffix("</svg>\n"))
    // Comparing writes nothing.
    try FileManager.default.removeItem(atPath: home.work + "/loss.csv")
    _ = try Command.run(["verify", file], home: home)
    #expect(!FileManager.default.fileExists(atPath: home.work + "/loss.csv"))
    let nowhere = try home.write("export no/such/a.svg tanh over -1..1\n", to: "b.nabla")
    let failed = try Command.run(["run", nowhere], home: home)
    #expect(failed.code == 1)
    #expect(
      failed.errors.contains(
        "error: cannot write 'no/such/a.svg': no such file or folder"))
  }

  @Test func theLineModeWritesFiles() throws {
    let home = try Home()
    let result = try Command.run(
      [], input: "plot tanh over -1..1\nexport tanh.svg tanh over -1..1\nexport s.txt\n",
      home: home)
    #expect(result.code == 0, "\(result)")
    #expect(result.output.contains("wrote tanh.svg"))
    #expect(try home.read("s.txt").contains("tanh over -1..1"))
  }

  @Test func theScreenWritesFilesDuringARun() throws {
    let home = try Home()
    let terminal = try Nabla.start(home: home)
    terminal.type(Nabla.longRun)
    terminal.expect("TRAIN")
    terminal.type("export loss.csv loss")
    terminal.expect("wrote loss.csv")
    terminal.type("export screen.svg columns=120 rows=40")
    terminal.expect("wrote screen.svg")
    let picture = try home.read("screen.svg")
    #expect(picture.contains("viewBox=\"0 0 1080 720\"") && picture.contains("TRAIN"))
    #expect(try home.read("loss.csv").hasPrefix("series,"))
    terminal.type("stop")
    terminal.expectGone("TRAIN")
    terminal.quit()
  }

  @Test func aLightTerminalHasItsColours() throws {
    let home = try Home()
    let terminal = try Nabla.start("attention", home: home)
    terminal.expect("Try next")
    terminal.send("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    terminal.settle()
    terminal.send("\u{18}t")
    terminal.expect("colours for a dark background")
    terminal.send("\u{18}t")
    terminal.expect("colours for a light background")
    terminal.quit()
  }
}
