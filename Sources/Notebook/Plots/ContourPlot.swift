// plot contour(L, w[0], w[1]): a loss over two of its parameters, or over two directions of all of
// them, with the ways that runs took. The directions are in ContourDirections.swift.

import Engine
import Language

enum ContourPlot {
  static let entry = PlotEntry(
    "contour(L, a=none, b=none, directions=path, x=none, y=none)",
    summary: "The loss over two parameters (w[0], w[1]) with the way of every run on it; without "
      + "them over the two directions in which the run has moved most, or with "
      + "directions=random over two random ones.",
    formula: "L(θ + x·d₁ + y·d₂)",
    source: "random directions: filter-normalised, Li et al. 2018",
    example: "w = param([2], init=ones)\nL = w[0] ** 2 + 5 * w[1] ** 2\n"
      + "train L with sgd(lr=0.05) steps=20\nplot contour(L, w[0], w[1])"
  ) { notebook, call throws(Diagnostic) in
    let arguments = try PlotArguments(call, notebook)
    let expression = try arguments.required("L", "a loss")
    let loss = try notebook.tensor(
      try notebook.evaluate(expression), expression.range, for: "contour")
    guard notebook.graph.shape(loss).count == 1 else {
      throw Diagnostic(
        "contour needs one number, this has shape \(notebook.graph.shape(loss))",
        at: expression.range, hint: "take its mean()")
    }
    let cost = max(1, notebook.cost(of: [loss]))
    guard cost <= budget / leastCells else {
      throw Diagnostic(
        "\(notebook.currentSource[expression.range]) is too much work for a contour: it is "
          + "computed some thousand times", at: expression.range,
        hint: "take a smaller batch")
    }
    let axes: ContourAxes
    if arguments["a"] != nil || arguments["b"] != nil {
      axes = .scalars(try scalar("a", arguments), try scalar("b", arguments))
    } else {
      axes = try directions(loss, arguments)
    }
    let limits = (try interval("x", arguments), try interval("y", arguments))
    let surface = ContourSurface(loss: loss, axes: axes, cost: cost, x: limits.0, y: limits.1)
    _ = try surface.picture(notebook, call.range)
    return PlotRequest(live: call.text, cost: 1) { notebook in
      (try? surface.picture(notebook, call.range)).map { .contour($0) }
    }
  }

  /// Scalar operations for one picture, and the least number of grid cells.
  static let budget = 400_000_000
  static let leastCells = 15 * 10

  /// One element of a parameter: `w[0]`, `net.0.weight[1, 2]`, `b`.
  private static func scalar(
    _ name: String, _ arguments: PlotArguments
  ) throws(Diagnostic) -> ContourAxes.Scalar {
    let expression = try arguments.required(name, "two parameters, a and b, or none")
    let notebook = arguments.notebook
    let graph = notebook.graph
    let node = try arguments.tensor(name, "")
    let text = notebook.currentSource[expression.range]
    var places = [0]
    var slices: [(Slice, Shape)] = []
    var next = node
    while let slice = graph[next].operation as? Slice, let input = graph[next].inputs.first {
      slices.append((slice, graph.shape(input)))
      next = input
    }
    guard let leaf = graph[next].operation as? ParameterLeaf, graph.shape(node).count == 1 else {
      throw Diagnostic(
        "\(text) is no single element of a parameter", at: expression.range,
        hint: "for example w[0], or net.0.weight[0, 1]")
    }
    for (slice, shape) in slices {
      let output = try notebook.located(expression.range) { () throws(EngineError) in
        try slice.shape(of: [shape])
      }
      let sources = slice.sources(shape, output: output, inputs: [])
      places = places.map { sources.indices.contains($0) ? sources[$0] : 0 }
    }
    return ContourAxes.Scalar(name: text, parameter: leaf.parameter, place: places[0])
  }

