// The weights of one head, whole, as a window, or max-pooled.

/// Attention probabilities of one head.
public struct AttentionMap: Hashable, Sendable {
  /// `attention.0`, head included.
  public var name: String
  /// The labels of the rows and columns that are held.
  public var queries: [String]
  public var keys: [String]
  /// Row-major `[query, key]`; masked places hold 0.
  public var weights: [Float]
  /// True where the mask forbids attention; empty when nothing is masked.
  public var masked: [Bool]
  /// The layer's and the head's number, from 0.
  public var layer: Int
  public var head: Int
  /// The entropy of each row that is held, in bits, over all its keys; NaN where the row is.
  public var entropies: [Float]
  /// The size of the whole map.
  public var queryCount: Int
  public var keyCount: Int
  /// Where the window begins.
  public var firstQuery: Int
  public var firstKey: Int
  /// Queries and keys that share a place, the greatest weight of which is held; 1 when none do.
  public var pooledQueries: Int
  public var pooledKeys: Int

  public init(
    name: String, queries: [String], keys: [String], weights: [Float], masked: [Bool],
    layer: Int = 0, head: Int = 0, entropies: [Float] = [], queryCount: Int? = nil,
    keyCount: Int? = nil, firstQuery: Int = 0, firstKey: Int = 0, pooledQueries: Int = 1,
    pooledKeys: Int = 1
  ) {
    self.name = name
    self.queries = queries
    self.keys = keys
    self.weights = weights
    self.masked = masked
    self.layer = layer
    self.head = head
    self.entropies = entropies
    self.queryCount = queryCount ?? queries.count
    self.keyCount = keyCount ?? keys.count
    self.firstQuery = firstQuery
    self.firstKey = firstKey
    self.pooledQueries = pooledQueries
    self.pooledKeys = pooledKeys
  }

  public var isPooled: Bool { pooledQueries > 1 || pooledKeys > 1 }
  /// Whether it is a part of the map.
  public var isWindow: Bool {
    !isPooled && (queries.count < queryCount || keys.count < keyCount)
  }

  /// The weight of a place of the whole map; nil where none is held.
  public func weight(query: Int, key: Int) -> Float? {
    guard let place = place(query: query, key: key) else { return nil }
    return weights[place]
  }

  public func isMasked(query: Int, key: Int) -> Bool {
    place(query: query, key: key).map { $0 < masked.count && masked[$0] } ?? false
  }

  private func place(query: Int, key: Int) -> Int? {
    guard !isPooled else { return nil }
    let (row, rowOverflows) = query.subtractingReportingOverflow(firstQuery)
    let (column, columnOverflows) = key.subtractingReportingOverflow(firstKey)
    guard !rowOverflows, !columnOverflows, queries.indices.contains(row),
      keys.indices.contains(column)
    else { return nil }
    let (start, overflow) = row.multipliedReportingOverflow(by: keys.count)
    guard !overflow, start <= weights.count - column - 1 else { return nil }
    return start + column
  }
}

extension AttentionMap {
  /// −Σ p log₂ p of one query's weights, in bits, summed in order in double precision; zeros add
  /// nothing (p log p → 0). 0 is one key alone, log₂ n all n keys alike (Shannon 1948).
  static func entropy(_ row: ArraySlice<Float>) -> Float {
    var sum = 0.0
    for value in row {
      if value.isNaN { return .nan }
      if value > 0 { sum -= Double(value) * binaryLogarithm(Double(value)) }
    }
    return Float(max(0, sum))
  }

  /// log₂ from the exponent and the series of artanh: the same bits on every machine.
  private static func binaryLogarithm(_ x: Double) -> Double {
    guard x.isFinite, x > 0 else { return 0 }
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var term = t
    var sum = 0.0
    for odd in stride(from: 1, through: 41, by: 2) {
      sum += term / Double(odd)
      term *= square
    }
    return exponent + 2 * sum * 1.4426950408889634
  }
}
