// The order in which a whole step runs the instructions. An instruction may run as soon as what it
// reads is there and what it overwrites has been read; among those the earliest comes first, except
// that a group takes in what works on the same rows.

/// One instruction, or several that are run together tile by tile.
struct PlannedGroup {
  var members: [Int]
  /// Nil for an instruction that works on whole tensors.
  var form: (rows: Int, columns: Int, isFlexible: Bool)?
  /// Whether it may run beside others.
  var canShare = true
}

/// Groups that do not depend on each other and may run at the same time.
struct Stage {
  var groups: [PlannedGroup]
}

struct PlanSchedule {
  private(set) var stages: [Stage] = []
  let forms: [TileForm?]

  private let program: Program
  private let liveness: Liveness
  private var successors: [[Int]]
  private var missing: [Int]
  private var ready = ReadyHeap()
  /// Small instructions that only the update waits for; they are kept until nothing else is left,
  /// so that two threads can share them.
  private var isLate: [Bool]
  private var late: [Int] = []
  /// For each root the last group, by number, that wrote it, read it, read it across rows.
  private var written: [Int]
  private var read: [Int]
  private var readAcross: [Int]
  private var number = 0
  /// Elements of each slot.
  private let counts: [Int]

  /// A group reaches this far ahead, and has at most so many members.
  private static let window = 160
  private static let most = 48

  init(_ program: Program, shapes: [Shape], liveness: Liveness) {
    self.program = program
    self.liveness = liveness
    counts = shapes.map(\.count)
    let instructions = program.instructions
    forms = instructions.indices.map { index in
      guard liveness.runs[index], liveness.rewrites.assemblies[index] == nil else { return nil }
      let instruction = instructions[index]
      return instruction.operation.tile(
        inputs: instruction.inputs.map { shapes[$0] }, output: shapes[instruction.output])
    }
    isLate = Array(repeating: false, count: instructions.count)
    successors = Array(repeating: [], count: instructions.count)
    missing = Array(repeating: 0, count: instructions.count)
    written = Array(repeating: 0, count: program.slots.count)
    read = written
    readAcross = written
    connect()
    for index in instructions.indices where liveness.runs[index] {
      isLate[index] = canWait(index, shapes)
    }
    for index in instructions.indices where liveness.runs[index] && missing[index] == 0 {
      becomesReady(index)
    }
    var groups: [PlannedGroup] = []
    while true {
      while let first = ready.pop() { groups.append(group(from: first)) }
      if late.isEmpty { break }
      let batch = late.sorted()
      late.removeAll()
      for index in batch {
        place(index)
        groups.append(PlannedGroup(members: [index], form: nil, canShare: true))
      }
    }
    gather(groups)
  }

  // MARK: Dependences

  private mutating func connect() {
    var writer = Array(repeating: -1, count: program.slots.count)
    var readers: [[Int]] = Array(repeating: [], count: program.slots.count)
    func order(_ earlier: Int, _ later: Int) {
      successors[earlier].append(later)
      missing[later] += 1
    }
    for (index, instruction) in program.instructions.enumerated() where liveness.runs[index] {
      for slot in liveness.reads[index] {
        let root = liveness.roots[slot]
        if writer[root] >= 0 { order(writer[root], index) }
        readers[root].append(index)
      }
      let root = liveness.roots[instruction.output]
      for reader in readers[root] where reader != index { order(reader, index) }
      if writer[root] >= 0 { order(writer[root], index) }
      writer[root] = index
      readers[root].removeAll()
    }
  }

  private mutating func place(_ index: Int) {
    for next in successors[index] {
      missing[next] -= 1
      if missing[next] == 0 { becomesReady(next) }
    }
  }

  private mutating func becomesReady(_ index: Int) {
    if isLate[index] { late.append(index) } else { ready.push(index) }
  }

  /// A weight's or bias's gradient, so small that one thread computes it.
  private func canWait(_ index: Int, _ shapes: [Shape]) -> Bool {
    let instruction = program.instructions[index]
    guard forms[index] == nil, instruction.phase == .backward,
      successors[index].allSatisfy({ program.instructions[$0].phase == .update })
    else { return false }
    let inputs = instruction.inputs.map { shapes[$0] }
    let cost = instruction.operation.cost(inputs: inputs, output: shapes[instruction.output])
    // What it reads has to be kept until then.
    return cost <= 800_000 && inputs.reduce(0) { $0 + $1.count } <= 1 << 15
  }

