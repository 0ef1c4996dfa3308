// What the tokens so far say of each token of the vocabulary: whether it was there, whether it would
// repeat an n-gram.

/// A rule that looks at the tokens so far.
public enum TokenRule: Hashable, Sendable {
  /// Tokens that were there.
  case seen
  /// Tokens that would make an n-gram a second time (Paulus, Xiong & Socher 2018).
  case repeatsNGram(Int)

  /// The tokens that the rule is about.
  public func tokens(after history: [Int]) -> Set<Int> {
    switch self {
    case .seen: return Set(history)
    case .repeatsNGram(let size):
      guard size > 0, history.count >= size else { return [] }
      let last = history.suffix(size - 1)
      var found: Set<Int> = []
      for start in 0...(history.count - size)
      where history[start..<start + size - 1].elementsEqual(last) {
        found.insert(history[start + size - 1])
      }
      return found
    }
  }
}

/// 1 for the tokens a rule is about, else 0; operands logits `[…, classes]`, tokens `[…, length]`.
/// It has no gradient.
public struct TokenMask: Operation {
  /// Which tokens are changed.
  public let rule: TokenRule

  /// Applies a rule to rows of logits, by the tokens so far.
  public init(_ rule: TokenRule) { self.rule = rule }

  public var name: String {
    switch rule {
    case .seen: "seen_tokens"
    case .repeatsNGram: "repeated_ngrams"
    }
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let (logits, tokens) = (inputs[0], inputs[1])
    guard logits.rank > 0, tokens.rank == logits.rank,
      tokens.extents.dropLast() == logits.extents.dropLast()
    else {
      throw EngineError(
        "\(name): logits \(logits) and tokens \(tokens) do not fit",
        hint: "logits are […, classes], the tokens so far […, length]")
    }
    return logits
  }

  private func fill(_ shapes: [Shape], _ token: (Int) -> Float, _ set: (Int) -> Void) {
    let (classes, length) = (shapes[0][-1], shapes[1][-1])
    for row in 0..<shapes[0].rowsAndColumns.rows {
      // A token that is none counts as one that nothing equals.
      let history = (0..<length).map { rowIndex(token(row * length + $0), below: classes) ?? -1 }
      for found in rule.tokens(after: history) where found >= 0 { set(row * classes + found) }
    }
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let shapes = buffers.inputs.map(\.shape)
    let (tokens, out) = (buffers.inputs[1].pointer, buffers.output.pointer)
    let count = buffers.output.count
    return Kernel {
      out.update(repeating: 0, count: count)
      fill(shapes, { tokens[$0] }, { out[$0] = 1 })
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var out = Array(repeating: 0.0, count: shape.count)
    fill(inputs.map(\.shape), { Float(inputs[1].values[$0]) }, { out[$0] = 1 })
    return out
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil, nil] }

  public func formula(_ inputs: [String]) -> String { "\(name)(\(inputs[1]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let value = output.values[index]
    return .constant(
      value == 0 ? "0" : "1", value,
      because: .init(
        "token \(index % max(output.shape[-1], 1)) \(value == 0 ? "is not" : "is") one of \(name)"))
  }
}
