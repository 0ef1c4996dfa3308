// Hugging Face's format: the length of a JSON header in eight bytes, the header, the numbers of all
// tensors one after another (https://github.com/huggingface/safetensors).

/// Reads and writes safetensors.
public enum SafetensorsFormat {
  /// A longer header is refused, as the format has it.
  static let longestHeader = 100_000_000

  static func open(_ bytes: [UInt8], path: String) throws(EngineError) -> TensorFile {
    guard bytes.count >= 8 else {
      throw EngineError("\(path) is torn: it has no whole safetensors header")
    }
    let length = (0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[$1]) }
    guard length <= UInt64(longestHeader) else {
      throw EngineError("\(path) claims a header of \(length) bytes; 100000000 are allowed")
    }
    let start = 8 + Int(length)
    guard start <= bytes.count else {
      throw EngineError(
        "\(path) is torn: its header has \(length) bytes, the file \(bytes.count - 8)")
    }
    var entries: [TensorFile.Entry] = []
    var metadata: [String: String] = [:]
    var names = Set<String>()
    var scanner = JSONScanner(bytes[8..<start], name: "the header of \(path)")
    try scanner.object { scanner, key throws(EngineError) in
      if key == "__metadata__" {
        try scanner.object { scanner, key throws(EngineError) in
          metadata[key] = try scanner.string()
        }
        return
      }
      guard names.insert(key).inserted else {
        throw EngineError("\(path) has two tensors named '\(key)'")
      }
      entries.append(try entry(key, &scanner, start: start, end: bytes.count, path: path))
    }
    try scanner.end()
    try checkLayout(entries, start: start, end: bytes.count, path: path)
    return TensorFile(path: path, entries: entries, storage: [bytes], metadata: metadata)
  }

  private static func entry(
    _ name: String, _ scanner: inout JSONScanner, start: Int, end: Int, path: String
  ) throws(EngineError) -> TensorFile.Entry {
    let place = "\(path): '\(name)'"
    var code: String?
    var shape: [Int]?
    var offsets: [Int] = []
    try scanner.object { scanner, key throws(EngineError) in
      switch key {
      case "dtype": code = try scanner.string()
      case "shape":
        var extents: [Int] = []
        try scanner.array { scanner throws(EngineError) in
          guard extents.count < 64 else { throw EngineError("\(place) claims more than 64 axes") }
          extents.append(try scanner.size())
        }
        shape = extents
      case "data_offsets":
        try scanner.array { scanner throws(EngineError) in
          guard offsets.count < 2 else {
            throw EngineError("\(place) has more than two data_offsets")
          }
          offsets.append(try scanner.size())
        }
      default: try scanner.skipValue()
      }
    }
    guard let code, let shape, offsets.count == 2 else {
      throw EngineError("\(place) lacks its dtype, shape or data_offsets")
    }
    guard let type = types[code] else {
      throw EngineError(
        "\(place) holds numbers of the type '\(code)', which is not known",
        hint: "known are \(types.keys.sorted().joined(separator: ", "))")
    }
    guard offsets[0] <= offsets[1], offsets[1] <= end - start else {
      throw EngineError(
        "\(place) lies outside the file: bytes \(offsets[0]) to \(offsets[1]) of \(end - start)")
    }
    guard let count = TensorFile.count(shape), let size = type.bytes(count),
      size == offsets[1] - offsets[0]
    else {
      throw EngineError(
        "\(place): \(Shape(shape)) of \(code) does not fit into \(offsets[1] - offsets[0]) bytes")
    }
    return TensorFile.Entry(
      name: name, type: type, shape: Shape(shape),
      range: start + offsets[0]..<start + offsets[1])
  }

  /// Tensors follow one another without gaps and overlaps, so that every byte has one meaning.
  private static func checkLayout(
    _ entries: [TensorFile.Entry], start: Int, end: Int, path: String
  ) throws(EngineError) {
    var place = start
    let ordered = entries.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for entry in ordered {
      guard entry.range.lowerBound == place else {
        throw EngineError(
          entry.range.lowerBound < place
            ? "\(path): '\(entry.name)' overlaps another tensor"
            : "\(path) has a gap before '\(entry.name)'")
      }
      place = entry.range.upperBound
    }
    guard place == end else {
      throw EngineError("\(path) has \(end - place) bytes that belong to no tensor")
    }
  }

  static let types: [String: NumberType] = [
    "BOOL": .bool, "U8": .uint8, "U16": .uint16, "U32": .uint32, "U64": .uint64, "I8": .int8,
    "I16": .int16, "I32": .int32, "I64": .int64, "F16": .float16, "BF16": .bfloat16,
    "F32": .float32, "F64": .float64,
  ]

  /// A file in single precision, tensors in the order of their names.
  public static func bytes(
    _ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = [:]
  ) throws(EngineError) -> [UInt8] {
    let sorted = tensors.sorted { ExactText.precedes($0.name, $1.name) }
    var parts: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { ExactText.precedes($0.key, $1.key) }
        .map { "\(quoted($0.key)):\(quoted($0.value))" }
      parts.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
    }
    var offset = 0
    for (index, (name, tensor)) in sorted.enumerated() {
      guard name != "__metadata__", index == 0 || sorted[index - 1].name != name else {
        throw EngineError("two tensors cannot both be named '\(name)'")
      }
      let extents = tensor.shape.extents.map(String.init).joined(separator: ",")
      let end = offset + tensor.count * 4
      parts.append(
        "\(quoted(name)):{\"dtype\":\"F32\",\"shape\":[\(extents)],"
          + "\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var header = Array("{\(parts.joined(separator: ","))}".utf8)
    // The numbers start at a multiple of 8.
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    bytes.reserveCapacity(8 + header.count + offset)
    bytes += header
    for (_, tensor) in sorted { bytes += tensor.littleEndianBytes }
    return bytes
  }

  /// Writes tensors as single precision.
  public static func save(
    _ tensors: [(name: String, tensor: Tensor)], to path: String, metadata: [String: String] = [:]
  ) throws(EngineError) {
    try FileBytes.write(try bytes(tensors, metadata: metadata), to: path)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
