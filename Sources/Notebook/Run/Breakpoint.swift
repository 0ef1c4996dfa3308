// Breakpoints: what stops a run, how often it did, what is done then. What a breakpoint means in the
// program of a run, its gauge, is found once a run; see Stopping.swift for the verbs.

import Engine
import Language

/// What stops a run.
struct Breakpoint {
  enum Kind: Hashable {
    /// A place of the program, by its name.
    case at(String)
    /// A condition that holds.
    case when
    /// The instruction that made the first NaN or infinity.
    case nan
    /// A value that changes.
    case watch
  }

  let number: Int
  let kind: Kind
  /// The condition or the value.
  var expression: Expression?
  /// The text that expression and commands stand in.
  let source: SourceText
  /// What is done at every stop.
  var commands: [Statement] = []
  /// Whether the commands end with `continue`.
  var goesOn = false
  /// Deleted at its first stop.
  var isTemporary = false
  var isEnabled = true
  var hits = 0
  /// How many hits are passed from now on.
  var ignored = 0
  let meaning = Meaning()

  /// `at net.2`, `when L < 1`, `nan`, `watch w[0]`
  var text: String {
    let written = expression.map { source[$0.range] } ?? ""
    switch kind {
    case .at(let name): return "at \(name)"
    case .when: return "when \(written)"
    case .nan: return "nan"
    case .watch: return "watch \(written)"
    }
  }

  /// `breakpoint 3`, `watch 4`
  var title: String { (kind == .watch ? "watch " : "breakpoint ") + String(number) }

  /// What a breakpoint means in the run that it was last used in.
  final class Meaning {
    weak var run: Run?
    /// Before which instruction it stops.
    var place: Int?
    var gauge: Gauge?
  }
}

/// Reads an expression at the instruction after which everything it reads is of this step.
final class Gauge {
  /// Instructions of the step that have run then; 1 … n.
  let place: Int
  /// The values of the run's program that must be left where they can be read.
  let reads: Set<Int>
  /// The value itself, when it is one of the program's.
  let direct: Int?
  /// Whether what it reads is there at any moment: parameters and states alone.
  let isAlwaysThere: Bool
  private let look: (machine: Machine, slot: Int)?
  /// The value at the last look, and the position of it.
  private(set) var last: (position: Int, values: [Float])?
  private var timeline = 0

  init(
    place: Int, reads: Set<Int>, direct: Int?, isAlwaysThere: Bool,
    look: (machine: Machine, slot: Int)?
  ) {
    self.place = place
    self.reads = reads
    self.direct = direct
    self.isAlwaysThere = isAlwaysThere
    self.look = look
  }

  func remember(_ values: [Float], at position: Int, _ machine: Machine) {
    last = (position, values)
    timeline = machine.timeline
  }

  func forget() { last = nil }

  /// Whether the last look was at a place, and nothing was changed by hand since.
  func hasLooked(at position: Int, _ machine: Machine) -> Bool {
    last?.position == position && timeline == machine.timeline
  }

  /// The value here; nil for an expression that has to be evaluated as it is written.
  func values(_ machine: Machine) -> [Float]? {
    if let direct { return machine.held(direct).values }
    guard let look else { return nil }
    look.machine.look(atStep: machine.step - 1)
    return look.machine.held(look.slot).values
  }
}

extension Notebook {
  /// What a condition or a watched value reads of a run.
  ///
  /// - Throws: when it cannot be evaluated, or is no single truth where one is needed.
  func gauge(_ breakpoint: Breakpoint, _ run: Run) throws(Diagnostic) -> Gauge? {
    guard let expression = breakpoint.expression else { return nil }
    if breakpoint.meaning.run === run, let gauge = breakpoint.meaning.gauge { return gauge }
    let (around, names) = (currentSource, locals)
    currentSource = breakpoint.source
    defer { (currentSource, locals) = (around, names) }
    let gauge = try gauge(of: expression, isCondition: breakpoint.kind == .when, run)
    breakpoint.meaning.run = run
    breakpoint.meaning.gauge = gauge
    return gauge
  }

