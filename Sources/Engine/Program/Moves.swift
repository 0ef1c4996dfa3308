// Where a move of the debugger ends. Scopes and phases of a program do not depend on its values, so
// every move is a target position, computed before anything is executed: the same move is walked,
// run at full speed, interrupted or stopped by a breakpoint without another definition of it.

/// A move through a program.
public enum Move: Hashable, Sendable {
  /// Instructions, forward or (negative) back.
  case step(Int)
  /// Over the scope of the instruction that stands next: a layer, a time step, the heads of an
  /// attention layer, a parameter in the update.
  case next
  /// Out of the scope that holds that scope.
  case finish
  /// To the end of a phase: of this step, or of the next one when it is over already.
  case end(of: Phase)
  /// Back over the scope of the instruction that ran last.
  case backNext
  /// Back to where the layer was entered.
  case backFinish
  /// Back to the beginning of a phase.
  case beginning(of: Phase)
  /// To the end of this training step, or back to its beginning.
  case iterate, backIterate
  /// To the end of a training step.
  case goto(Int)
}

extension Program {
  /// The position at which a move from `position` ends.
  public func target(of move: Move, from position: Int) -> Int {
    let count = instructions.count
    guard count > 0 else { return position }
    let base = position / count * count
    // The step that is being walked; at its end still this one.
    let walked = max(position - 1, 0) / count * count
    switch move {
    case .step(let steps):
      let (target, overflow) = position.addingReportingOverflow(steps)
      return overflow ? (steps > 0 ? Int.max : 0) : max(0, target)
    case .next: return base + leave(scope(of: position - base), from: position - base)
    case .finish:
      return base + leave(Program.around(scope(of: position - base)), from: position - base)
    case .backNext:
      guard position > 0 else { return 0 }
      return walked + leaveBackwards(scope(of: position - 1 - walked), from: position - walked)
    case .backFinish:
      guard position > 0 else { return 0 }
      return walked
        + leaveBackwards(
          Program.around(scope(of: position - 1 - walked)), from: position - walked)
    case .end(let phase):
      let end = base + (instructions.lastIndex { $0.phase <= phase }.map { $0 + 1 } ?? 0)
      return end > position ? end : end + count
    case .beginning(let phase):
      let first = instructions.firstIndex { $0.phase >= phase } ?? 0
      let start = walked + first
      return start < position ? start : max(0, start - count)
    case .iterate: return base + count
    case .backIterate: return walked
    case .goto(let step):
      let (target, overflow) = max(step, 0).multipliedReportingOverflow(by: count)
      return overflow ? Int.max : target
    }
  }

  /// The scope around a scope, or the scope itself at the top.
  static func around(_ scope: String) -> String {
    scope.lastIndex(of: ".").map { String(scope[..<$0]) } ?? scope
  }

  /// The first place after `index` that is not in a scope, within the phase.
  private func leave(_ scope: String, from index: Int) -> Int {
    let phase = instructions[index].phase
    var place = index + 1
    while place < instructions.count, instructions[place].phase == phase,
      instructions[place].isInside(scope: scope)
    {
      place += 1
    }
    return place
  }

  /// The place before the instructions of a scope that end at `end`.
  private func leaveBackwards(_ scope: String, from end: Int) -> Int {
    let phase = instructions[end - 1].phase
    var place = end - 1
    while place > 0, instructions[place - 1].phase == phase,
      instructions[place - 1].isInside(scope: scope)
    {
      place -= 1
    }
    return place
  }
}

extension Phase: Comparable {
  private var rank: Int { Phase.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Phase, right: Phase) -> Bool { left.rank < right.rank }
}
