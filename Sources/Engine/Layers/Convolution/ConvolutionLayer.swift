/// y = x ⋆ w + b over one axis (sequences) or two (images); weight `[channels, in / groups, kernel…]`,
/// bias `[channels]`, as PyTorch's Conv1d and Conv2d.
public final class ConvolutionLayer: Layer {
  /// How much is laid around the input.
  public enum Padding: Hashable, Sendable {
    /// Zeros on both sides, one number an axis.
    case zeros([Int])
    /// As many that the output keeps the input's size; an odd one stands at the end.
    case same
  }

  /// The channels that come out.
  public let channels: Int
  /// The kernel's extent along each axis.
  public let kernel: [Int]
  /// Steps between places, along each axis.
  public let stride: [Int]
  /// What the input is surrounded with.
  public let padding: Padding
  /// What the padding holds instead of zeros: the mirrored, repeated or wrapped input.
  public let paddingMode: Pad.Mode?
  /// Steps between the kernel's elements, along each axis.
  public let dilation: [Int]
  /// Into how many independent convolutions the channels fall.
  public let groups: Int
  /// Whether a bias is added.
  public let hasBias: Bool
  /// Nil means PyTorch's default, U(±1/√fan_in).
  public let initializer: Initializer?
  /// What the kernel is multiplied with, of the kernel's shape: 1 where a weight counts, 0 where it
  /// is closed and never learns. Nil: all count.
  public let kernelMask: Tensor?

  /// - Throws: for "same" padding with a stride, channels that the groups cannot share, or a mask
  ///   that does not have the kernel's shape.
  public init(
    _ channels: Int, kernel: [Int], stride: [Int]? = nil, padding: Padding? = nil,
    dilation: [Int]? = nil, groups: Int = 1, bias: Bool = true, paddingMode: Pad.Mode? = nil,
    initializer: Initializer? = nil, kernelMask: Tensor? = nil
  ) throws(EngineError) {
    let ones = Array(repeating: 1, count: kernel.count)
    self.channels = channels
    self.kernel = kernel
    self.stride = stride ?? ones
    self.padding = padding ?? .zeros(ones.map { _ in 0 })
    self.dilation = dilation ?? ones
    self.groups = groups
    hasBias = bias
    self.paddingMode = paddingMode
    self.initializer = initializer
    self.kernelMask = kernelMask
    if let kernelMask, kernelMask.shape.extents != kernel {
      throw EngineError(
        "conv\(kernel.count)d: the kernel_mask has shape \(kernelMask.shape), the kernel "
          + "\(Shape(kernel))",
        hint: "a number for each place of the kernel: 1 lets it count, 0 closes it")
    }
    guard padding != .same || self.stride == ones else {
      throw EngineError(
        "conv\(kernel.count)d: padding=\"same\" needs stride 1",
        hint: "with a stride say the padding as a number: half of the kernel")
    }
    guard groups > 0, channels % groups == 0 else {
      throw EngineError(
        "conv\(kernel.count)d: \(channels) channels cannot be shared by \(groups) groups",
        hint: "input and output channels must be multiples of the number of groups")
    }
  }

  public var name: String { "conv\(kernel.count)d" }
  public var units: Int? { channels }

  var settings: ConvolutionSettings {
    switch padding {
    case .zeros(let zeros):
      return ConvolutionSettings(
        stride: stride, before: zeros, dilation: dilation, groups: groups)
    case .same:
      let total = zip(kernel, dilation).map { ($0 - 1) * $1 }
      return ConvolutionSettings(
        stride: stride, before: total.map { $0 / 2 }, after: total.map { $0 - $0 / 2 },
        dilation: dilation, groups: groups)
    }
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    try ConvolutionSettings.checkRank(shape, axes: kernel.count, for: name)
    let inputs = shape[-kernel.count - 1]
    guard inputs > 0, inputs % groups == 0 else {
      throw EngineError(
        "\(name): \(inputs) input channels cannot be shared by \(groups) groups",
        hint: "input and output channels must be multiples of the number of groups")
    }
    let weightShape = Shape([channels, inputs / groups] + kernel)
    // Before parameters are made: what does not fit leaves none behind.
    _ = try settings.outputShape(shape, weightShape, for: name)
    let (source, laid) = try padded(input, graph)
    var weight = try graph.parameter(of: self, "weight", weightShape, initializer ?? .linear)
    if let kernelMask {
      weight = try graph.add(Multiply(), [weight, graph.constant(kernelMask)])
      graph.name(weight, graph.scope + ".masked_weight")
    }
    guard hasBias else { return try graph.add(Convolution(laid), [source, weight]) }
    let fan = weightShape.extents.dropFirst().reduce(1, *)
    let bias = try graph.parameter(
      of: self, "bias", [channels],
      initializer == nil ? Initializer("linear", .fanUniform(fan: fan)) : .zeros)
    return try graph.add(Convolution(laid), [source, weight, bias])
  }

