// Special tokens that stand in a text as they are written: `[MASK]`, `<|endoftext|>`.

/// Cuts a text at its special tokens.
struct SpecialTokens: Sendable {
  enum Part: Hashable {
    case text(String)
    case special(String)
  }

  private let tokens: [(text: String, bytes: [UInt8])]

  /// Where two of them fit, the longer one is meant.
  init(_ tokens: [String]) {
    self.tokens = tokens.filter { !$0.isEmpty }.map { ($0, Array($0.utf8)) }
      .sorted { $0.bytes.count > $1.bytes.count }
  }

  func parts(of text: String) -> [Part] {
    let starts = Set(tokens.compactMap(\.bytes.first))
    guard !starts.isEmpty, text.utf8.contains(where: { starts.contains($0) }) else {
      return text.isEmpty ? [] : [.text(text)]
    }
    let bytes = Array(text.utf8)
    var parts: [Part] = []
    var start = 0
    var place = 0
    while place < bytes.count {
      // A token's first byte starts a scalar, so what is cut off is whole.
      if starts.contains(bytes[place]),
        let found = tokens.first(where: { fits($0.bytes, bytes, place) })
      {
        if start < place {
          parts.append(.text(String(decoding: bytes[start..<place], as: UTF8.self)))
        }
        parts.append(.special(found.text))
        place += found.bytes.count
        start = place
      } else {
        place += 1
      }
    }
    if start < bytes.count { parts.append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
    return parts
  }

  private func fits(_ token: [UInt8], _ bytes: [UInt8], _ place: Int) -> Bool {
    place + token.count <= bytes.count
      && bytes[place..<place + token.count].elementsEqual(token)
  }
}
