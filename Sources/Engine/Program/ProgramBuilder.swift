/// Collects slots and instructions; names are made unique here.
struct ProgramBuilder {
  var slots: [Slot] = []
  var instructions: [Instruction] = []
  var slotOfNode: [Node: Int] = [:]
  private var taken: [String: Int] = [:]
  private var paths: Set<String> = []

  mutating func unique(_ name: String) -> String {
    guard let count = taken[name] else {
      taken[name] = 1
      return name
    }
    taken[name] = count + 1
    return unique("\(name)_\(count)")
  }

  /// - Parameter isUnique: false for numbers written in a formula, which are called what they are.
  mutating func add(
    _ name: String, _ kind: Slot.Kind, _ shape: Shape, node: Node? = nil, storage: Storage? = nil,
    isUnique: Bool = true
  ) -> Int {
    slots.append(
      Slot(
        name: isUnique ? unique(name) : name, kind: kind, shape: shape, node: node,
        storage: storage ?? Storage(count: shape.count)))
    if let node { slotOfNode[node] = slots.count - 1 }
    return slots.count - 1
  }

  mutating func state(_ name: String, like slot: Int) -> Int {
    add(name, .state, slots[slot].shape)
  }

  mutating func temporary(_ name: String, like slot: Int) -> Int {
    add(name, .temporary, slots[slot].shape)
  }

  mutating func emit(
    _ operation: any Operation, _ inputs: [Int], into output: Int, phase: Phase, path: String,
    scope: String? = nil
  ) {
    var place = path
    var number = 1
    while !paths.insert(place).inserted {
      place = "\(path)_\(number)"
      number += 1
    }
    instructions.append(
      Instruction(
        operation: operation, inputs: inputs, output: output, phase: phase, path: place,
        scope: scope ?? ProgramBuilder.parent(of: path)))
  }

  /// A path without its last component.
  static func parent(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }
}
