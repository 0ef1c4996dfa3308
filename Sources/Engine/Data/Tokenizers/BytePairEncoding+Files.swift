// GPT-2's two files: vocab.json (token → index) and merges.txt (a pair of tokens a line).

extension BytePairEncoding {
  /// 64 MiB
  static let largestFile = 1 << 26

  /// Reads a vocabulary and its merges.
  public init(
    vocabularyFile: String, mergesFile: String, addPrefixSpace: Bool = false,
    specials: [String] = []
  ) throws(EngineError) {
    try self.init(
      vocabularyJSON: try FileBytes.read(vocabularyFile, limit: Self.largestFile),
      named: vocabularyFile, mergesText: try FileBytes.read(mergesFile, limit: Self.largestFile),
      named: mergesFile, addPrefixSpace: addPrefixSpace, specials: specials)
  }

  /// The same from bytes; the names are what errors call the files.
  public init(
    vocabularyJSON: [UInt8], named vocabularyName: String, mergesText: [UInt8],
    named mergesName: String, addPrefixSpace: Bool = false, specials: [String] = []
  ) throws(EngineError) {
    var found: [(index: Int, token: String)] = []
    var scanner = JSONScanner(vocabularyJSON[...], name: vocabularyName)
    try scanner.object { scanner, token throws(EngineError) in
      found.append((try scanner.size(), token))
    }
    try scanner.end()
    found.sort { $0.index < $1.index }
    for (place, entry) in found.enumerated() where entry.index != place {
      throw EngineError(
        "\(vocabularyName): the tokens are not numbered 0 to \(found.count - 1), each once")
    }
    let vocabulary = Vocabulary(found.map(\.token))
    guard vocabulary.count == found.count else {
      throw EngineError("\(vocabularyName): a token is there twice")
    }
    var merges: [(left: String, right: String)] = []
    for (line, content) in mergesText.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      guard let text = String(validating: content, as: UTF8.self) else {
        throw EngineError("\(mergesName) line \(line + 1) is not UTF-8 text")
      }
      let trimmed = text.hasSuffix("\r") ? text.dropLast() : text[...]
      if trimmed.isEmpty || line == 0 && trimmed.hasPrefix("#version") { continue }
      let parts = trimmed.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw EngineError("\(mergesName) line \(line + 1) is not two tokens with a blank between")
      }
      merges.append((String(parts[0]), String(parts[1])))
    }
    try self.init(
      vocabulary: vocabulary, merges: merges, addPrefixSpace: addPrefixSpace, specials: specials)
  }
}

extension Vocabulary {
  /// Reads BERT's vocab.txt: a token a line, numbered from 0.
  public init(file: String) throws(EngineError) {
    let bytes = try FileBytes.read(file, limit: BytePairEncoding.largestFile)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EngineError("\(file) is not UTF-8 text")
    }
    var tokens = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if tokens.last?.isEmpty == true { tokens.removeLast() }
    self.init(tokens.map { String($0) })
    guard count == tokens.count else { throw EngineError("\(file): a token is there twice") }
  }
}
