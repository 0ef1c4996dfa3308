/// A tensor's extents, outermost axis first; `[]` is a scalar.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
  public var extents: [Int]

  public init(_ extents: [Int]) { self.extents = extents }
  public init(arrayLiteral elements: Int...) { self.extents = elements }

  public static let scalar = Shape([])

  public var rank: Int { extents.count }

  /// The number of elements.
  public var count: Int { extents.reduce(1, *) }

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
