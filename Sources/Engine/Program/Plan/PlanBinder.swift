// From a schedule to steps that can be called: operands become pointers and strides.

import CKernels

struct PlanBinder {
  let program: Program
  let shapes: [Shape]
  let liveness: Liveness
  let schedule: PlanSchedule
  let plan: MemoryPlan
  let arena: UnsafeMutablePointer<Float>
  let step: UnsafeMutablePointer<Int>
  let memory: PlanMemory
  let rowForms: RowForms
  let gatherings: PlanGatherings
  /// By root, the values whose squares are summed on the way, and where.
  private(set) var squares: [Int: BlockSums] = [:]
  private var wantsSquares: [Bool]
  private var scalars: PlanScalars
  /// By root, the last stage that wrote it so far.
  private var written: [Int: Int] = [:]
  /// By root, the slices that the group being bound reads where they lie.
  private var views: [Int: TileView] = [:]

  init(
    program: Program, shapes: [Shape], liveness: Liveness, schedule: PlanSchedule, plan: MemoryPlan,
    arena: UnsafeMutablePointer<Float>, step: UnsafeMutablePointer<Int>, memory: PlanMemory,
    squared: [Bool], rowForms: RowForms, gatherings: PlanGatherings
  ) {
    self.rowForms = rowForms
    self.gatherings = gatherings
    self.program = program
    self.shapes = shapes
    self.liveness = liveness
    self.schedule = schedule
    self.plan = plan
    self.arena = arena
    self.step = step
    self.memory = memory
    wantsSquares = squared
    scalars = PlanScalars(memory)
  }

  mutating func steps(of stage: Int) -> [NablaStep] {
    let groups = schedule.stages[stage].groups
    var steps: [NablaStep] = []
    if groups.count == 1, groups[0].form == nil {
      steps = groups[0].members.filter { !gatherings.done.contains($0) }.map { whole($0) }
    } else {
      var work = TileWork()
      for (place, group) in groups.enumerated() {
        if group.form == nil {
          for index in group.members where !gatherings.done.contains(index) {
            work.add(whole(index), units: units(of: index))
          }
        } else {
          let bound = tiles(group, plan.buffers[stage][place], stage: stage)
          if bound.group.pointee.count > 0 { work.add(bound.group, units: bound.units) }
        }
      }
      let step = work.isEmpty ? nil : memory.step(nabla_run_tiles, work.finished(memory))
      steps = [scalars.step(), step].compactMap { $0 }
    }
    finish(stage)
    return steps
  }

  /// Remembers what a stage has written.
  private mutating func finish(_ stage: Int) {
    for group in schedule.stages[stage].groups {
      for index in group.members {
        let root = liveness.roots[program.instructions[index].output]
        if program.slots[root].kind != .temporary { written[root] = stage }
      }
    }
  }

  /// The steps of a band: the numbers that its tiles are given, then all its stages part by part.
  mutating func steps(of band: PlannedBand) -> [NablaStep] {
    var parts = BandSteps(binder: self, band: band)
    for stage in band.stages {
      for (place, group) in schedule.stages[stage].groups.enumerated() {
        if group.form == nil {
          for index in group.members { parts.add(index) }
        } else {
          let bound = tiles(group, plan.buffers[stage][place], stage: stage)
          if bound.group.pointee.count > 0 { parts.add(bound.group) }
        }
      }
      finish(stage)
    }
    return [scalars.step(), memory.step(nabla_run_band, parts.finished())].compactMap { $0 }
  }

  // MARK: Whole tensors

  func pointer(to slot: Int) -> UnsafeMutablePointer<Float> {
    switch plan.homes[liveness.roots[slot]] {
    case .slot(let slot): program.slots[slot].storage.pointer
    case .arena(let place): arena + place
    // Only its shape is asked for.
    case .tile, .nowhere: arena
    }
  }

  private func whole(_ index: Int) -> NablaStep {
    if liveness.rewrites.products[index] != nil, let step = product(index) { return step }
    if let rewrite = liveness.rewrites.assemblies[index] { return assembly(index, rewrite) }
    let instruction = program.instructions[index]
    func operand(_ slot: Int) -> Operand {
      Operand(pointer: pointer(to: slot), shape: shapes[slot])
    }
    let kernel = instruction.operation.kernel(
      KernelBuffers(
        inputs: instruction.inputs.map(operand), output: operand(instruction.output), step: step))
    return memory.step(kernel.run)
  }

