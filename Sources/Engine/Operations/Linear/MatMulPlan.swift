// Where the matrices of a product lie: sizes, leading dimensions, and the batch's offsets.

import CKernels

/// Sizes and offsets of a batched product.
struct MatMulPlan {
  let m: Int
  let n: Int
  let k: Int
  let lda: Int
  let ldb: Int
  /// For each matrix of the batch, where the operands' matrices begin.
  let left: [Int]
  let right: [Int]

  init(_ operation: MatMul, _ first: Shape, _ second: Shape) {
    var a = operation.folds ? first.folded : first
    let b = operation.folds ? second.folded : second
    // Rows of a batch against one matrix are one tall product.
    if !operation.transposesLeft, b.rank == 2, a.rank > 2 { a = a.folded }
    m = operation.transposesLeft ? a[-1] : a[-2]
    k = operation.transposesLeft ? a[-2] : a[-1]
    n = operation.transposesRight ? b[-2] : b[-1]
    lda = a[-1]
    ldb = b[-1]
    let (matrixA, matrixB) = (a[-1] * a[-2], b[-1] * b[-2])
    let leadingA = Shape(Array(a.extents.dropLast(2)))
    let leadingB = Shape(Array(b.extents.dropLast(2)))
    let leading = (try? Broadcasting.shape(leadingA, leadingB, for: "matmul")) ?? leadingA
    left = Broadcasting.indices(of: leadingA, in: leading).map { $0 * matrixA }
    right = Broadcasting.indices(of: leadingB, in: leading).map { $0 * matrixB }
  }

  /// The offsets as two nested steps, where they are that regular: one call for the whole batch.
  var batch: NablaBatch? {
    let count = left.count
    guard count > 1 else { return nil }
    // The inner run ends where either side leaves its first step.
    let (a, b) = (left[1] - left[0], right[1] - right[0])
    let inner =
      (2..<count).first { left[$0] - left[0] != $0 * a || right[$0] - right[0] != $0 * b }
      ?? count
    let aOuter = inner < count ? left[inner] - left[0] : 0
    let bOuter = inner < count ? right[inner] - right[0] : 0
    for index in 0..<count {
      let (o, i) = index.quotientAndRemainder(dividingBy: inner)
      guard left[index] - left[0] == o * aOuter + i * a,
        right[index] - right[0] == o * bOuter + i * b
      else { return nil }
    }
    guard left[0] == 0, right[0] == 0, count % inner == 0 else { return nil }
    return NablaBatch(
      outer: count / inner, inner: inner, a_outer: aOuter, a_inner: a, b_outer: bOuter, b_inner: b,
      c_outer: inner * m * n, c_inner: m * n)
  }

  func leftOffset(_ row: Int, _ k: Int, _ operation: MatMul) -> Int {
    operation.transposesLeft ? k * lda + row : row * lda + k
  }

  func rightOffset(_ k: Int, _ column: Int, _ operation: MatMul) -> Int {
    operation.transposesRight ? column * ldb + k : k * ldb + column
  }
}

extension Shape {
  /// Seen as a matrix: all leading axes folded into the rows.
  var folded: Shape {
    rank <= 2 ? self : Shape([extents.dropLast().reduce(1, *), self[-1]])
  }
}
