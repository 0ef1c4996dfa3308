// Every error of convolution and pooling, word for word.

import Engine
import TestSupport
import Testing

@Suite struct SpatialErrorTests {
  private func apply(_ layer: any Layer, _ shape: Shape) throws {
    let graph = Graph(seed: 0)
    _ = try layer.traced(graph.constant(Tensor(shape: shape, repeating: 1)), in: graph)
    Issue.record("no error")
  }

  @Test func convolution() {
    expectError(
      "conv2d: needs [n, c, h, w] or [c, h, w], not shape [2, 64]",
      hint: "reshape(x, [-1, 1, 8, 8]) makes rows of 64 numbers images of one channel"
    ) { try apply(ConvolutionLayer(2, kernel: [3, 3]), [2, 64]) }
    expectError(
      "conv1d: needs [n, c, length] or [c, length], not shape [9]",
      hint: "reshape(x, [-1, 1, 9]) makes rows sequences of one channel"
    ) { try apply(ConvolutionLayer(2, kernel: [3]), [9]) }
    expectError(
      "conv2d: the kernel covers 5 × 3, the input is only 4 × 8",
      hint: "use a smaller kernel, or more padding"
    ) { try apply(ConvolutionLayer(2, kernel: [3, 3], dilation: [2, 1]), [1, 1, 4, 8]) }
    expectError(
      "conv1d: the kernel covers 9, the input with padding is only 8",
      hint: "use a smaller kernel, or more padding"
    ) { try apply(ConvolutionLayer(2, kernel: [9], padding: .zeros([2])), [1, 4]) }
    expectError(
      "conv2d: 3 input channels cannot be shared by 2 groups",
      hint: "input and output channels must be multiples of the number of groups"
    ) { try apply(ConvolutionLayer(4, kernel: [1, 1], groups: 2), [1, 3, 4, 4]) }
    expectError(
      "conv2d: 5 channels cannot be shared by 2 groups",
      hint: "input and output channels must be multiples of the number of groups"
    ) { _ = try ConvolutionLayer(5, kernel: [1, 1], groups: 2) }
    expectError(
      "conv2d: padding=\"same\" needs stride 1",
      hint: "with a stride say the padding as a number: half of the kernel"
    ) { _ = try ConvolutionLayer(5, kernel: [3, 3], stride: [2, 2], padding: .same) }
  }

  @Test func convolutionOperation() {
    func shape(_ settings: ConvolutionSettings, _ shapes: [Shape]) throws {
      _ = try Convolution(settings).shape(of: shapes)
    }
    expectError(
      "conv2d: the input has 3 channels, a kernel of shape [4, 2, 1, 1] takes 2",
      hint: "input is [n, c, h, w]: channels stand before the height"
    ) { try shape(.plain(axes: 2), [[1, 3, 4, 4], [4, 2, 1, 1]]) }
    expectError(
      "conv1d: the input has 3 channels, a kernel of shape [4, 2, 1] takes 2 groups of 2",
      hint: "input is [n, c, length]: channels stand before the length"
    ) {
      try shape(
        ConvolutionSettings(stride: [1], before: [0], dilation: [1], groups: 2),
        [[1, 3, 4], [4, 2, 1]])
    }
    expectError("conv2d: the bias has shape [3], 4 output channels need [4]") {
      try shape(.plain(axes: 2), [[1, 2, 4, 4], [4, 2, 1, 1], [3]])
    }
    expectError("conv2d: a kernel has shape [out, in / groups, height, width], not [4, 2]") {
      try shape(.plain(axes: 2), [[1, 2, 4, 4], [4, 2]])
    }
    expectError("conv1d: 'stride' must be between 1 and 1048576, not 0") {
      try shape(
        ConvolutionSettings(stride: [0], before: [0], dilation: [1]), [[1, 4], [1, 1, 1]])
    }
  }

