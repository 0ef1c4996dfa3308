/// Exploding gradients: far over the median layer's, or grown out of all proportion.
struct ExplodingRule: DiagnosisRule {
  let name = "exploding gradients"
  let looksAt = "each layer's gradient norm against the median of all layers, and its size"
  let explainedBy: Set<String> = ["NaN", "unscaled inputs", "labels out of range"]

  /// A norm that is reported whatever the other layers have.
  static let limit = 1000.0

  func findings(_ run: DiagnosedRun) -> [Finding] {
    guard let last = run.last, !run.fell(by: 0.5), !isClipped(run.program) else { return [] }
    let norms = last.layers.map(\.norm)
    let median = VanishingRule.median(norms)
    guard
      let worst = norms.indices.filter({ norms[$0].isFinite }).max(by: { norms[$0] < norms[$1] })
    else { return [] }
    let isFarOver = norms.count >= 3 && norms[worst] > 1e3 * median && norms[worst] > 10
    guard norms[worst] > Self.limit || isFarOver else { return [] }
    var words: Words = "gradient norm \(norms[worst])"
    if isFarOver {
      words =
        "\(words), \(Numbers.decades(from: median, to: norms[worst])) decades over the median "
        + "\(median)"
    }
    if !isFarOver { words = "\(words), and \(Self.limit) is much" }
    return [
      Finding(
        name, .error, last.layers[worst].path, words,
        remedy: "clip=1.0, smaller initial values, layer_norm, or for recurrence lstm or gru",
        at: run.producer(of: last.layers[worst].gradient).map { run.place($0, step: last.step) })
    ]
  }

  private func isClipped(_ program: Program) -> Bool {
    program.instructions.contains { $0.operation is ClipByNorm || $0.operation is ClipByValue }
  }
}
