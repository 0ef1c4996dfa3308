// How an instruction is run a few rows at a time, among others that use the same rows, so that
// what passes between them need not go through memory. An operation that says so here does it
// beside its kernel; the kernels are the same, and so are the bits.

public import CKernels

/// One instruction seen as rows and columns.
public struct TileForm {
  /// Which elements of an operand the rows read.
  public enum Access: Hashable, Sendable {
    /// Its own row, all columns.
    case full
    /// One number a row.
    case column
    /// The same row for all.
    case repeated
    /// One number for all.
    case scalar
    /// Row `r / divide mod modulo` of the operand, `row` elements apart; one number of it or all
    /// columns.
    case periodic(divide: Int, modulo: Int, row: Int, isColumn: Bool)

    /// Rows that are further apart than they are long, from an element on.
    case strided(row: Int, offset: Int)

    /// Whether a row reads nothing but what belongs to the same row.
    var isLocal: Bool { self == .full || self == .column }
  }

  /// What a tile's instruction reads.
  public enum Operand {
    /// An operand, and how its elements are found.
    case input(Int, Access)
    /// One number for all elements.
    case number(TileScalar)
  }

  let kind: NablaTileKind
  /// The kernel's function: a `NablaUnary`, `NablaBinary` or `NablaReduction`.
  let function: UInt32
  var rows: Int
  var columns: Int
  /// Any division of the elements into rows and columns is as good: rows of one column here.
  var isFlexible: Bool
  let operands: [Operand]
  /// The output is one number a row.
  let givesColumn: Bool
  let scalars: [TileScalar]
  /// How much longer an element takes than an addition does, roughly.
  let weight: Int

  /// Fixed and made numbers: the kernel's own, then those that stand for operands.
  var numbers: [TileScalar] {
    scalars
      + operands.compactMap {
        if case .number(let scalar) = $0 { scalar } else { nil }
      }
  }

  /// Works on every element by itself, on whole tensors of one shape.
  public static func elementwise(
    _ kind: NablaTileKind, _ function: UInt32, _ operands: [Operand], output: Shape,
    scalars: [TileScalar] = [], weight: Int = 1
  ) -> TileForm? {
    guard output.count > 0 else { return nil }
    return TileForm(
      kind: kind, function: function, rows: output.count, columns: 1, isFlexible: true,
      operands: operands, givesColumn: false, scalars: scalars, weight: weight)
  }

  /// Works on every row by itself.
  public static func rowwise(
    _ kind: NablaTileKind, _ function: UInt32, rows: Int, columns: Int, _ operands: [Operand],
    givesColumn: Bool = false, scalars: [TileScalar] = [], weight: Int = 1
  ) -> TileForm? {
    guard rows > 0, columns > 0 else { return nil }
    return TileForm(
      kind: kind, function: function, rows: rows, columns: columns, isFlexible: false,
      operands: operands, givesColumn: givesColumn, scalars: scalars, weight: weight)
  }

  /// Works on every element by itself, with operands that are stretched to the output's shape.
  ///
  /// - Returns: nil when an operand is stretched in a way that rows and columns cannot say.
  public static func broadcasting(
    _ kind: NablaTileKind, _ function: UInt32, _ inputs: [Shape], output: Shape,
    scalars: [TileScalar] = [], numbers: [TileScalar] = [], weight: Int = 1
  ) -> TileForm? {
    guard output.count > 0, let plan = Broadcasting.rows(of: inputs, in: output) else { return nil }
    return TileForm(
      kind: kind, function: function, rows: plan.rows, columns: plan.columns,
      isFlexible: plan.columns == 1,
      operands: plan.accesses.enumerated().map { .input($0, $1) } + numbers.map { .number($0) },
      givesColumn: false, scalars: scalars, weight: weight)
  }
}

/// A number that a tile's kernel is given: fixed, or made of an operand once a step.
public struct TileScalar {
  /// The operand whose first element it is made of; nil for a fixed number.
  let input: Int?
  /// Says with the operand what the number is: equal ones are made once.
  let rule: String
  let value: (Float) -> Float

  /// A number that never changes.
  public static func fixed(_ value: Float) -> TileScalar {
    TileScalar(input: nil, rule: "") { _ in value }
  }

  /// A number that is computed before a step.
  public static func made(
    of input: Int, _ rule: String, _ value: @escaping (Float) -> Float
  ) -> TileScalar {
    TileScalar(input: input, rule: rule, value: value)
  }
}

extension Broadcasting {
  /// Operands seen as rows and columns of the output, one column where all are whole or single
  /// numbers; nil where an operand's rows follow no simple pattern.
  static func rows(
    of inputs: [Shape], in output: Shape
  ) -> (rows: Int, columns: Int, accesses: [TileForm.Access])? {
    var axes: [(extent: Int, strides: [Int])] = []
    let strides = inputs.map { Broadcasting.strides(of: $0, in: output) }
    for axis in 0..<output.rank where output.extents[axis] != 1 {
      let extent = output.extents[axis]
      let next = strides.map { $0[axis] }
      if let last = axes.last, zip(last.strides, next).allSatisfy({ $0 == $1 * extent }) {
        axes[axes.count - 1] = (last.extent * extent, next)
      } else {
        axes.append((extent, next))
      }
    }
    guard let inner = axes.popLast() else {
      return (1, 1, inputs.map { _ in .full })
    }
    if axes.isEmpty {
      return (inner.extent, 1, inner.strides.map { $0 == 0 ? .scalar : .full })
    }
    var accesses: [TileForm.Access] = []
    for input in inputs.indices {
      guard
        let access = access(
          axes.map { ($0.extent, $0.strides[input]) }, inner.strides[input], inner.extent)
      else { return nil }
      accesses.append(access)
    }
    return (axes.reduce(1) { $0 * $1.extent }, inner.extent, accesses)
  }

  private static func access(
    _ axes: [(extent: Int, stride: Int)], _ column: Int, _ columns: Int
  ) -> TileForm.Access? {
    guard let first = axes.firstIndex(where: { $0.stride != 0 }),
      let last = axes.lastIndex(where: { $0.stride != 0 })
    else { return column == 0 ? .scalar : .repeated }
    // One stretch of axes, rows apart alike.
    for axis in first..<last
    where axes[axis].stride != axes[axis + 1].stride * axes[axis + 1].extent { return nil }
    let row = axes[last].stride
    let divide = axes[(last + 1)...].reduce(1) { $0 * $1.extent }
    let modulo = axes[first...last].reduce(1) { $0 * $1.extent }
    if divide == 1, first == 0 {
      if column == 1, row == columns { return .full }
      if column == 0, row == 1 { return .column }
    }
    return .periodic(divide: divide, modulo: modulo, row: row, isColumn: column == 0)
  }
}

extension NablaUnary {
  /// How much longer it takes than an addition.
  var weight: Int {
    switch self {
    case NABLA_NEGATE, NABLA_RELU, NABLA_ABS, NABLA_SQUARE, NABLA_SIGN, NABLA_LEAKY_RELU: 1
    case NABLA_SQRT, NABLA_RECIPROCAL: 3
    default: 8
    }
  }
}