  @Test func transposedConvolution() {
    func shape(
      _ settings: ConvolutionSettings, _ shapes: [Shape], extra: [Int]? = nil
    ) throws {
      _ = try TransposedConvolution(settings, extra: extra).shape(of: shapes)
    }
    expectError(
      "conv_transpose2d: the input has 3 channels, a kernel of shape [2, 4, 1, 1] takes 2",
      hint: "input is [n, c, h, w]: channels stand before the height"
    ) { try shape(.plain(axes: 2), [[1, 3, 4, 4], [2, 4, 1, 1]]) }
    expectError(
      "conv_transpose1d: output_padding 1 must be smaller than the stride or the dilation",
      hint: "it settles which of the sizes that a stride rounds down to one is meant"
    ) { try shape(.plain(axes: 1), [[1, 2, 4], [2, 4, 1]], extra: [1]) }
    expectError(
      "conv_transpose1d: shape [1, 2, 2] leaves nothing with padding 1", hint: "use less padding"
    ) {
      try shape(
        ConvolutionSettings(stride: [1], before: [1], dilation: [1]), [[1, 2, 2], [2, 4, 1]])
    }
    expectError("conv_transpose1d: the bias has shape [2], 4 output channels need [4]") {
      try shape(.plain(axes: 1), [[1, 2, 2], [2, 4, 1], [2]])
    }
    expectError(
      "conv_transpose2d: 5 channels cannot be shared by 2 groups",
      hint: "input and output channels must be multiples of the number of groups"
    ) {
      _ = try make(
        "conv_transpose2d", [.number(5), .number(2)], [("groups", .number(2))])
    }
    expectError(
      "conv_transpose2d: needs [n, c, h, w] or [c, h, w], not shape [2, 2]",
      hint: "reshape(x, [-1, 1, 8, 8]) makes rows of 64 numbers images of one channel"
    ) { try apply(make("conv_transpose2d", [.number(5), .number(2)]), [2, 2]) }
  }