  /// The input with a padding that is not zeros, and what is left for the convolution to do.
  private func padded(
    _ input: Node, _ graph: Graph
  ) throws(EngineError) -> (Node, ConvolutionSettings) {
    var settings = settings
    let widths = zip(settings.before, settings.after).map { Pad.Width($0, $1) }
    guard let paddingMode, widths.contains(where: { $0.before + $0.after > 0 }) else {
      return (input, settings)
    }
    settings.before = settings.before.map { _ in 0 }
    settings.after = settings.before
    return (try graph.add(Pad(widths.reversed(), mode: paddingMode), [input]), settings)
  }
}

extension ConvolutionLayer {
  static let entries = [1, 2].map { axes in
    Entry(
      Descriptor(
        "conv\(axes)d", .layer,
        signature: "conv\(axes)d(channels, kernel, stride=1, padding=0, dilation=1, groups=1, "
          + "bias=true, padding_mode=\"zeros\", init=none, kernel_mask=none)",
        summary: (axes == 1
          ? "A small kernel slides along sequences and makes one channel for each of its rows."
          : "A small kernel slides over images and makes one feature map for each channel.")
          + " kernel_mask= closes places of the kernel with a 0, such as those that are not drawn "
          + "yet.",
        shapes: axes == 1
          ? "[n, c, length] → [n, channels, length′]" : "[n, c, h, w] → [n, channels, h′, w′]",
        formula: axes == 1
          ? "yₒₚ = bₒ + Σ wₒ꜀ᵢ x꜀,ₚ₊ᵢ" : "yₒₚᵣ = bₒ + Σ wₒ꜀ᵢⱼ x꜀,ₚ₊ᵢ,ᵣ₊ⱼ",
        source: "Fukushima 1980; LeCun et al. 1989; initial values as in PyTorch: U(±1/√fan_in)",
        example: axes == 1
          ? "conv1d(2, 3)([[1, 2, 3, 4]])"
          : "conv2d(2, 3, padding=1)(reshape([1, 2, 3, 4], [1, 2, 2]))"),
      .layer { arguments throws(EngineError) in
        try ConvolutionLayer(
          try arguments.positive("channels"),
          kernel: try arguments.extents("kernel", axes: axes, atLeast: 1),
          stride: try arguments.extents("stride", axes: axes, atLeast: 1),
          padding: try arguments.padding(axes: axes),
          dilation: try arguments.extents("dilation", axes: axes, atLeast: 1),
          groups: try arguments.positive("groups"), bias: try arguments.flag("bias"),
          paddingMode: try arguments.paddingMode(),
          initializer: try arguments.initializer("init"),
          kernelMask: try arguments.optionalConstant("kernel_mask"))
      })
  }
}

extension Arguments {
  fileprivate func paddingMode() throws(EngineError) -> Pad.Mode? {
    switch try word("padding_mode", among: ["zeros", "reflect", "replicate", "circular"]) {
    case "reflect": .reflect
    case "replicate": .replicate
    case "circular": .circular
    default: nil
    }
  }

  /// Zeros on both sides, "same" or "valid".
  fileprivate func padding(axes: Int) throws(EngineError) -> ConvolutionLayer.Padding {
    switch value("padding") {
    case .text, .layer:
      return try word("padding", among: ["same", "valid"]) == "same"
        ? .same : .zeros(Array(repeating: 0, count: axes))
    default: return .zeros(try extents("padding", axes: axes, atLeast: 0))
    }
  }
}
