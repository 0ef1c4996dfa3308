// Back to the last stop: the same places that stop on the way forward, met from the other side.
//
// What was read at a step is not kept, so steps are executed again in stretches that double
// backwards, each once; the last stop of the nearest stretch that has one is it.
//
//   … ├─────── 64 ───────┼── 32 ──┼ 16 ┤ here

import Engine
import Language

extension Notebook {
  /// Goes back to the last breakpoint before this place, or to the beginning of the run.
  ///
  /// - Returns: `there` when nothing stopped.
  func travelBack(_ run: Run, while goesOn: () -> Bool) throws(Diagnostic) -> Arrival {
    let machine = run.machine
    let stops = try stops(run)
    let here = machine.position
    let fixed = stops.lastFixed(before: here, machine.count)
    var hits: [Hit] = []
    if stops.areLookedFor {
      guard let met = try searchBack(run, stops, after: fixed, while: goesOn) else {
        return .interrupted
      }
      hits = met
    }
    let position = hits.first?.position ?? fixed ?? 0
    if let fixed, fixed == position {
      for (number, place, _) in stops.fixed where (fixed - place) % machine.count == 0 {
        hits.append(Hit(position: fixed, number: number))
      }
    }
    var isInterrupted = false
    machine.move(to: position) {
      isInterrupted = isInterrupted || !goesOn()
      return !isInterrupted
    }
    if isInterrupted { return .interrupted }
    // What is between is to be met again on the way forward: the counts speak of stops alone.
    for hit in hits {
      guard let index = breakpoints.firstIndex(where: { $0.number == hit.number }) else { continue }
      breakpoints[index].hits += 1
      breakpoints[index].ignored = 0
    }
    guard !hits.isEmpty else { return .there }
    _ = try stop(run, hits)
    return .stopped
  }

  /// What stops at the last place before this one, and after `fixed`.
  ///
  /// - Returns: nil when it was interrupted.
  private func searchBack(
    _ run: Run, _ stops: Stops, after fixed: Int?, while goesOn: () -> Bool
  ) throws(Diagnostic) -> [Hit]? {
    let machine = run.machine
    let here = machine.position
    let listener = machine.onStep
    machine.onStep = nil
    defer { machine.onStep = listener }
    var (high, length) = (here, 16)
    var passed: [Int: Int] = [:]
    while high > (fixed ?? 0) {
      let step = (high - 1) / machine.count
      let low = max(0, step + 1 - length) * machine.count
      guard
        let met = try meet(run, stops, from: low, to: high, isWhole: high == here, while: goesOn)
      else {
        machine.move(to: here)
        return nil
      }
      let hits = last(of: met.filter { $0.position > fixed ?? -1 }, &passed)
      if !hits.isEmpty { return hits }
      high = low
      length = min(2 * length, 1 << 16)
    }
    return []
  }

  /// The hits of the last place that stops, when as many as are to be ignored have been passed.
  private func last(of hits: [Hit], _ passed: inout [Int: Int]) -> [Hit] {
    var found: [Hit] = []
    for hit in hits.reversed() {
      if let first = found.first, first.position != hit.position { break }
      let ignored = breakpoints.first { $0.number == hit.number }?.ignored ?? 0
      if passed[hit.number, default: 0] < ignored {
        passed[hit.number, default: 0] += 1
      } else {
        found.append(hit)
      }
    }
    return found.reversed()
  }

  /// Executes a stretch again and notes everything that stops at a place after `low` and not after
  /// `high`; at `high` itself only when it is not the place that is left.
  ///
  /// - Parameter isWhole: whether `high` is where the journey starts.
  /// - Returns: nil when it was interrupted.
  func meet(
    _ run: Run, _ stops: Stops, from low: Int, to high: Int, isWhole: Bool, while goesOn: () -> Bool
  ) throws(Diagnostic) -> [Hit]? {
    let machine = run.machine
    let count = machine.count
    // One step earlier, for what a watched value was before.
    var isOn = true
    let start = max(0, low - count)
    machine.move(to: start) {
      isOn = isOn && goesOn()
      return isOn
    }
    guard isOn else { return nil }
    try takeBearings(run, stops, isFresh: true)
    var isClean = !stops.nan.isEmpty && (start == 0 || machine.outlivingIsFinite)
    var hits: [Hit] = []
    while machine.position < high {
      let base = machine.position
      let end = min(base + count, high)
      var nonFinite: Hit?
      if end == base + count {
        machine.move(to: end)
        if isClean, !machine.stepIsFinite {
          machine.move(to: base)
          if let made = machine.walkToNonFinite(until: end) {
            nonFinite = Hit(position: machine.position, number: 0, nonFinite: made)
          }
          machine.move(to: end)
        }
      } else if isClean, let made = machine.walkToNonFinite(until: end) {
        nonFinite = Hit(position: machine.position, number: 0, nonFinite: made)
      }
      machine.move(to: end)
      for (breakpoint, gauge) in stops.read where base + gauge.place <= end {
        if let hit = try read(breakpoint, gauge, run, at: base + gauge.place) { hits.append(hit) }
      }
      if let nonFinite {
        hits += stops.nan.map {
          Hit(position: nonFinite.position, number: $0, nonFinite: nonFinite.nonFinite)
        }
      }
      if machine.isAtBoundary { isClean = !stops.nan.isEmpty && machine.outlivingIsFinite }
      if !goesOn() { return nil }
    }
    return hits.filter { $0.position > low && (isWhole ? $0.position < high : true) }
      .sorted { $0.position < $1.position }
  }
}
