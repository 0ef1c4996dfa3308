// What the attention pane shows besides the overview: the chosen head in full, and what its view
// needs. Plain numbers of the program's own tensors, small enough to be made ten times a second.

/// One attention layer, or one tensor of weights.
public struct AttentionLayer: Hashable, Sendable {
  /// `net.1`
  public var path: String
  /// `encoder self-attention`, `cross-attention` …
  public var kind: String
  public var heads: Int
  public var queryCount: Int
  public var keyCount: Int

  public init(path: String, kind: String, heads: Int, queryCount: Int, keyCount: Int) {
    self.path = path
    self.kind = kind
    self.heads = heads
    self.queryCount = queryCount
    self.keyCount = keyCount
  }
}

/// A matrix with labels: one stage of attention.
public struct AttentionStage: Hashable, Sendable {
  public enum Axis: Hashable, Sendable { case queries, keys, features }

  /// `QKᵀ`, `scale`, `mask`, `softmax`, `V`, `AV`.
  public var name: String
  /// The program's name of it: `net.1.scores`.
  public var path: String
  public var rowAxis: Axis
  public var columnAxis: Axis
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// Row-major; −∞ where the mask is.
  public var values: [Float]
  public var firstRow: Int
  public var firstColumn: Int
  /// The size of the whole matrix.
  public var rowCount: Int
  public var columnCount: Int

  public init(
    name: String, path: String, rowAxis: Axis = .queries, columnAxis: Axis = .keys,
    rowLabels: [String], columnLabels: [String], values: [Float], firstRow: Int = 0,
    firstColumn: Int = 0, rowCount: Int? = nil, columnCount: Int? = nil
  ) {
    self.name = name
    self.path = path
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.rowCount = rowCount ?? rowLabels.count
    self.columnCount = columnCount ?? columnLabels.count
  }
}

/// One query against the keys.
public struct AttentionNeuron: Hashable, Sendable {
  public struct Key: Hashable, Sendable {
    public var label: String
    /// The first features of the key's vector.
    public var vector: [Float]
    /// q · k as the program has it.
    public var product: Float
    /// What the softmax reads: scaled, biased, −∞ where masked.
    public var score: Float
    public var weight: Float

    public init(
      label: String, vector: [Float], product: Float, score: Float, weight: Float
    ) {
      self.label = label
      self.vector = vector
      self.product = product
      self.score = score
      self.weight = weight
    }
  }

  /// The query's label and the first features of its vector.
  public var label: String
  public var vector: [Float]
  /// Features of the whole vector.
  public var depth: Int
  public var keys: [Key]
  public var firstKey: Int
  public var keyCount: Int
  /// How the score comes from the product: `scaled`, `masked` …
  public var stages: [String]

  public init(
    label: String, vector: [Float], depth: Int, keys: [Key], firstKey: Int = 0,
    keyCount: Int? = nil, stages: [String] = []
  ) {
    self.label = label
    self.vector = vector
    self.depth = depth
    self.keys = keys
    self.firstKey = firstKey
    self.keyCount = keyCount ?? keys.count
    self.stages = stages
  }

  /// q × k, feature by feature, of one key.
  public func products(_ key: Key) -> [Float] { zip(vector, key.vector).map { $0 * $1 } }
}

/// What is looked at.
public struct AttentionLook: Hashable, Sendable {
  /// Where, brought within what there is.
  public var gaze: AttentionGaze
  /// How often attention was asked for by its verb: a new one is followed.
  public var request: Int
  public var layers: [AttentionLayer]
  /// The chosen head, a window of it around the crosshair when it is large.
  public var map: AttentionMap?
  /// ∂L/∂A of the same places, as `weights`.
  public var gradient: AttentionMap?
  public var neuron: AttentionNeuron?
  public var stages: [AttentionStage]
  /// Why something is not shown, and what to do.
  public var note: String?
  /// Sequences in the batch.
  public var sequences: Int
  /// Training steps whose maps are kept.
  public var steps: [Int]
  /// Updates done; nil when nothing trains.
  public var liveStep: Int?

  public init(
    gaze: AttentionGaze = AttentionGaze(), request: Int = 0, layers: [AttentionLayer] = [],
    map: AttentionMap? = nil, gradient: AttentionMap? = nil, neuron: AttentionNeuron? = nil,
    stages: [AttentionStage] = [], note: String? = nil, sequences: Int = 1, steps: [Int] = [],
    liveStep: Int? = nil
  ) {
    self.gaze = gaze
    self.request = request
    self.layers = layers
    self.map = map
    self.gradient = gradient
    self.neuron = neuron
    self.stages = stages
    self.note = note
    self.sequences = sequences
    self.steps = steps
    self.liveStep = liveStep
  }
}

/// A view of attention as a cell shows it.
public struct AttentionShow: Hashable, Sendable {
  /// All heads, pooled when large.
  public var maps: [AttentionMap]
  public var look: AttentionLook

  public init(maps: [AttentionMap], look: AttentionLook) {
    self.maps = maps
    self.look = look
  }
}
