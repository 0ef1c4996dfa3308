// What the entries of optimizers have in common: PyTorch's argument names and their checks.

extension Arguments {
  /// A number of at least 0.
  func nonNegative(_ parameter: String) throws(EngineError) -> Double {
    try number(parameter, in: 0...Double.infinity)
  }

  /// Two numbers within bounds: `betas=(0.9, 0.999)`.
  func pair(
    _ parameter: String, in range: ClosedRange<Double>, example: String = "(0.9, 0.999)"
  ) throws(EngineError) -> (Double, Double) {
    if case .list(let items) = value(parameter), items.count == 2,
      case .number(let first) = items[0], case .number(let second) = items[1],
      range.contains(first), range.contains(second)
    {
      return (first, second)
    }
    let bounds =
      range.upperBound.isFinite
      ? "between \(shown(range.lowerBound)) and \(shown(range.upperBound))"
      : "of at least \(shown(range.lowerBound))"
    throw EngineError(
      "\(name): '\(parameter)' must be two numbers \(bounds), not \(value(parameter).description)",
      hint: "for example \(parameter)=\(example)")
  }

  /// `betas`, of which `beta1` and `beta2` may say one alone.
  func betas() throws(EngineError) -> (Double, Double) {
    var (first, second) = try pair("betas", in: 0...1)
    if case .none = value("beta1") {} else { first = try number("beta1", in: 0...1) }
    if case .none = value("beta2") {} else { second = try number("beta2", in: 0...1) }
    return (first, second)
  }
}

extension Entry {
  /// An optimizer; every one takes `maximize`, and those with weight decay say what it is for.
  static func optimizer(
    _ name: String, _ settings: String, summary: String, formula: String, source: String,
    decays: Bool = true,
    _ make: @escaping @Sendable (Arguments) throws(EngineError) -> any Optimizer
  ) -> Entry {
    let signature = "\(name)(\(settings)\(decays ? ", decay_on=\"all\"" : ""), maximize=false)"
    return Entry(
      Descriptor(
        name, .optimizer, signature: signature,
        summary: summary, formula: formula, source: source,
        example: "w = param([2])\ntrain mean(w ** 2) with \(name)(lr=0.1) steps=3"),
      .optimizer { arguments throws(EngineError) in
        GivenOptimizer(try make(arguments), arguments, signature: signature)
      })
  }
}
