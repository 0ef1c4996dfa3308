// Maps of earlier training steps, to look back at: every so many steps, within a cap.

import Engine

/// The attention of some steps of a run.
struct AttentionRecord {
  struct Entry {
    /// Updates done.
    let step: Int
    let maps: [AttentionMap]
  }

  /// What the maps are of: other weights begin a new record.
  private(set) var nodes: [Node] = []
  private(set) var entries: [Entry] = []
  /// Steps from one entry to the next.
  private(set) var stride = 1

  var steps: [Int] { entries.map(\.step) }

  /// The last entry at or before a step, else the first.
  func entry(at step: Int) -> Entry? {
    entries.last { $0.step <= step } ?? entries.first
  }

  /// Chooses the distance so that a run of so many steps leaves about fifty entries.
  mutating func plan(steps: Int) { stride = max(1, (steps + 47) / 48) }

  func isDue(_ step: Int) -> Bool { step % stride == 0 }

  func next(after step: Int) -> Int { (step / stride + 1) * stride }

  /// Adds the maps of a step; what was recorded at it or after it goes.
  mutating func add(_ maps: [AttentionMap], step: Int, of nodes: [Node]) {
    if self.nodes != nodes { (self.nodes, entries) = (nodes, []) }
    entries.removeAll { $0.step >= step }
    guard !maps.isEmpty else { return }
    entries.append(Entry(step: step, maps: maps))
    if entries.count > AttentionLimits.steps {
      // Every other one, the first and the last always.
      entries = entries.enumerated().filter { index, _ in
        index % 2 == 0 || index == entries.count - 1
      }.map(\.element)
    }
  }
}

extension Notebook {
  /// The earlier steps of the attention that is shown, none of another one's.
  var attentionRecord: AttentionRecord? {
    guard let record = run?.attention, record.nodes == attentionLayers.map(\.weights) else {
      return nil
    }
    return record
  }

  /// Keeps this step's maps if they are due.
  func recordAttention(_ run: Run, always: Bool = false) {
    guard !attentionLayers.isEmpty, run.machine.isAtBoundary else { return }
    let step = run.machine.updates
    guard always || run.attention.isDue(step) else { return }
    let gaze = attention.gaze
    attention.gaze.sequence = attention.sequence
    defer { attention.gaze = gaze }
    run.attention.add(
      overview(readers(), sequence: attention.sequence), step: step,
      of: attentionLayers.map(\.weights))
  }
}
