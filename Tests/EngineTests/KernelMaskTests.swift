// Convolutions with closed places: nothing comes through, forwards or backwards.

import Engine
import TestSupport
import Testing

@Suite struct KernelMaskTests {
  private static let raster = Tensor(shape: [3, 3], values: [1, 1, 1, 1, 0, 0, 0, 0, 0])

  private struct Traced {
    let graph: Graph
    let x: Node
    let y: Node
    let weight: Node
    let bias: Node
  }

  private func traced(_ x: Tensor) throws -> Traced {
    let graph = Graph(seed: 2)
    let layer = try ConvolutionLayer(
      2, kernel: [3, 3], padding: .zeros([1, 1]), kernelMask: Self.raster)
    graph.name(layer, "net")
    let input = try GoldenGraph.parameter(graph, "x", x)
    let y = try layer.traced(input, in: graph)
    return Traced(
      graph: graph, x: input, y: y,
      weight: try #require(graph.parameterNode(of: layer, "weight")),
      bias: try #require(graph.parameterNode(of: layer, "bias")))
  }

  /// The same as a kernel whose closed weights are 0, at every place.
  @Test func closedWeightsCountAsZero() throws {
    let x = Tensor(shape: [1, 1, 4, 4], values: (0..<16).map { Float($0 % 5) - 2 })
    let net = try traced(x)
    let values = try MachineValues.of([net.y, net.weight, net.bias], net.graph)
    for index in 0..<32 {
      let (channel, row, column) = (index / 16, index / 4 % 4, index % 4)
      var sum: Float = values[2][channel]
      for place in 0..<9 where Self.raster.values[place] == 1 {
        let (r, c) = (row + place / 3 - 1, column + place % 3 - 1)
        guard (0..<4).contains(r), (0..<4).contains(c) else { continue }
        sum += values[1][channel * 9 + place] * x.values[r * 4 + c]
      }
      let difference: Float = abs(values[0][index] - sum)
      #expect(difference < 1e-5)
    }
  }

  /// A pixel's answer does not depend on it or on what comes later in raster order, and closed
  /// weights get no gradient.
  @Test func noGradientComesThrough() throws {
    let x = Tensor(shape: [1, 1, 4, 4], values: (0..<16).map { Float($0 % 3) })
    let net = try traced(x)
    let pixel = try net.graph.add(
      Slice([.index(0), .range(start: nil, stop: nil, step: 1), .index(1), .index(2)]), [net.y])
    let loss = try net.graph.add(Sum(), [pixel])
    let gradients = try net.graph.gradients(of: loss, for: [net.x, net.weight])
    let values = try MachineValues.of(
      [try #require(gradients[net.x]), try #require(gradients[net.weight])], net.graph)
    let back = values[0]
    #expect(back[6...].allSatisfy { $0 == 0 })
    #expect(back[..<6].contains { $0 != 0 })
    let own = values[1]
    for channel in 0..<2 {
      for place in 0..<9 where Self.raster.values[place] == 0 {
        #expect(own[channel * 9 + place] == 0)
      }
    }
  }

  @Test func aMaskHasTheKernelsShape() {
    expectError(
      "conv2d: the kernel_mask has shape [2, 3], the kernel [3, 3]",
      hint: "a number for each place of the kernel: 1 lets it count, 0 closes it"
    ) {
      _ = try ConvolutionLayer(
        2, kernel: [3, 3], kernelMask: Tensor(shape: [2, 3], repeating: 1))
    }
  }
}
