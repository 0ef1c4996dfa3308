// What a run records at every step: the loss and the gradient norm of each layer.

/// The recorded series of a run.
public struct Telemetry {
  /// A layer with the gradient slots of its parameters.
  public struct Layer {
    public let path: String
    let gradients: [Int]
    public internal(set) var norms: Series
  }

  public private(set) var loss: Series
  public private(set) var layers: [Layer]
  /// The learning rate, where a schedule changes it.
  public private(set) var rate: Series?
  private let lossSlot: Int?
  private let rateSlot: Int?

  public init(_ program: Program) {
    lossSlot = program.loss
    rateSlot = program.scheduledRate
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
    layers = order.map { Layer(path: $0, gradients: slots[$0] ?? [], norms: Series($0)) }
  }

  /// Reads the machine at the end of a step.
  public mutating func record(_ machine: Machine) {
    let step = machine.updates
    if let lossSlot { loss.append(step: step, machine.number(of: lossSlot)) }
    if let rateSlot { rate?.append(step: step, machine.number(of: rateSlot)) }
    for index in layers.indices {
      var sum: Float = 0
      for slot in layers[index].gradients { sum += machine.sumOfSquares(of: slot) }
      layers[index].norms.append(step: step, sum.squareRoot())
    }
  }

  /// The last step that was recorded.
  public var lastStep: Int? { loss.buckets.last?.lastStep }

  public mutating func truncate(after step: Int) {
    loss.truncate(after: step)
    rate?.truncate(after: step)
    for index in layers.indices { layers[index].norms.truncate(after: step) }
  }
}

/// A layer's gradient against those of the others.
public enum GradientVerdict: Hashable, Sendable {
  case healthy, vanishing, exploding

  /// Vanishing: under a thousandth of the largest layer's norm. Exploding: over 1000, or no number.
  public static func judge(_ norm: Float, largest: Float) -> GradientVerdict {
    if !norm.isFinite || norm > 1000 { return .exploding }
    return largest > 0 && largest.isFinite && norm < largest * 1e-3 ? .vanishing : .healthy
  }
}
