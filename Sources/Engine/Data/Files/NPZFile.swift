// NumPy's archive: a zip file with an NPY file a tensor (PKWARE's APPNOTE 6.3; stored and deflated
// entries, and the 64-bit sizes that NumPy writes).

/// Reads and writes NPZ.
public enum NPZFile {
  /// One file of the archive, as the central directory says.
  private struct Member {
    var name: String
    var method: Int
    var checksum: UInt32
    var compressed: Int
    var size: Int
    /// Where its local header starts.
    var header: Int
  }

  static func open(_ bytes: [UInt8], path: String) throws(EngineError) -> TensorFile {
    let members = try directory(bytes, path: path)
    var entries: [TensorFile.Entry] = []
    var storage: [[UInt8]] = []
    var names = Set<String>()
    var total = 0
    for member in members {
      let name = member.name.hasSuffix(".npy") ? String(member.name.dropLast(4)) : member.name
      guard names.insert(name).inserted else {
        throw EngineError("\(path) has two arrays named '\(name)'")
      }
      // Sizes are claims; together they are bounded before anything is made.
      total += member.size
      guard total <= TensorFile.largestFile else {
        throw EngineError("\(path) unpacks to more than \(TensorFile.largestFile >> 20) MiB")
      }
      let content = try unpack(member, bytes, path: path)
      entries.append(try NPYFile.entry(content, name: name, path: "\(path): \(name)"))
      storage.append(content)
    }
    guard !entries.isEmpty else { throw EngineError("\(path) holds no arrays") }
    return TensorFile(path: path, entries: entries, storage: storage)
  }

  // MARK: Reading

  private static func directory(
    _ bytes: [UInt8], path: String
  ) throws(EngineError) -> [Member] {
    // The end record is the last thing but a comment of up to 65535 bytes.
    guard bytes.count >= 22,
      let end = (max(0, bytes.count - 22 - 65535)...bytes.count - 22).last(where: {
        bytes[$0...].starts(with: [0x50, 0x4B, 5, 6])
      })
    else { throw torn(path, "it has no directory") }
    var count = number(bytes, end + 10, 2)
    var place = number(bytes, end + 16, 4)
    if place == 0xFFFF_FFFF || count == 0xFFFF {
      guard end >= 20, bytes[(end - 20)...].starts(with: [0x50, 0x4B, 6, 7]) else {
        throw torn(path, "it has no directory")
      }
      let record = number(bytes, end - 12, 8)
      guard record >= 0, record <= bytes.count - 56,
        bytes[record...].starts(with: [0x50, 0x4B, 6, 6])
      else { throw torn(path, "it has no directory") }
      count = number(bytes, record + 32, 8)
      place = number(bytes, record + 48, 8)
    }
    guard count >= 0, count <= 1 << 20, place >= 0, place <= end else {
      throw torn(path, "its directory lies outside the file")
    }
    var members: [Member] = []
    for _ in 0..<count {
      let member = try member(bytes, at: &place, path: path)
      if !member.name.hasSuffix("/") { members.append(member) }
    }
    return members
  }

  private static func member(
    _ bytes: [UInt8], at place: inout Int, path: String
  ) throws(EngineError) -> Member {
    guard place <= bytes.count - 46, bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) else {
      throw torn(path, "its directory is cut off")
    }
    let nameLength = number(bytes, place + 28, 2)
    let extraLength = number(bytes, place + 30, 2)
    let commentLength = number(bytes, place + 32, 2)
    let next = place + 46 + nameLength + extraLength + commentLength
    guard next <= bytes.count else { throw torn(path, "its directory is cut off") }
    guard
      let name = String(
        validating: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
    else { throw EngineError("\(path) has an array whose name is not UTF-8") }
    guard number(bytes, place + 8, 2) & 1 == 0 else {
      throw EngineError("\(path): '\(name)' is encrypted")
    }
    var member = Member(
      name: name, method: number(bytes, place + 10, 2),
      checksum: UInt32(truncatingIfNeeded: number(bytes, place + 16, 4)),
      compressed: number(bytes, place + 20, 4), size: number(bytes, place + 24, 4),
      header: number(bytes, place + 42, 4))
    read64(&member, bytes, place + 46 + nameLength..<place + 46 + nameLength + extraLength)
    place = next
    guard member.compressed >= 0, member.size >= 0, member.header >= 0,
      member.compressed <= bytes.count, member.size <= TensorFile.largestFile
    else {
      throw EngineError(
        "\(path): '\(name)' claims to be larger than \(TensorFile.largestFile >> 20) MiB")
    }
    return member
  }