  // MARK: Groups

  private mutating func group(from first: Int) -> PlannedGroup {
    number += 1
    guard let form = forms[first] else {
      place(first)
      return PlannedGroup(members: [first], form: nil, canShare: false)
    }
    var group = PlannedGroup(
      members: [], form: (rows: form.rows, columns: form.columns, isFlexible: form.isFlexible))
    join(first, form, &group)
    var skipped: [Int] = []
    while group.members.count < PlanSchedule.most, let next = ready.pop() {
      if next > first + PlanSchedule.window {
        ready.push(next)
        break
      }
      if let form = forms[next], let domain = domain(of: group, with: form),
        fits(next, form)
      {
        group.form = domain
        join(next, form, &group)
        for index in skipped { ready.push(index) }
        skipped.removeAll(keepingCapacity: true)
      } else {
        skipped.append(next)
      }
    }
    for index in skipped { ready.push(index) }
    return group
  }

  /// The rows and columns of a group with one more member, if there are such.
  private func domain(
    of group: PlannedGroup, with form: TileForm
  ) -> (rows: Int, columns: Int, isFlexible: Bool)? {
    guard let domain = group.form else { return nil }
    let (rows, columns) = (domain.rows, domain.columns)
    switch (domain.isFlexible, form.isFlexible) {
    case (true, true): return rows == form.rows ? domain : nil
    case (false, true): return form.rows == rows * columns || form.rows == rows ? domain : nil
    case (true, false):
      return rows == form.rows * form.columns || rows == form.rows
        ? (form.rows, form.columns, false) : nil
    case (false, false): return rows == form.rows && columns == form.columns ? domain : nil
    }
  }

  /// Whether an instruction reads of the group's own values only what belongs to the same rows, and
  /// has an operand with the group in common.
  private func fits(_ index: Int, _ form: TileForm) -> Bool {
    let instruction = program.instructions[index]
    var isRelated = false
    for operand in form.operands {
      guard case .input(let place, let access) = operand else { continue }
      let root = liveness.roots[instruction.inputs[place]]
      if written[root] == number, !access.isLocal { return false }
      if access.isLocal, counts[root] > 1, written[root] == number || read[root] == number {
        isRelated = true
      }
    }
    for scalar in form.numbers {
      if let input = scalar.input, written[liveness.roots[instruction.inputs[input]]] == number {
        return false
      }
    }
    return isRelated && readAcross[liveness.roots[instruction.output]] != number
  }

  private mutating func join(_ index: Int, _ form: TileForm, _ group: inout PlannedGroup) {
    let instruction = program.instructions[index]
    for operand in form.operands {
      guard case .input(let place, let access) = operand else { continue }
      let root = liveness.roots[instruction.inputs[place]]
      read[root] = number
      if !access.isLocal { readAcross[root] = number }
    }
    for scalar in form.numbers {
      if let input = scalar.input { readAcross[liveness.roots[instruction.inputs[input]]] = number }
    }
    written[liveness.roots[instruction.output]] = number
    group.members.append(index)
    place(index)
  }

  // MARK: Stages

  /// Groups in a row that do not depend on each other become one stage.
  private mutating func gather(_ groups: [PlannedGroup]) {
    var (writtenIn, readIn) = (
      Array(repeating: -1, count: counts.count), Array(repeating: -1, count: counts.count)
    )
    for group in groups {
      let current = stages.count - 1
      let reads = group.members.flatMap { liveness.reads[$0] }.map { liveness.roots[$0] }
      let writes = group.members.map { liveness.roots[program.instructions[$0].output] }
      let isIndependent =
        current >= 0 && group.canShare && stages[current].groups[0].canShare
        && reads.allSatisfy { writtenIn[$0] != current }
        && writes.allSatisfy { writtenIn[$0] != current && readIn[$0] != current }
      if isIndependent {
        stages[current].groups.append(group)
      } else {
        stages.append(Stage(groups: [group]))
      }
      for root in reads { readIn[root] = stages.count - 1 }
      for root in writes { writtenIn[root] = stages.count - 1 }
    }
  }
}
