// Schedules that are a formula of the base rate and the number of steps or epochs that are over.

import CKernels

/// A schedule in closed form: the rate of step i (from 0) is a function of i and the base rate.
///
/// It is worked out in double precision with our own exponential and cosine, then rounded once, so
/// that every machine trains with the same bits.
///
/// ```swift
/// let schedule = StepSchedule.cosine(tMax: 100)
/// schedule.rate(at: 50, base: 0.1)  // 0.05
/// ```
public struct StepSchedule: Schedule {
  public let name: String
  public let summary: String
  /// What i counts.
  public var unit: ScheduleUnit
  let formula: @Sendable (_ lr: String, _ i: String) -> String
  let rule: @Sendable (_ i: Int, _ base: Double) -> Double
  /// The momentum of step i, for a schedule that cycles it as well.
  let momentum: (@Sendable (_ i: Int) -> Double)?

  init(
    _ name: String, _ settings: [(String, String)],
    formula: @escaping @Sendable (_ lr: String, _ i: String) -> String,
    momentum: (@Sendable (_ i: Int) -> Double)? = nil,
    rule: @escaping @Sendable (_ i: Int, _ base: Double) -> Double
  ) {
    self.name = name
    summary = name + "(" + settings.map { $0 + "=" + $1 }.joined(separator: ", ") + ")"
    unit = .step
    self.formula = formula
    self.rule = rule
    self.momentum = momentum
  }

  /// The learning rate of step or epoch i, counted from 0.
  public func rate(at i: Int, base: Double) -> Double { rule(max(i, 0), base) }

  public func emitRate(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot {
    emitter.rate(
      ScheduledRate(schedule: self, period: unit == .epoch ? emitter.stepsPerEpoch : 1),
      [emitter.learningRate, emitter.step])
  }

  public func emitMomentum(_ emitter: inout ScheduleEmitter) -> ScheduleEmitter.Slot? {
    guard momentum != nil else { return nil }
    return emitter.number(
      "momentum.scheduled",
      ScheduledMomentum(schedule: self, period: unit == .epoch ? emitter.stepsPerEpoch : 1),
      [emitter.step])
  }
}

/// The 0-based step (or epoch) of a schedule from the number of steps, counted from 1.
private func scheduleStep(_ t: Double, _ period: Int) -> Int {
  let steps = t.isFinite && t >= 1 ? Int(min(t, 1e15)) - 1 : 0
  return steps / max(period, 1)
}

/// The momentum of this step. Operand t: steps counted from 1.
public struct ScheduledMomentum: UpdateOperation {
  public var name: String { schedule.name }
  /// The schedule whose state or factor it is.
  public let schedule: StepSchedule
  /// Training steps for one of the schedule's.
  public let period: Int

  private func momentum(_ t: Double) -> Double {
    schedule.momentum?(scheduleStep(t, period)) ?? 0
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (t, out) = (buffers.inputs[0].pointer, buffers.output.pointer)
    return Kernel { out[0] = Float(momentum(Double(t[0]))) }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    [momentum(inputs[0].values[0])]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(schedule.name)(\(inputs[0]) − 1), against the rate"
  }
}

/// The learning rate of this step. Operands lr, t: the base rate, steps counted from 1.
public struct ScheduledRate: UpdateOperation {
  public var name: String { schedule.name }
  /// The schedule whose state or factor it is.
  public let schedule: StepSchedule
  /// Training steps for one of the schedule's.
  public let period: Int

  private func rate(_ base: Double, _ t: Double) -> Double {
    schedule.rate(at: scheduleStep(t, period), base: base)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (lr, t) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let out = buffers.output.pointer
    return Kernel { out[0] = Float(rate(Double(lr[0]), Double(t[0]))) }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    [rate(inputs[0].values[0], inputs[1].values[0])]
  }

  public func formula(_ inputs: [String]) -> String {
    let steps = "(\(inputs[1]) − 1)"
    return schedule.formula(inputs[0], period == 1 ? steps : "⌊\(steps) / \(period)⌋")
  }
}

/// The cosine of πx, by our own polynomials.
func cosineOfPi(_ x: Double) -> Double { nabla_cos_double(Double.pi * x) }
