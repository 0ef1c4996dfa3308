import CKernels

/// log Σ exp(x) over an axis or over all, the largest element taken out first.
public struct LogSumExp: Operation {
  public let name = "logsumexp"
  /// The axis, counted from the end when negative; nil for all elements.
  public let axis: Int?
  /// Whether the reduced axis stays with the extent 1.
  public let keepsAxis: Bool

  /// Along one axis; nil reduces all elements.
  public init(axis: Int? = nil, keepsAxis: Bool = false) {
    self.axis = axis
    self.keepsAxis = keepsAxis
  }

  private var sum: Sum { Sum(axis: axis, keepsAxis: keepsAxis) }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try inputs[0].reduced(axis, keepsAxis: keepsAxis, for: name)
    // The kernel keeps what is added up.
    try Limits.check(inputs[0], for: name)
    return shape
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let rows = plan.outer * plan.inner
    let powers = Storage(count: plan.length * rows)
    let tops = Storage(count: rows)
    return Kernel {
      nabla_reduce(NABLA_MAX, plan.outer, plan.length, plan.inner, x, tops.pointer)
      // An infinite top would make ∞ − ∞.
      for row in 0..<rows where tops.pointer[row].isInfinite { tops.pointer[row] = 0 }
      for outer in 0..<plan.outer {
        let start = outer * plan.length * plan.inner
        nabla_zip(
          NABLA_SUBTRACT, plan.length, plan.inner, x + start, plan.inner, 1,
          tops.pointer + outer * plan.inner, 0, 1, powers.pointer + start)
      }
      nabla_map(NABLA_EXP, powers.count, powers.pointer, powers.pointer, 0)
      nabla_reduce(NABLA_SUM, plan.outer, plan.length, plan.inner, powers.pointer, out)
      nabla_map(NABLA_LOG, rows, out, out, 0)
      for row in 0..<rows { out[row] += tops.pointer[row] }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    return (0..<plan.outer * plan.inner).map { index in
      let (outer, inner) = (index / plan.inner, index % plan.inner)
      let row = (0..<plan.length).map {
        inputs[0].values[(outer * plan.length + $0) * plan.inner + inner]
      }
      if row.contains(where: \.isNaN) { return .nan }
      let most = row.max() ?? 0
      let top = most.isInfinite ? 0 : most
      return top + log(row.reduce(0) { $0 + exp($1 - top) })
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let x = context.inputs[0]
    let upstream = try sum.restored(context)
    let y = try sum.restored(context.node, of: x, in: graph)
    return [try graph.add(LogSumExpGradient(), [upstream, x, y])]
  }

  public func formula(_ inputs: [String]) -> String {
    "log Σ exp(\(inputs[0]))\(axis.map { ", axis=\($0)" } ?? "")"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let members = Sum(axis: axis).members(of: index, in: inputs[0])
    let top = members.map { Double($0.value) }.max() ?? 0
    guard top.isFinite, abs(top) > 50 else {
      return Explanation(members.map(\.exponential), outer: .logarithm)
    }
    // Powers of large numbers have no number of their own: the largest is taken out first.
    let terms = members.map { $0.exponential(less: top) }
    let sum = terms.reduce(0.0) { $0 + Double($1.value) }
    return Explanation(
      [.init(.init(shown(top), value: Float(top))), .init(.init("log S", value: Float(log(sum))))],
      given: [.init(name: "S", explanation: Explanation(terms))])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * inputs[0].count }
}

/// g ⊙ exp(x − y), each element's share of the sum; operands g, x and y = log Σ exp(x), where g and y
/// broadcast to x. Where y is −∞ nothing had a share.
public struct LogSumExpGradient: Operation {
  public let name = "logsumexp_backward"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, x, y) = (buffers.inputs[0], buffers.inputs[1], buffers.inputs[2])
    let out = buffers.output.pointer
    let count = buffers.output.count
    let places = Broadcasting.places(of: y.shape, in: buffers.output.shape)
    let upstream = Broadcasting.places(of: g.shape, in: buffers.output.shape)
    return Kernel {
      for i in 0..<count {
        let total = y.pointer[places[i]]
        out[i] = total == -.infinity ? -.infinity : x.pointer[i] - total
      }
      nabla_map(NABLA_EXP, count, out, out, 0)
      for i in 0..<count { out[i] *= g.pointer[upstream[i]] }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let upstream = Broadcasting.indices(of: inputs[0].shape, in: shape)
    let places = Broadcasting.indices(of: inputs[2].shape, in: shape)
    return (0..<shape.count).map {
      let total = inputs[2].values[places[$0]]
      let share = total == -.infinity ? 0 : exp(inputs[1].values[$0] - total)
      return inputs[0].values[upstream[$0]] * share
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, x, y) = (context.inputs[0], context.inputs[1], context.inputs[2])
    // u ⊙ share serves g, and times g serves x and, turned, y.
    let first = try graph.add(LogSumExpGradient(), [context.upstream, x, y])
    let second = try graph.times(first, g)
    return [
      context.needed[0] ? try context.reduced(first, like: g) : nil,
      context.needed[1] ? second : nil,
      context.needed[2]
        ? try context.reduced(try graph.add(Negate(), [second]), like: y) : nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) ⊙ exp(\(inputs[1]) − \(inputs[2]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = inputs.map { Broadcasting.element(index, of: $0.shape, in: output.shape) }
    let (x, y) = (
      Explanation.Operand(1, inputs[1], places[1]), Explanation.Operand(2, inputs[2], places[2])
    )
    let share = y.value == -.infinity ? 0 : exp(Double(x.value) - Double(y.value))
    return Explanation([
      .init(
        .element(0, inputs[0], places[0]),
        .init("exp(\u{E000} − \u{E001})", [x, y], value: Float(share)))
    ])
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "exp(\(inputs[1]) − \(inputs[2]))")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 3 * output.count }
}

extension LogSumExp {
  static let entry = Entry.reduction(
    "logsumexp", summary: "The logarithm of the sum of exponentials, over axes or over all.",
    formula: "log Σ exp(x)", example: "logsumexp([1000, 1000])"
  ) { LogSumExp(axis: $0, keepsAxis: $1) }
}
