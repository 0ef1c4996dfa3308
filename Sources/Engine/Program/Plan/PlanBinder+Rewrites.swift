// Kernels of what a plan does in another way than instruction by instruction.

import CKernels

/// A batched product of matrices that lie in larger tensors.
struct BatchedProduct {
  let transposesLeft: Bool
  let transposesRight: Bool
  let m: Int
  let n: Int
  let k: Int
  let left: StridedMatrices
  let right: StridedMatrices
  let result: StridedMatrices
  let batch: NablaBatch
}

extension PlanBinder {
  /// Where the matrices of a batched product lie, nil for a single one and irregular batches.
  static func place(
    _ index: Int, _ program: Program, _ shapes: [Shape], _ liveness: Liveness
  ) -> BatchedProduct? {
    let instruction = program.instructions[index]
    guard let product = instruction.operation as? MatMul else { return nil }
    let (left, right) = (instruction.inputs[0], instruction.inputs[1])
    let plan = MatMulPlan(product, shapes[left], shapes[right])
    guard plan.m > 0, plan.n > 0, plan.k > 0 else { return nil }
    func made(
      _ a: StridedMatrices, _ b: StridedMatrices, _ c: StridedMatrices, outer: Int, inner: Int
    ) -> BatchedProduct {
      BatchedProduct(
        transposesLeft: product.transposesLeft, transposesRight: product.transposesRight,
        m: plan.m, n: plan.n, k: plan.k, left: a, right: b, result: c,
        batch: NablaBatch(
          outer: outer, inner: inner, a_outer: a.outer, a_inner: a.inner, b_outer: b.outer,
          b_inner: b.inner, c_outer: c.outer, c_inner: c.inner))
    }
    if let rewrite = liveness.rewrites.products[index] {
      func matrices(_ view: StridedMatrices?, _ slot: Int) -> StridedMatrices? {
        view ?? StridedView(slot: slot, shape: shapes[slot]).matrices
      }
      guard let a = matrices(rewrite.operands[0], left),
        let b = matrices(rewrite.operands[1], right),
        let c = matrices(rewrite.output, instruction.output)
      else { return nil }
      let shape = shapes[left]
      return made(a, b, c, outer: shape.rank == 4 ? shape[0] : 1, inner: shape[-3])
    }
    guard let batch = plan.batch else { return nil }
    return made(
      StridedMatrices(
        slot: left, offset: 0, lead: plan.lda, outer: batch.a_outer, inner: batch.a_inner),
      StridedMatrices(
        slot: right, offset: 0, lead: plan.ldb, outer: batch.b_outer, inner: batch.b_inner),
      StridedMatrices(
        slot: instruction.output, offset: 0, lead: plan.n, outer: batch.c_outer,
        inner: batch.c_inner),
      outer: batch.outer, inner: batch.inner)
  }

  /// A batched product of matrices that lie in larger tensors.
  func product(_ index: Int) -> NablaStep? {
    guard let place = PlanBinder.place(index, program, shapes, liveness) else { return nil }
    let (ta, tb): (Int32, Int32) = (place.transposesLeft ? 1 : 0, place.transposesRight ? 1 : 0)
    let (left, right, result) = (place.left, place.right, place.result)
    let (x, y) = (pointer(to: left.slot) + left.offset, pointer(to: right.slot) + right.offset)
    let out = pointer(to: result.slot) + result.offset
    let (m, n, k, batch) = (place.m, place.n, place.k, place.batch)
    return memory.step {
      nabla_gemm_batched(
        ta, tb, m, n, k, x, left.lead, y, right.lead, out, result.lead, 0, batch)
    }
  }

  /// The sum of gradients of slices that share no element. Every element is some gradient's plus
  /// the other terms' zeros, which turn −0 into 0.
  func assembly(_ index: Int, _ rewrite: PlanRewrites.Assembly) -> NablaStep {
    let output = program.instructions[index].output
    let out = pointer(to: output)
    let count = shapes[output].count
    let zero = memory.buffer([Float(0)])
    struct Copy {
      let source: UnsafeMutablePointer<Float>
      let target: UnsafeMutablePointer<Float>
      let count: Int
    }
    var copies: [Copy] = []
    for part in rewrite.parts {
      guard let gradient = program.instructions[part.instruction].operation as? SliceGradient else {
        continue
      }
      let places = gradient.slice.sources(shapes[output], output: shapes[part.gradient], inputs: [])
      let source = pointer(to: part.gradient)
      // Places that follow each other are written together.
      for run in copyRuns(places) {
        copies.append(
          Copy(source: source + run.target, target: out + run.source, count: run.count))
      }
    }
    let isComplete = rewrite.isComplete
    let list = UnsafeBufferPointer(start: memory.buffer(copies), count: copies.count)
    return memory.step {
      if !isComplete { out.update(repeating: 0, count: count) }
      for copy in list {
        nabla_zip(NABLA_ADD, 1, copy.count, copy.source, 0, 1, zero, 0, 0, copy.target)
      }
    }
  }
}
