// What a stage reads and writes, seen as rows that are parted among chunks: chunk by chunk it gives
// the same values when every operand is either parted the same way or there before.

import CKernels

/// How a stage works on rows.
struct RowForm {
  /// Numbers of rows; each has to be a multiple of the band's units.
  var rows: [Int] = []
  /// Roots of which a part of the rows reads the same part.
  var local: Set<Int> = []
  /// Roots of which any row may read anything.
  var global: Set<Int> = []
  /// Roots of which a part of the rows writes the same part.
  var written: Set<Int> = []
  /// The rows of its products.
  var productRows: [Int] = []
  /// The multiply-adds of its products.
  var productWork: [Int] = []
  /// In additions of numbers in the first-level cache.
  var cost = 0

  mutating func join(_ other: RowForm) {
    rows += other.rows
    local.formUnion(other.local)
    global.formUnion(other.global)
    written.formUnion(other.written)
    productRows += other.productRows
    productWork += other.productWork
    cost += other.cost
  }
}

/// Finds the row forms of stages.
struct RowForms {
  let program: Program
  let shapes: [Shape]
  let liveness: Liveness
  let forms: [TileForm?]
  /// By their first instruction, groups of single numbers that are seen as rows and columns.
  var domains: [Int: (rows: Int, columns: Int)] = [:]

  /// Nil for a stage that mixes rows.
  func form(of stage: Stage) -> RowForm? {
    var result = RowForm()
    for group in stage.groups {
      for index in group.members {
        guard program.instructions[index].phase != .update else { return nil }
        let form =
          if let domain = group.form {
            tiles(index, rows: domain.rows, columns: domain.columns)
          } else { whole(index) }
        guard let form else { return nil }
        result.join(form)
      }
      if let domain = group.form {
        result.rows.append(domains[group.members[0]]?.rows ?? domain.rows)
      }
    }
    return result.global.isDisjoint(with: result.written) ? result : nil
  }

  private func root(_ slot: Int) -> Int { liveness.roots[slot] }

  private func tiles(_ index: Int, rows: Int, columns: Int) -> RowForm? {
    guard let form = forms[index] else { return nil }
    let instruction = program.instructions[index]
    var result = RowForm()
    for operand in form.operands {
      guard case .input(let place, let access) = operand else { continue }
      let slot = instruction.inputs[place]
      let count = shapes[slot].count
      let isLocal =
        switch access {
        case .full: true
        case .column: count == rows
        case .strided(let row, let offset):
          form.rows == rows && count == rows * row && offset >= 0
            && offset + form.columns <= row
        case .repeated, .scalar, .periodic: false
        }
      if isLocal { result.local.insert(root(slot)) } else { result.global.insert(root(slot)) }
    }
    for scalar in form.numbers {
      if let input = scalar.input { result.global.insert(root(instruction.inputs[input])) }
    }
    result.written = [root(instruction.output)]
    result.cost = form.weight * shapes[instruction.output].count
    return result
  }

  private func whole(_ index: Int) -> RowForm? {
    let instruction = program.instructions[index]
    if let copies = rowCopies(index), let first = copies.first {
      var result = RowForm()
      result.rows = [first.rows]
      result.local = Set(copies.map { root($0.slot) })
      result.written = [root(instruction.output)]
      result.cost = shapes[instruction.output].count
      return result
    }
    guard let product = instruction.operation as? MatMul else { return nil }
    var result = batched(index, product) ?? single(index, product)
    let inputs = instruction.inputs.map { shapes[$0] }
    let cost = product.cost(inputs: inputs, output: shapes[instruction.output])
    result?.cost = cost / 16
    result?.productWork = [cost / 2]
    return result
  }

