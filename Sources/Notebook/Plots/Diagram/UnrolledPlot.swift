// plot unrolled(rnn): the time steps of a recurrent network side by side.

import Engine
import Language

/// A recurrent network in time, for the first sequence.
public struct UnrolledPicture: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    /// The token, or `t0`.
    public var label: String
    /// The first of so many numbers.
    public var x: [Float]
    public var h: [Float]
    public var y: [Float]?
    public var loss: Float?
  }

  /// A weight that all steps share.
  public struct Weight: Hashable, Sendable {
    /// `U`, `W` or `V`, as textbooks call it.
    public var symbol: String
    public var path: String
    public var shape: [Int]
  }

  public var name: String
  public var kind: String
  public var weights: [Weight]
  public var steps: [Step]
  public var allSteps: Int
  /// How many numbers x, h and y have.
  public var sizes: [Int]
}

enum UnrolledPlot {
  static let entry = PlotEntry(
    "unrolled(rnn)",
    summary: "A recurrent network in time: x, h and y of every step side by side, and the weights "
      + "that all steps share.",
    formula: "h_t = tanh(U h_{t−1} + W x_t + b), y_t = V h_t + c", source: "Elman 1990",
    example: "net = rnn(2) | dense(1)\ny = net([[1, 2], [3, 4]])\nplot unrolled(net)"
  ) { notebook, call throws(Diagnostic) in
    let expression = try call.only()
    let look = try RecurrentLook(expression, "unrolled", notebook)
    guard let parts = UnrolledParts(look, notebook) else {
      throw Diagnostic("\(look.name) has no time steps to show", at: expression.range)
    }
    let title = call.text
    let latest = Latest()
    return PlotRequest(title) { notebook in
      if let picture = parts.picture(notebook) {
        latest.plot = PlotOutput(title: title, content: .unrolled(picture))
      }
      return latest.plot
    }
  }

  private final class Latest {
    var plot: PlotOutput?
  }
}

/// The nodes that the picture reads.
struct UnrolledParts {
  private let look: RecurrentLook
  private let input: Node
  private let weights: [UnrolledPicture.Weight]
  private let output: Node?
  /// A loss for every step of every sequence, before they are averaged.
  private let losses: Node?
  /// Whether the loss is what is averaged with the other sign, as in −mean(log p).
  private let isNegated: Bool
  private let labels: [String]

  private static let mostSteps = 64
  private static let mostNumbers = 8

  init?(_ look: RecurrentLook, _ notebook: Notebook) {
    let graph = notebook.graph
    self.look = look
    labels = look.labels(notebook)
    let (first, end) = (look.use.records.lowerBound, look.use.records.upperBound)
    // x is what the product with W reads: [t, n, in].
    let products = look.use.records.map { graph.node(at: $0) }.filter { node in
      graph[node].operation is MatMul
        && graph[node].inputs.contains { graph.displayName($0) == look.use.path + ".weight_ih_l0" }
    }
    guard look.count > 0, look.steps["h"]?.count == look.count, let product = products.first,
      let x = graph[product].inputs.first, graph.shape(x).rank == 3
    else { return nil }
    input = x
    var weights: [UnrolledPicture.Weight] = []
    func add(_ symbol: String, _ path: String, _ node: Node?) {
      guard let node else { return }
      weights.append(.init(symbol: symbol, path: path, shape: graph.shape(node).extents))
    }
    for (symbol, name) in [("W", "weight_ih_l0"), ("U", "weight_hh_l0")] {
      add(symbol, look.use.path + "." + name, graph.parameterNode(of: look.layer, name))
    }
    // The dense layer that reads all states.
    let states = look.use.output
    let reader = graph.applications.first { use in
      use.layer is Dense && use.records.lowerBound >= end
        && use.records.contains { graph.records[$0].inputs.contains(states) }
        && graph.shape(use.output).rank == graph.shape(states).rank
    }
    output = reader?.output
    if let reader {
      add("V", reader.path + ".weight", graph.parameterNode(of: reader.layer, "weight"))
    }
    self.weights = weights
    (losses, isNegated) = UnrolledParts.losses(after: first, look, notebook)
  }

