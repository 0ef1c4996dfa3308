// What a run records of its layers when somebody wants to see it, every few steps: how far an update
// moves the weights, what clipping leaves of a gradient, how values are distributed. Nothing is
// recorded that nobody asked for, and then a training step costs nothing.
//
//   weights of step s − 1 ──┐
//   step s                  ├─ ‖Δw‖ / ‖w‖
//   weights of step s ──────┘

/// Records of layers over the steps.
public struct LayerHistory {
  /// What is recorded.
  public struct Kinds: OptionSet, Hashable, Sendable {
    /// One bit for each kind.
    public let rawValue: Int
    /// The kinds whose bits are set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ‖Δw‖ / ‖w‖ of every layer.
    public static let ratios = Kinds(rawValue: 1)
    /// Gradient norms after clipping.
    public static let clipped = Kinds(rawValue: 2)
    /// The values of parameters.
    public static let weights = Kinds(rawValue: 4)
    /// The gradients of parameters.
    public static let gradients = Kinds(rawValue: 8)
    /// What layers give out.
    public static let activations = Kinds(rawValue: 16)
  }

  /// What is recorded now.
  public var kinds: Kinds = [] {
    didSet {
      if !kinds.contains(.ratios) { (ratios, before) = (Self.norms, nil) }
      if !kinds.contains(.clipped) { clipped = Self.norms }
      if !kinds.contains(.weights) { weights = nil }
      if !kinds.contains(.gradients) { gradients = nil }
      if !kinds.contains(.activations) { activations = nil }
    }
  }

  /// The layers with trained parameters, in the program's order.
  public let layers: [String]
  /// The trained parameters, in the same order: `net.0.weight`.
  public let parameters: [String]
  /// ‖Δw‖ / ‖w‖ of each layer: by how much of their size a step changes its weights. Infinite
  /// where the weights were 0, NaN where nothing is a number.
  public private(set) var ratios = Self.norms
  /// ‖g‖₂ of each layer after clipping.
  public private(set) var clipped = Self.norms
  /// The values of parameters by step; nil until asked for.
  public private(set) var weights: DistributionHistory?
  /// The gradients of parameters by step; nil until asked for.
  public private(set) var gradients: DistributionHistory?
  /// What layers give, by step; nil until asked for.
  public private(set) var activations: DistributionHistory?
  /// Whether the program bounds its gradients.
  public var clips: Bool { !clippedSlots.isEmpty }
  /// How many weights lie between two that the ratios are made of: more than 16 million would take
  /// more memory than a picture is worth.
  public let weightStride: Int

  private static var norms: SampledSteps<[Float]> { SampledSteps(capacity: 256) }
  private static let mostWeights = 1 << 24

  /// By layer, the places in `trained`.
  private let members: [[Int]]
  private let trained: [(parameter: Int, gradient: Int)]
  /// By place in `trained`, what clipping makes of the gradient; empty without clipping.
  private let clippedSlots: [Int]
  /// The weights at the end of a step, while the next one is to be measured.
  private var before: (step: Int, timeline: Int, weights: [[Float]])?

  /// Nothing recorded yet.
  public init(_ program: Program) {
    var order: [String] = []
    var places: [String: [Int]] = [:]
    for (place, pair) in program.trained.enumerated() {
      let path = ProgramBuilder.parent(of: program.slots[pair.parameter].name)
      if places[path] == nil { order.append(path) }
      places[path, default: []].append(place)
    }
    layers = order
    members = order.map { places[$0] ?? [] }
    trained = program.trained
    parameters = program.trained.map { program.slots[$0.parameter].name }
    let total = program.trained.reduce(0.0) {
      $0 + Double(program.slots[$1.parameter].shape.count)
    }
    weightStride = max(1, Int((total / Double(Self.mostWeights)).rounded(.up)))
    var clippings: [Int: Int] = [:]
    for instruction in program.instructions
    where instruction.operation is ClipByNorm || instruction.operation is ClipByValue {
      if let gradient = instruction.inputs.first { clippings[gradient] = instruction.output }
    }
    clippedSlots =
      clippings.isEmpty
      ? []
      : program.trained.map { pair in
        var slot = pair.gradient
        while let next = clippings[slot] { slot = next }
        return slot
      }
  }

