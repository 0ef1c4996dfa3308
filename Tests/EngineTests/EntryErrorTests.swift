// What the functions of the catalogue say to wrong arguments, word for word.

import Engine
import TestSupport
import Testing

@Suite struct EntryErrorTests {
  private let graph = Graph(seed: 0)

  private func tensor(_ extents: Int...) -> ArgumentValue {
    .tensor(graph.constant(Tensor(shape: Shape(extents), repeating: 1)))
  }

  private func expect(
    _ name: String, _ positional: [ArgumentValue],
    _ keywords: KeyValuePairs<String, ArgumentValue>, _ message: String, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectError(message, hint: hint, sourceLocation: sourceLocation) {
      _ = try EntryCalls.call(name, positional, keywords.map { ($0.key, $0.value) }, in: graph)
    }
  }

  private func expect(
    _ name: String, _ positional: [ArgumentValue], _ message: String, hint: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(name, positional, [:], message, hint: hint, sourceLocation: sourceLocation)
  }

  private func list(_ numbers: Int...) -> ArgumentValue { EntryCalls.list(numbers) }

  @Test func activations() {
    expect("softplus", [tensor(2)], ["beta": .number(0)], "softplus: 'beta' must be above 0, not 0")
    expect("celu", [tensor(2)], ["alpha": .number(0)], "celu: 'alpha' cannot be 0")
    expect(
      "hardtanh", [tensor(2)], ["min_val": .number(2)],
      "hardtanh: 'min_val' 2 is above 'max_val' 1")
    expect(
      "glu", [tensor(2, 3)], "glu: axis -1 of shape [2, 3] has 3 elements, which is not even")
    expect(
      "prelu", [tensor(2, 3), tensor(2)], "prelu: weight [2] does not fit [2, 3]",
      hint: "one slope, or one for each channel (axis 1)")
    expect(
      "maxout", [tensor(2, 5)], "the last axis of shape [2, 5] cannot be cut into groups of 2",
      hint: "its extent must be a multiple of 2")
    expect(
      "gelu", [tensor(2)], ["approximate": .text("tan")],
      "gelu: 'approximate' must be one of \"none\", \"tanh\", not \"tan\"",
      hint: "did you mean 'tanh'?")
    expect("clamp", [tensor(2)], "clamp needs 'min' or 'max'", hint: "for example clamp(x, min=0)")
    expect(
      "softmax", [tensor(2)], ["temperature": .number(0)],
      "softmax: 'temperature' must be above 0, not 0",
      hint: "near 0 all goes to the largest; argmax is the limit")
    expect(
      "softmax", [tensor(2)], ["axis": .number(1)], "softmax: axis 1 does not exist in shape [2]",
      hint: "axes are -1 to 0")
    expect("softmax", [.number(1)], "softmax: a scalar has no axis to normalise over")
  }

  @Test func reductions() {
    expect(
      "sum", [tensor(2, 3)], ["axis": list(0, -2)], "sum: axis -2 of shape [2, 3] is named twice")
    expect(
      "var", [tensor(2, 3)], ["axis": list(0, 2)], "var: axis 2 does not exist in shape [2, 3]",
      hint: "axes are -2 to 1")
    expect(
      "std", [tensor(2)], ["correction": .number(-1)],
      "std: 'correction' must be at least 0, not -1")
    expect(
      "std", [tensor(2)], ["axis": .number(1)], "std: axis 1 does not exist in shape [2]",
      hint: "axes are -1 to 0")
    expect(
      "sort", [tensor(2)], ["axis": .number(1)], "sort: axis 1 does not exist in shape [2]",
      hint: "axes are -1 to 0")
    expect("norm", [tensor(2)], ["p": .number(.nan)], "norm: 'p' must be a number, not NaN")
    expect(
      "cumsum", [tensor(2)], ["axis": .number(1)], "cumsum: axis 1 does not exist in shape [2]",
      hint: "axes are -1 to 0")
    expect(
      "cumprod", [.number(2)], "cumprod: axis -1 does not exist in shape []",
      hint: "a scalar has no axes")
    expect(
      "logsumexp", [tensor(2)], ["axis": .number(3)],
      "logsumexp: axis 3 does not exist in shape [2]", hint: "axes are -1 to 0")
    expect("argmin", [tensor(0)], "argmin: shape [0] is empty")
    expect(
      "max", [tensor(2, 0)], ["axis": .number(1)], "max: axis 1 of shape [2, 0] is empty")
    expectError("scan: shapes [2] and [3] differ") {
      _ = try LinearScan(axis: 0).shape(of: [[2], [3]])
    }
  }

