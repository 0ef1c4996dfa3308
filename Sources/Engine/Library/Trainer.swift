/// A loss compiled into a program and the machine that runs it, for programs that import the engine.
///
/// ```swift
/// let trainer = try Trainer(loss, optimizer: Adam(lr: 1e-2))
/// trainer.train(steps: 500)
/// print(trainer.loss)
/// ```
public final class Trainer {
  /// The instructions of a training step: forward, backward, update.
  public let program: Program
  /// Walks the program, forward and back, instruction by instruction.
  public let machine: Machine
  private let graph: Graph
  private let gradients: [Node: Node]

  /// - Parameters:
  ///   - loss: one number that depends on a parameter.
  ///   - clip: the global norm that gradients are scaled down to.
  ///   - options: other bounds on the gradients, and a schedule for the learning rate.
  /// - Throws: when the loss is not one number or depends on no parameter.
  public init(
    _ loss: Symbol, optimizer: any Optimizer, clip: Double? = nil,
    options: UpdateOptions = UpdateOptions()
  ) throws(EngineError) {
    graph = loss.graph
    (program, gradients) = try loss.graph.compileTraining(
      loss.node, optimizer: optimizer, clip: clip, options: options)
    machine = try Machine(program)
  }

  /// Training steps that are complete.
  public var steps: Int { machine.updates }

  /// The loss of the last step, before its update; nan before the first.
  public var loss: Float {
    guard steps > 0, let slot = program.loss else { return .nan }
    return machine.number(of: slot)
  }

  /// Runs whole training steps; what was walked into is finished first.
  ///
  /// - Parameter goesOn: asked after every step; false stops there.
  public func train(steps: Int, while goesOn: () -> Bool = { true }) {
    machine.train(until: machine.updates + max(steps, 0), while: goesOn)
  }

  /// ∂loss/∂`tensor` of the last step; nil when the tensor is not on the way from a parameter to
  /// the loss.
  public func gradient(of tensor: Symbol) -> Tensor? {
    guard let node = gradients[tensor.node], let slot = program.slot(of: node) else { return nil }
    return machine.value(of: slot)
  }

  /// ∂loss/∂`parameter` of the last step, in the parameter's shape; nil when it is not trained.
  ///
  /// ```swift
  /// for parameter in graph.parameters(of: net) {
  ///   print(parameter.path, parameter.value, trainer.gradient(of: parameter))
  /// }
  /// ```
  public func gradient(of parameter: Parameter) -> Tensor? {
    let node = gradients.keys.first {
      (graph[$0].operation as? ParameterLeaf)?.parameter === parameter
    }
    return node.flatMap { gradient(of: Symbol($0, in: graph)) }
  }
}
