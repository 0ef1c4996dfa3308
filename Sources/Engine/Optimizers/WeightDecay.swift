// Which parameters weight decay shrinks.

/// The parameters that an optimizer's weight decay is for.
///
/// Language models decay matrices and leave biases and the gains of normalisations alone (GPT-2,
/// GPT-3); PyTorch says the same with two parameter groups.
public enum DecayScope: String, Sendable, CaseIterable {
  /// Every parameter.
  case all
  /// Parameters with two or more axes.
  case matrices

  func includes(_ shape: Shape) -> Bool { self == .all || shape.rank >= 2 }
}

extension DecayScope {
  /// The argument `decay_on` of an optimizer: "all" or "matrices".
  init(_ arguments: Arguments) throws(EngineError) {
    let word = try arguments.word("decay_on", among: DecayScope.allCases.map(\.rawValue))
    self = DecayScope(rawValue: word) ?? .all
  }
}
