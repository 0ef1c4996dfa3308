// A network as boxes and edges, for views: plain data, derived from the graph that tracing built.

/// What is drawn of a network or of a whole loss.
public struct NetworkDiagram: Hashable, Sendable {
  /// One box.
  public struct Block: Hashable, Sendable {
    public enum Role: String, Hashable, Sendable {
      /// Data or whatever comes from outside.
      case input
      case layer
      /// Operations outside of any layer, one after the other.
      case operation
      /// Where branches are added: the end of a residual edge.
      case sum
    }

    public var role: Role
    /// `dense`; for operations their names.
    public var kind: String
    /// `net.0`; of an operation what its result is called.
    public var path: String
    /// Of the output.
    public var shape: [Int]
    /// Trainable numbers.
    public var parameters: Int
    /// Another box has the same parameters.
    public var isShared: Bool
    /// Time steps of a recurrent layer, 1 for others.
    public var steps: Int
    /// What the output holds now; nil where the step has not come to it.
    public var values: Values?
  }

  /// The numbers of one tensor in short.
  public struct Values: Hashable, Sendable {
    public var mean: Float
    public var deviation: Float
    public var norm: Float
    /// Of the loss' gradient with respect to this tensor, once the step has computed it.
    public var gradientNorm: Float?
  }

  public struct Edge: Hashable, Sendable {
    /// Indices of blocks; `from` is the smaller.
    public var from: Int
    public var to: Int
  }

  /// Equal pieces one after the other, of which the first is shown.
  public struct Fold: Hashable, Sendable {
    public var first: Int
    public var last: Int
    public var count: Int
    /// `stack.0 … stack.11`
    public var title: String
    /// The same layers each time: a loop.
    public var isLoop: Bool
  }

  /// What it shows: `net`.
  public var name: String
  public var blocks: [Block]
  public var edges: [Edge]
  public var folds: [Fold]
  /// Trainable numbers, shared ones counted once.
  public var parameters: Int
}
