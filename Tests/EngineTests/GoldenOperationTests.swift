// Operations against PyTorch's values and gradients in double precision.

import Engine
import TestSupport
import Testing

@Suite struct GoldenOperationTests {
  private static let unary: [String: any Operation] = [
    "abs": AbsoluteValue(), "cos": Cosine(), "erf": ErrorFunction(), "exp": Exponential(),
    "log": Logarithm(), "neg": Negate(), "reciprocal": Reciprocal(), "sign": Sign(),
    "sin": Sine(), "sqrt": SquareRoot(), "square": Square(),
  ]

  private static let binary: [String: any Operation] = [
    "add": Add(), "sub": Subtract(), "mul": Multiply(), "div": Divide(), "pow": Power(),
    "maximum": Maximum(), "minimum": Minimum(),
  ]

  @Test(arguments: unary.keys.sorted().flatMap { GoldenCase.paths("operation", $0) })
  func functionsOfOneNumber(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let operation = try #require(Self.unary[run.golden.name])
    try run.expect([run.add(operation, run.inputs[0])], rule: .elementwise)
  }

  @Test(arguments: binary.keys.sorted().flatMap { GoldenCase.paths("operation", $0) })
  func functionsOfTwoNumbers(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let operation = try #require(Self.binary[run.golden.name])
    try run.expect([run.add(operation, run.inputs[0], run.inputs[1])])
  }

  @Test(arguments: GoldenCase.paths("operation", "pow_number"))
  func powersWithNumbers(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let exponent = run.number(try run.number("exponent"))
    try run.expect([run.add(Power(), run.inputs[0], exponent)])
  }

  /// log1p and expm1 proper need more digits near 0; as compositions they are good to a few units
  /// of the last place of 1.
  @Test(arguments: ["operation/rsqrt", "operation/log1p", "operation/expm1"])
  func compositions(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let x = run.inputs[0]
    switch run.golden.name {
    case "rsqrt": try run.expect([run.add(Reciprocal(), run.add(SquareRoot(), x))])
    case "log1p": try run.expect([run.add(Logarithm(), run.add(Add(), x, run.number(1)))])
    default: try run.expect([run.add(Subtract(), run.add(Exponential(), x), run.number(1))])
    }
  }

  // MARK: Reductions

  @Test(arguments: GoldenCase.paths("operation", "sum", "mean", "amax", "amin", "var", "std"))
  func reductions(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let keeps = run.flag("keepdim")
    let axes: [Int?]
    if let list = run.golden["axis"]?.ints { axes = list } else { axes = [run.golden["axis"]?.int] }
    func reduced(_ x: Node, keeps: Bool, _ make: (Int?, Bool) -> any Operation) throws -> Node {
      // Two axes one after the other, the last first, so that the other keeps its number.
      try axes.sorted { ($0 ?? 0) > ($1 ?? 0) }.reduce(x) { try run.add(make($1, keeps), $0) }
    }
    let x = run.inputs[0]
    switch run.golden.name {
    case "sum":
      try run.expect([reduced(x, keeps: keeps) { Sum(axis: $0, keepsAxis: $1) }])
    case "mean":
      try run.expect([reduced(x, keeps: keeps) { Mean(axis: $0, keepsAxis: $1) }])
    case "amax", "amin":
      let isMaximum = run.golden.name == "amax"
      try run.expect([
        reduced(x, keeps: keeps) { Extremum(maximum: isMaximum, axis: $0, keepsAxis: $1) }
      ])
    default:
      let mean = try reduced(x, keeps: true) { Mean(axis: $0, keepsAxis: $1) }
      let centred = try run.add(Square(), run.add(Subtract(), x, mean))
      let total = try reduced(centred, keeps: keeps) { Sum(axis: $0, keepsAxis: $1) }
      let count = run.graph.shape(x).count / run.graph.shape(total).count
      let variance = try run.add(
        Divide(), total, run.number(Double(count - (try run.int("correction")))))
      try run.expect([
        run.golden.name == "var" ? variance : run.add(SquareRoot(), variance)
      ])
    }
  }

