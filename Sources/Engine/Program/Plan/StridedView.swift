// Slices, permutations and changes of shape of one tensor, seen where they lie: a product can read
// and write such a view, so that the heads of an attention need no copy.

/// Elements of a slot by strides.
struct StridedView {
  var slot: Int
  var offset: Int
  var extents: [Int]
  var strides: [Int]

  init(slot: Int, shape: Shape) {
    self.slot = slot
    offset = 0
    extents = shape.extents
    strides = shape.strides
  }

  /// What an operation makes of the view, nil when that is no view of the same elements.
  func applying(_ operation: any Operation, output: Shape) -> StridedView? {
    var result = self
    result.extents = output.extents
    switch operation {
    case let permute as Permute:
      result.strides = permute.order.map { strides[$0 < 0 ? $0 + extents.count : $0] }
    case let slice as Slice:
      result.strides = []
      for (axis, part) in slice.parts.enumerated() {
        let bounds = Slice.bounds(part, extents[axis])
        result.offset += bounds.start * strides[axis]
        if case .range = part { result.strides.append(bounds.step * strides[axis]) }
      }
      result.strides += strides[slice.parts.count...]
    default:
      guard operation.keepsElements, let strides = reshaped(to: output.extents) else { return nil }
      result.strides = strides
    }
    return result
  }

  /// Strides of the same elements in the same order in another shape, if there are such.
  private func reshaped(to target: [Int]) -> [Int]? {
    let axes = zip(extents, strides).filter { $0.0 != 1 }
    guard axes.allSatisfy({ $0.0 > 0 }) else { return nil }
    // Stretches of axes that lie one after the other, outermost first.
    var stretches: [(count: Int, stride: Int)] = []
    for (extent, stride) in axes {
      if let last = stretches.last, last.stride == stride * extent {
        stretches[stretches.count - 1] = (last.count * extent, stride)
      } else {
        stretches.append((extent, stride))
      }
    }
    var result = Array(repeating: 0, count: target.count)
    for axis in target.indices.reversed() where target[axis] != 1 {
      guard let last = stretches.popLast(), last.count % target[axis] == 0 else { return nil }
      result[axis] = last.stride
      if last.count > target[axis] {
        stretches.append((last.count / target[axis], last.stride * target[axis]))
      }
    }
    return stretches.isEmpty ? result : nil
  }

  /// The matrices of the last two axes, row by row without gaps within a row.
  var matrices: StridedMatrices? {
    let rank = extents.count
    guard rank == 3 || rank == 4, strides[rank - 1] == 1 || extents[rank - 1] == 1,
      extents.allSatisfy({ $0 > 0 }), strides[rank - 2] >= extents[rank - 1]
    else { return nil }
    return StridedMatrices(
      slot: slot, offset: offset, lead: strides[rank - 2], outer: rank == 4 ? strides[0] : 0,
      inner: strides[rank - 3])
  }
}

/// Where the matrices of a batched product begin and how far apart their rows are.
struct StridedMatrices {
  let slot: Int
  let offset: Int
  let lead: Int
  let outer: Int
  let inner: Int
}
