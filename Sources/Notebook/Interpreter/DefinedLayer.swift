// A `def` as a layer: in a pipe, as `layer(f)`, inside residual(f). The layers and parameters that
// its body makes are made at the first use and stay; those that it only uses are its children too,
// so that `for=net`, `show net` and `eval(net)` find everything.

import Engine
import Language

/// A function of the session with the layers that belong to this use of it.
final class DefinedLayer: Layer {
  /// What it does. A function that is defined in another sees that one's names as they are at each
  /// application: only the layers that its body makes are kept.
  var function: UserFunction
  private unowned let notebook: Notebook
  private let range: SourceRange
  /// Made for one call only: `eval(f)` of a function that has no layers of its own.
  let isPassing: Bool
  /// What the body made, by name, in order.
  private(set) var own: [(name: String, layer: any Layer)] = []
  /// What the body used besides.
  private var used: [(name: String, layer: any Layer)] = []
  /// Parameters and states that the body made, by path.
  var parameters: [String: Node] = [:]

  init(
    _ function: UserFunction, _ notebook: Notebook, _ range: SourceRange, isPassing: Bool = false
  ) {
    self.function = function
    self.notebook = notebook
    self.range = range
    self.isPassing = isPassing
  }

  var name: String { function.name }

  var children: [(String, any Layer)] {
    // residual(dense(3)) is one child: the dense is its own.
    let inner = Set(
      own.flatMap { _, layer in layer.children.map { ObjectIdentifier($0.1) } })
    return own.filter { !inner.contains(ObjectIdentifier($0.layer)) }.map { name, layer in
      (place(of: layer) ?? name, layer)
    } + used.map { ($0.name, $0.layer) }
  }

  /// Where a layer lives within this one, `query` or `blocks.0`: what the body calls it.
  private func place(of layer: any Layer) -> String? {
    guard let base = notebook.graph.path(of: self).map({ $0 + "." }),
      let path = notebook.graph.path(of: layer), path.hasPrefix(base)
    else { return nil }
    return String(path.dropFirst(base.count))
  }

  var units: Int? { nil }

  func apply(_ input: Node, in graph: Graph) throws(EngineError) -> Node {
    do throws(Diagnostic) {
      let result = try notebook.apply(self, [.tensor(input)], [], range, isEvaluating: false)
      return try notebook.tensor(Notebook.handedOn(result), range, for: name)
    } catch {
      throw EngineError(error.message, hint: error.hint)
    }
  }

  /// The layer of a name, made if there is none yet.
  func layer(
    _ name: String, _ make: () throws(EngineError) -> any Layer
  ) throws(EngineError) -> any Layer {
    if let made = own.first(where: { $0.name == name }) { return made.layer }
    try checkKeeping()
    let layer = try make()
    own.append((name, layer))
    return layer
  }

  func checkKeeping() throws(EngineError) {
    guard isPassing else { return }
    throw EngineError(
      "\(name) makes new layers at every call, so eval(\(name)) has nothing trained",
      hint: "net = layer(\(name)) keeps them: net(x), eval(net)(x)")
  }

  func owns(_ layer: any Layer) -> Bool { own.contains { $0.layer === layer } }

  func noteUse(of layer: any Layer, _ name: String) {
    guard layer !== self, !owns(layer), !used.contains(where: { $0.layer === layer }) else {
      return
    }
    // A pipe is made anew at every call; what it is made of stays.
    let parts = layer.children.map(\.1).filter { !($0 is FunctionLayer) }
    if !parts.isEmpty,
      parts.allSatisfy({ part in owns(part) || used.contains { $0.layer === part } })
    {
      return
    }
    used.append((name, layer))
  }
}

/// One application of a `def` that is going on.
struct Application {
  let layer: DefinedLayer
  /// How many layers and parameters of each name the body has asked for so far.
  var counts: [String: Int] = [:]

  /// `dense`, `dense_1`, `dense_2`, …
  mutating func next(_ name: String) -> String {
    let number = counts[name, default: 0]
    counts[name] = number + 1
    return number == 0 ? name : "\(name)_\(number)"
  }
}

