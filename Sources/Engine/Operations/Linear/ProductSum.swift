// The gradient of a weight that is used again at every time step: Σₜ gₜᵀ hₜ₋₁ as one instruction.

import CKernels

/// a₁ @ b₁ + a₂ @ b₂ + …, each element one ascending chain of fused multiply-adds through all the
/// products, in the order of the operands a₁, b₁, a₂, b₂, …
public struct ProductSum: Operation {
  public let name = "matmul_sum"
  /// What each pair is multiplied by; it makes one matrix, not a batch of them.
  public let product: MatMul

  /// Takes the product whose results are added.
  public init(product: MatMul) { self.product = product }

  private func pairs<Element>(_ items: [Element]) -> [[Element]] {
    stride(from: 0, to: items.count - 1, by: 2).map { [items[$0], items[$0 + 1]] }
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let first = try product.shape(of: Array(inputs.prefix(2)))
    for pair in pairs(inputs) {
      let shape = try product.shape(of: pair)
      guard shape == first else {
        throw EngineError("matmul_sum: products of shapes \(first) and \(shape) do not add up")
      }
    }
    return first
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let plans = pairs(buffers.inputs).map { MatMulPlan(product, $0[0].shape, $0[1].shape) }
    let operands = zip(pairs(buffers.inputs), plans).map { pair, plan in
      NablaPair(
        a: pair[0].pointer, b: pair[1].pointer, k: plan.k, lda: plan.lda, ldb: plan.ldb)
    }
    let (ta, tb): (Int32, Int32) = (
      product.transposesLeft ? 1 : 0, product.transposesRight ? 1 : 0
    )
    guard let (m, n) = plans.first.map({ ($0.m, $0.n) }) else { return Kernel {} }
    return Kernel {
      operands.withUnsafeBufferPointer {
        nabla_gemm_sum(ta, tb, m, n, $0.count, $0.baseAddress, out, n)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    for pair in pairs(inputs) {
      for (index, value) in product.reference(pair, shape: shape).enumerated() {
        result[index] += value
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    var results: [Node?] = []
    for (index, pair) in pairs(context.inputs).enumerated() {
      results += try product.gradient(
        GradientContext(
          graph: context.graph, node: context.node, upstream: context.upstream, inputs: pair,
          needed: [context.needed[2 * index], context.needed[2 * index + 1]]))
    }
    return results
  }

  public func formula(_ inputs: [String]) -> String {
    SliceSum.shortened(pairs(inputs).map(product.formula)).joined(separator: " + ")
  }

  /// The terms of each product.
  func parts(at index: Int, inputs: [Tensor], output: Tensor) -> [[Explanation.Term]] {
    pairs(inputs).enumerated().map { number, pair in
      product.terms(at: index, inputs: pair, output: output).terms.map {
        $0.shifted(by: 2 * number)
      }
    }
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    Explanation(
      parts(at: index, inputs: inputs, output: output).flatMap { $0 })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int {
    pairs(inputs).reduce(0) { $0 + product.cost(inputs: $1, output: output) }
  }
}
