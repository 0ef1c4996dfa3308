// The sizes of a chain of layers: what is repeated is written once.

extension Summary {
  /// `16 → 16 → 16 → 1` as `16 ×3 → 1`; a pattern of several sizes, as a transformer's blocks have
  /// it, as `(64 → 256) ×12 → 64`. What comes twice is written twice. Linear in the sizes.
  static func chain(_ sizes: [String]) -> String {
    var parts: [String] = []
    var place = 0
    while place < sizes.count {
      var (pattern, times) = (1, 1)
      for period in 1...longestPattern where place + 3 * period <= sizes.count {
        var end = place + period
        while end < sizes.count, sizes[end] == sizes[end - period] { end += 1 }
        let count = (end - place) / period
        // Equal coverage is the shorter pattern's.
        if count >= 3, count * period > pattern * times { (pattern, times) = (period, count) }
      }
      let words = sizes[place..<place + pattern].joined(separator: " → ")
      parts.append(times == 1 ? words : "\(pattern == 1 ? words : "(\(words))") ×\(times)")
      place += pattern * times
    }
    return parts.joined(separator: " → ")
  }

  /// Longer patterns are not looked for.
  private static let longestPattern = 4
}