  /// The last tensor on the way to the run's loss that has one number a step and comes from the
  /// states.
  private static func losses(
    after start: Int, _ look: RecurrentLook, _ notebook: Notebook
  ) -> (Node?, isNegated: Bool) {
    guard let run = notebook.run, look.layer.options.batchFirst else { return (nil, false) }
    let graph = notebook.graph
    let states = graph.shape(look.use.output)
    let positions = states.extents.dropLast().reduce(1, *)
    var reached: Set<Node> = [look.use.output]
    var found: Node?
    var isNegated = false
    for node in graph.dependencies(of: [run.loss]) where node.index > start {
      let record = graph[node]
      guard !record.isGradient, record.inputs.contains(where: reached.contains) else { continue }
      reached.insert(node)
      let shape = record.shape
      if shape.count == positions, shape.rank <= 2, shape.rank >= 1,
        shape == Shape(Array(states.extents.dropLast())) || shape == [positions]
      {
        found = node
        isNegated = false
      } else if record.operation is Negate {
        isNegated.toggle()
      }
    }
    return (found, isNegated)
  }

  func picture(_ notebook: Notebook) -> UnrolledPicture? {
    let count = min(look.count, Self.mostSteps)
    let states = Array((look.steps["h"] ?? []).prefix(count))
    let tensors = notebook.look(at: [input, output, losses] + states.map(Optional.some))
    guard let x = tensors[0], x.shape.rank == 3, states.count == count else { return nil }
    // [t, n, in]
    let (rows, features) = (x.shape[1], x.shape[2])
    let width = output.map { notebook.graph.shape($0)[-1] } ?? 0
    var steps: [UnrolledPicture.Step] = []
    for time in 0..<count {
      guard let h = tensors[3 + time] else { return nil }
      let start = time * rows * features
      // The first sequence of a batch begins the output, whose rows are its time steps.
      let y = tensors[1].flatMap { y -> [Float]? in
        guard look.layer.options.batchFirst, (time + 1) * width <= y.count else { return nil }
        return Array(y.values[time * width..<time * width + min(width, Self.mostNumbers)])
      }
      steps.append(
        .init(
          label: labels[time],
          x: Array(x.values[start..<start + min(features, Self.mostNumbers)]),
          h: Array(h.values.prefix(min(look.layer.hidden, Self.mostNumbers))), y: y,
          loss: tensors[2].flatMap {
            time < $0.count ? (isNegated ? -$0.values[time] : $0.values[time]) : nil
          }))
    }
    return UnrolledPicture(
      name: look.name, kind: look.layer.name, weights: weights, steps: steps,
      allSteps: look.count, sizes: [features, look.layer.hidden, width])
  }
}

extension PlotText {
  /// A line a time step.
  static func unrolled(_ title: String, _ picture: UnrolledPicture) -> [String] {
    func vector(_ values: [Float], of count: Int) -> String {
      let shown = values.prefix(4).map { NumberText.short($0) }.joined(separator: ", ")
      return "[\(shown)\(count > min(4, values.count) ? ", …" : "")]"
    }
    let shared = picture.weights.map {
      "\($0.symbol) = \($0.path) \(TensorText.shapeText($0.shape))"
    }.joined(separator: ", ")
    var lines = [
      "\(title): \(picture.kind), \(picture.allSteps) time steps",
      "  the same at every step: \(shared)",
    ]
    let times = TensorText.Positions(picture.steps.count)
    for time in times.indices {
      guard let time else {
        lines.append("  …")
        continue
      }
      let step = picture.steps[time]
      var line = "  \(step.label)  x \(vector(step.x, of: picture.sizes[0]))"
      line += "  h \(vector(step.h, of: picture.sizes[1]))"
      if let y = step.y { line += "  y \(vector(y, of: picture.sizes[2]))" }
      if let loss = step.loss { line += "  loss \(NumberText.short(loss))" }
      lines.append(VisibleText.line(line))
    }
    return lines
  }
}

extension PlotJSON {
  static func unrolled(_ picture: UnrolledPicture) -> [JSONValue.Member] {
    let weights = picture.weights.map { weight in
      JSONValue.object([
        .init("symbol", .string(weight.symbol)), .init("path", .string(weight.path)),
        .init("shape", .integers(weight.shape)),
      ])
    }
    let steps = picture.steps.map { step in
      JSONValue.object([
        .init("label", .string(step.label)), .init("x", .floats(step.x)),
        .init("h", .floats(step.h)), .init("y", step.y.map { .floats($0) } ?? .null),
        .init("loss", step.loss.map { .float($0) } ?? .null),
      ])
    }
    return [
      .init("name", .string(picture.name)), .init("kind", .string(picture.kind)),
      .init("weights", .array(weights)), .init("steps", .array(steps)),
      .init("all_steps", .integer(picture.allSteps)), .init("sizes", .integers(picture.sizes)),
    ]
  }
}
