// The tokens before the cursor, read for completion: the brackets that are open, the start of the
// statement, the word being typed.

struct CompletionReader {
  private let bytes: [UInt8]
  private let verbs: [String: VerbGrammar]
  /// The tokens before the word being typed.
  private var tokens: [Token] = []
  private var word: Range<Int>
  private var isWordName = true
  private var isInText = false
  /// The open brackets (as places in `tokens`), each with where its statement starts.
  private var open: [(token: Int, start: Int)] = []
  private var statementStart = 0

  /// - Parameter bytes: the text up to the cursor.
  init(_ bytes: [UInt8], _ verbs: [String: VerbGrammar]) {
    self.bytes = bytes
    self.verbs = verbs
    word = bytes.count..<bytes.count
    var lexer = Lexer(bytes)
    lexer.run()
    tokens = lexer.tokens
    tokens.removeLast()
    takeWord()
    followBrackets()
  }

  /// Takes the token that ends at the cursor, if it is a word, off the tokens.
  private mutating func takeWord() {
    guard let last = tokens.last, last.range.upper == bytes.count else { return }
    switch last.kind {
    case .name, .keyword, .digits: break
    case .number: isWordName = false
    case .invalid:
      let first = bytes[last.range.lower]
      guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
        isWordName = false
        break
      }
      isInText = true
      word = last.range.lower + 1..<bytes.count
      tokens.removeLast()
      return
    default: return
    }
    word = last.range.lower..<bytes.count
    tokens.removeLast()
  }

  private mutating func followBrackets() {
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .newline where isLineEnd(index): statementStart = index + 1
      case .symbol(.semicolon) where isInBlock: statementStart = index + 1
      case .symbol(let symbol):
        if symbol.closer != nil {
          open.append((index, statementStart))
          if symbol == .leftBrace { statementStart = index + 1 }
        } else if symbol.isCloser, let last = open.last,
          case .symbol(let opener) = tokens[last.token].kind, opener.closer == symbol
        {
          open.removeLast()
          statementStart = last.start
        }
      default: break
      }
    }
  }

  private var isInBlock: Bool {
    guard let last = open.last else { return true }
    return tokens[last.token].isSymbol(.leftBrace)
  }

  /// Whether a line's end ends the statement: not after an operator and not before a pipe.
  private func isLineEnd(_ index: Int) -> Bool {
    if index + 1 < tokens.count, tokens[index + 1].isSymbol(.pipe) { return false }
    guard index > statementStart else { return true }
    return !isOperator(tokens[index - 1])
  }

  private func isOperator(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(let symbol): symbol.isInfix
    case .keyword(.and), .keyword(.or), .keyword(.not): true
    default: false
    }
  }

  // MARK: The context

  func context() -> CompletionContext {
    var context = CompletionContext(
      word: text(word), range: SourceRange(word.lowerBound, word.upperBound), place: .expression)
    if isInComment {
      context.place = .nothing
      return context
    }
    context.verb = verb
    (context.callee, context.keyword) = call()
    if isInText {
      context.place = .text
    } else if let word = fileWord() {
      context.word = text(word)
      context.range = SourceRange(word.lowerBound, word.upperBound)
      context.place = context.verb.map { .afterVerb($0) } ?? .expression
    } else {
      context.place = place(context)
    }
    return context
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Between the last token and the cursor there are only blanks and comments.
  private var isInComment: Bool {
    var index = word.upperBound
    let floor = max(tokens.last?.range.upper ?? 0, word.isEmpty ? 0 : word.upperBound)
    while index > floor {
      index -= 1
      if bytes[index] == 0x0A { return false }
      if bytes[index] == UInt8(ascii: "#") { return true }
    }
    return false
  }

  private func place(_ context: CompletionContext) -> CompletionContext.Place {
    guard isWordName else { return .nothing }
    guard tokens.count > statementStart || !isInBlock, let last = tokens.last else {
      return .statementStart
    }
    switch last.kind {
    case .symbol(.dot):
      return .member(base: text(chain(endingAt: tokens.count - 2)))
    case .keyword(.def), .keyword(.for), .invalid: return .nothing
    case .keyword(.else): return .statementStart
    case .symbol(.leftParenthesis), .symbol(.comma):
      if isInParameters { return .nothing }
      if let callee = context.callee, isInCall { return .argument(callee: callee) }
    default: break
    }
    guard isInBlock, let verb = context.verb else { return .expression }
    if tokens.count == statementStart + 1 { return .afterVerb(verb) }
    return isOperandEnd(last) && !isOwnWord(last, of: verb) ? .clause(verb: verb) : .expression
  }

  private func isOperandEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .digits, .number, .string, .keyword(.true), .keyword(.false),
      .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace):
      true
    default: false
    }
  }

  /// Whether the token is a word of the verb after which an operand begins.
  private func isOwnWord(_ token: Token, of verb: String) -> Bool {
    guard let word = token.word, let grammar = verbs[verb] else { return false }
    if grammar.clauses.contains(word) { return true }
    guard tokens.count == statementStart + 2 else { return false }
    switch grammar.subject {
    case .phrase(let phrases), .phraseOrExpression(let phrases):
      return phrases.contains { $0.word == word && $0.follow != .nothing }
    default: return false
    }
  }

  /// The verb that starts the statement around the cursor.
  private var verb: String? {
    // In a bracket of the verb's line the statement is still that line.
    guard statementStart < tokens.count, case .name(let name) = tokens[statementStart].kind else {
      return nil
    }
    guard verbs.isEmpty || verbs[name] != nil else { return nil }
    let next = statementStart + 1 < tokens.count ? tokens[statementStart + 1] : nil
    switch next?.kind {
    case nil: return hasBlankBeforeWord ? name : nil
    case .symbol(.assign), .symbol(.carry), .symbol(.comma): return nil
    case .symbol(.leftParenthesis), .symbol(.leftBracket), .symbol(.dot):
      return next?.hasSpaceBefore == true ? name : nil
    case .symbol where verbs.isEmpty: return nil
    default: return name
    }
  }

  private var hasBlankBeforeWord: Bool {
    guard let last = tokens.last else { return true }
    return last.range.upper < (isInText ? word.lowerBound - 1 : word.lowerBound)
  }

  /// The word of a verb that takes a file name or topic: up to the blank before the cursor.
  private func fileWord() -> Range<Int>? {
    guard isInBlock, let verb, let grammar = verbs[verb],
      grammar.subject == .word || grammar.subject == .optionalWord
    else { return nil }
    var start = bytes.count
    while start > 0, bytes[start - 1] != 0x20, bytes[start - 1] != 0x09 { start -= 1 }
    let after = tokens[statementStart].range.upper
    guard start > after, !bytes[start...].contains(UInt8(ascii: "=")) else { return nil }
    var words = 0
    var isInWord = false
    for byte in bytes[after..<start] {
      let isBlank = byte == 0x20 || byte == 0x09
      if !isBlank, !isInWord { words += 1 }
      isInWord = !isBlank
    }
    return words <= grammar.moreWords ? start..<bytes.count : nil
  }

  // MARK: Calls

  private var isInCall: Bool {
    guard let last = open.last else { return false }
    return tokens[last.token].isSymbol(.leftParenthesis)
  }

  private var isInParameters: Bool {
    guard isInCall, let last = open.last else { return false }
    return last.token == last.start + 2 && tokens[last.start].isKeyword(.def)
  }

  /// The innermost call around the cursor and the keyword whose value is being typed.
  private func call() -> (callee: String?, keyword: String?) {
    let parentheses = open.last { bracket in
      bracket.token > 0 && tokens[bracket.token].isSymbol(.leftParenthesis)
        && !tokens[bracket.token].hasSpaceBefore && canBeCalled(tokens[bracket.token - 1])
    }
    guard let parentheses else { return (nil, nil) }
    let callee = text(chain(endingAt: parentheses.token - 1))
    guard open.last?.token == parentheses.token else { return (callee, nil) }
    var index = tokens.count - 1
    var depth = 0
    while index > parentheses.token {
      switch tokens[index].kind {
      case .symbol(let symbol) where symbol.isCloser: depth += 1
      case .symbol(let symbol) where symbol.closer != nil: depth -= 1
      case .symbol(.comma) where depth == 0: return (callee, nil)
      case .symbol(.assign) where depth == 0:
        let before = tokens[index - 2]
        let isKeyword = before.isSymbol(.comma) || before.isSymbol(.leftParenthesis)
        return (callee, isKeyword ? tokens[index - 1].word : nil)
      default: break
      }
      index -= 1
    }
    return (callee, nil)
  }

  private func canBeCalled(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .digits, .symbol(.rightParenthesis), .symbol(.rightBracket): true
    default: false
    }
  }

  /// The text of names, members, calls and subscripts that ends with a token.
  private func chain(endingAt end: Int) -> Range<Int> {
    guard tokens.indices.contains(end) else { return 0..<0 }
    var first = end
    while true {
      switch tokens[first].kind {
      case .name, .digits, .string:
        guard first > 1, tokens[first - 1].isSymbol(.dot), canBeCalled(tokens[first - 2]) else {
          return tokens[first].range.lower..<tokens[end].range.upper
        }
        first -= 2
      case .symbol(.rightParenthesis), .symbol(.rightBracket):
        guard let opener = opener(of: first) else {
          return tokens[first].range.lower..<tokens[end].range.upper
        }
        guard opener > 0, !tokens[opener].hasSpaceBefore, canBeCalled(tokens[opener - 1]) else {
          return tokens[opener].range.lower..<tokens[end].range.upper
        }
        first = opener - 1
      default: return 0..<0
      }
    }
  }

  private func opener(of closer: Int) -> Int? {
    var depth = 0
    for index in stride(from: closer, through: 0, by: -1) {
      guard case .symbol(let symbol) = tokens[index].kind else { continue }
      if symbol.isCloser { depth += 1 }
      if symbol.closer != nil { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
