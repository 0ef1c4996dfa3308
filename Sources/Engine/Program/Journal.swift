/// What was changed by hand during a run, by place: applied again whenever the place is passed.
struct Journal {
  struct Change {
    let position: Int
    let slot: Int
    let elements: [(place: Int, value: Float)]
  }

  private var changes: [Change] = []

  /// Changes come in the order of their places: a new one forgets what lies ahead.
  mutating func append(_ change: Change) { changes.append(change) }

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
