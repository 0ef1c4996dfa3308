// A convolution read backwards: every input element lays the kernel, times itself, over the output.

import CKernels

/// The transpose of a convolution (Zeiler et al. 2010): what the gradient with respect to a
/// convolution's input computes, as a layer's operation; operands x, w and perhaps bias.
///
/// x is `[n, c, h, w]` or `[c, h, w]`, w `[c, out / groups, …]` as in PyTorch.
public struct TransposedConvolution: Operation {
  /// Stride, padding, dilation and groups.
  public let settings: ConvolutionSettings
  /// Rows and columns added at the end, where several output sizes would give the input's.
  public let extra: [Int]

  /// Takes stride, padding, dilation and groups.
  public init(_ settings: ConvolutionSettings, extra: [Int]? = nil) {
    self.settings = settings
    self.extra = extra ?? settings.stride.map { _ in 0 }
  }

  public var name: String { "conv_transpose\(settings.axes)d" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let (x, w, axes) = (inputs[0], inputs[1], settings.axes)
    try settings.check(w, for: name)
    try ConvolutionSettings.checkRank(x, axes: axes, for: name)
    guard x[-axes - 1] == w[0] else {
      throw EngineError(
        "\(name): the input has \(x[-axes - 1]) channels, a kernel of shape \(w) takes \(w[0])",
        hint: "input is \(ConvolutionSettings.layout(axes: axes)): channels stand before the "
          + (axes == 1 ? "length" : "height"))
    }
    var extents: [Int] = []
    for axis in 0..<axes {
      guard extra[axis] >= 0, extra[axis] < max(settings.stride[axis], settings.dilation[axis])
      else {
        throw EngineError(
          "\(name): output_padding \(extra[axis]) must be smaller than the stride or the dilation",
          hint: "it settles which of the sizes that a stride rounds down to one is meant")
      }
      let input = x.extents[x.rank - axes + axis]
      // Sizes are bounded by memory, settings by `most`: this cannot overflow.
      let extent =
        (input - 1) * settings.stride[axis] - settings.before[axis] - settings.after[axis]
        + settings.dilation[axis] * (w.extents[2 + axis] - 1) + 1 + extra[axis]
      guard input > 0, extent > 0 else {
        throw EngineError(
          "\(name): shape \(x) leaves nothing with padding \(settings.before[axis])",
          hint: "use less padding")
      }
      extents.append(extent)
    }
    if inputs.count > 2, inputs[2] != [w[1] * settings.groups] {
      throw EngineError(
        "\(name): the bias has shape \(inputs[2]), \(w[1] * settings.groups) output channels need "
          + "[\(w[1] * settings.groups)]")
    }
    let shape = Shape(x.extents.dropLast(axes + 1) + [w[1] * settings.groups] + extents)
    try Limits.check(shape, for: name)
    // What the kernels work in is that of the convolution that this reads backwards.
    _ = try settings.outputShape(shape, w, for: name)
    return shape
  }

  private func geometry(_ inputs: [Shape], _ output: Shape) -> ConvolutionGeometry {
    ConvolutionGeometry(settings, x: output, w: inputs[1], output: inputs[0])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let geometry = geometry(buffers.inputs.map(\.shape), buffers.output.shape)
    let constants = geometry.constants
    let x = buffers.inputs[0].pointer
    let w = buffers.inputs[1].pointer
    let bias = buffers.inputs.count > 2 ? buffers.inputs[2].pointer : nil
    let out = buffers.output.pointer
    let (images, channels, plane) = (constants.batch, constants.in_channels, geometry.plane)
    return Kernel {
      withUnsafePointer(to: constants) { nabla_convolution_input_gradient($0, x, w, out) }
      guard let bias else { return }
      for image in 0..<images {
        let start = out + image * channels * plane
        nabla_zip(NABLA_ADD, channels, plane, start, plane, 1, bias, 1, 0, start)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let geometry = geometry(inputs.map(\.shape), shape)
    var result = Array(repeating: 0.0, count: shape.count)
    if inputs.count > 2 {
      for index in result.indices {
        result[index] = inputs[2].values[index / geometry.plane % inputs[2].values.count]
      }
    }
    geometry.forEach { y, w, x in result[y] += inputs[0].values[x] * inputs[1].values[w] }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (g, x, w) = (context.upstream, context.inputs[0], context.inputs[1])
    var results: [Node?] = context.inputs.map { _ in nil }
    if context.needed[0] { results[0] = try graph.add(Convolution(settings), [g, w]) }
    if context.needed[1] {
      results[1] = try graph.add(ConvolutionWeightGradient(settings), [x, g, w])
    }
    if context.inputs.count > 2, context.needed[2] {
      results[2] = try graph.add(ConvolutionBiasGradient(axes: settings.axes), [g])
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    let product = "\(inputs[0]) ⋆ᵀ \(inputs[1])"
    return inputs.count > 2 ? "\(product) + \(inputs[2])" : product
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    var explanation = ConvolutionInputGradient(settings).terms(
      at: index, inputs: [inputs[0], inputs[1], output], output: output)
    if inputs.count > 2 {
      let geometry = geometry(inputs.map(\.shape), output.shape)
      let channel = index / geometry.plane % inputs[2].count
      explanation.terms.append(.element(2, inputs[2], channel))
    }
    return explanation
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { geometry(inputs, output).cost }
}
