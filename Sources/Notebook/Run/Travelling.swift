// Going through a run with breakpoints on the way, forward at full speed or instruction by
// instruction, and back.
//
//   at         stops before an instruction: known without executing anything
//   when watch read once a step, where the last of what they read is written. A step at full speed
//              is looked at when it has ended; where something stops, the machine goes back to
//              exactly that place
//   nan        a step at full speed is looked at when it has ended, in what it leaves behind; then it
//              is walked again to the instruction

import Engine
import Language

/// What may stop a run, in the order of its places.
struct Stops {
  /// Breakpoints before an instruction.
  var fixed: [(number: Int, place: Int, ignored: Int)] = []
  /// Conditions and watches, by place.
  var read: [(breakpoint: Breakpoint, gauge: Gauge)] = []
  var nan: [Int] = []

  var isEmpty: Bool { fixed.isEmpty && read.isEmpty && nan.isEmpty }
  /// Whether something must be looked at in every step.
  var areLookedFor: Bool { !read.isEmpty || !nan.isEmpty }
}

/// How a journey ended.
enum Arrival { case there, stopped, interrupted }

/// What was met on the way.
struct Hit {
  let position: Int
  let number: Int
  /// What a watched value was and is.
  var old: [Float] = []
  var new: [Float] = []
  var nonFinite: NonFinite?
}

extension Notebook {
  /// What may stop the run now. Also tells the machine what must be left to be read: nothing, when
  /// there is nothing to stop it.
  func stops(_ run: Run) throws(Diagnostic) -> Stops {
    var stops = Stops()
    for breakpoint in breakpoints where breakpoint.isEnabled {
      switch breakpoint.kind {
      case .at:
        if let place = place(breakpoint, run) {
          stops.fixed.append((breakpoint.number, place, breakpoint.ignored))
        }
      case .nan: stops.nan.append(breakpoint.number)
      case .when, .watch:
        do throws(Diagnostic) {
          guard let gauge = try gauge(breakpoint, run) else { continue }
          stops.read.append((breakpoint, gauge))
        } catch {
          throw aside("\(breakpoint.title) (\(breakpoint.text))", error)
        }
      }
    }
    stops.read.sort { $0.gauge.place < $1.gauge.place }
    run.machine.keep(stops.read.reduce(into: []) { $0.formUnion($1.gauge.reads) })
    return stops
  }

  /// An error in a text that was typed earlier has no place in what is being executed.
  func aside(_ title: String, _ error: Diagnostic) -> Diagnostic {
    Diagnostic(
      "\(title): \(error.message)", at: nil,
      hint: error.hint ?? "delete or disable takes it away")
  }

  /// Goes forward to a position, or to the first breakpoint on the way; what stops is shown.
  ///
  /// - Parameters:
  ///   - isTraining: whole steps run at full speed to the last; otherwise the last instruction is
  ///     walked, so that what it overwrote is known.
  ///   - goesOn: asked after every step; false stops there.
  func travel(
    _ run: Run, to target: Int, isTraining: Bool = false, while goesOn: () -> Bool
  ) throws(Diagnostic) -> Arrival {
    let machine = run.machine
    while machine.position < target {
      run.layers.prepare(machine)
      let stops = try stops(run)
      let start = machine.position
      let goal = min(target, stops.nextFixed(after: start, machine.count) ?? target)
      var hits: [Hit] = []
      var isInterrupted = false
      if stops.areLookedFor {
        hits = try search(run, stops, to: goal) {
          let isOn = goesOn()
          if !isOn { isInterrupted = true }
          return isOn
        }
      } else {
        var isOn = true
        let progress = {
          isOn = isOn && goesOn()
          return isOn
        }
        if isTraining {
          machine.move(to: goal, while: progress)
        } else {
          machine.walk(to: goal, progress)
        }
        isInterrupted = machine.position < goal
      }
      hits += pass(stops, run, from: start)
      if !hits.isEmpty, try stop(run, hits) { return .stopped }
      if isInterrupted, machine.position < target { return .interrupted }
    }
    return .there
  }

