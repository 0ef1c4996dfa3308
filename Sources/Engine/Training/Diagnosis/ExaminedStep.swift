// A training step executed once more, instruction by instruction, to see what it does to the weights
// and to the loss of its own batch.

/// What one training step did.
struct ExaminedStep {
  /// One parameter in it.
  struct Change {
    /// The parameter's slot and its gradient's.
    let slot: Int
    let gradient: Int
    let weightNorm: Double
    let gradientNorm: Double
    let updateNorm: Double
    /// Σ g · Δw
    let slope: Double
    /// Units that have the same weights and the same gradients.
    let symmetry: Symmetry?

    /// ‖Δw‖ / ‖w‖
    var ratio: Double { updateNorm / weightNorm }
  }

  enum Symmetry { case zero, equalUnits }

  /// From 1.
  let step: Int
  let changes: [Change]
  /// The loss of the step's batch before the update, and with the weights after it.
  let lossBefore: Double
  let lossAfter: Double
  /// Gradient norms by layer, in the order of the layers.
  let layers: [(path: String, norm: Double, gradient: Int)]

  /// What the gradients promise of the update: negative where the loss should fall.
  var slope: Double { changes.reduce(0) { $0 + $1.slope } }
}

extension Machine {
  /// Executes a training step (0-based) again.
  ///
  /// - Parameter visit: called after each of its instructions.
  func examine(
    step: Int, structure: ProgramStructure, visit: (Int) -> Void
  ) -> ExaminedStep {
    move(to: step * count)
    var carried: [(slot: Int, values: [Float])] = []
    let read = Set(
      program.instructions.lazy.filter { $0.phase == .forward }.flatMap(\.inputs))
    for slot in read.sorted() where program.slots[slot].kind == .state {
      carried.append((slot, program.slots[slot].storage.array))
    }
    let weights = program.trained.map { program.slots[$0.parameter].storage.array }
    var gradients: [[Float]] = []
    func keepGradients() {
      guard gradients.isEmpty else { return }
      gradients = program.trained.map { program.slots[$0.gradient].storage.array }
    }
    for index in 0..<count {
      if program.instructions[index].phase == .update { keepGradients() }
      stepForward()
      visit(index)
    }
    keepGradients()
    let before = program.loss.map { Double(number(of: $0)) } ?? .nan
    let changes = program.trained.indices.map { place in
      change(place, weights[place], gradients[place], structure)
    }
    return ExaminedStep(
      step: step + 1, changes: changes, lossBefore: before, lossAfter: lossAgain(carried),
      layers: layerNorms(changes))
  }

  private func change(
    _ place: Int, _ weights: [Float], _ gradient: [Float], _ structure: ProgramStructure
  ) -> ExaminedStep.Change {
    let (slot, gradientSlot) = program.trained[place]
    let now = program.slots[slot].storage.pointer
    var sums = (weight: 0.0, gradient: 0.0, update: 0.0, slope: 0.0)
    for index in weights.indices {
      let (w, g) = (Double(weights[index]), Double(gradient[index]))
      let update = Double(now[index]) - w
      sums.weight += w * w
      sums.gradient += g * g
      sums.update += update * update
      sums.slope += g * update
    }
    return ExaminedStep.Change(
      slot: slot, gradient: gradientSlot, weightNorm: sums.weight.squareRoot(),
      gradientNorm: sums.gradient.squareRoot(), updateNorm: sums.update.squareRoot(),
      slope: sums.slope, symmetry: symmetry(slot, weights, gradient, structure))
  }

  /// Whether all units of a hidden layer are one and the same and will remain so.
  private func symmetry(
    _ slot: Int, _ weights: [Float], _ gradient: [Float], _ structure: ProgramStructure
  ) -> ExaminedStep.Symmetry? {
    let shape = program.slots[slot].shape
    guard let (axis, output) = structure.unitAxis(ofWeight: slot), structure.isHidden[output],
      shape.rank >= 2, shape[axis] >= 2, !weights.isEmpty
    else { return nil }
    let units = shape[axis]
    let others = weights.count / units
    func areEqual(_ values: [Float]) -> Bool {
      for unit in 1..<units {
        for other in 0..<others {
          let (a, b) =
            axis == 0
            ? (values[other], values[unit * others + other])
            : (values[other * units], values[other * units + unit])
          guard abs(a - b) <= 1e-6 * abs(a) else { return false }
        }
      }
      return true
    }
    guard areEqual(weights), areEqual(gradient) else { return nil }
    return weights.allSatisfy { $0 == 0 } ? .zero : .equalUnits
  }

  /// The loss of the batch that the step saw, with the weights that it left.
  private func lossAgain(_ carried: [(slot: Int, values: [Float])]) -> Double {
    guard let loss = program.loss else { return .nan }
    let after = carried.map { program.slots[$0.slot].storage.array }
    for (slot, values) in carried { program.slots[slot].storage.assign(values) }
    let kernels = variant.kernels
    for index in kernels.indices where program.instructions[index].phase == .forward {
      kernels[index].run()
    }
    for (place, values) in zip(carried, after) { program.slots[place.slot].storage.assign(values) }
    return Double(program.slots[loss].storage.pointer[0])
  }

  private func layerNorms(
    _ changes: [ExaminedStep.Change]
  ) -> [(path: String, norm: Double, gradient: Int)] {
    var order: [String] = []
    var squares: [String: Double] = [:]
    var gradients: [String: Int] = [:]
    for change in changes {
      let path = ProgramBuilder.parent(of: program.slots[change.slot].name)
      if squares[path] == nil {
        order.append(path)
        gradients[path] = change.gradient
      }
      squares[path, default: 0] += change.gradientNorm * change.gradientNorm
    }
    return order.map { ($0, (squares[$0] ?? 0).squareRoot(), gradients[$0] ?? 0) }
  }
}
