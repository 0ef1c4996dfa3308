// The arguments of a call, matched to a signature. The signature that help shows is the one that
// is matched: there is no second list of parameters.

/// A value that can be handed to an entry.
public enum ArgumentValue {
  /// A traced tensor.
  case tensor(Node)
  /// A number, whole or not.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// A text in quotes.
  case text(String)
  /// Values in brackets.
  case list([ArgumentValue])
  /// Initial values: `normal(0, 0.1)`.
  case initializer(Initializer)
  /// A layer, or a function that stands for one.
  case layer(any Layer)
  /// Nothing: `none`.
  case none
  /// Anything else, by what it is called: `a data set`.
  case other(String)

  var description: String {
    switch self {
    case .tensor: "a tensor"
    case .number(let value): shown(value)
    case .flag(let value): value ? "true" : "false"
    case .text(let text): "\"\(text)\""
    case .list: "a list"
    case .initializer: "initial values"
    case .layer: "a layer"
    case .none: "none"
    case .other(let name): name
    }
  }
}

/// Arguments by parameter name, defaults filled in.
public struct Arguments {
  /// What is called, for messages.
  public let name: String
  /// The session's seed, for the data sets and splits that draw.
  public let seed: UInt64
  /// Told how far long work is.
  public var watch: WorkWatch?
  private var values: [String: ArgumentValue] = [:]
  private let graph: Graph
  private let signature: String
  /// The parameters whose arguments were given by their place.
  private var placed: Set<String> = []

  /// Matches arguments to a signature: positions first, then keywords.
  ///
  /// - Throws: for an unknown keyword, too many or missing arguments, one given twice.
  public init(
    _ descriptor: Descriptor, positional: [ArgumentValue], keywords: [(String, ArgumentValue)],
    graph: Graph
  ) throws(EngineError) {
    name = descriptor.name
    self.graph = graph
    seed = graph.seed
    signature = descriptor.signature
    let parameters = Signature(signature).parameters
    for (index, value) in positional.enumerated() {
      if index < parameters.count, !parameters[index].isRest {
        values[parameters[index].name] = value
        placed.insert(parameters[index].name)
      } else if let rest = parameters.last, rest.isRest {
        var list: [ArgumentValue] = []
        if case .list(let before)? = values[rest.name] { list = before }
        values[rest.name] = .list(list + [value])
      } else {
        throw EngineError(
          "\(name) takes \(Arguments.counted(parameters.count)), not \(positional.count)",
          hint: signature)
      }
    }
    for (word, value) in keywords {
      let keyword = Arguments.parameter(word, among: parameters)
      guard parameters.contains(where: { $0.name == keyword }) else {
        throw EngineError(
          "\(name) has no argument '\(keyword)'",
          hint: Spelling.suggestion(for: keyword, among: parameters.map(\.name))
            ?? (OtherNames.inferred.contains(word)
              ? "leave it away, the input's size is inferred: \(signature)" : signature))
      }
      guard values[keyword] == nil else {
        throw EngineError("\(name): '\(keyword)' is given twice", hint: signature)
      }
      values[keyword] = value
    }
    for parameter in parameters where values[parameter.name] == nil {
      guard let standard = parameter.standard else {
        if parameter.isRest {
          values[parameter.name] = .list([])
          continue
        }
        throw EngineError("\(name) needs '\(parameter.name)'", hint: signature)
      }
      values[parameter.name] = standard
    }
  }

  /// The parameter's name here, for a word of PyTorch's: `axis` for `dim`, `kernel` for
  /// `kernel_size`.
  private static func parameter(_ word: String, among parameters: [Signature.Parameter]) -> String {
    let names = parameters.map(\.name)
    guard !names.contains(word) else { return word }
    return OtherNames.parameters[word]?.first { names.contains($0) } ?? word
  }

  private static func counted(_ count: Int) -> String {
    count == 0 ? "no arguments" : count == 1 ? "1 argument" : "\(count) arguments"
  }

  /// A parameter's argument or default, whatever it is; none for an unknown one.
  public func value(_ parameter: String) -> ArgumentValue { values[parameter] ?? .none }

  /// What helps against a wrong argument: of one that was given by its place perhaps another was
  /// meant, of one with its name the message says what it must be.
  private func remedy(_ parameter: String) -> String? {
    placed.contains(parameter) ? signature : nil
  }

