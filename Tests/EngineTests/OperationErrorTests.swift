// Every error of operations, of compilation and of sizes, word for word.

import Engine
import TestSupport
import Testing

/// Expects an error with this message and hint.
func expectError(
  _ message: String, hint: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("no error instead of \"\(message)\"", sourceLocation: sourceLocation)
  } catch let error as EngineError {
    #expect(error == EngineError(message, hint: hint), sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(error) instead of \"\(message)\"", sourceLocation: sourceLocation)
  }
}

@Suite struct OperationErrorTests {
  private func expect(
    _ operation: any Operation, _ shapes: [Shape], _ message: String, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectError(message, hint: hint, sourceLocation: sourceLocation) {
      _ = try operation.shape(of: shapes)
    }
  }

  @Test func broadcasting() {
    expect(
      Add(), [[2, 3], [4]], "add: shapes [2, 3] and [4] do not broadcast",
      hint: "aligned at the right, axes must be equal or 1; here 3 meets 4")
    expect(
      Comparison(.lessOrEqual), [[2], [0]], "le: shapes [2] and [0] do not broadcast",
      hint: "aligned at the right, axes must be equal or 1; here 2 meets 0")
    expect(
      MaskedFill(0), [[3], [2, 3]], "masked_fill: a mask of shape [2, 3] does not fit [3]")
    expect(ExpandLike(), [[2, 3], [3]], "expand_like: shape [2, 3] does not stretch to [3]")
    expect(ShareLike(), [[2, 3], [3]], "expand_like: shape [2, 3] does not stretch to [3]")
    expect(SumLike(), [[3], [2, 3]], "sum_like: shape [3] does not reduce to [2, 3]")
    expect(BinaryCrossEntropyTerm(), [[3], [1]], "bce: shapes [3] and [1] differ")
    expect(ReshapeLike(), [[3], [2, 2]], "reshape_like: [3] and [2, 2] differ in size")
  }

  @Test func products() {
    expect(
      MatMul(), [[3], [3, 2]], "matmul: shapes [3] and [3, 2] need at least two axes each",
      hint: "reshape a vector to [1, n] or [n, 1]")
    expect(
      MatMul(), [[4, 3], [2, 5]],
      "matmul: shapes [4, 3] and [2, 5] do not fit: 3 columns meet 2 rows",
      hint: "the last axis of the left operand and the last but one of the right must be equal")
    expect(
      MatMul(transposesLeft: true, transposesRight: true), [[4, 3], [2, 5]],
      "matmul: shapes [4, 3]ᵀ and [2, 5]ᵀ do not fit: 4 columns meet 5 rows",
      hint: "the last axis of the left operand and the last but one of the right must be equal")
    expect(
      MatMul(), [[2, 4, 3], [5, 3, 1]], "matmul: shapes [2] and [5] do not broadcast",
      hint: "aligned at the right, axes must be equal or 1; here 2 meets 5")
    let graph = Graph(seed: 0)
    expectError(
      "matmul: shapes [] and [2, 2]: a scalar has no rows or columns",
      hint: "multiply by a scalar with *"
    ) {
      _ = try graph.matmul(
        graph.constant(2), graph.constant(Tensor(shape: [2, 2], repeating: 1)))
    }
    // Vectors are shown as they were typed.
    for (left, right, message) in [
      ([4], [3, 2], "matmul: shapes [4] and [3, 2] do not fit: 4 columns meet 3 rows"),
      ([2, 4], [3], "matmul: shapes [2, 4] and [3] do not fit: 4 columns meet 3 rows"),
      ([4], [3], "matmul: shapes [4] and [3] do not fit: 4 columns meet 3 rows"),
    ] as [(Shape, Shape, String)] {
      expectError(
        message,
        hint: "the last axis of the left operand and the last but one of the right must be equal"
      ) {
        _ = try graph.matmul(
          graph.constant(Tensor(shape: left, repeating: 1)),
          graph.constant(Tensor(shape: right, repeating: 1)))
      }
    }
  }

