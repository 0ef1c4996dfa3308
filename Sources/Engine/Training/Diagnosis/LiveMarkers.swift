// What shows at a glance while a run goes on: from what is recorded anyway, never from the machine,
// so that looking costs the training nothing.

/// Flags of a run that goes on.
public struct LiveMarkers: Hashable, Sendable {
  /// By layer, in telemetry's order.
  public let gradients: [GradientVerdict]
  /// A word or two each, the gravest first: `NaN`, `loss rises`, `3 vanishing`.
  public let words: [String]

  /// Reads what a run has recorded.
  public init(_ telemetry: Telemetry) {
    let norms = telemetry.layers.map { $0.norms.latest ?? .nan }
    let isRecorded = telemetry.layers.contains { $0.norms.count > 0 }
    gradients = isRecorded ? GradientVerdict.judge(norms) : norms.map { _ in .healthy }
    var words: [String] = []
    if let loss = telemetry.loss.latest, !loss.isFinite || norms.contains(where: \.isNaN) {
      words.append("NaN")
    } else if LiveMarkers.rises(telemetry.loss) {
      words.append("loss rises")
    }
    let vanishing = gradients.count { $0 == .vanishing }
    let exploding = gradients.count { $0 == .exploding }
    if exploding > 0, words.first != "NaN" { words.append("\(exploding) exploding") }
    if vanishing > 0 { words.append("\(vanishing) vanishing") }
    self.words = words
  }

  /// Whether even the least of the last few losses is far over the first one.
  private static func rises(_ loss: Series) -> Bool {
    guard let first = loss.earliest, first.isFinite, loss.buckets.count >= 8 else { return false }
    let recent = loss.buckets.suffix(5)
    return recent.allSatisfy { $0.minimum > first + max(0.5 * abs(first), 1e-6) }
  }
}

extension GradientVerdict {
  /// Every layer against the median of all: vanishing three decades under it, exploding three over
  /// it, over 1000, or no number. Of two layers the larger one is the measure.
  public static func judge(_ norms: [Float]) -> [GradientVerdict] {
    let sorted = norms.filter(\.isFinite).sorted()
    let largest = sorted.last ?? 0
    guard sorted.count >= 3 else { return norms.map { judge($0, largest: largest) } }
    let median = sorted[sorted.count / 2]
    return norms.map { norm in
      if !norm.isFinite || norm > 1000 || (norm > 10 && norm / 1000 > median) { return .exploding }
      return median > 0 && norm < median * 1e-3 ? .vanishing : .healthy
    }
  }
}