  // MARK: Recording

  /// Notes what the next step is measured against; called before steps that may follow a jump.
  public mutating func prepare(_ machine: Machine) {
    guard kinds.contains(.ratios), machine.isAtBoundary else { return }
    let step = machine.updates
    guard ratios.isDue(step + 1) else {
      before = nil
      return
    }
    if let before, before.step == step, before.timeline == machine.timeline { return }
    before = (
      step, machine.timeline,
      trained.map { pair in
        let values = Self.values(pair.parameter, machine)
        guard weightStride > 1 else { return Array(values) }
        return Swift.stride(from: 0, to: values.count, by: weightStride).map { values[$0] }
      }
    )
  }

  /// Reads the machine at the end of a step.
  ///
  /// - Parameter probe: for the activations.
  public mutating func record(_ machine: Machine, _ probe: LayerProbe? = nil) {
    let step = machine.updates
    if kinds.contains(.ratios) {
      if let before, before.step == step - 1 {
        let measured = ratios.isDue(step) ? measuredRatios(machine, before.weights) : []
        ratios.append(step: step, measured)
      } else if before?.step != step || before?.timeline != machine.timeline {
        // A step that is executed once more is as it was; any other goes.
        ratios.truncate(after: step - 1)
      }
      prepare(machine)
    }
    if kinds.contains(.clipped), clips {
      clipped.truncate(after: step - 1)
      if clipped.isDue(step) {
        let norms = clippedNorms(machine)
        clipped.append(step: step, norms)
      }
    }
    let (trained, names) = (trained, parameters)
    if kinds.contains(.weights) {
      Self.record(&weights, step, names, room: Self.weightRoom) {
        Self.values(trained[$0].parameter, machine)
      }
    }
    if kinds.contains(.gradients) {
      Self.record(&gradients, step, names, room: nil) { Self.values(trained[$0].gradient, machine) }
    }
    guard kinds.contains(.activations), let probe else { return }
    activations?.samples.truncate(after: step - 1)
    guard activations?.samples.isDue(step) ?? true else { return }
    probe.look(atStep: step - 1)
    Self.record(
      &activations, step, probe.layers.map(\.path), room: 1, idle: { probe.idleShare($0) }
    ) { probe.values($0) }
  }

  /// How far weights may grow before they are out of the range that their first values choose.
  static let weightRoom = 1.5

  /// Counts the values of tensors, in bins that the first record chooses.
  ///
  /// - Parameter room: how far beyond the first values the bins go; nil counts magnitudes.
  private static func record(
    _ history: inout DistributionHistory?, _ step: Int, _ names: [String], room: Double?,
    idle: (Int) -> Double? = { _ in nil }, _ values: (Int) -> UnsafeBufferPointer<Float>
  ) {
    history?.samples.truncate(after: step - 1)
    guard history?.samples.isDue(step) ?? true, !names.isEmpty else { return }
    let names = Array(names.prefix(DistributionHistory.mostTensors))
    var recorded = history ?? DistributionHistory(names: names, bins: bins(names, room, values))
    let bins = recorded.bins
    let sample = names.indices.map { index in
      let values = values(index)
      var found = Distribution(values, bins, stride: DistributionHistory.stride(values.count))
      found.idle = idle(index)
      return found
    }
    recorded.samples.append(step: step, sample)
    history = recorded
  }

  /// Bins for tensors as they are now.
  static func bins(
    _ names: [String], _ room: Double?, _ values: (Int) -> UnsafeBufferPointer<Float>
  ) -> Bins {
    guard let room else {
      return Bins(.magnitude, lower: -12, upper: 2, count: DistributionHistory.binCount + 2)
    }
    var (low, high) = (Double.infinity, -Double.infinity)
    for index in names.indices {
      let values = values(index)
      guard
        let own = Distribution.extremes(
          values, stride: DistributionHistory.stride(values.count))
      else { continue }
      low = min(low, own.lowerBound)
      high = max(high, own.upperBound)
    }
    let range = low <= high ? low...high : 0...0
    return Bins(around: range, room: room, count: DistributionHistory.binCount)
  }

