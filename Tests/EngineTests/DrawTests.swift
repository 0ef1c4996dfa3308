// Random draws: the same step gives the same numbers, another step, place or seed others; no gradient
// flows; the distributions are what they say.

import Engine
import TestSupport
import Testing

@Suite struct DrawTests {
  /// The values of nodes at a training step.
  private func values(_ nodes: [Node], _ graph: Graph, step: Int = 0) throws -> [[Float]] {
    let program = graph.compile(nodes)
    let machine = try Machine(program, keepsHistory: false)
    machine.look(atStep: step)
    return try nodes.map { machine.held(try #require(program.slot(of: $0))).values }
  }

  private static let distributions: [Draw.Distribution] = [
    .uniform(low: -1, high: 3), .normal(mean: 1, deviation: 2), .bernoulli(0.3), .dropout(0.25),
    .gumbel, .integers(low: -2, high: 5),
  ]

  @Test func stepsPlacesAndSeeds() throws {
    for distribution in Self.distributions {
      let graph = Graph(seed: 9)
      let draw = try graph.draw(distribution, shape: [40, 10])
      let again = try graph.draw(distribution, shape: [40, 10])
      let first = try values([draw, again], graph)
      #expect(try values([draw, again], graph) == first)
      #expect(first[0] != first[1])
      #expect(try values([draw], graph, step: 1)[0] != first[0])
      #expect(try values([draw], graph, step: 0)[0] == first[0])
      let other = Graph(seed: 10)
      #expect(try values([try other.draw(distribution, shape: [40, 10])], other)[0] != first[0])
      // A longer draw begins with the same numbers: the element is the key.
      let same = Graph(seed: 9)
      let longer = try same.draw(distribution, shape: [50, 10])
      #expect(Array(try values([longer], same)[0].prefix(400)) == first[0])
    }
  }

  /// What is drawn elsewhere changes nothing; the place is named by the scope.
  @Test func placesAreOfTheirScope() throws {
    func drawn(_ before: Bool) throws -> [Float] {
      let graph = Graph(seed: 4)
      if before { _ = try graph.draw(.gumbel, shape: [3]) }
      let node = try graph.scoped("net.1") { () throws(EngineError) in
        try graph.draw(.gumbel, shape: [3])
      }
      let draw = try #require(graph[node].operation as? Draw)
      #expect(draw.source.place == "net.1.gumbel.0")
      return try values([node], graph)[0]
    }
    #expect(try drawn(true) == drawn(false))
  }

  /// A cell that failed leaves no trace: the next draw has the number that it would have had.
  @Test func rolledBack() throws {
    let graph = Graph(seed: 4)
    let checkpoint = graph.checkpoint()
    let first = try values([try graph.draw(.gumbel, shape: [3])], graph)
    graph.rollBack(to: checkpoint)
    #expect(try values([try graph.draw(.gumbel, shape: [3])], graph) == first)
  }

  /// 20,000 numbers: means within five standard errors.
  @Test func means() throws {
    let graph = Graph(seed: 2)
    let count = 20_000
    for (distribution, mean, deviation) in [
      (.uniform(low: -1, high: 3), 1, 4 / 12.0.squareRoot()),
      (.normal(mean: 1, deviation: 2), 1, 2), (.bernoulli(0.3), 0.3, 0.21.squareRoot()),
      (.dropout(0.25), 1, (1 / 3.0).squareRoot()),
      (.gumbel, 0.57721566, Double.pi / 6.0.squareRoot()),
      (.integers(low: -2, high: 5), 1, 2),
    ] as [(Draw.Distribution, Double, Double)] {
      let x = try values([try graph.draw(distribution, shape: [count])], graph)[0]
        .map(Double.init)
      let found = x.reduce(0, +) / Double(count)
      let spread = (x.reduce(0) { $0 + ($1 - found) * ($1 - found) } / Double(count)).squareRoot()
      #expect(abs(found - mean) < 5 * deviation / Double(count).squareRoot(), "\(distribution)")
      #expect(abs(spread / deviation - 1) < 0.05, "\(distribution)")
    }
  }

  @Test func ranges() throws {
    let graph = Graph(seed: 2)
    let uniforms = try values([try graph.draw(.uniform(low: 2, high: 3), shape: [999])], graph)[0]
    #expect(uniforms.allSatisfy { $0 >= 2 && $0 < 3 })
    let integers = try values([try graph.draw(.integers(low: -1, high: 2), shape: [99])], graph)[0]
    #expect(Set(integers) == [-1, 0, 1])
    #expect(Set(try values([try graph.draw(.dropout(0.5), shape: [99])], graph)[0]) == [0, 2])
    #expect(Set(try values([try graph.draw(.dropout(1), shape: [99])], graph)[0]) == [0])
    #expect(Set(try values([try graph.draw(.bernoulli(1), shape: [99])], graph)[0]) == [1])
    #expect(Set(try values([try graph.draw(.bernoulli(0), shape: [99])], graph)[0]) == [0])
  }

  @Test func categorical() throws {
    let graph = Graph(seed: 3)
    let rows = 4000
    let p: [Float] = [0, 1, 2, 5]
    let weights = graph.constant(
      Tensor(shape: [rows, 4], values: (0..<rows).flatMap { _ in p }))
    let draws = try values([try EntryCalls.call("categorical", weights, in: graph)], graph)[0]
    for (index, weight) in p.enumerated() {
      let share = Double(draws.filter { $0 == Float(index) }.count) / Double(rows)
      #expect(abs(share - Double(weight) / 8) < 0.04, "\(index)")
    }
    // Certain rows; rows that hold no probabilities.
    let odd = graph.constant(
      Tensor(shape: [5, 2], values: [0, 1, 1e30, 0, 0, 0, -1, 2, .nan, 1]))
    let found = try values([try EntryCalls.call("categorical", odd, in: graph)], graph)[0]
    #expect(Array(found.prefix(2)) == [1, 0] && found[2...].allSatisfy(\.isNaN))
    let logits = graph.constant(Tensor(shape: [2, 3], values: [0, 100, 0, 100, 0, 0]))
    let chosen = try EntryCalls.call(
      "categorical", [], [("logits", .tensor(logits))], in: graph)
    #expect(try values(chosen, graph) == [[1, 0]])
  }

  @Test func otherDraws() throws {
    let graph = Graph(seed: 3)
    let order = try EntryCalls.call("randperm", [.number(50)], in: graph)
    let found = try values(order, graph)[0]
    #expect(found.sorted() == (0..<50).map(Float.init) && found != found.sorted())
    #expect(try values(order, graph, step: 3)[0] != found)
    let p = graph.constant(Tensor(shape: [4], values: [0, 1, 0.5, 2]))
    let coins = try values([try EntryCalls.call("bernoulli", p, in: graph)], graph)[0]
    #expect(coins[0] == 0 && coins[1] == 1 && coins[3].isNaN)
    let weights = graph.constant(Tensor(shape: [3], values: [0, 0.5, 0.5]))
    let two = try EntryCalls.call("multinomial", [.tensor(weights), .number(2)], in: graph)
    #expect(Set(try values(two, graph)[0]) == [1, 2])
    let many = try EntryCalls.call(
      "multinomial", [.tensor(weights), .number(9), .flag(true)], in: graph)
    #expect(try values(many, graph)[0].allSatisfy { $0 == 1 || $0 == 2 })
    #expect(graph.shape(many[0]) == [9])
  }

  @Test func noGradient() throws {
    let graph = Graph(seed: 1)
    let x = try GoldenGraph.parameter(graph, "x", Tensor(shape: [3], values: [0.2, 0.5, 0.7]))
    for draw in [
      try graph.draw(.normal(mean: 0, deviation: 1), like: x),
      try EntryCalls.call("bernoulli", x, in: graph),
      try EntryCalls.call("categorical", x, in: graph),
    ] {
      let loss = try graph.add(Sum(), [draw])
      #expect(try graph.gradients(of: loss, for: [x])[x] == nil)
    }
    // Noise that is added or multiplied lets the gradient through.
    let noise = try graph.draw(.dropout(0.5), like: x)
    let loss = try graph.add(Sum(), [try graph.add(Multiply(), [x, noise])])
    let gradient = try #require(try graph.gradients(of: loss, for: [x])[x])
    let found = try values([gradient, noise], graph)
    #expect(found[0] == found[1])
  }

  /// The kernel, the definition and the stream say the same.
  @Test func definitions() throws {
    let graph = Graph(seed: 6)
    for distribution in Self.distributions {
      for extent in [0, 1, 3, 255, 256, 257, 600] {
        let node = try graph.draw(distribution, shape: [extent])
        let expected = graph[node].operation.reference([], shape: [extent])
        #expect(try values([node], graph)[0].map(Double.init) == expected)
      }
    }
    let stream = RandomStream(seed: 1, stream: 2, step: 3)
    for count in [0, 1, 2, 255, 256, 257, 511] {
      var buffer = [Float](repeating: 9, count: count)
      buffer.withUnsafeMutableBufferPointer { stream.fill(normals: $0) }
      #expect(buffer == stream.normals(count: count))
      buffer.withUnsafeMutableBufferPointer { stream.fill(permutation: $0) }
      #expect(buffer == stream.permutation(count: count).map(Float.init))
      buffer.withUnsafeMutableBufferPointer { stream.fill($0, integersFrom: 3, to: 10) }
      #expect(buffer == (0..<count).map { Float(3 + stream.integer(at: $0, below: 7)) })
    }
  }

  /// `like` follows the short last batch of an epoch, and each step draws anew.
  @Test func shortBatches() throws {
    let graph = Graph(seed: 0)
    let source = BatchSource(
      name: "s", columns: [Tensor(shape: [5, 2], repeating: 1)],
      schedule: try BatchSchedule(rows: 5, size: 3, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let noise = try graph.draw(.uniform(low: 0, high: 1), like: x)
    let program = graph.compile([noise])
    let machine = try Machine(program, keepsHistory: false)
    let slot = try #require(program.slot(of: noise))
    machine.look(atStep: 0)
    let full = machine.held(slot)
    machine.look(atStep: 1)
    let short = machine.held(slot)
    #expect(full.shape == [3, 2] && short.shape == [2, 2])
    #expect(Array(full.values.prefix(4)) != short.values)
  }

  /// Names that are initial values as well: a shape or `like` asks for a tensor.
  @Test func namesWithTwoMeanings() throws {
    let graph = Graph(seed: 0)
    let x = graph.constant(Tensor(shape: [2, 2], repeating: 7))
    func made(
      _ name: String, _ positional: [ArgumentValue],
      _ keywords: [(String, ArgumentValue)] = []
    ) throws -> [Float]? {
      let entry = try #require(EntryCalls.entries[name])
      let node = try entry.overloaded(positional: positional, keywords: keywords, graph: graph)
      return try node.map { try values([$0], graph)[0] }
    }
    #expect(try made("zeros", [EntryCalls.list([2])]) == [0, 0])
    #expect(try made("ones", [], [("like", .tensor(x))]) == [1, 1, 1, 1])
    #expect(try made("uniform", [EntryCalls.list([3]), .number(5), .number(6)])?.count == 3)
    #expect(try made("uniform", [.number(-1), .number(1)]) == nil)
    #expect(try made("normal", []) == nil)
    #expect(try made("normal", [], [("like", .tensor(x)), ("std", .number(0))]) == [0, 0, 0, 0])
    #expect(try made("zeros", []) == nil)
    #expect(try made("constant", [EntryCalls.list([3])]) == nil)
    expectError("normal: 'std' must be at least 0, not -1") {
      _ = try made("normal", [EntryCalls.list([3])], [("std", .number(-1))])
    }
  }
}
