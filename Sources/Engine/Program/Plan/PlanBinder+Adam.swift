// Adam's instructions on one parameter, found again in a group: one pass over the parameter, its
// gradient and its moments does what they do, with the same roundings.

import CKernels

extension PlanBinder {
  /// The instructions of one update, by what they do.
  struct AdamUpdate {
    var first = 0, second = 0
    var corrections = (0, 0)
    var step = 0
    var add = 0
  }

  /// Whole updates by their last instruction, and the instructions that they stand for.
  func adamUpdates(_ group: PlannedGroup) -> (whole: [Int: AdamUpdate], parts: Set<Int>) {
    guard group.members.contains(where: { program.instructions[$0].operation is AdamStep }) else {
      return ([:], [])
    }
    // Who writes and who reads what, within the group.
    var writers: [Int: [Int]] = [:]
    var readers: [Int: [Int]] = [:]
    for index in group.members {
      writers[root(program.instructions[index].output), default: []].append(index)
      for slot in liveness.reads[index] { readers[root(slot), default: []].append(index) }
    }
    func inputs(_ index: Int) -> [Int] { program.instructions[index].inputs.map(root) }
    func output(_ index: Int) -> Int { root(program.instructions[index].output) }
    func inTile(_ value: Int) -> Bool {
      if case .tile = plan.homes[value] { true } else { false }
    }
    /// The only writer of a value that nobody but `reader` reads.
    func maker(of value: Int, for reader: Int) -> Int? {
      guard inTile(value), readers[value] == [reader], writers[value]?.count == 1 else {
        return nil
      }
      return writers[value]?.first
    }
    var result: (whole: [Int: AdamUpdate], parts: Set<Int>) = ([:], [])
    for add in group.members where program.instructions[add].operation is Add {
      let w = output(add)
      guard inputs(add).count == 2, inputs(add)[0] == w,
        let step = maker(of: inputs(add)[1], for: add),
        program.instructions[step].operation is AdamStep,
        let c1 = maker(of: inputs(step)[0], for: step),
        let c2 = maker(of: inputs(step)[1], for: step),
        program.instructions[c1].operation is BiasCorrection,
        program.instructions[c2].operation is BiasCorrection
      else { continue }
      let (m, v) = (inputs(c1)[0], inputs(c2)[0])
      guard let first = writers[m]?.first, writers[m]?.count == 1,
        let second = writers[v]?.first, writers[v]?.count == 1,
        program.instructions[first].operation is FirstMoment,
        program.instructions[second].operation is SecondMoment,
        inputs(first) == [m, inputs(first)[1]], inputs(second) == [v, inputs(first)[1]],
        Set(readers[m] ?? []) == [first, c1], Set(readers[v] ?? []) == [second, c2]
      else { continue }
      result.whole[add] = AdamUpdate(
        first: first, second: second, corrections: (c1, c2), step: step, add: add)
      result.parts.formUnion([first, second, c1, c2, step])
    }
    return result
  }

  private func root(_ slot: Int) -> Int { liveness.roots[slot] }
}
