// `windows(tokens, length=4)`: the stretches of a text that a language model learns from.

extension TokenSequence {
  /// What is to be predicted from a window.
  public enum Target: String, Hashable, Sendable, CaseIterable {
    /// The token after the window.
    case next
    /// The window moved on by one token.
    case sequence
  }

  /// What the catalogue says of `windows`.
  public static let windowsDescriptor = Descriptor(
    "windows", .data,
    signature: "windows(tokens, length, target=next, stride=1, batch=none, shuffle=true)",
    summary:
      "Stretches of a text (x) with what follows them (y): the next token, or each (target=sequence).",
    shapes: "x [n, length], y [n]; [n, length] for target=sequence; n is batch if that is given",
    formula: "xᵢ = t[i·stride : i·stride + length], yᵢ = t[i·stride + length]",
    example: "t = tokens(\"the man sees the boy\")\nx, y = windows(t, length=3)")

  /// More numbers than this in x are refused (1 GiB).
  static let mostWindowNumbers = 1 << 28

  /// All windows that have a token after them, `⌊(count − length − 1) / stride⌋ + 1` of them:
  /// x `[n, length]` and y `[n]` or `[n, length]`, as indices of the vocabulary.
  public func windows(
    length: Int, target: Target = .next, stride: Int = 1
  ) throws(EngineError) -> Dataset {
    guard length >= 1 else {
      throw EngineError("length is \(length); a window has at least 1 token")
    }
    guard stride >= 1 else {
      throw EngineError("stride is \(stride); windows move on by at least 1 token")
    }
    guard length < count else {
      throw EngineError(
        "windows of \(length) tokens need a text of more than \(length); this one has \(count)",
        hint: "take a smaller length or a longer text")
    }
    let rows = (count - length - 1) / stride + 1
    let (numbers, overflow) = rows.multipliedReportingOverflow(by: length)
    guard !overflow, numbers <= Self.mostWindowNumbers else {
      throw EngineError(
        "\(rows) windows of \(length) tokens are more than 1 GiB", hint: "take a larger stride")
    }
    var x: [Float] = []
    x.reserveCapacity(numbers)
    var y: [Float] = []
    y.reserveCapacity(target == .next ? rows : numbers)
    for row in 0..<rows {
      let start = row * stride
      for place in start..<start + length { x.append(Float(indices[place])) }
      let first = target == .next ? start + length : start + 1
      for place in first...start + length { y.append(Float(indices[place])) }
    }
    let shape: Shape = target == .next ? [rows] : [rows, length]
    return Dataset(
      name: "windows",
      columns: [
        DataColumn("x", Tensor(shape: [rows, length], values: x)),
        DataColumn("y", Tensor(shape: shape, values: y)),
      ],
      classNames: vocabulary.tokens)
  }
}