  private func gauge(
    of expression: Expression, isCondition: Bool, _ run: Run
  ) throws(Diagnostic) -> Gauge {
    let (program, count) = (run.program, run.machine.count)
    let node: Node
    switch try evaluate(expression) {
    case .tensor(let value): node = value
    case .list(let items) where !isCondition: node = try tensor(items, expression.range)
    case .number, .boolean:
      // No tensor: `lr < 1e-4` is read as it is written, at the end of every step.
      return Gauge(place: count, reads: [], direct: nil, isAlwaysThere: true, look: nil)
    case let other:
      throw Diagnostic(
        isCondition
          ? "a condition cannot be \(other.kind)"
          : "only a value can be watched, not \(other.kind)",
        at: expression.range)
    }
    let shape: Shape = graph.shape(node)
    if isCondition, shape.count != 1 {
      throw Diagnostic(
        "a condition needs one value, this tensor has shape \(shape)", at: expression.range,
        hint: "reduce it with amax(…), amin(…) or mean(…)")
    }
    var held: [Node: Int] = [:]
    var reads: Set<Int> = []
    var seen: Set<Node> = []
    var pending = [node]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let slot = program.slot(of: next), program.slots[slot].kind != .constant {
        reads.insert(slot)
        if program.slots[slot].kind == .temporary { held[next] = slot }
      } else {
        pending += graph[next].inputs
      }
    }
    let place = program.lastWriter(of: reads).map { $0 + 1 } ?? count
    if expression.mentions("lr"), environment["lr"] == nil {
      return Gauge(
        place: place, reads: Set(held.values), direct: nil, isAlwaysThere: false, look: nil)
    }
    let direct = program.slot(of: node)
    var look: (Machine, Int)?
    if direct == nil {
      try checkMemory(seen.filter { held[$0] == nil }, expression.range)
      let compiled = graph.compile([node], held: (program, held))
      let machine = try located(expression.range) { () throws(EngineError) in
        try Machine(compiled, keepsHistory: false)
      }
      look = compiled.slot(of: node).map { (machine, $0) }
    }
    return Gauge(
      place: place, reads: Set(held.values), direct: direct, isAlwaysThere: held.isEmpty,
      look: look)
  }

  /// The value of a breakpoint's expression here.
  func values(
    of breakpoint: Breakpoint, _ gauge: Gauge, _ run: Run
  ) throws(Diagnostic) -> [Float] {
    if let values = gauge.values(run.machine) { return values }
    guard let expression = breakpoint.expression else { return [] }
    let around = currentSource
    let trace = graph.checkpoint()
    currentSource = breakpoint.source
    defer {
      currentSource = around
      graph.rollBack(to: trace)
    }
    switch try evaluate(expression) {
    case .number(let number): return [Float(number)]
    case .boolean(let flag): return [flag ? 1 : 0]
    case .tensor(let node): return try value(of: node, expression.range).values
    case let other:
      throw Diagnostic("a condition cannot be \(other.kind)", at: expression.range)
    }
  }

  /// Before which instruction a breakpoint stops.
  func place(_ breakpoint: Breakpoint, _ run: Run) -> Int? {
    guard case .at(let name) = breakpoint.kind else { return nil }
    if breakpoint.meaning.run !== run {
      breakpoint.meaning.place = run.program.instruction(at: name)
      breakpoint.meaning.run = run
    }
    return breakpoint.meaning.place
  }
}

extension Expression {
  /// Whether a name stands anywhere in the expression.
  func mentions(_ name: String) -> Bool {
    var pending = [self]
    while let next = pending.popLast() {
      switch next.kind {
      case .name(let own): if own == name { return true }
      case .number, .string, .boolean: break
      case .list(let items), .tuple(let items): pending += items
      case .comprehension(let element, _, let sequence, let condition):
        pending += [element, sequence] + (condition.map { [$0] } ?? [])
      case .unary(_, let operand): pending.append(operand)
      case .binary(_, let left, let right), .range(let left, let right), .over(let left, let right):
        pending += [left, right]
      case .call(let callee, let arguments): pending += [callee] + arguments.map(\.value)
      case .member(let base, _): pending.append(base)
      case .subscripted(let base, let parts):
        pending.append(base)
        for part in parts {
          switch part {
          case .index(let index): pending.append(index)
          case .slice(let start, let stop, let step, _):
            pending += [start, stop, step].compactMap { $0 }
          case .ellipsis: break
          }
        }
      }
    }
    return false
  }
}
