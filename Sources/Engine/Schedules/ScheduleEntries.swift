// The schedules by name. PyTorch's names without `LR` where they are free; `step`, `linear` and
// `constant` mean other things, so those keep it.

enum ScheduleEntries {
  static let all: [Entry] =
    decays + cosines + warmups + cycles
    + [
      entry(
        "reduce_on_plateau",
        "mode=\"min\", factor=0.1, patience=10, threshold=1e-4, threshold_mode=\"rel\", cooldown=0, "
          + "min_lr=0, eps=1e-8",
        summary: "Times a factor when the loss has not fallen for so many steps.",
        formula: "lr ← lr · factor after patience steps", source: "torch ReduceLROnPlateau",
        example: "reduce_on_plateau(patience=2)"
      ) { arguments throws(EngineError) in
        let words = ReduceOnPlateau.ThresholdMode.allCases.map(\.rawValue)
        let mode = try arguments.word("mode", among: ["min", "max"])
        let relation = try arguments.word("threshold_mode", among: words)
        let factor = try arguments.number("factor", in: 0...1)
        guard factor < 1 else {
          throw EngineError("reduce_on_plateau: 'factor' must be less than 1, not 1")
        }
        return ReduceOnPlateau(
          mode: ReduceOnPlateau.Mode(rawValue: mode) ?? .min, factor: factor,
          patience: try arguments.count("patience"),
          threshold: try arguments.nonNegative("threshold"),
          thresholdMode: ReduceOnPlateau.ThresholdMode(rawValue: relation) ?? .relative,
          cooldown: try arguments.count("cooldown"),
          leastRate: try arguments.nonNegative("min_lr"),
          epsilon: try arguments.nonNegative("eps"), unit: try ScheduleUnit(arguments))
      }
    ]

  private static let decays: [Entry] = [
    formula(
      "constant_lr", "factor=0.3333333333333333, total_iters=5",
      summary: "The rate times a factor for the first steps.",
      formula: "lr · (factor if i < total_iters)", source: "torch ConstantLR",
      example: "constant_lr(0.5, total_iters=2)"
    ) { arguments throws(EngineError) in
      .constant(
        factor: try arguments.nonNegative("factor"),
        totalIters: try arguments.count("total_iters"))
    },
    formula(
      "linear_lr", "start_factor=0.3333333333333333, end_factor=1, total_iters=5",
      summary: "The rate times a factor that goes along a line.",
      formula: "lr · (start + (end − start) · min(i / total_iters, 1))", source: "torch LinearLR",
      example: "linear_lr(0.1, total_iters=3)"
    ) { arguments throws(EngineError) in
      .linear(
        startFactor: try arguments.nonNegative("start_factor"),
        endFactor: try arguments.nonNegative("end_factor"),
        totalIters: try arguments.count("total_iters"))
    },
    formula(
      "step_lr", "step_size, gamma=0.1", summary: "Times gamma every so many steps.",
      formula: "lr · γ^⌊i / step_size⌋", source: "torch StepLR", example: "step_lr(2)"
    ) { arguments throws(EngineError) in
      .step(
        stepSize: try arguments.positive("step_size"), gamma: try arguments.nonNegative("gamma"))
    },
    formula(
      "multistep", "milestones, gamma=0.1", summary: "Times gamma at each milestone.",
      formula: "lr · γ^(milestones ≤ i)", source: "torch MultiStepLR",
      example: "multistep([1, 2])"
    ) { arguments throws(EngineError) in
      .multistep(
        milestones: try arguments.integers("milestones"),
        gamma: try arguments.nonNegative("gamma"))
    },
    formula(
      "exponential", "gamma", summary: "Times gamma in every step.", formula: "lr · γⁱ",
      source: "torch ExponentialLR", example: "exponential(0.9)"
    ) { arguments throws(EngineError) in
      .exponential(gamma: try arguments.nonNegative("gamma"))
    },
    formula(
      "polynomial", "total_iters=5, power=1", summary: "Down to 0 as a power of what is left.",
      formula: "lr · (1 − i / total_iters)^power", source: "torch PolynomialLR",
      example: "polynomial(3, power=2)"
    ) { arguments throws(EngineError) in
      .polynomial(
        totalIters: try arguments.count("total_iters"),
        power: try arguments.nonNegative("power"))
    },
  ]

