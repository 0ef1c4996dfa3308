// Decompression of DEFLATE (RFC 1951), for the entries of NPZ files and gzipped IDX files. It only
// reads; what nabla writes is stored.

/// Inflates a stream of known or bounded size.
struct Inflate {
  /// What is wrong with the compressed bytes; the caller names the file.
  enum Failure: Error {
    case torn
    /// More comes out than was announced or is allowed.
    case tooLarge
  }

  private let input: ArraySlice<UInt8>
  private var place: Int
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// The bytes that come out, at most `limit` of them; `used` is how many went in.
  static func bytes(
    _ input: ArraySlice<UInt8>, limit: Int, expected: Int = 0
  ) throws(Failure) -> (bytes: [UInt8], used: Int) {
    var inflate = Inflate(input: input, limit: limit, expected: expected)
    try inflate.run()
    // Bytes that were taken in and not needed go back.
    return (inflate.output, inflate.place - input.startIndex - inflate.bitCount / 8)
  }

  private init(input: ArraySlice<UInt8>, limit: Int, expected: Int) {
    self.input = input
    self.limit = limit
    place = input.startIndex
    // A header may lie about the size: DEFLATE yields at most 1032 bytes for one.
    let (most, overflow) = input.count.multipliedReportingOverflow(by: 1032)
    output.reserveCapacity(max(0, min(expected, limit, overflow ? Int.max : most)))
  }

  private mutating func run() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(.fixedLengths, .fixedDistances)
      case 2:
        let (lengths, distances) = try dynamicCodes()
        try decode(lengths, distances)
      default: throw .torn
      }
    }
  }

  // MARK: Bits

  private mutating func refill() {
    while bitCount <= 48, place < input.endIndex {
      bits |= UInt64(input[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    if bitCount < count { refill() }
    guard bitCount >= count else { throw .torn }
    let value = Int(bits & (1 << UInt64(count) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  /// The next symbol of a code.
  private mutating func symbol(_ code: Code) throws(Failure) -> Int {
    if bitCount < Code.longest { refill() }
    let entry = code.table[Int(bits & UInt64(code.table.count - 1))]
    let length = Int(entry & 15)
    guard length > 0, length <= bitCount else { throw .torn }
    bits >>= UInt64(length)
    bitCount -= length
    return Int(entry >> 4)
  }

  // MARK: Blocks

  private mutating func copyStored() throws(Failure) {
    _ = try take(bitCount % 8)
    let length = try take(16)
    guard try take(16) == length ^ 0xFFFF else { throw .torn }
    guard length <= limit - output.count else { throw .tooLarge }
    var rest = length
    while rest > 0, bitCount > 0 {
      output.append(UInt8(try take(8)))
      rest -= 1
    }
    guard rest <= input.endIndex - place else { throw .torn }
    output.append(contentsOf: input[place..<place + rest])
    place += rest
  }

  private mutating func decode(_ lengths: Code, _ distances: Code) throws(Failure) {
    while true {
      let symbol = try symbol(lengths)
      if symbol < 256 {
        guard output.count < limit else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengthBases.count else { throw .torn }
      let length =
        Self.lengthBases[symbol - 257] + (try take(Self.lengthExtra[symbol - 257]))
      let code = try self.symbol(distances)
      guard code < Self.distanceBases.count else { throw .torn }
      let distance = Self.distanceBases[code] + (try take(Self.distanceExtra[code]))
      guard distance <= output.count else { throw .torn }
      guard length <= limit - output.count else { throw .tooLarge }
      // The source may overlap what is being written.
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func dynamicCodes() throws(Failure) -> (Code, Code) {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount { codeLengths[Self.codeOrder[index]] = UInt8(try take(3)) }
    let code = try Code(codeLengths)
    var lengths: [UInt8] = []
    while lengths.count < lengthCount + distanceCount {
      switch try symbol(code) {
      case let length where length < 16: lengths.append(UInt8(length))
      case 16:
        guard let last = lengths.last else { throw .torn }
        lengths.append(contentsOf: repeatElement(last, count: try take(2) + 3))
      case 17: lengths.append(contentsOf: repeatElement(0, count: try take(3) + 3))
      default: lengths.append(contentsOf: repeatElement(0, count: try take(7) + 11))
      }
    }
    guard lengths.count == lengthCount + distanceCount, lengths[256] > 0 else { throw .torn }
    return (try Code(Array(lengths[..<lengthCount])), try Code(Array(lengths[lengthCount...])))
  }

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthExtra = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceExtra = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]

  // MARK: Codes

  /// A prefix code as a table over the next 15 bits: symbol × 16 + length, 0 where no code fits.
  private struct Code {
    static let longest = 15
    let table: [UInt16]

    static let fixedLengths = fixed(
      [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { Array(repeating: $0.1, count: $0.0) })
    static let fixedDistances = fixed(Array(repeating: 5, count: 30))

    private static func fixed(_ lengths: [UInt8]) -> Code {
      Code(table: filled(lengths))
    }

    private init(table: [UInt16]) { self.table = table }

    /// - Throws: if more codes are claimed than there are. Fewer may be: a lone distance has one.
    init(_ lengths: [UInt8]) throws(Failure) {
      var room = 1 << Self.longest
      for length in lengths where length > 0 { room -= 1 << (Self.longest - Int(length)) }
      guard room >= 0 else { throw .torn }
      table = Self.filled(lengths)
    }

    private static func filled(_ lengths: [UInt8]) -> [UInt16] {
      let longest = Int(lengths.max() ?? 0)
      var table = [UInt16](repeating: 0, count: 1 << longest)
      var next = 0
      for length in stride(from: 1, through: longest, by: 1) {
        for (symbol, own) in lengths.enumerated() where Int(own) == length {
          // Codes are written from their highest bit, the table is read from the lowest.
          var place = 0
          for bit in 0..<length where next >> bit & 1 == 1 { place |= 1 << (length - 1 - bit) }
          while place < table.count {
            table[place] = UInt16(symbol << 4 | length)
            place += 1 << length
          }
          next += 1
        }
        next <<= 1
      }
      return table
    }
  }
}

/// The checksum of zip and gzip (ISO 3309, polynomial 0xEDB88320).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte -> UInt32 in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let table = table
    return ~bytes.reduce(~UInt32(0)) { value, byte in
      table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8
    }
  }
}
