// Clipping by the global norm (Pascanu, Mikolov & Bengio 2013), as PyTorch's clip_grad_norm_.

import CKernels

/// The 2-norm of all operands together.
public struct GlobalNorm: Operation {
  public let name = "global_norm"

  public init() {}

  public func shape(of inputs: [Shape]) -> Shape { .scalar }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let inputs = buffers.inputs
    let out = buffers.output.pointer
    return Kernel {
      var sum: Float = 0
      for input in inputs { sum += nabla_sum_squares(input.count, input.pointer) }
      out[0] = sum.squareRoot()
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    [inputs.reduce(0.0) { $1.values.reduce($0) { $0 + $1 * $1 } }.squareRoot()]
  }

  public func gradient(_ context: GradientContext) -> [Node?] { context.inputs.map { _ in nil } }
  public func formula(_ inputs: [String]) -> String {
    inputs.count > 3 ? "‖all gradients‖" : "‖\(inputs.joined(separator: ", "))‖"
  }
  public func cost(inputs: [Shape], output: Shape) -> Int {
    inputs.reduce(0) { $0 + 2 * $1.count }
  }
}

/// g · min(1, limit / (norm + 1e-6)). Operands g, norm.
public struct ClipByNorm: UpdateOperation {
  public let name = "clip"
  public let limit: Double

  public init(limit: Double) { self.limit = limit }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (g, norm) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (out, count, limit) = (buffers.output.pointer, buffers.output.count, Float(limit))
    let scale = Storage(count: 1)
    return Kernel {
      let ratio = limit / (norm[0] + 1e-6)
      scale.pointer[0] = ratio < 1 || ratio.isNaN ? ratio : 1
      nabla_zip(NABLA_MULTIPLY, 1, count, g, 0, 1, scale.pointer, 0, 0, out)
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let scale = min(1, limit / (inputs[1].values[0] + 1e-6))
    return inputs[0].values.map { $0 * scale }
  }

  public func formula(_ inputs: [String]) -> String {
    "\(inputs[0]) · min(1, \(shown(limit)) / \(inputs[1]))"
  }
}