  private static let cosines: [Entry] = [
    formula(
      "cosine", "T_max, eta_min=0", summary: "Down along half a cosine in T_max steps.",
      formula: "eta_min + (lr − eta_min)(1 + cos(π i / T_max)) / 2",
      source: "Loshchilov & Hutter 2017; torch CosineAnnealingLR", example: "cosine(3)"
    ) { arguments throws(EngineError) in
      .cosine(
        tMax: try arguments.positive("T_max"), etaMin: try arguments.nonNegative("eta_min"))
    },
    formula(
      "cosine_warm_restarts", "T_0, T_mult=1, eta_min=0",
      summary: "A cosine that starts again, each time T_mult times as long.",
      formula: "eta_min + (lr − eta_min)(1 + cos(π T_cur / T_i)) / 2",
      source: "Loshchilov & Hutter 2017; torch CosineAnnealingWarmRestarts",
      example: "cosine_warm_restarts(2, T_mult=2)"
    ) { arguments throws(EngineError) in
      .cosineWarmRestarts(
        t0: try arguments.positive("T_0"), tMult: try arguments.positive("T_mult"),
        etaMin: try arguments.nonNegative("eta_min"))
    },
  ]

  private static let warmups: [Entry] = [
    formula(
      "linear_warmup", "warmup, total", summary: "Up from 0 in warmup steps, then down to 0.",
      formula: "lr · min(i / warmup, (total − i) / (total − warmup))",
      source: "transformers get_linear_schedule_with_warmup", example: "linear_warmup(1, 3)"
    ) { arguments throws(EngineError) in
      .linearWarmup(
        warmup: try arguments.count("warmup"), total: try arguments.positive("total"))
    },
    formula(
      "cosine_warmup", "warmup, total, cycles=0.5",
      summary: "Up from 0 in warmup steps, then down along a cosine.",
      formula: "lr · (1 + cos(2π cycles (i − warmup) / (total − warmup))) / 2",
      source: "transformers get_cosine_schedule_with_warmup", example: "cosine_warmup(1, 3)"
    ) { arguments throws(EngineError) in
      .cosineWarmup(
        warmup: try arguments.count("warmup"), total: try arguments.positive("total"),
        cycles: try arguments.nonNegative("cycles"))
    },
    formula(
      "noam", "features, warmup=4000, factor=1",
      summary: "The Transformer's: up along a line, down with the root; lr itself is not used.",
      formula: "factor · features^−½ · min(s^−½, s · warmup^−1½), s = i + 1",
      source: "Vaswani et al. 2017", example: "noam(16, warmup=2)"
    ) { arguments throws(EngineError) in
      .noam(
        features: try arguments.positive("features"), warmup: try arguments.positive("warmup"),
        factor: try arguments.nonNegative("factor"))
    },
  ]

