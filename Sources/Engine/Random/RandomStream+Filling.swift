// Random numbers into memory that is there already: what the kernels of draws use, because a training
// step does not allocate.

import CKernels

extension RandomStream {
  /// Hands out the words of elements first ..< first + count in pieces, from the stack.
  private func forEachPiece(
    of count: Int, _ body: (_ start: Int, _ words: UnsafeBufferPointer<UInt32>) -> Void
  ) {
    let size = 256
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { piece in
      for start in stride(from: 0, to: count, by: size) {
        let words = UnsafeMutableBufferPointer(rebasing: piece[..<min(size, count - start)])
        fill(words: words, from: start)
        body(start, UnsafeBufferPointer(words))
      }
    }
  }

  /// The same numbers as `normals(count:)`.
  public func fill(normals buffer: UnsafeMutableBufferPointer<Float>) {
    let count = buffer.count
    forEachPiece(of: count + count % 2) { start, words in
      for pair in stride(from: 0, to: words.count, by: 2) {
        let (first, second) = Self.normals(words[pair], words[pair + 1])
        buffer[start + pair] = first
        if start + pair + 1 < count { buffer[start + pair + 1] = second }
      }
    }
  }

  /// −log(−log u), u strictly between 0 and 1.
  public func fill(gumbels buffer: UnsafeMutableBufferPointer<Float>) {
    forEachPiece(of: buffer.count) { start, words in
      for (place, word) in words.enumerated() {
        let u = (Double(word) + 0.5) * 0x1p-32
        buffer[start + place] = Float(-nabla_log_double(-nabla_log_double(u)))
      }
    }
  }

  /// Whole numbers low ..< high, by multiplication as `integer(at:below:)`.
  public func fill(
    _ buffer: UnsafeMutableBufferPointer<Float>, integersFrom low: Int, to high: Int
  ) {
    let bound = UInt64(max(high - low, 0))
    forEachPiece(of: buffer.count) { start, words in
      for (place, word) in words.enumerated() {
        buffer[start + place] = Float(low + Int((UInt64(word) &* bound) >> 32))
      }
    }
  }

  /// The same order as `permutation(count:)`.
  public func fill(permutation buffer: UnsafeMutableBufferPointer<Float>) {
    for place in buffer.indices { buffer[place] = Float(place) }
    guard buffer.count > 1 else { return }
    forEachPiece(of: buffer.count - 1) { start, words in
      for (place, word) in words.enumerated() {
        let remaining = buffer.count - start - place
        buffer.swapAt(Int((UInt64(word) &* UInt64(remaining)) >> 32), remaining - 1)
      }
    }
  }
}
