/// The transpose of a convolution, which makes images larger; weight `[in, channels / groups, kernel…]`,
/// bias `[channels]`, as PyTorch's ConvTranspose1d and ConvTranspose2d.
public final class TransposedConvolutionLayer: Layer {
  /// The channels that come out.
  public let channels: Int
  /// The kernel's extent along each axis.
  public let kernel: [Int]
  /// Stride, padding, dilation and groups.
  public let settings: ConvolutionSettings
  /// Rows and columns added at the end.
  public let extra: [Int]
  /// Whether a bias is added.
  public let hasBias: Bool
  /// Nil means PyTorch's default, U(±1/√fan_in).
  public let initializer: Initializer?

  /// - Throws: for channels that the groups cannot share.
  public init(
    _ channels: Int, kernel: [Int], settings: ConvolutionSettings, extra: [Int]? = nil,
    bias: Bool = true, initializer: Initializer? = nil
  ) throws(EngineError) {
    self.channels = channels
    self.kernel = kernel
    self.settings = settings
    self.extra = extra ?? kernel.map { _ in 0 }
    hasBias = bias
    self.initializer = initializer
    guard settings.groups > 0, channels % settings.groups == 0 else {
      throw EngineError(
        "conv_transpose\(kernel.count)d: \(channels) channels cannot be shared by "
          + "\(settings.groups) groups",
        hint: "input and output channels must be multiples of the number of groups")
    }
  }

  public var name: String { "conv_transpose\(kernel.count)d" }
  public var units: Int? { channels }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    try ConvolutionSettings.checkRank(shape, axes: kernel.count, for: name)
    let weightShape = Shape([shape[-kernel.count - 1], channels / settings.groups] + kernel)
    let operation = TransposedConvolution(settings, extra: extra)
    // Before parameters are made: what does not fit leaves none behind.
    _ = try operation.shape(of: [shape, weightShape])
    let weight = try graph.parameter(of: self, "weight", weightShape, initializer ?? .linear)
    guard hasBias else { return try graph.add(operation, [input, weight]) }
    let fan = weightShape.extents.dropFirst().reduce(1, *)
    let bias = try graph.parameter(
      of: self, "bias", [channels],
      initializer == nil ? Initializer("linear", .fanUniform(fan: fan)) : .zeros)
    return try graph.add(operation, [input, weight, bias])
  }
}

extension TransposedConvolutionLayer {
  static let entries = [1, 2].map { axes in
    let name = "conv_transpose\(axes)d"
    return Entry(
      Descriptor(
        name, .layer,
        signature: "\(name)(channels, kernel, stride=1, padding=0, output_padding=0, groups=1, "
          + "bias=true, dilation=1, init=none)",
        summary: "A convolution read backwards: with a stride it makes "
          + (axes == 1 ? "sequences longer." : "images larger."),
        shapes: axes == 1
          ? "[n, c, length] → [n, channels, length′]" : "[n, c, h, w] → [n, channels, h′, w′]",
        formula: "h′ = (h − 1) stride − 2 padding + dilation (kernel − 1) + output_padding + 1",
        source: "Zeiler et al. 2010; initial values as in PyTorch: U(±1/√fan_in)",
        example: axes == 1
          ? "\(name)(2, 3)([[1, 2]])" : "\(name)(1, 2, stride=2)([[[1, 2], [3, 4]]])"),
      .layer { arguments throws(EngineError) in
        try TransposedConvolutionLayer(
          try arguments.positive("channels"),
          kernel: try arguments.extents("kernel", axes: axes, atLeast: 1),
          settings: ConvolutionSettings(
            stride: try arguments.extents("stride", axes: axes, atLeast: 1),
            before: try arguments.extents("padding", axes: axes, atLeast: 0),
            dilation: try arguments.extents("dilation", axes: axes, atLeast: 1),
            groups: try arguments.positive("groups")),
          extra: try arguments.extents("output_padding", axes: axes, atLeast: 0),
          bias: try arguments.flag("bias"), initializer: try arguments.initializer("init"))
      })
  }
}