  /// Forgets what was recorded after a step: the run went back and takes another way.
  public mutating func truncate(after step: Int) {
    ratios.truncate(after: step)
    clipped.truncate(after: step)
    weights?.samples.truncate(after: step)
    gradients?.samples.truncate(after: step)
    activations?.samples.truncate(after: step)
  }

  /// Takes over records of some kinds.
  mutating func take(_ kinds: Kinds, from other: LayerHistory) {
    self.kinds.formUnion(kinds)
    if kinds.contains(.ratios) { (ratios, before) = (other.ratios, other.before) }
    if kinds.contains(.clipped) { clipped = other.clipped }
    if kinds.contains(.weights) { weights = other.weights }
    if kinds.contains(.gradients) { gradients = other.gradients }
    if kinds.contains(.activations) { activations = other.activations }
  }

  /// Distributions of this moment, in the bins of what was recorded.
  public struct Moment {
    /// The tensors' paths.
    public let names: [String]
    /// The bins that are counted in.
    public let bins: Bins
    /// One a name; nil where nothing is computed yet in this step.
    public let distributions: [Distribution?]
  }

  /// Weights, gradients or activations as they are now.
  ///
  /// - Parameter probe: has looked at this moment; inside a step the values are the program's own.
  public func moment(_ kind: Kinds, _ machine: Machine, _ probe: LayerProbe?) -> Moment {
    var names = Array(parameters.prefix(DistributionHistory.mostTensors))
    var history = weights
    var room: Double? = Self.weightRoom
    var slots = trained.prefix(names.count).map(\.parameter)
    if kind == .gradients {
      (history, room) = (gradients, nil)
      slots = trained.prefix(names.count).map(\.gradient)
    } else if kind == .activations {
      (history, room) = (activations, 1)
      names = probe?.layers.map(\.path) ?? []
      slots = []
    }
    func values(_ index: Int) -> UnsafeBufferPointer<Float>? {
      guard kind == .activations else {
        return machine.isComputed(slots[index]) ? Self.values(slots[index], machine) : nil
      }
      guard !machine.isAtBoundary else { return probe?.values(index) }
      guard let node = probe?.layers[index].node, let slot = machine.program.slot(of: node),
        machine.isComputed(slot)
      else { return nil }
      return Self.values(slot, machine)
    }
    let bins =
      history?.bins
      ?? Self.bins(names, room) { values($0) ?? UnsafeBufferPointer(start: nil, count: 0) }
    return Moment(
      names: names, bins: bins,
      distributions: names.indices.map { index in
        guard let values = values(index) else { return nil }
        var found = Distribution(values, bins, stride: DistributionHistory.stride(values.count))
        if kind == .activations { found.idle = probe?.idleShare(index, of: values) }
        return found
      })
  }

  // MARK: Measuring

  private static func values(_ slot: Int, _ machine: Machine) -> UnsafeBufferPointer<Float> {
    machine.fetch(slot)
    return UnsafeBufferPointer(
      start: machine.program.slots[slot].storage.pointer, count: machine.shape(of: slot).count)
  }

  private func measuredRatios(_ machine: Machine, _ old: [[Float]]) -> [Float] {
    members.map { places in
      var (moved, size) = (0.0, 0.0)
      for place in places {
        let now = Self.values(trained[place].parameter, machine)
        for (index, value) in old[place].enumerated() {
          let difference = Double(now[index * weightStride]) - Double(value)
          moved += difference * difference
          size += Double(value) * Double(value)
        }
      }
      return Float((moved / size).squareRoot())
    }
  }

  private func clippedNorms(_ machine: Machine) -> [Float] {
    members.map { places in
      let squares = places.reduce(0.0) { $0 + machine.sumOfSquares(of: clippedSlots[$1]) }
      return Float(squares.squareRoot())
    }
  }
}