  /// A tensor; numbers and lists of numbers become constants.
  public func tensor(_ parameter: String, _ graph: Graph) throws(EngineError) -> Node {
    switch value(parameter) {
    case .tensor(let node): return node
    case .number(let number): return graph.constant(number)
    case .flag(let flag): return graph.constant(flag ? 1 : 0)
    case .list(let list): return try Literal.node(list, for: name, in: graph)
    case .layer:
      throw EngineError(
        "\(name): '\(parameter)' must be a tensor, not a layer",
        hint: "apply the layer first: \(name)(net(x))")
    case let other:
      throw EngineError(
        "\(name): '\(parameter)' must be a tensor, not \(other.description)",
        hint: remedy(parameter))
    }
  }

  /// One tensor or a list of them; numbers become constants.
  ///
  /// - Throws: when something else is among them.
  public func tensors(_ parameter: String, _ graph: Graph) throws(EngineError) -> [Node] {
    guard case .list(let list) = value(parameter) else {
      return [try tensor(parameter, graph)]
    }
    var nodes: [Node] = []
    for item in list {
      switch item {
      case .tensor(let node): nodes.append(node)
      case .number(let number): nodes.append(graph.constant(number))
      case .list(let inner): nodes.append(try Literal.node(inner, for: name, in: graph))
      default:
        throw EngineError(
          "\(name): '\(parameter)' must be tensors, not \(item.description)",
          hint: remedy(parameter))
      }
    }
    return nodes
  }

  /// A number, or a tensor of one element that is known while tracing.
  ///
  /// - Throws: when it is something else.
  public func number(_ parameter: String) throws(EngineError) -> Double {
    if let constant = constant(parameter), constant.count == 1 { return Double(constant.values[0]) }
    guard case .number(let number) = value(parameter) else {
      throw EngineError(
        "\(name): '\(parameter)' must be a number, not \(value(parameter).description)",
        hint: remedy(parameter))
    }
    return number
  }

  /// A finite number within bounds.
  public func number(
    _ parameter: String, in range: ClosedRange<Double>
  ) throws(EngineError) -> Double {
    let number = try number(parameter)
    guard range.contains(number) else {
      let bounds =
        range.upperBound.isFinite
        ? "between \(shown(range.lowerBound)) and \(shown(range.upperBound))"
        : "at least \(shown(range.lowerBound))"
      throw EngineError(
        "\(name): '\(parameter)' must be \(bounds), not \(shown(number))", hint: remedy(parameter))
    }
    return number
  }

  /// A whole number of at most 2⁵³.
  ///
  /// - Throws: when it is something else.
  public func integer(_ parameter: String) throws(EngineError) -> Int {
    let number = try number(parameter)
    guard let integer = Int(exactly: number), integer.magnitude <= 1 << 53 else {
      throw EngineError(
        "\(name): '\(parameter)' must be a whole number, not \(shown(number))",
        hint: remedy(parameter))
    }
    return integer
  }

  /// A whole number of at least one.
  public func positive(_ parameter: String) throws(EngineError) -> Int {
    let integer = try integer(parameter)
    guard integer > 0 else {
      throw EngineError(
        "\(name): '\(parameter)' must be at least 1, not \(integer)", hint: remedy(parameter))
    }
    return integer
  }

  /// A whole number; nil when left out.
  ///
  /// - Throws: when it is something else.
  public func optionalInteger(_ parameter: String) throws(EngineError) -> Int? {
    if case .none = value(parameter) { return nil }
    return try integer(parameter)
  }

  /// The value of an argument that is known while tracing: `1 / sqrt(8)`, `2 * x.shape[-1]`.
  func constant(_ parameter: String) -> Tensor? {
    guard case .tensor(let node) = value(parameter) else { return nil }
    return graph.constantValue(of: node)
  }

  /// True or false.
  ///
  /// - Throws: when it is something else.
  public func flag(_ parameter: String) throws(EngineError) -> Bool {
    guard case .flag(let flag) = value(parameter) else {
      throw EngineError(
        "\(name): '\(parameter)' must be true or false, not \(value(parameter).description)",
        hint: remedy(parameter))
    }
    return flag
  }

