// Initial values by name: torch.nn.init without the underscore.

extension Initializer {
  static let entries: [Entry] = [
    entry("zeros", "zeros()", "All 0.", "0") { _ throws(EngineError) in .constant(0) },
    entry("ones", "ones()", "All 1.", "1") { _ throws(EngineError) in .constant(1) },
    entry("constant", "constant(value)", "All one number.", "c") {
      arguments throws(EngineError) in
      .constant(try arguments.number("value"))
    },
    entry("uniform", "uniform(low=0, high=1)", "Uniform between two bounds.", "U(low, high)") {
      arguments throws(EngineError) in
      .uniform(low: try arguments.number("low"), high: try arguments.number("high"))
    },
    entry("normal", "normal(mean=0, std=1)", "The normal distribution.", "N(mean, std²)") {
      arguments throws(EngineError) in
      .normal(mean: try arguments.number("mean"), deviation: try arguments.number("std"))
    },
    entry(
      "xavier_uniform", "xavier_uniform(gain=1)", "Glorot's, uniform; also glorot_uniform.",
      "U(±gain √(6 / (in + out)))", "Glorot & Bengio 2010", alias: "glorot_uniform"
    ) { arguments throws(EngineError) in .xavierUniform(gain: try arguments.number("gain")) },
    entry(
      "xavier_normal", "xavier_normal(gain=1)", "Glorot's, normal; also glorot_normal.",
      "N(0, gain² 2 / (in + out))", "Glorot & Bengio 2010", alias: "glorot_normal"
    ) { arguments throws(EngineError) in .xavierNormal(gain: try arguments.number("gain")) },
    entry(
      "kaiming_uniform", "kaiming_uniform(a=0, mode=\"fan_in\", nonlinearity=\"leaky_relu\")",
      "He's, uniform; also he_uniform.", "U(±gain √(3 / fan))", "He et al. 2015",
      alias: "he_uniform"
    ) { arguments throws(EngineError) in try kaiming(arguments, isNormal: false) },
    entry(
      "kaiming_normal", "kaiming_normal(a=0, mode=\"fan_in\", nonlinearity=\"leaky_relu\")",
      "He's, normal; also he_normal.", "N(0, gain² / fan)", "He et al. 2015", alias: "he_normal"
    ) { arguments throws(EngineError) in try kaiming(arguments, isNormal: true) },
    entry(
      "trunc_normal", "trunc_normal(mean=0, std=1, a=-2, b=2)",
      "The normal distribution between a and b; also truncated_normal.",
      "N(mean, std²) within [a, b]", "torch.nn.init.trunc_normal_", alias: "truncated_normal"
    ) { arguments throws(EngineError) in
      let (low, high) = (try arguments.number("a"), try arguments.number("b"))
      guard low < high else {
        throw EngineError(
          "\(arguments.name): 'a' must be less than 'b', not \(shown(low)) and \(shown(high))")
      }
      let deviation = try arguments.number("std")
      guard deviation > 0 else {
        throw EngineError(
          "\(arguments.name): 'std' must be more than 0, not \(shown(deviation))")
      }
      return .truncatedNormal(
        mean: try arguments.number("mean"), deviation: deviation, low: low, high: high)
    },
    entry(
      "orthogonal", "orthogonal(gain=1)",
      "Orthogonal rows or columns, whichever are fewer.", "W Wᵀ = gain² I",
      "Saxe, McClelland & Ganguli 2014"
    ) { arguments throws(EngineError) in .orthogonal(gain: try arguments.number("gain")) },
    entry("eye", "eye()", "The identity matrix; also identity.", "I", alias: "identity") {
      _ throws(EngineError) in .eye
    },
    entry(
      "dirac", "dirac()", "A convolution that hands its input on.", "1 at [i, i, middle]",
      "torch.nn.init.dirac_", use: "w = param([2, 2, 3], init=dirac)"
    ) { _ throws(EngineError) in .dirac },
    entry(
      "sparse", "sparse(sparsity, std=0.01)", "Normal, a share of each column is 0.",
      "N(0, std²) or 0", "Martens 2010", use: "w = param([4, 3], init=sparse(0.5))"
    ) { arguments throws(EngineError) in
      .sparse(
        sparsity: try arguments.number("sparsity", in: 0...1),
        deviation: try arguments.nonNegative("std"))
    },
  ].flatMap { $0 }

  /// How many times √(1 / fan) a weight's spread is for the layer it feeds.
  static let gainEntry = Entry(
    Descriptor(
      "calculate_gain", .initializer,
      signature: "calculate_gain(nonlinearity, param=none)",
      summary: "The gain that makes an activation keep its input's spread.",
      formula: "√2 for relu, 5/3 for tanh, √(2 / (1 + param²)) for leaky_relu",
      source: "torch.nn.init.calculate_gain",
      example: "w = param([2, 3], init=xavier_normal(calculate_gain(\"relu\")))"),
    .function { arguments, graph throws(EngineError) in
      let word = try arguments.word("nonlinearity", among: nonlinearities)
      var slope: Double?
      if case .none = arguments.value("param") {} else { slope = try arguments.number("param") }
      return graph.constant(gain(word, slope: slope) ?? 1)
    })

  private static func kaiming(
    _ arguments: Arguments, isNormal: Bool
  ) throws(EngineError) -> Distribution {
    let slope = try arguments.number("a")
    let word = try arguments.word("nonlinearity", among: nonlinearities)
    let mode = try arguments.word("mode", among: Fan.allCases.map(\.rawValue))
    return .kaiming(
      gain: gain(word, slope: slope) ?? 1, fan: Fan(rawValue: mode) ?? .in, isNormal: isNormal)
  }

  private static func entry(
    _ name: String, _ signature: String, _ summary: String, _ formula: String,
    _ source: String = "", alias: String? = nil, use: String? = nil,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> Distribution
  ) -> [Entry] {
    ([name] + (alias.map { [$0] } ?? [])).map { title in
      Entry(
        Descriptor(
          title, .initializer,
          signature: title + signature.dropFirst(name.count), summary: summary,
          formula: formula, source: source,
          example: use ?? "w = param([2, 3], init=\(name == "constant" ? "constant(0.5)" : title))"),
        .initializer { arguments throws(EngineError) in
          Initializer(title, try make(arguments))
        }, overload: RandomEntries.overload(of: title))
    }
  }
}
