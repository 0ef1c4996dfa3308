// The mean of every window, and its gradient. Both are linear, so each is the other's gradient.

import CKernels

/// What an element of a window is divided by.
public struct PoolDivisor: Hashable, Sendable {
  /// Whether places of the padding count.
  public var countsPadding: Bool
  /// Divides by this instead of the number of places.
  public var fixed: Int?

  /// The size of the window, with or without padding, or a fixed number.
  public init(countsPadding: Bool = true, fixed: Int? = nil) {
    self.countsPadding = countsPadding
    self.fixed = fixed
  }
}

/// The mean of every window of the last one or two axes; operand x.
public struct AveragePool: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows
  /// What a window's sum is divided by.
  public let divisor: PoolDivisor

  /// Windows over the last axes, and what their sums are divided by.
  public init(_ windows: PoolWindows, divisor: PoolDivisor = PoolDivisor()) {
    self.windows = windows
    self.divisor = divisor
  }

  public var name: String { (windows.isAdaptive ? "adaptive_" : "") + "avg_pool\(windows.axes)d" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    if case .regular(_, _, _, let dilation, _) = windows.layout,
      dilation.contains(where: { $0 != 1 })
    {
      throw EngineError("\(name): the windows of a mean have no dilation")
    }
    return try windows.outputShape(inputs[0], for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.inputs[0].shape, output: buffers.output.shape)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    if let regular = plan.regular {
      let (counts, number) = (divisor.countsPadding ? Int32(1) : 0, divisor.fixed ?? 0)
      return Kernel {
        withUnsafePointer(to: regular) { nabla_average_pool($0, counts, number, x, out) }
      }
    }
    return Kernel { withUnsafePointer(to: plan.windows) { nabla_window_mean($0, x, out) } }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: shape)
    let places = (0..<plan.count).map(plan.places)
    return (0..<shape.count).map { index in
      let (plane, window) = (index / plan.count, index % plan.count)
      return places[window].reduce(0) { $0 + inputs[0].values[plane * plan.area + $1] }
        / plan.divisor(window, divisor)
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(
        AveragePoolGradient(windows, divisor: divisor), [context.upstream, context.inputs[0]])
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "mean of \(inputs[0]) in windows \(windows.label)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: output.shape)
    let (plane, window) = (index / plan.count, index % plan.count)
    return Explanation(
      plan.places(window).map { .element(0, inputs[0], plane * plan.area + $0) },
      divisor: .number(plan.divisor(window, divisor)))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// ∂L/∂x: every place of a window gets its share of the window's gradient; operands g and x, of
/// which only the shape is read.
public struct AveragePoolGradient: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows
  /// What a window's sum is divided by.
  public let divisor: PoolDivisor

  /// Windows over the last axes, and what their sums are divided by.
  public init(_ windows: PoolWindows, divisor: PoolDivisor = PoolDivisor()) {
    self.windows = windows
    self.divisor = divisor
  }

  public var name: String { AveragePool(windows).name + "_backward" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let output = try windows.outputShape(inputs[1], for: name)
    guard inputs[0] == output else {
      throw EngineError("\(name): gradients \(inputs[0]) and outputs \(output) differ in shape")
    }
    return inputs[1]
  }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.output.shape, output: buffers.inputs[0].shape)
    let g = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    if let regular = plan.regular {
      let (counts, number) = (divisor.countsPadding ? Int32(1) : 0, divisor.fixed ?? 0)
      return Kernel {
        withUnsafePointer(to: regular) { nabla_average_pool_gradient($0, counts, number, g, out) }
      }
    }
    return Kernel {
      withUnsafePointer(to: plan.windows) { nabla_window_mean_gradient($0, g, out) }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: shape, output: inputs[0].shape)
    let places = (0..<plan.count).map(plan.places)
    var result = Array(repeating: 0.0, count: shape.count)
    for (index, g) in inputs[0].values.enumerated() {
      let (plane, window) = (index / plan.count, index % plan.count)
      let share = g / plan.divisor(window, divisor)
      for place in places[window] { result[plane * plan.area + place] += share }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(AveragePool(windows, divisor: divisor), [context.upstream]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) / n for each of its window \(windows.label)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: output.shape, output: inputs[0].shape)
    let (plane, place) = (index / plan.area, index % plan.area)
    return Explanation(
      (0..<plan.count).filter { plan.places($0).contains(place) }.map { window in
        let size = plan.divisor(window, divisor)
        return .init(
          .element(0, inputs[0], plane * plan.count + window),
          .init("1/\(shown(size))", value: Float(1 / size)))
      }, reason: .init("one term for each window that it lies in"))
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "1 / n")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { output.count }
}

extension PoolPlan {
  func divisor(_ window: Int, _ divisor: PoolDivisor) -> Double {
    if let fixed = divisor.fixed { return Double(fixed) }
    let (row, column) = (window / windows.out_width, window % windows.out_width)
    return divisor.countsPadding
      ? Double(rows.size[row] * columns.size[column])
      : Double(rows.count[row] * columns.count[column])
  }
}
