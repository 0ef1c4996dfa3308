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
  /// For each band, by its first stage, the places of the operands that are packed for it.
  private(set) var packings: [Int: [PackingKey: Int]] = [:]

  private var holes: [Range<Int>] = []

  init(
    _ schedule: PlanSchedule, _ program: Program, shapes: [Shape], liveness: Liveness,
    pinned: [Bool], bands: [PlannedBand], gatherings: PlanGatherings
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
    // The whole is there as long as any of its pieces.
    for piece in gatherings.places.keys {
      let whole = gatherings.home(of: piece).whole
      last[whole] = max(last[whole], last[piece])
    }
    var ends: [[Int]] = Array(repeating: [], count: schedule.stages.count)
    var coming = bands[...]
    // Within a band a value's place can only be taken by another of as many elements: then each
    // part of the rows takes its own part. By the number of elements, the free ones; all at the end.
    var idle: [Int: [Int]] = [:]
    var kept: [(place: Int, count: Int)] = []
    for (stage, planned) in schedule.stages.enumerated() {
      let band = coming.first.flatMap { $0.stages.contains(stage) ? $0 : nil }
      if let band, stage == band.stages.lowerBound {
        pack(band, schedule, program, shapes, liveness)
      }
      var sizes: [[Int]] = []
      for part in planned.groups {
        sizes.append(
          placeInTile(
            part, program, shapes, liveness, isShared: isShared, gatherings: gatherings))
        for index in part.members {
          let root = roots[program.instructions[index].output]
          guard homes[root] == .nowhere else { continue }
          let (whole, offset) = gatherings.home(of: root)
          if whole != root {
            if homes[whole] == .nowhere {
              homes[whole] = .arena(allocate(shapes[whole].count))
              ends[last[whole]].append(whole)
            }
            if case .arena(let place) = homes[whole] { homes[root] = .arena(place + offset) }
            continue
          }
          let count = shapes[root].count
          let place = (band == nil ? nil : idle[count]?.popLast()) ?? allocate(count)
          homes[root] = .arena(place)
          ends[last[root]].append(root)
        }
      }
      buffers.append(sizes)
      for root in ends[stage] {
        guard case .arena(let place) = homes[root] else { continue }
        let count = shapes[root].count
        guard let band else {
          free(place, count, after: stage)
          continue
        }
        if band.global.contains(root) || gatherings.stretched.contains(root) {
          kept.append((place, count))
        } else {
          idle[count, default: []].append(place)
        }
      }
      if let band, stage + 1 == band.stages.upperBound {
        for (count, places) in idle { kept += places.map { ($0, count) } }
        for (key, place) in packings[band.stages.lowerBound] ?? [:] {
          kept.append((place, key.count))
        }
        for (place, count) in kept.sorted(by: { $0.place < $1.place }) {
          free(place, count, after: stage)
        }
        (idle, kept) = ([:], [])
        coming.removeFirst()
      }
    }
  }

  private mutating func free(_ place: Int, _ count: Int, after stage: Int) {
    let range = place..<place + MemoryPlan.rounded(count)
    released[stage].append(range)
    release(range)
  }

  /// Places for the operands that a band's products want packed.
  private mutating func pack(
    _ band: PlannedBand, _ schedule: PlanSchedule, _ program: Program, _ shapes: [Shape],
    _ liveness: Liveness
  ) {
    var places: [PackingKey: Int] = [:]
    for stage in band.stages {
      for group in schedule.stages[stage].groups where group.form == nil {
        for index in group.members {
          guard let key = PackingKey(index, program, shapes, liveness), places[key] == nil
          else { continue }
          places[key] = allocate(key.count)
        }
      }
    }
    packings[band.stages.lowerBound] = places
  }

  /// Gives the values that live within one group a buffer of its tile; the buffers' elements a row.
  private mutating func placeInTile(
    _ part: PlannedGroup, _ program: Program, _ shapes: [Shape], _ liveness: Liveness,
    isShared: [Bool], gatherings: PlanGatherings
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
      if homes[root] == .nowhere, !isShared[root], gatherings.places[root] == nil,
        let end = lastReader[root]
      {
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
  static let tileFloats = 10_000

  // MARK: The arena

  private static func rounded(_ count: Int) -> Int { (max(count, 1) + 15) / 16 * 16 }

  private mutating func allocate(_ count: Int) -> Int {
    let need = MemoryPlan.rounded(count)
    // The tightest hole, so that large ones stay.
    var best: Int?
    for (index, hole) in holes.enumerated() where hole.count >= need {
      if best.map({ hole.count < holes[$0].count }) ?? true { best = index }
    }
    if let best {
      let start = holes[best].lowerBound
      if holes[best].count == need {
        holes.remove(at: best)
      } else {
        holes[best] = start + need..<holes[best].upperBound
      }
      return start
    }
    // A hole at the end grows.
    if let end = holes.last, end.upperBound == size {
      holes.removeLast()
      size = end.lowerBound + need
      return end.lowerBound
    }
    defer { size += need }
    return size
  }

  private mutating func release(_ range: Range<Int>) {
    var (low, high) = (0, holes.count)
    while low < high {
      let middle = (low + high) / 2
      if holes[middle].lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    holes.insert(range, at: low)
    if low + 1 < holes.count, holes[low].upperBound == holes[low + 1].lowerBound {
      holes[low] = holes[low].lowerBound..<holes[low + 1].upperBound
      holes.remove(at: low + 1)
    }
    if low > 0, holes[low - 1].upperBound == holes[low].lowerBound {
      holes[low - 1] = holes[low - 1].lowerBound..<holes[low].upperBound
      holes.remove(at: low)
    }
  }
}
