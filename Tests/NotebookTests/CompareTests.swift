// compare: steps, networks, tensors, runs. Relative differences against numbers computed here.

import Language
import Notebook
import Testing

struct CompareTests {
  static func notebook() -> Notebook {
    let notebook = Notebook()
    notebook.run(
      "x, y = batch(spiral(n=50, seed=3), 16)",
      "net = dense(6) | tanh | dense(3)\nL = cross_entropy(net(x), y)",
      "train L with adam(lr=0.02) steps=12")
    return notebook
  }

  static func table(_ cell: Cell) -> TableOutput? {
    cell.outputs.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  @Test func stepsAreRanked() throws {
    let notebook = Self.notebook()
    let digest = notebook.digest()
    let before = notebook.snapshot()
    let cell = notebook.apply("compare 4 12")
    #expect(cell.error == nil)
    let table = try #require(Self.table(cell))
    let relatives = table.rows.compactMap { Double($0[3]) }
    #expect(relatives.count == 4)
    #expect(relatives == relatives.sorted(by: >))
    // The same by hand.
    let other = Self.notebook()
    other.run("goto 4")
    let a = other.values("net.0.weight").map(Double.init)
    other.run("goto 12")
    let b = other.values("net.0.weight").map(Double.init)
    func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let expected = norm(zip(a, b).map { $0 - $1 }) / max(norm(a), norm(b))
    let row = try #require(table.rows.first { $0[0] == "net.0.weight" })
    #expect(abs((Double(row[3]) ?? 0) - expected) < 0.006 * expected)
    // The rows differ, so the batch does first.
    #expect(cell.recordedLines.last?.text.hasPrefix("first difference: instruction 1, x: ") == true)
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().run == before.run)
    #expect(notebook.snapshot().program == before.program)
  }

