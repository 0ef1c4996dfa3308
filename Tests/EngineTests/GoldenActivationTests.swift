// Activations against PyTorch's values and derivatives, on a grid with kinks, ±0, tiny and large
// magnitudes.

import Engine
import TestSupport
import Testing

@Suite struct GoldenActivationTests {
  private static let own: [String: @Sendable (GoldenCase) -> any Operation] = [
    "elu": { ELU(alpha: Float($0["alpha"]?.number ?? .nan)) },
    "leaky_relu": { LeakyReLU(slope: Float($0["negative_slope"]?.number ?? .nan)) },
    "relu": { _ in ReLU() },
    "sigmoid": { _ in Sigmoid() },
    "silu": { _ in SiLU() },
    "tanh": { _ in HyperbolicTangent() },
  ]

  @Test(
    arguments: own.keys.sorted().flatMap { GoldenCase.paths("activation", $0) } + [
      "activation/gelu", "activation/softplus",
    ])
  func ownOperations(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let operation: any Operation
    switch run.golden.name {
    case "gelu": operation = GELU()
    case "softplus": operation = Softplus()
    default:
      let make = try #require(Self.own[run.golden.name])
      operation = make(run.golden)
    }
    try run.expect([run.add(operation, run.inputs[0])])
  }

  static let composed = [
    "activation/celu", "activation/celu-two", "activation/glu", "activation/logsigmoid",
    "activation/maxout", "activation/mish", "activation/prelu-channels", "activation/prelu-one",
    "activation/selu", "activation/softplus-beta", "activation/softsign",
  ]

  @Test(arguments: composed)
  func compositions(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let x = run.inputs[0]
    func times(_ factor: Double, _ node: Node) throws -> Node {
      try run.add(Multiply(), node, run.number(factor))
    }
    switch run.golden.name {
    case "celu":
      let alpha = try run.number("alpha")
      try run.expect([times(alpha, run.add(ELU(), times(1 / alpha, x)))])
    case "glu":
      let rows = Slice.Part.range(start: nil, stop: nil, step: 1)
      let left = try run.add(Slice([rows, .range(start: nil, stop: 4, step: 1)]), x)
      let right = try run.add(Slice([rows, .range(start: 4, stop: nil, step: 1)]), x)
      try run.expect([run.add(Multiply(), left, run.add(Sigmoid(), right))])
    case "logsigmoid":
      try run.expect([run.add(Negate(), run.add(Softplus(), run.add(Negate(), x)))])
    case "maxout":
      let pieces = try run.add(Reshape([3, 4, 3]), x)
      try run.expect([run.add(Extremum(maximum: true, axis: -1), pieces)])
    case "mish":
      try run.expect([
        run.add(Multiply(), x, run.add(HyperbolicTangent(), run.add(Softplus(), x)))
      ])
    case "prelu":
      let weight = try GoldenGraph.parameter(
        run.graph, "weight", run.golden.tensor("param.weight"))
      // Channels are the second of three axes.
      let slope =
        run.graph.shape(x).rank == 3 ? try run.add(Reshape([-1, 1]), weight) : weight
      let negative = try run.add(ReLU(), run.add(Negate(), x))
      try run.expect(
        [run.add(Subtract(), run.add(ReLU(), x), run.add(Multiply(), slope, negative))],
        parameters: ["grad.weight": weight])
    case "selu":
      let alpha: Float = 1.6732632423543772
      try run.expect([times(1.0507009873554805, run.add(ELU(alpha: alpha), x))])
    case "softplus":
      let beta = try run.number("beta")
      try run.expect([times(1 / beta, run.add(Softplus(), times(beta, x)))])
    case "softsign":
      let size = try run.add(Add(), run.number(1), run.add(AbsoluteValue(), x))
      try run.expect([run.add(Divide(), x, size)])
    default: Issue.record("\(path) is not expressed")
    }
  }

  @Test func whatIsNotExpressed() {
    let own = Self.own.keys.flatMap { GoldenCase.paths("activation", $0) }
    let expressed = own + Self.composed + ["activation/gelu", "activation/softplus"]
    let rest = Set(GoldenCase.paths("activation")).subtracting(expressed).sorted()
    // Maximum and minimum share the gradient at a bound, these do not: the kinks differ.
    #expect(
      rest.map { String($0.dropFirst("activation/".count)) } == [
        "gelu-tanh", "hardsigmoid", "hardswish", "hardtanh", "hardtanh-wide", "relu6",
      ])
  }
}
