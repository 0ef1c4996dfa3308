// The rectifier that learns its slope, as a layer and as a function of the same name.

import Engine
import Testing

struct PReLUTests {
  @Test func aLayerWithAWeight() throws {
    let graph = Graph(seed: 1)
    let x = graph.tensor([2, 3], [-1, 2, -3, 4, -5, 6])
    let layer = PReLU(3, initialSlope: 0.5)
    let y = try layer(x)
    #expect(try y.value().values == [-0.5, 2, -1.5, 4, -2.5, 6])
    #expect(graph.parameters(of: layer).map(\.path) == ["prelu.weight"])
    #expect(graph.parameters(of: layer).map(\.shape) == [[3]])
    // The slope's gradient is the sum of the negative inputs of its channel.
    let weight = try #require(graph.parameterNode(of: layer, "weight"))
    let gradient = try y.call("sum").gradient(of: Symbol(weight, in: graph))
    #expect(try gradient.value().values == [-1, -5, -3])
  }

  @Test func oneNameTwoMeanings() throws {
    let graph = Graph(seed: 1)
    let entry = try #require(EntryCalls.entries["prelu"])
    guard case .layer(let make) = entry.maker else {
      Issue.record("prelu makes no layer")
      return
    }
    let layer = try make(
      try Arguments(entry.descriptor, positional: [.number(2)], keywords: [], graph: graph))
    #expect((layer as? PReLU)?.slopes == 2)
    let x = graph.tensor([2], [-2, 2])
    let y = try EntryCalls.call(
      "prelu", x.node, graph.constant(0.25), in: graph)
    #expect(try Symbol(y, in: graph).value().values == [-0.5, 2])
  }

  @Test func channelsMustFit() throws {
    let graph = Graph(seed: 1)
    let x = graph.tensor([2, 2], [1, 2, 3, 4])
    let error = #expect(throws: EngineError.self) { _ = try PReLU(3)(x) }
    #expect(error?.message == "prelu: weight [3] does not fit [2, 2]")
    #expect(error?.hint == "one slope, or one for each channel (axis 1)")
  }
}
