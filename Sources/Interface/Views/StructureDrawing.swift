// What shows how a network is built, as charts: the diagram, the layer table, a neuron, a recurrent
// network in time, its gates.

import Notebook
import Plotting
import Screen

enum StructureDrawing {
  static func diagram(_ title: String, _ diagram: NetworkDiagram) -> DiagramChart {
    DiagramChart(
      title: title, notes: [HeadingWords([grouped(diagram.parameters, "parameter")])],
      blocks: diagram.blocks.map(block),
      edges: diagram.edges.map { DiagramEdge(from: $0.from, to: $0.to) },
      brackets: diagram.folds.filter { $0.first <= $0.last }.map { fold in
        DiagramBracket(
          blocks: fold.first...fold.last,
          title: "× \(fold.count)" + (fold.isLoop ? ", the same parameters each time" : "")
            + (fold.title.isEmpty ? "" : "  \(fold.title)"), isLoop: fold.isLoop)
      })
  }

  private static func block(_ block: NetworkDiagram.Block) -> DiagramBlock {
    let size = shape(block.shape)
    let form: DiagramBlock.Form =
      switch block.role {
      case .input: .dot
      case .sum: .sum
      case .layer, .operation: .box
      }
    let last = String(block.path.split(separator: ".").last ?? "")
    var titles = [words([block.path, block.kind]), words([last, block.kind]), block.kind]
    var details = [size]
    if block.parameters > 0 {
      let count = grouped(block.parameters, "parameter") + (block.isShared ? ", shared" : "")
      details = ["\(size)  \(count)", size]
    }
    if block.role == .sum { titles = [block.path, last] }
    if block.role == .input {
      titles = [block.path]
      details = [words([size, block.kind]), size]
    }
    return DiagramBlock(
      form, titles: titles, details: details,
      loop: block.steps > 1 ? "\(block.steps) time steps, the same weights" : nil,
      labels: block.values.map(labels) ?? [])
  }

  /// `0.1 ± 0.9  ‖a‖ 3  ‖∇‖ 0.02`, and less of it.
  private static func labels(_ values: NetworkDiagram.Values) -> [String] {
    func number(_ value: Float) -> String { NumberFormat.compact(Double(value), significant: 3) }
    let mean = "\(number(values.mean)) ± \(number(values.deviation))"
    let norm = "\(mean)  ‖a‖ \(number(values.norm))"
    guard let gradient = values.gradientNorm else { return [norm, mean] }
    return [
      "\(norm)  ‖∇‖ \(number(gradient))", "\(mean)  ‖∇‖ \(number(gradient))", mean,
    ]
  }

  static func layers(_ title: String, _ layers: LayerTable) -> LayerTableChart {
    let table = layers.table
    return LayerTableChart(
      title: title, table: Table(header: table.header, rows: table.rows), total: layers.total,
      lesser: [7, 6, 8, 1, 2])
  }

  static func neuron(_ title: String, _ neuron: NeuronPicture) -> NeuronChart {
    func number(_ value: Float) -> String { NumberText.short(value) }
    func factor(_ value: Float) -> String { value < 0 ? "(\(number(value)))" : number(value) }
    var lines = neuron.inputs.map {
      NeuronChart.Line(
        name: $0.name, factors: "\(number($0.value)) · \(factor($0.weight))",
        value: number($0.product))
    }
    if neuron.others > 0 {
      lines.append(.init(name: "\(neuron.others) smaller", value: number(neuron.rest)))
    }
    if let bias = neuron.bias { lines.append(.init(name: "b", value: number(bias))) }
    let formula = "z = Σ xᵢ · wᵢ" + (neuron.bias == nil ? "" : " + b")
    return NeuronChart(
      title: title,
      notes: [["\(neuron.name), row \(neuron.row): \(formula)", formula]], lines: lines,
      sum: number(neuron.sum),
      activation: neuron.output == nil ? nil : neuron.activation,
      output: neuron.output.map(number) ?? "", x: neuron.x.map(Double.init),
      y: neuron.y.map(Double.init),
      point: neuron.output.map { (Double(neuron.sum), Double($0)) })
  }

  static func unrolled(_ title: String, _ picture: UnrolledPicture) -> UnrolledChart {
    func vector(_ values: [Float], _ decimals: Int?, of count: Int) -> [String] {
      values.map { value in
        decimals.map { NumberFormat.fixed(Double(value), decimals: $0) }
          ?? NumberFormat.compact(Double(value), significant: 3)
      } + (count > values.count ? ["+\(count - values.count)"] : [])
    }
    let x = decimals(picture.steps.flatMap(\.x))
    let h = decimals(picture.steps.flatMap(\.h))
    let y = decimals(picture.steps.flatMap { $0.y ?? [] })
    return UnrolledChart(
      title: title,
      notes: [HeadingWords([picture.kind]), HeadingWords(["\(picture.allSteps) time steps"])],
      shared: picture.weights.map {
        "\($0.symbol) = \($0.path) \(shape($0.shape)), the same at every step"
      },
      steps: picture.steps.map { step in
        UnrolledChart.Step(
          label: step.label, x: vector(step.x, x, of: picture.sizes[0]),
          h: vector(step.h, h, of: picture.sizes[1]),
          y: step.y.map { vector($0, y, of: picture.sizes[2]) } ?? [],
          loss: step.loss.map { NumberFormat.compact(Double($0), significant: 3) })
      }, hasOutput: picture.steps.contains { $0.y != nil })
  }

  /// The decimals with which numbers that stand under and beside each other are read: three digits of
  /// the greatest one, none where all are whole; nil for what is too large or too small for that.
  private static func decimals(_ values: [Float]) -> Int? {
    let finite = values.filter(\.isFinite)
    if finite.allSatisfy({ $0.rounded() == $0 && $0.magnitude < 1e6 }) { return 0 }
    switch finite.map(\.magnitude).max() ?? 0 {
    case 10..<10_000: return 1
    case 1.0005..<10: return 2
    case 0.1..<1.0005: return 3
    case 0.01..<0.1: return 4
    default: return nil
    }
  }

  static func gates(
    _ title: String, _ gates: GateStrips, selected: MatrixPlace? = nil
  ) -> ChartGrid<HeatMap> {
    // What is left out matters more than what the axes are.
    var notes: [HeadingWords] = []
    if gates.units < gates.allUnits {
      let count = "\(gates.units) of \(gates.allUnits) units"
      notes.append(["the first \(count)", count])
    }
    if gates.times.count < gates.allTimes {
      let count = "\(gates.times.count) of \(gates.allTimes) steps"
      notes.append(["the first \(count)", count])
    }
    return ChartGrid(
      title: title, notes: notes + ["units ↓ × time →"],
      parts: gates.strips.map { strip in
        var map = HeatMap(
          title: strip.name, rows: gates.units, columns: gates.times.count,
          values: strip.values.map(Double.init), columnLabels: gates.times, rowAxis: "unit",
          columnAxis: "time", range: 0...1, selected: selected)
        // What goes below zero has two colours, one for either side.
        map.isSigned = strip.isSigned
        return map
      }, least: 36, wanted: min(gates.units, 7) + (selected == nil ? 3 : 4))
  }

  static func shape(_ shape: [Int]) -> String {
    "[" + shape.map(String.init).joined(separator: ", ") + "]"
  }

  private static func words(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func grouped(_ count: Int, _ noun: String) -> String {
    "\(NumberFormat.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }
}
