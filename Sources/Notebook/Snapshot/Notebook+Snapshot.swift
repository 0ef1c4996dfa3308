// From the notebook's state to the picture that views draw.

import Engine

extension Notebook {
  /// The notebook as it is now.
  public func snapshot() -> Snapshot {
    let readers = readers()
    var snapshot = Snapshot(
      title: title, cells: allCells, activity: activity, run: run.map(runSnapshot),
      program: run.map(programSnapshot),
      attention: overview(readers, sequence: attention.gaze.sequence),
      attentionLook: attentionLayers.isEmpty ? nil : attentionLook(readers, attention.gaze),
      plots: plots.compactMap { $0.draw(self) }, layout: layout,
      arrangement: arrangement,
      names: completionNames, revision: currentRevision)
    snapshot.progress = progress()
    return snapshot
  }

  private func runSnapshot(_ run: Run) -> RunSnapshot {
    RunSnapshot(
      loss: run.name, step: run.machine.updates, target: run.target,
      stepsPerEpoch: run.stepsPerEpoch, optimizer: run.optimizer.name,
      learningRate: run.learningRate, lastLoss: run.telemetry.loss.latest,
      series: seriesSnapshots(run), gradients: gradientRows(run),
      warnings: LiveMarkers(run.telemetry).words,
      ratios: run.layers.kinds.contains(.ratios) ? ratioPlot(run) : nil)
  }

  /// The loss first, then what is tracked.
  func seriesSnapshots(_ run: Run) -> [SeriesSnapshot] {
    let panels = panels(run)
    return ([run.telemetry.loss] + run.tracked).enumerated().compactMap { place, series in
      guard series.count > 0 else { return nil }
      var snapshot = run.snapshot(of: series)
      snapshot.panel = place == 0 ? 0 : panels[series.name] ?? 0
      return snapshot
    }
  }

  func gradientRows(_ run: Run) -> [GradientRow] {
    let clipped = run.layers.clipped.records.last ?? []
    return zip(run.telemetry.layers, LiveMarkers(run.telemetry).gradients).enumerated().map {
      index, pair in
      let (layer, mark) = pair
      let verdict: GradientRow.Verdict =
        switch mark {
        case .healthy: .healthy
        case .vanishing: .vanishing
        case .exploding: .exploding
        }
      return GradientRow(
        path: layer.path, norms: SeriesSnapshot(layer.norms), last: layer.norms.latest ?? 0,
        verdict: verdict, clipped: clipped.indices.contains(index) ? clipped[index] : nil)
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
      run.groups = ProgramGroup.groups(of: program.instructions)
    }
    return ProgramSnapshot(
      rows: run.rows, counter: run.machine.counter, step: run.machine.step,
      breakpoints: stops(run),
      marks: run.machine.marks.mapValues { $0 == .stale ? .stale : .overridden },
      groups: run.groups, seconds: run.profile?.seconds ?? [],
      current: activity == .training ? nil : detail(run, gaze: currentGaze(run)))
  }

  /// The breakpoints at instructions; of several at one the first that is enabled.
  private func stops(_ run: Run) -> [Int: ProgramSnapshot.Stop] {
    var stops: [Int: ProgramSnapshot.Stop] = [:]
    for breakpoint in breakpoints {
      guard let place = place(breakpoint, run), stops[place]?.isEnabled != true else { continue }
      stops[place] = .init(number: breakpoint.number, isEnabled: breakpoint.isEnabled)
    }
    return stops
  }
}

extension Run {
  /// A series of this run.
  func snapshot(of series: Series) -> SeriesSnapshot {
    var snapshot = SeriesSnapshot(series)
    snapshot.recent = SeriesSnapshot.Buckets(series.recent)
    snapshot.stepsPerEpoch = stepsPerEpoch
    snapshot.times = times.moments
    return snapshot
  }
}

extension SeriesSnapshot {
  /// The whole course, without the finer buckets of its end.
  init(_ series: Series) {
    self.init(name: series.name, buckets: Buckets(series.buckets))
  }
}
