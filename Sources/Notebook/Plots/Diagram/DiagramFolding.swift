// Equal pieces that follow one another are drawn once, with their number: the blocks of a deep
// network, the steps of a loop.

import Engine

/// Finds repetitions among the boxes of a diagram.
struct DiagramFolding {
  /// Boxes that belong together: those of one inner layer, or a single one.
  private struct Item {
    var units: Range<Int>
    var path: String
  }

  private let builder: DiagramBuilder
  /// For each unit the one that stands for it.
  private(set) var place: [Int]
  private(set) var folds: [NetworkDiagram.Fold] = []
  /// The edges from one of equal pieces to the next.
  private(set) var between: Set<NetworkDiagram.Edge> = []
  private var sources: [Set<Int>]
  private var readers: [Set<Int>]

  /// Pieces of up to so many items are recognised.
  private static let longest = 8

  init(_ builder: DiagramBuilder) {
    self.builder = builder
    place = Array(builder.units.indices)
    sources = Array(repeating: [], count: builder.units.count)
    readers = sources
    for edge in builder.edges {
      sources[edge.to].insert(edge.from)
      readers[edge.from].insert(edge.to)
    }
    // The outermost first: what is folded away need not be folded again.
    var levels: [(depth: Int, owner: Int, units: Range<Int>)] = [(0, -1, place.indices)]
    var open: [(owner: Int, start: Int)] = []
    for index in builder.units.indices.map({ $0 }) + [builder.units.count] {
      let around = index < builder.units.count ? builder.units[index].around : []
      var same = 0
      while same < min(around.count, open.count), open[same].owner == around[same] { same += 1 }
      while open.count > same {
        let closed = open.removeLast()
        levels.append((open.count + 1, closed.owner, closed.start..<index))
      }
      for owner in around[same...] { open.append((owner, index)) }
    }
    levels.sort { $0.depth != $1.depth ? $0.depth < $1.depth : $0.owner < $1.owner }
    for level in levels where place[level.units.lowerBound...].first == level.units.lowerBound {
      fold(level.units, depth: level.depth)
    }
  }

  private func items(_ units: Range<Int>, depth: Int) -> [Item] {
    var items: [Item] = []
    var last: Int?
    for index in units {
      let around = builder.units[index].around
      let owner = around.count > depth ? around[depth] : nil
      if let owner, owner == last, let previous = items.last {
        items[items.count - 1].units = previous.units.lowerBound..<index + 1
      } else {
        items.append(Item(units: index..<index + 1, path: ""))
      }
      last = owner
    }
    for place in items.indices {
      items[place].path = path(items[place].units, depth)
    }
    return items
  }

  /// What the boxes of an item have in common: `stack.0` of `stack.0.0` and `stack.0.1`.
  private func path(_ units: Range<Int>, _ depth: Int) -> String {
    let paths = builder.units[units].map { $0.path.split(separator: ".") }
    guard var common = paths.first else { return "" }
    for path in paths {
      while !path.starts(with: common) { common.removeLast() }
    }
    return common.joined(separator: ".")
  }

  private mutating func fold(_ units: Range<Int>, depth: Int) {
    let items = items(units, depth: depth)
    guard items.count > 1 else { return }
    var known: [String: Int] = [:]
    let kinds = items.map { item -> Int in
      let text = signature(item.units)
      known[text] = known[text] ?? known.count
      return known[text] ?? 0
    }
    var start = 0
    while start < items.count {
      var best = (period: 0, count: 1)
      for period in 1...Self.longest where start + 2 * period <= items.count {
        var count = 1
        while start + (count + 1) * period <= items.count,
          (0..<period).allSatisfy({
            kinds[start + count * period + $0] == kinds[start + $0]
          }),
          follows(items, start, period, count)
        {
          count += 1
        }
        if count > 1, count * period > best.count * best.period || best.period == 0 {
          best = (period, count)
        }
      }
      let size = best.period * best.count
      guard best.period > 0 else {
        start += 1
        continue
      }
      let first =
        items[start].units.lowerBound..<items[start + best.period - 1].units.upperBound
      // Two small layers are as quickly drawn as explained.
      guard best.count > 2 || first.count > 2, isUniform(items, start, best.period, best.count)
      else {
        start += 1
        continue
      }
      fold(items, start, best.period, best.count, first)
      start += size
    }
  }