extension Notebook {
  /// A function of the session behind a layer, and whether it is in evaluation mode.
  static func defined(_ layer: any Layer) -> (layer: DefinedLayer, isEvaluating: Bool)? {
    var current = layer
    var isEvaluating = false
    while let mode = current as? EvaluationMode {
      isEvaluating = true
      current = mode.inner
    }
    return (current as? DefinedLayer).map { ($0, isEvaluating) }
  }

  /// Applies a function of the session as a layer, with all its arguments and results.
  func apply(
    _ layer: DefinedLayer, _ positional: [Value], _ keywords: [(String, Value)],
    _ range: SourceRange, isEvaluating: Bool
  ) throws(Diagnostic) -> Value {
    nameAtFirstUse(layer)
    let path = graph.path(of: layer) ?? layer.name
    let before = graph.isTraining
    let start = graph.records.count
    if isEvaluating { graph.isTraining = false }
    graph.openScope(path)
    applications.append(Application(layer: layer))
    defer {
      applications.removeLast()
      graph.closeScope()
      graph.isTraining = before
    }
    let result = try invoke(layer.function, positional, keywords, range)
    if case .tensor(let node) = Notebook.handedOn(result) {
      graph.name(node, path)
      graph.noteApplication(of: layer, from: start, output: node)
    }
    return result
  }

  /// A constructor's layer: inside a function that is applied as a layer it is made once and kept.
  func owned(
    _ name: String, _ make: () throws(EngineError) -> any Layer
  ) throws(EngineError) -> any Layer {
    guard !applications.isEmpty else { return try make() }
    let name = applications[applications.count - 1].next(name)
    return try applications[applications.count - 1].layer.layer(name, make)
  }

  /// A function as a layer: inside a function that is applied as a layer it is made once and kept, with
  /// the layers that it makes itself.
  func defined(
    _ function: UserFunction, _ range: SourceRange
  ) throws(EngineError) -> any Layer {
    guard let application = applications.last, !application.layer.isPassing else {
      return DefinedLayer(function, self, range)
    }
    let kept = try owned(function.name) { DefinedLayer(function, self, range) }
    (kept as? DefinedLayer)?.function = function
    return kept
  }

  /// `residual(f)`: the layer is kept, `f` is as it is defined now.
  func renewFunctions(of kept: any Layer, _ arguments: [Value]) {
    for case .function(let function) in arguments {
      for case let (_, child as DefinedLayer) in kept.children
      where child.function.name == function.name { child.function = function }
    }
  }

  /// `param` and `state`: inside a function that is applied as a layer they are made once and kept.
  func ownedParameter(
    _ path: String, _ make: (String) throws(EngineError) -> Node
  ) throws(EngineError) -> Node {
    guard !applications.isEmpty else { return try make(path) }
    let layer = applications[applications.count - 1].layer
    let path = applications[applications.count - 1].next(path)
    if let node = layer.parameters[path] { return node }
    try layer.checkKeeping()
    let node = try make(path)
    layer.parameters[path] = node
    let base = (graph.path(of: layer) ?? layer.name) + "."
    graph.adopt(node, path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path, by: layer)
    return node
  }

  /// What a function that is applied as a layer uses is listed among its children.
  func noteUse(of layer: any Layer) {
    guard let application = applications.last else { return }
    var inner = layer
    while let mode = inner as? EvaluationMode { inner = mode.inner }
    // By its place within the function's layer, `blocks.0`; what lives elsewhere by its whole path.
    let base = (graph.path(of: application.layer) ?? application.layer.name) + "."
    let path = graph.path(of: inner) ?? inner.name
    application.layer.noteUse(
      of: inner, path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path)
  }

  func noteUse(of value: Value) {
    if !applications.isEmpty, case .tensor(let node) = value { noteUse(of: node) }
  }

  func noteUse(of node: Node) {
    guard let application = applications.last, let leaf = graph[node].operation as? ParameterLeaf
    else { return }
    graph.adopt(node, leaf.parameter.path, by: application.layer)
  }
}
