// The commands without a terminal: output, JSON, exit codes, errors.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct CommandLineTests {
  @Test func runShowsText() throws {
    let home = try Home()
    let file = try home.write(
      "# # Title\n\nx = [1, 2]\nprint x * 2\nexpect sum(x) == 3\n", to: "a.nabla")
    let result = try Command.run(["run", file], home: home)
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(
      result.output == """
        Title
        [2] ∇ x = [1, 2]
            x: [2]
        [3] ∇ print x * 2
            x * 2 [2] = [2, 4]
        [4] ∇ expect sum(x) == 3
            ✓ sum(x) == 3  (3)

        """)
  }

  private func object(_ line: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
  }

  @Test func runWritesJSON() throws {
    let home = try Home()
    let file = try home.write(
      """
      # Prose is no cell of the output.

      x = [[0, 1], [2, 4]]
      print [1 / 0, -1 / 0, 0 / 0, 0.1]
      plot sigmoid over -1..1
      y = x @ [1, 2, 3]
      print 5
      """, to: "a.nabla")
    let result = try Command.run(["run", file, "--format", "json"], home: home)
    #expect(result.code == 1)
    let lines = result.lines.filter { !$0.isEmpty }
    #expect(lines.count == 4, "\(result)")
    let cells = try lines.map(object)
    #expect(cells.map { $0["line"] as? Int } == [3, 4, 5, 6])
    #expect(cells.map { $0["cell"] as? Int } == [2, 3, 4, 5])
    #expect(cells[0]["input"] as? String == "x = [[0, 1], [2, 4]]")
    #expect(cells[0]["error"] is NSNull)
    let output = try #require((cells[1]["output"] as? [[String: Any]])?.first)
    #expect(output["kind"] as? String == "tensor")
    #expect(output["shape"] as? [Int] == [4])
    let values = try #require(output["values"] as? [Any])
    #expect(values[0] as? String == "Infinity")
    #expect(values[1] as? String == "-Infinity")
    #expect(values[2] as? String == "NaN")
    let tenth = try #require(values[3] as? Double)
    #expect(Float(tenth) == 0.1)
    let error = try #require(cells[3]["error"] as? [String: Any])
    #expect(error["line"] as? Int == 6)
    #expect(error["column"] as? Int == 5)
    #expect((error["message"] as? String)?.contains("[2, 2]") == true, "\(error)")
    #expect(error.keys.contains("hint"))
  }

  @Test func aFailedCellEndsItsFileAlone() throws {
    let home = try Home()
    let bad = try home.write("a = 1\nprnt a\nprint 7654321\n", to: "bad.nabla")
    let good = try home.write("print 8765432\n", to: "good.nabla")
    let result = try Command.run(["run", bad, good], home: home)
    #expect(result.code == 1)
    #expect(result.output.contains("error: 'prnt' is not a verb"))
    #expect(result.output.contains("hint: did you mean 'print'?"))
    #expect(!result.output.contains("7654321"))
    #expect(result.output.contains("8.765e+06"))
  }

  @Test(arguments: [
    ["run"], ["run", "--format", "xml", "a.nabla"], ["nonsense", "a", "b"], ["--nonsense"],
    ["render", "a.nabla", "--size", "axb"], ["replay", "a.nabla", "--speed", "0"],
    ["run", "a.nabla", "--threads", "3"], ["export", "a.nabla", "--to", "pdf"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let home = try Home()
    _ = try home.write("a = 1\n", to: "a.nabla")
    let result = try Command.run(arguments, home: home)
    #expect(result.code == 2, "\(result)")
    #expect(result.output == "")
    #expect(result.errors.contains("Usage:") || result.errors.contains("error:"), "\(result)")
  }

  @Test func helpAndVersion() throws {
    let home = try Home()
    let help = try Command.run(["--help"], home: home)
    #expect(help.code == 0)
    for name in ["run", "verify", "replay", "render", "export", "sessions"] {
      #expect(help.output.contains("  \(name) "), "\(help)")
    }
    #expect(try Command.run(["--version"], home: home).output == "0.1\n")
  }

  @Test(arguments: [["run"], ["verify"], ["render"], ["export"], []])
  func filesThatCannotBeRead(command: [String]) throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.work + "/empty", withIntermediateDirectories: true)
    let newer = try home.write("#@ nabla 99\na = 1\n", to: "newer.nabla")
    for (file, message) in [
      ("missing.nabla", "no such file or folder"), ("empty", "empty"), (newer, "99"),
    ] {
      let result = try Command.run(command + [file], home: home)
      #expect(result.code == 1, "\(command) \(file): \(result)")
      #expect(result.errors.hasPrefix("error: "), "\(command) \(file): \(result)")
      #expect(result.errors.contains(message), "\(command) \(file): \(result)")
      #expect(result.output == "", "\(command) \(file): \(result)")
    }
  }

  @Test func verifyNamesTheEditedLine() throws {
    let home = try Home()
    let file = try home.write(
      """
      w = param([2])
      L = mean((w - 3) ** 2)
      train L with sgd(lr=0.1) steps=3
      print w

      """, to: "a.nabla")
    #expect(try Command.run(["run", file, "--record"], home: home).code == 0)
    let text = try home.read("a.nabla")
    #expect(try Command.run(["verify", "."], home: home).output == "./a.nabla: verified\n")
    #expect(try Command.run(["verify", file, "--threads", "1"], home: home).code == 0)

    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let shown = try #require(lines.firstIndex { $0.hasPrefix("#> w [2] = ") })
    var edited = lines
    edited[shown] = edited[shown].replacing("[2] = [0.", with: "[2] = [7.")
    #expect(edited != lines, "\(text)")
    _ = try home.write(edited.joined(separator: "\n"), to: "a.nabla")
    let changed = try Command.run(["verify", "a.nabla"], home: home)
    #expect(changed.code == 1)
    #expect(changed.output.hasPrefix("a.nabla:\(shown + 1): "), "\(changed)")

    let digest = try #require(lines.lastIndex { $0.contains("digest ") })
    edited = lines
    let last = try #require(edited[digest].last)
    edited[digest] = edited[digest].dropLast() + (last == "0" ? "1" : "0")
    _ = try home.write(edited.joined(separator: "\n"), to: "a.nabla")
    let other = try Command.run(["verify", "a.nabla"], home: home)
    #expect(other.code == 1)
    #expect(other.output.hasPrefix("a.nabla:\(digest + 1): "), "\(other)")

    // Torn in the middle of a line.
    _ = try home.write(String(text.prefix(text.utf8.count / 2)) + "print (1 +", to: "a.nabla")
    let torn = try Command.run(["verify", "a.nabla"], home: home)
    #expect(torn.code == 1, "\(torn)")
    #expect(torn.output.contains("a.nabla:") || torn.errors.contains("error:"), "\(torn)")
  }

  @Test(arguments: [("80x24", 80, 24), ("200x60", 200, 60), ("1x1", 1, 1)])
  func render(size: String, columns: Int, rows: Int) throws {
    let home = try Home()
    let file = Repository.sessions + "/xor.nabla"
    let result = try Command.run(["render", file, "--size", size], home: home)
    #expect(result.code == 0, "\(result)")
    #expect(result.lines.count == rows + 1)
    #expect(result.lines.allSatisfy { $0.count <= columns })
    #expect(columns < 20 || result.output.contains("loss (log10)"))
  }

  @Test func exports() throws {
    let home = try Home()
    let file = Repository.sessions + "/xor.nabla"
    let markdown = try Command.run(["export", file, "--to", "markdown"], home: home)
    #expect(markdown.code == 0)
    #expect(markdown.output.hasPrefix("# XOR: the smallest problem"))
    #expect(markdown.output.contains("train 2000"))
    let notebook = try Command.run(["export", file, "--to", "notebook"], home: home)
    #expect(notebook.code == 0)
    let book = try object(notebook.output)
    #expect(book["nbformat"] as? Int == 4)
    let cells = try #require(book["cells"] as? [[String: Any]])
    #expect(cells.first?["cell_type"] as? String == "markdown")
    #expect(cells.contains { $0["cell_type"] as? String == "code" })
    let json = try Command.run(["export", file, "--to", "json"], home: home)
    #expect(json.code == 0)
    for line in json.lines where !line.isEmpty { _ = try object(line) }
  }

  @Test func sessionsAreListed() throws {
    let home = try Home()
    let result = try Command.run(["sessions"], home: home)
    #expect(result.code == 0)
    #expect(
      result.lines.contains {
        $0.hasPrefix("xor  ") && $0.contains("  XOR: the smallest problem that needs")
      })
    let none = try Command.run(["sessions"], home: home, environment: ["NABLA_SESSIONS": "/none"])
    #expect(
      none.output == "no sessions here: go to a folder with sessions/, or set NABLA_SESSIONS\n")
  }

  @Test func aScriptOnStandardInput() throws {
    let home = try Home()
    for arguments in [["--plain"], []] {
      let result = try Command.run(
        arguments, input: "# A remark.\nx = [[1, 2],\n  [3, 4]]\nprint sum(x)\n", home: home)
      #expect(result.code == 0, "\(result)")
      #expect(result.output.contains("    sum(x) = 10\n"), "\(result)")
      #expect(result.errors == "")
    }
    let failed = try Command.run(["--plain"], input: "print nothing\nprint 3\n", home: home)
    #expect(failed.code == 1, "\(failed)")
    #expect(failed.output.contains("unknown name 'nothing'"))
    #expect(home.kept.isEmpty)
  }

  @Test func interruptedIs130() throws {
    let home = try Home()
    let file = try home.write(Nabla.longRun.joined(separator: "\n") + "\n", to: "long.nabla")
    let terminal = try Nabla.start("run", file, home: home)
    terminal.expect("L: scalar")
    terminal.send("\u{3}")
    let status = terminal.waitForExit(timeout: patience)
    #expect(status == .code(130), "\(terminal.text)")
  }
}
