// One element of a parameter, or of what its optimizer keeps, through the instructions of its update:
// every instruction is one line of the paper's algorithm, with the numbers that it had.

import Engine

extension Notebook {
  /// The instructions that made a slot's element what it is.
  func updateExplanation(_ run: Run, _ slot: Int, _ element: Int) -> ExplanationOutput {
    let machine = run.machine
    let known = run.program.slots[slot]
    let shape = machine.shape(of: slot)
    let target = known.name + ExplanationWriter.place(shape, element)
    let writers = run.program.instructions.indices.filter {
      run.program.instructions[$0].phase == .update
        && run.program.instructions[$0].output == slot
    }
    let start = (machine.step - 1) * machine.count
    let hasRun = writers.contains { $0 < machine.counter }
    if known.kind == .temporary, !machine.isComputed(slot) {
      let formula = writers.first.map { run.program.formula(of: $0) }
      return ExplanationOutput(
        target: target, value: nil, formula: formula,
        lines: [
          "\(target) is not computed yet in step \(machine.step)",
          "  \(formula ?? "")", "  go on to it: update",
        ])
    }
    let value = machine.held(slot).values[element]
    var result = ExplanationOutput(target: target, value: value)
    guard hasRun || start > 0 else {
      result.lines = [
        "\(target) = \(NumberText.short(value))",
        "  \(first(known)), and no update has changed it yet",
      ]
      return result
    }
    // What made the value of now: this step's update, or the one before.
    let steps = machine.recalling(at: hasRun ? machine.position : start) {
      UpdateStep.chain(to: slot, element, machine)
    }
    let step = hasRun ? machine.step : machine.step - 1
    let isAlone = steps.count == 1
    var body = ExplanationLines()
    // The layers' own states, such as running means, are no business of the optimizer.
    let isState =
      isAlone && steps[0].operands.allSatisfy { run.program.slots[$0.slot].name != "lr" }
      && !run.program.trained.contains { $0.parameter == slot }
    let update = "update of step \(step)" + (isState ? "" : ", \(run.optimizer.summary)")
    body.lines.append("\(target) = \(NumberText.short(value)), by the \(update)")
    let names = UpdateNames(run, slot, steps, isAlone: isAlone)
    if isAlone, let only = steps.first {
      let writer = only.writer(names: { run.program.slots[$0].name }, showsPlaces: true)
      result.formula = run.program.formula(of: only.index)
      body.lines.append("  " + run.program.formula(of: only.index))
      body.add(only.explanation, writer, value: NumberText.short(only.value))
      result.terms = only.explanation.terms.map {
        .init(text: writer.labels($0), value: $0.value)
      }
      result.divisor = only.explanation.divisor?.value
    } else {
      var rows: [[String]] = []
      if let gradient = names.gradient(among: steps) {
        rows.append(["g", "= " + NumberText.short(gradient), ""])
      }
      for step in steps {
        let instruction = run.program.instructions[step.index]
        let isKept = run.program.slots[instruction.output].kind != .temporary
        let formula =
          names[instruction.output] + (isKept ? " ← " : " = ")
          + instruction.operation.formula(instruction.inputs.map { names[$0] })
        let writer = step.writer(names: { names[$0] }, showsPlaces: false)
        let numbers =
          writer.isPlain(step.explanation) ? "" : writer.shortened(step.explanation) + " = "
        rows.append([formula, "= \(numbers)\(NumberText.short(step.value))", ""])
      }
      body.add(formulas: rows)
      if let last = steps.last {
        let writer = last.writer(names: { names[$0] }, showsPlaces: false)
        result.formula = rows.last?.first
        result.terms = last.explanation.terms.map {
          .init(text: writer.labels($0), value: $0.value)
        }
      }
      body.lines.append("  where " + names.legend.joined(separator: ", "))
    }
    if let gradient = run.program.trained.first(where: { $0.parameter == names.parameter }) {
      let name = run.program.slots[gradient.gradient].name
      let place = ExplanationWriter.place(run.program.slots[gradient.gradient].shape, element)
      result.sources = [
        .init(name: name + place, origin: "in the step, after back update")
      ]
      body.add(result.sources)
    }
    result.lines = body.lines
    return result
  }

  private func first(_ slot: Slot) -> String {
    if let node = slot.node, let leaf = graph[node].operation as? ParameterLeaf {
      return leaf.parameter.isTrainable
        ? "its initial value (\(leaf.parameter.initializer.name))" : "its first value"
    }
    return "its first value"
  }
}

