// Where the blocks of a diagram go: ranks by the longest path (the first step of Sugiyama, Tagawa &
// Toda 1981), a column for each branch, lanes at the right for edges that skip ranks.

import Screen

extension DiagramChart {
  struct Place: Hashable {
    var rank = 0
    var slot = 0
    var column = 0
    var row = 0
    var rows = 1
  }

  struct Span {
    var rows: Range<Int>
    var column: Int
  }

  struct Layout {
    /// The column of a box at which edges enter and leave.
    static let port = 3
    /// Columns between boxes of one rank.
    private static let gap = 5

    private(set) var places: [Place]
    /// The width of the boxes of each slot, and where they begin.
    private var widths: [Int] = []
    private var lefts: [Int] = []
    private(set) var left = 0
    /// All columns, lanes included.
    private(set) var total = 0
    private(set) var rows = 0
    /// The row under each block where its edge begins.
    private(set) var labelRows: [Int?]
    private(set) var entersAtSide: [Bool]
    /// Where arrows come from above.
    private(set) var heads: [Set<Int>]
    private(set) var brackets: [Span] = []
    private let appearance: Appearance
    private var ranks: [[Int]] = []
    /// The lane of a source's long edges.
    private var lanes: [Int: Int] = [:]
    /// The row on which a source's edges run sideways, and one for each that comes from a lane.
    private var tracks: [Int: Int] = [:]
    private var entries: [DiagramEdge: Int] = [:]

    init(_ chart: DiagramChart, columns: Int, appearance: Appearance) {
      self.appearance = appearance
      let count = chart.blocks.count
      places = Array(repeating: Place(), count: count)
      labelRows = Array(repeating: nil, count: count)
      entersAtSide = Array(repeating: false, count: count)
      heads = Array(repeating: [], count: count)
      guard count > 0 else { return }
      rank(chart)
      arrange(chart)
      assignLanes(chart)
      measure(chart, columns: columns)
      stack(chart)
    }

    private mutating func rank(_ chart: DiagramChart) {
      for edge in chart.edges.sorted(by: { $0.to < $1.to }) {
        places[edge.to].rank = max(places[edge.to].rank, places[edge.from].rank + 1)
      }
      // A source stands just above what reads it.
      let read = Set(chart.edges.map(\.to))
      for index in places.indices where !read.contains(index) {
        let first = chart.edges.filter { $0.from == index }.map { places[$0.to].rank }.min()
        places[index].rank = max(0, (first ?? places[index].rank + 1) - 1)
      }
      let last = places.map(\.rank).max() ?? 0
      ranks = Array(repeating: [], count: last + 1)
      for index in places.indices { ranks[places[index].rank].append(index) }
    }

    /// A block stands under the first that it reads, if that place is free.
    private mutating func arrange(_ chart: DiagramChart) {
      var sources: [Int: [Int]] = [:]
      for edge in chart.edges { sources[edge.to, default: []].append(edge.from) }
      for rank in ranks.indices {
        func wish(_ index: Int) -> Int {
          // The latest of what it reads is the path that matters, of several the leftmost.
          let near = (sources[index] ?? []).max {
            let (a, b) = (places[$0], places[$1])
            return a.rank != b.rank ? a.rank < b.rank : a.slot > b.slot
          }
          return near.map { places[$0].slot } ?? Int.max
        }
        var taken: Set<Int> = []
        let wishes = ranks[rank].map { ($0, wish($0)) }
          .sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }
        for (index, wished) in wishes {
          var slot = wished == Int.max ? (taken.max() ?? -1) + 1 : wished
          while taken.contains(slot) { slot += 1 }
          taken.insert(slot)
          places[index].slot = slot
        }
        ranks[rank] = wishes.map(\.0)
      }
    }

    private func isLong(_ edge: DiagramEdge) -> Bool {
      places[edge.to].rank > places[edge.from].rank + 1
    }

    private func isRightmost(_ index: Int) -> Bool {
      ranks[places[index].rank].allSatisfy { places[$0].slot <= places[index].slot }
    }

