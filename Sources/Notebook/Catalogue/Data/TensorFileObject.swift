// A file of tensors as a value: `load("weights.safetensors")["net.0.weight"]`.

import Engine
import Language

struct TensorFileObject: DataObject {
  let file: TensorFile
  /// The path as it was typed: what is shown does not depend on where the session was found.
  let name: String

  /// More rows are not shown.
  private static let mostRows = 100

  var kind: String { "a file of tensors" }
  var count: Int? { file.names.count }
  let memberNames = ["metadata", "names"]

  var summary: String {
    let count = file.names.reduce(0.0) { $0 + Double(file.shape($1)?.count ?? 0) }
    let tensors = "\(file.names.count) tensor\(file.names.count == 1 ? "" : "s")"
    return "\(name), \(tensors), \(Int(count)) numbers"
  }

  var output: Output {
    var rows = file.names.prefix(Self.mostRows).map { name in
      [
        name, file.shape(name).map { "\($0)" } ?? "",
        file.type(name)?.rawValue ?? "",
      ]
    }
    let own = rows.count
    if file.names.count > Self.mostRows {
      rows.append(["… \(file.names.count - Self.mostRows) more", "", ""])
    }
    return .table(TableOutput(header: ["name", "shape", "type"], rows: rows, theirRows: own))
  }

  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    switch name {
    case "names": return .list(file.names.map { .text($0) })
    case "metadata":
      return .list(
        file.metadata.sorted { $0.key < $1.key }.map { .text("\($0.key): \($0.value)") })
    default: return nil
    }
  }

  func element(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    .tensor(
      notebook.graph.constant(
        try notebook.located(range) { () throws(EngineError) in try file.tensor(name) }))
  }
}
