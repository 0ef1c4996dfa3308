/// A fixed, aligned buffer of floats, made when it is first asked for.
///
/// What only a walked step keeps takes no memory in a run at full speed.
final class Storage {
  let count: Int
  private var memory: UnsafeMutablePointer<Float>?

  /// The buffer starts as zeros. Its size was checked against `Limits` before.
  init(count: Int) { self.count = count }

  deinit { memory?.deallocate() }

  var pointer: UnsafeMutablePointer<Float> { memory ?? make() }

  /// False as long as the buffer is zeros that nobody has asked for.
  var isMade: Bool { memory != nil }

  private func make() -> UnsafeMutablePointer<Float> {
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    let pointer = raw.bindMemory(to: Float.self, capacity: max(count, 1))
    pointer.initialize(repeating: 0, count: max(count, 1))
    memory = pointer
    return pointer
  }

  func holds(_ place: Int) -> Bool { place >= 0 && place < count }

  var array: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }

  /// Whether the values are the same, bit for bit.
  func holdsBits(of values: [Float]) -> Bool {
    guard values.count == count else { return false }
    let own = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt32.self)
    return values.withUnsafeBytes { bytes in
      guard let other = bytes.bindMemory(to: UInt32.self).baseAddress else { return count == 0 }
      var difference: UInt32 = 0
      for place in 0..<count { difference |= own[place] ^ other[place] }
      return difference == 0
    }
  }

  /// Takes another's values, of the same count.
  func assign(_ other: Storage) {
    precondition(other.count == count)
    if let source = other.memory {
      pointer.update(from: source, count: count)
    } else {
      memory?.update(repeating: 0, count: count)
    }
  }

  func assign(_ values: [Float]) {
    precondition(values.count == count)
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer.update(from: base, count: count) }
    }
  }
}
