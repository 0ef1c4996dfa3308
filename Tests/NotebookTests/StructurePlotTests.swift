// Views of how a network is built: boxes and edges are those of the graph, numbers those of the
// tensors.

import Foundation
import Language
import Notebook
import Testing

@Suite struct StructurePlotTests {
  private func notebook(_ sources: String...) -> Notebook {
    let notebook = Notebook(seed: 7)
    for source in sources { notebook.run(source) }
    return notebook
  }

  private func content(_ notebook: Notebook, _ source: String) -> PlotOutput.Content? {
    let cell = notebook.apply(source)
    #expect(cell.error == nil, "\(cell.error?.message ?? "")")
    for output in cell.outputs {
      if case .plot(let plot) = output { return plot.content }
    }
    return nil
  }

  private func drawn(_ notebook: Notebook, _ source: String) -> NetworkDiagram? {
    guard case .network(let diagram)? = content(notebook, source) else { return nil }
    return diagram
  }

  /// Edges by the paths of their ends.
  private func edges(_ diagram: NetworkDiagram) -> Set<String> {
    Set(diagram.edges.map { "\(diagram.blocks[$0.from].path) \(diagram.blocks[$0.to].path)" })
  }

  private static let residual = """
    x = [[0.1, 0.9], [0.8, -0.2], [-0.5, 0.4]]
    y = [[1], [0], [1]]
    net = dense(4) | residual(dense(4) | relu | dense(4)) | dense(1)
    L = mean((net(x) - y) ** 2)
    """

