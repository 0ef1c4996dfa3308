// Which rows of the program a list shows: all instructions of a short program; of a long one its
// layers, those opened that hold the place where the program stands or that were opened by hand.

import Notebook

/// The rows of the program's list.
public struct ProgramOutline: Sendable {
  /// One row.
  public enum Entry: Hashable, Sendable {
    case phase(String)
    /// A layer, by its place among the program's groups.
    case group(Int)
    case row(Int)
    /// The end of the training step.
    case end
  }

  /// Programs up to this length are not folded.
  static let short = 40

  let entries: [Entry]
  /// How far each row is indented.
  let depths: [Int]
  /// Phases that are folded, with the number of their instructions.
  let foldedPhases: [String: Int]

  init(_ program: ProgramSnapshot, folds: [Int: Bool]) {
    var entries: [Entry] = []
    var depths: [Int] = []
    var foldedPhases: [String: Int] = [:]
    func add(_ entry: Entry, _ depth: Int) {
      entries.append(entry)
      depths.append(depth)
    }
    let count = program.rows.count
    if program.groups.isEmpty {
      var phase = ""
      for (index, row) in program.rows.enumerated() {
        if row.phase != phase {
          phase = row.phase
          add(.phase(phase), 0)
        }
        add(.row(index), 0)
      }
    } else {
      var row = 0
      // Ends of the groups that are open around the present row.
      var open: [Int] = []
      func rows(upTo end: Int) {
        while row < min(end, count) {
          while let last = open.last, row > last { open.removeLast() }
          add(.row(row), max(0, open.count - 1))
          row += 1
        }
      }
      var place = 0
      while place < program.groups.count {
        let group = program.groups[place]
        // What comes between two groups belongs to the one around.
        rows(upTo: group.first)
        while let last = open.last, row > last { open.removeLast() }
        if group.depth == 0 {
          add(.phase(group.name), 0)
          if folds[place] == false, group.last >= row {
            foldedPhases[group.name] = max(0, min(group.last, count - 1) &- row &+ 1)
            row = max(row, min(count, group.last &+ 1))
            place = max(place + 1, group.end)
            continue
          }
          open.append(group.last)
          place += 1
        } else if Self.isOpen(place, program, folds) {
          // The paths in a short program say enough.
          if count > Self.short || folds[place] != nil {
            add(.group(place), max(0, open.count - 1))
            open.append(group.last)
          }
          place += 1
        } else {
          add(.group(place), max(0, open.count - 1))
          row = max(row, group.last &+ 1)
          place = max(place + 1, group.end)
        }
      }
      rows(upTo: count)
    }
    if program.counter >= count { add(.end, 0) }
    self.entries = entries
    self.depths = depths
    self.foldedPhases = foldedPhases
  }

  /// Whether a layer's instructions are shown.
  static func isOpen(_ place: Int, _ program: ProgramSnapshot, _ folds: [Int: Bool]) -> Bool {
    if let isOpen = folds[place] { return isOpen }
    guard program.rows.count > short else { return true }
    let group = program.groups[place]
    func holds(_ index: Int) -> Bool { index >= group.first && index <= group.last }
    // What runs next and what ran last; what one looks at opens nothing, or rows would jump about.
    return holds(program.counter) || holds(program.counter &- 1)
  }

  /// The row of an instruction: its own, or that of the folded layer that holds it.
  func place(of index: Int, _ program: ProgramSnapshot) -> Int? {
    if let place = entries.firstIndex(of: .row(index)) { return place }
    let layer = entries.lastIndex {
      guard case .group(let place) = $0, program.groups.indices.contains(place) else {
        return false
      }
      return program.groups[place].first <= index && index <= program.groups[place].last
    }
    if let layer { return layer }
    // Its phase is folded.
    let phase = program.groups.first {
      $0.depth == 0 && foldedPhases[$0.name] != nil && $0.first <= index && index <= $0.last
    }
    return phase.flatMap { entries.firstIndex(of: .phase($0.name)) }
  }
}
