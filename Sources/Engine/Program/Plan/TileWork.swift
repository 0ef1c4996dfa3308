// A stage's groups cut into parcels of about the same size, so that two threads can share them.

import CKernels

struct TileWork {
  private enum Item {
    case group(UnsafeMutablePointer<NablaTileGroup>)
    case step(NablaStep)
  }

  private var items: [(item: Item, units: Int)] = []

  /// Less is not worth waking a thread for: additions of numbers in the first-level cache.
  private static let grain = 1 << 18
  private static let parcels = 16

  var isEmpty: Bool { items.isEmpty }

  mutating func add(_ group: UnsafeMutablePointer<NablaTileGroup>, units: Int) {
    items.append((.group(group), units))
  }

  /// An instruction on whole tensors, run by one thread.
  mutating func add(_ step: NablaStep, units: Int) { items.append((.step(step), units)) }

  func finished(_ memory: PlanMemory) -> NablaTileWork {
    let total = items.reduce(0) { $0 + $1.units }
    let isShared = total >= TileWork.grain
    let aim = isShared ? max(total / TileWork.parcels, 1) : .max
    var ranges: [NablaTileRange] = []
    var starts = [0]
    var units = 0
    for (item, cost) in items {
      var parts: [NablaTileRange] = []
      switch item {
      case .step(let step):
        parts = [NablaTileRange(group: nil, from: 0, to: 0, step: step)]
      case .group(let group):
        let (rows, height) = (group.pointee.rows, group.pointee.tile_rows)
        // A block of squares is summed tile by tile in one order: by one thread.
        let sums = (0..<group.pointee.count).contains {
          group.pointee.members[$0].lanes != nil
        }
        let unit = sums ? max(height, Int(NABLA_SQUARES_BLOCK)) : height
        let blocks = (rows + unit - 1) / unit
        let pieces = isShared ? max(1, min(cost / aim, blocks)) : 1
        parts = (0..<pieces).map { piece in
          NablaTileRange(
            group: group, from: blocks * piece / pieces * unit,
            to: min(blocks * (piece + 1) / pieces * unit, rows), step: NablaStep())
        }
      }
      for part in parts {
        ranges.append(part)
        units += cost / parts.count
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
