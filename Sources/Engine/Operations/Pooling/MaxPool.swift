// The largest element of every window, where it is, and its gradient.

import CKernels

/// The largest element of every window of the last one or two axes; operand x.
public struct MaxPool: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows

  /// Windows over the last axes.
  public init(_ windows: PoolWindows) { self.windows = windows }

  public var name: String { (windows.isAdaptive ? "adaptive_" : "") + "max_pool\(windows.axes)d" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try windows.outputShape(inputs[0], for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.inputs[0].shape, output: buffers.output.shape)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    if let regular = plan.regular {
      return Kernel { withUnsafePointer(to: regular) { nabla_max_pool($0, x, out) } }
    }
    return Kernel {
      withUnsafePointer(to: plan.windows) {
        nabla_window_maximum(NABLA_WINDOW_MAXIMUM, $0, x, nil, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: shape)
    return plan.largest(inputs[0].values).map { $0.map { inputs[0].values[$0] } ?? -.infinity }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(MaxPoolGradient(windows), [context.upstream, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String {
    "max of \(inputs[0]) in windows \(windows.label)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: output.shape)
    guard let best = plan.largest(inputs[0].values.map(Double.init))[index] else {
      return .constant("−∞", -.infinity, because: .init("its window is empty"))
    }
    return .copy(
      0, inputs[0], best, because: .init("it is the largest of its window \(windows.label)"))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

/// ∂L/∂x: each window's gradient goes to its first largest element; operands g and x.
public struct MaxPoolGradient: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows

  /// Windows over the last axes.
  public init(_ windows: PoolWindows) { self.windows = windows }

  public var name: String { MaxPool(windows).name + "_backward" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let output = try windows.outputShape(inputs[1], for: name)
    guard inputs[0] == output else {
      throw EngineError("\(name): gradients \(inputs[0]) and outputs \(output) differ in shape")
    }
    return inputs[1]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.inputs[1].shape, output: buffers.inputs[0].shape)
    let g = buffers.inputs[0].pointer
    let x = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    if let regular = plan.regular {
      return Kernel { withUnsafePointer(to: regular) { nabla_max_pool_gradient($0, x, g, out) } }
    }
    return Kernel {
      withUnsafePointer(to: plan.windows) {
        nabla_window_maximum(NABLA_WINDOW_SCATTER, $0, x, g, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: shape, output: inputs[0].shape)
    var result = Array(repeating: 0.0, count: shape.count)
    for (window, best) in plan.largest(inputs[1].values).enumerated() {
      if let best { result[best] += inputs[0].values[window] }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(MaxPoolPick(windows), [context.upstream, context.inputs[1]]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) where \(inputs[1]) is largest in its window, else 0"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: output.shape, output: inputs[0].shape)
    let largest = plan.largest(inputs[1].values.map(Double.init))
    let terms = largest.indices.filter { largest[$0] == index }.map {
      Explanation.Term.element(0, inputs[0], $0)
    }
    let element = Explanation.Operand(1, inputs[1], index)
    return Explanation(
      terms,
      reason: .init(
        "\u{E000} is \(terms.isEmpty ? "not " : "")the largest of its window", [element]))
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "1 where \(inputs[1]) is largest in its window, else 0")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { output.count }
}

/// Of every window the element of u where x is largest; operands u and x.
public struct MaxPoolPick: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows

  /// Windows over the last axes.
  public init(_ windows: PoolWindows) { self.windows = windows }

  public var name: String { MaxPool(windows).name + "_pick" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try windows.outputShape(inputs[1], for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.inputs[1].shape, output: buffers.output.shape)
    let u = buffers.inputs[0].pointer
    let x = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    return Kernel {
      withUnsafePointer(to: plan.windows) {
        nabla_window_maximum(NABLA_WINDOW_PICK, $0, x, u, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: inputs[1].shape, output: shape)
    return plan.largest(inputs[1].values).map { $0.map { inputs[0].values[$0] } ?? 0 }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(MaxPoolGradient(windows), [context.upstream, context.inputs[1]]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) where \(inputs[1]) is largest in its window"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: inputs[1].shape, output: output.shape)
    guard let best = plan.largest(inputs[1].values.map(Double.init))[index] else {
      return .nothing("its window is empty")
    }
    return .copy(
      0, inputs[0], best,
      because: .init("\u{E000} is the largest of its window", [.init(1, inputs[1], best)]))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[1].count }
}

/// Where in its plane the largest element of every window lies, counted row by row; −1 for a window
/// that lies between two places. It has no gradient.
public struct MaxPoolIndices: Operation {
  /// Where the windows lie.
  public let windows: PoolWindows

  /// Windows over the last axes.
  public init(_ windows: PoolWindows) { self.windows = windows }

  public var name: String { MaxPool(windows).name + "_indices" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try windows.outputShape(inputs[0], for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = PoolPlan(windows, x: buffers.inputs[0].shape, output: buffers.output.shape)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    return Kernel {
      withUnsafePointer(to: plan.windows) {
        nabla_window_maximum(NABLA_WINDOW_INDEX, $0, x, nil, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: shape)
    return plan.largest(inputs[0].values).map { $0.map { Double($0 % plan.area) } ?? -1 }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public func formula(_ inputs: [String]) -> String {
    "argmax of \(inputs[0]) in windows \(windows.label)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = PoolPlan(windows, x: inputs[0].shape, output: output.shape)
    guard let best = plan.largest(inputs[0].values.map(Double.init))[index] else {
      return .constant("−1", -1, because: .init("its window is empty"))
    }
    return .constant(
      "place \(best % plan.area)", Float(best % plan.area),
      because: .init("\u{E000} is the largest of its window", [.init(0, inputs[0], best)]))
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}

extension PoolPlan {
  /// For every window of every plane, the element that is its first largest; nil when it is empty.
  func largest(_ values: [Double]) -> [Int?] {
    let places = (0..<count).map(places)
    return (0..<windows.planes).flatMap { plane in
      places.map { places in
        var best = places.first
        var most = -Double.infinity
        for place in places {
          let value = values[plane * area + place]
          if value > most || value.isNaN && !most.isNaN { (most, best) = (value, place) }
        }
        return best.map { plane * area + $0 }
      }
    }
  }
}
