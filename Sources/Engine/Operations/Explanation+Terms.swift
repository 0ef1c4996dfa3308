// How operations make the terms of an explanation: elements, copies, constants, and the kinds that
// many of them share.

extension Explanation.Operand {
  init(_ input: Int, _ tensor: Tensor, _ element: Int) {
    self.init(source: .input(input), element: element, value: tensor.values[element])
  }
}

extension Explanation.Factor {
  /// An element itself.
  static func element(_ input: Int, _ tensor: Tensor, _ element: Int) -> Explanation.Factor {
    Explanation.Factor(
      Explanation.Phrase.mark(0), [Explanation.Operand(input, tensor, element)],
      value: tensor.values[element])
  }

  static func number(_ value: Double) -> Explanation.Factor {
    Explanation.Factor(shown(value), value: Float(value))
  }

  var negated: Explanation.Factor {
    Explanation.Factor("−" + phrase.text, phrase.operands, value: -value)
  }
}

extension Explanation.Term {
  init(_ factors: Explanation.Factor...) {
    self.init(factors, value: factors.reduce(1) { $0 * $1.value })
  }

  /// Many factors, multiplied in double precision.
  static func product(_ factors: [Explanation.Factor]) -> Explanation.Term {
    Explanation.Term(factors, value: Float(factors.reduce(1.0) { $0 * Double($1.value) }))
  }

  /// An element itself.
  static func element(_ input: Int, _ tensor: Tensor, _ element: Int) -> Explanation.Term {
    Explanation.Term(.element(input, tensor, element))
  }
}

extension Explanation {
  /// An element that is one of an input's.
  static func copy(
    _ input: Int, _ tensor: Tensor, _ element: Int?, because reason: Phrase? = nil
  ) -> Explanation {
    Explanation(element.map { [.element(input, tensor, $0)] } ?? [], reason: reason)
  }

  /// A number that no operand's number goes into.
  static func constant(_ text: String, _ value: Float, because reason: Phrase? = nil)
    -> Explanation
  {
    Explanation([Term(Factor(text, value: value))], reason: reason)
  }

  /// 0, because no term goes here.
  static func nothing(_ text: String, _ operands: [Operand] = []) -> Explanation {
    Explanation([], reason: Phrase(text, operands))
  }
}

extension Operation {
  /// One term, the formula with one element of each operand; for operations that work element by
  /// element, with broadcasting.
  func elementwise(at index: Int, inputs: [Tensor], output: Tensor) -> Explanation {
    let operands = inputs.enumerated().map {
      Explanation.Operand($0, $1, Broadcasting.element(index, of: $1.shape, in: output.shape))
    }
    let value = reference(
      operands.map { ReferenceTensor(shape: .scalar, values: [Double($0.value)]) }, shape: .scalar)
    return Explanation([
      .init(
        .init(
          formula(operands.indices.map(Explanation.Phrase.mark)), operands,
          value: Float(value.first ?? .nan)))
    ])
  }

  /// Σ coefficient · operand, element by element.
  func linear(
    _ parts: [(coefficient: Double, input: Int)], at index: Int, inputs: [Tensor], output: Tensor
  ) -> Explanation {
    Explanation(
      parts.map { coefficient, input in
        let element = Explanation.Factor.element(
          input, inputs[input],
          Broadcasting.element(index, of: inputs[input].shape, in: output.shape))
        return coefficient == 1
          ? Explanation.Term(element) : Explanation.Term(.number(coefficient), element)
      })
  }
}

extension Broadcasting {
  /// The operand's element for one element of the output.
  static func element(_ index: Int, of operand: Shape, in output: Shape) -> Int {
    if operand.count == 1 { return 0 }
    if operand == output { return index }
    let strides = strides(of: operand, in: output)
    var rest = index
    var element = 0
    for axis in (0..<output.rank).reversed() {
      let extent = max(output.extents[axis], 1)
      element += rest % extent * strides[axis]
      rest /= extent
    }
    return element
  }
}

extension Explanation.Factor {
  static func square(_ input: Int, _ tensor: Tensor, _ element: Int) -> Explanation.Factor {
    let operand = Explanation.Operand(input, tensor, element)
    return Explanation.Factor(
      Explanation.Phrase.mark(0) + "²", [operand], value: operand.value * operand.value)
  }
}

extension Explanation.Term {
  /// The same for operands that come later among the inputs.
  func shifted(by places: Int) -> Explanation.Term {
    var term = self
    for factor in term.factors.indices {
      for operand in term.factors[factor].phrase.operands.indices {
        if case .input(let input) = term.factors[factor].phrase.operands[operand].source {
          term.factors[factor].phrase.operands[operand].source = .input(input + places)
        }
      }
    }
    return term
  }

  /// exp of an element.
  var exponential: Explanation.Term { exponential(less: 0) }

  /// exp of an element from which a number is taken first.
  func exponential(less shift: Double) -> Explanation.Term {
    let less = shift == 0 ? "" : " − \(shown(shift))"
    return Explanation.Term(
      Explanation.Factor(
        "exp(\(Explanation.Phrase.mark(0))\(less))", factors[0].phrase.operands,
        value: Float(exp(Double(value) - shift))))
  }
}

extension Explanation {
  /// An element that an index chooses; what is out of range is `missing`.
  static func selected(
    _ input: Int, _ tensor: Tensor, _ element: Int?,
    by index: (input: Int, tensor: Tensor, element: Int), missing: Float
  ) -> Explanation {
    let choice = Operand(index.input, index.tensor, index.element)
    guard let element else {
      return .constant(
        missing.isNaN ? "NaN" : "0", missing,
        because: Phrase("\(Phrase.mark(0)) is out of range", [choice]))
    }
    return .copy(
      input, tensor, element, because: Phrase("\(Phrase.mark(0)) chooses it", [choice]))
  }

  /// The exponentials of one row of the last axis: what softmax divides.
  struct ExponentialRow {
    let terms: [Term]
    /// Which of them is asked for.
    let place: Int
    let sum: Double
    /// Taken from every element, so that powers of large numbers have a number of their own.
    let shift: Double

    /// −log Σ exp(x).
    var negativeLogarithm: Factor {
      let name = shift == 0 ? "−log S" : "−(\(shown(shift)) + log S)"
      return Factor(name, value: -Float(shift + log(sum)))
    }
  }

  static func exponentials(of tensor: Tensor, around index: Int) -> ExponentialRow {
    let columns = tensor.shape.rowsAndColumns.columns
    let start = index / columns * columns
    let members = (start..<start + columns).map { Term.element(0, tensor, $0) }
    let top = members.map { Double($0.value) }.max() ?? 0
    let shift = top.isFinite && abs(top) > 50 ? top : 0
    let terms = members.map { $0.exponential(less: shift) }
    return ExponentialRow(
      terms: terms, place: index - start,
      sum: terms.reduce(0.0) { $0 + Double($1.value) }, shift: shift)
  }
}

/// 0 is `first`, 1 `second`; further places are numbers from the front.
func ordinal(_ place: Int) -> String {
  let words = ["first", "second", "third", "fourth", "fifth"]
  return words.indices.contains(place) ? words[place] : "at place \(place)"
}