  private static func directions(
    _ loss: Node, _ arguments: PlotArguments
  ) throws(Diagnostic) -> ContourAxes {
    let notebook = arguments.notebook
    var parameters: [Parameter] = []
    for node in notebook.graph.dependencies(of: [loss]) {
      guard let leaf = notebook.graph[node].operation as? ParameterLeaf,
        leaf.parameter.isTrainable,
        !parameters.contains(where: { $0 === leaf.parameter })
      else { continue }
      parameters.append(leaf.parameter)
    }
    guard parameters.reduce(0, { $0 + $1.shape.count }) >= 2 else {
      throw Diagnostic(
        "contour needs a loss of at least two trainable numbers", at: arguments.call.range)
    }
    guard let expression = arguments["directions"] else {
      return .path(parameters)
    }
    switch expression.kind {
    case .name("path"), .string("path"): return .path(parameters)
    case .name("random"), .string("random"):
      return .random(parameters, seed: notebook.seed)
    default:
      throw Diagnostic(
        "directions are path or random", at: expression.range,
        hint: "plot contour(L, directions=random)")
    }
  }

  private static func interval(
    _ name: String, _ arguments: PlotArguments
  ) throws(Diagnostic) -> ClosedRange<Double>? {
    guard let expression = arguments[name] else { return nil }
    guard case .range(let low, let high) = expression.kind else {
      throw Diagnostic(
        "\(name) needs an interval", at: expression.range, hint: "\(name)=-2..2")
    }
    let a: Double = try arguments.notebook.number(low, "the interval's start")
    let b: Double = try arguments.notebook.number(high, "the interval's end")
    guard a < b, (b - a).isFinite, a.magnitude < 1e30, b.magnitude < 1e30 else {
      throw Diagnostic(
        "the interval \(NumberText.short(a))..\(NumberText.short(b)) is empty or too large",
        at: expression.range)
    }
    return a...b
  }
}

/// The loss on a plane through its parameters.
final class ContourSurface {
  private let loss: Node
  private let axes: ContourAxes
  private let cost: Int
  private let x: ClosedRange<Double>?
  private let y: ClosedRange<Double>?
  /// The surface is drawn again when what is held still has changed, but not while a run trains:
  /// it costs as much as thousands of steps.
  private var latest: LossContour?

  init(
    loss: Node, axes: ContourAxes, cost: Int, x: ClosedRange<Double>?, y: ClosedRange<Double>?
  ) {
    self.loss = loss
    self.axes = axes
    self.cost = cost
    self.x = x
    self.y = y
  }

  func picture(_ notebook: Notebook, _ range: SourceRange) throws(Diagnostic) -> LossContour {
    if notebook.activity == .training, !axes.isFixed, let latest { return latest }
    let plane = axes.plane(notebook, loss)
    let ways = notebook.ways(to: loss).compactMap { way in
      plane.path(way).map { (way, $0) }
    }
    if notebook.activity == .training, var latest {
      // The ways grow on the surface that was drawn last.
      for (way, path) in ways {
        let (x, y) = (path.map { Float($0.0) }, path.map { Float($0.1) })
        let steps = way.states.map(\.step)
        if let known = latest.paths.firstIndex(where: { $0.name == way.name }) {
          (latest.paths[known].steps, latest.paths[known].x, latest.paths[known].y) = (steps, x, y)
        } else {
          latest.paths.append(
            LossContour.Path(name: way.name, steps: steps, x: x, y: y, first: .nan, last: .nan))
        }
      }
      return latest
    }
    let all = ways.flatMap(\.1) + [plane.here]
    let across = x ?? ContourSurface.span(all.map(\.0), least: plane.reach)
    let up = y ?? ContourSurface.span(all.map(\.1), least: plane.reach)
    let cells = min(60 * 40, max(ContourPlot.leastCells, ContourPlot.budget / 8 / cost))
    let rows = max(10, Int((Double(cells) / 1.5).squareRoot()))
    let columns = rows * 3 / 2
    var places: [(Double, Double)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let s = Double(column) / Double(columns - 1)
        let t = Double(row) / Double(rows - 1)
        places.append(
          (
            across.lowerBound + s * (across.upperBound - across.lowerBound),
            up.upperBound - t * (up.upperBound - up.lowerBound)
          ))
      }
    }
    let grid = places.count
    for (_, path) in ways { places += [path.first ?? plane.here, path.last ?? plane.here] }
    let values = try notebook.losses(loss, at: places, of: plane, range)
    let paths = ways.enumerated().map { index, way in
      LossContour.Path(
        name: way.0.name, steps: way.0.states.map(\.step), x: way.1.map { Float($0.0) },
        y: way.1.map { Float($0.1) }, first: values[grid + 2 * index],
        last: values[grid + 2 * index + 1])
    }
    let contour = LossContour(
      xName: plane.xName, yName: plane.yName, note: plane.note, columns: columns, rows: rows,
      x: Float(across.lowerBound)...Float(across.upperBound),
      y: Float(up.lowerBound)...Float(up.upperBound), values: Array(values[..<grid]),
      paths: paths)
    latest = contour
    return contour
  }

  /// All places with a margin of a fifth; never narrower than `least` on both sides.
  private static func span(_ values: [Double], least: Double) -> ClosedRange<Double> {
    let known = values.filter { $0.isFinite && $0.magnitude < 1e15 }
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    let margin = max((high - low) * 0.2, high - low < least ? least : 0)
    return low - margin...high + margin
  }
}