  @Test func axes() {
    expect(
      Sum(axis: 2), [[2, 3]], "sum: axis 2 does not exist in shape [2, 3]",
      hint: "axes are -2 to 1")
    expect(
      Mean(axis: 0), [[]], "mean: axis 0 does not exist in shape []", hint: "a scalar has no axes")
    expect(
      Extremum(maximum: true, axis: -3), [[2, 3]], "amax: axis -3 does not exist in shape [2, 3]",
      hint: "axes are -2 to 1")
    expect(
      ArgMax(axis: 1), [[2]], "argmax: axis 1 does not exist in shape [2]", hint: "axes are -1 to 0"
    )
    expect(ArgMax(axis: 1), [[2, 0]], "argmax: axis 1 of shape [2, 0] is empty")
    expect(
      InsertAxis(at: 3), [[2, 3]], "unsqueeze: axis 3 does not exist for shape [2, 3]",
      hint: "axes are -3 to 2")
    expect(Softmax(), [[]], "softmax: a scalar has no axis to normalise over")
    expect(LogSoftmax(), [[]], "log_softmax: a scalar has no axis to normalise over")
    expect(CausalMask(), [[3]], "causal_mask: scores need two axes, not shape [3]")
    expect(Triangle(lower: true), [[3]], "tril: a matrix is needed, not shape [3]")
    expect(Triangle(lower: false), [[]], "triu: a matrix is needed, not shape []")
  }

  @Test func shapes() {
    expect(
      Reshape([2, 2]), [[2, 3]], "reshape: shape [2, 3] has 6 elements and cannot become [2, 2]",
      hint: "the product of the extents must be 6")
    expect(
      Reshape([-1, -1]), [[2, 3]],
      "reshape: shape [2, 3] has 6 elements and cannot become [-1, -1]",
      hint: "at most one extent can be -1")
    expect(
      Reshape([4, -1]), [[2, 3]], "reshape: shape [2, 3] has 6 elements and cannot become [4, -1]",
      hint: "the product of the extents must be 6")
    expect(
      Reshape([-2, -3]), [[2, 3]],
      "reshape: shape [2, 3] has 6 elements and cannot become [-2, -3]",
      hint: "the product of the extents must be 6")
    expect(
      Permute([0, 0]), [[2, 3]], "permute: [0, 0] is not an order of the 2 axes of shape [2, 3]",
      hint: "name every axis from 0 to 1 once")
    expect(Concatenate(), [], "cat: no tensors to join")
    expect(
      Concatenate(axis: 2), [[2, 3]], "cat: axis 2 does not exist in shape [2, 3]",
      hint: "axes are -2 to 1")
    expect(
      Concatenate(), [[2, 3], [3]], "cat: shapes [2, 3] and [3] differ in the number of axes")
    expect(
      Concatenate(axis: 1), [[2, 3], [3, 3]],
      "cat: shapes [2, 3] and [3, 3] differ outside axis 1",
      hint: "all axes but the joined one must be equal")
  }

  @Test func slices() {
    expect(
      Slice([.index(0), .index(0)]), [[2]],
      "slice: 2 indices for shape [2], which has 1 axis")
    expect(
      Slice([.index(0), .index(0), .index(0)]), [[2, 3]],
      "slice: 3 indices for shape [2, 3], which has 2 axes")
    expect(
      Slice([.index(0), .index(3)]), [[2, 3]],
      "slice: index 3 is outside axis 1 of shape [2, 3]", hint: "indices are -3 to 2")
    expect(
      Slice([.index(-3)]), [[2, 3]], "slice: index -3 is outside axis 0 of shape [2, 3]",
      hint: "indices are -2 to 1")
    expect(
      Slice([.index(0)]), [[0, 3]], "slice: index 0 is outside axis 0 of shape [0, 3]",
      hint: "the axis is empty")
    expect(
      Slice([.range(start: nil, stop: nil, step: 0)]), [[2]],
      "slice: the step of a slice cannot be 0")
  }

