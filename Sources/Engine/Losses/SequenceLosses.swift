// Losses of whole sequences.

extension Losses {
  /// −log p(targets) by connectionist temporal classification, for log-probabilities `[time, batch,
  /// classes]` or `[time, classes]` of one sequence (Graves et al. 2006).
  ///
  /// The mean divides each sequence's loss by its number of targets first, as in PyTorch.
  ///
  /// - Parameters:
  ///   - targets: `[batch, longest]`, or all targets one after the other.
  ///   - inputLengths: how many time steps of each sequence count, `[batch]`.
  ///   - targetLengths: how many targets each sequence has, `[batch]`.
  ///   - blank: the class that stands for nothing.
  ///   - zeroInfinity: sequences that are too short for their targets cost 0.
  public static func connectionistTemporal(
    _ logs: Node, _ targets: Node, inputLengths: Node, targetLengths: Node, blank: Int = 0,
    reduction: LossReduction = .mean, zeroInfinity: Bool = false, in graph: Graph
  ) throws(EngineError) -> Node {
    let f = Formula(graph: graph)
    var operands = [logs, targets, inputLengths, targetLengths]
    let isSingle = graph.shape(logs).rank == 2
    if isSingle {
      let extents = graph.shape(logs).extents
      operands[0] = try f(Reshape([extents[0], 1, extents[1]]), logs)
      for index in 2..<4 { operands[index] = try f(Reshape([-1]), operands[index]) }
    }
    let costs = try graph.add(CTC(blank: blank, zeroInfinity: zeroInfinity), operands)
    switch reduction {
    case .mean:
      let lengths = try f(Maximum(), operands[3], f.number(1))
      return try f(Mean(), try f(Divide(), costs, lengths))
    case .sum: return try f(Sum(), costs)
    case .none: return isSingle ? try f(Reshape([]), costs) : costs
    }
  }
}
