// Functions of layers: making one of a `def`, listing and counting parameters.

import Engine
import Language

extension Builtins {
  static let layers: [Builtin] = [layer, parameters, namedParameters, numel]

  private static let layer = Builtin(
    descriptor: Descriptor(
      "layer", .function, signature: "layer(f)",
      summary:
        "A function as a layer: the layers made in its body are its own, made once and kept.",
      example: "def f(x) = dense(1)(tanh(dense(4)(x)))\nnet = layer(f)\nnet([[1, 2]])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    switch value {
    case .layer, .function, .entry: return .layer(try notebook.layer(value, place))
    default:
      throw Diagnostic(
        "layer needs a function, not \(value.kind)", at: place,
        hint: "def f(x) = dense(1)(tanh(x)), then net = layer(f)")
    }
  }

  private static let parameters = Builtin(
    descriptor: Descriptor(
      "parameters", .function, signature: "parameters(net)",
      summary: "The trainable tensors that a network has made so far, as a list.",
      example: "net = dense(1)\ny = net([[1, 2]])\nfor p in parameters(net) { print p.shape }")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    let layer = try notebook.layer(value, place)
    return .list(notebook.graph.parameterNodes(of: layer).map(Value.tensor))
  }

  private static let namedParameters = Builtin(
    descriptor: Descriptor(
      "named_parameters", .function, signature: "named_parameters(net)",
      summary: "The trainable tensors of a network with their names, as a list of pairs.",
      source: "torch.nn.Module.named_parameters",
      example: "net = dense(1)\ny = net([[1, 2]])\n"
        + "for name, p in named_parameters(net) { print name, p.shape }")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    let layer = try notebook.layer(value, place)
    let graph = notebook.graph
    return .list(
      graph.parameterNodes(of: layer).map { node in
        let parameter = (graph[node].operation as? ParameterLeaf)?.parameter
        return .tuple([
          .text(parameter.map { graph.shortName(of: $0, in: layer) } ?? ""), .tensor(node),
        ])
      })
  }

  private static let numel = Builtin(
    descriptor: Descriptor(
      "numel", .function, signature: "numel(x)",
      summary: "How many numbers a tensor has, or the parameters of a network together.",
      example: "numel([[1, 2], [3, 4]])")
  ) { notebook, call throws(Diagnostic) in
    let (value, place) = try call.first(notebook)
    switch value {
    case .layer, .function:
      let layer = try notebook.layer(value, place)
      return .number(
        Double(notebook.graph.parameters(of: layer).reduce(0) { $0 + $1.shape.count }))
    default:
      let node = try notebook.tensor(value, place, for: "numel")
      return .number(Double(notebook.graph.shape(node).count))
    }
  }
}