  @Test func shapes() {
    expectError("flatten: axis 1 of shape [2, 3] does not stand before 0") {
      _ = try JoinAxes(from: 1, to: 0).shape(of: [[2, 3]])
    }
    expectError("squeeze: axis 0 of shape [2, 1] has 2 elements, not 1") {
      _ = try RemoveAxis(at: 0).shape(of: [[2, 1]])
    }
    expect(
      "expand", [tensor(2, 3), list(4, 3)], "expand: shape [2, 3] does not stretch to [4, 3]",
      hint: "an axis is 1 or stays as it is; -1 keeps its extent")
    expect(
      "expand", [tensor(2, 3), list(3)], "expand: shape [2, 3] has more axes than [3]")
    expect(
      "expand", [tensor(3), list(-1, 3)], "expand: shape [3] does not stretch to [-1, 3]",
      hint: "an axis is 1 or stays as it is; -1 keeps its extent")
    expect(
      "repeat", [tensor(2, 3), list(2)], "repeat: 1 numbers for shape [2, 3]",
      hint: "one number for each axis")
    expect("repeat", [tensor(2), list(-1)], "repeat: an axis cannot be repeated -1 times")
    expect(
      "roll", [tensor(2), list(1, 1)], ["axis": .number(0)], "roll: 2 shifts for 1 axes",
      hint: "one shift for each axis")
    expect("roll", [tensor(2), list(1, 1)], "roll: 2 shifts need as many axes")
    expect("flip", [tensor(2), list(0, -1)], "flip: axis -1 of shape [2] is named twice")
    expect(
      "narrow", [tensor(4), .number(0), .number(3), .number(2)],
      "narrow: 2 places from 3 on are not within axis 0 of shape [4]")
    expect(
      "unbind", [tensor(0, 2)], "unbind: axis 0 of shape [0, 2] is empty")
    expect("diag", [tensor(1, 1, 1)], "diag: a vector or a matrix is needed, not shape [1, 1, 1]")
    expect("diagonal", [tensor(3)], "diagonal: a matrix is needed, not shape [3]")
    expect(
      "diag", [tensor(3), .number(1e12)],
      "diag: diagonal 1000000000000 is too far from the main one")
  }

  @Test func padding() {
    expect(
      "pad", [tensor(3), list(1)], "pad: 'pad' holds 1 numbers",
      hint: "two for each axis: before and after, the last axis first")
    expect(
      "pad", [tensor(3), list(1, 1, 1, 1)], "pad: 4 numbers for shape [3]",
      hint: "two for each axis, the last axis first")
    expect("pad", [tensor(3), list(-2, -2)], "pad: axis 0 of shape [3] cannot lose 4 places")
    expect(
      "pad", [tensor(3), list(3, 0)], ["mode": .text("reflect")],
      "pad: 3 places are too many for reflect at axis 0 of shape [3]", hint: "at most 2")
    expect(
      "pad", [tensor(0), list(1, 0)], ["mode": .text("replicate")],
      "pad: 1 places are too many for replicate at axis 0 of shape [0]", hint: "at most 0")
    expect(
      "pad", [tensor(3), list(0, 4)], ["mode": .text("circular")],
      "pad: 4 places are too many for circular at axis 0 of shape [3]", hint: "at most 3")
    expect(
      "pad", [tensor(3), list(1 << 50, -1 << 50)],
      "pad: 1125899906842624 and -1125899906842624 places are too many")
  }

  @Test func newTensors() {
    expect("arange", [.number(3)], ["step": .number(0)], "arange: 'step' cannot be 0")
    expect("arange", [.number(-3)], "arange: steps of 1 do not lead from 0 to -3")
    expect("arange", [.number(.infinity)], "arange: that is no finite number of elements")
    expect(
      "linspace", [.number(0), .number(1), .number(-1)],
      "linspace: 'steps' must be at least 0, not -1")
    expect("eye", [.number(-2)], "eye: a size cannot be negative: [-2, -2]")
    expect("full", [list(2, -1), .number(1)], "full: a size cannot be negative: [2, -1]")
  }

