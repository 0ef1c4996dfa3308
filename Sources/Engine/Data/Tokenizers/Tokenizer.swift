// What all tokenizers have in common. How each cuts a text is in its own file.

/// Turns texts into indices and back.
public protocol Tokenizer: Sendable {
  /// `byte-level BPE`
  var name: String { get }
  /// The tokens with their indices.
  var vocabulary: Vocabulary { get }

  /// The tokens of a text as indices of the vocabulary.
  func encode(_ text: String) throws(EngineError) -> [Int]

  /// The text of these tokens; throws for an index outside the vocabulary.
  func decode(_ indices: [Int]) throws(EngineError) -> String
}

extension Tokenizer {
  /// The tokens of a text as they are written in the vocabulary.
  public func tokens(_ text: String) throws(EngineError) -> [String] {
    try encode(text).map { vocabulary[$0] }
  }
}
