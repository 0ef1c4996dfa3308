// Random syntax trees for the formatter's round trip, and the fixed random numbers they come from.

import Language

/// SplitMix64 (Steele, Lea, Flood 2014): a fixed sequence.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick(_ text: String) -> Character { text.randomElement(using: &self) ?? "a" }

  mutating func pick<T>(_ first: T, _ rest: T...) -> T {
    let index = below(rest.count + 1)
    return index == 0 ? first : rest[index - 1]
  }
}

struct RandomTrees {
  var random: SplitMix
  private let none = SourceRange(0, 0)

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private mutating func name() -> String {
    random.pick("a", "b", "net", "loss", "update", "print", "with", "over", "größe", "s", "every")
  }

  private mutating func bound() -> BoundName { BoundName(name(), none) }

  private mutating func some<T>(_ range: ClosedRange<Int>, _ make: (inout Self) -> T) -> [T] {
    (0..<Int.random(in: range, using: &random)).map { _ in make(&self) }
  }

  mutating func expression(_ depth: Int) -> Expression {
    Expression(kind(depth), none)
  }

  private mutating func kind(_ depth: Int) -> Expression.Kind {
    guard depth > 0 else { return leaf() }
    let d = depth - 1
    switch random.below(14) {
    case 0: return .list(some(0...3) { $0.expression(d) })
    case 1: return .tuple(some(0...3) { $0.expression(d) })
    case 2:
      return .comprehension(
        element: expression(d), variables: random.below(3) == 0 ? ["a", "b"] : [name()],
        sequence: expression(d),
        condition: random.below(2) == 0 ? nil : expression(d))
    case 3: return .unary(random.pick(.minus, .plus, .not), expression(d))
    case 4, 5, 6, 7:
      let sign: BinaryOperator = random.pick(
        .add, .subtract, .multiply, .divide, .matmul, .power, .modulo, .equal, .less,
        .greaterOrEqual, .and, .or, .pipe)
      return .binary(sign, expression(d), expression(d))
    case 8:
      let plain = some(0...2) { Argument(value: $0.expression(d)) }
      let named = random.below(2) == 0 ? [] : [named("lr", d), named("for", d)]
      return .call(expression(d), plain.map { $0.strippingRanges() } + named)
    case 9: return .member(expression(d), random.pick("T", "0", "12", "grad", "e5", "for"))
    case 10: return .subscripted(expression(d), some(1...3) { $0.part(d) })
    case 11: return .range(expression(d), expression(d))
    case 12: return .over(expression(d), expression(d))
    default: return leaf()
    }
  }

  private mutating func named(_ name: String, _ depth: Int) -> Argument {
    Argument(name: name, nameRange: none, value: expression(depth))
  }

  private mutating func part(_ depth: Int) -> Subscript {
    switch random.below(3) {
    case 0: return .index(expression(depth))
    case 1: return .ellipsis(none)
    default:
      let parts = (0..<3).map { _ in random.below(2) == 0 ? nil : expression(depth) }
      return .slice(start: parts[0], stop: parts[1], step: parts[2], none)
    }
  }

  private mutating func leaf() -> Expression.Kind {
    switch random.below(6) {
    case 0: return .number(random.pick(0, 1, 0.5, 1e-5, 1e21, 137, 0.1, 1.5e300, 2.5e-300))
    case 1: return .string(random.pick("", "a b", "\"\\\n\t\0\u{7}'", "größe", "#|;"))
    case 2: return .boolean(random.below(2) == 0)
    default: return .name(name())
    }
  }

  mutating func statement(_ depth: Int) -> Statement {
    Statement(statementKind(depth), none)
  }

  private mutating func block(_ depth: Int) -> [Statement] { some(0...2) { $0.statement(depth) } }

  private mutating func statementKind(_ depth: Int) -> Statement.Kind {
    let d = depth - 1
    switch depth > 0 ? random.below(9) : 3 + random.below(3) {
    case 0:
      let parameters = [
        FunctionParameter("x", none),
        FunctionParameter("n", defaultValue: expression(d), none),
      ]
      return .definition(name: bound(), parameters: parameters, body: block(d))
    case 1: return .loop(variables: [bound()], sequence: expression(d), body: block(d))
    case 2:
      return .conditional(condition: expression(d), then: block(d), otherwise: block(d))
    case 3: return .expression(expression(max(d, 0)))
    case 4: return .binding(names: [bound()], value: expression(max(d, 0)))
    case 5: return .carry(name: bound(), value: expression(max(d, 0)))
    case 6: return .whileLoop(condition: expression(d), body: block(d))
    default: return .verb(verb(d))
    }
  }

  private mutating func verb(_ d: Int) -> Verb {
    switch random.below(8) {
    case 0:
      return Verb(
        name: "train", nameRange: none, subject: .expression(expression(d)),
        clauses: [VerbClause(keyword: "with", value: expression(d), range: none)],
        options: [named("steps", d)], block: block(d))
    case 1:
      let target = Expression(.member(expression(d), "weight"), none)
      return Verb(
        name: "set", nameRange: none, subject: .assignment(target: target, value: expression(d)))
    case 2:
      return Verb(
        name: "save", nameRange: none,
        subject: .word(random.pick("a", "my-run", "a b", "**", "==", "=", "\"'", ""), none))
    case 3:
      let subject: Verb.Subject = random.pick(
        .phrase("nan", nil), .phrase("when", expression(d)))
      return Verb(name: "break", nameRange: none, subject: subject)
    case 4:
      let over = VerbClause(keyword: "over", value: expression(d), range: none)
      return Verb(
        name: "plot", nameRange: none, subject: .expression(expression(d)), clauses: [over])
    case 5:
      return Verb(
        name: "compare", nameRange: none, subject: .word("a", none),
        options: [Argument(value: Expression(.string(random.pick("b", "c d")), none))]
          .map { $0.strippingRanges() })
    case 6: return Verb(name: "step", nameRange: none)
    default:
      return Verb(
        name: "at", nameRange: none, subject: .expression(expression(d)), block: block(d))
    }
  }
}
