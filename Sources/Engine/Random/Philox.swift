/// Philox 4×32 with ten rounds (Salmon, Moraes, Dror & Shaw 2011): four random words from a counter
/// and a key. It has no state, so any element of any stream is had at once, in any order.
public enum Philox {
  /// Four words: a counter, or what is made of it.
  public typealias Block = (UInt32, UInt32, UInt32, UInt32)

  /// The block of a 128-bit counter under a 64-bit key.
  public static func block(counter: Block, key: (UInt32, UInt32)) -> Block {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = key
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: first)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
