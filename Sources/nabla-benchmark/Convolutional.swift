// A small convolutional net on images of 28 × 28.

import Engine

extension Cases {
  /// Twice a convolution of 5 × 5 with ReLU and pooling of 2 × 2 (8, then 16 channels), dense 10;
  /// cross entropy, Adam 1e-3, batch 64.
  static func cnn() throws -> BenchmarkCase {
    let graph = Graph(seed: 42)
    let net = Chain([
      try ConvolutionLayer(8, kernel: [5, 5]), FunctionLayer("relu", relu),
      MaxPooling(PoolWindows(kernel: [2, 2])),
      try ConvolutionLayer(16, kernel: [5, 5]), FunctionLayer("relu", relu),
      MaxPooling(PoolWindows(kernel: [2, 2])),
      FunctionLayer("flatten") { x, graph throws(EngineError) in
        try graph.add(Reshape([-1, 256]), [x])
      }, Dense(10),
    ])
    graph.name(net, "net")
    let (x, y) = try batches(graph, "cnn", seed: 301_000, batch: 64, shape: [1, 28, 28])
    let loss = try Losses.crossEntropy(try net.traced(x, in: graph), y, in: graph)
    var values = Values(seed: 300)
    graph.set("net.0.weight", values([8, 1, 5, 5], fanIn: 25))
    graph.set("net.0.bias", values([8], fanIn: 25))
    graph.set("net.3.weight", values([16, 8, 5, 5], fanIn: 200))
    graph.set("net.3.bias", values([16], fanIn: 200))
    graph.set("net.7.weight", transposed(values([256, 10], fanIn: 256)))
    graph.set("net.7.bias", values([10], fanIn: 256))
    return try made("cnn", graph, loss, Adam(lr: 1e-3))
  }
}
