/// A tensor's extents, outermost axis first; `[]` is a scalar.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The extents, the outermost axis first.
  public var extents: [Int]

  /// A shape of these extents.
  public init(_ extents: [Int]) { self.extents = extents }
  /// `[2, 3]`.
  public init(arrayLiteral elements: Int...) { self.extents = elements }

  /// Of one number: no axes.
  public static let scalar = Shape([])

  /// The number of axes.
  public var rank: Int { extents.count }

  /// The number of elements.
  public var count: Int { extents.reduce(1, *) }

  /// The extent of an axis, counted from the end when negative.
  ///
  /// - Precondition: there is such an axis.
  public subscript(axis: Int) -> Int {
    get { extents[axis < 0 ? extents.count + axis : axis] }
    set { extents[axis < 0 ? extents.count + axis : axis] = newValue }
  }

  /// Row-major strides in elements.
  public var strides: [Int] {
    var strides = Array(repeating: 1, count: rank)
    var axis = rank - 2
    while axis >= 0 {
      strides[axis] = strides[axis + 1] * extents[axis + 1]
      axis -= 1
    }
    return strides
  }
}

extension Shape: CustomStringConvertible {
  /// `[64, 10]`; a scalar is `[]`.
  public var description: String { "[" + extents.map(String.init).joined(separator: ", ") + "]" }
}
