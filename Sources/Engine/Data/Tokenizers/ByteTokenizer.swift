// A token a byte: the smallest vocabulary that knows every text.

/// The bytes of UTF-8, 0 to 255.
public struct ByteTokenizer: Tokenizer {
  public let name = "bytes"
  /// All 256 bytes, as byte-level BPE writes them.
  public let vocabulary = Vocabulary(ByteAlphabet.scalars.map { String($0) })

  /// All 256 bytes are its tokens.
  public init() {}

  public func encode(_ text: String) -> [Int] { text.utf8.map { Int($0) } }

  /// Bytes that are no UTF-8 become U+FFFD.
  public func decode(_ indices: [Int]) throws(EngineError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(indices.count)
    for index in indices {
      _ = try vocabulary.token(at: index)
      bytes.append(UInt8(index))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
