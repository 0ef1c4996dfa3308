// One training run: its program, its machine, what it recorded.

import Engine

/// A compiled loss with its machine.
final class Run {
  let loss: Node
  /// As the loss was written: `L`.
  let name: String
  let program: Program
  let machine: Machine
  /// ∂L/∂node for every node on a trained parameter's path.
  let gradients: [Node: Node]
  let optimizer: any Optimizer
  /// The schedule of the learning rate as it was written, nil for none: `cosine(500)`.
  let schedule: String?
  /// The bounds and the part that was chosen, as they were written: `clip=1 for=net.2`.
  let bounds: String
  let stepsPerEpoch: Int
  var telemetry: Telemetry
  /// What is recorded of the layers besides, while somebody looks at it.
  var layers: LayerHistory
  /// What the layers give out, once somebody has asked.
  var probe: LayerProbe?
  /// The attention of earlier steps.
  var attention = AttentionRecord()
  /// Series of `track`, by name, in the order in which they were asked for.
  var tracked: [Series] = []
  /// Where the parameters were.
  var trail: ParameterTrail
  /// Updates that were asked for.
  var target = 0
  /// What `profile` measured last: `profile?.seconds` has a time for each instruction.
  var profile: Profile?
  /// What a breakpoint has stopped.
  var suspended: Suspended?
  /// When steps were done, where the notebook has a clock.
  var times = StepTimes()
  /// How many runs that have done a step the session had before it.
  var number = 0
  /// The program as rows, made at the first look.
  var rows: [ProgramSnapshot.Row] = []
  var groups: [ProgramGroup] = []

  init(
    loss: Node, name: String, program: Program, gradients: [Node: Node], machine: Machine,
    optimizer: any Optimizer, schedule: String? = nil,
    bounds: String = ""
  ) {
    self.bounds = bounds
    self.loss = loss
    self.name = name
    self.program = program
    self.gradients = gradients
    self.machine = machine
    self.optimizer = optimizer
    self.schedule = schedule
    stepsPerEpoch = program.stepsPerEpoch
    telemetry = Telemetry(program)
    layers = LayerHistory(program)
    trail = ParameterTrail(program)
    machine.onStep = { [unowned self] machine in
      // Going on from an earlier step takes the place of what was recorded after it.
      if let last = self.telemetry.lastStep, last >= machine.updates {
        self.telemetry.truncate(after: machine.updates - 1)
        self.trail.truncate(after: machine.updates - 1)
      }
      self.telemetry.record(machine)
      if !self.layers.kinds.isEmpty { self.layers.record(machine, self.probe) }
      self.trail.record(machine)
    }
  }

  /// How it trains, to tell runs apart: `sgd(lr=1)`, `sgd(lr=1) cosine(500) clip=1`.
  var setting: String {
    [optimizer.summary, schedule ?? "", bounds].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The current learning rate: what the schedule made of it in the last step, if there is one.
  var learningRate: Double {
    if let slot = program.scheduledRate, machine.updates > 0 {
      return Double(machine.number(of: slot))
    }
    return program.learningRate.map { Double(machine.number(of: $0)) } ?? 0
  }

  struct State {
    var machine: Machine.State
    let telemetry: Telemetry
    let layers: LayerHistory
    let tracked: [Series]
    let trail: ParameterTrail
    let attention: AttentionRecord
    let target: Int
    let suspended: Suspended?
  }

  func state(sharing earlier: Machine.State? = nil) -> State {
    State(
      machine: machine.state(sharing: earlier), telemetry: telemetry, layers: layers,
      tracked: tracked, trail: trail, attention: attention, target: target, suspended: suspended)
  }

  func restore(_ state: State) {
    machine.restore(state.machine)
    telemetry = state.telemetry
    layers = state.layers
    tracked = state.tracked
    trail = state.trail
    attention = state.attention
    target = state.target
    suspended = state.suspended
  }
}

/// An expression that is evaluated and recorded while a run goes on.
struct Tracker {
  let name: String
  let node: Node
  let every: Int
}

/// What is kept of a run when another one takes its place.
struct EarlierRun {
  let identity: RunIdentity
  let loss: SeriesSnapshot
  let profile: GradientProfile
  /// What was minimised, and the way there.
  let node: Node
  let trail: ParameterTrail

  /// More than these are forgotten, the oldest first.
  static let limit = 11
}

extension Notebook {
  /// A new run takes the place of the present one, whose loss stays.
  func replaceRun(_ new: Run) {
    new.number = run?.number ?? 0
    if let run, run.telemetry.loss.count > 0 {
      new.number += 1
      earlierRuns.append(
        EarlierRun(
          identity: run.identity, loss: summary(of: run),
          profile: GradientProfile(run.telemetry, run.program), node: run.loss, trail: run.trail))
      if earlierRuns.count > EarlierRun.limit { earlierRuns.removeFirst() }
    }
    run = new
  }

  private func summary(of run: Run) -> SeriesSnapshot {
    var series = run.snapshot(of: run.telemetry.loss)
    series.style = run.number
    return series
  }

  /// The losses of this session's runs, or of those with some numbers, each in the style it always
  /// had.
  func runSeries(_ numbers: Set<Int>? = nil) -> [SeriesSnapshot] {
    var runs = earlierRuns.map { ($0.identity, $0.loss) }
    if let run, run.telemetry.loss.count > 0 { runs.append((run.identity, summary(of: run))) }
    if let numbers { runs.removeAll { !numbers.contains($0.0.number) } }
    return zip(runs, RunIdentity.names(runs.map(\.0))).map { run, name in
      var series = run.1
      series.name = name
      return series
    }
  }
}
