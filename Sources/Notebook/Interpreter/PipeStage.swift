// A stage of a pipe. A function that is called there gets what flows in as its first argument, so
// that settings can be given: `dense(4) | leaky_relu(0.2) | softmax(axis=0)`.

import Engine
import Language

/// What stands between two pipes.
enum PipeStage {
  /// Something to apply: a layer, a function without brackets.
  case value(Value)
  /// A function of the catalogue with all arguments but the first.
  case call(Entry, positional: [Value], keywords: [(String, Value)])
}

extension Notebook {
  /// Reads the stages of a pipe but the first.
  func stage(_ expression: Expression) throws(Diagnostic) -> PipeStage {
    guard case .call(let callee, let arguments) = expression.kind, case .name = callee.kind,
      case .entry(let entry) = try evaluate(callee), entry.isFunction
    else { return .value(try evaluate(expression)) }
    let (positional, keywords) = try self.arguments(arguments)
    return .call(entry, positional: positional, keywords: keywords)
  }

  /// A tensor through one stage.
  func flow(_ value: Value, through expression: Expression) throws(Diagnostic) -> Value {
    let range = expression.range
    switch try stage(expression) {
    case .value(let function): return Notebook.handedOn(try apply(function, [value], range))
    case .call(let entry, let positional, let keywords):
      return Notebook.handedOn(
        try apply(.entry(entry), [value] + positional, range, keywords: keywords))
    }
  }

  /// A stage as a layer of a network.
  func layer(ofStage expression: Expression) throws(Diagnostic) -> any Layer {
    switch try stage(expression) {
    case .value(let value): return try layer(value, expression.range)
    case .call(let entry, let positional, let keywords):
      let settings = positional.map(argument)
      let named = keywords.map { ($0.0, argument($0.1)) }
      // A wrong name or one argument too many is an error here, not at the first use.
      _ = try located(expression.range) { () throws(EngineError) in
        try Arguments(
          entry.descriptor, positional: [.none] + settings, keywords: named, graph: graph)
      }
      return FunctionLayer(entry, settings: settings, keywords: named)
    }
  }
}

extension FunctionLayer {
  /// A function of the catalogue as a layer; of several results the first is handed on.
  convenience init(
    _ entry: Entry, settings: [ArgumentValue] = [], keywords: [(String, ArgumentValue)] = []
  ) {
    self.init(entry.descriptor.name) { input, graph throws(EngineError) in
      let arguments = try Arguments(
        entry.descriptor, positional: [.tensor(input)] + settings, keywords: keywords,
        graph: graph)
      let results: [Node]
      switch entry.maker {
      case .function(let build): results = [try build(arguments, graph)]
      case .functions(let build): results = try build(arguments, graph)
      default: results = []
      }
      guard let first = results.first else {
        throw EngineError("\(entry.descriptor.name) has no result")
      }
      return first
    }
  }
}

extension Entry {
  /// Whether a call gives tensors.
  var isFunction: Bool {
    switch maker {
    case .function, .functions: true
    default: false
    }
  }
}
