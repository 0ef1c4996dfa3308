// Losses as compositions of operations, so that each part can be stepped. The mean over all
// elements unless another reduction is asked for, as in PyTorch. This file: regression.

/// The losses by PyTorch's names.
public enum Losses {
  /// (a − y)². Shapes must be equal: broadcasting here is nearly always a mistake.
  public static func meanSquaredError(
    _ a: Node, _ y: Node, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "mse_loss", graph)
    let difference = try graph.add(Subtract(), [a, y])
    return try reduce(try graph.add(Square(), [difference]), reduction, in: graph)
  }

  /// |a − y|.
  public static func absoluteError(
    _ a: Node, _ y: Node, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "l1_loss", graph)
    let difference = try graph.add(Subtract(), [a, y])
    return try reduce(try graph.add(AbsoluteValue(), [difference]), reduction, in: graph)
  }

  /// ½ d² where |d| is at most δ, δ (|d| − ½ δ) beyond, d = a − y (Huber 1964).
  public static func huber(
    _ a: Node, _ y: Node, delta: Double = 1, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "huber_loss", graph)
    return try reduce(try bent(a, y, delta, graph), reduction, in: graph)
  }

  /// Huber's loss over β; |a − y| itself where β is 0 (Girshick 2015).
  public static func smoothAbsoluteError(
    _ a: Node, _ y: Node, beta: Double = 1, reduction: LossReduction = .mean, in graph: Graph
  ) throws(EngineError) -> Node {
    try requireEqual(a, y, "smooth_l1_loss", graph)
    if beta == 0 { return try absoluteError(a, y, reduction: reduction, in: graph) }
    let formula = Formula(graph: graph)
    let scaled = try formula(Divide(), try bent(a, y, beta, graph), formula.number(beta))
    return try reduce(scaled, reduction, in: graph)
  }

  /// q (|d| − ½ q) with q = min(|d|, δ): both branches of Huber's loss in one formula.
  private static func bent(
    _ a: Node, _ y: Node, _ delta: Double, _ graph: Graph
  ) throws(EngineError) -> Node {
    let formula = Formula(graph: graph)
    let size = try formula(AbsoluteValue(), try formula.minus(a, y))
    let inner = try formula(Minimum(), size, formula.number(delta))
    let half = try formula.times(formula.number(0.5), inner)
    return try formula.times(inner, try formula.minus(size, half))
  }
}