  /// One product, its rows parted.
  private func single(_ index: Int, _ product: MatMul) -> RowForm? {
    let instruction = program.instructions[index]
    let plan = MatMulPlan(
      product, shapes[instruction.inputs[0]], shapes[instruction.inputs[1]])
    guard liveness.rewrites.products[index] == nil, plan.left == [0], plan.right == [0],
      !product.transposesLeft, plan.m > 0, plan.n > 0, plan.k > 0
    else { return nil }
    return RowForm(
      rows: [plan.m], local: [root(instruction.inputs[0])], global: [root(instruction.inputs[1])],
      written: [root(instruction.output)], productRows: [plan.m])
  }

  /// A batch of products, the matrices parted.
  private func batched(_ index: Int, _ product: MatMul) -> RowForm? {
    guard let place = PlanBinder.place(index, program, shapes, liveness),
      place.batch.outer > 0, place.batch.inner > 0
    else { return nil }
    let batch = place.batch
    let byOuter = batch.outer > 1
    let parts = byOuter ? batch.outer : batch.inner
    func isLocal(_ view: StridedMatrices, _ rows: Int, _ columns: Int, _ count: Int) -> Bool {
      let step = byOuter ? view.outer : view.inner
      let inner = byOuter ? (batch.inner - 1) * view.inner : 0
      return step * parts == count && view.offset >= 0
        && view.offset + inner + (rows - 1) * view.lead + columns <= step
    }
    var result = RowForm()
    result.rows = [parts]
    let sides = [
      (place.left, place.transposesLeft ? (place.k, place.m) : (place.m, place.k)),
      (place.right, place.transposesRight ? (place.n, place.k) : (place.k, place.n)),
    ]
    for (view, (rows, columns)) in sides {
      if isLocal(view, rows, columns, shapes[view.slot].count) {
        result.local.insert(root(view.slot))
      } else {
        result.global.insert(root(view.slot))
      }
    }
    guard isLocal(place.result, place.m, place.n, shapes[place.result.slot].count) else {
      return nil
    }
    result.written = [root(place.result.slot)]
    return result
  }

  /// One slice's gradient as columns of rows.
  struct RowCopy {
    let slot: Int
    let rows: Int
    let columns: Int
    let offset: Int
    /// As a sum with zeros has it: −0 becomes 0.
    let addsZero: Bool
  }

  /// Gradients of slices of the last axis, which together are the whole; nil for others.
  func rowCopies(_ index: Int) -> [RowCopy]? {
    let instruction = program.instructions[index]
    let shape = shapes[instruction.output]
    var parts: [(slot: Int, slice: Slice)] = []
    var isSum = true
    if let assembly = liveness.rewrites.assemblies[index] {
      guard assembly.isComplete else { return nil }
      for part in assembly.parts {
        guard let gradient = program.instructions[part.instruction].operation as? SliceGradient
        else { return nil }
        parts.append((part.gradient, gradient.slice))
      }
    } else if let sum = instruction.operation as? SliceSum {
      parts = Array(zip(instruction.inputs, sum.slices))
      isSum = false
    } else {
      return nil
    }
    guard shape.rank > 1, shape.count > 0 else { return nil }
    let rows = shape.count / shape[-1]
    var result: [RowCopy] = []
    for (slot, slice) in parts {
      let piece = shapes[slot]
      let columns = piece.count / rows
      guard columns > 0, columns * rows == piece.count,
        let view = StridedView(slot: 0, shape: shape).applying(slice, output: piece),
        view.extents.count == shape.rank, view.extents.last == columns, view.strides.last == 1,
        view.strides.dropLast() == shape.strides.dropLast(),
        view.extents.dropLast() == shape.extents.dropLast()
      else { return nil }
      result.append(
        RowCopy(slot: slot, rows: rows, columns: columns, offset: view.offset, addsZero: isSum))
    }
    // Every column once.
    var end = 0
    for copy in result.sorted(by: { $0.offset < $1.offset }) {
      guard copy.offset == end else { return nil }
      end += copy.columns
    }
    return end == shape[-1] ? result : nil
  }
}
