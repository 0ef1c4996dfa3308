// The nearest known word to a mistyped one.

/// The candidate nearest to a word by optimal string alignment distance (insert, delete, replace,
/// swap neighbours; letter case does not count), if it is near enough: one mistake in a word of two
/// to four characters, two up to seven, three beyond. The alphabet decides between equals. nil when
/// the word itself is among the candidates.
public func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  guard letters.count > 1, letters.count <= 64 else { return nil }
  let threshold = letters.count <= 4 ? 1 : letters.count <= 7 ? 2 : 3
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    if candidate == word { return nil }
    let other = Array(candidate.lowercased())
    guard other.count > 1, abs(other.count - letters.count) <= threshold else { continue }
    let distance = alignmentDistance(letters, other)
    guard distance <= threshold else { continue }
    if let known = best, (known.distance, known.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// Optimal string alignment distance, by dynamic programming over three rows.
func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var current = last
  for i in 0..<a.count {
    current[0] = i + 1
    for j in 0..<b.count {
      let cost = a[i] == b[j] ? 0 : 1
      current[j + 1] = min(last[j + 1] + 1, current[j] + 1, last[j] + cost)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[b.count]
}
