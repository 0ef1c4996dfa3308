// What all operations on two tensors element by element share: NumPy's broadcasting, planned once
// when the kernel is bound.

public import CKernels

/// A function of two numbers, applied with broadcasting.
public protocol ElementwiseOperation: Operation {
  /// The fast kernel that carries it out.
  var code: NablaBinary { get }
  /// The infix sign: `+`.
  var sign: String { get }
  /// The plain definition in double precision.
  func value(_ a: Double, _ b: Double) -> Double
}

extension ElementwiseOperation {
  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    try Broadcasting.shape(inputs[0], inputs[1], for: name)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    Broadcasting.kernel(code, buffers)
  }

  public func tile(inputs: [Shape], output: Shape) -> TileForm? {
    .broadcasting(
      NABLA_TILE_ZIP, code.rawValue, inputs, output: output,
      weight: code == NABLA_POWER || code == NABLA_REMAINDER ? 8 : code == NABLA_DIVIDE ? 3 : 1)
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let left = Broadcasting.indices(of: inputs[0].shape, in: shape)
    let right = Broadcasting.indices(of: inputs[1].shape, in: shape)
    return (0..<shape.count).map {
      value(inputs[0].values[left[$0]], inputs[1].values[right[$0]])
    }
  }

  public func formula(_ inputs: [String]) -> String { "\(inputs[0]) \(sign) \(inputs[1])" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    elementwise(at: index, inputs: inputs, output: output)
  }
}

/// NumPy's broadcasting rules.
enum Broadcasting {
  static func shape(_ a: Shape, _ b: Shape, for name: String) throws(EngineError) -> Shape {
    let rank = max(a.rank, b.rank)
    var extents = Array(repeating: 1, count: rank)
    for axis in 0..<rank {
      let left = axis < rank - a.rank ? 1 : a.extents[axis - (rank - a.rank)]
      let right = axis < rank - b.rank ? 1 : b.extents[axis - (rank - b.rank)]
      guard left == right || left == 1 || right == 1 else {
        throw EngineError(
          "\(name): shapes \(a) and \(b) do not broadcast",
          hint: "aligned at the right, axes must be equal or 1; here \(left) meets \(right)")
      }
      extents[axis] = left == 1 ? right : left
    }
    return Shape(extents)
  }

  /// Strides of an operand seen in the output's axes; 0 where it is stretched.
  static func strides(of operand: Shape, in output: Shape) -> [Int] {
    let own = operand.strides
    let offset = output.rank - operand.rank
    return (0..<output.rank).map { axis in
      axis < offset || operand.extents[axis - offset] == 1 ? 0 : own[axis - offset]
    }
  }

  /// For every output element, the operand's element.
  static func indices(of operand: Shape, in output: Shape) -> [Int] {
    let strides = strides(of: operand, in: output)
    var result: [Int] = []
    result.reserveCapacity(output.count)
    var place = Array(repeating: 0, count: output.rank)
    for _ in 0..<output.count {
      var index = 0
      for axis in 0..<output.rank { index += place[axis] * strides[axis] }
      result.append(index)
      var axis = output.rank - 1
      while axis >= 0 {
        place[axis] += 1
        if place[axis] < output.extents[axis] { break }
        place[axis] = 0
        axis -= 1
      }
    }
    return result
  }

  /// Merges axes that both operands walk alike and runs the rest as loops around a
  /// two-dimensional kernel.
  static func kernel(_ code: NablaBinary, _ buffers: KernelBuffers) -> Kernel {
    let a = buffers.inputs[0]
    let b = buffers.inputs[1]
    let output = buffers.output
    let out = output.pointer
    guard output.count > 0 else { return Kernel {} }
    var axes: [(extent: Int, a: Int, b: Int)] = []
    let left = strides(of: a.shape, in: output.shape)
    let right = strides(of: b.shape, in: output.shape)
    for axis in 0..<output.shape.rank where output.shape.extents[axis] != 1 {
      let next = (extent: output.shape.extents[axis], a: left[axis], b: right[axis])
      if let last = axes.last, last.a == next.a * next.extent, last.b == next.b * next.extent {
        axes[axes.count - 1] = (last.extent * next.extent, next.a, next.b)
      } else {
        axes.append(next)
      }
    }
    let inner = axes.popLast() ?? (1, 0, 0)
    let rows = axes.popLast() ?? (1, 0, 0)
    if axes.isEmpty {
      return Kernel {
        nabla_zip(
          code, rows.extent, inner.extent, a.pointer, rows.a, inner.a, b.pointer, rows.b, inner.b,
          out)
      }
    }
    var starts = [(a: 0, b: 0)]
    for axis in axes {
      starts = starts.flatMap { start in
        (0..<axis.extent).map { (start.a + $0 * axis.a, start.b + $0 * axis.b) }
      }
    }
    let block = rows.extent * inner.extent
    return Kernel {
      for (index, start) in starts.enumerated() {
        nabla_zip(
          code, rows.extent, inner.extent, a.pointer + start.a, rows.a, inner.a,
          b.pointer + start.b, rows.b, inner.b, out + index * block)
      }
    }
  }
}
