// Which operations the tests of explanations meet: all that there are.

import Engine
import Foundation
import TestSupport
import Testing

@Suite struct ExplanationCoverageTests {
  /// Every type of the engine that is an operation is met by the tests above.
  @Test func noOperationIsLeftOut() throws {
    var met: Set<String> = []
    func meet(_ program: Program) {
      for instruction in program.instructions { met.insert("\(type(of: instruction.operation))") }
    }
    for operation in OperationCase.everyRule { meet(try OperationKernelTests.program(operation).0) }
    for operation in ExplanationTests.others {
      let traced = try operation.traced()
      meet(traced.graph.compile([traced.output]))
    }
    for entry in Entries.all {
      for options in ExplanationTests.options {
        for program in try ExplanationTests.training(entry, options) { meet(program) }
      }
    }
    // Only a plan, which nobody walks through, computes again what the program computes once.
    let missing = try Self.operations().subtracting(met).subtracting(["Recomputation"])
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  /// The names of all operations that the engine's sources declare.
  private static func operations() throws -> Set<String> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Engine").standardizedFileURL
    let kinds: Set<String> = [
      "Operation", "PointwiseOperation", "UpdateOperation", "ElementwiseUpdate", "Copying",
      "ElementwiseOperation", "Reduction", "RandomOperation",
    ]
    var names: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard line.contains(":"), let place = words.firstIndex(of: "struct"), place < 2,
          words.count > place + 1, !kinds.isDisjoint(with: words.dropFirst(place + 2))
        else { continue }
        names.insert(words[place + 1])
      }
    }
    #expect(names.count > 100)
    return names
  }
}
