// One instruction with this run's numbers: the one that ran last, or the one that is looked at in the
// debug view. Of large tensors only a window is read.

import Engine

extension Notebook {
  /// Looks at another instruction or element in the debug view until the program moves.
  public func look(_ gaze: Gaze) {
    self.gaze = (gaze, run?.machine.position ?? 0)
    changed()
  }

  /// Where one looks at this place of the program.
  func currentGaze(_ run: Run) -> Gaze {
    gaze.position == run.machine.position ? gaze.gaze : Gaze()
  }

  /// An instruction, the first one before any ran.
  ///
  /// - Parameter gaze: where one looks; nil for a cell, which shows the instruction that ran last.
  func detail(_ run: Run, gaze: Gaze? = nil) -> InstructionDetail? {
    let machine = run.machine
    guard machine.count > 0 else { return nil }
    let last = machine.position > 0 ? machine.counter - 1 : 0
    let index = gaze?.instruction.map { max(0, min($0, machine.count - 1)) } ?? last
    return InstructionReader(self, run, index, gaze).detail()
  }
}

/// Reads what there is to be shown of one instruction.
private struct InstructionReader {
  /// Terms of one element, and elements of all operands, that are written out at every step.
  static let mostTerms = 1 << 16
  static let mostElements = 1 << 22

  let notebook: Notebook
  let run: Run
  let index: Int
  let gaze: Gaze?
  let instruction: Instruction
  let rule: ChainRule?
  let isBackward: Bool
  let marks: [Int: InstructionState]
  /// What the operands held before the instruction, and what it wrote; nil what is not known.
  let inputs: [Glimpse?]
  let output: Glimpse?
  /// Which inputs are shown: those that there are numbers of.
  let shown: [Int]

  private var machine: Machine { run.machine }
  private var program: Program { run.program }

  init(_ notebook: Notebook, _ run: Run, _ index: Int, _ gaze: Gaze?) {
    let machine = run.machine
    let instruction = run.program.instructions[index]
    self.notebook = notebook
    self.run = run
    self.index = index
    self.gaze = gaze
    self.instruction = instruction
    isBackward = instruction.phase == .backward
    let names = instruction.inputs.map { run.program.slots[$0].name }
    rule = isBackward ? instruction.operation.chainRule(names) : nil
    marks = machine.marks
    inputs = instruction.inputs.map { machine.glimpse(of: $0, before: index) }
    output = machine.position > 0 ? machine.glimpse(of: instruction.output, after: index) : nil
    shown = instruction.inputs.indices.filter { [inputs] in
      inputs[$0] != nil && instruction.operation.reads($0)
    }
  }

  private func name(_ slot: Int) -> String { program.slots[slot].name }

  func detail() -> InstructionDetail {
    let element = output.flatMap { output -> Int? in
      guard output.count > 0 else { return nil }
      return gaze?.element.map { max(0, min($0, output.count - 1)) } ?? output.placeOfLargest()
    }
    let explanation = element.flatMap(explanation)
    let cursor = cursor(element, explanation)
    return InstructionDetail(
      index: index, count: machine.count, step: machine.step, phase: instruction.phase.rawValue,
      path: instruction.path, formula: program.formula(of: index),
      rule: isBackward ? Explaining.rule(instruction, program) : nil,
      operands: operands(explanation, cursor), result: result(element, cursor),
      explanation: lines(element, explanation),
      look: gaze.map { look($0, cursor) })
  }

  // MARK: The element

  /// What an element is made of; nil when its operands are not known, or are too many.
  private func explanation(_ element: Int) -> Explanation? {
    guard let output, isWritable else { return nil }
    let known = inputs.compactMap { $0?.tensor }
    guard known.count == inputs.count else { return nil }
    return instruction.operation.terms(at: element, inputs: known, output: output.tensor)
  }

  private var isWritable: Bool {
    guard let output else { return false }
    let shapes = inputs.compactMap { $0?.shape }
    guard shapes.count == inputs.count else { return true }
    let terms =
      instruction.operation.cost(inputs: shapes, output: output.shape) / max(output.count, 1)
    return terms <= Self.mostTerms
      && shapes.reduce(output.count, { $0 + $1.count }) <= Self.mostElements
  }

  /// The lines that write the element out; numbers that do not belong together are not written as if
  /// they did.
  private func lines(_ element: Int?, _ explanation: Explanation?) -> [String] {
    guard let output else { return gaze == nil ? [] : [pending] }
    guard let element else { return [] }
    switch marks[index] {
    case .stale:
      return [
        "stale: \(notebook.changedHere(run)) changed by hand after this ran; going on runs it again"
      ]
    case .overridden where gaze?.element == nil: return ["changed by hand"]
    case .overridden where machine.isChanged(instruction.output, at: element):
      return ["\(label(instruction.output, output, element)), changed by hand"]
    default: break
    }
    let writer = ExplanationWriter(
      operands: instruction.inputs.map { (name($0), machine.shape(of: $0)) },
      result: (name(instruction.output), output.shape))
    let lines = Explaining.lines(explanation, at: element, output[element], writer, rule)
    guard explanation == nil, !isWritable else { return lines }
    let target = name(instruction.output) + ExplanationWriter.place(output.shape, element)
    return lines + ["too many numbers to write out at every step: explain \(target)"]
  }

  /// How to get to an instruction that has not run.
  private var pending: String {
    // At the end of a step its instructions have all run.
    let steps = index + 1 - (machine.position > 0 ? machine.counter : 0)
    return "not run yet: step" + (steps == 1 ? " runs it" : " \(steps) goes there")
  }

