// Snapshots at the beginnings of training steps. One in every few steps is taken, so seldom that it
// costs a step about a hundredth of its time; the newest is always kept, the others are thinned so
// that memory stays under a cap: when it is reached, every second one goes and the distance
// doubles.

/// The states that backward steps start from.
struct History {
  /// A state; its buffer is used again when nobody else holds it.
  private final class Snapshot {
    var position = 0
    let values: Storage

    init(count: Int) { values = Storage(count: count) }
  }

  private let program: Program
  private let isKept: Bool
  private let floats: Int
  private let capacity: Int
  /// Training steps between two snapshots.
  private let spacing: Int
  /// Training steps between two that stay.
  private var interval: Int
  private var snapshots: [Snapshot] = []
  /// The last snapshot when it is none of those that stay.
  private var newest: Snapshot?
  /// Buffers of snapshots that went.
  private var spare: [Snapshot] = []

  /// - Parameter cap: bytes; twice the state is kept in any case.
  init(_ program: Program, isKept: Bool, cap: Int = 64 << 20) {
    self.program = program
    self.isKept = isKept
    floats = program.persistent.reduce(0) { $0 + program.slots[$1].storage.count }
    // Small states are capped in number too: thousands of snapshots are as good as millions.
    capacity = max(1, min(4096, cap / max(4 * floats, 1) - 1))
    // In units of what a multiply-add takes: copying a number takes a few, any call a hundred.
    let work = program.instructions.reduce(0.0) { sum, instruction in
      let output = program.slots[instruction.output].shape
      let operations = instruction.operation.cost(
        inputs: instruction.inputs.map { program.slots[$0].shape }, output: output)
      return sum + Double(operations) / 16 + Double(output.count) / 8 + 100
    }
    let copying = 100 + 20 * Double(program.persistent.count) + 3 * Double(floats)
    spacing = max(1, Int(min(100 * copying / max(work, 1), 4096)))
    interval = spacing
  }

  /// Bytes that the snapshots take.
  var bytes: Int {
    (snapshots.count + (newest == nil ? 0 : 1)) * floats * MemoryLayout<Float>.stride
  }

  private var last: Int {
    max(snapshots.last?.position ?? -1, newest?.position ?? -1)
  }

  mutating func save(at position: Int) {
    guard isKept, last < position else { return }
    snapshots.append(taken(at: position))
  }

  /// A training step is about to be executed.
  mutating func stepBegins(at position: Int, updates: Int) {
    // Walked again: everything up to here is held already.
    guard isKept, updates % spacing == 0, last < position else { return }
    let count = program.instructions.count
    if updates % interval == 0, snapshots.count >= capacity {
      interval *= 2
      let distance = interval
      for snapshot in snapshots where (snapshot.position / count) % distance != 0 {
        spare.append(snapshot)
      }
      snapshots.removeAll { ($0.position / count) % distance != 0 }
    }
    // Let go of first: its buffer is free only when nobody holds it.
    if let newest { spare.append(newest) }
    newest = nil
    if updates % interval == 0, snapshots.count < capacity {
      snapshots.append(taken(at: position))
    } else {
      newest = taken(at: position)
    }
  }

  private mutating func taken(at position: Int) -> Snapshot {
    var free: Snapshot?
    while free == nil, var candidate = spare.popLast() {
      if isKnownUniquelyReferenced(&candidate) { free = candidate }
    }
    let snapshot = free ?? Snapshot(count: floats)
    snapshot.position = position
    var target = snapshot.values.pointer
    for slot in program.persistent {
      let storage = program.slots[slot].storage
      target.update(from: storage.pointer, count: storage.count)
      target += storage.count
    }
    return snapshot
  }

  /// The state at a place was changed by hand.
  mutating func replace(at position: Int) {
    truncate(after: position - 1)
    save(at: position)
  }

  mutating func truncate(after position: Int) {
    while let last = snapshots.last, last.position > position { snapshots.removeLast() }
    if let newest, newest.position > position { self.newest = nil }
  }

  /// Loads the newest snapshot that is not after `position` and says where it was taken.
  func load(before position: Int) -> Int {
    var found = snapshots.last { $0.position <= position }
    if let newest, newest.position <= position { found = newest }
    guard let snapshot = found else { return 0 }
    var source = snapshot.values.pointer
    for slot in program.persistent {
      let storage = program.slots[slot].storage
      storage.pointer.update(from: source, count: storage.count)
      source += storage.count
    }
    return snapshot.position
  }

  /// Lets go of all but the first, the last and some between, of those up to a place.
  mutating func thin(upTo position: Int) {
    truncate(after: position)
    spare = []
    let most = max(2, min(12, (4 << 20) / max(4 * floats, 1)))
    guard snapshots.count > most else { return }
    snapshots = (0..<most).map { snapshots[$0 * (snapshots.count - 1) / (most - 1)] }
  }
}