/// One instruction of an update with what it read and wrote.
struct UpdateStep {
  let index: Int
  let explanation: Explanation
  let value: Float
  let operands: [(slot: Int, shape: Shape)]
  let output: (slot: Int, shape: Shape)

  /// The instructions of the walked step's update that led to an element, in their order.
  static func chain(to slot: Int, _ element: Int, _ machine: Machine) -> [UpdateStep] {
    let instructions = machine.program.instructions
    var wanted: Set<Int> = [slot]
    var chain: [UpdateStep] = []
    for index in (0..<machine.counter).reversed() {
      let instruction = instructions[index]
      guard instruction.phase == .update else { break }
      // The number of the step shows in the numbers of those who use it.
      guard wanted.contains(instruction.output), !(instruction.operation is Count) else { continue }
      wanted.formUnion(instruction.inputs)
      let inputs = instruction.inputs.map { machine.value(of: $0, before: index) }
      let output = machine.value(of: instruction.output, after: index)
      let place = output.count > element && output.count > 1 ? element : 0
      guard output.count > 0 else { continue }
      chain.append(
        UpdateStep(
          index: index,
          explanation: instruction.operation.terms(at: place, inputs: inputs, output: output),
          value: output.values[place],
          operands: zip(instruction.inputs, inputs).map { ($0, $1.shape) },
          output: (instruction.output, output.shape)))
    }
    return chain.reversed()
  }

  func writer(names: (Int) -> String, showsPlaces: Bool) -> ExplanationWriter {
    ExplanationWriter(
      operands: operands.map { (names($0.slot), $0.shape) },
      result: (names(output.slot), output.shape), showsPlaces: showsPlaces)
  }
}

/// The letters of the papers for the slots of one parameter's update.
struct UpdateNames {
  let parameter: Int
  private let program: Program
  private let gradient: Int?
  private let path: String
  private(set) var legend: [String] = []

  private static let letters = [
    "exp_avg": "m", "exp_avg_sq": "v", "m_hat": "m̂", "v_hat": "v̂", "delta": "Δ",
    "momentum_buffer": "b", "square_avg": "v", "acc_delta": "u", "sum": "s", "exp_inf": "u",
    "grad_avg": "m", "max_exp_avg_sq": "v_max", "step_size": "η", "prev": "g_before",
  ]

  init(_ run: Run, _ slot: Int, _ steps: [UpdateStep], isAlone: Bool) {
    let program = run.program
    self.program = program
    let name = program.slots[slot].name
    let owner = program.trained.first {
      let path = program.slots[$0.parameter].name
      return name == path || name.hasPrefix(path + ".")
    }
    parameter = owner?.parameter ?? slot
    gradient = owner?.gradient
    path = program.slots[parameter].name
    guard !isAlone else { return }
    legend.append("w is \(path)")
    if let gradient { legend.append("g is \(program.slots[gradient].name)") }
    var seen: Set<String> = []
    for step in steps {
      for slot in step.operands.map(\.slot) + [step.output.slot] {
        let name = program.slots[slot].name
        guard program.slots[slot].kind == .state, self[slot] != name, slot != parameter,
          seen.insert(name).inserted
        else { continue }
        legend.append(name == "step" ? "t the number of the step" : "\(self[slot]) is \(name)")
      }
    }
  }

  subscript(slot: Int) -> String {
    if slot == parameter { return "w" }
    if slot == gradient { return "g" }
    let name = program.slots[slot].name
    if name == "step" { return "t" }
    for prefix in [path + ".", gradient.map { program.slots[$0].name + "." } ?? path + "."]
    where name.hasPrefix(prefix) {
      let own = String(name.dropFirst(prefix.count))
      return Self.letters[own] ?? own
    }
    return name
  }

  /// The element of the gradient that the update read.
  func gradient(among steps: [UpdateStep]) -> Float? {
    for step in steps {
      let phrases = step.explanation.factorsByWeight.map(\.phrase)
      for operand in phrases.flatMap(\.operands) {
        if case .input(let input) = operand.source, step.operands[input].slot == gradient,
          step.output.shape.count > 1 || step.operands[input].shape.count == 1
        {
          return operand.value
        }
      }
    }
    return nil
  }
}