  @Test func places() {
    expect(
      Gather(), [[3], [2]], "embedding: the table must be a matrix, not of shape [3]")
    expect(OneHot(classes: 0), [[3]], "one_hot: classes must be positive, not 0")
    expect(
      Pick(), [[4, 3], [3]], "pick: one index a row is needed: [3] for shape [4, 3]",
      hint: "class indices have the scores' shape without its last axis")
    expect(
      Pick(), [[], []], "pick: one index a row is needed: [] for shape []",
      hint: "class indices have the scores' shape without its last axis")
  }

  // MARK: Compilation

  @Test func compilation() throws {
    let graph = Graph(seed: 0)
    let w = try graph.freeParameter("w", [2, 1], .zeros)
    let square = try graph.add(Square(), [w])
    graph.name(square, "s")
    expectError(
      "a gradient needs a scalar, s has shape [2, 1]", hint: "take its mean() or sum() first"
    ) { _ = try graph.gradients(of: square, for: [w]) }
    expectError(
      "the loss must be one number, s has shape [2, 1]", hint: "take its mean() or sum()"
    ) { _ = try graph.compileTraining(square, optimizer: SGD()) }
    let alone = graph.constant(3)
    expectError(
      "3 depends on no parameter, there is nothing to train",
      hint: "make trainable tensors with param([…]) or layers such as dense(8)"
    ) { _ = try graph.compileTraining(alone, optimizer: SGD()) }
    let mean = try graph.add(Mean(), [square])
    graph.name(mean, "L")
    expectError(
      "L depends on no parameter, there is nothing to train",
      hint: "make trainable tensors with param([…]) or layers such as dense(8)"
    ) { _ = try graph.compileTraining(mean, optimizer: SGD(), parameters: []) }
  }

  /// A program that only fits full batches says so when the run begins.
  @Test func shortBatch() throws {
    let graph = Graph(seed: 0)
    let source = BatchSource(
      name: "s", columns: [Tensor(shape: [5, 2], repeating: 1)],
      schedule: try BatchSchedule(rows: 5, size: 3, seed: 1, stream: 1))
    let x = try graph.add(BatchRows(source, column: 0), [])
    let program = graph.compile([try graph.add(Reshape([6]), [x])])
    expectError(
      "reshape: shape [2, 2] has 4 elements and cannot become [6]",
      hint: "the product of the extents must be 4"
    ) { _ = try Machine(program) }
  }

  // MARK: Sizes

  @Test func sizes() throws {
    let allowed = "\((Double(Limits.tensorBytes) / 1_073_741_824 * 10).rounded() / 10) GiB"
    expectError("param: a size cannot be negative: [2, -3]") {
      _ = try Graph(seed: 0).freeParameter("w", [2, -3], .zeros)
    }
    for (shape, size) in [
      ([1 << 40, 1 << 40], "over a million GiB"), ([Int.max], "over a million GiB"),
      ([1 << 20, 1 << 20], "4096.0 GiB"), ([0, 1 << 35], "128.0 GiB"),
    ] as [(Shape, String)] {
      expectError(
        "dense: a tensor of shape \(shape) needs \(size), more than this machine allows "
          + "(\(allowed))", hint: "use smaller sizes or mini-batches"
      ) { try Limits.check(shape, for: "dense") }
    }
    try Limits.check([], for: "x")
    try Limits.check([0, 5], for: "x")
    try Limits.check([1024, 1024], for: "x")
    // Nothing was allocated, and the graph is as it was.
    let graph = Graph(seed: 0)
    let y = graph.constant(Tensor(shape: [1, 1 << 12], repeating: 1))
    let wide = try graph.add(OneHot(classes: 1 << 12), [y])
    #expect(graph.shape(wide) == [1, 1 << 12, 1 << 12])
    expectError(
      "one_hot: a tensor of shape [1, 4096, 4096, 1000000000] needs over a million GiB, more than "
        + "this machine allows (\(allowed))", hint: "use smaller sizes or mini-batches"
    ) { _ = try graph.add(OneHot(classes: 1_000_000_000), [wide]) }
  }
}
