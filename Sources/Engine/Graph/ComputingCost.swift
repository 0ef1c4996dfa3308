// What computing a tensor takes, told from the graph alone: nothing is executed or timed.

extension Graph {
  /// What it takes to compute a node from data and parameters.
  public struct ComputingCost: Equatable, Sendable {
    /// Floating-point operations; a multiply-add is two. Each node is computed once.
    public let operations: Double
    /// The longest chain of operations that must wait for each other. Those that only arrange numbers
    /// anew are not counted.
    public let depth: Int
  }

  /// O(nodes); iterative, as graphs are deep.
  public func computingCost(of node: Node) -> ComputingCost {
    // Operands come before what is made of them.
    var isNeeded = [Bool](repeating: false, count: node.index + 1)
    isNeeded[node.index] = true
    for index in stride(from: node.index, through: 0, by: -1) where isNeeded[index] {
      for input in records[index].inputs { isNeeded[input.index] = true }
    }
    var operations = 0.0
    var depths = [Int](repeating: 0, count: node.index + 1)
    for index in 0...node.index where isNeeded[index] && !records[index].inputs.isEmpty {
      let record = records[index]
      let cost = record.operation.cost(
        inputs: record.inputs.map { shape($0) }, output: record.shape)
      operations += Double(cost)
      let before = record.inputs.map { depths[$0.index] }.max() ?? 0
      depths[index] = before + (cost > 0 ? 1 : 0)
    }
    return ComputingCost(operations: operations, depth: depths[node.index])
  }
}
