// Tensors that are put together from pieces, or cut into pieces: where it can be, a piece is
// computed or read at its place in the whole, so that nothing is left to copy. A recurrent network's
// time steps part this way, and their gradients meet.

import CKernels

/// The pieces that lie in a whole, and the instructions that so have nothing left to do.
struct PlanGatherings {
  /// Where a piece is in its whole.
  struct Place {
    let whole: Int
    let offset: Int
    /// From row to row, for a piece that is some columns of the whole; nil for one stretch.
    let row: Int?
  }

  /// By the piece's root.
  private(set) var places: [Int: Place] = [:]
  private(set) var done: Set<Int> = []
  /// By their first instruction, groups of single numbers that are seen as rows and columns, because
  /// they write columns of something.
  private(set) var domains: [Int: (rows: Int, columns: Int)] = [:]
  /// Wholes of which pieces are stretches: the rows of a piece are no rows of theirs.
  private(set) var stretched: Set<Int> = []

  private let program: Program
  private let shapes: [Shape]
  private let liveness: Liveness
  private let pinned: [Bool]

  init(
    _ program: Program, shapes: [Shape], liveness: Liveness, pinned: [Bool],
    schedule: PlanSchedule, rowForms: RowForms
  ) {
    (self.program, self.shapes, self.liveness, self.pinned) = (program, shapes, liveness, pinned)
    for (index, instruction) in program.instructions.enumerated()
    where liveness.runs[index] && liveness.rewrites.assemblies[index] == nil {
      guard let pieces = stretches(instruction) else { continue }
      take(index, pieces)
    }
    let columns = program.instructions.indices.filter {
      liveness.runs[$0] && !done.contains($0) && program.instructions[$0].operation is SliceSum
    }
    let writers = TileWriters(program, liveness: liveness, schedule: schedule)
    for index in columns {
      if let copies = rowForms.rowCopies(index) { spread(index, copies, writers) }
    }
    for index in program.instructions.indices where liveness.runs[index] { cut(index) }
    for piece in places.keys where places[piece]?.row == nil {
      stretched.insert(home(of: piece).whole)
    }
  }

  /// Has the columns of an instruction's output written by those who compute them.
  private mutating func spread(
    _ index: Int, _ copies: [RowForms.RowCopy], _ writers: TileWriters
  ) {
    let output = program.instructions[index].output
    var pieces: [(root: Int, place: Place)] = []
    var parted: [Int: (rows: Int, columns: Int)] = [:]
    for copy in copies {
      let root = liveness.roots[copy.slot]
      guard !copy.addsZero,
        let group = writers.group(
          writing: root, rows: copy.rows, columns: copy.columns, reader: index)
      else { return }
      if group.isFlexible {
        let known = domains[group.first] ?? parted[group.first]
        guard known.map({ $0 == (copy.rows, copy.columns) }) ?? true else { return }
        parted[group.first] = (copy.rows, copy.columns)
      }
      pieces.append(
        (root, Place(whole: output, offset: copy.offset, row: shapes[output][-1])))
    }
    take(index, pieces)
    guard done.contains(index) else { return }
    domains.merge(parted) { known, _ in known }
  }

  /// Leaves a slice that is one stretch of its source where it is.
  private mutating func cut(_ index: Int) {
    let instruction = program.instructions[index]
    guard let slice = instruction.operation as? Slice, let input = instruction.inputs.first
    else { return }
    let (source, output) = (liveness.roots[input], instruction.output)
    guard isFree(source), isFree(output), liveness.roots[output] == output,
      places[output] == nil, places[source]?.row == nil, shapes[output].count > 0,
      shapes[source].count == shapes[input].count
    else { return }
    let runs = slice.runs(in: shapes[input], piece: shapes[output])
    guard runs.count == 1, runs[0].count == shapes[output].count else { return }
    places[output] = Place(whole: source, offset: runs[0].target, row: nil)
    done.insert(index)
  }

  /// The root whose memory a root's elements are part of, and the first of them there.
  func home(of root: Int) -> (whole: Int, offset: Int) {
    var (whole, offset) = (root, 0)
    while let place = places[whole] { (whole, offset) = (place.whole, offset + place.offset) }
    return (whole, offset)
  }

