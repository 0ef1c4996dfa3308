// A run's gradients by depth: what is kept of a run when another one takes its place, so that a deep
// plain network and one with residual connections can be laid side by side.

/// The gradient norms of a run's layers, from the input to the output. Where there are weights that
/// are matrices, layers without (normalisation) are left out: their few parameters are no measure.
public struct GradientProfile: Hashable, Sendable {
  /// The gradient of one layer.
  public struct Layer: Hashable, Sendable {
    /// Where it stands: `net.0`.
    public let path: String
    /// ‖g‖₂ in the last step.
    public let last: Float
    /// The median over the recorded steps; NaN when no norm is a number.
    public let median: Float
  }

  /// The layers in the order of the network.
  public let layers: [Layer]

  /// Reads what a run has recorded, layer by layer.
  public init(_ telemetry: Telemetry, _ program: Program) {
    let matrices = Set(
      program.trained.compactMap { pair -> String? in
        let slot = program.slots[pair.parameter]
        return slot.shape.rank >= 2 ? ProgramBuilder.parent(of: slot.name) : nil
      })
    let shown = telemetry.layers.filter { matrices.isEmpty || matrices.contains($0.path) }
    layers = shown.map { layer in
      Layer(
        path: layer.path, last: layer.norms.latest ?? .nan,
        median: GradientProfile.median(layer.norms))
    }
  }

  /// Of the last values of the buckets, each counted as often as it has points.
  private static func median(_ norms: Series) -> Float {
    let points = norms.buckets.filter { $0.last.isFinite }
      .map { (value: $0.last, count: max($0.count, 1)) }.sorted { $0.value < $1.value }
    let total = points.reduce(0) { $0 + $1.count }
    var passed = 0
    for point in points {
      passed += point.count
      if 2 * passed >= total { return point.value }
    }
    return .nan
  }
}
