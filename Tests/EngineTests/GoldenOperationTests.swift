// Operations against PyTorch's values and gradients in double precision, called by their names.

import Engine
import TestSupport
import Testing

@Suite struct GoldenOperationTests {
  /// What the language has other means for, or other tests: attention, and gradients of gradients.
  private static let others = ["scaled_dot_product_attention", "second_derivative"]

  static let byName = GoldenCase.paths("operation").filter { path in
    !others.contains { path.hasPrefix("operation/" + $0) }
  }

  private static let unary: Set<String> = [
    "abs", "ceil", "cos", "erf", "exp", "expm1", "floor", "log", "log1p", "neg", "reciprocal",
    "round", "rsqrt", "sign", "sin", "sqrt", "square",
  ]

  @Test(arguments: byName) func entries(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let rule: Tolerance? = Self.unary.contains(run.golden.name) ? .elementwise : nil
    try run.expect(try Self.results(run), rule: rule)
  }

  /// The case's call: its inputs in order, its settings by their names here.
  private static func results(_ run: GoldenGraph) throws -> [Node] {
    let golden = run.golden
    let inputs = run.inputs.map(ArgumentValue.tensor)
    func call(
      _ positional: [ArgumentValue], _ keywords: [(String, ArgumentValue)] = []
    ) throws -> [Node] {
      try EntryCalls.call(golden.name, positional, keywords, in: run.graph)
    }
    func ints(_ setting: String) throws -> [Int] { try #require(golden[setting]?.ints) }
    switch golden.name {
    case "pow_number":
      return [
        try EntryCalls.call(
          "pow", run.inputs[0], run.number(try run.number("exponent")), in: run.graph)
      ]
    case "clamp":
      return try call(
        inputs, [("min", setting(golden["minimum"])), ("max", setting(golden["maximum"]))])
    case "reshape", "expand":
      return try call(inputs + [EntryCalls.list(try ints("to"))])
    case "permute", "flip": return try call(inputs + [EntryCalls.list(try ints("axes"))])
    case "transpose": return try call(inputs + (try ints("axes")).map { .number(Double($0)) })
    case "cat", "stack": return try call([.list(inputs)], settings(run, ["axis"]))
    case "gather", "index_select", "scatter_add":
      return try call([inputs[0], .number(Double(try run.int("axis")))] + inputs.dropFirst())
    case "pad":
      return try call(
        inputs + [EntryCalls.list(try ints("padding"))], settings(run, ["mode", "value"]))
    case "slice": return [try sliced(run)]
    default:
      return try call(
        inputs,
        settings(
          run,
          [
            "axis", "keepdim", "correction", "p", "descending", "k", "largest", "value",
            "diagonal",
          ]))
    }
  }

  /// Axis by axis, the last first, because an index takes its axis away.
  private static func sliced(_ run: GoldenGraph) throws -> Node {
    var node = run.inputs[0]
    for (axis, part) in try #require(run.golden["slices"]?.list).enumerated().reversed() {
      let axis = ArgumentValue.number(Double(axis))
      if let place = part.number {
        node = try EntryCalls.call(
          "select", [.tensor(node), axis, .number(place)], in: run.graph)[0]
      } else {
        let bounds = try #require(part.list).map(setting)
        node = try EntryCalls.call(
          "slice", [.tensor(node)],
          [("axis", axis), ("start", bounds[0]), ("end", bounds[1])]
            + (part.list?[2] == GoldenSetting.none ? [] : [("step", bounds[2])]), in: run.graph)[0]
      }
    }
    return node
  }

  private static func settings(
    _ run: GoldenGraph, _ names: [String]
  ) -> [(String, ArgumentValue)] {
    names.compactMap { name in
      guard let value = run.golden[name], value != .none else { return nil }
      return (name, setting(value))
    }
  }

  private static func setting(_ value: GoldenSetting?) -> ArgumentValue {
    switch value {
    case .number(let number): .number(number)
    case .bool(let flag): .flag(flag)
    case .string(let text): .text(text)
    case .list(let list): .list(list.map(setting))
    default: .none
    }
  }

  // MARK: Attention

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
}
