// What the suites share: a verb table like the catalogue's, and trees as bracketed text, written
// independently of the formatter.

import Language

/// Grammars as the program uses them.
let testVerbs: [String: VerbGrammar] = {
  typealias Phrase = VerbGrammar.Phrase
  let grammars = [
    VerbGrammar(
      "train", .optionalExpression, clauses: ["with"], hasOptions: true, hasBlock: true,
      usage: "train L with adam(lr=1e-3) steps=500", needs: "a loss",
      options: ["steps", "epochs", "clip", "for", "schedule"]),
    VerbGrammar("track", .expression, clauses: ["every"], usage: "track loss every 50"),
    VerbGrammar(
      "break",
      .phrase([Phrase("at", .expression), Phrase("when", .expression), Phrase("nan")]),
      usage: "break at net.2"),
    VerbGrammar(
      "back",
      .phrase([
        Phrase("step", .optionalExpression), Phrase("next"), Phrase("finish"), Phrase("continue"),
      ])),
    VerbGrammar("continue", .none, clauses: ["to"]),
    VerbGrammar("set", .assignment, usage: "set lr = 3e-4"),
    VerbGrammar("predict", .assignment),
    VerbGrammar("replay", .word, hasOptions: true, usage: "replay xor speed=4"),
    VerbGrammar("save", .word, usage: "save my-run"),
    VerbGrammar("open", .word),
    VerbGrammar("compare", .word, usage: "compare A B", moreWords: 1),
    VerbGrammar("expect", .expression, usage: "expect loss < 0.1"),
    VerbGrammar(
      "plot",
      .phraseOrExpression([Phrase("loss"), Phrase("gradients"), Phrase("histogram", .expression)]),
      clauses: ["over"]),
    VerbGrammar("at", .expression, clauses: ["before"], hasBlock: true, usage: "at 100 { … }"),
    VerbGrammar("every", .expression, hasBlock: true),
    VerbGrammar("check", .phrase([Phrase("gradients")])),
    VerbGrammar("help", .optionalWord),
    VerbGrammar("seed", .expression),
    VerbGrammar("print", .expression, usage: "print net.0.weight"),
    VerbGrammar("until", .expression),
    VerbGrammar("goto", .expression),
    VerbGrammar("step", .optionalExpression),
    VerbGrammar("list", .none),
    VerbGrammar("update", .none),
    VerbGrammar("explain", .expression),
    VerbGrammar("quit", .none),
  ]
  var table: [String: VerbGrammar] = [:]
  for grammar in grammars { table[grammar.name] = grammar }
  table["s"] = table["step"]
  return table
}()

func parse(_ source: String, names: Set<String> = []) throws(Diagnostic) -> [Statement] {
  try Parser(source: source, verbs: testVerbs, names: names).parse()
}

/// Every statement's tree as text.
func trees(_ source: String, names: Set<String> = []) -> [String] {
  do { return try parse(source, names: names).map(tree) } catch {
    return ["error: \(error.message)"]
  }
}

/// The one statement's tree, or the mistake.
func tree(_ source: String, names: Set<String> = []) -> String {
  trees(source, names: names).joined(separator: " ; ")
}

/// A mistake as it is shown, or "no error".
func mistake(_ source: String, names: Set<String> = []) -> String {
  do {
    _ = try parse(source, names: names)
    return "no error"
  } catch {
    return error.rendered(in: source).joined(separator: "\n")
  }
}

func tree(_ e: Expression) -> String {
  switch e.kind {
  case .number(let value): return value == value.rounded() ? "\(Int(value))" : "\(value)"
  case .string(let text): return "\"\(text)\""
  case .boolean(let value): return value ? "true" : "false"
  case .name(let name): return name
  case .list(let elements): return group("list", elements.map(tree))
  case .comprehension(let element, let variables, let sequence, let condition):
    let parts =
      [tree(element)] + variables + [tree(sequence)] + (condition.map { [tree($0)] } ?? [])
    return group("each", parts)
  case .tuple(let elements): return group("tuple", elements.map(tree))
  case .unary(let sign, let operand): return group(sign.rawValue, [tree(operand)])
  case .binary(let sign, let a, let b): return group(sign.rawValue, [tree(a), tree(b)])
  case .call(let callee, let arguments):
    return group("call", [tree(callee)] + arguments.map(tree))
  case .member(let base, let name): return group(".", [tree(base), name])
  case .subscripted(let base, let subscripts):
    return group("at", [tree(base)] + subscripts.map(tree))
  case .range(let a, let b): return group("..", [tree(a), tree(b)])
  case .over(let a, let b): return group("over", [tree(a), tree(b)])
  }
}

func tree(_ argument: Argument) -> String {
  (argument.name.map { $0 + "=" } ?? "") + tree(argument.value)
}

func tree(_ part: Subscript) -> String {
  switch part {
  case .index(let e): return tree(e)
  case .slice(let start, let stop, let step, _):
    return [start, stop, step].map { $0.map(tree) ?? "" }.joined(separator: ":")
  case .ellipsis: return "..."
  }
}

func tree(_ s: Statement) -> String {
  switch s.kind {
  case .binding(let names, let value):
    return group("=", names.map(\.name) + [tree(value)])
  case .carry(let name, let value): return group(":=", [name.name, tree(value)])
  case .definition(let name, let parameters, let body):
    let list = parameters.map { $0.name + ($0.defaultValue.map { "=" + tree($0) } ?? "") }
    return group("def", [name.name, group("", list), block(body)])
  case .loop(let variables, let sequence, let body):
    return group("for", variables.map(\.name) + [tree(sequence), block(body)])
  case .whileLoop(let condition, let body): return group("while", [tree(condition), block(body)])
  case .conditional(let condition, let then, let otherwise):
    return group("if", [tree(condition), block(then), block(otherwise)])
  case .expression(let e): return tree(e)
  case .verb(let verb):
    var parts: [String] = []
    switch verb.subject {
    case .none: break
    case .expression(let e): parts.append(tree(e))
    case .assignment(let target, let value): parts += [tree(target), "=", tree(value)]
    case .word(let word, _): parts.append("'\(word)'")
    case .phrase(let word, let e): parts += ["<\(word)>"] + (e.map { [tree($0)] } ?? [])
    }
    parts += verb.clauses.map { "\($0.keyword): \(tree($0.value))" }
    parts += verb.options.map(tree)
    if let body = verb.block { parts.append(block(body)) }
    return group("VERB \(verb.name)", parts)
  }
}

private func block(_ statements: [Statement]) -> String {
  "{" + statements.map(tree).joined(separator: "; ") + "}"
}

private func group(_ head: String, _ parts: [String]) -> String {
  "(" + ([head] + parts).filter { !$0.isEmpty }.joined(separator: " ") + ")"
}
