// plot neuron(net.0, 1): one unit of a dense layer with all its numbers.

import Engine
import Language

/// One neuron at one example: what comes in, what it is multiplied with, what comes out.
public struct NeuronPicture: Hashable, Sendable {
  public struct Input: Hashable, Sendable {
    /// `x[0]`, or the feature's name.
    public var name: String
    public var value: Float
    public var weight: Float
    public var product: Float
  }

  /// `net.0, unit 1`
  public var name: String
  /// The example's row.
  public var row: Int
  /// The inputs with the largest products, in their order.
  public var inputs: [Input]
  /// How many inputs are left out, and what their products add up to.
  public var others: Int
  public var rest: Float
  /// Nil without a bias.
  public var bias: Float?
  public var sum: Float
  /// `tanh`; nil when nothing follows.
  public var activation: String?
  public var output: Float?
  /// The activation around the sum.
  public var x: [Float]
  public var y: [Float]
}

enum OneNeuronPlot {
  static let entry = PlotEntry(
    "neuron(layer, unit, row=0)",
    summary: "One neuron: its inputs, weights, bias, sum and activation with this run's numbers.",
    formula: "a = f(Σ xᵢ · wᵢ + b)",
    example: "net = dense(3) | tanh\ny = net([[1, 2], [3, 4]])\nplot neuron(net.0, 1)"
  ) { notebook, call throws(Diagnostic) in
    let plain = call.arguments.filter { $0.name == nil }
    let row = call.arguments.first { $0.name == "row" }
    guard plain.count == 2, call.arguments.count == (row == nil ? 2 : 3) else {
      throw Diagnostic(
        "neuron takes a layer and a unit's number", at: call.range,
        hint: "plot neuron(net.0, 1)")
    }
    let name = notebook.currentSource[plain[0].value.range]
    let node: Node
    switch try notebook.evaluate(plain[0].value) {
    case .layer(let layer) where layer is Dense:
      node = try notebook.application(of: layer, name, plain[0].value.range).output
    case .tensor(let sum): node = sum
    default:
      throw Diagnostic(
        "neuron draws a unit of a dense layer, or of z = x @ w + b", at: plain[0].value.range,
        hint: "plot neuron(net.0, 1)")
    }
    guard let parts = NeuronParts(node, notebook) else {
      throw Diagnostic(
        "\(name) is no sum of products as x @ w + b is", at: plain[0].value.range,
        hint: "plot neuron(net.0, 1)")
    }
    let shape = notebook.graph.shape(node)
    let unit = try notebook.integer(plain[1].value, "a unit's number")
    guard unit >= 0, unit < shape[-1] else {
      throw Diagnostic(
        "\(name) has \(shape[-1]) unit\(shape[-1] == 1 ? "" : "s"), from 0 to \(shape[-1] - 1)",
        at: plain[1].value.range)
    }
    let rows = shape.count / max(1, shape[-1])
    let example = try row.map { (row) throws(Diagnostic) in
      try notebook.integer(row.value, "a row")
    }
    if let example, example < 0 || example >= rows {
      throw Diagnostic(
        "\(name) was applied to \(rows) row\(rows == 1 ? "" : "s"), from 0 to \(rows - 1)",
        at: row?.value.range ?? call.range)
    }
    let title = call.text
    let latest = Latest()
    return PlotRequest(title) { notebook in
      if let picture = parts.picture(name, unit: unit, row: example ?? 0, notebook) {
        latest.plot = PlotOutput(title: title, content: .neuron(picture))
      }
      return latest.plot
    }
  }

  private final class Latest {
    var plot: PlotOutput?
  }
}

/// The nodes that a neuron's numbers are read from.
struct NeuronParts {
  private let input: Node
  private let weight: Node
  private let bias: Node?
  private let sum: Node
  private let activation: Node?

  /// Whether the weight is [out, in], as in dense, or [in, out].
  private let isTransposed: Bool
  private let units: Int

  /// Nil when the node is no product with a matrix, with or without a bias.
  init?(_ sum: Node, _ notebook: Notebook) {
    let graph = notebook.graph
    func unshaped(_ node: Node) -> Node {
      var node = node
      while graph[node].operation is Reshape { node = graph[node].inputs[0] }
      return node
    }
    let last = unshaped(sum)
    var product = last
    var other: Node?
    if graph[last].operation is Add {
      let operands = graph[last].inputs
      guard operands.count == 2,
        let place = operands.firstIndex(where: { graph[$0].operation is MatMul })
      else { return nil }
      product = operands[place]
      other = operands[1 - place]
    }
    guard let operation = graph[product].operation as? MatMul, !operation.transposesLeft,
      graph.shape(graph[product].inputs[1]).rank == 2, graph.shape(sum).rank > 0
    else { return nil }
    input = graph[product].inputs[0]
    weight = graph[product].inputs[1]
    isTransposed = operation.transposesRight
    let count = graph.shape(weight)[isTransposed ? 0 : 1]
    units = count
    guard graph.shape(sum)[-1] == count, count > 0,
      other.map({ [1, count].contains(graph.shape($0).count) }) ?? true
    else { return nil }
    bias = other
    self.sum = sum
    // What reads the sum: the activation, if it is one; the run's own before others.
    let needed = notebook.run.map { Set(graph.dependencies(of: [$0.loss])) } ?? []
    var found: Node?
    for index in graph.records.indices.dropFirst(sum.index + 1) {
      let record = graph.records[index]
      guard !record.isGradient, record.inputs == [sum],
        record.operation is any PointwiseOperation
      else { continue }
      let node = graph.node(at: index)
      if found == nil || needed.contains(node) { found = node }
      if needed.contains(node) { break }
    }
    activation = found
  }

