// The arguments of a named plot, matched to its signature.

import Engine
import Language

/// Arguments by the names that the signature gives them.
struct PlotArguments {
  let call: PlotCall
  let notebook: Notebook
  private var found: [String: Expression] = [:]

  init(_ call: PlotCall, _ notebook: Notebook) throws(Diagnostic) {
    self.call = call
    self.notebook = notebook
    let signature = call.entry.descriptor.signature
    let name = call.entry.descriptor.name
    let inner = signature.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    let parameters = inner.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.prefix { $0 != "=" && $0 != " " })
    }
    var place = 0
    for argument in call.arguments {
      let parameter: String
      if let keyword = argument.name {
        guard parameters.contains(keyword) else {
          throw Diagnostic(
            "\(name) has no argument '\(keyword)'", at: argument.value.range,
            hint: didYouMean(keyword, among: parameters).map { "did you mean '\($0)'?" }
              ?? "plot \(signature)")
        }
        parameter = keyword
      } else {
        guard place < parameters.count else {
          throw Diagnostic(
            "\(name) takes at most \(parameters.count) arguments", at: argument.value.range,
            hint: "plot \(signature)")
        }
        parameter = parameters[place]
        place += 1
      }
      guard found.updateValue(argument.value, forKey: parameter) == nil else {
        throw Diagnostic(
          "\(name): '\(parameter)' is given twice", at: argument.value.range,
          hint: "plot \(signature)")
      }
    }
  }

  /// The argument as it was written; nil when it is not there or `none`.
  subscript(name: String) -> Expression? {
    guard let expression = found[name] else { return nil }
    if case .name("none") = expression.kind { return nil }
    return expression
  }

  func required(_ name: String, _ what: String) throws(Diagnostic) -> Expression {
    guard let expression = self[name] else {
      throw Diagnostic(
        "\(call.entry.descriptor.name) needs \(what)", at: call.range,
        hint: "plot \(call.entry.descriptor.signature)")
    }
    return expression
  }

  /// A tensor as a node.
  func tensor(_ name: String, _ what: String) throws(Diagnostic) -> Node {
    let expression = try required(name, what)
    return try notebook.tensor(
      try notebook.evaluate(expression), expression.range, for: call.entry.descriptor.name)
  }

  func integer(
    _ name: String, _ standard: Int, in bounds: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    guard let expression = self[name] else { return standard }
    let value = try notebook.integer(expression, name)
    guard bounds.contains(value) else {
      throw Diagnostic(
        "\(name) must be from \(bounds.lowerBound) to \(bounds.upperBound), not \(value)",
        at: expression.range)
    }
    return value
  }

  func flag(_ name: String) throws(Diagnostic) -> Bool {
    guard let expression = self[name] else { return false }
    return try notebook.truth(expression)
  }

  /// Names of things that are counted from 0: a list of texts, tokens, a tokenizer, a data set's
  /// classes.
  func names(_ name: String) throws(Diagnostic) -> [String]? {
    guard let expression = self[name] else { return nil }
    if let names = notebook.names(of: try notebook.evaluate(expression)) { return names }
    throw Diagnostic(
      "\(call.entry.descriptor.name): '\(name)' must be a list of texts, tokens or a tokenizer",
      at: expression.range, hint: "for example t.vocabulary with t = tokens(…)")
  }
}

/// A picture that is made again only when something may have changed, and while a run trains only as
/// often as its cost allows.
final class LivePicture {
  /// What the state of a notebook is known by.
  private struct Moment: Equatable {
    let run: ObjectIdentifier?
    let position: Int
    let timeline: Int
    let revision: Int

    init(_ notebook: Notebook) {
      run = notebook.run.map { ObjectIdentifier($0) }
      position = notebook.run?.machine.position ?? 0
      timeline = notebook.run?.machine.timeline ?? 0
      revision = notebook.currentRevision
    }
  }

  private var moment: Moment?
  private var content: PlotOutput.Content?
  private var waited = 0
  /// While a run trains, one of so many pictures of the screen makes this one anew.
  private let every: Int

  /// - Parameter cost: the operations that a picture takes.
  init(cost: Int) { every = 1 + min(cost, 200_000_000) / 400_000 }

  /// The picture of now, or the last one where none can be made.
  func content(
    _ notebook: Notebook, make: (Notebook) -> PlotOutput.Content?
  ) -> PlotOutput.Content? {
    let now = Moment(notebook)
    if now == moment { return content }
    if notebook.activity == .training, content != nil {
      waited += 1
      if waited < every { return content }
    }
    waited = 0
    if let new = make(notebook) {
      content = new
      moment = now
    }
    return content
  }
}

extension PlotRequest {
  /// A picture that follows the training as far as its cost allows.
  init(
    live title: String, cost: Int, make: @escaping (Notebook) -> PlotOutput.Content?
  ) {
    let picture = LivePicture(cost: cost)
    self.init(title) { notebook in
      picture.content(notebook, make: make).map { PlotOutput(title: title, content: $0) }
    }
  }

  /// A picture of several nodes' values.
  init(
    live title: String, of nodes: [Node], _ notebook: Notebook,
    picture: @escaping ([Tensor]) -> PlotOutput.Content?
  ) {
    self.init(live: title, cost: notebook.cost(of: nodes)) { notebook in
      (try? notebook.values(of: nodes, nil)).flatMap(picture)
    }
  }
}

extension Notebook {
  /// The scalar operations that it takes to compute nodes.
  func cost(of nodes: [Node]) -> Int {
    var cost = 0
    for node in graph.dependencies(of: nodes) {
      let record = graph[node]
      let one = record.operation.cost(
        inputs: record.inputs.map { graph.shape($0) }, output: graph.shape(node))
      cost = min(cost &+ min(max(0, one), 1 << 40), 1 << 50)
    }
    return cost
  }

  /// The class names of the data set that labels come from, if they do.
  func classNames(of labels: Node) -> [String]? {
    var columns: [Tensor] = []
    for node in graph.dependencies(of: [labels]) {
      if let constant = graph[node].operation as? Constant { columns.append(constant.value) }
      if let rows = graph[node].operation as? BatchRows {
        columns.append(rows.source.columns[rows.column])
      }
    }
    for name in environment.keys.sorted() {
      guard case .dataset(let data)? = environment[name], let classes = data.classNames,
        let y = data["y"]
      else { continue }
      if columns.contains(where: { $0.shape == y.shape && $0.values == y.values }) {
        return classes
      }
    }
    return nil
  }

  /// A layer applied to a node in evaluation mode.
  func evaluated(_ layer: any Layer, _ input: Node, _ range: SourceRange) throws(Diagnostic) -> Node
  {
    let before = graph.isTraining
    graph.isTraining = false
    defer { graph.isTraining = before }
    return try located(range) { () throws(EngineError) in
      try layer.traced(input, in: graph)
    }
  }
}
