// The catalogue is what parsing, completion and help come from; its examples are run.

import Engine
import Language
import Notebook
import Testing

struct CatalogueTests {
  /// Each command in a cell of its own, as at the prompt.
  @Test func everyExampleRuns() throws {
    for descriptor in Catalogue.standard.descriptors where !descriptor.example.isEmpty {
      let notebook = Notebook()
      notebook.takesRequests = true
      let document = try SessionFile.parse(
        descriptor.example, verbs: Catalogue.standard.grammars)
      for command in document.cells {
        let cell = notebook.apply(command.source)
        #expect(
          cell.error == nil,
          "\(descriptor.name): \(cell.error?.rendered(in: command.source) ?? [])")
      }
    }
  }

  @Test func everyNameIsDescribed() {
    var seen: Set<String> = []
    for descriptor in Catalogue.standard.descriptors {
      #expect(seen.insert("\(descriptor.kind.rawValue) \(descriptor.name)").inserted)
      #expect(!descriptor.summary.isEmpty, "\(descriptor.name)")
      #expect(descriptor.summary.hasSuffix("."), "\(descriptor.name): \(descriptor.summary)")
      #expect(descriptor.signature.hasPrefix(descriptor.name), "\(descriptor.name)")
      // What writes files, binds the screen's keys or holds a run that goes on has no example that
      // could be run here.
      let isOfTheScreen = ["save", "bind", "pause", "quit"].contains(descriptor.name)
      if !isOfTheScreen { #expect(!descriptor.example.isEmpty, "\(descriptor.name)") }
    }
  }

  @Test func everyNameHasHelp() {
    let notebook = Notebook()
    for descriptor in Catalogue.standard.descriptors {
      let cell = notebook.apply("help \(descriptor.name)")
      #expect(cell.error == nil, "\(descriptor.name)")
      let text = cell.recordedLines.map(\.text).joined(separator: "\n")
      #expect(text.contains(descriptor.signature), "\(descriptor.name)")
      #expect(text.contains(descriptor.summary), "\(descriptor.name)")
      #expect(!cell.recordedLines.contains { !$0.isVolatile })
    }
    let overview = notebook.apply("help").recordedLines.map(\.text).joined(separator: "\n")
    for descriptor in Catalogue.standard.descriptors {
      #expect(overview.contains(descriptor.name), "\(descriptor.name)")
    }
    // Help is no part of the session.
    #expect(notebook.recordedCells.isEmpty)
    notebook.run("net = dense(2)")
    #expect(notebook.lines("help net") == ["net is a layer of this session"])
  }

  /// What a signature says can be given by name.
  @Test func signaturesAreCalled() {
    let notebook = Notebook()
    for descriptor in Catalogue.standard.descriptors
    where [.layer, .optimizer, .function, .loss, .activation].contains(descriptor.kind) {
      let error = notebook.apply("\(descriptor.name)(nonsense_argument=1)").error
      #expect(error != nil, "\(descriptor.name)")
      #expect(error?.message.contains("nil") == false)
    }
    for source in [
      "adam(lr=1e-3, betas=0.9)", "adam(beta1=0.9, beta2=0.99, eps=1e-7)",
      "dense(units=3, bias=false)",
      "attention(heads=1, causal=false)", "sum(x=[1], axis=0, keepdim=true)",
    ] { _ = notebook.apply(source).error }
  }

  // MARK: Completion

  static let names: SessionNames = {
    let notebook = Notebook()
    notebook.run(
      "data = iris()\nt = tokens(\"a b\")\nnet = dense(2) | residual(tanh | dense(2))\nnet([[1, 2]])",
      "learning = 1")
    return notebook.snapshot().names
  }()

  func complete(_ line: String) -> [String] {
    Completion.candidates(
      line: line, cursor: line.utf8.count, names: Self.names, sessions: ["xor", "spiral"]
    ).candidates
  }

  @Test func sessionNames() {
    #expect(Self.names.names == ["data", "learning", "net", "t"])
    #expect(Self.names.members["net"] == ["0", "1"])
    #expect(Self.names.members["net.0"] == ["weight", "bias"])
    #expect(Self.names.members["net.1"] == ["0", "1"])
    #expect(Self.names.members["net.1.1"] == ["weight", "bias"])
  }

  @Test func everyPlaceCompletes() {
    #expect(complete("trai") == ["train"])
    #expect(complete("trac") == ["track"])
    #expect(complete("lear") == ["learning"])
    #expect(complete("y = lea") == ["leaky_relu", "learning"])
    #expect(complete("y = trac").isEmpty)
    #expect(complete("net.") == ["0", "1"])
    #expect(complete("net.0.w") == ["weight"])
    #expect(complete("data.") == ["classes", "features", "rows", "x", "y"])
    #expect(complete("x.g") == ["grad"])
    #expect(complete("dense(4, ini") == ["init="])
    #expect(complete("dense(4, init=xav") == ["xavier_normal", "xavier_uniform"])
    #expect(complete("open ") == ["spiral", "xor"])
    #expect(complete("verify x") == ["xor"])
    #expect(complete("layout n") == ["notebook"])
    #expect(complete("help sprial").isEmpty)
    #expect(complete("help tan") == ["tanh"])
    #expect(complete("plot grad") == ["gradients", "gradients("])
    #expect(complete("plot bou") == ["boundary("])
    #expect(complete("plot lear") == ["learning"])
    #expect(
      complete("back ") == [
        "backward", "continue", "finish", "forward", "iterate", "next", "step", "until",
        "update",
      ])
    #expect(complete("break ") == ["at", "nan", "when"])
    #expect(complete("check g") == ["gradients"])
    #expect(complete("train learning wit") == ["with"])
    #expect(complete("train learning with ad").contains("adam"))
    #expect(complete("train learning with adam() ste") == ["step_lr", "steps="])
    #expect(complete("\"tra").isEmpty)
    #expect(complete("# tra").isEmpty)
  }

  @Test func everyNameCompletesItself() {
    for descriptor in Catalogue.standard.descriptors {
      // A plot's name is one after the verb alone.
      let verb = descriptor.kind == .plot ? "plot " : ""
      let line = verb + descriptor.name
      let found = Completion.candidates(
        line: line, cursor: line.utf8.count, names: SessionNames())
      let isOffered = found.candidates.contains {
        $0 == descriptor.name || $0 == descriptor.name + "("
      }
      #expect(isOffered, "\(descriptor.name)")
      #expect(found.range == SourceRange(verb.utf8.count, line.utf8.count))
    }
  }

  /// Any cursor in any line.
  @Test func completionNeverFails() {
    for line in [
      "net.0.", "train L with adam(lr=", "x[", "é.∇", "dense(\"", "", "back s 3", "a..b", "1.2.3",
    ] {
      for cursor in -1...line.utf8.count + 1 {
        _ = Completion.candidates(line: line, cursor: cursor, names: Self.names)
      }
    }
  }
}
