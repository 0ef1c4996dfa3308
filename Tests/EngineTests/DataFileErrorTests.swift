import Engine
import Testing

/// Torn, lying and hostile files: a clear error, before anything large is made.
@Suite struct DataFileErrorTests {
  private func error(_ bytes: [UInt8], _ path: String = "f") -> EngineError? {
    #expect(throws: EngineError.self) { try TensorFile.open(bytes, path: path) }
  }

  // MARK: safetensors

  private func safetensors(_ header: String, _ data: Int = 0, length: UInt64? = nil) -> [UInt8] {
    let text = Array(header.utf8)
    let length = length ?? UInt64(text.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + text
      + [UInt8](repeating: 0, count: data)
  }

  @Test(arguments: [
    (
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 4,
      "f: 'a' lies outside the file: bytes 0 to 8 of 4"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, 8,
      "f: 'a': [3] of F32 does not fit into 8 bytes"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}"#, 8,
      "f: 'a': [4611686018427387904, 4] of F32 does not fit into 8 bytes"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}"#, 8,
      "the header of f is not valid JSON: a number is too large at byte 47"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,8]}}"#, 8,
      "the header of f is not valid JSON: a whole number is expected at byte 29"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"#
        + #""data_offsets":[0,4]}}"#, 4, "f: 'b' overlaps another tensor"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, "f has a gap before 'a'"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 8,
      "f has 4 bytes that belong to no tensor"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
        + #""a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8,
      "f has two tensors named 'a'"
    ),
    (
      #"{"a":{"dtype":"F8_E4M3","shape":[4],"data_offsets":[0,4]}}"#, 4,
      "f: 'a' holds numbers of the type 'F8_E4M3', which is not known"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1]}}"#, 4,
      "f: 'a' lacks its dtype, shape or data_offsets"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}"#, 4,
      "f: 'a' has more than two data_offsets"
    ),
    (#"{"a":"#, 0, "the header of f is not valid JSON: '{' is expected at byte 5"),
    (#"{} {}"#, 0, "the header of f is not valid JSON: something follows the end at byte 3"),
    (#"{"a\q":1}"#, 0, "the header of f is not valid JSON: an unknown escape at byte 5"),
    (#"{"a"#, 0, "the header of f is not valid JSON: a text is opened and never closed at byte 3"),
    (#"{"\ud800":{}}"#, 0, "the header of f is not valid JSON: half a surrogate pair at byte 8"),
  ])
  func headersThatLie(_ header: String, _ data: Int, _ message: String) {
    #expect(error(safetensors(header, data))?.message == message)
  }

  @Test func deepHeaders() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      error(safetensors(#"{"a":{"x":"# + deep))?.message
        == "the header of f is not valid JSON: more than 32 levels of brackets at byte 42")
  }

  @Test func headerLengths() {
    #expect(
      error(safetensors("{}", length: .max))?.message
        == "f claims a header of 18446744073709551615 bytes; 100000000 are allowed")
    #expect(
      error(safetensors("{}", length: 99_999_999))?.message
        == "f is torn: its header has 99999999 bytes, the file 2")
    #expect(throws: Never.self) { try TensorFile.open(safetensors("{}  "), path: "f") }
  }

  // MARK: NPY

  private func npy(_ header: String, _ data: Int = 0, version: UInt8 = 1) -> [UInt8] {
    let text = Array(header.utf8)
    return [0x93] + Array("NUMPY".utf8) + [version, 0, UInt8(text.count & 255)]
      + [UInt8(text.count >> 8)] + text + [UInt8](repeating: 0, count: data)
  }

  @Test(arguments: [
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }", 8,
      "f is torn: [3, 4] of float32 needs 48 bytes, there are 8"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", 8,
      "f claims a shape beyond counting: [4611686018427387904, 4]"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4611686018427387904, 4), }", 0,
      "f claims a shape beyond counting: [0, 4611686018427387904, 4]"
    ),
    ("{'descr': '<f4', 'fortran_order': False}", 8, "f has no NPY header that can be read"),
    ("{'descr': '<f4', 'descr': '<f4'}", 8, "f has no NPY header that can be read"),
    ("{'descr': <f4}", 8, "f has no NPY header that can be read"),
    ("{'descr", 8, "f has no NPY header that can be read"),
    ("", 8, "f has no NPY header that can be read"),
    (
      "{'descr': '<U5', 'fortran_order': False, 'shape': (), }", 20,
      "f holds numbers of the type '<U5', which is not known"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': ("
        + String(repeating: "1,", count: 65) + "), }", 4, "f claims more than 64 axes"
    ),
  ])
  func arrayHeaders(_ header: String, _ data: Int, _ message: String) {
    #expect(error(npy(header, data))?.message == message)
  }

  @Test func arraysOfOtherThings() {
    #expect(
      error(npy("{}", version: 9))?.message == "f is of NPY version 9; 1 to 3 are known")
    #expect(
      loading("objects.npy")?.message.hasSuffix(
        "objects.npy holds pickled Python objects, which are never opened") == true)
    #expect(
      loading("records.npy")?.message.hasSuffix("records.npy holds records with fields") == true)
    #expect(
      loading("complex.npy")?.message.hasSuffix(
        "complex.npy holds numbers of the type '<c8', which is not known") == true)
  }

  private func loading(_ name: String) -> EngineError? {
    #expect(throws: EngineError.self) { try TensorFile.load(DataFileTests.path(name)) }
  }

  // MARK: All formats

  @Test func unknownFiles() {
    #expect(
      error(Array("hello world".utf8))
        == EngineError(
          "f is not a file of tensors that is known",
          hint:
            "load opens .safetensors, .npy and .npz; csv, idx and text have functions of their own"
        ))
    #expect(error([])?.message == "f is empty")
    #expect(error([0x50, 0x4B, 3, 4])?.message == "f is torn: it has no directory")
  }

  @Test func unknownTensors() throws {
    let file = try TensorFile.load(DataFileTests.path("types.safetensors"))
    let missing = #expect(throws: EngineError.self) { try file.tensor("net.0.weigth") }
    #expect(missing?.message.hasSuffix("types.safetensors has no tensor 'net.0.weigth'") == true)
    #expect(missing?.hint == "did you mean 'net.0.weight'?")
  }

  /// Every file cut off anywhere is refused or, where only padding is missing, still right.
  @Test(arguments: [
    "fortran.npy", "version2.npy", "stored.npz", "packed.npz", "types.safetensors",
  ])
  func tornFiles(_ name: String) throws {
    let bytes = try DataFileTests.bytes(name)
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      #expect(throws: EngineError.self, "\(length)") {
        try TensorFile.open(Array(bytes[..<length]), path: name)
      }
    }
  }

  @Test(arguments: ["idx-f8.idx", "images1.idx.gz", "images9.idx.gz"])
  func tornIDX(_ name: String) throws {
    let bytes = try DataFileTests.bytes(name)
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      #expect(throws: EngineError.self, "\(length)") {
        try IDXFile.tensor(bytes: Array(bytes[..<length]), path: name)
      }
    }
  }

  /// Any byte of any file may be wrong: nothing traps, whatever comes out.
  @Test(arguments: [
    "fortran.npy", "stored.npz", "packed.npz", "types.safetensors", "images9.idx.gz", "idx-i2.idx",
  ])
  func changedFiles(_ name: String) throws {
    let original = try DataFileTests.bytes(name)
    let random = RandomStream(seed: 7, stream: streamHash(name))
    for trial in 0..<(name == "packed.npz" ? 40 : 200) {
      var bytes = original
      for change in 0...trial % 3 {
        let place = random.integer(at: trial * 8 + change, below: min(bytes.count, 4000))
        bytes[place] = UInt8(random.integer(at: trial * 8 + 4 + change, below: 256))
      }
      if name.contains("idx") {
        _ = try? IDXFile.tensor(bytes: bytes, path: name)
      } else if let file = try? TensorFile.open(bytes, path: name) {
        for tensor in file.names { _ = try? file.tensor(tensor) }
      }
    }
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4], "f is not an IDX file"),
      ([0, 0, 7, 1, 0, 0, 0, 0], "f holds numbers of the unknown IDX type 7"),
      ([0, 0, 8, 2, 0, 0], "f is torn: it has no whole IDX header"),
      (
        [0, 0, 8, 1, 0, 0, 0, 9, 1],
        "f is torn: [9] of uint8 needs 9 bytes, there are 1"
      ),
      (
        [0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
        "f claims a shape beyond counting: [4294967295, 4294967295, 4294967295]"
      ),
      ([0x1F, 0x8B, 8, 0], "f is torn: its gzip data are not whole"),
    ] as [([UInt8], String)])
  func idxHeaders(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: EngineError.self) { try IDXFile.tensor(bytes: bytes, path: "f") }
    #expect(error?.message == message)
  }

  /// A zip entry that unpacks to more than it says stops there.
  @Test func bombs() throws {
    var bytes = try DataFileTests.bytes("packed.npz")
    let directory = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    // The size of the first entry, 2 × 3 halves, in the directory.
    bytes[directory + 24] = 5
    bytes[directory + 25] = 0
    #expect(
      error(bytes)?.message == "f: 'f2.npy' unpacks to more than the 5 bytes it claims")
    bytes[directory + 24...directory + 27] = [0xFE, 0xFF, 0xFF, 0xFF]
    #expect(error(bytes) != nil)
  }

  @Test func namesWrittenTwice() {
    let twice = [("a", Tensor(1)), ("a", Tensor(2))]
    let error = #expect(throws: EngineError.self) { try SafetensorsFormat.bytes(twice) }
    #expect(error == EngineError("two tensors cannot both be named 'a'"))
  }
}
