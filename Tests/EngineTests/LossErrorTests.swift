// Every message of the losses word for word.

import Engine
import Testing

@Suite struct LossErrorTests {
  private func expect(
    _ name: String, _ shapes: [Shape], _ keywords: [(String, ArgumentValue)],
    _ message: String, hint: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectError(message, hint: hint, sourceLocation: sourceLocation) {
      let graph = Graph(seed: 0)
      let operands = shapes.map {
        ArgumentValue.tensor(graph.constant(Tensor(shape: $0, repeating: 0)))
      }
      _ = try GoldenLossTests.call(name, operands, keywords, in: graph)
    }
  }

  private func expect(
    _ name: String, _ shapes: [Shape], _ message: String, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(name, shapes, [], message, hint: hint, sourceLocation: sourceLocation)
  }

  @Test func shapes() {
    for name in [
      "mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss", "binary_cross_entropy",
      "binary_cross_entropy_with_logits", "hinge_loss", "kl_div", "distillation_loss",
      "hinge_embedding_loss",
    ] {
      expect(
        name, [[2], [3]], "\(name): prediction [2] and target [3] differ in shape",
        hint: "both need one value for each example")
    }
    expect(
      "margin_ranking_loss", [[2], [2], [1, 2]],
      "margin_ranking_loss: prediction [2] and target [1, 2] differ in shape",
      hint: "reshape one to the other's shape")
    expect(
      "cross_entropy", [[4, 3], [3]],
      "cross_entropy: logits [4, 3] and targets [3] do not fit",
      hint: "targets are class indices of shape [4], or probabilities of shape [4, 3]")
    expect(
      "cross_entropy", [[4, 3, 2], [4, 2]], [("axis", .number(-1))],
      "cross_entropy: logits [4, 3, 2] and targets [4, 2] do not fit",
      hint: "targets are class indices of shape [4, 3], or probabilities of shape [4, 3, 2]")
    expect(
      "cross_entropy", [[4, 3], [4]], [("axis", .number(2))],
      "cross_entropy: shape [4, 3] has no axis 2")
    expect("nll_loss", [[], []], "nll_loss: log-probabilities need a class axis, not a scalar")
    expect(
      "multi_margin_loss", [[4, 3], [3]],
      "multi_margin_loss: scores [4, 3] and labels [3] do not fit",
      hint: "scores are [n, classes], labels [n]")
    expect(
      "cosine_embedding_loss", [[4, 3], [4, 3], [3]],
      "cosine_embedding_loss: rows [4, 3] and targets [3] do not fit",
      hint: "one target of 1 or −1 for each row")
    expect(
      "triplet_margin_loss", [[], [], []],
      "triplet_margin_loss: rows need an axis, not a scalar")
    expect(
      "router_z_loss", [[]], "router_z_loss: logits need an axis of experts, not a scalar")
    expect(
      "load_balancing_loss", [[4, 3], [3]],
      "load_balancing_loss: probabilities [4, 3] and chosen experts [3] do not fit",
      hint: "probabilities are […, tokens, experts], experts […, tokens]")
    expect(
      "load_balancing_loss", [[4, 0], [4]],
      "load_balancing_loss: there are no experts in shape [4, 0]")
    for name in ["accuracy", "confusion_matrix", "f1_score"] {
      expect(
        name, [[4, 3], [3]], "\(name): scores [4, 3] and labels [3] do not fit",
        hint: "scores are [n, classes] with labels [n], or both have one shape")
    }
  }

  private static func tensor(_ values: Float...) -> ArgumentValue {
    .list(values.map { .number(Double($0)) })
  }

  @Test func settings() {
    let labels: [Shape] = [[4, 3], [4]]
    expect(
      "cross_entropy", labels, [("weight", Self.tensor(1, 2))],
      "cross_entropy: a weight of shape [2] does not fit 3 classes",
      hint: "one weight for each class: shape [3]")
    expect(
      "multi_margin_loss", labels, [("weight", Self.tensor(1, 2))],
      "multi_margin_loss: a weight of shape [2] does not fit 3 classes",
      hint: "one weight for each class: shape [3]")
    expect(
      "binary_cross_entropy", [[4, 3], [4, 3]], [("weight", Self.tensor(1, 2))],
      "binary_cross_entropy: a weight of shape [2] does not fit losses of shape [4, 3]",
      hint: "one weight for each class or each element")
    expect(
      "binary_cross_entropy_with_logits", [[4], [4]],
      [("pos_weight", .list([Self.tensor(1, 2, 3, 4)]))],
      "binary_cross_entropy_with_logits: a weight of shape [1, 4] does not fit losses of shape [4]",
      hint: "one weight for each class or each element")
    expect(
      "cross_entropy", labels, [("label_smoothing", .number(2))],
      "cross_entropy: 'label_smoothing' must be between 0 and 1, not 2")
    expect(
      "huber_loss", [[2], [2]], [("delta", .number(0))],
      "huber_loss: 'delta' must be more than 0, not 0")
    expect(
      "smooth_l1_loss", [[2], [2]], [("beta", .number(-1))],
      "smooth_l1_loss: 'beta' must be at least 0, not -1")
    expect(
      "multi_margin_loss", labels, [("p", .number(3))],
      "multi_margin_loss: 'p' must be 1 or 2, not 3")
    expect(
      "kl_div", [[2], [2]], [("reduction", .text("average"))],
      "kl_div: 'reduction' must be one of \"mean\", \"batchmean\", \"sum\", \"none\", not \"average\""
    )
    expect(
      "mse_loss", [[2], [2]], [("reduction", .number(1))],
      "mse_loss: 'reduction' must be one of \"mean\", \"sum\", \"none\", not 1")
    expect(
      "mse_loss", [[2]], "mse_loss needs 'target'",
      hint: "mse_loss(input, target, reduction=\"mean\")")
  }

  @Test func labels() {
    for name in ["cross_entropy", "nll_loss", "multi_margin_loss", "f1_score"] {
      expectError(
        "\(name): label 5 is not one of the 3 classes 0…2",
        hint: "the last layer needs one unit for each class"
      ) {
        let graph = Graph(seed: 0)
        let z = ArgumentValue.tensor(graph.constant(Tensor(shape: [2, 3], repeating: 0)))
        _ = try GoldenLossTests.call(name, [z, Self.tensor(1, 5)], in: graph)
      }
    }
  }
}
