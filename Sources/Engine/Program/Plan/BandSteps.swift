// A band's instructions as steps that the C code runs part by part.

import CKernels

/// Which right operand, seen how, is packed for the products that read it.
struct PackingKey: Hashable {
  let root: Int
  let n: Int
  let k: Int
  let lead: Int
  let isTransposed: Bool

  /// Nil for a product that reads its right operand where it is.
  init?(_ index: Int, _ program: Program, _ shapes: [Shape], _ liveness: Liveness) {
    let instruction = program.instructions[index]
    guard let product = instruction.operation as? MatMul,
      liveness.rewrites.products[index] == nil
    else { return nil }
    let plan = MatMulPlan(
      product, shapes[instruction.inputs[0]], shapes[instruction.inputs[1]])
    guard plan.left == [0], plan.right == [0] else { return nil }
    // Rows that lie close together are as well read in place.
    guard product.transposesRight || plan.k * plan.ldb > 100 * 1024 else { return nil }
    root = liveness.roots[instruction.inputs[1]]
    (n, k, lead, isTransposed) = (plan.n, plan.k, plan.ldb, product.transposesRight)
  }

  var count: Int { nabla_packed_count(n, k) }
}

struct BandSteps {
  private let binder: PlanBinder
  private let band: PlannedBand
  private var steps: [NablaBandStep] = []
  private var packings: [PackingKey: NablaPacking] = [:]
  private var order: [PackingKey] = []

  init(binder: PlanBinder, band: PlannedBand) {
    self.binder = binder
    self.band = band
  }

  mutating func add(_ group: UnsafeMutablePointer<NablaTileGroup>) {
    steps.append(NablaBandStep(group: group, product: nil, copy: nil))
  }

  /// A product, or the gradients of slices.
  mutating func add(_ index: Int) {
    let (program, shapes, liveness) = (binder.program, binder.shapes, binder.liveness)
    let output = program.instructions[index].output
    if binder.gatherings.done.contains(index) { return }
    if let copies = binder.rowForms.rowCopies(index) {
      let width = shapes[output][-1]
      for copy in copies {
        let step = NablaBandCopy(
          from: binder.pointer(to: copy.slot), to: binder.pointer(to: output) + copy.offset,
          rows: copy.rows, columns: copy.columns, to_row: width, adds_zero: copy.addsZero ? 1 : 0)
        steps.append(
          NablaBandStep(group: nil, product: nil, copy: binder.memory.buffer([step])))
      }
      return
    }
    var product = NablaBandProduct()
    if let place = PlanBinder.place(index, program, shapes, liveness) {
      product.transpose_a = place.transposesLeft ? 1 : 0
      product.transpose_b = place.transposesRight ? 1 : 0
      (product.m, product.n, product.k) = (place.m, place.n, place.k)
      let (a, b, c) = (place.left, place.right, place.result)
      product.a = UnsafePointer(binder.pointer(to: a.slot) + a.offset)
      product.b = UnsafePointer(binder.pointer(to: b.slot) + b.offset)
      product.c = binder.pointer(to: c.slot) + c.offset
      (product.lda, product.ldb, product.ldc) = (a.lead, b.lead, c.lead)
      product.batch = place.batch
    } else if let operation = program.instructions[index].operation as? MatMul {
      let inputs = program.instructions[index].inputs
      let plan = MatMulPlan(operation, shapes[inputs[0]], shapes[inputs[1]])
      product.transpose_b = operation.transposesRight ? 1 : 0
      (product.m, product.n, product.k) = (plan.m, plan.n, plan.k)
      product.a = UnsafePointer(binder.pointer(to: inputs[0]))
      product.b = UnsafePointer(binder.pointer(to: inputs[1]))
      product.c = binder.pointer(to: output)
      (product.lda, product.ldb, product.ldc) = (plan.lda, plan.ldb, plan.n)
    }
    let key = PackingKey(index, program, shapes, liveness)
    if let key, let place = binder.plan.packings[band.stages.lowerBound]?[key] {
      product.packed = UnsafePointer(binder.arena + place)
    }
    let stored = binder.memory.buffer([product])
    steps.append(NablaBandStep(group: nil, product: stored, copy: nil))
    if let key, let packed = product.packed, packings[key] == nil {
      packings[key] = NablaPacking(product: stored, packed: UnsafeMutablePointer(mutating: packed))
      order.append(key)
    }
  }

  func finished() -> NablaBand {
    NablaBand(
      steps: binder.memory.buffer(steps), count: steps.count, units: band.units,
      parts: band.parts, packings: binder.memory.buffer(order.compactMap { packings[$0] }),
      packing_count: order.count)
  }
}
