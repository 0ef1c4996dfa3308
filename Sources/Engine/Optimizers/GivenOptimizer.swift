// An optimizer with the options that it was given: its summary tells all that differ from the
// defaults, so that two that train differently are never called the same.

/// An optimizer as it was written.
struct GivenOptimizer: Optimizer {
  private let base: any Optimizer
  let summary: String

  /// - Parameter signature: says the defaults: `sgd(lr=0.001, momentum=0)`.
  init(_ base: any Optimizer, _ arguments: Arguments, signature: String) {
    self.base = base
    let changed = Signature(signature).parameters.compactMap { parameter -> String? in
      guard parameter.name != "lr", let standard = parameter.standard,
        let text = arguments.text(of: parameter.name), text != GivenOptimizer.text(standard)
      else { return nil }
      return "\(parameter.name)=\(text)"
    }
    let options = ["lr=\(GivenOptimizer.text(base.learningRate))"] + changed
    summary = "\(base.name)(\(options.joined(separator: ", ")))"
  }

  var name: String { base.name }
  var learningRate: Double { base.learningRate }

  func emit(_ update: inout UpdateEmitter) { base.emit(&update) }

  /// What was computed in single precision has no more digits than that: `0.0911698`.
  fileprivate static func text(_ number: Double) -> String {
    let exact = shown(number)
    guard let single = Float(exactly: number) else { return exact }
    return single.description.count < exact.count ? single.description : exact
  }

  /// As it is written in a call; nil for what is no plain value.
  fileprivate static func text(_ value: ArgumentValue) -> String? {
    switch value {
    case .number(let number): return text(number)
    case .flag, .text, .none: return value.description
    case .list(let items):
      let texts = items.compactMap(text)
      return texts.count == items.count ? "(\(texts.joined(separator: ", ")))" : nil
    default: return nil
    }
  }
}

extension Arguments {
  fileprivate func text(of parameter: String) -> String? {
    if case .tensor = value(parameter) { return (try? number(parameter)).map(GivenOptimizer.text) }
    return GivenOptimizer.text(value(parameter))
  }
}
