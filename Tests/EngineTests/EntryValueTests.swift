// Functions of the catalogue whose results are plain to see, and the gradients at the places where
// the derivative is not what a formula gives.

import Engine
import TestSupport
import Testing

@Suite struct EntryValueTests {
  private let graph = Graph(seed: 5)

  private func tensor(_ rows: [[Float]]) -> ArgumentValue {
    .tensor(
      graph.constant(
        Tensor(shape: [rows.count, rows.first?.count ?? 0], values: rows.flatMap { $0 })))
  }

  private func vector(_ values: Float...) -> ArgumentValue {
    .tensor(graph.constant(Tensor(shape: [values.count], values: values)))
  }

  /// The values of every result.
  private func values(
    _ name: String, _ positional: [ArgumentValue],
    _ keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws -> [Tensor] {
    let nodes = try EntryCalls.call(
      name, positional, keywords.map { ($0.key, $0.value) }, in: graph)
    let found = try MachineValues.of(nodes, graph)
    return zip(nodes, found).map { Tensor(shape: graph.shape($0), values: $1) }
  }

  private func value(
    _ name: String, _ positional: [ArgumentValue],
    _ keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws -> [Float] { try #require(try values(name, positional, keywords).first).values }

  @Test func everyNameIsThereOnce() {
    let names = Entries.all.map(\.descriptor.name)
    let counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    #expect(counts.filter { $0.value > 1 }.map(\.key).sorted() == [])
  }

  @Test func shapesAreRearranged() throws {
    let x = tensor([[1, 2, 3], [4, 5, 6]])
    #expect(try values("unsqueeze", [x, .number(1)])[0].shape == [2, 1, 3])
    #expect(try values("squeeze", [tensor([[1, 2]])])[0].shape == [2])
    #expect(try values("squeeze", [x, .number(0)])[0].shape == [2, 3])
    #expect(try value("roll", [vector(1, 2, 3, 4), .number(1)]) == [4, 1, 2, 3])
    #expect(try value("roll", [x, .number(-1)]) == [2, 3, 4, 5, 6, 1])
    #expect(try value("roll", [x, .number(4), .number(1)]) == [3, 1, 2, 6, 4, 5])
    #expect(try value("repeat", [vector(1, 2), EntryCalls.list([2])]) == [1, 2, 1, 2])
    #expect(
      try value("tile", [tensor([[1, 2]]), EntryCalls.list([2, 2])]) == [1, 2, 1, 2, 1, 2, 1, 2])
    #expect(try value("flip", [x]) == [6, 5, 4, 3, 2, 1])
    #expect(try value("transpose", [x]) == [1, 4, 2, 5, 3, 6])
    #expect(try value("expand_as", [vector(7), x]) == Array(repeating: 7, count: 6))
    #expect(
      try value("pad", [vector(1, 2, 3), EntryCalls.list([2, 3])], ["mode": .text("circular")])
        == [2, 3, 1, 2, 3, 1, 2, 3])
  }

  @Test func partsOfAnAxis() throws {
    let x = tensor([[1, 2], [3, 4], [5, 6]])
    #expect(try values("chunk", [x, .number(2)]).map(\.values) == [[1, 2, 3, 4], [5, 6]])
    #expect(try values("chunk", [x, .number(5)]).map(\.values) == [[1, 2], [3, 4], [5, 6]])
    #expect(try values("unbind", [x, .number(1)]).map(\.values) == [[1, 3, 5], [2, 4, 6]])
    #expect(try value("narrow", [x, .number(0), .number(-2), .number(1)]) == [3, 4])
    #expect(try value("select", [x, .number(1), .number(-1)]) == [2, 4, 6])
    #expect(
      try value("slice", [x], ["end": .number(-1), "axis": .number(0)]) == [1, 2, 3, 4])
  }

