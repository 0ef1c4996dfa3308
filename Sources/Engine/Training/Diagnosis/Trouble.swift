// Where the first NaN or infinity of a run came from.

/// The instruction that made the first number that is none.
struct Trouble {
  /// From 1.
  let step: Int
  let instruction: Int
  let element: Int
  let value: Float
  /// The operands' elements that it was made of, where they are known.
  let operands: [(name: String, value: Float)]
  /// How many instructions of the step hold such a number in the end.
  let spread: Int
}

extension Machine {
  /// Executes the current step to its end and looks for the first instruction that makes a NaN, or
  /// an infinity out of finite numbers where that ends in a NaN or in the loss, a gradient or a weight.
  ///
  /// - Returns: nil when there is none.
  func troubleOfStep() -> Trouble? {
    let start = position
    var origin: (index: Int, element: Int, value: Float, operands: [(String, Float)])?
    var spread = 0
    var isHarmful = false
    let vital = Set(program.trained.flatMap { [$0.parameter, $0.gradient] } + [program.loss ?? -1])
    for index in 0..<count {
      let instruction = program.instructions[index]
      // An update reads what it then overwrites.
      let operandsAreBad = instruction.inputs.contains { badElement(of: $0) != nil }
      stepForward()
      guard let element = badElement(of: instruction.output) else { continue }
      let value = program.slots[instruction.output].storage.pointer[element]
      // Minus infinity is how a mask forbids.
      if instruction.operation is MaskedFill || instruction.operation is Where, !value.isNaN {
        continue
      }
      spread += 1
      isHarmful = isHarmful || value.isNaN || vital.contains(instruction.output)
      if origin == nil, !operandsAreBad {
        origin = (index, element, value, operands(of: instruction, at: element))
      }
    }
    guard let origin, isHarmful else { return nil }
    return Trouble(
      step: start / count + 1, instruction: origin.index, element: origin.element,
      value: origin.value, operands: origin.operands, spread: spread)
  }

  /// The first NaN, else the first infinity.
  private func badElement(of slot: Int) -> Int? {
    let pointer = program.slots[slot].storage.pointer
    var infinite: Int?
    for index in 0..<shape(of: slot).count where !pointer[index].isFinite {
      if pointer[index].isNaN { return index }
      if infinite == nil { infinite = index }
    }
    return infinite
  }

  private func operands(of instruction: Instruction, at element: Int) -> [(String, Float)] {
    let output = shape(of: instruction.output)
    return instruction.inputs.compactMap { slot in
      let place = shape(of: slot) == output ? element : shape(of: slot).count == 1 ? 0 : nil
      // What is overwritten no longer holds what was read.
      guard let place, slot != instruction.output else { return nil }
      return (
        program.slots[slot].name + (shape(of: slot).rank > 0 ? output.label(of: place) : ""),
        program.slots[slot].storage.pointer[place]
      )
    }
  }
}
