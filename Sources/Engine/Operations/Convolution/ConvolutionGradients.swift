// The two gradients of a convolution. Together with the convolution itself they are closed: the
// gradient of each is made of the other two.

import CKernels

/// ∂L/∂x: every output's gradient goes back, times the weight, to the inputs that it was made of.
/// Operands g, w and x, of which only the shape is read.
public struct ConvolutionInputGradient: Operation {
  /// Stride, padding, dilation and groups.
  public let settings: ConvolutionSettings

  /// Takes stride, padding, dilation and groups.
  public init(_ settings: ConvolutionSettings) { self.settings = settings }

  public var name: String { settings.name + "_input_backward" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try checkGradient(
      inputs[0], try settings.outputShape(inputs[2], inputs[1], for: name), for: name)
    return inputs[2]
  }

  public func reads(_ input: Int) -> Bool { input < 2 }

  private func geometry(_ inputs: [Shape]) -> ConvolutionGeometry {
    ConvolutionGeometry(settings, x: inputs[2], w: inputs[1], output: inputs[0])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let constants = geometry(buffers.inputs.map(\.shape)).constants
    let g = buffers.inputs[0].pointer
    let w = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    return Kernel {
      withUnsafePointer(to: constants) {
        nabla_convolution_input_gradient($0, g, w, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    geometry(inputs.map(\.shape)).forEach { x, w, y in
      result[x] += inputs[0].values[y] * inputs[1].values[w]
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (g, w) = (context.inputs[0], context.inputs[1])
    let u = context.upstream
    return [
      context.needed[0] ? try context.graph.add(Convolution(settings), [u, w]) : nil,
      context.needed[1]
        ? try context.graph.add(ConvolutionWeightGradient(settings), [g, u, w]) : nil,
      nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) ⋆ᵀ \(inputs[1])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let geometry = geometry(inputs.map(\.shape))
    let (channels, area) = (geometry.constants.in_channels, geometry.taps / geometry.inputs)
    let image = index / geometry.plane / channels
    let group = index / geometry.plane % channels / geometry.inputs
    let place = index - geometry.input(image, group)
    let first = place / geometry.plane * area
    var terms: [Explanation.Term] = []
    for tap in first..<first + area {
      for position in 0..<geometry.positions where geometry.source(position, tap) == place {
        for channel in 0..<geometry.outputs {
          let y = geometry.output(image, group) + channel * geometry.positions + position
          let w = (group * geometry.outputs + channel) * geometry.taps + tap
          terms.append(.init(.element(0, inputs[0], y), .element(1, inputs[1], w)))
        }
      }
    }
    return Explanation(terms)
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: inputs[1])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { geometry(inputs).cost }
}

/// ∂L/∂w: for every weight, the inputs that it met times the gradients of what they made. Operands
/// g, x and w, of which only the shape is read.
///
/// Each weight is one chain over images, then positions.
public struct ConvolutionWeightGradient: Operation {
  /// Stride, padding, dilation and groups.
  public let settings: ConvolutionSettings

  /// Takes stride, padding, dilation and groups.
  public init(_ settings: ConvolutionSettings) { self.settings = settings }

  public var name: String { settings.name + "_weight_backward" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try checkGradient(
      inputs[0], try settings.outputShape(inputs[1], inputs[2], for: name), for: name)
    return inputs[2]
  }

  public func reads(_ input: Int) -> Bool { input < 2 }

  private func geometry(_ inputs: [Shape]) -> ConvolutionGeometry {
    ConvolutionGeometry(settings, x: inputs[1], w: inputs[2], output: inputs[0])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let constants = geometry(buffers.inputs.map(\.shape)).constants
    let g = buffers.inputs[0].pointer
    let x = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    return Kernel {
      withUnsafePointer(to: constants) {
        nabla_convolution_weight_gradient($0, x, g, out)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    geometry(inputs.map(\.shape)).forEach { x, w, y in
      result[w] += inputs[0].values[y] * inputs[1].values[x]
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let (g, x) = (context.inputs[0], context.inputs[1])
    let u = context.upstream
    return [
      context.needed[0] ? try context.graph.add(Convolution(settings), [x, u]) : nil,
      context.needed[1]
        ? try context.graph.add(ConvolutionInputGradient(settings), [g, u, x]) : nil,
      nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[1]) ⋆ \(inputs[0])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let geometry = geometry(inputs.map(\.shape))
    let (channel, tap) = (index / geometry.taps, index % geometry.taps)
    let group = channel / geometry.outputs
    var terms: [Explanation.Term] = []
    for image in 0..<geometry.constants.batch {
      let y = geometry.output(image, group) + channel % geometry.outputs * geometry.positions
      for position in 0..<geometry.positions {
        guard let source = geometry.source(position, tap) else { continue }
        terms.append(
          .init(
            .element(0, inputs[0], y + position),
            .element(1, inputs[1], geometry.input(image, group) + source)))
      }
    }
    return Explanation(terms)
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: inputs[1])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { geometry(inputs).cost }
}

private func checkGradient(
  _ gradient: Shape, _ output: Shape, for name: String
) throws(EngineError) {
  guard gradient == output else {
    throw EngineError("\(name): a gradient of shape \(gradient) meets outputs of shape \(output)")
  }
}