  /// In additions of numbers in the first-level cache.
  private func units(of index: Int) -> Int {
    let instruction = program.instructions[index]
    let inputs = instruction.inputs.map { shapes[$0] }
    let cost = instruction.operation.cost(inputs: inputs, output: shapes[instruction.output])
    return cost / 16 + 200
  }

  // MARK: Tiles

  private mutating func tiles(
    _ group: PlannedGroup, _ buffers: [Int], stage: Int
  ) -> (group: UnsafeMutablePointer<NablaTileGroup>, units: Int) {
    var (rows, columns) = group.form.map { ($0.rows, $0.columns) } ?? (0, 1)
    var buffers = buffers
    let domain = gatherings.domains[group.members[0]]
    if let domain {
      (rows, columns) = domain
      buffers = buffers.map { $0 * columns }
    }
    var height = tileRows(group, buffers, rows: rows)
    var places: [Int] = []
    var size = 0
    for width in buffers {
      places.append(size)
      size += (width * height + 15) / 16 * 16
    }
    var units = 0
    var members: [NablaTileMember] = []
    let updates = adamUpdates(group)
    views = tileViews(group, updates: updates)
    for index in group.members {
      if updates.parts.contains(index) { continue }
      if gatherings.done.contains(index) { continue }
      if views[liveness.roots[program.instructions[index].output]] != nil { continue }
      if let update = updates.whole[index] {
        units += rows * columns * 12
        members.append(adam(update, width: columns, places: places, stage: stage))
        continue
      }
      guard let form = schedule.forms[index] else { continue }
      let width =
        !form.isFlexible ? form.columns : form.rows == rows * columns ? columns : 1
      units += rows * width * form.weight
      members.append(
        member(index, form, width: width, rows: rows, places: places, stage: stage))
    }
    if domain == nil, addSquares(group, to: &members) {
      // Tiles within one block.
      var power = 64
      while 2 * power <= min(height, Int(NABLA_SQUARES_BLOCK)) { power *= 2 }
      height = power
    }
    let group = NablaTileGroup(
      members: memory.buffer(members), count: members.count, rows: rows, tile_rows: height)
    return (memory.buffer([group]), units)
  }

  /// As many rows as leave the tile and its operands in the first-level cache.
  private func tileRows(_ group: PlannedGroup, _ buffers: [Int], rows: Int) -> Int {
    var width = buffers.reduce(0, +)
    var seen: Set<Int> = []
    for index in group.members {
      let instruction = program.instructions[index]
      for slot in liveness.reads[index] + [instruction.output] {
        let root = liveness.roots[slot]
        if case .tile = plan.homes[root] { continue }
        if seen.insert(root).inserted { width += shapes[root].count / max(rows, 1) }
      }
    }
    let inCache = 7168 / max(width, 1)
    let inScratch = (Int(NABLA_TILE_SCRATCH) - 16 * buffers.count) / max(buffers.reduce(0, +), 1)
    let height = max(1, min(inCache, inScratch, rows))
    return height > 64 ? height / 64 * 64 : height
  }

  private mutating func member(
    _ index: Int, _ form: TileForm, width: Int, rows: Int, places: [Int], stage: Int
  ) -> NablaTileMember {
    let instruction = program.instructions[index]
    var result = NablaTileMember()
    result.kind = Int32(form.kind.rawValue)
    result.f = Int32(form.function)
    result.columns = width
    var isDense = true
    var isPeriodic = false
    var operands: [NablaTileOperand] = []
    for operand in form.operands {
      var bound = NablaTileOperand()
      switch operand {
      case .number(let scalar):
        bound.base = number(scalar, instruction, stage)
      case .input(let place, let access):
        let slot = instruction.inputs[place]
        if let view = views[liveness.roots[slot]] {
          bound.base = pointer(to: view.source) + view.offset
          (bound.row, bound.column) = (view.row, 1)
          isDense = isDense && view.row == width
          operands.append(bound)
          continue
        }
        locate(&bound, slot, places)
        switch access {
        case .full: (bound.row, bound.column) = (width, 1)
        case .column: (bound.row, bound.column) = (1, 0)
        case .repeated: (bound.row, bound.column) = (0, 1)
        case .scalar: (bound.row, bound.column) = (0, 0)
        case .strided(let row, let offset):
          (bound.row, bound.column) = (row, 1)
          bound.base = bound.base.map { $0 + offset }
        case .periodic(let divide, let modulo, let row, let isColumn):
          (bound.row, bound.column) = (row, isColumn ? 0 : 1)
          (bound.divide, bound.modulo) = (divide, modulo)
          isPeriodic = true
        }
        isDense = isDense && (access == .full || access == .scalar)
      }
      operands.append(bound)
    }
    locate(&result.out, instruction.output, places)
    result.out.row = form.givesColumn ? 1 : width
    result.out.column = 1
    if let row = gatherings.places[liveness.roots[instruction.output]]?.row {
      result.out.row = row
      isDense = false
    }
    result.dense = isDense && !form.givesColumn && !isPeriodic ? 1 : 0
    result.periodic = isPeriodic ? 1 : 0
    result.operands = Int32(operands.count)
    result.in = (
      operands.first ?? NablaTileOperand(), operands.count > 1 ? operands[1] : NablaTileOperand(),
      operands.count > 2 ? operands[2] : NablaTileOperand()
    )
    let numbers = form.scalars.map { number($0, instruction, stage) } + [scalars.fixed(0)]
    result.scalar.0 = UnsafePointer(numbers[0])
    result.scalar.1 = UnsafePointer(numbers[numbers.count > 1 ? 1 : 0])
    return result
  }