  /// A text.
  ///
  /// - Throws: when it is something else.
  public func text(_ parameter: String) throws(EngineError) -> String {
    guard case .text(let text) = value(parameter) else {
      throw EngineError(
        "\(name): '\(parameter)' must be a text in quotes, not \(value(parameter).description)",
        hint: remedy(parameter))
    }
    return text
  }

  /// The path of a file to be read. One that the working directory does not have is looked for in
  /// the session's folder.
  public func path(_ parameter: String) throws(EngineError) -> String {
    FileBytes.path(try text(parameter), orIn: graph.folder)
  }

  /// One of several words, in quotes or bare where the word is the name of a function (`mean`).
  public func word(
    _ parameter: String, among words: [String]
  ) throws(EngineError) -> String {
    let given: String
    switch value(parameter) {
    case .text(let text): given = text
    case .layer(let layer): given = layer.name
    case .none: given = "none"
    case let other: given = other.description
    }
    guard words.contains(given) else {
      let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
      throw EngineError(
        "\(name): '\(parameter)' must be one of \(list), not \(value(parameter).description)",
        hint: Spelling.suggestion(for: given, among: words))
    }
    return given
  }

  /// Whole numbers: a list, one alone, or a vector that is known while tracing.
  ///
  /// - Throws: when something else is among them.
  public func integers(_ parameter: String) throws(EngineError) -> [Int] {
    let items: [ArgumentValue]
    if let constant = constant(parameter), constant.shape.rank <= 1 {
      items = constant.values.map { .number(Double($0)) }
    } else if case .list(let list) = value(parameter) {
      items = list
    } else {
      items = [value(parameter)]
    }
    var result: [Int] = []
    for item in items {
      guard case .number(let number) = item, let integer = Int(exactly: number) else {
        throw EngineError(
          "\(name): '\(parameter)' must be a list of whole numbers, not \(item.description)",
          hint: remedy(parameter))
      }
      result.append(integer)
    }
    return result
  }

  /// Initial values, a number for all alike; nil when left out.
  ///
  /// - Throws: when it is something else.
  public func initializer(_ parameter: String) throws(EngineError) -> Initializer? {
    switch value(parameter) {
    case .none: return nil
    case .initializer(let initializer): return initializer
    case .number(let number): return Initializer("constant", .constant(number))
    case let other:
      throw EngineError(
        "\(name): '\(parameter)' must be initial values, not \(other.description)",
        hint: "for example \(parameter)=xavier_uniform or \(parameter)=normal(0, 0.1)")
    }
  }

  /// A layer.
  ///
  /// - Throws: when it is something else.
  public func layer(_ parameter: String) throws(EngineError) -> any Layer {
    guard case .layer(let layer) = value(parameter) else {
      throw EngineError(
        "\(name): '\(parameter)' must be a layer, not \(value(parameter).description)",
        hint: "for example \(name)(dense(8))")
    }
    return layer
  }
}

/// The parameters of a signature such as `dense(units, bias=true, init=none)`.
struct Signature {
  struct Parameter {
    let name: String
    /// Nil when the argument must be given.
    let standard: ArgumentValue?
    /// `*fractions` takes what is left.
    let isRest: Bool
  }

  let parameters: [Parameter]

  init(_ text: String) {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else {
      parameters = []
      return
    }
    parameters = Signature.parts(text[text.index(after: open)..<close]).map { part in
      let pieces = part.split(separator: "=", maxSplits: 1).map { Signature.trimmed($0) }
      let isRest = pieces[0].hasPrefix("*")
      return Parameter(
        name: isRest ? String(pieces[0].dropFirst()) : pieces[0],
        standard: pieces.count > 1 ? Signature.value(pieces[1]) : nil, isRest: isRest)
    }
  }

  /// Splits at the commas that stand in no inner brackets.
  private static func parts(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// A list in brackets of one depth, a text with or without quotes.
  private static func compound(_ text: String) -> ArgumentValue {
    let inner = text.dropFirst().dropLast()
    switch (text.first, text.last) {
    case ("(", ")"), ("[", "]"): return .list(parts(inner).map { value(trimmed($0)) })
    case ("\"", "\"") where text.count > 1: return .text(String(inner))
    default: return .text(text)
    }
  }

  private static func value(_ text: String) -> ArgumentValue {
    switch text {
    case "none": .none
    case "true": .flag(true)
    case "false": .flag(false)
    default: Double(text).map(ArgumentValue.number) ?? compound(text)
    }
  }
}
