// Where the values of a whole step are. Temporaries share one arena: a value's place is free again
// after the last stage that reads it.

/// A value's place.
enum Home: Hashable {
  /// A slot's own buffer.
  case slot(Int)
  /// Floats from the arena's start.
  case arena(Int)
  /// In the tile of its group: one of the group's buffers.
  case tile(Int)
  /// Nobody computes or reads it.
  case nowhere
}

struct MemoryPlan {
  /// By root.
  private(set) var homes: [Home]
  /// The arena's size in floats.
  private(set) var size = 0
  /// The stretches of the arena that nobody needs after each stage.
  private(set) var released: [[Range<Int>]]
  /// For each group by stage, the elements a row of each of the tile's buffers.
  private(set) var buffers: [[[Int]]] = []

  private var free: [Range<Int>] = []

  init(
    _ schedule: PlanSchedule, _ program: Program, shapes: [Shape], liveness: Liveness,
    pinned: [Bool]
  ) {
    let roots = liveness.roots
    homes = program.slots.indices.map {
      program.slots[$0].kind != .temporary || pinned[$0] ? .slot($0) : .nowhere
    }
    released = Array(repeating: [], count: schedule.stages.count)
    // When each temporary is made, in which group, and when it is read last.
    var group = Array(repeating: -1, count: homes.count)
    var isShared = Array(repeating: false, count: homes.count)
    var last = Array(repeating: -1, count: homes.count)
    var number = 0
    for (stage, planned) in schedule.stages.enumerated() {
      for part in planned.groups {
        number += 1
        for index in part.members {
          for slot in liveness.reads[index] {
            let root = roots[slot]
            last[root] = stage
            if group[root] != number { isShared[root] = true }
          }
          let root = roots[program.instructions[index].output]
          group[root] = number
          last[root] = max(last[root], stage)
          if part.form == nil { isShared[root] = true }
        }
      }
    }
    var ends: [[Int]] = Array(repeating: [], count: schedule.stages.count)
    for (stage, planned) in schedule.stages.enumerated() {
      var sizes: [[Int]] = []
      for part in planned.groups {
        sizes.append(
          placeInTile(part, program, shapes, liveness, isShared: isShared))
        for index in part.members {
          let root = roots[program.instructions[index].output]
          guard homes[root] == .nowhere else { continue }
          let place = allocate(shapes[root].count)
          homes[root] = .arena(place)
          ends[last[root]].append(root)
        }
      }
      buffers.append(sizes)
      for root in ends[stage] {
        guard case .arena(let place) = homes[root] else { continue }
        let range = place..<place + MemoryPlan.rounded(shapes[root].count)
        released[stage].append(range)
        release(range)
      }
    }
  }

  /// Gives the values that live within one group a buffer of its tile; the buffers' elements a row.
  private mutating func placeInTile(
    _ part: PlannedGroup, _ program: Program, _ shapes: [Shape], _ liveness: Liveness,
    isShared: [Bool]
  ) -> [Int] {
    guard let form = part.form else { return [] }
    let roots = liveness.roots
    var lastReader: [Int: Int] = [:]
    for (order, index) in part.members.enumerated() {
      for slot in liveness.reads[index] { lastReader[roots[slot]] = order }
    }
    var widths: [Int] = []
    var idle: [Int] = []
    var ending: [Int: [Int]] = [:]
    for (order, index) in part.members.enumerated() {
      let root = roots[program.instructions[index].output]
      if homes[root] == .nowhere, !isShared[root], let end = lastReader[root] {
        let width = shapes[root].count / form.rows
        if let place = idle.lastIndex(where: { widths[$0] == width }) {
          homes[root] = .tile(idle.remove(at: place))
        } else if widths.reduce(width, +) <= MemoryPlan.tileFloats {
          homes[root] = .tile(widths.count)
          widths.append(width)
        }
        if case .tile(let buffer) = homes[root] { ending[end, default: []].append(buffer) }
      }
      idle += ending[order] ?? []
    }
    return widths
  }

  /// What a row of a tile may take, with room for the buffers' alignment.
  private static let tileFloats = 10_000

  // MARK: The arena

  private static func rounded(_ count: Int) -> Int { (max(count, 1) + 15) / 16 * 16 }

  private mutating func allocate(_ count: Int) -> Int {
    let need = MemoryPlan.rounded(count)
    // The tightest hole, so that large ones stay.
    var best: Int?
    for (index, hole) in free.enumerated() where hole.count >= need {
      if best.map({ hole.count < free[$0].count }) ?? true { best = index }
    }
    if let best {
      let start = free[best].lowerBound
      if free[best].count == need {
        free.remove(at: best)
      } else {
        free[best] = start + need..<free[best].upperBound
      }
      return start
    }
    // A hole at the end grows.
    if let end = free.last, end.upperBound == size {
      free.removeLast()
      size = end.lowerBound + need
      return end.lowerBound
    }
    defer { size += need }
    return size
  }

  private mutating func release(_ range: Range<Int>) {
    var (low, high) = (0, free.count)
    while low < high {
      let middle = (low + high) / 2
      if free[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    free.insert(range, at: low)
    if low + 1 < free.count, free[low].upperBound == free[low + 1].lowerBound {
      free[low] = free[low].lowerBound..<free[low + 1].upperBound
      free.remove(at: low + 1)
    }
    if low > 0, free[low - 1].upperBound == free[low].lowerBound {
      free[low - 1] = free[low - 1].lowerBound..<free[low].upperBound
      free.remove(at: low)
    }
  }
}
