/// A row of zeros with a 1 at the index, zeros alone for an index outside; it has no gradient.
public struct OneHot: Operation {
  public let name = "one_hot"
  /// The length of a row.
  public let classes: Int

  /// Takes the length of a row.
  public init(classes: Int) { self.classes = classes }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    guard classes > 0 else {
      throw EngineError("one_hot: classes must be positive, not \(classes)")
    }
    return Shape(inputs[0].extents + [classes])
  }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let index = buffers.inputs[0].pointer
    let count = buffers.inputs[0].count
    let out = buffers.output.pointer
    let classes = classes
    return Kernel {
      out.update(repeating: 0, count: count * classes)
      for place in 0..<count {
        if let column = rowIndex(index[place], below: classes) { out[place * classes + column] = 1 }
      }
    }
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    inputs[0].values.flatMap { index in
      (0..<classes).map { Double($0) == index ? 1 : 0 }
    }
  }

  public func gradient(_ context: GradientContext) -> [Node?] { [nil] }
  public func formula(_ inputs: [String]) -> String { "one_hot(\(inputs[0]))" }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let choice = Explanation.Operand(0, inputs[0], index / max(classes, 1))
    let isHot = choice.value == Float(index % max(classes, 1))
    return .constant(
      isHot ? "1" : "0", isHot ? 1 : 0,
      because: .init("\u{E000} is \(isHot ? "" : "not ")\(index % max(classes, 1))", [choice]))
  }
  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension OneHot {
  static let entry = Entry(
    Descriptor(
      "one_hot", .function, signature: "one_hot(index, classes)",
      summary: "A row of zeros with a 1 at each index; an index outside has zeros alone.",
      shapes: "[…] → […, classes]", formula: "", source: "", example: "one_hot([0, 2], 3)"),
    .function { arguments, graph throws(EngineError) in
      try graph.add(
        OneHot(classes: try arguments.positive("classes")),
        [try arguments.tensor("index", graph)])
    })
}
