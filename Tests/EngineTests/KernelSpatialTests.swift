// Convolution and pooling kernels over odd sizes against their definitions, and the same bits with
// any number of threads and every instruction set.

import CKernels
import Engine
import TestSupport
import Testing

extension Kernels {
  @Suite struct SpatialTests {
    static let convolutions: [(Shape, Shape, ConvolutionSettings)] = [
      ([1, 1, 1, 1], [1, 1, 1, 1], .plain(axes: 2)),
      ([0, 2, 3, 3], [2, 2, 2, 2], .plain(axes: 2)),
      ([3, 1, 7, 17], [3, 1, 3, 7], .plain(axes: 2)),
      (
        [2, 3, 31, 33], [5, 3, 3, 3],
        ConvolutionSettings(stride: [2, 3], before: [1, 2], dilation: [2, 1])
      ),
      (
        [1, 6, 17, 7], [9, 2, 5, 2],
        ConvolutionSettings(
          stride: [1, 1], before: [2, 0], after: [2, 1], dilation: [1, 1], groups: 3)
      ),
      (
        [2, 17, 3, 3], [17, 1, 3, 3],
        ConvolutionSettings(stride: [1, 1], before: [1, 1], dilation: [1, 1], groups: 17)
      ),
      ([2, 33, 7, 1], [17, 33, 1, 1], .plain(axes: 2)),
      (
        [1, 1, 3, 3], [1, 1, 3, 3],
        ConvolutionSettings(stride: [5, 5], before: [7, 7], dilation: [1, 1])
      ),
      ([3, 2, 1000], [2, 2, 9], ConvolutionSettings(stride: [1], before: [4], dilation: [1])),
      ([31, 33], [7, 31, 3], ConvolutionSettings(stride: [1], before: [1], dilation: [1])),
    ]

    /// Forward, both gradients and the bias's in one program.
    static func convolution(
      _ x: Shape, _ w: Shape, _ settings: ConvolutionSettings
    ) throws -> (Program, Machine) {
      let operation = OperationCase(Convolution(settings), [x, w, [w[0]]])
      let traced = try operation.traced()
      let graph = traced.graph
      let loss = try graph.add(
        Sum(), [try graph.add(Multiply(), [traced.output, traced.output])])
      let gradients = try graph.gradients(of: loss, for: traced.operands)
      let program = graph.compile([traced.output] + traced.operands.compactMap { gradients[$0] })
      let machine = try Machine(program, keepsHistory: false)
      machine.look(atStep: 0)
      return (program, machine)
    }

    @Test func convolutionsAreTheirDefinitions() throws {
      for (x, w, settings) in Self.convolutions {
        let (program, machine) = try Self.convolution(x, w, settings)
        OperationKernelTests.expectReference(program, machine)
      }
    }

    static let pools: [(Shape, PoolWindows)] = [
      ([1, 1, 1, 1], PoolWindows(kernel: [1, 1])),
      ([0, 2, 3, 3], PoolWindows(kernel: [2, 2])),
      ([3, 2, 7, 17], PoolWindows(kernel: [2, 2])),
      ([2, 3, 8, 16], PoolWindows(kernel: [2, 2])),
      ([2, 9, 33, 31], PoolWindows(kernel: [3, 3], stride: [2, 2], padding: [1, 1])),
      (
        [1, 3, 17, 7],
        PoolWindows(kernel: [5, 2], stride: [3, 1], padding: [2, 1], ceiling: true)
      ),
      (
        [1, 1, 9, 9],
        PoolWindows(kernel: [2, 2], stride: [1, 1], padding: [1, 1], dilation: [10, 10])
      ),
      ([3, 33], PoolWindows(kernel: [7], stride: [2])),
      ([2, 3, 7, 10], PoolWindows(outputs: [3, 4])),
      ([2, 3, 3, 2], PoolWindows(outputs: [7, nil])),
    ]

    private static func pool(_ x: Shape, _ windows: PoolWindows) throws -> (Program, Machine) {
      try OperationKernelTests.program(
        OperationCase("pools", [x]) { graph, nodes in
          let largest = try graph.add(MaxPool(windows), nodes)
          let places = try graph.add(MaxPoolIndices(windows), nodes)
          let both = try graph.add(Add(), [largest, places])
          // A mean has no dilation.
          guard let mean = try? graph.add(AveragePool(windows), nodes) else { return both }
          return try graph.add(Add(), [both, mean])
        })
    }

    @Test func poolsAreTheirDefinitions() throws {
      for (x, windows) in Self.pools {
        let (program, machine) = try Self.pool(x, windows)
        OperationKernelTests.expectReference(program, machine)
      }
    }

    private func bits() throws -> [[UInt8]] {
      try Self.convolutions.map { try Self.convolution($0, $1, $2).1.fingerprint }
        + Self.pools.map { try Self.pool($0, $1).1.fingerprint }
    }

    @Test func threadsAndInstructionSets() throws {
      let expected = try bits()
      try Kernels.withEveryThreadCount { threads in
        try Kernels.atEveryLevel { level in
          let found = try bits()
          #expect(found == expected, "\(threads) threads, level \(level)")
        }
      }
    }

    /// The first of equal elements wins, NaN over all; nothing but −∞ is −∞ at the first place.
    @Test func ties() throws {
      let graph = Graph(seed: 0)
      let windows = PoolWindows(kernel: [2, 2])
      for width in [2, 16] {
        let values: [[Float]] = [
          [1, 1, 1, 1], [0, 2, 2, 1], [.nan, 5, 6, 1],
          [-.infinity, -.infinity, -.infinity, -.infinity],
          [3, .nan, 4, 5], [-1, -0.0, 0, -2], [1, 2, 3, 4], [1, 2, 4, 4],
        ]
        let used = values.prefix(width / 2)
        let top = used.flatMap { [$0[0], $0[1]] }
        let below = used.flatMap { [$0[2], $0[3]] }
        let x = try GoldenGraph.parameter(
          graph, "x\(width)", Tensor(shape: [1, 2, width], values: top + below))
        let y = try graph.add(MaxPool(windows), [x])
        let places = try graph.add(MaxPoolIndices(windows), [x])
        let g = graph.constant(
          Tensor(shape: [1, 1, width / 2], values: (1...(width / 2)).map(Float.init)))
        let back = try graph.add(MaxPoolGradient(windows), [g, x])
        let found = try MachineValues.of([y, places, back], graph)
        let best = [0, 1, 0, 0, 1, 1, 3, 2]
        for (window, place) in best.prefix(width / 2).enumerated() {
          let index = place / 2 * width + 2 * window + place % 2
          #expect(found[1][window] == Float(index))
          let value = (top + below)[index]
          #expect(found[0][window] == value || value.isNaN && found[0][window].isNaN)
          for other in 0..<4 {
            let element = other / 2 * width + 2 * window + other % 2
            #expect(found[2][element] == (other == place ? Float(window + 1) : 0))
          }
        }
      }
    }
  }
}
