// The gradient of a tensor that was cut into slices: one instruction puts all pieces back, where
// one tensor of zeros a slice, added up, would make a sequence of t steps cost t².

import CKernels

/// Zeros, with every piece added where its slice was taken, in the order of the operands.
///
/// Operands: the pieces, then the tensor that was cut.
public struct SliceSum: Operation {
  public let name = "slices_backward"
  /// Where each operand is added.
  public let slices: [Slice]

  /// Takes where each operand is added.
  public init(slices: [Slice]) { self.slices = slices }

  public func shape(of inputs: [Shape]) -> Shape { inputs[slices.count] }

  public func kernel(_ buffers: KernelBuffers) -> Kernel {
    let out = buffers.output.pointer
    let count = buffers.output.count
    let whole = buffers.output.shape
    var pieces: [(source: UnsafeMutablePointer<Float>, runs: [CopyRun])] = []
    for (index, slice) in slices.enumerated() {
      let input = buffers.inputs[index]
      pieces.append((input.pointer, slice.runs(in: whole, piece: input.shape)))
    }
    guard !SliceSum.covers(pieces.map(\.runs), count) else {
      let copies = pieces.flatMap { piece in
        piece.runs.map {
          NablaCopy(from: piece.source + $0.source, to: out + $0.target, count: $0.count)
        }
      }
      return Kernel {
        copies.withUnsafeBufferPointer { nabla_copy($0.count, $0.baseAddress) }
      }
    }
    return Kernel {
      out.update(repeating: 0, count: count)
      for piece in pieces {
        for run in piece.runs {
          let (target, source) = (out + run.target, piece.source + run.source)
          for index in 0..<run.count { target[index] += source[index] }
        }
      }
    }
  }

  /// Whether the runs reach every element exactly once.
  private static func covers(_ pieces: [[CopyRun]], _ count: Int) -> Bool {
    guard pieces.reduce(0, { $0 + $1.reduce(0) { $0 + $1.count } }) == count else { return false }
    let runs = pieces.flatMap { $0 }.sorted { $0.target < $1.target }
    var end = 0
    for run in runs {
      guard run.target == end else { return false }
      end += run.count
    }
    return true
  }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    var result = Array(repeating: 0.0, count: shape.count)
    for (index, slice) in slices.enumerated() {
      let targets = slice.sources(shape, output: inputs[index].shape, inputs: [])
      for (position, target) in targets.enumerated() {
        result[target] += inputs[index].values[position]
      }
    }
    return result
  }

  public func gradient(_ context: GradientContext) throws(EngineError) -> [Node?] {
    var results: [Node?] = []
    for (index, slice) in slices.enumerated() {
      results.append(
        context.needed[index] ? try context.graph.add(slice, [context.upstream]) : nil)
    }
    return results + [nil]
  }

  public func formula(_ inputs: [String]) -> String {
    let parts = zip(inputs, slices).map { "\($0) at \($1.formula([""]))" }
    return SliceSum.shortened(parts).joined(separator: " + ")
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    var terms: [Explanation.Term] = []
    for (position, slice) in slices.enumerated() {
      let piece = inputs[position]
      for run in slice.runs(in: output.shape, piece: piece.shape)
      where index >= run.target && index < run.target + run.count {
        terms.append(.element(position, piece, run.source + index - run.target))
      }
    }
    return Explanation(terms)
  }

  /// A long sum is told by its ends.
  static func shortened(_ parts: [String]) -> [String] {
    parts.count > 6 ? parts.prefix(2) + ["…"] + parts.suffix(1) : parts
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

extension Slice {
  /// The stretches of consecutive elements that a piece of this slice and the whole have in common;
  /// `target` is the place in the whole, `source` that in the piece.
  func runs(in whole: Shape, piece: Shape) -> [CopyRun] {
    guard piece.count > 0 else { return [] }
    let own = whole.strides
    var offset = 0
    var axes: [(extent: Int, stride: Int)] = []
    for (axis, extent) in whole.extents.enumerated() {
      guard axis < parts.count else {
        axes.append((extent, own[axis]))
        continue
      }
      let bounds = Slice.bounds(parts[axis], extent)
      offset += bounds.start * own[axis]
      if bounds.count > 1 { axes.append((bounds.count, bounds.step * own[axis])) }
    }
    var length = 1
    while let last = axes.last, last.stride == length || last.extent == 1 {
      length *= last.extent
      axes.removeLast()
    }
    let starts = strided(
      Shape(axes.map(\.extent)), axes.map(\.stride), offset: offset)
    return starts.enumerated().map {
      CopyRun(source: $0.offset * length, target: $0.element, count: length)
    }
  }
}
