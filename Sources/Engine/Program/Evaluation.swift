// A value computed again and again for other values of one input: how a text is continued token by
// token without tracing and compiling anew for each.

/// A node as a function of one constant.
///
///     let x = graph.constant(Tensor(shape: [1, 8], repeating: 0))
///     let evaluation = try Evaluation(try net.traced(x, in: graph), of: x, in: graph)
///     let scores = evaluation.value([3, 1, 4, 1, 5, 9, 2, 6])
///
/// Parameters are read where they are, so training goes on beside it.
public final class Evaluation {
  private let machine: Machine
  private let input: Slot?
  private let output: Int?
  private let count: Int

  /// - Parameter input: a constant of `graph`; it is given a name so that no equal one is merged
  ///   with it.
  /// - Throws: when the values do not fit in memory.
  public init(_ output: Node, of input: Node, in graph: Graph) throws(EngineError) {
    graph.name(input, "input")
    let program = graph.compile([output])
    try Limits.check(together: program.slots.map(\.shape), for: graph.displayName(output))
    machine = try Machine(program, keepsHistory: false)
    self.input = program.slot(of: input).map { program.slots[$0] }
    self.output = program.slot(of: output)
    count = graph.shape(input).count
  }

  /// The value for an input, with draws as in a training step (0-based).
  ///
  /// - Precondition: `values` fill the input's shape.
  public func value(_ values: [Float], step: Int = 0) -> Tensor {
    precondition(values.count == count, "\(count) values are needed, not \(values.count)")
    input?.storage.assign(values)
    machine.look(atStep: step)
    return output.map { machine.held($0) } ?? Tensor(.nan)
  }
}
