// Snapshots at the ends of training steps, thinned so that memory stays under a cap: when it is
// reached, every second one goes and the distance doubles.

/// The states that backward steps start from.
struct History {
  private let program: Program
  private let isKept: Bool
  private let floats: Int
  private let capacity: Int
  private var interval = 1
  private var snapshots: [(position: Int, values: [Float])] = []

  /// - Parameter cap: bytes; twice the state is kept in any case.
  init(_ program: Program, isKept: Bool, cap: Int = 64 << 20) {
    self.program = program
    self.isKept = isKept
    floats = program.persistent.reduce(0) { $0 + program.slots[$1].storage.count }
    // Small states are capped in number too: thousands of snapshots are as good as millions.
    capacity = max(3, min(4096, cap / max(4 * floats, 1)))
  }

  /// Bytes that the snapshots take.
  var bytes: Int { snapshots.count * floats * MemoryLayout<Float>.stride }

  mutating func save(at position: Int) {
    guard isKept else { return }
    if let last = snapshots.last, last.position >= position { return }
    var values: [Float] = []
    values.reserveCapacity(floats)
    for slot in program.persistent {
      let storage = program.slots[slot].storage
      values.append(
        contentsOf: UnsafeBufferPointer(start: storage.pointer, count: storage.count))
    }
    snapshots.append((position, values))
  }

  mutating func stepEnded(at position: Int, updates: Int) {
    guard isKept, updates % interval == 0 else { return }
    // Walked again: everything up to here is held already.
    if let last = snapshots.last, last.position >= position { return }
    if snapshots.count >= capacity {
      let count = program.instructions.count
      interval *= 2
      let distance = interval
      snapshots.removeAll { ($0.position / count) % distance != 0 }
      guard updates % interval == 0 else { return }
    }
    save(at: position)
  }

  /// The state at a place was changed by hand.
  mutating func replace(at position: Int) {
    if let last = snapshots.last, last.position == position { snapshots.removeLast() }
    save(at: position)
  }

  mutating func truncate(after position: Int) {
    while let last = snapshots.last, last.position > position { snapshots.removeLast() }
  }

  /// Loads the newest snapshot that is not after `position` and says where it was taken.
  func load(before position: Int) -> Int {
    guard let snapshot = snapshots.last(where: { $0.position <= position }) else { return 0 }
    snapshot.values.withUnsafeBufferPointer { values in
      guard var source = values.baseAddress else { return }
      for slot in program.persistent {
        let storage = program.slots[slot].storage
        storage.pointer.update(from: source, count: storage.count)
        source += storage.count
      }
    }
    return snapshot.position
  }
}
