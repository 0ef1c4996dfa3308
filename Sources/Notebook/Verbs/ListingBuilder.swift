// Which rows `list` shows: everything of a short program, otherwise layers with the one that the
// program stands in opened.

import Engine

struct ListingBuilder {
  /// Programs up to this length are listed whole.
  static let short = 30
  /// Layers, or instructions of one layer, that are listed together.
  static let most = 24
  /// Instructions of a named layer up to which it is listed whole.
  static let longPart = 80
  /// What `list all` shows at most.
  static let all = 5000

  private let run: Run
  private let breakpoints: Set<Int>
  private let marks: [Int: InstructionState]
  private let counter: Int
  private var instructions: [Instruction] { run.program.instructions }

  init(_ run: Run, breakpoints: Set<Int>) {
    self.run = run
    self.breakpoints = breakpoints
    marks = run.machine.marks
    counter = run.machine.counter
  }

  // MARK: What to list

  /// The program around the place it stands at.
  func around() -> ProgramListing {
    guard instructions.count > ListingBuilder.short else { return listing(instructions.indices) }
    let all = Array(instructions.indices)
    var groups: [ClosedRange<Int>] = []
    // As deep as fits: blocks of a long stack, layers of a short one.
    for depth in (1...6).reversed() {
      groups = self.groups(all, depth: depth)
      if groups.count <= ListingBuilder.most { break }
    }
    let home = groups.firstIndex { $0.contains(counter) }
    var rows: [ProgramListing.Row] = []
    let shown = window(home ?? groups.count - 1, of: groups.count, ListingBuilder.most)
    if shown.lowerBound > 0 {
      rows.append(gap(0, groups[shown.lowerBound].lowerBound - 1))
    }
    for index in shown {
      let group = groups[index]
      if index == home || group.count == 1 {
        rows += opened(group)
      } else {
        rows.append(self.group(group, depth: depth(of: group)))
      }
    }
    if shown.upperBound < groups.count {
      rows.append(gap(groups[shown.upperBound].lowerBound, instructions.count - 1))
    }
    return listing(rows)
  }

  /// The instructions around one of them.
  func around(_ index: Int) -> ProgramListing {
    let shown = window(index, of: instructions.count, ListingBuilder.most)
    var rows: [ProgramListing.Row] = []
    if shown.lowerBound > 0 { rows.append(gap(0, shown.lowerBound - 1)) }
    rows += shown.map(row)
    if shown.upperBound < instructions.count {
      rows.append(gap(shown.upperBound, instructions.count - 1))
    }
    return listing(rows)
  }

  func all() -> ProgramListing {
    var rows = instructions.indices.prefix(ListingBuilder.all).map(row)
    if instructions.count > rows.count { rows.append(gap(rows.count, instructions.count - 1)) }
    return listing(rows)
  }

  /// The instructions of a layer or binding, in every phase, or the one with that path.
  func indices(inside path: String) -> [Int] {
    let prefix = path + "."
    return instructions.indices.filter {
      let instruction = instructions[$0]
      return instruction.scope == path || instruction.scope.hasPrefix(prefix)
        || instruction.path == path || instruction.path.hasPrefix(prefix)
    }
  }

  /// The instructions of `forward`, `backward` or `update`.
  func indices(phase: String) -> [Int] {
    instructions.indices.filter { instructions[$0].phase.rawValue == phase }
  }

  /// A layer's instructions; of a large one its own layers.
  func part(_ indices: [Int], _ path: String) -> ProgramListing {
    guard indices.count > ListingBuilder.longPart else { return listing(indices) }
    let isPhase = Phase(rawValue: path) != nil
    let depth = isPhase ? 1 : path.split(separator: ".").count + 1
    var rows: [ProgramListing.Row] = []
    for group in groups(indices, depth: depth) {
      rows += group.contains(counter) ? opened(group) : [self.group(group, depth: depth)]
    }
    if rows.count > ListingBuilder.all {
      let left = rows.count - ListingBuilder.all
      rows.removeLast(left)
      rows.append(
        ProgramListing.Row(
          kind: .gap, first: 0, last: 0, phase: "", state: "", path: "",
          text: "\(left) more rows"))
    }
    return listing(rows)
  }

  // MARK: Groups

  /// Runs of neighbours of one phase and one layer, whose path is cut to `depth` components.
  private func groups(_ indices: [Int], depth: Int) -> [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    var key = ""
    for index in indices {
      let next = instructions[index].phase.rawValue + " " + layer(index, depth: depth)
      if let last = groups.last, last.upperBound == index - 1, key == next {
        groups[groups.count - 1] = last.lowerBound...index
      } else {
        groups.append(index...index)
      }
      key = next
    }
    return groups
  }