/// A run's way through its parameters.
struct Way {
  var name: String
  var states: [ParameterTrail.State]
  var trail: ParameterTrail
}

extension Notebook {
  /// The ways of this session's runs over a loss's parameters, the present one last: of those that
  /// minimised it, and of those that moved the same parameters for another one, as a batch's.
  func ways(to loss: Node) -> [Way] {
    var paths: Set<String> = []
    for node in graph.dependencies(of: [loss]) {
      guard let leaf = graph[node].operation as? ParameterLeaf, leaf.parameter.isTrainable else {
        continue
      }
      paths.insert(leaf.parameter.path)
    }
    func isShown(_ node: Node, _ trail: ParameterTrail) -> Bool {
      node == loss || Set(trail.parts.map(\.path)) == paths
    }
    var runs: [(identity: RunIdentity, way: Way)] = []
    for earlier in earlierRuns where isShown(earlier.node, earlier.trail) {
      runs.append(
        (earlier.identity, Way(name: "", states: earlier.trail.states, trail: earlier.trail)))
    }
    if let run, isShown(run.loss, run.trail) {
      var states = run.trail.states.filter { $0.step <= run.machine.updates }
      if run.machine.isAtBoundary, let last = states.last, last.step < run.machine.updates {
        states.append(
          ParameterTrail.State(step: run.machine.updates, values: run.trail.values(run.machine)))
      }
      runs.append((run.identity, Way(name: "", states: states, trail: run.trail)))
    }
    runs.removeAll { $0.way.states.isEmpty }
    return zip(runs, RunIdentity.names(runs.map(\.identity))).map { run, name in
      var way = run.way
      way.name = name
      return way
    }
  }

  /// The loss at places of a plane; the parameters are afterwards what they were, bit for bit. It is
  /// a part of a picture of the notebook, so nobody is asked meanwhile: the work is bounded.
  func losses(
    _ loss: Node, at places: [(Double, Double)], of plane: ContourPlane, _ range: SourceRange
  ) throws(Diagnostic) -> [Float] {
    try checkMemory(graph.dependencies(of: [loss]), range)
    let program = graph.compile([loss])
    guard let slot = program.slot(of: loss) else { return places.map { _ in .nan } }
    let machine = try located(range) { () throws(EngineError) in
      try Machine(program, keepsHistory: false)
    }
    let step = run.map { $0.machine.step - 1 } ?? 0
    let before = plane.parameters.map { $0.parameter.value }
    defer {
      for (moved, value) in zip(plane.parameters, before) { moved.parameter.value = value }
    }
    var values: [Float] = []
    values.reserveCapacity(places.count)
    for place in places {
      for (moved, value) in zip(plane.parameters, before) {
        var numbers = value.values
        moved.move(&numbers, place)
        moved.parameter.value = Tensor(shape: value.shape, values: numbers)
      }
      machine.look(atStep: step)
      values.append(machine.number(of: slot))
    }
    return values
  }
}