  /// Pieces that are one stretch of the whole each.
  private func stretches(_ instruction: Instruction) -> [(root: Int, place: Place)]? {
    let (inputs, whole) = (instruction.inputs, shapes[instruction.output])
    var runs: [CopyRun] = []
    switch instruction.operation {
    case let sum as SliceSum:
      for (slot, slice) in zip(inputs, sum.slices) {
        let own = slice.runs(in: whole, piece: shapes[slot])
        guard own.count == 1, own[0].count == shapes[slot].count else { return nil }
        runs.append(own[0])
      }
    case let stack as Stack where stack.joinsStretches(shapes[inputs[0]]):
      runs = follow(inputs)
    case let joined as Concatenate where joined.joinsStretches(whole):
      runs = follow(inputs)
    default: return nil
    }
    // Every element once.
    var end = 0
    for run in runs.sorted(by: { $0.target < $1.target }) {
      guard run.count > 0, run.target == end else { return nil }
      end += run.count
    }
    guard end == whole.count else { return nil }
    return zip(inputs, runs).map { slot, run in
      (
        liveness.roots[slot], Place(whole: instruction.output, offset: run.target, row: nil)
      )
    }
  }

  private func follow(_ inputs: [Int]) -> [CopyRun] {
    var runs: [CopyRun] = []
    var end = 0
    for slot in inputs {
      runs.append(CopyRun(source: 0, target: end, count: shapes[slot].count))
      end += shapes[slot].count
    }
    return runs
  }

  /// Gives all pieces of an instruction their places, if each can have it.
  private mutating func take(_ index: Int, _ pieces: [(root: Int, place: Place)]) {
    let output = program.instructions[index].output
    guard isFree(output), liveness.roots[output] == output else { return }
    var roots: Set<Int> = []
    for (root, _) in pieces {
      guard root != output, isFree(root), places[root] == nil, roots.insert(root).inserted else {
        return
      }
    }
    for (root, place) in pieces { places[root] = place }
    done.insert(index)
  }

  /// Whether a value lies wherever the plan puts it.
  private func isFree(_ root: Int) -> Bool {
    program.slots[root].kind == .temporary && !pinned[root]
  }
}

/// Who writes a value within a group of tiles.
private struct TileWriters {
  private var writers: [Int: (index: Int, group: PlannedGroup)] = [:]
  private var readers: [Int: [Int]] = [:]
  private let program: Program
  private let forms: [TileForm?]

  init(_ program: Program, liveness: Liveness, schedule: PlanSchedule) {
    self.program = program
    forms = schedule.forms
    for stage in schedule.stages {
      for group in stage.groups {
        for index in group.members {
          for root in Set(liveness.reads[index].map({ liveness.roots[$0] })) {
            readers[root, default: []].append(index)
          }
          guard group.form != nil else { continue }
          writers[liveness.roots[program.instructions[index].output]] = (index, group)
        }
      }
    }
  }

  /// The group that writes a value of so many rows and columns, if it can leave gaps between the
  /// rows: by a kernel that knows such rows, for one reader alone.
  func group(
    writing root: Int, rows: Int, columns: Int, reader: Int
  ) -> (first: Int, isFlexible: Bool)? {
    guard let (writer, group) = writers[root], let domain = group.form,
      readers[root] == [reader], let form = forms[writer], !form.givesColumn,
      form.isFlexible ? form.rows == rows * columns : (form.rows, form.columns) == (rows, columns)
    else { return nil }
    switch form.kind {
    case NABLA_TILE_COPY, NABLA_TILE_MAP, NABLA_TILE_MAP_GRADIENT, NABLA_TILE_ZIP,
      NABLA_TILE_SELECT, NABLA_TILE_SCALED_ADD:
      break
    default: return nil
    }
    if !domain.isFlexible {
      return (domain.rows, domain.columns) == (rows, columns) ? (group.members[0], false) : nil
    }
    // What an update passes over is summed in blocks of single numbers; a row has to have room.
    guard domain.rows == rows * columns,
      columns * group.members.count <= MemoryPlan.tileFloats,
      group.members.allSatisfy({ program.instructions[$0].phase != .update })
    else { return nil }
    return (group.members[0], true)
  }
}

extension Stack {
  /// Whether each operand is one stretch of the output.
  func joinsStretches(_ input: Shape) -> Bool {
    let place = axis < 0 ? axis + input.rank + 1 : axis
    return input.extents.prefix(place).allSatisfy { $0 == 1 }
  }
}

extension Concatenate {
  /// Whether each operand is one stretch of the output.
  func joinsStretches(_ output: Shape) -> Bool {
    ReductionPlan(output, axis: axis).outer == 1
  }
}
