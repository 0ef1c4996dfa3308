/// The indices that put an axis in order; equal elements keep theirs. NaN counts as the largest, as
/// in PyTorch; there is no gradient.
public struct ArgSort: Operation {
  public let name = "argsort"
  /// The axis, counted from the end when negative.
  public let axis: Int
  /// Whether the largest comes first.
  public let isDescending: Bool

  /// Whole numbers up to here are exact as floats.
  static let most = 1 << 24

  /// Sorts along an axis, rising unless told otherwise; equal elements keep their order.
  public init(axis: Int = -1, descending: Bool = false) {
    self.axis = axis
    isDescending = descending
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let input = inputs[0]
    if input.rank == 0, axis == 0 || axis == -1 { return input }
    let place = try input.place(of: axis, for: name)
    guard input[place] <= ArgSort.most else {
      throw EngineError(
        "argsort: axis \(axis) of shape \(input) has more than \(ArgSort.most) elements",
        hint: "indices beyond that are not exact")
    }
    return input
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = ReductionPlan(
      buffers.output.shape, axis: buffers.output.shape.rank == 0 ? nil : axis)
    let x = buffers.inputs[0].pointer
    let out = buffers.output.pointer
    let isDescending = isDescending
    let row = Storage(count: plan.length)
    let order = MergeOrder(count: plan.length)
    return Kernel {
      for outer in 0..<plan.outer {
        for inner in 0..<plan.inner {
          let start = outer * plan.length * plan.inner + inner
          for place in 0..<plan.length { row.pointer[place] = x[start + place * plan.inner] }
          order.sort { isBefore(row.pointer[$0], row.pointer[$1], isDescending) }
          for place in 0..<plan.length { out[start + place * plan.inner] = Float(order[place]) }
        }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = ReductionPlan(shape, axis: shape.rank == 0 ? nil : axis)
    var result = Array(repeating: 0.0, count: shape.count)
    for outer in 0..<plan.outer {
      for inner in 0..<plan.inner {
        let start = outer * plan.length * plan.inner + inner
        let row = (0..<plan.length).map { inputs[0].values[start + $0 * plan.inner] }
        let order = row.indices.sorted {
          isBefore(row[$0], row[$1], isDescending)
            || !isBefore(row[$1], row[$0], isDescending) && $0 < $1
        }
        for (place, index) in order.enumerated() {
          result[start + place * plan.inner] = Double(index)
        }
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }

  public func formula(_ inputs: [String]) -> String {
    "argsort(\(inputs[0]), axis=\(axis)\(isDescending ? ", descending" : ""))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = ReductionPlan(output.shape, axis: output.shape.rank == 0 ? nil : axis)
    let place = index / plan.inner % plan.length
    // A place that somebody set by hand may be none.
    guard let chosen = rowIndex(output.values[index], below: plan.length) else {
      return .constant("no place", output.values[index])
    }
    let element = index + (chosen - place) * plan.inner
    let order = isDescending ? "from the largest" : "from the smallest"
    return .constant(
      "place \(chosen)", Float(chosen),
      because: .init(
        "\u{E000} comes \(ordinal(place)) \(order)", [.init(0, inputs[0], element)]))
  }
}

/// Whether a number stands before another in order, NaN last (first when descending).
private func isBefore<Number: BinaryFloatingPoint>(
  _ a: Number, _ b: Number, _ isDescending: Bool
) -> Bool {
  isDescending ? a > b || (a.isNaN && !b.isNaN) : a < b || (b.isNaN && !a.isNaN)
}

/// A stable order of 0 ..< count by merging from the bottom up, without allocating while it sorts.
final class MergeOrder {
  private let count: Int
  private var order: UnsafeMutablePointer<Int32>
  private var other: UnsafeMutablePointer<Int32>

  init(count: Int) {
    self.count = count
    order = .allocate(capacity: max(count, 1))
    other = .allocate(capacity: max(count, 1))
  }

  deinit {
    order.deallocate()
    other.deallocate()
  }

  subscript(place: Int) -> Int { Int(order[place]) }

  func sort(_ isBefore: (Int, Int) -> Bool) {
    for place in 0..<count { order[place] = Int32(truncatingIfNeeded: place) }
    var width = 1
    while width < count {
      var start = 0
      while start < count {
        let middle = min(start + width, count)
        let end = min(start + 2 * width, count)
        var (left, right) = (start, middle)
        for target in start..<end {
          // The left one at ties: that is what keeps equal elements in order.
          let takesRight =
            left >= middle || (right < end && isBefore(Int(order[right]), Int(order[left])))
          if takesRight {
            other[target] = order[right]
            right += 1
          } else {
            other[target] = order[left]
            left += 1
          }
        }
        start = end
      }
      swap(&order, &other)
      width *= 2
    }
  }
}
