// The reference cases in Tests/EngineTests/Fixtures/golden: what went into PyTorch and what came
// out in double precision. Its README tells the names of the tensors.

public import Engine
internal import Foundation

/// A setting of a case.
public enum GoldenSetting: Hashable, Sendable, Decodable {
  case none
  case bool(Bool)
  case number(Double)
  case string(String)
  case list([GoldenSetting])
  case table([String: GoldenSetting])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([GoldenSetting].self) {
      self = .list(value)
    } else {
      self = .table(try container.decode([String: GoldenSetting].self))
    }
  }

  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
  public var int: Int? { number.flatMap { Int(exactly: $0) } }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var list: [GoldenSetting]? { if case .list(let value) = self { value } else { nil } }
  public var strings: [String]? {
    guard let list else { return nil }
    let strings = list.compactMap(\.string)
    return strings.count == list.count ? strings : nil
  }
  public var ints: [Int]? {
    guard let list else { return nil }
    let ints = list.compactMap(\.int)
    return ints.count == list.count ? ints : nil
  }
}

/// One reference case.
public struct GoldenCase: Sendable, CustomStringConvertible {
  /// `operation/matmul-2d`
  public let path: String
  /// `matmul`
  public let name: String
  /// Every setting, defaults included.
  public let config: [String: GoldenSetting]
  /// PyTorch's own error in single precision, relative to the largest value.
  public let outputError: Double
  public let gradientError: Double
  /// Expected texts.
  public let text: [String: GoldenSetting]
  private let file: SafetensorsFile

  public var description: String { path }

  /// The folder of all cases.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "EngineTests/Fixtures/golden")

  /// - Parameter path: without the suffix, as in `operation/matmul-2d`.
  public static func load(named path: String) throws -> GoldenCase {
    try GoldenCase(
      path: path,
      file: SafetensorsFile(contentsOf: folder.appending(path: path + ".safetensors")))
  }

  /// The paths of all cases of a kind whose name is one of these or starts with it and a hyphen,
  /// sorted; all of the kind without names. For `@Test(arguments:)`.
  public static func paths(_ kind: String, _ names: String...) -> [String] {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: kind).path())) ?? []
    return files.filter { $0.hasSuffix(".safetensors") }
      .map { String($0.dropLast(".safetensors".count)) }
      .filter { file in
        names.isEmpty || names.contains { file == $0 || file.hasPrefix($0 + "-") }
      }
      .sorted().map { "\(kind)/\($0)" }
  }

  private init(path: String, file: SafetensorsFile) throws {
    func json<Value: Decodable>(_ key: String, as type: Value.Type) throws -> Value? {
      try file.metadata[key].map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
    self.path = path
    self.file = file
    name = file.metadata["name"] ?? ""
    config = try json("config", as: [String: GoldenSetting].self) ?? [:]
    text = try json("text", as: [String: GoldenSetting].self) ?? [:]
    let errors = try json("float32_error", as: [String: Double].self) ?? [:]
    outputError = errors["output"] ?? 0
    gradientError = errors["gradient"] ?? 0
  }

  /// The names of the tensors that start with this, sorted.
  public func names(_ prefix: String = "") -> [String] {
    file.tensors.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  public func has(_ name: String) -> Bool { file.tensors[name] != nil }

  /// What goes in, in single precision: `input.0`, `param.weight`, `grad_output.0`.
  public func tensor(_ name: String) throws -> Tensor {
    let tensor = try stored(name)
    return Tensor(shape: Shape(tensor.shape), values: tensor.values.map { Float($0) })
  }

  /// `input.0`, `input.1`, … as many as there are.
  public var inputs: [Tensor] {
    get throws {
      var inputs: [Tensor] = []
      while has("input.\(inputs.count)") { inputs.append(try tensor("input.\(inputs.count)")) }
      return inputs
    }
  }

  /// What is expected, in double precision.
  public func expected(_ name: String) throws -> [Double] { try stored(name).values }

  public func shape(_ name: String) throws -> [Int] { try stored(name).shape }

  /// Integers: labels, indices, masks.
  public func ints(_ name: String) throws -> [Int] {
    try stored(name).values.map { value in
      guard let int = Int(exactly: value) else {
        throw ReferenceFileError(description: "\(path): \(name) holds \(value)")
      }
      return int
    }
  }

  /// Every setting, defaults included.
  public var settings: [String: GoldenSetting] { config }

  /// A setting, if it is there.
  public subscript(setting: String) -> GoldenSetting? { config[setting] }

  func isInteger(_ name: String) throws -> Bool { try stored(name).type == "I64" }

  private func stored(_ name: String) throws -> SafetensorsTensor {
    guard let tensor = file.tensors[name] else {
      throw ReferenceFileError(
        description: "\(path) has no \(name): \(names().joined(separator: ", "))")
    }
    return tensor
  }
}
