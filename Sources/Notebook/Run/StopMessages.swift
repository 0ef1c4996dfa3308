// What happens where a breakpoint stops: what is said, the instruction that ran last, the commands.

import Engine
import Language

extension Notebook {
  /// Says what stopped, shows the place and carries out the commands.
  ///
  /// - Returns: false when the commands of all that stopped end with `continue`.
  func stop(_ run: Run, _ hits: [Hit]) throws(Diagnostic) -> Bool {
    let machine = run.machine
    // A step that was looked at as a whole is not over: its loss is recorded when it is.
    if let last = run.telemetry.lastStep, last > machine.updates {
      run.telemetry.truncate(after: machine.updates)
    }
    let stopping = hits.compactMap { hit in breakpoints.first { $0.number == hit.number } }
    for (hit, breakpoint) in zip(hits, stopping) { show(.text(sentence(hit, breakpoint, run))) }
    let goesOn = !stopping.isEmpty && stopping.allSatisfy(\.goesOn)
    if !goesOn { showPlace(run) }
    if let made = hits.lazy.compactMap(\.nonFinite).first {
      for line in operands(of: made, run) { show(.text(line)) }
    }
    breakpoints.removeAll { breakpoint in
      breakpoint.isTemporary && stopping.contains { $0.number == breakpoint.number }
    }
    for breakpoint in stopping where !breakpoint.commands.isEmpty {
      try carryOut(breakpoint)
    }
    return !goesOn
  }

  private func carryOut(_ breakpoint: Breakpoint) throws(Diagnostic) {
    let (source, names, wasStopping) = (currentSource, locals, isStopping)
    isStopping = true
    locals = []
    nesting += 1
    defer {
      (currentSource, locals, isStopping) = (source, names, wasStopping)
      nesting -= 1
    }
    do throws(Diagnostic) {
      try execute(breakpoint.commands, in: breakpoint.source)
    } catch {
      throw aside("the commands of \(breakpoint.title)", error)
    }
  }

  private func sentence(_ hit: Hit, _ breakpoint: Breakpoint, _ run: Run) -> String {
    let step =
      "in step \(run.machine.isAtBoundary && isPlace(breakpoint) ? run.machine.updates + 1 : run.machine.step)"
    let title = "stopped by \(breakpoint.title) \(step)"
    switch breakpoint.kind {
    case .at(let name): return "\(title): at \(name)"
    case .when: return "\(title): \(breakpoint.text.dropFirst(5))"
    case .watch:
      let name = breakpoint.expression.map { breakpoint.source[$0.range] } ?? ""
      return "\(title): \(name) \(Notebook.change(from: hit.old, to: hit.new))"
    case .nan:
      guard let made = hit.nonFinite else { return title }
      let instruction = run.program.instructions[made.instruction]
      let what = made.value.isNaN ? "NaN" : "infinity"
      return
        "\(title): the first \(what) is made by \(instruction.path) (\(instruction.phase.rawValue))"
    }
  }

  private func isPlace(_ breakpoint: Breakpoint) -> Bool {
    if case .at = breakpoint.kind { true } else { false }
  }

  /// `was 0.5, is 0.45`, or how many elements of a larger value changed and which first.
  private static func change(from old: [Float], to new: [Float]) -> String {
    guard old.count == new.count else { return "was \(old.count) values, is \(new.count)" }
    func pair(_ index: Int) -> String {
      "was \(NumberText.short(old[index])), is \(NumberText.short(new[index]))"
    }
    if new.count == 1 { return pair(0) }
    let changed = new.indices.filter { old[$0].bitPattern != new[$0].bitPattern }
    guard let first = changed.first else { return "is the same" }
    return "changed in \(changed.count) of \(new.count) elements: "
      + "element \(first) \(pair(first))\(changed.count > 1 ? ", …" : "")"
  }

  /// The operands of the instruction that made a NaN, each with what it holds.
  func operands(of made: NonFinite, _ run: Run) -> [String] {
    let (program, machine) = (run.program, run.machine)
    let instruction = program.instructions[made.instruction]
    let output = instruction.output
    return instruction.inputs.map { slot in
      let isItself = slot == output
      let tensor = isItself ? machine.overwritten(slot) ?? machine.held(slot) : machine.held(slot)
      var line = "operand \(program.slots[slot].name)"
      if tensor.count == 1 { return line + " = " + NumberText.short(tensor.values[0]) }
      line += " \(TensorText.shapeText(tensor.shape.extents))"
      if tensor.shape == machine.shape(of: output), made.element < tensor.count {
        let place = Notebook.place(of: made.element, in: tensor.shape)
        line += ": \(NumberText.short(tensor.values[made.element])) at \(place)"
      }
      let statistics = Statistics(tensor.values)
      line +=
        ", from \(NumberText.short(statistics.minimum)) to \(NumberText.short(statistics.maximum))"
      if statistics.zeros > 0 { line += ", \(statistics.zeros) of \(tensor.count) are 0" }
      if statistics.nans > 0 { line += ", \(statistics.nans) NaN" }
      return line
    }
  }

  /// `[2, 0]`
  static func place(of element: Int, in shape: Shape) -> String {
    var rest = element
    var places: [String] = []
    for extent in shape.extents.reversed() {
      places.append(String(rest % max(extent, 1)))
      rest /= max(extent, 1)
    }
    return "[" + places.reversed().joined(separator: ", ") + "]"
  }
}
