// A statement as its canonical source on one line: how a live change is recorded.

/// The canonical source of a statement on one line: reading it gives the same tree.
///
/// - Parameter verbs: the grammars the text will be read with; an expression that would be taken for
///   a verb's line or a verb's own word is put in brackets.
public func formatted(_ statement: Statement, verbs: [String: VerbGrammar] = [:]) -> String {
  StatementFormatter(verbs: verbs).text(statement)
}

/// The canonical source of a verb's line.
public func formatted(_ verb: Verb, verbs: [String: VerbGrammar] = [:]) -> String {
  StatementFormatter(verbs: verbs).text(verb)
}

private struct StatementFormatter {
  let verbs: [String: VerbGrammar]

  func text(_ statement: Statement) -> String {
    switch statement.kind {
    case .binding(let names, let value):
      return "\(names.map(\.name).joined(separator: ", ")) = \(formatted(value))"
    case .carry(let name, let value): return "\(name.name) := \(formatted(value))"
    case .definition(let name, let parameters, let body):
      let list = parameters.map(text).joined(separator: ", ")
      let head = "def \(name.name)(\(list))"
      if body.count == 1, case .expression(let value) = body[0].kind {
        return "\(head) = \(formatted(value))"
      }
      return "\(head) \(block(body))"
    case .loop(let variables, let sequence, let body):
      return
        "for \(variables.map(\.name).joined(separator: ", ")) in \(formatted(sequence)) \(block(body))"
    case .whileLoop(let condition, let body):
      return "while \(formatted(condition)) \(block(body))"
    case .conditional(let condition, let then, let otherwise):
      return "if \(formatted(condition)) \(block(then))" + alternative(otherwise)
    case .expression(let expression): return text(expression)
    case .verb(let verb): return text(verb)
    }
  }

  private func alternative(_ statements: [Statement]) -> String {
    if statements.isEmpty { return "" }
    if statements.count == 1, case .conditional = statements[0].kind {
      return " else \(text(statements[0]))"
    }
    return " else \(block(statements))"
  }

  private func block(_ statements: [Statement]) -> String {
    statements.isEmpty ? "{ }" : "{ \(statements.map(text).joined(separator: "; ")) }"
  }

  private func text(_ parameter: FunctionParameter) -> String {
    parameter.name + (parameter.defaultValue.map { "=\(formatted($0))" } ?? "")
  }

  /// An expression at the start of a line, in brackets if it would be read as a verb.
  private func text(_ expression: Expression) -> String {
    let text = formatted(expression)
    guard let word = leadingWord(expression), verbs[word] != nil else { return text }
    let rest = text.utf8.dropFirst(word.utf8.count).first
    let isName =
      rest == UInt8(ascii: "(") || rest == UInt8(ascii: "[")
      || (rest == UInt8(ascii: ".")
        && !text.utf8.dropFirst(word.utf8.count).starts(with: "..".utf8))
    return isName ? text : "(\(text))"
  }

  // MARK: Verbs

  func text(_ verb: Verb) -> String {
    let grammar = verbs[verb.name]
    var parts = [verb.name]
    switch verb.subject {
    case .none: break
    case .expression(let value): parts.append(subject(value, grammar))
    case .assignment(let target, let value):
      parts.append("\(formatted(target, .postfix)) = \(operand(value))")
    case .word(let word, _): parts.append(text(word: word, grammar))
    case .phrase(let word, let value):
      parts.append(word)
      if let value { parts.append(subject(value, grammar)) }
    }
    for option in verb.options where option.name == nil {
      if grammar?.thenExpression == true {
        parts.append(subject(option.value, grammar))
      } else if case .string(let word) = option.value.kind {
        parts.append(text(word: word, grammar))
      }
    }
    for clause in verb.clauses { parts.append("\(clause.keyword) \(operand(clause.value))") }
    for option in verb.options {
      if let name = option.name { parts.append("\(name)=\(operand(option.value))") }
    }
    if let body = verb.block { parts.append(block(body)) }
    return parts.joined(separator: " ")
  }

  private func subject(_ value: Expression, _ grammar: VerbGrammar?) -> String {
    let text = operand(value)
    guard let grammar, let word = leadingWord(value) else { return text }
    return grammar.ownWords.contains(word) && !text.hasPrefix("(") ? "(\(text))" : text
  }

  /// `over` may be a clause of the verb, so the operator stands in brackets.
  private func operand(_ value: Expression) -> String { formatted(value, .pipe) }

  private func text(word: String, _ grammar: VerbGrammar?) -> String {
    let isPlain =
      !word.isEmpty && word.unicodeScalars.allSatisfy(WordCharacters.allows)
      && grammar?.clauses.contains(word) != true
    return isPlain ? word : quoted(word)
  }

  /// The word an expression's source begins with; nil when it begins with something else.
  private func leadingWord(_ expression: Expression) -> String? {
    guard case .name(let name)? = Lexer.tokens(of: formatted(expression)).first?.kind else {
      return nil
    }
    return name
  }
}

extension VerbGrammar {
  /// The words that mean something of the verb's own right after it.
  fileprivate var ownWords: [String] {
    switch subject {
    case .phrase(let phrases), .phraseOrExpression(let phrases): clauses + phrases.map(\.word)
    default: clauses
    }
  }
}
