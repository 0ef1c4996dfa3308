// Places of a program by name: layers, time steps, heads, parameters in the update, instructions.

extension Instruction {
  /// Whether the instruction is the one that a path names or belongs to it.
  func isInside(_ name: String) -> Bool { Instruction.holds(name, path) }

  /// Whether the instruction belongs to a scope: `net.0`, `r.l0.t3`, `net.0.heads`.
  func isInside(scope name: String) -> Bool { Instruction.holds(name, scope) }

  private static func holds(_ name: String, _ path: String) -> Bool {
    guard path.utf8.starts(with: name.utf8) else { return false }
    let rest = path.utf8.dropFirst(name.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: ".")
  }
}

extension Program {
  /// The place that a name means: the first instruction of a layer or binding in the forward pass,
  /// of a parameter in the update, or the instruction with that path.
  ///
  /// Further names for the parts of a program:
  ///
  ///     r.t3                the time step 3 of a recurrent layer: r.l0.t3
  ///     net.0.heads         what the heads of attention do; all of them in the same instructions,
  ///     net.0.head.1        so that one head is met where all are
  ///     net.0.grad          where the backward pass comes to a scope that is no value itself
  ///     net.0.update        where the update comes to a layer's first parameter
  ///     12                  the twelfth instruction
  public func instruction(at name: String) -> Int? {
    // As people count them.
    if let number = Int(name) {
      return number >= 1 && number <= instructions.count ? number - 1 : nil
    }
    if let place = exactPlace(name) { return place }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let last = parts.last else { return nil }
    let base = parts.dropLast().joined(separator: ".")
    switch last {
    case "grad":
      return first(in: .backward, base) ?? first(in: .backward, unrolled(parts))
        ?? instruction(at: base).flatMap { first(in: .backward, instructions[$0].scope) }
    case "update": return first(in: .update, base)
    default: break
    }
    guard let number = Int(last.first == "t" ? String(last.dropFirst()) : last), number >= 0 else {
      return nil
    }
    if last.first == "t" { return exactPlace(base + ".l0." + last) }
    guard parts.count > 2, parts[parts.count - 2] == "head" || parts[parts.count - 2] == "heads"
    else { return nil }
    let layer = parts.dropLast(2).joined(separator: ".")
    guard let place = exactPlace(layer + ".heads") else { return nil }
    let shape = slots[instructions[place].output].shape
    // [n, heads, t, s] or, for one sequence, [heads, t, s]; one head has no axis of its own.
    let isSplit = instructions.contains { $0.path == layer + ".q" }
    let heads = isSplit && shape.rank >= 3 ? shape[-3] : 1
    return number < heads ? place : nil
  }

  /// `r.t3.grad` → `r.l0.t3`
  private func unrolled(_ parts: [String]) -> String {
    (parts.dropLast(2) + ["l0"] + parts.dropLast().suffix(1)).joined(separator: ".")
  }

  private func exactPlace(_ name: String) -> Int? {
    guard !name.isEmpty else { return nil }
    if let place = instructions.firstIndex(where: { $0.phase == .forward && $0.isInside(name) })
      ?? instructions.firstIndex(where: { $0.phase == .forward && $0.isInside(scope: name) })
    {
      return place
    }
    if let place = instructions.firstIndex(where: { $0.path == name }) {
      // A parameter's update begins with its moments.
      return instructions[place].phase == .update
        ? instructions.firstIndex { $0.phase == .update && $0.scope == name } ?? place : place
    }
    return instructions.firstIndex { $0.isInside(name) }
      ?? instructions.firstIndex { $0.isInside(scope: name) }
  }

  private func first(in phase: Phase, _ scope: String) -> Int? {
    instructions.firstIndex { $0.phase == phase && $0.isInside(scope: scope) }
  }

  /// Every name that `instruction(at:)` knows without its suffixes: paths and scopes, for
  /// completion and suggestions.
  public var placeNames: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    for instruction in instructions {
      for name in [instruction.scope, instruction.path] where seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }
}
