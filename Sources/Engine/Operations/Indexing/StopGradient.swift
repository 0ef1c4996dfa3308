/// The same values, through which no gradient goes.
public struct StopGradient: Copying {
  public let name = "stop_gradient"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public var keepsElements: Bool { true }

  public func formula(_ inputs: [String]) -> String { "stop_gradient(\(inputs[0]))" }
}

/// The first operand's values with the second operand's gradient (Bengio, Léonard & Courville 2013):
/// what is sampled or rounded is used, what is smooth is trained.
public struct StraightThrough: Copying {
  public let name = "straight_through"

  /// It has no settings.
  public init() {}

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0] == inputs[1] else {
      throw EngineError(
        "straight_through: shapes \(inputs[0]) and \(inputs[1]) differ",
        hint: "the hard values and the soft ones stand for each other, element by element")
    }
    return inputs[0]
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    Array(0..<output.count)
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil, context.upstream] }

  public var keepsElements: Bool { true }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]), with the gradient of \(inputs[1])"
  }
}

extension StopGradient {
  static let entries =
    ["stop_gradient", "detach"].map { name in
      Entry(
        Descriptor(
          name, .function, signature: "\(name)(x)",
          summary: "The same values, through which no gradient goes.", shapes: "[…] → […]",
          formula: "x, ∂/∂x = 0", source: "", example: "\(name)([1, 2])"),
        .function { arguments, graph throws(EngineError) in
          try graph.add(StopGradient(), [try arguments.tensor("x", graph)])
        })
    } + [
      Entry(
        Descriptor(
          "straight_through", .function, signature: "straight_through(hard, soft)",
          summary: "The values of hard with the gradient of soft.", shapes: "[…], […] → […]",
          formula: "soft + stop_gradient(hard − soft)",
          source: "Bengio, Léonard & Courville 2013",
          example: "p = [0.2, 0.9]\nstraight_through(round(p), p)"),
        .function { arguments, graph throws(EngineError) in
          try graph.add(
            StraightThrough(),
            [try arguments.tensor("hard", graph), try arguments.tensor("soft", graph)])
        })
    ]
}
