// What the full screen costs: training under it against training without a terminal, the time until
// a typed key shows while training runs, and what an idle screen writes.

import ArgumentParser
import Foundation
import Glibc

enum LiveScreen {
  /// Networks as people train them, with a number of steps that takes a second or more.
  static let programs: [(name: String, lines: String, steps: Int)] = [
    (
      "xor",
      """
      x = [[0, 0], [0, 1], [1, 0], [1, 1]]
      net = dense(8) | tanh | dense(1) | sigmoid
      L = binary_cross_entropy(net(x), [[0], [1], [1], [0]])
      train L with sgd(lr=0.5) steps=1000
      plot boundary(net)
      """, 3_000_000
    ),
    (
      "digits",
      """
      train_set, valid, test = split(digits(), 0.7, 0.1, 0.2)
      x, y = batch(train_set, 64)
      net = dense(128) | relu | dense(10)
      L = cross_entropy(net(x), y)
      track accuracy(eval(net)(valid.x), valid.y) every 20
      train L with adam(lr=1e-4) steps=100
      """, 60_000
    ),
  ]

  /// The share of its steps a second that training loses under a screen of 200×60: the best of
  /// several runs with and without in turn.
  static func overhead(_ lines: String, steps: Int, threads: Int, runs: Int) throws -> (
    rate: Double, share: Double
  ) {
    let folder = try Folder()
    // The marks' times are the training's, whatever else the program does before and after.
    let source =
      lines + "\nsave_npy(\"\(folder.path)/start.npy\", [1])\ntrain \(steps)\n"
      + "save_npy(\"\(folder.path)/end.npy\", [1])\n"
    let file = folder.path + "/live.nabla"
    try folder.write(source, to: file)
    let program = try ProgramInTerminal.path(for: "screen")
    var without = Double.infinity
    var with = Double.infinity
    for _ in 0..<runs {
      for isLive in [false, true] {
        folder.removeMarks()
        let terminal = try ProgramInTerminal(
          program, arguments: (isLive ? [] : ["run"]) + ["--threads", "\(threads)", file],
          columns: 200, rows: 60,
          home: folder.path, for: "screen")
        let deadline = now() + 120
        while folder.time(of: "end") == nil, now() < deadline { _ = terminal.read(within: 0.02) }
        guard let start = folder.time(of: "start"), let end = folder.time(of: "end") else {
          throw ValidationError("screen: the training did not end within two minutes")
        }
        if isLive { with = min(with, end - start) } else { without = min(without, end - start) }
      }
    }
    return (Double(steps) / without, with / without - 1)
  }

  /// Seconds from sending a key to seeing it, while training runs.
  static func keyTimes(_ lines: String, threads: Int, count: Int) throws -> [Double] {
    let folder = try Folder()
    let file = folder.path + "/live.nabla"
    try folder.write(lines + "\n", to: file)
    let terminal = try ProgramInTerminal(
      try ProgramInTerminal.path(for: "screen"), arguments: ["--threads", "\(threads)", file],
      columns: 200, rows: 60, home: folder.path, for: "screen")
    _ = terminal.time(of: "∇ ", within: 5)
    drain(terminal, quiet: 0.5)
    terminal.send("train 1000000000\r")
    _ = terminal.time(of: "TRAIN", within: 5)
    var times: [Double] = []
    for index in 0..<count {
      // At all distances from the screen's own rhythm.
      let pause = now() + 0.05 + Double(index % 7) * 0.009
      while now() < pause { _ = terminal.read(within: pause - now()) }
      let start = now()
      // A letter that the screen shows nowhere else.
      terminal.send("ж")
      guard let seen = terminal.time(of: "ж", within: 2) else {
        throw ValidationError("screen: a key did not show within two seconds")
      }
      times.append(seen - start)
      terminal.send("\u{7f}")
    }
    return times
  }

  /// The bytes that a screen writes in two seconds after its training has ended.
  static func idleBytes(_ lines: String) throws -> Int {
    let folder = try Folder()
    let file = folder.path + "/live.nabla"
    try folder.write(lines + "\n", to: file)
    let terminal = try ProgramInTerminal(
      try ProgramInTerminal.path(for: "screen"), arguments: [file], columns: 200, rows: 60,
      home: folder.path, for: "screen")
    _ = terminal.time(of: "∇ ", within: 5)
    drain(terminal, quiet: 1)
    var bytes = 0
    let end = now() + 2
    while now() < end { bytes += terminal.read(within: end - now()).count }
    return bytes
  }

  /// Reads until nothing comes for a while.
  private static func drain(_ terminal: ProgramInTerminal, quiet: Double) {
    while !terminal.read(within: quiet).isEmpty {}
  }

  /// A folder for a session and its marks; it goes with this object.
  private final class Folder {
    let path: String

    init() throws {
      var template = Array("/tmp/nabla-benchmark-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        throw ValidationError("screen: no temporary folder could be made")
      }
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to file: String) throws {
      guard let stream = fopen(file, "w") else {
        throw ValidationError("screen: \(file) could not be written")
      }
      fputs(text, stream)
      fclose(stream)
    }

    func removeMarks() { for mark in ["start", "end"] { unlink("\(path)/\(mark).npy") } }

    /// When a mark was made, in seconds.
    func time(of mark: String) -> Double? {
      var status = stat()
      guard stat("\(path)/\(mark).npy", &status) == 0 else { return nil }
      return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) * 1e-9
    }
  }
}
