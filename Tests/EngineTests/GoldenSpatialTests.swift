// Convolution and pooling against PyTorch's values and gradients in double precision.

import Engine
import TestSupport
import Testing

@Suite struct GoldenSpatialTests {
  static let paths = GoldenCase.paths(
    "layer", "conv1d", "conv2d", "max_pool1d", "max_pool2d", "adaptive_max_pool2d", "avg_pool1d",
    "avg_pool2d", "adaptive_avg_pool2d")

  @Test(arguments: GoldenCase.paths("layer", "conv1d", "conv2d"))
  func convolution(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let axes = run.golden.name == "conv1d" ? 1 : 2
    func list(_ setting: String) throws -> [Int] {
      try run.golden[setting]?.ints ?? Array(repeating: run.int(setting), count: axes)
    }
    let hasBias = run.flag("bias")
    let layer = try ConvolutionLayer(
      run.int("channels"), kernel: list("kernel"), stride: list("stride"),
      padding: .zeros(list("padding")), dilation: list("dilation"), groups: run.int("groups"),
      bias: hasBias)
    run.graph.name(layer, "net")
    let output = try layer.traced(run.inputs[0], in: run.graph)
    var parameters: [String: Node] = [:]
    for name in hasBias ? ["weight", "bias"] : ["weight"] {
      try run.set("net." + name, run.golden.tensor("param." + name))
      parameters["grad." + name] = try run.node("net." + name)
    }
    try run.expect([output], parameters: parameters)
  }

  @Test(arguments: GoldenCase.paths("layer", "max_pool1d", "max_pool2d", "adaptive_max_pool2d"))
  func largest(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    try run.expect([run.add(MaxPool(windows(of: run)), run.inputs[0])])
  }

  @Test(arguments: GoldenCase.paths("layer", "avg_pool1d", "avg_pool2d", "adaptive_avg_pool2d"))
  func means(_ path: String) throws {
    let run = try GoldenGraph(GoldenCase.load(named: path))
    let divisor = PoolDivisor(
      countsPadding: run.golden["count_include_pad"]?.bool ?? true)
    try run.expect([run.add(AveragePool(windows(of: run), divisor: divisor), run.inputs[0])])
  }

  private func windows(of run: GoldenGraph) throws -> PoolWindows {
    let axes = run.golden.name.hasSuffix("1d") ? 1 : 2
    func list(_ setting: String) -> [Int]? {
      run.golden[setting]?.ints
        ?? run.golden[setting]?.int.map { Array(repeating: $0, count: axes) }
    }
    if let size = list("size") { return PoolWindows(outputs: size) }
    return PoolWindows(
      kernel: try #require(list("kernel")), stride: list("stride"), padding: list("padding"),
      ceiling: run.golden["ceil_mode"]?.bool ?? false)
  }
}
