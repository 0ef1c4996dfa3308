/// The state that one direction of one layer starts with, cut out of all of them.
///
/// Operands: states `[layers · directions, n, hidden]`, and the sequence `[t, n, in]`. A state belongs
/// to its rows: the short last batch of an epoch has others, which is an error and no broadcasting.
public struct FirstState: Copying {
  public let name = "first_state"
  /// Which direction of which layer.
  public let stream: Int
  let layer: String

  /// The state of one direction of a layer before the first time step.
  public init(stream: Int, layer: String) {
    self.stream = stream
    self.layer = layer
  }

  private var slice: Slice { Slice([.index(stream)]) }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    let shape = try slice.shape(of: [inputs[0]])
    guard inputs[1].rank == 3, shape.rank == 2, shape[0] == inputs[1][1] else {
      throw EngineError(
        "\(layer): states \(inputs[0]) do not fit a sequence \(inputs[1]) of [t, n, in]",
        hint: "choose a batch size that divides the number of rows")
    }
    return shape
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    slice.sources(input, output: output, inputs: [])
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    [
      try context.graph.add(SliceGradient(slice: slice), [context.upstream, context.inputs[0]]),
      nil,
    ]
  }

  public func formula(_ inputs: [String]) -> String { slice.formula([inputs[0]]) }
}
