// Which names of the session a cell reads and which it defines: what makes a cell stale.

import Language

/// The names that statements read from outside and those that they define.
struct NameUse: Hashable {
  private(set) var reads: Set<String> = []
  private(set) var defines: Set<String> = []

  init(_ statements: [Statement]) { take(statements) }

  init(_ expression: Expression) { take(expression) }

  private mutating func take(_ statements: [Statement]) {
    for statement in statements { take(statement) }
  }

  private mutating func take(_ statement: Statement) {
    switch statement.kind {
    case .binding(let names, let value):
      take(value)
      defines.formUnion(names.map(\.name))
    case .carry(let name, let value):
      take(value)
      read(name.name)
    case .definition(let name, let parameters, let body):
      for parameter in parameters { parameter.defaultValue.map { take($0) } }
      // Names bound in the body are the function's own.
      let inner = NameUse(body)
      for read in inner.reads where !parameters.contains(where: { $0.name == read }) {
        if read != name.name { self.read(read) }
      }
      defines.insert(name.name)
    case .loop(let variables, let sequence, let body):
      take(sequence)
      let inner = NameUse(body)
      for read in inner.reads where !variables.contains(where: { $0.name == read }) {
        self.read(read)
      }
      defines.formUnion(inner.defines)
    case .whileLoop(let condition, let body):
      take(condition)
      take(body)
    case .conditional(let condition, let then, let otherwise):
      take(condition)
      // What one way defines the other may still read from outside.
      for way in [then, otherwise] {
        let inner = NameUse(way)
        for read in inner.reads { self.read(read) }
        defines.formUnion(inner.defines)
      }
    case .expression(let expression): take(expression)
    case .verb(let verb): take(verb)
    }
  }

  private mutating func take(_ verb: Verb) {
    switch verb.subject {
    case .none, .word: break
    case .expression(let expression): take(expression)
    case .assignment(let target, let value):
      take(value)
      take(target)
    case .phrase(_, let expression): expression.map { take($0) }
    }
    for clause in verb.clauses { take(clause.value) }
    for option in verb.options { take(option.value) }
    if let block = verb.block {
      let inner = NameUse(block)
      for read in inner.reads { self.read(read) }
      defines.formUnion(inner.defines)
    }
  }

  private mutating func read(_ name: String) {
    if !defines.contains(name) { reads.insert(name) }
  }

  /// Names of an expression; long chains are walked, not called.
  private mutating func take(_ expression: Expression) {
    var open = [(expression, Set<String>())]
    while let (next, own) = open.popLast() {
      func add(_ expression: Expression?) {
        if let expression { open.append((expression, own)) }
      }
      switch next.kind {
      case .number, .string, .boolean: break
      case .name(let name): if !own.contains(name) { read(name) }
      case .list(let elements), .tuple(let elements): elements.forEach { add($0) }
      case .comprehension(let element, let variables, let sequence, let condition):
        add(sequence)
        let inner = own.union(variables)
        open.append((element, inner))
        if let condition { open.append((condition, inner)) }
      case .unary(_, let operand): add(operand)
      case .binary(_, let a, let b), .range(let a, let b), .over(let a, let b):
        add(a)
        add(b)
      case .call(let callee, let arguments):
        add(callee)
        arguments.forEach { add($0.value) }
      case .member(let base, _): add(base)
      case .subscripted(let base, let subscripts):
        add(base)
        for axis in subscripts {
          switch axis {
          case .index(let index): add(index)
          case .slice(let start, let stop, let step, _):
            add(start)
            add(stop)
            add(step)
          case .ellipsis: break
          }
        }
      }
    }
  }
}
