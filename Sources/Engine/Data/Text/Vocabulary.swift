// The different tokens of a text, numbered.

/// Tokens and their indices, from 0 in the order of first appearance.
public struct Vocabulary: Hashable, Sendable {
  public private(set) var tokens: [String] = []
  private var indices: [String: Int] = [:]

  public init() {}

  public var count: Int { tokens.count }

  /// The index of a token, or nil if it is not known.
  public func index(of token: String) -> Int? { indices[token] }

  /// - Precondition: `index` is in `0..<count`.
  public subscript(index: Int) -> String { tokens[index] }

  /// The index of a token, a new one if it was not known.
  @discardableResult
  public mutating func add(_ token: String) -> Int {
    if let index = indices[token] { return index }
    indices[token] = tokens.count
    tokens.append(token)
    return tokens.count - 1
  }
}