  private func layer(_ index: Int, depth: Int) -> String {
    instructions[index].scope.split(separator: ".").prefix(depth).joined(separator: ".")
  }

  /// The components that all layers of a group share.
  private func depth(of group: ClosedRange<Int>) -> Int {
    var shared = instructions[group.lowerBound].scope.split(separator: ".")
    for index in group {
      let other = instructions[index].scope.split(separator: ".")
      shared = Array(zip(shared, other).prefix { $0 == $1 }.map(\.0))
    }
    return max(shared.count, 1)
  }

  /// At most `limit` places around one, as a half-open range.
  private func window(_ place: Int, of count: Int, _ limit: Int) -> Range<Int> {
    let first = max(0, min(place - limit / 2, count - limit))
    return first..<min(count, first + limit)
  }

  // MARK: Rows

  /// A group as its instructions; of many those around the counter.
  private func opened(_ group: ClosedRange<Int>) -> [ProgramListing.Row] {
    guard group.count > ListingBuilder.most else { return group.map(row) }
    let near = window(counter - group.lowerBound, of: group.count, ListingBuilder.most)
    let (first, end) = (group.lowerBound + near.lowerBound, group.lowerBound + near.upperBound)
    var rows = (first..<end).map(row)
    if first > group.lowerBound { rows.insert(self.group(group.lowerBound...first - 1), at: 0) }
    if end <= group.upperBound { rows.append(self.group(end...group.upperBound)) }
    return rows
  }

  private func state(_ index: Int) -> InstructionState {
    marks[index] ?? (index < counter ? .computed : .pending)
  }

  private func row(_ index: Int) -> ProgramListing.Row {
    let instruction = instructions[index]
    return ProgramListing.Row(
      kind: .instruction, first: index, last: index, phase: instruction.phase.rawValue,
      state: state(index).letter, path: instruction.path, text: run.program.formula(of: index),
      shape: run.machine.shape(of: instruction.output).extents, seconds: seconds(index...index),
      isNext: index == counter, hasBreakpoint: breakpoints.contains(index))
  }

  private func group(_ range: ClosedRange<Int>, depth: Int? = nil) -> ProgramListing.Row {
    let states = Set(range.map(state))
    let letters = [InstructionState.computed, .overridden, .stale, .pending]
      .filter(states.contains).map(\.letter).joined()
    let count = range.count
    return ProgramListing.Row(
      kind: .group, first: range.lowerBound, last: range.upperBound,
      phase: instructions[range.lowerBound].phase.rawValue, state: letters,
      path: layer(range.lowerBound, depth: depth ?? self.depth(of: range)),
      text: "\(count) instruction\(count == 1 ? "" : "s")", seconds: seconds(range),
      isNext: range.contains(counter), hasBreakpoint: !breakpoints.isDisjoint(with: range))
  }

  private func gap(_ first: Int, _ last: Int) -> ProgramListing.Row {
    let count = last - first + 1
    return ProgramListing.Row(
      kind: .gap, first: first, last: last, phase: "", state: "", path: "",
      text: "\(count) more instruction\(count == 1 ? "" : "s")")
  }

  /// What `profile` has measured.
  private func seconds(_ range: ClosedRange<Int>) -> Double? {
    guard let seconds = run.profile?.seconds, seconds.indices.contains(range.upperBound) else {
      return nil
    }
    return seconds[range].reduce(0, +)
  }

  // MARK: The listing

  private func listing(_ indices: some Sequence<Int>) -> ProgramListing {
    listing(indices.map(row))
  }

  private func listing(_ rows: [ProgramListing.Row]) -> ProgramListing {
    let machine = run.machine
    let count = machine.count
    let noun = "instruction\(count == 1 ? "" : "s")"
    let title =
      machine.position == 0
      ? "before step 1, \(count) \(noun)"
      : machine.isAtBoundary
        ? "after step \(machine.step), \(count) \(noun)"
        : "step \(machine.step), \(counter) of \(count) \(noun) \(counter == 1 ? "has" : "have") run"
    let changed = machine.changedSlots.filter { slot in
      !instructions[..<counter].contains { $0.output == slot }
    }
    return ProgramListing(
      title: title, rows: rows, step: machine.step,
      counter: machine.isAtBoundary && machine.position > 0 ? count : counter, count: count,
      changed: changed.map { run.program.slots[$0].name })
  }
}
