// The format of MNIST's files: two zero bytes, a type, the number of axes, their extents, the numbers
// from the highest byte (http://yann.lecun.com/exdb/mnist); gzipped (RFC 1952) or not.

/// Reads IDX.
public enum IDXFile {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "idx", .data, signature: "idx(path)",
    summary: "A tensor from a file in the format of MNIST, gzipped or not.", shapes: "→ as stored",
    source: "Y. LeCun, C. Cortes, C. Burges, The MNIST database",
    example: "# images = idx(\"train-images-idx3-ubyte.gz\") / 255")

  /// The numbers of an IDX file, gzipped or not, in the shape that its header states.
  ///
  /// - Throws: for a file that is missing, torn or of another format.
  public static func tensor(path: String) throws(EngineError) -> Tensor {
    try tensor(bytes: try FileBytes.read(path, limit: TensorFile.largestFile), path: path)
  }

  /// The same from bytes; `path` is what errors call the file.
  public static func tensor(bytes: [UInt8], path: String) throws(EngineError) -> Tensor {
    let bytes = bytes.starts(with: [0x1F, 0x8B]) ? try gunzip(bytes, path: path) : bytes
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
      throw EngineError("\(path) is not an IDX file", hint: "its first two bytes are not 0")
    }
    let type: NumberType
    switch bytes[2] {
    case 0x08: type = .uint8
    case 0x09: type = .int8
    case 0x0B: type = .int16
    case 0x0C: type = .int32
    case 0x0D: type = .float32
    case 0x0E: type = .float64
    default: throw EngineError("\(path) holds numbers of the unknown IDX type \(bytes[2])")
    }
    let start = 4 + 4 * Int(bytes[3])
    guard bytes.count >= start else {
      throw EngineError("\(path) is torn: it has no whole IDX header")
    }
    let extents = (0..<Int(bytes[3])).map { axis in
      (0..<4).reduce(0) { $0 << 8 | Int(bytes[4 + 4 * axis + $1]) }
    }
    guard let count = TensorFile.count(extents), let size = type.bytes(count) else {
      throw EngineError("\(path) claims a shape beyond counting: \(Shape(extents))")
    }
    guard size == bytes.count - start else {
      throw EngineError(
        "\(path) is torn: \(Shape(extents)) of \(type.rawValue) needs \(size) bytes, "
          + "there are \(bytes.count - start)")
    }
    try Limits.check(Shape(extents), for: path)
    return Tensor(shape: Shape(extents), values: type.values(bytes[start...], bigEndian: true))
  }

  private static func gunzip(_ bytes: [UInt8], path: String) throws(EngineError) -> [UInt8] {
    let torn = EngineError("\(path) is torn: its gzip data are not whole")
    guard bytes.count >= 18, bytes[2] == 8 else { throw torn }
    let flags = bytes[3]
    var place = 10
    if flags & 4 != 0 {
      guard place + 2 <= bytes.count else { throw torn }
      place += 2 + Int(bytes[place]) + Int(bytes[place + 1]) << 8
    }
    // A name and a comment, each ended by a zero byte.
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { throw torn }
      place = end + 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place <= bytes.count - 8 else { throw torn }
    let claimed = (0..<4).reversed().reduce(0) { $0 << 8 | Int(bytes[bytes.count - 4 + $1]) }
    let unpacked: (bytes: [UInt8], used: Int)
    do throws(Inflate.Failure) {
      unpacked = try Inflate.bytes(
        bytes[place...], limit: TensorFile.largestFile, expected: claimed)
    } catch {
      if error == .torn { throw torn }
      throw EngineError("\(path) unpacks to more than \(TensorFile.largestFile >> 20) MiB")
    }
    let end = place + unpacked.used
    guard end <= bytes.count - 8 else { throw torn }
    let checksum = (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[end + $1]) }
    guard CRC32.checksum(unpacked.bytes) == checksum else {
      throw EngineError("\(path) is torn: its checksum differs")
    }
    return unpacked.bytes
  }
}
