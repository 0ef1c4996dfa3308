// Which tokens stay in the running: filters that look at one row of logits.

import CKernels

/// A rule that removes unlikely tokens from a row of logits.
public enum RowFilter: Hashable, Sendable {
  /// The k largest stay, and what equals the least of them (Fan, Lewis & Dauphin 2018).
  case topK(Int)
  /// The likeliest stay whose probabilities just reach p together: the nucleus (Holtzman et al.
  /// 2020).
  case topP(Double)
  /// What is at least this share of the likeliest's probability stays (Nguyen et al. 2024).
  case minP(Double)

  var name: String {
    switch self {
    case .topK: "top_k"
    case .topP: "top_p"
    case .minP: "min_p"
    }
  }

  /// Which elements stay; one at least does. What is not a number counts as the largest.
  public func keeps(_ row: [Double]) -> [Bool] {
    guard !row.isEmpty else { return [] }
    switch self {
    case .topK(let k):
      let order = RowFilter.descending(row)
      let least = row[order[min(max(k, 1), row.count) - 1]]
      return row.map { !($0 < least) }
    case .topP(let p):
      let order = RowFilter.descending(row)
      let shares = RowFilter.softmax(row)
      var keeps = Array(repeating: true, count: row.count)
      // From the least likely on, as long as what was passed is at most 1 − p.
      var passed = 0.0
      for index in order.dropFirst().reversed() {
        passed += shares[index]
        guard passed <= 1 - p else { break }
        keeps[index] = false
      }
      return keeps
    case .minP(let p):
      let shares = RowFilter.softmax(row)
      let most = shares.max() ?? 0
      return shares.map { !($0 < p * most) }
    }
  }

  /// Indices from the largest element down; equal ones in their order.
  static func descending(_ row: [Double]) -> [Int] {
    row.indices.sorted { left, right in
      let (a, b) = (row[left], row[right])
      if a.isNaN || b.isNaN { return a.isNaN && (!b.isNaN || left < right) }
      return a > b || (a == b && left < right)
    }
  }

  /// Probabilities in double precision, by our own exponential.
  static func softmax(_ row: [Double]) -> [Double] {
    let top = row.max() ?? 0
    let powers = row.map { $0 == -.infinity ? 0 : nabla_exp_double($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// Logarithms of the probabilities.
  static func logSoftmax(_ row: [Double]) -> [Double] {
    let top = row.max() ?? 0
    let sum = row.reduce(0.0) { $0 + ($1 == -.infinity ? 0 : nabla_exp_double($1 - top)) }
    let log = top + nabla_log_double(sum)
    return row.map { $0 - log }
  }
}

/// Logits with −∞ in the place of what a filter removes, row by row of the last axis.
public struct FilterRows: Operation {
  /// Which tokens stay.
  public let filter: RowFilter

  /// Sets the others to −∞.
  public init(_ filter: RowFilter) { self.filter = filter }

  public var name: String { filter.name }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].rank > 0 else {
      throw EngineError("\(name): logits need an axis of classes, not a scalar")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (rows, columns) = buffers.output.shape.rowsAndColumns
    let (x, out) = (buffers.inputs[0].pointer, buffers.output.pointer)
    return Kernel {
      for row in 0..<rows {
        let base = row * columns
        let keeps = filter.keeps((0..<columns).map { Double(x[base + $0]) })
        for (column, stays) in keeps.enumerated() {
          out[base + column] = stays ? x[base + column] : -.infinity
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    rowwise(inputs[0]) { row in
      zip(row, filter.keeps(row)).map { $1 ? $0 : -.infinity }
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let removed = try graph.add(
      Comparison(.equal), [context.node, graph.constant(-.infinity)])
    return [try graph.add(MaskedFill(0), [context.upstream, removed])]
  }

  public func formula(_ inputs: [String]) -> String {
    switch filter {
    case .topK(let k): "\(inputs[0]) of the \(k) largest, else −∞"
    case .topP(let p): "\(inputs[0]) of the likeliest \(shown(p)), else −∞"
    case .minP(let p): "\(inputs[0]) from \(shown(p)) of the likeliest, else −∞"
    }
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    output.values[index] == -.infinity && inputs[0].values[index] != -.infinity
      ? .constant("−∞", -.infinity, because: .init("it is not \(formula(["one"]))"))
      : .copy(0, inputs[0], index)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 8 * output.count }
}
