// The number types of tensor files, and how their bytes become single-precision numbers.

/// How a file stores one number.
public enum NumberType: String, Hashable, Sendable, CaseIterable {
  /// Whole numbers of so many bits, and truth values of one byte.
  case bool, uint8, uint16, uint32, uint64, int8, int16, int32, int64
  /// Floating-point numbers of so many bits.
  case float16, bfloat16, float32, float64

  /// Bytes of one number.
  public var size: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .uint16, .int16, .float16, .bfloat16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }

  /// The bytes of `count` numbers, or nil if that is no size.
  func bytes(_ count: Int) -> Int? {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    return overflow ? nil : bytes
  }

  /// Numbers from bytes, rounded to single precision; a truth value is 1 or 0.
  ///
  /// - Precondition: there are `size` bytes for each number.
  func values(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [Float] {
    let count = bytes.count / size
    return [Float](unsafeUninitializedCapacity: count) { values, initialized in
      bytes.withUnsafeBytes { source in
        for index in 0..<count {
          values[index] = value(source, at: index * size, bigEndian: bigEndian)
        }
      }
      initialized = count
    }
  }

  private func value(
    _ source: UnsafeRawBufferPointer, at place: Int, bigEndian: Bool
  ) -> Float {
    func load<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits {
      let bits = source.loadUnaligned(fromByteOffset: place, as: type)
      return bigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)
    }
    switch self {
    case .bool: return source[place] == 0 ? 0 : 1
    case .uint8: return Float(source[place])
    case .int8: return Float(load(Int8.self))
    case .uint16: return Float(load(UInt16.self))
    case .int16: return Float(load(Int16.self))
    case .uint32: return Float(load(UInt32.self))
    case .int32: return Float(load(Int32.self))
    case .uint64: return Float(load(UInt64.self))
    case .int64: return Float(load(Int64.self))
    case .float16: return Self.half(load(UInt16.self))
    case .bfloat16: return Float(bitPattern: UInt32(load(UInt16.self)) << 16)
    case .float32: return Float(bitPattern: load(UInt32.self))
    case .float64: return Float(Double(bitPattern: load(UInt64.self)))
    }
  }

  /// IEEE 754 binary16.
  private static func half(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10 & 0x1F)
    let fraction = UInt32(bits & 0x3FF)
    switch exponent {
    case 0:
      let value = Float(fraction) * 0x1p-24
      return sign == 0 ? value : -value
    case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }
}

extension Tensor {
  /// The numbers as little-endian single precision.
  var littleEndianBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 4)
    for value in values {
      let bits = value.bitPattern
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
    }
    return bytes
  }
}
