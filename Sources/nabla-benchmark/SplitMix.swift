/// The counter-based SplitMix64 that every implementation of the cases makes its numbers from.
enum SplitMix {
  static func word(seed: UInt64, index: Int) -> UInt64 {
    var z = (seed << 32) &+ UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  static func uniform(seed: UInt64, count: Int, low: Float = 0, high: Float = 1) -> [Float] {
    (0..<count).map { index in
      low + Float(word(seed: seed, index: index) >> 40) * 0x1p-24 * (high - low)
    }
  }

  static func integers(seed: UInt64, count: Int, below: UInt64) -> [Float] {
    (0..<count).map { Float((word(seed: seed, index: $0) >> 33) % below) }
  }
}
