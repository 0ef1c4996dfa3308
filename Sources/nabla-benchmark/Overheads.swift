// What is no step rate: the cost of recording gradient norms, of going back, of compiling, and of
// growing.

import CAllocations
import Engine

enum Overheads {
  /// How often a step in the middle of a run asks for memory: the median of 40, and the most, in a
  /// step before which the state is kept for walking back.
  static func ofAllocating(_ name: String) throws -> (usual: Int, most: Int)? {
    guard let made = try Cases.make(name) else { return nil }
    let machine = try made.machine()
    machine.train(until: 40)
    var counts: [Int] = []
    for step in 41...80 {
      let before = nabla_allocations()
      machine.train(until: step)
      counts.append(nabla_allocations() - before)
    }
    counts.sort()
    return (counts[counts.count / 2], counts[counts.count - 1])
  }

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

  /// Seconds to go from the last step of a run to one of the 10,000 before it: the longest of 60,
  /// and the most that the earlier states took on the way.
  static func ofGoingBack(_ name: String, steps: Int) throws -> (seconds: Double, bytes: Int)? {
    guard let made = try Cases.make(name) else { return nil }
    let machine = try made.machine()
    var bytes = 0
    machine.train(until: steps) {
      bytes = max(bytes, machine.historyBytes)
      return true
    }
    var longest = 0.0
    for place in 0..<60 {
      machine.move(to: steps * machine.count)
      // Steps all over the range, and instructions all over the step.
      let step = steps - 10_000 + (place * 7_919) % 10_000
      let start = now()
      machine.move(to: step * machine.count + (place * 13) % machine.count)
      longest = max(longest, now() - start)
      bytes = max(bytes, machine.historyBytes)
    }
    return (longest, bytes)
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
