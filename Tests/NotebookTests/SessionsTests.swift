// The sessions that come with nabla: each runs, shows what it recorded and ends in the same digests,
// short ones with one thread and with two. The number of threads is one for the process: one test at
// a time.

import Engine
import Foundation
import Language
import Notebook
import Testing

@Suite(.serialized) struct SessionsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "sessions")

  /// Every session below the folder, as paths relative to it; translations are in TwinTests.
  static let names: [String] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter {
      $0.hasSuffix(".nabla") && SessionTwin.language(ofPath: $0) == nil
    }.sorted()
  }()

  /// Those that run here: a session whose recorded runs make more steps than this is left to
  /// `nabla verify sessions`, which runs all of them in a release build.
  static let mostSteps = 2000
  /// Those that make no more steps run twice; of the others the recorded digests say enough.
  static let fewSteps = 400
  static let quick = names.filter { name in
    guard let document = try? document(name) else { return true }
    return steps(of: document) <= mostSteps
  }

  /// Training steps that a session recorded.
  static func steps(of document: SessionDocument) -> Int {
    let lines = document.cells.flatMap(\.recorded)
    let steps = lines.compactMap { line -> Int? in
      guard line.text.hasPrefix("step ") else { return nil }
      return Int(line.text.dropFirst(5).prefix { $0.isNumber })
    }
    return steps.reduce(0, +)
  }

  static let illAtTheEnd = [
    "1-foundations/05-over-and-underfitting.nabla": ["train/validation gap: new_rows"],
    "1-foundations/08-batch-sizes.nabla": ["learning rate too low: lr = 0"],
    "1-foundations/10-schedules.nabla": ["dead ReLU: net.1"],
    "1-foundations/14-initial-values.nabla": ["symmetric weights: alike.0.weight"],
    "2-sequences/08b-through-time.nabla": ["exploding gradients: keeper"],
    "2-sequences/15-pixel-rnn.nabla": ["learning rate too low: lr = 0"],
  ]

  static func document(_ name: String) throws -> SessionDocument {
    try SessionFile.parse(
      bytes: Array(Data(contentsOf: folder.appending(path: name))), name: name,
      verbs: Catalogue.standard.grammars)
  }

  @Test func thereAreSessions() {
    for name in [
      "attention", "attention-views", "backprop-by-hand", "character-lstm", "convolution", "digits",
      "nan-hunt", "reading-curves", "spiral", "transformer", "what-if", "xor",
    ] {
      #expect(Self.names.contains(name + ".nabla"))
    }
  }

  @Test(arguments: quick) func verifiesWithAnyNumberOfThreads(_ name: String) throws {
    let document = try Self.document(name)
    #expect(document.problems.isEmpty)
    var digests: [[String]] = []
    for threads in Self.steps(of: document) <= Self.fewSteps ? [1, 2] : [2] {
      Compute.setThreads(threads)
      let notebook = SessionRunner.notebook(for: document, title: name)
      let cells = SessionRunner.execute(document, in: notebook)
      #expect(cells.allSatisfy { $0.status == .done }, "\(cells.last?.error?.message ?? "")")
      let results = cells.filter { $0.prose == nil }.map(CellResult.init)
      let differences = Verification.compare(document: document, results: results, name: name)
      #expect(differences.map(\.message) == [])
      // Whatever a session ends with is healthy, unless it shows an ill network last.
      #expect(notebook.diagnosis().map(\.title) == Self.illAtTheEnd[name, default: []])
      digests.append(cells.compactMap(\.digest) + [notebook.digest()])
    }
    #expect(digests.allSatisfy { $0 == digests[0] })
    // As many as are recorded, and that of the end: a session that only counts changes no state.
    #expect(digests[0].count == document.cells.compactMap(\.digest).count + 1)
  }

  /// Writing the file anew from what ran gives a file that says the same.
  @Test func theWrittenFileVerifies() throws {
    let document = try Self.document("xor.nabla")
    let notebook = SessionRunner.notebook(for: document, title: "xor")
    SessionRunner.execute(document, in: notebook)
    let written = try SessionFile.parse(
      notebook.sessionText(), name: "xor", verbs: Catalogue.standard.grammars)
    #expect(written.cells.map(\.source) == document.cells.map(\.source))
    let result = SessionRunner.verify(written, title: "xor")
    #expect(result.failed == nil)
    #expect(result.differences.isEmpty)
  }
}
