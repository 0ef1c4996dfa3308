// Where an instruction stands, from the training step inwards: layers, time steps, heads.

import Engine

/// The way from the training step to one instruction, in words.
enum CallPath {
  /// `step 1 › forward › net › 0 › l0 › time step 3 › h`
  static func text(_ instruction: Instruction, step: Int) -> String {
    (["step \(step)", instruction.phase.rawValue] + parts(instruction)).joined(separator: " › ")
  }

  /// Layers, then the instruction's own name.
  static func parts(_ instruction: Instruction) -> [String] {
    let scope = instruction.scope.split(separator: ".").map(String.init)
    let path = instruction.path.split(separator: ".").map(String.init)
    // What the scope says already is left out; what heads do is named by their layer.
    let layer = scope.last == "heads" ? Array(scope.dropLast()) : scope
    let own = (path.starts(with: layer) ? Array(path.dropFirst(layer.count)) : path)
      .joined(separator: ".")
    let names = own.isEmpty ? scope : scope + [own]
    return names.indices.map { index in
      index > 0 && isTimeStep(names[index], in: names[index - 1])
        ? "time step \(names[index].dropFirst())" : names[index]
    }
  }
}

extension CallPath {
  /// The layers of a scope: `net.0.l0`, then `time step 3`, then what is inside it.
  static func scopes(_ scope: String) -> [String] {
    var parts: [String] = []
    var layer: [Substring] = []
    let names = scope.split(separator: ".")
    for (index, name) in names.enumerated() {
      let isTime = index > 0 && isTimeStep(name, in: names[index - 1])
      if isTime || (name == "heads" && index == names.count - 1) {
        if !layer.isEmpty { parts.append(layer.joined(separator: ".")) }
        layer = []
        parts.append(isTime ? "time step \(name.dropFirst())" : "heads")
      } else {
        layer.append(name)
      }
    }
    if !layer.isEmpty { parts.append(layer.joined(separator: ".")) }
    return parts
  }

  /// What a layer is called in a list: `net.0`, `time step 3`.
  static func named(_ scope: String) -> String {
    let names = scope.split(separator: ".")
    guard names.count > 1, isTimeStep(names[names.count - 1], in: names[names.count - 2]) else {
      return scope
    }
    return "time step \(names[names.count - 1].dropFirst())"
  }

  /// The time steps of a recurrent layer: `l0.t3`, `l0_reverse.t3`.
  static func isTimeStep(_ name: some StringProtocol, in layer: some StringProtocol) -> Bool {
    layer.first == "l" && Int(layer.dropFirst().prefix { $0 != "_" }) != nil
      && name.first == "t" && Int(name.dropFirst()) != nil
  }
}
