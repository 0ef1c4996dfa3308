// What surrounds an optimizer in the update phase: bounds on the gradients, and how the learning
// rate changes from step to step.

/// The options of a training step that every optimizer shares.
public struct UpdateOptions: Sendable {
  /// Gradients are scaled down to this global norm (Pascanu, Mikolov & Bengio 2013).
  public var clip: Double?
  /// Each element of each gradient is kept within ± this, after `clip`.
  public var clipValue: Double?
  /// The whole update is left out when the global norm is above this, or is not a number.
  public var discard: Double?
  /// The order of the global norm: 2, 1, another positive number or infinity.
  public var normType: Double
  /// What the learning rate is multiplied with by step; nil leaves it.
  public var schedule: (any Schedule)?

  /// No bounds and no schedule unless given.
  public init(
    clip: Double? = nil, clipValue: Double? = nil, discard: Double? = nil, normType: Double = 2,
    schedule: (any Schedule)? = nil
  ) {
    self.clip = clip
    self.clipValue = clipValue
    self.discard = discard
    self.normType = normType
    self.schedule = schedule
  }
}
