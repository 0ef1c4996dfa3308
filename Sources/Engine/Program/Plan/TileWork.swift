// A stage's groups cut into parcels of about the same size, so that two threads can share them.

import CKernels

struct TileWork {
  private var groups: [(group: UnsafeMutablePointer<NablaTileGroup>, units: Int)] = []

  /// Less is not worth waking a thread for: additions of numbers in the first-level cache.
  private static let grain = 1 << 18
  private static let parcels = 16

  mutating func add(_ group: UnsafeMutablePointer<NablaTileGroup>, units: Int) {
    groups.append((group, units))
  }

  func finished(_ memory: PlanMemory) -> NablaTileWork {
    let total = groups.reduce(0) { $0 + $1.units }
    let isShared = total >= TileWork.grain
    let aim = isShared ? max(total / TileWork.parcels, 1) : .max
    var ranges: [NablaTileRange] = []
    var starts = [0]
    var units = 0
    for (group, cost) in groups {
      let (rows, height) = (group.pointee.rows, group.pointee.tile_rows)
      let pieces = isShared ? max(1, min(cost / aim, (rows + height - 1) / height)) : 1
      let tiles = (rows + height - 1) / height
      for piece in 0..<pieces {
        let from = tiles * piece / pieces * height
        let to = min(tiles * (piece + 1) / pieces * height, rows)
        ranges.append(NablaTileRange(group: group, from: from, to: to))
        units += cost / pieces
        if units >= aim {
          starts.append(ranges.count)
          units = 0
        }
      }
    }
    if starts.last != ranges.count { starts.append(ranges.count) }
    return NablaTileWork(
      ranges: memory.buffer(ranges), parcels: memory.buffer(starts), count: starts.count - 1)
  }
}
