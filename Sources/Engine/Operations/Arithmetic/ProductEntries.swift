// Products of vectors and matrices by PyTorch's names; the operation is `MatMul`.

enum ProductEntries {
  static let all: [Entry] = [
    MatMul.entry, bmm, dot, outer, einsum, CosineSimilarity.entry,
  ]

  private static let bmm = Entry(
    Descriptor(
      "bmm", .function, signature: "bmm(a, b)",
      summary: "The matrix products of two batches.",
      shapes: "[b, n, k], [b, k, m] → [b, n, m]", formula: "yᵦᵢⱼ = Σₖ aᵦᵢₖ bᵦₖⱼ", source: "",
      example: "bmm([[[1, 2]]], [[[3], [4]]])"),
    .function { arguments, graph throws(EngineError) in
      let (a, b) = (try arguments.tensor("a", graph), try arguments.tensor("b", graph))
      let (left, right) = (graph.shape(a), graph.shape(b))
      guard left.rank == 3, right.rank == 3, left[0] == right[0] else {
        throw EngineError(
          "bmm: shapes \(left) and \(right) are not two batches of matrices of one size")
      }
      return try graph.matmul(a, b)
    })

  private static let dot = Entry(
    Descriptor(
      "dot", .function, signature: "dot(a, b)", summary: "The product of two vectors.",
      shapes: "[n], [n] → []", formula: "Σ aᵢ bᵢ", source: "", example: "dot([1, 2], [3, 4])"),
    .function { arguments, graph throws(EngineError) in
      let (a, b) = (try arguments.tensor("a", graph), try arguments.tensor("b", graph))
      let (left, right) = (graph.shape(a), graph.shape(b))
      guard left.rank == 1, left == right else {
        throw EngineError("dot: shapes \(left) and \(right) are not vectors of one length")
      }
      return try graph.matmul(a, b)
    })

  private static let outer = Entry(
    Descriptor(
      "outer", .function, signature: "outer(a, b)",
      summary: "Every element of one vector times every element of another.",
      shapes: "[n], [m] → [n, m]", formula: "yᵢⱼ = aᵢ bⱼ", source: "",
      example: "outer([1, 2], [3, 4, 5])"),
    .function { arguments, graph throws(EngineError) in
      let (a, b) = (try arguments.tensor("a", graph), try arguments.tensor("b", graph))
      guard graph.shape(a).rank == 1, graph.shape(b).rank == 1 else {
        throw EngineError(
          "outer: shapes \(graph.shape(a)) and \(graph.shape(b)) are not two vectors")
      }
      return try graph.times(try graph.add(InsertAxis(at: 1), [a]), b)
    })

  private static let einsum = Entry(
    Descriptor(
      "einsum", .function, signature: "einsum(equation, *operands)",
      summary: "Products summed by Einstein's convention: letters that are not in the result.",
      shapes: "as the equation says", formula: "", source: "Einstein 1916",
      example: "einsum(\"ij,jk->ik\", [[1, 2], [3, 4]], [[1, 0], [0, 1]])"),
    .function { arguments, graph throws(EngineError) in
      try Einsum(
        try arguments.text("equation"), try arguments.tensors("operands", graph), in: graph
      ).traced()
    })
}
