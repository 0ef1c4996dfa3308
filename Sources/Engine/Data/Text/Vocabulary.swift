// The different tokens of a text, numbered.

/// Tokens and their indices, from 0.
public struct Vocabulary: Hashable, Sendable {
  /// The tokens by their index.
  public private(set) var tokens: [String] = []
  private var indices: [ExactText: Int] = [:]
  /// The token that stands for those that are not known, or nil if there is none.
  public private(set) var unknown: String?

  /// Without a token.
  public init() {}

  /// The tokens in this order; each is taken once.
  public init(_ tokens: some Sequence<String>, unknown: String? = nil) {
    for token in tokens { add(token) }
    if let unknown {
      add(unknown)
      self.unknown = unknown
    }
  }

  /// The tokens of a text by how often they occur, the most frequent first, those that are
  /// equally frequent in the order of their Unicode scalars; special tokens before all.
  ///
  /// - Parameters:
  ///   - minFrequency: rarer tokens are left out.
  ///   - mostTokens: no more tokens than this, the special ones included.
  ///   - unknown: stands for what is left out; it is one of the special tokens.
  public init(
    counting found: some Sequence<String>, minFrequency: Int = 1, mostTokens: Int? = nil,
    specials: [String] = [], unknown: String? = nil
  ) throws(EngineError) {
    guard minFrequency >= 1 else {
      throw EngineError("min_freq is \(minFrequency); it is at least 1")
    }
    if let mostTokens, mostTokens <= specials.count {
      throw EngineError(
        "a vocabulary of \(mostTokens) tokens has no room for words",
        hint: "it has \(specials.count) special tokens")
    }
    if let unknown, !specials.contains(unknown) {
      throw EngineError("the unknown token '\(unknown)' is not among the special tokens")
    }
    var counts: [ExactText: Int] = [:]
    for token in found { counts[ExactText(token), default: 0] += 1 }
    for special in specials { add(special) }
    let kept = counts.filter { $0.value >= minFrequency }.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : ExactText.precedes($0.key.text, $1.key.text)
    }
    for (token, _) in kept {
      if let mostTokens, count >= mostTokens { break }
      add(token.text)
    }
    self.unknown = unknown
  }

  /// How many there are.
  public var count: Int { tokens.count }

  /// The index of a token, or nil if it is not known.
  public func index(of token: String) -> Int? { indices[ExactText(token)] }

  /// The index of a token or of the unknown one.
  public func indexOrUnknown(of token: String) throws(EngineError) -> Int {
    if let index = index(of: token) ?? unknown.flatMap({ index(of: $0) }) { return index }
    throw EngineError(
      "'\(token)' is not in the vocabulary of \(count) tokens",
      hint: "a special token \"<unk>\" would stand for what is not known")
  }

  /// - Precondition: `index` is in `0..<count`.
  public subscript(index: Int) -> String { tokens[index] }

  /// The token of an index that may be wrong.
  public func token(at index: Int) throws(EngineError) -> String {
    guard tokens.indices.contains(index) else {
      throw EngineError(
        "there is no token \(index) in a vocabulary of \(count)",
        hint: count > 0 ? "they are numbered 0 to \(count - 1)" : nil)
    }
    return tokens[index]
  }

  /// The index of a token, a new one if it was not known.
  @discardableResult
  public mutating func add(_ token: String) -> Int {
    let key = ExactText(token)
    if let index = indices[key] { return index }
    indices[key] = tokens.count
    tokens.append(token)
    return tokens.count - 1
  }
}
