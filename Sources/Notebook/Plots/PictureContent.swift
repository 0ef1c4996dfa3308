// What the plots of data hold: confusion matrices, tiles, word maps, probabilities, shaded texts,
// contours. Plain data; the interface draws it.

/// How often examples of one class were taken for another.
public struct ConfusionMatrix: Hashable, Sendable {
  public var classes: [String]
  /// Row-major: what it is × what was said.
  public var counts: [Int]
  /// Whether the cells show shares of their row in percent.
  public var showsShares: Bool

  public init(classes: [String], counts: [Int], showsShares: Bool = false) {
    self.classes = classes
    self.counts = counts
    self.showsShares = showsShares
  }
}

/// Small pictures in groups: images, filters, feature maps, surfaces of neurons.
public struct TilePicture: Hashable, Sendable {
  public struct Tile: Hashable, Sendable {
    public var caption: String
    /// Whether what was said is what it is; nil when nothing was said.
    public var isRight: Bool?
    public var rows: Int
    public var columns: Int
    /// Row-major from the top.
    public var values: [Float]

    public init(
      caption: String = "", isRight: Bool? = nil, rows: Int, columns: Int, values: [Float]
    ) {
      self.caption = caption
      self.isRight = isRight
      self.rows = rows
      self.columns = columns
      self.values = values
    }
  }

  public struct Group: Hashable, Sendable {
    public var title: String
    public var tiles: [Tile]
    /// Whether 0 is the middle of the scale.
    public var isSigned: Bool
    /// Whether all tiles belong in one row.
    public var isOneRow: Bool

    public init(title: String, tiles: [Tile], isSigned: Bool = false, isOneRow: Bool = false) {
      self.title = title
      self.tiles = tiles
      self.isSigned = isSigned
      self.isOneRow = isOneRow
    }
  }

  /// What the marks mean.
  public var note: String
  public var groups: [Group]

  public init(note: String = "", groups: [Group]) {
    self.note = note
    self.groups = groups
  }
}

/// Words on the plane of their first two principal components.
public struct WordMap: Hashable, Sendable {
  public struct Neighbour: Hashable, Sendable {
    public var index: Int
    /// The cosine of the angle between the two vectors.
    public var similarity: Float

    public init(index: Int, similarity: Float) {
      self.index = index
      self.similarity = similarity
    }
  }

  public var words: [String]
  public var x: [Float]
  public var y: [Float]
  /// The parts of the variance that the two axes hold.
  public var shares: [Double]
  /// The nearest other words of each word, among all vectors that are shown.
  public var neighbours: [[Neighbour]]
  /// How many vectors there are in all.
  public var total: Int

  public init(
    words: [String], x: [Float], y: [Float], shares: [Double], neighbours: [[Neighbour]],
    total: Int
  ) {
    self.words = words
    self.x = x
    self.y = y
    self.shares = shares
    self.neighbours = neighbours
    self.total = total
  }
}

/// The likeliest choices of many.
public struct ChoiceProbabilities: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    public var index: Int
    public var label: String
    public var probability: Double

    public init(index: Int, label: String, probability: Double) {
      self.index = index
      self.label = label
      self.probability = probability
    }
  }

  /// The likeliest first.
  public var choices: [Choice]
  public var restCount: Int
  public var rest: Double
  public var temperature: Double

  public init(choices: [Choice], restCount: Int, rest: Double, temperature: Double) {
    self.choices = choices
    self.restCount = restCount
    self.rest = rest
    self.temperature = temperature
  }
}

/// A text with the probability that a model gave to each of its tokens.
public struct ShadedText: Hashable, Sendable {
  public struct Token: Hashable, Sendable {
    public var text: String
    /// NaN for what nothing came before.
    public var probability: Double
    /// Whether it was given and not chosen.
    public var isGiven: Bool

    public init(text: String, probability: Double, isGiven: Bool) {
      self.text = text
      self.probability = probability
      self.isGiven = isGiven
    }
  }

  public var tokens: [Token]
  /// Between tokens.
  public var separator: String

  public init(tokens: [Token], separator: String) {
    self.tokens = tokens
    self.separator = separator
  }
}

/// A loss over two directions, with the ways that runs took.
public struct LossContour: Hashable, Sendable {
  public struct Path: Hashable, Sendable {
    /// `sgd(lr=0.1)`
    public var name: String
    public var steps: [Int]
    public var x: [Float]
    public var y: [Float]
    /// The loss on this surface at the first and the last place.
    public var first: Float
    public var last: Float

    public init(name: String, steps: [Int], x: [Float], y: [Float], first: Float, last: Float) {
      self.name = name
      self.steps = steps
      self.x = x
      self.y = y
      self.first = first
      self.last = last
    }
  }

  public var xName: String
  public var yName: String
  /// What is held still: `the other 31 parameters as at step 100`.
  public var note: String
  public var columns: Int
  public var rows: Int
  /// The centres of the outermost grid cells.
  public var x: ClosedRange<Float>
  public var y: ClosedRange<Float>
  /// Row-major from the top.
  public var values: [Float]
  public var paths: [Path]

  public init(
    xName: String, yName: String, note: String, columns: Int, rows: Int, x: ClosedRange<Float>,
    y: ClosedRange<Float>, values: [Float], paths: [Path]
  ) {
    self.xName = xName
    self.yName = yName
    self.note = note
    self.columns = columns
    self.rows = rows
    self.x = x
    self.y = y
    self.values = values
    self.paths = paths
  }
}
