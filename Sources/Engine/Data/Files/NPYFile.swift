// NumPy's file of one array (NEP 1, format versions 1 to 3). Reading never runs what a file holds:
// pickled objects are refused.

/// Reads and writes NPY.
public enum NPYFile {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// A tensor named "array".
  static func open(_ bytes: [UInt8], path: String) throws(EngineError) -> TensorFile {
    let entry = try entry(bytes, name: "array", path: path)
    return TensorFile(path: path, entries: [entry], storage: [bytes], isArray: true)
  }

  /// What the header says, checked against the bytes that there are.
  static func entry(
    _ bytes: [UInt8], name: String, path: String
  ) throws(EngineError) -> TensorFile.Entry {
    guard bytes.count >= 10, bytes.starts(with: magic) else {
      throw EngineError("\(path) is torn: it has no whole NPY header")
    }
    let version = bytes[6]
    guard (1...3).contains(version) else {
      throw EngineError("\(path) is of NPY version \(version); 1 to 3 are known")
    }
    let start = version == 1 ? 10 : 12
    guard bytes.count >= start else {
      throw EngineError("\(path) is torn: it has no whole NPY header")
    }
    let length = (8..<start).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    guard length <= bytes.count - start else {
      throw EngineError(
        "\(path) is torn: its header has \(length) bytes, the file \(bytes.count - start)")
    }
    guard length <= 1 << 16,
      let text = String(validating: bytes[start..<start + length], as: UTF8.self)
    else { throw EngineError("\(path) has no NPY header that can be read") }
    var header = NPYHeader(text: text, path: path)
    try header.read()
    guard let count = TensorFile.count(header.shape), let size = header.type.bytes(count) else {
      throw EngineError("\(path) claims a shape beyond counting: \(Shape(header.shape))")
    }
    guard size <= bytes.count - start - length else {
      throw EngineError(
        "\(path) is torn: \(Shape(header.shape)) of \(header.type.rawValue) needs \(size) bytes, "
          + "there are \(bytes.count - start - length)")
    }
    return TensorFile.Entry(
      name: name, type: header.type, shape: Shape(header.shape),
      range: start + length..<start + length + size, bigEndian: header.bigEndian,
      fortranOrder: header.fortranOrder)
  }

  /// A file of version 1 in single precision, C order.
  public static func bytes(_ tensor: Tensor) -> [UInt8] {
    let extents = tensor.shape.extents.map(String.init).joined(separator: ", ")
    let shape = tensor.shape.rank == 1 ? extents + "," : extents
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }"
    // The numbers start at a multiple of 64, as NumPy has it.
    let length = (10 + header.utf8.count + 1 + 63) / 64 * 64 - 10
    header += String(repeating: " ", count: length - header.utf8.count - 1) + "\n"
    return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(header.utf8)
      + tensor.littleEndianBytes
  }

  /// Writes a tensor as single precision.
  public static func save(_ tensor: Tensor, to path: String) throws(EngineError) {
    try FileBytes.write(bytes(tensor), to: path)
  }
}

/// The dictionary of an NPY header: `{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }`.
struct NPYHeader {
  private let text: [Unicode.Scalar]
  private let path: String
  private var place = 0

  private(set) var type = NumberType.float32
  private(set) var bigEndian = false
  private(set) var fortranOrder = false
  private(set) var shape: [Int] = []

  init(text: String, path: String) {
    self.text = Array(text.unicodeScalars)
    self.path = path
  }

  mutating func read() throws(EngineError) {
    var missing: Set<String> = ["descr", "fortran_order", "shape"]
    try expect("{")
    while !skip("}") {
      let key = try quoted()
      try expect(":")
      guard missing.remove(key) != nil else { throw unreadable() }
      switch key {
      case "descr": try readType()
      case "fortran_order":
        if skip("True") { fortranOrder = true } else { try expect("False") }
      default: try readShape()
      }
      if !skip(",") {
        try expect("}")
        break
      }
    }
    guard missing.isEmpty else { throw unreadable() }
  }

  private mutating func readType() throws(EngineError) {
    skipBlanks()
    guard place < text.count, text[place] != "[" else {
      throw EngineError(
        "\(path) holds records with fields", hint: "save each field as an array of its own")
    }
    let code = try quoted()
    guard let first = code.first else { throw unreadable() }
    var letters = code[...]
    if "<>|=".contains(first) {
      bigEndian = first == ">"
      letters = letters.dropFirst()
    }
    switch letters {
    case "b1", "?": type = .bool
    case "u1": type = .uint8
    case "u2": type = .uint16
    case "u4": type = .uint32
    case "u8": type = .uint64
    case "i1": type = .int8
    case "i2": type = .int16
    case "i4": type = .int32
    case "i8": type = .int64
    case "f2": type = .float16
    case "f4": type = .float32
    case "f8": type = .float64
    default:
      if letters.hasPrefix("O") {
        throw EngineError(
          "\(path) holds pickled Python objects, which are never opened",
          hint: "save it as numbers: array.astype(\"float32\")")
      }
      throw EngineError(
        "\(path) holds numbers of the type '\(code)', which is not known",
        hint: "truth values, whole numbers and floating point of 16 to 64 bits are read")
    }
  }

  private mutating func readShape() throws(EngineError) {
    try expect("(")
    while !skip(")") {
      skipBlanks()
      var digits = ""
      while place < text.count, ("0"..."9").contains(text[place]) {
        digits.unicodeScalars.append(text[place])
        place += 1
      }
      guard let extent = Int(digits) else { throw unreadable() }
      shape.append(extent)
      guard shape.count <= 64 else {
        throw EngineError("\(path) claims more than 64 axes")
      }
      if !skip(",") {
        try expect(")")
        break
      }
    }
  }

  private mutating func quoted() throws(EngineError) -> String {
    skipBlanks()
    guard place < text.count, text[place] == "'" || text[place] == "\"" else {
      throw unreadable()
    }
    let quote = text[place]
    place += 1
    var string = ""
    while place < text.count, text[place] != quote {
      string.unicodeScalars.append(text[place])
      place += 1
    }
    guard place < text.count else { throw unreadable() }
    place += 1
    return string
  }

  private mutating func expect(_ word: String) throws(EngineError) {
    guard skip(word) else { throw unreadable() }
  }

  private mutating func skip(_ word: String) -> Bool {
    skipBlanks()
    let scalars = Array(word.unicodeScalars)
    guard text[place...].starts(with: scalars) else { return false }
    place += scalars.count
    return true
  }

  private mutating func skipBlanks() {
    while place < text.count, text[place] == " " || text[place] == "\n" { place += 1 }
  }

  private func unreadable() -> EngineError {
    EngineError("\(path) has no NPY header that can be read")
  }
}
