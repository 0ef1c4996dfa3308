// Operations that only move numbers: each says, once and for all when bound, which input element
// every output element comes from.

/// An operation whose output elements are copies of elements of its first operand.
public protocol Copying: Operation {
  /// For every output element, the source element, or −1 for zero.
  func sources(_ input: Shape, output: Shape, inputs: [Shape]) -> [Int]
}

extension Copying {
  public func kernel(_ buffers: KernelBuffers) -> Kernel { copyingKernel(buffers) }

  /// The kernel by `sources` alone.
  func copyingKernel(_ buffers: KernelBuffers) -> Kernel {
    let input = buffers.inputs[0]
    let out = buffers.output.pointer
    let count = buffers.output.count
    let x = input.pointer
    let sources = sources(
      input.shape, output: buffers.output.shape, inputs: buffers.inputs.map(\.shape))
    // The identity and the single source are so common that they get their own loops.
    if sources.count == input.count && sources.enumerated().allSatisfy({ $0 == $1 }) {
      return Kernel { out.update(from: x, count: count) }
    }
    if let first = sources.first, first >= 0, sources.allSatisfy({ $0 == first }) {
      return Kernel { out.update(repeating: x[first], count: count) }
    }
    let runs = copyRuns(sources)
    return Kernel {
      for run in runs {
        if run.source < 0 {
          (out + run.target).update(repeating: 0, count: run.count)
        } else {
          (out + run.target).update(from: x + run.source, count: run.count)
        }
      }
    }
  }

  public func reads(_ input: Int) -> Bool { input == 0 }

  public func reference(_ inputs: [ReferenceTensor], shape: Shape) -> [Double] {
    sources(inputs[0].shape, output: shape, inputs: inputs.map(\.shape)).map {
      $0 < 0 ? 0 : inputs[0].values[$0]
    }
  }

  public func terms(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let source = sources(
      inputs[0].shape, output: output.shape, inputs: inputs.map(\.shape))[index]
    return source < 0 ? .nothing("no element comes here") : .copy(0, inputs[0], source)
  }

  public func cost(inputs: [Shape], output: Shape) -> Int { 0 }
}

/// A stretch of consecutive elements; a negative source writes zeros.
struct CopyRun {
  var source: Int
  var target: Int
  var count: Int
}

/// Joins neighbours into runs.
func copyRuns(_ sources: [Int]) -> [CopyRun] {
  var runs: [CopyRun] = []
  for (target, source) in sources.enumerated() {
    if let last = runs.last,
      source < 0 ? last.source < 0 : last.source >= 0 && last.source + last.count == source
    {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(CopyRun(source: source, target: target, count: 1))
    }
  }
  return runs
}