  @Test(arguments: GoldenCase.paths("operation", "norm"))
  func norms(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let axis = run.golden["axis"]?.int
    let keeps = run.flag("keepdim")
    let magnitude = try run.add(AbsoluteValue(), run.inputs[0])
    switch run.golden["p"] {
    case .string: try run.expect([run.add(Extremum(maximum: true), magnitude)])
    case .number(1): try run.expect([run.add(Sum(), magnitude)])
    case .number(2):
      let sum = try run.add(
        Sum(axis: axis, keepsAxis: keeps), run.add(Square(), run.inputs[0]))
      try run.expect([run.add(SquareRoot(), sum)])
    default:
      let sum = try run.add(Sum(), run.add(Power(), magnitude, run.number(3)))
      try run.expect([run.add(Power(), sum, run.number(1 / 3.0))])
    }
  }

  @Test(arguments: GoldenCase.paths("operation", "max", "min", "argmax", "argmin"))
  func places(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let isMaximum = run.golden.name.hasSuffix("max")
    let keeps = run.flag("keepdim")
    let x = run.inputs[0]
    let turned = isMaximum ? x : try run.add(Negate(), x)
    let flat = try run.golden["axis"]?.int == nil ? run.add(Reshape([-1]), turned) : turned
    let axis = run.golden["axis"]?.int ?? 0
    var index = try run.add(ArgMax(axis: axis), flat)
    if keeps { index = try run.add(InsertAxis(at: axis), index) }
    if run.golden.name.hasPrefix("arg") { return try run.expect([index]) }
    let value = try run.add(Extremum(maximum: isMaximum, axis: axis, keepsAxis: keeps), x)
    try run.expect([value, index])
  }

  /// The engine normalises over the last axis; the others are turned there and back.
  @Test(arguments: GoldenCase.paths("operation", "softmax", "log_softmax", "logsumexp"))
  func alongAnAxis(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let rank = run.graph.shape(run.inputs[0]).rank
    let axis = (try run.int("axis") + rank) % rank
    var order = Array(0..<rank)
    order.swapAt(axis, rank - 1)
    let turn = Permute(order)
    let x = try run.add(turn, run.inputs[0])
    switch run.golden.name {
    case "softmax": try run.expect([run.add(turn, run.add(Softmax(), x))])
    case "log_softmax": try run.expect([run.add(turn, run.add(LogSoftmax(), x))])
    default:
      let top = try run.add(Extremum(maximum: true, axis: axis, keepsAxis: true), run.inputs[0])
      let powers = try run.add(Exponential(), run.add(Subtract(), run.inputs[0], top))
      let sum = try run.add(Logarithm(), run.add(Sum(axis: axis), powers))
      let flat = try run.add(Extremum(maximum: true, axis: axis), run.inputs[0])
      try run.expect([run.add(Add(), sum, flat)])
    }
  }

  @Test(arguments: GoldenCase.paths("operation", "cumsum"))
  func runningSums(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let shape = run.graph.shape(run.inputs[0])
    let rows = try run.int("axis") == 0
    let extent = rows ? shape[0] : shape[1]
    let ones = run.graph.constant(Tensor(shape: [extent, extent], repeating: 1))
    let triangle = try run.add(Triangle(lower: rows), ones)
    try run.expect([
      rows
        ? run.add(MatMul(), triangle, run.inputs[0]) : run.add(MatMul(), run.inputs[0], triangle)
    ])
  }

  // MARK: Products

  @Test(arguments: GoldenCase.paths("operation", "matmul"))
  func products(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    try run.expect([run.graph.matmul(run.inputs[0], run.inputs[1])])
  }