  /// Lets a group of single numbers sum the squares of gradients that it reads.
  ///
  /// - Returns: whether there were any.
  private mutating func addSquares(
    _ group: PlannedGroup, to members: inout [NablaTileMember]
  ) -> Bool {
    guard let form = group.form, form.isFlexible else { return false }
    var isAny = false
    for index in group.members {
      for slot in liveness.reads[index] {
        let root = liveness.roots[slot]
        guard wantsSquares[root], shapes[root].count == form.rows, case .slot = plan.homes[root]
        else { continue }
        wantsSquares[root] = false
        let blocks = (form.rows + Int(NABLA_SQUARES_BLOCK) - 1) / Int(NABLA_SQUARES_BLOCK)
        let lanes = memory.buffer(
          [Float](repeating: 0, count: blocks * Int(NABLA_SQUARES_LANES)))
        squares[root] = BlockSums(lanes: lanes, blocks: blocks)
        isAny = true
        let gradient = pointer(to: slot)
        // An update that passes over the gradient sums on the way.
        let update = members.firstIndex {
          $0.kind == Int32(NABLA_TILE_ADAM.rawValue) && $0.columns == 1 && $0.lanes == nil
            && $0.in.0.base == gradient && $0.in.1.base != nil && $0.in.2.base != nil
            && $0.out.base != nil
        }
        if let update {
          members[update].lanes = lanes
          continue
        }
        var member = NablaTileMember()
        member.kind = Int32(NABLA_TILE_SQUARES.rawValue)
        member.columns = 1
        member.in.0.base = gradient
        member.lanes = lanes
        members.append(member)
      }
    }
    return isAny
  }

  private mutating func adam(
    _ update: AdamUpdate, width: Int, places: [Int], stage: Int
  ) -> NablaTileMember {
    let instructions = program.instructions
    var result = NablaTileMember()
    result.kind = Int32(NABLA_TILE_ADAM.rawValue)
    result.columns = width
    result.dense = 1
    result.operands = 3
    func operand(_ slot: Int) -> NablaTileOperand {
      var bound = NablaTileOperand()
      (bound.row, bound.column) = (width, 1)
      locate(&bound, slot, places)
      return bound
    }
    result.in = (
      operand(instructions[update.first].inputs[1]), operand(instructions[update.first].output),
      operand(instructions[update.second].output)
    )
    result.out = operand(instructions[update.add].output)
    let parts = [
      (update.first, 0), (update.second, 0), (update.corrections.0, 0), (update.corrections.1, 0),
      (update.step, 0), (update.step, 1),
    ]
    let numbers = parts.map { index, place in
      let scalars = schedule.forms[index]?.numbers ?? []
      return UnsafePointer(
        number(place < scalars.count ? scalars[place] : .fixed(0), instructions[index], stage))
    }
    result.scalar = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    return result
  }

  private func locate(_ operand: inout NablaTileOperand, _ slot: Int, _ places: [Int]) {
    if case .tile(let buffer) = plan.homes[liveness.roots[slot]] {
      operand.scratch = places[buffer]
    } else {
      operand.base = pointer(to: slot)
    }
  }

  private mutating func number(
    _ scalar: TileScalar, _ instruction: Instruction, _ stage: Int
  ) -> UnsafeMutablePointer<Float> {
    guard let input = scalar.input else { return scalars.fixed(scalar.value(0)) }
    let slot = instruction.inputs[input]
    let root = liveness.roots[slot]
    return scalars.made(
      scalar, of: root, at: pointer(to: slot), written: written[root] ?? -1, stage: stage)
  }
}
