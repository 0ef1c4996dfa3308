// How long each instruction takes. Nothing here reads a clock: it is handed in.

/// Times and floating-point operations of a program's instructions on this machine.
public struct Profile: Hashable, Sendable {
  /// Seconds of one run of each instruction: the median of the repetitions.
  public let seconds: [Double]
  /// Floating-point operations of each instruction.
  public let operations: [Int]
  /// How often the step was measured.
  public let repetitions: Int
  /// Seconds of the whole step as training runs it, where instructions are joined and buffers used
  /// again: the median of the repetitions.
  public let trainingStep: Double

  /// Seconds of all instructions, one after the other.
  public var total: Double { seconds.reduce(0, +) }
}

extension Machine {
  /// Measures the current training step, the last one that ran or the first, instruction by
  /// instruction; the machine stays where it is, with the same bits.
  ///
  /// - Parameters:
  ///   - clock: seconds of a monotonic clock.
  ///   - budget: seconds after which no repetition begins; three are made in any case.
  ///   - goesOn: asked before every repetition; false gives nil.
  public func profile(
    clock: () -> Double, budget: Double = 0.4, while goesOn: () -> Bool = { true }
  ) -> Profile? {
    guard count > 0 else {
      return Profile(seconds: [], operations: [], repetitions: 0, trainingStep: 0)
    }
    return undisturbed {
      move(to: max(position - 1, 0) / count * count)
      // Between steps the machine is still bound to the batches of the one before.
      selectStep()
      return measured(clock: clock, budget: budget, while: goesOn)
    }
  }

  private func measured(
    clock: () -> Double, budget: Double, while goesOn: () -> Bool
  ) -> Profile? {
    let kernels = variant.kernels
    let operations = program.instructions.indices.map(cost)
    // Reading the clock takes as long as a small instruction.
    var reading = Double.infinity
    for _ in 0..<200 {
      let start = clock()
      reading = min(reading, clock() - start)
    }
    var times = Array(repeating: [Double](), count: count)
    let start = clock()
    // The first run fills buffers and caches and is not counted.
    for repetition in 0...1000 {
      guard goesOn() else { return nil }
      if repetition > 3, clock() - start > budget / 2 { break }
      for index in kernels.indices {
        let before = clock()
        kernels[index].run()
        let after = clock()
        if repetition > 0 { times[index].append(max(0, after - before - reading)) }
      }
    }
    let repetitions = times.first?.count ?? 0
    var steps: [Double] = []
    let startOfSteps = clock()
    for repetition in 0...max(repetitions, 3) {
      guard goesOn() else { return nil }
      if repetition > 3, clock() - startOfSteps > budget / 2 { break }
      let before = clock()
      train(until: updates + 1)
      if repetition > 0 { steps.append(clock() - before) }
    }
    return Profile(
      seconds: times.map(Profile.median), operations: operations,
      repetitions: repetitions, trainingStep: Profile.median(steps))
  }

  /// Floating-point operations of an instruction in the current step.
  func cost(of index: Int) -> Int {
    let instruction = program.instructions[index]
    return instruction.operation.cost(
      inputs: instruction.inputs.map { variant.shapes[$0] },
      output: variant.shapes[instruction.output])
  }
}

extension Profile {
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Program {
  /// The layer or binding that each instruction works for: in the update it is the one whose
  /// parameter is changed.
  public var layers: [String] {
    var owners: [String: String] = [:]
    for (parameter, _) in trained {
      let name = slots[parameter].name
      owners[name] = ProgramBuilder.parent(of: name)
    }
    return instructions.map { instruction in
      guard instruction.phase == .update else { return instruction.scope }
      var path = instruction.path
      while owners[path] == nil {
        let parent = ProgramBuilder.parent(of: path)
        if parent == path { return instruction.scope }
        path = parent
      }
      return owners[path] ?? instruction.scope
    }
  }
}
