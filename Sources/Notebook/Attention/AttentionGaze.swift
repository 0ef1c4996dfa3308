// Where one looks in the attention pane. Looking is no part of the session: the interface sends it,
// the notebook reads what it asks for, and nothing is recorded.

/// A view of attention and the place of it that is looked at.
public struct AttentionGaze: Hashable, Sendable {
  /// The ways to look at attention.
  public enum View: String, Hashable, Sendable, CaseIterable {
    /// A table of queries and keys.
    case map
    /// Links between two columns of tokens.
    case heads
    /// Layers and heads as thumbnails.
    case model
    /// One query against all keys: q, k, q × k, q · k, softmax.
    case neuron
    /// Scores, scale, mask, softmax, values.
    case stages
  }

  public var view: View
  public var layer: Int
  public var head: Int
  public var query: Int
  public var key: Int
  /// Which sequence of a batch.
  public var sequence: Int
  /// ∂L/∂A beside A.
  public var showsGradient: Bool
  /// A map that is larger than the pane is max-pooled instead of scrolled.
  public var isPooled: Bool
  /// The stage that comes first when not all have room.
  public var stage: Int
  /// A recorded training step; nil is the present.
  public var step: Int?

  public init(
    view: View = .map, layer: Int = 0, head: Int = 0, query: Int = 0, key: Int = 0,
    sequence: Int = 0, showsGradient: Bool = false, isPooled: Bool = false, stage: Int = 0,
    step: Int? = nil
  ) {
    self.view = view
    self.layer = layer
    self.head = head
    self.query = query
    self.key = key
    self.sequence = sequence
    self.showsGradient = showsGradient
    self.isPooled = isPooled
    self.stage = stage
    self.step = step
  }
}
