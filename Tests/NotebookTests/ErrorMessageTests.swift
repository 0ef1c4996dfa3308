// Every error of the interpreter and of the verbs word for word, with its place: Fixtures/errors.txt
// was read line by line. And none of them leaves a trace in the session.

import Engine
import Foundation
import Language
import Notebook
import TestSupport
import Testing

struct ErrorMessageTests {
  static let topics: [(String, [String])] = [
    ("language", ErrorSources.language), ("functions", ErrorSources.functions),
    ("training", ErrorSources.training), ("walking", ErrorSources.walking),
    ("measuring", ErrorSources.measuring), ("views", ErrorSources.views),
    ("session", ErrorSources.session),
    ("data", ErrorSources.data), ("reading", ErrorSources.reading),
    ("explaining", ErrorSources.explaining), ("pictures", ErrorSources.pictures),
    ("exporting", ErrorSources.exporting), ("scatter", ErrorSources.scatter),
    ("recurrent", ErrorSources.recurrent), ("texts", ErrorSources.texts),
    ("runs", ErrorSources.runs),
  ]

  @Test(arguments: topics.map(\.0)) func wordForWord(_ topic: String) {
    let sources = Self.topics.first { $0.0 == topic }?.1 ?? []
    var lines: [String] = []
    for source in sources {
      let notebook = Notebook()
      let fresh = notebook.digest()
      let cell = notebook.apply(source)
      #expect(cell.status == .failed, "\(source)")
      #expect(cell.digest == nil)
      #expect(notebook.digest() == fresh, "\(source)")
      let snapshot = notebook.snapshot()
      #expect(snapshot.run == nil, "\(source)")
      #expect(snapshot.names.names == [], "\(source)")
      #expect(snapshot.activity == .idle)
      #expect(notebook.recordedCells.isEmpty)
      lines += cell.error?.rendered(in: source) ?? ["no error: \(source)"]
      lines.append("")
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/errors-\(topic).txt")
    expectLines(lines, matchFixture: file)
  }

  /// The same mistakes in a session that has a run, in the middle of a training step.
  @Test func noTraceInTheMiddleOfAStep() {
    let notebook = Notebook()
    notebook.run(
      "value = param([3], init=normal)\nloss = mean(value ** 4)",
      "train loss with adam(lr=0.1) steps=3", "track norm(value) every 2", "step 4", "break at loss"
    )
    let digest = notebook.digest()
    let values = notebook.values("value")
    let gradient = notebook.values("loss")
    let before = notebook.snapshot()
    for source in Self.topics.flatMap(\.1) {
      // What succeeds here is undone by the mistake after it.
      let cell = notebook.apply("value = 1\nset lr = 0.5\nstep 3\nback step\n\(source)\nnothing")
      #expect(cell.status == .failed, "\(source)")
      #expect(notebook.digest() == digest, "\(source)")
    }
    let after = notebook.snapshot()
    #expect(notebook.values("value") == values)
    #expect(notebook.values("loss") == gradient)
    #expect(after.program == before.program)
    #expect(after.run == before.run)
    #expect(after.names == before.names)
    #expect(after.plots == before.plots)
  }

  @Test func placesAndHints() {
    let notebook = Notebook()
    notebook.run("net = dense(2) | tanh\nnet([[1, 2]])")
    #expect(
      notebook.failure("y = 1\nnet([[1, 2, 3]])") == """
        error: net.0.weight has shape [2, 2], this use needs [2, 3]
        2 │ net([[1, 2, 3]])
          │ ^^^^^^^^^^^^^^^^
        hint: a layer keeps the sizes of its first use; bind a fresh layer for another input
        """)
    #expect(
      notebook.failure("x = 1\ndef f(a) {\n  b = a + nothing\n  b\n}\nprint f(2)") == """
        error: in f: unknown name 'nothing'
        6 │ print f(2)
          │       ^^^^
        hint: bind it first: nothing = …
        """)
    #expect(notebook.failure("print y").hasPrefix("error: unknown name 'y'"))
  }

  @Test func largerThanMemory() {
    let notebook = Notebook()
    for source in [
      "param([1000000, 1000000])", "dense(1000000000000)([[1, 2]])",
      "x = param([100000, 1])\nx @ x.T @ x @ x.T + param([100000, 100000, 10])",
      "one_hot([1], 1000000000000)", "param([4611686018427387904, 4])",
    ] {
      let error = notebook.apply(source).error
      #expect(error?.message.contains("more than this machine allows") == true, "\(source)")
      #expect(error?.hint == "use smaller sizes or mini-batches")
    }
  }

  /// Each value for itself would fit, all together do not; nothing is allocated to find that out.
  @Test func valuesLargerThanMemoryTogether() {
    let notebook = Notebook()
    let classes = Limits.tensorBytes / 4 - 1
    notebook.run("x = one_hot([1], \(classes))", "y = x + 1", "z = y * 2")
    for source in ["print z", "train mean(z * param([1])) with sgd steps=1", "plot z"] {
      let error = notebook.apply(source).error
      #expect(error?.message.contains(": the values need ") == true, "\(source)")
      #expect(error?.hint == "use smaller sizes or mini-batches")
    }
  }

  @Test func files() {
    let folder = TemporaryFolder()
    folder.write("a,b,c\n1,2,x\n3,4\n", "ragged.csv")
    folder.write("a,b,c\n1,2,x\nnine,4,y\n", "text.csv")
    folder.write("a,b,c\n1,2,x\nNaN,4,y\n", "nan.csv")
    folder.write("a,b,c\n1,2,x\n3,,y\n", "empty.csv")
    folder.write("a,b,c\n1,2,x\n3,4,y\n", "good.csv")
    let notebook = Notebook()
    func message(_ name: String, _ rest: String = "") -> String {
      let error = notebook.apply("data = csv(\"\(folder.path)/\(name)\"\(rest))").error
      return (error?.message ?? "no error").replacing(folder.path + "/", with: "")
    }
    #expect(
      message("ragged.csv", ", target=\"c\"")
        == "ragged.csv line 3 has 2 fields where the header has 3")
    #expect(
      message("text.csv", ", target=\"c\"") == "text.csv line 3, column 'a': 'nine' is not a number"
    )
    #expect(message("nan.csv", ", target=\"c\"") == "nan.csv line 3, column 'a' is NaN")
    #expect(message("empty.csv", ", target=\"c\"") == "empty.csv line 3, column 'b' is empty")
    #expect(message("none.csv") == "'none.csv' does not exist")
    #expect(message("") == "'' is a folder, not a file")
    #expect(message("good.csv", ", target=\"d\"") == "good.csv has no column 'd'")
    #expect(message("good.csv", ", target=\"c\"") == "no error")
    #expect(notebook.values("data.x") == [1, 2, 3, 4])
    #expect(notebook.values("data.y") == [0, 1])
  }
}