  @Test func residualEdgesAreThoseOfTheGraph() throws {
    let notebook = notebook(Self.residual, "train L with sgd(lr=0.1) steps=2")
    let diagram = try #require(drawn(notebook, "graph net"))
    #expect(
      diagram.blocks.map(\.path) == [
        "x", "net.0", "net.1.0", "net.1.1", "net.1.2", "net.1", "net.2",
      ])
    #expect(diagram.blocks.map(\.role.rawValue)[5] == "sum")
    #expect(
      edges(diagram) == [
        "x net.0", "net.0 net.1.0", "net.1.0 net.1.1", "net.1.1 net.1.2", "net.1.2 net.1",
        "net.0 net.1", "net.1 net.2",
      ])
    #expect(diagram.blocks.map(\.parameters) == [0, 12, 20, 0, 20, 0, 5])
    #expect(diagram.parameters == 57)
    #expect(diagram.folds.isEmpty)
  }

  @Test func aResidualAroundOneLayerHasTwoBoxes() throws {
    let notebook = notebook("net = residual(dense(2))", "z = net([[1, 2]])")
    let diagram = try #require(drawn(notebook, "graph net"))
    #expect(diagram.blocks.map(\.role.rawValue) == ["input", "layer", "sum"])
    #expect(diagram.edges.count == 3)
  }

  @Test func edgesCarryWhatTheTensorsHold() throws {
    let notebook = notebook(Self.residual, "train L with sgd(lr=0.1) steps=2")
    let diagram = try #require(drawn(notebook, "graph net"))
    for path in ["net.0", "net.1.1", "net.2"] {
      let block = try #require(diagram.blocks.first { $0.path == path })
      let values = try #require(block.values)
      let mean = try #require(notebook.values("mean(\(path)(\(input(path))))").first)
      #expect(abs(values.mean - mean) < 1e-6)
      let norm = notebook.values("\(path)(\(input(path)))").reduce(0.0) {
        $0 + Double($1) * Double($1)
      }
      #expect(values.norm == Float(norm.squareRoot()))
      #expect(values.gradientNorm != nil)
    }
  }

  private func input(_ path: String) -> String {
    switch path {
    case "net.0": "x"
    case "net.1.1": "net.1.0(net.0(x))"
    default: "net.1(net.0(x))"
    }
  }

  @Test func insideAStepOnlyWhatIsComputedShows() throws {
    let notebook = notebook(
      Self.residual, "train L with sgd(lr=0.1) steps=1", "step", "step", "step")
    let diagram = try #require(drawn(notebook, "graph net"))
    #expect(diagram.blocks.first { $0.path == "net.0" }?.values != nil)
    #expect(diagram.blocks.first { $0.path == "net.0" }?.values?.gradientNorm == nil)
    #expect(diagram.blocks.first { $0.path == "net.2" }?.values == nil)
  }

  @Test func equalBlocksFoldAndOpen() throws {
    let notebook = notebook(
      "def block(d) = residual(layer_norm | dense(d)) | residual(dense(d) | tanh | dense(d))",
      "stack = chain([block(4) for i in 0..12])", "net = dense(4) | stack | dense(2)",
      "z = net([[1, 2, 3]])")
    let folded = try #require(drawn(notebook, "graph net"))
    #expect(folded.folds.map(\.count) == [12])
    #expect(folded.folds.first?.title == "stack.0 … stack.11")
    #expect(folded.folds.first?.isLoop == false)
    #expect(folded.blocks.count == 1 + 1 + 7 + 1)
    #expect(edges(folded).contains("net.0 stack.0.0.0"))
    #expect(edges(folded).contains("stack.0.1 net.2"))
    let open = try #require(drawn(notebook, "graph net unfold=true"))
    #expect(open.folds.isEmpty)
    #expect(open.blocks.count == 1 + 1 + 12 * 7 + 1)
    #expect(open.parameters == folded.parameters)
    #expect(open.parameters == open.blocks.reduce(0) { $0 + $1.parameters })
    let one = try #require(drawn(notebook, "graph stack.5"))
    #expect(one.blocks.count == 1 + 7)
    #expect(one.blocks.dropFirst().allSatisfy { $0.path.hasPrefix("stack.5") })
  }

  @Test func differentBlocksDoNotFold() throws {
    let notebook = notebook(
      "net = dense(4) | tanh | dense(5) | tanh | dense(6) | tanh", "z = net([[1, 2, 3]])")
    #expect(try #require(drawn(notebook, "graph net")).folds.isEmpty)
  }

  @Test func theSameCellAgainAndAgainIsALoop() throws {
    let notebook = notebook(
      "x = [[1, 2], [3, 4], [5, 6], [7, 8]]", "c = rnn_cell(3)", "h = c(x[0])",
      "for i in 1..4 { h = c(x[i], h) }")
    let diagram = try #require(drawn(notebook, "graph h"))
    let fold = try #require(diagram.folds.first)
    #expect(fold.isLoop)
    #expect(diagram.parameters == 2 * 3 + 3 * 3 + 6)
  }

  @Test func branchesOfAFunctionAreBranches() throws {
    let notebook = notebook(
      "left = dense(3)", "right = dense(3)", "def both(x) = left(x) * right(x)",
      "net = layer(both) | dense(1)", "z = net([[1, 2]])")
    let diagram = try #require(drawn(notebook, "graph net"))
    let found = edges(diagram)
    #expect(found.contains("numbers left"))
    #expect(found.contains("numbers right"))
    let product = try #require(diagram.blocks.first { $0.kind == "mul" })
    #expect(found.contains("left \(product.path)"))
    #expect(found.contains("right \(product.path)"))
  }

  @Test func aLossReachesDownToTheData() throws {
    let notebook = notebook(Self.residual)
    let diagram = try #require(drawn(notebook, "graph L"))
    #expect(diagram.blocks.filter { $0.role == .input }.map(\.path).sorted() == ["x", "y"])
    #expect(diagram.blocks.last?.shape == [])
    // Every box but the last is read by another one.
    let read = Set(diagram.edges.map(\.from))
    #expect(diagram.blocks.indices.dropLast().allSatisfy(read.contains))
  }

  @Test func theDiagramFollowsTheTraining() throws {
    let notebook = notebook(Self.residual, "train L with sgd(lr=0.1) steps=1", "graph net")
    let before = notebook.snapshot().plots
    notebook.run("train 1")
    let after = notebook.snapshot().plots
    #expect(before.map(\.title) == ["graph(net)"])
    #expect(before != after)
    notebook.run("unplot graph(net)")
    #expect(notebook.snapshot().plots.isEmpty)
    notebook.run("undo")
    #expect(notebook.snapshot().plots.count == 1)
  }

  @Test func theTableHasTheNormsOfTheTensors() throws {
    let notebook = notebook(Self.residual, "train L with sgd(lr=0.1) steps=2")
    guard case .layers(let table)? = content(notebook, "plot layers(net)") else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map(\.path) == ["net.0", "net.1.0", "net.1.1", "net.1.2", "net.2"])
    #expect(table.parameters == 57)
    func norm(_ names: String...) -> Float {
      let squares = names.flatMap { notebook.values($0) }.reduce(0.0) {
        $0 + Double($1) * Double($1)
      }
      return Float(squares.squareRoot())
    }
    let weight = try #require(table.rows[0].weightNorm)
    let gradient = try #require(table.rows[0].gradientNorm)
    let (w, g) = (norm("net.0.weight", "net.0.bias"), norm("net.0.weight.grad", "net.0.bias.grad"))
    #expect(abs(weight - w) <= 1e-6 * w)
    #expect(abs(gradient - g) <= 1e-6 * g)
    let relu = notebook.tensor("net.1.1(net.1.0(net.0(x)))")
    let dead = (0..<4).count { unit in (0..<3).allSatisfy { relu.values[4 * $0 + unit] <= 0 } }
    #expect(table.rows[2].dead == Float(dead) / 4)
    #expect(table.rows[0].dead == nil)
  }

  @Test func aNeuronsNumbersMakeItsSum() throws {
    let notebook = notebook(
      "x = [[0.1, 0.9, -2], [0.8, -0.2, 1.5]]", "net = dense(4) | tanh", "z = net(x)")
    guard case .neuron(let neuron)? = content(notebook, "plot neuron(net.0, 2, row=1)") else {
      Issue.record("no neuron")
      return
    }
    #expect(neuron.inputs.map(\.value) == Array(notebook.values("x[1]")))
    #expect(neuron.inputs.map(\.weight) == notebook.values("net.0.weight[2]"))
    for input in neuron.inputs { #expect(input.product == input.value * input.weight) }
    #expect(neuron.bias == notebook.values("net.0.bias[2]").first)
    #expect(neuron.sum == notebook.values("net.0(x)[1, 2]").first)
    #expect(neuron.output == notebook.values("z[1, 2]").first)
    #expect(neuron.activation == "tanh")
    let total = neuron.inputs.reduce(Double(neuron.bias ?? 0)) { $0 + Double($1.product) }
    #expect(abs(total - Double(neuron.sum)) < 1e-6)
  }

  @Test func aNeuronCanBeWrittenAsAFormula() throws {
    let notebook = notebook(
      "x = [[0.5, 7], [1, 5]]", "w = param([2, 1], init=normal(0, 1))", "b = param([1], init=ones)",
      "z = x @ w + b", "a = sigmoid(z)")
    guard case .neuron(let neuron)? = content(notebook, "plot neuron(z, 0, row=1)") else {
      Issue.record("no neuron")
      return
    }
    #expect(neuron.inputs.map(\.value) == [1, 5])
    #expect(neuron.inputs.map(\.weight) == notebook.values("w"))
    #expect(neuron.bias == 1)
    #expect(neuron.output == notebook.values("a[1, 0]").first)
    #expect(neuron.activation == "sigmoid")
    let total = neuron.inputs.reduce(1.0) { $0 + Double($1.product) }
    #expect(abs(total - Double(neuron.sum)) < 1e-5)
  }

  @Test func ofManyInputsTheRestIsAddedUp() throws {
    let notebook = notebook("net = dense(2)", "x = [[0.1 * i for i in 0..100]]", "z = net(x)")
    guard case .neuron(let neuron)? = content(notebook, "plot neuron(net, 0)") else {
      Issue.record("no neuron")
      return
    }
    #expect(neuron.others > 0)
    #expect(neuron.inputs.count + neuron.others == 100)
    let total =
      neuron.inputs.reduce(Double(neuron.bias ?? 0)) { $0 + Double($1.product) }
      + Double(neuron.rest)
    #expect(abs(total - Double(neuron.sum)) < 1e-4)
  }

  private func gates(
    _ notebook: Notebook
  ) throws -> [String: [Float]] {
    guard case .gates(let gates)? = content(notebook, "plot gates(net)") else { return [:] }
    #expect(gates.units == 4 && gates.times.count == 3)
    return Dictionary(uniqueKeysWithValues: gates.strips.map { ($0.symbol, $0.values) })
  }

  /// Units by time, as strips are, of `[t, units]`.
  private func transposed(_ values: [Float]) -> [Float] {
    (0..<12).map { values[$0 % 3 * 4 + $0 / 3] }
  }

  @Test func gatesOfAnLSTMAreTheProgramsOwn() throws {
    let notebook = notebook(
      "x = [[[0.1], [0.9], [-2]], [[1], [2], [3]]]", "net = lstm(4)", "states, h, c = net(x)")
    let strips = try gates(notebook)
    func all(_ name: String) throws -> [Float] { try #require(strips[name]) }
    let (f, i, o) = (try all("f"), try all("i"), try all("o"))
    let (g, c, h) = (try all("g"), try all("c"), try all("h"))
    #expect(h == transposed(notebook.values("states[0]")))
    #expect((0..<4).map { c[$0 * 3 + 2] } == notebook.values("c[0, 0]"))
    for unit in 0..<4 {
      for time in 0..<3 {
        let place = unit * 3 + time
        let before = time == 0 ? 0 : c[place - 1]
        // The same operations, so the same bits.
        #expect(c[place] == f[place] * before + i[place] * g[place])
        #expect(abs(h[place] - o[place] * Float(tanh(Double(c[place])))) < 1e-6)
      }
    }
  }

  @Test func gatesOfAGRUAreTheProgramsOwn() throws {
    let notebook = notebook(
      "x = [[[0.1], [0.9], [-2]], [[1], [2], [3]]]", "net = gru(4)", "states, h = net(x)")
    let strips = try gates(notebook)
    func all(_ name: String) throws -> [Float] { try #require(strips[name]) }
    let (z, n, h) = (try all("z"), try all("n"), try all("h"))
    #expect(h == transposed(notebook.values("states[0]")))
    #expect(strips["r"]?.allSatisfy { $0 > 0 && $0 < 1 } == true)
    for place in 0..<12 {
      let before = place % 3 == 0 ? 0 : h[place - 1]
      #expect(h[place] == n[place] + z[place] * (before - n[place]))
    }
  }

  @Test func timeStepsAreTheProgramsOwn() throws {
    let notebook = notebook(
      "x = [[[0.1], [0.9], [-2]], [[1], [2], [3]]]", "y = [[0, 1, 0], [1, 0, 1]]",
      "net = rnn(4) | dense(2)", "z = net(x)", "L = cross_entropy(z, y)",
      "train L with sgd(lr=0.1) steps=0")
    guard case .unrolled(let picture)? = content(notebook, "plot unrolled(net)") else {
      Issue.record("no time steps")
      return
    }
    #expect(picture.weights.map(\.symbol) == ["W", "U", "V"])
    #expect(picture.weights.map(\.shape) == [[4, 1], [4, 4], [2, 4]])
    #expect(picture.steps.flatMap(\.x) == notebook.values("x[0]"))
    #expect(picture.steps.compactMap(\.y).flatMap { $0 } == notebook.values("z[0]"))
    notebook.run("states, last = net.0(x)")
    #expect(picture.steps.flatMap(\.h) == notebook.values("states[0]"))
    // −log p of each step's own class; their mean over both sequences is the loss.
    let p = notebook.values("log_softmax(z[0])")
    let losses = try picture.steps.map { try #require($0.loss) }
    #expect(losses == [-p[0], -p[3], -p[4]])
  }
}
