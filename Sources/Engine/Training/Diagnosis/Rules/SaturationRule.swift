/// Saturated sigmoid or tanh: beyond 0.97 of their range, where the slope is next to nothing.
struct SaturationRule: DiagnosisRule {
  let name = "saturated"
  let looksAt = "the share of a hidden sigmoid's or tanh's values beyond 0.97 of the range"
  let explainedBy: Set<String> = ["NaN", "unscaled inputs"]

  /// A greater share than this is reported.
  static let limit = 0.5

  private struct Layer {
    let path: String
    let word: String
    var count = 0
    var saturated = 0
    let place: Finding.Place
  }

  private var layers: [String: Layer] = [:]
  private var order: [String] = []

  mutating func see(_ seen: SeenInstruction) {
    let instruction = seen.instruction
    guard seen.isRecent, instruction.phase == .forward, seen.structure.isHidden[instruction.output]
    else { return }
    let isTanh = instruction.operation is HyperbolicTangent
    guard isTanh || instruction.operation is Sigmoid, !isGate(seen) else { return }
    let scope = seen.structure.layers[seen.index]
    let key = "\(scope) \(isTanh)"
    if layers[key] == nil {
      order.append(key)
      layers[key] = Layer(
        path: scope.isEmpty ? instruction.path : scope, word: isTanh ? "tanh" : "sigmoid",
        place: seen.place)
    }
    for value in seen.values(instruction.output) {
      layers[key]?.count += 1
      if abs(isTanh ? value : 2 * value - 1) > 0.97 { layers[key]?.saturated += 1 }
    }
  }

  /// A gate only multiplies: to be open or shut is what it is for.
  private func isGate(_ seen: SeenInstruction) -> Bool {
    let users = seen.structure.consumers[seen.instruction.output].map {
      seen.machine.program.instructions[$0].operation
    }
    return !users.isEmpty && users.allSatisfy { $0 is Multiply || $0 is Subtract || $0 is Slice }
  }

  func findings(_ run: DiagnosedRun) -> [Finding] {
    // Units that are sure of themselves in a run that has learnt are no fault.
    guard !run.fell(by: 0.7) else { return [] }
    let findings = order.compactMap { key -> Finding? in
      guard let layer = layers[key], layer.count >= 8 else { return nil }
      let share = Double(layer.saturated) / Double(layer.count)
      guard share > Self.limit else { return nil }
      return Finding(
        name, share > 0.9 ? .error : .warning, layer.path,
        "\((share * 1000).rounded() / 10) % of the \(layer.word) values lie beyond 0.97 of the "
          + "range, where the slope is under a sixteenth of the steepest",
        remedy:
          "smaller initial values (init=xavier_normal), scaled inputs, or layer_norm before it",
        at: layer.place)
    }
    return Finding.joined(findings, "layer")
  }
}
