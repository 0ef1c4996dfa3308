// Positions as sines and cosines of falling frequencies: tables that are no parameters.

import CKernels

/// The table of Vaswani et al. 2017, `[length, width]`: sin(t / base^(2i/d)), cos(t / base^(2i/d)).
public enum SinusoidalPositions {
  /// Where sines and cosines stand.
  public enum Layout: String, Sendable, CaseIterable {
    /// sin at even, cos at odd features (Vaswani et al. 2017).
    case interleaved
    /// First all sines, then all cosines (Transformer-XL, Pegasus).
    case concatenated
  }

  /// Sines and cosines of all positions and frequencies, computed in double precision.
  ///
  /// - Throws: when the table is too large.
  public static func table(
    length: Int, width: Int, layout: Layout = .interleaved, base: Double = 10_000,
    for name: String = "sinusoidal_positions"
  ) throws(EngineError) -> Tensor {
    guard length >= 0, width >= 0 else {
      throw EngineError("\(name): a size cannot be negative: \(Shape([length, width]))")
    }
    try Limits.check([length, width], for: name)
    let half = (width + 1) / 2
    let rates = (0..<half).map { rate($0, width, base) }
    var values = Array(repeating: Float(0), count: length * width)
    for position in 0..<length {
      for feature in 0..<width {
        let (pair, isCosine) =
          layout == .interleaved
          ? (feature / 2, feature % 2 == 1) : (feature % half, feature >= half)
        let angle = Double(position) * rates[pair]
        values[position * width + feature] = Float(
          isCosine ? nabla_cos_double(angle) : nabla_sin_double(angle))
      }
    }
    return Tensor(shape: [length, width], values: values)
  }

  /// base^(−2i/d).
  static func rate(_ pair: Int, _ width: Int, _ base: Double) -> Double {
    nabla_exp_double(-Double(2 * pair) / Double(width) * nabla_log_double(base))
  }

  static let entry = Entry(
    Descriptor(
      "sinusoidal_positions", .function,
      signature: "sinusoidal_positions(length, width, layout=\"interleaved\", base=10000)",
      summary: "A table of sines and cosines, one row a position.",
      shapes: "→ [length, width]", formula: "sin(t / base^(2i/d)), cos(t / base^(2i/d))",
      source: "Vaswani et al. 2017; concatenated as in Transformer-XL and Pegasus",
      example: "sinusoidal_positions(3, 4)"),
    .function { arguments, graph throws(EngineError) in
      graph.constant(
        try table(
          length: try MaskEntries.size("length", arguments),
          width: try MaskEntries.size("width", arguments), layout: try arguments.layout(),
          base: try arguments.base()))
    })
}

/// x + the table of sines and cosines, over the last two axes: `[…, t, d]` → the same.
public final class PositionalEncoding: Layer {
  public let name = "positional_encoding"
  /// How sines and cosines lie.
  public let layout: SinusoidalPositions.Layout
  /// The longest wavelength over 2π.
  public let base: Double

  /// Adds the table to every sequence.
  public init(layout: SinusoidalPositions.Layout = .interleaved, base: Double = 10_000) {
    self.layout = layout
    self.base = base
  }

  public func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    let shape = graph.shape(input)
    guard shape.rank >= 2 else {
      throw EngineError(
        "positional_encoding: needs […, t, d], not shape \(shape)",
        hint: "an embedding turns token indices into vectors")
    }
    let table = graph.constant(
      try SinusoidalPositions.table(
        length: shape[-2], width: shape[-1], layout: layout, base: base, for: name))
    graph.name(table, graph.scope + ".table")
    return try graph.add(Add(), [input, table])
  }

  static let entry = Entry(
    Descriptor(
      "positional_encoding", .layer,
      signature: "positional_encoding(layout=\"interleaved\", base=10000)",
      summary: "Adds sines and cosines of the position to every vector of a sequence.",
      shapes: "[…, t, d] → the same", formula: "x + sinusoidal_positions(t, d)",
      source: "Vaswani et al. 2017", example: "positional_encoding()([[0, 0, 0, 0], [0, 0, 0, 0]])"
    ),
    .layer { arguments throws(EngineError) in
      PositionalEncoding(layout: try arguments.layout(), base: try arguments.base())
    })
}

extension Arguments {
  fileprivate func layout() throws(EngineError) -> SinusoidalPositions.Layout {
    let word = try word("layout", among: SinusoidalPositions.Layout.allCases.map(\.rawValue))
    return SinusoidalPositions.Layout(rawValue: word) ?? .interleaved
  }

  /// The base of a geometric row of wavelengths.
  func base() throws(EngineError) -> Double {
    let base = try number("base")
    guard base > 0, base.isFinite else {
      throw EngineError("\(name): 'base' must be positive and finite, not \(shown(base))")
    }
    return base
  }
}
