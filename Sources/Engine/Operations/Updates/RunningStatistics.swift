// How batch normalisation keeps the statistics that evaluation uses; carried at the end of a step.

/// (1 − momentum) · old + momentum · batch, or the average of all batches. Operands old, batch and the
/// number of batches, this one counted; old's shape stays.
public struct RunningMean: UpdateOperation {
  public let name = "running_mean"
  /// Nil weighs every batch alike.
  public let momentum: Double?

  /// Takes the share of a new batch; nil counts all batches alike.
  public init(momentum: Double?) { self.momentum = momentum }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[0].count == inputs[1].count else {
      throw EngineError("\(name): \(inputs[0]) and \(inputs[1]) differ in size")
    }
    return inputs[0]
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (old, batch) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (number, out) = (buffers.inputs[2].pointer, buffers.output.pointer)
    let (count, momentum) = (buffers.output.count, momentum.map(Float.init))
    return Kernel {
      let share = momentum ?? 1 / number[0]
      for index in 0..<count { out[index] = (1 - share) * old[index] + share * batch[index] }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let share = momentum ?? 1 / inputs[2].values[0]
    return zip(inputs[0].values, inputs[1].values).map { (1 - share) * $0 + share * $1 }
  }

  public func formula(_ inputs: [String]) -> String {
    let share = momentum.map(shown) ?? "1/\(inputs[2])"
    return "(1 − \(share)) · \(inputs[0]) + \(share) · \(inputs[1])"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let share = momentum ?? 1 / Double(inputs[2].values[0])
    return Explanation([
      .init(.number(1 - share), .element(0, inputs[0], index)),
      .init(.number(share), .element(1, inputs[1], index)),
    ])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 3 * output.count }
}

/// As ``RunningMean`` with the batch's variance unbiased: times n / (n − 1) for n values a channel.
/// Operands old, variance, the number of batches, and x, of which only the shape is read.
public struct RunningVariance: UpdateOperation {
  public let name = "running_var"
  /// The share of a new batch; nil counts all batches alike.
  public let momentum: Double?

  /// Takes the share of a new batch; nil counts all batches alike.
  public init(momentum: Double?) { self.momentum = momentum }

  /// - Throws: when a channel has a single value, in the short last batch of an epoch too.
  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs[3].count != inputs[0].count || inputs[0].count == 0 else {
      throw EngineError(
        "batch_norm: one value a channel in shape \(inputs[3]) has no variance",
        hint:
          "train on batches of two rows and more, the last one of an epoch too; eval(net) needs "
          + "no batch")
    }
    return try RunningMean(momentum: momentum).shape(of: inputs)
  }

  public func reads(_ input: Int) -> Bool { input < 3 }

  private func correction(_ inputs: [Shape]) -> Double {
    let number = Double(inputs[3].count) / Double(max(inputs[0].count, 1))
    return number / (number - 1)
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let (old, batch) = (buffers.inputs[0].pointer, buffers.inputs[1].pointer)
    let (number, out) = (buffers.inputs[2].pointer, buffers.output.pointer)
    let (count, momentum) = (buffers.output.count, momentum.map(Float.init))
    let correction = Float(correction(buffers.inputs.map(\.shape)))
    return Kernel {
      let share = momentum ?? 1 / number[0]
      for index in 0..<count {
        out[index] = (1 - share) * old[index] + share * (batch[index] * correction)
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    let correction = correction(inputs.map(\.shape))
    var unbiased = inputs
    unbiased[1].values = inputs[1].values.map { $0 * correction }
    return RunningMean(momentum: momentum).reference(unbiased, shape: shape)
  }

  public func formula(_ inputs: [String]) -> String {
    let share = momentum.map(shown) ?? "1/\(inputs[2])"
    return "(1 − \(share)) · \(inputs[0]) + \(share) · \(inputs[1]) · n/(n − 1)"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let share = momentum ?? 1 / Double(inputs[2].values[0])
    return Explanation([
      .init(.number(1 - share), .element(0, inputs[0], index)),
      .init(
        .number(share), .element(1, inputs[1], index),
        .init("n/(n − 1)", value: Float(correction(inputs.map(\.shape))))),
    ])
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 4 * output.count }
}
