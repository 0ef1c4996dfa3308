// What `undo` and `redo` return to: the state before each cell that changed something. Bounded in
// levels and in memory; values that did not change between two cells are held once.

import Engine

/// The states that can be returned to.
struct Past {
  /// The most cells that can be undone.
  static let mostLevels = 100
  /// Bytes of all levels together; the last one is kept in any case.
  static let mostBytes = 64 << 20

  /// A cell that changed something.
  struct Level {
    let before: Notebook.Checkpoint
    /// Its index in the notebook's cells.
    var cell: Int
    /// Bytes that this level alone holds.
    let bytes: Int
  }

  /// An undone level with the way forward.
  struct Undone {
    let level: Level
    let after: Notebook.Checkpoint
    let tail: Graph.Tail
    /// The cells that went out of the session with it.
    let cells: [Int]
    /// Whether a cell of a file undid it: its cells stay in the text.
    let isKept: Bool
  }

  private(set) var levels: [Level] = []
  var undone: [Undone] = []
  /// Cells with `undo` or `redo` that are part of the session's text.
  var kept: Set<Int> = []
  /// Cells that were done again stand in the session where `redo` stands: after what was looked at
  /// in between.
  var places: [Int: Int] = [:]
  /// Whether older levels were let go.
  private(set) var isCut = false
  /// The last cell whose level was let go.
  private(set) var lastDropped: Int?
  private var droppedCount = 0
  /// How many cells changed the state until now, those included whose levels were let go.
  var depth: Int { droppedCount + levels.count }
  private var bytes = 0

  /// The cells in the order of the session.
  func order(_ a: Int, _ b: Int) -> Bool { (places[a] ?? a, a) < (places[b] ?? b, b) }

  var latest: Notebook.Checkpoint? { levels.last?.before }

  /// Adds a level; lets go of the oldest ones beyond the caps.
  mutating func push(_ level: Level) {
    levels.append(level)
    bytes += level.bytes
    var surplus = 0
    while levels.count - surplus > 1,
      levels.count - surplus > Past.mostLevels || bytes > Past.mostBytes
    {
      bytes -= levels[surplus].bytes
      surplus += 1
    }
    guard surplus > 0 else { return }
    isCut = true
    lastDropped = levels[surplus - 1].cell
    droppedCount += surplus
    levels.removeFirst(surplus)
  }

  /// Lets go of all levels from a cell on, with what was undone.
  ///
  /// - Returns: the first of them: the state before it is the one before that cell.
  mutating func cut(from cell: Int) -> Level? {
    undone = []
    kept = kept.filter { $0 < cell }
    places = places.filter { $0.key < cell }
    let start = levels.firstIndex { $0.cell >= cell } ?? levels.count
    guard start < levels.count else { return nil }
    let first = levels[start]
    for level in levels[start...] { bytes -= level.bytes }
    levels.removeLast(levels.count - start)
    return first
  }

  /// The session begins anew.
  mutating func startAnew() {
    _ = cut(from: 0)
    lastDropped = nil
    droppedCount = 0
    isCut = false
  }

  /// A cell before others went away.
  mutating func close(gapAt cell: Int) {
    for index in levels.indices where levels[index].cell > cell { levels[index].cell -= 1 }
    kept = Set(kept.filter { $0 != cell }.map { $0 > cell ? $0 - 1 : $0 })
  }

  mutating func pop() -> Level? {
    guard let level = levels.popLast() else { return nil }
    bytes -= level.bytes
    return level
  }
}

extension Notebook.Checkpoint {
  /// Every parameter's value; those of the run are the arrays that its state holds already.
  static func parameters(
    _ notebook: Notebook, _ state: Run.State?, _ earlier: Notebook.Checkpoint?
  ) -> [(Parameter, Tensor)] {
    var held: [ObjectIdentifier: [Float]] = [:]
    if let run = notebook.run, let state {
      for (slot, values) in zip(run.program.persistent, state.machine.values) {
        guard let node = run.program.slots[slot].node,
          let leaf = notebook.graph[node].operation as? ParameterLeaf
        else { continue }
        held[ObjectIdentifier(leaf.parameter)] = values
      }
    }
    var old: [ObjectIdentifier: Tensor] = [:]
    for (parameter, value) in earlier?.parameters ?? [] { old[ObjectIdentifier(parameter)] = value }
    return notebook.graph.parameters.map { parameter in
      let id = ObjectIdentifier(parameter)
      if let values = held[id] {
        return (parameter, Tensor(shape: parameter.shape, values: values))
      }
      if let value = old[id], parameter.holdsBits(of: value) { return (parameter, value) }
      return (parameter, parameter.value)
    }
  }

  /// Bytes that are not shared with an earlier checkpoint.
  func bytes(beside earlier: Notebook.Checkpoint?) -> Int {
    var seen: Set<UInt> = []
    func add(_ checkpoint: Notebook.Checkpoint) -> Int {
      var bytes = 0
      let arrays =
        (checkpoint.runState?.machine.values ?? []) + checkpoint.parameters.map(\.1.values)
      for array in arrays {
        array.withUnsafeBufferPointer { buffer in
          if seen.insert(UInt(bitPattern: buffer.baseAddress)).inserted {
            bytes += 4 * buffer.count
          }
        }
      }
      return bytes
    }
    if let earlier { _ = add(earlier) }
    let known = earlier?.run === run ? earlier?.runState?.machine : nil
    return add(self) + (runState?.machine.extraBytes(beside: known) ?? 0)
  }
}
