// What a plan has to compute, and where values that are the same elements in another shape live.

/// The instructions that matter when a whole step is run at once.
struct Liveness {
  /// For each slot, the slot whose elements it shares; itself for most.
  private(set) var roots: [Int]
  /// Whether an instruction has to run: it is read, kept or pinned, and is no change of shape.
  private(set) var runs: [Bool]
  /// For each instruction, the operands whose elements it reads.
  private(set) var reads: [[Int]]
  private(set) var rewrites: PlanRewrites

  init(_ program: Program, shapes: [Shape], pinned: [Bool]) {
    rewrites = PlanRewrites(program, shapes: shapes, pinned: pinned)
    let (slots, instructions) = (program.slots, program.instructions)
    roots = Array(slots.indices)
    runs = Array(repeating: false, count: instructions.count)
    reads = instructions.map { $0.needed.map(\.slot) }
    for (index, product) in rewrites.products {
      reads[index] = zip(instructions[index].inputs, product.operands).map { $1?.slot ?? $0 }
    }
    for (index, assembly) in rewrites.assemblies { reads[index] = assembly.parts.map(\.gradient) }
    // Backwards: who is read at all, and until when.
    var lastUse = Array(repeating: -1, count: slots.count)
    for index in instructions.indices.reversed() {
      let output = instructions[index].output
      guard slots[output].kind != .temporary || pinned[output] || lastUse[output] >= 0 else {
        continue
      }
      runs[index] = true
      let use = instructions[index].operation.keepsElements ? max(lastUse[output], index) : index
      for slot in reads[index] { lastUse[slot] = max(lastUse[slot], use) }
    }
    var writes: [Int: (first: Int, last: Int)] = [:]
    for (index, instruction) in instructions.enumerated()
    where slots[instruction.output].kind != .temporary {
      writes[instruction.output] = (writes[instruction.output]?.first ?? index, index)
    }
    // Forwards: a change of shape is free unless its source is overwritten while it is in use.
    for (index, instruction) in instructions.enumerated() {
      let output = instruction.output
      guard runs[index], instruction.operation.keepsElements, let source = instruction.inputs.first,
        slots[output].kind == .temporary, !pinned[output]
      else { continue }
      let root = roots[source]
      if let span = writes[root], span.last > index, span.first < lastUse[output] { continue }
      roots[output] = root
      runs[index] = false
    }
    // A product that writes the permuted result itself: its own result is that one.
    var users = Array(repeating: 0, count: slots.count)
    for index in instructions.indices where runs[index] {
      for slot in Set(reads[index]) { users[slot] += 1 }
    }
    for (index, product) in rewrites.absorbed {
      // Somebody reads it where it would not be.
      guard runs[index], users[instructions[product].output] == 1 else {
        rewrites.keepOutput(of: product)
        continue
      }
      roots[instructions[product].output] = instructions[index].output
      runs[index] = false
    }
  }
}

extension Instruction {
  /// The operands of which the kernel makes use.
  var needed: [(place: Int, slot: Int)] {
    let gradient = operation as? PointwiseGradient
    return inputs.enumerated().filter { place, _ in
      gradient?.needs(place) ?? operation.reads(place)
    }.map { (place: $0.offset, slot: $0.element) }
  }
}