  /// Products drawn one by one.
  private static let most = 24

  func picture(
    _ name: String, unit: Int, row: Int, _ notebook: Notebook
  ) -> NeuronPicture? {
    let tensors = notebook.look(at: [input, weight, sum, bias, activation])
    guard let x = tensors[0], let w = tensors[1], let z = tensors[2], w.shape.rank == 2,
      unit < units
    else { return nil }
    let features = w.shape[isTransposed ? 1 : 0]
    guard (row + 1) * features <= x.count, (row + 1) * units <= z.count else { return nil }
    let inputs = (0..<features).map { index -> NeuronPicture.Input in
      let place = isTransposed ? unit * features + index : index * units + unit
      let (value, weight) = (x.values[row * features + index], w.values[place])
      return .init(name: "x[\(index)]", value: value, weight: weight, product: value * weight)
    }
    var shown = inputs
    if inputs.count > Self.most {
      let places = inputs.indices.sorted {
        let (a, b) = (abs(inputs[$0].product), abs(inputs[$1].product))
        return a != b ? a > b : $0 < $1
      }
      shown = places.prefix(Self.most).sorted().map { inputs[$0] }
    }
    let sum = z.values[row * units + unit]
    let all = inputs.reduce(0.0) { $0 + Double($1.product) }
    let rest =
      inputs.count == shown.count
      ? 0 : Float(all - shown.reduce(0.0) { $0 + Double($1.product) })
    let curve = activation.map { self.curve(of: $0, around: sum, notebook) } ?? ([], [])
    return NeuronPicture(
      name: "\(name), unit \(unit)", row: row, inputs: shown, others: inputs.count - shown.count,
      rest: rest, bias: tensors[3].map { $0.values[$0.count == 1 ? 0 : unit] }, sum: sum,
      activation: activation.map { notebook.graph[$0].operation.name },
      output: tensors[4].map { $0.values[row * units + unit] }, x: curve.0, y: curve.1)
  }

  /// The activation's own operation over an interval that holds the sum.
  private func curve(
    of node: Node, around sum: Float, _ notebook: Notebook
  ) -> ([Float], [Float]) {
    let graph = notebook.graph
    let reach = sum.isFinite ? min(max(4, abs(sum) * 1.25), 1e6) : 4
    let x = (0..<81).map { reach * (Float($0) / 40 - 1) }
    let checkpoint = graph.checkpoint()
    defer { graph.rollBack(to: checkpoint) }
    let input = graph.constant(Tensor(shape: [x.count], values: x))
    guard let output = try? graph.add(graph[node].operation, [input]),
      let y = try? notebook.value(of: output, nil)
    else { return ([], []) }
    return (x, y.values)
  }
}

extension PlotText {
  static func neuron(_ title: String, _ neuron: NeuronPicture) -> [String] {
    var lines = ["\(title): \(neuron.name), row \(neuron.row)"]
    var terms: [(String, Float)] = neuron.inputs.map {
      ("\($0.name) · w  \(NumberText.short($0.value)) · \(factor($0.weight))", $0.product)
    }
    if neuron.others > 0 { terms.append(("\(neuron.others) smaller products", neuron.rest)) }
    if let bias = neuron.bias { terms.append(("b", bias)) }
    let width = terms.map { VisibleText.width($0.0) }.max() ?? 0
    for (text, value) in terms {
      lines.append("  \(VisibleText.padded(text, to: width)) = \(NumberText.short(value))")
    }
    lines.append("  z = Σ = \(NumberText.short(neuron.sum))")
    if let activation = neuron.activation, let output = neuron.output {
      lines.append("  a = \(activation)(z) = \(NumberText.short(output))")
    }
    return lines
  }

  private static func factor(_ value: Float) -> String {
    value < 0 ? "(\(NumberText.short(value)))" : NumberText.short(value)
  }
}

extension PlotJSON {
  static func neuron(_ neuron: NeuronPicture) -> [JSONValue.Member] {
    let inputs = neuron.inputs.map { input in
      JSONValue.object([
        .init("name", .string(input.name)), .init("value", .float(input.value)),
        .init("weight", .float(input.weight)), .init("product", .float(input.product)),
      ])
    }
    return [
      .init("name", .string(neuron.name)), .init("row", .integer(neuron.row)),
      .init("inputs", .array(inputs)), .init("others", .integer(neuron.others)),
      .init("rest", .float(neuron.rest)),
      .init("bias", neuron.bias.map { .float($0) } ?? .null), .init("sum", .float(neuron.sum)),
      .init("activation", .optional(neuron.activation)),
      .init("output", neuron.output.map { .float($0) } ?? .null),
      .init("x", .floats(neuron.x)), .init("y", .floats(neuron.y)),
    ]
  }
}
