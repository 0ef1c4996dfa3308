// From the notebook's state to the picture that views draw.

import Engine

extension Notebook {
  /// The notebook as it is now.
  public func snapshot() -> Snapshot {
    Snapshot(
      title: title, cells: cells, activity: activity, run: run.map(runSnapshot),
      program: run.map(programSnapshot), attention: attentionMaps(),
      plots: plots.compactMap { drawn($0) }, layout: layout,
      names: completionNames, revision: currentRevision)
  }

  private func runSnapshot(_ run: Run) -> RunSnapshot {
    RunSnapshot(
      loss: run.name, step: run.machine.updates, target: run.target,
      stepsPerEpoch: run.stepsPerEpoch, optimizer: run.optimizer.name,
      learningRate: run.learningRate, lastLoss: run.telemetry.loss.latest,
      series: seriesSnapshots(run), gradients: gradientRows(run),
      warnings: LiveMarkers(run.telemetry).words)
  }

  /// The loss first, then what is tracked.
  func seriesSnapshots(_ run: Run) -> [SeriesSnapshot] {
    ([run.telemetry.loss] + run.tracked).filter { $0.count > 0 }.map(SeriesSnapshot.init)
  }

  func gradientRows(_ run: Run) -> [GradientRow] {
    zip(run.telemetry.layers, LiveMarkers(run.telemetry).gradients).map { layer, mark in
      let verdict: GradientRow.Verdict =
        switch mark {
        case .healthy: .healthy
        case .vanishing: .vanishing
        case .exploding: .exploding
        }
      return GradientRow(
        path: layer.path, norms: SeriesSnapshot(layer.norms), last: layer.norms.latest ?? 0,
        verdict: verdict)
    }
  }

  private func programSnapshot(_ run: Run) -> ProgramSnapshot {
    let program = run.program
    if run.rows.isEmpty {
      run.rows = program.instructions.indices.map { index in
        let instruction = program.instructions[index]
        return ProgramSnapshot.Row(
          phase: instruction.phase.rawValue, path: instruction.path,
          formula: program.formula(of: index),
          shape: program.slots[instruction.output].shape.extents)
      }
    }
    return ProgramSnapshot(
      rows: run.rows, counter: run.machine.counter, step: run.machine.step,
      breakpoints: Set(breakpoints.filter(\.isEnabled).compactMap { place($0, run) }),
      marks: run.machine.marks.mapValues { $0 == .stale ? .stale : .overridden },
      current: activity == .training ? nil : detail(run))
  }

  /// The instruction that ran last, with this run's numbers; the first one before any ran.
  func detail(_ run: Run) -> InstructionDetail? {
    let program = run.program
    guard !program.instructions.isEmpty else { return nil }
    let machine = run.machine
    let hasRun = machine.position > 0
    let index = hasRun ? machine.counter - 1 : 0
    let instruction = program.instructions[index]
    let names = instruction.inputs.map { program.slots[$0].name }
    let isBackward = instruction.phase == .backward
    let rule = isBackward ? instruction.operation.chainRule(names) : nil
    var operands: [MatrixView] = []
    for (place, slot) in instruction.inputs.enumerated() {
      guard machine.isComputed(slot) else { continue }
      let role: MatrixView.Role =
        switch program.slots[slot].kind {
        case .parameter: .parameter
        case .state, .setting: .state
        case .constant: .value
        case .temporary: isBackward && rule?.incoming == place ? .incomingGradient : .value
        }
      operands.append(MatrixView(program.slots[slot].name, machine.held(slot), role))
    }
    let output = instruction.output
    let result =
      hasRun
      ? MatrixView(
        program.slots[output].name, machine.held(output), isBackward ? .gradient : .value) : nil
    return InstructionDetail(
      index: index, count: program.instructions.count, step: machine.step,
      phase: instruction.phase.rawValue, path: instruction.path,
      formula: program.formula(of: index),
      rule: isBackward ? Explaining.rule(instruction, program) : nil, operands: operands,
      result: result,
      explanation: explanation(of: index, run, rule))
  }

  /// The lines that write the instruction that ran last out; numbers that do not belong together are
  /// not written as if they did.
  private func explanation(of index: Int, _ run: Run, _ rule: ChainRule?) -> [String] {
    guard run.machine.position > 0 else { return [] }
    switch run.machine.marks[index] {
    case .stale:
      return ["stale: \(changedHere(run)) changed by hand after this ran; going on runs it again"]
    case .overridden: return ["changed by hand"]
    default: return Explaining.lines(run.program.instructions[index], run.machine, rule)
    }
  }

  /// A plot request drawn with the values of now; nil when there is nothing to draw.
  func drawn(_ request: PlotRequest) -> PlotOutput? {
    switch request {
    case .fixed(let plot): return plot
    case .loss:
      guard let run else { return nil }
      return PlotOutput(title: "loss", content: .series(seriesSnapshots(run)))
    case .runs:
      let series = runSeries()
      return series.isEmpty ? nil : PlotOutput(title: "runs", content: .series(series))
    case .gradients:
      guard let run else { return nil }
      return PlotOutput(title: "gradients", content: .gradients(gradientRows(run)))
    case .series(let name):
      guard let run else { return nil }
      let rate = name == "lr" ? run.telemetry.rate : nil
      guard let series = run.tracked.first(where: { $0.name == name }) ?? rate else { return nil }
      return PlotOutput(title: name, content: .series([SeriesSnapshot(series)]))
    case .boundary(let name):
      guard case .layer(let layer)? = environment[name],
        let boundary = try? boundary(of: layer, nil)
      else { return nil }
      return PlotOutput(title: "boundary(\(name))", content: .boundary(boundary))
    }
  }
}

extension SeriesSnapshot {
  init(_ series: Series) {
    self.init(
      name: series.name,
      buckets: series.buckets.map {
        Bucket(
          firstStep: $0.firstStep, lastStep: $0.lastStep, minimum: $0.minimum,
          maximum: $0.maximum, last: $0.last, nanCount: $0.nanCount,
          infinityCount: $0.infinityCount)
      })
  }
}

extension MatrixView {
  /// Rows and columns that a view keeps of a larger tensor.
  static let window = 64

  /// The leading corner of a tensor's last two axes.
  init(_ name: String, _ tensor: Tensor, _ role: Role) {
    let shape = tensor.shape
    let columns = shape.rank == 0 ? 1 : shape[-1]
    let allRows = shape.rank < 2 ? 1 : shape[-2]
    let (rows, width) = (min(allRows, MatrixView.window), min(columns, MatrixView.window))
    var values: [Float] = []
    values.reserveCapacity(rows * width)
    if tensor.count > 0 {
      for row in 0..<rows { values += tensor.values[row * columns..<row * columns + width] }
    }
    self.init(
      name: name, shape: shape.extents, role: role, rows: tensor.count == 0 ? 0 : rows,
      columns: tensor.count == 0 ? 0 : width, values: values)
  }
}
