// The functions that the notebook carries out itself.

import Engine
import Language

enum Builtins {
  static let all: [Builtin] =
    [
      param, state, grad, eval, len, batch, split,
    ] + texts + files + lists + values + layers + costs + generation + findings

  private static let param = Builtin(
    descriptor: Descriptor(
      "param", .function, signature: "param(shape, init=zeros)",
      summary: "A trainable tensor.", shapes: "→ shape", example: "w = param([2, 1])")
  ) { notebook, call throws(Diagnostic) in
    try tensor(notebook, call, unnamed: "param") {
      (graph, path, shape, initializer) throws(EngineError) in
      try graph.freeParameter(path, shape, initializer)
    }
  }

  /// A tensor that outlives a step, named after the binding.
  private static func tensor(
    _ notebook: Notebook, _ call: BuiltinCall, unnamed: String,
    _ make: (Graph, String, Shape, Initializer) throws(EngineError) -> Node
  ) throws(Diagnostic) -> Value {
    let arguments = try call.matched(notebook)
    let path = notebook.graph.scope.isEmpty ? unnamed : notebook.graph.scope
    return .tensor(
      try notebook.located(call.range) { () throws(EngineError) in
        let shape = Shape(try arguments.integers("shape"))
        let initializer: Initializer
        if case .text = arguments.value("init") {
          initializer = .zeros
        } else {
          initializer = try arguments.initializer("init") ?? .zeros
        }
        notebook.changesState = true
        return try notebook.ownedParameter(path) { path throws(EngineError) in
          try make(notebook.graph, path, shape, initializer)
        }
      })
  }

  private static let state = Builtin(
    descriptor: Descriptor(
      "state", .function, signature: "state(shape, init=zeros)",
      summary:
        "A tensor that a run carries from step to step; memory := expr says what comes next.",
      shapes: "→ shape", example: "steps = state([1])\nsteps := steps + 1")
  ) { notebook, call throws(Diagnostic) in
    try tensor(notebook, call, unnamed: "state") {
      (graph, path, shape, initializer) throws(EngineError) in
      try graph.freeState(path, shape, initializer)
    }
  }

  private static let grad = Builtin(
    descriptor: Descriptor(
      "grad", .function, signature: "grad(L, x)",
      summary:
        "The derivative of a scalar with respect to a tensor, again a tensor; of a list of tensors "
        + "a list, from one backward pass.",
      shapes: "[], […] → […]", formula: "∂L/∂x", source: "Linnainmaa 1970",
      example: "x = [1, 2, 3]\ngrad(sum(x ** 2), x)")
  ) { notebook, call throws(Diagnostic) in
    guard call.positional.count == 2 else {
      throw Diagnostic(
        "grad takes a scalar and a tensor", at: call.range, hint: call.descriptor.signature)
    }
    let loss = try notebook.tensor(call.positional[0].0, call.positional[0].1, for: "grad")
    let (value, place) = call.positional[1]
    guard let several = Notebook.tensors(in: value) else {
      let target = try notebook.tensor(value, place, for: "grad")
      return .tensor(try gradients(of: loss, for: [target], notebook, call)[0])
    }
    return .list(try gradients(of: loss, for: several, notebook, call).map(Value.tensor))
  }

  private static func gradients(
    of loss: Node, for targets: [Node], _ notebook: Notebook, _ call: BuiltinCall
  ) throws(Diagnostic) -> [Node] {
    let found = try notebook.located(call.positional[0].1) { () throws(EngineError) in
      try notebook.graph.gradients(of: loss, for: targets)
    }
    return try notebook.located(call.range) { () throws(EngineError) in
      var gradients: [Node] = []
      for target in targets {
        // Independent: the derivative is zero everywhere.
        if let gradient = found[target] {
          gradients.append(gradient)
        } else {
          gradients.append(try notebook.graph.add(Fill(0), [target]))
        }
      }
      return gradients
    }
  }

  private static let eval = Builtin(
    descriptor: Descriptor(
      "eval", .function, signature: "eval(net)",
      summary: "The network in evaluation mode.", example: "net = dense(1)\neval(net)([[1, 2]])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first()
    if case .function(let function) = value {
      // Its parameters are those of the layers that it uses.
      return .layer(
        EvaluationMode(DefinedLayer(function, notebook, place, isPassing: true)))
    }
    return .layer(EvaluationMode(try notebook.layer(value, place)))
  }

  private static let len = Builtin(
    descriptor: Descriptor(
      "len", .function, signature: "len(x)",
      summary: "How many rows, elements or tokens there are.", example: "len([1, 2, 3])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first()
    switch value {
    case .list(let items), .tuple(let items): return .number(Double(items.count))
    case .text(let text): return .number(Double(text.count))
    case .tokens(let tokens): return .number(Double(tokens.count))
    case .dataset(let data): return .number(Double(data.rows))
    case .range(let low, let high): return .number(Double(max(0, high - low)))
    case .tensor(let node):
      let shape = notebook.graph.shape(node)
      guard shape.rank > 0 else { throw Diagnostic("a scalar has no length", at: place) }
      return .number(Double(shape[0]))
    case .object(let object):
      guard let count = object.count else {
        throw Diagnostic("\(object.kind) has no length", at: place)
      }
      return .number(Double(count))
    default:
      if let stages = notebook.stages(of: value) { return .number(Double(stages.count)) }
      throw Diagnostic("\(value.kind) has no length", at: place)
    }
  }

  private static let batch = Builtin(
    descriptor: Descriptor(
      "batch", .data, signature: "batch(data, size)",
      summary: "A mini-batch: other rows at every training step, reshuffled every epoch.",
      shapes: "x [size, …], y [size, …]", example: "x, y = batch(spiral(), 32)")
  ) { notebook, call throws(Diagnostic) in
    let data = try call.dataset()
    let arguments = try call.matched(notebook)
    let path = notebook.graph.scope.isEmpty ? "batch" : notebook.graph.scope
    return .tuple(
      try notebook.located(call.range) { () throws(EngineError) in
        let source = BatchSource(
          name: data.name, columns: data.columns.map(\.tensor),
          schedule: try BatchSchedule(
            rows: data.rows, size: try arguments.positive("size"), seed: notebook.seed,
            stream: streamHash(path + ".batch")))
        var values: [Value] = []
        for column in data.columns.indices {
          values.append(
            .tensor(try notebook.graph.add(BatchRows(source, column: column), [])))
        }
        return values
      })
  }

  private static let split = Builtin(
    descriptor: Descriptor(
      "split", .data, signature: "split(data, *fractions)",
      summary: "Shuffled parts of a data set that share no row.",
      example: "train_set, valid, test = split(spiral(), 0.8, 0.1, 0.1)")
  ) { notebook, call throws(Diagnostic) in
    let data = try call.dataset()
    var fractions: [Double] = []
    for (value, place) in call.positional.dropFirst() {
      guard case .number(let fraction) = value else {
        throw Diagnostic("split: a fraction must be a number, not \(value.kind)", at: place)
      }
      fractions.append(fraction)
    }
    return .tuple(
      try notebook.located(call.range) { () throws(EngineError) in
        try data.split(fractions, seed: notebook.seed).map { .dataset($0) }
      })
  }
}
