// Elements along one axis by index, as torch.gather has it; the transpose is in Scatter.swift.

/// Where the elements of an index tensor lie along an axis.
struct AxisIndex {
  /// For each element of the index, the element of x at place 0 of the axis.
  let starts: [Int]
  let stride: Int
  let extent: Int

  init(_ index: Shape, in x: Shape, axis: Int) {
    let place = axis < 0 ? axis + x.rank : axis
    var strides = x.strides
    stride = strides.isEmpty ? 1 : strides[place]
    extent = x.rank == 0 ? 1 : x[place]
    if !strides.isEmpty { strides[place] = 0 }
    starts = strided(index, strides, offset: 0)
  }

  func element(_ index: Float, _ place: Int) -> Int? {
    rowIndex(index, below: extent).map { starts[place] + $0 * stride }
  }

  /// - Throws: when the index has more axes, or reaches beyond x outside the axis.
  static func check(
    _ index: Shape, in x: Shape, axis: Int, for name: String
  ) throws(EngineError) {
    if x.rank == 0, index.rank == 0, axis == 0 || axis == -1 { return }
    let place = try x.place(of: axis, for: name)
    guard index.rank == x.rank else {
      throw EngineError(
        "\(name): index \(index) and tensor \(x) differ in the number of axes")
    }
    for other in 0..<x.rank where other != place && index[other] > x[other] {
      throw EngineError(
        "\(name): index \(index) reaches beyond \(x) at axis \(other)",
        hint: "outside axis \(axis) the index may not be longer than the tensor")
    }
  }
}

/// out[i, j] = x[index[i, j], j] for axis 0, x[i, index[i, j]] for axis 1, and so on; operands x and
/// index. What is out of range is NaN, or 0 in the backward pass of a scatter.
public struct GatherAlong: Operation {
  /// The axis, counted from the end when negative.
  public let axis: Int
  /// Whether it was emitted by differentiation: for its name only.
  public let isGradient: Bool

  /// Along one axis; the gradient's own use says so for its name.
  public init(axis: Int, isGradient: Bool = false) {
    self.axis = axis
    self.isGradient = isGradient
  }

  public var name: String { isGradient ? "scatter_add_backward" : "gather" }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try AxisIndex.check(inputs[1], in: inputs[0], axis: axis, for: name)
    return inputs[1]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let x = buffers.inputs[0].pointer
    let index = buffers.inputs[1].pointer
    let places = AxisIndex(buffers.inputs[1].shape, in: buffers.inputs[0].shape, axis: axis)
    let out = buffers.output.pointer
    let count = buffers.output.count
    let missing: Float = isGradient ? 0 : .nan
    return Kernel {
      for i in 0..<count { out[i] = places.element(index[i], i).map { x[$0] } ?? missing }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let places = AxisIndex(inputs[1].shape, in: inputs[0].shape, axis: axis)
    return inputs[1].values.enumerated().map { place, index in
      places.element(Float(index), place).map { inputs[0].values[$0] } ?? (isGradient ? 0 : .nan)
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let zeros = try graph.add(Fill(0), [context.inputs[0]])
    return [
      try graph.add(ScatterAdd(axis: axis), [zeros, context.inputs[1], context.upstream]), nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String {
    "gather(\(inputs[0]), \(inputs[1]), axis=\(axis))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let places = AxisIndex(inputs[1].shape, in: inputs[0].shape, axis: axis)
    return .selected(
      0, inputs[0], places.element(inputs[1].values[index], index), by: (1, inputs[1], index),
      missing: isGradient ? 0 : .nan)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension GatherAlong {
  static let entry = Entry(
    Descriptor(
      "gather", .function, signature: "gather(x, axis, index)",
      summary: "Elements along an axis by index.",
      shapes: "[n, m], [k, m] → [k, m] for axis=0", formula: "yᵢⱼ = x[indexᵢⱼ, j] for axis=0",
      source: "", example: "gather([[1, 2], [3, 4]], 1, [[0, 0], [1, 0]])"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        GatherAlong(axis: try arguments.integer("axis")),
        [try arguments.tensor("x", graph), try arguments.tensor("index", graph)])
    })
}
