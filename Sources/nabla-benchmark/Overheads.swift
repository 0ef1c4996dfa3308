// What is no step rate: the cost of recording gradient norms, of compiling, and of growing.

import Engine

enum Overheads {
  /// The share of a training step that recording the loss and every layer's gradient norm adds, by
  /// blocks of steps with and without in turn.
  static func ofRecording(_ name: String, seconds: Double, clock: () -> Double) throws -> Double? {
    guard let made = try Cases.make(name) else { return nil }
    let machine = try made.machine()
    var telemetry = Telemetry(machine.program)
    func time(_ steps: Int, recording: Bool) -> Double {
      machine.onStep = recording ? { telemetry.record($0) } : nil
      let start = clock()
      machine.train(until: machine.updates + steps)
      return clock() - start
    }
    var steps = 1
    while time(steps, recording: false) < seconds / 100 { steps *= 2 }
    _ = time(steps, recording: true)
    var ratios: [Double] = []
    let start = now()
    while now() - start < seconds || ratios.count < 5 {
      let plain = time(steps, recording: false)
      ratios.append(time(steps, recording: true) / plain)
    }
    return ratios.sorted()[ratios.count / 2] - 1
  }

  /// Seconds to go from the last of 30,000 steps of the digits network to one of the 10,000 before
  /// it: the longest of 60, and the bytes that the earlier states take then.
  static func ofGoingBack() throws -> (seconds: Double, bytes: Int)? {
    guard let made = try Cases.make("digits") else { return nil }
    let machine = try made.machine()
    let last = 30_000
    machine.train(until: last)
    var longest = 0.0
    for place in 0..<60 {
      machine.move(to: last * machine.count)
      // Steps all over the range, and instructions all over the step.
      let step = last - 10_000 + (place * 7_919) % 10_000
      let start = now()
      machine.move(to: step * machine.count + (place * 13) % machine.count)
      longest = max(longest, now() - start)
    }
    return (longest, machine.historyBytes)
  }

  /// The share of a training step that looking for a NaN after it adds: what `break nan` costs.
  /// Without breakpoints nothing is asked, so there is nothing to measure.
  static func ofLookingForNaN(_ name: String, seconds: Double) throws -> Double? {
    guard let made = try Cases.make(name) else { return nil }
    let machine = try made.machine()
    var isFinite = true
    func time(_ steps: Int, looking: Bool) -> Double {
      let start = now()
      machine.train(until: machine.updates + steps) {
        if looking { isFinite = isFinite && machine.stepIsFinite }
        return true
      }
      return now() - start
    }
    var steps = 1
    while time(steps, looking: false) < seconds / 100 { steps *= 2 }
    var ratios: [Double] = []
    let start = now()
    while now() - start < seconds || ratios.count < 5 {
      let plain = time(steps, looking: false)
      ratios.append(time(steps, looking: true) / plain)
    }
    return ratios.sorted()[ratios.count / 2] - 1
  }

  /// Seconds from a traced graph to a machine that can run, for at least 100,000 instructions.
  static func ofCompiling() throws -> (instructions: Int, seconds: Double) {
    let graph = Graph(seed: 42)
    var h = try graph.freeParameter("w", [4], .ones)
    for _ in 0..<50_000 { h = try graph.add(HyperbolicTangent(), [h]) }
    let loss = try graph.add(Mean(), [h])
    let start = now()
    let program = try graph.compileTraining(loss, optimizer: SGD(lr: 0.1)).program
    let machine = try Machine(program)
    return (machine.count, now() - start)
  }
}
