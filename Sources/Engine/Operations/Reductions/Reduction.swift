// Reductions over one axis or over all: the plan (outer, reduced, inner) is made when bound.

public import CKernels

/// What all reductions share: one axis, or all axes at once.
public protocol Reduction: Operation {
  /// The axis that is reduced, counted from the end when negative; nil for all.
  var axis: Int? { get }
  /// Whether the reduced axis stays with the extent 1.
  var keepsAxis: Bool { get }
  /// The fast kernel that carries it out.
  var code: NablaReduction { get }
  /// The plain definition in double precision, of the elements in their order.
  func value(_ values: [Double]) -> Double
}

/// A shape seen as [outer, reduced, inner].
struct ReductionPlan {
  let outer: Int
  let length: Int
  let inner: Int

  init(_ shape: Shape, axis: Int?) {
    guard let axis, shape.rank > 0 else {
      self.init(outer: 1, length: shape.count, inner: 1)
      return
    }
    let place = axis < 0 ? axis + shape.rank : axis
    self.init(
      outer: shape.extents[..<place].reduce(1, *), length: shape.extents[place],
      inner: shape.extents[(place + 1)...].reduce(1, *))
  }

  /// One run of axes is summed and the axes around it stay; nil for anything else.
  init?(of large: Shape, to small: Shape) {
    guard let runs = AxisRuns(of: large, against: small, middleStays: false) else { return nil }
    self.init(outer: runs.outer, length: runs.middle, inner: runs.inner)
  }

  private init(outer: Int, length: Int, inner: Int) {
    self.outer = outer
    self.length = length
    self.inner = inner
  }
}

extension Reduction {
  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try inputs[0].reduced(axis, keepsAxis: keepsAxis, for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(buffers.inputs[0].shape, axis: axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let code = code
    return Kernel { nabla_reduce(code, plan.outer, plan.length, plan.inner, x, out) }
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    let plan = ReductionPlan(inputs[0], axis: axis)
    guard axis != nil, inputs[0].rank > 0, plan.inner == 1 else { return nil }
    return .rowwise(
      NABLA_TILE_REDUCE, code.rawValue, rows: plan.outer, columns: plan.length,
      [.input(0, .full)], givesColumn: true)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(inputs[0].shape, axis: axis)
    return (0..<plan.outer * plan.inner).map { index in
      let (outer, inner) = (index / plan.inner, index % plan.inner)
      return value(
        (0..<plan.length).map {
          inputs[0].values[(outer * plan.length + $0) * plan.inner + inner]
        })
    }
  }

  public func formula(_ inputs: [String]) -> String {
    if let axis { return "\(name)(\(inputs[0]), axis=\(axis))" }
    return "\(name)(\(inputs[0]))"
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }

  /// The elements that one output element is made of.
  func members(of index: Int, in input: Tensor) -> [Explanation.Term] {
    let plan = ReductionPlan(input.shape, axis: axis)
    guard plan.inner > 0 else { return [] }
    let (outer, inner) = (index / plan.inner, index % plan.inner)
    return (0..<plan.length).map {
      .element(0, input, (outer * plan.length + $0) * plan.inner + inner)
    }
  }

  /// The upstream gradient with the reduced axis put back as 1, so that it broadcasts.
  func restored(_ context: GradientContext) throws(EngineError) -> Node {
    try restored(context.upstream, of: context.inputs[0], in: context.graph)
  }

  /// A result of reducing x with the axis put back.
  func restored(_ result: Node, of x: Node, in graph: Graph) throws(EngineError) -> Node {
    guard let axis, !keepsAxis, graph.shape(x).rank > 1 else { return result }
    return try graph.add(InsertAxis(at: axis), [result])
  }
}

extension Shape {
  /// Without an axis, or with 1 in its place; nil is all axes.
  func reduced(_ axis: Int?, keepsAxis: Bool, for name: String) throws(EngineError) -> Shape {
    guard let axis else { return keepsAxis ? Shape(extents.map { _ in 1 }) : .scalar }
    let place = try place(of: axis, for: name)
    var rest = extents
    if keepsAxis { rest[place] = 1 } else { rest.remove(at: place) }
    return Shape(rest)
  }

  /// The index of an axis that may count from the end.
  func place(of axis: Int, for name: String) throws(EngineError) -> Int {
    let place = axis < 0 ? axis + rank : axis
    guard place >= 0 && place < rank else {
      throw EngineError(
        "\(name): axis \(axis) does not exist in shape \(self)",
        hint: rank == 0 ? "a scalar has no axes" : "axes are \(-rank) to \(rank - 1)")
    }
    return place
  }

  /// `[1, 2]` for an element counted row-major; empty for a scalar.
  func label(of element: Int) -> String {
    guard rank > 0 else { return "" }
    var rest = element
    var places: [String] = []
    for extent in extents.reversed() {
      places.append(String(rest % max(extent, 1)))
      rest /= max(extent, 1)
    }
    return "[" + places.reversed().joined(separator: ", ") + "]"
  }
}
