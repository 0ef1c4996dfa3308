// A whole training step, compiled: what is computed in which order, together with what, and where
// the values are. The values are those that the instructions have one by one.

import CKernels

/// The step of a program for one combination of batch sizes, ready to run at full speed.
///
/// After a run only what outlives a step and the pinned values can be read.
final class Plan {
  private let memory = PlanMemory()
  private let arena: Storage
  private var steps: UnsafeMutablePointer<NablaStep>
  private let count: Int
  private let squares: [BlockSums?]

  /// - Parameters:
  ///   - pinned: by slot, the temporaries that must be in their own buffers after the step.
  ///   - squared: by slot, the pinned values whose squares are summed on the way.
  ///   - arena: one that another plan of the program has made.
  ///   - leastBand: the work that is worth parting by rows, less than usual for tests.
  ///   - leastRecomputed: the elements that are worth computing again, less than usual for tests.
  ///   - isPoisoned: places that nobody needs are filled with NaN, for tests.
  init(
    _ program: Program, shapes: [Shape], pinned: [Bool], step: UnsafeMutablePointer<Int>,
    squared: [Bool]? = nil, sharing other: Plan? = nil, isPoisoned: Bool = false,
    leastBand: Int = PlanBands.grain, leastRecomputed: Int = Recomputing.grain
  ) {
    let squared = squared ?? pinned.map { _ in false }
    let rewritten = Recomputing.rewritten(
      program, shapes: shapes, pinned: pinned, least: leastRecomputed)
    let (program, shapes, pinned) = rewritten ?? (program, shapes, pinned)
    let liveness = Liveness(program, shapes: shapes, pinned: pinned)
    let schedule = PlanSchedule(program, shapes: shapes, liveness: liveness)
    var rowForms = RowForms(
      program: program, shapes: shapes, liveness: liveness, forms: schedule.forms)
    let gatherings = PlanGatherings(
      program, shapes: shapes, liveness: liveness, pinned: pinned, schedule: schedule,
      rowForms: rowForms)
    rowForms.domains = gatherings.domains
    let bands = PlanBands.find(schedule, rowForms, least: leastBand)
    let plan = MemoryPlan(
      schedule, program, shapes: shapes, liveness: liveness, pinned: pinned, bands: bands,
      gatherings: gatherings)
    let arena =
      if let other, other.arena.count >= plan.size { other.arena } else {
        Storage(count: plan.size)
      }
    self.arena = arena
    var binder = PlanBinder(
      program: program, shapes: shapes, liveness: liveness, schedule: schedule, plan: plan,
      arena: arena.pointer, step: step, memory: memory,
      squared: squared + shapes[squared.count...].map { _ in false }, rowForms: rowForms,
      gatherings: gatherings)
    var steps: [NablaStep] = []
    if isPoisoned {
      steps.append(memory.step { arena.pointer.update(repeating: .nan, count: plan.size) })
    }
    var coming = bands[...]
    for stage in schedule.stages.indices {
      if let band = coming.first, band.stages.contains(stage) {
        if stage == band.stages.lowerBound { steps += binder.steps(of: band) }
        if stage + 1 == band.stages.upperBound { coming.removeFirst() }
      } else {
        steps += binder.steps(of: stage)
      }
      guard isPoisoned else { continue }
      for range in plan.released[stage] {
        steps.append(
          memory.step {
            (arena.pointer + range.lowerBound).update(repeating: .nan, count: range.count)
          })
      }
    }
    squares = program.slots.indices.map { binder.squares[$0] }
    count = steps.count
    self.steps = memory.buffer(steps)
  }

  /// Bytes of the temporaries that are not pinned.
  var arenaBytes: Int { arena.count * MemoryLayout<Float>.stride }

  /// Steps of the compiled program: what is called, however many instructions it runs.
  var callCount: Int { count }

  /// Σ x² of a value of the last run, if it was summed.
  func sumOfSquares(of slot: Int) -> Float? {
    squares[slot].map { nabla_square_sums($0.blocks, $0.lanes) }
  }

  func run() { nabla_run(steps, count) }
}

/// Where a plan leaves a sum of squares: the lanes of its blocks.
struct BlockSums {
  let lanes: UnsafeMutablePointer<Float>
  let blocks: Int
}
