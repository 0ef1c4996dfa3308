// Attention with linear biases: far keys are scored lower, each head with a slope of its own.

import CKernels

/// −slope · |query − key| for each head, `[heads, n, n]`; slopes fall as 2^(−8 h / heads).
public enum LinearBias {
  /// - Throws: when the table is too large.
  public static func table(heads: Int, length: Int) throws(EngineError) -> Tensor {
    try Limits.check([heads, length, length], for: "alibi_bias")
    var values: [Float] = []
    values.reserveCapacity(heads * length * length)
    for head in 0..<heads {
      let slope = Float(
        nabla_exp_double(
          -8 * Double(head + 1) / Double(heads) * nabla_log_double(2)))
      for query in 0..<length {
        for key in 0..<length { values.append(-slope * Float(abs(query - key))) }
      }
    }
    return Tensor(shape: [heads, length, length], values: values)
  }

  static let entry = Entry(
    Descriptor(
      "alibi_bias", .function, signature: "alibi_bias(heads, n)",
      summary: "Biases that fall with the distance, for att(x, attn_bias=…).",
      shapes: "→ [heads, n, n]", formula: "−2^(−8 h / heads) |query − key|",
      source: "Press, Smith & Lewis 2022", example: "alibi_bias(2, 3)"),
    .function { arguments, graph throws(EngineError) in
      graph.constant(
        try table(
          heads: try MaskEntries.size("heads", arguments),
          length: try MaskEntries.size("n", arguments)))
    })
}
