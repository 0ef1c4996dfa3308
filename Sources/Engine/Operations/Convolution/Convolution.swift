// The convolution of images or sequences with a kernel (a cross-correlation, as everywhere in deep
// learning), and the sum of its gradient over images and positions: the bias's gradient.

import CKernels

/// y = x ⋆ w + bias over the last one or two axes; operands x, w and perhaps bias.
///
/// x is `[n, c, h, w]` or `[c, h, w]` (sequences: `[n, c, length]`), w `[out, c / groups, …]`. Each
/// element is one chain of fused multiply-adds over channel, kernel row and kernel column, then its
/// bias is added.
public struct Convolution: Operation {
  /// Stride, padding, dilation and groups.
  public let settings: ConvolutionSettings

  /// Takes stride, padding, dilation and groups.
  public init(_ settings: ConvolutionSettings) { self.settings = settings }

  public var name: String { settings.name }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try settings.outputShape(inputs[0], inputs[1], for: name)
    if inputs.count > 2, inputs[2] != [inputs[1][0]] {
      throw EngineError(
        "\(name): the bias has shape \(inputs[2]), \(inputs[1][0]) output channels need "
          + "[\(inputs[1][0])]")
    }
    return shape
  }

  private func geometry(_ inputs: [Shape], _ output: Shape) -> ConvolutionGeometry {
    ConvolutionGeometry(settings, x: inputs[0], w: inputs[1], output: output)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let constants = geometry(buffers.inputs.map(\.shape), buffers.output.shape).constants
    let x = buffers.inputs[0].pointer
    let w = buffers.inputs[1].pointer
    let bias = buffers.inputs.count > 2 ? buffers.inputs[2].pointer : nil
    let out = buffers.output.pointer
    return Kernel {
      withUnsafePointer(to: constants) { nabla_convolution_with_bias($0, x, w, bias, out) }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let geometry = geometry(inputs.map(\.shape), shape)
    var result = Array(repeating: 0.0, count: shape.count)
    if inputs.count > 2 {
      for y in result.indices {
        result[y] = inputs[2].values[y / geometry.positions % inputs[2].values.count]
      }
    }
    geometry.forEach { x, w, y in result[y] += inputs[0].values[x] * inputs[1].values[w] }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, x, w) = (context.upstream, context.inputs[0], context.inputs[1])
    var results: [Node?] = context.inputs.map { _ in nil }
    if context.needed[0] {
      results[0] = try graph.add(ConvolutionInputGradient(settings), [g, w, x])
    }
    if context.needed[1] {
      results[1] = try graph.add(ConvolutionWeightGradient(settings), [g, x, w])
    }
    if context.inputs.count > 2, context.needed[2] {
      results[2] = try graph.add(ConvolutionBiasGradient(axes: settings.axes), [g])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    let product = "\(inputs[0]) ⋆ \(inputs[1])"
    return inputs.count > 2 ? "\(product) + \(inputs[2])" : product
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let geometry = geometry(inputs.map(\.shape), output.shape)
    let position = index % geometry.positions
    let channel = index / geometry.positions % geometry.constants.out_channels
    let image = index / geometry.positions / geometry.constants.out_channels
    let start = geometry.input(image, channel / geometry.outputs)
    var terms: [Explanation.Term] = (0..<geometry.taps).compactMap { tap in
      geometry.source(position, tap).map {
        .init(
          .element(0, inputs[0], start + $0),
          .element(1, inputs[1], channel * geometry.taps + tap))
      }
    }
    if inputs.count > 2 { terms.append(.element(2, inputs[2], channel)) }
    return Explanation(terms)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { geometry(inputs, output).cost }
}

/// The sum over images and positions, for each channel; operand g.
public struct ConvolutionBiasGradient: Operation {
  /// How many axes follow the channels.
  public let axes: Int

  /// So many axes follow the channels.
  public init(axes: Int) { self.axes = axes }

  public var name: String { "conv\(axes)d_bias_backward" }

  public func shape(of inputs: [Shape]) -> Shape { [inputs[0][-axes - 1]] }

  private func sizes(_ g: Shape) -> (images: Int, channels: Int, positions: Int) {
    let positions = g.extents.suffix(axes).reduce(1, *)
    return (g.rank == axes + 2 ? g[0] : 1, g[-axes - 1], positions)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (images, channels, positions) = sizes(buffers.inputs[0].shape)
    let g = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let planes = Storage(count: images * channels)
    return Kernel {
      nabla_reduce(NABLA_SUM, images * channels, positions, 1, g, planes.pointer)
      nabla_reduce(NABLA_SUM, 1, images, channels, planes.pointer, out)
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let (_, channels, positions) = sizes(inputs[0].shape)
    var result = Array(repeating: 0.0, count: channels)
    for (index, value) in inputs[0].values.enumerated() {
      result[index / positions % channels] += value
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let ones = Array(repeating: 1, count: axes)
    let column = try graph.add(Reshape([-1] + ones), [context.upstream])
    return [try graph.add(ExpandLike(), [column, context.inputs[0]])]
  }

  public func formula(_ inputs: [String]) -> String { "Σ \(inputs[0]) over images and positions" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let (images, channels, positions) = sizes(inputs[0].shape)
    return Explanation(
      (0..<images).flatMap { image in
        (0..<positions).map { .element(0, inputs[0], (image * channels + index) * positions + $0) }
      })
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    ChainRule(incoming: 0, derivative: "1")
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}
