// The update phase: operations that make a parameter or an optimizer's state anew. They run in
// place, on whole tensors of one shape, and have no gradient.

/// An operation of the update phase; its output has the first operand's shape.
public protocol UpdateOperation: Operation {}

extension UpdateOperation {
  /// The shape of the first operand.
  public func shape(of inputs: [Shape]) -> Shape { inputs[0] }
  /// It has no gradient.
  public func gradient(_ context: GradientContext) -> [Node?] { context.inputs.map { _ in nil } }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    elementwise(at: index, inputs: inputs, output: output)
  }
}

/// A number as a formula shows it.
func shown(_ value: Double) -> String {
  let rounded = (value * 1e6).rounded() / 1e6
  if value != 0, rounded == 0 { return "\(value)" }
  if rounded == rounded.rounded(), Swift.abs(rounded) < 1e9 { return String(Int(rounded)) }
  return Swift.abs(value - rounded) < 1e-12 ? "\(rounded)" : "\(value)"
}

/// A number as a term shows it: four significant digits.
func brief(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return shown(value) }
  let decade = (log(Swift.abs(value)) / 2.302585092994046).rounded(.down)
  let digits = 3 - Int(Swift.min(Swift.max(decade, -300), 300))
  let scale = Numbers.power(10, Double(Swift.abs(digits)))
  return shown(
    digits >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale)
}