    /// Short edges take the inner lanes; one source has one lane.
    private mutating func assignLanes(_ chart: DiagramChart) {
      var spans: [Int: ClosedRange<Int>] = [:]
      for edge in chart.edges where isLong(edge) {
        let end = places[edge.to].rank
        let start = places[edge.from].rank
        spans[edge.from] = start...max(end, spans[edge.from]?.upperBound ?? end)
      }
      let order = spans.sorted {
        $0.value.count != $1.value.count ? $0.value.count < $1.value.count : $0.key < $1.key
      }
      var used: [[ClosedRange<Int>]] = []
      for (source, span) in order {
        let free = used.firstIndex { lane in
          // An edge may begin in the rank in which another one has ended.
          lane.allSatisfy { $0.upperBound <= span.lowerBound || span.upperBound <= $0.lowerBound }
        }
        let lane = free ?? used.count
        if free == nil { used.append([]) }
        used[lane].append(span)
        lanes[source] = lane
      }
    }

    private mutating func measure(_ chart: DiagramChart, columns: Int) {
      let depth = chart.brackets.map { outer(chart, $0) + 1 }.max() ?? 0
      left = 3 * depth
      let slots = (places.map(\.slot).max() ?? 0) + 1
      let laneCount = (lanes.values.max() ?? -1) + 1
      let side = laneCount == 0 ? 0 : 2 + 2 * laneCount
      widths = Array(repeating: 16, count: slots)
      for (block, place) in zip(chart.blocks, places) {
        func width(_ text: String?) -> Int { DisplayWidth.of(appearance.text(text ?? "")) }
        let title = width(block.titles.first)
        let detail = width(block.details.first)
        let inside =
          block.form == .box
          ? max(title + Self.port + 10, detail + 4, width(block.loop) + 4)
          : title + detail + Self.port + 6
        widths[place.slot] = max(
          widths[place.slot], min(64, max(inside, width(block.labels.first) + Self.port + 4)))
      }
      // The widest give way first.
      let room = columns - left - side - Self.gap * (slots - 1) - 3
      while widths.reduce(0, +) > room, let widest = widths.max(), widest > 14,
        let slot = widths.firstIndex(of: widest)
      {
        widths[slot] -= 1
      }
      var edge = left
      for width in widths {
        lefts.append(edge)
        edge += width + Self.gap
      }
      total = edge - Self.gap + side + 3
      for index in places.indices {
        places[index].column = lefts[places[index].slot]
        switch chart.blocks[index].form {
        case .box: places[index].rows = chart.blocks[index].loop == nil ? 3 : 4
        case .dot, .sum: places[index].rows = 1
        }
      }
    }

    /// How many brackets are around one.
    private func outer(_ chart: DiagramChart, _ bracket: DiagramBracket) -> Int {
      chart.brackets.count {
        $0 != bracket && $0.blocks.lowerBound <= bracket.blocks.lowerBound
          && bracket.blocks.upperBound <= $0.blocks.upperBound
      }
    }

    private mutating func stack(_ chart: DiagramChart) {
      var heading: [Int: [Int]] = [:]
      var ends: [Int: Int] = [:]
      for (index, bracket) in chart.brackets.enumerated() {
        let inside = bracket.blocks.map { places[$0].rank }
        heading[inside.min() ?? 0, default: []].append(index)
        ends[index] = inside.max() ?? 0
      }
      var tops: [Int: Int] = [:]
      var row = 0
      var ended = Array(repeating: 0, count: ranks.count)
      for rank in ranks.indices {
        let order = (heading[rank] ?? []).sorted {
          outer(chart, chart.brackets[$0]) < outer(chart, chart.brackets[$1])
        }
        for bracket in order {
          tops[bracket] = row
          row += 1
        }
        for index in ranks[rank] { places[index].row = row }
        row += ranks[rank].map { places[$0].rows }.max() ?? 0
        ended[rank] = row
        let isLast = rank == ranks.count - 1
        if !isLast || ranks[rank].contains(where: { !chart.blocks[$0].labels.isEmpty }) {
          for index in ranks[rank] { labelRows[index] = row }
          row += 1
        }
        guard !isLast else { continue }
        for index in ranks[rank] where needsTrack(index, chart) {
          tracks[index] = row
          row += 1
        }
        for edge in chart.edges where isLong(edge) && places[edge.to].rank == rank + 1 {
          if isRightmost(edge.to), chart.blocks[edge.to].loop == nil {
            entersAtSide[edge.to] = true
          } else {
            entries[edge] = row
            row += 1
          }
        }
      }
      rows = row
      for edge in chart.edges where !entersAtSide[edge.to] || !isLong(edge) {
        let isStraight = !isLong(edge) && places[edge.to].slot == places[edge.from].slot
        heads[edge.to].insert(places[edge.to].column + Self.port + (isStraight ? 0 : 3))
      }
      brackets = chart.brackets.indices.map { index in
        let top = tops[index] ?? 0
        return Span(
          rows: top..<max(top + 1, ended[ends[index] ?? 0]),
          column: 3 * outer(chart, chart.brackets[index]))
      }
    }

