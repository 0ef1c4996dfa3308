// What the plots of layers are made of: ratios, profiles, distributions, gradients through time.

/// By how much of their size a step changes each layer's weights.
public struct RatioPlot: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// `net.0`
    public var path: String
    /// ‖Δw‖ / ‖w‖ over the steps.
    public var ratios: SeriesSnapshot
    /// NaN when no step was recorded.
    public var last: Float

    public init(path: String, ratios: SeriesSnapshot, last: Float) {
      self.path = path
      self.ratios = ratios
      self.last = last
    }

    /// Against the healthy band.
    public var verdict: Verdict {
      if last.isNaN || last > RatioPlot.healthy.upperBound { return last.isNaN ? .unknown : .large }
      return last < RatioPlot.healthy.lowerBound ? .small : .healthy
    }
  }

  public enum Verdict: String, Hashable, Sendable { case healthy, small, large, unknown }

  public var rows: [Row]
  /// Steps from record to record.
  public var interval: Int
  /// Only every n-th weight is measured; 1 is all.
  public var weightStride: Int

  /// About a thousandth is usual.
  public static let healthy: ClosedRange<Float> = 1e-4...1e-2

  public init(rows: [Row], interval: Int = 1, weightStride: Int = 1) {
    self.rows = rows
    self.interval = interval
    self.weightStride = weightStride
  }
}

/// A run's gradient norms by depth.
public struct ProfilePlot: Hashable, Sendable {
  public struct Layer: Hashable, Sendable {
    public var path: String
    /// ‖g‖₂ in the last step, and the median of all.
    public var last: Float
    public var median: Float

    public init(path: String, last: Float, median: Float) {
      self.path = path
      self.last = last
      self.median = median
    }
  }

  /// `net: adam(lr=0.01)`; after the loss where a run has several networks.
  public var name: String
  /// From the input to the output.
  public var layers: [Layer]

  public init(name: String, layers: [Layer]) {
    self.name = name
    self.layers = layers
  }
}

/// How the values of several tensors are distributed, now and over the steps, in bins they share.
public struct DistributionPlot: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable { case weights, gradients, activations }

  /// Values in bins.
  public struct Spread: Hashable, Sendable {
    /// By bin.
    public var counts: [UInt32]
    /// Out of range at both ends, and NaN.
    public var below: Int
    public var above: Int
    public var nanCount: Int
    /// Of the finite values; NaN when there is none.
    public var mean: Double
    public var deviation: Double
    /// The share of dead units or saturated values, 0…1.
    public var idle: Double?

    public init(
      counts: [UInt32], below: Int = 0, above: Int = 0, nanCount: Int = 0, mean: Double,
      deviation: Double, idle: Double? = nil
    ) {
      self.counts = counts
      self.below = below
      self.above = above
      self.nanCount = nanCount
      self.mean = mean
      self.deviation = deviation
      self.idle = idle
    }

    /// All values that were counted.
    public var total: Int { counts.reduce(below &+ above &+ nanCount) { $0 &+ Int($1) } }
  }

  public struct Row: Hashable, Sendable {
    /// `net.0.weight`; of activations the layer, `net.1`.
    public var name: String
    /// Nil where nothing is computed yet in this step.
    public var now: Spread?
    /// At each of the plot's `steps`.
    public var past: [Spread]
    /// `dead`, `saturated`, or nothing.
    public var idleWord: String
    /// Only every n-th value is counted; 1 is all.
    public var stride: Int

    public init(
      name: String, now: Spread?, past: [Spread], idleWord: String = "", stride: Int = 1
    ) {
      self.name = name
      self.now = now
      self.past = past
      self.idleWord = idleWord
      self.stride = stride
    }
  }

  public var subject: Subject
  /// The step of `now`.
  public var step: Int
  /// Bounds of the bins, of x or of log10 |x|.
  public var lower: Double
  public var upper: Double
  public var isMagnitude: Bool
  public var rows: [Row]
  public var steps: [Int]

  public init(
    subject: Subject, step: Int, lower: Double, upper: Double, isMagnitude: Bool, rows: [Row],
    steps: [Int]
  ) {
    self.subject = subject
    self.step = step
    self.lower = lower
    self.upper = upper
    self.isMagnitude = isMagnitude
    self.rows = rows
    self.steps = steps
  }
}

/// The gradients of recurrent layers' states by time.
public struct TimePlot: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// ‖∂L/∂hₜ‖₂
    case norm(Float)
    /// Not computed yet in this step.
    case pending
    /// No gradient comes here.
    case unreached
  }

  public struct Row: Hashable, Sendable {
    /// `net.l0`
    public var path: String
    /// By time.
    public var places: [Place]
    /// The times before which back-propagation was cut.
    public var cuts: [Int]

    public init(path: String, places: [Place], cuts: [Int] = []) {
      self.path = path
      self.places = places
      self.cuts = cuts
    }
  }

  /// The name of the loss: `L`.
  public var loss: String
  public var rows: [Row]

  public init(loss: String, rows: [Row]) {
    self.loss = loss
    self.rows = rows
  }
}
