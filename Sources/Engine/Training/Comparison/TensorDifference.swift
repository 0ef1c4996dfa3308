// How far two tensors are apart.

/// Two tensors of one shape, compared element by element.
public struct TensorDifference: Hashable, Sendable {
  /// ‖a‖₂ and ‖b‖₂
  public let first: Double
  /// The norm on the second side.
  public let second: Double
  /// ‖a − b‖₂
  public let distance: Double
  /// The element, row-major, with the largest |a − b|, and what both have there.
  public let element: Int
  /// That element on the first side.
  public let firstValue: Float
  /// That element on the second side.
  public let secondValue: Float
  /// Whether all bits are the same; NaN is NaN.
  public let isEqual: Bool

  /// ‖a − b‖ / max(‖a‖, ‖b‖): 0 is equal, 1 as far apart as they are large, 2 opposite. Infinite
  /// where one of them has a NaN or an infinity that the other has not.
  public var relative: Double {
    if isEqual { return 0 }
    guard distance.isFinite else { return .infinity }
    let size = max(first, second)
    return size > 0 ? distance / size : 0
  }

  /// - Precondition: both have as many elements.
  public init(_ a: [Float], _ b: [Float]) {
    precondition(a.count == b.count)
    var sums = (a: 0.0, b: 0.0, distance: 0.0)
    var worst = (element: 0, size: -1.0)
    var isEqual = true
    for index in a.indices {
      let (x, y) = (a[index], b[index])
      sums.a += Double(x) * Double(x)
      sums.b += Double(y) * Double(y)
      if x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN) { continue }
      isEqual = false
      var size = abs(Double(x) - Double(y))
      // Infinity and infinity are the same; a NaN is as far away as can be.
      if size.isNaN { size = x == y ? 0 : .infinity }
      sums.distance += size * size
      if size > worst.size { worst = (index, size) }
    }
    first = sums.a.squareRoot()
    second = sums.b.squareRoot()
    distance = sums.distance.squareRoot()
    element = worst.element
    firstValue = a.isEmpty ? 0 : a[worst.element]
    secondValue = b.isEmpty ? 0 : b[worst.element]
    self.isEqual = isEqual
  }
}

/// A named tensor of a run, a step or a network.
public struct NamedTensor: Hashable, Sendable {
  /// What a tensor is to the network.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Learnt, carried along, computed, or a derivative of the loss.
    case parameter, state, value, gradient
  }

  /// Its path.
  public let name: String
  /// What it is to the network.
  public let kind: Kind
  /// Its value.
  public let tensor: Tensor

  /// A tensor to be compared under its name.
  public init(_ name: String, _ kind: Kind, _ tensor: Tensor) {
    self.name = name
    self.kind = kind
    self.tensor = tensor
  }
}
