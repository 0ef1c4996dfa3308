// From tensors to what views show: one sequence of a batch, windows and pools of maps, labels.

import Engine

/// Bounds of what is held of attention.
enum AttentionLimits {
  /// Maps of the overview; further heads are counted only.
  static let maps = 256
  /// Weights of all maps of the overview together; larger maps are pooled.
  static let overview = 16_384
  /// Queries and keys of the chosen head that are held at once.
  static let window = 96
  /// Rows and columns of a stage.
  static let stage = 40
  /// Keys and features of the neuron view.
  static let keys = 48
  static let features = 64
  /// Training steps whose maps are kept: with `overview` this is at most 5 MiB.
  static let steps = 64

  /// The side that the maps of the overview are pooled to.
  static func side(maps count: Int) -> Int {
    var side = 4
    while (side + 1) * (side + 1) * max(count, 1) <= overview, side < 1024 { side += 1 }
    return side
  }

  /// A window of at most `size` that holds a place and stands still while the place moves a little.
  static func window(_ count: Int, at place: Int, size: Int) -> Range<Int> {
    guard count > size, size > 0 else { return 0..<max(0, count) }
    let stride = max(1, size / 3)
    let place = max(0, min(place, count - 1))
    let start = max(0, min(place / stride * stride - stride, count - size))
    return start..<start + size
  }
}

/// The maps of one use of attention.
struct AttentionReader {
  let use: AttentionUse
  /// `[n…, heads, t, s]`
  let weights: Tensor
  /// What the softmax reads, if a mask may have put −∞ there.
  let logits: Tensor?
  let queries: [String]
  let keys: [String]

  var queryCount: Int { weights.shape[-2] }
  var keyCount: Int { weights.shape[-1] }
  var sequences: Int {
    let size = queryCount * keyCount * use.heads
    return size > 0 ? max(1, weights.count / size) : 1
  }

  /// The number of a matrix `[…, r, c]` for a sequence and a head, its leading axes broadcast to
  /// those of the weights.
  func matrix(_ shape: Shape, sequence: Int, head: Int) -> Int {
    let lead = weights.shape.extents.dropLast(2).map { $0 }
    var rest = sequence * use.heads + head
    var place: [Int] = []
    for extent in lead.reversed() {
      place.append(extent > 0 ? rest % extent : 0)
      rest /= max(extent, 1)
    }
    let own = shape.extents.dropLast(2).map { $0 }
    var index = 0
    for (axis, extent) in own.enumerated() {
      let fromEnd = own.count - 1 - axis
      let position = fromEnd < place.count ? place[fromEnd] : 0
      index = index * extent + (extent > 0 ? min(position, extent - 1) : 0)
    }
    return index
  }

  /// Where a head's weights begin.
  private func start(_ sequence: Int, _ head: Int) -> Int {
    (max(0, min(sequence, sequences - 1)) * use.heads + max(0, min(head, use.heads - 1)))
      * queryCount * keyCount
  }

  private func isMasked(_ place: Int) -> Bool {
    guard let logits, place < logits.count else { return false }
    return logits.values[place] == -.infinity
  }

  func entropies(sequence: Int, head: Int, rows: Range<Int>) -> [Float] {
    let start = start(sequence, head)
    return rows.map { row in
      let first = start + row * keyCount
      return AttentionMap.entropy(weights.values[first..<first + keyCount])
    }
  }

  func name(_ head: Int) -> String { use.heads == 1 ? use.path : "\(use.path) head \(head)" }

  /// A window of a head's map; all of it by default.
  func map(
    layer: Int, head: Int, sequence: Int, rows: Range<Int>? = nil, columns: Range<Int>? = nil
  ) -> AttentionMap {
    let rows = rows ?? 0..<queryCount
    let columns = columns ?? 0..<keyCount
    let start = start(sequence, head)
    var values: [Float] = []
    var masked: [Bool] = []
    values.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns {
        let place = start + row * keyCount + column
        values.append(weights.values[place])
        if logits != nil { masked.append(isMasked(place)) }
      }
    }
    return AttentionMap(
      name: name(head), queries: Array(queries[rows]), keys: Array(keys[columns]),
      weights: values, masked: masked.contains(true) ? masked : [], layer: layer, head: head,
      entropies: entropies(sequence: sequence, head: head, rows: rows), queryCount: queryCount,
      keyCount: keyCount, firstQuery: rows.lowerBound, firstKey: columns.lowerBound)
  }

  /// A head's map, max-pooled until neither side is longer than `side`.
  func pooled(layer: Int, head: Int, sequence: Int, side: Int) -> AttentionMap {
    let side = max(1, side)
    let down = max(1, (queryCount + side - 1) / side)
    let across = max(1, (keyCount + side - 1) / side)
    guard down > 1 || across > 1 else {
      return map(layer: layer, head: head, sequence: sequence)
    }
    let rows = (queryCount + down - 1) / down
    let columns = (keyCount + across - 1) / across
    let start = start(sequence, head)
    // Greatest of a block; NaN if there is one; masked only when all of it is.
    var values = Array(repeating: -Float.infinity, count: rows * columns)
    var masked = Array(repeating: true, count: rows * columns)
    for row in 0..<queryCount {
      for column in 0..<keyCount {
        let place = start + row * keyCount + column
        let block = row / down * columns + column / across
        let value = weights.values[place]
        if value.isNaN || value > values[block] { values[block] = value }
        if !isMasked(place) { masked[block] = false }
      }
    }
    return AttentionMap(
      name: name(head), queries: (0..<rows).map { queries[$0 * down] },
      keys: (0..<columns).map { keys[$0 * across] }, weights: values,
      masked: masked.contains(true) ? masked : [], layer: layer, head: head,
      entropies: entropies(sequence: sequence, head: head, rows: 0..<queryCount),
      queryCount: queryCount, keyCount: keyCount, pooledQueries: down, pooledKeys: across)
  }
}
