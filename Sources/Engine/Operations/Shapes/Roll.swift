/// Elements moved along an axis; those that leave at one end come in at the other.
public struct Roll: Copying {
  public let name = "roll"
  /// How far elements move; what leaves at the end enters at the start.
  public let shift: Int
  /// The axis, counted from the end when negative.
  public let axis: Int

  /// Moves elements along an axis.
  public init(_ shift: Int, axis: Int) {
    self.shift = shift
    self.axis = axis
  }

  public func shape(of inputs: [Shape]) throws(EngineError) -> Shape {
    _ = try inputs[0].place(of: axis, for: name)
    return inputs[0]
  }

  public func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int] {
    let plan = ReductionPlan(output, axis: axis)
    let length = max(plan.length, 1)
    let back = shift % length
    return (0..<output.count).map { index in
      let position = index / plan.inner % length
      let source = ((position - back) % length + length) % length
      return index + (source - position) * plan.inner
    }
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    // The negative of the smallest integer does not exist; its remainder does.
    [try context.graph.add(Roll(0 - max(shift, -Int.max), axis: axis), [context.upstream])]
  }

  public func formula(_ inputs: [String]) -> String {
    "roll(\(inputs[0]), \(shift), axis=\(axis))"
  }
}

extension Roll {
  static let entry = Entry(
    Descriptor(
      "roll", .function, signature: "roll(x, shifts, axis=none)",
      summary: "Elements moved along axes, round the end; without an axis along all, row by row.",
      shapes: "[…] → […]", formula: "yᵢ = xᵢ₋ₛ", source: "", example: "roll([1, 2, 3, 4], 1)"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let shifts = try arguments.integers("shifts")
      guard let axes = try arguments.axes("axis") else {
        guard shifts.count == 1 else {
          throw EngineError("roll: \(shifts.count) shifts need as many axes")
        }
        let flat = try graph.add(Reshape([-1]), [x])
        return try graph.add(
          ReshapeLike(), [try graph.add(Roll(shifts[0], axis: 0), [flat]), x])
      }
      guard shifts.count == axes.count else {
        throw EngineError(
          "roll: \(shifts.count) shifts for \(axes.count) axes", hint: "one shift for each axis")
      }
      var y = x
      for (shift, axis) in zip(shifts, axes) { y = try graph.add(Roll(shift, axis: axis), [y]) }
      return y
    })
}