  @Test func filled() throws {
    #expect(try value("full", [EntryCalls.list([2, 2]), .number(0.5)]) == [0.5, 0.5, 0.5, 0.5])
    #expect(try value("eye", [.number(2)]) == [1, 0, 0, 1])
    #expect(
      try values("eye", [.number(1), .number(3)])[0] == Tensor(shape: [1, 3], values: [1, 0, 0]))
    #expect(try value("arange", [.number(3)]) == [0, 1, 2])
    #expect(try value("arange", [.number(1), .number(2), .number(0.25)]) == [1, 1.25, 1.5, 1.75])
    #expect(try value("arange", [.number(3), .number(0), .number(-2)]) == [3, 1])
    #expect(try value("linspace", [.number(-1), .number(1), .number(5)]) == [-1, -0.5, 0, 0.5, 1])
    #expect(try value("linspace", [.number(3), .number(9), .number(1)]) == [3])
    #expect(try value("zeros_like", [vector(3, 4)]) == [0, 0])
    #expect(try value("ones_like", [vector(3, 4)]) == [1, 1])
    #expect(try value("diag", [vector(1, 2)]) == [1, 0, 0, 2])
    #expect(try value("diag", [vector(1), .number(-1)]) == [0, 0, 1, 0])
    #expect(try value("diag", [tensor([[1, 2], [3, 4]]), .number(1)]) == [2])
  }

  @Test func truths() throws {
    let (a, b) = (vector(0, 0, 2, .nan), vector(0, 3, -1, 1))
    #expect(try value("logical_and", [a, b]) == [0, 0, 1, 1])
    #expect(try value("logical_or", [a, b]) == [0, 1, 1, 1])
    #expect(try value("logical_xor", [a, b]) == [0, 1, 0, 0])
    #expect(try value("logical_not", [a]) == [1, 1, 0, 0])
    let c = vector(.nan, .infinity, -.infinity, 1)
    #expect(try value("isnan", [c]) == [1, 0, 0, 0])
    #expect(try value("isinf", [c]) == [0, 1, 1, 0])
    #expect(try value("isfinite", [c]) == [0, 0, 0, 1])
    #expect(try value("any", [tensor([[0, 0], [0, 1]])], ["axis": .number(1)]) == [0, 1])
    #expect(try value("all", [tensor([[1, 1], [0, 1]])]) == [0])
    #expect(try value("floor_divide", [vector(7, -7), .number(2)]) == [3, -4])
    #expect(try value("remainder", [vector(7, -7), .number(4)]) == [3, 1])
    #expect(try value("lt", [a, b]) == [0, 1, 0, 0])
  }

  @Test func order() throws {
    let x = tensor([[3, 1, 2, 1]])
    #expect(try values("sort", [x]).map(\.values) == [[1, 1, 2, 3], [1, 3, 2, 0]])
    #expect(
      try values("sort", [x], ["descending": .flag(true)]).map(\.values) == [
        [3, 2, 1, 1], [0, 2, 1, 3],
      ])
    let odd = vector(.nan, 1, -.infinity, .infinity)
    #expect(try value("argsort", [odd]) == [2, 1, 3, 0])
    #expect(try value("argsort", [odd], ["descending": .flag(true)]) == [0, 3, 1, 2])
    #expect(try values("topk", [x, .number(0)]).map(\.shape) == [[1, 0], [1, 0]])
    #expect(try values("max", [x]).map(\.values) == [[3]])
    #expect(try values("min", [x], ["axis": .number(1)]).map(\.values) == [[1], [1]])
    #expect(
      try values("max", [x], ["dim": .number(0), "keepdim": .flag(true)])[1].shape == [1, 4])
    #expect(try value("argmax", [tensor([[1, 2], [9, 3]])]) == [2])
    #expect(
      try values("argmin", [x], ["keepdim": .flag(true)])[0] == Tensor(shape: [1, 1], values: [1]))
    // Long rows are merged right.
    let long = (0..<1000).map { Float(($0 * 7919) % 1000) }
    let node = graph.constant(Tensor(shape: [1000], values: long))
    #expect(try value("sort", [.tensor(node)]) == (0..<1000).map(Float.init))
  }

  @Test func placesByIndex() throws {
    let zeros = vector(0, 0, 0)
    let index = vector(0, 2, 2, 7)
    let source = vector(1, 2, 3, 4)
    #expect(try value("scatter_add", [zeros, .number(0), index, source]) == [1, 0, 5])
    #expect(try value("scatter", [zeros, .number(0), index, source]) == [1, 0, 3])
    #expect(try value("index_add", [zeros, .number(0), index, source]) == [1, 0, 5])
    let gathered = try value("gather", [source, .number(0), index])
    #expect(Array(gathered.prefix(3)) == [1, 3, 3] && gathered[3].isNaN)
    let selected = try value("index_select", [source, .number(0), vector(-1, 3)])
    #expect(selected[0].isNaN && selected[1] == 4)
    #expect(try value("where", [vector(1, 0), vector(5, 6), .number(-1)]) == [5, -1])
  }

  @Test func productsOfVectors() throws {
    #expect(try value("dot", [vector(1, 2), vector(3, 4)]) == [11])
    #expect(try value("outer", [vector(1, 2), vector(3, 4)]) == [3, 4, 6, 8])
    let (a, b) = (tensor([[1, 2], [3, 4]]), tensor([[5, 6], [7, 8]]))
    let product = try value("matmul", [a, b])
    for equation in ["ij,jk->ik", "ij,jk", "ij, jk -> ik"] {
      #expect(try value("einsum", [.text(equation), a, b]) == product)
    }
    #expect(try value("einsum", [.text("ij,jk->ki"), a, b]) == [19, 43, 22, 50])
    #expect(try value("einsum", [.text("ij,ij->"), a, b]) == [70])
    #expect(try value("einsum", [.text("ij->j"), a]) == [4, 6])
    #expect(try value("einsum", [.text("i,j,k->"), vector(1, 2), vector(3), vector(4)]) == [36])
  }

  @Test func limitsOfReductions() throws {
    let inf = Float.infinity
    #expect(try value("logsumexp", [vector(1000, 1000)])[0] == 1000 + 0.6931472)
    #expect(try value("logsumexp", [vector(-inf, -inf)]) == [-inf])
    #expect(try value("logsumexp", [vector(-inf, 3)]) == [3])
    #expect(try value("logsumexp", [vector(inf, 3)]) == [inf])
    #expect(try value("logsumexp", [vector(.nan, 3)])[0].isNaN)
    #expect(try value("var", [vector(3)])[0].isNaN)
    #expect(try value("var", [vector(3)], ["unbiased": .flag(false)]) == [0])
    #expect(try value("prod", [vector()]) == [1])
    #expect(try value("norm", [vector(3, -4)], ["p": .text("inf")]) == [4])
    #expect(try value("norm", [vector(3, 0, -4)], ["p": .number(0)]) == [2])
    #expect(
      try value("sum", [tensor([[1, 2], [3, 4]])], ["dim": EntryCalls.list([0, 1])]) == [10])
    #expect(try value("softmax", [vector(0, 0)], ["temperature": .number(3)]) == [0.5, 0.5])
  }

  // MARK: Gradients

  private func gradient(
    of name: String, at values: [Float], _ keywords: KeyValuePairs<String, ArgumentValue> = [:]
  ) throws -> [Float] {
    let x = try GoldenGraph.parameter(
      graph, "x", Tensor(shape: [values.count], values: values))
    let y = try #require(
      try EntryCalls.call(name, [.tensor(x)], keywords.map { ($0.key, $0.value) }, in: graph)
        .first)
    let gradient = try graph.gradients(of: try graph.add(Sum(), [y]), for: [x])[x]
    return try gradient.map { try MachineValues.of([$0], graph)[0] } ?? []
  }

  @Test func derivativesWhereTheFormulaHasNone() throws {
    #expect(try gradient(of: "norm", at: [0, 0]) == [0, 0])
    #expect(try gradient(of: "norm", at: [0, 0], ["p": .number(3)]) == [0, 0])
    #expect(try gradient(of: "std", at: [2, 2, 2]) == [0, 0, 0])
    #expect(try gradient(of: "prod", at: [0, 3, 4]) == [12, 0, 0])
    #expect(try gradient(of: "prod", at: [0, 3, 0]) == [0, 0, 0])
    #expect(try gradient(of: "cumprod", at: [2, 0, 4]) == [1, 10, 0])
    #expect(
      try gradient(of: "logsumexp", at: [-.infinity, -.infinity]) == [0, 0])
    #expect(try gradient(of: "logsumexp", at: [-.infinity, 1]) == [0, 1])
    // The first of equal elements was chosen; it has the gradient.
    #expect(try gradient(of: "max", at: [5, 1, 5], ["axis": .number(0)]) == [1, 0, 0])
    #expect(try gradient(of: "clamp", at: [-1, 0, 1], ["min": .number(0)]) == [0, 0, 1])
    #expect(try gradient(of: "floor", at: [0.5, 1]) == [0, 0])
  }

  @Test func stoppedGradients() throws {
    #expect(try gradient(of: "stop_gradient", at: [1, 2]) == [])
    #expect(try gradient(of: "detach", at: [1, 2]) == [])
    let x = try GoldenGraph.parameter(graph, "s", Tensor(shape: [2], values: [0.2, 0.9]))
    let hard = try EntryCalls.call("round", x, in: graph)
    let y = try EntryCalls.call("straight_through", hard, x, in: graph)
    let squares = try graph.add(Sum(), [try graph.add(Square(), [y])])
    let gradient = try #require(try graph.gradients(of: squares, for: [x])[x])
    #expect(try MachineValues.of([y, gradient], graph) == [[0, 1], [0, 2]])
    // x · stop(x): only the first factor counts.
    let product = try graph.add(
      Multiply(), [x, try EntryCalls.call("stop_gradient", x, in: graph)])
    let half = try #require(
      try graph.gradients(of: try graph.add(Sum(), [product]), for: [x])[x])
    #expect(try MachineValues.of([half], graph) == [[0.2, 0.9]])
  }
}
