/// Vanishing gradients: layers whose gradient is decades under the median layer's.
struct VanishingRule: DiagnosisRule {
  let name = "vanishing gradients"
  let looksAt = "each layer's gradient norm against the median of all layers"
  let explainedBy: Set<String> = ["NaN", "constant inputs", "symmetric weights", "dead ReLU"]

  /// Decades under the median that are reported.
  static let decades = 3.0

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard let last = run.last, last.layers.count >= 3 else { return [] }
    let small = Self.vanishing(last.layers.map(\.norm))
    // In the step before it must have been the same.
    if let before = run.steps.dropLast().last, before.step > 1 || last.step <= 2 {
      let other = Self.vanishing(before.layers.map(\.norm))
      guard !small.isEmpty, small.contains(where: other.contains) else { return [] }
    }
    let median = Self.median(last.layers.map(\.norm))
    guard let worst = small.min(by: { last.layers[$0].norm < last.layers[$1].norm }) else {
      return []
    }
    let norm = last.layers[worst].norm
    let subject =
      small.count == 1
      ? last.layers[worst].path
      : "\(last.layers[small[0]].path) … \(last.layers[small[small.count - 1]].path)"
    let decades = Numbers.decades(from: norm, to: median)
    let count: Words =
      small.count == 1 ? "gradient norm" : "\(small.count) layers, the least gradient norm"
    return [
      Finding(
        name, .error, subject, "\(count) \(norm), \(decades) decades under the median \(median)",
        remedy: "use relu or gelu, residual(…) around the layers, or initial values that keep the "
          + "variance (init=xavier_normal, he_normal before relu)",
        at: run.producer(of: last.layers[worst].gradient).map { run.place($0, step: last.step) })
    ]
  }

  /// The layers, by index, that lie so far under the median.
  static func vanishing(_ norms: [Double]) -> [Int] {
    let median = median(norms)
    guard median.isFinite, median > 0 else { return [] }
    // An exact 0 is a layer that nothing reaches, unless its neighbours fade away too.
    let fading = norms.indices.filter { norms[$0] > 0 && norms[$0] * 1e3 <= median }
    return norms.indices.filter {
      norms[$0] * 1e3 <= median && (norms[$0] > 0 || !fading.isEmpty)
    }
  }

  static func median(_ norms: [Double]) -> Double {
    let sorted = norms.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[sorted.count / 2]
  }
}

extension Numbers {
  /// Whole powers of ten between two numbers.
  static func decades(from small: Double, to large: Double) -> Int {
    guard small > 0, large > small, large.isFinite else { return small == 0 ? 45 : 0 }
    return Int((logarithm(large / small) / 2.302585092994046).rounded(.down))
  }
}
