// What a plan does in another way than instruction by instruction, with the same results: products
// that read and write views, and gradients of slices that are put together in one pass.

/// Instructions that are carried out differently.
struct PlanRewrites {
  /// A product whose operands or result lie in larger tensors.
  struct Product {
    var operands: [StridedMatrices?]
    var output: StridedMatrices?
  }

  /// Gradients of slices that share no element, instead of their sum.
  struct Assembly {
    /// The gradient and the slot of each slice's gradient instruction.
    var parts: [(gradient: Int, instruction: Int)]
    var isComplete: Bool
  }

  private(set) var products: [Int: Product] = [:]
  private(set) var assemblies: [Int: Assembly] = [:]
  /// Permutations that a product writes by itself, with that product.
  private(set) var absorbed: [Int: Int] = [:]

  init(_ program: Program, shapes: [Shape], pinned: [Bool]) {
    var readers = Array(repeating: 0, count: program.slots.count)
    for instruction in program.instructions {
      for slot in Set(instruction.inputs) { readers[slot] += 1 }
    }
    findProducts(program, shapes, pinned, readers)
    findAssemblies(program, shapes, pinned, readers)
  }

  /// Lets a product write its own result after all.
  mutating func keepOutput(of product: Int) { products[product]?.output = nil }

  // MARK: Products

  private mutating func findProducts(
    _ program: Program, _ shapes: [Shape], _ pinned: [Bool], _ readers: [Int]
  ) {
    var views: [Int: StridedView] = [:]
    for (index, instruction) in program.instructions.enumerated() {
      let output = instruction.output
      switch instruction.operation {
      case is Permute, is Slice:
        views[output] = view(of: instruction, program, shapes, views)
        absorb(index, program, shapes, pinned, readers)
      case let product as MatMul:
        read(index, product, shapes, instruction, views)
      default:
        if instruction.operation.keepsElements, let source = instruction.inputs.first,
          views[source] != nil
        {
          views[output] = view(of: instruction, program, shapes, views)
        }
      }
    }
  }

  private func view(
    of instruction: Instruction, _ program: Program, _ shapes: [Shape], _ views: [Int: StridedView]
  ) -> StridedView? {
    guard let source = instruction.inputs.first else { return nil }
    // What is overwritten at the end of the step must be read from a copy.
    let kind = program.slots[source].kind
    guard kind == .temporary || kind == .constant else { return nil }
    // A change of shape between two of them starts at the tensor whose shape it changes.
    let view = views[source] ?? StridedView(slot: source, shape: shapes[source])
    return view.applying(instruction.operation, output: shapes[instruction.output])
  }

  private static func canBeStrided(
    _ product: MatMul, _ a: Shape, _ b: Shape
  ) -> Bool {
    !product.folds && a.rank == b.rank && (a.rank == 3 || a.rank == 4)
      && a.extents.dropLast(2) == b.extents.dropLast(2) && a.count > 0 && b.count > 0
  }

  private mutating func read(
    _ index: Int, _ product: MatMul, _ shapes: [Shape], _ instruction: Instruction,
    _ views: [Int: StridedView]
  ) {
    let inputs = instruction.inputs
    guard PlanRewrites.canBeStrided(product, shapes[inputs[0]], shapes[inputs[1]]) else { return }
    let operands = inputs.map { views[$0]?.matrices }
    guard operands.contains(where: { $0 != nil }) else { return }
    products[index] = Product(operands: operands, output: products[index]?.output)
  }

  /// A permutation of a product's result that nobody else reads.
  private mutating func absorb(
    _ index: Int, _ program: Program, _ shapes: [Shape], _ pinned: [Bool], _ readers: [Int]
  ) {
    let instruction = program.instructions[index]
    guard let permute = instruction.operation as? Permute, let source = instruction.inputs.first,
      let maker = program.producers[source], readers[source] == 1, !pinned[source],
      program.slots[source].kind == .temporary,
      program.slots[instruction.output].kind == .temporary,
      let product = program.instructions[maker].operation as? MatMul
    else { return }
    let inputs = program.instructions[maker].inputs
    let rank = permute.order.count
    guard PlanRewrites.canBeStrided(product, shapes[inputs[0]], shapes[inputs[1]]),
      rank == shapes[source].rank
    else { return }
    // The product's axes, where they lie in the permuted result.
    var place = StridedView(slot: instruction.output, shape: shapes[source])
    let strides = shapes[instruction.output].strides
    for (target, axis) in permute.order.enumerated() {
      place.strides[axis < 0 ? axis + rank : axis] = strides[target]
    }
    guard let output = place.matrices else { return }
    products[maker] = Product(
      operands: products[maker]?.operands ?? [nil, nil], output: output)
    absorbed[index] = maker
  }

  // MARK: Slices

  private mutating func findAssemblies(
    _ program: Program, _ shapes: [Shape], _ pinned: [Bool], _ readers: [Int]
  ) {
    /// The gradient of a slice that only a sum reads.
    func part(_ slot: Int) -> (gradient: Int, instruction: Int)? {
      guard readers[slot] == 1, !pinned[slot], let maker = program.producers[slot],
        program.instructions[maker].operation is SliceGradient
      else { return nil }
      return (program.instructions[maker].inputs[0], maker)
    }
    var chains: [Int: (instruction: Int, parts: [(gradient: Int, instruction: Int)])] = [:]
    for (index, instruction) in program.instructions.enumerated()
    where instruction.operation is Add && instruction.inputs.count == 2 {
      let (left, right) = (instruction.inputs[0], instruction.inputs[1])
      guard left != right, shapes[left] == shapes[right], let last = part(right) else { continue }
      if readers[left] == 1, !pinned[left], let chain = chains.removeValue(forKey: left) {
        chains[instruction.output] = (index, chain.parts + [last])
      } else if let first = part(left) {
        chains[instruction.output] = (index, [first, last])
      }
    }
    for (output, chain) in chains {
      if let isComplete = cover(chain.parts.map(\.instruction), program, shapes, output) {
        assemblies[chain.instruction] = Assembly(parts: chain.parts, isComplete: isComplete)
      }
    }
  }

  /// Whether slices cover all elements; nil when two of them share one.
  private func cover(
    _ instructions: [Int], _ program: Program, _ shapes: [Shape], _ output: Int
  ) -> Bool? {
    var taken = Array(repeating: false, count: shapes[output].count)
    var count = 0
    for index in instructions {
      guard let gradient = program.instructions[index].operation as? SliceGradient else {
        return nil
      }
      let part = shapes[program.instructions[index].inputs[0]]
      for place in gradient.slice.sources(shapes[output], output: part, inputs: []) {
        if taken[place] { return nil }
        taken[place] = true
        count += 1
      }
    }
    return count == taken.count
  }
}
