// RNN, LSTM and GRU against PyTorch's values and the gradients of inputs, states and parameters.

import Engine
import TestSupport
import Testing

@Suite struct RecurrentGoldenTests {
  @Test(arguments: GoldenCase.paths("layer", "rnn_tanh", "rnn_relu", "lstm", "gru"))
  func layer(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let cell: RecurrentCell =
      switch run.golden.name {
      case "lstm": .lstm
      case "gru": .gru
      case "rnn_relu": .rnn(nonlinearity: .relu)
      default: .rnn(nonlinearity: .tanh)
      }
    var options = Recurrent.Options()
    options.layers = try run.int("layers")
    options.isBidirectional = run.flag("bidirectional")
    options.hasBias = run.flag("bias")
    options.batchFirst = run.flag("batch_first")
    let layer = Recurrent(cell, try run.int("hidden"), options: options)
    run.graph.name(layer, "net")
    let states = run.inputs.dropFirst().map(ArgumentValue.tensor)
    let outputs = try layer.traced(
      [.tensor(run.inputs[0])] + (states.count == 2 ? [.list(Array(states))] : Array(states)),
      in: run.graph)
    var parameters: [String: Node] = [:]
    for name in run.golden.names("param.").map({ String($0.dropFirst("param.".count)) }) {
      try run.set("net." + name, run.golden.tensor("param." + name))
      parameters["grad." + name] = try run.node("net." + name)
    }
    #expect(parameters.count == run.graph.parameters(of: layer).count)
    try run.expect(outputs, parameters: parameters)
  }

  /// A cell, stepped by hand, makes the sequence of the layer.
  @Test(arguments: ["layer/lstm-one", "layer/gru-one", "layer/rnn_relu-one"])
  func cell(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let cell: RecurrentCell =
      run.golden.name == "lstm"
      ? .lstm : run.golden.name == "gru" ? .gru : .rnn(nonlinearity: .relu)
    let layer = RecurrentCellLayer(cell, try run.int("hidden"))
    run.graph.name(layer, "cell")
    var states: [Node] = []
    for state in run.inputs.dropFirst() {
      states.append(try run.add(Slice([.index(0)]), state))
    }
    var outputs: [Node] = []
    for time in 0..<(try run.int("length")) {
      let x = try run.add(Slice([.index(time)]), run.inputs[0])
      let given = states.map(ArgumentValue.tensor)
      states = try layer.traced(
        [.tensor(x), given.count == 1 ? given[0] : .list(given)], in: run.graph)
      outputs.append(states[0])
    }
    var parameters: [String: Node] = [:]
    for name in run.golden.names("param.").map({ String($0.dropFirst("param.".count)) }) {
      let own = String(name.dropLast("_l0".count))
      try run.set("cell." + own, run.golden.tensor("param." + name))
      parameters["grad." + name] = try run.node("cell." + own)
    }
    var results: [Node?] = [try run.graph.add(Stack(), outputs)]
    for state in states { results.append(try run.add(Stack(), state)) }
    try run.expect(results, parameters: parameters)
  }
}