  /// Counts the breakpoints at places that were met since `start`; the ones that stop here.
  private func pass(_ stops: Stops, _ run: Run, from start: Int) -> [Hit] {
    let (position, count) = (run.machine.position, run.machine.count)
    var hits: [Hit] = []
    for (number, place, _) in stops.fixed {
      guard let index = breakpoints.firstIndex(where: { $0.number == number }) else { continue }
      let met =
        Stops.meetings(of: place, upTo: position, count)
        - Stops.meetings(of: place, upTo: start, count)
      guard met > 0 else { continue }
      breakpoints[index].hits += met
      if met > breakpoints[index].ignored {
        hits.append(Hit(position: position, number: number))
        breakpoints[index].ignored = 0
      } else {
        breakpoints[index].ignored -= met
      }
    }
    return hits
  }

  /// Runs to a position and looks at conditions, watches and for NaN on the way; ends where one of
  /// them stops, with those that do.
  private func search(
    _ run: Run, _ stops: Stops, to goal: Int, while goesOn: () -> Bool
  ) throws(Diagnostic) -> [Hit] {
    let machine = run.machine
    let count = machine.count
    try takeBearings(run, stops)
    var isClean = !stops.nan.isEmpty && (machine.position == 0 || !machine.hasNonFinite)
    while machine.position < goal {
      let base = machine.position / count * count
      let end = base + count
      var found: Hit?
      if machine.isAtBoundary, end <= goal {
        machine.move(to: end)
        if isClean, !machine.stepIsFinite {
          machine.move(to: base)
          if let nonFinite = machine.walkToNonFinite(until: end) {
            found = Hit(position: machine.position, number: 0, nonFinite: nonFinite)
          }
        }
        if let hits = try look(run, stops, from: base, to: machine.position, found) { return hits }
        machine.move(to: end)
      } else {
        let next = stops.read.lazy.map { base + $0.gauge.place }.first { $0 > machine.position }
        let start = machine.position
        let place = min(goal, end, next ?? Int.max)
        if isClean, let nonFinite = machine.walkToNonFinite(until: place) {
          found = Hit(position: machine.position, number: 0, nonFinite: nonFinite)
          isClean = false
        } else {
          machine.walk(to: place) { true }
        }
        if let hits = try look(run, stops, from: start, to: machine.position, found) { return hits }
      }
      if machine.isAtBoundary {
        isClean = !stops.nan.isEmpty && machine.outlivingIsFinite
        if !goesOn() { return [] }
      }
    }
    return []
  }

  /// Reads what is to be read between two places of a step, all of which hold now; the machine goes
  /// to the first place that stops.
  ///
  /// - Parameter nonFinite: made by the instruction before `end`, if one was.
  private func look(
    _ run: Run, _ stops: Stops, from start: Int, to end: Int, _ nonFinite: Hit?
  ) throws(Diagnostic) -> [Hit]? {
    let base = start / run.machine.count * run.machine.count
    var hits: [Hit] = []
    for (breakpoint, gauge) in stops.read {
      let position = base + gauge.place
      guard position > start, position <= end else { continue }
      if let first = hits.first, position > first.position { break }
      guard let hit = try read(breakpoint, gauge, run, at: position) else { continue }
      if count(hit.number) { hits.append(hit) }
    }
    if let nonFinite, hits.first.map({ $0.position == end }) ?? true {
      for number in stops.nan where count(number) {
        hits.append(Hit(position: end, number: number, nonFinite: nonFinite.nonFinite))
      }
    }
    guard let first = hits.first else { return nil }
    // The last instruction is walked, so that what it overwrote is known.
    run.machine.move(to: first.position - 1)
    run.machine.stepForward()
    return hits
  }

