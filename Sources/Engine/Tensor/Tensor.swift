// A tensor value: numbers with a shape. Graph nodes (`Node`) are what programs are made of; a
// `Tensor` is what you get when you look.

/// A dense, row-major tensor of single-precision numbers with value semantics.
///
/// Whole numbers (labels, token indices) are kept as floats; they are exact up to 2²⁴.
public struct Tensor: Hashable, Sendable {
  /// The extents, the outermost axis first.
  public let shape: Shape
  /// The elements, row-major.
  public private(set) var values: [Float]

  /// - Precondition: `values.count == shape.count`.
  public init(shape: Shape, values: [Float]) {
    precondition(values.count == shape.count, "\(values.count) values for shape \(shape)")
    self.shape = shape
    self.values = values
  }

  /// A tensor of one number, without axes.
  public init(_ scalar: Float) { self.init(shape: .scalar, values: [scalar]) }

  /// A tensor whose elements are all alike.
  public init(shape: Shape, repeating value: Float) {
    self.init(shape: shape, values: Array(repeating: value, count: shape.count))
  }

  /// The number of elements.
  public var count: Int { values.count }

  /// The element at a full index, one number an axis.
  public subscript(index: [Int]) -> Float {
    get { values[offset(index)] }
    set { values[offset(index)] = newValue }
  }

  /// The element at a full index: `x[1, 2]`.
  public subscript(index: Int...) -> Float {
    get { values[offset(index)] }
    set { values[offset(index)] = newValue }
  }

  private func offset(_ index: [Int]) -> Int {
    precondition(index.count == shape.rank)
    var offset = 0
    for (axis, place) in index.enumerated() {
      precondition(place >= 0 && place < shape.extents[axis])
      offset = offset * shape.extents[axis] + place
    }
    return offset
  }
}