  private static let cycles: [Entry] = [
    formula(
      "cyclic",
      "base_lr=none, max_lr=0.1, step_size_up=2000, step_size_down=none, mode=\"triangular\", "
        + "gamma=1, cycle_momentum=true, base_momentum=0.8, max_momentum=0.9",
      summary: "Up and down again along lines; from lr unless base_lr is given. The momentum goes "
        + "the other way.",
      formula: "base_lr + (max_lr − base_lr) · triangle(i)",
      source: "Smith 2017; torch CyclicLR", example: "cyclic(max_lr=0.5, step_size_up=2)"
    ) { arguments throws(EngineError) in
      let word = try arguments.word("mode", among: CycleMode.allCases.map(\.rawValue))
      var base: Double?
      if case .none = arguments.value("base_lr") {
      } else {
        base = try arguments.nonNegative("base_lr")
      }
      var down: Int?
      if case .none = arguments.value("step_size_down") {
      } else {
        down = try arguments.count("step_size_down")
      }
      return .cyclic(
        baseRate: base, maxRate: try arguments.nonNegative("max_lr"),
        stepsUp: try arguments.positive("step_size_up"), stepsDown: down,
        mode: CycleMode(rawValue: word) ?? .triangular,
        gamma: try arguments.nonNegative("gamma"),
        momenta: try arguments.flag("cycle_momentum") ? try momenta(arguments) : nil)
    },
    formula(
      "one_cycle",
      "max_lr, total_steps, pct_start=0.3, anneal_strategy=\"cos\", div_factor=25, "
        + "final_div_factor=1e4, three_phase=false, cycle_momentum=true, base_momentum=0.85, "
        + "max_momentum=0.95",
      summary: "Up to max_lr and far down again, once; lr itself is not used. The momentum goes "
        + "the other way.",
      formula: "max_lr / div_factor → max_lr → max_lr / div_factor / final_div_factor",
      source: "Smith & Topin 2018; torch OneCycleLR", example: "one_cycle(0.1, total_steps=3)"
    ) { arguments throws(EngineError) in
      let word = try arguments.word("anneal_strategy", among: ["cos", "linear"])
      func divisor(_ name: String) throws(EngineError) -> Double {
        let number = try arguments.nonNegative(name)
        guard number > 0 else {
          throw EngineError("one_cycle: '\(name)' must be more than 0, not 0")
        }
        return number
      }
      let (low, high) = try momenta(arguments)
      return .oneCycle(
        OneCycle(
          maxRate: try arguments.nonNegative("max_lr"),
          totalSteps: try arguments.positive("total_steps"),
          rise: try arguments.number("pct_start", in: 0...1), isLinear: word == "linear",
          divFactor: try divisor("div_factor"), finalDivFactor: try divisor("final_div_factor"),
          hasThreePhases: try arguments.flag("three_phase"), baseMomentum: low,
          maxMomentum: high), cyclesMomentum: try arguments.flag("cycle_momentum"))
    },
  ]

  private static func momenta(
    _ arguments: Arguments
  ) throws(EngineError) -> (low: Double, high: Double) {
    (
      try arguments.number("base_momentum", in: 0...1),
      try arguments.number("max_momentum", in: 0...1)
    )
  }

  private static func formula(
    _ name: String, _ settings: String, summary: String, formula: String, source: String,
    example: String,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> StepSchedule
  ) -> Entry {
    entry(
      name, settings, summary: summary, formula: formula, source: source,
      example: example
    ) { arguments throws(EngineError) in
      var schedule = try make(arguments)
      schedule.unit = try ScheduleUnit(arguments)
      return schedule
    }
  }

  private static func entry(
    _ name: String, _ settings: String, summary: String, formula: String,
    source: String, example: String,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> any Schedule
  ) -> Entry {
    Entry(
      Descriptor(
        name, .schedule, signature: "\(name)(\(settings), per=\"step\")", summary: summary,
        formula: formula, source: source,
        example: "w = param([2])\ntrain mean(w ** 2) with sgd(lr=0.1) steps=3 schedule=\(example)"),
      .schedule(make))
  }
}

extension ScheduleUnit {
  /// The argument `per` of a schedule: "step" or "epoch".
  init(_ arguments: Arguments) throws(EngineError) {
    let word = try arguments.word("per", among: ScheduleUnit.allCases.map(\.rawValue))
    self = ScheduleUnit(rawValue: word) ?? .step
  }
}

extension Arguments {
  /// A whole number of at least 0 and at most a billion.
  func count(_ parameter: String) throws(EngineError) -> Int {
    let integer = try integer(parameter)
    guard integer >= 0, integer <= 1_000_000_000 else {
      throw EngineError(
        "\(name): '\(parameter)' must be between 0 and 1000000000, not \(integer)")
    }
    return integer
  }
}