  private mutating func fold(
    _ items: [Item], _ start: Int, _ period: Int, _ count: Int, _ first: Range<Int>
  ) {
    var isLoop = true
    var hasLayer = false
    for group in 1..<count {
      let units = self.units(items, start + group * period, period)
      for (offset, unit) in units.enumerated() {
        place[unit] = first.lowerBound + offset
        for source in sources[unit] where source >= first.lowerBound && source < units.lowerBound {
          between.insert(.init(from: source, to: unit))
        }
        guard let layer = builder.units[unit].layer else { continue }
        hasLayer = true
        if layer !== builder.units[first.lowerBound + offset].layer { isLoop = false }
      }
    }
    let end = start + count * period - 1
    let one = items[start].path
    let last = items[end].path
    folds.append(
      NetworkDiagram.Fold(
        first: first.lowerBound, last: first.upperBound - 1, count: count,
        title: one == last || one.isEmpty || last.isEmpty ? one : "\(one) … \(last)",
        isLoop: isLoop && hasLayer))
  }

  private func units(_ items: [Item], _ start: Int, _ period: Int) -> Range<Int> {
    items[start].units.lowerBound..<items[start + period - 1].units.upperBound
  }

  /// Kinds, shapes, numbers of parameters and the edges within.
  private func signature(_ units: Range<Int>) -> String {
    var text = ""
    for index in units {
      let unit = builder.units[index]
      text += unit.role.rawValue + " " + unit.kinds.joined(separator: "·")
      text += " \(builder.graph.shape(unit.output))"
      for node in unit.parameters { text += " \(builder.graph.shape(node))" }
      for source in sources[index].sorted() where units.contains(source) {
        text += " <\(source - units.lowerBound)"
      }
      text += "\n"
    }
    return text
  }

  /// Whether a piece reads of the one before it as the second reads of the first.
  private func follows(_ items: [Item], _ start: Int, _ period: Int, _ count: Int) -> Bool {
    func link(_ group: Int) -> Set<[Int]> {
      let own = units(items, start + group * period, period)
      let before = units(items, start + (group - 1) * period, period)
      var link: Set<[Int]> = []
      for unit in own {
        for source in sources[unit] where before.contains(source) {
          link.insert([source - before.lowerBound, unit - own.lowerBound])
        }
      }
      return link
    }
    let now = link(count)
    return !now.isEmpty && (count == 1 || now == link(1))
  }

  /// Whether all pieces read the same from outside and are read by the same: then the first can
  /// stand for all of them.
  private func isUniform(_ items: [Item], _ start: Int, _ period: Int, _ count: Int) -> Bool {
    let whole =
      items[start].units.lowerBound..<items[start + count * period - 1].units.upperBound
    func outside(_ group: Int, _ edges: [Set<Int>]) -> Set<[Int]> {
      let own = units(items, start + group * period, period)
      var found: Set<[Int]> = []
      for unit in own {
        for other in edges[unit] where !whole.contains(other) {
          found.insert([unit - own.lowerBound, other])
        }
      }
      return found
    }
    func reaches(_ group: Int) -> Bool {
      let own = units(items, start + group * period, period)
      let next = group + 1 < count ? units(items, start + (group + 1) * period, period) : own
      return own.allSatisfy { unit in
        readers[unit].allSatisfy { !whole.contains($0) || own.contains($0) || next.contains($0) }
      }
    }
    let read = outside(count - 1, sources)
    let given = outside(0, readers)
    return (0..<count).allSatisfy { group in
      let ins = outside(group, sources)
      let outs = outside(group, readers)
      return (group == 0 ? ins.isSuperset(of: read) : ins == read)
        && (group == count - 1 ? outs.isSuperset(of: given) : outs == given) && reaches(group)
    }
  }
}
