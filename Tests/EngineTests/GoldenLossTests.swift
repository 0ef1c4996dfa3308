// Losses against PyTorch's values and gradients.

import Engine
import TestSupport
import Testing

@Suite struct GoldenLossTests {
  typealias Build = @Sendable (GoldenGraph) throws -> Node

  /// A sum is the mean times the number of elements.
  private static func total(_ mean: Node, _ count: Int, _ run: GoldenGraph) throws -> Node {
    try run.add(Multiply(), mean, run.number(Double(count)))
  }

  private static func labels(_ run: GoldenGraph) throws -> Node {
    run.graph.constant(try run.golden.tensor("input.1"))
  }

  /// max(0, 1 − y a).
  private static func margin(_ run: GoldenGraph) throws -> Node {
    let product = try run.add(Multiply(), run.inputs[0], run.inputs[1])
    return try run.add(ReLU(), run.add(Subtract(), run.number(1), product))
  }

  /// y (log y − a) for log-probabilities a.
  private static func divergence(_ run: GoldenGraph, log y: Node, _ weight: Node) throws -> Node {
    try run.add(Multiply(), weight, run.add(Subtract(), y, run.inputs[0]))
  }

  static let builds: [String: Build] = [
    "bce-mean": { try Losses.binaryCrossEntropy($0.inputs[0], $0.inputs[1], in: $0.graph) },
    "bce_with_logits-mean": {
      try Losses.binaryCrossEntropyWithLogits($0.inputs[0], $0.inputs[1], in: $0.graph)
    },
    "bce_with_logits-large": {
      try Losses.binaryCrossEntropyWithLogits($0.inputs[0], $0.inputs[1], in: $0.graph)
    },
    "cross_entropy-mean": {
      try Losses.crossEntropy($0.inputs[0], labels($0), in: $0.graph)
    },
    "cross_entropy-large": {
      try Losses.crossEntropy($0.inputs[0], labels($0), in: $0.graph)
    },
    "cross_entropy-sum": {
      try total(Losses.crossEntropy($0.inputs[0], labels($0), in: $0.graph), 5, $0)
    },
    "cross_entropy-smoothing": {
      let target = try $0.add(OneHot(classes: 4), labels($0))
      let most = try $0.add(Multiply(), target, $0.number(0.9))
      let smooth = try $0.add(Add(), most, $0.number(0.1 / 4))
      return try Losses.crossEntropy($0.inputs[0], smooth, in: $0.graph)
    },
    "cross_entropy-probabilities": {
      let most = try $0.add(Multiply(), $0.inputs[1], $0.number(0.9))
      let smooth = try $0.add(Add(), most, $0.number(0.1 / 5))
      return try Losses.crossEntropy($0.inputs[0], smooth, in: $0.graph)
    },
    "mse-mean": { try Losses.meanSquaredError($0.inputs[0], $0.inputs[1], in: $0.graph) },
    "mse-sum": {
      try total(Losses.meanSquaredError($0.inputs[0], $0.inputs[1], in: $0.graph), 12, $0)
    },
    "mse-none": { try $0.add(Square(), $0.add(Subtract(), $0.inputs[0], $0.inputs[1])) },
    "l1-mean": { try Losses.absoluteError($0.inputs[0], $0.inputs[1], in: $0.graph) },
    "l1-sum": {
      try total(Losses.absoluteError($0.inputs[0], $0.inputs[1], in: $0.graph), 12, $0)
    },
    "l1-none": { try $0.add(AbsoluteValue(), $0.add(Subtract(), $0.inputs[0], $0.inputs[1])) },
    "hinge-mean": { try $0.add(Mean(), margin($0)) },
    "hinge-squared": { try $0.add(Mean(), $0.add(Square(), margin($0))) },
    "kl_div-log-target": {
      let weight = try $0.add(Exponential(), $0.inputs[1])
      return try $0.add(Sum(), divergence($0, log: $0.inputs[1], weight))
    },
    "nll-mean": {
      try $0.add(Negate(), $0.add(Mean(), $0.add(Pick(), $0.inputs[0], labels($0))))
    },
  ]

  @Test(arguments: builds.keys.sorted())
  func losses(_ name: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: "loss/" + name))
    let build = try #require(Self.builds[name])
    try run.expect([build(run)])
  }

  /// Missing are weights, labels to ignore, kinks; 0 · log 0 = 0, which kl_div has for targets.
  @Test func whatIsNotExpressed() {
    let rest = GoldenCase.paths("loss").map { String($0.dropFirst("loss/".count)) }
      .filter { Self.builds[$0] == nil }
    #expect(
      rest == [
        "bce-none", "bce-weight", "bce_with_logits-both-weights", "bce_with_logits-pos-weight",
        "cross_entropy-ignored", "cross_entropy-images", "cross_entropy-none",
        "cross_entropy-sequence", "cross_entropy-smoothing-weight-ignored",
        "cross_entropy-weight", "huber-default", "huber-mean", "huber-none", "huber-sum",
        "kl_div-batchmean", "kl_div-mean", "nll-weight-ignored", "smooth_l1-default",
        "smooth_l1-mean", "smooth_l1-none",
        "smooth_l1-sum",
      ])
  }
}
