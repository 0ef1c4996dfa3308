// A character model: embedding, LSTM, dense, over whole sequences from a zero state.

import Engine

extension Cases {
  /// Vocabulary 65, embedding 32, hidden 128, 64 tokens, batch 32; cross entropy over all tokens,
  /// Adam 2e-3.
  static func lstm() throws -> BenchmarkCase {
    let (vocabulary, width, hidden, length, batch) = (65, 32, 128, 64, 32)
    let graph = Graph(seed: 42)
    let embedding = Embedding(vocabulary, width)
    let recurrent = Recurrent(.lstm, hidden)
    let dense = Dense(vocabulary)
    graph.name(embedding, "embedding")
    graph.name(recurrent, "lstm")
    graph.name(dense, "out")
    let (x, y) = try tokens(
      graph, "lstm", seed: 401_000, batch: batch, length: length, vocabulary: vocabulary)
    let states = try recurrent.traced(try embedding.traced(x, in: graph), in: graph)
    let loss = try Losses.crossEntropy(try dense.traced(states, in: graph), y, in: graph)
    let gates = 4 * hidden
    var values = Values(seed: 400)
    graph.set("embedding.weight", values([vocabulary, width], fanIn: 1))
    graph.set("lstm.weight_ih_l0", values([gates, width], fanIn: hidden))
    graph.set("lstm.weight_hh_l0", values([gates, hidden], fanIn: hidden))
    graph.set("lstm.bias_ih_l0", values([gates], fanIn: hidden))
    graph.set("lstm.bias_hh_l0", values([gates], fanIn: hidden))
    graph.set("out.weight", transposed(values([hidden, vocabulary], fanIn: hidden)))
    graph.set("out.bias", values([vocabulary], fanIn: hidden))
    return try made("lstm", graph, loss, Adam(lr: 2e-3))
  }

  /// Weights are given input × output, a dense layer has them output × input.
  static func transposed(_ x: Tensor) -> Tensor {
    let (rows, columns) = (x.shape[0], x.shape[1])
    var values: [Float] = []
    for column in 0..<columns { for row in 0..<rows { values.append(x[row, column]) } }
    return Tensor(shape: [columns, rows], values: values)
  }
}

extension Graph {
  /// Gives a layer's parameter its value.
  func set(_ path: String, _ value: Tensor) {
    guard let parameter = parameters.first(where: { $0.path == path }) else {
      preconditionFailure("no parameter \(path)")
    }
    parameter.value = value
  }
}