  /// Sizes of 0xFFFFFFFF stand for those of an extra field, in a fixed order.
  private static func read64(_ member: inout Member, _ bytes: [UInt8], _ extra: Range<Int>) {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound {
      let (tag, length) = (number(bytes, place, 2), number(bytes, place + 2, 2))
      place += 4
      guard tag == 1, place + length <= extra.upperBound else {
        place += length
        continue
      }
      let end = place + length
      for field in [\Member.size, \Member.compressed, \Member.header]
      where member[keyPath: field] == 0xFFFF_FFFF && place + 8 <= end {
        member[keyPath: field] = number(bytes, place, 8)
        place += 8
      }
      return
    }
  }

  private static func unpack(
    _ member: Member, _ bytes: [UInt8], path: String
  ) throws(EngineError) -> [UInt8] {
    let name = "\(path): '\(member.name)'"
    guard member.header <= bytes.count - 30,
      bytes[member.header...].starts(with: [0x50, 0x4B, 3, 4])
    else { throw EngineError("\(name) is torn") }
    let start =
      member.header + 30 + number(bytes, member.header + 26, 2)
      + number(bytes, member.header + 28, 2)
    guard start <= bytes.count, member.compressed <= bytes.count - start else {
      throw EngineError("\(name) is torn")
    }
    let content = bytes[start..<start + member.compressed]
    let unpacked: [UInt8]
    switch member.method {
    case 0: unpacked = Array(content)
    case 8:
      do throws(Inflate.Failure) {
        unpacked = try Inflate.bytes(content, limit: member.size, expected: member.size).bytes
      } catch {
        throw EngineError(
          error == .tooLarge
            ? "\(name) unpacks to more than the \(member.size) bytes it claims" : "\(name) is torn")
      }
    default:
      throw EngineError(
        "\(name) is packed by method \(member.method), which is not known",
        hint: "numpy.savez and numpy.savez_compressed write what can be read")
    }
    guard unpacked.count == member.size, CRC32.checksum(unpacked) == member.checksum else {
      throw EngineError("\(name) is torn: its checksum differs")
    }
    return unpacked
  }

  /// A little-endian number; one of 8 bytes that is too large is negative.
  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<length).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
    return Int(truncatingIfNeeded: value)
  }

  private static func torn(_ path: String, _ what: String) -> EngineError {
    EngineError("\(path) is torn: \(what)")
  }

  // MARK: Writing

  /// An archive of stored entries, in this order, with no time of day in it: the same tensors are
  /// the same bytes.
  public static func bytes(
    _ tensors: [(name: String, tensor: Tensor)]
  ) throws(EngineError) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    func append(_ value: Int, _ length: Int, to bytes: inout [UInt8]) {
      for shift in 0..<length { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
    for (name, tensor) in tensors {
      let content = NPYFile.bytes(tensor)
      let name = Array((name + ".npy").utf8)
      guard name.count < 1 << 16, bytes.count + content.count < 0xFFFF_0000 else {
        throw EngineError(
          "the tensors are more than 4 GiB together, which NPZ files here cannot hold")
      }
      // Version 2.0, UTF-8 names, stored, 1 January 1980.
      var common: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
      append(Int(CRC32.checksum(content)), 4, to: &common)
      append(content.count, 4, to: &common)
      append(content.count, 4, to: &common)
      append(name.count, 2, to: &common)
      append(0, 2, to: &common)
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common
      append(0, 10, to: &directory)
      append(bytes.count, 4, to: &directory)
      directory += name
      bytes += [0x50, 0x4B, 3, 4] + common + name
      bytes += content
    }
    guard tensors.count < 0xFFFF else {
      throw EngineError("\(tensors.count) tensors are too many for an NPZ file")
    }
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    append(tensors.count, 2, to: &bytes)
    append(tensors.count, 2, to: &bytes)
    append(directory.count, 4, to: &bytes)
    append(start, 4, to: &bytes)
    append(0, 2, to: &bytes)
    return bytes
  }

  /// Writes tensors as single precision.
  public static func save(
    _ tensors: [(name: String, tensor: Tensor)], to path: String
  ) throws(EngineError) {
    try FileBytes.write(try bytes(tensors), to: path)
  }
}
