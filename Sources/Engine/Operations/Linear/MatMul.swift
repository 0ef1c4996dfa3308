// The matrix product, batched, with transposed operands, so that neither its gradients nor dense
// layers copy a matrix to turn it.

import CKernels

/// `a @ b` over the last two axes, with NumPy's broadcasting of the leading ones; either operand
/// may be taken transposed.
///
/// Each output element is one ascending chain of fused multiply-adds.
public struct MatMul: Operation, Hashable {
  public let name = "matmul"
  /// Whether the left operand's last two axes are swapped first.
  public let transposesLeft: Bool
  /// Whether the right operand's last two axes are swapped first.
  public let transposesRight: Bool
  /// Both operands are seen as matrices with all leading axes folded into the rows: the gradient
  /// of a weight that serves every position of a batch.
  public let folds: Bool
  /// One of many uses of a weight, one a time step: their gradients are summed by one instruction.
  public let recurs: Bool

  /// A product over the last two axes; the leading ones broadcast.
  public init(
    transposesLeft: Bool = false, transposesRight: Bool = false, folds: Bool = false,
    recurs: Bool = false
  ) {
    self.transposesLeft = transposesLeft
    self.transposesRight = transposesRight
    self.folds = folds
    self.recurs = recurs
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let (a, b) = (inputs[0], inputs[1])
    guard a.rank >= 2, b.rank >= 2 else {
      throw EngineError(
        "matmul: shapes \(a) and \(b) need at least two axes each",
        hint: "reshape a vector to [1, n] or [n, 1]")
    }
    let left = folds ? a.folded : a
    let right = folds ? b.folded : b
    let m = transposesLeft ? left[-1] : left[-2]
    let k = transposesLeft ? left[-2] : left[-1]
    let depth = transposesRight ? right[-1] : right[-2]
    let n = transposesRight ? right[-2] : right[-1]
    guard k == depth else {
      throw EngineError(
        "matmul: shapes \(a)\(transposesLeft ? "ᵀ" : "") and \(b)\(transposesRight ? "ᵀ" : "") "
          + "do not fit: \(k) columns meet \(depth) rows",
        hint: "the last axis of the left operand and the last but one of the right must be equal")
    }
    let leading = try Broadcasting.shape(
      Shape(Array(left.extents.dropLast(2))), Shape(Array(right.extents.dropLast(2))), for: name)
    return Shape(leading.extents + [m, n])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let plan = MatMulPlan(self, buffers.inputs[0].shape, buffers.inputs[1].shape)
    let a = buffers.inputs[0].pointer
    let b = buffers.inputs[1].pointer
    let out = buffers.output.pointer
    let (ta, tb): (Int32, Int32) = (transposesLeft ? 1 : 0, transposesRight ? 1 : 0)
    let (m, n, k, lda, ldb) = (plan.m, plan.n, plan.k, plan.lda, plan.ldb)
    if plan.left == [0], plan.right == [0] {
      return Kernel { nabla_gemm(ta, tb, m, n, k, a, lda, b, ldb, out, n, 0) }
    }
    if let batch = plan.batch {
      return Kernel {
        nabla_gemm_batched(ta, tb, m, n, k, a, lda, b, ldb, out, n, 0, batch)
      }
    }
    return Kernel {
      for index in 0..<plan.left.count {
        nabla_gemm(
          ta, tb, m, n, k, a + plan.left[index], lda, b + plan.right[index], ldb,
          out + index * m * n, n, 0)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let plan = MatMulPlan(self, inputs[0].shape, inputs[1].shape)
    var result: [Double] = []
    for index in plan.left.indices {
      for row in 0..<plan.m {
        for column in 0..<plan.n {
          var sum = 0.0
          for k in 0..<plan.k {
            sum +=
              inputs[0].values[plan.left[index] + plan.leftOffset(row, k, self)]
              * inputs[1].values[plan.right[index] + plan.rightOffset(k, column, self)]
          }
          result.append(sum)
        }
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    let graph = context.graph
    let (a, b, g) = (context.inputs[0], context.inputs[1], context.upstream)
    var results: [Node?] = [nil, nil]
    if context.needed[0] {
      // dA = G Bᵀ, or its transpose when A was taken transposed.
      let operation =
        transposesLeft
        ? MatMul(transposesLeft: transposesRight, transposesRight: true)
        : MatMul(transposesRight: !transposesRight)
      let operands = transposesLeft ? [b, g] : [g, b]
      let product = try graph.add(folds ? operation.folding : operation, operands)
      results[0] = try finished(product, like: a, context)
    }
    if context.needed[1] {
      let operation =
        transposesRight
        ? MatMul(transposesLeft: true, transposesRight: transposesLeft, recurs: recurs)
        : MatMul(transposesLeft: !transposesLeft, recurs: recurs)
      let operands = transposesRight ? [g, a] : [a, g]
      // A weight matrix under a batch: one product over all rows at once.
      let shared =
        graph.shape(b).rank == 2 && graph.shape(a).rank > 2 && !transposesLeft
      let product = try graph.add(shared || folds ? operation.folding : operation, operands)
      results[1] = try finished(product, like: b, context)
    }
    return results
  }

  private var folding: MatMul {
    MatMul(
      transposesLeft: transposesLeft, transposesRight: transposesRight, folds: true, recurs: recurs)
  }

  /// A folded product gets its operand's axes back, a broadcast one is summed.
  private func finished(
    _ product: Node, like input: Node, _ context: GradientContext
  ) throws(EngineError) -> Node {
    let graph = context.graph
    if graph.shape(product) == graph.shape(input) { return product }
    if folds { return try graph.add(ReshapeLike(), [product, input]) }
    return try context.reduced(product, like: input)
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0])\(transposesLeft ? "ᵀ" : "") @ \(inputs[1])\(transposesRight ? "ᵀ" : "")"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let plan = MatMulPlan(self, inputs[0].shape, inputs[1].shape)
    let batch = index / (plan.m * plan.n)
    let row = index % (plan.m * plan.n) / plan.n
    let column = index % plan.n
    return Explanation(
      (0..<plan.k).map { k in
        .init(
          .element(0, inputs[0], plan.left[batch] + plan.leftOffset(row, k, self)),
          .element(1, inputs[1], plan.right[batch] + plan.rightOffset(k, column, self)))
      })
  }

  public func chainRule(_ inputs: [String]) -> ChainRule? {
    let texts = [
      inputs[0] + (transposesLeft ? "ᵀ" : ""), inputs[1] + (transposesRight ? "ᵀ" : ""),
    ]
    let incoming = ChainRule.incoming(inputs)
    return ChainRule(incoming: incoming, derivative: texts[1 - incoming])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    let depth = folds ? inputs[0].folded : inputs[0]
    return 2 * output.count * (transposesLeft ? depth[-2] : depth[-1])
  }
}

extension MatMul {
  static let entry = Entry(
    Descriptor(
      "matmul", .function, signature: "matmul(a, b)",
      summary: "The matrix product, also written a @ b; vectors as in NumPy.",
      shapes: "[…, m, k], […, k, n] → […, m, n]", formula: "Σₖ aᵢₖ bₖⱼ",
      example: "matmul([[1, 2], [3, 4]], [[1], [1]])"),
    .function { arguments, graph throws(EngineError) in
      try graph.matmul(
        try arguments.tensor("a", graph), try arguments.tensor("b", graph))
    })
}

extension Graph {
  /// `a @ b` with NumPy's rules for vectors: a left one is a row, a right one a column, and the
  /// axis that was lent disappears again.
  public func matmul(_ a: Node, _ b: Node) throws(EngineError) -> Node {
    let (left, right) = (shape(a), shape(b))
    guard left.rank > 0, right.rank > 0 else {
      throw EngineError(
        "matmul: shapes \(left) and \(right): a scalar has no rows or columns",
        hint: "multiply by a scalar with *")
    }
    let depth = right.rank == 1 ? right[0] : right[-2]
    guard left[-1] == depth else {
      throw EngineError(
        "matmul: shapes \(left) and \(right) do not fit: \(left[-1]) columns meet \(depth) rows",
        hint: "the last axis of the left operand and the last but one of the right must be equal")
    }
    let row = left.rank == 1 ? try add(InsertAxis(at: 0), [a]) : a
    let column = right.rank == 1 ? try add(InsertAxis(at: -1), [b]) : b
    let product = try add(MatMul(), [row, column])
    if left.rank > 1, right.rank > 1 { return product }
    var parts = Array(
      repeating: Slice.Part.range(start: nil, stop: nil, step: 1), count: shape(product).rank)
    if left.rank == 1 { parts[parts.count - 2] = .index(0) }
    if right.rank == 1 { parts[parts.count - 1] = .index(0) }
    return try add(Slice(parts), [product])
  }
}
