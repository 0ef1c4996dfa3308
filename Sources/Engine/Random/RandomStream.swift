// Random numbers that depend on a seed, a stream, a step and the element alone: looking first, or
// in another order, changes nothing.

import CKernels

/// One stream of random numbers.
///
/// The key is the seed; the counter is made of the stream, the step and the element's block.
public struct RandomStream: Hashable, Sendable {
  /// The session's seed.
  public let seed: UInt64
  /// Which of the seed's independent streams it is.
  public let stream: UInt64
  /// The training step: each has numbers of its own.
  public let step: UInt64

  /// The numbers of one stream at one step.
  public init(seed: UInt64, stream: UInt64, step: UInt64 = 0) {
    self.seed = seed
    self.stream = stream
    self.step = step
  }

  /// The stream's own part of the counter: stream and step mixed, so that neither overlaps.
  private var base: (UInt32, UInt32, UInt32) {
    let mixed = mix(stream ^ mix(step &+ 0x9E37_79B9_7F4A_7C15))
    let low = UInt32(truncatingIfNeeded: mixed)
    let high = UInt32(truncatingIfNeeded: mixed >> 32)
    return (low, high, UInt32(truncatingIfNeeded: mix(mixed &+ stream) >> 32))
  }

  private func block(_ index: Int) -> Philox.Block {
    let (low, high, other) = base
    return Philox.block(
      counter: (UInt32(truncatingIfNeeded: index), low, high, other),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
  }

  /// The 32 random bits of an element.
  public func word(at index: Int) -> UInt32 {
    let block = block(index / 4)
    switch index % 4 {
    case 0: return block.0
    case 1: return block.1
    case 2: return block.2
    default: return block.3
    }
  }

  /// A number in [0, 1) with 24 bits.
  public func uniform(at index: Int) -> Float {
    Float(word(at: index) >> 8) * 0x1p-24
  }

  /// A whole number in 0..<`bound`, by multiplication (Lemire 2019, without the rejection: the bias
  /// is under bound / 2³²).
  ///
  /// - Precondition: `bound` is positive and under 2³².
  public func integer(at index: Int, below bound: Int) -> Int {
    Int((UInt64(word(at: index)) &* UInt64(bound)) >> 32)
  }

  /// Elements 0..<count.
  public func uniforms(count: Int) -> [Float] {
    guard count > 0 else { return [] }
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      fill(uniforms: buffer)
      initialized = count
    }
  }

  /// Elements 0..<buffer.count, without allocating.
  public func fill(uniforms buffer: UnsafeMutableBufferPointer<Float>) {
    guard let start = buffer.baseAddress else { return }
    withKeyAndCounter { key, counter in
      nabla_random_uniforms(key, counter, 0, buffer.count, start)
    }
  }

  /// The words of elements 0..<count.
  private func words(count: Int) -> [UInt32] {
    guard count > 0 else { return [] }
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      withKeyAndCounter { key, counter in nabla_random_words(key, counter, 0, count, start) }
      initialized = count
    }
  }

  private func withKeyAndCounter(
    _ body: (UnsafePointer<UInt32>, UnsafePointer<UInt32>) -> Void
  ) {
    let (low, high, other) = base
    let numbers = (
      UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32), low, high, other
    )
    withUnsafeBytes(of: numbers) { bytes in
      guard let start = bytes.bindMemory(to: UInt32.self).baseAddress else { return }
      body(start, start + 2)
    }
  }

  /// Normal numbers by Box & Muller (1958), in double precision with the kernels' own functions.
  public func normals(count: Int) -> [Float] {
    guard count > 0 else { return [] }
    let words = words(count: count + count % 2)
    var result: [Float] = []
    result.reserveCapacity(count)
    for pair in stride(from: 0, to: count, by: 2) {
      let (first, second) = Self.normals(words[pair], words[pair + 1])
      result.append(first)
      if pair + 1 < count { result.append(second) }
    }
    return result
  }

  /// Two normal numbers from two words.
  static func normals(_ first: UInt32, _ second: UInt32) -> (Float, Float) {
    // (0, 1], so that the logarithm is finite.
    let u = (Double(first) + 1) * 0x1p-32
    let angle = Double(second) * 0x1p-32 * 2 * Double.pi
    let radius = (-2 * nabla_log_double(u)).squareRoot()
    return (Float(radius * nabla_cos_double(angle)), Float(radius * nabla_sin_double(angle)))
  }

  /// The words of elements first ..< first + buffer.count.
  func fill(words buffer: UnsafeMutableBufferPointer<UInt32>, from first: Int) {
    guard let start = buffer.baseAddress, buffer.count > 0 else { return }
    withKeyAndCounter { key, counter in
      nabla_random_words(key, counter, first, buffer.count, start)
    }
  }

  /// An order of 0..<count (Fisher & Yates, Durstenfeld 1964).
  public func permutation(count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    var remaining = count
    for word in words(count: count - 1) {
      let place = Int((UInt64(word) &* UInt64(remaining)) >> 32)
      order.swapAt(place, remaining - 1)
      remaining -= 1
    }
    return order
  }
}

/// The stream of a path: FNV-1a over UTF-8, then SplitMix64's finaliser.
public func streamHash(_ path: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in path.utf8 {
    hash ^= UInt64(byte)
    hash = hash &* 0x0000_0100_0000_01B3
  }
  return mix(hash)
}

private func mix(_ value: UInt64) -> UInt64 {
  var z = value
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