  private func label(_ slot: Int, _ values: Glimpse, _ element: Int) -> String {
    name(slot) + ExplanationWriter.place(values.shape, element) + " = "
      + NumberText.short(values[element])
  }

  // MARK: Matrices

  private func operands(
    _ explanation: Explanation?, _ cursor: InstructionLook.Cursor?
  ) -> [MatrixView] {
    let read = gaze == nil ? [:] : explanation?.elementsRead ?? [:]
    return shown.enumerated().compactMap { place, input in
      guard let values = inputs[input] else { return nil }
      let slot = instruction.inputs[input]
      let role: MatrixView.Role =
        switch program.slots[slot].kind {
        case .parameter: .parameter
        case .state, .setting: .state
        case .constant: .value
        case .temporary: isBackward && rule?.incoming == input ? .incomingGradient : .value
        }
      let own = cursor?.operand == place ? cursor?.element : nil
      return MatrixView(name(slot), values, role, lit: read[input] ?? [], cursor: own)
    }
  }

  private func result(_ element: Int?, _ cursor: InstructionLook.Cursor?) -> MatrixView? {
    guard let output else { return nil }
    let isHere = cursor != nil && cursor?.operand == nil
    return MatrixView(
      name(instruction.output), output, isBackward ? .gradient : .value,
      lit: gaze == nil ? [] : element.map { [$0] } ?? [], cursor: isHere ? cursor?.element : nil)
  }

  // MARK: The look

  private func cursor(_ element: Int?, _ explanation: Explanation?) -> InstructionLook.Cursor? {
    guard let gaze else { return nil }
    let wanted = gaze.operand ?? (output == nil ? 0 : nil)
    if let wanted, shown.indices.contains(wanted), let values = inputs[shown[wanted]],
      values.count > 0
    {
      let input = shown[wanted]
      let first = explanation?.elementsRead[input]?.min() ?? 0
      let place = max(0, min(gaze.operandElement ?? first, values.count - 1))
      let slot = instruction.inputs[input]
      return InstructionLook.Cursor(
        operand: wanted, element: place,
        text: label(slot, values, place) + "  " + origin(slot, place))
    }
    guard let output, let element else { return nil }
    return InstructionLook.Cursor(
      operand: nil, element: element, text: label(instruction.output, output, element))
  }

  /// What an operand's element is: `data`, `written by 3: h = tanh(z)`.
  private func origin(_ slot: Int, _ element: Int) -> String {
    if machine.isChanged(slot, at: element) { return "changed by hand" }
    if let writer = machine.writer(of: slot, before: index) {
      return "written by \(writer + 1): \(program.formula(of: writer))"
    }
    return kind(slot) == .value ? "" : kind(slot).rawValue
  }

  private func kind(_ slot: Int) -> InstructionLook.Port.Kind {
    switch program.slots[slot].kind {
    case .constant: .data
    case .parameter: .parameter
    case .state: .state
    case .setting: .setting
    case .temporary: .value
    }
  }

  private func state(_ index: Int) -> InstructionState {
    marks[index] ?? (machine.position > 0 && index < machine.counter ? .computed : .pending)
  }

  private func port(_ slot: Int, writer: Int?) -> InstructionLook.Port {
    let state =
      program.slots[slot].kind == .temporary
      ? writer.map(state) ?? .pending
      : machine.changedSlots.contains(slot) ? .overridden : .computed
    return InstructionLook.Port(
      name: name(slot), shape: machine.shape(of: slot).extents, kind: kind(slot),
      state: state.letter, writer: writer)
  }

  private func look(_ gaze: Gaze, _ cursor: InstructionLook.Cursor?) -> InstructionLook {
    let output = instruction.output
    let readers = machine.readers(of: index)
    var written = port(output, writer: index)
    written.state = state(index).letter
    return InstructionLook(
      isChosen: gaze.instruction != nil, state: state(index).letter,
      callPath: callPath(cursor),
      reads: instruction.inputs.map { port($0, writer: machine.writer(of: $0, before: index)) },
      writes: written, readers: Array(readers.prefix(6)), readerCount: readers.count,
      cursor: cursor)
  }

  /// `step 3`, `forward`, `net.0`, `time step 2`, `head 1 of 4`: the element says which head.
  private func callPath(_ cursor: InstructionLook.Cursor?) -> [String] {
    var path = ["step \(machine.step)", instruction.phase.rawValue]
    path += CallPath.scopes(instruction.scope)
    let shape = machine.shape(of: instruction.output)
    guard path.last == "heads", shape.rank >= 3 else { return path }
    let area = max(shape[-1] * shape[-2], 1)
    let element = cursor?.operand == nil ? cursor?.element ?? 0 : gaze?.element ?? 0
    path[path.count - 1] = "head \(element / area % max(shape[-3], 1)) of \(shape[-3])"
    return path
  }
}

extension Explanation {
  /// The elements of each input that an element is made of.
  fileprivate var elementsRead: [Int: Set<Int>] {
    var read: [Int: Set<Int>] = [:]
    var phrases: [Phrase] = []
    var pending = [self]
    while let next = pending.popLast() {
      for term in next.terms { phrases += term.factors.map(\.phrase) }
      if let divisor = next.divisor { phrases.append(divisor.phrase) }
      if let reason = next.reason { phrases.append(reason) }
      pending += next.given.map(\.explanation)
    }
    for operand in phrases.lazy.flatMap(\.operands) {
      if case .input(let input) = operand.source {
        read[input, default: []].insert(operand.element)
      }
    }
    return read
  }
}
