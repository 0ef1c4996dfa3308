// A file with named tensors, whatever its format: NPZ or safetensors, or NPY with one tensor.

/// Named tensors of a file. Each is made when it is asked for.
public struct TensorFile: Sendable {
  /// What the file says of one tensor.
  struct Entry: Sendable {
    var name: String
    var type: NumberType
    var shape: Shape
    /// The place of its numbers.
    var range: Range<Int>
    var bigEndian = false
    var fortranOrder = false
  }

  /// The file's name, for errors.
  public let path: String
  /// What the writer left in the file besides tensors.
  public let metadata: [String: String]
  /// Whether the file holds one tensor without a name of its own (NPY).
  public let isArray: Bool
  /// The entries in the order of the file.
  let entries: [Entry]
  private let places: [String: Int]
  private let storage: [[UInt8]]

  /// Files larger than this are refused (4 GiB), and all of what is half of the machine's memory.
  static let largestFile = min(1 << 32, Limits.tensorBytes)

  /// - Parameter storage: the bytes of each entry, or one for all.
  init(
    path: String, entries: [Entry], storage: [[UInt8]], metadata: [String: String] = [:],
    isArray: Bool = false
  ) {
    self.isArray = isArray
    self.path = path
    self.entries = entries
    self.storage = storage
    self.metadata = metadata
    places = Dictionary(
      entries.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Opens a file; its first bytes tell the format.
  public static func load(_ path: String) throws(EngineError) -> TensorFile {
    let bytes = try FileBytes.read(path, limit: largestFile)
    return try open(bytes, path: path)
  }

  /// The same from bytes; `path` is what errors call the file.
  public static func open(_ bytes: [UInt8], path: String) throws(EngineError) -> TensorFile {
    if bytes.starts(with: NPYFile.magic) { return try NPYFile.open(bytes, path: path) }
    if bytes.starts(with: [0x50, 0x4B]) { return try NPZFile.open(bytes, path: path) }
    if bytes.count > 8, bytes[8] == UInt8(ascii: "{") {
      return try SafetensorsFormat.open(bytes, path: path)
    }
    guard !bytes.isEmpty else { throw EngineError("\(path) is empty") }
    throw EngineError(
      "\(path) is not a file of tensors that is known",
      hint: "load opens .safetensors, .npy and .npz; csv, idx and text have functions of their own")
  }

  /// The names in the order of the file.
  public var names: [String] { entries.map(\.name) }

  /// The shape of a tensor; nil when there is none of this name.
  public func shape(_ name: String) -> Shape? { places[name].map { entries[$0].shape } }
  /// How its numbers are stored; nil when there is none of this name.
  public func type(_ name: String) -> NumberType? { places[name].map { entries[$0].type } }

  /// A tensor, rounded to single precision.
  ///
  /// - Throws: if there is none of this name; whole numbers beyond 2²⁴ are rounded, not refused.
  public func tensor(_ name: String) throws(EngineError) -> Tensor {
    guard let place = places[name] else {
      let shown = names.prefix(10).joined(separator: ", ")
      let more = names.count > 10 ? ", … (\(names.count) in all)" : ""
      throw EngineError(
        "\(path) has no tensor '\(name)'",
        hint: Spelling.suggestion(for: name, among: names) ?? "it has \(shown)\(more)")
    }
    let entry = entries[place]
    try Limits.check(entry.shape, for: path)
    let bytes = storage[storage.count == 1 ? 0 : place]
    let values = entry.type.values(bytes[entry.range], bigEndian: entry.bigEndian)
    guard entry.fortranOrder, entry.shape.rank > 1 else {
      return Tensor(shape: entry.shape, values: values)
    }
    return Tensor(shape: entry.shape, values: Self.rowMajor(values, entry.shape))
  }

  /// From an order where the first index runs fastest.
  private static func rowMajor(_ values: [Float], _ shape: Shape) -> [Float] {
    var index = [Int](repeating: 0, count: shape.rank)
    var strides = [Int](repeating: 1, count: shape.rank)
    for axis in 1..<shape.rank { strides[axis] = strides[axis - 1] * shape[axis - 1] }
    var result: [Float] = []
    result.reserveCapacity(values.count)
    for _ in 0..<values.count {
      var place = 0
      for axis in 0..<shape.rank { place += index[axis] * strides[axis] }
      result.append(values[place])
      var axis = shape.rank - 1
      while axis >= 0 {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
        axis -= 1
      }
    }
    return result
  }

  /// The number of elements of a shape that a file claims, or nil if it is none.
  static func count(_ extents: [Int]) -> Int? {
    var count = 1
    // An empty axis does not make a size beyond counting harmless.
    var size = 1
    for extent in extents {
      guard extent >= 0 else { return nil }
      let (product, overflow) = size.multipliedReportingOverflow(by: max(extent, 1))
      guard !overflow, product < 1 << 48 else { return nil }
      size = product
      count *= extent
    }
    return count
  }
}
