// Trees without their places, to compare what two texts mean.

private let nowhere = SourceRange(0, 0)

extension Expression {
  /// The same tree with every range empty at 0.
  public func strippingRanges() -> Expression {
    Expression(kind.strippingRanges(), nowhere)
  }
}

extension Expression.Kind {
  fileprivate func strippingRanges() -> Expression.Kind {
    switch self {
    case .number, .string, .boolean, .name: self
    case .list(let elements): .list(elements.map { $0.strippingRanges() })
    case .comprehension(let element, let variables, let sequence, let condition):
      .comprehension(
        element: element.strippingRanges(), variables: variables,
        sequence: sequence.strippingRanges(), condition: condition?.strippingRanges())
    case .tuple(let elements): .tuple(elements.map { $0.strippingRanges() })
    case .unary(let sign, let operand): .unary(sign, operand.strippingRanges())
    case .binary(let sign, let left, let right):
      .binary(sign, left.strippingRanges(), right.strippingRanges())
    case .call(let callee, let arguments):
      .call(callee.strippingRanges(), arguments.map { $0.strippingRanges() })
    case .member(let base, let name): .member(base.strippingRanges(), name)
    case .subscripted(let base, let subscripts):
      .subscripted(base.strippingRanges(), subscripts.map { $0.strippingRanges() })
    case .range(let lower, let upper):
      .range(lower.strippingRanges(), upper.strippingRanges())
    case .over(let subject, let interval):
      .over(subject.strippingRanges(), interval.strippingRanges())
    }
  }
}

extension Argument {
  /// The same argument with every range empty at 0.
  public func strippingRanges() -> Argument {
    Argument(name: name, nameRange: nowhere, value: value.strippingRanges())
  }
}

extension Subscript {
  fileprivate func strippingRanges() -> Subscript {
    switch self {
    case .index(let index): .index(index.strippingRanges())
    case .ellipsis: .ellipsis(nowhere)
    case .slice(let start, let stop, let step, _):
      .slice(
        start: start?.strippingRanges(), stop: stop?.strippingRanges(),
        step: step?.strippingRanges(), nowhere)
    }
  }
}

extension Statement {
  /// The same tree with every range empty at 0.
  public func strippingRanges() -> Statement {
    Statement(kind.strippingRanges(), nowhere)
  }
}

extension [Statement] {
  fileprivate func strippingRanges() -> [Statement] { map { $0.strippingRanges() } }
}

extension BoundName {
  fileprivate func strippingRanges() -> BoundName { BoundName(name, nowhere) }
}

extension Statement.Kind {
  fileprivate func strippingRanges() -> Statement.Kind {
    switch self {
    case .binding(let names, let value):
      .binding(names: names.map { $0.strippingRanges() }, value: value.strippingRanges())
    case .carry(let name, let value):
      .carry(name: name.strippingRanges(), value: value.strippingRanges())
    case .definition(let name, let parameters, let body):
      .definition(
        name: name.strippingRanges(),
        parameters: parameters.map {
          FunctionParameter(
            $0.name, defaultValue: $0.defaultValue?.strippingRanges(), nowhere)
        }, body: body.strippingRanges())
    case .loop(let variables, let sequence, let body):
      .loop(
        variables: variables.map { $0.strippingRanges() },
        sequence: sequence.strippingRanges(), body: body.strippingRanges())
    case .whileLoop(let condition, let body):
      .whileLoop(condition: condition.strippingRanges(), body: body.strippingRanges())
    case .conditional(let condition, let then, let otherwise):
      .conditional(
        condition: condition.strippingRanges(), then: then.strippingRanges(),
        otherwise: otherwise.strippingRanges())
    case .expression(let expression): .expression(expression.strippingRanges())
    case .verb(let verb): .verb(verb.strippingRanges())
    }
  }
}

extension Verb {
  /// The same line with every range empty at 0.
  public func strippingRanges() -> Verb {
    Verb(
      name: name, nameRange: nowhere, subject: subject.strippingRanges(),
      clauses: clauses.map {
        VerbClause(keyword: $0.keyword, value: $0.value.strippingRanges(), range: nowhere)
      }, options: options.map { $0.strippingRanges() }, block: block?.strippingRanges())
  }
}

extension Verb.Subject {
  fileprivate func strippingRanges() -> Verb.Subject {
    switch self {
    case .none: .none
    case .expression(let value): .expression(value.strippingRanges())
    case .assignment(let target, let value):
      .assignment(target: target.strippingRanges(), value: value.strippingRanges())
    case .word(let word, _): .word(word, nowhere)
    case .phrase(let word, let value): .phrase(word, value?.strippingRanges())
    }
  }
}
