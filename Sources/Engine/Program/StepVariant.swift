// A program bound to buffers for one combination of batch sizes: the short last batch of an epoch
// has shapes of its own. Instruction by instruction or as a whole step, each is made when it is
// first used.

final class StepVariant {
  /// The rows of each source's batch.
  let rows: [Int]
  let shapes: [Shape]
  private let program: Program
  private let step: UnsafeMutablePointer<Int>
  private var bound: [Kernel]?
  private var compiled: Plan?
  private var summing: Plan?

  init(_ program: Program, rows: [Int], shapes: [Shape], step: UnsafeMutablePointer<Int>) {
    self.program = program
    self.rows = rows
    self.shapes = shapes
    self.step = step
  }

  /// One kernel an instruction; every slot in its own buffer.
  var kernels: [Kernel] {
    if let bound { return bound }
    let kernels = program.instructions.map { instruction in
      func operand(_ slot: Int) -> Operand {
        Operand(pointer: program.slots[slot].storage.pointer, shape: shapes[slot])
      }
      return instruction.operation.kernel(
        KernelBuffers(
          inputs: instruction.inputs.map(operand), output: operand(instruction.output), step: step))
    }
    bound = kernels
    return kernels
  }

  /// The whole step; with sums of squares of some values, or without.
  func plan(pinned: [Bool], squared: [Bool]?) -> Plan {
    if let plan = squared == nil ? compiled : summing { return plan }
    let plan = Plan(
      program, shapes: shapes, pinned: pinned, step: step, squared: squared,
      sharing: compiled ?? summing)
    if squared == nil { compiled = plan } else { summing = plan }
    return plan
  }

  func forgetPlan() { (compiled, summing) = (nil, nil) }
}

extension BatchSource {
  /// The different combinations of batch sizes that occur.
  ///
  /// Which sources are at the short end of their epoch in a step follows from which epoch lengths
  /// divide the number of steps; every combination occurs first at a least common multiple.
  static func sizes(_ sources: [BatchSource]) -> [[Int]] {
    var multiples: Set<Int> = [1]
    for length in Set(sources.map(\.stepsPerEpoch)) {
      for multiple in multiples {
        let (common, overflow) = (multiple / greatestCommonDivisor(multiple, length))
          .multipliedReportingOverflow(by: length)
        // Later than any run can get.
        if !overflow, common < 1 << 40 { multiples.insert(common) }
      }
    }
    let sizes = Set(multiples.map { multiple in sources.map { $0.rows(step: multiple - 1) } })
    return sizes.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, max(b, 1))
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
