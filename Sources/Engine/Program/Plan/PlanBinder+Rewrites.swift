// Kernels of what a plan does in another way than instruction by instruction.

import CKernels

extension PlanBinder {
  /// A batched product of matrices that lie in larger tensors.
  func product(_ index: Int, _ rewrite: PlanRewrites.Product) -> NablaStep? {
    let instruction = program.instructions[index]
    guard let product = instruction.operation as? MatMul else { return nil }
    let a = shapes[instruction.inputs[0]]
    let b = shapes[instruction.inputs[1]]
    func matrices(_ view: StridedMatrices?, _ slot: Int) -> StridedMatrices? {
      view ?? StridedView(slot: slot, shape: shapes[slot]).matrices
    }
    guard let left = matrices(rewrite.operands[0], instruction.inputs[0]),
      let right = matrices(rewrite.operands[1], instruction.inputs[1]),
      let result = matrices(rewrite.output, instruction.output)
    else { return nil }
    let m = product.transposesLeft ? a[-1] : a[-2]
    let k = product.transposesLeft ? a[-2] : a[-1]
    let n = product.transposesRight ? b[-2] : b[-1]
    let batch = NablaBatch(
      outer: a.rank == 4 ? a[0] : 1, inner: a[-3], a_outer: left.outer, a_inner: left.inner,
      b_outer: right.outer, b_inner: right.inner, c_outer: result.outer, c_inner: result.inner)
    let (ta, tb): (Int32, Int32) = (product.transposesLeft ? 1 : 0, product.transposesRight ? 1 : 0)
    let (x, y) = (pointer(to: left.slot) + left.offset, pointer(to: right.slot) + right.offset)
    let out = pointer(to: result.slot) + result.offset
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
