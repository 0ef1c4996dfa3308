// Snapshots at the beginnings of training steps. One in every few steps is taken, so seldom that it
// costs a step about a hundredth of its time, and they are thinned so that memory stays under a cap:
//
//   step 0 ──────────── old ──────────── now − 10,000 ── recent ── now
//          one in `old` steps, a                 one in `recent` steps, a
//          half of the cap                       half of the cap; the newest
//                                                too, where there is room
//
// Both distances are doublings of one spacing, so what is kept for later is among what is kept now.
// The distance bounds what going to a step executes again.

/// The states that backward steps start from.
struct History {
  /// A state; its buffer is used again when nobody else holds it.
  final class Snapshot {
    fileprivate(set) var position = 0
    /// When it was taken, counted in snapshots.
    fileprivate var serial = 0
    /// By persistent slot; those that nobody has written yet are zeros and take no memory.
    fileprivate let values: [Storage]

    fileprivate init(_ program: Program) {
      values = program.persistent.map { Storage(count: program.slots[$0].storage.count) }
    }

    fileprivate var bytes = 0

    fileprivate func take(_ program: Program) {
      bytes = 0
      for (slot, values) in zip(program.persistent, values) {
        values.assign(program.slots[slot].storage)
        if values.isMade { bytes += values.count * MemoryLayout<Float>.stride }
      }
    }
  }

  /// Training steps of which snapshots stand close together.
  static let recentSteps = 10_000

  private let program: Program
  private let isKept: Bool
  private let floats: Int
  private var capacity = 1
  /// Training steps between two snapshots, as their cost allows.
  private let spacing: Int
  /// Training steps between two recent ones, and between two older ones.
  private var recent = 1
  private var old = 1
  private var snapshots: [Snapshot] = []
  /// The last snapshot when it is none of those that stay.
  private var newest: Snapshot?
  /// Buffers of snapshots that went.
  private var spare: [Snapshot] = []
  private var serial = 0

  /// Bytes that the snapshots may take; the first state is kept in any case.
  private(set) var cap: Int

  init(_ program: Program, isKept: Bool, cap: Int = History.defaultCap) {
    self.program = program
    self.isKept = isKept
    self.cap = cap
    floats = program.persistent.reduce(0) { $0 + program.slots[$1].storage.count }
    // In units of what a multiply-add takes: copying a number takes a few, any call a hundred.
    let work = program.instructions.reduce(0.0) { sum, instruction in
      let output = program.slots[instruction.output].shape
      let operations = instruction.operation.cost(
        inputs: instruction.inputs.map { program.slots[$0].shape }, output: output)
      return sum + Double(operations) / 16 + Double(output.count) / 8 + 100
    }
    let copying = 100 + 20 * Double(program.persistent.count) + 3 * Double(floats)
    spacing = max(1, Int(min(100 * copying / max(work, 1), 4096)))
    limit()
  }

  static let defaultCap = 64 << 20

  /// Bytes that the snapshots take.
  var bytes: Int {
    (snapshots + spare).reduce(newest?.bytes ?? 0) { $0 + $1.bytes }
  }

  /// Changes the cap; what is above it goes at once.
  ///
  /// - Parameter updates: training steps that are complete.
  mutating func setCap(_ cap: Int, updates: Int) {
    self.cap = cap
    limit()
    thin(updates)
    if !keepsNewest { newest = nil }
    spare = []
  }

  private mutating func limit() {
    // Small states are capped in number too: thousands of snapshots are as good as millions.
    capacity = max(1, min(4096, cap / max(4 * floats, 1) - 1))
    recent = spacing
    old = spacing
    while recent < 1 << 40, History.recentSteps / recent > capacity / 2 { recent *= 2 }
    old = recent
  }

  /// Whether there is room for one beside the first.
  private var keepsNewest: Bool { cap >= 2 * MemoryLayout<Float>.stride * floats }

  private var last: Int {
    max(snapshots.last?.position ?? -1, newest?.position ?? -1)
  }

  mutating func save(at position: Int) {
    guard isKept, last < position else { return }
    if snapshots.count >= capacity { thin(position / max(program.instructions.count, 1)) }
    snapshots.append(taken(at: position))
  }