    func width(of index: Int) -> Int { widths[places[index].slot] }

    /// Whether edges of a block run sideways under it, beside the one to its own lane.
    private func needsTrack(_ index: Int, _ chart: DiagramChart) -> Bool {
      chart.edges.contains { edge in
        guard edge.from == index else { return false }
        return isLong(edge)
          ? !isRightmost(index) : places[edge.to].slot != places[index].slot
      }
    }

    /// The row at which an edge from a lane reaches a block's right side.
    func sideRow(_ index: Int, _ chart: DiagramChart) -> Int {
      places[index].row + (chart.blocks[index].form == .box ? 1 : 0)
    }

    /// Where the text of a sum or source ends.
    func sumWidth(_ index: Int, _ chart: DiagramChart) -> Int {
      let block = chart.blocks[index]
      let text =
        DisplayWidth.of(appearance.text(block.titles.first ?? ""))
        + DisplayWidth.of(appearance.text(block.details.first ?? ""))
      return min(
        places[index].column + Self.port + text + 6, places[index].column + width(of: index))
    }

    private func laneColumn(_ source: Int) -> Int {
      (lefts.last ?? 0) + (widths.last ?? 0) + 2 + 2 * (lanes[source] ?? 0)
    }

    /// Draws every edge, and notes where arrow heads go.
    func route(_ chart: DiagramChart, into wires: inout DiagramWires) {
      for edge in chart.edges {
        let (from, to) = (places[edge.from], places[edge.to])
        let out = from.column + Self.port
        guard let label = labelRows[edge.from] else { continue }
        let net = edge.from
        // From the block down to the row of its label.
        let bottom = from.row + from.rows
        wires.open(bottom, out, above: true, net)
        wires.vertical(out, bottom...max(bottom, label), net)
        if isLong(edge) {
          let lane = laneColumn(edge.from)
          var start = label
          if let track = tracks[edge.from], !isRightmost(edge.from) {
            wires.vertical(out, label...track, net)
            start = track
          }
          wires.horizontal(start, out...lane, net)
          if entersAtSide[edge.to] {
            let row = sideRow(edge.to, chart)
            wires.vertical(lane, start...max(start, row), net)
            let end =
              chart.blocks[edge.to].form == .box
              ? to.column + width(of: edge.to) : sumWidth(edge.to, chart)
            wires.horizontal(row, min(end, lane)...lane, net)
          } else if let row = entries[edge] {
            wires.vertical(lane, start...max(start, row), net)
            let into = to.column + Self.port + 3
            wires.horizontal(row, min(into, lane)...lane, net)
            wires.vertical(into, row...max(row, to.row - 1), net)
            wires.open(to.row - 1, into, above: false, net)
          }
        } else if to.slot == from.slot {
          wires.vertical(out, label...max(label, to.row - 1), net)
          wires.open(to.row - 1, out, above: false, net)
        } else if let track = tracks[edge.from] {
          let into = to.column + Self.port + 3
          wires.vertical(out, label...track, net)
          wires.horizontal(track, min(out, into)...max(out, into), net)
          wires.vertical(into, track...max(track, to.row - 1), net)
          wires.open(to.row - 1, into, above: false, net)
        }
      }
    }
  }
}
