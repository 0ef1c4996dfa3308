// Text as it is compared when someone searches: letter case does not count, and neither does the dot
// of an I, which a Turkish İ and ı have and lack in both cases.

/// Folding of text for search.
enum SearchFold {
  /// One letter for each of the text: `İki ışık` and `IKI IŞIK` are both `iki işik`.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return String(text.map { letter in letter == "İ" || letter == "ı" ? "i" : letter }).lowercased()
  }
}
