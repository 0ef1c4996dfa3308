// Calls of catalogue entries by name, as the language makes them: names, names of arguments and
// defaults are tested along with what is computed.

import Engine
import Testing

enum EntryCalls {
  static let entries = Dictionary(
    Entries.all.map { ($0.descriptor.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// What a function of the catalogue returns.
  static func call(
    _ name: String, _ positional: [ArgumentValue], _ keywords: [(String, ArgumentValue)] = [],
    in graph: Graph
  ) throws -> [Node] {
    let entry = try #require(entries[name], "\(name)")
    if let node = try entry.overloaded(positional: positional, keywords: keywords, graph: graph) {
      return [node]
    }
    let arguments = try Arguments(
      entry.descriptor, positional: positional, keywords: keywords, graph: graph)
    switch entry.maker {
    case .function(let build): return [try build(arguments, graph)]
    case .functions(let build): return try build(arguments, graph)
    default:
      Issue.record("\(name) is no function")
      return []
    }
  }

  static func call(
    _ name: String, _ nodes: Node..., keywords: [(String, ArgumentValue)] = [], in graph: Graph
  ) throws -> Node {
    try #require(try call(name, nodes.map(ArgumentValue.tensor), keywords, in: graph).first)
  }

  static func list(_ numbers: [Int]) -> ArgumentValue {
    .list(numbers.map { .number(Double($0)) })
  }
}
