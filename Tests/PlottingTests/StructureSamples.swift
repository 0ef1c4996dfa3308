// Diagrams of networks as the tests draw them.

import Plotting
import Screen
import TestSupport

extension Samples {
  /// Two residual blocks that stand for twelve, between what begins and ends the network.
  static let diagram = DiagramChart(
    title: "graph(net)",
    blocks: [
      DiagramBlock(.dot, titles: ["x"], details: ["[4, 8]  data"], labels: ["0.5 ± 0.5"]),
      layer("net.0", "dense", "24 parameters"),
      layer("net.1.0", "layer_norm", "16 parameters"), layer("net.1.1", "dense", "72 parameters"),
      DiagramBlock(.sum, titles: ["net.1"], details: ["[4, 8]"], labels: ["0.1 ± 1"]),
      layer("net.2", "dense", "9 parameters"),
    ],
    edges: [(0, 1), (1, 2), (2, 3), (3, 4), (1, 4), (4, 5)].map { DiagramEdge(from: $0, to: $1) },
    brackets: [DiagramBracket(blocks: 2...4, title: "× 12  net.1 … net.12")])

  /// Two towers that meet, a loop, and an edge that passes by both.
  static let branches = DiagramChart(
    title: "graph(L)",
    blocks: [
      DiagramBlock(.dot, titles: ["görüntü"], details: ["[4, 8]"]),
      DiagramBlock(titles: ["rnn"], details: ["[4, 3]"], loop: "32 time steps, the same weights"),
      layer("right", "dense", "27 parameters"), layer("left.1", "dense", "12 parameters"),
      layer("deep", "tanh", ""), DiagramBlock(titles: ["L  sub · mean"], details: ["[]"]),
    ],
    edges: [(0, 1), (0, 2), (1, 3), (3, 4), (2, 5), (4, 5), (0, 5)].map {
      DiagramEdge(from: $0, to: $1)
    }, brackets: [DiagramBracket(blocks: 3...4, title: "× 3", isLoop: true)])

  private static func layer(_ path: String, _ kind: String, _ count: String) -> DiagramBlock {
    DiagramBlock(
      titles: ["\(path)  \(kind)", kind],
      details: count.isEmpty ? ["[4, 8]"] : ["[4, 8]  \(count)", "[4, 8]"],
      labels: ["0.12 ± 0.98  ‖a‖ 5.3  ‖∇‖ 0.02", "0.12 ± 0.98"])
  }

  static let neuron = NeuronChart(
    title: "net.0, unit 1",
    lines: [
      .init(name: "x[0]", factors: "0.5 · 0.31", value: "0.155"),
      .init(name: "x[1]", factors: "-1 · (-0.2)", value: "0.2"), .init(name: "b", value: "0.1"),
    ], sum: "0.455", activation: "relu", output: "0.455", x: [-2, -1, 0, 1, 2],
    y: [0, 0, 0, 1, 2], point: (0.455, 0.455))

  static let unrolled = UnrolledChart(
    title: "unrolled(net)", shared: ["W = net.0.weight_ih_l0 [2, 1], the same at every step"],
    steps: (0..<5).map {
      UnrolledChart.Step(
        label: "t\($0)", x: ["0.\($0)"], h: ["0.1", "-0.\($0)"], y: ["\($0)"],
        loss: $0 == 4 ? "0.25" : nil)
    }, hasOutput: true)

  static let gates = ChartGrid(
    title: "gates(lstm)",
    parts: ["f  forget gate", "i  input gate", "c  cell"].map { name in
      HeatMap(
        title: name, rows: 4, columns: 5,
        values: (0..<20).map { Double($0) / 20 - (name.hasPrefix("c") ? 0.5 : 0) },
        columnLabels: ["T", "h", "e", "ş", "猫"], range: name.hasPrefix("c") ? -1...1 : 0...1)
    }, least: 18, wanted: 5)

  static let layerTable = LayerTableChart(
    title: "layers(net)",
    table: Table(
      header: ["layer", "kind", "output", "parameters", "‖w‖", "std"],
      rows: [
        ["net.0", "dense", "[4, 8]", "24", "1.93", "0.46"],
        ["net.1", "tanh", "[4, 8]", "0", "–", "0.39"],
      ]), total: "total 24 parameters in 1 of 2 layers", lesser: [5, 1, 2])

  static let structures: [(name: String, chart: any Chart)] = [
    ("diagram", diagram), ("branches", branches), ("neuron", neuron), ("unrolled", unrolled),
    ("gates", gates), ("layer table", layerTable),
  ]

  /// Structures of whatever is thrown at them.
  static func hostileStructures(
    _ random: inout SplitMix, number: (inout SplitMix) -> Double, text: (inout SplitMix) -> String
  ) -> [any Chart] {
    func count(_ random: inout SplitMix) -> Int {
      [0, 1, 2, 7, 30].randomElement(using: &random) ?? 0
    }
    func texts(_ random: inout SplitMix) -> [String] {
      (0..<count(&random)).map { _ in text(&random) }
    }
    let forms: [DiagramBlock.Form] = [.box, .dot, .sum]
    let blocks = (0..<count(&random)).map { _ in
      DiagramBlock(
        forms.randomElement(using: &random) ?? .box, titles: texts(&random),
        details: texts(&random), loop: Bool.random(using: &random) ? text(&random) : nil,
        labels: texts(&random))
    }
    let edges = (0..<count(&random) * 2).map { _ in
      DiagramEdge(
        from: Int.random(in: -2...30, using: &random), to: Int.random(in: -2...30, using: &random))
    }
    let offset = [-5, 0, 3, Int.max, Int.min].randomElement(using: &random) ?? 0
    return [
      DiagramChart(
        title: text(&random), blocks: blocks, edges: edges,
        brackets: [
          DiagramBracket(blocks: 0...count(&random), title: text(&random), isLoop: true),
          DiagramBracket(blocks: 1...3, title: text(&random)),
        ], offset: offset),
      NeuronChart(
        title: text(&random),
        lines: texts(&random).map { .init(name: $0, factors: $0, value: $0) }, sum: text(&random),
        activation: text(&random), output: text(&random),
        x: (0..<7).map { _ in number(&random) }, y: (0..<7).map { _ in number(&random) },
        point: (number(&random), number(&random)), offset: offset),
      UnrolledChart(
        title: text(&random), shared: texts(&random),
        steps: (0..<count(&random)).map { _ in
          UnrolledChart.Step(
            label: text(&random), x: texts(&random), h: texts(&random), y: texts(&random),
            loss: text(&random))
        }, hasOutput: Bool.random(using: &random), offset: offset),
      LayerTableChart(
        title: text(&random), table: Table(header: texts(&random), rows: [texts(&random)]),
        total: text(&random), lesser: [3, 0, 90, -1]),
      ChartGrid(
        title: text(&random),
        parts: (0..<count(&random)).map { _ in
          HeatMap(rows: 3, columns: 2, values: (0..<6).map { _ in number(&random) })
        }, least: count(&random), wanted: count(&random)),
    ]
  }
}