  @Test func aStepIsEqualToItself() {
    let notebook = Self.notebook()
    let lines = notebook.lines("compare 7 7 of=all")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("all ") && lines[1].hasSuffix(" tensors are the same, bit for bit"))
    #expect(lines[2] == "every instruction gave the same, bit for bit")
    #expect(notebook.lines("compare 0 0").contains("all 4 parameters are the same, bit for bit"))
    // Of the beginning there is nothing but what lasts.
    let start = notebook.lines("compare 0 12")
    #expect(start.contains("4 of 4 parameters differ"))
    #expect(!start.contains { $0.hasPrefix("first difference") })
  }

  @Test func otherKindsHaveALineOrATable() throws {
    let notebook = Self.notebook()
    let lines = notebook.lines("compare 4 12")
    for kind in ["states: ", "values: ", "gradients: "] {
      #expect(lines.contains { $0.hasPrefix(kind) }, "\(kind)")
    }
    let table = try #require(Self.table(notebook.apply("compare 4 12 of=gradients")))
    #expect(table.rows.contains { $0[0] == "net.0.weight.grad" })
    #expect(!table.rows.contains { $0[0] == "net.0.weight" })
  }

  @Test func networks() throws {
    let notebook = Notebook()
    notebook.run(
      "x = [[0.1, 0.2], [0.3, 0.1]]", "teacher = dense(4) | tanh | dense(3)",
      "student = dense(4) | tanh | dense(3)", "a = teacher(x)\nb = student(x)")
    #expect(notebook.lines("compare teacher student").contains("4 of 4 parameters differ"))
    notebook.run("set student = teacher")
    #expect(
      notebook.lines("compare teacher student").suffix(2) == [
        "all 4 parameters are the same, bit for bit",
        "every instruction gave the same, bit for bit",
      ])
    // One weight of the second layer: the first layer gives the same.
    notebook.run("set student.2.weight[1, 2] = 5")
    let cell = notebook.apply("compare teacher student")
    let table = try #require(Self.table(cell))
    #expect(table.rows.map { $0[0] } == ["2.weight"])
    #expect(table.rows[0][4] == "[1, 2]")
    #expect(table.rows[0][6] == "5")
    #expect(
      cell.recordedLines.last?.text.hasPrefix("first difference: instruction 4, 2.matmul: ")
        == true)
    // Parts of networks, other activations, other widths.
    #expect(notebook.lines("compare teacher.0 student.0").contains { $0.hasPrefix("all 2 ") })
    notebook.run("other = dense(4) | relu | dense(3)\nc = other(x)", "set other = teacher")
    let parted = notebook.lines("compare teacher other").last ?? ""
    #expect(parted.hasPrefix("first difference: instruction 3: 1 = tanh(0) in a and 1 = relu(0)"))
    notebook.run("wide = dense(8) | tanh | dense(3)\nd = wide(x)")
    #expect(
      notebook.lines("compare teacher wide").contains("0.weight: shape [4, 2] in a, [8, 2] in b"))
  }

  @Test func tensors() throws {
    let notebook = Notebook()
    notebook.run("a = [1, 2, 2]", "b = [1, 2, -2]", "c = [[1, 2]]")
    let table = try #require(Self.table(notebook.apply("compare a b")))
    #expect(table.rows == [["a", "3", "3", "1.33", "[2]", "2", "-2"]])
    #expect(notebook.lines("compare a a") == ["the one tensor is the same, bit for bit"])
    #expect(notebook.apply("compare a c").error?.message == "the shapes differ: [3] and [1, 2]")
  }

  @Test func savedSessions() {
    let folder = TemporaryFolder()
    func write(_ name: String, _ optimizer: String, _ net: String) {
      folder.write(
        "#@ nabla 1  seed 7\nx = xor().x\ny = reshape(xor().y, [4, 1])\nnet = \(net)\n"
          + "L = binary_cross_entropy(net(x), y)\ntrain L with \(optimizer) steps=20\n",
        name + ".nabla")
    }
    let net = "dense(4) | tanh | dense(1) | sigmoid"
    write("slow", "sgd(lr=0.1)", net)
    write("fast", "sgd(lr=0.5)", net)
    write("relu", "sgd(lr=0.5)", "dense(4) | relu | dense(1) | sigmoid")
    let notebook = Notebook()
    let digest = notebook.digest()
    func lines(_ a: String, _ b: String) -> [String] {
      notebook.lines("compare \"\(folder.path)/\(a)\" \"\(folder.path)/\(b)\"")
    }
    let rates = lines("slow", "fast")
    #expect(rates.first?.hasPrefix("a: slow, sgd(lr=0.1), 20 steps, L = ") == true)
    #expect(rates.contains("4 of 4 parameters differ"))
    // The first step sees the same weights: the second loss is the first that differs.
    #expect(rates.contains { $0.hasPrefix("the runs part in step 2: L ") })
    #expect(rates.last?.hasPrefix("first difference: instruction 2, net.0.matmul: ") == true)
    #expect(
      lines("slow", "slow").suffix(2) == [
        "the losses of all 20 common steps are the same",
        "every instruction gave the same, bit for bit",
      ])
    let nets = lines("fast", "relu")
    #expect(nets.contains { $0.hasPrefix("the runs part in step 1: L ") })
    #expect(
      nets.last
        == "first difference: instruction 4: net.1 = tanh(net.0) in a and net.1 = relu(net.0) in b")
    #expect(notebook.digest() == digest)
    #expect(notebook.snapshot().run == nil)
  }

  /// A session that compares itself with itself would never end.
  @Test func aSessionDoesNotCompareItself() {
    let folder = TemporaryFolder()
    folder.write("compare \"\(folder.path)/self\" \"\(folder.path)/self\"\n", "self.nabla")
    let notebook = Notebook()
    let cell = notebook.apply("compare \"\(folder.path)/self\" \"\(folder.path)/self\"")
    #expect(
      cell.error?.message.hasSuffix("a session that is compared cannot itself compare sessions")
        == true)
  }
}
