// Activations against PyTorch's values and derivatives, on a grid with kinks, ±0, tiny and large
// magnitudes; called by their names.

import Engine
import TestSupport
import Testing

@Suite struct GoldenActivationTests {
  private static let settings = [
    "alpha", "negative_slope", "approximate", "axis", "beta", "threshold", "min_val", "max_val",
    "pieces",
  ]

  @Test(arguments: GoldenCase.paths("activation")) func entries(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    var positional = run.inputs.map(ArgumentValue.tensor)
    var parameters: [String: Node] = [:]
    if run.golden.name == "prelu" {
      let weight = try GoldenGraph.parameter(
        run.graph, "weight", run.golden.tensor("param.weight"))
      positional.append(.tensor(weight))
      parameters["grad.weight"] = weight
    }
    let keywords = Self.settings.compactMap { name -> (String, ArgumentValue)? in
      switch run.golden[name] {
      case .number(let number): (name, .number(number))
      case .string(let text): (name, .text(text))
      default: nil
      }
    }
    try run.expect(
      EntryCalls.call(run.golden.name, positional, keywords, in: run.graph),
      parameters: parameters)
  }
}
