// Update rules that are one formula an element: written once, generic over the precision, so that
// the kernel and the reference cannot differ in what they compute.

/// An update rule over at most three tensors of one shape and two scalars that come after them.
///
/// What depends on the scalars alone is worked out in double precision, once a run, and rounded
/// once; each element then is `value` of its operands.
public protocol ElementwiseUpdate: UpdateOperation {
  /// How many operands are tensors; the others are scalars.
  var tensors: Int { get }

  /// What the elements need of the scalar operands (0 for those that are not there).
  func factors(_ first: Double, _ second: Double) -> (Double, Double)

  /// One element; tensors that are not there are given as the first one.
  func value<Number: BinaryFloatingPoint>(
    _ a: Number, _ b: Number, _ c: Number, _ factor: Number, _ other: Number
  ) -> Number
}

extension ElementwiseUpdate {
  public func factors(_ first: Double, _ second: Double) -> (Double, Double) { (first, second) }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let inputs = buffers.inputs.map(\.pointer)
    let a = inputs[0]
    let b = tensors > 1 ? inputs[1] : a
    let c = tensors > 2 ? inputs[2] : a
    let first = inputs.count > tensors ? inputs[tensors] : nil
    let second = inputs.count > tensors + 1 ? inputs[tensors + 1] : nil
    let (out, count) = (buffers.output.pointer, buffers.output.count)
    return Kernel {
      let factors = factors(Double(first?.pointee ?? 0), Double(second?.pointee ?? 0))
      let (factor, other) = (Float(factors.0), Float(factors.1))
      for index in 0..<count {
        out[index] = value(a[index], b[index], c[index], factor, other)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let a = inputs[0].values
    let b = tensors > 1 ? inputs[1].values : a
    let c = tensors > 2 ? inputs[2].values : a
    let factors = factors(
      inputs.count > tensors ? inputs[tensors].values[0] : 0,
      inputs.count > tensors + 1 ? inputs[tensors + 1].values[0] : 0)
    return (0..<shape.count).map { value(a[$0], b[$0], c[$0], factors.0, factors.1) }
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}

/// βᵗ by repeated squaring: multiplications only, the same bits everywhere.
func wholePower(_ base: Double, _ t: Double) -> Double {
  var power = 1.0
  var base = base
  var exponent = t.isFinite && t > 0 ? Int(min(t, 1e15)) : 0
  while exponent > 0 {
    if exponent & 1 == 1 { power *= base }
    base *= base
    exponent >>= 1
  }
  return power
}
