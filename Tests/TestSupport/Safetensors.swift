// Reads safetensors files for tests: names, shapes, and values as doubles. A header length of
// eight bytes, a JSON header, then the tensors one after another, little-endian.

public import Foundation

/// A tensor of a file, whatever its type there, as doubles; integers are exact up to 2⁵³.
public struct SafetensorsTensor: Sendable {
  public let type: String
  public let shape: [Int]
  public let values: [Double]
}

/// What is wrong with a reference file.
public struct ReferenceFileError: Error, CustomStringConvertible {
  public let description: String
}

/// All tensors of a file and its metadata.
public struct SafetensorsFile: Sendable {
  public let metadata: [String: String]
  public let tensors: [String: SafetensorsTensor]

  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  private enum HeaderValue: Decodable {
    case metadata([String: String])
    case tensor(Entry)

    init(from decoder: any Decoder) throws {
      if let entry = try? Entry(from: decoder) {
        self = .tensor(entry)
      } else {
        self = .metadata(try [String: String](from: decoder))
      }
    }
  }

  public init(contentsOf file: URL) throws {
    try self.init(Array(Data(contentsOf: file)), name: file.lastPathComponent)
  }

  public init(_ bytes: [UInt8], name: String) throws {
    guard bytes.count >= 8 else { throw ReferenceFileError(description: "\(name) is torn") }
    let length = Self.integer(bytes, at: 0)
    guard length >= 0, length <= bytes.count - 8 else {
      throw ReferenceFileError(description: "\(name) has a torn header")
    }
    let header = try JSONDecoder().decode(
      [String: HeaderValue].self, from: Data(bytes[8..<8 + length]))
    var metadata: [String: String] = [:]
    var tensors: [String: SafetensorsTensor] = [:]
    for (key, value) in header {
      switch value {
      case .metadata(let values): metadata = values
      case .tensor(let entry):
        tensors[key] = try Self.tensor(
          entry, bytes: bytes, start: 8 + length, name: "\(name): \(key)")
      }
    }
    self.metadata = metadata
    self.tensors = tensors
  }

  private static func tensor(
    _ entry: Entry, bytes: [UInt8], start: Int, name: String
  ) throws -> SafetensorsTensor {
    let size = entry.dtype == "F32" ? 4 : 8
    let count = entry.shape.reduce(1, *)
    guard ["F32", "F64", "I64"].contains(entry.dtype), entry.data_offsets.count == 2,
      entry.data_offsets[0] >= 0, entry.data_offsets[1] <= bytes.count - start,
      entry.data_offsets[1] - entry.data_offsets[0] == count * size
    else { throw ReferenceFileError(description: "\(name) is torn or of another type") }
    let first = start + entry.data_offsets[0]
    let values = (0..<count).map { index -> Double in
      let place = first + index * size
      switch entry.dtype {
      case "F32":
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << (8 * $1) }
        return Double(Float(bitPattern: bits))
      case "F64": return Double(bitPattern: UInt64(bitPattern: Int64(integer(bytes, at: place))))
      default: return Double(integer(bytes, at: place))
      }
    }
    return SafetensorsTensor(type: entry.dtype, shape: entry.shape, values: values)
  }

  private static func integer(_ bytes: [UInt8], at place: Int) -> Int {
    Int(
      truncatingIfNeeded: (0..<8).reduce(UInt64(0)) {
        $0 | UInt64(bytes[place + $1]) << (8 * $1)
      })
  }
}
