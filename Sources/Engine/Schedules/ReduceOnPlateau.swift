// The rate falls when the loss has stopped to: a schedule that keeps a state of its own.

/// Times `factor` after `patience` steps without a better loss (PyTorch's ReduceLROnPlateau).
///
/// What it keeps is `lr.plateau`: the best loss, the steps since, the steps of rest that are left,
/// how often the rate was reduced, and the sum and number of losses of the epoch so far. It is part
/// of the run's state: saved, digested and undone with it.
public struct ReduceOnPlateau: Schedule {
  /// Whether smaller or larger is better.
  public enum Mode: String, Sendable, CaseIterable {
    /// The smaller the better, or the larger.
    case min, max
  }
  /// What `threshold` is compared with.
  public enum ThresholdMode: String, Sendable, CaseIterable {
    /// A share of the best value.
    case relative = "rel"
    /// A difference from the best value.
    case absolute = "abs"
  }

  public let name = "reduce_on_plateau"
  /// Whether smaller or larger is better.
  public var mode: Mode
  /// What the rate is multiplied with.
  public var factor: Double
  /// How many steps without an improvement are borne.
  public var patience: Int
  /// The least that counts as an improvement.
  public var threshold: Double
  /// Whether `threshold` is a share or a difference.
  public var thresholdMode: ThresholdMode
  /// Steps of rest after a reduction.
  public var cooldown: Int
  /// The rate that it does not go below.
  public var leastRate: Double
  /// A reduction by less than this is not made.
  public var epsilon: Double
  /// With epochs, the loss is the mean over an epoch's steps.
  public var unit: ScheduleUnit

  /// PyTorch's defaults.
  public init(
    mode: Mode = .min, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    thresholdMode: ThresholdMode = .relative, cooldown: Int = 0, leastRate: Double = 0,
    epsilon: Double = 1e-8, unit: ScheduleUnit = .step
  ) {
    self.mode = mode
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.thresholdMode = thresholdMode
    self.cooldown = cooldown
    self.leastRate = leastRate
    self.epsilon = epsilon
    self.unit = unit
  }

  public var summary: String {
    "reduce_on_plateau(factor=\(shown(factor)), patience=\(patience))"
  }

  /// The base rate after so many reductions.
  func rate(_ base: Double, reductions: Int) -> Double {
    var rate = base
    for _ in 0..<max(reductions, 0) {
      let next = max(rate * factor, leastRate)
      guard rate - next > epsilon else { break }
      rate = next
    }
    return rate
  }

  private func isBetter(_ loss: Double, than best: Double) -> Bool {
    switch (mode, thresholdMode) {
    case (.min, .relative): loss < best * (1 - threshold)
    case (.min, .absolute): loss < best - threshold
    case (.max, .relative): loss > best * (1 + threshold)
    case (.max, .absolute): loss > best + threshold
    }
  }

  /// The state before any step.
  var start: [Float] { [mode == .min ? .infinity : -.infinity, 0, 0, 0, 0, 0] }

  /// The state after a step with this loss.
  func next(
    _ state: inout (best: Double, bad: Double, rest: Double, reductions: Double), _ loss: Double
  ) {
    if isBetter(loss, than: state.best) {
      state.best = loss
      state.bad = 0
    } else {
      state.bad += 1
    }
    if state.rest > 0 {
      state.rest -= 1
      state.bad = 0
    }
    if state.bad > Double(patience) {
      state.reductions += 1
      state.rest = Double(cooldown)
      state.bad = 0
    }
  }

  public func emitRate(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot {
    let state = emitter.state("plateau", start)
    return emitter.rate(PlateauRate(schedule: self), [emitter.learningRate, state])
  }

  public func emitEnd(_ emitter: inout ScheduleEmitter) {
    guard let state = emitter.state(named: "plateau") else { return }
    let period = unit == .epoch ? emitter.stepsPerEpoch : 1
    emitter.assign(
      state, PlateauState(schedule: self, period: period), [state, emitter.loss, emitter.step])
  }
}

/// The base rate, reduced as often as the state says. Operands lr, state.
public struct PlateauRate: UpdateOperation {
  public let name = "reduce_on_plateau"
  /// The schedule whose state or factor it is.
  public let schedule: ReduceOnPlateau

  private func rate(_ base: Double, _ reductions: Double) -> Double {
    schedule.rate(base, reductions: reductions >= 0 ? Int(min(reductions, 1e6)) : 0)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (lr, state) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let out = buffers.output.pointer
    return Kernel { out[0] = Float(rate(Double(lr[0]), Double(state[3]))) }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    [rate(inputs[0].values[0], inputs[1].values[3])]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) · \(shown(schedule.factor))^\(inputs[1])[3]"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let operands = [
      Explanation.Operand(0, inputs[0], 0), Explanation.Operand(1, inputs[1], 3),
    ]
    return Explanation([
      .init(
        .init(
          "\u{E000} · \(shown(schedule.factor))^\u{E001}", operands, value: output.values[index]))
    ])
  }
}

/// What the schedule knows after this step. Operands state, loss, t.
public struct PlateauState: UpdateOperation {
  public let name = "plateau"
  /// The schedule whose state or factor it is.
  public let schedule: ReduceOnPlateau
  /// Training steps for one of the schedule's.
  public let period: Int

  private func next(_ state: (Int) -> Double, _ loss: Double, _ t: Double)
    -> (Double, Double, Double, Double, Double, Double)
  {
    let (sum, count) = (state(4) + loss, state(5) + 1)
    var known = (best: state(0), bad: state(1), rest: state(2), reductions: state(3))
    guard period <= 1 || t.truncatingRemainder(dividingBy: Double(period)) == 0 else {
      return (known.best, known.bad, known.rest, known.reductions, sum, count)
    }
    schedule.next(&known, period <= 1 ? loss : sum / count)
    return (known.best, known.bad, known.rest, known.reductions, 0, 0)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let inputs = buffers.inputs.map(\.pointer)
    let (state, loss, t) = (inputs[0], inputs[1], inputs[2])
    let out = buffers.output.pointer
    return Kernel {
      let new = next({ Double(state[$0]) }, Double(loss[0]), Double(t[0]))
      (out[0], out[1], out[2]) = (Float(new.0), Float(new.1), Float(new.2))
      (out[3], out[4], out[5]) = (Float(new.3), Float(new.4), Float(new.5))
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let new = next({ inputs[0].values[$0] }, inputs[1].values[0], inputs[2].values[0])
    return [new.0, new.1, new.2, new.3, new.4, new.5]
  }

  public func formula(_ inputs: [String]) -> String { "plateau(\(inputs[0]), \(inputs[1]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let fields = [
      "the best loss so far", "steps without a better loss", "steps of rest that are left",
      "how often the rate was reduced", "the sum of the epoch's losses", "losses in that sum",
    ]
    return .constant(
      fields.indices.contains(index) ? fields[index] : "", output.values[index],
      because: .init("\u{E000} is this step's loss", [.init(1, inputs[1], 0)]))
  }
}
