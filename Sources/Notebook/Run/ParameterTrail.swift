// Where a run's parameters were, step by step: as many states as a cap has room for, evenly spread,
// so that its way can be drawn afterwards.

import Engine

/// States of a run's trained parameters.
struct ParameterTrail {
  struct State {
    let step: Int
    /// All trained parameters one after another.
    let values: [Float]
  }

  /// A parameter's place in a state.
  struct Part {
    let path: String
    let slot: Int
    let start: Int
    let count: Int
  }

  private(set) var states: [State] = []
  let parts: [Part]
  /// Every so many updates are kept; it doubles when there is no more room.
  private(set) var stride = 1

  static let mostStates = 192
  static let mostBytes = 4 << 20

  init(_ program: Program) {
    var parts: [Part] = []
    var start = 0
    for trained in program.trained {
      let slot = program.slots[trained.parameter]
      parts.append(
        Part(path: slot.name, slot: trained.parameter, start: start, count: slot.shape.count))
      start += slot.shape.count
    }
    self.parts = parts
  }

  private var width: Int { (parts.last?.start ?? 0) + (parts.last?.count ?? 0) }

  /// How many states there is room for; with less than 16 no way is kept.
  private var capacity: Int {
    let room = width > 0 ? ParameterTrail.mostBytes / 4 / width : 0
    return room < 16 ? 0 : min(room, ParameterTrail.mostStates)
  }

  /// The state that a run goes on from, whether it is its turn or not.
  mutating func begin(_ machine: Machine) {
    truncate(after: machine.updates)
    if states.last?.step == machine.updates { states.removeLast() }
    keep(machine)
  }

  /// The state after an update, when it is its turn.
  mutating func record(_ machine: Machine) {
    if machine.updates % stride == 0 { keep(machine) }
  }

  /// The state in which a run halts.
  mutating func end(_ machine: Machine) {
    guard machine.isAtBoundary, let last = states.last, last.step < machine.updates else { return }
    keep(machine)
  }

  private mutating func keep(_ machine: Machine) {
    let capacity = capacity
    guard capacity > 0 else { return }
    while states.count >= capacity, stride < 1 << 40 {
      stride *= 2
      let first = states.first?.step
      states.removeAll { $0.step % stride != 0 && $0.step != first }
    }
    states.append(State(step: machine.updates, values: values(machine)))
  }

  /// The parameters as they are.
  func values(_ machine: Machine) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(width)
    for part in parts { values.append(contentsOf: machine.held(part.slot).values) }
    return values
  }

  /// Forgets what comes after a step: the run goes on from there.
  mutating func truncate(after step: Int) {
    states.removeAll { $0.step > step }
  }

  func part(of path: String) -> Part? { parts.first { $0.path == path } }
}
