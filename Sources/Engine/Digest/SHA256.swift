// Digests of bytes and of tensors' values: how a session says that a replay came out the same.

internal import CKernels

/// SHA-256 (FIPS 180-4), fed piece by piece.
///
/// ```swift
/// SHA256.hexadecimal(of: Array("abc".utf8)).prefix(8)  // "ba7816bf"
/// ```
public struct SHA256: Sendable {
  private var hash = NablaSHA256()

  /// Of no bytes yet.
  public init() { nabla_sha256_start(&hash) }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    nabla_sha256_update(&hash, start, bytes.count)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update($0) }) != nil { return }
    Array(bytes).withUnsafeBufferPointer { update($0) }
  }

  /// The text's UTF-8.
  public mutating func update(_ text: String) { update(text.utf8) }

  /// The floats' bits, little-endian. Every NaN counts as 0x7fc00000: which one an operation makes
  /// differs between processors.
  public mutating func update(floats: UnsafeBufferPointer<Float>) {
    guard let start = floats.baseAddress else { return }
    nabla_sha256_update_floats(&hash, start, floats.count)
  }

  /// Adds the bytes of numbers, the lowest first; NaN in one form.
  public mutating func update(floats: [Float]) {
    floats.withUnsafeBufferPointer { update(floats: $0) }
  }

  /// The 32 bytes of the digest of all so far; more may follow.
  public func finalize() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      if let start = buffer.baseAddress {
        withUnsafePointer(to: hash) { nabla_sha256_finish($0, start) }
        count = 32
      }
    }
  }

  /// The digest as 64 lower-case digits.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest of bytes as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }
}
