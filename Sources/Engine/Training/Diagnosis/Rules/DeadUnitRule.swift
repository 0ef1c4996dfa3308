/// Dead ReLU: units that are 0 for every row, through which nothing flows back.
struct DeadUnitRule: DiagnosisRule {
  let name = "dead ReLU"
  let looksAt = "the share of a rectifier's units that are 0 for all rows"
  let explainedBy: Set<String> = ["NaN", "constant inputs"]

  /// More dead units than this share are reported.
  static let limit = 0.5

  private struct Layer {
    let path: String
    var isAlive: [Bool]
    var rows = 0
    let place: Finding.Place
  }

  private var layers: [String: Layer] = [:]
  private var order: [String] = []

  mutating func see(_ seen: SeenInstruction) {
    let instruction = seen.instruction
    guard seen.isRecent, instruction.phase == .forward, instruction.operation is ReLU else {
      return
    }
    let shape = seen.shape(instruction.output)
    guard shape.rank >= 2, shape.count > 0 else { return }
    let axis = seen.structure.unitAxis(of: instruction.output, rank: shape.rank)
    let units = shape[axis]
    let inner = shape.extents[(axis + 1)...].reduce(1, *)
    guard units > 1 else { return }
    // The same layer at every time step is one layer.
    let scope = seen.structure.layers[seen.index]
    let key = "\(scope) \(units)"
    if layers[key] == nil {
      order.append(key)
      layers[key] = Layer(
        path: scope.isEmpty ? instruction.path : scope,
        isAlive: Array(repeating: false, count: units), place: seen.place)
    }
    guard var layer = layers[key] else { return }
    layers[key] = nil
    for (place, value) in seen.values(instruction.output).enumerated() where value > 0 {
      layer.isAlive[place / inner % units] = true
    }
    layer.rows += shape[0]
    layers[key] = layer
  }

  func findings(_ run: DiagnosedRun) -> [Finding] {
    let findings = order.compactMap { key -> Finding? in
      guard let layer = layers[key] else { return nil }
      let dead = layer.isAlive.count { !$0 }
      let share = Double(dead) / Double(layer.isAlive.count)
      // A few rows of a large set say little.
      guard share > Self.limit, layer.rows >= 16 || !run.program.usesBatches else { return nil }
      return Finding(
        name, share > 0.9 ? .error : .warning, layer.path,
        "\(dead) of \(layer.isAlive.count) units are 0 for all \(layer.rows) rows: nothing flows "
          + "back through them",
        remedy: "a smaller lr, init=he_normal, biases that start at 0, or leaky_relu",
        at: layer.place)
    }
    return Finding.joined(findings, "layer")
  }
}
