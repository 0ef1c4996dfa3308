// A training step with everything that it computed, for being held beside another one.

/// A step's tensors: after each instruction what it wrote, at the end what lasts.
public struct WalkedStep {
  /// An instruction with what it wrote.
  public struct Result: Sendable {
    /// Where it stands: `net.0`.
    public let path: String
    /// The operation with its operands: `x @ net.0.weightᵀ`.
    public let formula: String
    /// The part of the training step.
    public let phase: Phase
    /// Its value.
    public let tensor: Tensor

    /// What one instruction gave.
    public init(path: String, formula: String, phase: Phase, tensor: Tensor) {
      self.path = path
      self.formula = formula
      self.phase = phase
      self.tensor = tensor
    }
  }

  /// From 1; 0 is the beginning of the run.
  public let step: Int
  /// What every instruction gave, in order.
  public let results: [Result]
  /// Parameters and states after the step.
  public let lasting: [NamedTensor]

  /// Everything with a name: what lasts, then the values and the gradients.
  public var tensors: [NamedTensor] {
    let names = Set(lasting.map(\.name))
    return lasting
      + results.filter { !names.contains($0.path) && $0.phase != .update }.map {
        NamedTensor($0.path, $0.phase == .backward ? .gradient : .value, $0.tensor)
      }
  }
}

extension Machine {
  /// Executes a training step (from 1) again and keeps what it computes; of step 0 there is only what
  /// lasts. The machine comes back to its place with the same bits.
  ///
  /// - Parameter goesOn: asked now and then; false gives nil.
  public func walkedStep(_ step: Int, while goesOn: () -> Bool = { true }) -> WalkedStep? {
    undisturbed {
      let start = max(step - 1, 0) * count
      move(to: start, while: goesOn)
      guard position == start else { return nil }
      var results: [WalkedStep.Result] = []
      if step > 0 {
        for index in 0..<count {
          guard goesOn() else { return nil }
          let instruction = program.instructions[index]
          stepForward()
          results.append(
            WalkedStep.Result(
              path: instruction.path, formula: program.formula(of: index),
              phase: instruction.phase, tensor: now(instruction.output)))
        }
      }
      let lasting = program.persistent.compactMap { slot -> NamedTensor? in
        switch program.slots[slot].kind {
        case .parameter: NamedTensor(program.slots[slot].name, .parameter, now(slot))
        case .state: NamedTensor(program.slots[slot].name, .state, now(slot))
        default: nil
        }
      }
      return WalkedStep(step: step, results: results, lasting: lasting)
    }
  }

  private func now(_ slot: Int) -> Tensor {
    let shape = shape(of: slot)
    return Tensor(
      shape: shape,
      values: Array(
        UnsafeBufferPointer(start: program.slots[slot].storage.pointer, count: shape.count)))
  }
}

/// Where two programs, or two executions of one, part.
public enum Parting: Hashable, Sendable {
  /// The same instruction gave something else; 0-based in the first program.
  case values(instruction: Int, path: String, TensorDifference, Shape)
  /// The shapes differ: another batch size, another width.
  case shapes(instruction: Int, path: String, Shape, Shape)
  /// The same place computes something else.
  case formulas(instruction: Int, String, String)
  /// Only one of them has the instruction.
  case missing(instruction: Int, path: String, isInFirst: Bool)

  /// The first instruction in which two executed steps differ; instructions are aligned by their
  /// paths. Nil when there is none.
  public static func first(_ a: [WalkedStep.Result], _ b: [WalkedStep.Result]) -> Parting? {
    var places: [String: Int] = [:]
    for (index, result) in b.enumerated() where places[result.path] == nil {
      places[result.path] = index
    }
    let paths = Set(a.map(\.path))
    var next = 0
    for (index, result) in a.enumerated() {
      // What only the second one does before this place.
      while next < b.count, !paths.contains(b[next].path) {
        return .missing(instruction: next, path: b[next].path, isInFirst: false)
      }
      guard let place = places[result.path] else {
        return .missing(instruction: index, path: result.path, isInFirst: true)
      }
      let other = b[place]
      next = max(next, place + 1)
      if result.formula != other.formula {
        return .formulas(instruction: index, result.formula, other.formula)
      }
      if result.tensor.shape != other.tensor.shape {
        return .shapes(
          instruction: index, path: result.path, result.tensor.shape, other.tensor.shape)
      }
      let difference = TensorDifference(result.tensor.values, other.tensor.values)
      if !difference.isEqual {
        return .values(
          instruction: index, path: result.path, difference, result.tensor.shape)
      }
    }
    if next < b.count, let rest = b[next...].first(where: { !paths.contains($0.path) }) {
      return .missing(instruction: next, path: rest.path, isInFirst: false)
    }
    return nil
  }
}
