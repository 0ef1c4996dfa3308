// Connectionist temporal classification (Graves, Fernández, Gomez & Schmidhuber 2006): the
// probability of a label sequence, summed over every way to stretch it over the time steps with
// blanks between. One operation, because its recursion runs over time in double precision.

import CKernels

/// −log p(targets | log-probabilities) of each sequence.
///
/// Operands: log-probabilities `[time, batch, classes]`, targets `[batch, longest]` or all of them
/// one after the other, time steps `[batch]`, target lengths `[batch]`. A length or label that
/// cannot be makes its sequence NaN.
public struct CTC: Operation {
  public let name = "ctc"
  /// The class that stands for no label.
  public let blank: Int
  /// Sequences that are too short for their targets cost 0 instead of infinity.
  public let zeroInfinity: Bool

  /// Takes the class that stands for no label, and whether an impossible target costs nothing.
  public init(blank: Int = 0, zeroInfinity: Bool = false) {
    self.blank = blank
    self.zeroInfinity = zeroInfinity
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let (x, targets) = (inputs[0], inputs[1])
    guard x.rank == 3, x[2] > 0 else {
      throw EngineError(
        "ctc_loss: log-probabilities must be [time, batch, classes], not \(x)")
    }
    guard targets.rank == 1 || (targets.rank == 2 && targets[0] == x[1]) else {
      throw EngineError(
        "ctc_loss: targets of shape \(targets) do not fit a batch of \(x[1])",
        hint: "targets are [batch, longest], or all targets one after the other")
    }
    for (what, lengths) in [("input_lengths", inputs[2]), ("target_lengths", inputs[3])]
    where lengths != [x[1]] {
      throw EngineError(
        "ctc_loss: \(what) of shape \(lengths) do not fit a batch of \(x[1])",
        hint: "one number for each sequence")
    }
    guard blank >= 0, blank < x[2] else {
      throw EngineError(
        "ctc_loss: the blank \(blank) is not one of the \(x[2]) classes 0…\(x[2] - 1)")
    }
    let (states, overflow) = targets[-1].multipliedReportingOverflow(by: 8)
    try Limits.check([x[0], overflow ? .max : states + 4], for: "ctc_loss")
    return [x[1]]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let lattice = CTCLattice(buffers.inputs.map(\.shape), blank: blank)
    let x = buffers.inputs.map(\.pointer)
    let out = buffers.output.pointer
    return Kernel {
      for sequence in 0..<lattice.batch {
        let cost = lattice.cost(
          sequence, x: { Double(x[0][$0]) }, labels: { Double(x[1][$0]) },
          times: { Double(x[2][$0]) }, lengths: { Double(x[3][$0]) })
        out[sequence] = Float(zeroInfinity && cost == .infinity ? 0 : cost)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let lattice = CTCLattice(inputs.map(\.shape), blank: blank)
    return (0..<shape.count).map { sequence in
      let cost = lattice.cost(
        sequence, x: { inputs[0].values[$0] }, labels: { inputs[1].values[$0] },
        times: { inputs[2].values[$0] }, lengths: { inputs[3].values[$0] })
      return zeroInfinity && cost == .infinity ? 0 : cost
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let operation = CTCGradient(blank: blank, zeroInfinity: zeroInfinity)
    return [
      try context.graph.add(operation, [context.upstream] + context.inputs), nil, nil, nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { "−log p(\(inputs[1]) | \(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let lattice = CTCLattice(inputs.map(\.shape), blank: blank)
    let ends = lattice.ends(
      index, x: { Double(inputs[0].values[$0]) }, labels: { Double(inputs[1].values[$0]) },
      times: { Double(inputs[2].values[$0]) }, lengths: { Double(inputs[3].values[$0]) })
    let value = output.values[index]
    let probabilities = ends.map { (name: $0.name, p: Float(exp($0.log))) }
    // A probability too small for a number of its own is shown as its logarithm alone.
    guard probabilities.contains(where: { $0.p > 1e-30 }) else {
      return .constant("−log p", value)
    }
    return Explanation(
      probabilities.map { .init(.init("p(\($0.name))", value: $0.p)) }, outer: .negativeLogarithm,
      reason: .init("every way to stretch the targets over the time steps is counted"))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    CTCLattice(inputs, blank: blank).cost
  }
}

/// −g · p(class at this time | the targets are seen). Operands g `[batch]`, then those of `CTC`.
public struct CTCGradient: Operation {
  public let name = "ctc_backward"
  /// The class that stands for no label.
  public let blank: Int
  /// Whether an impossible target costs nothing.
  public let zeroInfinity: Bool

  /// With the settings of the loss that it differentiates.
  public init(blank: Int, zeroInfinity: Bool) {
    self.blank = blank
    self.zeroInfinity = zeroInfinity
  }

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let lattice = CTCLattice(buffers.inputs.dropFirst().map(\.shape), blank: blank)
    let x = buffers.inputs.map(\.pointer)
    let out = buffers.output.pointer
    let count = buffers.output.count
    return Kernel {
      out.update(repeating: 0, count: count)
      for sequence in 0..<lattice.batch {
        lattice.shares(
          sequence, zeroInfinity: zeroInfinity, x: { Double(x[1][$0]) },
          labels: { Double(x[2][$0]) }, times: { Double(x[3][$0]) },
          lengths: { Double(x[4][$0]) }
        ) { place, share in out[place] = Float(-Double(x[0][sequence]) * share) }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let lattice = CTCLattice(inputs.dropFirst().map(\.shape), blank: blank)
    var out = Array(repeating: 0.0, count: shape.count)
    for sequence in 0..<lattice.batch {
      lattice.shares(
        sequence, zeroInfinity: zeroInfinity, x: { inputs[1].values[$0] },
        labels: { inputs[2].values[$0] }, times: { inputs[3].values[$0] },
        lengths: { inputs[4].values[$0] }
      ) { place, share in out[place] = -inputs[0].values[sequence] * share }
    }
    return out
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    throw EngineError("ctc_loss has no second derivative")
  }

  public func formula(_ inputs: [String]) -> String {
    "−\(inputs[0]) ⊙ p(class | \(inputs[2]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let batch = inputs[0].count
    let sequence = index / output.shape[2] % batch
    let lattice = CTCLattice(inputs.dropFirst().map(\.shape), blank: blank)
    var share = 0.0
    lattice.shares(
      sequence, zeroInfinity: zeroInfinity, x: { Double(inputs[1].values[$0]) },
      labels: { Double(inputs[2].values[$0]) }, times: { Double(inputs[3].values[$0]) },
      lengths: { Double(inputs[4].values[$0]) }
    ) { if $0 == index { share = $1 } }
    return Explanation([
      .init(
        .element(0, inputs[0], sequence),
        .init("−p(class \(index % output.shape[2]))", value: -Float(share)))
    ])
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "−p(class | \(inputs[2]))")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    3 * CTCLattice(Array(inputs.dropFirst()), blank: blank).cost
  }
}
