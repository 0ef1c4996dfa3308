// Every error of layers and losses, word for word.

import Engine
import TestSupport
import Testing

@Suite struct LayerErrorTests {
  // MARK: Layers

  private func apply(_ layer: any Layer, _ input: Tensor) throws {
    let graph = Graph(seed: 0)
    _ = try layer.traced(graph.constant(input), in: graph)
  }

  @Test func layers() {
    let matrix = Tensor(shape: [2, 6], repeating: 1)
    expectError(
      "dense: needs a vector or rows of vectors, not a scalar",
      hint: "give it data of shape [rows, features]"
    ) { try apply(Dense(2), Tensor(1)) }
    expectError("layer_norm: a scalar has no axis to normalise over") {
      try apply(LayerNorm(), Tensor(1))
    }
    expectError(
      "attention: needs [tokens, width] or [n, tokens, width], not shape [3]",
      hint: "an embedding turns token indices into vectors"
    ) { try apply(SelfAttention(), Tensor(shape: [3], repeating: 1)) }
    expectError(
      "attention: width 6 cannot be shared by 4 heads",
      hint: "the width must be a multiple of the number of heads"
    ) { try apply(SelfAttention(heads: 4), matrix) }
    expectError(
      "attention: width 6 cannot be shared by 0 heads",
      hint: "the width must be a multiple of the number of heads"
    ) { try apply(SelfAttention(heads: 0), matrix) }
    expectError(
      "residual: the branch turns shape [2, 6] into [2, 3]",
      hint: "x + f(x) needs both of one shape; end the branch with the input's size"
    ) { try apply(Residual(Dense(3)), matrix) }
    for (index, text) in [(5, "5"), (-1, "-1"), (0.5, "0.5"), (.nan, "nan")] as [(Float, String)] {
      expectError(
        "embedding: index \(text) is not one of 0…4",
        hint: "embedding(count, width) needs as many rows as there are tokens"
      ) { try apply(Embedding(5, 2), Tensor(shape: [2], values: [0, index])) }
    }
  }

  @Test func layersKeepTheirSizes() throws {
    let graph = Graph(seed: 0)
    let layer = Dense(3)
    graph.name(layer, "net.0")
    _ = try layer.traced(graph.constant(Tensor(shape: [2, 4], repeating: 1)), in: graph)
    expectError(
      "net.0.weight has shape [3, 4], this use needs [3, 5]",
      hint: "a layer keeps the sizes of its first use; bind a fresh layer for another input"
    ) { _ = try layer.traced(graph.constant(Tensor(shape: [2, 5], repeating: 1)), in: graph) }
  }

  /// Indices and labels of mini-batches are checked in all rows, not in the first batch alone.
  @Test func batches() throws {
    let graph = Graph(seed: 0)
    let source = BatchSource(
      name: "s",
      columns: [
        Tensor(shape: [4], values: [0, 1, 2, 7]), Tensor(shape: [4, 3], repeating: 1),
      ], schedule: try BatchSchedule(rows: 4, size: 2, shuffles: false, seed: 1, stream: 1))
    let index = try graph.add(BatchRows(source, column: 0), [])
    expectError(
      "embedding: index 7 is not one of 0…4",
      hint: "embedding(count, width) needs as many rows as there are tokens"
    ) { _ = try Embedding(5, 2).traced(index, in: graph) }
    let scores = try graph.add(BatchRows(source, column: 1), [])
    expectError(
      "cross_entropy: label 7 is not one of the 3 classes 0…2",
      hint: "the last layer needs one unit for each class"
    ) { _ = try Losses.crossEntropy(scores, index, in: graph) }
  }

  // MARK: Losses

  @Test func losses() throws {
    let graph = Graph(seed: 0)
    func node(_ shape: Shape, _ value: Float = 0) -> Node {
      graph.constant(Tensor(shape: shape, repeating: value))
    }
    typealias Loss = (Node, Node, Graph) throws(EngineError) -> Node
    let pairs: [(String, Loss)] = [
      ("mse_loss", { a, y, g throws(EngineError) in try Losses.meanSquaredError(a, y, in: g) }),
      ("l1_loss", { a, y, g throws(EngineError) in try Losses.absoluteError(a, y, in: g) }),
      (
        "binary_cross_entropy",
        { a, y, g throws(EngineError) in try Losses.binaryCrossEntropy(a, y, in: g) }
      ),
      (
        "binary_cross_entropy_with_logits",
        { a, y, g throws(EngineError) in try Losses.binaryCrossEntropyWithLogits(a, y, in: g) }
      ),
    ]
    for (name, loss) in pairs {
      expectError(
        "\(name): prediction [4, 1] and target [4] differ in shape",
        hint: "reshape one to the other's shape"
      ) { _ = try loss(node([4, 1]), node([4]), graph) }
      expectError(
        "\(name): prediction [4, 2] and target [4] differ in shape",
        hint: "both need one value for each example"
      ) { _ = try loss(node([4, 2]), node([4]), graph) }
    }
    expectError("cross_entropy: logits need a class axis, not a scalar") {
      _ = try Losses.crossEntropy(node([]), node([]), in: graph)
    }
    expectError(
      "cross_entropy: logits [4, 3] and targets [3] do not fit",
      hint: "targets are class indices of shape [4], or probabilities of shape [4, 3]"
    ) { _ = try Losses.crossEntropy(node([4, 3]), node([3]), in: graph) }
    for (label, text) in [(3, "3"), (-1, "-1"), (1.5, "1.5")] as [(Float, String)] {
      expectError(
        "cross_entropy: label \(text) is not one of the 3 classes 0…2",
        hint: "the last layer needs one unit for each class"
      ) { _ = try Losses.crossEntropy(node([4, 3]), node([4], label), in: graph) }
    }
    expectError(
      "accuracy: scores [4, 3] and labels [3] do not fit",
      hint: "scores are [n, classes] with labels [n], or both have one shape"
    ) { _ = try Losses.accuracy(node([4, 3]), node([3]), in: graph) }
  }
}
