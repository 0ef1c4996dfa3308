// The program without a terminal: arguments and standard input in, output and exit code out.

import Foundation
import TestSupport

enum Command {
  struct Result: CustomStringConvertible {
    var code: Int32
    var output: String
    var errors: String

    var description: String { "exit \(code)\n\(output)\n--\n\(errors)" }
    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Runs the program in the home's folder to its end.
  static func run(
    _ arguments: [String], input: String = "", home: Home, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Nabla.path)
    process.arguments = arguments
    process.environment = home.environment(environment)
    process.currentDirectoryURL = URL(fileURLWithPath: home.work)
    // Files, not pipes: nothing has to be read while the program runs.
    let folder = URL(fileURLWithPath: home.path)
    let inputFile = folder.appendingPathComponent("input-\(UUID().uuidString)")
    let outputFile = folder.appendingPathComponent("output-\(UUID().uuidString)")
    let errorFile = folder.appendingPathComponent("errors-\(UUID().uuidString)")
    try input.write(to: inputFile, atomically: true, encoding: .utf8)
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }
}
