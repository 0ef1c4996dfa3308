import Engine
import Foundation
import Testing

/// Tensor files that numpy and safetensors wrote (Fixtures/files/generate.py), and our own.
@Suite struct DataFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/files")

  static func path(_ name: String) -> String { folder.appending(path: name).path() }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// (7 i) mod 13 − 3, the − 3 only for signed types.
  static func expected(_ shape: Shape, signed: Bool = true) -> Tensor {
    Tensor(
      shape: shape,
      values: (0..<shape.count).map { Float($0 * 7 % 13 - (signed ? 3 : 0)) })
  }

  static let bits = Tensor(shape: [2, 3], values: [0, 1, 1, 1, 1, 1])

  @Test(arguments: ["stored.npz", "packed.npz"])
  func archives(_ name: String) throws {
    let file = try TensorFile.load(Self.path(name))
    for type in ["f2", "f4", "f8", "i1", "i2", "i4", "i8"] {
      #expect(try file.tensor(type) == Self.expected([2, 3]), "\(type)")
    }
    for type in ["u1", "u2", "u4", "u8"] {
      #expect(try file.tensor(type) == Self.expected([2, 3], signed: false), "\(type)")
    }
    #expect(try file.tensor("b1") == Self.bits)
    #expect(try file.tensor("scalar") == Tensor(-3))
    #expect(try file.tensor("empty") == Tensor(shape: [0, 4], values: []))
    #expect(try file.tensor("fortran") == Self.expected([2, 3, 4]))
    #expect(try file.tensor("big") == Self.expected([5]))
    #expect(file.type("big") == .int32)
    #expect(file.shape("fortran") == [2, 3, 4])
    #expect(file.names.first == "f2")
    if name == "packed.npz" {
      let long = try file.tensor("long")
      #expect(long.shape == [40, 100])
      #expect(zip(long.values, 0...).allSatisfy { abs($0 - Float(sin(Double($1)))) < 1e-7 })
    }
  }

  @Test func arrays() throws {
    let fortran = try TensorFile.load(Self.path("fortran.npy"))
    #expect(fortran.names == ["array"])
    #expect(try fortran.tensor("array") == Self.expected([2, 3, 4]))
    for version in [2, 3] {
      let file = try TensorFile.load(Self.path("version\(version).npy"))
      #expect(try file.tensor("array") == Self.expected([3, 2]))
    }
    let halves = try TensorFile.load(Self.path("halves.npy")).tensor("array").values
    let expected: [Float] = [0, -0.0, 0x1p-24, -0x1.ff8p-15, 65504, .infinity, -.infinity]
    #expect(Array(halves[..<7]) == expected)
    #expect(halves[1].sign == .minus)
    #expect(halves[7].isNaN)
    #expect(halves[8] == 0x1.554p-2)
  }

  @Test func safetensors() throws {
    let file = try TensorFile.load(Self.path("types.safetensors"))
    for type in ["F16", "BF16", "F32", "F64", "I8", "I16", "I32", "I64"] {
      #expect(try file.tensor(type) == Self.expected([2, 3]), "\(type)")
    }
    for type in ["U8", "U16", "U32", "U64"] {
      #expect(try file.tensor(type) == Self.expected([2, 3], signed: false), "\(type)")
    }
    #expect(try file.tensor("BOOL") == Self.bits)
    #expect(try file.tensor("net.0.weight") == Tensor(0.1))
    #expect(try file.tensor("ağırlık \"1\"\n").shape == [0, 2])
    #expect(file.metadata == ["source": "numpy — 1 \"x\""])
  }

  @Test(arguments: ["u1", "i1", "i2", "i4", "f4", "f8"])
  func idx(_ type: String) throws {
    #expect(
      try IDXFile.tensor(path: Self.path("idx-\(type).idx"))
        == Self.expected([2, 3], signed: type != "u1"))
  }

  @Test(arguments: [1, 9])
  func gzippedImages(_ level: Int) throws {
    let images = try IDXFile.tensor(path: Self.path("images\(level).idx.gz"))
    #expect(images.shape == [20, 28, 28])
    for (place, value) in images.values.enumerated() {
      let (image, pixel) = (place / 784, place % 784)
      #expect(value == Float((image + pixel) % 251))
    }
  }

  // MARK: Writing

  static let tensors: [(name: String, tensor: Tensor)] = [
    (
      "net.0.weight", Tensor(shape: [2, 3], values: [1, -0.0, .infinity, 0x1p-149, 3.1415927, -7])
    ),
    ("scalar", Tensor(0.1)), ("ağ \"\\\u{1}\n", Tensor(shape: [0, 3], values: [])),
    ("vector", Tensor(shape: [17], values: (0..<17).map { Float($0) })),
  ]

  @Test func archivesRoundTrip() throws {
    let bytes = try NPZFile.bytes(Self.tensors)
    let file = try TensorFile.open(bytes, path: "a.npz")
    #expect(file.names == Self.tensors.map(\.name))
    for (name, tensor) in Self.tensors { #expect(try file.tensor(name) == tensor) }
    #expect(try NPZFile.bytes(Self.tensors) == bytes)
  }

  @Test func safetensorsRoundTrip() throws {
    let bytes = try SafetensorsFormat.bytes(Self.tensors, metadata: ["format": "pt\t"])
    let file = try TensorFile.open(bytes, path: "a.safetensors")
    #expect(file.names == ["ağ \"\\\u{1}\n", "net.0.weight", "scalar", "vector"].sorted())
    for (name, tensor) in Self.tensors { #expect(try file.tensor(name) == tensor) }
    #expect(file.metadata == ["format": "pt\t"])
    #expect(
      try SafetensorsFormat.bytes(Self.tensors.reversed(), metadata: ["format": "pt\t"]) == bytes)
  }

  @Test func arraysRoundTrip() throws {
    for (_, tensor) in Self.tensors {
      let bytes = NPYFile.bytes(tensor)
      #expect((bytes.count - tensor.count * 4) % 64 == 0)
      #expect(try TensorFile.open(bytes, path: "a.npy").tensor("array") == tensor)
    }
  }

  @Test func filesAreWrittenWhole() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nabla-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.npy").path()
    try NPYFile.save(Tensor(1), to: path)
    try NPYFile.save(Tensor(2), to: path)
    #expect(try TensorFile.load(path).tensor("array") == Tensor(2))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["a.npy"])
    let error = #expect(throws: EngineError.self) {
      try NPYFile.save(Tensor(1), to: folder.appending(path: "no/a.npy").path())
    }
    #expect(
      error?.message
        == "'\(folder.path())/no/a.npy' cannot be written: its folder does not exist")
    let isFolder = #expect(throws: EngineError.self) {
      try NPYFile.save(Tensor(1), to: folder.path())
    }
    #expect(isFolder == EngineError("'\(folder.path())' is a folder, not a file"))
  }

  @Test func tablesRoundTrip() throws {
    let data = Dataset(
      name: "mine",
      columns: [
        DataColumn("x", Tensor(shape: [3, 2], values: [0.1, -2, 3e-9, 4, 5, 1e10])),
        DataColumn("y", Tensor(shape: [3], values: [1, 0, 1])),
      ],
      classNames: ["cat", "dog, \"big\""], featureNames: ["size, cm", "weight"])
    let bytes = CSVWriter.bytes(data)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        "size, cm",weight,y
        0.1,-2,"dog, ""big""\"
        3e-09,4,cat
        5,10000000000,"dog, ""big""\"

        """)
    let read = try CSVFile.dataset(bytes: bytes, name: "mine", target: "y")
    #expect(read == data)
  }

  @Test func texts() throws {
    #expect(
      try TextFile.text(bytes: [0xEF, 0xBB, 0xBF] + Array("ağ\r\nb\rc\n".utf8), path: "a")
        == "ağ\nb\nc\n")
    for (bytes, error) in [
      (
        [0xFF, 0xFE, 0x41, 0],
        EngineError("a is written in UTF-16", hint: "save it as text in UTF-8")
      ),
      ([0x41, 0], EngineError("a holds a zero byte: this is not a text file")),
      ([0x41, 0xC3], EngineError("a is not UTF-8 text", hint: "save it as text in UTF-8")),
    ] as [([UInt8], EngineError)] {
      #expect(
        #expect(throws: EngineError.self) { try TextFile.text(bytes: bytes, path: "a") } == error)
    }
  }
}
