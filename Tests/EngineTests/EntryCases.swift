// Every function of the catalogue with operands, called by name: gradients, kernels and hostile
// numbers are tested through these too.

import Engine
import TestSupport
import Testing

/// A setting of a call, as it is typed.
enum EntrySetting: Sendable {
  case number(Double)
  case flag(Bool)
  case text(String)
  case list([Double])
  case none

  var value: ArgumentValue {
    switch self {
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .text(let text): .text(text)
    case .list(let numbers): .list(numbers.map(ArgumentValue.number))
    case .none: .none
    }
  }
}

extension OperationCase {
  /// A function by name; of several results the first.
  static func entry(
    _ name: String, _ shapes: [Shape], _ kinds: [Kind] = [], _ note: String = "",
    then more: [EntrySetting] = [],
    _ keywords: KeyValuePairs<String, EntrySetting> = [:]
  ) -> OperationCase {
    let named = keywords.map { (name: $0.key, setting: $0.value) }
    return OperationCase(note.isEmpty ? name : name + " " + note, shapes, kinds) { graph, nodes in
      try #require(
        try EntryCalls.call(
          name, nodes.map(ArgumentValue.tensor) + more.map(\.value),
          named.map { ($0.name, $0.setting.value) }, in: graph
        ).first)
    }
  }

  static let entries: [OperationCase] =
    activations + comparisons + reductions + rearrangements + choices + products

  private static func numbers(_ values: Double...) -> EntrySetting { .list(values) }

  private static let activations: [OperationCase] = [
    entry("gelu", [[3, 5]], [], "tanh", ["approximate": .text("tanh")]),
    entry("softplus", [[3, 5]], [], "beta", ["beta": .number(2)]),
    entry("softplus", [[3, 5]], [], "threshold", ["threshold": .number(0.71)]),
    entry("celu", [[3, 5]], [], "", ["alpha": .number(1.3)]),
    entry("celu", [[]]), entry("selu", [[3, 5]]), entry("mish", [[3, 5]]),
    entry("softsign", [[3, 5]]), entry("logsigmoid", [[3, 5]]),
    entry("hardtanh", [[3, 5]], [], "", ["min_val": .number(-1.123), "max_val": .number(0.9)]),
    entry("relu6", [[3, 5]]), entry("hardsigmoid", [[3, 5]]), entry("hardswish", [[3, 5]]),
    entry("glu", [[3, 4]]), entry("glu", [[2, 3]], [], "rows", ["axis": .number(0)]),
    entry("prelu", [[2, 3, 2], [3]]), entry("prelu", [[2, 3], [3]]), entry("prelu", [[4], [1]]),
    entry("prelu", [[4], []]), entry("maxout", [[2, 6]], [], "", ["pieces": .number(3)]),
    entry("softmax", [[3, 2, 4]], [], "middle", ["axis": .number(1)]),
    entry("softmax", [[3, 4]], [], "cold", ["temperature": .number(0.5)]),
    entry("softmax", [[3, 4], []], [.any, .positive], "by a tensor", then: [])
      .replacing { graph, nodes in
        try EntryCalls.call(
          "softmax", nodes[0], keywords: [("temperature", .tensor(nodes[1]))], in: graph)
      },
    entry("log_softmax", [[3, 4]], [], "first", ["axis": .number(0)]),
    entry("clamp", [[3, 5]], [], "", ["min": .number(-0.712), "max": .number(0.913)]),
    entry("clip", [[3, 5]], [], "", ["max": .number(0.913)]),
  ]

  private static let comparisons: [OperationCase] =
    ["eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor"].map {
      entry($0, [[3, 1], [4]])
    }
    + ["logical_not", "isnan", "isinf", "isfinite", "zeros_like", "ones_like"].map {
      entry($0, [[3, 4]])
    } + [
      entry("floor_divide", [[3, 1], [4]], [.any, .positive]),
      entry("full_like", [[3, 4]], then: [.number(2.5)]),
      entry("any", [[3, 4]], [.mask], "", ["axis": .number(0)]),
      entry("all", [[3, 4]], [.mask], "", ["axis": .number(1), "keepdim": .flag(true)]),
    ]

  private static let reductions: [OperationCase] = {
    var cases: [OperationCase] = []
    for name in ["prod", "logsumexp", "var", "norm"] {
      for axis in [.none, .number(0), numbers(-1, 0), numbers(1, 0)] as [EntrySetting] {
        cases.append(entry(name, [[3, 2, 4]], [], "\(axis)", ["axis": axis]))
      }
      cases.append(entry(name, [[7]], [], "vector", ["axis": .number(0), "keepdim": .flag(true)]))
      cases.append(entry(name, [[2, 3]], [], "all", ["keepdim": .flag(true)]))
    }
    for name in ["std", "sum", "mean", "amax", "amin"] {
      cases.append(
        entry(name, [[3, 2, 4]], [], "two", ["axis": numbers(2, 0), "keepdim": .flag(true)]))
    }
    for p in [0, 1, 3, 0.5, .infinity, -.infinity] {
      cases.append(
        entry("norm", [[3, 4]], [], "p \(p)", ["p": .number(p), "axis": .number(1)]))
    }
    cases.append(entry("var", [[3, 4]], [], "biased", ["unbiased": .flag(false)]))
    cases.append(entry("std", [[3, 4]], [], "2", ["correction": .number(2), "axis": .number(1)]))
    for axis in [0, 1, -1] {
      for name in ["cumsum", "cumprod"] {
        cases.append(entry(name, [[3, 4, 2]], [], "\(axis)", ["axis": .number(Double(axis))]))
      }
    }
    cases.append(OperationCase(RunningSum(axis: 1, isReversed: true), [[2, 5]], [], " reversed"))
    cases.append(OperationCase(RunningProduct(axis: 0, isReversed: true), [[5, 2]], [], " back"))
    cases.append(OperationCase(LinearScan(axis: 1), [[2, 5], [2, 5]]))
    cases.append(
      OperationCase(LinearScan(axis: 0, isReversed: true), [[4, 3], [4, 3]], [], " back"))
    for name in ["max", "min"] {
      cases.append(entry(name, [[3, 4]]))
      cases.append(entry(name, [[3, 4]], [], "rows", ["axis": .number(1)]))
      cases.append(
        entry(name, [[3, 4]], [], "kept", ["axis": .number(0), "keepdim": .flag(true)]))
    }
    return cases
  }()

  private static let rearrangements: [OperationCase] = [
    OperationCase(JoinAxes(from: 0, to: 1), [[2, 3, 4]]),
    OperationCase(JoinAxes(from: 1, to: -1), [[2, 3, 4]], [], " last"),
    OperationCase(Unflatten(last: 3), [[2, 6]]),
    entry("squeeze", [[1, 3, 1]]), entry("squeeze", [[1, 3, 1]], [], "last", then: [.number(-1)]),
    OperationCase(RemoveAxis(at: 1), [[3, 1, 2]], [], " 1"),
    entry("expand", [[3, 1]], then: [numbers(2, -1, 4)]), entry("expand", [[]], then: [numbers(3)]),
    entry("expand_as", [[3, 1], [2, 3, 4]]),
    entry("repeat", [[2, 3]], then: [numbers(2, 1, 2)]),
    entry("tile", [[2, 3]], then: [numbers(2)]),
    entry("roll", [[3, 4]], then: [.number(1)]),
    entry("roll", [[3, 4]], [], "axes", then: [numbers(-1, 5), numbers(0, 1)]),
    entry("pad", [[2, 3]], [], "constant", then: [numbers(1, 2, -1, 1)], ["value": .number(1.5)]),
    entry("pad", [[2, 4]], [], "reflect", then: [numbers(2, 3)], ["mode": .text("reflect")]),
    entry(
      "pad", [[2, 3]], [], "replicate", then: [numbers(2, 4, 1, 0)], ["mode": .text("replicate")]),
    entry("pad", [[2, 3]], [], "circular", then: [numbers(2, 3)], ["mode": .text("circular")]),
    entry("transpose", [[2, 3, 4]], then: [.number(0), .number(-1)]),
    entry("flip", [[2, 3, 4]]), entry("flip", [[2, 3, 4]], [], "axes", then: [numbers(0, -1)]),
    entry(
      "slice", [[5, 3]], then: [.number(0)], ["start": .number(1), "step": .number(2)]),
    entry("narrow", [[5, 3]], then: [.number(0), .number(-3), .number(2)]),
    entry("select", [[3, 4]], then: [.number(1), .number(-1)]),
    entry("chunk", [[5, 2]], then: [.number(2)]), entry("unbind", [[3, 2]]),
    entry("diag", [[3]]), entry("diag", [[3]], [], "above", then: [.number(1)]),
    entry("diag", [[3, 4]], [], "below", then: [.number(-1)]),
    entry("diagonal", [[2, 3, 4]], then: [.number(1)]), entry("diagonal", [[2, 2]]),
    OperationCase("stack", [[2, 3], [2, 3]]) { graph, nodes in
      try EntryCalls.call(
        "stack", [.list(nodes.map(ArgumentValue.tensor))], [("axis", .number(1))], in: graph)[0]
    },
    OperationCase("concat", [[2, 3], [2, 1]]) { graph, nodes in
      try EntryCalls.call(
        "concat", [.list(nodes.map(ArgumentValue.tensor))], [("dim", .number(1))], in: graph)[0]
    },
  ]

  private static let choices: [OperationCase] = [
    entry("where", [[3, 1], [1, 4], [2, 1, 1]], [.mask]), entry("where", [[5], [5], []], [.mask]),
    OperationCase("gather", [[4, 3], [4, 2]], [.any, .index(3)]) { graph, nodes in
      try EntryCalls.call(
        "gather", [.tensor(nodes[0]), .number(1), .tensor(nodes[1])], in: graph)[0]
    },
    OperationCase(GatherAlong(axis: 0), [[4, 3], [6, 2]], [.any, .index(4)], " rows"),
    indexed("scatter_add", [[4, 3], [6, 3], [6, 3]], 0),
    indexed("scatter", [[4, 3], [6, 3], [6, 3]], 0),
    indexed("scatter", [[4, 5], [3, 3], [3, 3]], 1),
    OperationCase("index_select", [[3, 5, 2], [4]], [.any, .index(5)]) { graph, nodes in
      try EntryCalls.call(
        "index_select", [.tensor(nodes[0]), .number(1), .tensor(nodes[1])], in: graph)[0]
    },
    OperationCase("index_add", [[3, 5, 2], [4], [3, 4, 2]], [.any, .index(5), .any]) {
      graph, nodes in
      try EntryCalls.call(
        "index_add",
        [.tensor(nodes[0]), .number(1), .tensor(nodes[1]), .tensor(nodes[2])], in: graph)[0]
    },
    entry("argmax", [[3, 4]]), entry("argmin", [[3, 4]], [], "", ["axis": .number(0)]),
    entry("argsort", [[3, 5]]), entry("sort", [[3, 5]]),
    entry("sort", [[5, 3]], [], "falling", ["axis": .number(0), "descending": .flag(true)]),
    entry("topk", [[3, 5]], then: [.number(2)]),
    entry(
      "topk", [[5, 3]], [], "smallest", then: [.number(2)],
      ["axis": .number(0), "largest": .flag(false)]),
    entry("one_hot", [[4]], [.index(3)], then: [.number(3)]),
  ]

  private static func indexed(_ name: String, _ shapes: [Shape], _ axis: Int) -> OperationCase {
    OperationCase("\(name) \(axis)", shapes, [.any, .index(shapes[0][axis]), .any]) {
      graph, nodes in
      try EntryCalls.call(
        name,
        [.tensor(nodes[0]), .number(Double(axis)), .tensor(nodes[1]), .tensor(nodes[2])],
        in: graph)[0]
    }
  }

  private static let products: [OperationCase] =
    [
      entry("matmul", [[2, 3], [3, 4]]), entry("bmm", [[2, 3, 4], [2, 4, 2]]),
      entry("dot", [[4], [4]]), entry("outer", [[3], [4]]),
      entry("cosine_similarity", [[3, 4], [4]]),
    ]
    + [
      ("ij,jk->ik", [[3, 4], [4, 2]]), ("ij,jk", [[3, 4], [4, 2]]), ("i,i->", [[4], [4]]),
      ("ij->ji", [[3, 4]]), ("ij->", [[3, 4]]), ("ij->i", [[3, 4]]), ("i,j->ij", [[3], [4]]),
      ("i,j->ji", [[3], [4]]), ("bij,bjk->bik", [[2, 3, 4], [2, 4, 2]]),
      ("bihd,bjhd->bhij", [[2, 3, 2, 4], [2, 5, 2, 4]]),
      ("bhij,bjhd->bihd", [[2, 2, 3, 4], [2, 4, 2, 3]]),
      ("ij,ij->ij", [[3, 4], [3, 4]]), ("ij,ij->i", [[3, 4], [3, 4]]),
      ("abc,cbd->ad", [[2, 3, 4], [4, 3, 2]]), ("ij,j->i", [[3, 4], [4]]),
      ("i,ij->j", [[3], [3, 4]]), ("ab,bc,cd->ad", [[2, 3], [3, 4], [4, 2]]),
      ("aij,bjk->abik", [[2, 3, 4], [2, 4, 3]]), ("ij,k->k", [[2, 3], [4]]),
    ].map { equation, shapes in
      OperationCase("einsum \(equation)", shapes) { graph, nodes in
        try EntryCalls.call(
          "einsum", [.text(equation)] + nodes.map(ArgumentValue.tensor), in: graph)[0]
      }
    }

  /// The same operands for another call.
  private func replacing(
    _ build: @escaping @Sendable (Graph, [Node]) throws -> Node
  ) -> OperationCase {
    OperationCase(name, operands.map(\.shape), operands.map(\.kind), build)
  }
}