  /// Counts a hit and says whether it stops.
  private func count(_ number: Int) -> Bool {
    guard let index = breakpoints.firstIndex(where: { $0.number == number }) else { return false }
    breakpoints[index].hits += 1
    if breakpoints[index].ignored > 0 {
      breakpoints[index].ignored -= 1
      return false
    }
    return true
  }

  /// Reads one condition or watched value at its place.
  func read(
    _ breakpoint: Breakpoint, _ gauge: Gauge, _ run: Run, at position: Int
  ) throws(Diagnostic) -> Hit? {
    let values: [Float]
    do throws(Diagnostic) {
      values = try self.values(of: breakpoint, gauge, run)
    } catch {
      throw aside("\(breakpoint.title) (\(breakpoint.text))", error)
    }
    guard breakpoint.kind == .watch else {
      return values.first.map { $0 != 0 } == true
        ? Hit(position: position, number: breakpoint.number) : nil
    }
    let old = gauge.last?.values
    gauge.remember(values, at: position, run.machine)
    guard let old, !old.isSame(as: values) else { return nil }
    return Hit(position: position, number: breakpoint.number, old: old, new: values)
  }

  /// What the watched values are before anything moves.
  ///
  /// - Parameter isFresh: whether what cannot be read here is left open until it is read first.
  func takeBearings(
    _ run: Run, _ stops: Stops, isFresh: Bool = false
  ) throws(Diagnostic) {
    let machine = run.machine
    for (breakpoint, gauge) in stops.read where breakpoint.kind == .watch {
      let base = machine.position / machine.count * machine.count
      // Where it was written last.
      let place =
        gauge.place <= machine.position - base
        ? base + gauge.place
        : base - machine.count + gauge.place
      if gauge.isAlwaysThere || (place == machine.position && place > 0) {
        gauge.remember(
          try values(of: breakpoint, gauge, run), at: machine.position, machine)
      } else if place <= 0 || isFresh {
        gauge.forget()
      } else if !gauge.hasLooked(at: place, machine) {
        let (here, listener) = (machine.position, machine.onStep)
        machine.onStep = nil
        defer { machine.onStep = listener }
        machine.move(to: place)
        gauge.remember(try values(of: breakpoint, gauge, run), at: place, machine)
        machine.move(to: here)
      }
    }
  }
}

extension Stops {
  /// How often a place stands next at positions from 1 to `position`.
  static func meetings(of place: Int, upTo position: Int, _ count: Int) -> Int {
    guard position >= place, count > 0 else { return 0 }
    return (position - place) / count + (place == 0 ? 0 : 1)
  }

  /// The first position after `position` at which a place stops that is not ignored.
  func nextFixed(after position: Int, _ count: Int) -> Int? {
    fixed.map { _, place, ignored in
      let first = position < place ? place : (position - place) / count * count + count + place
      let (skipped, overflow) = ignored.multipliedReportingOverflow(by: count)
      return overflow || skipped > Int.max - first ? Int.max : first + skipped
    }.min()
  }

  /// The last position before `position` at which a place stops that is not ignored.
  func lastFixed(before position: Int, _ count: Int) -> Int? {
    fixed.compactMap { _, place, ignored in
      guard position > place else { return nil }
      let last = (position - 1 - place) / count
      return last >= ignored ? (last - ignored) * count + place : nil
    }.max()
  }
}

extension Machine {
  /// Whether a NaN or an infinity is there that a step has already made.
  var hasNonFinite: Bool { isAtBoundary ? !outlivingIsFinite : stepHasNonFinite }

  /// Goes to a position; the last instruction is walked, so that what it overwrote is still known.
  func walk(to position: Int, _ progress: () -> Bool) {
    guard position > self.position else { return move(to: position, while: progress) }
    move(to: position - 1, while: progress)
    if self.position == position - 1 { stepForward() }
  }
}

extension [Float] {
  /// Bit for bit, as a change is a change of bits: NaN is NaN, 0 is not −0.
  func isSame(as other: [Float]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}
