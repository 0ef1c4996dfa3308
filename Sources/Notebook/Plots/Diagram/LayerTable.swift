// plot layers(net): a row a layer, with its sizes and what it holds now.

import Engine
import Language

/// The layers of a network as a table.
public struct LayerTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var path: String
    public var kind: String
    /// Of the output.
    public var shape: [Int]
    /// Trainable numbers.
    public var parameters: Int
    /// Another row has the same parameters.
    public var isShared: Bool
    /// Of the parameters, and of the loss' gradient with respect to them.
    public var weightNorm: Float?
    public var gradientNorm: Float?
    /// Of the output.
    public var mean: Float?
    public var deviation: Float?
    /// The share of a rectifier's units that are 0 for all rows.
    public var dead: Float?
  }

  public var name: String
  public var rows: [Row]
  /// Trainable numbers and others (running statistics), shared ones counted once.
  public var parameters: Int
  public var buffers: Int

  /// The rows as text under their header; a place without a number is `–`.
  public var table: TableOutput {
    func number(_ value: Float?) -> String { value.map { NumberText.short($0) } ?? "–" }
    return TableOutput(
      header: [
        "layer", "kind", "output", "parameters", "‖w‖", "‖g‖", "mean", "std", "dead",
      ],
      rows: rows.map { row in
        [
          row.path, row.kind, TensorText.shapeText(row.shape),
          row.isShared ? "shared" : String(row.parameters), number(row.weightNorm),
          number(row.gradientNorm), number(row.mean), number(row.deviation),
          row.dead.map { NumberText.short(100 * $0) + "%" } ?? "–",
        ]
      })
  }

  /// `total 33 parameters in 2 of 4 layers`
  public var total: String {
    let trained = rows.filter { $0.parameters > 0 && !$0.isShared }.count
    return "total \(parameters) parameter\(parameters == 1 ? "" : "s") in \(trained) of "
      + "\(rows.count) layer\(rows.count == 1 ? "" : "s")"
      + (buffers > 0 ? ", \(buffers) numbers that training does not change" : "")
  }
}

enum LayersPlot {
  static let entry = PlotEntry(
    "layers(net)",
    summary: "A row a layer: output shape, parameters, the norms of weights and gradients, the "
      + "output's mean and deviation, dead units.",
    source: "after Keras' summary and torchinfo",
    example: "net = dense(4) | relu | dense(2)\ny = net([[1, 2], [3, 4]])\nplot layers(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    guard case .layer = try notebook.evaluate(expression) else {
      throw Diagnostic(
        "layers needs a network", at: expression.range, hint: "plot layers(net)")
    }
    let plan = try DiagramPlan(expression, folds: false, notebook)
    guard plan.units.contains(where: { $0.role == .layer }) else {
      throw Diagnostic("there is no layer in \(plan.name)", at: expression.range)
    }
    let title = call.text
    return PlotRequest(title) { notebook in
      PlotOutput(title: title, content: .layers(plan.table(notebook)))
    }
  }
}

extension DiagramPlan {
  /// The table of now.
  func table(_ notebook: Notebook) -> LayerTable {
    let graph = notebook.graph
    let layers = units.filter { $0.role == .layer || !$0.parameters.isEmpty }
    let trained = layers.map { $0.parameters.filter { DiagramPlan.isTrained($0, graph) } }
    let weights = trained.flatMap { $0 }
    let tensors = notebook.look(
      at: layers.map { Optional($0.output) } + weights.map(Optional.some)
        + weights.map { notebook.run?.gradients[$0] })
    var seen: Set<Node> = []
    var total = 0
    var buffers = 0
    var place = layers.count
    func norm(_ range: Range<Int>) -> Float? {
      guard !range.isEmpty else { return nil }
      var sum = 0.0
      for index in range {
        guard let tensor = tensors[index] else { return nil }
        let norm = Statistics(tensor.values).norm
        sum += norm * norm
      }
      return Float(sum.squareRoot())
    }
    let rows = layers.indices.map { index -> LayerTable.Row in
      let unit = layers[index]
      let own = place..<place + trained[index].count
      place = own.upperBound
      let fresh = unit.parameters.filter { seen.insert($0).inserted }
      for node in fresh {
        if DiagramPlan.isTrained(node, graph) {
          total += graph.shape(node).count
        } else {
          buffers += graph.shape(node).count
        }
      }
      let statistics = tensors[index].map { Statistics($0.values) }
      return LayerTable.Row(
        path: unit.path, kind: unit.kinds.joined(separator: " · "),
        shape: graph.shape(unit.output).extents,
        parameters: trained[index].reduce(0) { $0 + graph.shape($1).count },
        isShared: !trained[index].isEmpty && fresh.isEmpty, weightNorm: norm(own),
        gradientNorm: norm(own.lowerBound + weights.count..<own.upperBound + weights.count),
        mean: statistics.map { Float($0.mean) }, deviation: statistics.map { Float($0.deviation) },
        dead: graph[unit.output].operation is ReLU
          ? tensors[index].flatMap(DiagramPlan.deadShare) : nil)
    }
    return LayerTable(name: name, rows: rows, parameters: total, buffers: buffers)
  }

  /// The share of units that are 0 for all rows; of images a unit is a channel.
  static func deadShare(_ tensor: Tensor) -> Float? {
    let shape = tensor.shape
    guard shape.rank >= 2, shape.count > 0 else { return nil }
    let axis = shape.rank == 4 ? 1 : shape.rank - 1
    let inner = shape.extents[(axis + 1)...].reduce(1, *)
    var isAlive = Array(repeating: false, count: shape[axis])
    for (place, value) in tensor.values.enumerated() where !(value <= 0) {
      isAlive[place / inner % isAlive.count] = true
    }
    return Float(isAlive.count { !$0 }) / Float(isAlive.count)
  }
}

extension PlotText {
  static func layers(_ title: String, _ table: LayerTable) -> [String] {
    [title] + TableText.lines(table.table).map { "  " + $0 } + ["  " + table.total]
  }
}

extension PlotJSON {
  static func layers(_ table: LayerTable) -> [JSONValue.Member] {
    func optional(_ value: Float?) -> JSONValue { value.map { .float($0) } ?? .null }
    let rows = table.rows.map { row in
      JSONValue.object([
        .init("path", .string(row.path)), .init("kind", .string(row.kind)),
        .init("shape", .integers(row.shape)), .init("parameters", .integer(row.parameters)),
        .init("shared", .bool(row.isShared)), .init("weight_norm", optional(row.weightNorm)),
        .init("gradient_norm", optional(row.gradientNorm)), .init("mean", optional(row.mean)),
        .init("std", optional(row.deviation)), .init("dead", optional(row.dead)),
      ])
    }
    return [
      .init("name", .string(table.name)), .init("layers", .array(rows)),
      .init("parameters", .integer(table.parameters)), .init("buffers", .integer(table.buffers)),
    ]
  }
}
