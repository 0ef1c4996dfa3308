// The lattice that CTC runs over: time steps by the targets with a blank before, between and after.

import CKernels

/// The forward and backward recursions of one sequence, in logarithms and double precision.
final class CTCLattice {
  let batch: Int
  private let time: Int
  private let classes: Int
  private let longest: Int
  /// Targets stand one after the other instead of in rows.
  private let isPacked: Bool
  private let blank: Int
  /// Logarithms of what leads to a state, and of what follows from it.
  private let before: UnsafeMutablePointer<Double>
  private let after: UnsafeMutablePointer<Double>
  /// The class of each state, then the logarithm of each class's share of one time step.
  private let states: UnsafeMutablePointer<Int>
  private let sums: UnsafeMutablePointer<Double>

  /// - Parameter shapes: of log-probabilities, targets, time steps, target lengths.
  init(_ shapes: [Shape], blank: Int) {
    (time, batch, classes) = (shapes[0][0], shapes[0][1], shapes[0][2])
    longest = shapes[1][-1]
    isPacked = shapes[1].rank == 1
    self.blank = blank
    let width = 2 * longest + 1
    before = .allocate(capacity: max(time * width, 1))
    after = .allocate(capacity: max(2 * width, 1))
    states = .allocate(capacity: width)
    sums = .allocate(capacity: classes)
  }

  deinit {
    before.deallocate()
    after.deallocate()
    states.deallocate()
    sums.deallocate()
  }

  /// Floating-point operations, about.
  var cost: Int {
    let (steps, overflow) = time.multipliedReportingOverflow(by: 40 * batch * (longest + 1))
    return overflow ? .max : steps
  }

  /// log(eᵃ + eᵇ).
  private func sum(_ a: Double, _ b: Double) -> Double {
    let (high, low) = a > b ? (a, b) : (b, a)
    if low == -.infinity { return high }
    return high + nabla_log_double(1 + nabla_exp_double(low - high))
  }

  /// Steps and states of a sequence, or nil when a length or label cannot be.
  private func prepare(
    _ sequence: Int, _ labels: (Int) -> Double, _ times: (Int) -> Double,
    _ lengths: (Int) -> Double
  ) -> (steps: Int, count: Int)? {
    func whole(_ value: Double, atMost bound: Int) -> Int? {
      guard value >= 0, value <= Double(bound), value == value.rounded(.down) else { return nil }
      return Int(value)
    }
    var start = sequence * longest
    if isPacked {
      start = 0
      for earlier in 0..<sequence {
        guard let length = whole(lengths(earlier), atMost: longest - start) else { return nil }
        start += length
      }
    }
    guard let steps = whole(times(sequence), atMost: time),
      let length = whole(lengths(sequence), atMost: isPacked ? longest - start : longest)
    else { return nil }
    states[0] = blank
    for place in 0..<length {
      guard let label = whole(labels(start + place), atMost: classes - 1) else { return nil }
      states[2 * place + 1] = label
      states[2 * place + 2] = blank
    }
    return (steps, 2 * length + 1)
  }

  /// Whether a state can be reached from the one before the last.
  private func skips(_ state: Int) -> Bool {
    state >= 2 && states[state] != blank && states[state] != states[state - 2]
  }

  /// −log p of a sequence.
  func cost(
    _ sequence: Int, x: (Int) -> Double, labels: (Int) -> Double, times: (Int) -> Double,
    lengths: (Int) -> Double
  ) -> Double {
    guard let (steps, count) = prepare(sequence, labels, times, lengths) else { return .nan }
    return forward(sequence, steps, count, x)
  }

  /// The logarithms of the probabilities of ending in the last label and in the blank after it.
  func ends(
    _ sequence: Int, x: (Int) -> Double, labels: (Int) -> Double, times: (Int) -> Double,
    lengths: (Int) -> Double
  ) -> [(name: String, log: Double)] {
    guard let (steps, count) = prepare(sequence, labels, times, lengths), steps > 0 else {
      return []
    }
    _ = forward(sequence, steps, count, x)
    let end = before + (steps - 1) * count
    guard count > 1 else { return [("blanks alone", end[0])] }
    return [("ends with the last label", end[count - 2]), ("ends with a blank", end[count - 1])]
  }

  private func forward(
    _ sequence: Int, _ steps: Int, _ count: Int, _ x: (Int) -> Double
  ) -> Double {
    guard steps > 0 else { return count == 1 ? 0 : .infinity }
    for t in 0..<steps {
      let row = before + t * count
      let base = (t * batch + sequence) * classes
      for state in 0..<count {
        var paths = -Double.infinity
        if t == 0 {
          paths = state < 2 ? 0 : -.infinity
        } else {
          let last = row - count
          paths = last[state]
          if state > 0 { paths = sum(paths, last[state - 1]) }
          if skips(state) { paths = sum(paths, last[state - 2]) }
        }
        row[state] = paths + x(base + states[state])
      }
    }
    let end = before + (steps - 1) * count
    return -(count > 1 ? sum(end[count - 1], end[count - 2]) : end[0])
  }

  /// Gives the share of each class at each time step in all ways to see the targets: minus the
  /// gradient of the cost.
  func shares(
    _ sequence: Int, zeroInfinity: Bool, x: (Int) -> Double, labels: (Int) -> Double,
    times: (Int) -> Double, lengths: (Int) -> Double, give: (Int, Double) -> Void
  ) {
    guard let (steps, count) = prepare(sequence, labels, times, lengths) else {
      for t in 0..<time {
        for label in 0..<classes { give((t * batch + sequence) * classes + label, .nan) }
      }
      return
    }
    let cost = forward(sequence, steps, count, x)
    if cost == .infinity, zeroInfinity { return }
    var (now, next) = (after, after + count)
    for t in stride(from: steps - 1, through: 0, by: -1) {
      let base = (t * batch + sequence) * classes
      for label in 0..<classes { sums[label] = -.infinity }
      for state in 0..<count {
        // What follows from this state, its own time step left out.
        var paths = -Double.infinity
        if t == steps - 1 {
          paths = state >= count - 2 ? 0 : -.infinity
        } else {
          let later = base + batch * classes
          paths = next[state] + x(later + states[state])
          if state + 1 < count {
            paths = sum(paths, next[state + 1] + x(later + states[state + 1]))
          }
          if state + 2 < count, skips(state + 2) {
            paths = sum(paths, next[state + 2] + x(later + states[state + 2]))
          }
        }
        now[state] = paths
        sums[states[state]] = sum(sums[states[state]], before[t * count + state] + paths)
      }
      for label in 0..<classes {
        let log = sums[label] + cost
        give(base + label, log == -.infinity ? 0 : nabla_exp_double(log))
      }
      swap(&now, &next)
    }
  }
}
