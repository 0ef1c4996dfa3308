/// What was changed by hand during a run, by place: applied again whenever the place is passed.
struct Journal {
  struct Change {
    let position: Int
    let slot: Int
    let elements: [(place: Int, value: Float)]
  }

  private var changes: [Change] = []

  /// Bytes that the changes take.
  var bytes: Int { changes.reduce(0) { $0 + 48 + 16 * $1.elements.count } }

  /// Changes come in the order of their places: a new one forgets what lies ahead. A value changed
  /// again at the same place keeps one entry, so that a loop does not grow the journal.
  mutating func append(_ change: Change, count: Int) {
    guard let same = changes(at: change.position).firstIndex(where: { $0.slot == change.slot })
    else { return changes.append(change) }
    var elements =
      change.elements.count >= count ? change.elements : changes[same].elements + change.elements
    if elements.count > max(64, 2 * count) {
      var latest: [Int: Float] = [:]
      for element in elements { latest[element.place] = element.value }
      elements = latest.sorted { $0.key < $1.key }.map { (place: $0.key, value: $0.value) }
    }
    changes[same] = Change(position: change.position, slot: change.slot, elements: elements)
  }

  mutating func truncate(after position: Int) {
    while let last = changes.last, last.position > position { changes.removeLast() }
  }

  func changes(at position: Int) -> ArraySlice<Change> {
    let start = firstIndex(from: position)
    var end = start
    while end < changes.count, changes[end].position == position { end += 1 }
    return changes[start..<end]
  }

  /// All changes at a place and before it.
  func changes(upTo position: Int) -> ArraySlice<Change> {
    changes[..<(position == .max ? changes.count : firstIndex(from: position + 1))]
  }

  /// Changes after a place and up to another.
  func changes(after low: Int, upTo high: Int) -> ArraySlice<Change> {
    guard let last = changes.last, last.position > low, low < high else { return [] }
    return changes[firstIndex(from: low + 1)..<firstIndex(from: high + 1)]
  }

  /// Whether a change lies strictly between two places.
  func hasChanges(after low: Int, before high: Int) -> Bool {
    guard let last = changes.last, last.position > low else { return false }
    let index = firstIndex(from: low + 1)
    return index < changes.count && changes[index].position < high
  }

  private func firstIndex(from position: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