  /// A convolution's gradient with respect to its input is the transposed convolution of its output.
  @Test func transposes() throws {
    let graph = Graph(seed: 5)
    let layer = try TransposedConvolutionLayer(
      3, kernel: [4, 4],
      settings: ConvolutionSettings(stride: [2, 2], before: [1, 1], dilation: [1, 1]))
    graph.name(layer, "up")
    let x = graph.constant(Tensor(shape: [2, 5, 4, 3], repeating: 1))
    #expect(graph.shape(try layer.traced(x, in: graph)) == [2, 3, 8, 6])
    #expect(
      graph.parameters.map { "\($0.path) \($0.shape)" } == [
        "up.weight [5, 3, 4, 4]", "up.bias [3]",
      ])
    let single = graph.constant(Tensor(shape: [5, 4, 3], repeating: 1))
    #expect(graph.shape(try layer.traced(single, in: graph)) == [3, 8, 6])
  }

  /// Padding that is not zeros is the padded input, convolved.
  @Test func paddingModes() throws {
    let modes: [(String, Pad.Mode)] = [
      ("reflect", .reflect), ("replicate", .replicate), ("circular", .circular),
    ]
    for (word, mode) in modes {
      let graph = Graph(seed: 1)
      let layer = try make(
        "conv2d", [.number(2), .list([.number(3), .number(2)])],
        [("padding", .list([.number(1), .number(2)])), ("padding_mode", .text(word))])
      graph.name(layer, "net")
      let x = graph.constant(
        Tensor(shape: [1, 1, 4, 5], values: OperationCase.values(.any, 20, seed: 1)))
      let y = try layer.traced(x, in: graph)
      let wide = try graph.add(Pad([.init(2, 2), .init(1, 1)], mode: mode), [x])
      let weight = try #require(graph.nodes(named: "net.weight").first)
      let bias = try #require(graph.nodes(named: "net.bias").first)
      let plain = try graph.add(Convolution(.plain(axes: 2)), [wide, weight, bias])
      let found = try MachineValues.of([y, plain], graph)
      #expect(found[0] == found[1])
      #expect(graph.shape(y) == [1, 2, 4, 8])
    }
    expectError(
      "conv1d: 'padding_mode' must be one of \"zeros\", \"reflect\", \"replicate\", \"circular\", "
        + "not \"zero\"", hint: "did you mean 'zeros'?"
    ) {
      _ = try make("conv1d", [.number(1), .number(3)], [("padding_mode", .text("zero"))])
    }
  }

  @Test func paddingIndex() throws {
    expectError(
      "embedding: 'padding_idx' 5 is not one of 0…4", hint: "negative ones count from the end"
    ) { _ = try make("embedding", [.number(5), .number(2), .number(5)]) }
    let graph = Graph(seed: 1)
    let layer = try make("embedding", [.number(4), .number(2), .number(-1)])
    graph.name(layer, "table")
    let index = graph.constant(Tensor(shape: [2], values: [3, 0]))
    let rows = try MachineValues.of([try layer.traced(index, in: graph)], graph)[0]
    #expect(rows[0] == 0 && rows[1] == 0 && rows[2] != 0)
  }

  @Test func pooling() {
    func pool(_ windows: PoolWindows, _ shape: Shape) throws {
      try apply(MaxPooling(windows), shape)
    }
    expectError(
      "max_pool2d: needs [n, c, h, w] or [c, h, w], not shape [4, 4]",
      hint: "reshape(x, [-1, 1, 8, 8]) makes rows of 64 numbers images of one channel"
    ) { try pool(PoolWindows(kernel: [2, 2]), [4, 4]) }
    expectError(
      "max_pool2d: a window covers 3 places, the input has only 2",
      hint: "use a smaller kernel, or pool less before"
    ) { try pool(PoolWindows(kernel: [3, 3]), [1, 1, 4, 2]) }
    expectError(
      "max_pool1d: a window covers 5 places, the input with padding has only 4",
      hint: "use a smaller kernel, or pool less before"
    ) { try pool(PoolWindows(kernel: [3], padding: [1], dilation: [2]), [1, 2]) }
    expectError(
      "max_pool1d: padding 2 is more than half of the kernel 3",
      hint: "a window must not lie in the padding alone"
    ) { try pool(PoolWindows(kernel: [3], padding: [2]), [1, 2]) }
    expectError("max_pool2d: shape [1, 1, 0, 2] has no elements to pool") {
      try pool(PoolWindows(kernel: [1, 1]), [1, 1, 0, 2])
    }
    expectError("adaptive_max_pool2d: 'size' must be between 1 and 1048576, not 0") {
      try pool(PoolWindows(outputs: [0, 1]), [1, 1, 2, 2])
    }
  }

  @Test func means() {
    expectError("avg_pool1d: the windows of a mean have no dilation") {
      try apply(AveragePooling(PoolWindows(kernel: [2], dilation: [2])), [1, 5])
    }
    expectError(
      "avg_pool2d: a window covers 3 places, the input has only 2",
      hint: "use a smaller kernel, or pool less before"
    ) { try apply(AveragePooling(PoolWindows(kernel: [3, 3])), [1, 1, 4, 2]) }
    expectError("avg_pool2d: 'divisor_override' must not be 0") {
      _ = try make("avg_pool2d", [.number(2)], [("divisor_override", .number(0))])
    }
    expectError("adaptive_avg_pool2d: 'size' must be one number or a list of 2, not 3") {
      _ = try make("adaptive_avg_pool2d", [.list([.none, .number(1), .number(1)])])
    }
    expectError("adaptive_avg_pool2d: 'size' must be between 1 and 1048576, not 0.5") {
      _ = try make("adaptive_avg_pool2d", [.list([.none, .number(0.5)])])
    }
    expectError("adaptive_max_pool2d: 'size' must be whole numbers, not true") {
      _ = try make("adaptive_max_pool2d", [.list([.none, .flag(true)])])
    }
  }

  private func make(
    _ name: String, _ positional: [ArgumentValue], _ keywords: [(String, ArgumentValue)] = []
  ) throws -> any Layer {
    let entry = try #require(Entries.all.first { $0.descriptor.name == name })
    guard case .layer(let maker) = entry.maker else { throw EngineError("no layer") }
    return try maker(
      Arguments(
        entry.descriptor, positional: positional, keywords: keywords, graph: Graph(seed: 0)))
  }

  /// What is typed: words and lists.
  @Test func arguments() throws {
    let graph = Graph(seed: 0)
    let two: [ArgumentValue] = [.number(2), .number(3)]
    expectError("conv2d: 'kernel' must be one number or a list of 2, not 3") {
      _ = try make("conv2d", [.number(2), .list([.number(1), .number(1), .number(1)])])
    }
    expectError("conv2d: 'stride' must be between 1 and 1048576, not 0") {
      _ = try make("conv2d", two, [("stride", .number(0))])
    }
    expectError("conv2d: 'padding' must be between 0 and 1048576, not -1") {
      _ = try make("conv2d", two, [("padding", .number(-1))])
    }
    expectError(
      "conv2d: 'padding' must be one of \"same\", \"valid\", not \"sama\"",
      hint: "did you mean 'same'?"
    ) { _ = try make("conv2d", two, [("padding", .text("sama"))]) }
    // "same" keeps the size, with an even kernel too; "valid" has no padding.
    for (kernel, padding, extent) in [(3, "same", 6), (4, "same", 6), (3, "valid", 4)] {
      let layer = try make(
        "conv2d", [.number(2), .number(Double(kernel))], [("padding", .text(padding))])
      let x = graph.constant(Tensor(shape: [1, 1, 6, 6], repeating: 1))
      let y = try layer.traced(x, in: graph)
      #expect(graph.shape(y) == [1, 2, extent, extent])
    }
    let pool = try make("max_pool2d", [.number(2)], [("return_indices", .flag(true))])
    let x = graph.constant(Tensor(shape: [1, 2, 2], values: [1, 4, 3, 2]))
    let both = try pool.traced([.tensor(x)], in: graph)
    #expect(try MachineValues.of(both, graph) == [[4], [1]])
  }
}