  /// A training step is about to be executed.
  mutating func stepBegins(at position: Int, updates: Int) {
    // Walked again: everything up to here is held already.
    guard isKept, updates % spacing == 0, last < position else { return }
    if updates % recent == 0, snapshots.count >= capacity { thin(updates) }
    // Let go of first: its buffer is free only when nobody holds it.
    if let newest { spare.append(newest) }
    newest = nil
    if updates % recent == 0, snapshots.count < capacity {
      snapshots.append(taken(at: position))
    } else if keepsNewest {
      newest = taken(at: position)
    }
  }

  /// Lets go of so many that there is place for one more; the very first stays.
  private mutating func thin(_ updates: Int) {
    let count = max(program.instructions.count, 1)
    let first = updates - History.recentSteps
    var near = recent
    while snapshots.count >= capacity, snapshots.count > 1 {
      var kept: [Snapshot] = []
      for snapshot in snapshots {
        let step = snapshot.position / count
        let stays = snapshot.position % count == 0 && step % (step > first ? near : old) == 0
        if stays { kept.append(snapshot) } else { spare.append(snapshot) }
      }
      snapshots = kept
      guard snapshots.count >= capacity else { return }
      if old <= updates { old *= 2 } else { near *= 2 }
    }
  }

  private mutating func taken(at position: Int) -> Snapshot {
    var free: Snapshot?
    while free == nil, var candidate = spare.popLast() {
      if isKnownUniquelyReferenced(&candidate) { free = candidate }
    }
    let snapshot = free ?? Snapshot(program)
    snapshot.position = position
    serial += 1
    snapshot.serial = serial
    snapshot.take(program)
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

  /// The newest snapshot that is not after `position`.
  private func snapshot(before position: Int) -> Snapshot? {
    if let newest, newest.position <= position { return newest }
    return snapshots.last { $0.position <= position }
  }

  /// Where the newest snapshot was taken that is not after `position`.
  func place(before position: Int) -> Int { snapshot(before: position)?.position ?? 0 }

  /// Loads the newest snapshot that is not after `position` and says where it was taken.
  func load(before position: Int) -> Int {
    guard let snapshot = snapshot(before: position) else { return 0 }
    for (slot, values) in zip(program.persistent, snapshot.values) {
      program.slots[slot].storage.assign(values)
    }
    return snapshot.position
  }

  // MARK: Returning to an earlier state of the run

  /// What is needed to go on from a moment as if nothing had happened since: not the snapshots
  /// themselves, which would double their memory, but which of them were there, and few that come
  /// back in any case.
  struct Mark {
    /// The snapshots that were there, by their numbers.
    let serials: [Int]
    /// The first, the one next to the place and some between, in the order of their places.
    let anchors: [Snapshot]

    /// Bytes of the snapshots that an earlier mark does not hold.
    func bytes(beside earlier: Mark?) -> Int {
      let known = Set(earlier?.anchors.map(\.serial) ?? [])
      return anchors.reduce(8 * serials.count) {
        known.contains($1.serial) ? $0 : $0 + $1.bytes
      }
    }
  }

  func mark(at position: Int) -> Mark {
    var anchors = Array(snapshots.prefix { $0.position <= position })
    let most = max(1, min(11, (4 << 20) / max(4 * floats, 1)))
    if anchors.count > most + 1 {
      anchors = (0...most).map { anchors[$0 * (anchors.count - 1) / most] }
    }
    if let newest, newest.position <= position { anchors.append(newest) }
    return Mark(
      serials: snapshots.map(\.serial) + (newest.map { [$0.serial] } ?? []), anchors: anchors)
  }

  /// Lets go of the snapshots that were taken since, or on another way.
  mutating func restore(_ mark: Mark) {
    var known = Set(mark.serials)
    snapshots.removeAll { !known.contains($0.serial) }
    if let newest, !known.contains(newest.serial) { self.newest = nil }
    known = Set(snapshots.map(\.serial))
    if let newest { known.insert(newest.serial) }
    for anchor in mark.anchors where !known.contains(anchor.serial) {
      let place = snapshots.firstIndex { $0.position > anchor.position } ?? snapshots.count
      snapshots.insert(anchor, at: place)
    }
    if newest == nil, snapshots.count > capacity { newest = snapshots.removeLast() }
    while snapshots.count > max(capacity, 1) { snapshots.remove(at: snapshots.count / 2) }
  }
}
