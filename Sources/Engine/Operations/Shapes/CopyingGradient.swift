/// The gradient of an operation that copies: every element of the upstream gradient is added to
/// where its element came from, in ascending order. Operands g and x.
public struct CopyingGradient: Operation {
  /// The copy whose gradient it is.
  public let copying: any Copying

  /// Takes the copy whose gradient it is.
  public init(of copying: any Copying) { self.copying = copying }

  public var name: String { copying.name + "_backward" }

  public func shape(of inputs: [Shape]) -> Shape { inputs[1] }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let g = buffers.inputs[0]
    let out = buffers.output.pointer
    let count = buffers.output.count
    let sources = copying.sources(
      buffers.output.shape, output: g.shape, inputs: [buffers.output.shape])
    return Kernel {
      out.update(repeating: 0, count: count)
      for (index, source) in sources.enumerated() where source >= 0 {
        out[source] += g.pointer[index]
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    let sources = copying.sources(shape, output: inputs[0].shape, inputs: [shape])
    for (index, source) in sources.enumerated() where source >= 0 {
      result[source] += inputs[0].values[index]
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [try context.graph.add(copying, [context.upstream]), nil]
  }

  public func formula(_ inputs: [String]) -> String {
    "Σ \(inputs[0]) at \(copying.formula([inputs[1]]))"
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let sources = copying.sources(output.shape, output: inputs[0].shape, inputs: [output.shape])
    return Explanation(
      sources.indices.filter { sources[$0] == index }.map { .element(0, inputs[0], $0) })
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { inputs[0].count }
}