  @Test func choices() {
    expect(
      "topk", [tensor(2, 3), .number(5)],
      "topk: 5 elements cannot be chosen from the 3 of axis -1 of shape [2, 3]")
    expect(
      "topk", [tensor(3), .number(-1)],
      "topk: -1 elements cannot be chosen from the 3 of axis -1 of shape [3]")
    expect(
      "gather", [tensor(2, 3), .number(1), tensor(2)],
      "gather: index [2] and tensor [2, 3] differ in the number of axes")
    expect(
      "gather", [tensor(2, 3), .number(1), tensor(3, 3)],
      "gather: index [3, 3] reaches beyond [2, 3] at axis 0",
      hint: "outside axis 1 the index may not be longer than the tensor")
    for name in ["scatter_add", "scatter"] {
      expect(
        name, [tensor(3), .number(0), tensor(2), tensor(4)],
        "\(name): index [2] and source [4] differ in shape")
    }
    expect(
      "index_select", [tensor(3), .number(0), tensor(2, 2)],
      "index_select: the index must be a vector, not of shape [2, 2]")
    expect(
      "index_add", [tensor(3, 2), .number(0), tensor(4), tensor(4, 3)],
      "index_add: source [4, 3] does not fit [3, 2]", hint: "with 4 indices it must be [4, 2]")
    expect(
      "where", [tensor(2), tensor(3), .number(0)], "where: shapes [2] and [3] do not broadcast",
      hint: "aligned at the right, axes must be equal or 1; here 2 meets 3")
    expect(
      "straight_through", [tensor(2), tensor(3)],
      "straight_through: shapes [2] and [3] differ",
      hint: "the hard values and the soft ones stand for each other, element by element")
    expectError(
      "argsort: axis 0 of shape [16777217] has more than 16777216 elements",
      hint: "indices beyond that are not exact"
    ) { _ = try ArgSort(axis: 0).shape(of: [[16_777_217]]) }
  }

  @Test func products() {
    expect("dot", [tensor(2), tensor(3)], "dot: shapes [2] and [3] are not vectors of one length")
    expect("outer", [tensor(2), tensor(3, 1)], "outer: shapes [2] and [3, 1] are not two vectors")
    expect(
      "bmm", [tensor(2, 3), tensor(3, 2)],
      "bmm: shapes [2, 3] and [3, 2] are not two batches of matrices of one size")
    expect(
      "einsum", [.text("ij,jk"), tensor(2, 2)],
      "einsum: \"ij,jk\" speaks of 2 tensors, 1 are given")
    expect(
      "einsum", [.text("ij"), tensor(2)], "einsum: \"ij\" names 2 axes of shape [2]")
    expect(
      "einsum", [.text("ii"), tensor(2, 2)], "einsum: \"ii\" names an axis twice",
      hint: "take the diagonal first: diagonal(x)")
    expect(
      "einsum", [.text("ij,jk"), tensor(2, 3), tensor(2, 3)],
      "einsum: 'j' is 3 in one tensor and 2 in another")
    expect(
      "einsum", [.text("i->j"), tensor(2)],
      "einsum: the result \"j\" must name axes of the operands, each once")
    expect(
      "einsum", [.text("...i"), tensor(2)], "einsum: '.' in \"...i\" is no letter",
      hint: "for example \"ij,jk->ik\"")
  }

  @Test func draws() {
    expect("randint", [.number(3), .number(3)], "randint: there is no whole number from 3 up to 3")
    expect(
      "randint", [.number(0), .number(1e9)],
      "randint: numbers from 0 to 1000000000 are not exact beyond ±16777216")
    expect(
      "bernoulli", [.number(1.5)], "bernoulli: 'p' must be between 0 and 1, not 1.5",
      hint: "bernoulli(p, shape=none, like=none)")
    expect(
      "bernoulli", [tensor(2)], ["shape": list(2)],
      "bernoulli: a tensor of probabilities has its own shape")
    expect(
      "categorical", [], "categorical needs either 'probs' or 'logits'",
      hint: "categorical(p) or categorical(logits=z)")
    expect("categorical", [.number(1)], "categorical: shape [] has nothing to choose from")
    expect(
      "gumbel", [list(2)], ["like": tensor(2)], "gumbel: 'shape' and 'like' are given both")
    expect(
      "multinomial", [tensor(2), .number(3)],
      "multinomial: 3 indices cannot be drawn from shape [2] without putting back",
      hint: "replacement=true")
    expect("randperm", [.number(-1)], "randperm: a size cannot be negative: [-1]")
    expect("rand", [list(2, -1)], "rand: a size cannot be negative: [2, -1]")
  }
}
