// What a run records at every step: the loss and the gradient norm of each layer.

/// The recorded series of a run.
public struct Telemetry {
  /// A layer with parameters.
  public struct Layer {
    /// Where it stands: `net.0`.
    public let path: String
    /// The gradient's norm by step.
    public internal(set) var norms: Series
  }

  private var store: TelemetryStore

  /// Nothing recorded yet.
  public init(_ program: Program) { store = TelemetryStore(program) }

  /// The loss by step.
  public var loss: Series { store.read().loss }
  /// In the order of the program.
  public var layers: [Layer] { store.read().layers }
  /// The learning rate, which a schedule or a hand changes; nil where the update has none.
  public var rate: Series? { store.read().rate }

  /// Reads the machine at the end of a step.
  public mutating func record(_ machine: Machine) { own().record(machine) }

  /// The last step that was recorded.
  public var lastStep: Int? { store.lastStep }

  /// Forgets what came after a step.
  public mutating func truncate(after step: Int) { own().truncate(after: step) }

  /// Copies what another value holds too.
  private mutating func own() -> TelemetryStore {
    if !isKnownUniquelyReferenced(&store) { store = TelemetryStore(copying: store) }
    return store
  }
}

/// Holds the last points as they came and sorts them into their series a few dozen steps at a time: a
/// point alone would wait for memory longer than it takes to compute.
private final class TelemetryStore {
  private(set) var loss: Series
  private(set) var rate: Series?
  private(set) var layers: [Telemetry.Layer]
  private let lossSlot: Int?
  private let rateSlot: Int?
  /// The gradients of all layers, and where each layer's end.
  private var gradients: [Int] = []
  private var ends: [Int] = []
  /// The loss, the rate and the layers' norms, step after step.
  private var pending: [Float] = []
  private var pendingSteps: [Int] = []
  private static let mostPending = 64

  init(_ program: Program) {
    lossSlot = program.loss
    rateSlot = program.scheduledRate ?? program.learningRate
    rate = rateSlot.map { _ in Series("lr") }
    loss = Series(program.loss.map { program.slots[$0].name } ?? "loss")
    var order: [String] = []
    var slots: [String: [Int]] = [:]
    for (parameter, gradient) in program.trained {
      let name = program.slots[parameter].name
      let path = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      if slots[path] == nil { order.append(path) }
      slots[path, default: []].append(gradient)
    }
    layers = order.map { Telemetry.Layer(path: $0, norms: Series($0)) }
    for path in order {
      gradients += slots[path] ?? []
      ends.append(gradients.count)
    }
  }

  init(copying other: TelemetryStore) {
    (loss, rate, layers) = (other.loss, other.rate, other.layers)
    (lossSlot, rateSlot) = (other.lossSlot, other.rateSlot)
    (gradients, ends) = (other.gradients, other.ends)
    (pending, pendingSteps) = (other.pending, other.pendingSteps)
  }

  var lastStep: Int? { pendingSteps.last ?? loss.lastStep }

  func record(_ machine: Machine) {
    pendingSteps.append(machine.updates)
    pending.append(lossSlot.map { machine.number(of: $0) } ?? 0)
    pending.append(rateSlot.map { machine.number(of: $0) } ?? 0)
    machine.appendNorms(of: gradients, ends: ends, to: &pending)
    if pendingSteps.count == Self.mostPending { _ = settled() }
  }

  /// Itself, with every point in its series.
  func settled() -> TelemetryStore {
    if pendingSteps.isEmpty { return self }
    let width = 2 + layers.count
    func append(_ column: Int, to series: inout Series) {
      for (row, step) in pendingSteps.enumerated() {
        series.append(step: step, pending[row * width + column])
      }
    }
    if lossSlot != nil { append(0, to: &loss) }
    if var series = rate {
      rate = nil
      append(1, to: &series)
      rate = series
    }
    for index in layers.indices { append(2 + index, to: &layers[index].norms) }
    pending.removeAll(keepingCapacity: true)
    pendingSteps.removeAll(keepingCapacity: true)
    return self
  }

  /// Itself, with every point in a bucket, so that readers share the buckets.
  func read() -> TelemetryStore {
    _ = settled()
    loss.settle()
    rate?.settle()
    for index in layers.indices { layers[index].norms.settle() }
    return self
  }

  func truncate(after step: Int) {
    _ = settled()
    loss.truncate(after: step)
    rate?.truncate(after: step)
    for index in layers.indices { layers[index].norms.truncate(after: step) }
  }
}

/// A layer's gradient against those of the others.
public enum GradientVerdict: Hashable, Sendable {
  /// Of a usual size, far too small, or far too large.
  case healthy, vanishing, exploding

  /// Vanishing: under a thousandth of the largest layer's norm. Exploding: over 1000, or no number.
  public static func judge(_ norm: Float, largest: Float) -> GradientVerdict {
    if !norm.isFinite || norm > 1000 { return .exploding }
    return largest > 0 && largest.isFinite && norm < largest * 1e-3 ? .vanishing : .healthy
  }
}
