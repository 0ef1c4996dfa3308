// The time from starting the program to its prompt, in a pseudo-terminal.

import ArgumentParser

enum Startup {
  /// Seconds of several starts, each to the first sight of the prompt.
  static func times(count: Int) throws -> [Double] {
    let program = try ProgramInTerminal.path(for: "startup")
    // The first start reads the program from the disk.
    return Array(try (0...count).map { _ in try once(program) }.dropFirst())
  }

  private static func once(_ program: String) throws -> Double {
    let terminal = try ProgramInTerminal(program, columns: 80, rows: 24, for: "startup")
    guard let time = terminal.time(of: "∇ ", within: 5) else {
      throw ValidationError("startup: no prompt appeared within 5 seconds")
    }
    return time - terminal.start
  }
}