  @Test(arguments: GoldenCase.paths("operation", "scaled_dot_product_attention"))
  func attention(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let depth = run.graph.shape(run.inputs[0])[-1]
    let scale = run.golden["scale"]?.number ?? 1 / Double(depth).squareRoot()
    let scores = try run.add(MatMul(transposesRight: true), run.inputs[0], run.inputs[1])
    var masked = try run.add(Multiply(), scores, run.number(scale))
    if run.golden["causal"]?.bool == true {
      masked = try run.add(MaskedFill(-.infinity), masked, run.add(CausalMask(), masked))
    }
    if run.golden.has("input.3") {
      // There a true mask means "attend".
      let ignored = try run.add(Comparison(.equal), run.inputs[3], run.number(0))
      masked = try run.add(MaskedFill(-.infinity), masked, ignored)
    }
    let weights = try run.add(Softmax(), masked)
    try run.expect([run.add(MatMul(), weights, run.inputs[2]), weights])
  }

  // MARK: Shapes and places

  @Test(arguments: GoldenCase.paths("operation", "slice"))
  func slices(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let parts = try #require(run.golden["slices"]?.list).map { entry -> Slice.Part in
      guard let list = entry.list else { return .index(entry.int ?? 0) }
      return .range(start: list[0].int, stop: list[1].int, step: list[2].int ?? 1)
    }
    try run.expect([run.add(Slice(parts), run.inputs[0])])
  }

  @Test(
    arguments: GoldenCase.paths(
      "operation", "reshape", "permute", "transpose", "expand", "flip", "tril", "cat", "stack"))
  func shapes(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let x = run.inputs[0]
    let rank = run.graph.shape(x).rank
    switch run.golden.name {
    case "reshape":
      try run.expect([run.add(Reshape(#require(run.golden["to"]?.ints)), x)])
    case "permute":
      try run.expect([run.add(Permute(#require(run.golden["axes"]?.ints)), x)])
    case "transpose":
      let axes = try #require(run.golden["axes"]?.ints).map { ($0 + rank) % rank }
      var order = Array(0..<rank)
      order.swapAt(axes[0], axes[1])
      try run.expect([run.add(Permute(order), x)])
    case "expand":
      let shape = Shape(try #require(run.golden["to"]?.ints))
      try run.expect([
        run.add(ExpandLike(), x, run.graph.constant(Tensor(shape: shape, repeating: 0)))
      ])
    case "flip":
      let axes = try #require(run.golden["axes"]?.ints)
      let parts = (0..<rank).map {
        Slice.Part.range(start: nil, stop: nil, step: axes.contains($0) ? -1 : 1)
      }
      try run.expect([run.add(Slice(parts), x)])
    case "tril":
      try run.expect([run.add(Triangle(lower: true, diagonal: try run.int("diagonal")), x)])
    case "cat":
      try run.expect([run.graph.add(Concatenate(axis: try run.int("axis")), run.inputs)])
    default:
      let axis = try run.int("axis")
      let parts = try run.inputs.map { try run.add(InsertAxis(at: axis), $0) }
      try run.expect([run.graph.add(Concatenate(axis: axis), parts)])
    }
  }

  @Test(arguments: GoldenCase.paths("operation", "masked_fill", "where", "index_select"))
  func selections(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let x = run.inputs[0]
    switch run.golden.name {
    case "masked_fill":
      let value = Float(try run.number("value"))
      try run.expect([run.add(MaskedFill(value), x, run.inputs[1])])
    case "where":
      let rest = try run.add(Subtract(), run.number(1), x)
      try run.expect([
        run.add(
          Add(), run.add(Multiply(), x, run.inputs[1]), run.add(Multiply(), rest, run.inputs[2]))
      ])
    default:
      let isRows = try run.int("axis") == 0
      let turned = isRows ? x : try run.add(Permute([1, 0]), x)
      let rows = try run.add(Gather(), turned, run.inputs[1])
      try run.expect([isRows ? rows : run.add(Permute([1, 0]), rows)])
    }
  }

  // MARK: Gradients of gradients

  @Test(arguments: GoldenCase.paths("operation").filter { $0.contains("second_derivative") })
  func gradientsOfGradients(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let x = run.inputs[0]
    let value: Node
    switch run.golden.name {
    case "second_derivative_tanh":
      let y = try run.add(HyperbolicTangent(), run.graph.matmul(x, run.inputs[1]))
      value = try run.add(Sum(), run.add(Square(), y))
    case "second_derivative_gelu":
      value = try run.add(Sum(), run.add(Multiply(), run.add(GELU(), x), run.inputs[1]))
    case "second_derivative_softmax":
      value = try run.add(Sum(), run.add(Multiply(), run.add(Softmax(), x), run.inputs[1]))
    case "second_derivative_sigmoid_log":
      let s = try run.add(Sigmoid(), x)
      let right = try run.add(Multiply(), run.number(0.25), run.add(Logarithm(), s))
      let wrong = try run.add(
        Multiply(), run.number(0.75),
        run.add(Logarithm(), run.add(Subtract(), run.number(1), s)))
      value = try run.add(Negate(), run.add(Mean(), run.add(Add(), right, wrong)))
    case "second_derivative_layer_norm":
      let normal = try LayerNorm().apply(x, in: run.graph)
      let scaled = try run.add(Multiply(), normal, run.inputs[1])
      value = try run.add(Sum(), run.add(Power(), scaled, run.number(3)))
    case "second_derivative_quotient":
      let quotient = try run.add(Divide(), run.add(SquareRoot(), x), run.inputs[1])
      let power = try run.add(Power(), x, run.inputs[1])
      value = try run.add(Sum(), run.add(Add(), quotient, power))
    case "second_derivative_conv2d":
      let settings = ConvolutionSettings(stride: [1, 1], before: [1, 1], dilation: [1, 1])
      let y = try run.add(Convolution(settings), x, run.inputs[1])
      value = try run.add(Sum(), run.add(Power(), y, run.number(3)))
    default:
      Issue.record("\(path) is not expressed")
      return
    }
    let gradients = try run.graph.gradients(of: value, for: run.inputs)
    try run.expect([value] + run.inputs.map { gradients[$0] })
  }

  /// Everything else in the folder: exactly what the engine has no operation for. (A clamp made of
  /// maximum and minimum shares the gradient at a bound, which the files do not.)
  @Test func whatIsNotExpressed() {
    let expressed = GoldenCase.paths(
      "operation", "abs", "cos", "erf", "exp", "log", "neg", "reciprocal", "sign", "sin", "sqrt",
      "square", "add", "sub", "mul", "div", "pow", "maximum", "minimum", "pow_number", "rsqrt",
      "log1p", "expm1", "sum", "mean", "amax", "amin", "var", "std", "norm", "max", "min",
      "argmax", "argmin", "softmax", "log_softmax", "logsumexp", "cumsum", "matmul",
      "scaled_dot_product_attention", "slice", "reshape", "permute", "transpose", "expand", "flip",
      "tril", "cat", "stack", "masked_fill", "where", "index_select",
      "second_derivative_tanh", "second_derivative_gelu", "second_derivative_softmax",
      "second_derivative_sigmoid_log", "second_derivative_layer_norm",
      "second_derivative_quotient", "second_derivative_conv2d")
    let rest = Set(GoldenCase.paths("operation")).subtracting(expressed).sorted()
    #expect(
      rest.map { String($0.dropFirst("operation/".count)) } == [
        "ceil", "clamp-both", "clamp-low", "floor", "gather-3d", "gather-columns", "gather-rows",
        "pad-crop", "pad-last",
        "pad-reflect", "pad-replicate", "pad-two-axes", "prod-all", "prod-axis0", "prod-last",
        "round", "scatter_add-columns", "scatter_add-rows", "sort-falling", "sort-rising",
        "topk-largest", "topk-smallest",
      ])
  }
}
